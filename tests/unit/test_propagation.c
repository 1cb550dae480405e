/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/propagation.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

enum { INPUTS = 4 };

static const struct zhun_mc_coverage p95 = {0.95, ZHUN_MC_SYMMETRIC};

static const char *const names[] = {"a", "b", "c", "d"};
static const struct zhun_distribution none = {ZHUN_D_CONSTANT, 0, 0, 0, 0};

static bool near_to(double got, double want, double within)
{
	return unit_check(fabs(got - want) <= within, __FILE__, __LINE__, "%.12g, not %.12g", got, want);
}

static enum zhun_code propagate(struct zhun_arena *a, const char *text, const struct zhun_distribution *in,
				const double *r, struct zhun_mc_coverage coverage, struct zhun_propagated *ret)
{
	struct zhun_model_output *output = ZHUN_NEW(a, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	if (!output)
		return zhun_no_memory(a, &err);
	*output = (struct zhun_model_output){"f", text};
	const struct zhun_model_source source = {names, INPUTS, output, 1};
	enum zhun_code code = zhun_model_compile(a, &source, &m, &err);
	const struct zhun_propagation_task task = {m, 0, in, r};
	return code ? code : zhun_propagate(a, &task, &coverage, ret, &err);
}

static struct zhun_propagated of(const char *text, const struct zhun_distribution *in, double p,
				 enum zhun_mc_interval kind)
{
	struct zhun_propagated r = {.mean = -1, .u = -1, .low = -1, .high = -1};
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(propagate(arena, text, in, NULL, (struct zhun_mc_coverage){p, kind}, &r), ZHUN_OK, &err);
	return r;
}

/* JCGM 101:2008 9.2.3.4: four rectangular of u = 1; the ends are ±2√3(2 − (3/5)^¼) */
static void four_rectangular(void)
{
	const struct zhun_distribution one = {ZHUN_D_UNIFORM, 0, sqrt(3), 0, 0}, in[] = {one, one, one, one};
	for (int kind = ZHUN_MC_SYMMETRIC; kind <= ZHUN_MC_SHORTEST; kind++) {
		struct zhun_propagated r = of("a + b + c - d", in, 0.95, (enum zhun_mc_interval)kind);
		CHECK(r.way == ZHUN_BY_CONVOLUTION);
		near_to(r.mean, 0, 1e-12);
		near_to(r.u, 2, 1e-12);
		double room = kind == ZHUN_MC_SYMMETRIC ? 1e-7 : 2e-3;
		near_to(r.low, -2 * sqrt(3) * (2 - pow(0.6, 0.25)), room);
		near_to(r.high, 2 * sqrt(3) * (2 - pow(0.6, 0.25)), room);
	}
}

/* sums that are known: two exponentials' difference, gammas of one scale, a normal, two rectangles */
static void known_sums(void)
{
	const struct zhun_distribution exponentials[] = {
		{ZHUN_D_EXPONENTIAL, 1, 0, 0, 0}, {ZHUN_D_EXPONENTIAL, 1, 0, 0, 0}, none, none};
	struct zhun_propagated r = of("a - b + 10", exponentials, 0.9, ZHUN_MC_SYMMETRIC);
	near_to(r.low, 10 + log(0.1), 1e-7);
	near_to(r.high, 10 - log(0.1), 1e-7);
	near_to(r.u, sqrt(2), 1e-12);
	const struct zhun_distribution gammas[] = {
		{ZHUN_D_GAMMA, 2, 1, 0, 0}, {ZHUN_D_GAMMA, 3, 1, 0, 0}, {ZHUN_D_GAMMA, 0.5, 2, 0, 0}, none};
	const struct zhun_distribution sum = {ZHUN_D_GAMMA, 5.5, 1, 0, 0};
	r = of("a + b + c/2", gammas, 0.95, ZHUN_MC_SYMMETRIC);
	near_to(r.low, zhun_distribution_quantile(&sum, 0.025), 1e-5);
	near_to(r.high, zhun_distribution_quantile(&sum, 0.975), 1e-5);
	const struct zhun_distribution normals[] = {
		{ZHUN_D_NORMAL, 1, 3, 0, 0}, {ZHUN_D_NORMAL, 2, 4, 0, 0}, none, none};
	r = of("3*a - b/2", normals, 0.95, ZHUN_MC_SYMMETRIC);
	near_to(r.mean, 2, 1e-12);
	near_to(r.high, 2 + 1.959963984540054 * sqrt(85), 1e-6);
	r = of("(2 - 3*a)/4", normals, 0.95, ZHUN_MC_SHORTEST);
	near_to(r.low, -0.25 - 1.959963984540054 * 2.25, 1e-5);
	near_to(r.u, 2.25, 1e-12);
}

/* jointly normal inputs are one normal; independent ones join them */
static void correlated_sums(void)
{
	const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 2, 0, 0}, {ZHUN_D_UNIFORM, 0, sqrt(3), 0, 0}, none,
					       {ZHUN_D_CONSTANT, 7, 0, 0, 0}};
	static const double r[] = {1, 0.5, 0, 0, 0.5, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
	static const double full[] = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
	struct zhun_propagated got = {0};
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(propagate(arena, "a - b + d", in, r, p95, &got), ZHUN_OK, &err);
	near_to(got.mean, 8, 1e-12);
	near_to(got.u, sqrt(3), 1e-12);
	near_to(got.low, 8 - 1.959963984540054 * sqrt(3), 1e-9);
	/* what cancels altogether */
	CHECK_CODE(propagate(arena, "a - 2*b + d", in, full, p95, &got), ZHUN_OK, &err);
	near_to(got.low, 8, 1e-7);
	near_to(got.high, 8, 1e-7);
}

