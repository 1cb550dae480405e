/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/regression.h"

#include "near.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* ISO/TS 28037:2010 6.4: six points, three with u 0.5 and three with 1. */
static void weighted_line(void)
{
	static const char *const y[] = {"3.2", "4.3", "7.6", "8.6", "11.7", "12.8"};
	static const double weights[] = {4, 4, 4, 1, 1, 1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_dd design[12];
	struct zhun_fit f = {0};
	struct zhun_error err;
	for (int i = 0; i < 6; i++) {
		design[2 * i] = (struct zhun_dd){1, 0};
		design[2 * i + 1] = (struct zhun_dd){i + 1, 0};
	}
	const struct zhun_linear_data data = {design, 2, series_of(a, y, 6), weights, ZHUN_SCALE_NONE};
	if (CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_OK, &err)) {
		static const double origin[] = {1, 0}, slope[] = {0, 1};
		const struct zhun_inverse read_back = {origin, slope, 10.5, 1.0};
		double x0, u;
		CHECK_NEAR(f.coefficient[0], 0.8852, 1e-4);
		CHECK_NEAR(f.coefficient[1], 2.057, 1e-4);
		CHECK_NEAR(sqrt(f.covariance[0]), 0.5297081, 1e-6);
		CHECK_NEAR(f.covariance[1], -0.08227848, 1e-6);
		CHECK_NEAR(f.chi2, 4.131, 1e-3);
		CHECK_CODE(zhun_fit_inverse(&f, &read_back, &x0, &u, &err), ZHUN_OK, &err);
		CHECK_NEAR(x0, 4.674, 1e-3);
		CHECK_NEAR(u, 0.533, 1e-3);
	}
	zhun_arena_close(a);
}

/* ISO/TS 28037:2010 7.4: uncertainties in both variables. */
static void line_with_both(void)
{
	static const char *const x[] = {"1.2", "1.9", "2.9", "4.0", "4.7", "5.9"};
	static const char *const y[] = {"3.4", "4.4", "7.2", "8.5", "10.8", "13.5"};
	static const double u_x[] = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2},
			    u_y[] = {0.2, 0.2, 0.2, 0.4, 0.4, 0.4};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_line_data data = {series_of(a, x, 6), series_of(a, y, 6), u_x, u_y, ZHUN_SCALE_NONE};
	struct zhun_fit f = {0};
	struct zhun_error err;
	if (CHECK_CODE(zhun_fit_line_both(a, &data, &f, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(f.coefficient[0], 0.5788, 1e-4);
		CHECK_NEAR(f.coefficient[1], 2.1597, 1e-4);
		CHECK_NEAR(sqrt(f.covariance[0]), 0.4764, 4e-3);
		CHECK_NEAR(sqrt(f.covariance[3]), 0.1355, 4e-3);
		CHECK_NEAR(f.chi2, 2.743, 1e-3);
	}
	data.y.count = 5;
	CHECK_CODE(zhun_fit_line_both(a, &data, &f, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	zhun_arena_close(a);
}

static struct zhun_dd power(double x, int n)
{
	struct zhun_dd p = {1, 0};
	for (int i = 0; i < n; i++) {
		/* exact enough for the test: x is an integer, so powers are to 2^106 */
		double hi = p.hi * x;
		p = (struct zhun_dd){hi, fma(p.hi, x, -hi) + p.lo * x};
	}
	return p;
}

/* NIST StRD Wampler1: y = Σ x^k, k = 0 … 5, x = 0 … 20: all coefficients are 1 exactly. */
static void polynomial_of_degree_five(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 18);
	struct zhun_dd design[21 * 6], y[21];
	struct zhun_fit f = {0};
	struct zhun_error err;
	for (int i = 0; i <= 20; i++) {
		y[i] = (struct zhun_dd){0, 0};
		for (int k = 0; k < 6; k++) {
			design[i * 6 + k] = power(i, k);
			y[i].hi += pow(i, k);
		}
	}
	const struct zhun_linear_data data = {design, 6, {21, y}, NULL, ZHUN_SCALE_RESIDUAL};
	if (CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_OK, &err))
		for (size_t k = 0; k < 6; k++)
			CHECK_NEAR(f.coefficient[k], 1, 1e-15);
	CHECK_NEAR(f.s, 0, 1e-18);
	zhun_arena_close(a);
}

static void refuses_what_it_cannot_solve(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct zhun_dd same[] = {{1, 0}, {2, 0}, {1, 0}, {2, 0}, {1, 0}, {2, 0}},
			     y[] = {{1, 0}, {2, 0}, {3, 0}};
	const double zero[] = {1, 0, 1};
	struct zhun_linear_data data = {same, 2, {3, y}, NULL, ZHUN_SCALE_NONE};
	struct zhun_fit f;
	struct zhun_error err;
	CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_E_FIT_SINGULAR, &err);
	data.weights = zero;
	CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_E_PARAMETER_BAD, &err);
	data.y.count = 1;
	CHECK_CODE(zhun_fit_linear(a, &data, &f, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

static enum zhun_code fit(struct zhun_arena *a, void *context)
{
	static const struct zhun_dd design[] = {{1, 0}, {1, 0}, {1, 0}, {2, 0}, {1, 0}, {3, 0}},
				    y[] = {{1, 0}, {2, 0}, {4, 0}};
	const struct zhun_linear_data data = {design, 2, {3, y}, NULL, ZHUN_SCALE_RESIDUAL};
	struct zhun_fit f;
	struct zhun_error err;
	(void)context;
	return zhun_fit_linear(a, &data, &f, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(fit, NULL);
}

static const struct unit_test tests[] = {
	{"regression: a weighted line (ISO/TS 28037 6.4)", weighted_line},
	{"regression: uncertainties in both variables (ISO/TS 28037 7.4)", line_with_both},
	{"regression: a polynomial of degree five (NIST Wampler1)", polynomial_of_degree_five},
	{"regression: refuses what it cannot solve", refuses_what_it_cannot_solve},
	{"regression: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
