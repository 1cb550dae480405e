/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/ilc.c, measure/robust.c, measure/precision.c */
#include "zhun/measure/ilc.h"

#include "near.h"

/* CCQM-K30, lead in wine: nine laboratories, µmol/kg; reference values computed with R's metafor. */
static const double lead[] = {2.893, 2.936, 2.94, 2.96, 2.98, 3, 3.001, 3.07, 3.13};
static const double u_lead[] = {
	0.020657276995305163, 0.0125, 0.0165, 0.1 / 3, 0.10050251256281408, 0.05, 0.068, 0.085, 0.06};

static void reference_values(void)
{
	struct zhun_reference r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_reference_value(ZHUN_WEIGHTED_MEAN, lead, u_lead, 9, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.mean, 2.939597266711811, 1e-12);
	CHECK_NEAR(r.u, 0.008319483037083741, 1e-14);
	CHECK_NEAR(r.chi2, 20.406712421089836, 1e-10);
	CHECK_NEAR(r.p, 0.008902109055868336, 1e-12);
	struct zhun_equivalence e = zhun_degree_of_equivalence(lead[8], u_lead[8], &r, 2);
	CHECK_NEAR(e.U, 0.11884083813227969, 1e-12);
	CHECK_NEAR(e.en, 1.6021658571294743, 1e-10);
	CHECK_CODE(zhun_reference_value(ZHUN_MANDEL_PAULE, lead, u_lead, 9, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.mean, 2.968475865699, 2e-6);
	CHECK_NEAR(r.tau2, 0.0027052439526462, 1e-6);
	CHECK_CODE(zhun_reference_value(ZHUN_DERSIMONIAN_LAIRD, lead, u_lead, 9, &r, &err), ZHUN_OK,
		   &err);
	CHECK_NEAR(sqrt(r.tau2), 0.034839667008682, 1e-12);
	CHECK_NEAR(r.u, 0.017413866113295, 1e-12);
}

/* Law: consistent results have no variance between laboratories, and all methods agree. */
static void consistent_results_need_no_excess(void)
{
	const double x[] = {10.0, 10.1, 9.9}, u[] = {0.5, 0.4, 0.6};
	struct zhun_reference plain = {0}, r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_reference_value(ZHUN_WEIGHTED_MEAN, x, u, 3, &plain, &err), ZHUN_OK, &err);
	for (enum zhun_reference_method m = ZHUN_MANDEL_PAULE; m <= ZHUN_DERSIMONIAN_LAIRD; m++) {
		CHECK_CODE(zhun_reference_value(m, x, u, 3, &r, &err), ZHUN_OK, &err);
		CHECK_NEAR(r.tau2, 0, 0);
		CHECK_NEAR(r.mean, plain.mean, 1e-15);
	}
	const double bad[] = {0.5, 0, 0.6};
	CHECK_CODE(zhun_reference_value(ZHUN_WEIGHTED_MEAN, x, bad, 3, &r, &err), ZHUN_E_PARAMETER_BAD,
		   &err);
	CHECK_CODE(zhun_reference_value(ZHUN_WEIGHTED_MEAN, x, u, 1, &r, &err), ZHUN_E_SERIES_SHORT,
		   &err);
}

