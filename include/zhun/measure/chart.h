/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Control charts by exact constants, no tables: Shewhart charts of mean, range
 * and standard deviation; Hotelling's T² for several variables. Sources:
 * ISO 7870-2:2013; ISO 7870-7; Montgomery, Statistical Quality Control, 11.
 */
#ifndef ZHUN_MEASURE_CHART_H
#define ZHUN_MEASURE_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/error.h"

/** For subgroups of n ≥ 2: mean and standard deviation of the range of n standard normals, and
 *  mean of their standard deviation. Fails SERIES_SHORT, NOT_CONVERGED. */
struct zhun_chart_constants {
	double d2, d3, c4;
};
enum zhun_code zhun_chart_constants_of(size_t n, struct zhun_chart_constants *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** The same as tables print them (ISO 7870-2 table 2, AIAG): d2 and d3 to three decimals, c4 to four. */
struct zhun_chart_constants zhun_chart_constants_rounded(const struct zhun_chart_constants *exact);

/** x[i·n + j]: reading j of subgroup i. */
struct zhun_subgroups {
	const double *x;
	size_t count, n;
	bool rounded;   /* constants as tables print them, see below */
};

struct zhun_chart_centres {
	double mean, range, sd;            /* grand mean, mean range, mean standard deviation */
	double sigma_range, sigma_sd;      /* range/d2, sd/c4 */
	struct zhun_chart_constants constants;
};
/** At least one subgroup. Fails SERIES_SHORT, NOT_CONVERGED. */
enum zhun_code zhun_chart_centres_of(const struct zhun_subgroups *s, struct zhun_chart_centres *ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_chart { ZHUN_CHART_XBAR, ZHUN_CHART_R, ZHUN_CHART_S };

/** Three-sigma limits about the centre for subgroups of n; those of range and sd not below 0. */
void zhun_chart_limits(const struct zhun_chart_centres *c, enum zhun_chart chart, double sigma, size_t n,
		       double *ret_low, double *ret_high);

/** Place of the first subgroup whose mean, range or standard deviation lies beyond; count where none does. */
size_t zhun_chart_first_beyond(const struct zhun_subgroups *s, enum zhun_chart chart, double low, double high);

/** Sample covariance (divisor n − 1) of columns a and b of n rows of m values x[i·m + j], n ≥ 2. */
double zhun_covariance_of(const double *x, size_t n, size_t m, size_t a, size_t b);

#endif
