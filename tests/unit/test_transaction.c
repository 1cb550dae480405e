/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions on both engines, their conflicts, limits and losses. Covers store/transaction.c. */
#include <pthread.h>

#include "unit.h"
#include "unit_store.h"

static struct zhun_error err;

static void exec_gives(struct zhun_conn *c, const char *sql, const struct zhun_value *v, size_t count,
		       enum zhun_code want)
{
	CHECK_CODE(zhun_store_exec_text(c, sql, v, count, NULL, &err), want, &err);
}

struct deed {
	int calls;
	enum zhun_code answer;       /* what the work returns */
	const char *sql[3];
};

static enum zhun_code do_deed(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct deed *d = context;
	d->calls++;
	for (size_t i = 0; i < ZHUN_COUNT(d->sql) && d->sql[i]; i++) {
		enum zhun_code code = zhun_store_exec_text(c, d->sql[i], NULL, 0, NULL, e);
		if (code && !d->answer)
			return code;
	}
	return d->answer ? zhun_fail(e, d->answer, NULL, "asked for") : ZHUN_OK;
}

static enum zhun_code nest(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	return zhun_store_run(c, ZHUN_READ, do_deed, context, e);
}

/* goes on after a failure, as if nothing had happened */
static enum zhun_code ignore_failure(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	(void)context;
	CHECK_CODE(zhun_store_exec_text(c, "INSERT INTO sample (id) VALUES (2)", NULL, 0, NULL, e), ZHUN_OK, e);
	CHECK_CODE(zhun_store_exec_text(c, "INSERT INTO sample (id) VALUES (2)", NULL, 0, NULL, e),
		   ZHUN_E_STORE_UNIQUE, e);
	CHECK_CODE(zhun_store_exec_text(c, "INSERT INTO sample (id) VALUES (3)", NULL, 0, NULL, e),
		   ZHUN_E_STORE_SPOILED, e);
	return ZHUN_OK;
}

static void transactions_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	unit_store_sample(u, c);
	struct deed good = {.sql = {"INSERT INTO sample (id) VALUES (1)"}};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &good, &err), ZHUN_OK, &err);
	struct deed bad = {.sql = {"INSERT INTO sample (id) VALUES (2)"}, .answer = ZHUN_E_INTERNAL};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &bad, &err), ZHUN_E_INTERNAL, &err);
	CHECK_TEXT(err.arg[0], "asked for");
	CHECK_INT(bad.calls, 1);
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, ignore_failure, NULL, &err), ZHUN_E_STORE_UNIQUE, &err);
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, nest, &good, &err), ZHUN_E_INTERNAL, &err);
	struct deed in_reading = {.sql = {"INSERT INTO sample (id) VALUES (5)"}};
	CHECK_CODE(zhun_store_run(c, ZHUN_READ, do_deed, &in_reading, &err), ZHUN_E_STORE_READ_ONLY, &err);
	CHECK_INT(unit_store_int(c, "SELECT CAST(sum(id) AS BIGINT) FROM sample"), 1);
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &(struct deed){.sql = {"SELECT 1"}}, NULL), ZHUN_OK, &err);
	zhun_conn_close(c);
}

static void test_transactions(void)
{
	unit_store_each(transactions_on, false);
}

/* A deferred foreign key may be broken inside, and fails the commit. */
static void deferred_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	const char *k = zhun_store_engine(u->store) == ZHUN_POSTGRES ? "BIGINT" : "INTEGER";
	char sql[200];
	snprintf(sql, sizeof sql, "CREATE TABLE node (id %s PRIMARY KEY, up %s REFERENCES node (id) "
		 "DEFERRABLE INITIALLY DEFERRED)", k, k);
	unit_store_exec(c, sql);
	struct deed good = {.sql = {"INSERT INTO node VALUES (1, 2)", "INSERT INTO node VALUES (2, NULL)"}};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &good, &err), ZHUN_OK, &err);
	struct deed bad = {.sql = {"INSERT INTO node VALUES (3, 4)"}};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &bad, &err), ZHUN_E_STORE_FOREIGN, &err);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM node"), 2);
	zhun_conn_close(c);
}

static void test_deferred(void)
{
	unit_store_each(deferred_on, false);
}

/* --- conflicts: threads add to one counter, reading it first --- */

enum { THREADS = 4, ROUNDS = 40 };

