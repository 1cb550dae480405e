/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often one address may ask for what is costly: so many times a minute,
 * saved up for a minute at most. The table has a fixed size; when it is full
 * of busier addresses the one longest at rest is forgotten. All threads may
 * call. Method: the generic cell rate algorithm, one instant an address.
 */
#ifndef ZHUN_HTTP_RATE_H
#define ZHUN_HTTP_RATE_H

#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

struct zhun_rate;

/** In @a a, which must outlive it; NULL without memory. @a per_minute 0 sets no limit. */
struct zhun_rate *zhun_rate_open(struct zhun_arena *a, int64_t per_minute) ZHUN_MUST_USE;
void zhun_rate_close(struct zhun_rate *r);

/** Counts one request of @a address (may be NULL; of IPv6 its network counts) at @a now, in µs of a clock
 *  that never goes back. 0 when it may go on, else the seconds to wait. */
int64_t zhun_rate_take(struct zhun_rate *r, const char *address, int64_t now);

#endif
