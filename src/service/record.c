/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of registers: the register does the work, here it gets its transaction, its instant and its log. */
#include "service/inside.h"
#include "service/once.h"
#include "service/personal.h"
#include "zhun/base/text.h"

struct reading {
	struct zhun_call *call;
	struct zhun_ref ref;
	const struct zhun_params *params;
	struct zhun_text *out;
};

/* A repeated reading begins its answer anew. */
static void begin(struct reading *r)
{
	zhun_text_init(r->out, r->out->arena, r->out->ceiling);
}

static enum zhun_code list(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct reading *r = context;
	const struct zhun_reader by = zhun_call_reader(r->call, conn);
	begin(r);
	return zhun_register_list(&by, r->ref.reg, r->params, r->out, err);
}

static enum zhun_code get(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct reading *r = context;
	const struct zhun_reader by = zhun_call_reader(r->call, conn);
	begin(r);
	return zhun_register_get(&by, &r->ref, r->params, r->out, &r->ref.rev, err);
}

static enum zhun_code history(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct reading *r = context;
	const struct zhun_reader by = zhun_call_reader(r->call, conn);
	begin(r);
	return zhun_register_history(&by, &r->ref, r->out, err);
}

/* One snapshot for the record, its children and its links. */
static enum zhun_code read_with(zhun_store_work *work, struct reading *r, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_scope(r->call, r->ref.reg, err);
	return code ? code : zhun_store_run(r->call->conn, ZHUN_READ, work, r, err);
}

enum zhun_code zhun_service_record_list(struct zhun_call *call, const struct zhun_register *reg,
					const struct zhun_params *params, struct zhun_text *out,
					struct zhun_error *err)
{
	struct reading r = {.call = call, .ref = {.reg = reg}, .params = params, .out = out};
	return read_with(list, &r, err);
}

enum zhun_code zhun_service_record_get(struct zhun_call *call, const struct zhun_ref *ref,
				       const struct zhun_params *params, struct zhun_text *out,
				       struct zhun_record_facts *ret, struct zhun_error *err)
{
	struct reading r = {.call = call, .ref = *ref, .params = params, .out = out};
	enum zhun_code code = read_with(get, &r, err);
	if (!code)
		*ret = (struct zhun_record_facts){ref->id, r.ref.rev};
	return code;
}

enum zhun_code zhun_service_record_history(struct zhun_call *call, const struct zhun_ref *ref,
					   const struct zhun_params *params, struct zhun_text *out,
					   struct zhun_error *err)
{
	struct reading r = {.call = call, .ref = *ref, .params = params, .out = out};
	if (params && params->count)
		return zhun_fail(err, ZHUN_E_PARAMETER_UNKNOWN, NULL, params->items[0].name);
	return read_with(history, &r, err);
}

struct writing {
	struct zhun_call *call;
	const struct zhun_register *reg;
	const struct zhun_record_write *asked;
	const char *id;
	const struct zhun_json *json;
	char today[ZHUN_DATE_TEXT];
	struct zhun_text *out;
	int64_t rev;
	bool repeated;   /* asked for again: nothing was written */
};

/* Why, as the caller said it, or as the record's own member says it. */
static const char *reason_of(const struct writing *w)
{
	if (w->asked->reason || !w->json)
		return w->asked->reason;
	return zhun_json_get_string(w->json, "reason");
}

static struct zhun_write write_of(struct writing *w, struct zhun_conn *conn)
{
	zhun_call_today(w->call, w->today);
	return (struct zhun_write){
		.by = zhun_call_reader(w->call, conn),
		.now = w->call->now,
		.today = w->today,
		.request = w->call->request_id,
		.reason = reason_of(w),
		.effective = w->asked->effective,
	};
}

/* The record as it is now, in the writing transaction. */
static enum zhun_code answer(struct zhun_conn *conn, struct writing *w, struct zhun_error *err)
{
	static const struct zhun_params none = {0};
	const struct zhun_reader by = zhun_call_reader(w->call, conn);
	zhun_text_init(w->out, w->out->arena, w->out->ceiling);
	return zhun_register_get(&by, &(struct zhun_ref){.reg = w->reg, .id = w->id}, &none, w->out, &w->rev, err);
}

static enum zhun_code make(struct zhun_conn *conn, struct writing *w, struct zhun_error *err)
{
	const struct zhun_write how = write_of(w, conn);
	enum zhun_code code = zhun_register_create(&how, w->reg, w->id, w->json, err);
	return code ? code : answer(conn, w, err);
}

