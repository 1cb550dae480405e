/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Studies of one measuring instrument against reference values: the type 1
 * study (Cg, Cgk), bias, and linearity of the bias over the range. Sources:
 * AIAG Measurement Systems Analysis, 4th edition, III B; VDA 5 for Cg.
 */
#ifndef ZHUN_MEASURE_BIAS_H
#define ZHUN_MEASURE_BIAS_H

#include "zhun/measure/series.h"

/** Mean less reference, with Student's test of bias 0; p is two-sided. Where the readings do not
 *  differ, t is 0 or ±HUGE_VAL and p 1 or 0. */
struct zhun_bias {
	double mean, sd, bias, t, p;
	double low, high;  /* of the bias, at the confidence asked for */
};
/** Fails SERIES_SHORT below two readings, PARAMETER_BAD. */
enum zhun_code zhun_bias_of(struct zhun_series s, double reference, double confidence, struct zhun_bias *ret,
			    struct zhun_error *err) ZHUN_MUST_USE;

/** Conventions of Cg: the share of the tolerance granted to the instrument, and over how many
 *  standard deviations. AIAG and Minitab 0.20 and 6; VDA 5 (2010) and Bosch 0.20 and 4. */
struct zhun_type1_convention {
	double share, spread;
};

struct zhun_type1 {
	struct zhun_bias bias;
	double cg, cgk;                        /* HUGE_VAL where the readings do not differ */
	double percent_var, percent_var_bias;  /* 100 share/cg, 100 share/cgk */
};
/** @a tolerance: its full width, > 0. Fails as zhun_bias_of. */
enum zhun_code zhun_type1_of(struct zhun_series s, double reference, double tolerance,
			     const struct zhun_type1_convention *c, struct zhun_type1 *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** The line bias = intercept + slope·reference through single readings (not group means). */
struct zhun_linearity {
	double slope, intercept, s, r2;
	double u_slope, u_intercept, p_slope, p_intercept;
	double percent;  /* 100·|slope|: of the process's spread */
	double dof;
};
/** n ≥ 3 readings at two references or more. Fails SERIES_SHORT. */
enum zhun_code zhun_linearity_of(const double *reference, const double *reading, size_t n,
				 struct zhun_linearity *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
