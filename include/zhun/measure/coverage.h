/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage: an expanded uncertainty counts with its probability, not with its
 * k. Two are compared at the same probability as reported: a report with
 * ν = 10 and k = 2.28 is not punished for its k. Where probabilities differ, U
 * is carried over with normal quantiles. Sources: JCGM 100 6.2, G.3;
 * ILAC-P14:09/2020 5.4 ("approximately 95 %").
 */
#ifndef ZHUN_MEASURE_COVERAGE_H
#define ZHUN_MEASURE_COVERAGE_H

#include <stdbool.h>

#include "zhun/base/error.h"
#include "zhun/base/number.h"

/** 0 where it is not stated; at least one is. */
struct zhun_coverage {
	double k, p;
};

/** From texts as written; either may be NULL or "". Fails STATEMENT_COVERAGE where neither is a
 *  sound value: k > 0; 0 < p < 1, also as "95 %". */
enum zhun_code zhun_coverage_read(const char *k, const char *p, struct zhun_coverage *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** The probability: as stated, else that of a normal distribution at k. */
double zhun_coverage_probability(struct zhun_coverage c);

/** Whether two are the same probability as laboratories report it: 95 % and 95.45 % are. */
bool zhun_coverage_same(struct zhun_coverage a, struct zhun_coverage b);

/** By what to multiply U stated at @a from for the probability of @a to; 1 where they are the same.
 */
double zhun_coverage_factor(struct zhun_coverage from, struct zhun_coverage to);

/** Factors of regions that hold m jointly normal quantities with probability p: of the ellipsoid, the
 *  root of the chi-square quantile; of the box about m independent ones (JCGM 102:2011 6.5). */
double zhun_coverage_ellipsoid(double p, double m);
double zhun_coverage_rectangle(double p, double m);

/** How an uncertainty is rounded: to the nearest; up where that takes more than 5 % (EA-4/02 M:2022 6.3); up. */
enum zhun_rounding { ZHUN_ROUND_NEAREST, ZHUN_ROUND_FIVE_PERCENT, ZHUN_ROUND_UP };

/** To so many significant digits (JCGM 100 7.2.6). */
struct zhun_decimal zhun_uncertainty_rounded(double u, int digits, enum zhun_rounding how);

#endif
