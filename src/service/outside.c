/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Log-ins by an outside identity provider: authorization code with PKCE
 * (OpenID Connect Core 1.0, 3.1; RFC 7636). The browser keeps one secret as a
 * cookie; state, nonce and verifier are made from it, so that an answer counts
 * only in the browser that asked, once, within ten minutes.
 */
#include "identity/subject.h"
#include "service/fetch.h"
#include "service/invite.h"
#include "service/provider.h"

struct words {
	char state[ZHUN_SHA256_TEXT], nonce[ZHUN_SHA256_TEXT], verifier[ZHUN_SHA256_TEXT];
};

static enum zhun_code words_of(const char *secret, struct words *ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_secret_word(secret, "state", ret->state, err);
	if (!code)
		code = zhun_secret_word(secret, "nonce", ret->nonce, err);
	return code ? code : zhun_secret_word(secret, "verifier", ret->verifier, err);
}

enum zhun_code zhun_service_provider(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_provider *p = &call->service->outside.provider;
	bool there = zhun_provider_possible(call->service);
	const char *text, *host = there && zhun_str_starts(p->issuer, "https://") ? p->issuer + 8 : p->issuer;
	struct zhun_json_writer w;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "name", !there ? NULL : p->name ? p->name : host);
	zhun_json_member_bool(&w, "accounts", there && p->accounts);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

/* ---- on the way there ---- */

struct beginning {
	struct zhun_call *call;
	const char *account;
	struct zhun_secret_pair secret;
};

static enum zhun_code begin(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct beginning *b = context;
	return zhun_outside_begin(conn, b->secret.hash, b->account, b->call->now, err);
}

static enum zhun_code challenge_of(const struct zhun_call *call, const struct words *v, const char **ret,
				   struct zhun_error *err)
{
	unsigned char digest[ZHUN_SHA256_SIZE];
	const struct zhun_bytes verifier = {(const unsigned char *)v->verifier, strlen(v->verifier)};
	enum zhun_code code = zhun_sha256(verifier, digest, err);
	if (!code && !(*ret = zhun_base64url(call->arena, (struct zhun_bytes){digest, sizeof digest})))
		code = zhun_no_memory(call->arena, err);
	return code;
}

static enum zhun_code location_of(const struct beginning *b, const struct zhun_provider_found *p, const char **ret,
				  struct zhun_error *err)
{
	const struct zhun_call *call = b->call;
	struct words v;
	const char *challenge = NULL, *client = NULL, *back = zhun_provider_back(call);
	enum zhun_code code = words_of(b->secret.text, &v, err);
	if (!code)
		code = challenge_of(call, &v, &challenge, err);
	if (!code)
		code = zhun_fetch_escape(call->arena, call->service->outside.provider.client, &client, err);
	if (!code)
		code = back ? zhun_fetch_escape(call->arena, back, &back, err) : zhun_no_memory(call->arena, err);
	if (code)
		return code;
	*ret = zhun_printf(call->arena,
			   "%s%cresponse_type=code&scope=openid%%20profile&client_id=%s&redirect_uri=%s&state=%s"
			   "&nonce=%s&code_challenge=%s&code_challenge_method=S256", p->authorise,
			   strchr(p->authorise, '?') ? '&' : '?', client, back, v.state, v.nonce, challenge);
	return *ret ? ZHUN_OK : zhun_no_memory(call->arena, err);
}

/* A token that leaked must not connect others with its account: who connects has a session. */
static enum zhun_code may_connect(const struct zhun_call *call, struct zhun_error *err)
{
	return call->session ? zhun_call_account(call, err) : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
}

