/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work that is done later. A job is a row written in the transaction that
 * causes it; any server takes it by a conditional update with a lease, and
 * whoever died with it loses it to another when the lease lapses. What its
 * handler does in the database it does in the transaction that ends the job
 * (zhun_job_done), so that it is done once; what it does outside is done at
 * least once. Kinds are a constant table (job_kinds.c), those with an hour are
 * scheduled: one row a kind and day, whoever writes it first.
 */
#ifndef ZHUN_SERVICE_JOB_H
#define ZHUN_SERVICE_JOB_H

#include "service/inside.h"

/** Each lane has a thread of its own in every server: a slow mail server holds up no import. */
enum zhun_lane { ZHUN_LANE_WORK, ZHUN_LANE_OUTBOX };
enum { ZHUN_LANES = 2 };

/** A job as its worker has it. */
struct zhun_job {
	const char *id, *kind, *due, *account, *argument, *document;
	int64_t attempts;  /* this one included */
};

struct zhun_job_run {
	struct zhun_call *call;        /* of the program itself; its account is who asked */
	const struct zhun_job *job;
	const char *worker;
	/** Tells how far it is; false: stop, return any failure. May be called from a transaction of call->conn. */
	bool (*beat)(struct zhun_job_run *run, int64_t done, int64_t total);
	bool ended;                    /* zhun_job_done said so in a transaction that was then committed */
	bool cancelled, stopping;
	void *lane;                    /* of the runner */
};

typedef enum zhun_code zhun_job_handler(struct zhun_job_run *run, struct zhun_error *err);

enum { ZHUN_UNSCHEDULED = -1 };

struct zhun_job_kind {
	const char *name;
	enum zhun_lane lane;
	zhun_job_handler *handler;
	int64_t lease;           /* s until another may take it */
	int64_t retries;         /* after the first attempt */
	int64_t first, ceiling;  /* s before the first retry; twice as long each time, up to the ceiling */
	int minute;              /* of the day, in the service's zone, on which it is due; or UNSCHEDULED */
	const char *help[2];
};
extern const struct zhun_job_kind *const zhun_job_kinds[];  /* ends with NULL */
const struct zhun_job_kind *zhun_job_kind_named(const char *name);
const char *zhun_lane_name(enum zhun_lane lane);

/** Seconds before attempt @a attempts + 1. */
int64_t zhun_job_delay(const struct zhun_job_kind *kind, int64_t attempts);

/** Whether the same may go well later: faults of machines (5xx) and 429, not of what was asked. */
bool zhun_job_worth_retry(enum zhun_code code);

struct zhun_job_new {
	const struct zhun_job_kind *kind;
	const char *account, *argument, *document;  /* argument is JSON, NULL: {} */
	const char *due;                            /* of a scheduled one */
};
/** The handler of jobs of kind rows_import. */
zhun_job_handler zhun_job_rows_import;

/** Adds it in the caller's transaction on @a conn. */
enum zhun_code zhun_job_add(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_job_new *n,
			    const char **ret_id, struct zhun_error *err) ZHUN_MUST_USE;

/** Adds the row of each scheduled kind for the latest day on which it was due. */
enum zhun_code zhun_jobs_schedule(const struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** The day of the latest due of a kind that is due at @a minute: "2026-11-25". */
void zhun_job_due(const struct zhun_call *call, int minute, char out[ZHUN_DATE_TEXT]);

/** Takes the next job of a lane; *ret is NULL where none is due or another was quicker. */
enum zhun_code zhun_job_claim(struct zhun_call *call, enum zhun_lane lane, const char *worker,
			      const struct zhun_job **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Ends it well, in the transaction of its work on @a conn; @a result is a document or NULL. Fails
 *  JOB_LOST where the lease lapsed and another has it: the work must roll back. */
enum zhun_code zhun_job_done(struct zhun_job_run *run, struct zhun_conn *conn, const char *result,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** Ends it with what went wrong and a report (or NULL), in the caller's transaction. */
enum zhun_code zhun_job_failed(struct zhun_job_run *run, struct zhun_conn *conn, const struct zhun_error *why,
			       const char *result, struct zhun_error *err) ZHUN_MUST_USE;

/** Runs one due job of the lane and files what came of it; *ret_ran false where there was none. */
struct zhun_lane_run {
	struct zhun_call *call;
	enum zhun_lane lane;
	const char *worker;
	bool (*beat)(struct zhun_job_run *run, int64_t done, int64_t total);
	void *context;
};
enum zhun_code zhun_job_run_next(const struct zhun_lane_run *l, bool *ret_ran, struct zhun_error *err) ZHUN_MUST_USE;

#endif
