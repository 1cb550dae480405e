/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the server counts of itself, for Prometheus (text format 0.0.4): requests
 * by route and kind of answer, how long they took, bytes sent, what runs and
 * waits now, and the process. Counting is a few relaxed additions, so that all
 * threads may do it at each request; reading sees each number by itself.
 */
#ifndef ZHUN_HTTP_METRICS_H
#define ZHUN_HTTP_METRICS_H

#include <stdint.h>

#include "http/route.h"
#include "zhun/base/text.h"

struct zhun_metrics;

/** In @a a, which must outlive it; NULL without memory. */
struct zhun_metrics *zhun_metrics_open(struct zhun_arena *a, const struct zhun_routes *routes) ZHUN_MUST_USE;

/** A request has begun; each is counted once more when it ends. */
void zhun_metrics_begin(struct zhun_metrics *m);

struct zhun_metrics_request {
	const struct zhun_route *route;  /* NULL, or one of no table: the pages and what nobody knows */
	unsigned status;
	int64_t us;
	size_t bytes;
};
void zhun_metrics_end(struct zhun_metrics *m, const struct zhun_metrics_request *r);

/** All of it, as Prometheus reads it; failures stick in @a out. */
void zhun_metrics_text(const struct zhun_metrics *m, struct zhun_text *out);

#endif
