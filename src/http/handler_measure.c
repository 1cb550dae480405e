/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mathematics of measurement: worked out as it comes, nothing is stored. */
#include "http/handlers.h"

enum zhun_code zhun_handle_uncertainty(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_uncertainty(&rq->call, rq->body, &reply->text, err);
}
