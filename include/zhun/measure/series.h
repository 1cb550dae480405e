/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Series of readings. A reading stays the decimal it was written as until it
 * is a double-double (a pair of doubles, about 31 decimal digits), so that
 * readings which differ in the ninth digit keep their differences when the
 * mean is taken away. Pure; memory of the caller's arena.
 * Sources: Dekker 1971, Knuth TAOCP 2 4.2.2 (error-free sums and products);
 * JCGM 100:2008 4.2 for mean and standard deviation.
 */
#ifndef ZHUN_MEASURE_SERIES_H
#define ZHUN_MEASURE_SERIES_H

#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/number.h"

/** hi + lo, hi the nearest double to the sum. */
struct zhun_dd {
	double hi, lo;
};

struct zhun_series {
	size_t count;
	const struct zhun_dd *x;
};

/** The decimal to about 1e-31 of itself. */
struct zhun_dd zhun_dd_of_decimal(const struct zhun_decimal *d);

/** Reads @a count decimal texts. Fails as zhun_number_parse does, the place "/3" being the
 *  fourth text's. */
enum zhun_code zhun_series_parse(struct zhun_arena *a, const char *const *texts, size_t count,
				 struct zhun_series *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** What JCGM 100 4.2 takes from n ≥ 2 readings. */
struct zhun_summary {
	double mean;
	double sd;    /* divisor n − 1 */
	double lag1;  /* lag-1 autocorrelation coefficient; 0 where sd is 0 */
};

/** Fails SERIES_SHORT below two readings. */
enum zhun_code zhun_series_summary(struct zhun_series s, struct zhun_summary *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** The correlation coefficient of paired readings (JCGM 100 5.2.3); 0 where one does not vary.
 *  Fails SERIES_SHORT, SERIES_UNEQUAL. */
enum zhun_code zhun_series_correlation(struct zhun_series a, struct zhun_series b, double *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

#endif
