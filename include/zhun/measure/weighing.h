/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weighing designs: differences observed between groups of standards, and a
 * restraint that says what some of them are worth together. Least squares
 * under that restraint gives every value, what the balance scatters, and what
 * the check standard is worth. Serves any comparison of differences (masses,
 * gauge blocks, voltage cells). Memory of the caller's arena. Sources:
 * NIST/SEMATECH e-Handbook 2.3.3.2 and 2.3.4; OIML R 111-1:2004 C.
 */
#ifndef ZHUN_MEASURE_WEIGHING_H
#define ZHUN_MEASURE_WEIGHING_H

#include "zhun/measure/series.h"

struct zhun_weighing_design {
	const double *design;     /* [observations × items]: 1 on the one side, −1 on the other, 0 absent */
	size_t items;
	struct zhun_series y;     /* observed differences */
	const double *restraint;  /* [items]: Σ restraint_j · value_j is known … */
	double restraint_value;   /* … to be this, … */
	double restraint_u;       /* … with this standard uncertainty */
	double s;                 /* of one difference, from earlier work; 0: that of this design is taken */
	double s_dof;             /* its degrees of freedom, with s */
};

struct zhun_weighing {
	size_t items;
	const double *value;       /* [items] */
	const double *covariance;  /* [items × items]: scatter and restraint together */
	const double *factor;      /* [items]: standard deviation by scatter for s = 1 (K₁ of the tables) */
	const double *share;       /* [items]: what an error of 1 in the restraint does to the item */
	const double *residual;    /* [observations] */
	double s, dof;             /* of this design */
};

/** Fails SERIES_SHORT (fewer than items − 1 observations), PARAMETER_BAD, FIT_SINGULAR (design and
 *  restraint do not determine an item). */
enum zhun_code zhun_weighing_solve(struct zhun_arena *a, const struct zhun_weighing_design *d,
				   struct zhun_weighing *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A sum of items Σ w_j value_j, as the check standard's: its value and standard uncertainty. */
double zhun_weighing_combine(const struct zhun_weighing *w, const double *weights, double *ret_u);

/** The check of a check standard's value against the one accepted for it: t = |value − accepted|/s_c,
 *  to be held against the t quantile of the accepted value's degrees of freedom. */
double zhun_weighing_check(double value, double accepted, double s_check);

#endif
