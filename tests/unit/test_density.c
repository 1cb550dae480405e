/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/density.c, measure/density_fit.c */
#include "measure/density.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "measure/random.h"
#include "near.h"
#include "zhun/base/number.h"
#include "zhun/measure/distribution.h"

static struct zhun_arena *arena;

static enum zhun_code fit(const char *text, double low, double high, const struct zhun_density **ret,
			  struct zhun_error *err)
{
	static const char *const names[] = {"x"};
	const struct zhun_model *model = NULL;
	const struct zhun_model_output output = {"density", text};
	const struct zhun_model_source source = {names, 1, &output, 1, NULL, NULL};
	enum zhun_code code = zhun_model_compile(arena, &source, &model, err);
	return code ? code : zhun_density_of_model(arena, model, low, high, ret, err);
}

static const struct zhun_density *formula(const char *text, double low, double high)
{
	const struct zhun_density *d = NULL;
	struct zhun_error err = {.code = ZHUN_OK};
	enum zhun_code code = fit(text, low, high, &d, &err);
	unit_check(!code, __FILE__, __LINE__, "%s: %d %s", text, (int)code, err.arg[0]);
	return d;
}

/* The bins 0 1 2 4 5.5 with 5, 7, 0 and 2 counts; values by scipy 1.10, stats.rv_histogram. */
static const struct zhun_density *bins(void)
{
	static const double edge[] = {0, 1, 2, 4, 5.5}, weight[] = {5, 7, 0, 2};
	const struct zhun_density *d = NULL;
	struct zhun_error err = {.code = ZHUN_OK};
	CHECK_CODE(zhun_density_of_histogram(arena, edge, weight, 4, &d, &err), ZHUN_OK, &err);
	return d;
}

static void histogram(void)
{
	const struct zhun_density *d = bins();
	CHECK_NEAR(zhun_density_mean(d), 1.6071428571428572, 1e-15);
	CHECK_NEAR(zhun_density_sd(d), 1.3974283961795606, 1e-15);
	CHECK_NEAR(zhun_density_cdf(d, 1.25), 0.48214285714285715, 1e-16);
	CHECK_NEAR(zhun_density_pdf(d, 5.0), 0.09523809523809523, 1e-16);
	CHECK_NEAR(zhun_density_pdf(d, 3.0), 0, 0);
	CHECK_NEAR(zhun_density_pdf(d, -1), 0, 0);
	CHECK_NEAR(zhun_density_quantile(d, 0.1), 0.28, 1e-15);
	CHECK_NEAR(zhun_density_quantile(d, 0.5), 1.28571428571428571, 1e-15);
	CHECK_NEAR(zhun_density_quantile(d, 0.99), 5.395, 1e-14);
	CHECK_NEAR(zhun_density_upper(d, 5.395), 0.01, 1e-15);
	CHECK_NEAR(zhun_density_cdf(d, 9), 1, 0);
	CHECK_NEAR(zhun_density_upper(d, -9), 1, 3e-16);
}

/* A normal cut at −1 and 3, not normalised: mpmath 1.2 with 40 digits; quantiles by scipy, stats.truncnorm. */
static void a_normal_cut_off(void)
{
	const struct zhun_density *d = formula("exp(-x^2/2)", -1, 3);
	CHECK_NEAR(zhun_density_mean(d), 0.28278611072715401, 1e-14);
	CHECK_NEAR(zhun_density_sd(d), 0.784946963404426, 1e-14);
	CHECK_NEAR(zhun_density_cdf(d, 1), 0.8127305705892683, 1e-14);
	CHECK_NEAR(zhun_density_quantile(d, 0.025), -0.9166801890832549, 1e-13);
	CHECK_NEAR(zhun_density_quantile(d, 0.975), 2.0074709720421517, 1e-13);
	CHECK(zhun_density_unresolved(d) < 1e-12);
}

