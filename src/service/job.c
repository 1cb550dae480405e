/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of table job: adding, taking, ending. */
#include "service/job.h"

#include "service/running.h"
#include "zhun/base/text.h"

enum { SENTENCE = 600, KINDS_SIZE = 4096 };
static const int64_t SECOND = 1000000;

const char *zhun_lane_name(enum zhun_lane lane)
{
	static const char *const names[] = {[ZHUN_LANE_WORK] = "work", [ZHUN_LANE_OUTBOX] = "outbox"};
	return names[lane];
}

const struct zhun_job_kind *zhun_job_kind_named(const char *name)
{
	for (size_t i = 0; zhun_job_kinds[i]; i++)
		if (strcmp(zhun_job_kinds[i]->name, name) == 0)
			return zhun_job_kinds[i];
	return NULL;
}

int64_t zhun_job_delay(const struct zhun_job_kind *kind, int64_t attempts)
{
	int64_t delay = kind->first;
	for (int64_t i = 1; i < attempts && delay < kind->ceiling; i++)
		delay *= 2;
	return delay < kind->ceiling ? delay : kind->ceiling;
}

bool zhun_job_worth_retry(enum zhun_code code)
{
	int status = zhun_error_row(code)->http;
	return status >= 500 || status == 429;
}

enum zhun_code zhun_job_add(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_job_new *n,
			    const char **ret_id, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT], *id = ZHUN_NEW_ARRAY(call->arena, ZHUN_UUID_TEXT, char);
	if (!id)
		return zhun_no_memory(call->arena, err);
	enum zhun_code code = zhun_call_id(call, id, err);
	if (code)
		return code;
	zhun_instant_text(call->now, now);
	const struct zhun_value v[] = {
		zhun_v_text(id),	  zhun_v_text(n->kind->name), zhun_v_text(zhun_lane_name(n->kind->lane)),
		zhun_v_text(n->due),	  zhun_v_text(n->account),    zhun_v_text(n->argument ? n->argument : "{}"),
		zhun_v_text(n->document), zhun_v_text(now),	      zhun_v_text(now),
	};
	code = zhun_store_exec(conn, ZHUN_SQL_JOB_ADD, v, ZHUN_COUNT(v), NULL, err);
	if (!code && ret_id)
		*ret_id = id;
	return code;
}

void zhun_job_due(const struct zhun_call *call, int minute, char out[ZHUN_DATE_TEXT])
{
	zhun_day_text(zhun_zone_day(call->service->zone, call->now - minute * 60 * SECOND), out);
}

enum zhun_code zhun_jobs_schedule(const struct zhun_call *call, struct zhun_error *err)
{
	char due[ZHUN_DATE_TEXT];
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; !code && zhun_job_kinds[i]; i++) {
		const struct zhun_job_new n = {.kind = zhun_job_kinds[i], .due = due};
		if (n.kind->minute == ZHUN_UNSCHEDULED)
			continue;
		zhun_job_due(call, n.kind->minute, due);
		code = zhun_job_add(call, call->conn, &n, NULL, err);
	}
	return code;
}

/* As job_claim gives it. */
static enum zhun_code keep(struct zhun_arena *a, const struct zhun_value *row, const struct zhun_job **ret,
			   struct zhun_error *err)
{
	struct zhun_job *job = row ? ZHUN_NEW(a, struct zhun_job) : NULL;
	if (row && !job)
		return zhun_no_memory(a, err);
	if (job)
		*job = (struct zhun_job){row[0].text, row[1].text, row[2].text,	  row[3].text,
					 row[4].text, row[5].text, row[6].integer};
	*ret = job;
	return ZHUN_OK;
}

/* " mail webhook forget ": a kind that this program does not know is left to one that does. */
static enum zhun_code known_kinds(struct zhun_arena *a, const char **ret, struct zhun_error *err)
{
	struct zhun_text t;
	zhun_text_init(&t, a, KINDS_SIZE);
	zhun_text_addc(&t, ' ');
	for (size_t i = 0; zhun_job_kinds[i]; i++)
		zhun_text_addf(&t, "%s ", zhun_job_kinds[i]->name);
	return zhun_text_done(&t, ret, err);
}

