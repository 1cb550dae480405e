/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart_rules.h"

#include "near.h"

/* For each rule the shortest run that breaks it, and one that just does not. */
static void every_rule(void)
{
	static const struct {
		const char *name;
		size_t n;
		double breaks[16], passes[16];
	} rows[] = {
		{"western_1", 1, {3.1}, {3}},
		{"western_2", 3, {2.1, 0, 2.2}, {2.1, 0, -2.2}},
		{"western_3", 5, {-1.1, -1.1, 0, -1.1, -1.1}, {-1.1, -1.1, 0, -1.1, -1}},
		{"western_4", 8, {1, 1, 1, 1, 1, 1, 1, 1}, {0, 1, 1, 1, 1, 1, 1, 1}},
		{"nelson_1", 1, {-3.1}, {-2.9}},
		{"nelson_2", 9, {-1, -1, -1, -1, -1, -1, -1, -1, -1}, {-1, -1, -1, -1, 1, -1, -1, -1, -1}},
		{"nelson_3", 6, {1, 2, 3, 4, 5, 6}, {1, 2, 3, 3, 5, 6}},
		{"nelson_4", 14, {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
		 {0, 1, 0, 1, 0, 1, 2, 1, 0, 1, 0, 1, 0, 1}},
		{"nelson_5", 3, {0, -2.1, -2.1}, {-2.1, -2.1, 0}},
		{"nelson_6", 5, {0, 1.1, 1.1, 1.1, 1.1}, {0, 0, 1.1, 1.1, 1.1}},
		{"nelson_7", 15, {.1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1},
		 {.1, -.1, .1, -.1, 1.1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1}},
		{"nelson_8", 8, {2, -2, 2, -2, 2, -2, 2, -2}, {2, -2, 2, -2, 2, -2, 2, 1}},
	};
	size_t count = 0;
	for (const struct zhun_run_rule *r = zhun_run_rules(); r->name; r++)
		count += r->title[0] && r->title[1] && r->points >= r->of;
	CHECK_INT(count, ZHUN_COUNT(rows));
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_run_rule *r = zhun_run_rule_named(rows[i].name);
		if (!CHECK(r != NULL))
			continue;
		size_t n = rows[i].n;
		unit_check(zhun_run_rule_first(r, rows[i].breaks, n) == n - 1, __FILE__, __LINE__, "%s", r->name);
		unit_check(zhun_run_rule_first(r, rows[i].passes, n) == n, __FILE__, __LINE__, "%s", r->name);
	}
	CHECK(!zhun_run_rule_named("western_9"));
}

/* Law: in control, one point in 1/P(|Z| > 3) = 370 breaks the first rule. */
static void the_first_rule_is_rare(void)
{
	unsigned long long state = 370;
	size_t broken = 0;
	for (int i = 0; i < 400000; i++) {
		double u = ((double)(unit_random(&state) >> 11) + 0.5) * 0x1p-53;
		double z = sqrt(-2 * log(u)) * cos(2 * acos(-1) * (double)(unit_random(&state) >> 11) * 0x1p-53);
		broken += zhun_run_rule_breaks(zhun_run_rules(), &z, 0);
	}
	CHECK_NEAR((double)broken / 400000, erfc(3 / sqrt(2)), 4 * sqrt(0.0027 / 400000));
}

/* Montgomery, Statistical Quality Control, 7: 347 of 30 samples of 50: p 0.2313, 0.0524 … 0.4102; 516 in 26
 * units: c 19.85, 6.48 … 33.22; confirmed by tests/reference/published.py. */
static void counts(void)
{
	double x[30], n[30], ones[26], c[26];
	struct zhun_count_limits l = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 30; i++) {
		x[i] = i < 17 ? 12 : 11;
		n[i] = 50;
	}
	for (size_t i = 0; i < 26; i++) {
		ones[i] = 1;
		c[i] = i < 22 ? 20 : 19;
	}
	const struct zhun_counts fraction = {x, n, 30}, nonconformities = {c, ones, 26};
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_P, &fraction, 50, &l, &err), ZHUN_OK, &err);
	CHECK_NEAR(l.centre, 0.2313, 5e-5);
	CHECK_NEAR(l.low, 0.0524, 5e-5);
	CHECK_NEAR(l.high, 0.4102, 5.1e-5);
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_NP, &fraction, 50, &l, &err), ZHUN_OK, &err);
	CHECK_NEAR(l.centre, 347.0 / 30, 1e-12);
	CHECK_NEAR(l.high, 50 * 0.4102, 3e-3);
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_C, &nonconformities, 1, &l, &err), ZHUN_OK, &err);
	CHECK_NEAR(l.centre, 19.85, 5e-3);
	CHECK_NEAR(l.low, 6.48, 5e-3);
	CHECK_NEAR(l.high, 33.22, 1e-2); /* printed from the rounded centre */
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_U, &nonconformities, 4, &l, &err), ZHUN_OK, &err);
	CHECK_NEAR(l.high - l.centre, 3 * sqrt(l.centre / 4), 1e-12);
	x[0] = 51;
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_P, &fraction, 50, &l, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_C, &nonconformities, 0, &l, &err), ZHUN_E_PARAMETER_BAD, &err);
	const struct zhun_counts none = {x, n, 0};
	CHECK_CODE(zhun_count_chart_limits(ZHUN_CHART_P, &none, 50, &l, &err), ZHUN_E_SERIES_SHORT, &err);
}

static void individuals(void)
{
	static const double x[] = {10, 12, 11, 13};
	struct zhun_individuals i = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_individuals_of(x, 4, false, &i, &err), ZHUN_OK, &err);
	CHECK_NEAR(i.mean, 11.5, 1e-14);
	CHECK_NEAR(i.range, 5.0 / 3, 1e-14);
	/* 2.66 and 3.267 of the tables */
	CHECK_NEAR(i.high - i.mean, 2.66 * i.range, 5e-3 * i.range);
	CHECK_NEAR(i.range_high, 3.267 * i.range, 1e-3);
	CHECK_CODE(zhun_individuals_of(x, 1, false, &i, &err), ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"chart_rules: every rule", every_rule},
	{"chart_rules: the first rule is rare", the_first_rule_is_rare},
	{"chart_rules: counts", counts},
	{"chart_rules: individuals", individuals},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
