/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two standard normals X, Y of positive correlation: P(X > h, Y > k), to 1e-15
 * absolute. What depends on the correlation alone is worked out once, so that
 * the corners of a rectangle share it. Method: Plackett 1954; near a
 * correlation of 1 the expansion of Drezner and Wesolowsky 1990 with the
 * second-order term of Genz 2004.
 */
#ifndef MEASURE_BINORMAL_H
#define MEASURE_BINORMAL_H

#include <stdbool.h>

enum { BINORMAL_NODES = 20 };

struct binormal {
	bool close;           /* correlation near 1: integrated from there, not from 0 */
	double span;          /* √(1 − r²) where close, else asin r */
	struct binormal_node {
		double weight, a, b, c;
	} node[BINORMAL_NODES];
};

/** 0 ≤ r < 1. */
void binormal_init(struct binormal *ret, double r);

/** h and k may be infinite. */
double binormal_upper(const struct binormal *b, double h, double k);

/** P(X > x) of one standard normal. */
double normal_upper(double x);

#endif
