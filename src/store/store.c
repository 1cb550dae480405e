/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores, connections, and running a statement on either engine. */
#include "store/store.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/driver.h"

enum { STORE_CEILING = 64 << 10, CONN_CEILING = 4 << 20, WAITING_CEILING = 64 << 20 };

int64_t zhun_monotonic_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum zhun_code read_url(struct zhun_store *s, const char *url, struct zhun_error *err)
{
	if (zhun_str_starts(url, "sqlite:") && url[7] && !zhun_str_equal(url + 7, ":memory:")) {
		s->driver = &zhun_sqlite_driver;
		s->address = zhun_strdup(s->arena, url + 7);
	} else if (zhun_str_starts(url, "postgres://") || zhun_str_starts(url, "postgresql://")) {
		s->driver = &zhun_postgres_driver;
		s->address = zhun_strdup(s->arena, url);
	} else {
		return zhun_fail(err, ZHUN_E_STORE_URL, NULL, url);
	}
	return s->address ? ZHUN_OK : zhun_no_memory(s->arena, err);
}

/* A file is looked at as a reader: a writer would first change how a stranger's is logged. */
static enum zhun_code look(struct zhun_store *s, enum zhun_access first, struct zhun_error *err)
{
	struct zhun_store_status status;
	struct zhun_conn *c = NULL;
	if (zhun_store_absent(s))
		return ZHUN_OK;
	enum zhun_code code = zhun_conn_new(s, s->driver->engine == ZHUN_SQLITE ? ZHUN_READ : first, false, &c, err);
	if (!code)
		code = zhun_conn_status(c, &status, err);
	if (!code && status.least > status.known)
		code = zhun_fail(err, ZHUN_E_STORE_NEWER, NULL, ZHUN_INT(status.version), ZHUN_INT(status.known));
	if (code) {
		zhun_conn_close(c);
		return code;
	}
	s->current = status.version >= status.known;
	s->spare = c;
	return ZHUN_OK;
}

enum zhun_code zhun_store_open(const char *url, enum zhun_access first, struct zhun_store **ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(STORE_CEILING);
	struct zhun_store *s = a ? ZHUN_NEW(a, struct zhun_store) : NULL;
	if (!s) {
		zhun_arena_close(a);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL, NULL);
	}
	s->arena = a;
	pthread_mutex_init(&s->writer, NULL);
	enum zhun_code code = read_url(s, url, err);
	if (!code)
		code = look(s, first, err);
	if (code)
		zhun_store_close(s);
	else
		*ret = s;
	return code;
}

struct zhun_store *zhun_store_close(struct zhun_store *s)
{
	if (s) {
		zhun_conn_close(s->spare);
		pthread_mutex_destroy(&s->writer);
		zhun_arena_close(s->arena);
	}
	return NULL;
}

bool zhun_store_current(const struct zhun_store *s)
{
	return s->current;
}

enum zhun_engine zhun_store_engine(const struct zhun_store *s)
{
	return s->driver->engine;
}

static struct zhun_conn *conn_alloc(struct zhun_store *s)
{
	struct zhun_arena *a = zhun_arena_open(CONN_CEILING);
	struct zhun_conn *c = a ? ZHUN_NEW(a, struct zhun_conn) : NULL;
	if (!c) {
		zhun_arena_close(a);
		return NULL;
	}
	c->arena = a;
	c->store = s;
	c->driver = s->driver;
	c->texts = zhun_arena_open(CONN_CEILING);
	c->scratch = zhun_arena_open(CONN_CEILING);
	c->waiting = zhun_arena_open(WAITING_CEILING);
	c->limit_ms = ZHUN_STORE_LIMIT_MS;
	return c;
}

enum zhun_code zhun_conn_new(struct zhun_store *s, enum zhun_access access, bool create,
			     struct zhun_conn **ret, struct zhun_error *err)
{
	struct zhun_conn *c = conn_alloc(s);
	if (!c || !c->texts || !c->scratch || !c->waiting) {
		zhun_conn_close(c);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL, NULL);
	}
	c->access = access;
	enum zhun_code code = c->driver->connect(c, create, err);
	if (code)
		zhun_conn_close(c);
	else
		*ret = c;
	return code;
}

enum zhun_code zhun_conn_open(struct zhun_store *s, enum zhun_access access, struct zhun_conn **ret,
			      struct zhun_error *err)
{
	struct zhun_conn *spare = atomic_exchange(&s->spare, NULL);
	if (spare && spare->access == access) {
		*ret = spare;
		return ZHUN_OK;
	}
	zhun_conn_close(spare);
	return zhun_conn_new(s, access, false, ret, err);
}

struct zhun_conn *zhun_conn_close(struct zhun_conn *c)
{
	if (!c)
		return NULL;
	if (c->handle) {
		c->lost = true;   /* the server need not be told to forget each statement */
		zhun_statements_forget(c);
		c->driver->disconnect(c);
	}
	zhun_arena_close(c->texts);
	zhun_arena_close(c->scratch);
	zhun_arena_close(c->waiting);
	zhun_arena_close(c->arena);
	return NULL;
}

