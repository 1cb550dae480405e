/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/comparison.c, measure/robust_pairs.c */
#include "zhun/measure/comparison.h"

#include "near.h"

/* Key comparison BIPM.RI(II)-K1, equivalent activities in kBq: Ag-110m as of 2020 (reference 5980.8, u 6.4)
 * and Ra-223 as of 2022 (54670, u 140) with its published degrees of equivalence in MBq. */
static const double ag[] = {5973, 5985, 5971, 6005, 5974}, u_ag[] = {17, 7, 22, 48, 19};
static const double ra[] = {54400, 54740, 55055, 54590}, u_ra[] = {120, 300, 210, 150};

static void key_comparison_references(void)
{
	struct zhun_moderated m = {0};
	double w[5];
	struct zhun_error err;
	CHECK_CODE(zhun_power_moderated(ag, u_ag, 5, w, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m.mean, 5980.8, 0.05);
	CHECK_NEAR(m.u, 6.4, 0.05);
	CHECK_NEAR(w[0] + w[1] + w[2] + w[3] + w[4], 1, 1e-14);
	CHECK_CODE(zhun_power_moderated(ra, u_ra, 4, w, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m.mean, 54670, 5);
	CHECK_NEAR(m.u, 140, 5);
	CHECK_CODE(zhun_power_moderated(ra, u_ra, 2, w, &m, &err), ZHUN_E_SERIES_SHORT, &err);
}

static void degrees_of_equivalence(void)
{
	static const struct {
		double d, U;
	} published[] = {{-0.27, 0.32}, {0.07, 0.56}, {0.39, 0.42}, {-0.08, 0.35}};
	struct zhun_moderated m = {0};
	double w[4];
	struct zhun_error err;
	CHECK_CODE(zhun_power_moderated(ra, u_ra, 4, w, &m, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < 4; i++) {
		struct zhun_equivalence e = zhun_equivalence_to(ra[i], u_ra[i], w[i], m.mean, m.u, 2);
		CHECK_NEAR(e.d / 1000, published[i].d, 0.0051);
		CHECK_NEAR(e.U / 1000, published[i].U, 0.0051);
		CHECK_NEAR(e.en, e.d / e.U, 1e-15);
	}
	CHECK_NEAR(zhun_equivalence_to(3, 0.3, 0, 1, 0.4, 2).U, 1, 1e-15);
	CHECK(isinf(zhun_equivalence_to(3, 0, 0, 1, 0, 2).en));
}

static void consistent_subset(void)
{
	static const double x[] = {10, 10.1, 9.9, 14, 10.05}, u[] = {0.1, 0.1, 0.1, 0.1, 0.2}, one[] = {1, 9},
			    small[] = {0.1, 0.1};
	bool chosen[5];
	struct zhun_reference r = {0}, four = {0};
	struct zhun_error err;
	static const double without[] = {10, 10.1, 9.9, 10.05}, u_without[] = {0.1, 0.1, 0.1, 0.2};
	CHECK_CODE(zhun_consistent_subset(&(struct zhun_comparison){x, u, 5}, 0.05, chosen, &r, &err), ZHUN_OK,
		   &err);
	CHECK(chosen[0] && chosen[1] && chosen[2] && !chosen[3] && chosen[4]);
	CHECK_CODE(zhun_reference_value(ZHUN_WEIGHTED_MEAN, without, u_without, 4, &four, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.mean, four.mean, 1e-14);
	CHECK_NEAR(r.u, four.u, 1e-15);
	CHECK_NEAR(r.p, four.p, 1e-12);
	CHECK_CODE(zhun_consistent_subset(&(struct zhun_comparison){one, small, 2}, 0.05, chosen, &r, &err),
		   ZHUN_OK, &err);
	CHECK_INT(chosen[0] + chosen[1], 1);
	CHECK_CODE(zhun_consistent_subset(&(struct zhun_comparison){one, small, 1}, 0.05, chosen, &r, &err),
		   ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_consistent_subset(&(struct zhun_comparison){one, small, 21}, 0.05, chosen, &r, &err),
		   ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_consistent_subset(&(struct zhun_comparison){one, small, 2}, 1, chosen, &r, &err),
		   ZHUN_E_PARAMETER_BAD, &err);
}

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

/* Law: of many normal results the Q method finds the spread, Hampel the place, also with a tenth of them
 * far away; both follow a change of place and scale. */
static void robust_by_pairs(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 26);
	double x[1000], y[1000], s = 0, t = 0, m = 0, moved = 0;
	unsigned long long state = 13528;
	struct zhun_error err;
	for (size_t i = 0; i < 1000; i++) {
		x[i] = sqrt(-2 * log(uniform(&state))) * cos(2 * acos(-1) * uniform(&state));
		y[i] = 5 + 3 * x[i];
	}
	CHECK_CODE(zhun_q_method(a, x, 1000, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s, 1, 0.08);
	CHECK_CODE(zhun_q_method(a, y, 1000, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t, 3 * s, 1e-9);
	CHECK_CODE(zhun_hampel(a, x, 1000, s, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m, 0, 0.13);
	CHECK_CODE(zhun_hampel(a, y, 1000, t, &moved, &err), ZHUN_OK, &err);
	CHECK_NEAR(moved, 5 + 3 * m, 1e-8);
	for (size_t i = 0; i < 100; i++)
		x[i] = 1e6;
	CHECK_CODE(zhun_q_method(a, x, 1000, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t, s, 0.3);
	CHECK_CODE(zhun_hampel(a, x, 1000, t, &moved, &err), ZHUN_OK, &err);
	CHECK_NEAR(moved, m, 0.05);
	CHECK_CODE(zhun_q_method(a, x, 1, &t, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_CODE(zhun_q_method(a, x, 2001, &t, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_hampel(a, x, 5, 0, &t, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

/* By hand: 1, 2, 4 differ by 1, 2, 3. H rises by thirds, the halved steps are 1/6, 1/2, 5/6; a quarter is read
 * at 1 + (1/4 − 1/6)/(1/2 − 1/6) = 1.25, over √2 times the quantile of 0.625. Same results have no spread. */
static void q_by_hand(void)
{
	static const double x[] = {1, 4, 2}, same[] = {7, 7, 7};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	double s = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_q_method(a, x, 3, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s, 1.25 / (sqrt(2) * 0.3186393639643752), 1e-12);
	/* tenths, whose differences are as in 1, 4, 2 but for the last binary digits */
	static const double tenths[] = {10.1, 10.4, 10.2, 10.3}, whole[] = {1, 4, 2, 3};
	double t = 0;
	CHECK_CODE(zhun_q_method(a, tenths, 4, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_q_method(a, whole, 4, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(s, t / 10, 1e-13);
	CHECK_CODE(zhun_q_method(a, same, 3, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s, 0, 0);
	zhun_arena_close(a);
}

static void median_and_words(void)
{
	static const double x[] = {1, 2, 3, 4, 100};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	double m = 0, u = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_median_reference(a, x, 5, &m, &u, &err), ZHUN_OK, &err);
	CHECK_NEAR(m, 3, 0);
	CHECK_NEAR(u, 1.858 / 2, 1e-15);
	CHECK_CODE(zhun_median_reference(a, x, 2, &m, &u, &err), ZHUN_E_SERIES_SHORT, &err);
	CHECK_NEAR(zhun_q_score(10.25, 10), 2.5, 1e-13);
	CHECK(isinf(zhun_q_score(1, 0)));
	CHECK(zhun_assess_z(-2) == ZHUN_SATISFACTORY && zhun_assess_z(2.5) == ZHUN_QUESTIONABLE &&
	      zhun_assess_z(-3) == ZHUN_UNSATISFACTORY);
	CHECK(zhun_assess_en(1) == ZHUN_SATISFACTORY && zhun_assess_en(-1.01) == ZHUN_UNSATISFACTORY);
	for (int i = 0; i <= ZHUN_UNSATISFACTORY; i++)
		CHECK(zhun_assessment_title((enum zhun_assessment)i, ZHUN_EN) &&
		      zhun_assessment_title((enum zhun_assessment)i, ZHUN_ZH));
	zhun_arena_close(a);
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	double median, u, sd, centre;
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_median_reference(a, ag, 5, &median, &u, &err);
	if (!code)
		code = zhun_q_method(a, ag, 5, &sd, &err);
	return code ? code : zhun_hampel(a, ag, 5, sd, &centre, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"comparison: references of BIPM.RI(II)-K1", key_comparison_references},
	{"comparison: degrees of equivalence of BIPM.RI(II)-K1", degrees_of_equivalence},
	{"comparison: consistent subset", consistent_subset},
	{"comparison: robust by pairs", robust_by_pairs},
	{"comparison: Q by hand", q_by_hand},
	{"comparison: median and words", median_and_words},
	{"comparison: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
