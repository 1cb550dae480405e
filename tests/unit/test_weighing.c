/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/weighing.h"

#include "near.h"

static const double pairs[] = {1, -1, 0, 0, 1, 0, -1, 0, 1, 0, 0, -1, 0, 1, -1, 0, 0, 1, 0, -1, 0, 0, 1, -1};
static const double first_two[] = {1, 1, 0, 0};

/* NIST/SEMATECH e-Handbook 2.3.4.1.1, design 1,1,1,1 with the restraint on the first two: 3 degrees of
 * freedom, factors of repeatability 0.3536, 0.3536, 0.6124, 0.6124 and 0.7071 for the check standard,
 * which is the difference of the first two. */
static void four_equal_standards(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_dd y[6] = {{0, 0}};
	const struct zhun_weighing_design d = {pairs, 4, {6, y}, first_two, 2000, 0.2, 1, 0};
	static const double difference[] = {1, -1, 0, 0};
	struct zhun_weighing w = {0};
	struct zhun_error err;
	double u = 0;
	if (CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_OK, &err)) {
		CHECK_NEAR(w.dof, 3, 0);
		CHECK_NEAR(w.factor[0], 0.3536, 5e-5);
		CHECK_NEAR(w.factor[1], 0.3536, 5e-5);
		CHECK_NEAR(w.factor[2], 0.6124, 5e-5);
		CHECK_NEAR(w.factor[3], 0.6124, 5e-5);
		CHECK_NEAR(w.value[2], 1000, 1e-12);
		CHECK_NEAR(w.share[2], 0.5, 1e-15);
		CHECK_NEAR(zhun_weighing_combine(&w, difference, &u), 0, 1e-12);
		CHECK_NEAR(u, 0.7071, 5e-5);
		CHECK_NEAR(w.covariance[10], 0.375 + 0.01, 1e-15);
		CHECK_NEAR(zhun_weighing_check(1.5, 1, 0.25), 2, 0);
	}
	zhun_arena_close(a);
}

static double uniform(unsigned long long *state)
{
	return (double)(unit_random(state) >> 11) * 0x1p-53;
}

/* Law: differences without error give the values back, whatever the design; the restraint holds. */
static void laws_of_random_designs(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned long long state = 8;
	for (int run = 0; run < 500; run++) {
		double value[4], restraint[4], total = 0, held = 0;
		struct zhun_dd y[6];
		struct zhun_weighing w = {0};
		struct zhun_error err;
		for (size_t j = 0; j < 4; j++) {
			value[j] = uniform(&state);
			restraint[j] = 0.1 + uniform(&state);
			total += restraint[j] * value[j];
		}
		for (size_t o = 0; o < 6; o++) {
			y[o] = (struct zhun_dd){0, 0};
			for (size_t j = 0; j < 4; j++)
				y[o].hi += pairs[o * 4 + j] * value[j];
		}
		const struct zhun_weighing_design d = {pairs, 4, {6, y}, restraint, total, 0, 0, 0};
		if (!CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_OK, &err))
			break;
		for (size_t j = 0; j < 4; j++) {
			CHECK_NEAR(w.value[j], value[j], 1e-14);
			held += restraint[j] * w.value[j];
		}
		CHECK_NEAR(held, total, 1e-14);
		CHECK_NEAR(w.s, 0, 1e-15);
		zhun_arena_reset(a);
	}
	zhun_arena_close(a);
}

static void refuses_what_it_cannot_solve(void)
{
	static const double no_restraint[] = {0, 0, 0, 0}, apart[] = {1, -1, 0, 0, 1, -1, 0, 0, 0, 0, 1, -1};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_dd y[6] = {{0, 0}};
	struct zhun_weighing_design d = {pairs, 4, {6, y}, no_restraint, 1, 0, 0, 0};
	struct zhun_weighing w;
	struct zhun_error err;
	CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_E_PARAMETER_BAD, &err);
	d.restraint = first_two;
	d.restraint_u = -1;
	CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_E_PARAMETER_BAD, &err);
	d.restraint_u = 0;
	d.y.count = 2;
	CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_E_SERIES_SHORT, &err);
	d.y.count = 3;
	d.design = apart;
	CHECK_CODE(zhun_weighing_solve(a, &d, &w, &err), ZHUN_E_FIT_SINGULAR, &err);
	zhun_arena_close(a);
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	static const struct zhun_dd y[] = {{1, 0}, {2, 0}, {3, 0}, {1, 0}, {2, 0}, {1, 0}};
	const struct zhun_weighing_design d = {pairs, 4, {6, y}, first_two, 0, 0, 0, 0};
	struct zhun_weighing w;
	struct zhun_error err;
	(void)context;
	return zhun_weighing_solve(a, &d, &w, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"weighing: four equal standards (NIST e-Handbook 2.3.4.1.1)", four_equal_standards},
	{"weighing: laws of random designs", laws_of_random_designs},
	{"weighing: refuses what it cannot solve", refuses_what_it_cannot_solve},
	{"weighing: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
