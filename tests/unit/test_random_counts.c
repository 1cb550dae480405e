/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/random_counts.c, and draws of densities of one's own */
#include "measure/random_counts.h"

#include <math.h>
#include <string.h>

#include "unit.h"
#include "zhun/measure/density.h"

enum { N = 400000 };

static const struct zhun_distribution rows[] = {
	{ZHUN_D_POISSON, 0.3, 0, 0, 0},	    {ZHUN_D_POISSON, 7.5, 0, 0, 0},	{ZHUN_D_POISSON, 10, 0, 0, 0},
	{ZHUN_D_POISSON, 33.3, 0, 0, 0},    {ZHUN_D_POISSON, 4000, 0, 0, 0},	{ZHUN_D_POISSON, 1e8, 0, 0, 0},
	{ZHUN_D_BINOMIAL, 5, 0.4, 0, 0},    {ZHUN_D_BINOMIAL, 30, 0.5, 0, 0},	{ZHUN_D_BINOMIAL, 200, 0.93, 0, 0},
	{ZHUN_D_BINOMIAL, 1e6, 0.02, 0, 0}, {ZHUN_D_BINOMIAL, 1e6, 3e-6, 0, 0}, {ZHUN_D_BINOMIAL, 1e9, 0.7, 0, 0},
};

static double x[N];

static int by_value(const void *a, const void *b)
{
	double p = *(const double *)a, q = *(const double *)b;
	return (p > q) - (p < q);
}

/* The largest step between draws and distribution function, at the places where both jump; of wide ones, whose
 * functions are long sums, at some of them. */
static double largest_step(const struct zhun_distribution *d)
{
	double worst = 0;
	size_t every = zhun_distribution_sd(d) > 1000 ? 499 : 1;
	qsort(x, N, sizeof(*x), by_value);
	for (size_t i = 0; i < N; i += every)
		if (i + 1 == N || x[i + 1] > x[i])
			worst = fmax(worst, fabs(zhun_distribution_cdf(d, x[i]) - (double)(i + 1) / N));
	return worst * sqrt(N);
}

/* Mean and variance within five of their own standard deviations (the fourth moment from the draws). */
static void check_moments(const struct zhun_distribution *d)
{
	double mean = zhun_distribution_mean(d), sd = zhun_distribution_sd(d), sum[3] = {0};
	for (size_t i = 0; i < N; i++) {
		double z = (x[i] - mean) / sd;
		sum[0] += z;
		sum[1] += z * z - 1;
		sum[2] += (z * z - 1) * (z * z - 1);
	}
	unit_check(fabs(sum[0]) < 5 * sqrt(N), __FILE__, __LINE__, "mean of %g: %g", d->a, sum[0] / sqrt(N));
	unit_check(fabs(sum[1]) < 5 * sqrt(sum[2]), __FILE__, __LINE__, "variance of %g: %g", d->a,
		   sum[1] / sqrt(sum[2]));
}

static void draws_follow_their_distribution(void)
{
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		struct random_stream r;
		random_open(&r, vector_unit_best(), 20261125, k, 0);
		random_counts(&r, &rows[k], x, N);
		check_moments(&rows[k]);
		double step = largest_step(&rows[k]);
		/* 2.3 is exceeded less than once in 10⁴, and more seldom where draws tie */
		unit_check(step < 2.3, __FILE__, __LINE__, "%s %g, %g: %.3f",
			   zhun_distribution_row(rows[k].kind)->name, rows[k].a, rows[k].b, step);
	}
}

static void every_unit_draws_the_same(void)
{
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		static double first[4096], other[4096];
		for (int which = ZHUN_VECTOR_PLAIN; which <= ZHUN_VECTOR_AVX512; which++) {
			struct random_stream r;
			const struct vector_unit *unit = vector_unit_of((enum zhun_vector)which);
			if (!unit)
				continue;
			random_open(&r, unit, 5, k, 0);
			random_counts(&r, &rows[k], which == ZHUN_VECTOR_PLAIN ? first : other, 4096);
			if (which != ZHUN_VECTOR_PLAIN)
				CHECK(memcmp(first, other, sizeof first) == 0);
		}
	}
}

/* what every release must give for a seed */
static void draws_stay(void)
{
	static const double want[4][4] = {{4, 13, 9, 8}, {44, 27, 39, 35}, {1, 1, 1, 1}, {185, 190, 185, 185}};
	static const size_t of[] = {1, 3, 6, 8};
	for (size_t k = 0; k < ZHUN_COUNT(of); k++) {
		struct random_stream r;
		double got[4];
		random_open(&r, vector_unit_best(), 42, of[k], 0);
		random_counts(&r, &rows[of[k]], got, 4);
		for (size_t i = 0; i < 4; i++)
			unit_check(got[i] == want[k][i], __FILE__, __LINE__, "row %zu: %g", of[k], got[i]);
	}
}

static const struct unit_test tests[] = {
	{"counts: draws follow their distribution", draws_follow_their_distribution},
	{"counts: every vector unit draws the same", every_unit_draws_the_same},
	{"counts: draws stay", draws_stay},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
