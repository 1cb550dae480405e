/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/provider.h"

#include "codec/jws.h"
#include "identity/subject.h"
#include "service/fetch.h"

enum { SECOND = 1000000, FRESH = 3600, PATIENCE = 60, FORM = 16 * 1024 };

bool zhun_provider_possible(const struct zhun_service *s)
{
	return s->outside.provider.issuer && s->outside.provider.client && s->outside.url && s->store;
}

const char *zhun_provider_back(const struct zhun_call *call)
{
	return zhun_printf(call->arena, "%s" ZHUN_PROVIDER_BACK, call->service->outside.url);
}

/* ---- what it publishes ---- */

struct document {
	struct zhun_call *call;
	const char *url, *text;
};

static enum zhun_code keep(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct document *d = context;
	return zhun_outside_document_keep(conn, d->url, d->text, d->call->now, err);
}

static enum zhun_code fetch(struct document *d, const struct zhun_json **ret, struct zhun_error *err)
{
	struct zhun_fetched got = {0};
	enum zhun_code code = zhun_fetch(d->call->arena, &(struct zhun_fetch){.url = d->url}, &got, err);
	if (!code && got.status != 200)
		code = zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, zhun_printf(d->call->arena, "HTTP %ld", got.status));
	d->text = got.text;
	if (!code)
		code = zhun_store_run(d->call->conn, ZHUN_WRITE, keep, d, err);
	if (!code)
		*ret = got.json;
	return code;
}

/* The document at @a url, at most @a seconds old. */
static enum zhun_code published(struct zhun_call *call, const char *url, int64_t seconds, const struct zhun_json **ret,
				struct zhun_error *err)
{
	struct document d = {.call = call, .url = url};
	char oldest[ZHUN_INSTANT_TEXT];
	const char *fetched = NULL;
	enum zhun_code code = zhun_outside_document(call->conn, call->arena, url, &d.text, &fetched, err);
	if (code)
		return code;
	zhun_instant_text(call->now - seconds * SECOND, oldest);
	if (d.text && strcmp(fetched, oldest) > 0)
		return zhun_json_parse(call->arena, d.text, strlen(d.text), ret, err);
	return fetch(&d, ret, err);
}

/* ---- how it describes itself ---- */

/* Secrets go there, and browsers: the way is as private as the issuer's own. */
static enum zhun_code read_address(const struct zhun_json *d, const char *name, const char **ret,
				   struct zhun_error *err)
{
	const char *url = zhun_json_get_string(d, name);
	if (!url || !zhun_fetch_private(url))
		return zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, name);
	*ret = url;
	return ZHUN_OK;
}

static bool lists(const struct zhun_json *list, const char *word)
{
	for (const struct zhun_json *w = list ? list->first : NULL; w; w = w->next)
		if (w->kind == ZHUN_J_STRING && zhun_str_equal(w->text, word))
			return true;
	return false;
}

static enum zhun_code read_description(const struct zhun_json *d, const char *issuer, struct zhun_provider_found *ret,
				       struct zhun_error *err)
{
	const struct zhun_json *ways = zhun_json_get(d, "token_endpoint_auth_methods_supported");
	const struct zhun_json *says = zhun_json_get(d, "authorization_response_iss_parameter_supported");
	struct zhun_provider_found p = {
		.posts_secret = lists(ways, "client_secret_post") && !lists(ways, "client_secret_basic"),
		.says_issuer = says && says->kind == ZHUN_J_TRUE,
	};
	enum zhun_code code = ZHUN_OK;
	if (!zhun_str_equal(zhun_json_get_string(d, "issuer"), issuer))   /* Discovery 4.3: exactly */
		code = zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, "issuer");
	if (!code)
		code = read_address(d, "authorization_endpoint", &p.authorise, err);
	if (!code)
		code = read_address(d, "token_endpoint", &p.token, err);
	if (!code)
		code = read_address(d, "jwks_uri", &p.keys, err);
	if (!code)
		*ret = p;
	return code;
}

