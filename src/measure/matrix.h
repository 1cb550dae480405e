/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Symmetric matrices by elimination with the largest pivot first: no failing Cholesky where
 * quantities depend on one another fully. */
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

#endif
