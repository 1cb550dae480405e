/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts' beginnings: the first administrator, new accounts, passwords set by a one-time link. */
#include "service/invite.h"
#include "zhun/base/text.h"

struct beginning {
	struct zhun_call *call;
	const char *link;             /* the link's secret that came; NULL: none is needed */
	struct zhun_account_new person;
	char hash[ZHUN_PASSWORD_TEXT];
	char id[ZHUN_UUID_TEXT];      /* of the account made */
	const char *account;          /* whose password is set */
	struct zhun_secret_pair secret;
};

static enum zhun_code record_of(struct zhun_call *call, const struct zhun_account_new *n, const struct zhun_json **ret,
				struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer w;
	zhun_json_init_tree(&w, &tree, call->arena);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "name", n->name);
	zhun_json_member_string(&w, "full_name", n->full_name);
	zhun_json_member_bool(&w, "administrator", n->administrator);
	zhun_json_member_bool(&w, "regulator", n->regulator);
	zhun_json_end_object(&w);
	return zhun_json_tree_done(&tree, ret, err);
}

enum zhun_code zhun_account_make(struct zhun_call *call, struct zhun_conn *conn, const struct zhun_account_new *n,
				 const char *id, struct zhun_error *err)
{
	static const struct zhun_viewer program = {.administrator = true};
	char today[ZHUN_DATE_TEXT];
	const struct zhun_json *json = NULL;
	zhun_call_today(call, today);
	const struct zhun_viewer *viewer = call->viewer.administrator ? &call->viewer : &program;
	const struct zhun_write how = {.by = {conn, call->arena, viewer}, .now = call->now, .today = today,
				       .request = call->request_id};
	enum zhun_code code = record_of(call, n, &json, err);
	if (!code)
		code = zhun_register_create(&how, zhun_register_named("account"), id, json, err);
	return code == ZHUN_E_KEY_TAKEN ? zhun_fail(err, ZHUN_E_NAME_TAKEN, "/name", n->name) : code;
}

static enum zhun_code make_account(struct zhun_conn *conn, struct beginning *b, struct zhun_error *err)
{
	b->account = b->id;
	return zhun_account_make(b->call, conn, &b->person, b->id, err);
}

/* ---- by a link ---- */

/* An invitation makes an ordinary account, and that a member. */
static enum zhun_code use_invitation(struct zhun_conn *conn, struct beginning *b, struct zhun_error *err)
{
	b->person.administrator = false;
	enum zhun_code code = make_account(conn, b, err);
	return code ? code : zhun_invitation_take(b->call, conn, b->link, b->account, err);
}

static enum zhun_code use_setup(struct zhun_conn *conn, struct beginning *b, struct zhun_error *err)
{
	const char *account = NULL;
	enum zhun_code code = zhun_link_take(conn, b->call->arena, b->link, b->call->now, &account, err);
	if (code || !account)
		return code ? code : make_account(conn, b, err);
	b->account = account;
	return ZHUN_OK;
}

static enum zhun_code use_link(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct beginning *b = context;
	const struct zhun_call *call = b->call;
	bool invited = zhun_str_starts(b->link, ZHUN_INVITATION_PREFIX);
	enum zhun_code code = invited ? use_invitation(conn, b, err) : use_setup(conn, b, err);
	if (!code)
		code = zhun_credential_set(conn, b->account, b->hash, call->now, err);
	if (!code)
		code = zhun_session_open(conn, b->account, b->secret.hash, call->address, call->now, err);
	if (!code)
		code = zhun_call_event(call, conn, ZHUN_SESSION_PASSWORD, b->account, NULL, err);
	return code ? code : zhun_call_event(call, conn, ZHUN_SESSION_LOG_IN, b->account, NULL, err);
}

static enum zhun_code prepare(struct beginning *b, const char *password, struct zhun_error *err)
{
	const struct zhun_service *s = b->call->service;
	enum zhun_code code = zhun_account_name_check(b->person.name, err);
	if (!code)
		code = zhun_password_check(b->person.name, password, err);
	if (!code)
		code = zhun_call_id(b->call, b->id, err);
	if (!code)
		code = zhun_secret_new(b->call->arena, s->random, "zhs_", &b->secret, err);
	return code ? code : zhun_password_hash(s->gate, s->random, password, b->hash, err);
}

