/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transactions and their retries. What may be tried again: a conflict with
 * somebody else's work (the database says so and nothing was saved), and once
 * a connection that broke before the commit was sent. A connection that broke
 * during the commit leaves it open whether the work was saved: never retried.
 */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "store/driver.h"

enum { ATTEMPTS = 12, PATIENCE_MS = 10000, FIRST_WAIT_US = 2000, LONGEST_WAIT_US = 200000 };

/* splitmix64, seeded by the clock and the thread: only to keep waiting threads apart */
static uint64_t chance(void)
{
	static _Thread_local uint64_t state;
	if (!state) {
		struct timespec t;
		clock_gettime(CLOCK_MONOTONIC, &t);
		state = (uint64_t)t.tv_nsec ^ (uint64_t)(uintptr_t)&state;
	}
	uint64_t z = (state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

void zhun_sleep_jittered(int64_t least_us, int64_t most_us)
{
	int64_t us = least_us + (int64_t)(chance() % (uint64_t)(most_us - least_us + 1));
	struct timespec t = {.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};
	while (nanosleep(&t, &t) == -1 && errno == EINTR)
		continue;
}

enum zhun_code zhun_writer_enter(struct zhun_conn *c, struct zhun_error *err)
{
	if (c->driver->engine != ZHUN_SQLITE)
		return ZHUN_OK;
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += ZHUN_LOCK_MS / 1000;
	if (pthread_mutex_timedlock(&c->store->writer, &until) != 0) {
		c->conflict = true;
		return zhun_fail(err, ZHUN_E_STORE_RETRY, NULL);
	}
	c->writer_held = true;
	return ZHUN_OK;
}

void zhun_writer_leave(struct zhun_conn *c)
{
	if (!c->writer_held)
		return;
	c->writer_held = false;
	pthread_mutex_unlock(&c->store->writer);
}

static enum zhun_code begin(struct zhun_conn *c, enum zhun_access access, struct zhun_error *err)
{
	if (c->stale)
		zhun_statements_forget(c);
	c->spoiled = c->conflict = c->stale = false;
	enum zhun_code code = c->lost ? zhun_conn_revive(c, err) : ZHUN_OK;
	if (!code && access == ZHUN_WRITE)
		code = zhun_writer_enter(c, err);
	if (!code)
		code = c->driver->say(c, access == ZHUN_WRITE ? ZHUN_BEGIN_WRITE : ZHUN_BEGIN_READ, err);
	c->in_transaction = !code;
	c->reading = !code && access == ZHUN_READ;
	return code;
}

static enum zhun_code work_and_commit(struct zhun_conn *c, zhun_store_work *work, void *context,
				      struct zhun_error *err)
{
	enum zhun_code code = work(c, context, err);
	if (!code && !c->spoiled)
		code = zhun_conn_flush(c, err);
	if (!code && !c->spoiled)   /* before the commit is sent: what is lost until here may be tried again */
		code = zhun_conn_settle(c, err);
	if (!code && c->spoiled) {
		*err = c->first;
		code = c->first.code;
	}
	if (!code) {
		code = c->driver->say(c, ZHUN_COMMIT, err);
		if (code && c->lost)
			code = zhun_fail(err, ZHUN_E_STORE_UNCERTAIN, NULL);
	}
	return code;
}

static enum zhun_code attempt(struct zhun_conn *c, enum zhun_access access, zhun_store_work *work,
			      void *context, struct zhun_error *err)
{
	struct zhun_error ignored;
	enum zhun_code code = begin(c, access, err);
	if (!code) {
		code = work_and_commit(c, work, context, err);
		if (code && !c->lost)
			(void)!c->driver->say(c, ZHUN_ROLLBACK, &ignored);
	}
	c->in_transaction = c->reading = c->spoiled = false;
	zhun_conn_drop(c);
	zhun_writer_leave(c);
	return code;
}

static bool worth_another(const struct zhun_conn *c, enum zhun_code code, int times, int64_t until)
{
	if (code == ZHUN_E_STORE_UNCERTAIN || times >= ATTEMPTS || zhun_monotonic_ms() >= until)
		return false;
	return c->conflict || (c->lost && times == 1);
}

static void back_off(int times)
{
	int64_t most = FIRST_WAIT_US << (times < 8 ? times : 8);
	if (most > LONGEST_WAIT_US)
		most = LONGEST_WAIT_US;
	zhun_sleep_jittered(most / 4, most);
}

enum zhun_code zhun_store_run(struct zhun_conn *c, enum zhun_access access, zhun_store_work *work,
			      void *context, struct zhun_error *err)
{
	if (c->in_transaction)
		return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "a transaction inside a transaction");
	if (access == ZHUN_WRITE && c->access == ZHUN_READ)
		return zhun_fail(err, ZHUN_E_STORE_READ_ONLY, NULL);
	int64_t until = zhun_monotonic_ms() + PATIENCE_MS;
	for (int times = 1;; times++) {
		struct zhun_error local = {0};
		enum zhun_code code = attempt(c, access, work, context, &local);
		if (!code)
			return ZHUN_OK;
		if (!worth_another(c, code, times, until)) {
			if (err)
				*err = local;
			return c->conflict && code != ZHUN_E_STORE_CROWDED ? zhun_fail(err, ZHUN_E_STORE_RETRY, NULL)
									   : code;
		}
		back_off(times);
	}
}

static enum zhun_code run_large(struct zhun_conn *c, zhun_store_work *work, void *context, struct zhun_error *err)
{
	c->large = true;
	enum zhun_code code = zhun_store_run(c, ZHUN_WRITE, work, context, err);
	c->large = false;
	return code;
}

enum zhun_code zhun_store_run_large(struct zhun_conn *c, zhun_store_work *work, void *context, struct zhun_error *err)
{
	static const char more[] = ZHUN_SQLITE_CACHE_LARGE, as_before[] = ZHUN_SQLITE_CACHE "; PRAGMA shrink_memory";
	if (c->driver->engine != ZHUN_SQLITE)
		return run_large(c, work, context, err);
	enum zhun_code code = c->driver->script(c, more, err);
	if (code)
		return code;
	code = run_large(c, work, context, err);
	enum zhun_code after = c->driver->script(c, as_before, code ? NULL : err);
	return code ? code : after;
}
