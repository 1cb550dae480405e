/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles of beta and F, by halving on the distribution function: GSL's own do not converge for many common
 * arguments (F with 1 and 10000 degrees of freedom at 0.99), and abort the process then, so that its handler of
 * errors is switched off here for good: its functions answer NAN instead. */
#ifndef MEASURE_QUANTILE_H
#define MEASURE_QUANTILE_H

/** The x below which beta(a, b) lies with probability p. */
double quantile_beta(double p, double a, double b);

/** The F of a and b degrees of freedom below which, and above which, it lies with probability p. */
double quantile_f(double p, double a, double b);
double quantile_f_upper(double p, double a, double b);

#endif
