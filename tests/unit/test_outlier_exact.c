/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact laws of outlier tests: against ten million draws (tests/reference/outliers.py, within four standard errors),
 * against the closed form where one exists, and against ISO 5725-2's table of the double test. */
#include "near.h"
#include "zhun/measure/precision.h"

static void as_drawn(void)
{
	static const struct { size_t labs, n; double at, below, error; } cochran[] = {
		{3, 2, 0.7, 0.5098704, 1.6e-4}, {8, 3, 0.33, 0.5296506, 1.6e-4}, {20, 2, 0.24, 0.5472823, 1.6e-4},
		{20, 6, 0.13, 0.6424985, 1.5e-4}, {40, 4, 0.1, 0.7680050, 1.3e-4}};
	static const struct { size_t n; double at, below, error; } pair[] = {
		{4, 0.1, 0.5204346, 1.6e-4}, {5, 0.02, 0.0545709, 7.2e-5}, {8, 0.2, 0.1007386, 9.5e-5},
		{10, 0.3, 0.1157888, 1.0e-4}, {20, 0.45, 0.0302871, 5.4e-5}};
	static const struct { size_t n; double at, below, error; } single[] = {
		{5, 1.2, 0.4622610, 1.6e-4}, {10, 1.6, 0.5530481, 1.6e-4}, {30, 2.2, 0.6812066, 1.5e-4}};
	for (size_t i = 0; i < ZHUN_COUNT(cochran); i++)
		CHECK_NEAR(1 - zhun_cochran_exact_p(cochran[i].at, cochran[i].labs, cochran[i].n), cochran[i].below,
			   4 * cochran[i].error);
	for (size_t i = 0; i < ZHUN_COUNT(pair); i++)
		CHECK_NEAR(zhun_grubbs_pair_exact_p(pair[i].at, pair[i].n), pair[i].below, 4 * pair[i].error);
	for (size_t i = 0; i < ZHUN_COUNT(single); i++)
		CHECK_NEAR(1 - zhun_grubbs_exact_p(single[i].at, single[i].n), single[i].below, 4 * single[i].error);
}

/* ISO 5725-2 table 5, double test, 1 % and 5 %: two-sided, so half of it on the side looked at. */
static void the_table_of_the_double_test(void)
{
	static const struct { size_t n; double at_1, at_5; } rows[] = {
		{4, 0.0000, 0.0002}, {5, 0.0018, 0.0090}, {6, 0.0116, 0.0349}, {8, 0.0563, 0.1101},
		{10, 0.1150, 0.1864}, {20, 0.3585, 0.4391}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		CHECK_NEAR(zhun_grubbs_pair_critical(rows[i].n, 0.005), rows[i].at_1, 6e-5);
		CHECK_NEAR(zhun_grubbs_pair_critical(rows[i].n, 0.025), rows[i].at_5, 6e-5);
	}
}

/* All probabilities sum to one, they fall, never exceed the sum over laboratories, and meet it above one half. */
static void laws(void)
{
	for (size_t n = 4; n <= 40; n += 9)
		CHECK_NEAR(zhun_grubbs_pair_exact_p(1 - 1e-12, n), 1, 2e-5);
	for (size_t labs = 2; labs <= 18; labs *= 3)
		for (size_t n = 2; n <= 9; n += 7) {
			double least = 1 / (double)labs, before = 1;
			CHECK_NEAR(zhun_cochran_exact_p(least, labs, n), 1, 1e-6);
			for (double C = least; C < 1; C += 0.07) {
				double p = zhun_cochran_exact_p(C, labs, n);
				CHECK(p <= before + 1e-9);
				CHECK(p <= zhun_cochran_p(C, labs, n) + 1e-9);
				CHECK(C < 0.5 || fabs(p - zhun_cochran_p(C, labs, n)) < 1e-12);
				before = p;
			}
			double critical = zhun_cochran_exact_critical(labs, n, 0.05);
			CHECK_NEAR(zhun_cochran_exact_p(critical, labs, n), 0.05, 1e-9);
		}
}

static void critical_values_have_their_probability(void)
{
	for (size_t n = 4; n <= 60; n += 28) {
		double g = zhun_grubbs_pair_critical(n, 0.01);
		CHECK_NEAR(zhun_grubbs_pair_exact_p(g, n), 0.01, 1e-6);
	}
	CHECK(zhun_grubbs_exact_p(zhun_grubbs_critical(10, 0.05), 10) < 0.025 + 1e-12);
	CHECK_NEAR(zhun_grubbs_exact_p(zhun_grubbs_critical(10, 0.05), 10), 0.025, 1e-9);
}

static const struct unit_test tests[] = {
	{"outliers: exact laws as drawn", as_drawn},
	{"outliers: the double test's table", the_table_of_the_double_test},
	{"outliers: laws", laws},
	{"outliers: critical values have their probability", critical_values_have_their_probability},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
