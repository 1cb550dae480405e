/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/risk.h"

#include <math.h>
#include <stdlib.h>

#include "measure/binormal.h"
#include "measure/quadrature.h"

/* Far enough that what lies beyond is under 1e-15 of a normal, and cut where the integrand turns. */
static const double far = 8.5;
static const double tolerance_of_risks = 1e-12;

struct zhun_conformance zhun_conformance_of(const struct zhun_limits *tolerance,
					    const struct zhun_distribution *error, double y)
{
	struct zhun_conformance c = {0};
	c.below = isinf(tolerance->low) ? 0 : zhun_distribution_cdf(error, tolerance->low - y);
	c.above = isinf(tolerance->high) ? 0 : zhun_distribution_upper(error, tolerance->high - y);
	c.inside = fmax(0, 1 - c.below - c.above);
	return c;
}

/* In quantile space p = F(x) the density is 1: for densities with poles at their ends, or jumps. */
static bool by_quantile(const struct zhun_distribution *d)
{
	return d->kind == ZHUN_D_ARCSINE || d->kind == ZHUN_D_BETA || zhun_distribution_has_density(d->kind);
}

struct integrand {
	const struct zhun_risk *r;
	bool rejected;   /* weigh by the probability of rejection instead of acceptance */
	bool quantile;
};

static double at(double x, const void *context)
{
	const struct integrand *i = context;
	double value = i->quantile ? zhun_distribution_quantile(&i->r->process, x) : x;
	double density = i->quantile ? 1 : zhun_distribution_pdf(&i->r->process, x);
	struct zhun_conformance c = zhun_conformance_of(&i->r->acceptance, &i->r->measurement, value);
	return density * (i->rejected ? c.below + c.above : c.inside);
}

enum { MOST_CUTS = 24 };

struct cuts {
	double at[MOST_CUTS];
	size_t count;
};

static void add_cut(struct cuts *c, double x, double low, double high)
{
	if (x > low && x < high)
		c->at[c->count++] = x;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The ends of [low, high], and between them where process or measurement bend. */
static struct cuts cuts_of(const struct zhun_risk *r, double low, double high)
{
	double u = zhun_distribution_sd(&r->measurement), s = zhun_distribution_sd(&r->process);
	double mean = zhun_distribution_mean(&r->process), flat = r->process.kind == ZHUN_D_TRAPEZOIDAL ?
		      r->process.b * r->process.c : r->process.kind == ZHUN_D_CTRAP ? r->process.b - r->process.c : 0;
	struct cuts c = {{low, high}, 2};
	const double limits[] = {r->acceptance.low, r->acceptance.high};
	for (size_t i = 0; i < 2; i++)
		for (int k = -1; k <= 1; k++)
			add_cut(&c, limits[i] + k * far * (isfinite(u) ? u : 0), low, high);
	for (int k = -2; k <= 2; k++)
		add_cut(&c, mean + k * (isfinite(s) ? s : 0) * 2, low, high);
	add_cut(&c, mean - flat, low, high);
	add_cut(&c, mean + flat, low, high);
	qsort(c.at, c.count, sizeof c.at[0], by_size);
	return c;
}

/* Where the process has anything to weigh: its support, or the quantiles of 1e-14 in each tail
 * of a heavy one. */
static struct zhun_limits weight_of(const struct zhun_distribution *d)
{
	struct zhun_limits r;
	zhun_distribution_support(d, &r.low, &r.high);
	double s = zhun_distribution_sd(d), mean = zhun_distribution_mean(d);
	bool light = d->kind == ZHUN_D_NORMAL;
	if (isinf(r.low))
		r.low = light ? mean - far * s : zhun_distribution_quantile(d, 1e-14);
	if (isinf(r.high))
		r.high = light ? mean + far * s : zhun_distribution_quantile(d, 1 - 1e-14);
	return r;
}

static enum zhun_code weigh(const struct zhun_risk *r, struct zhun_limits part, bool rejected, double *sum,
			    struct zhun_error *err)
{
	struct zhun_limits all = weight_of(&r->process);
	double low = fmax(part.low, all.low), high = fmin(part.high, all.high), value = 0;
	if (!(high > low))
		return ZHUN_OK;
	struct integrand i = {r, rejected, by_quantile(&r->process)};
	struct cuts c = cuts_of(r, low, high);
	for (size_t k = 0; i.quantile && k < c.count; k++)
		c.at[k] = zhun_distribution_cdf(&r->process, c.at[k]);
	if (!quadrature(at, &i, c.at, c.count, tolerance_of_risks, &value))
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "risk");
	*sum += value;
	return ZHUN_OK;
}

/* ---- normal process, normal error: true and measured value are binormal ---- */

/* The limits as standard deviations from the mean: of the true value, of the measured one. */
struct corners {
	struct zhun_limits t, a;
};

static struct zhun_limits standard_limits(const struct zhun_limits *l, double mean, double sd)
{
	return (struct zhun_limits){(l->low - mean) / sd, (l->high - mean) / sd};
}