static void one_input(void)
{
	struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 0.3, 0.5, 0, 0}, none, none, none};
	struct zhun_propagated r = of("exp(a) + b", in, 0.95, ZHUN_MC_SYMMETRIC);
	CHECK(r.way == ZHUN_BY_QUANTILES);
	near_to(r.mean, exp(0.425), 1e-10);
	near_to(r.u, sqrt(expm1(0.25)) * exp(0.425), 1e-9);
	near_to(r.low, exp(0.3 - 0.5 * 1.959963984540054), 1e-12);
	r = of("exp(-a)", in, 0.95, ZHUN_MC_SYMMETRIC);
	near_to(r.high, exp(-0.3 + 0.5 * 1.959963984540054), 1e-12);
	/* of an exponential the shortest begins at its beginning */
	in[0] = (struct zhun_distribution){ZHUN_D_UNIFORM, 0.5, 0.5, 0, 0};
	r = of("-log(a)", in, 0.9, ZHUN_MC_SHORTEST);
	near_to(r.low, 0, 1e-6);
	near_to(r.high, -log(0.1), 1e-6);
	near_to(r.mean, 1, 1e-9);
	near_to(r.u, 1, 1e-9);
	r = of("a^2", in, 0.9, ZHUN_MC_SYMMETRIC);
	near_to(r.low, 0.0025, 1e-12);
	near_to(r.u, sqrt(4.0 / 45), 1e-9);
}

/* The product of two rectangles on 0 to 1: P(y ≤ η) = η(1 − ln η); of two lognormals: a lognormal. */
static void two_inputs(void)
{
	const struct zhun_distribution unit = {ZHUN_D_UNIFORM, 0.5, 0.5, 0, 0}, units[] = {unit, unit, none, none};
	struct zhun_propagated r = of("a*b", units, 0.95, ZHUN_MC_SYMMETRIC);
	CHECK(r.way == ZHUN_BY_QUADRATURE);
	near_to(r.low * (1 - log(r.low)), 0.025, 1e-8);
	near_to(r.high * (1 - log(r.high)), 0.975, 1e-8);
	near_to(r.mean, 0.25, 1e-9);
	near_to(r.u, sqrt(7) / 12, 1e-9);
	const struct zhun_distribution normals[] = {
		{ZHUN_D_NORMAL, 0, 0.3, 0, 0}, {ZHUN_D_NORMAL, 1, 0.4, 0, 0}, none, none};
	r = of("exp(a)/exp(b)", normals, 0.9, ZHUN_MC_SYMMETRIC);
	near_to(r.low, exp(-1 - 0.5 * 1.6448536269514722), 1e-8);
	near_to(r.high, exp(-1 + 0.5 * 1.6448536269514722), 1e-7);
	near_to(r.mean, exp(-1 + 0.125), 1e-8);
	/* it rises in neither but in one: a² + b, a on both sides of 0; a Monte Carlo run agrees */
	r = of("a^2 + b", normals, 0.9, ZHUN_MC_SYMMETRIC);
	near_to(r.mean, 1.09, 1e-9);
	near_to(r.u, sqrt(0.16 + 2 * 0.0081), 1e-9);
	CHECK(r.low < 1.09 - 0.6 && r.high > 1.09 + 0.6);
}

