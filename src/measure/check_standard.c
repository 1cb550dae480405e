/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/check_standard.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"

static enum zhun_code need(bool fine, const char *name, const char *must, struct zhun_error *err)
{
	return fine ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, name, must);
}

static bool at_least_zero(double x)
{
	return x >= 0 && isfinite(x);
}

static enum zhun_code check(const struct zhun_check *c, struct zhun_summary *ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_series_summary(c->x, ret, err);
	if (!code)
		code = need(!c->has_accepted || isfinite(c->accepted), "accepted", "finite", err);
	if (!code)
		code = need(at_least_zero(c->u_accepted) && at_least_zero(c->u), "u", "≥ 0", err);
	return code;
}

enum zhun_code zhun_check_limits_of(const struct zhun_check *c, struct zhun_check_limits *ret, struct zhun_error *err)
{
	struct zhun_summary s;
	double sd = 0;
	enum zhun_code code = check(c, &s, err);
	if (!code)
		code = need(c->k > 0 && isfinite(c->k), "k", "> 0", err);
	if (code)
		return code;
	switch (c->spread) {
	case ZHUN_CHECK_SCATTER:
		sd = s.sd;
		break;
	case ZHUN_CHECK_BUDGET:
		sd = c->u;
		break;
	case ZHUN_CHECK_JOINED:
		sd = hypot(s.sd, c->u);
		break;
	}
	double centre = c->has_accepted ? c->accepted : s.mean;
	sd = c->has_accepted ? hypot(sd, c->u_accepted) : sd;
	code = need(sd > 0, "sd", "> 0", err);
	if (!code)
		*ret = (struct zhun_check_limits){centre, sd, centre - c->k * sd, centre + c->k * sd};
	return code;
}

size_t zhun_check_first(const struct zhun_check_limits *l, struct zhun_series x)
{
	size_t i = 0;
	while (i < x.count && x.x[i].hi >= l->low && x.x[i].hi <= l->high)
		i++;
	return i;
}

enum zhun_code zhun_check_bias_of(const struct zhun_check *c, struct zhun_check_bias *ret, struct zhun_error *err)
{
	struct zhun_summary s;
	double n = (double)c->x.count;
	enum zhun_code code = check(c, &s, err);
	if (!code)
		code = need(c->has_accepted, "accepted", "a number", err);
	if (code)
		return code;
	double own = s.sd * s.sd / n, all = own + c->u_accepted * c->u_accepted;
	if (!(own > 0))
		return need(false, "s", "> 0", err);
	struct zhun_check_bias b = {.difference = s.mean - c->accepted, .u = sqrt(all)};
	b.t = b.difference / b.u;
	b.dof = (n - 1) * (all / own) * (all / own);
	b.p = 2 * gsl_cdf_tdist_Q(fabs(b.t), b.dof);
	*ret = b;
	return ZHUN_OK;
}

enum zhun_code zhun_check_scatter_of(struct zhun_series now, struct zhun_series earlier,
				     struct zhun_check_scatter *ret, struct zhun_error *err)
{
	struct zhun_summary a, b;
	enum zhun_code code = zhun_series_summary(now, &a, err);
	if (!code)
		code = zhun_series_summary(earlier, &b, err);
	if (!code)
		code = need(b.sd > 0, "s", "> 0", err);
	if (code)
		return code;
	double F = a.sd * a.sd / (b.sd * b.sd);
	*ret = (struct zhun_check_scatter){a.sd, b.sd, F, gsl_cdf_fdist_Q(F, (double)now.count - 1,
									  (double)earlier.count - 1)};
	return ZHUN_OK;
}

/* ---- an uncertain point ---- */

static enum zhun_code check_point(const struct zhun_chart_point *p, struct zhun_error *err)
{
	enum zhun_code code = need(isfinite(p->y), "y", "finite", err);
	if (!code)
		code = need(p->u > 0 && isfinite(p->u), "u", "> 0", err);
	if (!code)
		code = need(p->low < p->high, "low", "< high", err);
	return code ? code : need(at_least_zero(p->k), "k", "≥ 0", err);
}

enum zhun_code zhun_chart_point_beyond(const struct zhun_chart_point *p, double *ret, struct zhun_error *err)
{
	enum zhun_code code = check_point(p, err);
	if (!code)
		*ret = gsl_cdf_ugaussian_P((p->low - p->y) / p->u) + gsl_cdf_ugaussian_Q((p->high - p->y) / p->u);
	return code;
}

enum zhun_code zhun_chart_point_verdict(const struct zhun_chart_point *p, enum zhun_chart_verdict *ret,
					struct zhun_error *err)
{
	enum zhun_code code = check_point(p, err);
	double guard = p->k * p->u;
	if (code)
		return code;
	bool in = p->y - guard >= p->low && p->y + guard <= p->high;
	bool out = p->y - guard > p->high || p->y + guard < p->low;
	*ret = in ? ZHUN_POINT_IN : out ? ZHUN_POINT_OUT : ZHUN_POINT_UNSURE;
	return ZHUN_OK;
}

enum zhun_code zhun_process_sigma(double sigma, double u, double *ret, struct zhun_error *err)
{
	enum zhun_code code = need(at_least_zero(u) && u <= sigma && isfinite(sigma), "u", "0 … sigma", err);
	if (!code)
		*ret = sqrt(sigma - u) * sqrt(sigma + u);
	return code;
}
