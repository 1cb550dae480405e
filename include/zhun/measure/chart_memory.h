/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Control charts with a memory: tabular CUSUM and EWMA, with the average run
 * length (ARL) of each, from the integral equation of the run rather than from
 * tables or approximations. Values are standardised: deviations from the
 * target over the standard deviation of what is plotted. Sources: ISO 7870-4,
 * ISO 7870-6; Page 1954; Brook and Evans 1972; Crowder 1987.
 */
#ifndef ZHUN_MEASURE_CHART_MEMORY_H
#define ZHUN_MEASURE_CHART_MEMORY_H

#include <stddef.h>

#include "zhun/base/error.h"

/** Reference value k and decision interval h in standard deviations; 0.5 and 5 are usual. */
struct zhun_cusum {
	double k, h;
};

/** Sums after each of n values, both ≥ 0, in memory of the caller's; signal is the place of the first that
 *  exceeds h, n where none does. */
struct zhun_cusum_track {
	double *high, *low;
	size_t signal;
};

/** Fails PARAMETER_BAD (k < 0, h ≤ 0). */
enum zhun_code zhun_cusum_run(const struct zhun_cusum *c, const double *z, size_t n, struct zhun_cusum_track *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** Values until a signal, on average, when the mean is off by @a shift standard deviations; both sides
 *  watched, from sums of 0. Fails PARAMETER_BAD, also h over 30. */
enum zhun_code zhun_cusum_arl(const struct zhun_cusum *c, double shift, double *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** Weight 0 < lambda ≤ 1 of the newest value, limits at ±width of the EWMA's own standard deviation. */
struct zhun_ewma {
	double lambda, width;
};

/** The averages after each of n values and their limits ±, which grow to the steady ones; signal as above. */
struct zhun_ewma_track {
	double *average, *limit;
	size_t signal;
};
enum zhun_code zhun_ewma_run(const struct zhun_ewma *e, const double *z, size_t n, struct zhun_ewma_track *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** As for CUSUM, with the steady limits from the first value on. Fails PARAMETER_BAD: lambda below
 *  0.02, where the equation would need more nodes than it has. */
enum zhun_code zhun_ewma_arl(const struct zhun_ewma *e, double shift, double *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

#endif
