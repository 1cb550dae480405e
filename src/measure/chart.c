/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart.h"

#include <math.h>

#include "measure/quadrature.h"

/* beyond this a standard normal, even the largest of thousands, has nothing left in 1e-15 */
static const double far = 9;

static double phi(double x)
{
	return 0.5 * erfc(-x * M_SQRT1_2);
}

struct range_moment {
	double n, y, tolerance;
};

/* Mean range: ∫ 1 − Φⁿ − (1 − Φ)ⁿ (Tippett 1925). */
static double mean_range_at(double x, const void *context)
{
	const struct range_moment *m = context;
	return 1 - pow(phi(x), m->n) - pow(phi(-x), m->n);
}

/* E R² = 2 ∫∫_{x<y} 1 − Φ(y)ⁿ − (1 − Φ(x))ⁿ + (Φ(y) − Φ(x))ⁿ */
static double square_at(double x, const void *context)
{
	const struct range_moment *m = context;
	return 1 - pow(phi(m->y), m->n) - pow(phi(-x), m->n) + pow(fmax(0, phi(m->y) - phi(x)), m->n);
}

static double square_below(double y, const void *context)
{
	struct range_moment m = *(const struct range_moment *)context;
	const double cuts[] = {-far, fmin(y, fmax(-far, y - 4)), y};
	double value = 0;
	m.y = y;
	(void)quadrature(square_at, &m, cuts, ZHUN_COUNT(cuts), m.tolerance, &value);
	return value;
}

static double c4_of(double n)
{
	return sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2));
}

enum zhun_code zhun_chart_constants_of(size_t n, struct zhun_chart_constants *ret, struct zhun_error *err)
{
	const double cuts[] = {-far, -3, 0, 3, far};
	struct range_moment m = {.n = (double)n, .tolerance = 1e-12};
	double d2 = 0, square = 0;
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	if (!quadrature(mean_range_at, &m, cuts, ZHUN_COUNT(cuts), 1e-13, &d2) ||
	    !quadrature(square_below, &m, cuts, ZHUN_COUNT(cuts), 1e-10, &square))
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "d2, d3");
	*ret = (struct zhun_chart_constants){d2, sqrt(2 * square - d2 * d2), c4_of((double)n)};
	return ZHUN_OK;
}

struct zhun_chart_constants zhun_chart_constants_rounded(const struct zhun_chart_constants *exact)
{
	return (struct zhun_chart_constants){round(exact->d2 * 1e3) / 1e3, round(exact->d3 * 1e3) / 1e3,
					     round(exact->c4 * 1e4) / 1e4};
}

struct group {
	double mean, range, sd;
};

static struct group group_of(const double *x, size_t n)
{
	double low = x[0], high = x[0], sum = 0, squares = 0;
	for (size_t i = 0; i < n; i++) {
		low = fmin(low, x[i]);
		high = fmax(high, x[i]);
		sum += x[i] - x[0];
	}
	double mean = x[0] + sum / (double)n;
	for (size_t i = 0; i < n; i++)
		squares += (x[i] - mean) * (x[i] - mean);
	return (struct group){mean, high - low, sqrt(squares / (double)(n - 1))};
}

enum zhun_code zhun_chart_centres_of(const struct zhun_subgroups *s, struct zhun_chart_centres *ret,
				     struct zhun_error *err)
{
	struct zhun_chart_centres c = {0};
	if (s->count < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(1), ZHUN_INT(0));
	enum zhun_code code = zhun_chart_constants_of(s->n, &c.constants, err);
	if (code)
		return code;
	if (s->rounded)
		c.constants = zhun_chart_constants_rounded(&c.constants);
	for (size_t i = 0; i < s->count; i++) {
		struct group g = group_of(s->x + i * s->n, s->n);
		c.mean += g.mean / (double)s->count;
		c.range += g.range / (double)s->count;
		c.sd += g.sd / (double)s->count;
	}
	c.sigma_range = c.range / c.constants.d2;
	c.sigma_sd = c.sd / c.constants.c4;
	*ret = c;
	return ZHUN_OK;
}

void zhun_chart_limits(const struct zhun_chart_centres *c, enum zhun_chart chart, double sigma, size_t n,
		       double *ret_low, double *ret_high)
{
	double c4 = c->constants.c4;
	const double centre[] = {[ZHUN_CHART_XBAR] = c->mean, [ZHUN_CHART_R] = c->range, [ZHUN_CHART_S] = c->sd};
	const double width[] = {[ZHUN_CHART_XBAR] = 3 * sigma / sqrt((double)n),
				[ZHUN_CHART_R] = 3 * c->constants.d3 * sigma,
				[ZHUN_CHART_S] = 3 * sigma * sqrt(1 - c4 * c4)};
	*ret_low = centre[chart] - width[chart];
	*ret_high = centre[chart] + width[chart];
	if (chart != ZHUN_CHART_XBAR && *ret_low < 0)
		*ret_low = 0;
}

size_t zhun_chart_first_beyond(const struct zhun_subgroups *s, enum zhun_chart chart, double low, double high)
{
	size_t i = 0;
	for (; i < s->count; i++) {
		struct group g = group_of(s->x + i * s->n, s->n);
		const double at[] = {[ZHUN_CHART_XBAR] = g.mean, [ZHUN_CHART_R] = g.range, [ZHUN_CHART_S] = g.sd};
		if (at[chart] < low || at[chart] > high)
			break;
	}
	return i;
}

static double column_mean(const double *x, size_t n, size_t m, size_t column)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += x[i * m + column] - x[column];
	return x[column] + sum / (double)n;
}

double zhun_covariance_of(const double *x, size_t n, size_t m, size_t a, size_t b)
{
	double ma = column_mean(x, n, m, a), mb = column_mean(x, n, m, b), sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += (x[i * m + a] - ma) * (x[i * m + b] - mb);
	return sum / (double)(n - 1);
}
