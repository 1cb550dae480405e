/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a density, for what makes them. */
#ifndef MEASURE_DENSITY_H
#define MEASURE_DENSITY_H

#include "zhun/measure/density.h"

enum { DENSITY_ORDER = 16 };

/* Within a cell, t from −1 to 1: the density's and the distribution function's Chebyshev coefficients. */
struct density_cell {
	double low, high;
	double below, mass, above; /* probabilities: of what lies lower, of the cell, of what lies higher */
	double pdf[DENSITY_ORDER], cdf[DENSITY_ORDER + 1];
};

struct zhun_density {
	struct density_cell *cells;
	size_t count;
	int order; /* of coefficients: 1 for a histogram */
	double mean, sd, unresolved;
};

/** Σ c_k T_k(t) */
double density_series(const double *c, int n, double t);

/** From cells with their ends and pdf coefficients, not normalised: all the rest. False where they have no mass. */
bool density_settle(struct zhun_density *d);

#endif