/* Above the tolerance and accepted, and in tolerance and rejected above; the other side is the mirror's. */
static void add_side(const struct binormal *b, const struct corners *c, struct zhun_risks *sum)
{
	double beyond_both = binormal_upper(b, c->t.high, c->a.high);
	sum->pfa += fmax(0, binormal_upper(b, c->t.high, c->a.low) - beyond_both);
	sum->pfr += fmax(0, binormal_upper(b, c->t.low, c->a.high) - beyond_both);
}

static struct zhun_limits mirrored(struct zhun_limits l)
{
	return (struct zhun_limits){-l.high, -l.low};
}

static struct zhun_risks normal_risks(const struct zhun_risk *r)
{
	double s = r->process.b, sd = hypot(s, r->measurement.b), mean = r->process.a;
	struct corners c = {standard_limits(&r->tolerance, mean, s),
			    standard_limits(&r->acceptance, mean + r->measurement.a, sd)};
	struct corners other = {mirrored(c.t), mirrored(c.a)};
	struct zhun_risks sum = {0};
	struct binormal b;
	binormal_init(&b, s / sd);
	add_side(&b, &c, &sum);
	add_side(&b, &other, &sum);
	double accepted = fmax(sum.pfa, 1 - normal_upper(c.a.high) - normal_upper(-c.a.low));
	sum.cpfa = sum.pfa > 0 ? sum.pfa / accepted : 0;
	return sum;
}

static bool both_normal(const struct zhun_risk *r)
{
	return r->process.kind == ZHUN_D_NORMAL && r->measurement.kind == ZHUN_D_NORMAL;
}

enum zhun_code zhun_risk_global(const struct zhun_risk *r, struct zhun_risks *ret, struct zhun_error *err)
{
	const struct zhun_limits *t = &r->tolerance;
	struct zhun_risks got = {0};
	double accepted = 0;
	if (!(t->high > t->low) || !(r->acceptance.high >= r->acceptance.low))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance, acceptance", "low < high");
	if (zhun_distribution_counts(r->process.kind))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "process", "continuous");
	if (both_normal(r)) {
		*ret = normal_risks(r);
		return ZHUN_OK;
	}
	enum zhun_code code = weigh(r, (struct zhun_limits){-HUGE_VAL, t->low}, false, &got.pfa, err);
	if (!code)
		code = weigh(r, (struct zhun_limits){t->high, HUGE_VAL}, false, &got.pfa, err);
	if (!code)
		code = weigh(r, *t, true, &got.pfr, err);
	if (!code)
		code = weigh(r, *t, false, &accepted, err);
	if (code)
		return code;
	got.cpfa = got.pfa > 0 ? got.pfa / (got.pfa + accepted) : 0;
	*ret = got;
	return ZHUN_OK;
}

double zhun_cpk(const struct zhun_limits *tolerance, const struct zhun_distribution *process)
{
	double mean = zhun_distribution_mean(process);
	return fmin(tolerance->high - mean, mean - tolerance->low) / (3 * zhun_distribution_sd(process));
}

double zhun_guard_factor(enum zhun_guard_method method, double tur)
{
	double g = 1;
	switch (method) {
	case ZHUN_GUARD_RSS:
		g = tur > 1 ? sqrt(1 - 1 / (tur * tur)) : 0;
		break;
	case ZHUN_GUARD_TEST95:
		g = 1 - 1 / tur;
		break;
	case ZHUN_GUARD_RP10:
		g = 1.25 - 1 / tur;
		break;
	case ZHUN_GUARD_DOBBERT:
		g = 1 - (1.04 - exp(0.38 * log(tur) - 0.54)) / tur;
		break;
	}
	return fmin(fmax(g, 0), 1);
}

struct zhun_limits zhun_guarded(const struct zhun_limits *tolerance, double w)
{
	return (struct zhun_limits){tolerance->low + w, tolerance->high - w};
}

static enum zhun_code pfa_at(const struct zhun_risk *r, double w, double *ret, struct zhun_error *err)
{
	struct zhun_risk guarded = *r;
	struct zhun_risks risks = {0};
	guarded.acceptance = zhun_guarded(&r->tolerance, w);
	enum zhun_code code = zhun_risk_global(&guarded, &risks, err);
	*ret = risks.pfa;
	return code;
}

/* PFA falls as w grows: from limits meeting in the middle (or far inside) to far outside, halved. */
enum zhun_code zhun_guard_for_pfa(const struct zhun_risk *r, double target, double *ret, struct zhun_error *err)
{
	double u = zhun_distribution_sd(&r->measurement), width = r->tolerance.high - r->tolerance.low, pfa;
	double high = isinf(width) ? far * u : width / 2, low = -far * u;
	enum zhun_code code = pfa_at(r, low, &pfa, err);
	if (code)
		return code;
	if (!(target > 0) || pfa < target)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "target", "> 0, < P(out of tolerance)");
	for (int i = 0; i < 100 && high - low > 1e-15 * fmax(fabs(high), fabs(low)); i++) {
		double middle = low + (high - low) / 2;
		code = pfa_at(r, middle, &pfa, err);
		if (code)
			return code;
		if (pfa > target)
			low = middle;
		else
			high = middle;
	}
	*ret = low + (high - low) / 2;
	return ZHUN_OK;
}
