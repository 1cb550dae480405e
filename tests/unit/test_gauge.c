/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/gauge.c, measure/gauge_interval.c, measure/gauge_nested.c, measure/bias.c */
#include "zhun/measure/gauge.h"

#include "near.h"
#include "zhun/measure/bias.h"

/* AIAG MSA, 4th edition: ten parts, three appraisers, three trials; Minitab's gageaiag. The readings
 * give what is printed in NumPy, too (tests/reference/published.py). */
static const char *const aiag[] = {
	"0.29", "0.41", "0.64", "0.08", "0.25", "0.07", "0.04", "-0.11", "-0.15",
	"-0.56", "-0.68", "-0.58", "-0.47", "-1.22", "-0.68", "-1.38", "-1.13", "-0.96",
	"1.34", "1.17", "1.27", "1.19", "0.94", "1.34", "0.88", "1.09", "0.67",
	"0.47", "0.5", "0.64", "0.01", "1.03", "0.2", "0.14", "0.2", "0.11",
	"-0.8", "-0.92", "-0.84", "-0.56", "-1.2", "-1.28", "-1.46", "-1.07", "-1.45",
	"0.02", "-0.11", "-0.21", "-0.2", "0.22", "0.06", "-0.29", "-0.67", "-0.49",
	"0.59", "0.75", "0.66", "0.47", "0.55", "0.83", "0.02", "0.01", "0.21",
	"-0.31", "-0.2", "-0.17", "-0.63", "0.08", "-0.34", "-0.46", "-0.56", "-0.49",
	"2.26", "1.99", "2.01", "1.8", "2.12", "2.19", "1.77", "1.45", "1.87",
	"-1.36", "-1.25", "-1.31", "-1.68", "-1.62", "-1.5", "-1.49", "-1.77", "-2.16",
};

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

static double normal(unsigned long long *state)
{
	return sqrt(-2 * log(uniform(state))) * cos(2 * acos(-1) * uniform(state));
}

static struct zhun_gauge_study study_of(struct zhun_arena *a)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, aiag, ZHUN_COUNT(aiag), &s, &err), ZHUN_OK, &err);
	return (struct zhun_gauge_study){10, 3, 3, s.x};
}

/* What Minitab prints for it: study variation 6, tolerance 8, interaction removed; ndc 4. */
static void as_minitab_prints(void)
{
	static const struct {
		enum zhun_gauge_component which;
		double variance, study, percent, tolerance;
	} rows[] = {{ZHUN_GAUGE_GRR, 0.09143, 1.81423, 27.86, 22.68},
		    {ZHUN_GAUGE_EV, 0.03997, 1.19960, 18.42, 14.99},
		    {ZHUN_GAUGE_AV, 0.05146, 1.36103, 20.90, 17.01},
		    {ZHUN_GAUGE_PV, 1.08645, 6.25396, 96.04, 78.17},
		    {ZHUN_GAUGE_TV, 1.17788, 6.51180, 100.00, 81.40}};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_gauge_study s = study_of(a);
	struct zhun_gauge_table t = {.ss = {0}};
	struct zhun_error err;
	CHECK_CODE(zhun_gauge_anova(&s, &t, &err), ZHUN_OK, &err);
	CHECK(zhun_gauge_pools(&t, 0.25) && zhun_gauge_pools(&t, 0.05) && !zhun_gauge_pools(&t, 0.98));
	struct zhun_gauge_components c = zhun_gauge_components_of(&t, &s, true, false);
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		double sd = zhun_gauge_sd(&c, rows[i].which);
		CHECK_NEAR(c.variance[rows[i].which], rows[i].variance, 5e-6);
		CHECK_NEAR(6 * sd, rows[i].study, 5.1e-6);
		CHECK_NEAR(100 * sd / zhun_gauge_sd(&c, ZHUN_GAUGE_TV), rows[i].percent, 0.005);
		CHECK_NEAR(100 * 6 * sd / 8, rows[i].tolerance, 0.005);
	}
	double ndc = zhun_gauge_ndc(&c, 1.41);
	CHECK_NEAR(zhun_gauge_ndc_whole(ndc, ZHUN_NDC_TRUNCATED), 4, 0);
	CHECK_NEAR(zhun_gauge_ndc_whole(ndc, ZHUN_NDC_ROUNDED), 5, 0);
	CHECK_NEAR(zhun_gauge_ndc_whole(0.3, ZHUN_NDC_TRUNCATED), 1, 0);
	zhun_arena_close(a);
}

