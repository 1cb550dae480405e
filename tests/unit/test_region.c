/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/region.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static bool near(double got, double want, double relative)
{
	return unit_check(fabs(got - want) <= relative * fabs(want), __FILE__, __LINE__, "%.15g, not %.15g", got,
			  want);
}

/* Equal variances with correlation r: axes at 45° of k·u·√(1 ± r); k from JCGM 102:2011 table 1 (2.45; 2.80). */
static void ellipse(void)
{
	static const double v[] = {4, 2, 2, 4};
	struct zhun_region g;
	struct zhun_error err;
	CHECK_CODE(zhun_region_make(arena, &(struct zhun_covariance){v, 2, HUGE_VAL}, 0.95, &g, &err), ZHUN_OK,
		   &err);
	near(g.k, 2.4477468306808165, 1e-12);
	near(g.half[0], g.k * sqrt(6), 1e-13);
	near(g.half[1], g.k * sqrt(2), 1e-13);
	near(g.axes[0], sqrt(0.5), 1e-13);
	near(g.axes[1], sqrt(0.5), 1e-13);
	near(g.axes[2] * g.axes[3], -0.5, 1e-13);
	near(g.content, M_PI * g.half[0] * g.half[1], 1e-13);
	near(g.half_box[0], 2 * 2.2364766445577895, 1e-10);
	double k = 0;
	CHECK_CODE(zhun_region_k(0.95, 3, HUGE_VAL, &k, &err), ZHUN_OK, &err);
	near(k, 2.7954834829151074, 1e-12);
	/* one quantity: the normal quantile, and that of t */
	CHECK_CODE(zhun_region_k(0.95, 1, HUGE_VAL, &k, &err), ZHUN_OK, &err);
	near(k, 1.959963984540054, 1e-12);
	CHECK_CODE(zhun_region_k(0.95, 1, 10, &k, &err), ZHUN_OK, &err);
	near(k, 2.2281388519649385, 1e-10);
	/* Willink and Hall: √(2ν/(ν−1) F(2, ν−1)); F of 0.95 with 2 and 9 is 4.2565 */
	CHECK_CODE(zhun_region_k(0.95, 2, 10, &k, &err), ZHUN_OK, &err);
	near(k, sqrt(20.0 / 9 * 4.256494729093748), 1e-10);
}

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

static double normal(unsigned long long *state)
{
	return sqrt(-2 * log(uniform(state))) * cos(6.283185307179586 * uniform(state));
}

static bool inside(const struct zhun_region *g, const double *y)
{
	double sum = 0;
	for (size_t i = 0; i < g->m; i++) {
		double along = 0;
		for (size_t k = 0; k < g->m; k++)
			along += g->axes[i * g->m + k] * y[k];
		sum += along * along / (g->half[i] * g->half[i]);
	}
	return sum <= 1;
}

/* Random matrices of three: p of the draws lie in the ellipsoid, at least p in the box; axes make V again. */
static void holds_what_it_says(void)
{
	unsigned long long state = 5;
	for (int matrix = 0; matrix < 20; matrix++) {
		double b[9], v[9] = {0}, again[9] = {0};
		struct zhun_region g;
		struct zhun_error err;
		int in = 0, boxed = 0;
		enum { DRAWS = 20000 };
		for (int i = 0; i < 9; i++)
			b[i] = normal(&state) * (i < 3 ? 1000 : 1);
		for (int i = 0; i < 9; i++)
			for (int k = 0; k < 3; k++)
				v[i] += b[i / 3 * 3 + k] * b[i % 3 * 3 + k];
		CHECK_CODE(zhun_region_make(arena, &(struct zhun_covariance){v, 3, HUGE_VAL}, 0.9, &g, &err),
			   ZHUN_OK, &err);
		for (int i = 0; i < 9; i++)
			for (int k = 0; k < 3; k++)
				again[i] += g.axes[k * 3 + i / 3] * g.axes[k * 3 + i % 3] * g.half[k] * g.half[k] /
					    (g.k * g.k);
		for (int i = 0; i < 9; i++)
			CHECK(fabs(again[i] - v[i]) <= 1e-12 * v[0]);
		for (int d = 0; d < DRAWS; d++) {
			double z[3] = {normal(&state), normal(&state), normal(&state)}, y[3];
			for (int i = 0; i < 3; i++)
				y[i] = b[i * 3] * z[0] + b[i * 3 + 1] * z[1] + b[i * 3 + 2] * z[2];
			in += inside(&g, y);
			boxed += fabs(y[0]) <= g.half_box[0] && fabs(y[1]) <= g.half_box[1] &&
				 fabs(y[2]) <= g.half_box[2];
		}
		/* five standard errors of 20,000 draws */
		CHECK(fabs(in - 0.9 * DRAWS) <= 5 * sqrt(0.09 * DRAWS));
		CHECK(boxed >= 0.9 * DRAWS - 5 * sqrt(0.09 * DRAWS));
	}
}

static void refuses(void)
{
	static const struct {
		double v[4], p, nu;
		enum zhun_code code;
	} rows[] = {
		{{1, 0, 0, 1}, 1, 5, ZHUN_E_STATEMENT_COVERAGE},   {{1, 0, 0, 1}, 0.95, 1, ZHUN_E_STATEMENT_COVERAGE},
		{{1, 2, 2, 1}, 0.95, 5, ZHUN_E_PARAMETER_BAD},	   {{1, 0.5, 0, 1}, 0.95, 5, ZHUN_E_PARAMETER_BAD},
		{{-1, 0, 0, 1}, 0.95, 5, ZHUN_E_PARAMETER_BAD},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_region g = {.m = 77};
		struct zhun_error err;
		CHECK_CODE(zhun_region_make(arena, &(struct zhun_covariance){rows[i].v, 2, rows[i].nu},
					    rows[i].p, &g, &err), rows[i].code, &err);
		CHECK_INT(g.m, 77);
	}
}

static enum zhun_code make_some(struct zhun_arena *a, void *context)
{
	static const double v[] = {4, 2, 2, 4};
	struct zhun_region g = {.m = 0};
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_region_make(a, &(struct zhun_covariance){v, 2, 9}, 0.95, &g, &err);
	CHECK((code == ZHUN_OK) == (g.m == 2));
	return code;
}

static void out_of_memory(void)
{
	unit_fault_loop(make_some, NULL);
}

static const struct unit_test tests[] = {
	{"region: an ellipse", ellipse},
	{"region: holds what it says", holds_what_it_says},
	{"region: refuses", refuses},
	{"region: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
