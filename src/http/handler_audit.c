/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes as they are followed and as they are looked through, and what happened to sessions. */
#include "http/handlers.h"

#include "zhun/base/text.h"

static const char *asked(const struct zhun_request *rq, const char *name)
{
	return zhun_target_query(&rq->target, name);
}

static enum zhun_code read_filter(const struct zhun_request *rq, struct zhun_audit_filter *ret, struct zhun_error *err)
{
	uint64_t most = 0;
	enum zhun_code code = zhun_query_whole(rq, "limit", &most, err);
	*ret = (struct zhun_audit_filter){
		.account = asked(rq, "account"), .reg = asked(rq, "register"), .record = asked(rq, "record"),
		.action = asked(rq, "action"), .request = asked(rq, "request"), .kind = asked(rq, "kind"),
		.from = asked(rq, "from"), .until = asked(rq, "until"), .before = asked(rq, "before"),
		.most = (int64_t)(most < INT32_MAX ? most : INT32_MAX)};
	return code;
}

/* What an order does not know must not look as if it had been heeded. */
static enum zhun_code refuse(const struct zhun_request *rq, const char *const *names, struct zhun_error *err)
{
	for (; *names; names++)
		if (asked(rq, *names))
			return zhun_fail(err, ZHUN_E_PARAMETER_UNKNOWN, *names, *names);
	return ZHUN_OK;
}

static enum zhun_code follow(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	static const char *const of_newest[] = {"before", "limit", "account", "register", "record", "action", "request",
						"from", "until", NULL};
	enum zhun_code code = refuse(rq, of_newest, err);
	return code ? code : zhun_service_change_list(&rq->call, asked(rq, "after"), &reply->text, err);
}

enum zhun_code zhun_handle_change_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	static const char *const of_oldest[] = {"after", NULL};
	const char *order = asked(rq, "order");
	struct zhun_audit_filter f;
	if (!order || zhun_str_equal(order, "oldest"))
		return follow(rq, reply, err);
	if (!zhun_str_equal(order, "newest"))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "order", "order", "oldest, newest");
	enum zhun_code code = refuse(rq, of_oldest, err);
	if (!code)
		code = read_filter(rq, &f, err);
	return code ? code : zhun_service_audit_changes(&rq->call, &f, &reply->text, err);
}

enum zhun_code zhun_handle_session_event_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_audit_filter f;
	enum zhun_code code = read_filter(rq, &f, err);
	return code ? code : zhun_service_audit_sessions(&rq->call, &f, &reply->text, err);
}