enum zhun_code zhun_service_setup(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
				  struct zhun_secret *ret, struct zhun_error *err)
{
	struct beginning b = {.call = call, .person = {.administrator = true}};
	const struct zhun_json *json = NULL;
	const char *password = NULL;
	enum zhun_code code = zhun_call_body(call, body, n, &json, err);
	if (!code)
		code = zhun_body_text(json, "link", &b.link, err);
	if (!code)
		code = zhun_body_text(json, "name", &b.person.name, err);
	if (!code)
		code = zhun_body_text(json, "password", &password, err);
	if (!code)
		code = prepare(&b, password, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, use_link, &b, err);
	if (code)
		return code;
	zhun_call_log(call, "account.password", "whose", b.account);
	return zhun_call_welcome(call, &b.secret, out, ret, err);
}

/* ---- making links ---- */

static enum zhun_code keep_link(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct beginning *b = context;
	enum zhun_code code = b->person.name ? make_account(conn, b, err) : ZHUN_OK;
	if (!code)
		code = zhun_link_create(conn, b->account, b->secret.hash, b->call->now, err);
	return code ? code : zhun_call_event(b->call, conn, ZHUN_SESSION_LINK, b->account, NULL, err);
}

static enum zhun_code make_link(struct beginning *b, struct zhun_error *err)
{
	struct zhun_call *call = b->call;
	enum zhun_code code = zhun_secret_new(call->arena, call->service->random, "zhl_", &b->secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, keep_link, b, err);
	if (!code)
		zhun_call_log(call, "account.link", "whose", b->account ? b->account : "");
	return code;
}

enum zhun_code zhun_service_first_link(struct zhun_call *call, const char **ret, struct zhun_error *err)
{
	struct beginning b = {.call = call};
	bool any = false;
	enum zhun_code code = zhun_account_has_administrator(call->conn, call->arena, &any, err);
	*ret = NULL;
	if (code || any)
		return code;
	code = make_link(&b, err);
	if (!code)
		*ret = b.secret.text;
	return code;
}

enum zhun_code zhun_service_account_id(struct zhun_call *call, const char *name, const char **ret,
				       struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_account_find(call->conn, call->arena, name, &p, err);
	if (!code && !p)
		return zhun_fail(err, ZHUN_E_ACCOUNT_UNKNOWN, NULL, name);
	if (!code)
		*ret = p->account;
	return code;
}

enum zhun_code zhun_service_account_add(struct zhun_call *call, const struct zhun_account_new *n, const char **ret,
					struct zhun_error *err)
{
	struct beginning b = {.call = call, .person = *n};
	enum zhun_code code = zhun_account_name_check(n->name, err);
	if (!code)
		code = zhun_call_id(call, b.id, err);
	if (!code)
		code = make_link(&b, err);
	if (!code)
		*ret = b.secret.text;
	return code;
}

enum zhun_code zhun_service_link_create(struct zhun_call *call, const char *account, struct zhun_text *out,
					struct zhun_error *err)
{
	struct beginning b = {.call = call, .account = account};
	struct zhun_principal *p = NULL;
	char expires[ZHUN_INSTANT_TEXT];
	const char *text;
	struct zhun_json_writer w;
	if (!call->viewer.administrator)
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = zhun_account_load(call->conn, call->arena, account, &p, err);
	if (code == ZHUN_E_UNAUTHORISED)
		return zhun_fail(err, ZHUN_E_ACCOUNT_UNKNOWN, NULL, account);
	if (!code)
		code = make_link(&b, err);
	if (code)
		return code;
	zhun_instant_text(call->now + (int64_t)ZHUN_LINK_LIFE * 1000000, expires);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "link", b.secret.text);
	zhun_json_member_string(&w, "expires", expires);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}