/* Poles, jumps and corners, against what is known in closed form. */
static void hard_places(void)
{
	const struct zhun_density *arcsine = formula("1/sqrt(1 - x^2)", -1, 1), *root = formula("1/sqrt(x)", 0, 4);
	CHECK_NEAR(zhun_density_sd(arcsine), sqrt(0.5), 1e-7);
	CHECK_NEAR(zhun_density_cdf(arcsine, 0.5), 0.5 + asin(0.5) / acos(-1), 1e-7);
	CHECK(zhun_density_unresolved(arcsine) > 1e-9 && zhun_density_unresolved(arcsine) < 1e-6);
	CHECK_NEAR(zhun_density_quantile(root, 0.25), 0.25, 1e-13);
	CHECK_NEAR(zhun_density_mean(root), 4.0 / 3, 1e-13);
	const struct zhun_density *step = formula("if(x < 1/3, 1, 3)", 0, 1), *corner = formula("1 - abs(x)", -1, 1);
	CHECK_NEAR(zhun_density_cdf(step, 1.0 / 3), 1.0 / 7, 1e-14);
	CHECK_NEAR(zhun_density_quantile(step, 1.0 / 7 + 3.0 / 7), 1.0 / 3 + 1.0 / 3, 1e-14 * 4);
	CHECK_NEAR(zhun_density_sd(corner), 1 / sqrt(6), 1e-14);
	const struct zhun_density *hump = formula("exp(-((x - 0.123)/1e-3)^2/2)", -1, 1);
	CHECK_NEAR(zhun_density_sd(hump), 1e-3, 1e-14);
}

static double number(const char *s)
{
	struct zhun_number n = {0};
	CHECK(zhun_number_parse(s, strlen(s), &n, NULL) == ZHUN_OK);
	return n.value;
}

static void what_is_no_density_is_refused_at_its_place(void)
{
	static const struct {
		const char *text;
		double low, high, at;
		enum zhun_code code;
	} rows[] = {
		{"x", -1, 1, -0.9, ZHUN_E_DENSITY_NEGATIVE}, {"1/x", 0, 1, 0, ZHUN_E_DENSITY_ENDLESS},
		{"1/(x - 1)^2", 0, 2, 1, ZHUN_E_DENSITY_ENDLESS}, {"0*x", 0, 1, 0, ZHUN_E_DENSITY_ZERO},
		{"sqrt(x)", -1, 1, 0, ZHUN_E_MODEL_NOT_FINITE}, {"x", 2, 1, 0, ZHUN_E_PARAMETER_BAD},
		{"complex(x, 1)", 0, 1, 0, ZHUN_E_EXPRESSION_COMPLEX}, {"exp(", 0, 1, 0, ZHUN_E_EXPRESSION_SYNTAX},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_density *d = NULL;
		CHECK_CODE(fit(rows[i].text, rows[i].low, rows[i].high, &d, &err), rows[i].code, &err);
		CHECK(!d);
		if (rows[i].code == ZHUN_E_DENSITY_NEGATIVE)
			CHECK(number(err.arg[0]) < 0 && number(err.arg[1]) < 0);
		if (rows[i].code == ZHUN_E_DENSITY_ENDLESS)
			CHECK_NEAR(number(err.arg[0]), rows[i].at, 1e-5);
	}
}

static void bad_histograms_are_named(void)
{
	static const struct {
		double edge[3], weight[2];
		const char *word;
	} rows[] = {{{0, 0, 1}, {1, 1}, "edges"},
		    {{0, 2, 1}, {1, 1}, "edges"},
		    {{0, 1, HUGE_VAL}, {1, 1}, "edges"},
		    {{0, 1, 2}, {1, -1}, "weights"},
		    {{0, 1, 2}, {0, 0}, "weights"}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_density *d = NULL;
		CHECK_CODE(zhun_density_of_histogram(arena, rows[i].edge, rows[i].weight, 2, &d, &err),
			   ZHUN_E_PARAMETER_BAD, &err);
		CHECK_TEXT(err.arg[0], rows[i].word);
	}
	struct zhun_error err = {.code = ZHUN_OK};
	const struct zhun_distribution none = {.kind = ZHUN_D_HISTOGRAM, .b = 1};
	CHECK_CODE(zhun_distribution_check(&none, &err), ZHUN_E_PART_MISSING, &err);
}

static double pick(uint64_t *state)
{
	*state = *state * 6364136223846793005U + 1442695040888963407U;
	return (double)(*state >> 11) * 0x1p-53;
}

/* Laws, on random histograms moved and stretched: the quantile undoes the distribution function, both tails are
 * one, and so is the density's mass by its own moments. */
