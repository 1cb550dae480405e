/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reliability models of calibration intervals by maximum likelihood, to be
 * compared by their likelihoods: the probability of being in tolerance after
 * time t, written as exp(−H(t)). Source: NCSL RP-1, method S2.
 */
#ifndef ZHUN_MEASURE_RELIABILITY_H
#define ZHUN_MEASURE_RELIABILITY_H

#include "zhun/measure/interval.h"

enum zhun_reliability_kind {
	ZHUN_R_EXPONENTIAL,     /* H = a t */
	ZHUN_R_WEIBULL,         /* (a t)^b */
	ZHUN_R_MIXED,           /* b ln(1 + a t): mixed exponential */
	ZHUN_R_MORTALITY,       /* a t + b t²: mortality drift */
	ZHUN_R_WALK,            /* R = 2Φ(1/√(a + b t)) − 1: random walk */
	ZHUN_R_LOGNORMAL,       /* R = 1 − Φ(ln(a t)/b) */
	ZHUN_R_KINDS
};

struct zhun_reliability_row {
	const char *name;       /* "mixed_exponential" */
	const char *title[2];
	size_t parameters;      /* 1: a; 2: a and b, all above 0 */
};
const struct zhun_reliability_row *zhun_reliability_row(enum zhun_reliability_kind kind);

struct zhun_reliability_model_fit {
	enum zhun_reliability_kind kind;
	double a, b;      /* b 0 where there is none */
	double loglik;    /* without binomial coefficients */
	double aic;       /* 2·parameters − 2·loglik: the model of the smallest is preferred */
};

/** Needs some in and some out of tolerance, and two times for two parameters. Fails SERIES_SHORT,
 *  PARAMETER_BAD, NOT_CONVERGED. */
enum zhun_code zhun_reliability_model_fit_of(enum zhun_reliability_kind kind, const struct zhun_reliability_data *data,
					     struct zhun_reliability_model_fit *ret,
					     struct zhun_error *err) ZHUN_MUST_USE;

/** The fit of the smallest AIC among all models. Fails as the fit of the exponential does. */
enum zhun_code zhun_reliability_best(const struct zhun_reliability_data *data, struct zhun_reliability_model_fit *ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

double zhun_reliability_at(const struct zhun_reliability_model_fit *f, double t);

/** The time at which the reliability has fallen to @a target, 0 < target < 1; 0 where it is lower at once,
 *  HUGE_VAL where it never is. */
double zhun_reliability_time(const struct zhun_reliability_model_fit *f, double target);

#endif
