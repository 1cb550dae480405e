/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/fill.h"

#include "store/driver.h"

enum { INDEXES_MOST = 4000 };

/* How each engine hurries, takes its time again, and is left. SQLite holds what a transaction touches
 * in memory, so that a page is written once a transaction; PostgreSQL's writer lags by less than a second. */
static const char *const hurry[] = {
	[ZHUN_SQLITE] = "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144",
	[ZHUN_POSTGRES] = "SET synchronous_commit = off",
};
static const char *const steady[] = {
	[ZHUN_SQLITE] = "PRAGMA synchronous=FULL",
	[ZHUN_POSTGRES] = "SET synchronous_commit = on",
};
static const char *const as_before[] = {
	[ZHUN_SQLITE] = ZHUN_SQLITE_CACHE,
	[ZHUN_POSTGRES] = "RESET synchronous_commit",
};

static enum zhun_code script(struct zhun_conn *c, const char *text, struct zhun_error *err)
{
	return c->driver->script(c, text, err);
}

/* What drops and what makes each index that guards nothing. */
static enum zhun_code read_indexes(struct zhun_filling *f, const char **drops, const char **makes,
				   struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	size_t n = 0;
	const struct zhun_asked asked = {.sql = ZHUN_SQL_FILL_INDEXES};
	enum zhun_code code = zhun_store_query(f->conn, &asked, f->arena, &rows, err);

	if (code)
		return code;
	while (!(code = zhun_rows_next(rows, &row, err)) && row && n < INDEXES_MOST) {
		drops[n] = row[0].text;
		makes[n++] = row[1].text;
	}
	zhun_rows_done(rows);
	return code;
}

/* In one transaction: all of them or none. */
static enum zhun_code run_all(struct zhun_conn *c, void *context, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const char *const *text = context; *text && !code; text++)
		code = script(c, *text, err);
	return code;
}

static enum zhun_code drop_indexes(struct zhun_filling *f, struct zhun_error *err)
{
	const char **drops = ZHUN_NEW_ARRAY(f->arena, INDEXES_MOST + 1, const char *);

	f->indexes = ZHUN_NEW_ARRAY(f->arena, INDEXES_MOST + 1, const char *);
	if (!drops || !f->indexes)
		return zhun_no_memory(f->arena, err);
	enum zhun_code code = read_indexes(f, drops, f->indexes, err);
	return code ? code : zhun_store_run(f->conn, ZHUN_WRITE, run_all, drops, err);
}

static enum zhun_code mark(struct zhun_conn *c, const char *now, struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_int(ZHUN_STORE_FILLING), zhun_v_text("filling"),
					    zhun_v_int(ZHUN_STORE_FILLING), zhun_v_text("zhun"), zhun_v_text(now)};

	return zhun_store_exec(c, ZHUN_SQL_MIGRATION_RECORD, params, ZHUN_COUNT(params), NULL, err);
}

enum zhun_code zhun_fill_begin(struct zhun_conn *c, struct zhun_arena *a, const char *now,
			       struct zhun_filling *ret, struct zhun_error *err)
{
	*ret = (struct zhun_filling){.conn = c, .arena = a};
	enum zhun_code code = mark(c, now, err);
	if (!code)
		code = script(c, hurry[c->driver->engine], err);
	return code ? code : drop_indexes(ret, err);
}

/* What the log of SQLite holds goes into the file, and the file to the disk; a commit alone would
 * leave pages on their way that were copied there in the hurry. */
static enum zhun_code settle(struct zhun_filling *f, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	const struct zhun_asked asked = {.sql = ZHUN_SQL_FILL_SETTLE};
	enum zhun_code code = zhun_store_query(f->conn, &asked, f->arena, &rows, err);

	if (!code) {
		code = zhun_rows_next(rows, &row, err);
		zhun_rows_done(rows);
	}
	if (!code && (!row || row[0].integer))
		code = zhun_fail(err, ZHUN_E_STORE_RETRY, NULL);
	return code;
}

enum zhun_code zhun_fill_end(struct zhun_filling *f, struct zhun_error *err)
{
	struct zhun_conn *c = f->conn;
	int limit = c->limit_ms;
	const struct zhun_value number = zhun_v_int(ZHUN_STORE_FILLING);
	enum zhun_code code = zhun_conn_limit(c, 0, err);

	if (!code)
		code = script(c, steady[c->driver->engine], err);
	if (!code)
		code = zhun_store_run(c, ZHUN_WRITE, run_all, f->indexes, err);
	if (!code)
		code = settle(f, err);
	if (!code)
		code = zhun_store_exec(c, ZHUN_SQL_FILL_UNMARK, &number, 1, NULL, err);
	if (!code)
		code = script(c, as_before[c->driver->engine], err);
	return code ? code : zhun_conn_limit(c, limit, err);
}
