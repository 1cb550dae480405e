/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/laboratory.h"

#include "near.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* JJF 1033: at the limit it holds. */
static void standards_are_verified(void)
{
	static const char *const y[] = {"10", "11", "12", "15"}, *const one[] = {"1", "3"}, *const two[] = {"4", "2.5"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct zhun_series labs = series_of(a, y, 4), groups[] = {series_of(a, one, 2), series_of(a, two, 2)};
	struct zhun_agreement g = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_verify_transfer(10, 3, 15, 4, &g, &err), ZHUN_OK, &err);
	CHECK_NEAR(g.limit, 5, 0);
	CHECK(g.holds);
	CHECK_CODE(zhun_verify_transfer(10, 3, 15.1, 4, &g, &err), ZHUN_OK, &err);
	CHECK(!g.holds);
	CHECK_CODE(zhun_verify_transfer(10, -3, 15.1, 4, &g, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_verify_comparison(labs, 3, 4, &g, &err), ZHUN_OK, &err);
	CHECK_NEAR(g.difference, 3, 0);
	CHECK_NEAR(g.limit, sqrt(0.75) * 4, 1e-15);
	CHECK(g.holds);
	CHECK_CODE(zhun_verify_comparison(labs, 4, 4, &g, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_standard_stability(groups, 2, 1, &g, &err), ZHUN_OK, &err);
	CHECK_NEAR(g.difference, 1.25, 0);
	CHECK(!g.holds);
	CHECK_CODE(zhun_standard_stability(groups, 1, 1, &g, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

static void repeatability_of_a_standard(void)
{
	static const char *const t[] = {"1", "2", "1", "2", "1", "2", "1", "2", "1", "2"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s = series_of(a, t, 10);
	struct zhun_agreement g = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_standard_repeatability(s, 0, &g, &err), ZHUN_OK, &err);
	CHECK_NEAR(g.difference, sqrt(2.5 / 9), 1e-15);
	CHECK(g.holds);
	CHECK_CODE(zhun_standard_repeatability(s, 0.5, &g, &err), ZHUN_OK, &err);
	CHECK(!g.holds);
	s.count = 9;
	CHECK_CODE(zhun_standard_repeatability(s, 0.5, &g, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* Ten readings with s0 = √(2.5/9); two replicates with, then without a blank of five readings. */
static void limits_of_detection(void)
{
	static const char *const t[] = {"1", "2", "1", "2", "1", "2", "1", "2", "1", "2"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_detection_plan p = {.readings = series_of(a, t, 10), .replicates = 2, .blanks = 5};
	struct zhun_detection d = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_detection_of(&p, &d, &err), ZHUN_OK, &err);
	CHECK_NEAR(d.lod, 3 * sqrt(2.5 / 9) * sqrt(0.7), 1e-15);
	CHECK_NEAR(d.loq, 10 * sqrt(2.5 / 9) * sqrt(0.7), 1e-14);
	p.blanks = 0;
	p.k_loq = 6;
	CHECK_CODE(zhun_detection_of(&p, &d, &err), ZHUN_OK, &err);
	CHECK_NEAR(d.loq, 6 * sqrt(2.5 / 9) * sqrt(0.5), 1e-15);
	p.replicates = 0;
	CHECK_CODE(zhun_detection_of(&p, &d, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

/* x 0 1 2 3, y 1 3 4 6 by hand: slope 1.6, intercept 1.1, Σ residuals² 0.2, Σ(x − x̄)² 5. */
static void lines_of_chemistry(void)
{
	static const char *const tx[] = {"0", "1", "2", "3"}, *const ty[] = {"1", "3", "4", "6"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series x = series_of(a, tx, 4), y = series_of(a, ty, 4);
	struct zhun_detectable c = {0};
	struct zhun_addition s = {0};
	struct zhun_error err;
	double sd = sqrt(0.1);
	CHECK_CODE(zhun_detectable_of(x, y, 1, 0.05, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.s, sd, 1e-15);
	CHECK_NEAR(c.critical, 2.919986 * sd / 1.6 * sqrt(1 + 0.25 + 2.25 / 5), 1e-6);
	CHECK_NEAR(c.detectable, 2 * c.critical, 0);
	CHECK_CODE(zhun_addition_of(x, y, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s.content, 1.1 / 1.6, 1e-15);
	CHECK_NEAR(s.u, sd / 1.6 * sqrt(0.25 + 3.5 * 3.5 / (1.6 * 1.6 * 5)), 1e-15);
	CHECK_NEAR(s.dof, 2, 0);
	y.count = 3;
	CHECK_CODE(zhun_addition_of(x, y, &s, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	x.count = y.count = 2;
	CHECK_CODE(zhun_addition_of(x, y, &s, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_detectable_of(x, y, 0, 0.05, &c, &err), ZHUN_E_PARAMETER_BAD, &err);
	const struct zhun_dd same[] = {{1, 0}, {1, 0}, {1, 0}};
	CHECK_CODE(zhun_addition_of((struct zhun_series){3, same}, (struct zhun_series){3, same}, &s, &err),
		   ZHUN_E_FIT_SINGULAR, &err);
	zhun_arena_close(a);
}

/* Nordtest TR 537, ammonium in water: u(Rw) 1.67 %, RMS of bias 2.26 %, u(Cref) 1.52 %: u(bias) 2.73 %,
 * u_c 3.20 %, U 6.4 %. The second: one reference material, by hand. */
static void nordtest(void)
{
	static const char *const one[] = {"2.26"}, *const two[] = {"3", "-4"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_nordtest_data d = {series_of(a, one, 1), 1.67, 1.52, 0, 0};
	struct zhun_nordtest n = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_nordtest_of(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.u_bias, 2.73, 0.01);
	CHECK_NEAR(n.u_c, 3.20, 0.01);
	CHECK_NEAR(n.U, 6.4, 0.02);
	d = (struct zhun_nordtest_data){series_of(a, one, 1), 0, 0, 4, 16};
	CHECK_CODE(zhun_nordtest_of(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.u_bias, sqrt(2.26 * 2.26 + 1), 1e-15);
	d.bias = series_of(a, two, 2);
	CHECK_CODE(zhun_nordtest_of(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.rms_bias, sqrt(12.5), 1e-15);
	d.bias.count = 0;
	CHECK_CODE(zhun_nordtest_of(&d, &n, &err), ZHUN_E_SERIES_SHORT, &err);
	d.bias.count = 1;
	d.n = 0;
	CHECK_CODE(zhun_nordtest_of(&d, &n, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"laboratory: standards are verified (JJF 1033)", standards_are_verified},
	{"laboratory: repeatability of a standard", repeatability_of_a_standard},
	{"laboratory: limits of detection and quantification", limits_of_detection},
	{"laboratory: lines of chemistry", lines_of_chemistry},
	{"laboratory: Nordtest TR 537", nordtest},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
