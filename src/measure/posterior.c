/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/posterior.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "measure/quadrature.h"

enum { MOST_CUTS = 40, PEAKS = 400 };

static const double far = 8.5;      /* standard deviations of a normal that leave nothing beyond 1e-15 */
static const double tails = 1e-13;  /* of heavier distributions */

/* ∫ (x − centre)^power · prior · likelihood, over the true value or, for priors with poles, over their quantiles. */
struct product {
	const struct zhun_risk *r;
	double y, centre, scale;
	int power;
	bool quantile;
};

static double at(double x, const void *context)
{
	const struct product *q = context;
	double value = q->quantile ? zhun_distribution_quantile(&q->r->process, x) : x, off = value - q->centre;
	double prior = q->quantile ? 1 : zhun_distribution_pdf(&q->r->process, value);
	double likelihood = zhun_distribution_pdf(&q->r->measurement, q->y - value);
	return prior * likelihood / q->scale * (q->power == 0 ? 1 : q->power == 1 ? off : off * off);
}

static struct zhun_limits extent(const struct zhun_distribution *d)
{
	struct zhun_limits r;
	double mean = zhun_distribution_mean(d), sd = zhun_distribution_sd(d);
	bool light = d->kind == ZHUN_D_NORMAL;
	zhun_distribution_support(d, &r.low, &r.high);
	if (isinf(r.low))
		r.low = light ? mean - far * sd : zhun_distribution_quantile(d, tails);
	if (isinf(r.high))
		r.high = light ? mean + far * sd : zhun_distribution_quantile(d, 1 - tails);
	return r;
}

/* Values the process can have and the reading can come from. */
static struct zhun_limits overlap(const struct zhun_risk *r, double y)
{
	struct zhun_limits process = extent(&r->process), error = extent(&r->measurement);
	return (struct zhun_limits){fmax(process.low, y - error.high), fmin(process.high, y - error.low)};
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

struct cuts {
	double at[MOST_CUTS];
	size_t count;
};

static void add_cut(struct cuts *c, double x, struct zhun_limits part)
{
	if (x > part.low && x < part.high && c->count < MOST_CUTS)
		c->at[c->count++] = x;
}

/* The ends, and where prior or likelihood may bend: around the reading, around the process. */
static struct cuts cuts_of(const struct product *q, struct zhun_limits part, double peak)
{
	const struct zhun_distribution *p = &q->r->process, *e = &q->r->measurement;
	double u = zhun_distribution_sd(e), s = zhun_distribution_sd(p), mean = zhun_distribution_mean(p);
	struct cuts c = {{part.low, part.high}, 2};
	double narrow = fmin(isfinite(u) ? u : s, isfinite(s) ? s : u);
	for (int k = -2; k <= 2; k++) {
		add_cut(&c, q->y + 2 * k * u, part);
		add_cut(&c, mean + 2 * k * s, part);
		add_cut(&c, peak + 2 * k * narrow, part);
	}
	const double flat[] = {p->b * p->c, p->b - p->c};
	for (int side = -1; side <= 1; side += 2) {
		if (p->kind == ZHUN_D_TRAPEZOIDAL || p->kind == ZHUN_D_CTRAP)
			add_cut(&c, mean + side * flat[p->kind == ZHUN_D_CTRAP], part);
		if (e->kind == ZHUN_D_TRAPEZOIDAL)
			add_cut(&c, q->y + side * e->b * e->c, part);
		if (e->kind == ZHUN_D_CTRAP)
			add_cut(&c, q->y + side * (e->b - e->c), part);
	}
	qsort(c.at, c.count, sizeof c.at[0], by_size);
	for (size_t i = 0; q->quantile && i < c.count; i++)
		c.at[i] = zhun_distribution_cdf(p, c.at[i]);
	return c;
}

/* The largest of the product on a grid, which it is scaled by, and where that is. */
static double peak_of(struct product *q, struct zhun_limits all)
{
	double best = 0, where = all.low;
	for (int i = 0; i < PEAKS; i++) {
		double x = all.low + (all.high - all.low) * (i + 0.5) / PEAKS;
		double value = at(q->quantile ? zhun_distribution_cdf(&q->r->process, x) : x, q);
		where = value > best ? x : where;
		best = fmax(best, value);
	}
	double width = q->quantile ? zhun_distribution_cdf(&q->r->process, all.high) -
				     zhun_distribution_cdf(&q->r->process, all.low) : all.high - all.low;
	q->scale = best * width;
	return where;
}

static enum zhun_code integrate(const struct product *q, struct zhun_limits part, double peak, double *ret,
				struct zhun_error *err)
{
	*ret = 0;
	if (!(part.high > part.low))
		return ZHUN_OK;
	struct cuts c = cuts_of(q, part, peak);
	double room = q->power == 0 ? 1e-12 : 1e-12 * pow(fmax(fabs(part.low - q->centre), fabs(part.high - q->centre)),
							   q->power);
	return quadrature(at, q, c.at, c.count, room, ret) ? ZHUN_OK
							   : zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "posterior");
}

