/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage regions of several quantities that are jointly normal with a known
 * covariance matrix, or one estimated with ν degrees of freedom: ellipsoids
 * (axes, k) and boxes. Memory: the caller's arena. Sources: JCGM 102:2011
 * 6.5.2, 6.5.3, 7.7; Willink and Hall, Metrologia 39 (2002) 361 for ν; Šidák,
 * JASA 62 (1967) 626: a box for independent quantities holds at least p of
 * correlated ones.
 */
#ifndef ZHUN_MEASURE_REGION_H
#define ZHUN_MEASURE_REGION_H

#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

struct zhun_region {
	size_t m;
	double k;	  /* the region is (η − y)' V⁻¹ (η − y) ≤ k² */
	double *half;	  /* half the length of each axis, longest first */
	double *axes;	  /* their directions, unit vectors: axis i at axes + i·m; the largest component is positive */
	double content;	  /* its volume; of two quantities, the area */
	double k_box;	  /* the box is |η_i − y_i| ≤ k_box·u_i */
	double *half_box;
};

/** k of the ellipsoid for the probability p; with ν degrees of freedom √(mν/(ν+1−m) F_p(m, ν+1−m)), which needs
 *  ν > m − 1; HUGE_VAL: √χ². Fails STATEMENT_COVERAGE. */
enum zhun_code zhun_region_k(double p, size_t m, double nu, double *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A covariance matrix, m × m, and its degrees of freedom; HUGE_VAL where it is known. */
struct zhun_covariance {
	const double *v;
	size_t m;
	double nu;
};

/** Fails as zhun_region_k; PARAMETER_BAD where v is no covariance matrix. @a ret is written only on success. */
enum zhun_code zhun_region_make(struct zhun_arena *a, const struct zhun_covariance *of, double p,
				struct zhun_region *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
