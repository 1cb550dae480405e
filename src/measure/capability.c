/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/capability.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static enum zhun_code check_limits(const struct zhun_limits *t, struct zhun_error *err)
{
	if (!(t->low < t->high) || (isinf(t->low) && isinf(t->high)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance", "low < high");
	return ZHUN_OK;
}

static enum zhun_code check(const struct zhun_capability_data *d, struct zhun_error *err)
{
	enum zhun_code code = check_limits(&d->tolerance, err);
	if (code)
		return code;
	if (!(d->sd > 0) || !isfinite(d->sd) || !isfinite(d->mean))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "sd", "> 0");
	if (!(d->n >= 2) || !(d->dof >= 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "n, dof", "n >= 2, dof >= 1");
	if (!(d->confidence > 0 && d->confidence < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "confidence", "0 < p < 1");
	return ZHUN_OK;
}

enum zhun_code zhun_capability_of(const struct zhun_capability_data *d, struct zhun_capability *ret,
				  struct zhun_error *err)
{
	enum zhun_code code = check(d, err);
	if (code)
		return code;
	double width = d->tolerance.high - d->tolerance.low, tail = (1 - d->confidence) / 2, off = d->mean - d->target;
	double cp = isinf(width) ? HUGE_VAL : width / (6 * d->sd);
	struct zhun_capability c = {
		.cp = {cp, cp * sqrt(gsl_cdf_chisq_Pinv(tail, d->dof) / d->dof),
		       cp * sqrt(gsl_cdf_chisq_Qinv(tail, d->dof) / d->dof)},
		.cpl = (d->mean - d->tolerance.low) / (3 * d->sd), .cpu = (d->tolerance.high - d->mean) / (3 * d->sd),
		.cpm = isinf(width) ? HUGE_VAL : width / (6 * sqrt(d->sd * d->sd + off * off)),
	};
	double cpk = fmin(c.cpl, c.cpu);
	double reach = gsl_cdf_ugaussian_Qinv(tail) * sqrt(1 / (9 * d->n) + cpk * cpk / (2 * d->dof));
	c.cpk = (struct zhun_index){cpk, cpk - reach, cpk + reach};
	*ret = c;
	return ZHUN_OK;
}

enum zhun_code zhun_capability_by_quantile(const struct zhun_limits *tolerance, const struct zhun_distribution *d,
					   struct zhun_capability_quantile *ret, struct zhun_error *err)
{
	enum zhun_code code = check_limits(tolerance, err);
	if (!code)
		code = zhun_distribution_check(d, err);
	if (code)
		return code;
	/* what a normal distribution leaves beyond three standard deviations */
	double tail = gsl_cdf_ugaussian_Q(3);
	double low = zhun_distribution_quantile(d, tail), middle = zhun_distribution_quantile(d, 0.5);
	double high = zhun_distribution_quantile(d, 1 - tail);
	if (!(low < middle && middle < high))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "distribution", "sd > 0");
	double width = tolerance->high - tolerance->low;
	*ret = (struct zhun_capability_quantile){
		.pp = isinf(width) ? HUGE_VAL : width / (high - low),
		.ppk = fmin((tolerance->high - middle) / (high - middle), (middle - tolerance->low) / (middle - low)),
	};
	return ZHUN_OK;
}

/* Σ (x − mean)² */
static double squares_of(const double *x, size_t n, double *ret_mean)
{
	double mean = 0, squares = 0;
	for (size_t i = 0; i < n; i++)
		mean += (x[i] - x[0]) / (double)n;
	mean += x[0];
	for (size_t i = 0; i < n; i++)
		squares += (x[i] - mean) * (x[i] - mean);
	*ret_mean = mean;
	return squares;
}

double zhun_pooled_sd(const struct zhun_subgroups *s)
{
	double squares = 0, mean;
	for (size_t i = 0; i < s->count; i++)
		squares += squares_of(s->x + i * s->n, s->n, &mean);
	return sqrt(squares / (double)(s->count * (s->n - 1)));
}

double zhun_overall_sd(const struct zhun_subgroups *s, double *ret_mean)
{
	size_t n = s->count * s->n;
	return sqrt(squares_of(s->x, n, ret_mean) / (double)(n - 1));
}
