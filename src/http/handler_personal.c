/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of the person behind an account: told, and erased. */
#include "http/handlers.h"
#include "zhun/base/text.h"

enum { CHANGES_MOST = 10000 };   /* of one answer */

static enum zhun_code take(void *context, const char *s, size_t n, struct zhun_error *err)
{
	struct zhun_text *t = context;
	zhun_text_addn(t, s, n);
	return t->failed ? zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(t->ceiling)) : ZHUN_OK;
}

static enum zhun_code tell(struct zhun_request *rq, const char *account, struct zhun_reply *reply,
			   struct zhun_error *err)
{
	uint64_t after = 0;
	enum zhun_code code = zhun_query_whole(rq, "after", &after, err);
	const struct zhun_personal_out o = {(int64_t)after, CHANGES_MOST, take, &reply->text};
	if (!code)
		code = account ? zhun_service_personal(&rq->call, account, &o, err)
			       : zhun_service_personal_own(&rq->call, &o, err);
	if (!code)
		zhun_reply_header(reply, "Content-Disposition", "attachment; filename=\"personal-data.json\"");
	return code;
}

enum zhun_code zhun_handle_personal_own(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return tell(rq, NULL, reply, err);
}

enum zhun_code zhun_handle_personal(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return tell(rq, rq->match.parameter[0], reply, err);
}

enum zhun_code zhun_handle_erase_own(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	enum zhun_code code = zhun_service_erase_own(&rq->call, rq->body, err);
	if (!code)
		zhun_reply_no_cookie(rq, ZHUN_SESSION_COOKIE, reply);
	return code;
}

enum zhun_code zhun_handle_erase(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_erase(&rq->call, rq->match.parameter[0], rq->body, err);
}
