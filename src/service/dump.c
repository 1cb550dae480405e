/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database as a text that any database is made from again (dump.h). */
#include "service/dump.h"

#include "service/inside.h"

enum { PAGE_CEILING = 256 * 1024 * 1024, TABLES_CEILING = 16 * 1024 * 1024, KEYS_MOST = 16 };

struct dump {
	struct zhun_store *store;
	struct zhun_conn *conn;
	const struct zhun_dump_out *o;
	struct zhun_arena *lasting, *page;
	struct zhun_copy copy;
	struct zhun_dump_digest digest;
	int64_t rows;
	bool begun;
	struct zhun_arena_mark keys;   /* where the key of a page lies in lasting */
};

/* One line, its end left to here. */
static enum zhun_code give(struct dump *d, struct zhun_text *line, struct zhun_error *err)
{
	const char *s = NULL;
	enum zhun_code code = zhun_text_done(line, &s, err);
	if (!code)
		code = zhun_dump_digest_add(&d->digest, d->page, s, line->len, err);
	if (!code)
		zhun_text_addc(line, '\n');
	if (!code)
		code = zhun_text_done(line, &s, err);
	return code ? code : d->o->take(d->o->context, s, line->len, err);
}

static enum zhun_code give_first(struct dump *d, struct zhun_error *err)
{
	struct zhun_store_status status;
	struct zhun_text line;
	struct zhun_json_writer w;
	enum zhun_code code = zhun_store_status(d->store, &status, err);
	if (code)
		return code;
	zhun_text_init(&line, d->page, ZHUN_DUMP_LINE);
	zhun_json_init(&w, &line);
	zhun_json_begin_object(&w);
	zhun_json_member_int(&w, "zhun_dump", ZHUN_DUMP_FORM);
	zhun_json_member_int(&w, "version", status.version);
	zhun_json_member_string(&w, "program", ZHUN_VERSION);
	zhun_json_end_object(&w);
	return give(d, &line, err);
}

static enum zhun_code give_head(struct dump *d, const struct zhun_copy_table *t, struct zhun_error *err)
{
	struct zhun_text line;
	struct zhun_json_writer w;
	zhun_arena_reset(d->page);
	zhun_text_init(&line, d->page, ZHUN_DUMP_LINE);
	zhun_json_init(&w, &line);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "table", t->name);
	zhun_json_member_array(&w, "columns");
	for (size_t i = 0; i < t->count; i++)
		zhun_json_string(&w, t->columns[i].name);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return give(d, &line, err);
}

/* The key of the last row, where the next page goes on: a copy that outlives the page, in the place of the
 * one before. */
static enum zhun_code keep_key(const struct dump *d, const struct zhun_copy_table *t, const struct zhun_value *row,
			       struct zhun_value *ret, struct zhun_error *err)
{
	zhun_arena_rewind(d->lasting, d->keys);
	for (size_t i = 0; i < t->keys; i++) {
		ret[i] = row[t->key[i]];
		if (ret[i].kind == ZHUN_V_TEXT && !(ret[i].text = zhun_strdup(d->lasting, ret[i].text)))
			return zhun_no_memory(d->lasting, err);
	}
	return ZHUN_OK;
}

/* @a ret_more: whether rows were there, and others may follow @a key. */
static enum zhun_code give_page(struct dump *d, const struct zhun_copy_table *t, struct zhun_value *key,
				bool *ret_more, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL, *last = NULL;
	zhun_arena_reset(d->page);
	enum zhun_code code = zhun_copy_read(d->conn, t, *ret_more ? key : NULL, d->page, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		struct zhun_text line;
		struct zhun_json_writer w;
		last = row;
		zhun_text_init(&line, d->page, ZHUN_DUMP_LINE);
		zhun_json_init(&w, &line);
		code = zhun_dump_row(&w, t, row, d->page, err);
		if (!code)
			code = give(d, &line, err);
		d->rows++;
	}
	zhun_rows_done(rows);
	*ret_more = last != NULL;
	return code || !last ? code : keep_key(d, t, last, key, err);
}

static enum zhun_code give_table(struct dump *d, const struct zhun_copy_table *t, struct zhun_error *err)
{
	struct zhun_value key[KEYS_MOST];
	bool more = false;
	d->keys = zhun_arena_mark(d->lasting);
	if (t->keys > KEYS_MOST)
		return zhun_fail(err, ZHUN_E_INTERNAL, NULL, t->name);
	enum zhun_code code = give_head(d, t, err);
	do {
		if (!code)
			code = give_page(d, t, key, &more, err);
	} while (!code && more);
	return code;
}

static enum zhun_code give_last(struct dump *d, struct zhun_error *err)
{
	char hex[2 * ZHUN_SHA256_SIZE + 1];
	struct zhun_text line;
	struct zhun_json_writer w;
	zhun_hex((struct zhun_bytes){d->digest.state, sizeof d->digest.state}, hex);
	zhun_arena_reset(d->page);
	zhun_text_init(&line, d->page, ZHUN_DUMP_LINE);
	zhun_json_init(&w, &line);
	zhun_json_begin_object(&w);
	zhun_json_member_int(&w, "rows", d->rows);
	zhun_json_member_string(&w, "digest", hex);
	zhun_json_end_object(&w);
	return give(d, &line, err);
}

/* In one snapshot. What was given away cannot be given again: a reading that broke off is not repeated. */
static enum zhun_code dump(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct dump *d = context;
	if (d->begun)
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, "dump");
	d->begun = true;
	enum zhun_code code = zhun_copy_tables(conn, d->lasting, &d->copy, err);
	if (!code)
		code = give_first(d, err);
	for (size_t i = 0; i < d->copy.count && !code; i++)
		code = give_table(d, &d->copy.tables[i], err);
	return code ? code : give_last(d, err);
}

/* On a connection of its own, without limit: a large database takes its time. */
static enum zhun_code run(struct dump *d, struct zhun_error *err)
{
	enum zhun_code code = d->store ? zhun_conn_open(d->store, ZHUN_READ, &d->conn, err)
				       : zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
	if (!code)
		code = zhun_conn_limit(d->conn, 0, err);
	if (!code)
		code = zhun_store_run(d->conn, ZHUN_READ, dump, d, err);
	d->conn = zhun_conn_close(d->conn);
	return code;
}

enum zhun_code zhun_service_dump(struct zhun_call *call, const struct zhun_dump_out *o, int64_t *ret_rows,
				 struct zhun_error *err)
{
	struct dump d = {.store = call->service->store, .o = o, .lasting = zhun_arena_open(TABLES_CEILING),
			 .page = zhun_arena_open(PAGE_CEILING)};
	enum zhun_code code = d.lasting && d.page ? run(&d, err) : zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	if (!code)
		*ret_rows = d.rows;
	zhun_arena_close(d.lasting);
	zhun_arena_close(d.page);
	return code;
}
