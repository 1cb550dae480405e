/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/reliability.h"

#include "near.h"

static const double times[] = {1, 2, 4, 8, 16}, tested[] = {1e6, 1e6, 1e6, 1e6, 1e6};

/* Law: data that follow a model exactly give its parameters back, and that model is the best. */
static void models_are_found_again(void)
{
	static const struct zhun_reliability_model_fit truths[] = {
		{ZHUN_R_EXPONENTIAL, 0.04, 0, 0, 0}, {ZHUN_R_WEIBULL, 0.07, 1.7, 0, 0},
		{ZHUN_R_MIXED, 0.2, 0.5, 0, 0},
		{ZHUN_R_MORTALITY, 0.02, 0.003, 0, 0},
		{ZHUN_R_WALK, 0.3, 0.1, 0, 0}, {ZHUN_R_LOGNORMAL, 0.1, 0.8, 0, 0}};
	for (size_t m = 0; m < ZHUN_COUNT(truths); m++) {
		struct zhun_reliability_model_fit f = {.a = 0}, best = {.a = 0};
		struct zhun_error err;
		double x[5];
		for (size_t i = 0; i < 5; i++)
			x[i] = tested[i] * zhun_reliability_at(&truths[m], times[i]);
		const struct zhun_reliability_data data = {times, tested, x, 5};
		CHECK_CODE(zhun_reliability_model_fit_of(truths[m].kind, &data, &f, &err), ZHUN_OK, &err);
		CHECK_NEAR(f.a / truths[m].a, 1, 1e-5);
		CHECK_NEAR(f.b, truths[m].b, 1e-5);
		CHECK_CODE(zhun_reliability_best(&data, &best, &err), ZHUN_OK, &err);
		unit_check(best.kind == truths[m].kind, __FILE__, __LINE__, "%s is taken for %s",
			   zhun_reliability_row(truths[m].kind)->name, zhun_reliability_row(best.kind)->name);
		double t = zhun_reliability_time(&f, 0.9);
		if (t > 0)
			CHECK_NEAR(zhun_reliability_at(&f, t), 0.9, 1e-12);
	}
}

/* Law: the Weibull model of the closed equations (interval.c) has the same parameters and likelihood. */
static void agrees_with_the_equations(void)
{
	static const double n[] = {20, 30, 25, 40}, x[] = {19, 27, 20, 26}, t[] = {3, 6, 9, 12};
	const struct zhun_reliability_data data = {t, n, x, 4};
	struct zhun_reliability_model_fit f = {.a = 0};
	struct zhun_reliability w = {.a = 0};
	struct zhun_error err;
	CHECK_CODE(zhun_reliability_fit(ZHUN_RELIABILITY_WEIBULL, &data, &w, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_reliability_model_fit_of(ZHUN_R_WEIBULL, &data, &f, &err), ZHUN_OK, &err);
	CHECK_NEAR(f.a, w.a, 1e-7);
	CHECK_NEAR(f.b, w.b, 1e-6);
	CHECK_NEAR(f.loglik, w.loglik, 1e-10);
	CHECK_NEAR(f.aic, 4 - 2 * w.loglik, 1e-9);
	CHECK_NEAR(zhun_reliability_time(&f, 0.85), zhun_reliability_interval(&w, 0.85), 1e-5);
}

static void refuses(void)
{
	static const double t[] = {5, 5}, n[] = {10, 10}, x[] = {9, 8};
	const struct zhun_reliability_data one_time = {t, n, x, 2}, perfect = {t, n, n, 2};
	struct zhun_reliability_model_fit f;
	struct zhun_error err;
	CHECK_CODE(zhun_reliability_model_fit_of(ZHUN_R_WEIBULL, &one_time, &f, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_reliability_model_fit_of(ZHUN_R_EXPONENTIAL, &one_time, &f, &err), ZHUN_OK, &err);
	CHECK_NEAR(f.a, -log(0.85) / 5, 1e-9);
	CHECK_CODE(zhun_reliability_best(&one_time, &f, &err), ZHUN_OK, &err);
	CHECK(f.kind == ZHUN_R_EXPONENTIAL);
	CHECK_CODE(zhun_reliability_best(&perfect, &f, &err), ZHUN_E_SERIES_SHORT, &err);
	const struct zhun_reliability_model_fit walk = {ZHUN_R_WALK, 1, 0.01, 0, 0};
	CHECK_NEAR(zhun_reliability_time(&walk, 0.99), 0, 0);
	/* a mixed exponential that has run to the plain one: a of nothing, b without end */
	const struct zhun_reliability_model_fit plain = {ZHUN_R_MIXED, 1e-15, 1e14, 0, 0};
	CHECK_NEAR(zhun_reliability_time(&plain, 0.9), -log(0.9) / 0.1, 1e-9);
	for (int i = 0; i < ZHUN_R_KINDS; i++)
		CHECK(zhun_reliability_row((enum zhun_reliability_kind)i)->title[ZHUN_ZH] != NULL);
}

static const struct unit_test tests[] = {
	{"reliability: models are found again", models_are_found_again},
	{"reliability: agrees with the equations", agrees_with_the_equations},
	{"reliability: refuses", refuses},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