static void robust_means(void)
{
	static const double x[] = {0.264, 0.267, 0.296, 0.311, 0.331, 0.4246};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_robust r = {0};
	struct zhun_error err;
	double m = 0;
	CHECK_CODE(zhun_algorithm_a(a, x, 6, 1.134, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.mean, 0.30958828350505097, 1e-12);
	CHECK_NEAR(r.sd, 0.05262761168360374, 1e-12);
	CHECK_CODE(zhun_median(a, x, 6, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m, 0.3035, 1e-15);
	CHECK_CODE(zhun_median(a, x, 0, &m, &err), ZHUN_E_SERIES_SHORT, &err);
	/* ISO 5725-5 table 1 prints 1.134, and 1.645 and 1.097 for one degree of freedom */
	CHECK_NEAR(zhun_algorithm_a_factor(), 1.134, 1e-3);
	CHECK_NEAR(zhun_algorithm_s_constants(1).eta, 1.645, 5e-4);
	CHECK_NEAR(zhun_algorithm_s_constants(1).xi, 1.097, 5e-4);
	zhun_arena_close(a);
}

/* Law: a single wild range moves Algorithm S by no more than its limit lets it. */
static void a_wild_range_is_held(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct zhun_algorithm_s constants = zhun_algorithm_s_constants(1);
	double w[] = {0.28, 0.49, 0.40, 0.00, 0.35, 1.98, 0.80, 0.32, 0.95}, tame = 0, wild = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_algorithm_s(a, w, 9, &constants, &tame, &err), ZHUN_OK, &err);
	w[5] = 1e6;
	CHECK_CODE(zhun_algorithm_s(a, w, 9, &constants, &wild, &err), ZHUN_OK, &err);
	CHECK(wild >= tame && wild < 1.01 * tame);
	zhun_arena_close(a);
}

static void scores(void)
{
	const struct zhun_score_inputs in = {10.25, 0.06, 10, 0.03, 0.1, 2},
				       none = {10.25, 0, 10, 0, 0, 2};
	struct zhun_scores s = zhun_scores_of(&in);
	CHECK_NEAR(s.z, 2.5, 1e-12);
	CHECK_NEAR(s.z_prime, 2.3945657130528786, 1e-12);
	CHECK_NEAR(s.zeta, 3.7267799624996494, 1e-12);
	CHECK_NEAR(s.en, 1.8633899812498247, 1e-12);
	CHECK(isinf(zhun_scores_of(&none).z) && isinf(zhun_scores_of(&none).en));
}

/* ASTM E691, glucose in serum, material A: eight laboratories, three replicates, mg/dL. */
static void precision(void)
{
	static const double glucose[] = {41.03, 41.45, 41.37, 41.17, 42,    41.15, 41.01, 40.68,
					 42.66, 39.37, 42.37, 42.63, 41.88, 41.19, 41.32, 43.28,
					 40.5,	42.28, 41.08, 41.27, 39.02, 43.36, 42.65, 41.72};
	struct zhun_precision p = {0};
	struct zhun_mandel m = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_precision_of(glucose, 8, 3, &p, &err), ZHUN_OK, &err);
	CHECK_NEAR(p.mean, 41.51833333333334, 1e-12);
	CHECK_NEAR(p.s_r, 1.0632242629536508, 1e-12);
	CHECK_NEAR(p.s_L, 0, 0);
	CHECK_NEAR(p.cochran, 0.36296888764388735, 1e-12);
	CHECK_CODE(zhun_mandel_of(glucose, 8, 3, 0, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m.h, -0.3877072437872669, 1e-10);
	CHECK_CODE(zhun_mandel_of(glucose, 8, 3, 3, &m, &err), ZHUN_OK, &err);
	CHECK_NEAR(m.k, 1.7040396418954278, 1e-10);
	CHECK_CODE(zhun_precision_of(glucose, 24, 1, &p, &err), ZHUN_E_SERIES_SHORT, &err);
}

static enum zhun_code robust(struct zhun_arena *a, void *context)
{
	struct zhun_robust r;
	struct zhun_error err;
	(void)context;
	return zhun_algorithm_a(a, lead, 9, 1.134, &r, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(robust, NULL);
}

static const struct unit_test tests[] = {
	{"ilc: reference values of CCQM-K30", reference_values},
	{"ilc: consistent results need no excess variance", consistent_results_need_no_excess},
	{"ilc: robust means", robust_means},
	{"ilc: a wild range is held", a_wild_range_is_held},
	{"ilc: scores", scores},
	{"ilc: precision of a method (ASTM E691 glucose)", precision},
	{"ilc: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
