/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Double-double arithmetic: sums and products with their rounding errors kept. Needs that the
 * compiler neither contracts nor reorders (-ffp-contract=off, no -ffast-math). */
#ifndef ZHUN_MEASURE_DD_H
#define ZHUN_MEASURE_DD_H

#include <math.h>

#include "zhun/measure/series.h"

static inline struct zhun_dd dd(double x)
{
	return (struct zhun_dd){x, 0};
}

/* a + b exactly, for |a| ≥ |b| */
static inline struct zhun_dd dd_quick(double a, double b)
{
	double s = a + b;
	return (struct zhun_dd){s, b - (s - a)};
}

static inline struct zhun_dd dd_two_sum(double a, double b)
{
	double s = a + b, v = s - a;
	return (struct zhun_dd){s, (a - (s - v)) + (b - v)};
}

static inline struct zhun_dd dd_two_product(double a, double b)
{
	double p = a * b;
	return (struct zhun_dd){p, fma(a, b, -p)};
}

static inline struct zhun_dd dd_add(struct zhun_dd a, struct zhun_dd b)
{
	struct zhun_dd s = dd_two_sum(a.hi, b.hi), t = dd_two_sum(a.lo, b.lo);
	s = dd_quick(s.hi, s.lo + t.hi);
	return dd_quick(s.hi, s.lo + t.lo);
}

static inline struct zhun_dd dd_neg(struct zhun_dd a)
{
	return (struct zhun_dd){-a.hi, -a.lo};
}

static inline struct zhun_dd dd_sub(struct zhun_dd a, struct zhun_dd b)
{
	return dd_add(a, dd_neg(b));
}

static inline struct zhun_dd dd_mul(struct zhun_dd a, struct zhun_dd b)
{
	struct zhun_dd p = dd_two_product(a.hi, b.hi);
	return dd_quick(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/* Two Newton corrections of the double quotient. */
static inline struct zhun_dd dd_div(struct zhun_dd a, struct zhun_dd b)
{
	double q1 = a.hi / b.hi;
	struct zhun_dd r = dd_sub(a, dd_mul(b, dd(q1)));
	double q2 = r.hi / b.hi;
	r = dd_sub(r, dd_mul(b, dd(q2)));
	return dd_add(dd_quick(q1, q2), dd(r.hi / b.hi));
}

static inline struct zhun_dd dd_sqrt(struct zhun_dd a)
{
	if (a.hi <= 0)
		return dd(0);
	double root = sqrt(a.hi);
	struct zhun_dd rest = dd_sub(a, dd_two_product(root, root));
	return dd_quick(root, rest.hi / (2 * root));
}

static inline struct zhun_dd dd_square(struct zhun_dd a)
{
	return dd_mul(a, a);
}

static inline double dd_value(struct zhun_dd a)
{
	return a.hi + a.lo;
}

/** Sum and mean of n ≥ 1 values. */
struct zhun_dd dd_sum(const struct zhun_dd *x, size_t n);
struct zhun_dd dd_mean(const struct zhun_dd *x, size_t n);

/** Σ (x − centre)². */
struct zhun_dd dd_sum_of_squares(const struct zhun_dd *x, size_t n, struct zhun_dd centre);

#endif
