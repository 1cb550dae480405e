/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jobs on both engines: taken by one worker at a time, taken over when a lease lapsed, tried again with a growing
 * delay, scheduled once a day. Covers service/job.c, service/job_ask.c, service/job_kinds.c, service/runner.c,
 * service/running.c and cli/job.c (whose commands test_cli runs).
 */
#include "service/job.h"

#include "service/runner.h"
#include "service/running.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 24, OUT = 1 << 20, HOUR = 3600 };
static const int64_t NOW = INT64_C(1795400000000000), SECOND = 1000000;   /* 2026-11-23 */

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
};

static struct desk open_desk(const char *url)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = url, .zone = "Asia/Shanghai"};
	unit_call_open(&d.call, &o, NOW);
	zhun_service_as_administrator(&d.call);
	return d;
}

static void close_desk(struct desk *d)
{
	unit_call_close(&d->call);
}

static const struct zhun_json *asked(struct desk *d, const char *id)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_job_get(&d->call, id, &d->out, &err), ZHUN_OK, &err);
	return unit_call_answer(&d->call, &d->out);
}

static const char *state_of(struct desk *d, const char *id)
{
	return zhun_json_get_string(asked(d, id), "state");
}

static const char *add(struct desk *d, const char *kind, const char *account)
{
	const char *id = NULL;
	const struct zhun_job_new n = {.kind = zhun_job_kind_named(kind), .account = account};
	CHECK_CODE(zhun_job_add(&d->call, d->call.conn, &n, &id, &err), ZHUN_OK, &err);
	return id;
}

static const struct zhun_job *claim(struct desk *d, enum zhun_lane lane, const char *worker, int64_t after)
{
	const struct zhun_job *job = NULL;
	d->call.now = NOW + after * SECOND;
	CHECK_CODE(zhun_job_claim(&d->call, lane, worker, &job, &err), ZHUN_OK, &err);
	return job;
}

/* --- the table --- */

static void test_kinds(void)
{
	for (size_t i = 0; zhun_job_kinds[i]; i++) {
		const struct zhun_job_kind *k = zhun_job_kinds[i];
		CHECK(zhun_job_kind_named(k->name) == k);   /* so no two share a name */
		CHECK(k->handler && k->help[ZHUN_EN][0] && k->help[ZHUN_ZH][0]);
		CHECK(k->lease >= 60 && k->lease <= HOUR);
		CHECK(k->retries >= 0 && k->first > 0 && k->ceiling >= k->first);
		CHECK(k->minute == ZHUN_UNSCHEDULED || (k->minute >= 0 && k->minute < 24 * 60));
	}
	CHECK(zhun_job_kind_named("nothing") == NULL);
}

