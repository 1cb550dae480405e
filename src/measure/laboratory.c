/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/laboratory.h"

#include <math.h>

#include "measure/dd.h"
#include "zhun/measure/distribution.h"

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

static bool at_least_zero(double x)
{
	return x >= 0 && isfinite(x);
}

static enum zhun_code need(bool fine, const char *name, const char *must, struct zhun_error *err)
{
	return fine ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, name, must);
}

/* ---- measurement standards ---- */

static struct zhun_agreement compare(double difference, double limit)
{
	return (struct zhun_agreement){fabs(difference), limit, fabs(difference) <= limit};
}

enum zhun_code zhun_verify_transfer(double y, double U, double y_ref, double U_ref, struct zhun_agreement *ret,
				    struct zhun_error *err)
{
	enum zhun_code code = need(isfinite(y) && isfinite(y_ref), "y", "finite", err);
	if (!code)
		code = need(at_least_zero(U) && at_least_zero(U_ref), "U", "≥ 0", err);
	if (!code)
		*ret = compare(y - y_ref, hypot(U, U_ref));
	return code;
}

enum zhun_code zhun_verify_comparison(struct zhun_series y, size_t which, double U, struct zhun_agreement *ret,
				      struct zhun_error *err)
{
	if (y.count < 2)
		return too_short(err, 2, y.count);
	enum zhun_code code = need(at_least_zero(U), "U", "≥ 0", err);
	if (!code)
		code = need(which < y.count, "which", "one of the laboratories", err);
	if (code)
		return code;
	double n = (double)y.count;
	*ret = compare(dd_value(dd_sub(y.x[which], dd_mean(y.x, y.count))), sqrt((n - 1) / n) * U);
	return ZHUN_OK;
}

enum zhun_code zhun_standard_stability(const struct zhun_series *groups, size_t count, double allowed,
				       struct zhun_agreement *ret, struct zhun_error *err)
{
	enum zhun_code code = need(at_least_zero(allowed), "allowed", "≥ 0", err);
	struct zhun_dd low = dd(0), high = dd(0);
	if (count < 2)
		return too_short(err, 2, count);
	for (size_t g = 0; g < count && !code; g++) {
		if (groups[g].count < 1)
			return too_short(err, 1, 0);
		struct zhun_dd mean = dd_mean(groups[g].x, groups[g].count);
		low = g == 0 || dd_sub(mean, low).hi < 0 ? mean : low;
		high = g == 0 || dd_sub(mean, high).hi > 0 ? mean : high;
	}
	if (!code)
		*ret = compare(dd_value(dd_sub(high, low)), allowed);
	return code;
}

enum zhun_code zhun_standard_repeatability(struct zhun_series s, double s_verified, struct zhun_agreement *ret,
					   struct zhun_error *err)
{
	struct zhun_summary sum;
	enum zhun_code code = need(at_least_zero(s_verified), "s_verified", "≥ 0", err);
	if (s.count < 10)
		return too_short(err, 10, s.count);
	if (!code)
		code = zhun_series_summary(s, &sum, err);
	if (code)
		return code;
	*ret = compare(sum.sd, s_verified > 0 ? s_verified : HUGE_VAL);
	return ZHUN_OK;
}

/* ---- chemistry ---- */

enum zhun_code zhun_detection_of(const struct zhun_detection_plan *p, struct zhun_detection *ret,
				 struct zhun_error *err)
{
	struct zhun_summary sum;
	enum zhun_code code = need(p->replicates >= 1 && isfinite(p->replicates), "replicates", "≥ 1", err);
	if (!code)
		code = need(at_least_zero(p->blanks), "blanks", "≥ 0", err);
	if (!code)
		code = need(at_least_zero(p->k_lod) && at_least_zero(p->k_loq), "k", "≥ 0", err);
	if (!code)
		code = zhun_series_summary(p->readings, &sum, err);
	if (code)
		return code;
	double share = 1 / p->replicates + (p->blanks > 0 ? 1 / p->blanks : 0), prime = sum.sd * sqrt(share);
	*ret = (struct zhun_detection){sum.sd, prime, prime * (p->k_lod > 0 ? p->k_lod : 3),
				       prime * (p->k_loq > 0 ? p->k_loq : 10)};
	return ZHUN_OK;
}

/* A straight line by ordinary least squares. */
struct line {
	double slope, intercept, s, mean_x, mean_y, squares;
	double n, dof;
};

