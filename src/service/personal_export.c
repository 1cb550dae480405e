/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a person, told as one JSON document, table by table (personal.h). In one snapshot, piece by piece:
 * what somebody changed in years does not lie in memory at once. */
#include "service/personal.h"

#include "store/tables.h"
#include "zhun/base/text.h"

enum { FORM = 1, PAGE = 1000, ROOM = 256 * 1024 * 1024, PIECE = 128 * 1024 * 1024 };

struct export {
	struct zhun_call *call;
	const char *account;
	const struct zhun_personal_out *o;
	struct zhun_arena *page;
	struct zhun_text piece;
	int64_t left, last;   /* changes that may still be told; the number of the last one told */
	bool begun;
};

static void begin_piece(struct export *x)
{
	zhun_arena_reset(x->page);
	zhun_text_init(&x->piece, x->page, PIECE);
}

static enum zhun_code give(struct export *x, struct zhun_error *err)
{
	const char *s = NULL;
	enum zhun_code code = zhun_text_done(&x->piece, &s, err);
	return code ? code : x->o->take(x->o->context, s, x->piece.len, err);
}

/* ---- a row ---- */

static void write_value(struct zhun_json_writer *w, const struct zhun_value *v)
{
	if (v->kind == ZHUN_V_INT)
		zhun_json_int(w, v->integer);
	else
		zhun_json_string(w, v->text);
}

static void write_cell(struct zhun_json_writer *w, const char *name, const struct zhun_value *v)
{
	bool marked = *name == '?' || *name == '{';
	zhun_json_key(w, marked ? name + 1 : name);
	if (*name == '?')
		zhun_json_bool(w, v->integer != 0);
	else if (*name == '{' && v->text)
		zhun_json_raw(w, v->text);
	else
		write_value(w, v);
}

static void write_row(struct export *x, const struct zhun_personal_part *p, const struct zhun_value *row)
{
	struct zhun_json_writer w;
	zhun_json_init(&w, &x->piece);
	zhun_json_begin_object(&w);
	for (size_t i = 0; i < ZHUN_PERSONAL_COLUMNS && p->columns[i]; i++)
		write_cell(&w, p->columns[i], &row[i]);
	zhun_json_end_object(&w);
}

/* The rows of a statement, with commas between them; @a ret_last is the last one. */
static enum zhun_code write_rows(struct export *x, const struct zhun_personal_part *p, const struct zhun_asked *asked,
				 const struct zhun_value **ret_last, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	*ret_last = NULL;
	enum zhun_code code = zhun_store_query(x->call->conn, asked, x->page, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		if (*ret_last)
			zhun_text_addc(&x->piece, ',');
		write_row(x, p, row);
		*ret_last = row;
	}
	zhun_rows_done(rows);
	return code;
}

/* ---- a part ---- */

static enum zhun_code give_rows(struct export *x, const struct zhun_personal_part *p, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(x->account), *last = NULL;
	const struct zhun_asked asked = {(enum zhun_sql)p->read, &account, 1};
	begin_piece(x);
	zhun_text_addf(&x->piece, ",\"%s\":%s", p->member, p->one ? "" : "[");
	enum zhun_code code = write_rows(x, p, &asked, &last, err);
	if (p->one && !last)
		zhun_text_add(&x->piece, "null");
	if (!p->one)
		zhun_text_addc(&x->piece, ']');
	return code ? code : give(x, err);
}

/* @a ret_more: whether the page was full. */
static enum zhun_code give_page(struct export *x, const struct zhun_personal_part *p, bool *ret_more,
				struct zhun_error *err)
{
	const int64_t most = x->left < PAGE ? x->left : PAGE;
	const struct zhun_value v[] = {zhun_v_text(x->account), zhun_v_int(x->last), zhun_v_int(most)}, *row = NULL;
	const struct zhun_asked asked = {(enum zhun_sql)p->read, v, ZHUN_COUNT(v)};
	const int64_t before = x->last;
	begin_piece(x);
	if (before > x->o->after)
		zhun_text_addc(&x->piece, ',');
	enum zhun_code code = write_rows(x, p, &asked, &row, err);
	*ret_more = row != NULL;
	if (code || !row)
		return code;
	x->last = row[0].integer;
	x->left -= most;
	return give(x, err);
}

/* {"items":[…],"next":…}: next is where those go on that did not find room. */
static enum zhun_code give_changes(struct export *x, const struct zhun_personal_part *p, struct zhun_error *err)
{
	bool more = true;
	begin_piece(x);
	zhun_text_addf(&x->piece, ",\"%s\":{\"items\":[", p->member);
	enum zhun_code code = give(x, err);
	while (!code && more && x->left > 0)
		code = give_page(x, p, &more, err);
	begin_piece(x);
	zhun_text_add(&x->piece, "],\"next\":");
	if (more)
		zhun_text_addf(&x->piece, "\"%lld\"}", (long long)x->last);
	else
		zhun_text_add(&x->piece, "null}");
	return code ? code : give(x, err);
}

static enum zhun_code give_head(struct export *x, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(x->call->now, now);
	begin_piece(x);
	zhun_text_addf(&x->piece, "{\"zhun_personal\":%d,\"made\":\"%s\"", FORM, now);
	return give(x, err);
}

static enum zhun_code give_all(struct export *x, struct zhun_error *err)
{
	enum zhun_code code = give_head(x, err);
	for (const struct zhun_personal_part *p = zhun_personal_parts; p->table && !code; p++)
		if (p->member && p->read == ZHUN_SQL_PERSONAL_CHANGES)
			code = give_changes(x, p, err);
		else if (p->member)
			code = give_rows(x, p, err);
	begin_piece(x);
	zhun_text_add(&x->piece, "}\n");
	return code ? code : give(x, err);
}

/* ---- the use cases ---- */

/* Also of one whose record was removed: its history is kept. */
static enum zhun_code check_known(struct export *x, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(x->account), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_ACCOUNT_REVISION, &account, 1};
	enum zhun_code code = zhun_store_one(x->call->conn, &asked, x->call->arena, &row, err);
	return code || row ? code : zhun_fail(err, ZHUN_E_ACCOUNT_UNKNOWN, NULL, x->account);
}

/* What was given away cannot be given again: a reading that broke off is not repeated. */
static enum zhun_code export(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct export *x = context;
	(void)conn;
	if (x->begun)
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, "export");
	x->begun = true;
	enum zhun_code code = check_known(x, err);
	return code ? code : give_all(x, err);
}

static enum zhun_code run(struct zhun_call *call, const char *account, const struct zhun_personal_out *o,
			  struct zhun_error *err)
{
	struct export x = {.call = call, .account = account, .o = o, .page = zhun_arena_open(ROOM),
			   .left = o->most ? o->most : INT64_MAX, .last = o->after};
	enum zhun_code code = x.page ? zhun_store_run(call->conn, ZHUN_READ, export, &x, err)
				     : zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	zhun_arena_close(x.page);
	return code;
}

enum zhun_code zhun_service_personal_own(struct zhun_call *call, const struct zhun_personal_out *o,
					 struct zhun_error *err)
{
	enum zhun_code code = zhun_call_account(call, err);
	return code ? code : run(call, call->viewer.account, o, err);
}

enum zhun_code zhun_service_personal(struct zhun_call *call, const char *account, const struct zhun_personal_out *o,
				     struct zhun_error *err)
{
	if (!call->viewer.administrator)
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = run(call, account, o, err);
	if (!code)
		zhun_call_log(call, "account.data", "whose", account);
	return code;
}
