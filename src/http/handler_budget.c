/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uncertainty budgets: evaluated as they come, nothing is stored. */
#include "http/handlers.h"
#include "http/stream.h"
#include "zhun/base/text.h"

static enum zhun_code read_request(const struct zhun_request *rq, struct zhun_budget_request *ret,
				   struct zhun_error *err)
{
	uint64_t draws = 0;
	*ret = (struct zhun_budget_request){
		.text = rq->body,
		.seed = 1,
		.output = zhun_target_query(&rq->target, "output"),
		.reverse = zhun_target_query(&rq->target, "reverse"),
		.target = zhun_target_query(&rq->target, "target"),
		.what_if = zhun_target_query(&rq->target, "what_if"),
		.u = zhun_target_query(&rq->target, "u"),
	};
	enum zhun_code code = zhun_query_whole(rq, "draws", &draws, err);
	if (!code)
		code = zhun_query_whole(rq, "seed", &ret->seed, err);
	ret->draws = (int64_t)draws;
	return code;
}

/* A worker is held for a second at most by a plain request; longer runs are streamed. */
static const int64_t plain_draws = 1000000, plain_work = 1000000000;
static const int64_t streamed_draws = 100000000, streamed_work = 50000000000;

enum zhun_code zhun_handle_budget(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	struct zhun_budget_request asked;
	enum zhun_code code = read_request(rq, &asked, err);
	asked.draws_most = plain_draws;
	asked.work_most = plain_work;
	return code ? code : zhun_service_budget(&rq->call, &asked, &reply->text, err);
}

enum zhun_code zhun_handle_budget_archive(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_budget_request asked = {.text = rq->body, .seed = 1};
	return zhun_service_budget_archive(&rq->call, &asked, &reply->text, err);
}

/* What a table may hold a worker for. */
static const int64_t table_rows = 10000, table_seconds = 10;

enum zhun_code zhun_handle_budget_rows(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	const struct zhun_budget_request asked = {.seed = 1, .rows_most = table_rows, .seconds = table_seconds};
	return zhun_service_budget_table(&rq->call, &asked, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_budget_import(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_budget_import_json(&rq->call, rq->body, &reply->text, err);
}

enum zhun_code zhun_handle_budget_report(struct zhun_request *rq, struct zhun_reply *reply,
					 struct zhun_error *err)
{
	const char *format = zhun_target_query(&rq->target, "format");
	struct zhun_budget_request asked;
	bool pdf = zhun_str_equal(format, "pdf");
	if (format && !pdf && !zhun_str_equal(format, "html"))
		return zhun_fail(err, ZHUN_E_CHOICE_BAD, "format", format, "html, pdf");
	enum zhun_code code = read_request(rq, &asked, err);
	asked.draws_most = plain_draws;
	asked.work_most = plain_work;
	if (!code)
		code = zhun_service_budget_report(&rq->call, &asked, pdf, &reply->bytes, err);
	reply->type = pdf ? "application/pdf" : "text/html; charset=utf-8";
	if (pdf)
		zhun_reply_header(reply, "Content-Disposition", "inline; filename=\"budget.pdf\"");
	return code;
}

static bool tell_progress(void *context, size_t done, size_t of)
{
	char line[80];
	(void)snprintf(line, sizeof line, "{\"done\":%zu,\"of\":%zu}", done, of);
	return zhun_stream_tell(context, "progress", line);
}

enum zhun_code zhun_handle_budget_stream(struct zhun_request *rq, struct zhun_reply *reply,
					 struct zhun_error *err)
{
	struct zhun_budget_request asked;
	enum zhun_code code = read_request(rq, &asked, err);
	asked.draws_most = streamed_draws;
	asked.work_most = streamed_work;
	asked.progress = tell_progress;
	asked.context = rq->stream;
	if (!code)
		code = zhun_service_budget(&rq->call, &asked, &reply->text, err);
	if (code == ZHUN_E_MC_STOPPED)
		return zhun_fail(err, ZHUN_E_BUDGET_TIME, NULL, ZHUN_INT(rq->options->http_run));
	return code;
}
