/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one search over all registers, and how much there is to find. */
#include "http/handlers.h"

enum zhun_code zhun_handle_search(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_search(&rq->call, &rq->target.query, &reply->text, err);
}

enum zhun_code zhun_handle_counts(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_counts(&rq->call, &reply->text, err);
}
