/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/regression.h"

#include <math.h>
#include <string.h>

#include "measure/dd.h"
#include "measure/matrix.h"

/* The weighted design with the observations as last column, n rows of width p + 1. */
struct system {
	struct zhun_dd *m;
	size_t n, p;
};

static struct zhun_dd *cell(const struct system *s, size_t row, size_t column)
{
	return &s->m[row * (s->p + 1) + column];
}

static enum zhun_code fill(struct zhun_arena *a, const struct zhun_linear_data *data, struct system *s,
			   struct zhun_error *err)
{
	const double *weights = data->weights;
	s->m = ZHUN_NEW_ARRAY(a, s->n * (s->p + 1), struct zhun_dd);
	if (!s->m)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < s->n; i++) {
		if (weights && !(weights[i] > 0 && isfinite(weights[i])))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u_y", "> 0");
		struct zhun_dd root = weights ? dd_sqrt(dd(weights[i])) : dd(1);
		for (size_t j = 0; j < s->p; j++)
			*cell(s, i, j) = dd_mul(root, data->design[i * s->p + j]);
		*cell(s, i, s->p) = dd_mul(root, data->y.x[i]);
	}
	return ZHUN_OK;
}

/* Design and observations times L⁻¹, the covariance being L L': readings that are correlated no more. */
static enum zhun_code whiten(struct zhun_arena *a, const struct system *s, const double *covariance,
			     struct zhun_error *err)
{
	double *l = ZHUN_NEW_ARRAY(a, s->n * s->n, double);
	if (!l)
		return zhun_no_memory(a, err);
	memcpy(l, covariance, s->n * s->n * sizeof *l);
	if (!matrix_is_symmetric(l, s->n) || !matrix_factor(l, s->n))
		return zhun_fail(err, ZHUN_E_FIT_COVARIANCE, NULL);
	for (size_t j = 0; j <= s->p; j++)
		for (size_t i = 0; i < s->n; i++) {
			struct zhun_dd rest = *cell(s, i, j);
			for (size_t k = 0; k < i; k++)
				rest = dd_sub(rest, dd_mul(dd(l[i * s->n + k]), *cell(s, k, j)));
			*cell(s, i, j) = dd_div(rest, dd(l[i * s->n + i]));
		}
	return ZHUN_OK;
}

static struct zhun_dd column_square(const struct system *s, size_t from, size_t column)
{
	struct zhun_dd sum = dd(0);
	for (size_t i = from; i < s->n; i++)
		sum = dd_add(sum, dd_square(*cell(s, i, column)));
	return sum;
}

/* One Householder reflection: column k becomes zero below the diagonal; false if it was already
 * nothing beside its length at the start (the columns depend on one another). */
static bool reflect(const struct system *s, size_t k, struct zhun_dd at_start)
{
	struct zhun_dd square = column_square(s, k, k), norm = dd_sqrt(square);
	if (!(square.hi > 1e-58 * at_start.hi))
		return false;
	struct zhun_dd diagonal = *cell(s, k, k), alpha = diagonal.hi > 0 ? dd_neg(norm) : norm;
	*cell(s, k, k) = dd_sub(diagonal, alpha);
	struct zhun_dd half = dd_sub(square, dd_mul(diagonal, alpha));   /* v'v/2 */
	for (size_t j = k + 1; j <= s->p; j++) {
		struct zhun_dd dot = dd(0);
		for (size_t i = k; i < s->n; i++)
			dot = dd_add(dot, dd_mul(*cell(s, i, k), *cell(s, i, j)));
		dot = dd_div(dot, half);
		for (size_t i = k; i < s->n; i++)
			*cell(s, i, j) = dd_sub(*cell(s, i, j), dd_mul(dot, *cell(s, i, k)));
	}
	*cell(s, k, k) = alpha;
	return true;
}

static enum zhun_code factor(const struct system *s, struct zhun_error *err)
{
	for (size_t k = 0; k < s->p; k++) {
		struct zhun_dd whole = column_square(s, 0, k);   /* reflections keep lengths */
		if (!reflect(s, k, whole))
			return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(k + 1));
	}
	return ZHUN_OK;
}

/* R x = b by substitution from below; column `b` of the system or a unit vector. */
static void substitute(const struct system *s, struct zhun_dd *x)
{
	for (size_t i = s->p; i-- > 0;) {
		for (size_t j = i + 1; j < s->p; j++)
			x[i] = dd_sub(x[i], dd_mul(*cell(s, i, j), x[j]));
		x[i] = dd_div(x[i], *cell(s, i, i));
	}
}

