/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Densities of one's own: a histogram, or a formula on an interval. Both are
 * kept as cells with a polynomial in each, so that distribution function and
 * quantile need no more than sums and products and are the same to the bit on
 * every machine. A formula need not be normalised; cells are halved until the
 * integral of what each leaves out is below 1e-15 of all. An end or a corner
 * where the density grows without limit is followed as far as numbers go;
 * how much of the probability is not resolved then is told. What is narrower
 * than a thousandth of the interval may be missed. Memory: the
 * caller's arena. A density is constant and serves any thread.
 * Source: JCGM 101:2008 6.1.2, 6.2 (a PDF as available information has it).
 */
#ifndef ZHUN_MEASURE_DENSITY_H
#define ZHUN_MEASURE_DENSITY_H

#include "zhun/measure/model.h"

struct zhun_density;

enum { ZHUN_DENSITY_BINS = 10000, ZHUN_DENSITY_CELLS = 8192 };

/** A histogram: bin i from edge[i] to edge[i + 1] with the weight weight[i]. Fails PARAMETER_BAD where edges do not
 *  rise, a weight is negative or all are 0. */
enum zhun_code zhun_density_of_histogram(struct zhun_arena *a, const double *edge, const double *weight, size_t bins,
					 const struct zhun_density **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The first output of a model with one input, from @a low to @a high. Fails PARAMETER_BAD (the interval),
 *  DENSITY_NEGATIVE, DENSITY_ENDLESS, DENSITY_ZERO, and as the model does where it is no number. */
enum zhun_code zhun_density_of_model(struct zhun_arena *a, const struct zhun_model *model, double low, double high,
				     const struct zhun_density **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The share of the probability whose place is not resolved: below 1e-11 but where the density has no bound. */
double zhun_density_unresolved(const struct zhun_density *d);

double zhun_density_mean(const struct zhun_density *d);
double zhun_density_sd(const struct zhun_density *d);
double zhun_density_pdf(const struct zhun_density *d, double x);
double zhun_density_cdf(const struct zhun_density *d, double x);
double zhun_density_upper(const struct zhun_density *d, double x);
double zhun_density_quantile(const struct zhun_density *d, double p);
void zhun_density_support(const struct zhun_density *d, double *ret_low, double *ret_high);

#endif
