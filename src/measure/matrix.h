/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Symmetric matrices: by elimination with the largest pivot first, so that no Cholesky fails where
 * quantities depend on one another fully; and Cholesky's factor where they must not. */
#ifndef MEASURE_MATRIX_H
#define MEASURE_MATRIX_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"

/** Diagonal 1, symmetric, within −1 … 1: fails LPU_CORRELATION; positive semidefinite beyond
 *  rounding: fails LPU_NOT_SEMIDEFINITE. NULL is fine. */
enum zhun_code matrix_check_correlation(struct zhun_arena *a, const double *r, size_t n,
					struct zhun_error *err);

/** s = Σ column_m column_m', m < rank; columns of rounding size are left out. @a rest is working
 *  memory; both n × n, column m at root + m·n. */
void matrix_root(const double *s, size_t n, double *rest, double *root, size_t *ret_rank);

/** Whether the mirror halves are the same beyond rounding, and the diagonal not below 0. */
bool matrix_is_symmetric(const double *s, size_t n);

/** s = L L', the lower half of s replaced by L; false where a pivot is not above its rounding. */
bool matrix_factor(double *s, size_t n);

/** y = L⁻¹ y. */
void matrix_solve_lower(const double *l, size_t n, double *y);

#endif
