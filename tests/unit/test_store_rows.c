/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that are added without a question, gathered where an engine gains by it, and numbers asked for ahead, on both
 * engines. Covers store/postgres_rows.c, store/postgres_pipe.c and
 * store/number.c.
 */
#include "unit.h"
#include "unit_store.h"

static struct zhun_error err;

static const char insert_sample[] = "INSERT INTO sample (id, n, x, s, b) VALUES ($1, $2, $3, $4, $5)";

static const unsigned char some_bytes[] = {0, 1, 255, '\'', 0};

enum { ADDED = 1200 };

struct added {
	struct zhun_conn *c;
	struct zhun_arena *a;
	int64_t seen, last;       /* while they were added; the last number */
	enum zhun_code asked;     /* of the statement after a row that is refused */
};

static enum zhun_code add_sample(struct zhun_conn *c, int64_t id, const struct zhun_value *s)
{
	const struct zhun_value v[] = {
		zhun_v_int(id), id % 3 ? zhun_v_int(-id) : zhun_v_null_of(ZHUN_V_INT),
		id % 5 ? zhun_v_real((double)id / 7.0) : zhun_v_null_of(ZHUN_V_REAL), *s,
		id % 2 ? zhun_v_bytes((struct zhun_bytes){some_bytes, 5}) : zhun_v_null_of(ZHUN_V_BYTES)};
	return zhun_store_add_text(c, &(struct zhun_composed){insert_sample, v, 5}, &err);
}

/* Values of each kind, some of no known kind, one that is large; a question between them sees all that went before. */
static enum zhun_code add_many(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct added *d = context;
	char *large = zhun_alloc(d->a, (2 << 20) + 1);
	memset(large, 'x', 2 << 20);
	const struct zhun_value texts[] = {zhun_v_text("准, \"}{"), zhun_v_text(""), zhun_v_null_of(ZHUN_V_TEXT),
					   zhun_v_null(), zhun_v_text(large)};
	enum zhun_code code = ZHUN_OK;
	(void)e;
	for (int i = 1; i <= ADDED && !code; i++) {
		code = add_sample(c, i, &texts[i == 100 ? 4 : i % 97 == 0 ? 3 : i % 3]);
		if (i == ADDED / 2)
			d->seen = unit_store_int(c, "SELECT count(*) FROM sample");
	}
	return code;
}

static enum zhun_code add_twice(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct added *d = context;
	const struct zhun_value s = zhun_v_text("s");
	struct zhun_rows *rows = NULL;
	enum zhun_code code = add_sample(c, 5000, &s);
	(void)e;
	if (!code)
		code = add_sample(c, 5000, &s);
	const struct zhun_composed asked = {.text = "SELECT id FROM sample"};
	d->asked = code ? code : zhun_store_query_text(c, &asked, d->a, &rows, &err);
	return ZHUN_OK;
}

static enum zhun_code add_and_fail(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	const struct zhun_value s = zhun_v_text("s");
	(void)context;
	(void)e;
	CHECK_CODE(add_sample(c, 6000, &s), ZHUN_OK, &err);
	return ZHUN_E_CANCELLED;
}

static void check_added(struct zhun_conn *c, struct zhun_arena *a)
{
	const struct zhun_value *row = NULL;
	const struct zhun_composed asked = {
		.text = "SELECT id, n, x, s, b FROM sample WHERE id > 45 AND id < 48 ORDER BY id"};
	struct zhun_rows *rows = NULL;
	CHECK_CODE(zhun_store_query_text(c, &asked, a, &rows, &err), ZHUN_OK, &err);
	CHECK(!zhun_rows_next(rows, &row, &err) && row && row[1].integer == -46 && row[4].kind == ZHUN_V_NULL);
	CHECK(row && row[2].real == 46.0 / 7.0 && zhun_str_equal(row[3].text, ""));
	CHECK(!zhun_rows_next(rows, &row, &err) && row && row[4].bytes.len == 5 && row[3].kind == ZHUN_V_NULL);
	zhun_rows_done(rows);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), ADDED);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample WHERE n IS NULL"), ADDED / 3);
	CHECK_INT(unit_store_int(c, "SELECT length(s) FROM sample WHERE id = 100"), 2 << 20);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample WHERE s = '准, \"}{'"), 396);
}

