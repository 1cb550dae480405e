/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Webhooks: an organisation's programs are told of events by a POST that is
 * signed as Standard Webhooks 1.0 says (HMAC-SHA-256 over id, time and body).
 * Where it goes is checked when the socket is made, on the very address that
 * is connected to: what is not a public address is refused, however the name
 * was resolved, and redirects are not followed.
 */
#ifndef ZHUN_SERVICE_HOOK_H
#define ZHUN_SERVICE_HOOK_H

#include <sys/socket.h>

#include "service/notice.h"

/** Whether an address is one of the public Internet (IANA's special-purpose registries, RFC 6890);
 *  with @a loopback this machine's own are allowed too, for tests. */
bool zhun_hook_address_public(const struct sockaddr *address, bool loopback);

/** An https: address without a name and password in it. Fails HOOK_URL, HOOK_PRIVATE (where it names
 *  an address that is not public). */
enum zhun_code zhun_hook_url(const char *url, bool loopback, struct zhun_error *err) ZHUN_MUST_USE;

/** "v1,…" of a message. @a secret as "whsec_…". Fails as base64 does. */
enum zhun_code zhun_hook_sign(struct zhun_arena *a, const char *secret, const char *signed_text, const char **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** Adds a delivery for each hook of the organisation that wants the event, once for one and the same
 *  event, in the caller's transaction. */
enum zhun_code zhun_hook_raise(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_raised *r,
			       const char *words, struct zhun_error *err) ZHUN_MUST_USE;

/** The handler of jobs of kind webhook. */
zhun_job_handler zhun_job_hook;

/** Posts @a body; @a url was checked. Fails HOOK_PRIVATE, HOOK_UNREACHABLE, HOOK_ANSWER. */
struct zhun_hook_post {
	struct zhun_job_run *run;
	const char *url, *body, *id, *timestamp, *signature;
};
enum zhun_code zhun_hook_send(const struct zhun_hook_post *p, struct zhun_error *err) ZHUN_MUST_USE;

#endif
