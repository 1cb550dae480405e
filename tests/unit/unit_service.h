/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A service that is none, for tests of the server alone: each use case answers
 * with what it was told, as JSON. Gates and switches let a test hold a worker
 * or make a call fail.
 */
#ifndef ZHUN_TESTS_UNIT_SERVICE_H
#define ZHUN_TESTS_UNIT_SERVICE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct unit_service {
	pthread_mutex_t gate;      /* zhun_service_check passes through it */
	atomic_int waiting;        /* calls at the gate */
	atomic_int connected;      /* connections open */
	atomic_int touched;
	atomic_int rounds;         /* of a streamed run: as many as draws, 2 ms each where there is a target */
	atomic_bool refuse;        /* connecting fails */
	bool reads_inline;
};

extern struct unit_service unit_service;

#endif
