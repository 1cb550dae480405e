/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Confidence intervals of variance components by modified large samples: each
 * component is a sum of mean squares with constant factors. Sources: Burdick
 * and Graybill, Confidence Intervals on Variance Components, 3.2, 3.3;
 * Burdick, Borror and Montgomery 2003 (J. Quality Technology 35, 342).
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/quantile.h"
#include "zhun/measure/gauge.h"

enum { PART, OPERATOR, INTERACTION, REPEATABILITY, SQUARES };

/* Σ c·ms, each ms with its degrees of freedom. */
struct combination {
	double c[SQUARES], ms[SQUARES], df[SQUARES];
};

static struct combination combination_of(const struct zhun_gauge_table *t, const struct zhun_gauge_study *s,
					 const struct zhun_gauge_interval_question *q)
{
	double p = (double)s->parts, o = (double)s->operators, n = (double)s->trials, pn = p * n, on = o * n;
	const double c[ZHUN_GAUGE_COMPONENTS][SQUARES] = {
		[ZHUN_GAUGE_EV] = {0, 0, 0, 1},
		[ZHUN_GAUGE_BY_OPERATOR] = {0, 1 / pn, -1 / pn, 0},
		[ZHUN_GAUGE_BY_INTERACTION] = {0, 0, 1 / n, -1 / n},
		[ZHUN_GAUGE_AV] = {0, 1 / pn, (p - 1) / pn, -1 / n},
		[ZHUN_GAUGE_GRR] = {0, 1 / pn, (p - 1) / pn, (n - 1) / n},
		[ZHUN_GAUGE_PV] = {1 / on, 0, -1 / on, 0},
		[ZHUN_GAUGE_TV] = {1 / on, 1 / pn, ((p - 1) * (o - 1) - 1) / (p * on), (n - 1) / n},
	};
	static const enum zhun_gauge_term terms[SQUARES] = {ZHUN_GAUGE_PART, ZHUN_GAUGE_OPERATOR,
							    ZHUN_GAUGE_INTERACTION, ZHUN_GAUGE_REPEATABILITY};
	struct combination r;
	for (size_t i = 0; i < SQUARES; i++) {
		r.c[i] = c[q->component][i];
		r.ms[i] = t->ms[terms[i]];
		r.df[i] = t->df[terms[i]];
	}
	if (q->pooled) {
		double ss = t->ss[ZHUN_GAUGE_INTERACTION] + t->ss[ZHUN_GAUGE_REPEATABILITY];
		r.c[REPEATABILITY] += r.c[INTERACTION];
		r.c[INTERACTION] = 0;
		r.df[REPEATABILITY] += r.df[INTERACTION];
		r.ms[REPEATABILITY] = ss / r.df[REPEATABILITY];
	}
	return r;
}

/* How far below and above its estimate a mean square may stand, as a share of it. */
static double below(double df, double tail)
{
	return 1 - df / gsl_cdf_chisq_Qinv(tail, df);
}

static double above(double df, double tail)
{
	return df / gsl_cdf_chisq_Pinv(tail, df) - 1;
}

/* What a positive term i and a negative term k share, of the lower and the upper end. */
static double cross_low(double df_i, double df_k, double tail)
{
	double F = quantile_f_upper(tail, df_i, df_k), g = below(df_i, tail), h = above(df_k, tail);
	return ((F - 1) * (F - 1) - g * g * F * F - h * h) / F;
}

static double cross_high(double df_i, double df_k, double tail)
{
	double F = quantile_f(tail, df_i, df_k), h = above(df_i, tail), g = below(df_k, tail);
	return ((1 - F) * (1 - F) - h * h * F * F - g * g) / F;
}

static double square(double x)
{
	return x * x;
}

static void reach_of(const struct combination *c, double tail, double *ret_low, double *ret_high)
{
	double low = 0, high = 0;
	for (size_t i = 0; i < SQUARES; i++) {
		double part = fabs(c->c[i]) * c->ms[i];
		if (!(part > 0))
			continue;
		low += square(part * (c->c[i] > 0 ? below(c->df[i], tail) : above(c->df[i], tail)));
		high += square(part * (c->c[i] > 0 ? above(c->df[i], tail) : below(c->df[i], tail)));
		for (size_t k = 0; c->c[i] > 0 && k < SQUARES; k++) {
			if (!(c->c[k] < 0))
				continue;
			low += part * -c->c[k] * c->ms[k] * cross_low(c->df[i], c->df[k], tail);
			high += part * -c->c[k] * c->ms[k] * cross_high(c->df[i], c->df[k], tail);
		}
	}
	*ret_low = sqrt(fmax(0, low));
	*ret_high = sqrt(fmax(0, high));
}

enum zhun_code zhun_gauge_interval(const struct zhun_gauge_table *t, const struct zhun_gauge_study *s,
				   const struct zhun_gauge_interval_question *q, struct zhun_gauge_interval *ret,
				   struct zhun_error *err)
{
	if (!(q->confidence > 0 && q->confidence < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "confidence", "0 < p < 1");
	struct combination c = combination_of(t, s, q);
	double estimate = 0, low, high;
	for (size_t i = 0; i < SQUARES; i++)
		estimate += c.c[i] * c.ms[i];
	reach_of(&c, (1 - q->confidence) / 2, &low, &high);
	*ret = (struct zhun_gauge_interval){estimate, fmax(0, estimate - low), fmax(0, estimate + high)};
	return ZHUN_OK;
}
