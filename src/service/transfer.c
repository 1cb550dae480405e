/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in and out of files: the register does the work, here it gets transaction, memory and ids. */
#include "register/transfer.h"

#include "service/foreign.h"
#include "service/personal.h"

enum { ROW_ROOM = 64 * 1024 * 1024, LASTING_ROOM = 512 * 1024 * 1024, REPORT_MOST = 4 * 1024 * 1024 };

/* Arenas beside the call's: one that each row begins anew, one that some rows do, one for what lasts. */
struct room {
	struct zhun_arena *row, *page, *lasting;
};

static enum zhun_code open_room(struct room *r, struct zhun_error *err)
{
	*r = (struct room){zhun_arena_open(ROW_ROOM), zhun_arena_open(ROW_ROOM), zhun_arena_open(LASTING_ROOM)};
	return r->row && r->page && r->lasting ? ZHUN_OK : zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
}

static void close_room(struct room *r)
{
	r->row = zhun_arena_close(r->row);
	r->page = zhun_arena_close(r->page);
	r->lasting = zhun_arena_close(r->lasting);
}

/* A file's first sign that is no blank: { begins JSON. */
static enum zhun_code format_of(const char *word, const struct zhun_bytes *bytes, enum zhun_transfer_format *ret,
				struct zhun_error *err)
{
	static const char *const words[] = {[ZHUN_TRANSFER_CSV] = "csv", [ZHUN_TRANSFER_JSONL] = "jsonl"};
	size_t at = 0;

	for (size_t i = 0; word && i < ZHUN_COUNT(words); i++)
		if (strcmp(word, words[i]) == 0) {
			*ret = (enum zhun_transfer_format)i;
			return ZHUN_OK;
		}
	if (word)
		return zhun_fail(err, ZHUN_E_FORMAT_UNKNOWN, "format", word);
	while (at < bytes->len && strchr(" \t\r\n", bytes->ptr[at]))
		at++;
	*ret = at < bytes->len && bytes->ptr[at] == '{' ? ZHUN_TRANSFER_JSONL : ZHUN_TRANSFER_CSV;
	return ZHUN_OK;
}

/* ---- in ---- */

struct import {
	struct zhun_call *call;
	const struct zhun_rows_in *asked;
	struct zhun_import in;
	struct zhun_write write;
	char today[ZHUN_DATE_TEXT];
	struct room room;
	struct zhun_text *out;
	bool filed;
};

static enum zhun_code new_id(void *context, char *out, struct zhun_error *err)
{
	struct import *i = context;
	return zhun_call_id(i->call, out, err);
}

static bool tell(void *context, size_t rows, size_t bytes)
{
	const struct import *i = context;
	return !i->asked->progress || i->asked->progress(i->asked->context, rows, bytes);
}

/* Repeatable: begins with an empty report. What is not to stay ends in a failure, which rolls back. */
static enum zhun_code import(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct import *i = context;
	zhun_arena_reset(i->room.row);
	zhun_arena_reset(i->room.page);
	zhun_arena_reset(i->room.lasting);
	zhun_text_init(i->out, i->out->arena, REPORT_MOST);
	zhun_call_today(i->call, i->today);
	i->write = (struct zhun_write){.by = zhun_call_reader(i->call, conn), .now = i->call->now,
		.today = i->today, .request = i->call->request_id, .reason = i->asked->reason};
	const struct zhun_reader by = i->write.by;
	i->write.by.arena = i->room.row;
	bool before = false;
	enum zhun_code code = zhun_accounts_before(&by, i->in.reg, &before, err);
	if (!code)
		code = zhun_register_import(&i->in, i->out, &i->filed, err);
	if (!code && i->filed)
		code = zhun_accounts_after(&by, i->in.reg, before, err);
	if (!code && i->filed && i->asked->finish)
		code = i->asked->finish(conn, i->asked->context, err);
	return code || i->filed ? code : ZHUN_E_CANCELLED;
}

enum zhun_code zhun_service_rows_import(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_in *asked, struct zhun_text *out, bool *ret_filed,
					struct zhun_error *err)
{
	struct import i = {.call = call, .asked = asked, .out = out};
	bool reported = false;
	if (asked->from)
		return zhun_foreign_rows(call, reg, asked, out, ret_filed, err);
	i.in = (struct zhun_import){.write = &i.write, .reg = reg, .file = asked->bytes, .most = asked->most,
		.dry = asked->dry, .new_id = new_id, .progress = tell, .context = &i};
	enum zhun_code code = zhun_call_scope(call, reg, err);
	if (!code)
		code = format_of(asked->format, &asked->bytes, &i.in.format, err);
	if (!code)
		code = open_room(&i.room, err);
	i.in.page = i.room.page;
	i.in.arena = i.room.lasting;
	if (!code) {
		struct zhun_error none = {0};
		code = zhun_store_run_large(call->conn, import, &i, &none);
		/* rolled back with a report: an answer, and not a failure (which has words) */
		reported = code == ZHUN_E_CANCELLED && none.code != ZHUN_E_CANCELLED;
		if (code && !reported)
			*err = none;
	}
	close_room(&i.room);
	if (reported || !code)
		*ret_filed = i.filed;
	if (i.filed && !code)
		zhun_call_log(call, "rows.import", reg->name, asked->reason);
	return reported ? ZHUN_OK : code;
}

/* ---- out ---- */

struct export {
	struct zhun_call *call;
	struct zhun_export x;
	struct room room;
	bool begun;
};

/* What was given away cannot be given again: a reading that broke off is not repeated. */
static enum zhun_code export(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct export *e = context;
	if (e->begun)
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, "export");
	e->begun = true;
	e->x.by = zhun_call_reader(e->call, conn);
	e->x.by.arena = e->room.row;
	return zhun_register_export(&e->x, err);
}

/* The list's parameters without the word of the format. */
static enum zhun_code split(struct zhun_call *call, const struct zhun_params *asked, struct zhun_params *ret,
			    const char **ret_format, struct zhun_error *err)
{
	size_t most = asked ? asked->count : 0, n = 0;
	struct zhun_param *items = ZHUN_NEW_ARRAY(call->arena, most + 1, struct zhun_param);
	if (!items)
		return zhun_no_memory(call->arena, err);
	*ret_format = "csv";
	for (size_t i = 0; i < most; i++)
		if (zhun_str_equal(asked->items[i].name, "format"))
			*ret_format = asked->items[i].value;
		else
			items[n++] = asked->items[i];
	*ret = (struct zhun_params){items, n};
	return ZHUN_OK;
}

enum zhun_code zhun_service_rows_export(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_rows_out *o, struct zhun_error *err)
{
	struct zhun_params params;
	const char *format;
	struct export e = {.call = call, .x = {.reg = reg, .params = &params, .take = o->take, .context = o->context}};
	enum zhun_code code = zhun_call_scope(call, reg, err);
	if (!code)
		code = split(call, o->params, &params, &format, err);
	if (!code)
		code = format_of(format, NULL, &e.x.format, err);
	if (!code)
		code = open_room(&e.room, err);
	e.x.arena = e.room.lasting;
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_READ, export, &e, err);
	close_room(&e.room);
	return code;
}
