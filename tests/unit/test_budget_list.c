/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study/budget_list.c; averages of levels (measure/model_call.c) in budgets */
#include <math.h>
#include <stdlib.h>

#include "near.h"
#include "unit.h"
#include "unit_budget.h"
#include "zhun/study/budget.h"

enum { ROOM = 256 << 20 };

static struct zhun_arena *arena;

static const struct zhun_budget_figure *figure(const char *s)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = 20000};
	const struct zhun_budget_result *r = unit_budget_run(arena, s, &ask);
	return r ? r->figures : NULL;
}

/* By hand: √(1² + 2² + 2²) = 3 where the elements are apart, 1 + 2 + 2 = 5 where they go together. */
static void volumes(void)
{
	static const struct {
		const char *model, *more;
		double value, u;
	} rows[] = {
		{"sum(V)", "u: [0.01 mL, 0.02, 20 uL]", 30.06, 0.03},
		{"sum(V)", "u: [0.01 mL, 0.02 mL, 0.02 mL], correlation: 1", 30.06, 0.05},
		{"sum(V)", "u: 0.01 mL", 30.06, 0.01 * 1.7320508075688772},
		{"mean(V)", "U: 0.03 mL, k: 3, correlation: -0.5", 10.02, 0},
		{"V[3]", "u: [0.01 mL, 0.02 mL, 0.02 mL]", 10.02, 0.02},
		{"sum(V*[1, 0, -1])", "rectangular: 0.01 mL", -0.01, 0.01 * 0.81649658092772603},
		{"mean(V)", "", 10.02, 0},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const char *comma = *rows[i].more ? ", " : "";
		const struct zhun_budget_figure *f = figure(zhun_printf(
			arena,
			"model: y = %s\noutputs: {y: {unit: mL}}\n"
			"inputs: {V: {values: [10.01 mL, 10.03, 10.02 mL]%s%s}}\n",
			rows[i].model, comma, rows[i].more));
		if (!f)
			continue;
		CHECK_NEAR(f->value, rows[i].value, 1e-12);
		CHECK_NEAR(f->u, rows[i].u, 1e-9);
		CHECK_NEAR(f->mc->u, rows[i].u, 0.03 * rows[i].u + 1e-9);
	}
}

/* Readings of one quantity in a list: their mean is what readings without a list give, ν = n − 1 and all. */
static void repeated_readings(void)
{
	const struct zhun_budget_figure *one = figure(
		"model: y = r\noutputs: {y: {unit: mm, p: 95 %}}\ninputs: {r: {readings: [1.2 mm, 1.5, 1.1, 1.4]}}\n");
	const struct zhun_budget_figure *list =
		figure("model: {y: mean(r), s: sd(r), n: n(r)}\n"
		       "outputs: {y: {unit: mm, p: 95 %}, s: {unit: mm}, n: {}}\n"
		       "inputs: {r: {values: [1.2 mm, 1.5, 1.1, 1.4], repeated: yes}}\n");
	if (!one || !list)
		return;
	CHECK_NEAR(list->value, one->value, 1e-14);
	CHECK_NEAR(list->u, one->u, 1e-14);
	CHECK_NEAR(list->dof, one->dof, 1e-9);
	CHECK_NEAR(list->U, one->U, 1e-12);
	CHECK_NEAR(list[1].value, one->u * 2, 1e-14);
	CHECK_NEAR(list[2].value, 4, 0);
}

/* Temperatures in a list are temperatures; levels in one are averaged as it is said: 10 dB and 20 dB are 17.4 dB by
 * power, 10 lg((10 + 100)/2), and 16.4 dB by field, 20 lg((√10 + 10)/2). */
