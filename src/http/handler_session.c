/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging in and out, the first administrator, API tokens, and what an account keeps for itself. */
#include "http/handlers.h"
#include "http/header.h"

static const char *body_text(const struct zhun_request *rq)
{
	return (const char *)rq->body.ptr;
}

void zhun_reply_cookie(const struct zhun_request *rq, const char *name, const struct zhun_secret *s,
		       struct zhun_reply *reply)
{
	const char *secure = rq->options->secure_cookies ? "; Secure" : "";
	zhun_reply_header(reply, "Set-Cookie",
			  zhun_printf(rq->call.arena,
				      "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%lld%s",
				      name, s->text, (long long)s->lifetime, secure));
}

void zhun_reply_no_cookie(const struct zhun_request *rq, const char *name, struct zhun_reply *reply)
{
	static const struct zhun_secret none = {.text = ""};
	zhun_reply_cookie(rq, name, &none, reply);
}

enum zhun_code zhun_handle_session_get(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const char *cookie = zhun_header_cookie(rq->call.arena, rq->headers.cookie, ZHUN_SESSION_COOKIE);
	return zhun_service_session_get(&rq->call, cookie, &reply->text, err);
}

enum zhun_code zhun_handle_session_open(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_secret secret;
	enum zhun_code code = zhun_service_session_open(&rq->call, body_text(rq), rq->body.len,
							&reply->text, &secret, err);
	if (!code)
		zhun_reply_cookie(rq, ZHUN_SESSION_COOKIE, &secret, reply);
	return code;
}

enum zhun_code zhun_handle_session_close(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	enum zhun_code code = zhun_service_session_close(&rq->call, err);
	if (!code)
		zhun_reply_no_cookie(rq, ZHUN_SESSION_COOKIE, reply);
	return code;
}

enum zhun_code zhun_handle_setup(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_secret secret;
	enum zhun_code code = zhun_service_setup(&rq->call, body_text(rq), rq->body.len, &reply->text,
						 &secret, err);
	if (!code)
		zhun_reply_cookie(rq, ZHUN_SESSION_COOKIE, &secret, reply);
	return code;
}

enum zhun_code zhun_handle_account_link(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_link_create(&rq->call, rq->match.parameter[0], &reply->text, err);
}

enum zhun_code zhun_handle_token_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_token_list(&rq->call, &reply->text, err);
}

enum zhun_code zhun_handle_token_create(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_token_create(&rq->call, body_text(rq), rq->body.len, &reply->text, err);
}

enum zhun_code zhun_handle_token_remove(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_token_remove(&rq->call, rq->match.parameter[0], err);
}

enum zhun_code zhun_handle_preference_get(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	int64_t rev = 0;
	enum zhun_code code = zhun_service_preference_get(&rq->call, &reply->text, &rev, err);
	if (!code)
		zhun_reply_revision(rq, rev, reply);
	return code;
}

enum zhun_code zhun_handle_preference_put(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	int64_t rev = 0;
	enum zhun_code code = zhun_read_if_match(rq, &rev, err);
	if (!code)
		code = zhun_service_preference_put(&rq->call, rq->body, &rev, &reply->text, err);
	if (!code)
		zhun_reply_revision(rq, rev, reply);
	return code;
}
