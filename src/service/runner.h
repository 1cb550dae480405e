/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The threads of a server that work without being asked: one a lane of jobs,
 * and one that follows the change feed. Each has its own connection and
 * memory; a request waits for none of them. Stopping asks a running job to
 * give itself back; a process that is killed leaves its leases to lapse.
 */
#ifndef ZHUN_SERVICE_RUNNER_H
#define ZHUN_SERVICE_RUNNER_H

#include "service/service.h"

struct zhun_runner;

enum zhun_code zhun_runner_start(struct zhun_service *s, struct zhun_runner **ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Waits for the threads to end. Accepts NULL, returns NULL. */
struct zhun_runner *zhun_runner_stop(struct zhun_runner *r);

/** At the terminal: runs what is due in all lanes until nothing is, or @a most jobs ran. */
enum zhun_code zhun_runner_once(struct zhun_call *call, int64_t most, int64_t *ret_ran,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
