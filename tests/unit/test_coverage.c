/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/coverage.h"

#include <math.h>

#include "unit.h"

static void reads(void)
{
	static const struct {
		const char *k, *p;
		double want_k, want_p;
		enum zhun_code code;
	} rows[] = {
		{"2", "0.95", 2, 0.95, ZHUN_OK},
		{"2.00", "95 %", 2, 0.95, ZHUN_OK},
		{"2", NULL, 2, 0, ZHUN_OK},
		{NULL, "95.45%", 0, 0.9545, ZHUN_OK},
		{"", "0.99", 0, 0.99, ZHUN_OK},
		{NULL, NULL, 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"0", "0.95", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"2", "1", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"2", "95", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"x", "0.95", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"2", "0.95 V", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
		{"-2", "0.95", 0, 0, ZHUN_E_STATEMENT_COVERAGE},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_coverage c = {0, 0};
		struct zhun_error err;
		CHECK_CODE(zhun_coverage_read(rows[i].k, rows[i].p, &c, &err), rows[i].code, &err);
		CHECK(fabs(c.k - rows[i].want_k) < 1e-15 && fabs(c.p - rows[i].want_p) < 1e-15);
	}
}

static void same_probability_whatever_k(void)
{
	struct zhun_coverage k2 = {2, 0}, report = {2.28, 0.95}, p95 = {0, 0.95}, k3 = {3, 0},
			     p99 = {0, 0.99};
	CHECK(zhun_coverage_same(k2, report));
	CHECK(zhun_coverage_same(k2, p95));
	CHECK(!zhun_coverage_same(k2, k3));
	CHECK(!zhun_coverage_same(k3, p99));
	CHECK(fabs(zhun_coverage_factor(report, k2) - 1.0) <= 0);
	/* normal quantiles: 2.5758 and 1.9600 */
	CHECK(fabs(zhun_coverage_factor(p95, p99) - 2.575829303548901 / 1.959963984540054) < 1e-12);
	CHECK(fabs(zhun_coverage_factor(k2, k3) - 1.5) < 1e-12);
}

/* EA-4/02 M:2022 6.3: 1.04 to one digit loses 4 % and may, 1.4 loses 29 % and may not. */
static void rounds(void)
{
	static const struct {
		double u;
		int digits;
		enum zhun_rounding how;
		double want;
	} rows[] = {{1.04, 1, ZHUN_ROUND_FIVE_PERCENT, 1}, {1.4, 1, ZHUN_ROUND_FIVE_PERCENT, 2},
		    {1.4, 1, ZHUN_ROUND_NEAREST, 1},	   {1.04, 1, ZHUN_ROUND_UP, 2},
		    {0.0123, 2, ZHUN_ROUND_NEAREST, 0.012}, {0.0123, 2, ZHUN_ROUND_UP, 0.013}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_decimal d = zhun_uncertainty_rounded(rows[i].u, rows[i].digits, rows[i].how);
		CHECK(fabs(zhun_decimal_value(&d) - rows[i].want) <= 1e-16);
	}
}

static const struct unit_test tests[] = {
	{"coverage: rounds", rounds},
	{"coverage: reads", reads},
	{"coverage: same probability whatever k", same_probability_whatever_k},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