static enum zhun_code fit(struct zhun_series x, struct zhun_series y, struct line *ret, struct zhun_error *err)
{
	if (x.count != y.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(x.count), ZHUN_INT(y.count));
	if (x.count < 3)
		return too_short(err, 3, x.count);
	struct zhun_dd mx = dd_mean(x.x, x.count), my = dd_mean(y.x, y.count), both = dd(0), rest = dd(0);
	struct zhun_dd squares = dd_sum_of_squares(x.x, x.count, mx);
	for (size_t i = 0; i < x.count; i++)
		both = dd_add(both, dd_mul(dd_sub(x.x[i], mx), dd_sub(y.x[i], my)));
	if (!(squares.hi > 0))
		return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, "2");
	struct zhun_dd slope = dd_div(both, squares);
	for (size_t i = 0; i < x.count; i++) {
		struct zhun_dd line = dd_mul(slope, dd_sub(x.x[i], mx));
		rest = dd_add(rest, dd_square(dd_sub(dd_sub(y.x[i], my), line)));
	}
	double dof = (double)(x.count - 2);
	*ret = (struct line){
		.slope = dd_value(slope), .intercept = dd_value(dd_sub(my, dd_mul(slope, mx))),
		.s = dd_value(dd_sqrt(dd_div(rest, dd(dof)))), .mean_x = dd_value(mx), .mean_y = dd_value(my),
		.squares = dd_value(squares), .n = (double)x.count, .dof = dof,
	};
	return fabs(ret->slope) > 0 ? ZHUN_OK : zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, "2");
}

enum zhun_code zhun_detectable_of(struct zhun_series x, struct zhun_series y, double K, double alpha,
				  struct zhun_detectable *ret, struct zhun_error *err)
{
	struct line l;
	enum zhun_code code = need(K >= 1 && isfinite(K), "K", "≥ 1", err);
	if (!code)
		code = need(alpha > 0 && alpha < 0.5, "alpha", "0 < α < 0.5", err);
	if (!code)
		code = fit(x, y, &l, err);
	if (code)
		return code;
	const struct zhun_distribution t_of_line = {ZHUN_D_T, 0, 1, l.dof, 0};
	double t = zhun_distribution_quantile(&t_of_line, 1 - alpha);
	double c = t * l.s / fabs(l.slope) * sqrt(1 / K + 1 / l.n + l.mean_x * l.mean_x / l.squares);
	*ret = (struct zhun_detectable){c, 2 * c, l.slope, l.s};
	return ZHUN_OK;
}

enum zhun_code zhun_addition_of(struct zhun_series added, struct zhun_series signal, struct zhun_addition *ret,
				struct zhun_error *err)
{
	struct line l;
	enum zhun_code code = fit(added, signal, &l, err);
	if (code)
		return code;
	double u = l.s / fabs(l.slope) * sqrt(1 / l.n + l.mean_y * l.mean_y / (l.slope * l.slope * l.squares));
	*ret = (struct zhun_addition){l.intercept / l.slope, u, l.dof, l.slope, l.intercept};
	return ZHUN_OK;
}

enum zhun_code zhun_nordtest_of(const struct zhun_nordtest_data *d, struct zhun_nordtest *ret,
				struct zhun_error *err)
{
	size_t n = d->bias.count;
	if (n < 1)
		return too_short(err, 1, 0);
	enum zhun_code code = need(at_least_zero(d->u_rw), "u_rw", "≥ 0", err);
	if (!code)
		code = need(at_least_zero(d->u_cref), "u_cref", "≥ 0", err);
	if (!code)
		code = need(at_least_zero(d->s_bias) && (n > 1 || d->s_bias <= 0 || d->n >= 1), "n", "≥ 1", err);
	if (code)
		return code;
	double rms = dd_value(dd_sqrt(dd_div(dd_sum_of_squares(d->bias.x, n, dd(0)), dd((double)n))));
	double scatter = n == 1 && d->s_bias > 0 ? d->s_bias / sqrt(d->n) : 0;
	double u_bias = sqrt(rms * rms + scatter * scatter + d->u_cref * d->u_cref), u_c = hypot(d->u_rw, u_bias);
	*ret = (struct zhun_nordtest){rms, u_bias, u_c, 2 * u_c};
	return ZHUN_OK;
}