enum zhun_code zhun_job_claim(struct zhun_call *call, enum zhun_lane lane, const char *worker,
			      const struct zhun_job **ret, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT], until[ZHUN_INSTANT_TEXT];
	const struct zhun_value *row = NULL;
	const char *kinds = NULL;
	enum zhun_code code = known_kinds(call->arena, &kinds, err);
	zhun_instant_text(call->now, now);
	const struct zhun_value ready[] = {zhun_v_text(zhun_lane_name(lane)), zhun_v_text(now), zhun_v_text(kinds)};
	if (!code)
		code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_JOB_READY, ready, ZHUN_COUNT(ready)},
				      call->arena, &row, err);
	const struct zhun_job_kind *kind = !code && row ? zhun_job_kind_named(row[1].text) : NULL;
	if (code || !kind)
		return code ? code : keep(call->arena, NULL, ret, err);
	zhun_instant_text(call->now + kind->lease * SECOND, until);
	const struct zhun_value claim[] = {zhun_v_text(row[0].text), zhun_v_text(now), zhun_v_text(worker),
					   zhun_v_text(until)};
	code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_JOB_CLAIM, claim, ZHUN_COUNT(claim)},
			      call->arena, &row, err);
	return code ? code : keep(call->arena, row, ret, err);
}

/* The error's number and its sentences; nothing where there is none. */
struct why {
	struct zhun_value code, en, zh;
	char text[2][SENTENCE];
};

static void tell_why(const struct zhun_error *e, struct why *w)
{
	*w = (struct why){.code = zhun_v_null_of(ZHUN_V_INT), .en = zhun_v_text(NULL), .zh = zhun_v_text(NULL)};
	if (!e)
		return;
	(void)zhun_error_sentence(e, ZHUN_EN, w->text[ZHUN_EN], SENTENCE);
	(void)zhun_error_sentence(e, ZHUN_ZH, w->text[ZHUN_ZH], SENTENCE);
	w->code = zhun_v_int(e->code);
	w->en = zhun_v_text(w->text[ZHUN_EN]);
	w->zh = zhun_v_text(w->text[ZHUN_ZH]);
}

/* A change of a job that this worker has; another may have it by now. */
static enum zhun_code change(struct zhun_conn *conn, enum zhun_sql sql, const struct zhun_value *v, size_t count,
			     struct zhun_error *err)
{
	int64_t changed = 0;
	enum zhun_code code = zhun_store_exec(conn, sql, v, count, &changed, err);
	return code || changed ? code : zhun_fail(err, ZHUN_E_JOB_LOST, NULL, v[0].text);
}

static enum zhun_code end(const struct zhun_job_run *run, struct zhun_conn *conn, const char *state,
			  const struct zhun_error *why, const char *result, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	struct why w;
	tell_why(why, &w);
	zhun_instant_text(zhun_service_clock(), now);
	const struct zhun_value v[] = {zhun_v_text(run->job->id), zhun_v_text(run->worker), zhun_v_text(state),
				       zhun_v_text(now), w.code, w.en, w.zh, zhun_v_text(result)};
	return change(conn, ZHUN_SQL_JOB_END, v, ZHUN_COUNT(v), err);
}

enum zhun_code zhun_job_done(struct zhun_job_run *run, struct zhun_conn *conn, const char *result,
			     struct zhun_error *err)
{
	enum zhun_code code = end(run, conn, "done", NULL, result, err);
	run->ended = !code;
	return code;
}

enum zhun_code zhun_job_failed(struct zhun_job_run *run, struct zhun_conn *conn, const struct zhun_error *why,
			       const char *result, struct zhun_error *err)
{
	enum zhun_code code = end(run, conn, "failed", why, result, err);
	run->ended = !code;
	return code;
}