enum zhun_code zhun_conn_revive(struct zhun_conn *c, struct zhun_error *err)
{
	zhun_statements_forget(c);
	c->driver->disconnect(c);
	c->lost = false;
	enum zhun_code code = c->driver->connect(c, false, err);
	if (code)
		c->lost = true;
	return code ? zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, err ? err->arg[0] : "") : ZHUN_OK;
}

enum zhun_engine zhun_conn_engine(const struct zhun_conn *c)
{
	return c->driver->engine;
}

enum zhun_code zhun_conn_limit(struct zhun_conn *c, int ms, struct zhun_error *err)
{
	c->limit_ms = ms;
	return c->driver->limit(c, err);
}

void zhun_conn_spoil(struct zhun_conn *c, const struct zhun_error *err)
{
	if (!c->in_transaction || c->spoiled)
		return;
	c->spoiled = true;
	c->first = *err;
}

static enum zhun_code may_run(struct zhun_conn *c, bool writes, struct zhun_error *err)
{
	if (c->spoiled) {
		char sentence[ZHUN_ERROR_ARG_SIZE];
		zhun_error_sentence(&c->first, ZHUN_EN, sentence, sizeof sentence);
		return zhun_fail(err, ZHUN_E_STORE_SPOILED, NULL, sentence);
	}
	if (writes && (c->access == ZHUN_READ || c->reading))
		return zhun_fail(err, ZHUN_E_STORE_READ_ONLY, NULL);
	return c->lost ? zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, "") : ZHUN_OK;
}

/* What to run: a statement of the table, or a composed text. */
struct source {
	enum zhun_sql sql;
	const char *text;       /* NULL: of the table */
};

static enum zhun_code find_statement(struct zhun_conn *c, const struct source *from, struct zhun_task *task,
				     struct zhun_statement *own, struct zhun_error *err)
{
	zhun_arena_reset(c->scratch);
	if (from->text)
		return zhun_statement_composed(c, &(struct zhun_composed){from->text, task->params, task->count},
					       own, &task->statement, err);
	task->statement = zhun_statement_fixed(c, from->sql, own);
	return ZHUN_OK;
}

static enum zhun_code run_once(struct zhun_conn *c, const struct source *from, struct zhun_task *task,
			       struct zhun_statement *own, struct zhun_error *err)
{
	enum zhun_code code = c->lost && !c->in_transaction ? zhun_conn_revive(c, err) : zhun_conn_flush(c, err);
	if (!code)
		code = find_statement(c, from, task, own, err);
	if (task->rows)
		task->rows->statement = task->statement;
	if (!code)
		code = may_run(c, task->statement->writes, err);
	return code ? code : c->driver->run(c, task, err);
}

/* What the latest statement failed with: it spoils its transaction. */
static enum zhun_code failed(struct zhun_conn *c, enum zhun_code code, struct zhun_error *err)
{
	zhun_conn_spoil(c, &c->latest);
	if (err)
		*err = c->latest;
	return code;
}

/* A reader whose connection went while it was idle (a server restarted) asks again at once. */
static enum zhun_code run_task(struct zhun_conn *c, const struct source *from, struct zhun_task *task,
			       struct zhun_statement *own, struct zhun_error *err)
{
	bool was_lost = c->lost;
	enum zhun_code code = run_once(c, from, task, own, &c->latest);
	if (code && c->lost && !was_lost && c->access == ZHUN_READ && !c->in_transaction)
		code = run_once(c, from, task, own, &c->latest);
	return code ? failed(c, code, err) : ZHUN_OK;
}

static enum zhun_code query(struct zhun_conn *c, const struct source *from, struct zhun_task *task,
			    struct zhun_arena *a, struct zhun_rows **ret, struct zhun_error *err)
{
	struct zhun_rows *r = ZHUN_NEW(a, struct zhun_rows);
	if (!r)
		return zhun_no_memory(a, err);
	r->conn = c;
	r->arena = a;
	task->rows = r;
	enum zhun_code code = run_task(c, from, task, &r->own, err);
	if (!code)
		*ret = r;
	return code;
}

static enum zhun_code check_fixed(enum zhun_sql sql, const struct zhun_value *params, size_t count,
				  struct zhun_error *err)
{
	const struct zhun_sql_row *row = &zhun_sql_rows[sql];
	if (count != row->count)
		return zhun_fail(err, ZHUN_E_STORE_PARAMETER, NULL, row->name, ZHUN_INT(count + 1));
	return zhun_values_check(row->name, params, count, row->kinds, err);
}

enum zhun_code zhun_store_query(struct zhun_conn *c, const struct zhun_asked *asked, struct zhun_arena *a,
				struct zhun_rows **ret, struct zhun_error *err)
{
	struct zhun_task task = {.params = asked->params, .count = asked->count};
	enum zhun_code code = check_fixed(asked->sql, asked->params, asked->count, err);
	return code ? code : query(c, &(struct source){.sql = asked->sql}, &task, a, ret, err);
}