static void added_on(struct unit_store *u)
{
	struct added d = {.c = unit_store_writer(u), .a = zhun_arena_open(64 << 20)};
	const struct zhun_value s = zhun_v_text("s");
	unit_store_sample(u, d.c);
	CHECK_CODE(zhun_store_run(d.c, ZHUN_WRITE, add_many, &d, &err), ZHUN_OK, &err);
	CHECK_INT(d.seen, ADDED / 2);
	check_added(d.c, d.a);
	/* one that is refused is told of at once or by the next statement, and nothing stays */
	CHECK_CODE(zhun_store_run(d.c, ZHUN_WRITE, add_twice, &d, &err), ZHUN_E_STORE_UNIQUE, &err);
	CHECK_TEXT(err.arg[0], "sample");
	CHECK_CODE(d.asked, ZHUN_E_STORE_UNIQUE, &err);
	CHECK_CODE(zhun_store_run(d.c, ZHUN_WRITE, add_and_fail, &d, &err), ZHUN_E_CANCELLED, &err);
	CHECK_INT(unit_store_int(d.c, "SELECT count(*) FROM sample"), ADDED);
	/* alone it is a transaction of its own */
	CHECK_CODE(add_sample(d.c, 7000, &s), ZHUN_OK, &err);
	CHECK_CODE(add_sample(d.c, 7000, &s), ZHUN_E_STORE_UNIQUE, &err);
	CHECK_INT(unit_store_int(d.c, "SELECT count(*) FROM sample WHERE id = 7000"), 1);
	zhun_arena_close(d.a);
	zhun_conn_close(d.c);
}

struct sent {
	struct zhun_arena *a;
	const char *text;        /* of a statement that nobody prepared before */
	bool twice;
	enum zhun_code asked;
};

/* More rows than are sent at once, the first of them refused or not; then a statement that is new, after them. */
static enum zhun_code send_many(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct sent *d = context;
	const struct zhun_value s = zhun_v_text("s");
	const struct zhun_composed asked = {.text = d->text};
	struct zhun_rows *rows = NULL;
	enum zhun_code code = ZHUN_OK;
	for (int i = 0; i < 400 && !code; i++)
		code = add_sample(c, d->twice && i == 1 ? 10000 : 10000 + i, &s);
	if (!code)
		code = zhun_store_push(c, e);   /* the rest of them; whether they are taken is not asked */
	d->asked = code ? code : zhun_store_query_text(c, &asked, d->a, &rows, e);
	zhun_rows_done(rows);
	return d->asked;
}

/* What failed on its way leaves the connection, and the statements it knew and did not know, as they were. */
static void sent_on(struct unit_store *u)
{
	struct sent d = {.a = zhun_arena_open(16 << 20), .text = "SELECT max(id) FROM sample"};
	struct zhun_conn *c = unit_store_writer(u);
	unit_store_sample(u, c);
	for (int i = 0; i < 3; i++) {
		d.twice = true;
		CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, send_many, &d, NULL), ZHUN_E_STORE_UNIQUE, &err);
		CHECK_CODE(d.asked, ZHUN_E_STORE_UNIQUE, &err);
		CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 0);
	}
	d.twice = false;
	CHECK_CODE(zhun_store_run(c, ZHUN_WRITE, send_many, &d, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 400);
	zhun_arena_close(d.a);
	zhun_conn_close(c);
}

static void test_sent(void)
{
	unit_store_each(sent_on, false);
}

