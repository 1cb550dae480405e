/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviewing intervals (ILAC-G24/OIML D 10:2022 clause 6); the figures are worked out by hand beside them. */
#include "zhun/measure/interval_review.h"

#include "measure/dd.h"
#include "near.h"

static void staircase(void)
{
	/* 12·1.2, kept at 0.9, ·0.7 beyond 1, ·1.2 at 0.8 itself */
	static const double errors[] = {0.3, 0.9, -1.1, 0.8};
	struct zhun_staircase s = {
		.limit = 1, .share = 0.8, .longer = 1.2, .shorter = 0.7, .runs = 1, .longest = HUGE_VAL};
	struct zhun_staircase_end end = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 4, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, 12 * 1.2 * 0.7 * 1.2, 1e-12);
	CHECK_INT(end.step, ZHUN_STEP_LONGER);
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 3, &end, &err), ZHUN_OK, &err);
	CHECK_INT(end.step, ZHUN_STEP_SHORTER);
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 2, &end, &err), ZHUN_OK, &err);
	CHECK_INT(end.step, ZHUN_STEP_KEPT);
	s.shortest = 10;
	s.longest = 13;
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 3, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, 10, 1e-12);   /* 13 · 0.7 is less */
}

static void runs_in_a_row(void)
{
	static const double errors[] = {0.3, 0.2, 0.1, 0.9, 0.1, 0.2};
	const struct zhun_staircase s = {
		.limit = 1, .share = 0.8, .longer = 1.5, .shorter = 0.5, .runs = 2, .longest = HUGE_VAL};
	struct zhun_staircase_end end = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_staircase_run(&s, 10, errors, 6, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, 22.5, 1e-12);   /* after the second and the sixth */
	CHECK_CODE(zhun_staircase_run(&s, 10, errors, 5, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, 15, 1e-12);
}

/* Where the chance of being in tolerance is exp(−I/10), a balanced staircase settles where that is the target. */
static void balance_finds_the_target(void)
{
	unsigned long long state = 10;
	double longer = 1.02, target = 0.9, in = 0, interval = 5;
	const struct zhun_staircase s = {.limit = 1, .share = 1, .longer = longer, .runs = 1, .longest = HUGE_VAL,
					 .shorter = zhun_staircase_shorter(longer, target)};
	enum { WARM = 2000, ROUNDS = 60000 };
	for (int i = 0; i < WARM + ROUNDS; i++) {
		double chance = (double)(unit_random(&state) >> 11) / 9007199254740992.0;
		double error = chance < exp(-interval / 10) ? 0.5 : 2;
		struct zhun_staircase_end end = {0};
		struct zhun_error err;
		if (!CHECK_CODE(zhun_staircase_run(&s, interval, &error, 1, &end, &err), ZHUN_OK, &err))
			return;
		interval = end.interval;
		in += i >= WARM && error < 1;
	}
	CHECK_NEAR(in / ROUNDS, target, 0.005);
}

/* Slope 6.24/720 by regression; residuals 0.001, 0.007, −0.017, 0.009, whose squares sum to 420e-6. */
static void drift_and_dispersion(void)
{
	static const struct zhun_dd t[] = {{0, 0}, {12, 0}, {24, 0}, {36, 0}};
	const struct zhun_dd errors[] = {{0, 0}, {0.11, 0}, {0.19, 0}, {0.32, 0}};
	struct zhun_drift_chart c = {{4, t}, {4, errors}, 1, 2, 0.1, ZHUN_DRIFT_REGRESSION, ZHUN_FROM_LAST};
	struct zhun_drift_end end = {0};
	struct zhun_error err;
	double s = sqrt(210e-6), room = 0.9 - 2 * s, slope = 6.24 / 720;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.drift, slope, 1e-16);
	CHECK_NEAR(end.dispersion, s, 1e-15);
	CHECK_NEAR(end.interval, (room - 0.32) / slope, 1e-10);
	c.from = ZHUN_FROM_LINE;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, (room - 0.311) / slope, 1e-10);
	c.from = ZHUN_FROM_ADJUSTED;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, room / slope, 1e-10);
	c.drift = ZHUN_DRIFT_MEAN_STEP;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.drift, 0.32 / 36, 1e-16);
	c.drift = ZHUN_DRIFT_LARGEST_STEP;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.drift, 0.13 / 12, 1e-16);
	c.limit = 0.2;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, (0.1 - 2 * end.dispersion) / end.drift, 1e-10);
	c.from = ZHUN_FROM_LAST;
	CHECK_CODE(zhun_drift_chart_of(&c, &end, &err), ZHUN_OK, &err);
	CHECK_NEAR(end.interval, 0, 0);
}

