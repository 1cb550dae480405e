/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/precision_groups.c, measure/outlier.c */
#include "zhun/measure/precision.h"

#include "near.h"

#define LAB(...) {(const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double)}

/* ISO 5725-2:1994 B.1, sulphur in coal, level 1, %: m 0.690, s_r 0.015, s_R 0.026; confirmed by NumPy
 * (tests/reference/published.py). */
static const struct zhun_laboratory coal[] = {
	LAB(0.71, 0.71, 0.70, 0.71), LAB(0.69, 0.67, 0.68),	        LAB(0.66, 0.65, 0.69),
	LAB(0.67, 0.65, 0.66),	     LAB(0.70, 0.69, 0.66, 0.71, 0.69), LAB(0.73, 0.74, 0.73),
	LAB(0.71, 0.71, 0.69),	     LAB(0.70, 0.65, 0.68),
};

static void sulphur_in_coal(void)
{
	struct zhun_precision_groups p = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_precision_groups_of(coal, ZHUN_COUNT(coal), &p, &err), ZHUN_OK, &err);
	CHECK_NEAR(p.mean, 0.690, 5e-4);
	CHECK_NEAR(p.s_r, 0.015, 5e-4);
	CHECK_NEAR(p.s_R, 0.026, 5e-4);
	CHECK_CODE(zhun_precision_groups_of(coal, 1, &p, &err), ZHUN_E_SERIES_SHORT, &err);
	const struct zhun_laboratory single[] = {LAB(1), LAB(2), LAB(3)};
	CHECK_CODE(zhun_precision_groups_of(single, 3, &p, &err), ZHUN_E_SERIES_SHORT, &err);
}

/* Tables of ISO 5725-2: Cochran n = 2, 3, 6; Grubbs single 1 % and 5 %; Mandel's h and k at 1 %; confirmed by SciPy
 * (tests/reference/published.py) but for the last digit of four. */
static void critical_values(void)
{
	static const struct {
		size_t labs, n;
		double at_5, at_1;
	} cochran[] = {{3, 2, 0.967, 0.993}, {5, 3, 0.684, 0.788}, {8, 3, 0.516, 0.615}, {10, 2, 0.602, 0.718}};
	static const struct {
		size_t n;
		double at_1, at_5;
	} grubbs[] = {{4, 1.496, 1.481}, {5, 1.764, 1.715}, {8, 2.274, 2.126}, {10, 2.482, 2.290}, {20, 3.001, 2.709}};
	for (size_t i = 0; i < ZHUN_COUNT(cochran); i++) {
		CHECK_NEAR(zhun_cochran_critical(cochran[i].labs, cochran[i].n, 0.05), cochran[i].at_5, 6e-4);
		CHECK_NEAR(zhun_cochran_critical(cochran[i].labs, cochran[i].n, 0.01), cochran[i].at_1, 6e-4);
	}
	for (size_t i = 0; i < ZHUN_COUNT(grubbs); i++) {
		CHECK_NEAR(zhun_grubbs_critical(grubbs[i].n, 0.01), grubbs[i].at_1, 1e-3);
		CHECK_NEAR(zhun_grubbs_critical(grubbs[i].n, 0.05), grubbs[i].at_5, 1e-3);
	}
	CHECK_NEAR(zhun_mandel_h_critical(8, 0.01), 2.06, 5e-3);
	CHECK_NEAR(zhun_mandel_h_critical(8, 0.05), 1.75, 5e-3);
	CHECK_NEAR(zhun_mandel_k_critical(3, 2, 0.01), 1.71, 6e-3);
	CHECK_NEAR(zhun_mandel_k_critical(3, 3, 0.01), 1.64, 6e-3);
}

/* Law: a critical value has its own probability. */
static void critical_values_have_their_probability(void)
{
	for (size_t n = 4; n < 40; n++)
		for (double alpha = 0.001; alpha < 0.06; alpha *= 3) {
			double x[40] = {0}, G = zhun_grubbs_critical(n, alpha);
			CHECK_NEAR(zhun_cochran_p(zhun_cochran_critical(n, 3, alpha), n, 3), alpha, 1e-9);
			/* n − 2 values at 0 but for a spread of ±1, and one x whose deviation is G: found by halving */
			double low = 0, high = 1e6;
			struct zhun_grubbs g = {0};
			struct zhun_error err;
			for (size_t i = 1; i < n; i++)
				x[i] = i % 2 ? 1 : -1;
			for (int k = 0; k < 200; k++) {
				x[0] = low + (high - low) / 2;
				CHECK_CODE(zhun_grubbs_of(x, n, &g, &err), ZHUN_OK, &err);
				*(g.largest < G ? &low : &high) = x[0];
			}
			CHECK_NEAR(g.p_largest, alpha, 1e-4 * alpha);
		}
}

static double uniform(unsigned long long *state)
{
	return ((double)(unit_random(state) >> 11) + 0.5) * 0x1p-53;
}

/* Law: the probability is one: at 5 % about 5 % of normal samples are called, by the pair's bound fewer. */
static void false_alarms(void)
{
	unsigned long long state = 5725;
	int single = 0, pair = 0;
	for (int round = 0; round < 20000; round++) {
		double x[8];
		struct zhun_grubbs g = {0};
		struct zhun_error err;
		for (size_t i = 0; i < 8; i++)
			x[i] = sqrt(-2 * log(uniform(&state))) * cos(2 * acos(-1) * uniform(&state));
		CHECK_CODE(zhun_grubbs_of(x, 8, &g, &err), ZHUN_OK, &err);
		single += fmin(g.p_largest, g.p_smallest) < 0.05;
		pair += g.p_two_largest < 0.05;
	}
	unit_check(single > 900 && single < 1100 && pair > 250 && pair < 500, __FILE__, __LINE__, "%d %d", single,
		   pair);
}

/* By hand: of 0, 0, 2, 2, 10, 12 the two largest leave 0, 0, 2, 2, whose sum of squares is 4. */
static void two_values(void)
{
	static const double x[] = {0, 12, 2, 0, 10, 2}, same[] = {1, 1, 1, 1};
	struct zhun_grubbs g = {0};
	struct zhun_error err;
	double mean = 26.0 / 6, squares = 252 - 26 * mean;
	CHECK_CODE(zhun_grubbs_of(x, 6, &g, &err), ZHUN_OK, &err);
	CHECK_NEAR(g.two_largest, 4 / squares, 1e-14);
	CHECK_NEAR(g.two_smallest, (4 + 4 + 100 + 144 - 26.0 * 26 / 4) / squares, 1e-14);
	CHECK_NEAR(g.largest, (12 - mean) / sqrt(squares / 5), 1e-14);
	CHECK_CODE(zhun_grubbs_of(same, 4, &g, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_grubbs_of(x, 3, &g, &err), ZHUN_E_SERIES_SHORT, &err);
}

static const struct unit_test tests[] = {
	{"precision: sulphur in coal (ISO 5725-2)", sulphur_in_coal},
	{"precision: critical values", critical_values},
	{"precision: critical values have their probability", critical_values_have_their_probability},
	{"precision: false alarms", false_alarms},
	{"precision: two values", two_values},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
