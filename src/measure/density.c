/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/density.h"

#include <math.h>

#include "measure/quadrature.h"

/* Clenshaw's recurrence */
double density_series(const double *c, int n, double t)
{
	double b1 = 0.0, b2 = 0.0;
	for (int k = n - 1; k > 0; k--) {
		double b = 2.0 * t * b1 - b2 + c[k];
		b2 = b1;
		b1 = b;
	}
	return t * b1 - b2 + c[0];
}

static double half_of(const struct density_cell *c)
{
	return 0.5 * (c->high - c->low);
}

static double at(const struct density_cell *c, double t)
{
	return 0.5 * (c->low + c->high) + half_of(c) * t;
}

static double place_in(const struct density_cell *c, double x)
{
	return fmin(fmax((x - 0.5 * (c->low + c->high)) / half_of(c), -1.0), 1.0);
}

/* ---- making ---- */

/* ∫ T_k = (T_{k+1}/(k+1) − T_{k−1}/(k−1))/2; the constant makes it 0 at −1. */
static void integrate(struct density_cell *c, int order)
{
	double half = half_of(c), *q = c->cdf, start = 0.0;
	for (int k = 1; k <= order; k++) {
		double before = k == 1 ? 2.0 * c->pdf[0] : c->pdf[k - 1];
		double after = k + 1 < order ? c->pdf[k + 1] : 0.0;
		q[k] = half * (before - after) / (2.0 * k);
		start += k % 2 ? -q[k] : q[k];
	}
	q[0] = -start;
	c->mass = density_series(q, order + 1, 1.0);
}

static void scale(struct density_cell *c, int order, double by)
{
	for (int k = 0; k < order; k++)
		c->pdf[k] *= by;
	for (int k = 0; k <= order; k++)
		c->cdf[k] *= by;
	c->mass *= by;
}

/* ∫ (x − origin)^power over all cells: exact, for the rule has more points than the polynomials degrees */
static double moment(const struct zhun_density *d, double origin, int power)
{
	double sum = 0.0;
	for (size_t i = 0; i < d->count; i++)
		for (int k = 0; k < GAUSS_POINTS; k++) {
			const double *rule = gauss_rule[k / 2];
			double t = k % 2 ? rule[0] : -rule[0], x = at(&d->cells[i], t) - origin;
			double f = density_series(d->cells[i].pdf, d->order, t) * half_of(&d->cells[i]) * rule[1];
			sum += f * (power == 2 ? x * x : x);
		}
	return sum;
}

bool density_settle(struct zhun_density *d)
{
	double total = 0.0, below = 0.0, above = 0.0;
	for (size_t i = 0; i < d->count; i++) {
		integrate(&d->cells[i], d->order);
		total += d->cells[i].mass;
	}
	if (!(total > 0.0) || !isfinite(total))
		return false;
	for (size_t i = 0; i < d->count; i++) {
		scale(&d->cells[i], d->order, 1.0 / total);
		d->cells[i].below = below;
		below += d->cells[i].mass;
	}
	for (size_t i = d->count; i-- > 0;) {
		d->cells[i].above = above;
		above += d->cells[i].mass;
	}
	double middle = 0.5 * (d->cells[0].low + d->cells[d->count - 1].high);
	d->mean = middle + moment(d, middle, 1);
	d->sd = sqrt(fmax(0.0, moment(d, d->mean, 2)));
	return true;
}

/* ---- a histogram ---- */

static enum zhun_code check_histogram(const double *edge, const double *weight, size_t bins, struct zhun_error *err)
{
	double most = 0.0;
	bool rises = bins > 0 && isfinite(edge[0]), fine = true;
	for (size_t i = 0; i < bins; i++) {
		rises = rises && edge[i + 1] > edge[i] && isfinite(edge[i + 1]);
		fine = fine && weight[i] >= 0.0 && isfinite(weight[i]);
		most = fmax(most, weight[i]);
	}
	if (!rises)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "edges", "e1 < e2 < …");
	if (!fine || !(most > 0.0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "weights", "≥ 0, Σ > 0");
	return ZHUN_OK;
}

