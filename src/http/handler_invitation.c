/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members by invitation. */
#include "http/handlers.h"

enum zhun_code zhun_handle_invite(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_invite(&rq->call, rq->match.parameter[0], rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_invitation_list(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_invitation_list(&rq->call, rq->match.parameter[0], &reply->text, err);
}

enum zhun_code zhun_handle_invitation_remove(struct zhun_request *rq, struct zhun_reply *reply,
					     struct zhun_error *err)
{
	(void)reply;
	return zhun_service_invitation_withdraw(&rq->call, rq->match.parameter[0], rq->match.parameter[1], err);
}

enum zhun_code zhun_handle_invitation_look(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_invitation_look(&rq->call, (const char *)rq->body.ptr, rq->body.len, &reply->text, err);
}

enum zhun_code zhun_handle_invitation_accept(struct zhun_request *rq, struct zhun_reply *reply,
					     struct zhun_error *err)
{
	return zhun_service_invitation_accept(&rq->call, (const char *)rq->body.ptr, rq->body.len, &reply->text, err);
}
