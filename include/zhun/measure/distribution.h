/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The distributions that metrologists assign to quantities: density,
 * distribution function, quantile, mean, standard deviation, support. A
 * distribution is a value; nothing is allocated. Sources: JCGM 101:2008 6.4
 * and table 1 (normal, scaled and shifted t, rectangular, trapezoidal,
 * curvilinear trapezoid, triangular, arcsine, exponential, gamma); EA-4/02.
 * Of the two that count (Poisson, binomial) the density is the probability of
 * a whole number, and the quantile the least number that reaches p. A density
 * of one's own (density.h) is the caller's, and outlives the distribution.
 */
#ifndef ZHUN_MEASURE_DISTRIBUTION_H
#define ZHUN_MEASURE_DISTRIBUTION_H

#include <stdbool.h>

#include "zhun/base/error.h"

struct zhun_density;

enum zhun_distribution_kind {
	ZHUN_D_CONSTANT,     /* a: value */
	ZHUN_D_NORMAL,       /* a: mean, b: standard deviation */
	ZHUN_D_T,            /* a: mean, b: scale, c: degrees of freedom */
	ZHUN_D_UNIFORM,      /* a: mean, b: half width */
	ZHUN_D_TRIANGULAR,   /* a: mean, b: half width */
	ZHUN_D_ARCSINE,      /* a: mean, b: half width */
	ZHUN_D_TRAPEZOIDAL,  /* a: mean, b: half width, c: top over base, 0 to 1 */
	ZHUN_D_CTRAP,        /* a: mean, b: half width, c: inexactness of its ends, below b */
	ZHUN_D_EXPONENTIAL,  /* a: mean */
	ZHUN_D_GAMMA,        /* a: shape, b: scale */
	ZHUN_D_BETA,         /* a: alpha, b: beta, c: low, d: high */
	ZHUN_D_LOGNORMAL,    /* a: mu, b: sigma of the logarithm */
	ZHUN_D_POISSON,      /* a: mean */
	ZHUN_D_BINOMIAL,     /* a: trials, b: probability of each */
	ZHUN_D_HISTOGRAM,    /* a: place, b: scale of what density holds */
	ZHUN_D_FORMULA,      /* likewise */
	ZHUN_D_KINDS
};

struct zhun_distribution {
	enum zhun_distribution_kind kind;
	double a, b, c, d;
	const struct zhun_density *density; /* of HISTOGRAM and FORMULA */
};

/** What a distribution of counts may count to at most. */
#define ZHUN_COUNTS_MOST 1e9

/** The words of a kind: name "normal", its parameters in order ("mean", "u", …), NULL after. */
struct zhun_distribution_row {
	enum zhun_distribution_kind kind;
	const char *name;
	const char *title[2];
	const char *parameters[5];
};
const struct zhun_distribution_row *zhun_distribution_row(enum zhun_distribution_kind kind);

/** Checks the parameters. Fails PARAMETER_BAD naming one. A half width, scale or u of 0 is a
 *  constant to the caller, not here. */
enum zhun_code zhun_distribution_check(const struct zhun_distribution *d, struct zhun_error *err) ZHUN_MUST_USE;

/** Whether it counts: only whole numbers have a probability. */
bool zhun_distribution_counts(enum zhun_distribution_kind kind);

/** Whether it is a density of one's own, moved by a and stretched by b. */
bool zhun_distribution_has_density(enum zhun_distribution_kind kind);

double zhun_distribution_mean(const struct zhun_distribution *d);

/** HUGE_VAL where it has none (t with 2 degrees of freedom or fewer). */
double zhun_distribution_sd(const struct zhun_distribution *d);

double zhun_distribution_pdf(const struct zhun_distribution *d, double x);
double zhun_distribution_cdf(const struct zhun_distribution *d, double x);

/** 1 − cdf, without cancellation in the upper tail. */
double zhun_distribution_upper(const struct zhun_distribution *d, double x);

/** The x with cdf p, 0 < p < 1. */
double zhun_distribution_quantile(const struct zhun_distribution *d, double p);

/** The ends of the support; ±HUGE_VAL where it has none. */
void zhun_distribution_support(const struct zhun_distribution *d, double *ret_low, double *ret_high);

#endif
