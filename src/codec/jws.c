/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library verifies; what it may verify is decided here first: it takes a
 * token without a signature for one, and any curve for any algorithm.
 */
#include "codec/jws.h"

#include "codec/hash.h"
#include "codec/libcjose.h"

enum { RSA_LEAST = 2048 / 8, KEY_TEXT = 16 * 1024 };

struct algorithm {
	const char *name, *type, *curve;  /* curve: NULL for RSA */
};

static const struct algorithm algorithms[] = {
	{"RS256", "RSA", NULL},
	{"PS256", "RSA", NULL},
	{"ES256", "EC", "P-256"},
};

struct token {
	const char *text;
	size_t length;
	const struct algorithm *algorithm;
	const char *key_id;  /* NULL: the token names none */
};

/* ---- the token's header ---- */

static enum zhun_code read_algorithm(struct token *t, const struct zhun_json *header, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(header, "alg");
	for (size_t i = 0; i < ZHUN_COUNT(algorithms); i++) {
		if (zhun_str_equal(algorithms[i].name, name)) {
			t->algorithm = &algorithms[i];
			return ZHUN_OK;
		}
	}
	return zhun_fail(err, ZHUN_E_JWS_ALGORITHM, NULL, name ? name : "");
}

/* What a header calls critical must be understood (RFC 7515 4.1.11), and nothing is here; b64 would be so. */
static enum zhun_code read_header(struct zhun_arena *a, struct token *t, struct zhun_error *err)
{
	const struct zhun_json *header = NULL;
	struct zhun_bytes text;
	const char *dot = memchr(t->text, '.', t->length);
	if (!dot || t->length > ZHUN_JWS_SIZE)
		return zhun_fail(err, ZHUN_E_JWS_FORM, NULL);
	enum zhun_code code = zhun_base64url_decode(a, t->text, (size_t)(dot - t->text), &text, err);
	if (!code)
		code = zhun_json_parse(a, (const char *)text.ptr, text.len, &header, err);
	if (code == ZHUN_E_NO_MEMORY)
		return code;
	if (code || header->kind != ZHUN_J_OBJECT || zhun_json_get(header, "crit"))
		return zhun_fail(err, ZHUN_E_JWS_FORM, NULL);
	t->key_id = zhun_json_get_string(header, "kid");
	return read_algorithm(t, header, err);
}

/* ---- the keys ---- */

/* A member that says nothing, or says that. */
static bool says(const struct zhun_json *key, const char *name, const char *word)
{
	const struct zhun_json *member = zhun_json_get(key, name);
	return !member || (member->kind == ZHUN_J_STRING && zhun_str_equal(member->text, word));
}

static bool may_verify(const struct zhun_json *key)
{
	const struct zhun_json *operations = zhun_json_get(key, "key_ops");
	if (!operations)
		return true;
	for (const struct zhun_json *o = operations->first; o; o = o->next)
		if (o->kind == ZHUN_J_STRING && zhun_str_equal(o->text, "verify"))
			return true;
	return false;
}

/* RSA's modulus has bits enough, zeros before it not counted; one that cannot be read has not. */
static enum zhun_code strong(struct zhun_arena *a, const struct zhun_json *key, bool *ret, struct zhun_error *err)
{
	struct zhun_bytes n = {0};
	const char *text = zhun_json_get_string(key, "n");
	enum zhun_code code = zhun_base64url_decode(a, text ? text : "", text ? strlen(text) : 0, &n, err);
	if (code == ZHUN_E_NO_MEMORY)
		return code;
	while (!code && n.len && *n.ptr == 0) {
		n.ptr++;
		n.len--;
	}
	*ret = !code && n.len >= RSA_LEAST;
	return ZHUN_OK;
}

static bool names(const struct zhun_json *key, const char *member, const char *word)
{
	return zhun_str_equal(zhun_json_get_string(key, member), word);
}

static enum zhun_code fits(struct zhun_arena *a, const struct zhun_json *key, const struct token *t, bool *ret,
			   struct zhun_error *err)
{
	const struct algorithm *g = t->algorithm;
	*ret = names(key, "kty", g->type) && (!t->key_id || names(key, "kid", t->key_id)) &&
	       says(key, "use", "sig") && says(key, "alg", g->name) && may_verify(key) &&
	       (!g->curve || names(key, "crv", g->curve));
	return *ret && !g->curve ? strong(a, key, ret, err) : ZHUN_OK;
}

