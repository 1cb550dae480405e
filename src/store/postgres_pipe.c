/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Statements that are sent one after another, their answers read later: a statement is prepared and run in one trip,
 * and rows of which nobody asks are written by the server while the program goes on. A mark ends what is sent
 * together; what failed before it is told, and all that follows up to the mark is left undone by the server.
 */
#include <stdio.h>

#include "store/postgres.h"

const char *zhun_postgres_name(unsigned number, char out[ZHUN_POSTGRES_NAME])
{
	snprintf(out, ZHUN_POSTGRES_NAME, "z%u", number);
	return out;
}

static bool enter(struct zhun_conn *c)
{
	if (!c->piped) {
		c->piped = libpq.PQenterPipelineMode(c->handle) == 1;
		c->sure = c->last_number;
	}
	return c->piped;
}

static bool prepare(struct zhun_conn *c, struct zhun_statement *s, const struct zhun_postgres_params *p)
{
	char name[ZHUN_POSTGRES_NAME];
	if (s->number || s->passing)
		return true;
	s->number = ++c->last_number;
	return libpq.PQsendPrepare(c->handle, zhun_postgres_name(s->number, name), s->text, (int)s->count,
				   p->types) == 1;
}

static bool execute(struct zhun_conn *c, const struct zhun_task *task, const struct zhun_postgres_params *p)
{
	char name[ZHUN_POSTGRES_NAME];
	const struct zhun_statement *s = task->statement;
	if (s->passing)
		return libpq.PQsendQueryParams(c->handle, s->text, (int)task->count, p->types, p->values, p->lengths,
					       p->formats, 1) == 1;
	return libpq.PQsendQueryPrepared(c->handle, zhun_postgres_name(s->number, name), (int)task->count, p->values,
					 p->lengths, p->formats, 1) == 1;
}

enum zhun_code zhun_postgres_send(struct zhun_conn *c, const struct zhun_task *task,
				  const struct zhun_postgres_params *p, struct zhun_error *err)
{
	if (enter(c) && prepare(c, task->statement, p) && execute(c, task, p))
		return ZHUN_OK;
	return zhun_postgres_fail(c, NULL, err);
}

void zhun_postgres_unprepare(struct zhun_conn *c, unsigned number)
{
	char name[ZHUN_POSTGRES_NAME], text[32];
	snprintf(text, sizeof text, "DEALLOCATE %s", zhun_postgres_name(number, name));
	if (c->piped)   /* should it fail, so does all that follows */
		(void)libpq.PQsendQueryParams(c->handle, text, 0, NULL, NULL, NULL, NULL, 1);
	else
		libpq.PQclear(libpq.PQexec(c->handle, text));
}

enum zhun_code zhun_postgres_mark(struct zhun_conn *c, struct zhun_error *err)
{
	if (libpq.PQpipelineSync(c->handle) != 1)
		return zhun_postgres_fail(c, NULL, err);
	c->marks++;
	return ZHUN_OK;
}

/* After a failure nobody knows which of those that were prepared on the way are. */
static void unsure(struct zhun_conn *c)
{
	for (size_t i = 0; i < ZHUN_SQL_COUNT; i++)
		if (c->table[i].number > c->sure)
			c->table[i].number = 0;
	for (size_t i = 0; c->composed && i < ZHUN_COMPOSED_SLOTS; i++)
		if (c->composed[i].number > c->sure)
			c->composed[i].number = 0;
}

/* An answer of those that were owed; the first failure is kept, and the last good one. */
static enum zhun_code take(struct zhun_conn *c, PGresult *result, PGresult **last, enum zhun_code code,
			   struct zhun_error *err)
{
	const ExecStatusType status = libpq.PQresultStatus(result);
	if (status == PGRES_PIPELINE_SYNC)
		c->marks--;
	if (code || status == PGRES_PIPELINE_SYNC || status == PGRES_PIPELINE_ABORTED) {
		libpq.PQclear(result);
		return code;
	}
	code = zhun_postgres_check(c, result, err);
	if (code)
		return code;
	libpq.PQclear(*last);
	*last = result;
	return ZHUN_OK;
}

enum zhun_code zhun_postgres_settle(struct zhun_conn *c, PGresult **ret, struct zhun_error *err)
{
	PGresult *last = NULL;
	enum zhun_code code = ZHUN_OK;
	while (c->marks && !c->lost) {
		PGresult *result = libpq.PQgetResult(c->handle);
		if (result)
			code = take(c, result, &last, code, err);
		else if (libpq.PQstatus(c->handle) != CONNECTION_OK)
			code = zhun_postgres_fail(c, NULL, code ? NULL : err);
	}
	c->marks = 0;
	if (c->piped && !c->lost && libpq.PQexitPipelineMode(c->handle) != 1 && !code)
		code = zhun_postgres_fail(c, NULL, err);
	c->piped = false;
	if (code)
		unsure(c);
	if (code || !ret)
		libpq.PQclear(last);
	else
		*ret = last;
	return code;
}

enum zhun_code zhun_postgres_command(struct zhun_conn *c, const char *text, PGresult **ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_postgres_settle(c, NULL, err);
	PGresult *result = code ? NULL : libpq.PQexec(c->handle, text);
	if (!code)
		code = zhun_postgres_check(c, result, err);
	if (code)
		return code;
	if (ret)
		*ret = result;
	else
		libpq.PQclear(result);
	return ZHUN_OK;
}
