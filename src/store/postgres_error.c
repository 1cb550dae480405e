/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PostgreSQL's SQLSTATEs in our words. The columns of a constraint stand in the
 * detail, "Key (a, b)=(1, 2) already exists.", in brackets whatever the
 * server's language is.
 */
#include <string.h>

#include "store/postgres.h"

static const char *field(const PGresult *result, int code)
{
	const char *s = libpq.PQresultErrorField(result, code);
	return s ? s : "";
}

/* "a, b" of the detail; the constraint's name where there is no detail. */
static void read_columns(const PGresult *result, char out[ZHUN_ERROR_ARG_SIZE])
{
	const char *detail = field(result, PG_DIAG_MESSAGE_DETAIL);
	const char *from = strchr(detail, '('), *to = from ? strstr(from, ")=(") : NULL;
	if (!to) {
		from = field(result, PG_DIAG_CONSTRAINT_NAME);
		to = from + strlen(from);
	} else {
		from++;
	}
	size_t n = (size_t)(to - from) < ZHUN_ERROR_ARG_SIZE ? (size_t)(to - from) : ZHUN_ERROR_ARG_SIZE - 1;
	memcpy(out, from, n);
	out[n] = '\0';
}

static enum zhun_code fail_constraint(const PGresult *result, const char *state, struct zhun_error *err)
{
	const char *table = field(result, PG_DIAG_TABLE_NAME);
	char columns[ZHUN_ERROR_ARG_SIZE];
	read_columns(result, columns);
	if (zhun_str_equal(state, "23505"))
		return zhun_fail(err, ZHUN_E_STORE_UNIQUE, NULL, table, columns);
	if (zhun_str_equal(state, "23503"))
		return zhun_fail(err, ZHUN_E_STORE_FOREIGN, NULL, table, columns);
	if (zhun_str_equal(state, "23502"))
		return zhun_fail(err, ZHUN_E_STORE_NOT_NULL, NULL, table, field(result, PG_DIAG_COLUMN_NAME));
	return zhun_fail(err, ZHUN_E_STORE_CHECK, NULL, table, field(result, PG_DIAG_CONSTRAINT_NAME));
}

static bool one_of(const char *state, const char *const states[])
{
	for (size_t i = 0; states[i]; i++)
		if (zhun_str_starts(state, states[i]))
			return true;
	return false;
}

/* conflicts; also what a schema change or a pooler does to prepared statements */
static const char *const conflicts[] = {"40001", "40P01", "55P03", "0A000", "26000", NULL};
static const char *const losses[] = {"08", "57P01", "57P02", "57P03", "57P05", "25P03", "53300", NULL};

static enum zhun_code fail_state(struct zhun_conn *c, const PGresult *result, const char *state,
				 struct zhun_error *err)
{
	const char *message = field(result, PG_DIAG_MESSAGE_PRIMARY);
	if (one_of(state, conflicts)) {
		c->conflict = true;
		c->stale = zhun_str_equal(state, "0A000") || zhun_str_equal(state, "26000");
		return zhun_fail(err, ZHUN_E_STORE_RETRY, NULL);
	}
	if (one_of(state, losses)) {
		c->lost = true;
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, message);
	}
	if (zhun_str_starts(state, "23"))
		return fail_constraint(result, state, err);
	if (zhun_str_equal(state, "57014"))
		return zhun_fail(err, ZHUN_E_STORE_TIMEOUT, NULL);
	if (zhun_str_equal(state, "25006"))
		return zhun_fail(err, ZHUN_E_STORE_READ_ONLY, NULL);
	if (zhun_str_equal(state, "53100"))
		return zhun_fail(err, ZHUN_E_STORE_FULL, NULL);
	if (zhun_str_starts(state, "53")) {   /* locks, memory: others give them back */
		c->conflict = true;
		return zhun_fail(err, ZHUN_E_STORE_CROWDED, NULL, message);
	}
	if (zhun_str_starts(state, "XX00"))
		return zhun_fail(err, ZHUN_E_STORE_DAMAGED, NULL, message);
	return zhun_fail(err, ZHUN_E_STORE_SQL, NULL, message, state);
}

/* The first line of what libpq says, without its newline. */
static enum zhun_code fail_connection(struct zhun_conn *c, struct zhun_error *err)
{
	const char *message = libpq.PQerrorMessage(c->handle);
	char line[ZHUN_ERROR_ARG_SIZE];
	size_t n = strcspn(message, "\n");
	if (n >= sizeof line)
		n = sizeof line - 1;
	memcpy(line, message, n);
	line[n] = '\0';
	c->lost = true;
	return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, line);
}

enum zhun_code zhun_postgres_fail(struct zhun_conn *c, PGresult *result, struct zhun_error *err)
{
	const char *state = result ? libpq.PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
	enum zhun_code code;
	if (state && libpq.PQstatus(c->handle) == CONNECTION_OK)
		code = fail_state(c, result, state, err);
	else
		code = fail_connection(c, err);
	libpq.PQclear(result);
	return code;
}

enum zhun_code zhun_postgres_check(struct zhun_conn *c, PGresult *result, struct zhun_error *err)
{
	ExecStatusType status = libpq.PQresultStatus(result);
	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
		return ZHUN_OK;
	return zhun_postgres_fail(c, result, err);
}
