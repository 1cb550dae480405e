/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/implicit.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static const struct zhun_model *compile(const char *const *names, size_t n, const struct zhun_model_output *h,
					size_t count)
{
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	const struct zhun_model_source source = {names, n, h, count};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near(double got, double want, double relative)
{
	return unit_check(fabs(got - want) <= relative * fabs(want), __FILE__, __LINE__, "%.15g, not %.15g", got,
			  want);
}

/* The pressure of a balance, JCGM 102:2011 6.3.2 EXAMPLE: A0(1 + λp)(1 + δθ(α + β))p = m(1 − ρa/ρw)g. It is a
 * quadratic in p, whose solution and derivatives are known in closed form. */
static void pressure_balance(void)
{
	static const char *const names[] = {"p", "A0", "la", "dt", "ab", "m", "ra", "rw", "g"};
	static const struct zhun_model_output h[] = {
		{"h", "A0*(1 + la*p)*(1 + dt*ab)*p - m*(1 - ra/rw)*g"}};
	static const struct zhun_lpu_input in[] = {
		{4.9e-4, 5e-9, 0}, {1e-11, 1e-13, 0}, {2.5, 0.1, 0}, {1.1e-5, 1e-7, 0},
		{100, 1e-4, 0},	   {1.2, 0.01, 0},    {7900, 20, 0}, {9.81, 1e-5, 0}};
	const double start[] = {1e6};
	const struct zhun_implicit_task task = {compile(names, 9, h, 1), 1, start, in, NULL};
	struct zhun_implicit y;
	struct zhun_error err;
	CHECK_CODE(zhun_implicit_solve(arena, &task, &y, &err), ZHUN_OK, &err);
	double a = 4.9e-4 * (1 + 2.5 * 1.1e-5), force = 100 * (1 - 1.2 / 7900) * 9.81;
	double root = sqrt(1 + 4 * 1e-11 * force / a), p = 2 * force / a / (1 + root);
	near(y.value[0], p, 1e-14);
	double slope = a * (1 + 2e-11 * p);
	near(y.sensitivity[4], force / 100 / slope, 1e-13);
	near(y.sensitivity[0], -(1 + 1e-11 * p) * p * (1 + 2.5 * 1.1e-5) / slope, 1e-13);
	near(y.sensitivity[1], -a * p * p / slope, 1e-13);
	double sum = 0;
	for (size_t i = 0; i < 8; i++)
		sum += pow(y.sensitivity[i] * in[i].u, 2);
	near(y.covariance[0], sum, 1e-13);
	CHECK(y.steps < 10);
}

/* Two equations that hide an explicit model: what comes out is what the explicit one gives. */
static void agrees_with_explicit(void)
{
	static const char *const known[] = {"a", "b", "c"}, *const all[] = {"y", "z", "a", "b", "c"};
	static const struct zhun_model_output explicit[] = {{"y", "a*exp(-b) + c"}, {"z", "sqrt(a^2 + b^2)"}},
					      hidden[] = {{"h", "(y - c)*exp(b) - a + 1e3*(z^2 - a^2 - b^2)"},
							  {"k", "z^3 - z*(a^2 + b^2) + y - c - a*exp(-b)"}};
	static const double r[] = {1, 0.5, 0, 0.5, 1, -0.3, 0, -0.3, 1};
	const struct zhun_model *plain = compile(known, 3, explicit, 2), *m = compile(all, 5, hidden, 2);
	unsigned long long state = 3;
	for (int i = 0; i < 500; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		struct zhun_lpu_input in[3];
		const struct zhun_lpu *l = NULL;
		struct zhun_implicit y;
		struct zhun_error err;
		for (size_t k = 0; k < 3; k++)
			in[k] = (struct zhun_lpu_input){1 + (double)(unit_random(&state) % 1000) / 500,
							1e-3 * (double)(1 + unit_random(&state) % 9), 0};
		const double start[] = {in[2].value + 0.3 * in[0].value, in[0].value + in[1].value};
		const struct zhun_lpu_task task = {plain, in, r};
		const struct zhun_implicit_task implicit = {m, 2, start, in, r};
		CHECK_CODE(zhun_lpu_make(arena, &task, &l, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_implicit_solve(arena, &implicit, &y, &err), ZHUN_OK, &err);
		for (size_t k = 0; k < 2; k++) {
			near(y.value[k], zhun_lpu_value(l, k), 1e-12);
			for (size_t j = 0; j < 2; j++)
				near(y.covariance[k * 2 + j], zhun_lpu_covariance(l, k, j), 1e-9);
		}
		zhun_arena_rewind(arena, mark);
	}
}

static void refuses(void)
{
	static const char *const names[] = {"y", "x"};
	static const struct {
		const char *h;
		double start;
		enum zhun_code code;
	} rows[] = {
		{"x + 0*y", 1, ZHUN_E_IMPLICIT_SINGULAR},
		{"y^2 + x", 1, ZHUN_E_NOT_CONVERGED}, /* no real root */
		{"log(y) - x", -1, ZHUN_E_MODEL_NOT_FINITE},
		{"y^2 - x", 5, ZHUN_OK},
	};
	static const struct zhun_lpu_input in[] = {{2, 0.1, 0}}, bad[] = {{2, -0.1, 0}};
	struct zhun_implicit y;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_model_output h[] = {{"h", rows[i].h}};
		const struct zhun_implicit_task task = {compile(names, 2, h, 1), 1, &rows[i].start, in, NULL};
		CHECK_CODE(zhun_implicit_solve(arena, &task, &y, &err), rows[i].code, &err);
	}
	static const struct zhun_model_output two[] = {{"h", "y - x"}, {"k", "y + x"}}, one[] = {{"h", "y - x"}};
	const double start[] = {1, 1, 1};
	const struct zhun_implicit_task many = {compile(names, 2, two, 2), 1, start, in, NULL},
					none = {compile(names, 2, two, 2), 0, start, in, NULL},
					negative = {compile(names, 2, one, 1), 1, start, bad, NULL};
	CHECK_CODE(zhun_implicit_solve(arena, &many, &y, &err), ZHUN_E_IMPLICIT_COUNT, &err);
	CHECK_CODE(zhun_implicit_solve(arena, &none, &y, &err), ZHUN_E_IMPLICIT_COUNT, &err);
	CHECK_CODE(zhun_implicit_solve(arena, &negative, &y, &err), ZHUN_E_LPU_INPUT, &err);
}

static const struct zhun_model *shared;

static enum zhun_code solve_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_lpu_input in[] = {{2, 0.1, 0}};
	static const double start[] = {1};
	const struct zhun_implicit_task task = {shared, 1, start, in, NULL};
	struct zhun_implicit y = {.unknowns = 0};
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_implicit_solve(a, &task, &y, &err);
	CHECK((code == ZHUN_OK) == (y.unknowns == 1));
	return code;
}

static void out_of_memory(void)
{
	static const char *const names[] = {"y", "x"};
	static const struct zhun_model_output h[] = {{"h", "y^2 - x"}};
	shared = compile(names, 2, h, 1);
	unit_fault_loop(solve_some, NULL);
}

static const struct unit_test tests[] = {
	{"implicit: a pressure balance", pressure_balance},
	{"implicit: agrees with the explicit model", agrees_with_explicit},
	{"implicit: refuses", refuses},
	{"implicit: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
