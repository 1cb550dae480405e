/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/weighing.h"

#include <math.h>

#include "measure/dd.h"

/* The normal equations bordered by the restraint, with the unit matrix beside them: n rows of 2n. */
struct bordered {
	struct zhun_dd *m;
	size_t n;
};

static struct zhun_dd *cell(const struct bordered *b, size_t i, size_t j)
{
	return &b->m[i * 2 * b->n + j];
}

static enum zhun_code check(const struct zhun_weighing_design *d, struct zhun_error *err)
{
	bool any = false;
	if (d->items < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, "2", ZHUN_INT(d->items));
	if (d->y.count + 1 < d->items)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(d->items - 1), ZHUN_INT(d->y.count));
	if (!(d->restraint_u >= 0 && isfinite(d->restraint_u)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "restraint_u", "≥ 0");
	if (!(d->s >= 0 && isfinite(d->s)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "s", "≥ 0");
	if (!isfinite(d->restraint_value))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "restraint_value", "finite");
	for (size_t j = 0; j < d->items; j++)
		any = any || d->restraint[j] > 0 || d->restraint[j] < 0;
	return any ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "restraint", "≠ 0");
}

static enum zhun_code fill(struct zhun_arena *a, const struct zhun_weighing_design *d, struct bordered *b,
			   struct zhun_error *err)
{
	size_t k = d->items;
	b->n = k + 1;
	b->m = ZHUN_NEW_ARRAY(a, 2 * b->n * b->n, struct zhun_dd);
	if (!b->m)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			for (size_t o = 0; o < d->y.count; o++)
				*cell(b, i, j) = dd_add(*cell(b, i, j), dd_two_product(d->design[o * k + i],
										       d->design[o * k + j]));
		*cell(b, i, k) = *cell(b, k, i) = dd(d->restraint[i]);
	}
	for (size_t i = 0; i < b->n; i++)
		*cell(b, i, b->n + i) = dd(1);
	return ZHUN_OK;
}

static void swap_rows(const struct bordered *b, size_t i, size_t k)
{
	for (size_t j = 0; i != k && j < 2 * b->n; j++) {
		struct zhun_dd was = *cell(b, i, j);
		*cell(b, i, j) = *cell(b, k, j);
		*cell(b, k, j) = was;
	}
}

/* Gauss and Jordan with the largest pivot; the right half becomes the inverse. */
static enum zhun_code invert(const struct bordered *b, struct zhun_error *err)
{
	for (size_t k = 0; k < b->n; k++) {
		size_t best = k;
		for (size_t i = k + 1; i < b->n; i++)
			best = fabs(cell(b, i, k)->hi) > fabs(cell(b, best, k)->hi) ? i : best;
		if (!(fabs(cell(b, best, k)->hi) > 1e-20))
			return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(k + 1));
		swap_rows(b, k, best);
		struct zhun_dd pivot = *cell(b, k, k);
		for (size_t j = 0; j < 2 * b->n; j++)
			*cell(b, k, j) = dd_div(*cell(b, k, j), pivot);
		for (size_t i = 0; i < b->n; i++) {
			struct zhun_dd f = *cell(b, i, k);
			for (size_t j = 0; i != k && j < 2 * b->n; j++)
				*cell(b, i, j) = dd_sub(*cell(b, i, j), dd_mul(f, *cell(b, k, j)));
		}
	}
	return ZHUN_OK;
}

/* value = C X'y + h · restraint, with C and h from the inverse */
static struct zhun_dd value_of(const struct zhun_weighing_design *d, const struct bordered *b, size_t i)
{
	size_t k = d->items;
	struct zhun_dd sum = dd_mul(*cell(b, i, b->n + k), dd(d->restraint_value));
	for (size_t o = 0; o < d->y.count; o++) {
		struct zhun_dd weight = dd(0);
		for (size_t j = 0; j < k; j++)
			weight = dd_add(weight, dd_mul(*cell(b, i, b->n + j), dd(d->design[o * k + j])));
		sum = dd_add(sum, dd_mul(weight, d->y.x[o]));
	}
	return sum;
}

/* Residuals; their standard deviation, with observations − items + 1 degrees of freedom. */
static void judge(const struct zhun_weighing_design *d, const struct zhun_dd *value, double *residual,
		  struct zhun_weighing *w)
{
	struct zhun_dd squares = dd(0);
	for (size_t o = 0; o < d->y.count; o++) {
		struct zhun_dd r = d->y.x[o];
		for (size_t j = 0; j < d->items; j++)
			r = dd_sub(r, dd_mul(dd(d->design[o * d->items + j]), value[j]));
		residual[o] = dd_value(r);
		squares = dd_add(squares, dd_square(r));
	}
	w->dof = (double)(d->y.count + 1 - d->items);
	w->s = w->dof > 0 ? dd_value(dd_sqrt(dd_div(squares, dd(w->dof)))) : 0;
}

enum zhun_code zhun_weighing_solve(struct zhun_arena *a, const struct zhun_weighing_design *d,
				   struct zhun_weighing *ret, struct zhun_error *err)
{
	struct bordered b;
	size_t k = d->items;
	enum zhun_code code = check(d, err);
	if (!code)
		code = fill(a, d, &b, err);
	if (!code)
		code = invert(&b, err);
	if (code)
		return code;
	struct zhun_weighing w = {.items = k};
	struct zhun_dd *exact = ZHUN_NEW_ARRAY(a, k, struct zhun_dd);
	double *value = ZHUN_NEW_ARRAY(a, 3 * k, double), *covariance = ZHUN_NEW_ARRAY(a, k * k, double),
	       *residual = ZHUN_NEW_ARRAY(a, d->y.count, double);
	if (!exact || !value || !covariance || !residual)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < k; i++) {
		exact[i] = value_of(d, &b, i);
		value[i] = dd_value(exact[i]);
		value[k + i] = sqrt(fmax(dd_value(*cell(&b, i, b.n + i)), 0));
		value[2 * k + i] = dd_value(*cell(&b, i, b.n + k));
	}
	judge(d, exact, residual, &w);
	double s = d->s > 0 ? d->s : w.s;
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++)
			covariance[i * k + j] = s * s * dd_value(*cell(&b, i, b.n + j)) +
				d->restraint_u * d->restraint_u * value[2 * k + i] * value[2 * k + j];
	w.value = value;
	w.factor = value + k;
	w.share = value + 2 * k;
	w.covariance = covariance;
	w.residual = residual;
	*ret = w;
	return ZHUN_OK;
}

double zhun_weighing_combine(const struct zhun_weighing *w, const double *weights, double *ret_u)
{
	double sum = 0, variance = 0;
	for (size_t i = 0; i < w->items; i++) {
		sum += weights[i] * w->value[i];
		for (size_t j = 0; j < w->items; j++)
			variance += weights[i] * weights[j] * w->covariance[i * w->items + j];
	}
	*ret_u = sqrt(fmax(variance, 0));
	return sum;
}

double zhun_weighing_check(double value, double accepted, double s_check)
{
	return fabs(value - accepted) / s_check;
}
