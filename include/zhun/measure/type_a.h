/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Type A evaluations: what readings say about a quantity, by each of the
 * usual ways: the mean of n readings, a standard deviation pooled from earlier
 * series, the range of a few readings, readings that depend on those before
 * them, and several quantities read at the same moments. Pure; results of
 * groups live in the caller's arena. Sources: JCGM 100:2008 4.2, 5.2.3, H.2;
 * JCGM 101:2008 6.4.9; JJF 1059.1-2012 4.3.2; Zhang, Metrologia 43 (2006) S276.
 */
#ifndef ZHUN_MEASURE_TYPE_A_H
#define ZHUN_MEASURE_TYPE_A_H

#include "zhun/measure/series.h"

struct zhun_type_a {
	double value;      /* the mean */
	double sd;         /* of one reading */
	double u;          /* of the mean */
	double dof;        /* of u; HUGE_VAL where u is a standard deviation known as such */
	double effective;  /* how many independent readings would say as much */
};

/** Whether u is s/√n with n − 1 degrees of freedom (JCGM 100, the default), or the standard
 *  deviation of the t distribution that describes the quantity (JCGM 101 6.4.9.4; from 4 readings). */
enum zhun_type_a_view { ZHUN_TYPE_A_FREQUENTIST, ZHUN_TYPE_A_BAYESIAN };

/** Fails SERIES_SHORT. */
enum zhun_code zhun_type_a_mean(struct zhun_series s, enum zhun_type_a_view view, struct zhun_type_a *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The mean of @a s, whose readings scatter as the earlier series in @a groups do:
 *  s_p² = Σ ν_i s_i²/Σ ν_i with Σ ν_i degrees of freedom (JCGM 100 4.2.4). Fails SERIES_SHORT. */
enum zhun_code zhun_type_a_pooled(const struct zhun_series *groups, size_t count, struct zhun_series s,
				  struct zhun_type_a *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Factor C = d₂ and degrees of freedom by the printed table of JJF 1059.1 (the default; 2 to 9
 *  readings), or exact: d₂, and ν = (d₂/d₃)²/2. */
enum zhun_range_factor { ZHUN_RANGE_TABLE, ZHUN_RANGE_EXACT };

/** The range method: s = R/C (JJF 1059.1 4.3.2.3). Fails SERIES_SHORT, PARAMETER_BAD, NOT_CONVERGED. */
enum zhun_code zhun_type_a_range(struct zhun_series s, enum zhun_range_factor factor, struct zhun_type_a *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Readings in the order in which they were taken: u² = s²/n · (1 + 2 Σ (1 − k/n) r_k), the sum over
 *  the first lags as long as r_k stands out (beyond two standard errors after Bartlett, at most n/4);
 *  ν = n/(1 + 2 Σ (1 − k/n) r_k²) − 1. Readings that alternate do not lower u. Fails SERIES_SHORT
 *  below 8 readings. */
enum zhun_code zhun_type_a_autocorrelated(struct zhun_arena *a, struct zhun_series s, struct zhun_type_a *ret,
					  size_t *ret_lags, struct zhun_error *err) ZHUN_MUST_USE;

/** Several quantities read n times at the same moments. */
struct zhun_type_a_group {
	size_t quantities;
	const double *mean;        /* [quantities] */
	const double *covariance;  /* of the means, [quantities × quantities] */
	double dof;                /* n − 1, of the group as a whole */
};
/** JCGM 100 5.2.3, H.2. Fails SERIES_SHORT, SERIES_UNEQUAL. */
enum zhun_code zhun_type_a_simultaneous(struct zhun_arena *a, const struct zhun_series *s, size_t count,
					struct zhun_type_a_group *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
