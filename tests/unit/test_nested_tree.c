/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nested designs of any shape; expected values by tests/reference/nested.py, which takes them from projections. */
#include "measure/dd.h"
#include "near.h"
#include "zhun/measure/nested.h"

static struct zhun_dd series[64];

static struct zhun_nested_tree tree_of(const double *x, size_t n, const size_t *first, const size_t *second)
{
	struct zhun_nested_tree t = {{n, series}, {first, second}, second ? 3 : 2, ZHUN_NEGATIVE_ZERO};
	for (size_t i = 0; i < n; i++)
		series[i] = dd(x[i]);
	return t;
}

/* Mean squares expect 3, 5/3, 1 and 4/3, 1: ISO 5725-3's staggered design of three factors. */
static void staggered(void)
{
	static const double x[] = {40.2, 40.5, 41.1, 39.8, 39.6, 39.1, 42.0, 41.7, 42.4,
				   40.9, 41.0, 40.1, 38.9, 39.4, 40.0, 41.5, 41.4, 41.9};
	static const size_t lab[] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5};
	static const size_t day[] = {0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11};
	const struct zhun_nested_tree t = tree_of(x, 18, lab, day);
	struct zhun_nested n = {0};
	struct zhun_error err;
	if (!CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_OK, &err))
		return;
	CHECK_NEAR(n.level[0].ss, 16.862777777777783, 1e-12);
	CHECK_NEAR(n.level[1].ss, 1.915, 1e-12);
	CHECK_NEAR(n.level[0].component, 0.994601851851852, 1e-13);
	CHECK_NEAR(n.level[1].component, 0.20875, 1e-13);
	CHECK_NEAR(n.level[2].component, 0.245 / 6, 1e-13);
	CHECK_NEAR(n.level[0].component, (n.level[0].ms - 1.25 * n.level[1].ms + 0.25 * n.level[2].ms) / 3, 1e-13);
	CHECK_NEAR(n.level[0].dof, 3.868604224976922, 1e-11);
	CHECK_NEAR(n.level[1].dof, 4.4894761553424125, 1e-11);
	CHECK_NEAR(n.level[0].F, 8.675384065737783, 1e-11);
	CHECK_NEAR(n.level[0].p, 0.01179584161761458, 1e-11);
	CHECK_NEAR(n.level[1].p, 0.012222597010131404, 1e-11);
	CHECK_NEAR(n.mean, 40.638888888888886, 1e-13);
	CHECK_NEAR(n.u, 0.4328558623039131, 1e-13);
	CHECK_NEAR(n.dof, 5, 1e-10);
}

static void unequal_numbers(void)
{
	static const double x[] = {10.1, 10.4, 10.2, 11.0, 10.8, 9.7, 9.9, 9.8, 10.0, 9.6, 10.5, 10.6};
	static const size_t group[] = {0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 3, 3};
	const struct zhun_nested_tree t = tree_of(x, 12, group, NULL);
	struct zhun_nested n = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_OK, &err);
	CHECK_NEAR(n.level[0].component, 0.2306617647058824, 1e-13);
	CHECK_NEAR(n.level[0].F, 31.4563106796116, 1e-10);
	CHECK_NEAR(n.level[0].p, 8.887080143620083e-05, 1e-14);
	CHECK_NEAR(n.u, 0.2628013365332455, 1e-13);
	CHECK_NEAR(n.dof, 2.963737678047789, 1e-11);
}

static void same_levels(const struct zhun_nested *n, const struct zhun_nested *b)
{
	for (size_t l = 0; l < b->levels; l++) {
		CHECK_NEAR(n->level[l].ss, b->level[l].ss, 1e-10 * b->level[l].ss);
		CHECK_NEAR(n->level[l].component, b->level[l].component, 1e-9 * b->level[0].ms);
		CHECK_NEAR(n->level[l].dof, b->level[l].dof, 1e-7 * (1 + b->level[l].dof));
		CHECK_NEAR(n->level[l].p, b->level[l].p, 1e-9);
	}
}

/* Where the design is balanced both ways say the same. */
static void balanced_designs_agree(void)
{
	unsigned long long state = 5725;
	for (int round = 0; round < 200; round++) {
		size_t a = 2 + unit_random(&state) % 3, b = 2 + unit_random(&state) % 3;
		size_t c = 2 + unit_random(&state) % 3, all = a * b * c, lab[64], day[64];
		for (size_t i = 0; i < all; i++) {
			series[i] = dd((double)(unit_random(&state) % 10000) / 7 + 50 * (double)(i / (b * c)));
			lab[i] = i / (b * c);
			day[i] = i / c;
		}
		enum zhun_negative negative = round % 2 ? ZHUN_NEGATIVE_ZERO : ZHUN_NEGATIVE_KEEP;
		const struct zhun_nested_tree t = {{all, series}, {lab, day}, 3, negative};
		const struct zhun_nested_design d = {{all, series}, {a, b, c}, 3, negative};
		struct zhun_nested n = {0}, balanced = {0};
		struct zhun_error err;
		if (!CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_OK, &err) ||
		    !CHECK_CODE(zhun_nested_analyse(&d, &balanced, &err), ZHUN_OK, &err))
			return;
		same_levels(&n, &balanced);
		CHECK_NEAR(n.u, balanced.u, 1e-10 * balanced.u);
		CHECK_NEAR(n.dof, balanced.dof, 1e-7);
	}
}

static void refuses(void)
{
	static const double x[] = {1, 2, 3, 4};
	static const size_t each[] = {0, 1, 2, 3}, one[] = {0, 0, 0, 0}, two[] = {0, 0, 1, 1}, across[] = {0, 1, 1, 2};
	struct zhun_nested n;
	struct zhun_error err;
	struct zhun_nested_tree t = tree_of(x, 4, each, NULL);
	CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_E_SERIES_SHORT, &err);
	t.group[0] = one;
	CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_E_SERIES_SHORT, &err);
	t = tree_of(x, 4, two, across);
	CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_E_PARAMETER_BAD, &err);
	t.levels = 1;
	CHECK_CODE(zhun_nested_tree_analyse(&t, &n, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"nested tree: a staggered design", staggered},
	{"nested tree: unequal numbers", unequal_numbers},
	{"nested tree: balanced designs agree", balanced_designs_agree},
	{"nested tree: what it refuses", refuses},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
