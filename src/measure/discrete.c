/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/discrete.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <sleef.h>

/* one number at a time, the same to the bit on every machine */
#define LOG Sleef_cinz_logd1_u10purec

static const double two_pi = 6.28318530717958647693;

/* ---- probabilities (C. Loader, Fast and accurate computation of binomial probabilities, 2000) ---- */

/* log n! less Stirling's √(2πn) (n/e)^n: exactly for small n, else its series in 1/n */
static double stirling_rest(double n)
{
	static const double small[] = {
		0.0, 0.08106146679532725822, 0.0413406959554092940938, 0.0276779256849983391487,
		0.0207906721037650931115, 0.0166446911898211921631, 0.0138761288230707479777,
		0.0118967099458917700953, 0.0104112652619720964853, 0.0092554621827127329178,
		0.00833056343336287125647, 0.00757367548795184079498, 0.00694284010720952986566,
		0.00640899418800420706843, 0.00595137011275884773562, 0.00555473355196280137104,
	};
	if (n < 16.0)
		return small[(int)n];
	double q = 1.0 / (n * n);
	return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - q / 1188) * q) * q) * q) / n;
}

/* x·log(x/m) + m − x, without cancellation where the two are near */
static double deviance(double x, double m)
{
	double v = (x - m) / (x + m);
	if (!(fabs(v) < 0.1))
		return x > 0.0 ? x * LOG(x / m) + m - x : m;
	double sum = (x - m) * v, term = 2.0 * x * v;
	for (int j = 1; j < 100; j++) {
		double before = sum;
		term *= v * v;
		sum += term / (2 * j + 1);
		if (!(sum < before || sum > before))
			break;
	}
	return sum;
}

static double log_poisson(double k, double mean)
{
	return k > 0.0 ? -stirling_rest(k) - deviance(k, mean) - 0.5 * LOG(two_pi * k) : -mean;
}

/* n·log(1 − p) by the same series: 1 − p itself has lost what p below it has */
static double log_none(double n, double p)
{
	return p < 0.1 ? -(deviance(n, n * (1.0 - p)) + n * p) : n * LOG(1.0 - p);
}

static double log_binomial(double k, double n, double p)
{
	double rest = n - k;
	if (!(k > 0.0))
		return log_none(n, p);
	if (!(rest > 0.0))
		return n * LOG(p);
	return stirling_rest(n) - stirling_rest(k) - stirling_rest(rest) - deviance(k, n * p) -
	       deviance(rest, n * (1.0 - p)) + 0.5 * LOG(n / (two_pi * k * rest));
}

double discrete_log(const struct zhun_distribution *d, double k)
{
	return d->kind == ZHUN_D_POISSON ? log_poisson(k, d->a) : log_binomial(k, d->a, d->b);
}

/* ---- what is asked of them ---- */

static double most(const struct zhun_distribution *d)
{
	return d->kind == ZHUN_D_POISSON ? HUGE_VAL : d->a;
}

double discrete_pdf(const struct zhun_distribution *d, double x)
{
	bool whole = !(x < 0.0 || x > most(d) || floor(x) < x);
	return whole ? exp(discrete_log(d, x)) : 0.0;
}

static double mean_of(const struct zhun_distribution *d)
{
	return d->kind == ZHUN_D_POISSON ? d->a : d->a * d->b;
}

/* The probability of k − 1 over that of k */
static double downwards(const struct zhun_distribution *d, double k)
{
	return d->kind == ZHUN_D_POISSON ? k / d->a : k * (1.0 - d->b) / ((d->a - k + 1.0) * d->b);
}

/* The probability of k + 1 over that of k */
static double upwards(const struct zhun_distribution *d, double k)
{
	return d->kind == ZHUN_D_POISSON ? d->a / (k + 1.0) : (d->a - k) * d->b / ((k + 1.0) * (1.0 - d->b));
}

/* A tail, from its place outwards: terms only fall, and there are as many of weight as the distribution is wide. */
static double tail(const struct zhun_distribution *d, double k, double step)
{
	double term = 1.0, sum = 0.0;
	double first = exp(discrete_log(d, k));
	while (term > 1e-17 * sum && k >= 0.0 && k <= most(d)) {
		sum += term;
		term *= step < 0.0 ? downwards(d, k) : upwards(d, k);
		k += step;
	}
	return first * sum;
}

double discrete_cdf(const struct zhun_distribution *d, double x)
{
	double k = floor(x);
	if (k < 0.0 || k >= most(d))
		return k < 0.0 ? 0.0 : 1.0;
	return k < mean_of(d) ? tail(d, k, -1.0) : 1.0 - tail(d, k + 1.0, 1.0);
}

double discrete_upper(const struct zhun_distribution *d, double x)
{
	double k = floor(x);
	if (k < 0.0 || k >= most(d))
		return k < 0.0 ? 1.0 : 0.0;
	return k < mean_of(d) ? 1.0 - tail(d, k, -1.0) : tail(d, k + 1.0, 1.0);
}

double discrete_sd(const struct zhun_distribution *d)
{
	return sqrt(d->kind == ZHUN_D_POISSON ? d->a : d->a * d->b * (1.0 - d->b));
}

/* Whether no more than p lies at k and below; told by the smaller tail. */
static bool reaches(const struct zhun_distribution *d, double k, double p)
{
	return p < 0.5 ? discrete_cdf(d, k) >= p : discrete_upper(d, k) <= 1.0 - p;
}

/* The least k that reaches p: from where the normal would have it outwards, then by halves. */
double discrete_quantile(const struct zhun_distribution *d, double p)
{
	double mean = mean_of(d), sd = discrete_sd(d);
	double guess = floor(fmin(fmax(mean + sd * gsl_cdf_ugaussian_Pinv(p), 0.0), most(d)));
	double low = guess - 1.0, high = guess, step = floor(0.1 * sd) + 1.0;
	while (low >= 0.0 && reaches(d, low, p)) {
		high = low;
		low = fmax(low - step, -1.0);
		step *= 2.0;
	}
	while (high < most(d) && !reaches(d, high, p)) {
		low = high;
		high = fmin(high + step, most(d));
		step *= 2.0;
	}
	while (high - low > 1.0) {
		double middle = floor(low + 0.5 * (high - low));
		*(reaches(d, middle, p) ? &high : &low) = middle;
	}
	return high;
}
