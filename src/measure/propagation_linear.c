/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sum of independent inputs: each term's distribution function gives its probability in every cell of one
 * grid, and the discrete Fourier transform convolves them. Cells are so narrow that the error of the result's
 * distribution function, (n − 1)h²/24 times the slope of its density, is below 1e-6 (Euler and Maclaurin).
 */
#include <gsl/gsl_fft_complex.h>
#include <math.h>
#include <string.h>

#include "measure/propagation.h"

enum { CELLS = 1 << 17 };

/* what is left out at each end of a term, and how many cells u must at least be wide */
static const double tail = 1e-8, narrow = 200.0;

struct term {
	double c;
	struct zhun_distribution d;
	double low, high; /* of c·x, where it has all but the tails */
};

struct sum {
	double origin, step; /* of the middle of cell 0 */
	size_t cells;
	double *up_to; /* probability below the upper edge of each cell */
};

static double coefficient(const struct zhun_propagation_task *t, size_t i, size_t k)
{
	return i == k ? 1.0 : t->correlation ? t->correlation[i * zhun_model_inputs(t->model) + k] : 0.0;
}

/* All correlated inputs together are one normal term (JCGM 101 6.4.8), and so are all normal ones. */
static struct term joint_of(const struct zhun_propagation_task *t, const double *c, bool *in_it)
{
	size_t n = zhun_model_inputs(t->model);
	double mean = 0.0, variance = 0.0;
	for (size_t i = 0; i < n; i++) {
		in_it[i] = t->inputs[i].kind == ZHUN_D_NORMAL;
		for (size_t k = 0; k < n && !in_it[i]; k++)
			in_it[i] = i != k && fabs(coefficient(t, i, k)) > 0.0;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n && in_it[i]; k++)
			if (in_it[k])
				variance += c[i] * zhun_distribution_sd(&t->inputs[i]) * c[k] *
					    zhun_distribution_sd(&t->inputs[k]) * coefficient(t, i, k);
	for (size_t i = 0; i < n; i++)
		mean += in_it[i] ? c[i] * zhun_distribution_mean(&t->inputs[i]) : 0.0;
	return (struct term){.c = 1.0, .d = {ZHUN_D_NORMAL, mean, sqrt(fmax(0.0, variance)), 0, 0}};
}

static void bound(struct term *t)
{
	double a, b;
	zhun_distribution_support(&t->d, &a, &b);
	a = t->c * (isfinite(a) ? a : zhun_distribution_quantile(&t->d, tail));
	b = t->c * (isfinite(b) ? b : zhun_distribution_quantile(&t->d, 1.0 - tail));
	t->low = fmin(a, b);
	t->high = fmax(a, b);
}

static size_t collect(const struct zhun_propagation_task *t, const double *c, struct term *terms, bool *in_it,
		      double *offset)
{
	size_t count = 0;
	struct term joint = joint_of(t, c, in_it);
	if (joint.d.b > 0.0)
		terms[count++] = joint;
	else
		*offset += joint.d.a;
	for (size_t i = 0; i < zhun_model_inputs(t->model); i++) {
		if (t->inputs[i].kind == ZHUN_D_CONSTANT && !in_it[i])
			*offset += c[i] * t->inputs[i].a;
		else if (!in_it[i] && (c[i] < 0.0 || c[i] > 0.0))
			terms[count++] = (struct term){.c = c[i], .d = t->inputs[i]};
	}
	for (size_t i = 0; i < count; i++)
		bound(&terms[i]);
	return count;
}

/* Probability between two places of c·x, without cancellation in the upper tail; an infinite one is asked for
 * of no distribution. */
static double between(const struct term *t, double from, double to)
{
	double a = (t->c > 0.0 ? from : to) / t->c, b = (t->c > 0.0 ? to : from) / t->c;
	if (isinf(b))
		return zhun_distribution_upper(&t->d, a);
	if (isinf(a))
		return zhun_distribution_cdf(&t->d, b);
	if (a > zhun_distribution_mean(&t->d))
		return zhun_distribution_upper(&t->d, a) - zhun_distribution_upper(&t->d, b);
	return zhun_distribution_cdf(&t->d, b) - zhun_distribution_cdf(&t->d, a);
}

/* The term's cells, from its first on; what lies outside goes to the first and last. Returns the first. */
static double fill(const struct term *t, double step, double *cells)
{
	double first = floor(t->low / step), last = ceil(t->high / step);
	memset(cells, 0, 2 * (size_t)CELLS * sizeof(*cells));
	for (double k = first; k <= last; k += 1.0) {
		double from = k > first ? (k - 0.5) * step : -HUGE_VAL, to = k < last ? (k + 0.5) * step : HUGE_VAL;
		cells[2 * (size_t)(k - first)] = between(t, from, to);
	}
	return first;
}

