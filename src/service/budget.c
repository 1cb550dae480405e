/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uncertainty budgets: a text in, its evaluation out. Nothing is stored. */
#include "service/inside.h"
#include "zhun/study/budget.h"

/* What drawing one input costs, in steps of a model. */
enum { STEPS_PER_DRAW = 8 };

/* A text that is made to stand within an answer. */
enum { TEXT_CEILING = 16 << 20 };

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

static enum zhun_code read_budget(struct zhun_call *call, const struct zhun_budget_request *rq,
				  const struct zhun_budget **ret, struct zhun_error *err)
{
	const struct zhun_budget_archives archives = {rq->find, rq->find_context};
	return zhun_budget_read_with(call->arena, rq->text, rq->find ? &archives : NULL, ret, err);
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
	enum zhun_code code = read_budget(call, rq, &b, err);
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

static bool in_time(void *until, size_t done, size_t of)
{
	(void)done, (void)of;
	return zhun_service_clock() < *(const int64_t *)until;
}

/* Rows are worked out in memory of their own, which each gives back. */
static enum zhun_code run_table(struct zhun_call *call, const struct zhun_budget_request *rq,
				const struct zhun_budget *b, struct zhun_bytes csv, struct zhun_text *out,
				struct zhun_error *err)
{
	enum { SCRATCH = 64 << 20 };
	int64_t until = call->now + rq->seconds * 1000000;
	const struct zhun_budget_table table = {
		.csv = csv,
		.rows_most = (size_t)rq->rows_most,
		.go_on = rq->seconds ? in_time : NULL,
		.context = &until,
	};
	struct zhun_arena *scratch = zhun_arena_open(SCRATCH);
	if (!scratch)
		return zhun_no_memory(call->arena, err);
	enum zhun_code code = zhun_budget_rows(scratch, b, &table, out, err);
	(void)zhun_arena_close(scratch);
	return code == ZHUN_E_MC_STOPPED ? zhun_fail(err, ZHUN_E_BUDGET_TIME, NULL, ZHUN_INT(rq->seconds)) : code;
}

enum zhun_code zhun_service_budget_rows(struct zhun_call *call, const struct zhun_budget_request *rq,
					struct zhun_bytes csv, struct zhun_text *out, struct zhun_error *err)
{
	const struct zhun_budget *b = NULL;
	enum zhun_code code = read_budget(call, rq, &b, err);
	return code ? code : run_table(call, rq, b, csv, out, err);
}

/* The two texts of a body, and nothing else. */
static enum zhun_code read_texts(struct zhun_call *call, struct zhun_bytes body, struct zhun_bytes *ret_budget,
				 struct zhun_bytes *ret_table, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const char *budget = NULL, *table = NULL;
	enum zhun_code code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	for (const struct zhun_json *m = code ? NULL : json->first; m; m = m->next)
		if (!zhun_str_equal(m->name, "budget") && !zhun_str_equal(m->name, "table")) {
			(void)zhun_fail(err, ZHUN_E_FIELD_UNKNOWN, NULL, m->name, "budget, table");
			return zhun_json_within(err, m->name);
		}
	if (!code)
		code = zhun_body_text(json, "budget", &budget, err);
	if (!code)
		code = zhun_body_text(json, "table", &table, err);
	if (code)
		return code;
	*ret_budget = (struct zhun_bytes){(const unsigned char *)budget, strlen(budget)};
	*ret_table = (struct zhun_bytes){(const unsigned char *)table, strlen(table)};
	return ZHUN_OK;
}

/* {name: text} */
static enum zhun_code write_text(const char *name, struct zhun_text *from, struct zhun_text *out,
				 struct zhun_error *err)
{
	const char *text = NULL;
	struct zhun_json_writer w;
	enum zhun_code code = zhun_text_done(from, &text, err);
	if (code)
		return code;
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, name, text);
	zhun_json_end_object(&w);
	return ZHUN_OK;
}

enum zhun_code zhun_service_budget_table(struct zhun_call *call, const struct zhun_budget_request *rq,
					 struct zhun_bytes body, struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_budget_request asked = *rq;
	const struct zhun_budget *b = NULL;
	struct zhun_bytes csv = {0};
	struct zhun_text table;
	enum zhun_code code = read_texts(call, body, &asked.text, &csv, err);
	if (code)
		return code;
	zhun_text_init(&table, call->arena, TEXT_CEILING);
	code = read_budget(call, &asked, &b, err);
	if (code)
		return zhun_error_within(err, "budget");
	code = run_table(call, &asked, b, csv, &table, err);
	return code ? zhun_error_within(err, "table") : write_text("table", &table, out, err);
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

enum zhun_code zhun_service_budget_import_json(struct zhun_call *call, struct zhun_bytes text, struct zhun_text *out,
					       struct zhun_error *err)
{
	struct zhun_text budget;
	zhun_text_init(&budget, call->arena, TEXT_CEILING);
	enum zhun_code code = zhun_service_budget_import(call, text, &budget, err);
	return code ? code : write_text("budget", &budget, out, err);
}
