/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the PostgreSQL driver's files share. */
#ifndef ZHUN_STORE_POSTGRES_H
#define ZHUN_STORE_POSTGRES_H

#include "store/driver.h"
#include "store/libpq.h"

/* Types by their fixed numbers in pg_type: those we bind and those we read. */
enum {
	PG_BOOL = 16, PG_BYTEA = 17, PG_NAME = 19, PG_INT8 = 20, PG_INT2 = 21, PG_INT4 = 23, PG_TEXT = 25,
	PG_FLOAT4 = 700, PG_FLOAT8 = 701, PG_UNKNOWN = 705, PG_BPCHAR = 1042, PG_VARCHAR = 1043,
	PG_BYTEA_ARRAY = 1001, PG_TEXT_ARRAY = 1009, PG_INT8_ARRAY = 1016, PG_FLOAT8_ARRAY = 1022
};

/** Reports what a result (NULL: the connection itself) says went wrong; clears the result. */
enum zhun_code zhun_postgres_fail(struct zhun_conn *c, PGresult *result, struct zhun_error *err);

/** ZHUN_OK for a good result, which is left alone; else reports and clears it. */
enum zhun_code zhun_postgres_check(struct zhun_conn *c, PGresult *result, struct zhun_error *err);

/** Whether each column is of a type that is read here. Fails STORE_TYPE. */
enum zhun_code zhun_postgres_check_columns(const PGresult *result, struct zhun_error *err);

/** A cell of a binary result, its memory in @a a; false without memory. */
bool zhun_postgres_cell(const PGresult *result, int row, int column, struct zhun_arena *a,
			struct zhun_value *ret);

/** Parameters in the shape libpq wants, in an arena. */
struct zhun_postgres_params {
	Oid *types;
	const char **values;
	int *lengths, *formats;
};
bool zhun_postgres_params(struct zhun_arena *a, const struct zhun_task *task, struct zhun_postgres_params *ret);

/** Sent now, answered later; postgres_pipe.c. A task is sent, its statement prepared where it is to be kept; a mark
 *  ends what is sent together; settling waits for all answers that are owed and fails with the first failure. @a ret
 *  (may be NULL) gets the answer to what was sent last. */
enum zhun_code zhun_postgres_send(struct zhun_conn *c, const struct zhun_task *task,
				  const struct zhun_postgres_params *p, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_postgres_mark(struct zhun_conn *c, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_postgres_settle(struct zhun_conn *c, PGresult **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A text without parameters, after what is owed; @a ret (may be NULL) gets its good answer. */
enum zhun_code zhun_postgres_command(struct zhun_conn *c, const char *text, PGresult **ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** What a prepared statement is called; and its end. */
enum { ZHUN_POSTGRES_NAME = 16 };
const char *zhun_postgres_name(unsigned number, char out[ZHUN_POSTGRES_NAME]);
void zhun_postgres_unprepare(struct zhun_conn *c, unsigned number);

/** Rows gathered by their text, as arrays of their columns; postgres_rows.c. */
enum zhun_code zhun_postgres_add(struct zhun_conn *c, const struct zhun_composed *row, struct zhun_error *err);
enum zhun_code zhun_postgres_flush(struct zhun_conn *c, struct zhun_error *err);

/** Opens and sets up; closes. */
enum zhun_code zhun_postgres_connect(struct zhun_conn *c, bool create, struct zhun_error *err);
void zhun_postgres_disconnect(struct zhun_conn *c);
enum zhun_code zhun_postgres_limit(struct zhun_conn *c, struct zhun_error *err);

#endif
