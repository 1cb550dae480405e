/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/type_a.h"

#include "near.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* JCGM 100:2008 4.4.3, table 1: twenty readings of a temperature, mean 100.145 °C, s 1.489 °C, u 0.333 °C. */
static void mean_of_readings(void)
{
	static const char *const t[] = {"96.90",  "98.18",  "98.25",  "98.61",	"99.03",  "99.49",  "99.56",
					"99.74",  "99.89",  "100.07", "100.33", "100.42", "100.68", "100.95",
					"101.11", "101.20", "101.57", "101.84", "102.36", "102.72"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_type_a r = {0};
	struct zhun_error err;
	struct zhun_series s = series_of(a, t, 20);
	CHECK_CODE(zhun_type_a_mean(s, ZHUN_TYPE_A_FREQUENTIST, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.value, 100.145, 5e-4);
	CHECK_NEAR(r.sd, 1.489, 5e-4);
	CHECK_NEAR(r.u, 0.333, 5e-4);
	CHECK_NEAR(r.dof, 19, 0);
	double plain = r.u;
	/* JCGM 101 6.4.9.4: √((n − 1)/(n − 3)) times as much */
	CHECK_CODE(zhun_type_a_mean(s, ZHUN_TYPE_A_BAYESIAN, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.u, plain * sqrt(19.0 / 17.0), 1e-15);
	CHECK(isinf(r.dof));
	s.count = 3;
	CHECK_CODE(zhun_type_a_mean(s, ZHUN_TYPE_A_BAYESIAN, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	s.count = 1;
	CHECK_CODE(zhun_type_a_mean(s, ZHUN_TYPE_A_FREQUENTIST, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* By hand: s² = 2 with 1 and 1 with 2 degrees of freedom give s_p² = 4/3 with 3. */
static void pools_earlier_series(void)
{
	static const char *const one[] = {"1", "3"}, *const two[] = {"10001", "10002", "10003"},
			  *const now[] = {"7", "8", "9"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	const struct zhun_series groups[] = {series_of(a, one, 2), series_of(a, two, 3)};
	struct zhun_type_a r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_type_a_pooled(groups, 2, series_of(a, now, 3), &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.value, 8, 0);
	CHECK_NEAR(r.sd, sqrt(4.0 / 3), 1e-15);
	CHECK_NEAR(r.u, 2.0 / 3, 1e-15);
	CHECK_NEAR(r.dof, 3, 0);
	CHECK_CODE(zhun_type_a_pooled(groups, 0, groups[0], &r, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* JJF 1059.1-2012 table 1 (4 readings: C 2.06, ν 2.7); the exact factor is d₂ = 2.058751, d₃ = 0.879808
 * (ISO 7870-2). */
static void range_of_four(void)
{
	static const char *const t[] = {"10.03", "10.00", "10.05", "10.206"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s = series_of(a, t, 4);
	struct zhun_type_a r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_TABLE, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.sd, 0.1, 1e-15);
	CHECK_NEAR(r.u, 0.05, 1e-15);
	CHECK_NEAR(r.dof, 2.7, 0);
	CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_EXACT, &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r.sd, 0.206 / 2.058751, 1e-7);
	CHECK_NEAR(r.dof, 0.5 * pow(2.058751 / 0.879808, 2), 1e-5);
	s.count = 1;
	CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_TABLE, &r, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* Law: the printed table is the exact factor, rounded. */
static void table_of_ranges_is_exact_rounded(void)
{
	static const char *const t[] = {"0", "1", "0", "0", "0", "0", "0", "0", "0", "0"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s = series_of(a, t, 10);
	struct zhun_type_a table = {0}, exact = {0};
	struct zhun_error err;
	for (s.count = 2; s.count <= 9; s.count++) {
		CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_TABLE, &table, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_EXACT, &exact, &err), ZHUN_OK, &err);
		CHECK_NEAR(1 / table.sd, 1 / exact.sd, 0.006);
		CHECK_NEAR(table.dof, exact.dof, 0.06);
	}
	CHECK_CODE(zhun_type_a_range(s, ZHUN_RANGE_TABLE, &table, &err), ZHUN_E_PARAMETER_BAD, &err);
	zhun_arena_close(a);
}

/* 1 … 16 up and down: r_1 … r_4 worked out with exact fractions. Deviations ±7.5 … sum to squares 340;
 * r_k of the straight run are (n³ − n)/12-like sums: 276.25, 213, 150.75, 90 over 340. */
static void readings_that_depend(void)
{
	static const char *const t[] = {"1", "2", "3",	"4",  "5",  "6",  "7",	"8",
					"9", "10", "11", "12", "13", "14", "15", "16"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_type_a r = {0};
	struct zhun_error err;
	size_t lags = 0;
	CHECK_CODE(zhun_type_a_autocorrelated(a, series_of(a, t, 16), &r, &lags, &err), ZHUN_OK, &err);
	CHECK_INT(lags, 1);
	double r1 = 276.25 / 340, inflation = 1 + 2 * (15.0 / 16) * r1;
	CHECK_NEAR(r.effective, 16 / inflation, 1e-12);
	CHECK_NEAR(r.u, r.sd / sqrt(16 / inflation), 1e-14);
	CHECK_NEAR(r.dof, 16 / (1 + 2 * (15.0 / 16) * r1 * r1) - 1, 1e-12);
	CHECK_CODE(zhun_type_a_autocorrelated(a, series_of(a, t, 7), &r, &lags, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

static double normal(unsigned long long *state)
{
	double u = ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
	double v = (double)(unit_random(state) >> 11) * 0x1p-53;
	return sqrt(-2 * log(u)) * cos(2 * 3.14159265358979323846 * v);
}

/* Law: for readings x_i = 0.5 x_{i−1} + noise the mean of 400 has variance σ²/n·(1 + ρ)/(1 − ρ) but for
 * terms of 1/n; the mean of u² over many series comes near it, that of s²/n is a third of it. */
static void autocorrelation_gives_the_spread_of_means(void)
{
	enum { N = 400, SERIES = 300 };
	static struct zhun_dd x[N];
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	unsigned long long state = 20061;
	double squares = 0, plain = 0;
	for (int k = 0; k < SERIES; k++) {
		struct zhun_type_a r = {0};
		struct zhun_error err;
		size_t lags = 0;
		double now = normal(&state) / sqrt(1 - 0.25);
		for (int i = 0; i < N; i++) {
			now = 0.5 * now + normal(&state);
			x[i] = (struct zhun_dd){now, 0};
		}
		CHECK_CODE(zhun_type_a_autocorrelated(a, (struct zhun_series){N, x}, &r, &lags, &err), ZHUN_OK, &err);
		squares += r.u * r.u / SERIES;
		plain += r.sd * r.sd / N / SERIES;
		zhun_arena_reset(a);
	}
	double expected = 1 / 0.75 * 3 / N;
	CHECK(squares > 0.85 * expected && squares < 1.15 * expected);
	CHECK(plain < 0.4 * expected);
	zhun_arena_close(a);
}

/* JCGM 100:2008 H.2, table H.2: five simultaneous readings of V, I and φ form one group. */
static void simultaneous_readings(void)
{
	static const char *const v[] = {"5.007", "4.994", "5.005", "4.990", "4.999"};
	static const char *const i[] = {"19.663", "19.639", "19.640", "19.685", "19.678"};
	static const char *const phi[] = {"1.0456", "1.0438", "1.0468", "1.0428", "1.0433"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s[] = {series_of(a, v, 5), series_of(a, i, 5), series_of(a, phi, 5)};
	struct zhun_type_a_group g = {0};
	struct zhun_error err;
	if (CHECK_CODE(zhun_type_a_simultaneous(a, s, 3, &g, &err), ZHUN_OK, &err)) {
		const double *c = g.covariance;
		CHECK_NEAR(g.mean[2], 1.04446, 1e-15);
		CHECK_NEAR(sqrt(c[0]), 0.0032, 5e-5);
		CHECK_NEAR(sqrt(c[4]), 0.0095, 5e-5);
		CHECK_NEAR(sqrt(c[8]), 0.00075, 5e-6);
		CHECK_NEAR(c[1] / sqrt(c[0] * c[4]), -0.36, 5e-3);
		CHECK_NEAR(c[2] / sqrt(c[0] * c[8]), 0.86, 5e-3);
		CHECK_NEAR(c[5] / sqrt(c[4] * c[8]), -0.65, 5e-3);
		CHECK_NEAR(g.dof, 4, 0);
	}
	s[1].count = 4;
	CHECK_CODE(zhun_type_a_simultaneous(a, s, 3, &g, &err), ZHUN_E_SERIES_UNEQUAL, &err);
	CHECK_CODE(zhun_type_a_simultaneous(a, s, 0, &g, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	static const struct zhun_dd x[] = {{1, 0}, {2, 0}, {4, 0}, {5, 0}, {3, 0}, {2, 0}, {1, 0}, {2, 0}};
	const struct zhun_series s[] = {{8, x}, {8, x}};
	struct zhun_type_a_group g;
	struct zhun_type_a r;
	struct zhun_error err;
	size_t lags;
	(void)context;
	enum zhun_code code = zhun_type_a_autocorrelated(a, s[0], &r, &lags, &err);
	return code ? code : zhun_type_a_simultaneous(a, s, 2, &g, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"type A: the mean of readings (GUM 4.4.3; JCGM 101 6.4.9)", mean_of_readings},
	{"type A: pooled from earlier series", pools_earlier_series},
	{"type A: the range of four (JJF 1059.1 table 1)", range_of_four},
	{"type A: the table of ranges is the exact factor, rounded", table_of_ranges_is_exact_rounded},
	{"type A: readings that depend on those before", readings_that_depend},
	{"type A: autocorrelation gives the spread of means", autocorrelation_gives_the_spread_of_means},
	{"type A: simultaneous readings (GUM H.2)", simultaneous_readings},
	{"type A: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