/* Repeatability is exact: its 78 degrees of freedom pooled, by chi-square's quantiles 55.466 and 104.316. */
static void interval_of_repeatability(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_gauge_study s = study_of(a);
	struct zhun_gauge_table t = {.ss = {0}};
	struct zhun_gauge_interval i = {0};
	struct zhun_error err;
	struct zhun_gauge_interval_question q = {ZHUN_GAUGE_EV, true, 0.95};
	CHECK_CODE(zhun_gauge_anova(&s, &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_gauge_interval(&t, &s, &q, &i, &err), ZHUN_OK, &err);
	CHECK_NEAR(i.low, 78 * i.estimate / 104.316, 1e-6);
	CHECK_NEAR(i.high, 78 * i.estimate / 55.466, 1e-6);
	q.confidence = 1;
	CHECK_CODE(zhun_gauge_interval(&t, &s, &q, &i, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

/* A random crossed study of 8 parts, 4 operators, 3 trials with known components. */
static void draw(struct zhun_dd x[96], unsigned long long *state)
{
	double part[8], operator_[4], cell[8][4];
	for (size_t o = 0; o < 4; o++)
		operator_[o] = 0.5 * normal(state);
	for (size_t p = 0; p < 8; p++) {
		part[p] = 2 * normal(state);
		for (size_t o = 0; o < 4; o++)
			cell[p][o] = 0.3 * normal(state);
	}
	for (size_t i = 0; i < 96; i++) {
		double value = part[i / 12] + operator_[i / 3 % 4] + cell[i / 12][i / 3 % 4] + 0.4 * normal(state);
		x[i] = (struct zhun_dd){value, 0};
	}
}

/* Law: intervals of 90 % hold the true component in about 90 % of studies: in 88 to 94.5 % of 2,000, since
 * the method is no less than its level by more than a point or two (Burdick and Graybill). */
static void intervals_hold_what_they_say(void)
{
	static const double truth[ZHUN_GAUGE_COMPONENTS] = {0.16, 0.25, 0.09, 0.34, 0.5, 4, 4.5};
	int held[ZHUN_GAUGE_COMPONENTS] = {0};
	unsigned long long state = 20241;
	struct zhun_dd x[96];
	const struct zhun_gauge_study s = {8, 4, 3, x};
	for (int round = 0; round < 2000; round++) {
		struct zhun_gauge_table t = {.ss = {0}};
		struct zhun_error err;
		draw(x, &state);
		CHECK_CODE(zhun_gauge_anova(&s, &t, &err), ZHUN_OK, &err);
		for (int c = 0; c < ZHUN_GAUGE_COMPONENTS; c++) {
			const struct zhun_gauge_interval_question q = {(enum zhun_gauge_component)c, false, 0.9};
			struct zhun_gauge_interval i = {0};
			CHECK_CODE(zhun_gauge_interval(&t, &s, &q, &i, &err), ZHUN_OK, &err);
			held[c] += i.low <= truth[c] && truth[c] <= i.high;
		}
	}
	for (int c = 0; c < ZHUN_GAUGE_COMPONENTS; c++)
		unit_check(held[c] >= 1760 && held[c] <= 1890, __FILE__, __LINE__,
			   "component %d: %d of 2000", c, held[c]);
}

/* Law: the sums of squares add up, and components of data made of plain steps come out exactly. */
static void nested_parts(void)
{
	/* operators 0 and 10, parts ±1 about them, trials ±0.1 about those */
	struct zhun_dd x[8];
	const struct zhun_gauge_study s = {2, 2, 2, x};
	for (size_t i = 0; i < 8; i++)
		x[i] = (struct zhun_dd){(i < 4 ? 0 : 10) + (i / 2 % 2 ? 1 : -1) + (i % 2 ? 0.125 : -0.125), 0};
	struct zhun_gauge_table t = {.ss = {0}};
	struct zhun_error err;
	CHECK_CODE(zhun_gauge_nested(&s, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_OPERATOR], 200, 1e-12);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_PART], 8, 1e-12);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_REPEATABILITY], 0.125, 1e-12);
	CHECK_NEAR(t.ss[ZHUN_GAUGE_TOTAL], 208.125, 1e-12);
	CHECK_NEAR(t.F[ZHUN_GAUGE_OPERATOR], 200 / 4.0, 1e-12);
	struct zhun_gauge_components c = zhun_gauge_nested_components(&t, &s, false);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_EV], 0.03125, 1e-14);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_PV], (4 - 0.03125) / 2, 1e-13);
	CHECK_NEAR(c.variance[ZHUN_GAUGE_AV], 196 / 4.0, 1e-12);
	const struct zhun_gauge_study one = {2, 1, 2, x};
	CHECK_CODE(zhun_gauge_nested(&one, &t, &err), ZHUN_E_SERIES_SHORT, &err);
}

