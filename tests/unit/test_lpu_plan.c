/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu_plan.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static const char *const names[] = {"x", "y", "z"};

static const struct zhun_model *compile(const char *text)
{
	/* a model names its outputs in errors: they live as long */
	struct zhun_model_output *output = ZHUN_NEW(arena, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	*output = (struct zhun_model_output){"f", text};
	const struct zhun_model_source source = {names, 3, output, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near_to(double got, double want)
{
	return unit_check(fabs(got - want) <= 1e-12 * fabs(want), __FILE__, __LINE__, "%.17g, not %.17g", got, want);
}

/* JCGM 100:2008 4.3 with 5.1.2 by hand: f = xy/z, relative variances add */
static void by_hand(void)
{
	static const struct zhun_lpu_input in[] = {{2, 0.02, 0}, {3, 0.06, 8}, {4, 0, 0}};
	struct zhun_lpu_plan *p = NULL;
	struct zhun_lpu_result r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_lpu_plan_make(arena, compile("x*y/z"), 0, NULL, &p, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_lpu_plan_run(p, in, &r, &err), ZHUN_OK, &err);
	near_to(r.value, 1.5);
	near_to(r.u, 1.5 * sqrt(0.01 * 0.01 + 0.02 * 0.02));
	near_to(r.dof, 8 * 25.0 / 16);
}

static double uniform(unsigned long long *state, double low, double high)
{
	return low + (high - low) * (double)(unit_random(state) >> 11) * 0x1p-53;
}

/* what zhun_lpu_make gives, at a thousand places, with and without correlation */
static void agrees_with_lpu(void)
{
	static const double r[] = {1, 0.3, -0.2, 0.3, 1, 0.5, -0.2, 0.5, 1};
	const struct zhun_model *m = compile("x*sin(y) + exp(-z)*y^2");
	struct zhun_lpu_plan *plans[2];
	struct zhun_error err;
	unsigned long long state = 1;
	for (size_t i = 0; i < 2; i++)
		CHECK_CODE(zhun_lpu_plan_make(arena, m, 0, i ? r : NULL, &plans[i], &err), ZHUN_OK, &err);
	for (size_t k = 0; k < 1000; k++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		struct zhun_lpu_input in[3];
		struct zhun_lpu_result got = {0};
		const struct zhun_lpu *l = NULL;
		for (size_t i = 0; i < 3; i++)
			in[i] = (struct zhun_lpu_input){uniform(&state, -2, 2), uniform(&state, 0, 1),
							i ? uniform(&state, 1, 20) : 0};
		const struct zhun_lpu_task task = {m, in, k % 2 ? r : NULL};
		CHECK_CODE(zhun_lpu_make(arena, &task, &l, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_lpu_plan_run(plans[k % 2], in, &got, &err), ZHUN_OK, &err);
		near_to(got.value, zhun_lpu_value(l, 0));
		near_to(got.u, zhun_lpu_u(l, 0));
		near_to(got.dof, zhun_lpu_dof(l, 0));
		zhun_arena_rewind(arena, mark);
	}
}

static void refuses(void)
{
	static const double bad[] = {1, 2, 0, 2, 1, 0, 0, 0, 1};
	struct zhun_lpu_input in[] = {{1, 0.1, 0}, {1, 0.1, 0}, {0, 0.1, 0}};
	struct zhun_lpu_plan *p = NULL;
	struct zhun_lpu_result r = {.value = 17};
	struct zhun_error err;
	CHECK_CODE(zhun_lpu_plan_make(arena, compile("x/z"), 0, bad, &p, &err), ZHUN_E_LPU_CORRELATION, &err);
	CHECK_CODE(zhun_lpu_plan_make(arena, compile("complex(x, z)"), 0, NULL, &p, &err), ZHUN_E_EXPRESSION_COMPLEX,
		   &err);
	CHECK_CODE(zhun_lpu_plan_make(arena, compile("x/z"), 0, NULL, &p, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_lpu_plan_run(p, in, &r, &err), ZHUN_E_MODEL_NOT_FINITE, &err);
	in[2].value = 1;
	in[1].u = -1;
	CHECK_CODE(zhun_lpu_plan_run(p, in, &r, &err), ZHUN_E_LPU_INPUT, &err);
	in[1] = (struct zhun_lpu_input){(double)NAN, 0, 0};
	CHECK_CODE(zhun_lpu_plan_run(p, in, &r, &err), ZHUN_E_LPU_INPUT, &err);
	in[1] = (struct zhun_lpu_input){1, 0, -1};
	CHECK_CODE(zhun_lpu_plan_run(p, in, &r, &err), ZHUN_E_LPU_INPUT, &err);
	CHECK(r.value >= 17 && r.value <= 17);
}

static enum zhun_code make_some(struct zhun_arena *a, void *context)
{
	struct zhun_lpu_plan *p = NULL;
	struct zhun_error err;
	enum zhun_code code = zhun_lpu_plan_make(a, context, 0, NULL, &p, &err);
	CHECK((code == ZHUN_OK) == (p != NULL));
	return code;
}

static void out_of_memory(void)
{
	union {
		const struct zhun_model *from;
		void *to;
	} model = {compile("x*y")};
	unit_fault_loop(make_some, model.to);
}

static const struct unit_test tests[] = {
	{"lpu plan: by hand", by_hand},
	{"lpu plan: agrees with lpu", agrees_with_lpu},
	{"lpu plan: refuses", refuses},
	{"lpu plan: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
