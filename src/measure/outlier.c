/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cochran, Grubbs, Mandel (ISO 5725-2 7.3): statistics, probabilities, critical values. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/quantile.h"
#include "zhun/measure/precision.h"

/* One variance's share of the sum of @a labs is 1/(1 + (labs − 1)/F). */
static double share_critical(size_t labs, size_t n, double tail)
{
	double others = (double)labs - 1, df = (double)n - 1;
	return 1 / (1 + others / quantile_f_upper(tail, df, others * df));
}

double zhun_cochran_critical(size_t labs, size_t n, double alpha)
{
	return share_critical(labs, n, alpha / (double)labs);
}

double zhun_cochran_p(double C, size_t labs, size_t n)
{
	double others = (double)labs - 1, df = (double)n - 1;
	if (C >= 1)
		return 0;
	return fmin(1, (double)labs * gsl_cdf_fdist_Q(others * C / (1 - C), df, others * df));
}

double zhun_mandel_k_critical(size_t labs, size_t n, double alpha)
{
	return sqrt((double)labs * share_critical(labs, n, alpha));
}

/* A deviation from the mean over s, whose square is (n − 1)²/n of a beta variable. */
static double deviation_critical(double n, double tail)
{
	double t = gsl_cdf_tdist_Qinv(tail, n - 2);
	return (n - 1) * t / sqrt(n * (t * t + n - 2));
}

double zhun_mandel_h_critical(size_t labs, double alpha)
{
	return deviation_critical((double)labs, alpha / 2);
}

double zhun_grubbs_critical(size_t n, double alpha)
{
	return deviation_critical((double)n, alpha / (2 * (double)n));
}

static double deviation_p(double G, double n)
{
	double left = (n - 1) * (n - 1) - n * G * G;
	return left > 0 ? fmin(1, 2 * n * gsl_cdf_tdist_Q(G * sqrt(n * (n - 2) / left), n - 2)) : 0;
}

/* Any two values leave the share g of the sum of squares with probability g^((n − 3)/2); the two must lie
 * on the same side of the others' mean, from which their deviations have the correlation 1/(n − 1). */
static double pair_p(double g, double n)
{
	double same_side = 0.25 + asin(1 / (n - 1)) / (2 * acos(-1));
	return fmin(1, n * (n - 1) * same_side * pow(g, (n - 3) / 2));
}

struct sums {
	double mean, squares;
};

/* Over all values but those at @a a and @a b. */
static struct sums sums_without(const double *x, size_t n, size_t a, size_t b)
{
	struct sums s = {0};
	double count = 0;
	for (size_t i = 0; i < n; i++)
		if (i != a && i != b) {
			count++;
			s.mean += x[i] - x[a];
		}
	s.mean /= count;
	for (size_t i = 0; i < n; i++)
		if (i != a && i != b)
			s.squares += (x[i] - x[a] - s.mean) * (x[i] - x[a] - s.mean);
	s.mean += x[a];
	return s;
}

/* The two places of the largest, for sign −1 the smallest, values. */
static void extremes(const double *x, size_t n, double sign, size_t *ret_first, size_t *ret_second)
{
	size_t first = 0, second = n;
	for (size_t i = 1; i < n; i++)
		if (sign * x[i] > sign * x[first]) {
			second = first;
			first = i;
		} else if (second == n || sign * x[i] > sign * x[second])
			second = i;
	*ret_first = first;
	*ret_second = second;
}

enum zhun_code zhun_grubbs_of(const double *x, size_t n, struct zhun_grubbs *ret, struct zhun_error *err)
{
	if (n < 4)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(4), ZHUN_INT(n));
	double mean = 0, squares = 0, count = (double)n;
	for (size_t i = 0; i < n; i++)
		mean += (x[i] - x[0]) / count;
	mean += x[0];
	for (size_t i = 0; i < n; i++)
		squares += (x[i] - mean) * (x[i] - mean);
	if (!(squares > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "x", "s > 0");
	double s = sqrt(squares / (count - 1));
	size_t a, b, c, d;
	extremes(x, n, 1, &a, &b);
	extremes(x, n, -1, &c, &d);
	struct zhun_grubbs g = {.largest = (x[a] - mean) / s, .smallest = (mean - x[c]) / s,
				.two_largest = sums_without(x, n, a, b).squares / squares,
				.two_smallest = sums_without(x, n, c, d).squares / squares};
	g.p_largest = deviation_p(g.largest, count);
	g.p_smallest = deviation_p(g.smallest, count);
	g.p_two_largest = pair_p(g.two_largest, count);
	g.p_two_smallest = pair_p(g.two_smallest, count);
	*ret = g;
	return ZHUN_OK;
}
