/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs, notices and webhooks. */
#include "http/handlers.h"

#include "zhun/base/text.h"

enum zhun_code zhun_handle_job_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_job_filter f = {.state = zhun_target_query(&rq->target, "state"),
				    .before = zhun_target_query(&rq->target, "before")};
	uint64_t most = 0;
	enum zhun_code code = zhun_query_whole(rq, "limit", &most, err);
	f.most = (int64_t)(most < INT32_MAX ? most : INT32_MAX);
	return code ? code : zhun_service_job_list(&rq->call, &f, &reply->text, err);
}

enum zhun_code zhun_handle_job_get(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_job_get(&rq->call, rq->match.parameter[0], &reply->text, err);
}

enum zhun_code zhun_handle_job_cancel(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_job_cancel(&rq->call, rq->match.parameter[0], err);
}

enum zhun_code zhun_handle_job_report(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_document d;
	enum zhun_code code = zhun_service_job_report(&rq->call, rq->match.parameter[0], &d, err);
	if (!code) {
		reply->bytes = d.bytes;
		reply->type = d.media_type;
	}
	return code;
}

enum zhun_code zhun_handle_notice_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const char *unread = zhun_target_query(&rq->target, "unread");
	struct zhun_notice_filter f = {.before = zhun_target_query(&rq->target, "before"),
				       .unread = unread && strcmp(unread, "0") != 0};
	uint64_t most = 0;
	enum zhun_code code = zhun_query_whole(rq, "limit", &most, err);
	f.most = (int64_t)(most < INT32_MAX ? most : INT32_MAX);
	return code ? code : zhun_service_notice_list(&rq->call, &f, &reply->text, err);
}

enum zhun_code zhun_handle_notice_seen(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_notice_seen(&rq->call, rq->body, err);
}

enum zhun_code zhun_handle_notice_choices(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_notice_choices(&rq->call, &reply->text, err);
}

enum zhun_code zhun_handle_notice_choose(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_notice_choose(&rq->call, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_notice_address(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_notice_address(&rq->call, rq->body, err);
}

enum zhun_code zhun_handle_notice_no_address(struct zhun_request *rq, struct zhun_reply *reply,
					     struct zhun_error *err)
{
	(void)reply;
	return zhun_service_notice_no_address(&rq->call, err);
}

enum zhun_code zhun_handle_notice_confirm(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_notice_confirm(&rq->call, rq->body, err);
}

enum zhun_code zhun_handle_hook_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const char *organisation = zhun_target_query(&rq->target, "organisation");
	return zhun_service_hook_list(&rq->call, organisation ? organisation : "", &reply->text, err);
}

enum zhun_code zhun_handle_hook_create(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_hook_create(&rq->call, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_hook_remove(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)reply;
	return zhun_service_hook_remove(&rq->call, rq->match.parameter[0], err);
}