/* The answer that was given before, word for word. */
static void repeat(struct writing *w, const struct zhun_once_reply *reply)
{
	w->id = reply->record;
	w->rev = reply->rev;
	w->repeated = true;
	zhun_text_init(w->out, w->out->arena, w->out->ceiling);
	zhun_text_add(w->out, reply->text);
}

static enum zhun_code create(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct writing *w = context;
	const struct zhun_bytes body = {(const unsigned char *)w->asked->body, w->asked->length};
	struct zhun_once once = {.call = w->call, .conn = conn, .reg = w->reg, .word = w->asked->once, .body = body};
	struct zhun_once_reply reply;
	enum zhun_code code = zhun_once_find(&once, &reply, err);
	if (!code && reply.text) {
		repeat(w, &reply);
		return ZHUN_OK;
	}
	if (!code)
		code = make(conn, w, err);
	reply = (struct zhun_once_reply){w->id, NULL, w->rev};
	if (!code)
		code = zhun_text_done(w->out, &reply.text, err);
	return code ? code : zhun_once_keep(&once, &reply, err);
}

static enum zhun_code update(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct writing *w = context;
	const struct zhun_write how = write_of(w, conn);
	const struct zhun_ref ref = {w->reg, w->id, w->asked->rev};
	bool before = false;
	enum zhun_code code = zhun_accounts_before(&how.by, w->reg, &before, err);
	if (!code)
		code = zhun_register_update(&how, &ref, w->json, &w->rev, err);
	if (!code)
		code = zhun_accounts_after(&how.by, w->reg, before, err);
	return code ? code : answer(conn, w, err);
}

static enum zhun_code take_away(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct writing *w = context;
	const struct zhun_write how = write_of(w, conn);
	bool before = false;
	enum zhun_code code = zhun_accounts_before(&how.by, w->reg, &before, err);
	if (!code)
		code = zhun_register_remove(&how, &(struct zhun_ref){w->reg, w->id, w->asked->rev}, err);
	return code ? code : zhun_accounts_after(&how.by, w->reg, before, err);
}

static enum zhun_code write_with(zhun_store_work *work, struct writing *w, const char *event, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_scope(w->call, w->reg, err);
	if (!code && w->asked->body)
		code = zhun_call_body(w->call, w->asked->body, w->asked->length, &w->json, err);
	if (!code)
		code = zhun_store_run(w->call->conn, ZHUN_WRITE, work, w, err);
	if (!code && !w->repeated)
		zhun_call_log(w->call, event, w->reg->name, w->id);
	return code;
}

enum zhun_code zhun_service_record_create(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *asked, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err)
{
	char id[ZHUN_UUID_TEXT];
	enum zhun_code code = zhun_call_id(call, id, err);
	if (code)
		return code;
	struct writing w = {.call = call, .reg = reg, .asked = asked, .out = out, .id = zhun_strdup(call->arena, id)};
	if (!w.id)
		return zhun_no_memory(call->arena, err);
	code = write_with(create, &w, "record.create", err);
	if (!code)
		*ret = (struct zhun_record_facts){w.id, w.rev};
	return code;
}

enum zhun_code zhun_service_record_update(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *asked, struct zhun_text *out,
					  struct zhun_record_facts *ret, struct zhun_error *err)
{
	struct writing w = {.call = call, .reg = reg, .asked = asked, .out = out, .id = asked->id};
	enum zhun_code code = write_with(update, &w, "record.update", err);
	if (!code)
		*ret = (struct zhun_record_facts){w.id, w.rev};
	return code;
}

enum zhun_code zhun_service_record_remove(struct zhun_call *call, const struct zhun_register *reg,
					  const struct zhun_record_write *asked, struct zhun_error *err)
{
	struct writing w = {.call = call, .reg = reg, .asked = asked, .id = asked->id};
	return write_with(take_away, &w, "record.remove", err);
}

struct download {
	struct zhun_call *call;
	const char *id;
	struct zhun_document *ret;
};

static enum zhun_code fetch(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct download *d = context;
	const struct zhun_reader by = zhun_call_reader(d->call, conn);
	return zhun_register_document_get(&by, d->id, d->ret, err);
}

enum zhun_code zhun_service_document(struct zhun_call *call, const char *id, struct zhun_document *ret,
				     struct zhun_error *err)
{
	struct zhun_document found = {0};
	struct download d = {call, id, &found};
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_READ, fetch, &d, err);
	if (!code)
		*ret = found;
	return code;
}
