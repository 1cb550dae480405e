/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity/oidc.h"

#include "codec/hash.h"

enum { SECOND = 1000000 };

/* One receiver or a list of them. */
static bool is_for(const struct zhun_json *audience, const char *client)
{
	if (!audience)
		return false;
	if (audience->kind == ZHUN_J_STRING)
		return zhun_str_equal(audience->text, client);
	for (const struct zhun_json *a = audience->first; a; a = a->next)
		if (audience->kind == ZHUN_J_ARRAY && a->kind == ZHUN_J_STRING && zhun_str_equal(a->text, client))
			return true;
	return false;
}

/* Where there are others it must say that it was made for us (3.1.3.7, 4 and 5). */
static bool made_for(const struct zhun_json *claims, const char *client)
{
	const struct zhun_json *party = zhun_json_get(claims, "azp"), *audience = zhun_json_get(claims, "aud");
	if (party)
		return party->kind == ZHUN_J_STRING && zhun_str_equal(party->text, client);
	return audience->kind == ZHUN_J_STRING || audience->count == 1;
}

/* Seconds since 1970 (RFC 7519 2, NumericDate); a claim that is absent or no number is *found = false. */
static double seconds(const struct zhun_json *claims, const char *name, bool *found)
{
	const struct zhun_json *at = zhun_json_get(claims, name);
	*found = at && (at->kind == ZHUN_J_INT || at->kind == ZHUN_J_REAL);
	return *found ? at->real : 0;
}

static const char *bad_time(const struct zhun_json *claims, int64_t instant)
{
	const double now = (double)instant / SECOND;
	bool found = false;
	double at = seconds(claims, "exp", &found);
	if (!found || at <= now - ZHUN_OIDC_LEEWAY)
		return "exp";
	at = seconds(claims, "iat", &found);
	if (!found || at > now + ZHUN_OIDC_LEEWAY || at < now - ZHUN_OIDC_AGE - ZHUN_OIDC_LEEWAY)
		return "iat";
	at = seconds(claims, "nbf", &found);
	if ((!found && zhun_json_get(claims, "nbf")) || (found && at > now + ZHUN_OIDC_LEEWAY))
		return "nbf";
	return NULL;
}

/* Letters of ASCII that can be seen (Core 2: at most 255 of ASCII). */
static bool good_subject(const char *s)
{
	size_t n = s ? strlen(s) : 0;
	for (size_t i = 0; i < n; i++)
		if (s[i] < ' ' || s[i] > '~')
			return false;
	return n > 0 && n <= ZHUN_OIDC_SUBJECT;
}

static const char *bad_claim(const struct zhun_json *claims, const struct zhun_oidc_expected *x)
{
	if (!zhun_str_equal(zhun_json_get_string(claims, "iss"), x->issuer))
		return "iss";
	if (!is_for(zhun_json_get(claims, "aud"), x->client))
		return "aud";
	if (!made_for(claims, x->client))
		return "azp";
	const char *time = bad_time(claims, x->now);
	if (time)
		return time;
	if (!zhun_secret_same(zhun_json_get_string(claims, "nonce"), x->nonce))
		return "nonce";
	return good_subject(zhun_json_get_string(claims, "sub")) ? NULL : "sub";
}

enum zhun_code zhun_oidc_claims(const struct zhun_json *claims, const struct zhun_oidc_expected *x,
				struct zhun_oidc_person *ret, struct zhun_error *err)
{
	const char *bad = bad_claim(claims, x);
	if (bad)
		return zhun_fail(err, ZHUN_E_OIDC_CLAIM, NULL, bad);
	*ret = (struct zhun_oidc_person){
		.subject = zhun_json_get_string(claims, "sub"),
		.name = zhun_json_get_string(claims, "preferred_username"),
		.full_name = zhun_json_get_string(claims, "name"),
	};
	return ZHUN_OK;
}