static void in_use_and_in_service(void)
{
	static const double t[] = {0, 30, 40, 50}, counter[] = {100, 130, 160, 200}, checks[] = {0.1, -0.4, 0.9, 0.2};
	struct zhun_in_use u = {t, counter, 4, 120, 180, false};
	struct zhun_in_use_end use = {0};
	struct zhun_in_service s = {t, checks, 4, 1, 0.8, 0.1};
	struct zhun_in_service_end service = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_in_use_of(&u, &use, &err), ZHUN_OK, &err);
	CHECK_NEAR(use.left, 100, 0);
	CHECK_NEAR(use.time, 50, 1e-12);   /* 2 a day */
	u.latest = true;
	CHECK_CODE(zhun_in_use_of(&u, &use, &err), ZHUN_OK, &err);
	CHECK_NEAR(use.time, 25, 1e-12);   /* 4 a day */
	u.allowed = 60;
	CHECK_CODE(zhun_in_use_of(&u, &use, &err), ZHUN_OK, &err);
	CHECK_NEAR(use.time, 0, 0);
	CHECK_CODE(zhun_in_service_of(&s, &service, &err), ZHUN_OK, &err);
	CHECK_INT(service.first, 3);
	CHECK_NEAR(service.good_until, 30, 0);
	CHECK_NEAR(service.largest, 0.9 / 0.7, 1e-15);
	s.share = 1;
	s.U = 0;
	CHECK_CODE(zhun_in_service_of(&s, &service, &err), ZHUN_OK, &err);
	CHECK_INT(service.first, 0);
	CHECK_NEAR(service.good_until, 50, 0);
	s.limit = 0.05;
	CHECK_CODE(zhun_in_service_of(&s, &service, &err), ZHUN_OK, &err);
	CHECK(service.first == 1 && isnan(service.good_until));
}

static void refuses(void)
{
	const double back[] = {0, 2, 1}, errors[] = {0.1, nan(""), 0.2};
	static const struct zhun_dd t[] = {{0, 0}, {1, 0}, {1, 0}};
	const struct zhun_drift_chart c = {{3, t}, {3, t}, 1, 2, 0, ZHUN_DRIFT_REGRESSION, ZHUN_FROM_LAST};
	struct zhun_staircase s = {
		.limit = 1, .share = 0.8, .longer = 1.2, .shorter = 0.7, .runs = 1, .longest = HUGE_VAL};
	struct zhun_staircase_end end;
	struct zhun_drift_end drift;
	struct zhun_in_use_end use;
	struct zhun_in_service_end service;
	struct zhun_error err;
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 3, &end, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 0, &end, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_staircase_run(&s, 0, errors, 1, &end, &err), ZHUN_E_PARAMETER_BAD, &err);
	/* nothing stands for something else: a share, a run and a longest interval of 0 are none */
	struct zhun_staircase no[] = {s, s, s};
	no[0].share = 0;
	no[1].runs = 0;
	no[2].longest = 0;
	for (size_t i = 0; i < ZHUN_COUNT(no); i++)
		CHECK_CODE(zhun_staircase_run(&no[i], 12, errors, 1, &end, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 1, &end, &err), ZHUN_OK, &err);
	s.longer = 1;
	CHECK_CODE(zhun_staircase_run(&s, 12, errors, 1, &end, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_drift_chart_of(&c, &drift, &err), ZHUN_E_PARAMETER_BAD, &err);
	const struct zhun_in_use u = {back, back, 3, 0, 10, false};
	CHECK_CODE(zhun_in_use_of(&u, &use, &err), ZHUN_E_PARAMETER_BAD, &err);
	const struct zhun_in_service q = {errors, errors, 0, 1, 1, 0}, w = {errors, errors, 1, 1, 0.5, 0.5},
					   x = {errors, errors, 1, 1, 0, 0};
	CHECK_CODE(zhun_in_service_of(&q, &service, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_in_service_of(&w, &service, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_in_service_of(&x, &service, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"interval review: a staircase", staircase},
	{"interval review: runs in a row", runs_in_a_row},
	{"interval review: a balanced staircase finds its target", balance_finds_the_target},
	{"interval review: drift and dispersion", drift_and_dispersion},
	{"interval review: in use and in service", in_use_and_in_service},
	{"interval review: what it refuses", refuses},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