/* (R'R)⁻¹ = R⁻¹R⁻ᵀ, the columns of R⁻¹ one after another */
static enum zhun_code invert(struct zhun_arena *a, const struct system *s, double *covariance, struct zhun_error *err)
{
	struct zhun_dd *inverse = ZHUN_NEW_ARRAY(a, s->p * s->p, struct zhun_dd);
	if (!inverse)
		return zhun_no_memory(a, err);
	for (size_t k = 0; k < s->p; k++) {
		inverse[k * s->p + k] = dd(1);
		substitute(s, inverse + k * s->p);
	}
	for (size_t i = 0; i < s->p; i++)
		for (size_t j = 0; j < s->p; j++) {
			struct zhun_dd sum = dd(0);
			for (size_t k = 0; k < s->p; k++)
				sum = dd_add(sum, dd_mul(inverse[k * s->p + i], inverse[k * s->p + j]));
			covariance[i * s->p + j] = dd_value(sum);
		}
	return ZHUN_OK;
}

static void finish(struct zhun_fit *f, double *covariance, enum zhun_fit_scale scale)
{
	f->dof = (double)(f->points - f->coefficients);
	f->s = f->dof > 0 ? sqrt(f->chi2 / f->dof) : 0;
	for (size_t i = 0; scale == ZHUN_SCALE_RESIDUAL && i < f->coefficients * f->coefficients; i++)
		covariance[i] *= f->s * f->s;
	f->covariance = covariance;
}

static enum zhun_code short_of(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

enum zhun_code zhun_fit_linear(struct zhun_arena *a, const struct zhun_linear_data *data,
			       struct zhun_fit *ret, struct zhun_error *err)
{
	struct system s = {.n = data->y.count, .p = data->coefficients};
	struct zhun_fit f = {.points = s.n, .coefficients = s.p};
	if (s.p < 1 || s.n < s.p)
		return short_of(err, s.p < 1 ? 1 : s.p, s.n);
	double *coefficient = ZHUN_NEW_ARRAY(a, s.p, double), *covariance = ZHUN_NEW_ARRAY(a, s.p * s.p, double);
	struct zhun_dd *x = ZHUN_NEW_ARRAY(a, s.p, struct zhun_dd);
	if (!coefficient || !covariance || !x)
		return zhun_no_memory(a, err);
	enum zhun_code code = fill(a, data, &s, err);
	if (!code && data->covariance)
		code = whiten(a, &s, data->covariance, err);
	if (!code)
		code = factor(&s, err);
	if (!code)
		code = invert(a, &s, covariance, err);
	if (code)
		return code;
	for (size_t i = 0; i < s.p; i++)
		x[i] = *cell(&s, i, s.p);
	substitute(&s, x);
	for (size_t i = 0; i < s.p; i++)
		coefficient[i] = dd_value(x[i]);
	f.coefficient = coefficient;
	f.chi2 = dd_value(column_square(&s, s.p, s.p));
	finish(&f, covariance, data->scale);
	*ret = f;
	return ZHUN_OK;
}

/* The state of York's iteration for one slope. */
struct line {
	double x_mean, y_mean, slope;
	double sum_w, squares;   /* of weights; of weighted deviations of the adjusted x */
	double adjusted_mean;
};

struct points {
	const struct zhun_dd *x, *y;
	const double *u_x, *u_y;
	size_t n;
};

static double weight(const struct points *p, size_t i, double slope)
{
	return 1 / (p->u_y[i] * p->u_y[i] + slope * slope * p->u_x[i] * p->u_x[i]);
}

/* Centred on the first point, so that common parts of x and y do not eat digits. */
static double from_first(const struct zhun_dd *x, size_t i)
{
	return dd_value(dd_sub(x[i], x[0]));
}

static void means(const struct points *p, struct line *l)
{
	l->sum_w = l->x_mean = l->y_mean = 0;
	for (size_t i = 0; i < p->n; i++) {
		double w = weight(p, i, l->slope);
		l->sum_w += w;
		l->x_mean += w * from_first(p->x, i);
		l->y_mean += w * from_first(p->y, i);
	}
	l->x_mean /= l->sum_w;
	l->y_mean /= l->sum_w;
}

/* Deviation of the i-th adjusted x from the mean of x. */
static double adjusted(const struct points *p, const struct line *l, size_t i)
{
	double u = from_first(p->x, i) - l->x_mean, v = from_first(p->y, i) - l->y_mean;
	return weight(p, i, l->slope) * (u * p->u_y[i] * p->u_y[i] + l->slope * v * p->u_x[i] * p->u_x[i]);
}

static double next_slope(const struct points *p, struct line *l)
{
	double above = 0, below = 0;
	means(p, l);
	for (size_t i = 0; i < p->n; i++) {
		double w = weight(p, i, l->slope), beta = adjusted(p, l, i);
		above += w * beta * (from_first(p->y, i) - l->y_mean);
		below += w * beta * (from_first(p->x, i) - l->x_mean);
	}
	return above / below;
}

static enum zhun_code iterate(const struct points *p, struct line *l, struct zhun_error *err)
{
	for (int round = 0; round < 1000; round++) {
		double next = next_slope(p, l), moved = fabs(next - l->slope);
		if (!isfinite(next))
			return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(2));
		l->slope = next;
		if (moved <= 4e-16 * fabs(next))
			return ZHUN_OK;
	}
	return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "gdr");
}