/* What Monte Carlo gives, for a model of each way. */
static void agrees_with_monte_carlo(void)
{
	enum { DRAWS = 400000 };
	static const char *const texts[] = {"2*a - b + c", "a^2 + b + 0*d"};
	const struct zhun_distribution in[] = {{ZHUN_D_T, 1, 0.5, 5, 0}, {ZHUN_D_CTRAP, 2, 0.7, 0.3, 0},
					       {ZHUN_D_ARCSINE, 0, 1, 0, 0}, {ZHUN_D_CONSTANT, 1, 0, 0, 0}};
	static const size_t first[] = {0};
	const struct zhun_model_outputs only = {first, 1};
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++) {
		struct zhun_propagated r = of(texts[i], in, 0.95, ZHUN_MC_SYMMETRIC);
		struct zhun_model_output output = {"f", texts[i]};
		const struct zhun_model *m = NULL;
		const struct zhun_mc_coverage coverage = {0.95, ZHUN_MC_SYMMETRIC};
		struct zhun_mc_summary s = {0};
		struct zhun_error err;
		const struct zhun_model_source source = {names, INPUTS, &output, 1};
		CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
		const struct zhun_mc_task task = {.model = m, .inputs = in, .seed = 4, .draws = DRAWS};
		CHECK_CODE(zhun_mc_summarise(arena, &task, only, &coverage, &s, &err), ZHUN_OK, &err);
		near_to(r.mean, s.mean, 4.5 * s.u / sqrt(DRAWS));
		CHECK(s.low.from - (s.low.to - s.low.from) < r.low && r.low < s.low.to + (s.low.to - s.low.from));
		CHECK(s.high.from - (s.high.to - s.high.from) < r.high);
		CHECK(r.high < s.high.to + (s.high.to - s.high.from));
	}
}

static void leaves_to_monte_carlo(void)
{
	const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 0, 1, 0, 0}, {ZHUN_D_NORMAL, 1, 1, 0, 0},
					       {ZHUN_D_NORMAL, 2, 1, 0, 0}, {ZHUN_D_T, 0, 1, 2, 0}};
	static const double r[] = {1, 0.5, 0, 0, 0.5, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
	struct zhun_propagated got = {.u = 17};
	struct zhun_error err = {.code = ZHUN_OK};
	static const char *const texts[] = {"a*b*c", "a^2", "cos(a)*sin(b)", "d + a", "d^3", "log(a)"};
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++)
		CHECK_CODE(propagate(arena, texts[i], in, NULL, p95, &got), ZHUN_E_PROPAGATION_NONE, &err);
	CHECK_CODE(propagate(arena, "exp(a)*b", in, r, p95, &got), ZHUN_E_PROPAGATION_NONE, &err);
	CHECK_CODE(propagate(arena, "a", in, NULL, (struct zhun_mc_coverage){1, ZHUN_MC_SYMMETRIC}, &got),
		   ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(propagate(arena, "complex(a, b)", in, NULL, (struct zhun_mc_coverage){0.5, ZHUN_MC_SYMMETRIC}, &got),
		   ZHUN_E_EXPRESSION_COMPLEX, &err);
	CHECK(got.u >= 17 && got.u <= 17);
	/* a constant is known */
	CHECK_CODE(propagate(arena, "3 + 4", in, NULL, p95, &got), ZHUN_OK, &err);
	near_to(got.low, 7, 0);
	near_to(got.u, 0, 0);
}

static enum zhun_code all_ways(struct zhun_arena *a, void *context)
{
	static const char *const texts[] = {"a + b", "exp(a)", "a*b", NULL};
	const struct zhun_distribution in[] = {
		{ZHUN_D_UNIFORM, 2, 1, 0, 0}, {ZHUN_D_UNIFORM, 2, 1, 0, 0}, none, none};
	(void)context;
	for (size_t i = 0; texts[i]; i++) {
		struct zhun_propagated r = {.u = -1};
		enum zhun_code code = propagate(a, texts[i], in, NULL,
						(struct zhun_mc_coverage){0.9, ZHUN_MC_SYMMETRIC}, &r);
		CHECK((code == ZHUN_OK) == (r.u > 0));
		if (code)
			return code;
	}
	return ZHUN_OK;
}

static void out_of_memory(void)
{
	unit_fault_loop(all_ways, NULL);
}

static const struct unit_test tests[] = {
	{"propagation: four rectangular", four_rectangular},
	{"propagation: known sums", known_sums},
	{"propagation: correlated sums", correlated_sums},
	{"propagation: one input", one_input},
	{"propagation: two inputs", two_inputs},
	{"propagation: agrees with Monte Carlo", agrees_with_monte_carlo},
	{"propagation: leaves to Monte Carlo", leaves_to_monte_carlo},
	{"propagation: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 26);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
