/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account keeps for itself, such as views of lists: one JSON object that clients read and write whole. */
#include "service/inside.h"
#include "zhun/base/text.h"

enum { FIRST = 1 };   /* of nothing kept yet: a revision that can be named like any other */

struct keeping {
	struct zhun_call *call;
	int64_t rev;
	const char *document;
};

static enum zhun_code load(struct zhun_conn *conn, struct keeping *k, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(k->call->viewer.account), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_PREFERENCE_GET, &account, 1};
	enum zhun_code code = zhun_store_one(conn, &asked, k->call->arena, &row, err);
	k->rev = row ? row[0].integer : FIRST;
	k->document = row ? row[1].text : "{}";
	return code;
}

static enum zhun_code answer(struct zhun_text *out, const char *document, struct zhun_error *err)
{
	const char *text;
	zhun_text_add(out, document);
	return zhun_text_done(out, &text, err);
}

enum zhun_code zhun_service_preference_get(struct zhun_call *call, struct zhun_text *out, int64_t *ret_rev,
					   struct zhun_error *err)
{
	struct keeping k = {.call = call};
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = load(call->conn, &k, err);
	if (!code)
		code = answer(out, k.document, err);
	if (!code)
		*ret_rev = k.rev;
	return code;
}

/* Two windows of one person do not overwrite each other unseen. */
static enum zhun_code put(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct keeping *k = context;
	struct keeping now = {.call = k->call};
	const struct zhun_value v[] = {zhun_v_text(k->call->viewer.account), zhun_v_int(k->rev),
				       zhun_v_text(k->document)};
	int64_t changed = 0;
	enum zhun_code code = load(conn, &now, err);
	if (!code && now.rev == k->rev)
		code = zhun_store_exec(conn, ZHUN_SQL_PREFERENCE_PUT, v, ZHUN_COUNT(v), &changed, err);
	if (code || changed)
		return code;
	return zhun_fail(err, ZHUN_E_RECORD_CHANGED, NULL, ZHUN_INT(now.rev), ZHUN_INT(k->rev));
}

enum zhun_code zhun_service_preference_put(struct zhun_call *call, struct zhun_bytes body, int64_t *rev,
					   struct zhun_text *out, struct zhun_error *err)
{
	struct keeping k = {.call = call, .rev = *rev};
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code && !(k.document = zhun_strndup(call->arena, (const char *)body.ptr, body.len)))
		code = zhun_no_memory(call->arena, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, put, &k, err);
	if (!code)
		code = answer(out, k.document, err);
	if (!code)
		*rev = k.rev + 1;
	return code;
}