enum zhun_code zhun_density_of_histogram(struct zhun_arena *a, const double *edge, const double *weight, size_t bins,
					 const struct zhun_density **ret, struct zhun_error *err)
{
	enum zhun_code code = check_histogram(edge, weight, bins, err);
	if (code)
		return code;
	struct zhun_density *d = ZHUN_NEW(a, struct zhun_density);
	struct density_cell *cells = ZHUN_NEW_ARRAY(a, bins, struct density_cell);
	if (!d || !cells)
		return zhun_no_memory(a, err);
	*d = (struct zhun_density){.cells = cells, .count = bins, .order = 1};
	for (size_t i = 0; i < bins; i++) {
		cells[i].low = edge[i];
		cells[i].high = edge[i + 1];
		cells[i].pdf[0] = weight[i] / (edge[i + 1] - edge[i]);
	}
	if (!density_settle(d))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "weights", "Σ < 1e308");
	*ret = d;
	return ZHUN_OK;
}

/* ---- what is asked of it ---- */

double zhun_density_unresolved(const struct zhun_density *d)
{
	return d->unresolved;
}

double zhun_density_mean(const struct zhun_density *d)
{
	return d->mean;
}

double zhun_density_sd(const struct zhun_density *d)
{
	return d->sd;
}

void zhun_density_support(const struct zhun_density *d, double *ret_low, double *ret_high)
{
	*ret_low = d->cells[0].low;
	*ret_high = d->cells[d->count - 1].high;
}

/* The cell in which x lies; the first and the last take what lies beyond. */
static const struct density_cell *cell_at(const struct zhun_density *d, double x)
{
	size_t low = 0, high = d->count - 1;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (x < d->cells[middle].high)
			high = middle;
		else
			low = middle + 1;
	}
	return &d->cells[low];
}

double zhun_density_pdf(const struct zhun_density *d, double x)
{
	const struct density_cell *c = cell_at(d, x);
	return x < c->low || x > c->high ? 0.0 : fmax(0.0, density_series(c->pdf, d->order, place_in(c, x)));
}

/* of the cell's mass that which lies below t */
static double part_of(const struct zhun_density *d, const struct density_cell *c, double t)
{
	return fmin(fmax(density_series(c->cdf, d->order + 1, t), 0.0), c->mass);
}

double zhun_density_cdf(const struct zhun_density *d, double x)
{
	const struct density_cell *c = cell_at(d, x);
	return x >= c->high ? 1.0 : fmin(c->below + part_of(d, c, place_in(c, x)), 1.0);
}

double zhun_density_upper(const struct zhun_density *d, double x)
{
	const struct density_cell *c = cell_at(d, x);
	return x <= c->low ? c->above + c->mass : c->above + (c->mass - part_of(d, c, place_in(c, x)));
}

/* t with the given part of the cell's mass below it: Newton's steps, kept between ends that close in. */
static double solve(const struct zhun_density *d, const struct density_cell *c, double part)
{
	double low = -1.0, high = 1.0, t = 2.0 * part / c->mass - 1.0, half = half_of(c);
	for (int i = 0; i < 60 && d->order > 1; i++) {
		double miss = density_series(c->cdf, d->order + 1, t) - part;
		*(miss > 0.0 ? &high : &low) = t;
		double next = t - miss / (half * density_series(c->pdf, d->order, t));
		if (!(next > low && next < high))
			next = low + 0.5 * (high - low);
		if (fabs(next - t) <= 4e-16)
			break;
		t = next;
	}
	return fmin(fmax(t, -1.0), 1.0);
}

/* Counted from the nearer end, so that a tail loses no digits. */
double zhun_density_quantile(const struct zhun_density *d, double p)
{
	size_t low = 0, high = d->count - 1;
	bool lower = p < 0.5;
	double rest = 1.0 - p;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct density_cell *c = &d->cells[middle];
		if (lower ? p <= c->below + c->mass : rest >= c->above)
			high = middle;
		else
			low = middle + 1;
	}
	const struct density_cell *c = &d->cells[low];
	double part = lower ? p - c->below : c->mass - (rest - c->above);
	return c->mass > 0.0 ? at(c, solve(d, c, fmin(fmax(part, 0.0), c->mass))) : c->low;
}
