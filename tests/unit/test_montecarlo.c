/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static const char *const names[] = {"x", "y"};

static const struct zhun_model *compile(const struct zhun_model_output *outputs, size_t count)
{
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_model_compile(arena, names, 2, outputs, count, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near_to(double got, double want, double within)
{
	return unit_check(fabs(got - want) <= within, __FILE__, __LINE__, "%.10g, not %.10g", got,
			  want);
}

static void closed_forms(void)
{
	static const struct zhun_model_output outputs[] = {{"sum", "x + y"}, {"twice", "2*x"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_UNIFORM, 0, 1, 0, 0},
						      {ZHUN_D_UNIFORM, 1, 1, 0, 0}};
	const struct zhun_mc_task task = {compile(outputs, 2), in, NULL, 1, 400000};
	const size_t which[] = {0, 1};
	struct zhun_mc_sample s[2];
	struct zhun_error err;
	double cov[4], low = 0, high = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 2, s, cov, &err), ZHUN_OK, &err);
	near_to(s[0].mean, 1, 0.006);
	near_to(s[0].u, sqrt(2.0 / 3), 0.003);
	near_to(cov[1], 2.0 / 3, 0.006);
	near_to(cov[0], s[0].u * s[0].u, 1e-12);
	/* a triangle on −1 … 3: the 2.5 % quantile is −1 + √(8·0.025) */
	zhun_mc_interval(&s[0], 0.95, ZHUN_MC_SYMMETRIC, &low, &high);
	near_to(low, -1 + sqrt(0.2), 0.01);
	near_to(high, 3 - sqrt(0.2), 0.01);
	zhun_mc_interval(&s[1], 0.5, ZHUN_MC_SHORTEST, &low, &high);
	near_to(high - low, 2, 0.01);
}

static void shortest_is_not_symmetric(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_EXPONENTIAL, 1, 0, 0, 0},
						      {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	const struct zhun_mc_task task = {compile(outputs, 1), in, NULL, 5, 300000};
	const size_t which[] = {0};
	struct zhun_mc_sample s;
	struct zhun_error err;
	double low = 0, high = 0;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 1, &s, NULL, &err), ZHUN_OK, &err);
	zhun_mc_interval(&s, 0.9, ZHUN_MC_SYMMETRIC, &low, &high);
	near_to(low, -log(0.95), 0.003);
	near_to(high, -log(0.05), 0.04);
	zhun_mc_interval(&s, 0.9, ZHUN_MC_SHORTEST, &low, &high);
	near_to(low, 0, 0.002);
	near_to(high, -log(0.1), 0.03);
}

static void correlated(void)
{
	static const struct zhun_model_output outputs[] = {
		{"d", "x - y"}, {"x1", "x + 0"}, {"y1", "y + 0"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 5, 2, 0, 0},
						      {ZHUN_D_NORMAL, 3, 1, 0, 0}};
	static const double r[] = {1, 0.9, 0.9, 1}, full[] = {1, 1, 1, 1};
	struct zhun_mc_task task = {compile(outputs, 3), in, r, 9, 300000};
	const size_t which[] = {0, 1, 2};
	struct zhun_mc_sample s[3];
	struct zhun_error err;
	double cov[9];
	CHECK_CODE(zhun_mc_run(arena, &task, which, 3, s, cov, &err), ZHUN_OK, &err);
	near_to(s[0].u, sqrt(4 + 1 - 2 * 0.9 * 2), 0.01);
	near_to(cov[5] / s[1].u / s[2].u, 0.9, 0.003);
	near_to(s[1].mean, 5, 0.02);
	task.correlation = full;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 3, s, cov, &err), ZHUN_OK, &err);
	near_to(cov[5] / s[1].u / s[2].u, 1, 1e-9);
}

/* The same seed gives the same bits, a longer run begins as a shorter one. */
static void reproducible(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*y"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_GAMMA, 0.7, 1, 0, 0},
						      {ZHUN_D_T, 3, 1, 4, 0}};
	struct zhun_mc_task task = {compile(outputs, 1), in, NULL, 77, 5000};
	const size_t which[] = {0};
	struct zhun_mc_sample a, b, c;
	struct zhun_error err;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 1, &a, NULL, &err), ZHUN_OK, &err);
	task.draws = 20001;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 1, &b, NULL, &err), ZHUN_OK, &err);
	CHECK(memcmp(a.y, b.y, a.count * sizeof(*a.y)) == 0);
	task.seed = 78;
	CHECK_CODE(zhun_mc_run(arena, &task, which, 1, &c, NULL, &err), ZHUN_OK, &err);
	CHECK(memcmp(b.y, c.y, b.count * sizeof(*b.y)) != 0);
}

static void refuses(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "log(x)"}, {"z", "complex(x, y)"}};
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0},
						      {ZHUN_D_CONSTANT, 3, 0, 0, 0}};
	struct zhun_mc_task task = {compile(outputs, 2), in, NULL, 77, 5000};
	const size_t first[] = {0}, second[] = {1};
	struct zhun_mc_sample s;
	struct zhun_error err;
	CHECK_CODE(zhun_mc_run(arena, &task, first, 1, &s, NULL, &err), ZHUN_E_MC_OUT_OF_DOMAIN,
		   &err);
	CHECK_CODE(zhun_mc_run(arena, &task, second, 1, &s, NULL, &err), ZHUN_E_EXPRESSION_COMPLEX,
		   &err);
	task.draws = 999;
	CHECK_CODE(zhun_mc_run(arena, &task, first, 1, &s, NULL, &err), ZHUN_E_MC_DRAWS, &err);
	task.draws = (size_t)1000000000000;
	CHECK_CODE(zhun_mc_run(arena, &task, first, 1, &s, NULL, &err), ZHUN_E_ARENA_CEILING, &err);
}

static enum zhun_code run_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0},
						      {ZHUN_D_NORMAL, 3, 1, 0, 0}};
	static const double r[] = {1, 0.5, 0.5, 1};
	const struct zhun_mc_task task = {context, in, r, 1, 1000};
	const size_t first[] = {0};
	struct zhun_mc_sample s = {0};
	struct zhun_error err;
	enum zhun_code code = zhun_mc_run(a, &task, first, 1, &s, NULL, &err);
	CHECK((code == ZHUN_OK) == (s.y != NULL));
	return code;
}

static void out_of_memory(void)
{
	static const struct zhun_model_output outputs[] = {{"f", "x*y"}};
	union {
		const struct zhun_model *from;
		void *to;
	} model = {compile(outputs, 1)};
	unit_fault_loop(run_some, model.to);
}

static const struct unit_test tests[] = {
	{"montecarlo: closed forms", closed_forms},
	{"montecarlo: the shortest interval is not symmetric", shortest_is_not_symmetric},
	{"montecarlo: correlated", correlated},
	{"montecarlo: reproducible", reproducible},
	{"montecarlo: refuses", refuses},
	{"montecarlo: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 27);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