static void random_histograms(void)
{
	uint64_t state = 4711;
	for (int round = 0; round < 200; round++) {
		double edge[12], weight[11];
		size_t n = 1 + (size_t)(11 * pick(&state));
		const struct zhun_density *own = NULL;
		struct zhun_error err = {.code = ZHUN_OK};
		edge[0] = 10 * pick(&state) - 5;
		for (size_t i = 0; i < n; i++) {
			edge[i + 1] = edge[i] + 0.01 + pick(&state);
			weight[i] = 0.01 + pick(&state);
		}
		CHECK_CODE(zhun_density_of_histogram(arena, edge, weight, n, &own, &err), ZHUN_OK, &err);
		const struct zhun_distribution d = {ZHUN_D_HISTOGRAM, pick(&state), 0.5 + pick(&state), 0, 0, own};
		CHECK_CODE(zhun_distribution_check(&d, &err), ZHUN_OK, &err);
		double p = pick(&state), x = zhun_distribution_quantile(&d, p), low, high;
		zhun_distribution_support(&d, &low, &high);
		CHECK_NEAR(zhun_distribution_cdf(&d, x), p, 1e-13);
		CHECK_NEAR(zhun_distribution_upper(&d, x), 1 - p, 1e-13);
		CHECK_NEAR(low, d.a + d.b * edge[0], 1e-14 * 20);
		CHECK_NEAR(high, d.a + d.b * edge[n], 1e-14 * 20);
		CHECK_NEAR(zhun_distribution_mean(&d), d.a + d.b * zhun_density_mean(own), 1e-13);
		CHECK_NEAR(zhun_distribution_pdf(&d, x) * d.b, zhun_density_pdf(own, (x - d.a) / d.b), 1e-12);
	}
}

static int by_value(const void *a, const void *b)
{
	double p = *(const double *)a, q = *(const double *)b;
	return (p > q) - (p < q);
}

static void draws(void)
{
	enum { N = 200000 };
	static double x[N], other[N], spare[N];
	const struct zhun_distribution d[] = {
		{ZHUN_D_HISTOGRAM, 3, 2, 0, 0, bins()},
		{ZHUN_D_FORMULA, -1, 0.5, 0, 0, formula("x^2*exp(-x) + 0.01", 0, 20)},
	};
	for (size_t k = 0; k < ZHUN_COUNT(d); k++) {
		double worst = 0;
		struct random_stream r;
		for (int which = ZHUN_VECTOR_PLAIN; which <= ZHUN_VECTOR_AVX512; which++) {
			const struct vector_unit *unit = vector_unit_of((enum zhun_vector)which);
			if (!unit)
				continue;
			random_open(&r, unit, 20261125, k, 0);
			random_draw(&r, &(struct random_source){.d = &d[k]}, which == ZHUN_VECTOR_PLAIN ? x : other,
				    N, spare);
			CHECK(which == ZHUN_VECTOR_PLAIN || memcmp(x, other, sizeof x) == 0);
		}
		qsort(x, N, sizeof(*x), by_value);
		for (size_t i = 0; i < N; i++)
			worst = fmax(worst, fabs(zhun_distribution_cdf(&d[k], x[i]) - (double)i / N));
		unit_check(worst < 1.95 / sqrt(N), __FILE__, __LINE__, "row %zu: %.5f", k, worst);
	}
}

static enum zhun_code make_both(struct zhun_arena *a, void *context)
{
	static const char *const names[] = {"x"};
	static const double edge[] = {0, 1, 2}, weight[] = {1, 2};
	const struct zhun_model_output output = {"density", "if(x < 0.3, 1, exp(-x))"};
	const struct zhun_model_source source = {names, 1, &output, 1, NULL, NULL};
	const struct zhun_model *model = NULL;
	const struct zhun_density *d = NULL;
	(void)context;
	enum zhun_code code = zhun_model_compile(a, &source, &model, NULL);
	if (!code)
		code = zhun_density_of_model(a, model, 0, 2, &d, NULL);
	return code ? code : zhun_density_of_histogram(a, edge, weight, 2, &d, NULL);
}

static void faults(void)
{
	unit_fault_loop(make_both, NULL);
}

static const struct unit_test tests[] = {
	{"density: a histogram", histogram},
	{"density: a normal cut off", a_normal_cut_off},
	{"density: poles, jumps and corners", hard_places},
	{"density: what is no density is refused at its place", what_is_no_density_is_refused_at_its_place},
	{"density: bad histograms are named", bad_histograms_are_named},
	{"density: laws on random histograms", random_histograms},
	{"density: draws", draws},
	{"density: allocation faults", faults},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 26);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
