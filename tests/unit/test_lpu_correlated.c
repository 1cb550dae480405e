/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu_correlated.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static const char *const names[] = {"x", "y", "z"};

static const struct zhun_lpu *make(const char *f, const char *g, const struct zhun_lpu_input *in, const double *r)
{
	struct zhun_model_output *out = ZHUN_NEW_ARRAY(arena, 2, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	const struct zhun_lpu *l = NULL;
	struct zhun_error err;
	out[0] = (struct zhun_model_output){"f", f};
	out[1] = (struct zhun_model_output){"g", g};
	const struct zhun_model_source source = {names, 3, out, 2};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	const struct zhun_lpu_task task = {m, in, r};
	CHECK_CODE(zhun_lpu_make(arena, &task, &l, &err), ZHUN_OK, &err);
	return l;
}

static bool near(double got, double want, double relative)
{
	return unit_check(fabs(got - want) <= relative * fabs(want), __FILE__, __LINE__, "%.15g, not %.15g", got,
			  want);
}

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

static double normal(unsigned long long *state)
{
	return sqrt(-2 * log(uniform(state))) * cos(6.283185307179586 * uniform(state));
}

/* What is independent is as G.4.1 has it; a group alone has its own ν, whatever its correlations. */
static void known_cases(void)
{
	static const struct zhun_lpu_input in[] = {{1, 0.1, 5}, {2, 0.3, 9}, {3, 0.2, 0}},
					   pair[] = {{1, 0.1, 6}, {2, 0.3, 6}, {3, 0, 0}};
	static const double r[] = {1, -0.7, 0, -0.7, 1, 0, 0, 0, 1};
	static const size_t group[] = {4, 4, 0};
	const struct zhun_lpu *l = make("x + 2*y*z", "y", in, NULL);
	near(zhun_lpu_dof_correlated(l, 0, NULL), zhun_lpu_dof(l, 0), 1e-14);
	l = make("x + 2*y", "x - y", pair, r);
	near(zhun_lpu_dof_correlated(l, 0, group), 6, 1e-14);
	near(zhun_lpu_dof_correlated(l, 1, group), 6, 1e-14);
	near(zhun_lpu_dof_complex(l, 0, 1, group), 6, 1e-14);
	l = make("z", "z^2", in, NULL);
	CHECK(isinf(zhun_lpu_dof_correlated(l, 0, NULL)) && isinf(zhun_lpu_dof_complex(l, 0, 1, NULL)));
	/* one part only: then the moments of a complex quantity are those of a real one */
	l = make("x + y", "0*x", in, NULL);
	near(zhun_lpu_dof_complex(l, 0, 1, NULL), zhun_lpu_dof(l, 0), 1e-14);
}

/* ν says how u² scatters: 2·mean²/variance. Two pairs of readings that belong together, and a known correlation. */
static void tells_the_scatter(void)
{
	enum { N = 9, RUNS = 40000 };
	static const double r[] = {1, 0.6, 0, 0.6, 1, 0, 0, 0, 1};
	static const size_t group[] = {1, 1, 0};
	/* c = (1, 2), s = (1, 1.5): readings together, and each by itself with r known */
	const struct zhun_lpu_input in[] = {{1, 1 / sqrt(N), N - 1}, {1, 1.5 / sqrt(N), N - 1}, {0, 0, 0}};
	const struct zhun_lpu *l = make("x + 2*y", "y", in, r);
	unsigned long long state = 11;
	for (int known = 0; known < 2; known++) {
		double sum = 0, square = 0;
		for (int run = 0; run < RUNS; run++) {
			double x[N], y[N], own[N], mx = 0, my = 0, mo = 0, sx = 0, sy = 0, sxy = 0, so = 0;
			for (int i = 0; i < N; i++) {
				x[i] = normal(&state);
				y[i] = 1.5 * (0.6 * x[i] + 0.8 * normal(&state));
				own[i] = 1.5 * normal(&state);
				mx += x[i] / N;
				my += y[i] / N;
				mo += own[i] / N;
			}
			for (int i = 0; i < N; i++) {
				sx += (x[i] - mx) * (x[i] - mx) / (N - 1) / N;
				sy += (y[i] - my) * (y[i] - my) / (N - 1) / N;
				so += (own[i] - mo) * (own[i] - mo) / (N - 1) / N;
				sxy += (x[i] - mx) * (y[i] - my) / (N - 1) / N;
			}
			double u2 = known ? sx + 4 * so + 4 * 0.6 * sqrt(sx * so) : sx + 4 * sy + 4 * sxy;
			sum += u2 / RUNS;
			square += u2 * u2 / RUNS;
		}
		double seen = 2 * sum * sum / (square - sum * sum),
		       said = zhun_lpu_dof_correlated(l, 0, known ? NULL : group);
		/* first order in the scatter of u; four standard errors of the run are 3 % */
		unit_check(fabs(seen / said - 1) <= 0.06, __FILE__, __LINE__, "%d: %g seen, %g said", known, seen,
			   said);
	}
}

static const struct unit_test tests[] = {
	{"lpu correlated: known cases", known_cases},
	{"lpu correlated: tells the scatter", tells_the_scatter},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