static void test_kinds_told(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	const struct zhun_json *json = NULL;
	struct zhun_text out;
	const char *text = "";
	zhun_text_init(&out, a, OUT);
	CHECK_CODE(zhun_service_job_kinds(&out, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&out, &text, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_json_parse(a, text, strlen(text), &json, &err), ZHUN_OK, &err);
	size_t count = 0;
	while (zhun_job_kinds[count])
		count++;
	CHECK_INT(zhun_json_get(json, "items")->count, count);
	zhun_arena_close(a);
}

/* The wait grows, never shrinks, and ends at the ceiling; a mail is tried for about five days. */
static void test_delay(void)
{
	for (size_t i = 0; zhun_job_kinds[i]; i++) {
		const struct zhun_job_kind *k = zhun_job_kinds[i];
		CHECK_INT(zhun_job_delay(k, 1), k->first);
		for (int64_t n = 1; n < k->retries + 2; n++)
			CHECK(zhun_job_delay(k, n + 1) >= zhun_job_delay(k, n) && zhun_job_delay(k, n) <= k->ceiling);
	}
	const struct zhun_job_kind *mail = zhun_job_kind_named("mail");
	int64_t all = 0;
	for (int64_t n = 1; n <= mail->retries; n++)
		all += zhun_job_delay(mail, n);
	CHECK(all > 4 * 24 * HOUR && all < 6 * 24 * HOUR);
	CHECK(zhun_job_worth_retry(ZHUN_E_MAIL_SERVER) && zhun_job_worth_retry(ZHUN_E_NO_MEMORY));
	CHECK(!zhun_job_worth_retry(ZHUN_E_MAIL_REFUSED) && !zhun_job_worth_retry(ZHUN_E_JSON_BAD));
}

/* --- leases --- */

static void leases_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const char *id = add(&d, "mail", NULL);
	const struct zhun_job_kind *mail = zhun_job_kind_named("mail");
	CHECK(claim(&d, ZHUN_LANE_WORK, "one", 0) == NULL);
	const struct zhun_job *first = claim(&d, ZHUN_LANE_OUTBOX, "one", 0);
	CHECK(first && strcmp(first->id, id) == 0 && first->attempts == 1);
	CHECK(claim(&d, ZHUN_LANE_OUTBOX, "two", mail->lease - 1) == NULL);
	CHECK_TEXT(state_of(&d, id), "running");
	/* killed: the lease lapses and another takes it; what the first still says counts for nothing */
	const struct zhun_job *second = claim(&d, ZHUN_LANE_OUTBOX, "two", mail->lease);
	CHECK(second && strcmp(second->id, id) == 0 && second->attempts == 2);
	struct zhun_job_run late = {.call = &d.call, .job = first, .worker = "one"};
	struct zhun_job_run now = {.call = &d.call, .job = second, .worker = "two"};
	CHECK_CODE(zhun_job_done(&late, d.call.conn, NULL, &err), ZHUN_E_JOB_LOST, &err);
	CHECK(!late.ended);
	CHECK_CODE(zhun_job_done(&now, d.call.conn, NULL, &err), ZHUN_OK, &err);
	CHECK(now.ended);
	CHECK_TEXT(state_of(&d, id), "done");
	CHECK(claim(&d, ZHUN_LANE_OUTBOX, "one", 10 * mail->lease) == NULL);
	CHECK_CODE(zhun_service_job_retry(&d.call, id, &err), ZHUN_E_JOB_ENDED, &err);
	CHECK_CODE(zhun_service_job_cancel(&d.call, id, &err), ZHUN_E_JOB_ENDED, &err);
	close_desk(&d);
}

static void test_leases(void)
{
	unit_store_each(leases_on, true);
}

/* What a later program added waits for it, and nothing behind it does. */
static void unknown_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	unit_store_exec(d.call.conn,
			"INSERT INTO job (id, kind, lane, argument, state, next, attempts, created) VALUES "
			"('j', 'of_tomorrow', 'outbox', '{}', 'waiting', '2026-01-01', 0, '2026-01-01')");
	CHECK(claim(&d, ZHUN_LANE_OUTBOX, "one", 0) == NULL);
	const char *id = add(&d, "mail", NULL);
	const struct zhun_job *job = claim(&d, ZHUN_LANE_OUTBOX, "one", 0);
	CHECK(job && strcmp(job->id, id) == 0);
	CHECK_TEXT(state_of(&d, "j"), "waiting");
	close_desk(&d);
}

static void test_unknown(void)
{
	unit_store_each(unknown_on, true);
}

/* --- runs --- */

static bool go_on(struct zhun_job_run *run, int64_t done, int64_t total)
{
	(void)run, (void)done, (void)total;
	return true;
}

static bool run_next(struct desk *d, enum zhun_lane lane)
{
	bool ran = false;
	const struct zhun_lane_run l = {&d->call, lane, "worker", go_on, NULL};
	CHECK_CODE(zhun_job_run_next(&l, &ran, &err), ZHUN_OK, &err);
	return ran;
}

/* No mail server is set: that may change, so that the mail waits; one that cannot be read fails at once. */
static void failures_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const char *id = add(&d, "mail", NULL);
	CHECK(run_next(&d, ZHUN_LANE_OUTBOX));
	CHECK_TEXT(state_of(&d, id), "waiting");
	CHECK_TEXT(zhun_json_get_string(asked(&d, id), "code"), "MAIL_NONE");
	CHECK(strlen(zhun_json_get_string(asked(&d, id), "reason_zh")) > 0);
	CHECK(!run_next(&d, ZHUN_LANE_OUTBOX));
	CHECK_CODE(zhun_service_job_cancel(&d.call, id, &err), ZHUN_OK, &err);
	CHECK_TEXT(state_of(&d, id), "cancelled");
	CHECK_CODE(zhun_service_job_retry(&d.call, id, &err), ZHUN_OK, &err);
	CHECK_TEXT(state_of(&d, id), "waiting");
	close_desk(&d);
}

static void test_failures(void)
{
	unit_store_each(failures_on, true);
}