static void temperatures_and_levels(void)
{
	const struct zhun_budget_figure *f =
		figure("model: y = mean(t)\noutputs: {y: {unit: °C}}\n"
		       "inputs: {t: {values: [20 °C, 22 °C], u: 0.1 °C}}\n");
	if (f) {
		CHECK_NEAR(f->value, 21, 1e-9);
		CHECK_NEAR(f->u, 0.1 / sqrt(2), 1e-9);
	}
	f = figure("model: {p: mean_power(L), f: 'mean_field(L[1], L[2])'}\noutputs: {p: {unit: dB}, f: {unit: dB}}\n"
		   "inputs: {L: {values: [10 dB, 20 dB], u: 0.5 dB}}\n");
	if (!f)
		return;
	CHECK_NEAR(f->value, 10 * log10(55), 1e-12);
	CHECK_NEAR(f->u, 0.5 * hypot(10, 100) / 110, 1e-12);
	CHECK_NEAR(f[1].value, 20 * log10((sqrt(10) + 10) / 2), 1e-12);
	f = figure("model: y = mean_power(a, b)\noutputs: {y: {unit: dBm}}\ninputs: {a: 10 dBm, b: 20 dBm}\n");
	if (f)
		CHECK_NEAR(f->value, 10 * log10(55), 1e-12);
	f = figure("model: y = mean_power(a, b)\nconventions: {units: as_written}\ninputs: {a: 10, b: 20}\n");
	if (f)
		CHECK_NEAR(f->value, 10 * log10(55), 1e-12);
}

/* Law: a list is what as many single inputs are. */
static void a_list_is_its_elements(void)
{
	unsigned long long state = 11;
	for (int i = 0; i < 50; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		double v[6], u[6];
		for (size_t k = 0; k < 6; k++) {
			v[k] = unit_between(&state, 1, 3);
			u[k] = unit_between(&state, 0.01, 0.1);
		}
		double r = unit_between(&state, 0, 1);
		const struct zhun_budget_figure *list = figure(zhun_printf(
			arena, "model: y = sum(x*w)/sum(w) + sqrt(x[2]*w[1])\ninputs:\n"
			"  x: {values: [%.4f, %.4f, %.4f], u: [%.4f, %.4f, %.4f], correlation: %.4f}\n"
			"  w: {values: [%.4f, %.4f, %.4f], u: %.4f, dof: [5, 6, inf]}\n",
			v[0], v[1], v[2], u[0], u[1], u[2], r, v[3], v[4], v[5], u[3]));
		const struct zhun_budget_figure *single = figure(zhun_printf(
			arena, "model: y = (a*d + b*e + c*f)/(d + e + f) + sqrt(b*d)\ninputs:\n"
			"  a: {value: %.4f, u: %.4f}\n  b: {value: %.4f, u: %.4f}\n  c: {value: %.4f, u: %.4f}\n"
			"  d: {value: %.4f, u: %.4f, dof: 5}\n  e: {value: %.4f, u: %.4f, dof: 6}\n"
			"  f: {value: %.4f, u: %.4f}\ncorrelations: [[a, b, %.4f], [a, c, %.4f], [b, c, %.4f]]\n",
			v[0], u[0], v[1], u[1], v[2], u[2], v[3], u[3], v[4], u[3], v[5], u[3], r, r, r));
		if (list && single) {
			CHECK_NEAR(list->value, single->value, 1e-13);
			CHECK_NEAR(list->u, single->u, 1e-13);
			CHECK_NEAR(list->dof, single->dof, 1e-6 * single->dof);
		}
		zhun_arena_rewind(arena, mark);
	}
}

static const char *long_list(size_t n, const char *more)
{
	struct zhun_text t;
	const char *s = "";
	zhun_text_init(&t, arena, 1 << 20);
	zhun_text_add(&t, "model: y = sum(x)/n(x)\ninputs: {x: {values: [1");
	for (size_t i = 1; i < n; i++)
		zhun_text_add(&t, ", 1");
	zhun_text_addf(&t, "], u: 1%s}}\n", more);
	CHECK(!zhun_text_done(&t, &s, NULL));
	return s;
}

static void long_lists(void)
{
	const struct zhun_budget_figure *f = figure(long_list(ZHUN_BUDGET_ROWS, ""));
	if (f)
		CHECK_NEAR(f->u, 1 / sqrt(ZHUN_BUDGET_ROWS), 1e-12);
	const struct zhun_budget *b = NULL;
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(unit_budget_read(arena, long_list(ZHUN_BUDGET_ROWS + 1, ""), &b, &err), ZHUN_E_BUDGET_MANY, &err);
	CHECK_CODE(unit_budget_read(arena, long_list(101, ", correlation: 0.1"), &b, &err), ZHUN_E_BUDGET_MANY, &err);
}

