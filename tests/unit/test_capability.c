/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/capability.h"

#include "near.h"

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

static double normal(unsigned long long *state)
{
	return sqrt(-2 * log(uniform(state))) * cos(2 * acos(-1) * uniform(state));
}

/* By hand: limits 8 … 20, mean 16, s 2: Cp 1, Cpk 4/6, target 14. */
static void by_hand(void)
{
	struct zhun_capability_data d = {{8, 20}, 16, 2, 50, 49, 14, 0.95};
	struct zhun_capability c;
	struct zhun_error err;
	CHECK_CODE(zhun_capability_of(&d, &c, &err), ZHUN_OK, &err);
	CHECK_NEAR(c.cp.value, 1, 1e-15);
	CHECK_NEAR(c.cpk.value, 2.0 / 3, 1e-15);
	CHECK_NEAR(c.cpl, 4.0 / 3, 1e-15);
	CHECK_NEAR(c.cpm, 12 / (6 * sqrt(8)), 1e-15);
	/* chi-square of 49 degrees of freedom: 31.555 and 70.222 */
	CHECK_NEAR(c.cp.low, sqrt(31.555 / 49), 1e-5);
	CHECK_NEAR(c.cp.high, sqrt(70.222 / 49), 1e-5);
	CHECK_NEAR(c.cpk.high - c.cpk.value, 1.959964 * sqrt(1 / 450.0 + 4.0 / 9 / 98), 1e-6);
	d.tolerance.low = -HUGE_VAL;
	CHECK_CODE(zhun_capability_of(&d, &c, &err), ZHUN_OK, &err);
	CHECK(isinf(c.cp.value) && isinf(c.cpl) && isinf(c.cpm));
	CHECK_NEAR(c.cpk.value, 2.0 / 3, 1e-15);
}

/* Law: by quantiles a normal process has the indices of mean and sd. */
static void normal_by_quantile(void)
{
	unsigned long long state = 22514;
	for (int i = 0; i < 200; i++) {
		double mean = 4 * uniform(&state) - 2, sd = 0.1 + uniform(&state);
		const struct zhun_distribution n = {ZHUN_D_NORMAL, mean, sd, 0, 0};
		const struct zhun_capability_data d = {{-3, 4}, mean, sd, 10, 9, 0, 0.9};
		struct zhun_capability_quantile q = {0};
		struct zhun_capability c;
		struct zhun_error err;
		CHECK_CODE(zhun_capability_of(&d, &c, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_capability_by_quantile(&d.tolerance, &n, &q, &err), ZHUN_OK, &err);
		CHECK_NEAR(q.pp / c.cp.value, 1, 1e-12);
		CHECK_NEAR(q.ppk - c.cpk.value, 0, 1e-12);
	}
}

/* Law: chi-square's interval of Cp holds it in 95 % of samples, Bissell's of Cpk in about as many. */
static void intervals_hold_what_they_say(void)
{
	unsigned long long state = 1990;
	int cp = 0, cpk = 0;
	for (int round = 0; round < 4000; round++) {
		double x[40], mean;
		for (size_t i = 0; i < 40; i++)
			x[i] = 0.5 + normal(&state);
		const struct zhun_subgroups s = {x, 10, 4};
		struct zhun_capability_data d = {{-4, 4}, 0, zhun_overall_sd(&s, &mean), 40, 39, 0, 0.95};
		struct zhun_capability c;
		struct zhun_error err;
		d.mean = mean;
		CHECK_CODE(zhun_capability_of(&d, &c, &err), ZHUN_OK, &err);
		cp += c.cp.low <= 8.0 / 6 && 8.0 / 6 <= c.cp.high;
		cpk += c.cpk.low <= 3.5 / 3 && 3.5 / 3 <= c.cpk.high;
	}
	unit_check(cp > 3740 && cp < 3860 && cpk > 3700 && cpk < 3880, __FILE__, __LINE__, "%d %d of 4000", cp, cpk);
}

static void within_and_overall(void)
{
	static const double x[] = {9, 10, 11, 19, 20, 21};
	const struct zhun_subgroups s = {x, 2, 3};
	double mean;
	CHECK_NEAR(zhun_pooled_sd(&s), 1, 1e-15);
	CHECK_NEAR(zhun_overall_sd(&s, &mean), sqrt(154.0 / 5), 1e-14);
	CHECK_NEAR(mean, 15, 1e-14);
}

static void refuses(void)
{
	const struct zhun_capability_data bad[] = {
		{{1, -1}, 0, 1, 10, 9, 0, 0.95}, {{-HUGE_VAL, HUGE_VAL}, 0, 1, 10, 9, 0, 0.95},
		{{-1, 1}, 0, 0, 10, 9, 0, 0.95}, {{-1, 1}, 0, 1, 1, 9, 0, 0.95},
		{{-1, 1}, 0, 1, 10, 0, 0, 0.95}, {{-1, 1}, 0, 1, 10, 9, 0, 1}};
	const struct zhun_distribution constant = {ZHUN_D_CONSTANT, 0, 0, 0, 0};
	struct zhun_capability_quantile q;
	struct zhun_capability c;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_capability_of(&bad[i], &c, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_capability_by_quantile(&bad[2].tolerance, &constant, &q, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"capability: by hand", by_hand},
	{"capability: normal by quantile", normal_by_quantile},
	{"capability: intervals hold what they say", intervals_hold_what_they_say},
	{"capability: within and overall", within_and_overall},
	{"capability: refuses", refuses},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
