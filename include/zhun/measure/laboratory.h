/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a laboratory works out every week: whether a measurement standard is
 * verified, repeats and stays (JJF 1033-2023); limits of detection and
 * quantification and standard addition (Eurachem, ISO 11843-2); u from
 * reproducibility within the laboratory and bias (Nordtest TR 537). Pure;
 * nothing is allocated.
 */
#ifndef ZHUN_MEASURE_LABORATORY_H
#define ZHUN_MEASURE_LABORATORY_H

#include <stdbool.h>

#include "zhun/measure/series.h"

/* ---- measurement standards (JJF 1033-2023) ---- */

struct zhun_agreement {
	double difference, limit;
	bool holds;
};

/** Transfer comparison: |y − y_ref| ≤ √(U² + U_ref²), U with k = 2 or p 95 %. Fails PARAMETER_BAD. */
enum zhun_code zhun_verify_transfer(double y, double U, double y_ref, double U_ref, struct zhun_agreement *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** Against the mean of n laboratories, this one among them: |y − ȳ| ≤ √((n − 1)/n)·U, their U about
 *  alike. @a which counts from 0. Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_verify_comparison(struct zhun_series y, size_t which, double U, struct zhun_agreement *ret,
				      struct zhun_error *err) ZHUN_MUST_USE;

/** Stability: the largest less the smallest mean of m ≥ 2 groups of readings, taken over time, against
 *  what is allowed (the largest permissible error where values serve as marked, U where they are corrected). */
enum zhun_code zhun_standard_stability(const struct zhun_series *groups, size_t count, double allowed,
				       struct zhun_agreement *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Repeatability: s of n ≥ 10 readings of an ordinary item. Found anew it holds if it is not above the
 *  one that the budget was made with, @a s_verified (0: there is none yet). Fails SERIES_SHORT. */
enum zhun_code zhun_standard_repeatability(struct zhun_series s, double s_verified, struct zhun_agreement *ret,
					   struct zhun_error *err) ZHUN_MUST_USE;

/* ---- chemistry ---- */

/** From readings near zero: s0' = s0/√n where no blank is taken away, s0·√(1/n + 1/n_b) where one is;
 *  LOD = 3 s0', LOQ = k_Q s0' with k_Q 10 (Eurachem Fitness for Purpose 2014, 6.2). */
struct zhun_detection {
	double s0, s0_prime, lod, loq;
};
struct zhun_detection_plan {
	struct zhun_series readings;  /* blanks or low samples, in units of content */
	double replicates;            /* averaged for a result in routine use: n */
	double blanks;                /* averaged for the blank that is taken away: n_b; 0: none is */
	double k_lod, k_loq;          /* 0: 3 and 10 */
};
/** Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_detection_of(const struct zhun_detection_plan *p, struct zhun_detection *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** From a straight calibration line with constant s (ISO 11843-2:2000 5): the critical value of the net
 *  content, and the least that is detected with probability 1 − β = 1 − α, 2·x_c in its approximation. */
struct zhun_detectable {
	double critical, detectable;
	double slope, s;
};
/** @a K: readings averaged for an unknown. Fails SERIES_SHORT, SERIES_UNEQUAL, FIT_SINGULAR, PARAMETER_BAD. */
enum zhun_code zhun_detectable_of(struct zhun_series x, struct zhun_series y, double K, double alpha,
				  struct zhun_detectable *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Standard addition: a line through signal against content added meets zero at −content (DIN 32633):
 *  u² = (s/b)² (1/n + ȳ²/(b² Σ (x − x̄)²)), with n − 2 degrees of freedom. */
struct zhun_addition {
	double content, u, dof, slope, intercept;
};
/** Fails SERIES_SHORT below three points, SERIES_UNEQUAL, FIT_SINGULAR. */
enum zhun_code zhun_addition_of(struct zhun_series added, struct zhun_series signal, struct zhun_addition *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** Nordtest TR 537 (2017): u(bias) = √(RMS_bias² + u(Cref)²), of one reference material
 *  √(bias² + (s_bias/√n)² + u(Cref)²); u_c = √(u(Rw)² + u(bias)²), U = 2 u_c. All in one unit or %. */
struct zhun_nordtest {
	double rms_bias, u_bias, u_c, U;
};
/** @a bias: of each reference or round. @a u_cref: mean of their standard uncertainties. @a s_bias, @a n:
 *  of the readings of the one reference material, used where bias has one value. Fails SERIES_SHORT,
 *  PARAMETER_BAD. */
struct zhun_nordtest_data {
	struct zhun_series bias;
	double u_rw, u_cref, s_bias, n;
};
enum zhun_code zhun_nordtest_of(const struct zhun_nordtest_data *d, struct zhun_nordtest *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
