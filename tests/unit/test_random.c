/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/random.h"

#include <math.h>

#include "unit.h"

enum { N = 200000 };

/* xoshiro256++ from the state 1, 2, 3, 4: the first numbers that its authors' program gives. */
static void known_answers(void)
{
	static const uint64_t want[] = {41943041U, 58720359U, 3588806011781223U, 3591011842654386U};
	for (int which = ZHUN_VECTOR_PLAIN; which <= ZHUN_VECTOR_AVX512; which++) {
		struct random_stream r = {.unit = vector_unit_of((enum zhun_vector)which), .at = VECTOR_BITS};
		for (size_t i = 0; i < VECTOR_STATE; i++)
			r.s[i] = 1 + i / VECTOR_LANES;
		/* eight generators in turn, here all from the same state */
		for (size_t i = 0; i < ZHUN_COUNT(want) * VECTOR_LANES && r.unit; i++)
			CHECK(random_bits(&r) == want[i / VECTOR_LANES]);
	}
}

static uint64_t first_of(uint64_t seed, uint64_t input, uint64_t block)
{
	struct random_stream r;
	random_open(&r, vector_unit_best(), seed, input, block);
	return random_bits(&r);
}

static void streams_are_apart(void)
{
	uint64_t first = first_of(1, 0, 0);
	CHECK(first != first_of(1, 1, 0));
	CHECK(first != first_of(1, 0, 1));
	CHECK(first != first_of(2, 0, 0));
	CHECK(first == first_of(1, 0, 0));
}

/* what every release must give for a seed: a result that was published can be had again */
static void streams_stay(void)
{
	static const struct zhun_distribution normal = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	double x[8], spare[8];
	struct ziggurat z;
	struct random_stream r;
	ziggurat_make(&z);
	random_open(&r, vector_unit_best(), 42, 3, 7);
	CHECK(random_bits(&r) == 3206030428295622492U);
	random_open(&r, vector_unit_best(), 42, 3, 7);
	random_draw(&r, &(struct random_source){&normal, &z, NULL}, x, 8, spare);
	CHECK(x[0] == 0x1.3edbf03f1e5c2p-1 && x[7] == -0x1.95a2a2b992571p+0);
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
		{ZHUN_D_T, 1, 2, 0.5, 0},	{ZHUN_D_T, 0, 1, 1, 0},
		{ZHUN_D_T, 0, 1, 60, 0},	{ZHUN_D_T, 0, 1, 3e5, 0},
		{ZHUN_D_UNIFORM, 3, 0.5, 0, 0}, {ZHUN_D_TRIANGULAR, -1, 2, 0, 0},
		{ZHUN_D_ARCSINE, 0, 3, 0, 0},	{ZHUN_D_TRAPEZOIDAL, 1, 2, 0.4, 0},
		{ZHUN_D_CTRAP, 0, 2, 0.5, 0},	{ZHUN_D_EXPONENTIAL, 2, 0, 0, 0},
		{ZHUN_D_GAMMA, 2.5, 0.5, 0, 0}, {ZHUN_D_GAMMA, 0.6, 1, 0, 0},
		{ZHUN_D_BETA, 2, 3, -1, 4},	{ZHUN_D_LOGNORMAL, 0.1, 0.5, 0, 0},
	};
	static double x[N], spare[N];
	struct ziggurat z, own;
	ziggurat_make(&z);
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		bool fits = rows[k].kind == ZHUN_D_T && ziggurat_fits(rows[k].c);
		struct random_stream r;
		double worst = 0;
		if (fits)
			ziggurat_make_t(&own, rows[k].c);
		random_open(&r, vector_unit_best(), 20261123, k, 0);
		random_draw(&r, &(struct random_source){&rows[k], &z, fits ? &own : NULL}, x, N, spare);
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

/* Tails, in which a ziggurat (measure/ziggurat.c) has a way of its own:
 * how many draws lie beyond four places, each binomial. */
static void tails_of(const struct zhun_distribution *d, const struct ziggurat *z)
{
	enum { BLOCK = 8192, BLOCKS = 400 };
	static const double p[] = {1e-2, 2e-3, 5e-4, 1e-4};
	static double x[BLOCK], spare[BLOCK];
	double beyond[4] = {0}, n = (double)BLOCK * BLOCKS;
	for (size_t b = 0; b < BLOCKS; b++) {
		struct random_stream r;
		random_open(&r, vector_unit_best(), 7, 0, b);
		random_draw(&r, &(struct random_source){d, z, z}, x, BLOCK, spare);
		for (size_t k = 0; k < ZHUN_COUNT(p); k++) {
			double edge = -zhun_distribution_quantile(d, 0.5 * p[k]);
			for (size_t i = 0; i < BLOCK; i++)
				beyond[k] += fabs(x[i]) > edge;
		}
	}
	for (size_t k = 0; k < ZHUN_COUNT(p); k++)
		unit_check(fabs(beyond[k] - n * p[k]) < 4 * sqrt(n * p[k]), __FILE__, __LINE__,
			   "%g dof: %g of %g beyond p = %g", d->c, beyond[k], n, p[k]);
}