static enum zhun_code by_quadrature(const struct zhun_risk *r, double y, struct zhun_posterior *ret,
				    struct zhun_error *err)
{
	enum zhun_distribution_kind kind = r->process.kind;
	bool poles = kind == ZHUN_D_ARCSINE || kind == ZHUN_D_BETA || zhun_distribution_has_density(kind);
	struct zhun_limits all = overlap(r, y);
	struct zhun_limits good = {fmax(all.low, r->tolerance.low), fmin(all.high, r->tolerance.high)};
	struct product q = {.r = r, .y = y, .scale = 1, .quantile = poles};
	double peak = all.high > all.low ? peak_of(&q, all) : 0, whole = 0, inside = 0, first = 0, second = 0;
	if (!(all.high > all.low) || !(q.scale > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "y", "a reading that the process can give");
	q.centre = peak;
	enum zhun_code code = integrate(&q, all, peak, &whole, err);
	q.scale *= whole > 0 ? whole : 1;   /* so that rounding is small beside a whole of one */
	if (!code)
		code = integrate(&q, all, peak, &whole, err);
	if (!code)
		code = integrate(&q, good, peak, &inside, err);
	q.power = 1;
	if (!code)
		code = integrate(&q, all, peak, &first, err);
	q.power = 2;
	if (!code)
		code = integrate(&q, all, peak, &second, err);
	if (code)
		return code;
	double shift = first / whole;
	*ret = (struct zhun_posterior){peak + shift, sqrt(fmax(0, second / whole - shift * shift)),
				       fmin(1, inside / whole)};
	return ZHUN_OK;
}

/* JCGM 106 A.4: weights by the inverse variances. */
static struct zhun_posterior of_normals(const struct zhun_risk *r, double y)
{
	double s = r->process.b, u = r->measurement.b, share = s / hypot(s, u) * (s / hypot(s, u));
	struct zhun_posterior p = {.mean = r->process.a + share * (y - r->measurement.a - r->process.a),
				   .sd = s / hypot(s, u) * u};
	p.inside = 1 - gsl_cdf_ugaussian_P((r->tolerance.low - p.mean) / p.sd) -
		   gsl_cdf_ugaussian_Q((r->tolerance.high - p.mean) / p.sd);
	return p;
}

enum zhun_code zhun_posterior_of(const struct zhun_risk *r, double y, struct zhun_posterior *ret,
				 struct zhun_error *err)
{
	double u = zhun_distribution_sd(&r->measurement), s = zhun_distribution_sd(&r->process);
	if (!(r->tolerance.high > r->tolerance.low) || !isfinite(y))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance", "low < high");
	if (zhun_distribution_counts(r->process.kind) || zhun_distribution_counts(r->measurement.kind) ||
	    !(u > 0) || !(s > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "process, measurement", "continuous");
	if (r->process.kind != ZHUN_D_NORMAL || r->measurement.kind != ZHUN_D_NORMAL)
		return by_quadrature(r, y, ret, err);
	*ret = of_normals(r, y);
	return ZHUN_OK;
}
