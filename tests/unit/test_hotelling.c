/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/hotelling.h"

#include "near.h"
#include "zhun/measure/chart.h"

/* Montgomery example 11.1: two variables, 20 subgroups of 10, 0.1 %: 13.72 in phase 1; confirmed by
 * tests/reference/published.py. */
static void limits(void)
{
	struct zhun_hotelling_design d = {20, 10, 2, ZHUN_HOTELLING_PHASE_1};
	double limit = 0, other = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_hotelling_limit_of(&d, 0.999, &limit, &err), ZHUN_OK, &err);
	CHECK_NEAR(limit, 13.72, 5e-3);
	d.phase = ZHUN_HOTELLING_PHASE_2;
	CHECK_CODE(zhun_hotelling_limit_of(&d, 0.999, &other, &err), ZHUN_OK, &err);
	CHECK_NEAR(other, limit * 21 / 19, 1e-10);
	d = (struct zhun_hotelling_design){30, 1, 2, ZHUN_HOTELLING_PHASE_1};
	CHECK_CODE(zhun_hotelling_limit_of(&d, 0.999, &limit, &err), ZHUN_OK, &err);
	/* beta(1, b) has the quantile 1 − (1 − p)^(1/b) */
	CHECK_NEAR(limit, 29.0 * 29 / 30 * (1 - pow(0.001, 1 / 13.5)), 1e-10);
	CHECK_CODE(zhun_hotelling_limit_of(&d, 1, &limit, &err), ZHUN_E_PARAMETER_BAD, &err);
	d.groups = 3;
	CHECK_CODE(zhun_hotelling_limit_of(&d, 0.99, &limit, &err), ZHUN_E_SERIES_SHORT, &err);
}

/* Phase 2 of one variable is Student's t, squared, times (n + 1)/n: 2.262 for nine degrees of freedom. */
static void one_variable_is_student(void)
{
	const struct zhun_hotelling_design d = {10, 1, 1, ZHUN_HOTELLING_PHASE_2};
	double limit = 0, t = 2.262157162740992;
	struct zhun_error err;
	CHECK_CODE(zhun_hotelling_limit_of(&d, 0.95, &limit, &err), ZHUN_OK, &err);
	CHECK_NEAR(limit, t * t * 1.1, 1e-9);
}

/* Law: T² stays when all variables are mixed by one matrix: here (x, y) → (2x + y, x − 3y). */
static void mixing_changes_nothing(void)
{
	static const double x[] = {1, 2}, mean[] = {0.5, -1}, S[] = {2, 0.3, 0.3, 1}, same[] = {1, 2, 2, 4};
	static const double x_mixed[] = {4, -5}, mean_mixed[] = {0, 3.5};
	/* A S A' worked out by hand */
	static const double S_mixed[] = {4 * 2 + 4 * 0.3 + 1, 2 * 2 - 5 * 0.3 - 3, 2 * 2 - 5 * 0.3 - 3,
					 2 - 6 * 0.3 + 9};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	double t2 = 0, mixed = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_hotelling_t2(a, &(struct zhun_hotelling_process){2, mean, S}, x, 1, &t2, &err), ZHUN_OK,
		   &err);
	CHECK_NEAR(t2, (0.25 * 1 - 2 * 0.3 * 1.5 + 9 * 2) / (2 - 0.09), 1e-12);
	CHECK_CODE(zhun_hotelling_t2(a, &(struct zhun_hotelling_process){2, mean_mixed, S_mixed}, x_mixed, 1,
				     &mixed, &err), ZHUN_OK, &err);
	CHECK_NEAR(mixed, t2, 1e-11);
	/* points together are points one by one */
	static const double many[] = {1, 2, 0.5, -1, 2, -4};
	double all[3] = {0}, one = 0;
	const struct zhun_hotelling_process process = {2, mean, S};
	CHECK_CODE(zhun_hotelling_t2(a, &process, many, 3, all, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < 3; i++) {
		CHECK_CODE(zhun_hotelling_t2(a, &process, many + 2 * i, 1, &one, &err), ZHUN_OK, &err);
		CHECK_NEAR(all[i], one, 0);
	}
	CHECK_NEAR(all[1], 0, 0);
	CHECK_CODE(zhun_hotelling_t2(a, &(struct zhun_hotelling_process){2, mean, same}, x, 1, &t2, &err),
		   ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	zhun_arena_close(a);
}

static enum zhun_code work(struct zhun_arena *a, void *context)
{
	static const double x[] = {1, 2}, mean[] = {0, 0}, S[] = {1, 0, 0, 1};
	double t2;
	struct zhun_error err;
	(void)context;
	return zhun_hotelling_t2(a, &(struct zhun_hotelling_process){2, mean, S}, x, 1, &t2, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(work, NULL);
}

static const struct unit_test tests[] = {
	{"hotelling: limits", limits},
	{"hotelling: one variable is Student's", one_variable_is_student},
	{"hotelling: mixing changes nothing", mixing_changes_nothing},
	{"hotelling: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
