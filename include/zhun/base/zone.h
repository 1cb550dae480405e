/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time zones: which day it is somewhere at an instant. A zone is read once
 * from the system's data (TZif, RFC 9636) or from a fixed offset ("+08:00",
 * "UTC") and is constant afterwards, so that threads share it; the process's
 * own TZ is neither read nor changed.
 */
#ifndef ZHUN_BASE_ZONE_H
#define ZHUN_BASE_ZONE_H

#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

struct zhun_zone;

/** Reads /usr/share/zoneinfo/@a name; "Asia/Shanghai" and "UTC" are known without it. Fails ZONE_UNKNOWN. */
enum zhun_code zhun_zone_open(struct zhun_arena *a, const char *name, const struct zhun_zone **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** As zhun_zone_open, from the bytes of a TZif file. */
enum zhun_code zhun_zone_read(struct zhun_arena *a, const char *name, const unsigned char *data, size_t n,
			      const struct zhun_zone **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Seconds that local time is ahead of UTC at @a instant (µs). */
int32_t zhun_zone_offset(const struct zhun_zone *z, int64_t instant);

/** The day there at @a instant, counted as in date.h. */
int32_t zhun_zone_day(const struct zhun_zone *z, int64_t instant);

/** The first instant of @a day there, which need not be midnight. */
int64_t zhun_zone_begin(const struct zhun_zone *z, int32_t day);

#endif