enum zhun_code zhun_provider_find(struct zhun_call *call, struct zhun_provider_found *ret, struct zhun_error *err)
{
	const struct zhun_json *d = NULL;
	const char *issuer = call->service->outside.provider.issuer;
	if (!zhun_provider_possible(call->service))
		return zhun_fail(err, ZHUN_E_OIDC_NONE, NULL);
	if (!zhun_fetch_private(issuer))
		return zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, "issuer");
	const char *slash = zhun_str_ends(issuer, "/") ? "" : "/";
	const char *url = zhun_printf(call->arena, "%s%s.well-known/openid-configuration", issuer, slash);
	if (!url)
		return zhun_no_memory(call->arena, err);
	enum zhun_code code = published(call, url, FRESH, &d, err);
	return code ? code : read_description(d, issuer, ret, err);
}

/* ---- a code for a token ---- */

static enum zhun_code add_field(struct zhun_text *t, const char *name, const char *value, struct zhun_error *err)
{
	const char *escaped = NULL;
	enum zhun_code code = zhun_fetch_escape(t->arena, value, &escaped, err);
	if (!code)
		zhun_text_addf(t, "&%s=%s", name, escaped);
	return code;
}

static enum zhun_code form_of(const struct zhun_call *call, const struct zhun_provider_code *c, bool with_secret,
			      const char **ret, struct zhun_error *err)
{
	const struct zhun_provider *s = &call->service->outside.provider;
	const char *const fields[][2] = {
		{"code", c->code}, {"redirect_uri", zhun_provider_back(call)}, {"code_verifier", c->verifier},
		{"client_id", s->client}, {"client_secret", with_secret ? s->secret : NULL}};
	struct zhun_text t;
	enum zhun_code code = ZHUN_OK;
	zhun_text_init(&t, call->arena, FORM);
	zhun_text_add(&t, "grant_type=authorization_code");
	for (size_t i = 0; i < ZHUN_COUNT(fields) && !code; i++)
		if (fields[i][1])
			code = add_field(&t, fields[i][0], fields[i][1], err);
	return code ? code : zhun_text_done(&t, ret, err);
}

static enum zhun_code ask_token(struct zhun_call *call, const struct zhun_provider_found *p,
				const struct zhun_provider_code *c, const char **ret, struct zhun_error *err)
{
	const struct zhun_provider *s = &call->service->outside.provider;
	struct zhun_fetch asked = {.url = p->token, .client = s->client, .secret = p->posts_secret ? NULL : s->secret};
	struct zhun_fetched got = {0};
	enum zhun_code code = form_of(call, c, p->posts_secret, &asked.form, err);
	if (!code)
		code = zhun_fetch(call->arena, &asked, &got, err);
	if (code)
		return code;
	const char *why = zhun_json_get_string(got.json, "error");
	if (why || got.status != 200)
		return zhun_fail(err, ZHUN_E_OIDC_REFUSED, NULL, why ? why : "");
	*ret = zhun_json_get_string(got.json, "id_token");
	return *ret ? ZHUN_OK : zhun_fail(err, ZHUN_E_OIDC_DOCUMENT, NULL, "id_token");
}

static enum zhun_code verify(struct zhun_call *call, const struct zhun_provider_found *p, const char *token,
			     struct zhun_bytes *ret, struct zhun_error *err)
{
	const struct zhun_json *keys = NULL;
	enum zhun_code code = published(call, p->keys, FRESH, &keys, err);
	if (!code)
		code = zhun_jws_verify(call->arena, token, keys, ret, err);
	if (code != ZHUN_E_JWS_KEY)
		return code;
	code = published(call, p->keys, PATIENCE, &keys, err);
	return code ? code : zhun_jws_verify(call->arena, token, keys, ret, err);
}

enum zhun_code zhun_provider_person(struct zhun_call *call, const struct zhun_provider_found *p,
				    const struct zhun_provider_code *c, struct zhun_oidc_person *ret,
				    struct zhun_error *err)
{
	const struct zhun_provider *s = &call->service->outside.provider;
	const struct zhun_oidc_expected x = {s->issuer, s->client, c->nonce, call->now};
	const struct zhun_json *claims = NULL;
	const char *token = NULL;
	struct zhun_bytes payload = {0};
	enum zhun_code code = ask_token(call, p, c, &token, err);
	if (!code)
		code = verify(call, p, token, &payload, err);
	if (!code)
		code = zhun_json_parse(call->arena, (const char *)payload.ptr, payload.len, &claims, err);
	return code ? code : zhun_oidc_claims(claims, &x, ret, err);
}
