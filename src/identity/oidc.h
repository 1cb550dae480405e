/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an identity token says, held against what was asked for (OpenID Connect Core 1.0, 3.1.3.7). */
#ifndef ZHUN_IDENTITY_OIDC_H
#define ZHUN_IDENTITY_OIDC_H

#include "codec/json.h"

enum {
	ZHUN_OIDC_LEEWAY = 120,        /* seconds by which clocks may differ */
	ZHUN_OIDC_AGE = 600,           /* seconds after which a token that was made for us is an old one */
	ZHUN_OIDC_SUBJECT = 255        /* letters of "sub" (Core 2) */
};

struct zhun_oidc_expected {
	const char *issuer, *client, *nonce;
	int64_t now;                   /* µs of UTC */
};

/** Who it is, by the issuer's word. All but the subject may be NULL. */
struct zhun_oidc_person {
	const char *subject, *name, *full_name;  /* "sub", "preferred_username", "name" */
};

/** Checks iss, aud and azp, exp, nbf, iat, nonce and sub of @a claims; the signature was checked before.
 *  The texts are those of @a claims. Fails OIDC_CLAIM with the claim's name. */
enum zhun_code zhun_oidc_claims(const struct zhun_json *claims, const struct zhun_oidc_expected *x,
				struct zhun_oidc_person *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
