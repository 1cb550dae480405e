/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles of beta and F against SciPy 1.10, where GSL's fail among them; and that they are inverse. */
#include "measure/quantile.h"

#include <gsl/gsl_cdf.h>

#include "near.h"

static void as_scipy_has_them(void)
{
	static const struct { double p, a, b, F; } of_f[] = {
		{0.99, 1, 10000, 6.637430135505699}, {0.9999, 1, 1000, 15.259521389266553},
		{0.95, 1, 1e5, 3.841551813737346}, {0.95, 2, 30, 3.3158295010135217},
		{0.05, 7, 3, 0.23005263098568926}, {0.999, 40, 200, 1.999869612349713}};
	static const struct { double p, a, b, x; } of_beta[] = {
		{0.025, 21, 5, 0.6391715455407279}, {0.9, 0.5, 0.5, 0.9755282581475768},
		{1e-6, 100, 2, 0.8469891250289234}, {0.99, 1, 4.5, 0.6406186336195372},
		{0.5, 5e3, 2.5, 0.9995650138707426}};
	for (size_t i = 0; i < ZHUN_COUNT(of_f); i++) {
		CHECK_NEAR(quantile_f(of_f[i].p, of_f[i].a, of_f[i].b), of_f[i].F, 1e-9 * of_f[i].F);
		CHECK_NEAR(quantile_f_upper(1 - of_f[i].p, of_f[i].a, of_f[i].b), of_f[i].F, 1e-9 * of_f[i].F);
	}
	for (size_t i = 0; i < ZHUN_COUNT(of_beta); i++)
		CHECK_NEAR(quantile_beta(of_beta[i].p, of_beta[i].a, of_beta[i].b), of_beta[i].x, 1e-10);
	CHECK_NEAR(quantile_beta(0, 2, 3), 0, 0);
	CHECK_NEAR(quantile_beta(1, 2, 3), 1, 0);
}

static void inverse_of_the_distribution(void)
{
	unsigned long long state = 4;
	for (int round = 0; round < 2000; round++) {
		double a = exp((double)(unit_random(&state) % 1200) / 100);
		double b = exp((double)(unit_random(&state) % 1200) / 100);
		double p = ((double)(unit_random(&state) % 9998) + 1) / 10000;
		CHECK_NEAR(gsl_cdf_fdist_P(quantile_f(p, a, b), a, b), p, 1e-8);
		CHECK_NEAR(gsl_cdf_beta_P(quantile_beta(p, a, b), a, b), p, 1e-8);
	}
}

static const struct unit_test tests[] = {
	{"quantile: as SciPy has them", as_scipy_has_them},
	{"quantile: inverse of the distribution", inverse_of_the_distribution},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