static void refused(void)
{
	static const struct {
		const char *input;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"{values: []}", ZHUN_E_BUDGET_VALUE, "line 2 column 22 /inputs/x/values"},
		{"{values: 3}", ZHUN_E_BUDGET_SHAPE, "line 2 column 22 /inputs/x/values"},
		{"{values: [1, 2], u: [1, 1, 1]}", ZHUN_E_EXPRESSION_LENGTHS, "line 2 column 33 /inputs/x/u"},
		{"{values: [1, a]}", ZHUN_E_NUMBER_BAD, "line 2 column 26 /inputs/x/values/1"},
		{"{values: [1, 2], value: 3}", ZHUN_E_BUDGET_WAYS, "line 2 column 37 /inputs/x/value"},
		{"{values: [1, 2], readings: [3, 4]}", ZHUN_E_BUDGET_WAYS, "line 2 column 40 /inputs/x/readings"},
		{"{values: [1, 2], u: 1, repeated: yes}", ZHUN_E_BUDGET_WAYS, "line 2 column 33 /inputs/x/u"},
		{"{values: [1], repeated: yes}", ZHUN_E_SERIES_SHORT, "line 2 column 22 /inputs/x/values"},
		{"{values: [1, 2, 3], u: 1, correlation: -0.6}", ZHUN_E_PARAMETER_BAD, "line 2 column 13 /inputs/x"},
		{"{value: 1, repeated: yes}", ZHUN_E_PART_MISSING, "line 2 column 13 /inputs/x"},
		{"{values: [1, 2], u: -1}", ZHUN_E_BUDGET_SIGN, "line 2 column 33 /inputs/x/u"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_budget *b = NULL;
		struct zhun_error err = {.code = ZHUN_OK};
		const char *text = zhun_printf(arena, "model: y = mean(x)\ninputs: {x: %s}\n", rows[i].input);
		CHECK_CODE(unit_budget_read(arena, text, &b, &err), rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].place);
	}
	const struct zhun_budget *b = NULL;
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(unit_budget_read(arena, "model: y = x\ninputs: {x: {values: [1, 2]}}\n", &b, &err),
		   ZHUN_E_EXPRESSION_LIST, &err);
	CHECK_CODE(unit_budget_read(arena, "model: y = mean_power(x)\ninputs: {x: {values: [1 m, 2 m]}}\n", &b, &err),
		   ZHUN_E_MODEL_ARGUMENT, &err);
}

static void faults(void)
{
	char text[] = "model: y = mean(x)*sum(r)\ninputs:\n  x: {values: [1 mm, 2 mm], u: 1 um, correlation: 0.5}\n"
		      "  r: {values: [1, 2], repeated: yes}\n";
	unit_fault_loop(unit_budget_whole, text);
}

/* u² of the mean: 0.06² · (1 + 9 · 0.7)/10, and a drop's 0.05²/3; the scatter by hand. */
static void the_example(void)
{
	size_t n = 0;
	char *s = unit_read_file(ZHUN_EXAMPLES "/list-volumes.yaml", &n);
	const struct zhun_budget_figure *f = CHECK(s != NULL) ? figure(s) : NULL;
	if (f) {
		CHECK_NEAR(f[0].value, -0.332, 1e-9);
		CHECK_NEAR(f[0].u, sqrt(0.0036 * 7.3 / 10 + 0.0025 / 3), 1e-9);
		CHECK_NEAR(f[1].value, 0.07405703507, 1e-10);
	}
	free(s);
}

static const struct unit_test tests[] = {
	{"lists: the example", the_example},
	{"lists: volumes", volumes},
	{"lists: repeated readings", repeated_readings},
	{"lists: temperatures and levels", temperatures_and_levels},
	{"lists: a list is its elements", a_list_is_its_elements},
	{"lists: long ones", long_lists},
	{"lists: what is refused, with its place", refused},
	{"lists: without memory", faults},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open(ROOM);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