enum zhun_code zhun_store_one(struct zhun_conn *c, const struct zhun_asked *asked, struct zhun_arena *a,
			      const struct zhun_value **ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	enum zhun_code code = zhun_store_query(c, asked, a, &rows, err);
	if (code)
		return code;
	code = zhun_rows_next(rows, ret, err);
	if (code || *ret)
		zhun_rows_done(rows);
	return code;
}

enum zhun_code zhun_store_query_text(struct zhun_conn *c, const struct zhun_composed *asked,
				     struct zhun_arena *a, struct zhun_rows **ret, struct zhun_error *err)
{
	struct zhun_task task = {.params = asked->params, .count = asked->count};
	enum zhun_code code = zhun_values_check(asked->text, asked->params, asked->count, NULL, err);
	return code ? code : query(c, &(struct source){.text = asked->text}, &task, a, ret, err);
}

enum zhun_code zhun_store_exec(struct zhun_conn *c, enum zhun_sql sql, const struct zhun_value *params,
			       size_t count, int64_t *ret_changed, struct zhun_error *err)
{
	struct zhun_statement own;
	struct zhun_task task = {.params = params, .count = count, .ret_changed = ret_changed};
	enum zhun_code code = check_fixed(sql, params, count, err);
	return code ? code : run_task(c, &(struct source){.sql = sql}, &task, &own, err);
}

enum zhun_code zhun_store_exec_text(struct zhun_conn *c, const char *sql, const struct zhun_value *params,
				    size_t count, int64_t *ret_changed, struct zhun_error *err)
{
	struct zhun_statement own;
	struct zhun_task task = {.params = params, .count = count, .ret_changed = ret_changed};
	enum zhun_code code = zhun_values_check(sql, params, count, NULL, err);
	return code ? code : run_task(c, &(struct source){.text = sql}, &task, &own, err);
}

/* ---- rows of which nobody asks ---- */

enum zhun_code zhun_conn_flush(struct zhun_conn *c, struct zhun_error *err)
{
	return c->gathered && !c->numbering ? c->driver->flush(c, err) : ZHUN_OK;
}

enum zhun_code zhun_conn_settle(struct zhun_conn *c, struct zhun_error *err)
{
	return c->driver->settle ? c->driver->settle(c, err) : ZHUN_OK;
}

void zhun_conn_drop(struct zhun_conn *c)
{
	memset(c->pools, 0, sizeof c->pools);
	if (!c->gathered)
		return;
	c->gathered = NULL;
	c->gathered_bytes = 0;
	zhun_arena_reset(c->waiting);
}

static bool gathers(const struct zhun_conn *c)
{
	return c->driver->add && c->in_transaction;
}

static enum zhun_code gather(struct zhun_conn *c, const struct zhun_composed *row, struct zhun_error *err)
{
	enum zhun_code code = may_run(c, true, &c->latest);
	if (!code)
		code = c->driver->add(c, row, &c->latest);
	return code ? failed(c, code, err) : ZHUN_OK;
}

enum zhun_code zhun_store_add(struct zhun_conn *c, const struct zhun_asked *asked, struct zhun_error *err)
{
	if (!gathers(c))
		return zhun_store_exec(c, asked->sql, asked->params, asked->count, NULL, err);
	enum zhun_code code = check_fixed(asked->sql, asked->params, asked->count, err);
	const struct zhun_composed row = {zhun_sql_rows[asked->sql].text[c->driver->engine], asked->params,
					  asked->count};
	return code ? code : gather(c, &row, err);
}

enum zhun_code zhun_store_add_text(struct zhun_conn *c, const struct zhun_composed *asked, struct zhun_error *err)
{
	if (!gathers(c))
		return zhun_store_exec_text(c, asked->text, asked->params, asked->count, NULL, err);
	enum zhun_code code = zhun_values_check(asked->text, asked->params, asked->count, NULL, err);
	return code ? code : gather(c, asked, err);
}

enum zhun_code zhun_store_push(struct zhun_conn *c, struct zhun_error *err)
{
	enum zhun_code code = c->gathered ? may_run(c, true, &c->latest) : ZHUN_OK;
	if (!code)
		code = zhun_conn_flush(c, &c->latest);
	return code ? failed(c, code, err) : ZHUN_OK;
}

enum zhun_code zhun_rows_next(struct zhun_rows *r, const struct zhun_value **ret, struct zhun_error *err)
{
	if (r->finished) {
		*ret = NULL;
		return ZHUN_OK;
	}
	enum zhun_code code = r->conn->driver->next(r, ret, &r->conn->latest);
	if (code)
		code = failed(r->conn, code, err);
	if (code || !*ret)
		zhun_rows_done(r);
	return code;
}

int zhun_rows_columns(const struct zhun_rows *r)
{
	return r->columns;
}

void zhun_rows_done(struct zhun_rows *r)
{
	if (!r || r->finished)
		return;
	r->finished = true;
	r->conn->driver->done(r);
}
