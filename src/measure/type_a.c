/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/type_a.h"

#include <math.h>

#include "measure/dd.h"
#include "zhun/measure/chart.h"

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

enum zhun_code zhun_type_a_mean(struct zhun_series s, enum zhun_type_a_view view, struct zhun_type_a *ret,
				struct zhun_error *err)
{
	/* the t distribution with n − 1 degrees of freedom has a standard deviation from n = 4 on */
	size_t least = view == ZHUN_TYPE_A_BAYESIAN ? 4 : 2;
	struct zhun_summary sum;
	if (s.count < least)
		return too_short(err, least, s.count);
	enum zhun_code code = zhun_series_summary(s, &sum, err);
	if (code)
		return code;
	double n = (double)s.count, u = sum.sd / sqrt(n), dof = n - 1;
	if (view == ZHUN_TYPE_A_BAYESIAN)
		u *= sqrt(dof / (dof - 2));
	*ret = (struct zhun_type_a){sum.mean, sum.sd, u, view == ZHUN_TYPE_A_BAYESIAN ? HUGE_VAL : dof, n};
	return ZHUN_OK;
}

enum zhun_code zhun_type_a_pooled(const struct zhun_series *groups, size_t count, struct zhun_series s,
				  struct zhun_type_a *ret, struct zhun_error *err)
{
	struct zhun_dd squares = dd(0);
	double dof = 0;
	if (s.count < 1)
		return too_short(err, 1, 0);
	for (size_t g = 0; g < count; g++) {
		const struct zhun_series *group = &groups[g];
		if (group->count < 2)
			return too_short(err, 2, group->count);
		dof += (double)(group->count - 1);
		squares = dd_add(squares, dd_sum_of_squares(group->x, group->count, dd_mean(group->x, group->count)));
	}
	if (count < 1)
		return too_short(err, 1, 0);
	double n = (double)s.count, sd = dd_value(dd_sqrt(dd_div(squares, dd(dof))));
	*ret = (struct zhun_type_a){dd_value(dd_mean(s.x, s.count)), sd, sd / sqrt(n), dof, n};
	return ZHUN_OK;
}

/* JJF 1059.1-2012 table 1, from 2 readings on */
static const struct {
	double c, dof;
} range_table[] = {{1.13, 0.9}, {1.69, 1.8}, {2.06, 2.7}, {2.33, 3.6},
		   {2.53, 4.5}, {2.70, 5.3}, {2.85, 6.0}, {2.97, 6.8}};

static enum zhun_code range_factor(size_t n, enum zhun_range_factor factor, double *ret_c, double *ret_dof,
				   struct zhun_error *err)
{
	struct zhun_chart_constants exact;
	if (factor == ZHUN_RANGE_EXACT) {
		enum zhun_code code = zhun_chart_constants_of(n, &exact, err);
		if (code)
			return code;
		*ret_c = exact.d2;
		*ret_dof = 0.5 * (exact.d2 / exact.d3) * (exact.d2 / exact.d3);  /* JCGM 100 E.4.3 */
		return ZHUN_OK;
	}
	if (n < 2)
		return too_short(err, 2, n);
	if (n - 2 >= ZHUN_COUNT(range_table))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "n", "2 … 9");
	*ret_c = range_table[n - 2].c;
	*ret_dof = range_table[n - 2].dof;
	return ZHUN_OK;
}

enum zhun_code zhun_type_a_range(struct zhun_series s, enum zhun_range_factor factor, struct zhun_type_a *ret,
				 struct zhun_error *err)
{
	double c = 1, dof = 0;
	enum zhun_code code = range_factor(s.count, factor, &c, &dof, err);
	if (code)
		return code;
	struct zhun_dd low = s.x[0], high = s.x[0];
	for (size_t i = 1; i < s.count; i++) {
		low = dd_sub(s.x[i], low).hi < 0 ? s.x[i] : low;
		high = dd_sub(s.x[i], high).hi > 0 ? s.x[i] : high;
	}
	double n = (double)s.count, sd = dd_value(dd_sub(high, low)) / c;
	*ret = (struct zhun_type_a){dd_value(dd_mean(s.x, s.count)), sd, sd / sqrt(n), dof, n};
	return ZHUN_OK;
}

