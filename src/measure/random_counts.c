/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small means by adding up probabilities from 0, large ones by transformed rejection: W. Hörmann, The transformed
 * rejection method for generating Poisson random variables (1993), and The generation of binomial random variates
 * (1993). Whether a place lies under the probability is decided by its logarithm as discrete.c has it.
 */
#include "measure/random_counts.h"

#include <math.h>
#include <sleef.h>

#include "measure/discrete.h"

#define LOG Sleef_cinz_logd1_u10purec
#define EXP Sleef_cinz_expd1_u10purec

static const double few = 10.0; /* the mean from which on rejection is the faster */

/* Of a binomial with p over ½ its mirror is drawn. */
struct counts {
	struct zhun_distribution d;
	bool mirrored;
	double mean, odds, none; /* odds: p/(1 − p); none: the probability of 0 */
	double a, b, centre, squeeze, top; /* of the rejection; top: log of its scale */
};

static double most(const struct counts *c)
{
	return c->d.kind == ZHUN_D_POISSON ? HUGE_VAL : c->d.a;
}

static void prepare_rejection(struct counts *c)
{
	double sd = sqrt(c->d.kind == ZHUN_D_POISSON ? c->mean : c->mean * (1.0 - c->d.b));
	c->b = (c->d.kind == ZHUN_D_POISSON ? 0.931 : 1.15) + 2.53 * sd;
	if (c->d.kind == ZHUN_D_POISSON) {
		c->a = -0.059 + 0.02483 * c->b;
		c->centre = c->mean + 0.43;
		c->squeeze = 0.9277 - 3.6224 / (c->b - 2.0);
		c->top = LOG(1.1239 + 1.1328 / (c->b - 3.4));
		return;
	}
	double mode = floor((c->d.a + 1.0) * c->d.b);
	c->a = -0.0873 + 0.0248 * c->b + 0.01 * c->d.b;
	c->centre = c->mean + 0.5;
	c->squeeze = 0.92 - 4.2 / c->b;
	c->top = LOG((2.83 + 5.1 / c->b) * sd) + discrete_log(&c->d, mode);
}

static struct counts prepare(const struct zhun_distribution *d)
{
	struct counts c = {.d = *d, .mean = d->a};
	if (d->kind == ZHUN_D_BINOMIAL) {
		c.mirrored = d->b > 0.5;
		c.d.b = c.mirrored ? 1.0 - d->b : d->b;
		c.mean = d->a * c.d.b;
		c.odds = c.d.b / (1.0 - c.d.b);
	}
	if (c.mean < few)
		c.none = EXP(discrete_log(&c.d, 0.0));
	else
		prepare_rejection(&c);
	return c;
}

/* The probability of k + 1 from that of k. A place that rounding leaves above all of them is drawn anew. */
static double by_addition(struct random_stream *r, const struct counts *c)
{
	for (;;) {
		double u = random_uniform(r), p = c->none, k = 0.0;
		while (u > p && p > 0.0 && k < most(c)) {
			u -= p;
			k += 1.0;
			p *= c->d.kind == ZHUN_D_POISSON ? c->mean / k : c->odds * (c->d.a - k + 1.0) / k;
		}
		if (u <= p)
			return k;
	}
}

static double by_rejection(struct random_stream *r, const struct counts *c)
{
	for (;;) {
		double u = random_uniform(r) - 0.5, v = random_uniform(r), edge = 0.5 - fabs(u);
		double k = floor((2.0 * c->a / edge + c->b) * u + c->centre);
		if (edge >= 0.07 && v <= c->squeeze)
			return k;
		if (!(k >= 0.0 && k <= most(c)))
			continue;
		if (LOG(v) + c->top - LOG(c->a / (edge * edge) + c->b) <= discrete_log(&c->d, k))
			return k;
	}
}

void random_counts(struct random_stream *r, const struct zhun_distribution *d, double *out, size_t n)
{
	struct counts c = prepare(d);
	for (size_t i = 0; i < n; i++) {
		double k = c.mean < few ? by_addition(r, &c) : by_rejection(r, &c);
		out[i] = c.mirrored ? c.d.a - k : k;
	}
}
