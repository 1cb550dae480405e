/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check standards and uncertain points; expected values by tests/reference/charts.py.
 * Covers study/ops_check.c and study/ops_hotelling.c with tests/unit/test_study_examples.c. */
#include "zhun/measure/check_standard.h"

#include "measure/dd.h"
#include "near.h"

static struct zhun_series series_of(struct zhun_dd *room, const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		room[i] = dd(x[i]);
	return (struct zhun_series){n, room};
}

static const double values[] = {10.0012, 10.0009, 10.0015, 10.0011, 10.0008, 10.0013, 10.0010, 10.0031};

static void limits(void)
{
	static const struct { enum zhun_check_spread spread; double sd; } rows[] = {
		{ZHUN_CHECK_SCATTER, 0.0007633338531918017}, {ZHUN_CHECK_BUDGET, 0.00044721359549995795},
		{ZHUN_CHECK_JOINED, 0.0008617880084038319}};
	struct zhun_dd room[8];
	struct zhun_check c = {series_of(room, values, 8), true, 10.0010, 0.0002, 0.0004, 3, ZHUN_CHECK_SCATTER};
	struct zhun_check_limits l = {0};
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		c.spread = rows[i].spread;
		CHECK_CODE(zhun_check_limits_of(&c, &l, &err), ZHUN_OK, &err);
		CHECK_NEAR(l.sd, rows[i].sd, 1e-14);
		CHECK_NEAR(l.high, 10.0010 + 3 * rows[i].sd, 1e-13);
	}
	CHECK_INT(zhun_check_first(&l, c.x), 8);   /* joined limits hold the last value, the budget's do not */
	c.spread = ZHUN_CHECK_BUDGET;
	CHECK_CODE(zhun_check_limits_of(&c, &l, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_check_first(&l, c.x), 7);
	c.has_accepted = false;
	CHECK_CODE(zhun_check_limits_of(&c, &l, &err), ZHUN_OK, &err);
	CHECK_NEAR(l.centre, 10.0013625, 1e-14);
	CHECK_NEAR(l.sd, 0.0004, 0);
	c.u = 0;
	CHECK_CODE(zhun_check_limits_of(&c, &l, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static void bias_and_scatter(void)
{
	static const double old[] = {10.0010, 10.0012, 10.0009, 10.0011, 10.0012, 10.0010};
	struct zhun_dd room[8], other[6];
	const struct zhun_check c = {.x = series_of(room, values, 8), .has_accepted = true, .accepted = 10.0010,
				     .u_accepted = 0.0002};
	struct zhun_check_bias b = {0};
	struct zhun_check_scatter s = {0};
	struct zhun_check none = c;
	struct zhun_error err;
	CHECK_CODE(zhun_check_bias_of(&c, &b, &err), ZHUN_OK, &err);
	CHECK_NEAR(b.t, 1.103896862934385, 1e-9);
	CHECK_NEAR(b.u, 0.00032838212714546506, 1e-14);
	CHECK_NEAR(b.dof, 17.689302747509757, 1e-8);
	CHECK_NEAR(b.p, 0.28442867238171426, 1e-9);
	CHECK_CODE(zhun_check_scatter_of(c.x, series_of(other, old, 6), &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s.F, 37.00081168801101, 1e-7);
	CHECK_NEAR(s.p, 0.000518377746390103, 1e-10);
	/* no limits at 0 standard deviations, and none of values that are all equal; what was there stays */
	struct zhun_check_limits kept = {.high = 77};
	CHECK_CODE(zhun_check_limits_of(&c, &kept, &err), ZHUN_E_PARAMETER_BAD, &err);
	struct zhun_dd same[2] = {{10, 0}, {10, 0}};
	const struct zhun_check flat = {.x = {2, same}, .k = 3, .spread = ZHUN_CHECK_SCATTER};
	CHECK_CODE(zhun_check_limits_of(&flat, &kept, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_NEAR(kept.high, 77, 0);
	none.has_accepted = false;
	CHECK_CODE(zhun_check_bias_of(&none, &b, &err), ZHUN_E_PARAMETER_BAD, &err);
	none.x.count = 1;
	CHECK_CODE(zhun_check_bias_of(&none, &b, &err), ZHUN_E_SERIES_SHORT, &err);
}

static void uncertain_points(void)
{
	struct zhun_chart_point p = {10.28, 0.05, 9.7, 10.3, 2};
	enum zhun_chart_verdict v = ZHUN_POINT_OUT;
	struct zhun_error err;
	double beyond = 0, sigma = 0;
	CHECK_CODE(zhun_chart_point_beyond(&p, &beyond, &err), ZHUN_OK, &err);
	CHECK_NEAR(beyond, 0.34457825838966594, 1e-13);
	CHECK_CODE(zhun_chart_point_verdict(&p, &v, &err), ZHUN_OK, &err);
	CHECK_INT(v, ZHUN_POINT_UNSURE);
	p.y = 10;
	CHECK_CODE(zhun_chart_point_verdict(&p, &v, &err), ZHUN_OK, &err);
	CHECK_INT(v, ZHUN_POINT_IN);
	p.y = 9.5;
	CHECK_CODE(zhun_chart_point_verdict(&p, &v, &err), ZHUN_OK, &err);
	CHECK_INT(v, ZHUN_POINT_OUT);
	p.u = 0;
	CHECK_CODE(zhun_chart_point_beyond(&p, &beyond, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_process_sigma(5, 3, &sigma, &err), ZHUN_OK, &err);
	CHECK_NEAR(sigma, 4, 1e-15);
	CHECK_CODE(zhun_process_sigma(3, 5, &sigma, &err), ZHUN_E_PARAMETER_BAD, &err);
}

/* Scaling the unit scales the limits; a wider budget never narrows them. */
static void laws(void)
{
	unsigned long long state = 235;
	for (int round = 0; round < 500; round++) {
		double x[8], y[8], u = (double)(unit_random(&state) % 1000) / 500 + 0.001;
		struct zhun_dd room[8], other[8];
		struct zhun_check_limits a = {0}, b = {0}, wide = {0};
		struct zhun_error err;
		for (size_t i = 0; i < 8; i++) {
			x[i] = (double)(unit_random(&state) % 10000) / 1000;
			y[i] = 1024 * x[i];
		}
		struct zhun_check c = {.x = series_of(room, x, 8), .u = u, .k = 3, .spread = ZHUN_CHECK_JOINED};
		struct zhun_check d = {.x = series_of(other, y, 8), .u = 1024 * u, .k = 3, .spread = ZHUN_CHECK_JOINED};
		CHECK_CODE(zhun_check_limits_of(&c, &a, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_check_limits_of(&d, &b, &err), ZHUN_OK, &err);
		c.u *= 2;
		CHECK_CODE(zhun_check_limits_of(&c, &wide, &err), ZHUN_OK, &err);
		CHECK_NEAR(b.high, 1024 * a.high, 1e-9);
		CHECK(wide.low < a.low && wide.high > a.high);
	}
}

static const struct unit_test tests[] = {
	{"check standard: limits", limits},
	{"check standard: bias and scatter", bias_and_scatter},
	{"check standard: uncertain points", uncertain_points},
	{"check standard: laws", laws},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
