/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/anova.c, measure/gauge.c */
#include "zhun/measure/anova.h"

#include "near.h"
#include "zhun/measure/gauge.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* JCGM 100:2008 H.5: ten days of five measurements of a Zener standard, by means and s. */
static void zener_standard(void)
{
	static const char *const means[] = {"10.000172", "10.000116", "10.000013", "10.000144", "10.000106",
					    "10.000031", "10.000060", "10.000125", "10.000163", "10.000041"};
	static const char *const sd[] = {"0.000060", "0.000077", "0.000111", "0.000101", "0.000067",
					 "0.000093", "0.000080", "0.000073", "0.000088", "0.000086"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_anova r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_anova_summaries(series_of(a, means, 10), series_of(a, sd, 10), 5, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.grand_mean, 10.000097, 5e-7);
	CHECK_NEAR(r.s_of_means, 57e-6, 5e-7);
	CHECK_NEAR(r.s_within, 85e-6, 5e-7);
	CHECK_NEAR(r.F, 2.25, 0.02);
	CHECK_NEAR(r.s_between, 43e-6, 5e-7);
	CHECK_NEAR(r.u_grand_mean, 18e-6, 5e-7);
	zhun_arena_close(a);
}

/* Law: 1e12 added to every reading (as NIST SmLs07 does) changes nothing but the mean. */
static void a_large_common_part_changes_nothing(void)
{
	static const char *const near_zero[2][3] = {{"0.4", "0.3", "0.5"}, {"0.6", "0.5", "0.4"}};
	static const char *const far[2][3] = {{"1000000000000.4", "1000000000000.3", "1000000000000.5"},
					      {"1000000000000.6", "1000000000000.5", "1000000000000.4"}};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series here[2], there[2];
	struct zhun_anova r = {0}, s = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 2; i++) {
		here[i] = series_of(a, near_zero[i], 3);
		there[i] = series_of(a, far[i], 3);
	}
	CHECK_CODE(zhun_anova_groups(here, 2, &r, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_anova_groups(there, 2, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s.ss_between, r.ss_between, 1e-17);
	CHECK_NEAR(s.ss_within, r.ss_within, 1e-17);
	CHECK_NEAR(s.F, 1.5, 1e-14);
	CHECK_NEAR(s.p, r.p, 1e-14);
	zhun_arena_close(a);
}

static void refuses_too_little(void)
{
	struct zhun_anova r;
	struct zhun_error err;
	const struct zhun_dd x[] = {{1, 0}, {2, 0}};
	const struct zhun_series singles[] = {{1, x}, {1, x + 1}}, empty[] = {{2, x}, {0, x}};
	CHECK_CODE(zhun_anova_groups(singles, 2, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_anova_groups(empty, 2, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_anova_groups(singles, 1, &r, &err), ZHUN_E_SERIES_SHORT, &err);
}

/* A study that can be added up by hand: two parts, two operators, two trials. Part effect ±1,
 * operator effect ±0.1, no interaction, trials ±0.01. */
static const struct zhun_dd by_hand[] = {{-1.11, 0}, {-1.09, 0}, {-0.91, 0}, {-0.89, 0},
					 {0.89, 0},  {0.91, 0},	 {1.09, 0},  {1.11, 0}};
static const struct zhun_gauge_study study = {2, 2, 2, by_hand};

static void gauge_by_anova(void)
{
	struct zhun_gauge_table t = {.ss = {0}};
	struct zhun_error err;
	CHECK_CODE(zhun_gauge_anova(&study, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_PART], 8.0, 1e-14);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_OPERATOR], 0.08, 1e-14);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_INTERACTION], 0, 1e-14);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_REPEATABILITY], 8e-4, 1e-14);
	CHECK_NEAR(t.F_pooled[ZHUN_GAUGE_PART], 8.0 / (8e-4 / 5), 1e-8);
	struct zhun_gauge_components c = zhun_gauge_components_of(&t, &study, true, false);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_EV], 8e-4 / 5, 1e-15);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_AV], (0.08 - 8e-4 / 5) / 4, 1e-15);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_TV], c.variance[ZHUN_GAUGE_GRR] + c.variance[ZHUN_GAUGE_PV], 1e-15);
	c = zhun_gauge_components_of(&t, &study, false, true);
	CHECK(c.variance[ZHUN_GAUGE_BY_INTERACTION] < 0 && zhun_gauge_sd(&c, ZHUN_GAUGE_BY_INTERACTION) < 0);
	c = zhun_gauge_components_of(&t, &study, false, false);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_BY_INTERACTION], 0, 0);
}

static void gauge_by_ranges(void)
{
	struct zhun_gauge_ranges r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_gauge_ranges_of(&study, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.rbar, 0.02, 1e-15);
	CHECK_NEAR(r.xdiff, 0.2, 1e-15);
	CHECK_NEAR(r.rp, 2, 1e-15);
	struct zhun_gauge_components c = zhun_gauge_average_range(&r, &study, 0.8862, 0.7071, 0.7071);
	CHECK_NEAR(zhun_gauge_sd(&c, ZHUN_GAUGE_EV), 0.017724, 1e-12);
	CHECK_NEAR(zhun_gauge_sd(&c, ZHUN_GAUGE_PV), 1.4142, 1e-12);
	CHECK_NEAR(zhun_gauge_ndc(&c, 1.41), 1.41 * 1.4142 / zhun_gauge_sd(&c, ZHUN_GAUGE_GRR), 1e-12);
	const struct zhun_gauge_study one_operator = {2, 1, 4, by_hand};
	CHECK_CODE(zhun_gauge_ranges_of(&one_operator, &r, &err), ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"anova: a Zener standard (GUM H.5)", zener_standard},
	{"anova: a large common part changes nothing", a_large_common_part_changes_nothing},
	{"anova: refuses too little", refuses_too_little},
	{"gauge: by analysis of variance", gauge_by_anova},
	{"gauge: by averages and ranges", gauge_by_ranges},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