static void tails(void)
{
	static const struct zhun_distribution normal = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	static const double dof[] = {1, 2.5, 8, 50, 1000};
	static struct ziggurat z;
	ziggurat_make(&z);
	tails_of(&normal, &z);
	for (size_t i = 0; i < ZHUN_COUNT(dof); i++) {
		const struct zhun_distribution t = {ZHUN_D_T, 0, 1, dof[i], 0};
		ziggurat_make_t(&z, dof[i]);
		tails_of(&t, &z);
	}
}

/* Moments, and Anderson and Darling's A², which weighs the tails; 10⁹ draws: docs/performance.md. */
static void normal_moments(void)
{
	static const struct zhun_distribution normal = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	static double x[N], spare[N];
	static const double moment[] = {0, 1, 0, 3, 0, 15}, variance[] = {1, 2, 15, 96, 945, 10170};
	struct ziggurat z;
	struct random_stream r;
	double sum[6] = {0}, a2 = 0;
	ziggurat_make(&z);
	random_open(&r, vector_unit_best(), 11, 0, 0);
	random_draw(&r, &(struct random_source){&normal, &z, NULL}, x, N, spare);
	qsort(x, N, sizeof(*x), by_value);
	for (int i = 0; i < N; i++) {
		double power = 1;
		for (size_t k = 0; k < 6; k++)
			sum[k] += power *= x[i];
		a2 -= (2.0 * i + 1) / N *
		      (log(zhun_distribution_cdf(&normal, x[i])) +
		       log(zhun_distribution_upper(&normal, x[N - 1 - i])));
	}
	for (size_t k = 0; k < 6; k++)
		unit_check(fabs(sum[k] / N - moment[k]) < 4 * sqrt(variance[k] / N), __FILE__, __LINE__,
			   "moment %zu: %g", k + 1, sum[k] / N);
	/* 6.0 is exceeded once in a thousand (Marsaglia and Marsaglia 2004) */
	unit_check(a2 - N < 6.0, __FILE__, __LINE__, "A² = %g", a2 - N);
}

static void draw_some(const struct zhun_distribution *d, const struct vector_unit *u, double *x)
{
	enum { SOME = 4096 };
	static double spare[SOME];
	static struct ziggurat z, own;
	struct random_stream r;
	ziggurat_make(&z);
	bool fits = d->kind == ZHUN_D_T && ziggurat_fits(d->c);
	if (fits)
		ziggurat_make_t(&own, d->c);
	random_open(&r, u, 5, 1, 2);
	random_draw(&r, &(struct random_source){d, &z, fits ? &own : NULL}, x, SOME, spare);
}

static void units_draw_alike(void)
{
	static double want[4096], got[4096];
	static const struct zhun_distribution rows[] = {
		{ZHUN_D_NORMAL, 1, 2, 0, 0}, {ZHUN_D_T, 0, 1, 5, 0},	   {ZHUN_D_T, 0, 1, 0.6, 0},
		{ZHUN_D_UNIFORM, 3, 0.5, 0, 0}, {ZHUN_D_TRIANGULAR, -1, 2, 0, 0}, {ZHUN_D_ARCSINE, 0, 3, 0, 0},
		{ZHUN_D_TRAPEZOIDAL, 1, 2, 0.4, 0}, {ZHUN_D_CTRAP, 0, 2, 0.5, 0},   {ZHUN_D_EXPONENTIAL, 2, 0, 0, 0},
		{ZHUN_D_GAMMA, 0.6, 1, 0, 0}, {ZHUN_D_BETA, 2, 3, -1, 4},	   {ZHUN_D_LOGNORMAL, 0.1, 0.5, 0, 0},
	};
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		draw_some(&rows[k], &vector_plain, want);
		for (int which = ZHUN_VECTOR_SSE2; which <= ZHUN_VECTOR_AVX512; which++) {
			const struct vector_unit *u = vector_unit_of((enum zhun_vector)which);
			if (!u)
				continue;
			draw_some(&rows[k], u, got);
			unit_check(memcmp(want, got, sizeof(got)) == 0, __FILE__, __LINE__, "kind %d on unit %d",
				   (int)rows[k].kind, which);
		}
	}
}

static const struct unit_test tests[] = {
	{"random: known answers", known_answers},
	{"random: streams are apart", streams_are_apart},
	{"random: draws follow their distribution", draws_follow_their_distribution},
	{"random: streams stay", streams_stay},
	{"random: tails", tails},
	{"random: normal moments", normal_moments},
	{"random: vector units draw alike", units_draw_alike},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