static enum zhun_code add_one(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_value next = zhun_v_int(0);
	++*(int *)context;
	const struct zhun_composed asked = {.text = "SELECT n FROM sample WHERE id = 1"};
	enum zhun_code code = zhun_store_query_text(c, &asked, a, &rows, e);
	if (!code)
		code = zhun_rows_next(rows, &row, e);
	if (!code)
		next = zhun_v_int(row[0].integer + 1);
	zhun_rows_done(rows);
	zhun_arena_close(a);
	return code ? code : zhun_store_exec_text(c, "UPDATE sample SET n = $1 WHERE id = 1", &next, 1, NULL, e);
}

struct adder {
	struct unit_store *u;
	int done, calls;
};

static void *add_many(void *context)
{
	struct adder *a = context;
	struct zhun_error e;
	struct zhun_conn *c = NULL;
	if (zhun_conn_open(a->u->store, ZHUN_WRITE, &c, &e))
		return NULL;
	for (int i = 0; i < ROUNDS; i++) {
		enum zhun_code code = ZHUN_E_STORE_RETRY;
		while (code == ZHUN_E_STORE_RETRY)   /* a busy machine may take all the patience there is */
			code = zhun_store_run(c, ZHUN_WRITE, add_one, &a->calls, &e);
		a->done += code == ZHUN_OK;
	}
	zhun_conn_close(c);
	return NULL;
}

static void conflicts_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	struct adder adders[THREADS];
	pthread_t threads[THREADS];
	int done = 0;
	unit_store_sample(u, c);
	unit_store_exec(c, "INSERT INTO sample (id, n) VALUES (1, 0)");
	for (int i = 0; i < THREADS; i++) {
		adders[i] = (struct adder){.u = u};
		pthread_create(&threads[i], NULL, add_many, &adders[i]);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		done += adders[i].done;
	}
	CHECK_INT(done, THREADS * ROUNDS);
	CHECK_INT(unit_store_int(c, "SELECT n FROM sample"), THREADS * ROUNDS);
	zhun_conn_close(c);
}

static void test_conflicts(void)
{
	unit_store_each(conflicts_on, false);
}

/* --- limits and losses --- */

static void timeout_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	CHECK_CODE(zhun_conn_limit(c, 50, &err), ZHUN_OK, &err);
	static const char forever[] = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t "
				      "WHERE n < 100000000) SELECT count(*) FROM t";
	exec_gives(c, forever, NULL, 0, ZHUN_E_STORE_TIMEOUT);
	CHECK_CODE(zhun_conn_limit(c, 0, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(c, "SELECT 1"), 1);
	zhun_conn_close(c);
}

static void test_timeout(void)
{
	unit_store_each(timeout_on, false);
}

/* ends the connection from another one */
static void cut(struct unit_store *u, struct zhun_conn *victim)
{
	struct zhun_conn *other = unit_store_writer(u);
	char sql[80];
	snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(%lld)",
		 (long long)unit_store_int(victim, "SELECT pg_backend_pid()"));
	unit_store_exec(other, sql);
	zhun_conn_close(other);
}

struct cutting {
	struct unit_store *u;
	int calls;
};

static enum zhun_code cut_once(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct cutting *w = context;
	if (++w->calls == 1)
		cut(w->u, c);
	return zhun_store_exec_text(c, "INSERT INTO sample (id) VALUES (1)", NULL, 0, NULL, e);
}

static void test_loss(void)
{
	struct unit_store u;
	if (!unit_store_open(&u, ZHUN_POSTGRES))
		return;
	struct zhun_conn *c = unit_store_writer(&u);
	unit_store_sample(&u, c);
	cut(&u, c);
	exec_gives(c, "SELECT 1", NULL, 0, ZHUN_E_STORE_UNAVAILABLE);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 0);
	struct zhun_conn *r = NULL;
	CHECK_CODE(zhun_conn_open(u.store, ZHUN_READ, &r, &err), ZHUN_OK, &err);
	cut(&u, r);
	CHECK_INT(unit_store_int(r, "SELECT count(*) FROM sample"), 0);
	zhun_conn_close(r);
	struct cutting w = {&u, 0};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, cut_once, &w, &err), ZHUN_OK, &err);
	CHECK_INT(w.calls, 2);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 1);
	zhun_conn_close(c);
	unit_store_close(&u);
}

/* A trigger that waits makes the commit slow; it is cut off meanwhile. */
static const char slow_commit[] =
	"CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS "
	"'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'";
static const char slow_trigger[] =
	"CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON sample DEFERRABLE INITIALLY DEFERRED "
	"FOR EACH ROW EXECUTE FUNCTION wait()";

struct cutter {
	struct unit_store *u;
	long long pid;
};

