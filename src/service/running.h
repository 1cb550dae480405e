/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the jobs of this process are, told from one thread to another: a running job holds the
 * database of an engine with one writer, so that its rows cannot say it. */
#ifndef ZHUN_SERVICE_RUNNING_H
#define ZHUN_SERVICE_RUNNING_H

#include <stdbool.h>
#include <stdint.h>

#include "zhun/base/arena.h"

struct zhun_running;

/** NULL without memory. */
struct zhun_running *zhun_running_open(struct zhun_arena *a) ZHUN_MUST_USE;
void zhun_running_close(struct zhun_running *r);

/** The job begins; it has a place until it ends. */
void zhun_running_begin(struct zhun_running *r, const char *job);
void zhun_running_end(struct zhun_running *r, const char *job);

/** By its worker; true: somebody asked it to stop. */
bool zhun_running_tell(struct zhun_running *r, const char *job, int64_t done, int64_t total);

/** False where this process does not run it. */
bool zhun_running_look(struct zhun_running *r, const char *job, int64_t *ret_done, int64_t *ret_total);
bool zhun_running_cancel(struct zhun_running *r, const char *job);

#endif
