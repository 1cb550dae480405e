/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One ops row a kind, on the standard form of each (mean 0, scale 1) where it
 * has one: z = (x − a)/b. GSL computes the special functions.
 */
#include "zhun/measure/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "measure/discrete.h"
#include "measure/quantile.h"
#include "zhun/measure/density.h"

static const double pi = 3.14159265358979323846;

struct ops {
	double (*pdf)(const struct zhun_distribution *d, double z);
	double (*cdf)(const struct zhun_distribution *d, double z);
	double (*upper)(const struct zhun_distribution *d, double z);  /* NULL: cdf(−z), it is symmetric */
	double (*quantile)(const struct zhun_distribution *d, double p);
	double (*sd)(const struct zhun_distribution *d);               /* in units of the scale */
	double low, high;                                              /* support of z */
	bool standard;                                                 /* a and b are place and scale */
};

static double normal_pdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return gsl_ran_ugaussian_pdf(z);
}

static double normal_cdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return 0.5 * erfc(-z * M_SQRT1_2);
}

static double normal_quantile(const struct zhun_distribution *d, double p)
{
	(void)d;
	return gsl_cdf_ugaussian_Pinv(p);
}

static double one(const struct zhun_distribution *d)
{
	(void)d;
	return 1;
}

static double t_pdf(const struct zhun_distribution *d, double z)
{
	return gsl_ran_tdist_pdf(z, d->c);
}

static double t_cdf(const struct zhun_distribution *d, double z)
{
	return gsl_cdf_tdist_P(z, d->c);
}

static double t_quantile(const struct zhun_distribution *d, double p)
{
	return gsl_cdf_tdist_Pinv(p, d->c);
}

static double t_sd(const struct zhun_distribution *d)
{
	return d->c > 2 ? sqrt(d->c / (d->c - 2)) : HUGE_VAL;
}

static double uniform_pdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return fabs(z) <= 1 ? 0.5 : 0;
}

static double uniform_cdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return 0.5 * (fmin(fmax(z, -1), 1) + 1);
}

static double uniform_quantile(const struct zhun_distribution *d, double p)
{
	(void)d;
	return 2 * p - 1;
}

static double uniform_sd(const struct zhun_distribution *d)
{
	(void)d;
	return 1 / sqrt(3);
}

/* The trapezoid of top ratio r is the sum of two rectangles; r = 0 is the triangle. */
static double trapezoid_pdf_of(double r, double z)
{
	double size = fabs(z);
	if (size >= 1)
		return 0;
	return size <= r ? 1 / (1 + r) : (1 - size) / ((1 - r) * (1 + r));
}

static double trapezoid_cdf_of(double r, double z)
{
	double size = fmin(fabs(z), 1), outer = (1 - size) * (1 - size) / (2 * (1 - r) * (1 + r));
	double upper = size <= r ? 0.5 - size / (1 + r) : outer;   /* beyond |z| */
	return z < 0 ? upper : 1 - upper;
}

static double trapezoid_quantile_of(double r, double p)
{
	double tail = fmin(p, 1 - p), corner = (1 - r) / (2 * (1 + r));
	double size = tail < corner ? 1 - sqrt(2 * (1 - r) * (1 + r) * tail) : (0.5 - tail) * (1 + r);
	return p < 0.5 ? -size : size;
}

static double triangular_pdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return trapezoid_pdf_of(0, z);
}

static double triangular_cdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return trapezoid_cdf_of(0, z);
}

static double triangular_quantile(const struct zhun_distribution *d, double p)
{
	(void)d;
	return trapezoid_quantile_of(0, p);
}

static double triangular_sd(const struct zhun_distribution *d)
{
	(void)d;
	return 1 / sqrt(6);
}

static double trapezoidal_pdf(const struct zhun_distribution *d, double z)
{
	return d->c < 1 ? trapezoid_pdf_of(d->c, z) : uniform_pdf(d, z);
}

static double trapezoidal_cdf(const struct zhun_distribution *d, double z)
{
	return d->c < 1 ? trapezoid_cdf_of(d->c, z) : uniform_cdf(d, z);
}

static double trapezoidal_quantile(const struct zhun_distribution *d, double p)
{
	return d->c < 1 ? trapezoid_quantile_of(d->c, p) : uniform_quantile(d, p);
}

static double trapezoidal_sd(const struct zhun_distribution *d)
{
	return sqrt((1 + d->c * d->c) / 6);
}