enum zhun_code zhun_service_provider_begin(struct zhun_call *call, bool connect, struct zhun_text *out,
					   struct zhun_secret *ret, struct zhun_error *err)
{
	struct beginning b = {.call = call, .account = connect ? call->viewer.account : NULL};
	struct zhun_provider_found p;
	struct zhun_json_writer w;
	const char *location = NULL, *text;
	enum zhun_code code = connect ? may_connect(call, err) : ZHUN_OK;
	if (!code)
		code = zhun_provider_find(call, &p, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zho_", &b.secret, err);
	if (!code)
		code = location_of(&b, &p, &location, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, begin, &b, err);
	if (code)
		return code;
	*ret = (struct zhun_secret){b.secret.text, ZHUN_OUTSIDE_LIFE};
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "location", location);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

/* ---- back again ---- */

struct answer {
	struct zhun_call *call;
	const char *cookie;
	struct words words;
	const char *code, *link;             /* link: an invitation's; NULL: none */
	const char *account;                 /* that is to be connected; NULL: somebody logs in */
	struct zhun_oidc_person person;
	struct zhun_secret_pair secret;      /* of the session */
	char id[ZHUN_UUID_TEXT], other[ZHUN_UUID_TEXT];
};

/* Whose answer it is: of a provider that names itself, ours (RFC 9207 2.4). */
static enum zhun_code check_issuer(const struct answer *v, const struct zhun_provider_found *p,
				   const struct zhun_json *body, struct zhun_error *err)
{
	const char *issuer = zhun_json_get_string(body, "iss");
	bool right = issuer ? zhun_str_equal(issuer, v->call->service->outside.provider.issuer) : !p->says_issuer;
	return right ? ZHUN_OK : zhun_fail(err, ZHUN_E_OIDC_CLAIM, NULL, "iss");
}

static enum zhun_code take(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct answer *v = context;
	return zhun_outside_take(conn, v->call->arena, v->cookie, v->call->now, &v->account, err);
}

static enum zhun_code read_answer(struct answer *v, const struct zhun_json *body, struct zhun_error *err)
{
	const char *state = NULL;
	enum zhun_code code = zhun_body_text(body, "state", &state, err);
	if (!code && !v->cookie)
		code = zhun_fail(err, ZHUN_E_OIDC_STATE, NULL);
	if (!code)
		code = words_of(v->cookie, &v->words, err);
	if (!code && !zhun_secret_same(state, v->words.state))
		code = zhun_fail(err, ZHUN_E_OIDC_STATE, NULL);
	if (!code)
		code = zhun_store_run(v->call->conn, ZHUN_WRITE, take, v, err);
	const char *refused = zhun_json_get_string(body, "error");
	if (!code && refused)
		code = zhun_fail(err, ZHUN_E_OIDC_REFUSED, NULL, refused);
	v->link = zhun_json_get_string(body, "link");
	return code ? code : zhun_body_text(body, "code", &v->code, err);
}

/* Who it is, by a token that the provider signed for this very log-in. */
static enum zhun_code recognise(struct answer *v, struct zhun_bytes text, struct zhun_error *err)
{
	struct zhun_provider_found p = {0};
	const struct zhun_json *body = NULL;
	enum zhun_code code = zhun_provider_find(v->call, &p, err);
	if (!code)
		code = zhun_call_body(v->call, (const char *)text.ptr, text.len, &body, err);
	if (!code)
		code = read_answer(v, body, err);
	if (!code)
		code = check_issuer(v, &p, body, err);
	if (code)
		return code;
	const struct zhun_provider_code c = {v->code, v->words.verifier, v->words.nonce};
	return zhun_provider_person(v->call, &p, &c, &v->person, err);
}

static enum zhun_code connect_to(struct zhun_conn *conn, const struct answer *v, const char *account,
				 struct zhun_error *err)
{
	const struct zhun_subject s = {.id = v->id, .issuer = v->call->service->outside.provider.issuer,
				       .name = v->person.subject, .account = account};
	enum zhun_code code = zhun_subject_add(conn, v->call->arena, &s, v->call->now, err);
	return code ? code : zhun_call_event(v->call, conn, ZHUN_SESSION_SUBJECT, account, NULL, err);
}

/* ---- logging in ---- */

/* The name that the provider has for the person, if it can be one here and nobody has it. */
static enum zhun_code name_of(struct zhun_conn *conn, const struct answer *v, const char **ret, struct zhun_error *err)
{
	struct zhun_error unfit;
	struct zhun_principal *other = NULL;
	char digest[ZHUN_SHA256_TEXT];
	const char *name = v->person.name;
	enum zhun_code code = zhun_secret_hash(v->person.subject, digest, err);
	bool fits = name && !zhun_account_name_check(name, &unfit);
	if (!code && fits)
		code = zhun_account_find(conn, v->call->arena, name, &other, err);
	*ret = fits && !other ? name : zhun_printf(v->call->arena, "person-%.12s", digest);
	return code || *ret ? code : zhun_no_memory(v->call->arena, err);
}

static enum zhun_code make_account(struct zhun_conn *conn, struct answer *v, struct zhun_error *err)
{
	struct zhun_account_new n = {.full_name = v->person.full_name};
	if (!v->link && !v->call->service->outside.provider.accounts)
		return zhun_fail(err, ZHUN_E_SUBJECT_STRANGE, NULL);
	enum zhun_code code = name_of(conn, v, &n.name, err);
	if (!code)
		code = zhun_account_make(v->call, conn, &n, v->other, err);
	if (!code)
		code = connect_to(conn, v, v->other, err);
	v->account = v->other;
	return code;
}

/* An account that is closed is told as if it were not there. */
static enum zhun_code enter(struct zhun_conn *conn, struct answer *v, const struct zhun_subject *s,
			    struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	enum zhun_code code = zhun_account_load(conn, v->call->arena, s->account, &p, err);
	if (code == ZHUN_E_UNAUTHORISED || (!code && p->demonstration && !v->call->service->demonstration))
		return zhun_fail(err, ZHUN_E_SUBJECT_STRANGE, NULL);
	if (!code)
		code = zhun_subject_touch(conn, s->id, v->call->now, err);
	v->account = s->account;
	return code;
}

static enum zhun_code log_in(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct answer *v = context;
	const struct zhun_call *call = v->call;
	const struct zhun_subject *found = NULL;
	const struct zhun_subject asked = {.issuer = call->service->outside.provider.issuer,
					   .name = v->person.subject};
	enum zhun_code code = zhun_subject_find(conn, call->arena, &asked, &found, err);
	if (!code)
		code = found ? enter(conn, v, found, err) : make_account(conn, v, err);
	if (!code && v->link)
		code = zhun_invitation_take(v->call, conn, v->link, v->account, err);
	if (!code)
		code = zhun_session_open(conn, v->account, v->secret.hash, call->address, call->now, err);
	return code ? code : zhun_call_event(call, conn, ZHUN_SESSION_LOG_IN, v->account, NULL, err);
}

enum zhun_code zhun_service_provider_answer(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_secret *ret, struct zhun_error *err)
{
	struct answer v = {.call = call, .cookie = cookie};
	enum zhun_code code = recognise(&v, body, err);
	if (!code && v.account)   /* begun to connect an account, not to log in */
		code = zhun_fail(err, ZHUN_E_OIDC_STATE, NULL);
	if (!code)
		code = zhun_call_id(call, v.id, err);
	if (!code)
		code = zhun_call_id(call, v.other, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zhs_", &v.secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, log_in, &v, err);
	if (!code)
		code = zhun_call_welcome(call, &v.secret, out, ret, err);
	zhun_call_log(call, code ? "login.refused" : "login", "address", call->address ? call->address : "");
	return code;
}

/* ---- connecting ---- */

static void write_subject(struct zhun_json_writer *w, const struct zhun_subject *s)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", s->id);
	zhun_json_member_string(w, "issuer", s->issuer);
	zhun_json_member_string(w, "created", s->created);
	zhun_json_member_string(w, "last_used", s->last_used);
	zhun_json_end_object(w);
}

static enum zhun_code connect(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct answer *v = context;
	return connect_to(conn, v, v->account, err);
}

enum zhun_code zhun_service_subject_connect(struct zhun_call *call, const char *cookie, struct zhun_bytes body,
					    struct zhun_text *out, struct zhun_error *err)
{
	struct answer v = {.call = call, .cookie = cookie};
	char at[ZHUN_INSTANT_TEXT];
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = may_connect(call, err);
	if (!code)
		code = recognise(&v, body, err);
	if (!code && !zhun_str_equal(v.account, call->viewer.account))
		code = zhun_fail(err, ZHUN_E_OIDC_STATE, NULL);
	if (!code)
		code = zhun_call_id(call, v.id, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, connect, &v, err);
	if (code)
		return code;
	zhun_call_log(call, "subject.connect", "subject", v.id);
	zhun_instant_text(call->now, at);
	zhun_json_init(&w, out);
	write_subject(&w, &(struct zhun_subject){.id = v.id, .issuer = call->service->outside.provider.issuer,
						 .created = at});
	return zhun_text_done(out, &text, err);
}

enum zhun_code zhun_service_subject_list(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_subject *s = NULL;
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_subject_list(call->conn, call->arena, call->viewer.account, &s, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (; s; s = s->next)
		write_subject(&w, s);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

struct removal {
	struct zhun_call *call;
	const char *id;
};

static enum zhun_code remove_subject(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct removal *r = context;
	const struct zhun_subject s = {.id = r->id, .account = r->call->viewer.account};
	enum zhun_code code = zhun_subject_remove(conn, r->call->arena, &s, err);
	return code ? code : zhun_call_event(r->call, conn, ZHUN_SESSION_SUBJECT_END, s.account, NULL, err);
}

enum zhun_code zhun_service_subject_remove(struct zhun_call *call, const char *id, struct zhun_error *err)
{
	struct removal r = {call, id};
	enum zhun_code code = may_connect(call, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, remove_subject, &r, err);
	if (!code)
		zhun_call_log(call, "subject.remove", "subject", id);
	return code;
}
