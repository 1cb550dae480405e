/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a whole. */
#include "http/handlers.h"

enum zhun_code zhun_handle_plan_dashboard(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_plan_show(&rq->call, rq->match.parameter[0], &rq->target.query, &reply->text, err);
}