static enum zhun_code large(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct added *d = context;
	const struct zhun_value s = zhun_v_text("s");
	if (zhun_conn_engine(c) == ZHUN_SQLITE)
		d->seen = unit_store_int(c, "PRAGMA cache_size");
	CHECK_CODE(add_sample(c, 20000 + d->last, &s), ZHUN_OK, e);
	return d->asked;
}

/* It is a transaction like any other, but for its room, which is given back whatever came of it. */
static void large_on(struct unit_store *u)
{
	struct added d = {.asked = ZHUN_OK};
	struct zhun_conn *c = unit_store_writer(u);
	const bool sqlite = zhun_conn_engine(c) == ZHUN_SQLITE;
	unit_store_sample(u, c);
	const int64_t before = sqlite ? unit_store_int(c, "PRAGMA cache_size") : 0;
	for (d.last = 0; d.last < 2; d.last++, d.asked = ZHUN_E_CANCELLED) {
		CHECK_CODE(zhun_store_run_large(c, large, &d, &err), d.asked, &err);
		CHECK(!sqlite || d.seen < before);   /* KiB, negated */
		CHECK_INT(sqlite ? unit_store_int(c, "PRAGMA cache_size") : 0, before);
		CHECK_INT(unit_store_int(c, "SELECT count(*) FROM sample"), 1);
	}
	zhun_conn_close(c);
}

static void test_large(void)
{
	unit_store_each(large_on, false);
}

static void test_added(void)
{
	unit_store_each(added_on, false);
}

/* A row with the next number, as every write of a register adds it. */
static enum zhun_code number_rows(struct zhun_conn *c, void *context, struct zhun_error *e)
{
	struct added *d = context;
	const struct zhun_asked numbers = {.sql = ZHUN_SQL_CHANGE_NUMBERS};
	const struct zhun_value none = zhun_v_null_of(ZHUN_V_TEXT), text = zhun_v_text("x");
	enum zhun_code code = ZHUN_OK;
	for (int i = 0; i < 150 && !code; i++) {
		int64_t n = 0;
		code = zhun_store_number(c, &numbers, d->a, &n, e);
		CHECK(n > d->last);
		d->last = n;
		const struct zhun_value v[] = {zhun_v_int(n), text, none, none, none, none, text, text, zhun_v_int(1),
						text};
		const struct zhun_asked row = {ZHUN_SQL_CHANGE_ADD, v, ZHUN_COUNT(v)};
		if (!code)
			code = zhun_store_add(c, &row, e);
	}
	return code;
}

static void numbers_on(struct unit_store *u)
{
	struct added d = {.c = unit_store_writer(u), .a = zhun_arena_open(4 << 20)};
	struct added other = {.c = unit_store_writer(u), .a = d.a};
	const struct zhun_asked numbers = {.sql = ZHUN_SQL_CHANGE_NUMBERS};
	int64_t n;
	CHECK_CODE(zhun_store_run(d.c, ZHUN_WRITE, number_rows, &d, &err), ZHUN_OK, &err);
	/* what is left of one transaction is not used by another: its numbers would be too low */
	other.last = d.last;
	CHECK_CODE(zhun_store_run(other.c, ZHUN_WRITE, number_rows, &other, &err), ZHUN_OK, &err);
	d.last = other.last;
	CHECK_CODE(zhun_store_run(d.c, ZHUN_WRITE, number_rows, &d, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.c, "SELECT count(DISTINCT n) FROM change"), 450);
	CHECK_CODE(zhun_store_number(d.c, &numbers, d.a, &n, &err), ZHUN_E_INTERNAL, &err);
	zhun_conn_close(other.c);
	zhun_conn_close(d.c);
	zhun_arena_close(d.a);
}

static void test_numbers(void)
{
	unit_store_each(numbers_on, true);
}

static const struct unit_test tests[] = {
	{"store rows that are added", test_added},
	{"store rows that are on their way", test_sent},
	{"store many rows at once", test_large},
	{"store numbers", test_numbers},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
