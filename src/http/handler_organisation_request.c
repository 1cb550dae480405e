/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations that ask to be registered. */
#include "http/handlers.h"

#include "zhun/base/text.h"

enum zhun_code zhun_handle_org_request_ask(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_org_request_ask(&rq->call, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_org_request_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const char *own = zhun_target_query(&rq->target, "own");
	struct zhun_org_request_filter f = {.state = zhun_target_query(&rq->target, "state"),
					    .before = zhun_target_query(&rq->target, "before"),
					    .own = own && strcmp(own, "0") != 0};
	uint64_t most = 0;
	enum zhun_code code = zhun_query_whole(rq, "limit", &most, err);
	f.most = (int64_t)(most < INT32_MAX ? most : INT32_MAX);
	return code ? code : zhun_service_org_request_list(&rq->call, &f, &reply->text, err);
}

enum zhun_code zhun_handle_org_request_look(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_org_request_look(&rq->call, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_org_request_get(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_org_request_get(&rq->call, rq->match.parameter[0], &reply->text, err);
}

enum zhun_code zhun_handle_org_request_approve(struct zhun_request *rq, struct zhun_reply *reply,
					       struct zhun_error *err)
{
	return zhun_service_org_request_approve(&rq->call, rq->match.parameter[0], rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_org_request_refuse(struct zhun_request *rq, struct zhun_reply *reply,
					      struct zhun_error *err)
{
	return zhun_service_org_request_refuse(&rq->call, rq->match.parameter[0], rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_org_request_withdraw(struct zhun_request *rq, struct zhun_reply *reply,
						struct zhun_error *err)
{
	return zhun_service_org_request_withdraw(&rq->call, rq->match.parameter[0], rq->body, &reply->text, err);
}
