/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that take jobs, each lane its own. */
#include "service/runner.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "service/notice.h"
#include "service/running.h"
#include "zhun/base/text.h"

/* The thread of each lane, and the one that follows the change feed. */
enum { FOLLOWER = ZHUN_LANES, THREADS };

enum { ARENA = 64 * 1024 * 1024, POLL_NS = 500 * 1000 * 1000, MINUTE = 60, WORKER_SIZE = ZHUN_UUID_TEXT + 12,
	BEAT_EVERY = 1 };
static const int64_t SECOND = 1000000;

/* One thread. */
struct lane {
	struct zhun_runner *runner;
	int lane;                 /* enum zhun_lane, or FOLLOWER */
	pthread_t thread;
	bool started;
	char worker[WORKER_SIZE];
	struct zhun_conn *conn;   /* of its calls; NULL while the database is away */
	struct zhun_conn *beat;   /* tells how far a job is while conn is in its transaction */
	int64_t scheduled;        /* minute of the latest look at the clock */
	int64_t beaten;
};

struct zhun_runner {
	struct zhun_service *service;
	struct zhun_arena *arena;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	atomic_bool stopping;
	struct lane lanes[THREADS];
};

/* ---- how far a job is ---- */

/* SQLite has one writer, and while a job files it is that one: there the process's own memory tells. */
static bool write_beat(struct lane *l, struct zhun_job_run *run, int64_t done, int64_t total)
{
	const struct zhun_value v[] = {zhun_v_text(run->job->id), zhun_v_int(done), zhun_v_int(total)}, *row = NULL;
	struct zhun_error ignored;
	if (zhun_conn_engine(run->call->conn) == ZHUN_SQLITE)
		return false;
	if (!l->beat && zhun_service_connect(run->call->service, true, &l->beat, &ignored))
		return false;
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	bool cancel = a && !zhun_store_one(l->beat, &(struct zhun_asked){ZHUN_SQL_JOB_BEAT, v, 3}, a, &row, &ignored) &&
		      row && row[0].integer;
	zhun_arena_close(a);
	return cancel;
}

static bool beat(struct zhun_job_run *run, int64_t done, int64_t total)
{
	struct lane *l = run->lane;
	if (atomic_load(&l->runner->stopping))
		run->stopping = true;
	if (zhun_running_tell(run->call->service->running, run->job->id, done, total))
		run->cancelled = true;
	int64_t now = zhun_service_clock();
	if (now - l->beaten >= BEAT_EVERY * SECOND) {
		l->beaten = now;
		run->cancelled = write_beat(l, run, done, total) || run->cancelled;
	}
	return !run->stopping && !run->cancelled;
}

/* ---- one step ---- */

static const char *name_of(const struct lane *l)
{
	return l->lane == FOLLOWER ? "follower" : zhun_lane_name((enum zhun_lane)l->lane);
}

static void complain(const struct lane *l, const struct zhun_error *e)
{
	char sentence[ZHUN_ERROR_ARG_SIZE];
	const struct zhun_log *log = l->runner->service->log;
	(void)zhun_error_sentence(e, ZHUN_EN, sentence, sizeof sentence);
	const struct zhun_log_field fields[] = {{"lane", name_of(l), 0}, {"error", sentence, 0}, {0}};
	if (log)
		zhun_log_write(log, ZHUN_LOG_WARN, zhun_service_clock(), "runner", fields);
}

static enum zhun_code schedule(struct lane *l, struct zhun_call *call, struct zhun_error *err)
{
	int64_t minute = call->now / SECOND / MINUTE;
	if (l->lane != ZHUN_LANE_WORK || minute == l->scheduled)
		return ZHUN_OK;
	enum zhun_code code = zhun_jobs_schedule(call, err);
	if (!code)
		l->scheduled = minute;
	return code;
}

static enum zhun_code follow(struct zhun_call *call, bool *ret_ran, struct zhun_error *err)
{
	int64_t read = 0;
	enum zhun_code code = zhun_notice_follow(call, &read, err);
	if (!code)
		*ret_ran = read > 0;
	return code;
}

static enum zhun_code step(struct lane *l, struct zhun_call *call, bool *ret_ran, struct zhun_error *err)
{
	const struct zhun_lane_run run = {call, (enum zhun_lane)l->lane, l->worker, beat, l};
	enum zhun_code code = l->conn ? ZHUN_OK : zhun_service_connect(call->service, true, &l->conn, err);
	call->conn = l->conn;
	if (!code && l->lane == FOLLOWER)
		return follow(call, ret_ran, err);
	if (!code)
		code = schedule(l, call, err);
	return code ? code : zhun_job_run_next(&run, ret_ran, err);
}

