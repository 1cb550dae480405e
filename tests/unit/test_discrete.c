/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/discrete.c */
#include "measure/discrete.h"

#include <stdint.h>

#include "near.h"

/* Probabilities to 17 digits by mpmath 1.2 with 40; distribution functions likewise, the last by scipy 1.10
 * (stats.binom.cdf); quantiles at 0.025, 0.5 and 0.975 by scipy (ppf). */
static const struct {
	struct zhun_distribution d;
	double k, pdf, cdf, quantile[3];
} golden[] = {
	{{ZHUN_D_POISSON, 0.5, 0, 0, 0}, 0, 0.60653065971263342, 0.60653065971263342, {0, 0, 2}},
	{{ZHUN_D_POISSON, 2.5, 0, 0, 0}, 3, 0.21376301724973645, 0.75757613313306596, {0, 2, 6}},
	{{ZHUN_D_POISSON, 12.25, 0, 0, 0}, 20, 0.011389109115697641, 0.98577228067499649, {6, 12, 20}},
	{{ZHUN_D_POISSON, 1042, 0, 0, 0}, 1000, 0.0053484088429055503, 0.098680833009785204, {979, 1042, 1106}},
	{{ZHUN_D_POISSON, 1e6, 0, 0, 0},
	 1000300,
	 0.00038133230412296246,
	 0.61815991406671236,
	 {998041, 1000000, 1001960}},
	{{ZHUN_D_BINOMIAL, 10, 0.3, 0, 0}, 0, 0.028247524900000004, 0.028247524900000004, {0, 3, 6}},
	{{ZHUN_D_BINOMIAL, 10, 0.3, 0, 0}, 3, 0.266827932, 0.64961071840000003, {0, 3, 6}},
	{{ZHUN_D_BINOMIAL, 50, 0.9, 0, 0}, 45, 0.18492460089521522, 0.56880159317093811, {41, 45, 49}},
	{{ZHUN_D_BINOMIAL, 1000, 0.5, 0, 0}, 480, 0.011340982371187727, 0.10872414660207047, {469, 500, 531}},
	{{ZHUN_D_BINOMIAL, 1e6, 0.1, 0, 0}, 100200, 0.0010640207408003052, 0.7481180414807524, {99412, 100000, 100588}},
};

static void published_values(void)
{
	static const double p[] = {0.025, 0.5, 0.975};
	for (size_t i = 0; i < ZHUN_COUNT(golden); i++) {
		const struct zhun_distribution *d = &golden[i].d;
		CHECK_NEAR(zhun_distribution_pdf(d, golden[i].k) / golden[i].pdf, 1, 2e-14);
		CHECK_NEAR(zhun_distribution_cdf(d, golden[i].k) / golden[i].cdf, 1, 1e-11);
		CHECK_NEAR(zhun_distribution_cdf(d, golden[i].k + 0.5) / golden[i].cdf, 1, 1e-11);
		CHECK_NEAR(zhun_distribution_pdf(d, golden[i].k + 0.5), 0, 0);
		for (size_t k = 0; k < 3; k++)
			CHECK_NEAR(zhun_distribution_quantile(d, p[k]), golden[i].quantile[k], 0);
	}
}

static double pick(uint64_t *state)
{
	*state = *state * 6364136223846793005U + 1442695040888963407U;
	return (double)(*state >> 11) * 0x1p-53;
}

static struct zhun_distribution any(uint64_t *state)
{
	double size = pow(10, 4 * pick(state) - 0.5);
	if (pick(state) < 0.5)
		return (struct zhun_distribution){.kind = ZHUN_D_POISSON, .a = size};
	return (struct zhun_distribution){.kind = ZHUN_D_BINOMIAL, .a = ceil(size), .b = 0.001 + 0.998 * pick(state)};
}

/* Laws: probabilities make the steps of the distribution function, both tails one; the quantile is the least
 * number that reaches p; mean and variance are the sums. */
static void random_parameters(void)
{
	uint64_t state = 20261125;
	for (int i = 0; i < 300; i++) {
		struct zhun_distribution d = any(&state);
		struct zhun_error err;
		CHECK_CODE(zhun_distribution_check(&d, &err), ZHUN_OK, &err);
		double mean = zhun_distribution_mean(&d), sd = zhun_distribution_sd(&d), p = pick(&state);
		double k = zhun_distribution_quantile(&d, p);
		CHECK(zhun_distribution_cdf(&d, k) >= p * (1 - 1e-12));
		CHECK(zhun_distribution_cdf(&d, k - 1) <= p * (1 + 1e-12));
		CHECK_NEAR(zhun_distribution_cdf(&d, k) - zhun_distribution_cdf(&d, k - 1),
			   zhun_distribution_pdf(&d, k), 1e-11);
		CHECK_NEAR(zhun_distribution_cdf(&d, k) + zhun_distribution_upper(&d, k), 1, 1e-12);
		double sum[3] = {0};
		for (double x = fmax(0, floor(mean - 12 * sd - 40)); x < mean + 12 * sd + 40; x++) {
			double q = zhun_distribution_pdf(&d, x);
			sum[0] += q;
			sum[1] += q * (x - mean);
			sum[2] += q * (x - mean) * (x - mean);
		}
		CHECK_NEAR(sum[0], 1, 1e-11);
		CHECK_NEAR(sum[1], 0, 1e-10 * (1 + mean));
		CHECK_NEAR(sqrt(sum[2]), sd, 1e-9 * sd);
	}
}

static void ends(void)
{
	const struct zhun_distribution d = {ZHUN_D_BINOMIAL, 12, 0.25, 0, 0};
	double low, high;
	zhun_distribution_support(&d, &low, &high);
	CHECK_NEAR(low, 0, 0);
	CHECK_NEAR(high, 12, 0);
	CHECK_NEAR(zhun_distribution_cdf(&d, -0.1), 0, 0);
	CHECK_NEAR(zhun_distribution_upper(&d, -0.1), 1, 0);
	CHECK_NEAR(zhun_distribution_cdf(&d, 12), 1, 0);
	CHECK_NEAR(zhun_distribution_pdf(&d, 12) / pow(0.25, 12), 1, 1e-14);
	CHECK_NEAR(zhun_distribution_quantile(&d, 1 - 1e-12), 12, 0);
	CHECK_NEAR(zhun_distribution_quantile(&d, 1e-12), 0, 0);
}

static void bad_parameters_are_named(void)
{
	static const struct {
		struct zhun_distribution d;
		const char *word;
	} rows[] = {
		{{ZHUN_D_POISSON, 0, 0, 0, 0}, "mean"},	       {{ZHUN_D_POISSON, 2e9, 0, 0, 0}, "mean"},
		{{ZHUN_D_BINOMIAL, 2.5, 0.5, 0, 0}, "trials"},    {{ZHUN_D_BINOMIAL, 0, 0.5, 0, 0}, "trials"},
		{{ZHUN_D_BINOMIAL, 10, 1, 0, 0}, "probability"}, {{ZHUN_D_BINOMIAL, 10, -0.1, 0, 0}, "probability"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		CHECK_CODE(zhun_distribution_check(&rows[i].d, &err), ZHUN_E_PARAMETER_BAD, &err);
		CHECK_TEXT(err.arg[0], rows[i].word);
	}
}

static const struct unit_test tests[] = {
	{"discrete: published values", published_values},
	{"discrete: laws on random parameters", random_parameters},
	{"discrete: ends", ends},
	{"discrete: bad parameters are named", bad_parameters_are_named},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
