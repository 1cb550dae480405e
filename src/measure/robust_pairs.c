/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Q method and Hampel's estimator (ISO 13528:2022 C.5.2, C.5.3). */
#include <float.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "zhun/measure/comparison.h"

enum { PAIRS_FROM = 2000 };

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The distribution of the sorted differences, halved at each step as the standard has it, read backwards at
 * @a share: between two steps linearly. Differences that are @a same or less apart are one step. */
static double read_back(const double *d, size_t pairs, double share, double same)
{
	double before = 0, at = 0, was = 0;
	for (size_t i = 0; i < pairs;) {
		size_t end = i;
		while (end < pairs && d[end] - d[i] <= same)
			end++;
		/* midway of the step from H before to H after; at 0 there is none */
		double now = d[i] > same ? (was + (double)end / (double)pairs) / 2 : 0;
		if (now >= share)
			return at + (d[i] - at) * (share - before) / (now - before);
		before = now;
		at = d[i];
		was = (double)end / (double)pairs;
		i = end;
	}
	return at;
}

enum zhun_code zhun_q_method(struct zhun_arena *a, const double *x, size_t n, double *ret_sd, struct zhun_error *err)
{
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	if (n > PAIRS_FROM)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "results", "2 … 2000");
	size_t pairs = n * (n - 1) / 2, k = 0, equal = 0;
	double size = 0;
	double *d = ZHUN_NEW_ARRAY(a, pairs, double);
	if (!d)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++) {
		size = fmax(size, fabs(x[i]));
		for (size_t j = i + 1; j < n; j++)
			d[k++] = fabs(x[i] - x[j]);
	}
	/* 10.3 − 10.2 and 10.2 − 10.1 are one difference, which binary numbers miss in the last digits */
	double same = 8 * DBL_EPSILON * size;
	qsort(d, pairs, sizeof *d, by_size);
	while (equal < pairs && d[equal] <= same)
		equal++;
	double none = (double)equal / (double)pairs, share = 0.25 + 0.75 * none;
	*ret_sd = read_back(d, pairs, share, same) / (M_SQRT2 * gsl_cdf_ugaussian_Pinv(0.625 + 0.375 * none));
	return ZHUN_OK;
}

/* Linear to 1.5, flat to 3, back to 0 at 4.5. */
static double psi(double q)
{
	double size = fabs(q);
	double value = size <= 1.5 ? size : size <= 3 ? 1.5 : size <= 4.5 ? 4.5 - size : 0;
	return copysign(value, q);
}

static double sum_of_psi(const double *x, size_t n, double centre, double sd)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += psi((x[i] - centre) / sd);
	return sum;
}

/* The sum is piecewise linear with corners where a value lies 1.5, 3 or 4.5 sd off. */
static void corners_of(const double *x, size_t n, double sd, double *ret)
{
	static const double off[6] = {-4.5, -3, -1.5, 1.5, 3, 4.5};
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < ZHUN_COUNT(off); k++)
			ret[6 * i + k] = x[i] + off[k] * sd;
	qsort(ret, 6 * n, sizeof *ret, by_size);
}

enum zhun_code zhun_hampel(struct zhun_arena *a, const double *x, size_t n, double sd, double *ret,
			   struct zhun_error *err)
{
	double median = 0, best = HUGE_VAL, root = 0;
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	if (!(sd > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "sd", "> 0");
	enum zhun_code code = zhun_median(a, x, n, &median, err);
	if (code)
		return code;
	double *c = ZHUN_NEW_ARRAY(a, 6 * n, double);
	if (!c)
		return zhun_no_memory(a, err);
	corners_of(x, n, sd, c);
	for (size_t i = 1; i < 6 * n; i++) {
		double low = sum_of_psi(x, n, c[i - 1], sd), high = sum_of_psi(x, n, c[i], sd);
		if (!(low >= 0 && high <= 0 && low > high))
			continue;
		double at = c[i - 1] + (c[i] - c[i - 1]) * low / (low - high);
		if (fabs(at - median) < best) {
			best = fabs(at - median);
			root = at;
		}
	}
	*ret = isfinite(best) ? root : median;
	return ZHUN_OK;
}
