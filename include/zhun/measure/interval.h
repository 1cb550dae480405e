/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calibration intervals from what was found at past calibrations. Times are in
 * a unit of the caller's choice. Sources: NCSL RP-1 methods A3 and S2;
 * ILAC-G24/OIML D 10.
 */
#ifndef ZHUN_MEASURE_INTERVAL_H
#define ZHUN_MEASURE_INTERVAL_H

#include <stddef.h>

#include "zhun/base/error.h"

/** Method A3: an interval tested by how many were found in tolerance. */
struct zhun_a3 {
	double rejection_confidence;            /* that the interval misses its target */
	double interval;                        /* proposed */
	double reliability_low, reliability_high;  /* Clopper–Pearson, two-sided */
};
struct zhun_a3_data {
	unsigned in_tolerance, tested;  /* found at the interval; tested ≥ 1 */
	double interval;                /* in force */
	double target, confidence;      /* reliability aimed at, level of the limits; in (0, 1) */
};
/** Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_interval_a3(const struct zhun_a3_data *data, struct zhun_a3 *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_reliability_model {
	ZHUN_RELIABILITY_EXPONENTIAL,  /* R = exp(−a t) */
	ZHUN_RELIABILITY_WEIBULL       /* R = exp(−(a t)^b) */
};

struct zhun_reliability {
	enum zhun_reliability_model model;
	double a, b;     /* b is 1 for the exponential */
	double loglik;   /* Σ x ln R + (n − x) ln(1 − R), without binomial coefficients */
};

/** x[i] of n[i] found in tolerance after time t[i] > 0. */
struct zhun_reliability_data {
	const double *t, *n, *x;
	size_t count;
};

/** Maximum likelihood. Needs some in and some out of tolerance, for Weibull at two times. Fails
 *  SERIES_SHORT, PARAMETER_BAD, NOT_CONVERGED. */
enum zhun_code zhun_reliability_fit(enum zhun_reliability_model model, const struct zhun_reliability_data *data,
				    struct zhun_reliability *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The time at which the reliability has fallen to @a target, 0 < target < 1. */
double zhun_reliability_interval(const struct zhun_reliability *r, double target);

#endif