static void multiply(double *a, const double *b)
{
	for (size_t i = 0; i < 2 * (size_t)CELLS; i += 2) {
		double re = a[i] * b[i] - a[i + 1] * b[i + 1];
		a[i + 1] = a[i] * b[i + 1] + a[i + 1] * b[i];
		a[i] = re;
	}
}

static enum zhun_code convolve(struct zhun_arena *a, const struct term *terms, size_t count, struct sum *s,
			       struct zhun_error *err)
{
	double *all = ZHUN_NEW_ARRAY(a, 2 * (size_t)CELLS, double);
	double *one = ZHUN_NEW_ARRAY(a, 2 * (size_t)CELLS, double);
	s->up_to = ZHUN_NEW_ARRAY(a, CELLS, double);
	if (!all || !one || !s->up_to)
		return zhun_no_memory(a, err);
	double first = fill(&terms[0], s->step, all), sum = 0.0;
	for (size_t i = 1; i < count; i++) {
		if (i == 1)
			(void)gsl_fft_complex_radix2_forward(all, 1, CELLS);
		first += fill(&terms[i], s->step, one);
		(void)gsl_fft_complex_radix2_forward(one, 1, CELLS);
		multiply(all, one);
	}
	if (count > 1)
		(void)gsl_fft_complex_radix2_inverse(all, 1, CELLS);
	s->origin += first * s->step;
	for (size_t i = 0; i < CELLS; i++)
		s->up_to[i] = sum += fmax(0.0, all[2 * i]);
	return ZHUN_OK;
}

static double quantile(const void *context, double p)
{
	const struct sum *s = context;
	size_t low = 0, high = CELLS - 1;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->up_to[middle] < p)
			low = middle + 1;
		else
			high = middle;
	}
	double before = low ? s->up_to[low - 1] : 0.0, within = s->up_to[low] - before;
	double part = within > 0.0 ? fmin((p - before) / within, 1.0) : 0.5;
	return s->origin + ((double)low - 0.5 + part) * s->step;
}

static double only(const void *context, double p)
{
	(void)p;
	return *(const double *)context;
}

/* One term needs no grid. */
static double single(const void *context, double p)
{
	const struct term *t = context;
	return t->low + t->c * zhun_distribution_quantile(&t->d, t->c > 0.0 ? p : 1.0 - p);
}

static enum zhun_code law_of_terms(struct zhun_arena *a, const struct zhun_propagation_task *t,
				   struct term *terms, size_t count, struct law *ret, struct zhun_error *err)
{
	struct sum *s = ZHUN_NEW(a, struct sum);
	double width = 0.0;
	if (!s)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < count; i++)
		width += terms[i].high - terms[i].low;
	/* as many cells as the sum can reach, and two more for each term's rounding */
	*s = (struct sum){.origin = ret->mean, .step = width / (double)(CELLS - 4 * count)};
	for (size_t i = 0; i < count; i++)
		s->origin -= terms[i].c * zhun_distribution_mean(&terms[i].d);
	if (!(ret->u > narrow * s->step))
		return propagation_none(t, "tails", err);
	enum zhun_code code = convolve(a, terms, count, s, err);
	if (code)
		return code;
	ret->quantile = quantile;
	ret->context = s;
	return ZHUN_OK;
}

enum zhun_code law_of_linear(struct zhun_arena *a, const struct zhun_propagation_task *t, const double *c,
			     double offset, struct law *ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(t->model);
	struct term *terms = ZHUN_NEW_ARRAY(a, n + 1, struct term);
	bool *in_it = ZHUN_NEW_ARRAY(a, n, bool);
	double *mean = ZHUN_NEW(a, double), variance = 0.0;
	if (!terms || !in_it || !mean)
		return zhun_no_memory(a, err);
	size_t count = collect(t, c, terms, in_it, &offset);
	*mean = offset;
	for (size_t i = 0; i < count; i++) {
		double u = terms[i].c * zhun_distribution_sd(&terms[i].d);
		*mean += terms[i].c * zhun_distribution_mean(&terms[i].d);
		variance += u * u;
	}
	if (!isfinite(variance))
		return propagation_none(t, "u", err);
	*ret = (struct law){.mean = *mean, .u = sqrt(variance), .quantile = only, .context = mean};
	if (count > 1)
		return law_of_terms(a, t, terms, count, ret, err);
	if (count == 1) {
		terms[0].low = offset;
		ret->quantile = single;
		ret->context = terms;
	}
	return ZHUN_OK;
}