static enum zhun_code check_both(const struct points *p, size_t y_count, struct zhun_error *err)
{
	if (p->n != y_count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(p->n), ZHUN_INT(y_count));
	if (p->n < 2)
		return short_of(err, 2, p->n);
	for (size_t i = 0; i < p->n; i++)
		if (!(p->u_x[i] >= 0) || !(p->u_y[i] >= 0) || !(p->u_x[i] + p->u_y[i] > 0))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u_x, u_y", "> 0");
	return ZHUN_OK;
}

/* Where the iteration starts: the ordinary line through the centred points. */
static double plain_slope(const struct points *p)
{
	struct zhun_dd mx = dd_mean(p->x, p->n), my = dd_mean(p->y, p->n), above = dd(0), below = dd(0);
	for (size_t i = 0; i < p->n; i++) {
		struct zhun_dd dx = dd_sub(p->x[i], mx);
		above = dd_add(above, dd_mul(dx, dd_sub(p->y[i], my)));
		below = dd_add(below, dd_square(dx));
	}
	return dd_value(dd_div(above, below));
}

/* chi², and the inverse of [Σw Σwx; Σwx Σwx²] at the adjusted x, in terms of the mean. */
static void close_line(const struct points *p, struct line *l, struct zhun_fit *f, double *covariance)
{
	double shift = 0, intercept = l->y_mean - l->slope * l->x_mean;
	means(p, l);
	for (size_t i = 0; i < p->n; i++)
		shift += weight(p, i, l->slope) * adjusted(p, l, i) / l->sum_w;
	for (size_t i = 0; i < p->n; i++) {
		double w = weight(p, i, l->slope), d = adjusted(p, l, i) - shift;
		double e = from_first(p->y, i) - intercept - l->slope * from_first(p->x, i);
		l->squares += w * d * d;
		f->chi2 += w * e * e;
	}
	double centre = dd_value(p->x[0]) + l->x_mean + shift;
	covariance[3] = 1 / l->squares;
	covariance[1] = covariance[2] = -centre / l->squares;
	covariance[0] = 1 / l->sum_w + centre * centre / l->squares;
}

enum zhun_code zhun_fit_line_both(struct zhun_arena *a, const struct zhun_line_data *data,
				  struct zhun_fit *ret, struct zhun_error *err)
{
	struct points p = {data->x.x, data->y.x, data->u_x, data->u_y, data->x.count};
	struct line l = {0};
	struct zhun_fit f = {.points = p.n, .coefficients = 2};
	enum zhun_code code = check_both(&p, data->y.count, err);
	if (code)
		return code;
	double *coefficient = ZHUN_NEW_ARRAY(a, 2, double), *covariance = ZHUN_NEW_ARRAY(a, 4, double);
	if (!coefficient || !covariance)
		return zhun_no_memory(a, err);
	l.slope = plain_slope(&p);
	if (!isfinite(l.slope))
		return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(2));
	code = iterate(&p, &l, err);
	if (code)
		return code;
	means(&p, &l);
	coefficient[0] = dd_value(p.y[0]) + l.y_mean - l.slope * (dd_value(p.x[0]) + l.x_mean);
	coefficient[1] = l.slope;
	f.coefficient = coefficient;
	close_line(&p, &l, &f, covariance);
	finish(&f, covariance, data->scale);
	*ret = f;
	return ZHUN_OK;
}

double zhun_fit_at(const struct zhun_fit *f, const double *row, double *ret_variance)
{
	double value = 0, variance = 0;
	for (size_t i = 0; i < f->coefficients; i++) {
		value += f->coefficient[i] * row[i];
		for (size_t j = 0; j < f->coefficients; j++)
			variance += row[i] * row[j] * f->covariance[i * f->coefficients + j];
	}
	*ret_variance = variance;
	return value;
}

static double row_at(const struct zhun_inverse *q, size_t i, double x)
{
	return q->origin[i] + x * q->slope[i];
}

enum zhun_code zhun_fit_inverse(const struct zhun_fit *line, const struct zhun_inverse *q, double *ret_x0,
				double *ret_u, struct zhun_error *err)
{
	double intercept = 0, slope = 0, variance = q->u_y0 * q->u_y0;
	size_t n = line->coefficients;
	for (size_t i = 0; i < n; i++) {
		intercept += line->coefficient[i] * q->origin[i];
		slope += line->coefficient[i] * q->slope[i];
	}
	if (!(fabs(slope) > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "slope", "≠ 0");
	double x0 = (q->y0 - intercept) / slope;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			variance += row_at(q, i, x0) * row_at(q, k, x0) * line->covariance[i * n + k];
	*ret_x0 = x0;
	*ret_u = sqrt(variance) / fabs(slope);
	return ZHUN_OK;
}
