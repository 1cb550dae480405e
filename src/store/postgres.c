/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The PostgreSQL driver: preparing, running, reading rows. Statements are
 * prepared on the server under a number of this connection's; the answer is
 * taken whole, so that other statements may run while it is read.
 */
#include "store/postgres.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 16 };

static const char *name_of(unsigned number, char out[NAME_SIZE])
{
	snprintf(out, NAME_SIZE, "z%u", number);
	return out;
}

static enum zhun_code prepare(struct zhun_conn *c, struct zhun_statement *s,
			      const struct zhun_postgres_params *p, struct zhun_error *err)
{
	char name[NAME_SIZE];
	if (s->number || s->passing)
		return ZHUN_OK;
	unsigned number = ++c->last_number;
	PGresult *result = libpq.PQprepare(c->handle, name_of(number, name), s->text, (int)s->count, p->types);
	enum zhun_code code = zhun_postgres_check(c, result, err);
	if (code)
		return code;
	libpq.PQclear(result);
	s->number = number;
	return ZHUN_OK;
}

static PGresult *execute(struct zhun_conn *c, const struct zhun_task *task, const struct zhun_postgres_params *p)
{
	char name[NAME_SIZE];
	const struct zhun_statement *s = task->statement;
	if (s->passing)
		return libpq.PQexecParams(c->handle, s->text, (int)task->count, p->types, p->values, p->lengths,
				    p->formats, 1);
	return libpq.PQexecPrepared(c->handle, name_of(s->number, name), (int)task->count, p->values, p->lengths,
			      p->formats, 1);
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

static enum zhun_code take(struct zhun_conn *c, const struct zhun_task *task, PGresult *result,
			   struct zhun_error *err)
{
	enum zhun_code code = zhun_postgres_check(c, result, err);
	if (code)
		return code;
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

enum zhun_code zhun_postgres_execute(struct zhun_conn *c, const struct zhun_task *task,
				     const struct zhun_postgres_params *p, struct zhun_error *err)
{
	enum zhun_code code = prepare(c, task->statement, p, err);
	return code ? code : take(c, task, execute(c, task, p), err);
}

static enum zhun_code run(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	struct zhun_postgres_params p;
	if (!zhun_postgres_params(c->scratch, task, &p))
		return zhun_no_memory(c->scratch, err);
	enum zhun_code code = zhun_postgres_execute(c, task, &p, err);
	if (code && c->stale && !c->in_transaction) {
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
	PGresult *result = libpq.PQexec(c->handle, text);
	enum zhun_code code = zhun_postgres_check(c, result, err);
	if (!code)
		libpq.PQclear(result);
	return code;
}

/* COMMIT of a transaction in which a statement failed answers ROLLBACK, as a success. */
static enum zhun_code say(struct zhun_conn *c, enum zhun_word word, struct zhun_error *err)
{
	static const char *const texts[ZHUN_WORDS] = {
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
		"COMMIT", "ROLLBACK"};
	PGresult *result = libpq.PQexec(c->handle, texts[word]);
	enum zhun_code code = zhun_postgres_check(c, result, err);
	if (code)
		return code;
	bool said = word != ZHUN_COMMIT || zhun_str_equal(libpq.PQcmdStatus(result), "COMMIT");
	libpq.PQclear(result);
	return said ? ZHUN_OK : zhun_fail(err, ZHUN_E_STORE_SPOILED, NULL, "");
}

static void forget(struct zhun_conn *c, struct zhun_statement *s)
{
	char name[NAME_SIZE], text[32];
	if (s->number && !c->lost) {
		snprintf(text, sizeof text, "DEALLOCATE %s", name_of(s->number, name));
		libpq.PQclear(libpq.PQexec(c->handle, text));
	}
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
	.next = next,
	.done = done,
	.forget = forget,
};