static void schedule_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	char due[ZHUN_DATE_TEXT];
	zhun_job_due(&d.call, 0, due);
	CHECK_TEXT(due, "2026-11-23");                     /* 10:13 in Shanghai */
	zhun_job_due(&d.call, 10 * 60 + 14, due);
	CHECK_TEXT(due, "2026-11-22");
	size_t scheduled = 0, ran = 0;
	for (size_t i = 0; zhun_job_kinds[i]; i++)
		scheduled += zhun_job_kinds[i]->minute != ZHUN_UNSCHEDULED;
	for (int i = 0; i < 3; i++)
		CHECK_CODE(zhun_jobs_schedule(&d.call, &err), ZHUN_OK, &err);
	while (run_next(&d, ZHUN_LANE_WORK))
		ran++;
	CHECK_INT(ran, scheduled);
	d.call.now = NOW;
	CHECK_CODE(zhun_jobs_schedule(&d.call, &err), ZHUN_OK, &err);
	CHECK(!run_next(&d, ZHUN_LANE_WORK));
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job WHERE state <> 'done'"), 0);
	close_desk(&d);
}

static void test_schedule(void)
{
	unit_store_each(schedule_on, true);
}

/* --- who may see what --- */

static void access_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const char *mine = add(&d, "forget", "me"), *other = add(&d, "forget", "you"), *post = add(&d, "mail", "me");
	d.call.viewer = (struct zhun_viewer){.account = "me"};
	CHECK_TEXT(state_of(&d, mine), "waiting");
	zhun_text_init(&d.out, d.call.arena, OUT);
	CHECK_CODE(zhun_service_job_get(&d.call, other, &d.out, &err), ZHUN_E_JOB_UNKNOWN, &err);
	CHECK_CODE(zhun_service_job_get(&d.call, post, &d.out, &err), ZHUN_E_JOB_UNKNOWN, &err);
	CHECK_CODE(zhun_service_job_cancel(&d.call, other, &err), ZHUN_E_JOB_UNKNOWN, &err);
	CHECK_CODE(zhun_service_job_retry(&d.call, mine, &err), ZHUN_E_ADMINISTRATOR_NEEDED, &err);
	CHECK_CODE(zhun_service_job_cancel(&d.call, mine, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_job_list(&d.call, &(struct zhun_job_filter){0}, &d.out, &err), ZHUN_OK, &err);
	CHECK(strstr(d.out.ptr, mine) && !strstr(d.out.ptr, other) && !strstr(d.out.ptr, post));
	d.call.viewer = (struct zhun_viewer){0};
	CHECK_CODE(zhun_service_job_list(&d.call, &(struct zhun_job_filter){0}, &d.out, &err),
		   ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	close_desk(&d);
}

static void test_access(void)
{
	unit_store_each(access_on, true);
}

/* --- threads --- */

static void runner_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct timespec pause = {0, 50 * 1000 * 1000};
	struct zhun_runner *r = NULL;
	const char *id = add(&d, "forget", NULL);
	CHECK_CODE(zhun_runner_start(d.call.service, &r, &err), ZHUN_OK, &err);
	for (int i = 0; i < 1200 && strcmp(state_of(&d, id), "done") != 0; i++)
		(void)nanosleep(&pause, NULL);
	CHECK_TEXT(state_of(&d, id), "done");
	CHECK(zhun_runner_stop(r) == NULL);
	CHECK(zhun_runner_stop(NULL) == NULL);
	int64_t ran = -1;
	(void)add(&d, "forget", NULL);
	d.call.now = zhun_service_clock();
	CHECK_CODE(zhun_runner_once(&d.call, 100, &ran, &err), ZHUN_OK, &err);
	CHECK(ran >= 1);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job WHERE state <> 'done'"), 0);
	close_desk(&d);
}

static void test_runner(void)
{
	unit_store_each(runner_on, true);
}

static void test_running(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	struct zhun_running *r = zhun_running_open(a);
	int64_t done = -1, total = -1;
	zhun_running_begin(r, "a");
	CHECK(!zhun_running_tell(r, "a", 3, 9));
	CHECK(zhun_running_look(r, "a", &done, &total) && done == 3 && total == 9);
	CHECK(!zhun_running_look(r, "b", &done, &total) && !zhun_running_cancel(r, "b"));
	CHECK(zhun_running_cancel(r, "a") && zhun_running_tell(r, "a", 4, 9));
	zhun_running_end(r, "a");
	CHECK(!zhun_running_look(r, "a", &done, &total) && done == 3);
	zhun_running_close(r);
	zhun_arena_close(a);
}

