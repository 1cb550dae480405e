/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adaptive integration of smooth functions over finite intervals (Gauss–Kronrod 7/15). */
#ifndef ZHUN_MEASURE_QUADRATURE_H
#define ZHUN_MEASURE_QUADRATURE_H

#include <stdbool.h>
#include <stddef.h>

typedef double quadrature_function(double x, const void *context);

/** ∫ f from @a cuts[0] to @a cuts[n − 1] by way of every cut between (rising; equal ones allowed),
 *  to the absolute tolerance over all. False where it was not reached. */
bool quadrature(quadrature_function *f, const void *context, const double *cuts, size_t n, double tolerance,
		double *ret);

/** Gauss and Legendre's rule on −1 … 1: the positive abscissas with their weights. */
enum { GAUSS_POINTS = 20 };
extern const double gauss_rule[GAUSS_POINTS / 2][2];

#endif
