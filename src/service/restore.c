/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database made of a dump: empty before, of the dump's version and then of this program's. */
#include <string.h>

#include "service/dump.h"
#include "service/inside.h"
#include "service/search.h"
#include "store/fill.h"

enum { LINE_CEILING = 512 * 1024 * 1024, TABLES_CEILING = 16 * 1024 * 1024, CELLS_MOST = 400 };

struct restore {
	struct zhun_call *call;
	const struct zhun_restore_in *in;
	struct zhun_conn *conn;
	struct zhun_arena *lasting, *line;
	struct zhun_copy copy;
	const struct zhun_copy_table *table;   /* whose rows come */
	struct zhun_dump_digest digest;
	int64_t lines, rows;
	bool begun, ended;
};

/* The next line as a value; @a ret is NULL at the end. The digest before it is what a last line would tell. */
static enum zhun_code next_line(struct restore *r, char before[2 * ZHUN_SHA256_SIZE + 1], const struct zhun_json **ret,
				struct zhun_error *err)
{
	const char *s = NULL;
	size_t n = 0;
	*ret = NULL;
	zhun_arena_reset(r->line);
	enum zhun_code code = r->in->next(r->in->context, &s, &n, err);
	if (code || !s)
		return code;
	r->lines++;
	zhun_hex((struct zhun_bytes){r->digest.state, sizeof r->digest.state}, before);
	code = zhun_dump_digest_add(&r->digest, r->line, s, n, err);
	return code ? code : zhun_json_parse(r->line, s, n, ret, err);
}

/* Columns as the dump has them must be those of the database at the dump's version. */
static enum zhun_code begin_table(struct restore *r, const struct zhun_json *head, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(head, "table");
	const struct zhun_copy_table *t = zhun_copy_table(&r->copy, name);
	const struct zhun_json *columns = zhun_json_get(head, "columns");
	if (!t || !columns || columns->count != t->count)
		return zhun_fail(err, ZHUN_E_DUMP_TABLE, NULL, name ? name : "");
	const struct zhun_json *c = columns->first;
	for (size_t i = 0; i < t->count; i++, c = c->next)
		if (c->kind != ZHUN_J_STRING || !zhun_str_equal(c->text, t->columns[i].name))
			return zhun_fail(err, ZHUN_E_DUMP_TABLE, t->columns[i].name, t->name);
	r->table = t;
	return zhun_copy_clear(r->conn, t, err);
}

static enum zhun_code add_row(struct restore *r, const struct zhun_json *row, struct zhun_error *err)
{
	struct zhun_value cells[CELLS_MOST];
	if (!r->table || r->table->count > CELLS_MOST)
		return zhun_fail(err, ZHUN_E_DUMP_BAD, NULL);
	enum zhun_code code = zhun_dump_cells(row, r->table, r->line, cells, err);
	r->rows++;
	return code ? code : zhun_copy_add(r->conn, r->table, cells, err);
}

static enum zhun_code end(struct restore *r, const struct zhun_json *last, const char *digest, struct zhun_error *err)
{
	const struct zhun_json *rows = zhun_json_get(last, "rows");
	r->ended = true;
	if (rows->kind != ZHUN_J_INT || rows->integer != r->rows ||
	    !zhun_str_equal(zhun_json_get_string(last, "digest"), digest))
		return zhun_fail(err, ZHUN_E_DUMP_CHANGED, NULL);
	return ZHUN_OK;
}

static enum zhun_code take_line(struct restore *r, const struct zhun_json *line, const char *digest,
				struct zhun_error *err)
{
	if (r->ended)
		return zhun_fail(err, ZHUN_E_DUMP_BAD, NULL);
	if (line->kind == ZHUN_J_ARRAY)
		return add_row(r, line, err);
	return zhun_json_get(line, "rows") ? end(r, line, digest, err) : begin_table(r, line, err);
}

