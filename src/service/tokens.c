/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API tokens of the account that asks. */
#include "register/declaration.h"
#include "service/inside.h"
#include "zhun/base/text.h"

enum { NAME_MOST = 100, REGISTERS_SIZE = 2000 };

static void write_token(struct zhun_json_writer *w, const struct zhun_token *t, const char *secret)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", t->id);
	zhun_json_member_string(w, "name", t->name);
	zhun_json_member_bool(w, "write", t->may_write);
	zhun_json_key(w, "registers");   /* null: all */
	if (t->registers)
		zhun_json_words(w, t->registers);
	else
		zhun_json_null(w);
	zhun_json_member_string(w, "created", t->created);
	zhun_json_member_string(w, "expires", t->expires);
	zhun_json_member_string(w, "last_used", t->last_used);
	if (secret)
		zhun_json_member_string(w, "secret", secret);
	zhun_json_end_object(w);
}

enum zhun_code zhun_service_token_list(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_token *t = NULL;
	const char *text;
	struct zhun_json_writer w;
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_token_list(call->conn, call->arena, call->viewer.account, &t, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (; t; t = t->next)
		write_token(&w, t, NULL);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

/* The registers named, each of which must exist; NULL where none is: all. */
static enum zhun_code read_registers(const struct zhun_call *call, const struct zhun_json *body, const char **ret,
				     struct zhun_error *err)
{
	const struct zhun_json *list = zhun_json_get(body, "registers");
	*ret = NULL;
	if (!list || list->kind == ZHUN_J_NULL)
		return ZHUN_OK;
	struct zhun_text t;
	zhun_text_init(&t, call->arena, REGISTERS_SIZE);
	zhun_text_addc(&t, ' ');
	for (const struct zhun_json *one = list->first; one; one = one->next) {
		if (one->kind != ZHUN_J_STRING || !zhun_register_named(one->text))
			return zhun_fail(err, ZHUN_E_BODY_FIELD, "/registers", one->text ? one->text : "registers");
		zhun_text_addf(&t, "%s ", one->text);
	}
	return list->kind == ZHUN_J_ARRAY ? zhun_text_done(&t, ret, err)
					  : zhun_fail(err, ZHUN_E_BODY_FIELD, "/registers", "registers");
}

struct creation {
	struct zhun_call *call;
	struct zhun_token token;
	struct zhun_secret_pair secret;
	int64_t days;
};

static enum zhun_code create(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct creation *c = context;
	const struct zhun_token_grant grant = {c->call->viewer.account, c->secret.hash, c->days};
	enum zhun_code code = zhun_token_create(conn, &c->token, &grant, c->call->now, err);
	return code ? code : zhun_call_event(c->call, conn, ZHUN_SESSION_TOKEN, grant.account, c->token.id, err);
}

static enum zhun_code read_creation(struct creation *c, const char *body, size_t n, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_body(c->call, body, n, &json, err);
	if (!code)
		code = zhun_body_text(json, "name", &c->token.name, err);
	if (!code && (!*c->token.name || zhun_utf8_count(c->token.name) > NAME_MOST))
		code = zhun_fail(err, ZHUN_E_BODY_FIELD, "/name", "name");
	if (!code)
		code = read_registers(c->call, json, &c->token.registers, err);
	if (code)
		return code;
	const struct zhun_json *write = zhun_json_get(json, "write"), *days = zhun_json_get(json, "days");
	c->token.may_write = write && write->kind == ZHUN_J_TRUE;
	c->days = days && days->kind == ZHUN_J_INT ? days->integer : 0;
	return ZHUN_OK;
}

/* As it stands in the list from now on, and the secret, which is nowhere else. */
static enum zhun_code answer(struct creation *c, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_token *t = NULL;
	struct zhun_json_writer w;
	const char *text;
	struct zhun_call *call = c->call;
	enum zhun_code code = zhun_token_list(call->conn, call->arena, call->viewer.account, &t, err);
	while (t && !zhun_str_equal(t->id, c->token.id))
		t = t->next;
	if (code || !t)
		return code ? code : zhun_fail(err, ZHUN_E_TOKEN_UNKNOWN, NULL);
	zhun_json_init(&w, out);
	write_token(&w, t, c->secret.text);
	return zhun_text_done(out, &text, err);
}

/* A token that leaked must not make others, which would outlive its end. */
static enum zhun_code may_create(const struct zhun_call *call, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_account(call, err);
	if (!code && call->viewer.token)
		return zhun_fail(err, ZHUN_E_SCOPE_MISSING, NULL,
				 call->language == ZHUN_ZH ? "新建令牌" : "make tokens");
	return code;
}

enum zhun_code zhun_service_token_create(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
					 struct zhun_error *err)
{
	struct creation c = {.call = call};
	char id[ZHUN_UUID_TEXT];
	enum zhun_code code = may_create(call, err);
	if (!code)
		code = read_creation(&c, body, n, err);
	if (!code)
		code = zhun_call_id(call, id, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zht_", &c.secret, err);
	if (code)
		return code;
	c.token.id = id;
	code = zhun_store_run(call->conn, ZHUN_WRITE, create, &c, err);
	if (code)
		return code;
	zhun_call_log(call, "token.create", "token", id);
	return answer(&c, out, err);
}

struct removal {
	const struct zhun_call *call;
	const char *id;
};

static enum zhun_code remove_token(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct removal *r = context;
	const char *account = r->call->viewer.account;
	enum zhun_code code = zhun_token_remove(conn, account, r->id, err);
	return code ? code : zhun_call_event(r->call, conn, ZHUN_SESSION_TOKEN_END, account, r->id, err);
}

enum zhun_code zhun_service_token_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	struct removal r = {call, id};
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, remove_token, &r, err);
	if (!code)
		zhun_call_log(call, "token.remove", "token", id);
	return code;
}
