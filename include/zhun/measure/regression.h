/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calibration functions: least squares for any linear model, ordinary or
 * weighted, and the straight line with uncertainties in both variables, with
 * correlations of any kind among the readings.
 * Solved by Householder reflections in double-double, so that ill-conditioned
 * polynomials keep their digits. Results live in the caller's arena.
 * Sources: ISO/TS 28037:2010 clauses 6, 7, 10, 11; JCGM 100:2008 H.3;
 * York et al. 2004 (Am. J. Phys. 72, 367).
 */
#ifndef ZHUN_MEASURE_REGRESSION_H
#define ZHUN_MEASURE_REGRESSION_H

#include "zhun/measure/series.h"

struct zhun_fit {
	size_t points, coefficients;
	const double *coefficient;   /* [coefficients] */
	const double *covariance;    /* [coefficients × coefficients], scaled as asked for */
	double chi2;                 /* weighted sum of squared residuals (unweighted: plain) */
	double dof;                  /* points − coefficients */
	double s;                    /* √(chi2/dof); 0 without degrees of freedom */
};

/** What the covariance says: that of the stated weights, or that times s² (weights known only up
 *  to a factor; the residuals tell). */
enum zhun_fit_scale { ZHUN_SCALE_NONE, ZHUN_SCALE_RESIDUAL };

/** y_i ≈ Σ c_j design[i·coefficients + j]. */
struct zhun_linear_data {
	const struct zhun_dd *design;
	size_t coefficients;
	struct zhun_series y;
	const double *weights;   /* 1/u_y², or NULL for all 1 */
	enum zhun_fit_scale scale;
	const double *covariance;   /* of y, points × points, where they are correlated; weights is NULL then */
};

/** Least squares; with a covariance matrix Gauss–Markov regression (ISO/TS 28037 clause 9). Fails
 *  SERIES_SHORT (fewer points than coefficients), PARAMETER_BAD (a weight not above 0), FIT_COVARIANCE,
 *  FIT_SINGULAR. */
enum zhun_code zhun_fit_linear(struct zhun_arena *a, const struct zhun_linear_data *data,
			       struct zhun_fit *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Points with a standard uncertainty in each variable; of a pair, one may be 0. */
struct zhun_line_data {
	struct zhun_series x, y;
	const double *u_x, *u_y;
	enum zhun_fit_scale scale;
};

/** y = c_0 + c_1 x minimising Σ (dx/u_x)² + (dy/u_y)².
 *  Covariance: inverse of the normal matrix with weights 1/(u_y² + c_1² u_x²) at the adjusted x.
 *  Fails SERIES_SHORT, SERIES_UNEQUAL, PARAMETER_BAD, FIT_SINGULAR, NOT_CONVERGED. */
enum zhun_code zhun_fit_line_both(struct zhun_arena *a, const struct zhun_line_data *data,
				  struct zhun_fit *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Points whose readings are correlated: matrices of points × points. */
struct zhun_line_covariances {
	struct zhun_series x, y;
	const double *x_x, *y_y;   /* of the x, and of the y, among themselves; a variance of x may be 0 */
	const double *x_y;         /* row i, column j: of x_i and y_j; NULL for none */
	enum zhun_fit_scale scale;
};

/** The straight line by generalised Gauss–Markov regression (ISO/TS 28037 clauses 8 and 10): the smallest
 *  d' V⁻¹ d of all corrections d that bring the points on it. Covariance: inverse of the normal matrix at
 *  the adjusted x. Fails SERIES_SHORT, SERIES_UNEQUAL, FIT_COVARIANCE, FIT_SINGULAR, NOT_CONVERGED. */
enum zhun_code zhun_fit_line_correlated(struct zhun_arena *a, const struct zhun_line_covariances *data,
					struct zhun_fit *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Value of the fit at a row of the design, and its variance v' C v. */
double zhun_fit_at(const struct zhun_fit *f, const double *row, double *ret_variance);

/** A value read back from a straight line, whatever its coefficients stand for: the design at x is
 *  origin + x·slope, {1, 0} and {0, 1} of an intercept and a slope. */
struct zhun_inverse {
	const double *origin, *slope;
	double y0, u_y0;
};

/** The x0 whose value is y0, and its first-order standard uncertainty with y0 independent of the line
 *  (ISO/TS 28037 11.2). Fails PARAMETER_BAD for a slope of 0. */
enum zhun_code zhun_fit_inverse(const struct zhun_fit *line, const struct zhun_inverse *q, double *ret_x0,
				double *ret_u, struct zhun_error *err) ZHUN_MUST_USE;

#endif
