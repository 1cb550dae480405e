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

static const struct unit_test tests[] = {
	{"coverage: reads", reads},
	{"coverage: same probability whatever k", same_probability_whatever_k},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
