/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bounded queue and the threads that empty it. A job is a pointer that its
 * owner keeps alive until it has run. A worker is known by its number, so that
 * the owner can keep a database connection for each.
 */
#ifndef ZHUN_HTTP_POOL_H
#define ZHUN_HTTP_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/error.h"

struct zhun_pool;

/** What the workers do; @a worker is the worker's number, from 0. */
typedef void zhun_pool_work(void *context, size_t worker, void *job);

/** Starts @a workers threads with a queue of @a room jobs. Fails NO_MEMORY, THREAD_FAILED. */
enum zhun_code zhun_pool_open(size_t workers, size_t room, zhun_pool_work *work, void *context,
			      struct zhun_pool **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Queues @a job; false when the queue is full or the pool is closing. */
bool zhun_pool_add(struct zhun_pool *p, void *job);

/** Takes no more jobs, runs those queued, ends the threads. Accepts NULL, returns NULL. */
struct zhun_pool *zhun_pool_close(struct zhun_pool *p);

#endif
