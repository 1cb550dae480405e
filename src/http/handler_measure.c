/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mathematics of measurement: worked out as it comes, nothing is stored. */
#include "http/handlers.h"

enum zhun_code zhun_handle_uncertainty(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_uncertainty(&rq->call, rq->body, &reply->text, err);
}

/* What a worker may be held for. */
static const int64_t draws_most = 10000000, seconds_most = 10;

enum zhun_code zhun_handle_study(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_study_request asked = {.text = rq->body, .seed = 1, .draws_most = draws_most,
					    .seconds = seconds_most};
	uint64_t draws = 0;
	enum zhun_code code = zhun_query_whole(rq, "draws", &draws, err);
	if (!code)
		code = zhun_query_whole(rq, "seed", &asked.seed, err);
	asked.draws = (int64_t)draws;
	return code ? code : zhun_service_study(&rq->call, &asked, &reply->text, err);
}

enum zhun_code zhun_handle_study_ops(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)rq, (void)err;
	zhun_service_study_ops(&reply->text);
	return ZHUN_OK;
}
