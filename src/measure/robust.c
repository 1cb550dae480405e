/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Robust means and standard deviations (ISO 13528 annex C, ISO 5725-5). */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "zhun/measure/ilc.h"

/* The iterations are plain contractions; they end when nothing moves in the 14th digit. */
enum { MOST_ROUNDS = 10000 };
static const double still = 1e-15;

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median_of_sorted(const double *x, size_t n)
{
	return n % 2 ? x[n / 2] : x[n / 2 - 1] + (x[n / 2] - x[n / 2 - 1]) / 2;
}

static double *copy_of(struct zhun_arena *a, const double *x, size_t n)
{
	double *copy = ZHUN_NEW_ARRAY(a, n, double);
	if (copy && n)
		memcpy(copy, x, n * sizeof *x);
	return copy;
}

enum zhun_code zhun_median(struct zhun_arena *a, const double *x, size_t n, double *ret, struct zhun_error *err)
{
	if (n < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(n));
	double *sorted = copy_of(a, x, n);
	if (!sorted)
		return zhun_no_memory(a, err);
	qsort(sorted, n, sizeof *sorted, by_size);
	*ret = median_of_sorted(sorted, n);
	return ZHUN_OK;
}

/* Variance of a standard normal whose tails beyond ±1.5 are drawn in to ±1.5. */
double zhun_algorithm_a_factor(void)
{
	const double c = 1.5;
	double inside = 1 - 2 * gsl_cdf_ugaussian_Q(c) - 2 * c * gsl_ran_ugaussian_pdf(c);
	return 1 / sqrt(inside + 2 * c * c * gsl_cdf_ugaussian_Q(c));
}

static struct zhun_robust winsorised(const double *x, size_t n, struct zhun_robust from, double factor)
{
	double low = from.mean - 1.5 * from.sd, high = from.mean + 1.5 * from.sd, sum = 0, squares = 0;
	for (size_t i = 0; i < n; i++)
		sum += fmin(fmax(x[i], low), high) - from.mean;
	double mean = from.mean + sum / (double)n;
	for (size_t i = 0; i < n; i++) {
		double d = fmin(fmax(x[i], low), high) - mean;
		squares += d * d;
	}
	return (struct zhun_robust){mean, factor * sqrt(squares / (double)(n - 1))};
}

static double start_sd(struct zhun_arena *a, const double *x, size_t n, double median, bool *ret_failed)
{
	double *off = ZHUN_NEW_ARRAY(a, n, double);
	*ret_failed = off == NULL;
	for (size_t i = 0; off && i < n; i++)
		off[i] = fabs(x[i] - median);
	if (!off)
		return 0;
	qsort(off, n, sizeof *off, by_size);
	return 1.483 * median_of_sorted(off, n);
}

enum zhun_code zhun_algorithm_a(struct zhun_arena *a, const double *x, size_t n, double factor,
				struct zhun_robust *ret, struct zhun_error *err)
{
	struct zhun_robust r = {0};
	bool failed;
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	enum zhun_code code = zhun_median(a, x, n, &r.mean, err);
	if (code)
		return code;
	r.sd = start_sd(a, x, n, r.mean, &failed);
	if (failed)
		return zhun_no_memory(a, err);
	for (int round = 0; round < MOST_ROUNDS; round++) {
		struct zhun_robust next = winsorised(x, n, r, factor);
		double moved = fabs(next.mean - r.mean) + fabs(next.sd - r.sd);
		r = next;
		if (moved <= still * (fabs(r.mean) + r.sd)) {
			*ret = r;
			return ZHUN_OK;
		}
	}
	return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "Algorithm A");
}

struct zhun_algorithm_s zhun_algorithm_s_constants(double dof)
{
	double eta2 = gsl_cdf_chisq_Pinv(0.9, dof) / dof;
	double kept = gsl_cdf_chisq_P(dof * eta2, dof + 2);
	return (struct zhun_algorithm_s){sqrt(eta2), 1 / sqrt(kept + 0.1 * eta2)};
}

enum zhun_code zhun_algorithm_s(struct zhun_arena *a, const double *w, size_t n,
				const struct zhun_algorithm_s *constants, double *ret_w,
				struct zhun_error *err)
{
	double now = 0;
	enum zhun_code code = zhun_median(a, w, n, &now, err);
	if (code)
		return code;
	for (int round = 0; round < MOST_ROUNDS; round++) {
		double sum = 0;
		for (size_t i = 0; i < n; i++) {
			double v = fmin(w[i], constants->eta * now);
			sum += v * v;
		}
		double next = constants->xi * sqrt(sum / (double)n), moved = fabs(next - now);
		now = next;
		if (moved <= still * now) {
			*ret_w = now;
			return ZHUN_OK;
		}
	}
	return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "Algorithm S");
}
