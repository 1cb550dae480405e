/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed tokens: JSON Web Signature (RFC 7515), compact, by the keys of a JSON Web Key Set (RFC 7517). */
#ifndef ZHUN_CODEC_JWS_H
#define ZHUN_CODEC_JWS_H

#include "codec/json.h"

enum { ZHUN_JWS_SIZE = 64 * 1024, ZHUN_JWS_KEYS = 32 };

/**
 * The payload of @a token, whose signature one of @a keys made. Accepted are RS256, PS256 (RSA of 2048 bits
 * or more) and ES256 (P-256), as RFC 8725 3.1 and 3.2 ask: the key says what may be done with it, the token
 * alone says nothing. @a keys is the set as it was published; keys that are for something else are passed over,
 * of at most ZHUN_JWS_KEYS. Fails JWS_FORM, JWS_ALGORITHM, JWS_KEY (none fits: the set may be old),
 * JWS_SIGNATURE, LIBRARY_MISSING.
 */
enum zhun_code zhun_jws_verify(struct zhun_arena *a, const char *token, const struct zhun_json *keys,
			       struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
