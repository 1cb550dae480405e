/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Check standards: a thing measured again and again tells whether a
 * measurement still does what its budget says. Limits that hold the scatter
 * seen, the uncertainty stated, or both; tests of bias and of scatter; and a
 * chart's point that is itself uncertain. Sources: NIST/SEMATECH e-Handbook
 * 2.3.5; JJF 1033-2023 annex C; JCGM 106:2012 for the point. Pure.
 */
#ifndef ZHUN_MEASURE_CHECK_STANDARD_H
#define ZHUN_MEASURE_CHECK_STANDARD_H

#include <stdbool.h>

#include "zhun/measure/series.h"

/** What the limits are made of. */
enum zhun_check_spread {
	ZHUN_CHECK_SCATTER,  /* the standard deviation of the values */
	ZHUN_CHECK_BUDGET,   /* u of one measurement, as its budget says */
	ZHUN_CHECK_JOINED    /* both, root sum of squares: u is then what scatter does not show */
};

struct zhun_check {
	struct zhun_series x;         /* values of the check standard, n ≥ 2 */
	bool has_accepted;            /* else the centre is the mean of the values */
	double accepted, u_accepted;  /* u_accepted widens limits about an accepted value */
	double u;
	double k;                     /* limits at k standard deviations */
	enum zhun_check_spread spread;
};

struct zhun_check_limits {
	double centre, sd, low, high;  /* sd: what k was taken times */
};
/** Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_check_limits_of(const struct zhun_check *c, struct zhun_check_limits *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** Place of the first value beyond the limits; n where none is. */
size_t zhun_check_first(const struct zhun_check_limits *l, struct zhun_series x);

/** Mean against the accepted value: difference over √(s²/n + u_accepted²), Student's t with the effective degrees
 *  of freedom, two-sided. Fails as above, and PARAMETER_BAD without an accepted value or where all are equal. */
struct zhun_check_bias {
	double difference, u, t, dof, p;
};
enum zhun_code zhun_check_bias_of(const struct zhun_check *c, struct zhun_check_bias *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Scatter now against earlier: F of the variances, and its upper tail. */
struct zhun_check_scatter {
	double sd, sd_earlier, F, p;
};
enum zhun_code zhun_check_scatter_of(struct zhun_series now, struct zhun_series earlier,
				     struct zhun_check_scatter *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A point of a chart that was measured with u. */
struct zhun_chart_point {
	double y, u;
	double low, high;  /* the chart's limits */
	double k;          /* of the guard band k·u of the verdict */
};
enum zhun_chart_verdict { ZHUN_POINT_IN, ZHUN_POINT_UNSURE, ZHUN_POINT_OUT };

/** Probability that the true value lies beyond the limits, the error being normal. Fails PARAMETER_BAD. */
enum zhun_code zhun_chart_point_beyond(const struct zhun_chart_point *p, double *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** In or out with k·u to spare; else it cannot be told. */
enum zhun_code zhun_chart_point_verdict(const struct zhun_chart_point *p, enum zhun_chart_verdict *ret,
					struct zhun_error *err) ZHUN_MUST_USE;

/** Scatter of a process without that of its measurement, √(sigma² − u²). Fails PARAMETER_BAD where u is larger. */
enum zhun_code zhun_process_sigma(double sigma, double u, double *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