/* ---- verifying ---- */

static enum zhun_code key_text(struct zhun_arena *a, const struct zhun_json *key, const char **ret,
			       struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	zhun_text_init(&t, a, KEY_TEXT);
	zhun_json_init(&w, &t);
	zhun_json_value(&w, key);
	return zhun_text_done(&t, ret, err);
}

static enum zhun_code library_failed(const cjose_err *e, enum zhun_code code, struct zhun_error *err)
{
	if (e->code == CJOSE_ERR_NO_MEMORY)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	return zhun_fail(err, code, NULL);
}

static enum zhun_code payload_of(cjose_jws_t *jws, struct zhun_arena *a, struct zhun_bytes *ret,
				 struct zhun_error *err)
{
	cjose_err e = {0};
	unsigned char *text = NULL, *copy;
	size_t n = 0;
	if (!libcjose.cjose_jws_get_plaintext(jws, &text, &n, &e))
		return library_failed(&e, ZHUN_E_JWS_FORM, err);
	if (!(copy = ZHUN_NEW_ARRAY(a, n + 1, unsigned char)))
		return zhun_no_memory(a, err);
	memcpy(copy, text, n);
	*ret = (struct zhun_bytes){copy, n};
	return ZHUN_OK;
}

/* Verifying spends the library's token: each key gets one of its own. */
static enum zhun_code verify_by(const struct token *t, cjose_jwk_t *key, struct zhun_arena *a,
				struct zhun_bytes *ret, struct zhun_error *err)
{
	cjose_err e = {0};
	cjose_jws_t *jws = libcjose.cjose_jws_import(t->text, t->length, &e);
	if (!jws)
		return library_failed(&e, ZHUN_E_JWS_FORM, err);
	enum zhun_code code = libcjose.cjose_jws_verify(jws, key, &e)
				      ? payload_of(jws, a, ret, err)
				      : library_failed(&e, ZHUN_E_JWS_SIGNATURE, err);
	libcjose.cjose_jws_release(jws);
	return code;
}

static enum zhun_code try_key(const struct token *t, const struct zhun_json *json, struct zhun_arena *a,
			      struct zhun_bytes *ret, struct zhun_error *err)
{
	cjose_err e = {0};
	const char *text = NULL;
	bool fit = false;
	enum zhun_code code = fits(a, json, t, &fit, err);
	if (!code && !fit)
		code = zhun_fail(err, ZHUN_E_JWS_KEY, NULL);
	if (!code)
		code = key_text(a, json, &text, err);
	if (code)
		return code;
	cjose_jwk_t *key = libcjose.cjose_jwk_import(text, strlen(text), &e);
	if (!key)
		return library_failed(&e, ZHUN_E_JWS_KEY, err);
	code = verify_by(t, key, a, ret, err);
	libcjose.cjose_jwk_release(key);
	return code;
}

/* A key that does not fit says nothing of the one before it, whose signature was wrong. */
static enum zhun_code try_keys(const struct token *t, const struct zhun_json *key, struct zhun_arena *a,
			       struct zhun_bytes *ret, struct zhun_error *err)
{
	enum zhun_code found = zhun_fail(err, ZHUN_E_JWS_KEY, NULL);
	for (int looked = 0; key && looked < ZHUN_JWS_KEYS; key = key->next, looked++) {
		struct zhun_error local = {0};
		enum zhun_code code = try_key(t, key, a, ret, &local);
		if (code == ZHUN_E_JWS_KEY)
			continue;
		*err = local;
		if (code != ZHUN_E_JWS_SIGNATURE)
			return code;
		found = code;
	}
	return found;
}

enum zhun_code zhun_jws_verify(struct zhun_arena *a, const char *token, const struct zhun_json *keys,
			       struct zhun_bytes *ret, struct zhun_error *err)
{
	struct token t = {.text = token, .length = strlen(token)};
	const struct zhun_json *set = zhun_json_get(keys, "keys");
	enum zhun_code code = read_header(a, &t, err);
	if (!code)
		code = zhun_libcjose_load(err);
	return code ? code : try_keys(&t, set ? set->first : NULL, a, ret, err);
}
