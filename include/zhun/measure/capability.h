/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Capability and performance of a process against its tolerance, with
 * confidence intervals. The same formulas are Cp, Cpk with the standard
 * deviation within subgroups and Pp, Ppk with that of all readings: the caller
 * gives the one meant, with its degrees of freedom. Sources: ISO 22514-2:2017;
 * Bissell 1990 (Applied Statistics 39, 331) for Cpk; Chan, Cheng and Spiring
 * 1988 for Cpm.
 */
#ifndef ZHUN_MEASURE_CAPABILITY_H
#define ZHUN_MEASURE_CAPABILITY_H

#include "zhun/measure/chart.h"
#include "zhun/measure/risk.h"

struct zhun_index {
	double value, low, high;  /* two-sided at the confidence asked for */
};

struct zhun_capability {
	struct zhun_index cp;           /* width/(6 sd); by chi-square; HUGE_VAL with one limit */
	struct zhun_index cpk;          /* nearer limit over 3 sd; by Bissell */
	double cpl, cpu;                /* of each limit; HUGE_VAL where there is none */
	double cpm;                     /* about the target; HUGE_VAL with one limit */
};

struct zhun_capability_data {
	struct zhun_limits tolerance;   /* one may be absent */
	double mean, sd;
	double n, dof;                  /* readings; degrees of freedom of sd */
	double target, confidence;
};

/** Fails PARAMETER_BAD: limits that cross or are both absent, sd not above 0, n < 2, dof < 1,
 *  confidence outside (0, 1). */
enum zhun_code zhun_capability_of(const struct zhun_capability_data *d, struct zhun_capability *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Pp and Ppk of any distribution by its quantiles 0.135 %, 50 % and 99.865 % in place of mean and
 *  3 sd (ISO 22514-2 method M2). Fails PARAMETER_BAD. */
struct zhun_capability_quantile {
	double pp, ppk;
};
enum zhun_code zhun_capability_by_quantile(const struct zhun_limits *tolerance, const struct zhun_distribution *d,
					   struct zhun_capability_quantile *ret,
					   struct zhun_error *err) ZHUN_MUST_USE;

/** Standard deviation within subgroups: √ of the mean variance. Its dof are count·(n − 1). */
double zhun_pooled_sd(const struct zhun_subgroups *s);

/** Of all readings about their mean, and that mean. */
double zhun_overall_sd(const struct zhun_subgroups *s, double *ret_mean);

#endif