static enum zhun_code defer(const struct zhun_job_run *run, int64_t delay, const struct zhun_error *why,
			    struct zhun_error *err)
{
	char next[ZHUN_INSTANT_TEXT];
	struct why w;
	tell_why(why, &w);
	zhun_instant_text(zhun_service_clock() + delay * SECOND, next);
	const struct zhun_value v[] = {zhun_v_text(run->job->id), zhun_v_text(run->worker), zhun_v_text(next), w.code,
				       w.en, w.zh};
	return change(run->call->conn, ZHUN_SQL_JOB_DEFER, v, ZHUN_COUNT(v), err);
}

static enum zhun_code give_back(const struct zhun_job_run *run, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(zhun_service_clock(), now);
	const struct zhun_value v[] = {zhun_v_text(run->job->id), zhun_v_text(run->worker), zhun_v_text(now)};
	return change(run->call->conn, ZHUN_SQL_JOB_GIVE_BACK, v, ZHUN_COUNT(v), err);
}

static void log_end(const struct zhun_job_run *run, const char *how, enum zhun_code code)
{
	const struct zhun_log *log = run->call->service->log;
	const struct zhun_log_field fields[] = {
		{"job", run->job->id, 0},
		{"kind", run->job->kind, 0},
		{"how", how, 0},
		{"error", code ? zhun_error_row(code)->name : "", 0},
		{"attempts", NULL, run->job->attempts},
		{0},
	};
	if (log)
		zhun_log_write(log, code ? ZHUN_LOG_WARN : ZHUN_LOG_INFO, zhun_service_clock(), "job", fields);
}

/* What becomes of a job whose handler failed. */
static enum zhun_code file_failure(struct zhun_job_run *run, const struct zhun_job_kind *kind,
				   const struct zhun_error *why, struct zhun_error *err)
{
	const struct zhun_job *job = run->job;
	if (why->code == ZHUN_E_JOB_LOST) {
		log_end(run, "lost", why->code);
		return ZHUN_OK;
	}
	if (run->stopping) {
		log_end(run, "given back", ZHUN_OK);
		return give_back(run, err);
	}
	if (run->cancelled) {
		log_end(run, "cancelled", ZHUN_OK);
		return end(run, run->call->conn, "cancelled", NULL, NULL, err);
	}
	bool again = zhun_job_worth_retry(why->code) && job->attempts <= kind->retries;
	log_end(run, again ? "deferred" : "failed", why->code);
	return again ? defer(run, zhun_job_delay(kind, job->attempts), why, err)
		     : end(run, run->call->conn, "failed", why, NULL, err);
}

/* The handler acts as nobody in particular: what an account asked for it checks itself. */
static enum zhun_code run_one(const struct zhun_lane_run *l, const struct zhun_job *job, struct zhun_error *err)
{
	const struct zhun_job_kind *kind = zhun_job_kind_named(job->kind);
	struct zhun_job_run run = {
		.call = l->call, .job = job, .worker = l->worker, .beat = l->beat, .lane = l->context};
	struct zhun_error why = {0};
	l->call->request_id = job->id;
	zhun_running_begin(l->call->service->running, job->id);
	enum zhun_code code = kind->handler(&run, &why);
	zhun_running_end(l->call->service->running, job->id);
	if (code) {
		why.code = code;
		return file_failure(&run, kind, &why, err);
	}
	if (!run.ended)
		code = zhun_job_done(&run, l->call->conn, NULL, err);
	log_end(&run, "done", code);
	return code == ZHUN_E_JOB_LOST ? ZHUN_OK : code;
}

enum zhun_code zhun_job_run_next(const struct zhun_lane_run *l, bool *ret_ran, struct zhun_error *err)
{
	const struct zhun_job *job = NULL;
	l->call->now = zhun_service_clock();
	enum zhun_code code = zhun_job_claim(l->call, l->lane, l->worker, &job, err);
	if (!code)
		*ret_ran = job != NULL;
	return code || !job ? code : run_one(l, job, err);
}
