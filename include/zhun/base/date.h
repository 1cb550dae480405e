/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates and instants. A date may be a year, a month or a day; it is kept as
 * written with its first and last day ("valid until 2026-03" ends with March).
 * Days are counted from 1970-01-01 in the proleptic Gregorian calendar. An
 * instant is microseconds of UTC since then, written with fixed width so that
 * text order is time order. No clock here: time enters as a parameter.
 * Source: ISO 8601-1:2019.
 */
#ifndef ZHUN_BASE_DATE_H
#define ZHUN_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/error.h"

enum zhun_date_precision { ZHUN_DATE_YEAR, ZHUN_DATE_MONTH, ZHUN_DATE_DAY };

enum { ZHUN_DATE_TEXT = 12, ZHUN_INSTANT_TEXT = 32 };

struct zhun_date {
	enum zhun_date_precision precision;
	int32_t first, last;       /* days, both inside */
};

/** "2026", "2026-03" or "2026-03-02" (years 0001 to 9999); a day that does not exist fails DATE_BAD. */
enum zhun_code zhun_date_parse(const char *s, size_t n, struct zhun_date *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** As xs:date: a full date, an offset (Z, +08:00) after it allowed and left out. */
enum zhun_code zhun_date_parse_xml(const char *s, size_t n, struct zhun_date *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** As written: "2026-03". */
size_t zhun_date_text(const struct zhun_date *d, char out[ZHUN_DATE_TEXT]);

/** Day number to "2026-03-02" and back; day 0 is 1970-01-01. */
size_t zhun_day_text(int32_t day, char out[ZHUN_DATE_TEXT]);
int32_t zhun_day_of(int year, int month, int day);
void zhun_day_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day);

/** Microseconds since 1970-01-01T00:00:00Z as "2026-11-23T04:11:53.123456Z": fixed width. */
size_t zhun_instant_text(int64_t instant, char out[ZHUN_INSTANT_TEXT]);

/** RFC 3339 with any offset, or a bare date (its first moment in UTC). Fails INSTANT_BAD. */
enum zhun_code zhun_instant_parse(const char *s, size_t n, int64_t *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
