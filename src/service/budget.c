/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uncertainty budgets: a text in, its evaluation out. Nothing is stored. */
#include "service/inside.h"
#include "zhun/study/budget.h"

/* What drawing one input costs, in steps of a model. */
enum { STEPS_PER_DRAW = 8 };

/* How many draws this budget may have: fewer of a large model, whose rounds take longer. */
static enum zhun_code check_draws(const struct zhun_budget_request *rq, const struct zhun_budget *b,
				  struct zhun_error *err)
{
	int64_t most = rq->draws_most ? rq->draws_most : INT64_MAX;
	int64_t steps = (int64_t)(zhun_model_work(b->model, 1) + STEPS_PER_DRAW * b->row_count) + 1;
	/* the adaptive procedure goes output by output, and draws again what it decided on */
	if (b->procedure.adaptive)
		steps *= (int64_t)(2 * b->output_count + 1);
	if (rq->work_most && rq->work_most / steps < most)
		most = rq->work_most / steps;
	if (rq->draws < 0 || rq->draws > most)
		return zhun_fail(err, ZHUN_E_BUDGET_LIMIT, "draws", ZHUN_INT(rq->draws), ZHUN_INT(most));
	return ZHUN_OK;
}

static enum zhun_code evaluate(struct zhun_call *call, const struct zhun_budget_request *rq,
			       const struct zhun_budget_result **ret, struct zhun_error *err)
{
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_ask ask = {
		.draws = (size_t)rq->draws,
		.seed = rq->seed,
		.threads = (size_t)rq->threads,
		.reverse = rq->reverse,
		.target = rq->target,
		.what_if = rq->what_if,
		.u = rq->u,
		.output = rq->output,
		.progress = rq->progress,
		.context = rq->context,
	};
	const struct zhun_budget_archives archives = {rq->find, rq->find_context};
	enum zhun_code code = zhun_budget_read_with(call->arena, rq->text, rq->find ? &archives : NULL, &b, err);
	if (!code)
		code = check_draws(rq, b, err);
	return code ? code : zhun_budget_run(call->arena, b, &ask, ret, err);
}

enum zhun_code zhun_service_budget(struct zhun_call *call, const struct zhun_budget_request *rq,
				   struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_budget_result *r = NULL;
	enum zhun_code code = evaluate(call, rq, &r, err);
	return code ? code : zhun_budget_json(call->arena, r, out, err);
}

enum zhun_code zhun_service_budget_archive(struct zhun_call *call, const struct zhun_budget_request *rq,
					   struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_budget_result *r = NULL;
	enum zhun_code code = evaluate(call, rq, &r, err);
	return code ? code : zhun_budget_archive(call->arena, r, out, err);
}

enum zhun_code zhun_service_budget_rows(struct zhun_call *call, const struct zhun_budget_request *rq,
					struct zhun_bytes csv, struct zhun_text *out, struct zhun_error *err)
{
	enum { SCRATCH = 64 << 20 };
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_archives archives = {rq->find, rq->find_context};
	enum zhun_code code = zhun_budget_read_with(call->arena, rq->text, rq->find ? &archives : NULL, &b, err);
	if (code)
		return code;
	struct zhun_arena *scratch = zhun_arena_open(SCRATCH);
	if (!scratch)
		return zhun_no_memory(call->arena, err);
	code = zhun_budget_rows(scratch, b, csv, out, err);
	(void)zhun_arena_close(scratch);
	return code;
}

enum zhun_code zhun_service_budget_report(struct zhun_call *call, const struct zhun_budget_request *rq,
					  bool pdf, struct zhun_bytes *ret, struct zhun_error *err)
{
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_paper paper = {.language = call->language, .pdf = pdf, .text = rq->text};
	enum zhun_code code = evaluate(call, rq, &r, err);
	return code ? code : zhun_budget_report(call->arena, r, &paper, ret, err);
}

enum zhun_code zhun_service_budget_import(struct zhun_call *call, struct zhun_bytes text, struct zhun_text *out,
					  struct zhun_error *err)
{
	return zhun_budget_from_suncal(call->arena, text, call->language, out, err);
}
