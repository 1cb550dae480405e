/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/homogeneity.h"

#include "near.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* Twelve units in duplicate; what is expected comes from the ranges and means, as ISO 13528 B.3 has it. */
static const char *const units[] = {"10.5", "10.4", "9.6", "9.5",  "10.4", "9.9",  "9.5",  "9.9",
				   "10.0", "9.7",  "9.6", "10.1", "9.8",  "10.4", "9.8",  "10.2",
				   "10.8", "10.7", "10.2", "10.0", "9.8", "9.5",  "10.2", "10.0"};

static void units_in_duplicate(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct zhun_homogeneity_data d = {series_of(a, units, 24), 12, 2};
	struct zhun_homogeneity h = {0};
	struct zhun_homogeneity_check c = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_homogeneity_of(&d, &h, &err), ZHUN_OK, &err);
	CHECK_NEAR(h.mean, 240.5 / 24, 1e-14);
	double w = 0, x = 0;  /* ISO 13528 B.3: from the ranges w_i and the means */
	for (size_t i = 0; i < 12; i++) {
		double one = d.x.x[2 * i].hi, two = d.x.x[2 * i + 1].hi;
		w += (one - two) * (one - two) / 24;
		x += ((one + two) / 2 - h.mean) * ((one + two) / 2 - h.mean) / 11;
	}
	CHECK_NEAR(h.s_w, sqrt(w), 1e-14);
	CHECK_NEAR(h.s_x, sqrt(x), 1e-14);
	CHECK_NEAR(h.s_s, sqrt(x - w / 2), 1e-14);
	CHECK_NEAR(h.F, 2 * x / w, 1e-12);
	CHECK_NEAR(h.u_star, sqrt(w / 2) * pow(2.0 / 12, 0.25), 1e-14);
	/* σ_pt 1.14: 0.3 σ_pt = 0.342 is kept */
	CHECK_CODE(zhun_homogeneity_check_of(&h, &d, 1.14, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.limit, 0.342, 1e-15);
	CHECK(c.holds && c.holds_expanded);
	CHECK_CODE(zhun_homogeneity_check_of(&h, &d, 0.5, &c, &err), ZHUN_OK, &err);
	CHECK(!c.holds);
	CHECK_CODE(zhun_homogeneity_check_of(&h, &d, 0, &c, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

/* ISO 13528:2022 table B.1: factors of the expanded criterion for duplicates; confirmed by
 * tests/reference/published.py. */
static void factors_of_the_expanded_criterion(void)
{
	static const struct {
		size_t g;
		double f1, f2;
	} table[] = {{20, 1.59, 0.57}, {15, 1.69, 0.71}, {10, 1.88, 1.01}, {7, 2.10, 1.43}};
	const struct zhun_homogeneity h = {.s_w = 1};
	for (size_t i = 0; i < ZHUN_COUNT(table); i++) {
		const struct zhun_homogeneity_data d = {{0, NULL}, table[i].g, 2};
		struct zhun_homogeneity_check c = {0};
		struct zhun_error err;
		CHECK_CODE(zhun_homogeneity_check_of(&h, &d, 1, &c, &err), ZHUN_OK, &err);
		CHECK_NEAR(c.F1, table[i].f1, 0.0051);
		CHECK_NEAR(c.F2, table[i].f2, 0.0051);
	}
}

static void stays_as_it_is(void)
{
	const struct zhun_stability_means means = {10, 0.03, 10.2, 0.04}, negative = {10, -1, 10.2, 0.04};
	struct zhun_stability_check c = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_stability_check_of(&means, 0.5, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.limit_expanded, 0.25, 1e-15);
	CHECK(!c.holds && c.holds_expanded);
	CHECK_CODE(zhun_stability_check_of(&negative, 0.5, &c, &err), ZHUN_E_PARAMETER_BAD, &err);
}

/* A line by hand: t 0 1 2 3, x 0 1 1 2: slope 0.6, rest 0.2 with 2 degrees of freedom, Σ(t − t̄)² = 5. */
static void trend_of_a_batch(void)
{
	static const char *const t[] = {"0", "1", "2", "3"}, *const x[] = {"0", "1", "1", "2"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series times = series_of(a, t, 4), values = series_of(a, x, 4);
	struct zhun_stability s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_stability_of(times, values, 24, &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s.slope, 0.6, 1e-15);
	CHECK_NEAR(s.u_slope, sqrt(0.02), 1e-15);
	CHECK_NEAR(s.u_lts, 24 * sqrt(0.02), 1e-14);
	CHECK_NEAR(s.t_critical, 4.302653, 1e-6);
	CHECK(!s.trend);
	values.count = 2;
	CHECK_CODE(zhun_stability_of(times, values, 24, &s, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	times.count = 2;
	CHECK_CODE(zhun_stability_of(times, values, 24, &s, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

static void refuses_what_is_no_design(void)
{
	static const struct zhun_dd x[] = {{1, 0}, {2, 0}, {3, 0}, {4, 0}};
	struct zhun_homogeneity_data d = {{4, x}, 3, 2};
	struct zhun_homogeneity h;
	struct zhun_stability s;
	struct zhun_error err;
	CHECK_CODE(zhun_homogeneity_of(&d, &h, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	d.units = 1;
	CHECK_CODE(zhun_homogeneity_of(&d, &h, &err), ZHUN_E_SERIES_SHORT, &err);
	const struct zhun_dd same[] = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};
	CHECK_CODE(zhun_stability_of((struct zhun_series){4, same}, d.x, 1, &s, &err), ZHUN_E_FIT_SINGULAR, &err);
}

/* 0.3² + 0.2² + 0.6² = 0.7² */
static void certified_value(void)
{
	struct zhun_material m = {0.3, 0.2, 0.6, 0};
	double u = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_material_u(&m, &u, &err), ZHUN_OK, &err);
	CHECK_NEAR(u, 0.7, 1e-15);
	m.u_sts = -1;
	CHECK_CODE(zhun_material_u(&m, &u, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"homogeneity: a certified value", certified_value},
	{"homogeneity: units in duplicate (ISO 13528 B.3)", units_in_duplicate},
	{"homogeneity: factors of the expanded criterion (ISO 13528 table B.1)", factors_of_the_expanded_criterion},
	{"stability: stays as it is (ISO 13528 B.5)", stays_as_it_is},
	{"stability: trend of a batch", trend_of_a_batch},
	{"homogeneity: refuses what is no design", refuses_what_is_no_design},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
