/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests, secrets and their text: SHA-256 (FIPS 180-4), HMAC (RFC 2104), base64 (RFC 4648), random bytes. */
#ifndef ZHUN_CODEC_HASH_H
#define ZHUN_CODEC_HASH_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

enum { ZHUN_SHA256_SIZE = 32, ZHUN_SHA256_TEXT = 65 };

/** Fails CRYPTO_FAILED, when the library is without memory. */
enum zhun_code zhun_sha256(struct zhun_bytes in, unsigned char ret[ZHUN_SHA256_SIZE],
			   struct zhun_error *err) ZHUN_MUST_USE;

/** The digest in lower-case hexadecimal. */
enum zhun_code zhun_sha256_hex(struct zhun_bytes in, char ret[ZHUN_SHA256_TEXT],
			       struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_code zhun_hmac_sha256(struct zhun_bytes key, struct zhun_bytes in,
				unsigned char ret[ZHUN_SHA256_SIZE],
				struct zhun_error *err) ZHUN_MUST_USE;

/** Lower-case hexadecimal of @a in into @a out, which has 2·len + 1 bytes. */
void zhun_hex(struct zhun_bytes in, char *out);

/** Whether both are equal, in a time that depends on the lengths alone. */
bool zhun_secret_equal(struct zhun_bytes a, struct zhun_bytes b);

/** The same of two texts; NULL equals nothing. */
bool zhun_secret_same(const char *a, const char *b);

/** Unpredictable bytes from the system. Fails CRYPTO_FAILED. */
enum zhun_code zhun_random(unsigned char *out, size_t n, struct zhun_error *err) ZHUN_MUST_USE;

/** Base64 with padding; NULL without memory. */
char *zhun_base64(struct zhun_arena *a, struct zhun_bytes in) ZHUN_MUST_USE;

/** Base64 of the URL alphabet without padding; NULL without memory. */
char *zhun_base64url(struct zhun_arena *a, struct zhun_bytes in) ZHUN_MUST_USE;

/** Reads base64 with padding; white space between is skipped (XML wraps it). Fails BASE64_BAD. */
enum zhun_code zhun_base64_decode(struct zhun_arena *a, const char *s, size_t n,
				  struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Reads the URL alphabet without padding, nothing else. Fails BASE64_BAD. */
enum zhun_code zhun_base64url_decode(struct zhun_arena *a, const char *s, size_t n,
				     struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
