/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/homogeneity.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"
#include "measure/quantile.h"
#include "zhun/measure/distribution.h"

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

static enum zhun_code unequal(struct zhun_error *err, size_t one, size_t other)
{
	return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(one), ZHUN_INT(other));
}

enum zhun_code zhun_homogeneity_of(const struct zhun_homogeneity_data *d, struct zhun_homogeneity *ret,
				   struct zhun_error *err)
{
	size_t g = d->units, n = d->results, all = 0;
	if (g < 2 || n < 2)
		return too_short(err, 2, g < 2 ? g : n);
	if (__builtin_mul_overflow(g, n, &all) || all != d->x.count)
		return unequal(err, all, d->x.count);
	struct zhun_dd grand = dd_mean(d->x.x, all), between = dd(0), within = dd(0);
	for (size_t i = 0; i < g; i++) {
		struct zhun_dd mean = dd_mean(d->x.x + i * n, n);
		between = dd_add(between, dd_square(dd_sub(mean, grand)));
		within = dd_add(within, dd_sum_of_squares(d->x.x + i * n, n, mean));
	}
	double nu = (double)g * (double)(n - 1), m = (double)n, df = (double)(g - 1);
	double of_means = dd_value(dd_div(between, dd(df))), ms_w = dd_value(dd_div(within, dd(nu)));
	struct zhun_homogeneity h = {
		.mean = dd_value(grand), .s_x = sqrt(of_means), .s_w = sqrt(ms_w),
		.s_s = sqrt(fmax(of_means - ms_w / m, 0)),
		.u_star = sqrt(ms_w / m) * sqrt(sqrt(2 / nu)),
		.F = ms_w > 0 ? m * of_means / ms_w : HUGE_VAL,
	};
	h.u_hom = fmax(h.s_s, h.u_star);
	h.p = isinf(h.F) ? 0 : gsl_cdf_fdist_Q(h.F, df, nu);
	*ret = h;
	return ZHUN_OK;
}

static enum zhun_code need_sigma(double sigma_pt, struct zhun_error *err)
{
	return sigma_pt > 0 && isfinite(sigma_pt) ? ZHUN_OK
						  : zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "sigma_pt", "> 0");
}

enum zhun_code zhun_homogeneity_check_of(const struct zhun_homogeneity *h, const struct zhun_homogeneity_data *d,
					 double sigma_pt, struct zhun_homogeneity_check *ret, struct zhun_error *err)
{
	enum zhun_code code = need_sigma(sigma_pt, err);
	if (code)
		return code;
	double df = (double)(d->units - 1), nu = (double)d->units * (double)(d->results - 1);
	struct zhun_homogeneity_check c = {
		.limit = 0.3 * sigma_pt,
		.F1 = gsl_cdf_chisq_Pinv(0.95, df) / df,
		.F2 = (quantile_f(0.95, df, nu) - 1) / (double)d->results,
	};
	c.limit_expanded = sqrt(c.F1 * c.limit * c.limit + c.F2 * h->s_w * h->s_w);
	c.holds = h->s_s <= c.limit;
	c.holds_expanded = h->s_s <= c.limit_expanded;
	*ret = c;
	return ZHUN_OK;
}

enum zhun_code zhun_stability_check_of(const struct zhun_stability_means *m, double sigma_pt,
				       struct zhun_stability_check *ret, struct zhun_error *err)
{
	enum zhun_code code = need_sigma(sigma_pt, err);
	if (!code && !(m->u_before >= 0 && m->u_after >= 0 && isfinite(m->u_before) && isfinite(m->u_after)))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u", "≥ 0");
	if (!code && !(isfinite(m->before) && isfinite(m->after)))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "mean", "finite");
	if (code)
		return code;
	double difference = fabs(m->after - m->before), limit = 0.3 * sigma_pt;
	double expanded = limit + 2 * hypot(m->u_before, m->u_after);
	*ret = (struct zhun_stability_check){difference, limit, expanded, difference <= limit, difference <= expanded};
	return ZHUN_OK;
}

/* Residual sum of squares of the line through (t, x), with the sums of squares at hand. */
static struct zhun_dd rest_of_line(struct zhun_series t, struct zhun_series x, struct zhun_dd slope)
{
	struct zhun_dd mt = dd_mean(t.x, t.count), mx = dd_mean(x.x, x.count), sum = dd(0);
	for (size_t i = 0; i < t.count; i++) {
		struct zhun_dd fitted = dd_mul(slope, dd_sub(t.x[i], mt));
		sum = dd_add(sum, dd_square(dd_sub(dd_sub(x.x[i], mx), fitted)));
	}
	return sum;
}

enum zhun_code zhun_stability_of(struct zhun_series t, struct zhun_series x, double shelf_life,
				 struct zhun_stability *ret, struct zhun_error *err)
{
	if (t.count != x.count)
		return unequal(err, t.count, x.count);
	if (t.count < 3)
		return too_short(err, 3, t.count);
	if (!(shelf_life >= 0 && isfinite(shelf_life)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "shelf_life", "≥ 0");
	struct zhun_dd mt = dd_mean(t.x, t.count), mx = dd_mean(x.x, x.count), both = dd(0);
	struct zhun_dd squares = dd_sum_of_squares(t.x, t.count, mt);
	if (!(squares.hi > 0))
		return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, "2");
	for (size_t i = 0; i < t.count; i++)
		both = dd_add(both, dd_mul(dd_sub(t.x[i], mt), dd_sub(x.x[i], mx)));
	struct zhun_dd slope = dd_div(both, squares);
	double dof = (double)(t.count - 2);
	double u = dd_value(dd_sqrt(dd_div(dd_div(rest_of_line(t, x, slope), dd(dof)), squares)));
	struct zhun_stability s = {.slope = dd_value(slope), .u_slope = u, .dof = dof, .u_lts = u * shelf_life};
	s.t = u > 0 ? fabs(s.slope) / u : fabs(s.slope) > 0 ? HUGE_VAL : 0;
	const struct zhun_distribution t_of_slope = {ZHUN_D_T, 0, 1, dof, 0};
	s.t_critical = zhun_distribution_quantile(&t_of_slope, 0.975);
	s.trend = s.t > s.t_critical;
	*ret = s;
	return ZHUN_OK;
}

enum zhun_code zhun_material_u(const struct zhun_material *m, double *ret, struct zhun_error *err)
{
	const double parts[] = {m->u_char, m->u_hom, m->u_lts, m->u_sts};
	double sum = 0;
	for (size_t i = 0; i < ZHUN_COUNT(parts); i++) {
		if (!(parts[i] >= 0 && isfinite(parts[i])))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u", "≥ 0");
		sum += parts[i] * parts[i];
	}
	*ret = sqrt(sum);
	return ZHUN_OK;
}
