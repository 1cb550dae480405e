/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of a true value after it was measured, the population that it
 * comes from being known: the prior of the process times the likelihood of
 * the reading. Source: JCGM 106:2012 6.2, 7 and annex A. Pure.
 */
#ifndef ZHUN_MEASURE_POSTERIOR_H
#define ZHUN_MEASURE_POSTERIOR_H

#include "zhun/measure/risk.h"

struct zhun_posterior {
	double mean, sd;
	double inside;   /* probability of lying within the tolerance */
};

/** Of a value that was read as @a y, by the process and measurement of @a r within its tolerance; its acceptance
 *  limits do not matter. Normal with normal in closed form, else by quadrature. Fails PARAMETER_BAD where the
 *  process is no continuous distribution or cannot have been read so, NOT_CONVERGED. */
enum zhun_code zhun_posterior_of(const struct zhun_risk *r, double y, struct zhun_posterior *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

#endif
