/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart_rules.h"

#include <math.h>
#include <string.h>

#include "zhun/measure/chart.h"

#define SIDES {"one point beyond three standard deviations", "1 点落在 3 倍标准差以外"}
#define TWO_OF_3 {"two of three points beyond two standard deviations, on one side", "连续 3 点中有 2 点落在同侧 2 倍标准差以外"}
#define FOUR_OF_5 {"four of five points beyond one standard deviation, on one side", "连续 5 点中有 4 点落在同侧 1 倍标准差以外"}

static const struct zhun_run_rule rules[] = {
	{"western_1", ZHUN_RUN_BEYOND, 1, 1, 3, SIDES},
	{"western_2", ZHUN_RUN_BEYOND, 3, 2, 2, TWO_OF_3},
	{"western_3", ZHUN_RUN_BEYOND, 5, 4, 1, FOUR_OF_5},
	{"western_4", ZHUN_RUN_ONE_SIDE, 8, 8, 0, {"eight points in a row on one side of the centre", "连续 8 点落在中心线同侧"}},
	{"nelson_1", ZHUN_RUN_BEYOND, 1, 1, 3, SIDES},
	{"nelson_2", ZHUN_RUN_ONE_SIDE, 9, 9, 0, {"nine points in a row on one side of the centre", "连续 9 点落在中心线同侧"}},
	{"nelson_3", ZHUN_RUN_TREND, 6, 6, 0, {"six points in a row rising or falling", "连续 6 点递增或递减"}},
	{"nelson_4", ZHUN_RUN_ALTERNATING, 14, 14, 0, {"fourteen points in a row up and down in turn", "连续 14 点上下交替"}},
	{"nelson_5", ZHUN_RUN_BEYOND, 3, 2, 2, TWO_OF_3},
	{"nelson_6", ZHUN_RUN_BEYOND, 5, 4, 1, FOUR_OF_5},
	{"nelson_7", ZHUN_RUN_WITHIN, 15, 15, 1, {"fifteen points in a row within one standard deviation",
						  "连续 15 点落在 1 倍标准差以内"}},
	{"nelson_8", ZHUN_RUN_OUTSIDE, 8, 8, 1, {"eight points in a row beyond one standard deviation, on either side",
						 "连续 8 点落在 1 倍标准差以外（任一侧）"}},
	{.name = NULL},
};

const struct zhun_run_rule *zhun_run_rules(void)
{
	return rules;
}

const struct zhun_run_rule *zhun_run_rule_named(const char *name)
{
	for (const struct zhun_run_rule *r = rules; r->name; r++)
		if (strcmp(r->name, name) == 0)
			return r;
	return NULL;
}

/* How many of the points lie beyond the zone on the side of @a sign. */
static size_t beyond(const double *z, size_t n, double zone, double sign)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += sign * z[i] > zone;
	return count;
}

/* Steps that go the way of @a sign; with @a turn the way changes at every step. */
static bool goes(const double *z, size_t n, double sign, bool turn)
{
	for (size_t i = 1; i < n; i++) {
		if (!(sign * (z[i] - z[i - 1]) > 0))
			return false;
		sign = turn ? -sign : sign;
	}
	return true;
}

bool zhun_run_rule_breaks(const struct zhun_run_rule *r, const double *z, size_t i)
{
	size_t n = r->points;
	if (i + 1 < n)
		return false;
	const double *first = z + (i + 1 - n);
	size_t above = beyond(first, n, r->zone, 1), below = beyond(first, n, r->zone, -1);
	switch (r->pattern) {
	case ZHUN_RUN_BEYOND:
		/* the last point is one of them: a signal belongs to the point that makes it */
		return (above >= r->of && z[i] > r->zone) || (below >= r->of && -z[i] > r->zone);
	case ZHUN_RUN_ONE_SIDE:
		return above == n || below == n;
	case ZHUN_RUN_TREND:
		return goes(first, n, 1, false) || goes(first, n, -1, false);
	case ZHUN_RUN_ALTERNATING:
		return goes(first, n, 1, true) || goes(first, n, -1, true);
	case ZHUN_RUN_WITHIN:
		return above + below == 0;
	case ZHUN_RUN_OUTSIDE:
		return above + below == n;
	}
	return false;
}

size_t zhun_run_rule_first(const struct zhun_run_rule *r, const double *z, size_t n)
{
	size_t i = 0;
	while (i < n && !zhun_run_rule_breaks(r, z, i))
		i++;
	return i;
}

/* ---- counts ---- */

static enum zhun_code check_counts(enum zhun_count_chart chart, const struct zhun_counts *c, double at,
				   struct zhun_error *err)
{
	bool share = chart == ZHUN_CHART_P || chart == ZHUN_CHART_NP;
	if (c->count < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(0));
	for (size_t i = 0; i < c->count; i++)
		if (!(c->x[i] >= 0) || !(c->n[i] > 0) || (share && c->x[i] > c->n[i]))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "x, n",
					 share ? "0 <= x <= n" : "x >= 0, n > 0");
	if (!(at > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "size", "> 0");
	return ZHUN_OK;
}

enum zhun_code zhun_count_chart_limits(enum zhun_count_chart chart, const struct zhun_counts *c, double at,
				       struct zhun_count_limits *ret, struct zhun_error *err)
{
	double x = 0, n = 0;
	enum zhun_code code = check_counts(chart, c, at, err);
	if (code)
		return code;
	for (size_t i = 0; i < c->count; i++) {
		x += c->x[i];
		n += c->n[i];
	}
	bool share = chart == ZHUN_CHART_P || chart == ZHUN_CHART_NP;
	bool each = chart == ZHUN_CHART_P || chart == ZHUN_CHART_U;
	double rate = x / n, sd = sqrt((share ? rate * (1 - rate) : rate) / at), scale = each ? 1 : at;
	*ret = (struct zhun_count_limits){
		.centre = rate * scale, .low = fmax(0, rate - 3 * sd) * scale,
		.high = (share ? fmin(1, rate + 3 * sd) : rate + 3 * sd) * scale,
	};
	return ZHUN_OK;
}

enum zhun_code zhun_individuals_of(const double *x, size_t n, bool rounded, struct zhun_individuals *ret,
				   struct zhun_error *err)
{
	struct zhun_chart_constants c;
	double sum = 0, range = 0;
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	enum zhun_code code = zhun_chart_constants_of(2, &c, err);
	if (code)
		return code;
	if (rounded)
		c = zhun_chart_constants_rounded(&c);
	for (size_t i = 0; i < n; i++)
		sum += x[i] - x[0];
	for (size_t i = 1; i < n; i++)
		range += fabs(x[i] - x[i - 1]) / (double)(n - 1);
	double mean = x[0] + sum / (double)n, sigma = range / c.d2;
	*ret = (struct zhun_individuals){mean, range, sigma, mean - 3 * sigma, mean + 3 * sigma,
					 range + 3 * c.d3 * sigma};
	return ZHUN_OK;
}
