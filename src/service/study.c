/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Studies: a document in, its operations' answers out. Nothing is stored. */
#include "service/inside.h"
#include "zhun/study/study.h"

enum { DRAWS = 1000000, DRAWS_LEAST = 1000 };

static bool in_time(void *until, size_t done, size_t of)
{
	(void)done, (void)of;
	return zhun_service_clock() < *(const int64_t *)until;
}

enum zhun_code zhun_service_study(struct zhun_call *call, const struct zhun_study_request *rq, struct zhun_text *out,
				  struct zhun_error *err)
{
	int64_t until = call->now + rq->seconds * 1000000;
	const struct zhun_study_options options = {
		.draws = (size_t)(rq->draws ? rq->draws : DRAWS),
		.seed = rq->seed,
		.threads = (size_t)rq->threads,
		.go_on = rq->seconds ? in_time : NULL,
		.context = &until,
	};
	const struct zhun_json *document = NULL;
	int64_t most = rq->draws_most ? rq->draws_most : INT64_MAX;
	if (rq->draws && (rq->draws < DRAWS_LEAST || rq->draws > most))
		return zhun_fail(err, ZHUN_E_STUDY_DRAWS, "draws", ZHUN_INT(rq->draws), ZHUN_INT(DRAWS_LEAST),
				 ZHUN_INT(most));
	enum zhun_code code = zhun_json_parse(call->arena, (const char *)rq->text.ptr, rq->text.len, &document, err);
	if (!code)
		code = zhun_study_run(call->arena, document, &options, out, err);
	return code == ZHUN_E_MC_STOPPED ? zhun_fail(err, ZHUN_E_BUDGET_TIME, NULL, ZHUN_INT(rq->seconds)) : code;
}

void zhun_service_study_ops(struct zhun_text *out)
{
	zhun_study_ops_json(out);
}
