/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Secrets that a client keeps: 256 random bits as text with a prefix that says
 * what they open. The database holds only their SHA-256: with that many bits
 * nobody finds the secret from it, and looking it up needs no slow hash.
 */
#ifndef ZHUN_IDENTITY_SECRET_H
#define ZHUN_IDENTITY_SECRET_H

#include "codec/hash.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** Unpredictable bytes: zhun_random of codec/hash.h; fixed ones in tests. */
typedef enum zhun_code zhun_random_source(unsigned char *out, size_t n, struct zhun_error *err);

enum { ZHUN_SECRET_BYTES = 32 };

struct zhun_secret_pair {
	const char *text;             /* for the client: "zhs_…" */
	char hash[ZHUN_SHA256_TEXT];  /* for the database */
};

/** A new one; @a prefix is "zhs_" for sessions, "zht_" for tokens, "zhl_" for links. */
enum zhun_code zhun_secret_new(struct zhun_arena *a, zhun_random_source *random, const char *prefix,
			       struct zhun_secret_pair *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The hash of a secret that came back. */
enum zhun_code zhun_secret_hash(const char *text, char ret[ZHUN_SHA256_TEXT], struct zhun_error *err) ZHUN_MUST_USE;

/** A word for one purpose that only who has the secret can make: an HMAC of it, in hexadecimal. Nothing is stored. */
enum zhun_code zhun_secret_word(const char *secret, const char *purpose, char ret[ZHUN_SHA256_TEXT],
				struct zhun_error *err) ZHUN_MUST_USE;

/** The word that a writing request by cookie must carry: made from the session's secret, so that
 *  only who can read the application's answers knows it; it is not stored. */
enum zhun_code zhun_secret_csrf(const char *session, char ret[ZHUN_SHA256_TEXT], struct zhun_error *err) ZHUN_MUST_USE;

/** An identifier for a new record. */
enum zhun_code zhun_identity_id(zhun_random_source *random, int64_t now, char *out,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
