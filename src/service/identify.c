/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a client carries to who asks. */
#include "service/inside.h"
#include "zhun/base/text.h"

static bool role_of(const char *word, enum zhun_role *ret)
{
	static const char *const words[] = {
		[ZHUN_ROLE_STAFF] = "staff", [ZHUN_ROLE_SIGNATORY] = "signatory", [ZHUN_ROLE_MANAGER] = "manager"};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		if (zhun_str_equal(words[i], word)) {
			*ret = (enum zhun_role)i;
			return true;
		}
	}
	return false;
}

enum zhun_code zhun_call_become(struct zhun_call *call, const struct zhun_principal *p, struct zhun_error *err)
{
	struct zhun_membership *members = ZHUN_NEW_ARRAY(call->arena, p->count, struct zhun_membership);
	size_t count = 0;
	if (!members)
		return zhun_no_memory(call->arena, err);
	for (size_t i = 0; i < p->count && count < ZHUN_VIEWER_MEMBERS; i++) {
		members[count].organisation = p->grants[i].organisation;
		count += role_of(p->grants[i].role, &members[count].role);
	}
	call->viewer = (struct zhun_viewer){
		.administrator = p->administrator,
		.regulator = p->regulator,
		.account = p->account,
		.token = p->token,
		.language = call->language,
		.members = members,
		.count = count,
		.registers = p->registers,
	};
	call->principal = p;
	call->session = p->session;
	call->touch = p->touch;
	return ZHUN_OK;
}

static enum zhun_code check_csrf(const struct zhun_credentials *c, struct zhun_error *err)
{
	char right[ZHUN_SHA256_TEXT];
	enum zhun_code code = zhun_secret_csrf(c->cookie, right, err);
	if (code)
		return code;
	return zhun_secret_same(c->csrf, right) ? ZHUN_OK : zhun_fail(err, ZHUN_E_CSRF_BAD, NULL);
}

/* A demonstration account has a known password: it opens nothing where others can reach the server. */
static enum zhun_code check_demonstration(const struct zhun_call *call, const struct zhun_principal *p,
					  struct zhun_error *err)
{
	return p->demonstration && !call->service->demonstration ? zhun_fail(err, ZHUN_E_UNAUTHORISED, NULL) : ZHUN_OK;
}

static enum zhun_code find(struct zhun_call *call, const struct zhun_credentials *c, struct zhun_principal **ret,
			   struct zhun_error *err)
{
	if (!c->bearer)
		return zhun_session_find(call->conn, call->arena, c->cookie, call->now, ret, err);
	enum zhun_code code = zhun_token_find(call->conn, call->arena, c->bearer, call->now, ret, err);
	if (!code && c->write && !(*ret)->may_write)
		return zhun_fail(err, ZHUN_E_SCOPE_MISSING, NULL, call->language == ZHUN_ZH ? "写入" : "write");
	return code;
}

enum zhun_code zhun_service_identify(struct zhun_call *call, const struct zhun_credentials *c, struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_call_conn(call, err);
	if (code || (!c->cookie && !c->bearer))
		return code;
	code = find(call, c, &p, err);
	if (!code)
		code = check_demonstration(call, p, err);
	if (!code && !c->bearer && c->write)
		code = check_csrf(c, err);
	return code ? code : zhun_call_become(call, p, err);
}

static enum zhun_code touch(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct zhun_call *call = context;
	if (call->session)
		return zhun_session_touch(conn, call->session, call->now, err);
	return call->viewer.token ? zhun_token_touch(conn, call->viewer.token, call->now, err) : ZHUN_OK;
}

enum zhun_code zhun_service_touch(struct zhun_call *call, struct zhun_error *err)
{
	return zhun_store_run(call->conn, ZHUN_WRITE, touch, call, err);
}

static void write_members(struct zhun_json_writer *w, const struct zhun_principal *p, const char *const *titles)
{
	zhun_json_member_array(w, "members");
	for (size_t i = 0; i < p->count; i++) {
		zhun_json_begin_object(w);
		zhun_json_member_object(w, "organisation");
		zhun_json_member_string(w, "id", p->grants[i].organisation);
		zhun_json_member_string(w, "title", titles[i]);
		zhun_json_end_object(w);
		zhun_json_member_string(w, "role", p->grants[i].role);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

/* The organisations' names, for the reader. */
static enum zhun_code load_titles(const struct zhun_call *call, const struct zhun_principal *p, const char ***ret,
				  struct zhun_error *err)
{
	const char **titles = ZHUN_NEW_ARRAY(call->arena, p->count, const char *);
	if (!titles)
		return zhun_no_memory(call->arena, err);
	for (size_t i = 0; i < p->count; i++) {
		const struct zhun_value id = zhun_v_text(p->grants[i].organisation), *row = NULL;
		const struct zhun_asked asked = {ZHUN_SQL_ORGANISATION_NAME, &id, 1};
		enum zhun_code code = zhun_store_one(call->conn, &asked, call->arena, &row, err);
		if (code)
			return code;
		const char *other = row ? row[call->language == ZHUN_ZH ? 0 : 1].text : NULL;
		titles[i] = row && row[call->language].text ? row[call->language].text : other;
	}
	*ret = titles;
	return ZHUN_OK;
}

enum zhun_code zhun_call_whoami(struct zhun_call *call, const char *cookie, struct zhun_text *out,
				struct zhun_error *err)
{
	const struct zhun_principal *p = call->principal;
	const char **titles = NULL, *text;
	char csrf[ZHUN_SHA256_TEXT] = "";
	struct zhun_json_writer w;
	enum zhun_code code = load_titles(call, p, &titles, err);
	if (!code && cookie)
		code = zhun_secret_csrf(cookie, csrf, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_object(&w, "account");
	zhun_json_member_string(&w, "id", p->account);
	zhun_json_member_string(&w, "name", p->name);
	zhun_json_member_string(&w, "full_name", p->full_name);
	zhun_json_end_object(&w);
	write_members(&w, p, titles);
	zhun_json_member_bool(&w, "administrator", p->administrator);
	zhun_json_member_bool(&w, "regulator", p->regulator);
	zhun_json_member_bool(&w, "demonstration", p->demonstration);
	zhun_json_member_string(&w, "csrf", cookie ? csrf : NULL);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

enum zhun_code zhun_call_welcome(struct zhun_call *call, const struct zhun_secret_pair *secret, struct zhun_text *out,
				 struct zhun_secret *ret, struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_session_find(call->conn, call->arena, secret->text, call->now, &p, err);
	if (!code)
		code = zhun_call_become(call, p, err);
	if (!code)
		code = zhun_call_whoami(call, secret->text, out, err);
	if (!code)
		*ret = (struct zhun_secret){secret->text, ZHUN_SESSION_LIFE};
	return code;
}
