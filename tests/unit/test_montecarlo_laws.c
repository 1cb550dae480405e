/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Monte Carlo must give on average, over many seeds and many models. */
#include <math.h>

#include "unit.h"
#include "zhun/measure/lpu.h"
#include "zhun/measure/montecarlo.h"

static struct zhun_arena *arena;

enum { SEEDS = 1500, INPUTS = 5, MODELS = 60 };

static const char *const names[] = {"a", "b", "c", "d", "e"};

static const struct zhun_model *compile(const char *text, size_t inputs)
{
	/* a model names its outputs in errors: they live as long */
	struct zhun_model_output *output = ZHUN_NEW(arena, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	*output = (struct zhun_model_output){"f", text};
	const struct zhun_model_source source = {names, inputs, output, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

/* a model of one input whose quantiles are known */
struct closed {
	const char *text;
	struct zhun_distribution input;
	double p, low, high; /* the true ends of the symmetric interval */
};

/* Each statement must hold for 95 % of seeds, which itself is counted only so well: four standard errors. */
static void check_closed(const struct closed *c, size_t draws)
{
	static const size_t first[] = {0};
	const struct zhun_model_outputs only = {first, 1};
	const struct zhun_mc_coverage coverage = {c->p, ZHUN_MC_SYMMETRIC};
	struct zhun_mc_task task = {.model = compile(c->text, 1), .inputs = &c->input, .draws = draws};
	double held[2] = {0, 0}, room = 4 * sqrt(0.95 * 0.05 * SEEDS);
	for (task.seed = 0; task.seed < SEEDS; task.seed++) {
		struct zhun_mc_summary s;
		struct zhun_error err;
		CHECK_CODE(zhun_mc_summarise(arena, &task, only, &coverage, &s, &err), ZHUN_OK, &err);
		held[0] += s.low.from <= c->low && c->low <= s.low.to;
		held[1] += s.high.from <= c->high && c->high <= s.high.to;
	}
	for (size_t i = 0; i < 2; i++)
		/* the places are whole and rounded outwards: with few draws in a tail rather more than 95 % */
		unit_check(held[i] > 0.95 * SEEDS - room && held[i] < 0.975 * SEEDS + room, __FILE__, __LINE__,
			   "%s: end %zu held in %g of %d", c->text, i, held[i], SEEDS);
}

static void end_points_hold_what_they_say(void)
{
	static const struct closed cases[] = {
		{"exp(a)", {ZHUN_D_NORMAL, 0, 1, 0, 0}, 0.95, 0.14086348748703, 7.09907139041938},
		{"a^2", {ZHUN_D_UNIFORM, 0.5, 0.5, 0, 0}, 0.9, 0.0025, 0.9025},
		{"3 - a", {ZHUN_D_EXPONENTIAL, 1, 0, 0, 0}, 0.5, 3 - 1.38629436111989, 3 - 0.287682072451781},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		check_closed(&cases[i], 4000);
}

static double uniform(unsigned long long *state, double low, double high)
{
	return low + (high - low) * (double)(unit_random(state) >> 11) * 0x1p-53;
}

/* a random correlation matrix: that of INPUTS sums of three numbers each, which has rank 3 */
static void random_correlation(unsigned long long *state, double *r)
{
	double v[INPUTS][3];
	for (size_t i = 0; i < INPUTS; i++) {
		double size = 0;
		for (size_t k = 0; k < 3; k++) {
			v[i][k] = uniform(state, -1, 1);
			size += v[i][k] * v[i][k];
		}
		for (size_t k = 0; k < 3; k++)
			v[i][k] /= sqrt(size);
	}
	for (size_t i = 0; i < INPUTS; i++)
		for (size_t k = 0; k < INPUTS; k++)
			r[i * INPUTS + k] = i == k ? 1 : v[i][0] * v[k][0] + v[i][1] * v[k][1] + v[i][2] * v[k][2];
}

static void check_linear(unsigned long long *state, bool correlated)
{
	enum { DRAWS = 50000 };
	static const size_t first[] = {0};
	const struct zhun_model_outputs only = {first, 1};
	double r[INPUTS * INPUTS], c[INPUTS];
	struct zhun_distribution in[INPUTS];
	struct zhun_lpu_input x[INPUTS];
	struct zhun_error err;
	for (size_t i = 0; i < INPUTS; i++) {
		in[i] = (struct zhun_distribution){i % 2 ? ZHUN_D_NORMAL : ZHUN_D_TRIANGULAR, uniform(state, -5, 5),
						   uniform(state, 0.1, 3), 0, 0};
		x[i] = (struct zhun_lpu_input){in[i].a, zhun_distribution_sd(&in[i]), 0};
		c[i] = uniform(state, -2, 2);
	}
	random_correlation(state, r);
	char text[200];
	(void)snprintf(text, sizeof(text), "%.6f*a + %.6f*b + %.6f*c + %.6f*d + %.6f*e", c[0], c[1], c[2], c[3], c[4]);
	const struct zhun_model *m = compile(text, INPUTS);
	const struct zhun_lpu_task lpu = {m, x, correlated ? r : NULL};
	const struct zhun_mc_task mc = {
		.model = m, .inputs = in, .correlation = lpu.correlation, .seed = *state, .draws = DRAWS};
	const struct zhun_lpu *l = NULL;
	struct zhun_mc_sample s = {0};
	CHECK_CODE(zhun_lpu_make(arena, &lpu, &l, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_mc_run(arena, &mc, only, &s, NULL, &err), ZHUN_OK, &err);
	double u = zhun_lpu_u(l, 0);
	unit_check(fabs(s.mean - zhun_lpu_value(l, 0)) < 4.5 * u / sqrt(DRAWS), __FILE__, __LINE__,
		   "%s: mean %g, not %g", text, s.mean, zhun_lpu_value(l, 0));
	/* the variance of a sample's u is u²/(2M) for a normal, and less for what is flatter */
	unit_check(fabs(s.u - u) < 4.5 * u / sqrt(2.0 * DRAWS), __FILE__, __LINE__, "%s: u %g, not %g", text, s.u, u);
}

static void linear_models_agree_with_first_order(void)
{
	unsigned long long state = 20261124;
	for (size_t i = 0; i < MODELS; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		check_linear(&state, i % 2);
		zhun_arena_rewind(arena, mark);
	}
}

static const struct unit_test tests[] = {
	{"montecarlo laws: end points hold what they say", end_points_hold_what_they_say},
	{"montecarlo laws: linear models agree with first order", linear_models_agree_with_first_order},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 27);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
