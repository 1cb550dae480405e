/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/bias.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* t = d/u, and its two-sided probability; a u of 0 leaves no doubt either way */
static double t_of(double d, double u)
{
	return u > 0 ? d / u : fabs(d) > 0 ? copysign(HUGE_VAL, d) : 0;
}

static double two_sided(double t, double dof)
{
	return isinf(t) ? 0 : 2 * gsl_cdf_tdist_Q(fabs(t), dof);
}

enum zhun_code zhun_bias_of(struct zhun_series s, double reference, double confidence, struct zhun_bias *ret,
			    struct zhun_error *err)
{
	struct zhun_summary sum;
	enum zhun_code code = zhun_series_summary(s, &sum, err);
	if (code)
		return code;
	if (!(confidence > 0 && confidence < 1) || !isfinite(reference))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "confidence", "0 < p < 1");
	double dof = (double)s.count - 1, u = sum.sd / sqrt((double)s.count), bias = sum.mean - reference;
	double reach = gsl_cdf_tdist_Pinv((1 + confidence) / 2, dof) * u, t = t_of(bias, u);
	*ret = (struct zhun_bias){sum.mean, sum.sd, bias, t, two_sided(t, dof), bias - reach, bias + reach};
	return ZHUN_OK;
}

static double over(double a, double b)
{
	return b > 0 ? a / b : HUGE_VAL;
}

enum zhun_code zhun_type1_of(struct zhun_series s, double reference, double tolerance,
			     const struct zhun_type1_convention *c, struct zhun_type1 *ret, struct zhun_error *err)
{
	struct zhun_type1 r;
	if (!(tolerance > 0) || !(c->share > 0) || !(c->spread > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance, share, spread", "> 0");
	enum zhun_code code = zhun_bias_of(s, reference, 0.95, &r.bias, err);
	if (code)
		return code;
	r.cg = over(c->share * tolerance, c->spread * r.bias.sd);
	r.cgk = over(c->share / 2 * tolerance - fabs(r.bias.bias), c->spread / 2 * r.bias.sd);
	r.percent_var = 100 * c->share / r.cg;
	r.percent_var_bias = 100 * c->share / r.cgk;
	*ret = r;
	return ZHUN_OK;
}

/* Sums about the means of reference (x) and bias (y). */
struct sums {
	double x, y, xx, xy, yy;
};

static struct sums sums_of(const double *reference, const double *reading, size_t n)
{
	struct sums s = {0};
	for (size_t i = 0; i < n; i++) {
		s.x += reference[i] / (double)n;
		s.y += (reading[i] - reference[i]) / (double)n;
	}
	for (size_t i = 0; i < n; i++) {
		double x = reference[i] - s.x, y = reading[i] - reference[i] - s.y;
		s.xx += x * x;
		s.xy += x * y;
		s.yy += y * y;
	}
	return s;
}

enum zhun_code zhun_linearity_of(const double *reference, const double *reading, size_t n,
				 struct zhun_linearity *ret, struct zhun_error *err)
{
	if (n < 3)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(3), ZHUN_INT(n));
	struct sums s = sums_of(reference, reading, n);
	if (!(s.xx > 0))
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(1));
	double dof = (double)n - 2, slope = s.xy / s.xx;
	double left = fmax(0, s.yy - slope * s.xy), sd = sqrt(left / dof);
	struct zhun_linearity r = {
		.slope = slope, .intercept = s.y - slope * s.x, .s = sd, .r2 = s.yy > 0 ? 1 - left / s.yy : 1,
		.u_slope = sd / sqrt(s.xx), .u_intercept = sd * sqrt(1 / (double)n + s.x * s.x / s.xx),
		.percent = 100 * fabs(slope), .dof = dof,
	};
	r.p_slope = two_sided(t_of(r.slope, r.u_slope), dof);
	r.p_intercept = two_sided(t_of(r.intercept, r.u_intercept), dof);
	*ret = r;
	return ZHUN_OK;
}