static bool work(struct lane *l, struct zhun_arena *a)
{
	struct zhun_error err = {0};
	bool ran = false;
	zhun_arena_reset(a);
	struct zhun_call call = {.service = l->runner->service, .arena = a, .now = zhun_service_clock()};
	if (step(l, &call, &ran, &err)) {
		complain(l, &err);
		return false;
	}
	return ran;
}

/* ---- threads ---- */

static void rest(struct zhun_runner *r)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += POLL_NS;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&r->lock);
	if (!atomic_load(&r->stopping))
		pthread_cond_timedwait(&r->wake, &r->lock, &until);
	pthread_mutex_unlock(&r->lock);
}

static void *run_lane(void *context)
{
	struct lane *l = context;
	struct zhun_arena *a = zhun_arena_open(ARENA);
	while (!atomic_load(&l->runner->stopping))
		if (!a || !work(l, a))
			rest(l->runner);
	l->conn = zhun_service_disconnect(l->conn);
	l->beat = zhun_service_disconnect(l->beat);
	zhun_arena_close(a);
	return NULL;
}

/* "0193433e-….work": no two threads of all servers share one. */
static enum zhun_code name_lanes(struct zhun_runner *r, struct zhun_error *err)
{
	char id[ZHUN_UUID_TEXT];
	enum zhun_code code = zhun_identity_id(r->service->random, zhun_service_clock(), id, err);
	for (int i = 0; !code && i < THREADS; i++) {
		struct lane *l = &r->lanes[i];
		*l = (struct lane){.runner = r, .lane = i};
		(void)snprintf(l->worker, sizeof l->worker, "%s.%s", id, name_of(l));
	}
	return code;
}

static enum zhun_code start_lanes(struct zhun_runner *r, struct zhun_error *err)
{
	for (int i = 0; i < THREADS; i++) {
		r->lanes[i].started = pthread_create(&r->lanes[i].thread, NULL, run_lane, &r->lanes[i]) == 0;
		if (!r->lanes[i].started)
			return zhun_fail(err, ZHUN_E_THREAD_FAILED, NULL);
	}
	return ZHUN_OK;
}

static enum zhun_code make(struct zhun_service *s, struct zhun_runner **ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_runner *r = a ? ZHUN_NEW(a, struct zhun_runner) : NULL;
	if (!r) {
		zhun_arena_close(a);
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	}
	r->arena = a;
	r->service = s;
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->wake, NULL);
	*ret = r;
	return name_lanes(r, err);
}

enum zhun_code zhun_runner_start(struct zhun_service *s, struct zhun_runner **ret, struct zhun_error *err)
{
	struct zhun_runner *r = NULL;
	enum zhun_code code = make(s, &r, err);
	if (!code)
		code = start_lanes(r, err);
	if (code)
		zhun_runner_stop(r);
	else
		*ret = r;
	return code;
}

struct zhun_runner *zhun_runner_stop(struct zhun_runner *r)
{
	if (!r)
		return NULL;
	pthread_mutex_lock(&r->lock);
	atomic_store(&r->stopping, true);
	pthread_cond_broadcast(&r->wake);
	pthread_mutex_unlock(&r->lock);
	for (int i = 0; i < THREADS; i++)
		if (r->lanes[i].started)
			pthread_join(r->lanes[i].thread, NULL);
	pthread_cond_destroy(&r->wake);
	pthread_mutex_destroy(&r->lock);
	zhun_arena_close(r->arena);
	return NULL;
}

/* ---- at the terminal ---- */

enum zhun_code zhun_runner_once(struct zhun_call *call, int64_t most, int64_t *ret_ran, struct zhun_error *err)
{
	struct zhun_runner *r = NULL;
	int64_t ran = 0;
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = make(call->service, &r, err);
	for (int i = 0; !code && i < THREADS; i++) {
		struct lane *l = &r->lanes[i];
		bool again = true;
		l->conn = call->conn;
		while (!code && again && ran < most) {
			again = false;
			code = step(l, call, &again, err);
			ran += again && l->lane != FOLLOWER;
		}
		l->beat = zhun_service_disconnect(l->beat);
	}
	zhun_runner_stop(r);
	if (!code)
		*ret_ran = ran;
	return code;
}
