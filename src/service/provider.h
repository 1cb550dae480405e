/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The identity provider, as it describes itself (OpenID Connect Discovery 1.0).
 * What it publishes is kept in the database for an hour, for all servers.
 */
#ifndef ZHUN_SERVICE_PROVIDER_H
#define ZHUN_SERVICE_PROVIDER_H

#include "identity/oidc.h"
#include "service/inside.h"

/** The page to which the provider sends browsers back, below the server's public address. */
#define ZHUN_PROVIDER_BACK "/signed-in"

struct zhun_provider_found {
	const char *authorise, *token, *keys;  /* addresses */
	bool posts_secret;   /* takes the client's secret in the form only, not as HTTP Basic */
	bool says_issuer;    /* its answers name it (RFC 9207) */
};

/** Whether one is set up: issuer, client and our own public address. */
bool zhun_provider_possible(const struct zhun_service *s);

/** Fails OIDC_NONE, OIDC_UNREACHABLE, OIDC_DOCUMENT. Writes. */
enum zhun_code zhun_provider_find(struct zhun_call *call, struct zhun_provider_found *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** A code that came back, for the person: the token that it gives is verified, and by new keys where it names one that
 *  is not known, as when keys were changed (asked at most once a minute). @a verifier is PKCE's (RFC 7636). */
struct zhun_provider_code {
	const char *code, *verifier, *nonce;
};
enum zhun_code zhun_provider_person(struct zhun_call *call, const struct zhun_provider_found *p,
				    const struct zhun_provider_code *c, struct zhun_oidc_person *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** Where it sends browsers back to. NULL without memory. */
const char *zhun_provider_back(const struct zhun_call *call);

#endif