/* r_0 … r_most of readings whose deviations are d */
static void autocorrelations(const double *d, size_t n, double *r, size_t most)
{
	double squares = 0;
	for (size_t i = 0; i < n; i++)
		squares += d[i] * d[i];
	for (size_t k = 0; k <= most; k++) {
		double sum = 0;
		for (size_t i = k; i < n; i++)
			sum += d[i] * d[i - k];
		r[k] = squares > 0 ? sum / squares : 0;
	}
}

/* How many lags from the first on have a coefficient beyond two of Bartlett's standard errors, which
 * presume that those of greater lags are 0. One that stands out alone farther on is chance. */
static size_t lags_that_stand_out(const double *r, size_t n, size_t most)
{
	double before = 0;
	size_t k = 1;
	for (; k <= most && fabs(r[k]) > 2 * sqrt((1 + 2 * before) / (double)n); k++)
		before += r[k] * r[k];
	return k - 1;
}

enum zhun_code zhun_type_a_autocorrelated(struct zhun_arena *a, struct zhun_series s, struct zhun_type_a *ret,
					  size_t *ret_lags, struct zhun_error *err)
{
	size_t n = s.count, most = n / 4;
	struct zhun_summary sum;
	if (n < 8)
		return too_short(err, 8, n);
	enum zhun_code code = zhun_series_summary(s, &sum, err);
	if (code)
		return code;
	double *d = ZHUN_NEW_ARRAY(a, n, double), *r = ZHUN_NEW_ARRAY(a, most + 1, double);
	if (!d || !r)
		return zhun_no_memory(a, err);
	struct zhun_dd mean = dd_mean(s.x, n);
	for (size_t i = 0; i < n; i++)
		d[i] = dd_value(dd_sub(s.x[i], mean));
	autocorrelations(d, n, r, most);
	size_t lags = lags_that_stand_out(r, n, most);
	double inflation = 1, spread = 1;
	for (size_t k = 1; k <= lags; k++) {
		double share = 1 - (double)k / (double)n;
		inflation += 2 * share * r[k];
		spread += 2 * share * r[k] * r[k];
	}
	inflation = fmax(inflation, 1);
	*ret = (struct zhun_type_a){sum.mean, sum.sd, sum.sd * sqrt(inflation / (double)n), (double)n / spread - 1,
				    (double)n / inflation};
	*ret_lags = lags;
	return ZHUN_OK;
}

static enum zhun_code check_group(const struct zhun_series *s, size_t count, struct zhun_error *err)
{
	if (count < 1)
		return too_short(err, 1, 0);
	for (size_t i = 0; i < count; i++)
		if (s[i].count != s[0].count)
			return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(s[0].count), ZHUN_INT(s[i].count));
	return s[0].count < 2 ? too_short(err, 2, s[0].count) : ZHUN_OK;
}

/* Σ (x − mx)(y − my)/(n (n − 1)) */
static double covariance_of_means(struct zhun_series x, struct zhun_series y)
{
	struct zhun_dd mx = dd_mean(x.x, x.count), my = dd_mean(y.x, y.count), sum = dd(0);
	double n = (double)x.count;
	for (size_t i = 0; i < x.count; i++)
		sum = dd_add(sum, dd_mul(dd_sub(x.x[i], mx), dd_sub(y.x[i], my)));
	return dd_value(dd_div(sum, dd(n * (n - 1))));
}

enum zhun_code zhun_type_a_simultaneous(struct zhun_arena *a, const struct zhun_series *s, size_t count,
					struct zhun_type_a_group *ret, struct zhun_error *err)
{
	enum zhun_code code = check_group(s, count, err);
	if (code)
		return code;
	double *mean = ZHUN_NEW_ARRAY(a, count, double), *covariance = ZHUN_NEW_ARRAY(a, count * count, double);
	if (!mean || !covariance)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < count; i++) {
		mean[i] = dd_value(dd_mean(s[i].x, s[i].count));
		for (size_t k = 0; k <= i; k++)
			covariance[i * count + k] = covariance[k * count + i] = covariance_of_means(s[i], s[k]);
	}
	*ret = (struct zhun_type_a_group){count, mean, covariance, (double)(s[0].count - 1)};
	return ZHUN_OK;
}