/* All rows in one transaction: a link may lead to a table whose rows come later. */
static enum zhun_code take_all(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct restore *r = context;
	const struct zhun_json *line = NULL;
	char digest[2 * ZHUN_SHA256_SIZE + 1] = "";
	enum zhun_code code = ZHUN_OK;
	(void)conn;
	if (r->begun)
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, "restore");
	r->begun = true;
	while (!code && !(code = next_line(r, digest, &line, err)) && line)
		code = take_line(r, line, digest, err);
	if (!code && !r->ended)
		code = zhun_fail(err, ZHUN_E_DUMP_CHANGED, NULL);
	if (code)
		return zhun_error_within(err, zhun_printf(r->lasting, "%lld", (long long)r->lines));
	zhun_arena_reset(r->line);
	return zhun_copy_settle(r->conn, r->line, err);
}

static enum zhun_code fill(struct restore *r, const char *now, struct zhun_error *err)
{
	struct zhun_filling filling;
	enum zhun_code code = zhun_conn_limit(r->conn, 0, err);
	if (!code)
		code = zhun_fill_begin(r->conn, r->lasting, now, &filling, err);
	if (!code)
		code = zhun_copy_tables(r->conn, r->lasting, &r->copy, err);
	if (!code)
		code = zhun_store_run(r->conn, ZHUN_WRITE, take_all, r, err);
	return code ? code : zhun_fill_end(&filling, err);
}

/* What the dump is, before anything is made. @a ret is its version. */
static enum zhun_code read_first(struct restore *r, int *ret, struct zhun_error *err)
{
	struct zhun_store_status status;
	const struct zhun_json *line = NULL;
	char digest[2 * ZHUN_SHA256_SIZE + 1];
	enum zhun_code code = next_line(r, digest, &line, err);
	const struct zhun_json *form = code ? NULL : zhun_json_get(line, "zhun_dump");
	const struct zhun_json *version = code ? NULL : zhun_json_get(line, "version");
	if (!code && (!form || !version || form->integer != ZHUN_DUMP_FORM || version->integer < 1))
		code = zhun_fail(err, ZHUN_E_DUMP_BAD, NULL);
	if (code)
		return zhun_error_within(err, "1");
	code = zhun_store_status(r->call->service->store, &status, err);
	if (!code && status.version)
		code = zhun_fail(err, ZHUN_E_DUMP_NOT_EMPTY, NULL);
	if (!code && version->integer > status.known)
		code = zhun_fail(err, ZHUN_E_STORE_NEWER, NULL, ZHUN_INT(version->integer), ZHUN_INT(status.known));
	*ret = (int)version->integer;
	return code;
}

static enum zhun_code restore(struct restore *r, struct zhun_error *err)
{
	struct zhun_store *store = r->call->service->store;
	char now[ZHUN_INSTANT_TEXT];
	struct zhun_migrating as = {.program = ZHUN_VERSION, .now = now};
	zhun_instant_text(r->call->now, now);
	enum zhun_code code = read_first(r, &as.to, err);
	if (!code)
		code = zhun_store_migrate_to(store, &as, NULL, err);
	if (!code)
		code = zhun_conn_open(store, ZHUN_WRITE, &r->conn, err);
	if (!code)
		code = fill(r, now, err);
	r->conn = zhun_conn_close(r->conn);
	return code ? code : zhun_service_upgrade(store, now, NULL, err);
}

enum zhun_code zhun_service_restore(struct zhun_call *call, const struct zhun_restore_in *in, int64_t *ret_rows,
				    struct zhun_error *err)
{
	struct restore r = {.call = call, .in = in, .lasting = zhun_arena_open(TABLES_CEILING),
			    .line = zhun_arena_open(LINE_CEILING)};
	enum zhun_code code = r.lasting && r.line ? ZHUN_OK : zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	if (!code && !call->service->store)
		code = zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
	if (!code)
		code = restore(&r, err);
	if (!code)
		*ret_rows = r.rows;
	zhun_arena_close(r.lasting);
	zhun_arena_close(r.line);
	return code;
}
