/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart.h"

#include "near.h"
#include "zhun/measure/interval.h"

/* measure/chart.c, measure/interval.c. d2, d3, c4 as tables print them (ISO 7870-2 table 2 to its
 * digits), n = 2 exactly. */
static void constants(void)
{
	static const struct {
		size_t n;
		double d2, d3, c4;
	} rows[] = {{3, 1.693, 0.888, 0.8862},
		    {5, 2.326, 0.864, 0.9400},
		    {10, 3.078, 0.797, 0.9727},
		    {25, 3.931, 0.708, 0.9896}};
	struct zhun_chart_constants c = {0};
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		CHECK_CODE(zhun_chart_constants_of(rows[i].n, &c, &err), ZHUN_OK, &err);
		CHECK_NEAR(c.d2, rows[i].d2, 5e-4);
		CHECK_NEAR(c.d3, rows[i].d3, 5.1e-4);
		CHECK_NEAR(c.c4, rows[i].c4, 5e-5);
		struct zhun_chart_constants printed = zhun_chart_constants_rounded(&c);
		CHECK_NEAR(printed.d2, rows[i].d2, 1e-15);
		CHECK_NEAR(printed.c4, rows[i].c4, 1e-15);
	}
	CHECK_CODE(zhun_chart_constants_of(2, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.d2, 2 / sqrt(acos(-1)), 1e-12);
	CHECK_NEAR(c.d3, sqrt(2 - 4 / acos(-1)), 1e-9);
	CHECK_CODE(zhun_chart_constants_of(1, &c, &err), ZHUN_E_SERIES_SHORT, &err);
}

static void limits(void)
{
	static const double x[] = {9, 10, 11, 10, 11, 12, 8, 9, 10};
	const struct zhun_subgroups s = {x, 3, 3};
	struct zhun_chart_centres c = {0};
	struct zhun_error err;
	double low, high;
	CHECK_CODE(zhun_chart_centres_of(&s, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.mean, 10, 1e-14);
	CHECK_NEAR(c.range, 2, 1e-14);
	CHECK_NEAR(c.sd, 1, 1e-14);
	zhun_chart_limits(&c, ZHUN_CHART_XBAR, c.sigma_range, 3, &low, &high);
	CHECK_NEAR(high - c.mean, 1.023 * 2, 2e-3); /* A2 of tables */
	zhun_chart_limits(&c, ZHUN_CHART_R, c.sigma_range, 3, &low, &high);
	CHECK_NEAR(low, 0, 0);
	CHECK_NEAR(high, 2.574 * 2, 3e-3); /* D4 of tables */
	CHECK_INT(zhun_chart_first_beyond(&s, ZHUN_CHART_XBAR, 9.5, 10.5), 1);
	CHECK_INT(zhun_chart_first_beyond(&s, ZHUN_CHART_R, 0, 2), 3);
	CHECK_INT(zhun_chart_first_beyond(&s, ZHUN_CHART_S, 0, 0.5), 0);
}

static void several_variables(void)
{
	static const double x[] = {1, 2, 2, 4, 3, 6, 4, 9};
	CHECK_NEAR(zhun_covariance_of(x, 4, 2, 0, 0), 5.0 / 3, 1e-14);
	CHECK_NEAR(zhun_covariance_of(x, 4, 2, 0, 1), 11.5 / 3, 1e-14);
}

/* NCSL RP-1, method A3: 15 of 20 in tolerance at 365 days, target 95 %. */
static void interval_by_a3(void)
{
	struct zhun_a3_data data = {15, 20, 365, 0.95, 0.5};
	struct zhun_a3 r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_interval_a3(&data, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.interval, 230.84604619402594, 1e-9);
	CHECK_NEAR(r.rejection_confidence, 0.9948521193306954, 1e-12);
	CHECK_NEAR(r.reliability_low, 0.6516, 5e-5);
	CHECK_NEAR(r.reliability_high, 0.8286, 5e-5);
	data.in_tolerance = 20;
	CHECK_CODE(zhun_interval_a3(&data, &r, &err), ZHUN_OK, &err);
	CHECK(r.interval > 365 && r.reliability_high >= 1);
	data.in_tolerance = 21;
	CHECK_CODE(zhun_interval_a3(&data, &r, &err), ZHUN_E_PARAMETER_BAD, &err);
}

/* Law: data that follow a model exactly give its parameters back. */
static void reliability_is_found_again(void)
{
	static const double t[] = {1, 2, 4, 8}, n[] = {1e6, 1e6, 1e6, 1e6};
	double x[4];
	struct zhun_reliability r = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 4; i++)
		x[i] = n[i] * exp(-pow(0.1 * t[i], 1.7));
	const struct zhun_reliability_data data = {t, n, x, 4};
	CHECK_CODE(zhun_reliability_fit(ZHUN_RELIABILITY_WEIBULL, &data, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.a, 0.1, 1e-9);
	CHECK_NEAR(r.b, 1.7, 1e-8);
	CHECK_NEAR(exp(-pow(r.a * zhun_reliability_interval(&r, 0.95), r.b)), 0.95, 1e-12);
	for (size_t i = 0; i < 4; i++)
		x[i] = n[i] * exp(-0.05 * t[i]);
	CHECK_CODE(zhun_reliability_fit(ZHUN_RELIABILITY_EXPONENTIAL, &data, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.a, 0.05, 1e-10);
	const struct zhun_reliability_data perfect = {t, n, n, 4};
	CHECK_CODE(zhun_reliability_fit(ZHUN_RELIABILITY_EXPONENTIAL, &perfect, &r, &err),
		   ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"chart: constants", constants},
	{"chart: limits", limits},
	{"chart: several variables", several_variables},
	{"interval: method A3", interval_by_a3},
	{"interval: reliability is found again", reliability_is_found_again},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
