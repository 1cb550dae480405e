/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The PostgreSQL driver: preparing, running, reading rows. Statements are
 * prepared on the server under a number of this connection's; the answer is
 * taken whole, so that other statements may run while it is read.
 */
#include "store/postgres.h"

#include <string.h>

/* A statement that is known to the server needs no more than its one trip. */
static enum zhun_code execute(struct zhun_conn *c, const struct zhun_task *task, const struct zhun_postgres_params *p,
			      PGresult **ret, struct zhun_error *err)
{
	char name[ZHUN_POSTGRES_NAME];
	const struct zhun_statement *s = task->statement;
	if (s->number && !c->piped) {
		*ret = libpq.PQexecPrepared(c->handle, zhun_postgres_name(s->number, name), (int)task->count, p->values,
					    p->lengths, p->formats, 1);
		return zhun_postgres_check(c, *ret, err);
	}
	enum zhun_code code = zhun_postgres_send(c, task, p, err);
	if (!code)
		code = zhun_postgres_mark(c, err);
	return code ? code : zhun_postgres_settle(c, ret, err);
}

/* The number in "UPDATE 3"; 0 for what counts nothing. */
static int64_t changed(PGresult *result)
{
	int64_t n = 0;
	for (const char *p = libpq.PQcmdTuples(result); *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (*p - '0');
	return n;
}

static bool is_select(PGresult *result)
{
	return zhun_str_starts(libpq.PQcmdStatus(result), "SELECT");
}

static enum zhun_code take(const struct zhun_task *task, PGresult *result, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	if (task->ret_changed)
		*task->ret_changed = is_select(result) ? 0 : changed(result);
	if (task->rows)
		code = zhun_postgres_check_columns(result, err);
	if (!task->rows || code) {
		libpq.PQclear(result);
		return code;
	}
	task->rows->columns = libpq.PQnfields(result);
	task->rows->count = libpq.PQntuples(result);
	task->rows->result = result;
	return ZHUN_OK;
}

static enum zhun_code run(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	struct zhun_postgres_params p;
	PGresult *result = NULL;
	if (!zhun_postgres_params(c->scratch, task, &p))
		return zhun_no_memory(c->scratch, err);
	enum zhun_code code = execute(c, task, &p, &result, err);
	if (!code)
		return take(task, result, err);
	if (c->stale && !c->in_transaction) {
		c->stale = false;
		zhun_statements_forget(c);
	}
	return code;
}

static enum zhun_code next(struct zhun_rows *r, const struct zhun_value **ret, struct zhun_error *err)
{
	if (r->at == r->count) {
		*ret = NULL;
		return ZHUN_OK;
	}
	struct zhun_value *cells = ZHUN_NEW_ARRAY(r->arena, (size_t)r->columns, struct zhun_value);
	if (!cells)
		return zhun_no_memory(r->arena, err);
	for (int i = 0; i < r->columns; i++)
		if (!zhun_postgres_cell(r->result, r->at, i, r->arena, &cells[i]))
			return zhun_no_memory(r->arena, err);
	r->at++;
	*ret = cells;
	return ZHUN_OK;
}

static void done(struct zhun_rows *r)
{
	libpq.PQclear(r->result);
	r->result = NULL;
}

static enum zhun_code script(struct zhun_conn *c, const char *text, struct zhun_error *err)
{
	return zhun_postgres_command(c, text, NULL, err);
}

/* COMMIT of a transaction in which a statement failed answers ROLLBACK, as a success. */
static enum zhun_code say(struct zhun_conn *c, enum zhun_word word, struct zhun_error *err)
{
	static const char *const texts[ZHUN_WORDS] = {
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
		"COMMIT", "ROLLBACK"};
	PGresult *result = NULL;
	if (word == ZHUN_ROLLBACK)   /* what rows on their way met concerns nobody any more */
		(void)!zhun_postgres_settle(c, NULL, NULL);
	enum zhun_code code = zhun_postgres_command(c, texts[word], &result, err);
	if (code)
		return code;
	bool said = word != ZHUN_COMMIT || zhun_str_equal(libpq.PQcmdStatus(result), "COMMIT");
	libpq.PQclear(result);
	return said ? ZHUN_OK : zhun_fail(err, ZHUN_E_STORE_SPOILED, NULL, "");
}

static enum zhun_code settle(struct zhun_conn *c, struct zhun_error *err)
{
	return zhun_postgres_settle(c, NULL, err);
}

static void forget(struct zhun_conn *c, struct zhun_statement *s)
{
	if (s->number && !c->lost)
		zhun_postgres_unprepare(c, s->number);
	s->number = 0;
}

const struct zhun_driver zhun_postgres_driver = {
	.engine = ZHUN_POSTGRES,
	.typed = true,
	.connect = zhun_postgres_connect,
	.disconnect = zhun_postgres_disconnect,
	.limit = zhun_postgres_limit,
	.script = script,
	.say = say,
	.run = run,
	.add = zhun_postgres_add,
	.flush = zhun_postgres_flush,
	.settle = settle,
	.next = next,
	.done = done,
	.forget = forget,
};
