/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Log-ins by an outside identity provider. */
#include "http/handlers.h"
#include "http/header.h"

static const char *cookie_of(const struct zhun_request *rq)
{
	return zhun_header_cookie(rq->call.arena, rq->headers.cookie, ZHUN_OUTSIDE_COOKIE);
}

enum zhun_code zhun_handle_provider(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_provider(&rq->call, &reply->text, err);
}

static enum zhun_code begin(struct zhun_request *rq, bool connect, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_secret secret;
	enum zhun_code code = zhun_service_provider_begin(&rq->call, connect, &reply->text, &secret, err);
	if (!code)
		zhun_reply_cookie(rq, ZHUN_OUTSIDE_COOKIE, &secret, reply);
	return code;
}

enum zhun_code zhun_handle_provider_login(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return begin(rq, false, reply, err);
}

enum zhun_code zhun_handle_provider_connect(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return begin(rq, true, reply, err);
}

enum zhun_code zhun_handle_provider_answer(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_secret secret;
	enum zhun_code code = zhun_service_provider_answer(&rq->call, cookie_of(rq), rq->body, &reply->text, &secret,
							   err);
	if (code)
		return code;
	zhun_reply_no_cookie(rq, ZHUN_OUTSIDE_COOKIE, reply);
	zhun_reply_cookie(rq, ZHUN_SESSION_COOKIE, &secret, reply);
	return ZHUN_OK;
}

enum zhun_code zhun_handle_subject_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_subject_list(&rq->call, &reply->text, err);
}

enum zhun_code zhun_handle_subject_connect(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	enum zhun_code code = zhun_service_subject_connect(&rq->call, cookie_of(rq), rq->body, &reply->text, err);
	if (!code)
		zhun_reply_no_cookie(rq, ZHUN_OUTSIDE_COOKIE, reply);
	return code;
}

enum zhun_code zhun_handle_subject_remove(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_subject_remove(&rq->call, rq->match.parameter[0], err);
}
