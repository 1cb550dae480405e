/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/nested.h"

#include "near.h"
#include "zhun/measure/anova.h"

/* Worked by hand: two days with two runs of two readings. */
static const struct zhun_dd readings[] = {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}, {9, 0}, {10, 0}};

static void days_runs_readings(void)
{
	const struct zhun_nested_design d = {{8, readings}, {2, 2, 2}, 3, ZHUN_NEGATIVE_ZERO};
	struct zhun_nested n = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.level[0].ss, 50, 0);
	CHECK_NEAR(n.level[1].ss, 20, 0);
	CHECK_NEAR(n.level[2].ss, 2, 0);
	CHECK_NEAR(n.level[1].df, 2, 0);
	CHECK_NEAR(n.level[0].F, 5, 1e-15);
	CHECK_NEAR(n.level[0].component, 10, 1e-14);
	CHECK_NEAR(n.level[1].component, 4.75, 1e-15);
	CHECK_NEAR(n.level[2].component, 0.5, 1e-15);
	CHECK_NEAR(n.level[0].dof, 1600.0 / 2550, 1e-15);
	CHECK_NEAR(n.u, 2.5, 1e-15);
	CHECK_NEAR(n.dof, 1, 0);
	CHECK_NEAR(n.mean, 5, 0);
}

/* Days that agree better than their readings scatter: the component is below 0. */
static void negative_components(void)
{
	static const struct zhun_dd x[] = {{1, 0}, {3, 0}, {3, 0}, {1, 0}};
	struct zhun_nested_design d = {{4, x}, {2, 2}, 2, ZHUN_NEGATIVE_ZERO};
	struct zhun_nested n = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.level[0].component, 0, 0);
	d.negative = ZHUN_NEGATIVE_KEEP;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.level[0].component, -1, 0);
	CHECK_NEAR(n.level[0].dof, 0, 0);
}

static double draw(unsigned long long *state)
{
	return 1e6 + (double)(unit_random(state) % 1000) / 8;
}

/* Law: a design of two levels is the one-way analysis; sums of squares add up to the whole. */
static void laws_of_random_designs(void)
{
	unsigned long long state = 3;
	for (int run = 0; run < 500; run++) {
		struct zhun_dd x[240];
		size_t a = 2 + unit_random(&state) % 4, b = 2 + unit_random(&state) % 4;
		size_t c = 2 + unit_random(&state) % 4;
		struct zhun_series groups[5];
		double whole = 0, mean = 0;
		for (size_t i = 0; i < a * b * c; i++) {
			x[i] = (struct zhun_dd){draw(&state), 0};
			mean += (x[i].hi - 1e6) / (double)(a * b * c);
		}
		for (size_t i = 0; i < a * b * c; i++)
			whole += (x[i].hi - 1e6 - mean) * (x[i].hi - 1e6 - mean);
		for (size_t i = 0; i < a; i++)
			groups[i] = (struct zhun_series){b * c, x + i * b * c};
		const struct zhun_nested_design three = {{a * b * c, x}, {a, b, c}, 3, ZHUN_NEGATIVE_KEEP},
						two = {{a * b * c, x}, {a, b * c}, 2, ZHUN_NEGATIVE_KEEP};
		struct zhun_nested n3 = {0}, n2 = {0};
		struct zhun_anova one = {0};
		struct zhun_two_way t = {0};
		struct zhun_error err;
		CHECK_CODE(zhun_nested_analyse(&three, &n3, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_nested_analyse(&two, &n2, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_anova_groups(groups, a, &one, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_two_way_analyse(three.x, a, b, c, &t, &err), ZHUN_OK, &err);
		CHECK_NEAR(n2.level[0].F, one.F, 1e-12 * one.F);
		CHECK_NEAR(n2.u, one.u_grand_mean, 1e-12 * one.u_grand_mean);
		CHECK_NEAR(n3.level[0].ss + n3.level[1].ss + n3.level[2].ss, whole, 1e-9 * whole);
		CHECK_NEAR(t.a.ss + t.b.ss + t.interaction.ss + t.residual.ss, whole, 1e-9 * whole);
		CHECK_NEAR(t.b.ss + t.interaction.ss, n3.level[1].ss, 1e-9 * whole);
	}
}

/* The same readings crossed, by hand: 50, 18, 2 and 2. */
static void two_factors_crossed(void)
{
	struct zhun_two_way t = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_two_way_analyse((struct zhun_series){8, readings}, 2, 2, 2, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t.a.F, 100, 1e-12);
	CHECK_NEAR(t.b.F, 36, 1e-12);
	CHECK_NEAR(t.interaction.F, 4, 1e-12);
	CHECK_NEAR(t.residual.df, 4, 0);
	/* one reading a cell: the interaction serves as residual; by hand 25, 9 and 1 */
	static const struct zhun_dd single[] = {{1, 0}, {3, 0}, {5, 0}, {9, 0}};
	CHECK_CODE(zhun_two_way_analyse((struct zhun_series){4, single}, 2, 2, 1, &t, &err), ZHUN_OK, &err);
	CHECK_NEAR(t.a.ss, 25, 1e-14);
	CHECK_NEAR(t.b.ss, 9, 1e-14);
	CHECK_NEAR(t.residual.ss, 1, 1e-14);
	CHECK_NEAR(t.a.F, 25, 1e-12);
}

static void refuses_what_is_no_design(void)
{
	struct zhun_nested_design d = {{8, readings}, {2, 3}, 2, ZHUN_NEGATIVE_ZERO};
	struct zhun_nested n;
	struct zhun_two_way t;
	struct zhun_error err;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	d.sizes[1] = 1;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_E_SERIES_SHORT, &err);
	d.levels = 1;
	CHECK_CODE(zhun_nested_analyse(&d, &n, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_two_way_analyse(d.x, 2, 2, 3, &t, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	CHECK_CODE(zhun_two_way_analyse(d.x, 1, 8, 1, &t, &err), ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"nested: days, runs, readings", days_runs_readings},
	{"nested: components below 0", negative_components},
	{"nested: laws of random designs", laws_of_random_designs},
	{"two-way: two factors crossed", two_factors_crossed},
	{"nested: refuses what is no design", refuses_what_is_no_design},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
