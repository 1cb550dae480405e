/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions of counts: probabilities by Loader's saddle point (2000), and the sums of them. */
#ifndef MEASURE_DISCRETE_H
#define MEASURE_DISCRETE_H

#include "zhun/measure/distribution.h"

/** The logarithm of the probability of k, a whole number in the support; the same to the bit on every machine. */
double discrete_log(const struct zhun_distribution *d, double k);

double discrete_pdf(const struct zhun_distribution *d, double x);
double discrete_cdf(const struct zhun_distribution *d, double x);
double discrete_upper(const struct zhun_distribution *d, double x);
double discrete_quantile(const struct zhun_distribution *d, double p);
double discrete_sd(const struct zhun_distribution *d);

#endif
