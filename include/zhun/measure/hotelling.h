/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hotelling's T² for several variables watched together: the statistic and its
 * limits for individual observations and subgroups, in phase 1 (the data that
 * set the limits) and phase 2 (what comes after). Source: ISO 7870-7;
 * Montgomery, Introduction to Statistical Quality Control, 11.3.
 */
#ifndef ZHUN_MEASURE_HOTELLING_H
#define ZHUN_MEASURE_HOTELLING_H

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

/** A process of m variables: their means and their covariance, m × m. */
struct zhun_hotelling_process {
	size_t m;
	const double *mean, *S;
};

/** (x − mean)' S⁻¹ (x − mean) of each of @a n points, rows of @a x; S is factored once. Fails
 *  LPU_NOT_SEMIDEFINITE where S is not positive definite: variables that depend on one another. */
enum zhun_code zhun_hotelling_t2(struct zhun_arena *a, const struct zhun_hotelling_process *process, const double *x,
				 size_t n, double *ret, struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_hotelling_phase { ZHUN_HOTELLING_PHASE_1, ZHUN_HOTELLING_PHASE_2 };

/** Of @a groups subgroups of n ≥ 1 observations of m variables; for n = 1 the covariance is that of
 *  all observations, else the mean of those of the subgroups. */
struct zhun_hotelling_design {
	size_t groups, n, m;
	enum zhun_hotelling_phase phase;
};

/** The limit that T² exceeds with probability 1 − p. Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_hotelling_limit_of(const struct zhun_hotelling_design *d, double p, double *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

#endif
