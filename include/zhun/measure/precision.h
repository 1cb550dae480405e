/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Precision experiments whose laboratories have unequal numbers of results,
 * and the tests for outliers among laboratories. Critical values are worked
 * out, not tabulated. Source: ISO 5725-2:2019 7.3, 7.4.
 */
#ifndef ZHUN_MEASURE_PRECISION_H
#define ZHUN_MEASURE_PRECISION_H

#include <stddef.h>

#include "zhun/base/error.h"

struct zhun_laboratory {
	const double *x;
	size_t n;
};

/** s_L² may come out below 0; s_L and s_R take it as 0, s_L2 keeps it. */
struct zhun_precision_groups {
	double mean, s_r, s_L, s_R;
	double s_L2;
	double n;  /* results of a laboratory, the average that s_L² divides by */
};

/** Two laboratories at least, one result each, one of them with two. Fails SERIES_SHORT. */
enum zhun_code zhun_precision_groups_of(const struct zhun_laboratory *lab, size_t labs,
					struct zhun_precision_groups *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Cochran's C for @a labs variances of @a n results each: the critical value at @a alpha, and the
 *  probability of one as large. By the sum over laboratories: exact where C > 1/2, at most so
 *  much above the true probability below. labs ≥ 2, n ≥ 2. */
double zhun_cochran_critical(size_t labs, size_t n, double alpha);
double zhun_cochran_p(double C, size_t labs, size_t n);

/** Grubbs' tests on n ≥ 4 values; two-sided, as the tables of ISO 5725-2 are. */
struct zhun_grubbs {
	double largest, smallest;          /* (x_max − mean)/s, (mean − x_min)/s */
	double p_largest, p_smallest;      /* by the sum over values: exact in the tail */
	double two_largest, two_smallest;  /* sum of squares without the two over the whole */
	double p_two_largest, p_two_smallest;  /* at most this: twice to no more than the true one */
};
/** Fails SERIES_SHORT, PARAMETER_BAD where all values are the same. */
enum zhun_code zhun_grubbs_of(const double *x, size_t n, struct zhun_grubbs *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** The single Grubbs value that is reached with probability @a alpha, two-sided. n ≥ 3. */
double zhun_grubbs_critical(size_t n, double alpha);

/** The same exactly, from the law of the largest among so many: probability of a C as large, of a largest
 *  deviation as large (one-sided), and of two largest values that leave so small a share of the sum of squares
 *  (one-sided); and the critical values. labs, n ≤ ZHUN_EXACT_MOST; C of 2 variances at least, G of 3 values,
 *  pairs of 4. */
enum { ZHUN_EXACT_MOST = 400 };
double zhun_cochran_exact_p(double C, size_t labs, size_t n);
double zhun_cochran_exact_critical(size_t labs, size_t n, double alpha);
double zhun_grubbs_exact_p(double G, size_t n);
double zhun_grubbs_pair_exact_p(double share, size_t n);
double zhun_grubbs_pair_critical(size_t n, double alpha);

/** Mandel's h and k that one laboratory exceeds with probability @a alpha, exactly: h two-sided. */
double zhun_mandel_h_critical(size_t labs, double alpha);
double zhun_mandel_k_critical(size_t labs, size_t n, double alpha);

#endif
