/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Correlation matrices as they come: coefficients rounded to two digits, or
 * put together from different sources, so that the matrix has a negative
 * eigenvalue. One of rounding size is repaired and reported; a larger one is
 * an error unless the nearest correlation matrix is asked for. Eigenvalues by
 * Jacobi's rotations, so that a semidefinite matrix has a factor too. Memory
 * of the caller's arena. Sources: JCGM 102:2011 3.20, 6.4.8; Higham 2002 (IMA J.
 * Numer. Anal. 22, 329): alternating projections with Dykstra's correction.
 */
#ifndef ZHUN_MEASURE_CORRELATION_H
#define ZHUN_MEASURE_CORRELATION_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"

/** What was done to a matrix. */
struct zhun_correlation {
	size_t n;
	const double *r;       /* [n × n], semidefinite to rounding, diagonal 1 */
	double smallest;       /* eigenvalue of the matrix as given */
	double moved;          /* largest change of a coefficient; 0: as given */
	size_t rounds;         /* of the search for the nearest; 0 where none was made */
};

/** Of coefficients correct to @a rounding each (0.005 for two decimals; 0: as doubles are). A negative
 *  eigenvalue that this can explain, down to −(n − 1)·rounding, is set to 0. Fails LPU_CORRELATION
 *  (outside −1 … 1, not symmetric, diagonal not 1), LPU_NOT_SEMIDEFINITE, NOT_CONVERGED. */
enum zhun_code zhun_correlation_repair(struct zhun_arena *a, const double *r, size_t n, double rounding,
				       struct zhun_correlation *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The correlation matrix nearest to a symmetric matrix (Frobenius norm). Fails LPU_CORRELATION (not
 *  symmetric or not finite), NOT_CONVERGED. */
enum zhun_code zhun_correlation_nearest(struct zhun_arena *a, const double *r, size_t n,
					struct zhun_correlation *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** What is done with a matrix that cannot be. */
struct zhun_correlation_care {
	double rounding; /* of its coefficients, as zhun_correlation_repair wants it */
	bool nearest;	 /* take the nearest, where rounding does not explain it too */
};

/** How far a coefficient may be from what it was rounded from: half a unit of its last decimal, and 0.005 at
 *  most, as one written "0.5" was hardly rounded to one decimal. 0 of a whole number. */
double zhun_correlation_rounding(double r);

/** The matrix as propagation may use it: as given where it is semidefinite (@a ret then has its pointer, and
 *  neither eigenvalue nor rounds), else with @a care. Quantities without a partner are given none. Fails as
 *  the two above, and LPU_CORRELATION outside −1 … 1. */
enum zhun_code zhun_correlation_settle(struct zhun_arena *a, const double *r, size_t n,
				       const struct zhun_correlation_care *care, struct zhun_correlation *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

/** r = F F': @a ret_factor[i·rank + m], columns of eigenvalues that are not 0. Fails NOT_CONVERGED. */
enum zhun_code zhun_correlation_factor(struct zhun_arena *a, const double *r, size_t n, const double **ret_factor,
				       size_t *ret_rank, struct zhun_error *err) ZHUN_MUST_USE;

#endif