static void *cut_later(void *context)
{
	struct cutter *k = context;
	struct zhun_conn *other = unit_store_writer(k->u);
	char sql[200];
	snprintf(sql, sizeof sql, "SELECT count(*) FROM pg_stat_activity WHERE pid = %lld AND wait_event = 'PgSleep'",
		 k->pid);
	while (unit_store_int(other, sql) == 0)
		continue;
	snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(%lld)", k->pid);
	unit_store_exec(other, sql);
	zhun_conn_close(other);
	return NULL;
}

/* Nobody knows whether it was saved: the work is not done a second time. */
static void test_uncertain(void)
{
	struct unit_store u;
	pthread_t thread;
	if (!unit_store_open(&u, ZHUN_POSTGRES))
		return;
	struct zhun_conn *c = unit_store_writer(&u);
	unit_store_sample(&u, c);
	unit_store_exec(c, slow_commit);
	unit_store_exec(c, slow_trigger);
	struct cutter k = {&u, unit_store_int(c, "SELECT pg_backend_pid()")};
	struct deed d = {.sql = {"INSERT INTO sample (id) VALUES (1)"}};
	pthread_create(&thread, NULL, cut_later, &k);
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &d, &err), ZHUN_E_STORE_UNCERTAIN, &err);
	CHECK_INT(d.calls, 1);
	pthread_join(thread, NULL);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 0);
	zhun_conn_close(c);
	unit_store_close(&u);
}

/* A full disk, played by a ceiling on the file: nothing of the transaction stays. */
static void test_full(void)
{
	struct unit_store u;
	if (!unit_store_open(&u, ZHUN_SQLITE))
		return;
	struct zhun_conn *c = unit_store_writer(&u);
	unit_store_sample(&u, c);
	unit_store_exec(c, "PRAGMA max_page_count = 20");
	struct deed d = {.sql = {"INSERT INTO sample (id) VALUES (1)",
				 "INSERT INTO sample (id, b) VALUES (2, zeroblob(1000000))"}};
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, do_deed, &d, &err), ZHUN_E_STORE_FULL, &err);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 0);
	zhun_conn_close(c);
	unit_store_close(&u);
}

static void test_stale(void)
{
	struct unit_store u;
	if (!unit_store_open(&u, ZHUN_POSTGRES))
		return;
	struct zhun_conn *c = unit_store_writer(&u), *other = unit_store_writer(&u);
	static const char all[] = "SELECT * FROM sample";
	unit_store_sample(&u, c);
	CHECK_INT(unit_store_int(c, all), -1);
	unit_store_exec(other, "ALTER TABLE sample ADD extra BIGINT");
	struct deed read = {.sql = {all}};
	CHECK_CODE(zhun_store_run(c, ZHUN_READ, do_deed, &read, &err), ZHUN_OK, &err);
	CHECK_INT(read.calls, 2);
	zhun_conn_close(other);
	zhun_conn_close(c);
	unit_store_close(&u);
}

/* what a server says whose table of locks is full: it is tried again, as others give theirs back */
static const char crowded[] = "DO 'BEGIN RAISE out_of_memory; END'";

static enum zhun_code crowded_once(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	int *calls = context;
	return ++*calls == 1 ? zhun_store_exec_text(c, crowded, NULL, 0, NULL, e) : ZHUN_OK;
}

static enum zhun_code crowded_always(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	(void)context;
	return zhun_store_exec_text(c, crowded, NULL, 0, NULL, e);
}

static void test_crowded(void)
{
	struct unit_store u;
	if (!unit_store_open(&u, ZHUN_POSTGRES))
		return;
	struct zhun_conn *c = unit_store_writer(&u);
	exec_gives(c, crowded, NULL, 0, ZHUN_E_STORE_CROWDED);
	CHECK_INT(unit_store_int(c, "SELECT 1"), 1);
	int calls = 0;
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, crowded_once, &calls, &err), ZHUN_OK, &err);
	CHECK_INT(calls, 2);
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, crowded_always, NULL, &err), ZHUN_E_STORE_CROWDED, &err);
	zhun_conn_close(c);
	unit_store_close(&u);
}

static const struct unit_test tests[] = {
	{"store transactions", test_transactions},
	{"store deferred", test_deferred},
	{"store conflicts", test_conflicts},
	{"store timeout", test_timeout},
	{"store loss", test_loss},
	{"store uncertain", test_uncertain},
	{"store full", test_full},
	{"store stale", test_stale},
	{"store crowded", test_crowded},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
