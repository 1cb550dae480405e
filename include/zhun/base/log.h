/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Log lines: one JSON object a line, written by the program's floors only
 * (service, http, cli, zhun); library floors never log. A sink is opened once
 * by main; writing is one write(2), so that lines of threads never mix.
 */
#ifndef ZHUN_BASE_LOG_H
#define ZHUN_BASE_LOG_H

#include <stdint.h>

#include "zhun/base/attributes.h"

enum zhun_log_level { ZHUN_LOG_DEBUG, ZHUN_LOG_INFO, ZHUN_LOG_WARN, ZHUN_LOG_ERROR };

struct zhun_log {
	int fd;
	enum zhun_log_level least;
};

/** A field of a line; ended by a row with a NULL name. A NULL text means the number counts. */
struct zhun_log_field {
	const char *name;
	const char *text;
	long long number;
};

/** {"at":…,"level":…,"event":…,fields…}; over 4 KiB the fields that do not fit are left out and
 *  "cut":true is added. @a instant in µs of UTC. */
void zhun_log_write(const struct zhun_log *log, enum zhun_log_level level, int64_t instant,
		    const char *event, const struct zhun_log_field *fields);

#endif
