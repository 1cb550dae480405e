/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches every connection's time, since libmicrohttpd only knows "nothing
 * came for so long", which a client that sends one byte a second defeats. A
 * connection is resting, receiving, working or sending; each but working has
 * its limit, after which the socket is shut down and libmicrohttpd closes it.
 * All threads may call these functions.
 */
#ifndef ZHUN_HTTP_WATCH_H
#define ZHUN_HTTP_WATCH_H

#include <stddef.h>
#include <stdint.h>

#include "zhun/base/error.h"

enum zhun_phase { ZHUN_RESTING, ZHUN_RECEIVING, ZHUN_WORKING, ZHUN_SENDING };
enum { ZHUN_PHASES = 4 };

struct zhun_watch;
struct zhun_watched;

/** Watches at most @a most connections; limits in µs by phase, 0 for none. Fails NO_MEMORY,
 *  THREAD_FAILED. */
enum zhun_code zhun_watch_open(size_t most, const int64_t limit[ZHUN_PHASES],
			       struct zhun_watch **ret, struct zhun_error *err) ZHUN_MUST_USE;
struct zhun_watch *zhun_watch_close(struct zhun_watch *w);

/** Begins to watch the socket @a fd, resting; NULL when @a most are watched already. */
struct zhun_watched *zhun_watch_add(struct zhun_watch *w, int fd);

/** Ends it; to be called before the socket is closed. Accepts NULL. */
void zhun_watch_remove(struct zhun_watch *w, struct zhun_watched *c);

/** The connection enters a phase now. Accepts NULL. */
void zhun_watch_phase(struct zhun_watched *c, enum zhun_phase phase);

/** A pointer that its owner keeps with the connection, NULL at first. */
void zhun_watch_keep(struct zhun_watched *c, void *kept);
void *zhun_watch_kept(const struct zhun_watched *c);

/** How many connections are not resting. */
size_t zhun_watch_busy(struct zhun_watch *w);

/** Microseconds of a clock that never goes back. */
int64_t zhun_watch_now(void);

#endif
