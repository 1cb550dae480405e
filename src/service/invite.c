/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members by invitation: an organisation's manager, or an authority, makes a link that is opened once. */
#include "service/invite.h"

#include "register/declaration.h"

enum { WHOM_MOST = 200 };

/* ---- becoming a member ---- */

static enum zhun_code member_record(struct zhun_call *call, const struct zhun_member_new *m,
				    const struct zhun_json **ret, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer w;
	zhun_json_init_tree(&w, &tree, call->arena);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "account", m->account);
	zhun_json_member_string(&w, "organisation", m->organisation);
	zhun_json_member_string(&w, "role", m->role);
	zhun_json_end_object(&w);
	return zhun_json_tree_done(&tree, ret, err);
}

enum zhun_code zhun_member_make(struct zhun_call *call, struct zhun_conn *conn, const struct zhun_member_new *m,
				struct zhun_error *err)
{
	static const struct zhun_viewer program = {.administrator = true};
	char id[ZHUN_UUID_TEXT], today[ZHUN_DATE_TEXT];
	const struct zhun_json *json = NULL;
	zhun_call_today(call, today);
	const struct zhun_write how = {.by = {conn, call->arena, &program}, .now = call->now, .today = today,
				       .request = call->request_id, .reason = m->reason};
	enum zhun_code code = zhun_call_id(call, id, err);
	if (!code)
		code = member_record(call, m, &json, err);
	if (!code)
		code = zhun_register_create(&how, zhun_register_named("member"), id, json, err);
	return code == ZHUN_E_KEY_TAKEN ? zhun_fail(err, ZHUN_E_MEMBER_ALREADY, NULL) : code;
}

enum zhun_code zhun_invitation_take(struct zhun_call *call, struct zhun_conn *conn, const char *link,
				    const char *account, struct zhun_error *err)
{
	struct zhun_invitation *i = NULL;
	enum zhun_code code = zhun_invitation_find(conn, call->arena, link, call->now, &i, err);
	if (!code)
		code = zhun_invitation_end(conn, i, err);
	if (code)
		return code;
	const struct zhun_member_new m = {account, i->organisation, i->role, zhun_printf(
		call->arena, "invited by %s", i->inviter ? i->inviter : "zhun")};
	return zhun_member_make(call, conn, &m, err);
}

struct acceptance {
	struct zhun_call *call;
	const char *link;
};

static enum zhun_code accept(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct acceptance *a = context;
	return zhun_invitation_take(a->call, conn, a->link, a->call->viewer.account, err);
}

enum zhun_code zhun_service_invitation_accept(struct zhun_call *call, const char *body, size_t n,
					      struct zhun_text *out, struct zhun_error *err)
{
	struct acceptance a = {.call = call};
	struct zhun_principal *p = NULL;
	const struct zhun_json *json = NULL;
	/* a token that leaked must not bring its account into further organisations */
	enum zhun_code code = call->session ? ZHUN_OK : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
	if (!code)
		code = zhun_call_body(call, body, n, &json, err);
	if (!code)
		code = zhun_body_text(json, "link", &a.link, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, accept, &a, err);
	if (!code)
		code = zhun_account_load(call->conn, call->arena, call->viewer.account, &p, err);
	if (code)
		return code;
	zhun_call_log(call, "invitation.accept", "account", call->viewer.account);
	p->session = call->session;
	code = zhun_call_become(call, p, err);
	return code ? code : zhun_call_whoami(call, NULL, out, err);
}

/* ---- what a link invites to ---- */

static void write_invitation(struct zhun_json_writer *w, const struct zhun_invitation *i)
{
	zhun_json_member_string(w, "id", i->id);
	zhun_json_member_string(w, "role", i->role);
	zhun_json_member_string(w, "whom", i->whom);
	zhun_json_member_string(w, "created", i->created);
	zhun_json_member_string(w, "expires", i->expires);
}

static enum zhun_code write_organisation(struct zhun_call *call, struct zhun_json_writer *w, const char *id,
					 struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(id), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_ORGANISATION_NAME, &param, 1};
	enum zhun_code code = zhun_store_one(call->conn, &asked, call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_LINK_BAD, "/link");
	if (code)
		return code;
	zhun_json_member_object(w, "organisation");
	zhun_json_member_string(w, "id", id);
	zhun_json_member_object(w, "name");
	for (size_t i = 0; i < 2; i++)
		if (row[i].kind == ZHUN_V_TEXT)
			zhun_json_member_string(w, i ? "zh" : "en", row[i].text);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
	return ZHUN_OK;
}

