/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an input of a budget may be besides a value with its uncertainty: study/budget_density.c. */
#include <math.h>

#include "near.h"
#include "unit.h"
#include "unit_budget.h"
#include "zhun/study/budget.h"

enum { ROOM = 256 << 20 };

static struct zhun_arena *arena;

static const struct zhun_budget_figure *figure(const char *s, size_t draws)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = draws};
	const struct zhun_budget_result *r = unit_budget_run(arena, s, &ask);
	return r ? r->figures : NULL;
}

/* Values by scipy 1.10: stats.poisson(1042), binom(60, 0.2), rv_histogram, truncnorm(−1, 3). */
static void own_distributions(void)
{
	static const struct {
		const char *input;
		double value, u, low, high, room;
	} rows[] = {
		{"{poisson: 1042}", 1042, 32.2800247831380, 979, 1106, 0},
		{"{value: 1042, poisson: {}}", 1042, 32.2800247831380, 979, 1106, 0},
		{"{binomial: {trials: 60, probability: 0.2}}", 12, 3.09838667696593, 6, 18, 0},
		{"{histogram: {edges: [0, 1, 2, 4, 5.5], weights: [5, 7, 0, 2]}}", 1.6071428571428572,
		 1.3974283961795606, 0.07, 5.2375, 0.02},
		{"{histogram: [[0, 1, 5], [1, 2, 7], [4, 5.5, 2]]}", 1.6071428571428572, 1.3974283961795606, 0.07,
		 5.2375, 0.02},
		{"{formula: {density: exp(-x^2/2), low: -1, high: 3}}", 0.28278611072715401, 0.784946963404426,
		 -0.9166801890832549, 2.0074709720421517, 0.02},
		{"{value: 2, exponential: {}}", 2, 2, 0.0506356, 7.3777589, 0.06},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_budget_figure *f = figure(
			zhun_printf(arena, "model: y = n\noutputs: {y: {p: 95 %%}}\ninputs: {n: %s}\n", rows[i].input),
			200000);
		if (!f || !f->mc)
			continue;
		CHECK_NEAR(f->value, rows[i].value, 1e-12 * rows[i].value);
		CHECK_NEAR(f->u, rows[i].u, 1e-12 * rows[i].u);
		CHECK_NEAR(f->mc->low.at, rows[i].low, rows[i].room);
		CHECK_NEAR(f->mc->high.at, rows[i].high, rows[i].room);
	}
}

/* In other units, and as a second component: the density is moved and stretched with its input. */
static void densities_have_units(void)
{
	const struct zhun_budget_figure *f = figure(
		"model: y = d\noutputs: {y: {unit: um}}\n"
		"inputs: {d: {unit: mm, histogram: {edges: [1, 2 mm, 4000 um], weights: [1, 3]}}}\n",
		1000);
	if (f)
		CHECK(fabs(f->value - 2625) < 1e-9 && fabs(f->u - 1000 * sqrt(0.609375 + 2.0 / 24)) < 400);
	f = figure("model: y = t\noutputs: {y: {unit: °C}}\n"
		   "inputs: {t: {unit: °C, formula: {density: '1', low: 20 °C, high: 22 °C}}}\n",
		   100000);
	if (f && f->mc) {
		CHECK_NEAR(f->value, 21, 1e-9);
		CHECK_NEAR(f->u, 1 / sqrt(3), 1e-9);
		CHECK_NEAR(f->mc->low.at, 20.05, 0.01);
	}
	f = figure("model: y = t\noutputs: {y: {unit: °C}}\ninputs:\n  t:\n    value: 21 °C\n    uncertainty:\n"
		   "    - {u: 0.1 °C}\n    - {histogram: {edges: [-1, 1], weights: [1]}}\n",
		   100000);
	if (f && f->mc) {
		CHECK_NEAR(f->value, 21, 1e-9);
		CHECK_NEAR(f->u, sqrt(0.01 + 1.0 / 3), 1e-9);
		CHECK_NEAR(f->mc->mean, 21, 0.01);
	}
}

static void refused(void)
{
	static const struct {
		const char *input;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"{unit: mm, poisson: 4}", ZHUN_E_BUDGET_COUNTS, "line 2 column 13 /inputs/n"},
		{"{poisson: -4}", ZHUN_E_PARAMETER_BAD, "line 2 column 23 /inputs/n/poisson"},
		{"{histogram: {edges: [0, 1]}}", ZHUN_E_PART_MISSING, "line 2 column 25 /inputs/n/histogram"},
		{"{histogram: {edges: [0, 1], weights: [1, 1]}}", ZHUN_E_PARAMETER_BAD,
		 "line 2 column 33 /inputs/n/histogram/edges"},
		{"{histogram: [[0, 1, 5], [0.5, 2, 7]]}", ZHUN_E_PARAMETER_BAD,
		 "line 2 column 37 /inputs/n/histogram/1"},
		{"{histogram: [[0, 1]]}", ZHUN_E_BUDGET_SHAPE, "line 2 column 26 /inputs/n/histogram/0"},
		{"{formula: {density: x - 1, low: 0, high: 3}}", ZHUN_E_DENSITY_NEGATIVE,
		 "line 2 column 33 /inputs/n/formula/density"},
		{"{formula: {density: x, low: 0}}", ZHUN_E_PART_MISSING, "line 2 column 23 /inputs/n/formula"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_budget *b = NULL;
		struct zhun_error err = {.code = ZHUN_OK};
		const char *text = zhun_printf(arena, "model: y = n\ninputs: {n: %s}\n", rows[i].input);
		CHECK_CODE(unit_budget_read(arena, text, &b, &err), rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].place);
	}
}

static void faults(void)
{
	char text[] = "model: y = a + b + c\ninputs:\n  a: {poisson: 40}\n  b: {histogram: [[0, 1, 5], [2, 3, 1]]}\n"
		      "  c: {formula: {density: 1 + x, low: 0, high: 1}}\n";
	unit_fault_loop(unit_budget_whole, text);
}

static const struct unit_test tests[] = {
	{"inputs: distributions of one's own", own_distributions},
	{"inputs: densities have units", densities_have_units},
	{"inputs: what is refused, with its place", refused},
	{"inputs: without memory", faults},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open(ROOM);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
