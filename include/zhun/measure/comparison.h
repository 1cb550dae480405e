/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparisons between laboratories beyond the plain mean: robust and
 * power-moderated reference values, consistent subsets, degrees of equivalence
 * to a reference and in pairs, scores in words. Sources: Cox 2002 and 2007
 * (Metrologia 39, 589; 44, 187); Pommé and Keightley 2015 (Metrologia 52,
 * S200); ISO 13528:2022 C.5, 9; ISO/IEC 17043:2023 B.
 */
#ifndef ZHUN_MEASURE_COMPARISON_H
#define ZHUN_MEASURE_COMPARISON_H

#include <stdbool.h>

#include "zhun/measure/ilc.h"

/** Median, its u = 1.858 MAD/√(n − 1) (Müller 2000). n ≥ 3. Fails SERIES_SHORT, NO_MEMORY. */
enum zhun_code zhun_median_reference(struct zhun_arena *a, const double *x, size_t n, double *ret_median, double *ret_u,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** Power-moderated mean, as CCRI(II) makes its reference values; weights[n] sum to 1. n ≥ 3. Fails
 *  SERIES_SHORT, PARAMETER_BAD, NOT_CONVERGED. */
struct zhun_moderated {
	double mean, u;
	double tau2;   /* after Mandel and Paule, where the results disagree */
	double alpha;  /* power of the uncertainties: 2 − 3/n */
};
enum zhun_code zhun_power_moderated(const double *x, const double *u, size_t n, double *weights,
				    struct zhun_moderated *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Results of laboratories with their standard uncertainties. */
struct zhun_comparison {
	const double *x, *u;
	size_t n;
};

/** Marks the largest subset whose weighted mean passes the chi-square test at @a level (0.05 is usual);
 *  among equally large ones that of the smallest chi-square. The reference is of the subset. n from 2 to
 *  20, of which a subset of one is always consistent. Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_consistent_subset(const struct zhun_comparison *c, double level, bool *chosen,
				      struct zhun_reference *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A result against a reference in which it has @a weight (0 where it took no part):
 *  U = k √((1 − 2 weight) u² + u_ref²). Between two results: weight 0 and the other as reference. */
struct zhun_equivalence zhun_equivalence_to(double x, double u, double weight, double reference, double u_reference,
					    double k);

/** Deviation in percent of the assigned value; 0 assigned gives ±HUGE_VAL. */
double zhun_q_score(double x, double x_assigned);

enum zhun_assessment { ZHUN_SATISFACTORY, ZHUN_QUESTIONABLE, ZHUN_UNSATISFACTORY };
/** z, z′, ζ: |z| ≤ 2, between, |z| ≥ 3. E_n: |E_n| ≤ 1, else. */
enum zhun_assessment zhun_assess_z(double z);
enum zhun_assessment zhun_assess_en(double en);
const char *zhun_assessment_title(enum zhun_assessment a, enum zhun_language language);

/** Q method: robust standard deviation from the differences of all pairs of results, no mean needed.
 *  n ≥ 2. Fails SERIES_SHORT, NO_MEMORY; PARAMETER_BAD for over 2,000 results. */
enum zhun_code zhun_q_method(struct zhun_arena *a, const double *x, size_t n, double *ret_sd,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** Hampel's estimator with the corners 1.5, 3, 4.5 of @a sd: the root nearest to the median. n ≥ 2. Fails
 *  SERIES_SHORT, PARAMETER_BAD, NO_MEMORY. */
enum zhun_code zhun_hampel(struct zhun_arena *a, const double *x, size_t n, double sd, double *ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

#endif
