/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/random.h"

#include <math.h>

#include "unit.h"

enum { N = 200000 };

/* xoshiro256++ from the state 1, 2, 3, 4: the first numbers that its authors' program gives. */
static void known_answers(void)
{
	static const uint64_t want[] = {41943041U, 58720359U, 3588806011781223U, 3591011842654386U};
	struct random_stream r = {{1, 2, 3, 4}};
	for (size_t i = 0; i < ZHUN_COUNT(want); i++)
		CHECK(random_bits(&r) == want[i]);
}

static void streams_are_apart(void)
{
	struct random_stream a = random_open(1, 0, 0), b = random_open(1, 1, 0),
			     c = random_open(1, 0, 1);
	struct random_stream d = random_open(2, 0, 0), again = random_open(1, 0, 0);
	uint64_t first = random_bits(&a);
	CHECK(first != random_bits(&b));
	CHECK(first != random_bits(&c));
	CHECK(first != random_bits(&d));
	CHECK(first == random_bits(&again));
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Kolmogorov and Smirnov: the largest step between the draws and the distribution function. */
static void draws_follow_their_distribution(void)
{
	static const struct zhun_distribution rows[] = {
		{ZHUN_D_NORMAL, 1, 2, 0, 0},	{ZHUN_D_T, 0, 1, 5, 0},
		{ZHUN_D_UNIFORM, 3, 0.5, 0, 0}, {ZHUN_D_TRIANGULAR, -1, 2, 0, 0},
		{ZHUN_D_ARCSINE, 0, 3, 0, 0},	{ZHUN_D_TRAPEZOIDAL, 1, 2, 0.4, 0},
		{ZHUN_D_CTRAP, 0, 2, 0.5, 0},	{ZHUN_D_EXPONENTIAL, 2, 0, 0, 0},
		{ZHUN_D_GAMMA, 2.5, 0.5, 0, 0}, {ZHUN_D_GAMMA, 0.6, 1, 0, 0},
		{ZHUN_D_BETA, 2, 3, -1, 4},	{ZHUN_D_LOGNORMAL, 0.1, 0.5, 0, 0},
	};
	static double x[N];
	struct ziggurat z;
	ziggurat_make(&z);
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		struct random_stream r = random_open(20261123, k, 0);
		double worst = 0;
		random_draw(&r, &z, &rows[k], x, N);
		qsort(x, N, sizeof(*x), by_value);
		for (int i = 0; i < N; i += 7) {
			double p = zhun_distribution_cdf(&rows[k], x[i]);
			worst = fmax(worst, fmax(fabs(p - (double)i / N), fabs(p - (i + 1.0) / N)));
		}
		/* 1.95/√n is exceeded once in a thousand */
		unit_check(worst < 1.95 / sqrt(N), __FILE__, __LINE__, "kind %d: %.5f",
			   (int)rows[k].kind, worst);
	}
}

/* the normal's tails, in which the ziggurat has a way of its own */
static void normal_tails(void)
{
	struct ziggurat z;
	struct random_stream r = random_open(7, 0, 0);
	long beyond3 = 0, beyond4 = 0, n = 3000000;
	double sum = 0, fourth = 0;
	ziggurat_make(&z);
	for (long i = 0; i < n; i++) {
		double x = random_normal(&r, &z);
		beyond3 += fabs(x) > 3;
		beyond4 += fabs(x) > 4;
		sum += x;
		fourth += x * x * x * x;
	}
	double want3 = 0.0026997960632601866 * (double)n, want4 = 6.334248366623973e-05 * (double)n;
	CHECK(fabs((double)beyond3 - want3) < 4 * sqrt(want3));
	CHECK(fabs((double)beyond4 - want4) < 4 * sqrt(want4));
	CHECK(fabs(sum) < 4 * sqrt((double)n));
	CHECK(fabs(fourth / (double)n - 3) < 4 * sqrt(96.0 / (double)n));
}

static const struct unit_test tests[] = {
	{"random: known answers", known_answers},
	{"random: streams are apart", streams_are_apart},
	{"random: draws follow their distribution", draws_follow_their_distribution},
	{"random: normal tails", normal_tails},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
