/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviewing calibration intervals by what each calibration found: the methods
 * of ILAC-G24/OIML D 10:2022 clause 6 that are computations. Their factors are
 * the laboratory's to choose.
 * Times and errors are in units of the caller's choice. Pure.
 */
#ifndef ZHUN_MEASURE_INTERVAL_REVIEW_H
#define ZHUN_MEASURE_INTERVAL_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/error.h"
#include "zhun/measure/series.h"

enum zhun_step { ZHUN_STEP_KEPT, ZHUN_STEP_LONGER, ZHUN_STEP_SHORTER };

/** Automatic adjustment ("staircase", 6.2): an error found beyond the limit shortens the interval; @a runs
 *  in a row within @a share of the limit lengthen it. */
struct zhun_staircase {
	double limit;               /* maximum permissible error, > 0 */
	double share;               /* > 0, at most 1 */
	double longer, shorter;     /* factors: > 1, and in (0, 1) */
	size_t runs;                /* at least 1 */
	double shortest, longest;   /* of the interval; 0 and HUGE_VAL bind nothing */
};

/** The factor that shortens so that the interval, on average, stays where @a target of the calibrations find
 *  the instrument in tolerance (share 1): longer^target · shorter^(1 − target) = 1. */
double zhun_staircase_shorter(double longer, double target);

struct zhun_staircase_end {
	double interval;
	enum zhun_step step;   /* the last one */
};

/** From @a interval through the errors found, in the order of time. Fails SERIES_SHORT, PARAMETER_BAD. */
enum zhun_code zhun_staircase_run(const struct zhun_staircase *s, double interval, const double *errors, size_t n,
				  struct zhun_staircase_end *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** How the drift is worked out, and where the next interval starts. */
enum zhun_drift { ZHUN_DRIFT_REGRESSION, ZHUN_DRIFT_MEAN_STEP, ZHUN_DRIFT_LARGEST_STEP };
enum zhun_drift_from { ZHUN_FROM_LAST, ZHUN_FROM_LINE, ZHUN_FROM_ADJUSTED };

/** Control chart (6.3): drift and dispersion of the errors found tell when the limit will be reached. */
struct zhun_drift_chart {
	struct zhun_series t, errors;  /* at least three, t rising */
	double limit;                  /* maximum permissible error */
	double k;                      /* standard deviations of dispersion that are kept free */
	double U;                      /* of the calibration, kept free too */
	enum zhun_drift drift;
	enum zhun_drift_from from;     /* the last error, the line at its time, or 0 */
};
struct zhun_drift_end {
	double drift;       /* a unit of time; of the largest step: its amount, with its sign */
	double dispersion;  /* standard deviation about a line of that slope, n − 2 degrees of freedom */
	double interval;    /* until |error| + k·dispersion + U reaches the limit; HUGE_VAL if it never will */
};
enum zhun_code zhun_drift_chart_of(const struct zhun_drift_chart *c, struct zhun_drift_end *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** In-use time (6.4): the interval counts hours of use, or switchings. @a counter is read at @a t; the rate
 *  is that of all readings or of the last two. */
struct zhun_in_use {
	const double *t, *counter;
	size_t n;
	double at_calibration, allowed;  /* counter then; use until the next */
	bool latest;
};
struct zhun_in_use_end {
	double left;  /* use that is left, not below 0 */
	double rate;  /* use a unit of time */
	double time;  /* until it is used up; HUGE_VAL at rate 0 */
};
enum zhun_code zhun_in_use_of(const struct zhun_in_use *u, struct zhun_in_use_end *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** Checks in service ("black box", 6.5): beyond @a share of the limit, less U of the check, the whole
 *  instrument is due. */
struct zhun_in_service {
	const double *t, *checks;
	size_t n;
	double limit, share, U;  /* 0 < share ≤ 1 */
};
struct zhun_in_service_end {
	size_t first;      /* place of the first check beyond, from 1; 0 for none */
	double good_until; /* time of the last check before that; NAN where the first was beyond */
	double largest;    /* |check| over what is allowed */
};
enum zhun_code zhun_in_service_of(const struct zhun_in_service *s, struct zhun_in_service_end *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

#endif
