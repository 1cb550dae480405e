/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads that live as long as one run and are given work round by round. The caller is member 0 and works
 * like the others. Threads start with the first round that has work for more than one; one that the system
 * refuses is no fault, the others do its part. Nobody waits busily. A team belongs to the thread that opened it;
 * its memory is the arena's, and it must be closed before that is given back.
 */
#ifndef MEASURE_TEAM_H
#define MEASURE_TEAM_H

#include <stddef.h>

#include "zhun/base/arena.h"

enum { TEAM_MOST = 64 };

struct team;

/** Does what there is until there is no more: @a member counts from 0 and says whose memory it may use. */
typedef void team_work(void *context, size_t member);

/** A team of @a members, 1 … TEAM_MOST, the caller among them. */
enum zhun_code team_open(struct zhun_arena *a, size_t members, struct team **ret, struct zhun_error *err);

/** Lets members below @a wanted work; all that they wrote is seen when it returns. */
void team_do(struct team *t, size_t wanted, team_work *work, void *context);

/** Ends the threads. Accepts NULL. */
void team_close(struct team *t);

#endif