static void job_with(struct desk *d, const char *id, const char *ended, const char *document, const char *result)
{
	unit_store_exec(d->call.conn, zhun_printf(
		d->call.arena, "INSERT INTO job (id, kind, lane, argument, document, result, state, attempts, created, "
		"ended) VALUES ('%s', 'rows_import', 'work', '{}', '%s', '%s', 'done', 1, '2026', '%s')", id, document,
		result, ended));
}

/* What old jobs brought and reported goes with them, but for bytes that a later job has too, or a certificate. */
static void files_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	struct zhun_record_facts facts = {0};
	static const char lab[] = "{\"code\":\"L\",\"name\":{\"en\":\"L\"},\"kind\":\"laboratory\"}";
	const struct zhun_record_write w = {.body = lab, .length = strlen(lab)};
	zhun_text_init(&d.out, d.call.arena, OUT);
	CHECK_CODE(zhun_service_record_create(&d.call, zhun_register_named("organisation"), &w, &d.out, &facts, &err),
		   ZHUN_OK, &err);
	const char *body = zhun_printf(d.call.arena, "{\"number\":\"1\",\"issuer\":\"%s\",\"kind\":"
				       "\"calibration\",\"issued\":\"2026\",\"state\":\"valid\"}", facts.id);
	const struct zhun_record_write c = {.body = body, .length = strlen(body)};
	CHECK_CODE(zhun_service_record_create(&d.call, zhun_register_named("certificate"), &c, &d.out, &facts, &err),
		   ZHUN_OK, &err);
	for (int i = 1; i <= 6; i++)
		unit_store_exec(d.call.conn, zhun_printf(
			d.call.arena, "INSERT INTO document (id, sha256, media_type, size, recorded_from, bytes) "
			"VALUES ('d%d', 's%d', 'text/csv', 1, '2026', CAST('x' AS %s))", i, i,
			zhun_conn_engine(d.call.conn) == ZHUN_SQLITE ? "BLOB" : "BYTEA"));
	unit_store_exec(d.call.conn, "UPDATE certificate_history SET document = 'd3'");
	job_with(&d, "j1", "2026-01-01T00:00:00.000000Z", "d1", "d2");
	job_with(&d, "j2", "2026-01-01T00:00:00.000000Z", "d3", "d4");
	job_with(&d, "j3", "2026-11-22T00:00:00.000000Z", "d4", "d5");
	(void)add(&d, "forget", NULL);
	int64_t ran = 0;
	CHECK_CODE(zhun_runner_once(&d.call, 100, &ran, &err), ZHUN_OK, &err);   /* others are due today */
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job WHERE id IN ('j1', 'j2')"), 0);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM document WHERE id IN ('d1', 'd2')"), 0);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM document"), 4);
	close_desk(&d);
}

static void test_files(void)
{
	unit_store_each(files_on, true);
}

/* Adding and taking with the n-th allocation failing: an answer or NO_MEMORY. */
static enum zhun_code add_and_list(struct zhun_arena *a, void *context)
{
	struct desk *d = context;
	struct zhun_call call = d->call;
	const struct zhun_job_new n = {.kind = zhun_job_kind_named("forget")};
	const char *id = NULL;
	struct zhun_text out;
	call.arena = a;
	zhun_text_init(&out, a, OUT);
	enum zhun_code code = zhun_job_add(&call, call.conn, &n, &id, &err);
	if (!code)
		code = zhun_service_job_get(&call, id, &out, &err);
	CHECK(code == ZHUN_OK || code == ZHUN_E_NO_MEMORY);
	return code;
}

static void test_faults(void)
{
	struct unit_store u;
	if (!unit_store_open_migrated(&u, ZHUN_SQLITE))
		return;
	struct desk d = open_desk(u.url);
	unit_fault_loop(add_and_list, &d);
	close_desk(&d);
	unit_store_close(&u);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"job kinds", test_kinds},	   {"job kinds told", test_kinds_told}, {"job delay", test_delay},
		{"job leases", test_leases},	   {"job failures", test_failures},	{"job schedule", test_schedule},
		{"job kinds not known", test_unknown},
		{"job access", test_access},	   {"job runner", test_runner},		{"job running", test_running},
		{"job files", test_files},	   {"job faults", test_faults},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}
