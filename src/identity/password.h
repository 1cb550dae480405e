/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passwords: Argon2id (RFC 9106), the one place that knows its parameters. A
 * hash takes memory and time on purpose, so at most two are made at once: the
 * gate, which all threads share, lets callers in or, after a second, not.
 */
#ifndef ZHUN_IDENTITY_PASSWORD_H
#define ZHUN_IDENTITY_PASSWORD_H

#include <stdbool.h>

#include "identity/secret.h"

enum { ZHUN_PASSWORD_LEAST = 10, ZHUN_PASSWORD_MOST = 200, ZHUN_PASSWORD_TEXT = 128 };

struct zhun_password_gate;

/** Lives outside arenas' reach of a request: in the service's own. Fails NO_MEMORY. */
enum zhun_code zhun_password_gate_open(struct zhun_arena *a, struct zhun_password_gate **ret,
				       struct zhun_error *err) ZHUN_MUST_USE;
void zhun_password_gate_close(struct zhun_password_gate *g);

/** Whether it may be a password of @a name. Fails PASSWORD_WEAK. */
enum zhun_code zhun_password_check(const char *name, const char *password, struct zhun_error *err) ZHUN_MUST_USE;

/** The encoded hash, with salt and parameters in it. Fails HASHING_BUSY, HASHING_FAILED. */
enum zhun_code zhun_password_hash(struct zhun_password_gate *g, zhun_random_source *random, const char *password,
				  char ret[ZHUN_PASSWORD_TEXT], struct zhun_error *err) ZHUN_MUST_USE;

/** Whether @a password is the one of @a encoded. Without @a encoded (no such account) the same work
 *  is done and the answer is no, so that the time tells nothing. Fails as zhun_password_hash. */
enum zhun_code zhun_password_verify(struct zhun_password_gate *g, const char *encoded, const char *password,
				    bool *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