static double arcsine_pdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return fabs(z) < 1 ? 1 / (pi * sqrt(1 - z * z)) : 0;
}

static double arcsine_cdf(const struct zhun_distribution *d, double z)
{
	(void)d;
	return 0.5 + asin(fmin(fmax(z, -1), 1)) / pi;
}

static double arcsine_quantile(const struct zhun_distribution *d, double p)
{
	(void)d;
	return sin(pi * (p - 0.5));
}

static double arcsine_sd(const struct zhun_distribution *d)
{
	(void)d;
	return M_SQRT1_2;
}

/* Curvilinear trapezoid (JCGM 101 6.4.3), e = inexactness/half width: half widths are uniform on
 * [1 − e, 1 + e]; the density is flat to 1 − e and logarithmic from there. */
static double ctrap_pdf(const struct zhun_distribution *d, double z)
{
	double e = d->c / d->b, size = fabs(z);
	if (size >= 1 + e)
		return 0;
	return log((1 + e) / fmax(size, 1 - e)) / (4 * e);
}

/* ∫ of the density beyond |z| */
static double ctrap_upper_of(double e, double size)
{
	double to = fmax(size, 1 - e);
	double curved = ((1 + e) - to - to * log((1 + e) / to)) / (4 * e);
	double flat = size < 1 - e ? (1 - e - size) * log((1 + e) / (1 - e)) / (4 * e) : 0;
	return size >= 1 + e ? 0 : curved + flat;
}

static double ctrap_cdf(const struct zhun_distribution *d, double z)
{
	double upper = ctrap_upper_of(d->c / d->b, fabs(z));
	return z < 0 ? upper : 1 - upper;
}

static double ctrap_quantile(const struct zhun_distribution *d, double p)
{
	double e = d->c / d->b, tail = fmin(p, 1 - p), low = 0, high = 1 + e;
	while (high - low > 1e-16 * (1 + e)) {
		double middle = low + (high - low) / 2;
		if (!(middle > low && middle < high))
			break;
		if (ctrap_upper_of(e, middle) > tail)
			low = middle;
		else
			high = middle;
	}
	return p < 0.5 ? -low : low;
}

static double ctrap_sd(const struct zhun_distribution *d)
{
	double e = d->c / d->b;
	return sqrt(1.0 / 3 + e * e / 9);
}

static double exponential_pdf(const struct zhun_distribution *d, double x)
{
	return x < 0 ? 0 : exp(-x / d->a) / d->a;
}

static double exponential_cdf(const struct zhun_distribution *d, double x)
{
	return x < 0 ? 0 : -expm1(-x / d->a);
}

static double exponential_upper(const struct zhun_distribution *d, double x)
{
	return x < 0 ? 1 : exp(-x / d->a);
}

static double exponential_quantile(const struct zhun_distribution *d, double p)
{
	return -d->a * log1p(-p);
}

static double exponential_sd(const struct zhun_distribution *d)
{
	return d->a;
}

static double gamma_pdf(const struct zhun_distribution *d, double x)
{
	return gsl_ran_gamma_pdf(x, d->a, d->b);
}

static double gamma_cdf(const struct zhun_distribution *d, double x)
{
	return x <= 0 ? 0 : gsl_cdf_gamma_P(x, d->a, d->b);
}

static double gamma_upper(const struct zhun_distribution *d, double x)
{
	return x <= 0 ? 1 : gsl_cdf_gamma_Q(x, d->a, d->b);
}

static double gamma_quantile(const struct zhun_distribution *d, double p)
{
	return gsl_cdf_gamma_Pinv(p, d->a, d->b);
}

static double gamma_sd(const struct zhun_distribution *d)
{
	return sqrt(d->a) * d->b;
}

static double beta_unit(const struct zhun_distribution *d, double x)
{
	return fmin(fmax((x - d->c) / (d->d - d->c), 0), 1);
}

static double beta_pdf(const struct zhun_distribution *d, double x)
{
	return x < d->c || x > d->d ? 0 : gsl_ran_beta_pdf(beta_unit(d, x), d->a, d->b) / (d->d - d->c);
}

static double beta_cdf(const struct zhun_distribution *d, double x)
{
	return gsl_cdf_beta_P(beta_unit(d, x), d->a, d->b);
}

static double beta_upper(const struct zhun_distribution *d, double x)
{
	return gsl_cdf_beta_Q(beta_unit(d, x), d->a, d->b);
}

