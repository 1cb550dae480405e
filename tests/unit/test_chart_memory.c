/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart_memory.h"

#include "near.h"

/* Average run lengths as Montgomery's tables 9.3 (CUSUM, k = 1/2) and 9.11 (EWMA) print them, confirmed by Markov
 * chains (tests/reference/published.py). */
static void average_run_lengths(void)
{
	static const struct {
		double h, shift, arl, tolerance;
	} cusum[] = {{4, 0, 168, 0.5},	 {4, 0.5, 26.6, 0.05}, {4, 1, 8.38, 0.005}, {4, 3, 2.19, 0.005},
		     {5, 0, 465, 0.5},	 {5, 0.5, 38.0, 0.05}, {5, 1, 10.4, 0.05},  {5, 2, 4.01, 0.005}};
	static const struct {
		double lambda, width, shift, arl, tolerance;
	} ewma[] = {{0.4, 3.054, 0, 500, 1},	{0.4, 3.054, 1, 14.3, 0.05}, {0.1, 2.814, 0, 500, 1},
		    {0.1, 2.814, 1, 10.3, 0.05}, {0.05, 2.615, 0, 500, 1.5},  {0.05, 2.615, 1, 11.4, 0.05},
		    {0.1, 2.814, 3, 2.87, 0.005}};
	struct zhun_error err;
	double arl = 0;
	for (size_t i = 0; i < ZHUN_COUNT(cusum); i++) {
		const struct zhun_cusum c = {0.5, cusum[i].h};
		CHECK_CODE(zhun_cusum_arl(&c, cusum[i].shift, &arl, &err), ZHUN_OK, &err);
		CHECK_NEAR(arl, cusum[i].arl, cusum[i].tolerance);
	}
	for (size_t i = 0; i < ZHUN_COUNT(ewma); i++) {
		const struct zhun_ewma e = {ewma[i].lambda, ewma[i].width};
		CHECK_CODE(zhun_ewma_arl(&e, ewma[i].shift, &arl, &err), ZHUN_OK, &err);
		CHECK_NEAR(arl, ewma[i].arl, ewma[i].tolerance);
	}
	/* λ = 1 is Shewhart's chart: 1/P(|Z| > 3) */
	const struct zhun_ewma shewhart = {1, 3};
	CHECK_CODE(zhun_ewma_arl(&shewhart, 0, &arl, &err), ZHUN_OK, &err);
	CHECK_NEAR(arl, 1 / erfc(3 / sqrt(2)), 1e-8);
}

static double normal(unsigned long long *state)
{
	double u = ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
	return sqrt(-2 * log(u)) * cos(2 * acos(-1) * (double)(unit_random(state) >> 11) * 0x1p-53);
}

/* Law: runs of random values, shifted by 1, last as long as the equation says. */
static void runs_last_as_long_as_said(void)
{
	const struct zhun_cusum c = {0.5, 4};
	double z[400], high[400], low[400], sum = 0, arl = 0;
	unsigned long long state = 1954;
	struct zhun_error err;
	for (int run = 0; run < 4000; run++) {
		struct zhun_cusum_track track = {high, low, 0};
		for (size_t i = 0; i < 400; i++)
			z[i] = 1 + normal(&state);
		CHECK_CODE(zhun_cusum_run(&c, z, 400, &track, &err), ZHUN_OK, &err);
		sum += (double)track.signal + 1;
	}
	CHECK_CODE(zhun_cusum_arl(&c, 1, &arl, &err), ZHUN_OK, &err);
	CHECK_NEAR(sum / 4000, arl, 0.35);
}

static void by_hand(void)
{
	static const double z[] = {1, 1, 2, -3, 0};
	const struct zhun_cusum c = {0.5, 2};
	const struct zhun_ewma e = {0.5, 3}, bad = {0, 3};
	double high[5], low[5], average[5], limit[5];
	struct zhun_cusum_track sums = {high, low, 9};
	struct zhun_ewma_track averages = {average, limit, 9};
	struct zhun_error err;
	CHECK_CODE(zhun_cusum_run(&c, z, 5, &sums, &err), ZHUN_OK, &err);
	CHECK_NEAR(high[2], 2.5, 1e-15);
	CHECK_NEAR(high[3], 0, 0);
	CHECK_NEAR(low[3], 2.5, 1e-15);
	CHECK_NEAR(low[4], 2, 1e-15);
	CHECK_INT(sums.signal, 2);
	CHECK_CODE(zhun_ewma_run(&e, z, 5, &averages, &err), ZHUN_OK, &err);
	CHECK_NEAR(average[2], 1.375, 1e-15);
	CHECK_NEAR(limit[0], 3 * 0.5, 1e-15);
	CHECK_NEAR(limit[4], 3 * sqrt((1 - pow(0.25, 5)) / 3), 1e-15);
	CHECK_INT(averages.signal, 5);
	CHECK_CODE(zhun_ewma_run(&bad, z, 5, &averages, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_ewma_arl(&bad, 0, average, &err), ZHUN_E_PARAMETER_BAD, &err);
	const struct zhun_cusum none = {0.5, 0};
	CHECK_CODE(zhun_cusum_run(&none, z, 5, &sums, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_cusum_arl(&none, 0, high, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_cusum_arl(&c, HUGE_VAL, high, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"chart_memory: average run lengths", average_run_lengths},
	{"chart_memory: runs last as long as said", runs_last_as_long_as_said},
	{"chart_memory: by hand", by_hand},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