enum zhun_code zhun_service_invitation_look(struct zhun_call *call, const char *body, size_t n,
					    struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_invitation *i = NULL;
	const struct zhun_json *json = NULL;
	const char *link = NULL;
	struct zhun_json_writer w;
	enum zhun_code code = zhun_call_body(call, body, n, &json, err);
	if (!code)
		code = zhun_body_text(json, "link", &link, err);
	if (!code)
		code = zhun_invitation_find(call->conn, call->arena, link, call->now, &i, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	code = write_organisation(call, &w, i->organisation, err);
	zhun_json_member_string(&w, "role", i->role);
	zhun_json_member_string(&w, "expires", i->expires);
	zhun_json_end_object(&w);
	return code;
}

/* ---- inviting ---- */

/* An authority, or a manager of the organisation; to others it is as if it were not there. */
static enum zhun_code may_invite(const struct zhun_call *call, const char *organisation, struct zhun_error *err)
{
	const struct zhun_viewer *v = &call->viewer;
	bool may = v->administrator || v->regulator;
	for (size_t i = 0; i < v->count; i++)
		may = may || (v->members[i].role == ZHUN_ROLE_MANAGER &&
			      zhun_str_equal(v->members[i].organisation, organisation));
	if (!may)
		return zhun_fail(err, ZHUN_E_WRITE_FORBIDDEN, NULL);
	return zhun_call_scope(call, zhun_register_named("member"), err);
}

static enum zhun_code check_role(const char *role, struct zhun_error *err)
{
	const struct zhun_field *f = zhun_field_named(zhun_register_named("member")->fields, "role");
	for (const struct zhun_choice *c = f->choices; c->value; c++)
		if (zhun_str_equal(c->value, role))
			return ZHUN_OK;
	return zhun_fail(err, ZHUN_E_BODY_FIELD, "/role", "role");
}

struct invitation {
	struct zhun_call *call;
	struct zhun_invitation i;
	char id[ZHUN_UUID_TEXT];
	struct zhun_secret_pair secret;
};

static enum zhun_code keep(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct invitation *v = context;
	const struct zhun_value param = zhun_v_text(v->i.organisation), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_ORGANISATION_NAME, &param, 1};
	enum zhun_code code = zhun_store_one(conn, &asked, v->call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	return code ? code : zhun_invitation_create(conn, &v->i, v->secret.hash, v->call->now, err);
}

static enum zhun_code read_invitation(struct invitation *v, const struct zhun_json *json, struct zhun_error *err)
{
	const struct zhun_json *whom = zhun_json_get(json, "whom");
	enum zhun_code code = zhun_body_text(json, "role", &v->i.role, err);
	if (!code)
		code = check_role(v->i.role, err);
	if (!code && whom && whom->kind != ZHUN_J_NULL &&
	    (whom->kind != ZHUN_J_STRING || strlen(whom->text) > WHOM_MOST))
		code = zhun_fail(err, ZHUN_E_BODY_FIELD, "/whom", "whom");
	v->i.whom = whom && whom->kind == ZHUN_J_STRING ? whom->text : NULL;
	return code;
}

static void write_made(const struct invitation *v, struct zhun_text *out)
{
	char expires[ZHUN_INSTANT_TEXT];
	struct zhun_json_writer w;
	zhun_instant_text(v->call->now + (int64_t)ZHUN_INVITATION_LIFE * 1000000, expires);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "id", v->id);
	zhun_json_member_string(&w, "link", v->secret.text);
	zhun_json_member_string(&w, "expires", expires);
	zhun_json_end_object(&w);
}

enum zhun_code zhun_service_invite(struct zhun_call *call, const char *organisation, struct zhun_bytes body,
				   struct zhun_text *out, struct zhun_error *err)
{
	struct invitation v = {.call = call};
	const struct zhun_json *json = NULL;
	enum zhun_code code = may_invite(call, organisation, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = read_invitation(&v, json, err);
	if (!code)
		code = zhun_call_id(call, v.id, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, ZHUN_INVITATION_PREFIX, &v.secret, err);
	v.i.id = v.id;
	v.i.organisation = organisation;
	v.i.inviter = call->viewer.account;
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, keep, &v, err);
	if (code)
		return code;
	zhun_call_log(call, "invitation.make", "organisation", organisation);
	write_made(&v, out);
	return ZHUN_OK;
}

enum zhun_code zhun_service_invitation_list(struct zhun_call *call, const char *organisation, struct zhun_text *out,
					    struct zhun_error *err)
{
	const struct zhun_invitation *first = NULL;
	struct zhun_json_writer w;
	enum zhun_code code = may_invite(call, organisation, err);
	if (!code)
		code = zhun_invitation_list(call->conn, call->arena, organisation, call->now, &first, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (const struct zhun_invitation *i = first; i; i = i->next) {
		zhun_json_begin_object(&w);
		write_invitation(&w, i);
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return ZHUN_OK;
}

static enum zhun_code withdraw(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	enum zhun_code code = zhun_invitation_end(conn, context, err);
	return code == ZHUN_E_LINK_BAD ? zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL) : code;
}

enum zhun_code zhun_service_invitation_withdraw(struct zhun_call *call, const char *organisation, const char *id,
						struct zhun_error *err)
{
	struct zhun_invitation i = {.id = id, .organisation = organisation};
	enum zhun_code code = may_invite(call, organisation, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_WRITE, withdraw, &i, err);
}