static double beta_quantile(const struct zhun_distribution *d, double p)
{
	double x = fmax(d->a, d->b) < 1e4 ? gsl_cdf_beta_Pinv(p, d->a, d->b) : (double)NAN;
	return d->c + (d->d - d->c) * (isnan(x) ? quantile_beta(p, d->a, d->b) : x);
}

static double beta_sd(const struct zhun_distribution *d)
{
	double sum = d->a + d->b;
	return (d->d - d->c) * sqrt(d->a * d->b / (sum + 1)) / sum;
}

static double lognormal_pdf(const struct zhun_distribution *d, double x)
{
	return x <= 0 ? 0 : gsl_ran_lognormal_pdf(x, d->a, d->b);
}

static double lognormal_cdf(const struct zhun_distribution *d, double x)
{
	return x <= 0 ? 0 : normal_cdf(d, (log(x) - d->a) / d->b);
}

static double lognormal_upper(const struct zhun_distribution *d, double x)
{
	return x <= 0 ? 1 : normal_cdf(d, -(log(x) - d->a) / d->b);
}

static double lognormal_quantile(const struct zhun_distribution *d, double p)
{
	return exp(d->a + d->b * gsl_cdf_ugaussian_Pinv(p));
}

static double lognormal_sd(const struct zhun_distribution *d)
{
	return sqrt(expm1(d->b * d->b)) * exp(d->a + d->b * d->b / 2);
}

static double constant_pdf(const struct zhun_distribution *d, double x)
{
	return x < d->a || x > d->a ? 0 : HUGE_VAL;
}

static double constant_cdf(const struct zhun_distribution *d, double x)
{
	return x < d->a ? 0 : 1;
}

static double constant_upper(const struct zhun_distribution *d, double x)
{
	return x < d->a ? 1 : 0;
}

static double constant_quantile(const struct zhun_distribution *d, double p)
{
	(void)p;
	return d->a;
}

static double constant_sd(const struct zhun_distribution *d)
{
	(void)d;
	return 0;
}

/* a density of one's own, in its own numbers */

static double own_pdf(const struct zhun_distribution *d, double z)
{
	return zhun_density_pdf(d->density, z);
}

static double own_cdf(const struct zhun_distribution *d, double z)
{
	return zhun_density_cdf(d->density, z);
}

static double own_upper(const struct zhun_distribution *d, double x)
{
	return zhun_density_upper(d->density, (x - d->a) / d->b);
}

static double own_quantile(const struct zhun_distribution *d, double p)
{
	return zhun_density_quantile(d->density, p);
}

static double own_sd(const struct zhun_distribution *d)
{
	return zhun_density_sd(d->density);
}

static const struct ops table[ZHUN_D_KINDS] = {
	[ZHUN_D_CONSTANT] = {constant_pdf, constant_cdf, constant_upper, constant_quantile, constant_sd,
			     -HUGE_VAL, HUGE_VAL, false},
	[ZHUN_D_NORMAL] = {normal_pdf, normal_cdf, NULL, normal_quantile, one, -HUGE_VAL, HUGE_VAL, true},
	[ZHUN_D_T] = {t_pdf, t_cdf, NULL, t_quantile, t_sd, -HUGE_VAL, HUGE_VAL, true},
	[ZHUN_D_UNIFORM] = {uniform_pdf, uniform_cdf, NULL, uniform_quantile, uniform_sd, -1, 1, true},
	[ZHUN_D_TRIANGULAR] = {triangular_pdf, triangular_cdf, NULL, triangular_quantile, triangular_sd, -1, 1, true},
	[ZHUN_D_ARCSINE] = {arcsine_pdf, arcsine_cdf, NULL, arcsine_quantile, arcsine_sd, -1, 1, true},
	[ZHUN_D_TRAPEZOIDAL] = {trapezoidal_pdf, trapezoidal_cdf, NULL, trapezoidal_quantile, trapezoidal_sd,
				-1, 1, true},
	[ZHUN_D_CTRAP] = {ctrap_pdf, ctrap_cdf, NULL, ctrap_quantile, ctrap_sd, -2, 2, true},
	[ZHUN_D_EXPONENTIAL] = {exponential_pdf, exponential_cdf, exponential_upper, exponential_quantile,
				exponential_sd, 0, HUGE_VAL, false},
	[ZHUN_D_GAMMA] = {gamma_pdf, gamma_cdf, gamma_upper, gamma_quantile, gamma_sd, 0, HUGE_VAL, false},
	[ZHUN_D_BETA] = {beta_pdf, beta_cdf, beta_upper, beta_quantile, beta_sd, -HUGE_VAL, HUGE_VAL, false},
	[ZHUN_D_LOGNORMAL] = {lognormal_pdf, lognormal_cdf, lognormal_upper, lognormal_quantile, lognormal_sd,
			      0, HUGE_VAL, false},
	[ZHUN_D_POISSON] = {discrete_pdf, discrete_cdf, discrete_upper, discrete_quantile, discrete_sd, 0, HUGE_VAL,
			    false},
	[ZHUN_D_BINOMIAL] = {discrete_pdf, discrete_cdf, discrete_upper, discrete_quantile, discrete_sd, 0, HUGE_VAL,
			     false},
	[ZHUN_D_HISTOGRAM] = {own_pdf, own_cdf, own_upper, own_quantile, own_sd, -HUGE_VAL, HUGE_VAL, true},
	[ZHUN_D_FORMULA] = {own_pdf, own_cdf, own_upper, own_quantile, own_sd, -HUGE_VAL, HUGE_VAL, true},
};

