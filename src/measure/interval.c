/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "measure/quantile.h"

static bool is_fraction(double x)
{
	return x > 0 && x < 1;
}

enum zhun_code zhun_interval_a3(const struct zhun_a3_data *data, struct zhun_a3 *ret, struct zhun_error *err)
{
	unsigned x = data->in_tolerance, n = data->tested;
	double target = data->target, confidence = data->confidence;
	if (n < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(0));
	if (x > n || !is_fraction(target) || !is_fraction(confidence) || !(data->interval > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "in_tolerance, target, confidence, interval",
				 "0 … tested, 0 … 1, > 0");
	double found = (double)x / n;
	double tail = found <= target ? gsl_cdf_binomial_P(x, target, n)
				      : x == 0 ? 1 : gsl_cdf_binomial_Q(x - 1, target, n);
	double q = 1 - 2 * tail;
	*ret = (struct zhun_a3){
		.rejection_confidence = q,
		.interval = data->interval * pow(10, (found - target) * q),
		.reliability_low = x == 0 ? 0 : quantile_beta((1 - confidence) / 2, x, n - x + 1),
		.reliability_high = x == n ? 1 : quantile_beta((1 + confidence) / 2, x + 1, n - x),
	};
	return ZHUN_OK;
}

/* −ln R at the i-th time for ln a and b */
static double hazard(const struct zhun_reliability_data *g, size_t i, double log_a, double b)
{
	return exp(b * (log_a + log(g->t[i])));
}

static double loglik(const struct zhun_reliability_data *g, double log_a, double b)
{
	double sum = 0;
	for (size_t i = 0; i < g->count; i++) {
		double h = hazard(g, i, log_a, b), out = g->n[i] - g->x[i];
		sum += -g->x[i] * h + (out > 0 ? out * log(-expm1(-h)) : 0);
	}
	return sum;
}

/* h·(out/(e^h − 1) − x): how the group's likelihood grows with ln h */
static double pull(double h, double out, double x)
{
	return (h > 0 ? out * (isinf(h) ? 0 : h / expm1(h)) : out) - (x > 0 ? h * x : 0);
}

/* d loglik / d ln a, up to the factor b; falls as a grows. */
static double slope(const struct zhun_reliability_data *g, double log_a, double b)
{
	double sum = 0;
	for (size_t i = 0; i < g->count; i++) {
		double h = hazard(g, i, log_a, b), out = g->n[i] - g->x[i];
		sum += pull(h, out, g->x[i]);
	}
	return sum;
}

/* The best ln a for a given b, by halving: the slope has one zero. */
static double best_log_a(const struct zhun_reliability_data *g, double b)
{
	double low = -200, high = 200;
	while (high - low > 1e-15 * fmax(1, fabs(low))) {
		double middle = low + (high - low) / 2;
		if (!(middle > low && middle < high))
			break;
		if (slope(g, middle, b) > 0)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}

/* d loglik / d b with ln a at its best */
static double slope_b(const struct zhun_reliability_data *g, double b)
{
	double log_a = best_log_a(g, b), sum = 0;
	for (size_t i = 0; i < g->count; i++) {
		double h = hazard(g, i, log_a, b), out = g->n[i] - g->x[i];
		sum += (log_a + log(g->t[i])) * pull(h, out, g->x[i]);
	}
	return sum;
}

static bool best_b(const struct zhun_reliability_data *g, double *ret)
{
	double low = 1e-3, high = 50;
	if (!(slope_b(g, low) > 0 && slope_b(g, high) < 0))
		return false;
	for (int i = 0; i < 200 && high - low > 1e-14 * low; i++) {
		double middle = low + (high - low) / 2;
		if (slope_b(g, middle) > 0)
			low = middle;
		else
			high = middle;
	}
	*ret = low + (high - low) / 2;
	return true;
}

static enum zhun_code check(const struct zhun_reliability_data *g, struct zhun_error *err)
{
	double in = 0, out = 0;
	for (size_t i = 0; i < g->count; i++) {
		if (!(g->t[i] > 0) || !(g->x[i] >= 0) || !(g->x[i] <= g->n[i]))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "t, n, x", "t > 0, 0 <= x <= n");
		in += g->x[i];
		out += g->n[i] - g->x[i];
	}
	if (!(in > 0) || !(out > 0))
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(0));
	return ZHUN_OK;
}

enum zhun_code zhun_reliability_fit(enum zhun_reliability_model model, const struct zhun_reliability_data *data,
				    struct zhun_reliability *ret, struct zhun_error *err)
{
	double b = 1;
	enum zhun_code code = check(data, err);
	if (code)
		return code;
	if (model == ZHUN_RELIABILITY_WEIBULL && !best_b(data, &b))
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "Weibull");
	double log_a = best_log_a(data, b);
	*ret = (struct zhun_reliability){model, exp(log_a), b, loglik(data, log_a, b)};
	return ZHUN_OK;
}

double zhun_reliability_interval(const struct zhun_reliability *r, double target)
{
	return pow(-log(target), 1 / r->b) / r->a;
}
