/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/correlation.h"

#include "near.h"

/* Higham 2002, the example of section 1: 1 1 0 / 1 1 1 / 0 1 1; and the tridiagonal example of order 4
 * as the NAG Library prints it (g02aac, 4 decimals). */
static void nearest_of_published_examples(void)
{
	static const double three[] = {1, 1, 0, 1, 1, 1, 0, 1, 1};
	static const double four[] = {2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2};
	static const double want[] = {1, -0.8084, 0.1916, 0.1068, -0.8084, 1, -0.6562, 0.1916,
				      0.1916, -0.6562, 1, -0.8084, 0.1068, 0.1916, -0.8084, 1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_correlation c = {0};
	struct zhun_error err;
	if (CHECK_CODE(zhun_correlation_nearest(a, three, 3, &c, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(c.r[1], 0.7607, 5e-5);
		CHECK_NEAR(c.r[2], 0.1573, 5e-5);
		CHECK_NEAR(c.r[5], 0.7607, 5e-5);
		CHECK_NEAR(c.r[4], 1, 0);
		CHECK_NEAR(c.smallest, 1 - sqrt(2), 1e-15);
		CHECK(c.rounds > 1);
	}
	if (CHECK_CODE(zhun_correlation_nearest(a, four, 4, &c, &err), ZHUN_OK, &err))
		for (size_t i = 0; i < 16; i++)
			CHECK_NEAR(c.r[i], want[i], 5e-5);
	zhun_arena_close(a);
}

/* x and y fully correlated, z with one 0.87 and with the other 0.86 as rounding left them. */
static void repairs_what_rounding_did(void)
{
	static const double r[] = {1, 1, 0.87, 1, 1, 0.86, 0.87, 0.86, 1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_correlation c = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_correlation_repair(a, r, 3, 0, &c, &err), ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	if (CHECK_CODE(zhun_correlation_repair(a, r, 3, 0.005, &c, &err), ZHUN_OK, &err)) {
		struct zhun_correlation again = {0};
		CHECK(c.smallest < -1e-6 && c.smallest > -0.01);
		CHECK(c.moved > 0 && c.moved < 0.01);
		CHECK_NEAR(c.r[0], 1, 0);
		/* what was repaired needs no repair */
		CHECK_CODE(zhun_correlation_repair(a, c.r, 3, 0, &again, &err), ZHUN_OK, &err);
		CHECK_NEAR(again.moved, 0, 1e-14);
	}
	zhun_arena_close(a);
}

static void refuses_what_is_no_correlation(void)
{
	static const double far[] = {1, 1, 0, 1, 1, 1, 0, 1, 1}, skew[] = {1, 0.5, 0.4, 1},
			    beyond[] = {1, 1.2, 1.2, 1}, diagonal[] = {0.9, 0, 0, 1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_correlation c;
	struct zhun_error err;
	CHECK_CODE(zhun_correlation_repair(a, far, 3, 0.005, &c, &err), ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	CHECK_CODE(zhun_correlation_repair(a, skew, 2, 0, &c, &err), ZHUN_E_LPU_CORRELATION, &err);
	CHECK_CODE(zhun_correlation_repair(a, beyond, 2, 0, &c, &err), ZHUN_E_LPU_CORRELATION, &err);
	CHECK_CODE(zhun_correlation_repair(a, diagonal, 2, 0, &c, &err), ZHUN_E_LPU_CORRELATION, &err);
	CHECK_CODE(zhun_correlation_repair(a, diagonal, 2, -1, &c, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_correlation_nearest(a, skew, 2, &c, &err), ZHUN_E_LPU_CORRELATION, &err);
	zhun_arena_close(a);
}

static double uniform(unsigned long long *state)
{
	return (double)(unit_random(state) >> 11) * 0x1p-53;
}

/* ‖x − y‖² of symmetric matrices */
static double distance(const double *x, const double *y, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n * n; i++)
		sum += (x[i] - y[i]) * (x[i] - y[i]);
	return sqrt(sum);
}

/* Law: the factor gives the matrix back; the nearest matrix has diagonal 1, no negative eigenvalue, and
 * no correlation matrix on the way to a random other one is nearer (the set is convex). */
static void laws_of_random_matrices(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned long long state = 17;
	for (int run = 0; run < 200; run++) {
		size_t n = 2 + (size_t)(unit_random(&state) % 6), rank = 0;
		double r[64], other[64], at[64];
		struct zhun_correlation c = {0}, b = {0};
		struct zhun_error err;
		const double *f = NULL;
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k <= i; k++) {
				r[i * n + k] = r[k * n + i] = i == k ? 1 : 2 * uniform(&state) - 1;
				other[i * n + k] = other[k * n + i] = i == k ? 1 : 2 * uniform(&state) - 1;
			}
		if (!CHECK_CODE(zhun_correlation_nearest(a, r, n, &c, &err), ZHUN_OK, &err) ||
		    !CHECK_CODE(zhun_correlation_nearest(a, other, n, &b, &err), ZHUN_OK, &err) ||
		    !CHECK_CODE(zhun_correlation_factor(a, c.r, n, &f, &rank, &err), ZHUN_OK, &err))
			break;
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++) {
				double sum = 0;
				for (size_t m = 0; m < rank; m++)
					sum += f[i * rank + m] * f[k * rank + m];
				CHECK_NEAR(sum, c.r[i * n + k], 1e-12);
			}
		for (size_t i = 0; i < n * n; i++)
			at[i] = c.r[i] + 0.01 * (b.r[i] - c.r[i]);
		CHECK(distance(at, r, n) >= distance(c.r, r, n) - 1e-9);
		zhun_arena_reset(a);
	}
	zhun_arena_close(a);
}

/* Fully correlated quantities have a factor of one column; Cholesky would fail. */
static void factor_of_one_column(void)
{
	static const double r[] = {1, -1, 1, -1, 1, -1, 1, -1, 1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_error err;
	const double *f = NULL;
	size_t rank = 0;
	if (CHECK_CODE(zhun_correlation_factor(a, r, 3, &f, &rank, &err), ZHUN_OK, &err) && CHECK_INT(rank, 1)) {
		CHECK_NEAR(f[0] * f[1], -1, 1e-14);
		CHECK_NEAR(f[0] * f[2], 1, 1e-14);
	}
	zhun_arena_close(a);
}

/* As propagation takes it: as it stands, within its rounding, the nearest by choice, or not at all. A quantity
 * that nothing joins (the second) gets no partner. */
static void settles_for_propagation(void)
{
	static const double fine[] = {1, 0, 0.9, 0, 1, 0, 0.9, 0, 1};
	static const double rounded[] = {1, 0, 1, 0.87, 0, 1, 0, 0, 1, 0, 1, 0.86, 0.87, 0, 0.86, 1};
	static const double far[] = {1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1};
	const struct zhun_correlation_care strict = {0, false}, two = {0.005, false}, nearest = {0.005, true};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_correlation c = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_correlation_settle(a, fine, 3, &nearest, &c, &err), ZHUN_OK, &err);
	CHECK(c.r == fine && c.rounds == 0 && !(c.moved > 0));
	CHECK_CODE(zhun_correlation_settle(a, rounded, 4, &strict, &c, &err), ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	CHECK_CODE(zhun_correlation_settle(a, far, 4, &two, &c, &err), ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	if (CHECK_CODE(zhun_correlation_settle(a, rounded, 4, &nearest, &c, &err), ZHUN_OK, &err))
		CHECK(c.rounds == 0 && c.moved > 0 && c.moved < 0.01 && c.smallest < 0);
	/* Higham's example again, about the one that is alone */
	if (CHECK_CODE(zhun_correlation_settle(a, far, 4, &nearest, &c, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(c.r[2], 0.7607, 5e-5);
		CHECK_NEAR(c.r[3], 0.1573, 5e-5);
		CHECK(c.rounds > 1);
		for (size_t i = 0; i < 4; i++)
			CHECK_NEAR(c.r[4 + i], i == 1, 0);
	}
	CHECK_NEAR(zhun_correlation_rounding(0.8712), 0.00005, 1e-18);
	CHECK_NEAR(zhun_correlation_rounding(-0.5), 0.005, 1e-18);
	CHECK_NEAR(zhun_correlation_rounding(1), 0, 0);
	zhun_arena_close(a);
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	static const double r[] = {1, 0.5, 0.5, 1};
	struct zhun_correlation c;
	struct zhun_error err;
	const double *f;
	size_t rank;
	(void)context;
	enum zhun_code code = zhun_correlation_repair(a, r, 2, 0, &c, &err);
	if (!code)
		code = zhun_correlation_nearest(a, r, 2, &c, &err);
	static const double bad[] = {1, 1, 0, 1, 1, 1, 0, 1, 1};
	if (!code)
		code = zhun_correlation_settle(a, bad, 3, &(const struct zhun_correlation_care){0, true}, &c, &err);
	return code ? code : zhun_correlation_factor(a, r, 2, &f, &rank, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"correlation: the nearest matrix of published examples (Higham 2002)", nearest_of_published_examples},
	{"correlation: repairs what rounding did, and says so", repairs_what_rounding_did},
	{"correlation: refuses what is none", refuses_what_is_no_correlation},
	{"correlation: laws of random matrices", laws_of_random_matrices},
	{"correlation: a factor of one column", factor_of_one_column},
	{"correlation: settles for propagation", settles_for_propagation},
	{"correlation: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