static const struct zhun_distribution_row rows[ZHUN_D_KINDS] = {
	{ZHUN_D_CONSTANT, "constant", {"constant", "常量"}, {"value"}},
	{ZHUN_D_NORMAL, "normal", {"normal", "正态分布"}, {"mean", "u"}},
	{ZHUN_D_T, "t", {"t", "t 分布"}, {"mean", "scale", "dof"}},
	{ZHUN_D_UNIFORM, "uniform", {"rectangular", "均匀分布"}, {"mean", "half_width"}},
	{ZHUN_D_TRIANGULAR, "triangular", {"triangular", "三角分布"}, {"mean", "half_width"}},
	{ZHUN_D_ARCSINE, "arcsine", {"arcsine", "反正弦分布"}, {"mean", "half_width"}},
	{ZHUN_D_TRAPEZOIDAL, "trapezoidal", {"trapezoidal", "梯形分布"}, {"mean", "half_width", "top_ratio"}},
	{ZHUN_D_CTRAP, "ctrap", {"curvilinear trapezoid", "曲边梯形分布"}, {"mean", "half_width", "inexactness"}},
	{ZHUN_D_EXPONENTIAL, "exponential", {"exponential", "指数分布"}, {"mean"}},
	{ZHUN_D_GAMMA, "gamma", {"gamma", "伽马分布"}, {"shape", "scale"}},
	{ZHUN_D_BETA, "beta", {"beta", "贝塔分布"}, {"alpha", "beta", "low", "high"}},
	{ZHUN_D_LOGNORMAL, "lognormal", {"lognormal", "对数正态分布"}, {"mu", "sigma"}},
	{ZHUN_D_POISSON, "poisson", {"Poisson", "泊松分布"}, {"mean"}},
	{ZHUN_D_BINOMIAL, "binomial", {"binomial", "二项分布"}, {"trials", "probability"}},
	{ZHUN_D_HISTOGRAM, "histogram", {"histogram", "直方图"}, {"place", "scale"}},
	{ZHUN_D_FORMULA, "formula", {"density by formula", "公式密度"}, {"place", "scale"}},
};

const struct zhun_distribution_row *zhun_distribution_row(enum zhun_distribution_kind kind)
{
	return &rows[kind];
}

static enum zhun_code bad(const struct zhun_distribution *d, size_t parameter, const char *must, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, rows[d->kind].parameters[parameter], must);
}

static enum zhun_code check_counts(const struct zhun_distribution *d, struct zhun_error *err)
{
	bool poisson = d->kind == ZHUN_D_POISSON;
	if (!(d->a > 0 && d->a <= ZHUN_COUNTS_MOST) || (!poisson && floor(d->a) < d->a))
		return bad(d, 0, poisson ? "> 0, ≤ 1e9" : "1, 2, … 1e9", err);
	return poisson || (d->b > 0 && d->b < 1) ? ZHUN_OK : bad(d, 1, "> 0, < 1", err);
}

bool zhun_distribution_counts(enum zhun_distribution_kind kind)
{
	return kind == ZHUN_D_POISSON || kind == ZHUN_D_BINOMIAL;
}

bool zhun_distribution_has_density(enum zhun_distribution_kind kind)
{
	return kind == ZHUN_D_HISTOGRAM || kind == ZHUN_D_FORMULA;
}