static void type_1_study(void)
{
	static const struct zhun_type1_convention aiag_6 = {0.2, 6}, vda_4 = {0.2, 4}, none = {0.2, 0};
	static const char *const texts[] = {"20.303", "20.301", "20.304", "20.303", "20.306", "20.296", "20.301"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s = {0};
	struct zhun_type1 r = {.cg = 0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, ZHUN_COUNT(texts), &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_type1_of(s, 20.302, 0.15, &aiag_6, &r, &err), ZHUN_OK, &err);
	/* by hand: mean 20.302, s² = 60e-6/6 */
	double sd = sqrt(60e-6 / 6);
	CHECK_NEAR(r.bias.mean, 20.302, 1e-14);
	CHECK_NEAR(r.bias.p, 1, 1e-9);
	CHECK_NEAR(r.cg, 0.03 / (6 * sd), 1e-9);
	CHECK_NEAR(r.percent_var, 20 / r.cg, 1e-9);
	CHECK_CODE(zhun_type1_of(s, 20.300, 0.15, &vda_4, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.cgk, (0.015 - 0.002) / (2 * sd), 1e-9);
	CHECK_NEAR(r.bias.t, 0.002 / (sd / sqrt(7)), 1e-8);
	CHECK_CODE(zhun_type1_of(s, 20.3, 0.15, &none, &r, &err), ZHUN_E_PARAMETER_BAD, &err);
	s.count = 1;
	CHECK_CODE(zhun_type1_of(s, 20.3, 0.15, &vda_4, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* AIAG MSA III-B, table of linearity: slope −0.131667, intercept 0.736667, s 0.23954, R² 71.4 %; the readings
 * give these figures in NumPy, too (tests/reference/published.py). */
static void linearity(void)
{
	static const double readings[5][12] = {
		{2.7, 2.5, 2.4, 2.5, 2.7, 2.3, 2.5, 2.5, 2.4, 2.4, 2.6, 2.4},
		{5.1, 3.9, 4.2, 5.0, 3.8, 3.9, 3.9, 3.9, 3.9, 4.0, 4.1, 3.8},
		{5.8, 5.7, 5.9, 5.9, 6.0, 6.1, 6.0, 6.1, 6.4, 6.3, 6.0, 6.1},
		{7.6, 7.7, 7.8, 7.7, 7.8, 7.8, 7.8, 7.7, 7.8, 7.5, 7.6, 7.7},
		{9.1, 9.3, 9.5, 9.3, 9.4, 9.5, 9.5, 9.5, 9.6, 9.2, 9.3, 9.4}};
	double reference[60];
	struct zhun_linearity r = {0};
	struct zhun_error err;
	for (size_t i = 0; i < 60; i++)
		reference[i] = 2.0 * (double)(i / 12 + 1);
	CHECK_CODE(zhun_linearity_of(reference, &readings[0][0], 60, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.slope, -0.131667, 5e-7);
	CHECK_NEAR(r.intercept, 0.736667, 5e-7);
	CHECK_NEAR(r.s, 0.23954, 5e-6);
	CHECK_NEAR(r.r2, 0.714, 5e-4);
	CHECK_NEAR(r.percent, 13.1667, 5e-5);
	CHECK(r.p_slope < 1e-9);
	CHECK_CODE(zhun_linearity_of(reference, &readings[0][0], 12, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_linearity_of(reference, &readings[0][0], 2, &r, &err), ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"gauge: as Minitab prints", as_minitab_prints},
	{"gauge: interval of repeatability", interval_of_repeatability},
	{"gauge: intervals hold what they say", intervals_hold_what_they_say},
	{"gauge: nested parts", nested_parts},
	{"gauge: type 1 study", type_1_study},
	{"gauge: linearity (AIAG)", linearity},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
