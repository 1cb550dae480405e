/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparisons between laboratories: reference values with their consistency,
 * robust means, performance scores, and the precision of a method.
 * Sources: Cox 2002 (Metrologia 39, 589); Paule and Mandel 1982;
 * DerSimonian and Laird 1986; ISO 13528:2022; ISO 5725-2:2019; ISO 5725-5.
 */
#ifndef ZHUN_MEASURE_ILC_H
#define ZHUN_MEASURE_ILC_H

#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** A reference value of laboratories' results x with standard uncertainties u > 0. */
struct zhun_reference {
	double mean, u;
	double chi2, p;    /* observed chi-square and its upper tail with n − 1 degrees of freedom */
	double tau2;       /* variance between laboratories; 0 for the weighted mean */
};

enum zhun_reference_method { ZHUN_WEIGHTED_MEAN, ZHUN_MANDEL_PAULE, ZHUN_DERSIMONIAN_LAIRD };

/** n ≥ 2. Fails SERIES_SHORT, PARAMETER_BAD (a u not above 0), NOT_CONVERGED. */
enum zhun_code zhun_reference_value(enum zhun_reference_method method, const double *x, const double *u,
				    size_t n, struct zhun_reference *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Degree of equivalence with the weighted mean: d, U = k·√(u² − u_mean²), d/U. */
struct zhun_equivalence {
	double d, U, en;
};
struct zhun_equivalence zhun_degree_of_equivalence(double x, double u, const struct zhun_reference *r, double k);

/** Median of n ≥ 1 values; sorts a copy in @a a. Fails SERIES_SHORT, NO_MEMORY. */
enum zhun_code zhun_median(struct zhun_arena *a, const double *x, size_t n, double *ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** Algorithm A: robust mean and standard deviation, limits x* ∓ 1.5 s*, iterated to convergence.
 *  @a factor multiplies the winsorised standard deviation: 1.134 as printed in the standard, or
 *  zhun_algorithm_a_factor() exactly. n ≥ 2. Fails SERIES_SHORT, NOT_CONVERGED. */
struct zhun_robust {
	double mean, sd;
};
enum zhun_code zhun_algorithm_a(struct zhun_arena *a, const double *x, size_t n, double factor,
				struct zhun_robust *ret, struct zhun_error *err) ZHUN_MUST_USE;
double zhun_algorithm_a_factor(void);

/** Algorithm S: robust pooled value w of ranges (or standard deviations) w_i. Constants eta, xi as
 *  printed for their degrees of freedom, or exact by zhun_algorithm_s_constants. Fails as A. */
struct zhun_algorithm_s {
	double eta, xi;
};
enum zhun_code zhun_algorithm_s(struct zhun_arena *a, const double *w, size_t n,
				const struct zhun_algorithm_s *constants, double *ret_w,
				struct zhun_error *err) ZHUN_MUST_USE;
struct zhun_algorithm_s zhun_algorithm_s_constants(double dof);

/** Scores of one result (ISO 13528 clause 9). Inputs that a score does not use may be 0. */
struct zhun_score_inputs {
	double x, u_x, x_assigned, u_assigned, s_pt, k;
};
struct zhun_scores {
	double z, z_prime, zeta, en;  /* ±HUGE_VAL where the divisor is 0 */
};
struct zhun_scores zhun_scores_of(const struct zhun_score_inputs *in);

/** Precision of a method for one material: readings x[lab·replicates + r] of @a labs ≥ 2
 *  laboratories with @a replicates ≥ 2 each. */
struct zhun_precision {
	double mean, s_r, s_L, s_R;  /* s_L² = s_means² − s_r²/n, not below 0 */
	double s_means;
	double cochran;              /* largest variance over the sum of variances */
};
enum zhun_code zhun_precision_of(const double *x, size_t labs, size_t replicates, struct zhun_precision *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Mandel's statistics of laboratory @a lab (from 0): h between, k within (ISO 5725-2 7.3.1). */
struct zhun_mandel {
	double h, k;
};
enum zhun_code zhun_mandel_of(const double *x, size_t labs, size_t replicates, size_t lab,
			      struct zhun_mandel *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