enum zhun_code zhun_distribution_check(const struct zhun_distribution *d, struct zhun_error *err)
{
	const double values[] = {d->a, d->b, d->c, d->d};
	for (size_t i = 0; i < ZHUN_COUNT(values) && rows[d->kind].parameters[i]; i++)
		if (!isfinite(values[i]))
			return bad(d, i, "finite", err);
	if (table[d->kind].standard && !(d->b > 0))
		return bad(d, 1, "> 0", err);
	if (d->kind == ZHUN_D_T && !(d->c > 0))
		return bad(d, 2, "> 0", err);
	if (d->kind == ZHUN_D_TRAPEZOIDAL && !(d->c >= 0 && d->c <= 1))
		return bad(d, 2, "0 … 1", err);
	if (d->kind == ZHUN_D_CTRAP && !(d->c > 0 && d->c < d->b))
		return bad(d, 2, "> 0, < half_width", err);
	if ((d->kind == ZHUN_D_EXPONENTIAL || d->kind == ZHUN_D_GAMMA || d->kind == ZHUN_D_BETA) && !(d->a > 0))
		return bad(d, 0, "> 0", err);
	if ((d->kind == ZHUN_D_GAMMA || d->kind == ZHUN_D_BETA || d->kind == ZHUN_D_LOGNORMAL) && !(d->b > 0))
		return bad(d, 1, "> 0", err);
	if (d->kind == ZHUN_D_BETA && !(d->d > d->c))
		return bad(d, 3, "> low", err);
	if (zhun_distribution_has_density(d->kind) && !d->density)
		return zhun_fail(err, ZHUN_E_PART_MISSING, NULL, rows[d->kind].name);
	return zhun_distribution_counts(d->kind) ? check_counts(d, err) : ZHUN_OK;
}

/* x in the distribution's own terms */
static double standard(const struct zhun_distribution *d, double x)
{
	return table[d->kind].standard ? (x - d->a) / d->b : x;
}

static double scale(const struct zhun_distribution *d)
{
	return table[d->kind].standard ? d->b : 1;
}

double zhun_distribution_mean(const struct zhun_distribution *d)
{
	if (d->kind == ZHUN_D_GAMMA || d->kind == ZHUN_D_BINOMIAL)
		return d->a * d->b;
	if (zhun_distribution_has_density(d->kind))
		return d->a + d->b * zhun_density_mean(d->density);
	if (d->kind == ZHUN_D_BETA)
		return d->c + (d->d - d->c) * d->a / (d->a + d->b);
	if (d->kind == ZHUN_D_LOGNORMAL)
		return exp(d->a + d->b * d->b / 2);
	return d->a;
}

double zhun_distribution_sd(const struct zhun_distribution *d)
{
	return scale(d) * table[d->kind].sd(d);
}

double zhun_distribution_pdf(const struct zhun_distribution *d, double x)
{
	return table[d->kind].pdf(d, standard(d, x)) / scale(d);
}

double zhun_distribution_cdf(const struct zhun_distribution *d, double x)
{
	return table[d->kind].cdf(d, standard(d, x));
}

double zhun_distribution_upper(const struct zhun_distribution *d, double x)
{
	const struct ops *o = &table[d->kind];
	return o->upper ? o->upper(d, x) : o->cdf(d, -standard(d, x));
}

double zhun_distribution_quantile(const struct zhun_distribution *d, double p)
{
	double z = table[d->kind].quantile(d, p);
	return table[d->kind].standard ? d->a + d->b * z : z;
}

void zhun_distribution_support(const struct zhun_distribution *d, double *ret_low, double *ret_high)
{
	const struct ops *o = &table[d->kind];
	*ret_low = o->standard ? d->a + d->b * o->low : o->low;
	*ret_high = o->standard ? d->a + d->b * o->high : o->high;
	if (d->kind == ZHUN_D_BETA) {
		*ret_low = d->c;
		*ret_high = d->d;
	} else if (d->kind == ZHUN_D_CTRAP) {
		*ret_low = d->a - d->b - d->c;
		*ret_high = d->a + d->b + d->c;
	} else if (d->kind == ZHUN_D_CONSTANT) {
		*ret_low = *ret_high = d->a;
	} else if (d->kind == ZHUN_D_BINOMIAL) {
		*ret_high = d->a;
	} else if (zhun_distribution_has_density(d->kind)) {
		double low, high;
		zhun_density_support(d->density, &low, &high);
		*ret_low = d->a + d->b * low;
		*ret_high = d->a + d->b * high;
	}
}
