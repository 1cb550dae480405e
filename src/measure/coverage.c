/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/coverage.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "zhun/measure/quantity.h"

/* 95 % and 95.45 %, 99 % and 99.73 % stay apart by less and by more than this */
static const double nominal = 0.006;

/* Rounding down is not allowed to take more than this part of U (EA-4/02 6.3). */
static const double most_lost = 0.05;

static enum zhun_code bad(const char *what, const char *text, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_STATEMENT_COVERAGE, NULL, what, text);
}

static bool read_share(const char *text, double *ret)
{
	struct zhun_quantity q;
	struct zhun_unit one = zhun_unit_one();
	if (zhun_quantity_read(text, strlen(text), &q, NULL) || !zhun_unit_is_one(&q.unit) ||
	    zhun_quantity_in(&q, &one, ZHUN_DIFFERENCE, &q, NULL))
		return false;
	*ret = q.number.value;
	return *ret > 0.0 && *ret < 1.0;
}

enum zhun_code zhun_coverage_read(const char *k, const char *p, struct zhun_coverage *ret,
				  struct zhun_error *err)
{
	struct zhun_coverage c = {0.0, 0.0};
	struct zhun_number x;
	bool has_k = k && k[0], has_p = p && p[0];
	if (!has_k && !has_p)
		return bad("k", "", err);
	if (has_k && (zhun_number_parse(k, strlen(k), &x, NULL) || x.value <= 0.0))
		return bad("k", k, err);
	if (has_k)
		c.k = x.value;
	if (has_p && !read_share(p, &c.p))
		return bad("p", p, err);
	*ret = c;
	return ZHUN_OK;
}

double zhun_coverage_probability(struct zhun_coverage c)
{
	return c.p > 0.0 ? c.p : erf(c.k / sqrt(2.0));
}

bool zhun_coverage_same(struct zhun_coverage a, struct zhun_coverage b)
{
	double p = zhun_coverage_probability(a), q = zhun_coverage_probability(b);
	/* beyond 99 % a share of the tail tells probabilities apart, not a fixed step */
	double room = fmin(nominal, 0.15 * (1.0 - fmin(p, q)));
	return fabs(p - q) <= room;
}

static double quantile(struct zhun_coverage c)
{
	return gsl_cdf_ugaussian_Pinv(0.5 + 0.5 * zhun_coverage_probability(c));
}

double zhun_coverage_factor(struct zhun_coverage from, struct zhun_coverage to)
{
	return zhun_coverage_same(from, to) ? 1.0 : quantile(to) / quantile(from);
}

double zhun_coverage_ellipsoid(double p, double m)
{
	return sqrt(gsl_cdf_chisq_Pinv(p, m));
}

double zhun_coverage_rectangle(double p, double m)
{
	return gsl_cdf_ugaussian_Pinv((1 + pow(p, 1 / m)) / 2);
}

struct zhun_decimal zhun_uncertainty_rounded(double u, int digits, enum zhun_rounding how)
{
	const struct zhun_decimal d = zhun_decimal_of(u);
	struct zhun_decimal r = zhun_decimal_round_digits(&d, digits, how == ZHUN_ROUND_UP);
	if (how == ZHUN_ROUND_FIVE_PERCENT && zhun_decimal_value(&r) < (1 - most_lost) * u)
		r = zhun_decimal_round_digits(&d, digits, true);
	return r;
}
