/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/implicit.h"

#include <math.h>
#include <string.h>

#include "measure/lpu_inside.h"
#include "measure/matrix.h"

enum { NEWTON_STEPS = 100, NEWTON_HALVINGS = 40 };

struct solver {
	const struct zhun_implicit_task *task;
	size_t m, n;	   /* unknown, known */
	double *x;	   /* unknowns, then known */
	double *h, *slope; /* of each equation its value, and its m + n derivatives */
	double *j;	   /* working copy of ∂h/∂Y with the right sides beside it: m × (m + sides) */
	double *trial, *work;
	struct zhun_error *err;
};

static enum zhun_code evaluate(struct solver *s, const double *x)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < s->m && !code; i++) {
		struct zhun_gradient g = {.d = s->slope + i * (s->m + s->n)};
		code = zhun_model_gradient(s->task->model, i, x, s->work, &g, s->err);
		s->h[i] = g.f;
	}
	return code;
}

/* each equation by the size of its own terms, as dimensions differ */
static double distance(const struct solver *s, const double *x)
{
	double sum = 0.0;
	for (size_t i = 0; i < s->m; i++) {
		double size = 0.0;
		for (size_t k = 0; k < s->m + s->n; k++)
			size = fmax(size, fabs(s->slope[i * (s->m + s->n) + k] * x[k]));
		sum += size > 0.0 ? fabs(s->h[i]) / size : fabs(s->h[i]);
	}
	return sum;
}

static void swap_rows(double *a, size_t width, size_t i, size_t k)
{
	for (size_t j = 0; j < width; j++) {
		double t = a[i * width + j];
		a[i * width + j] = a[k * width + j];
		a[k * width + j] = t;
	}
}

/* Gauss and Jordan with pivots by relative size; the right sides become the solutions */
static bool eliminate(double *a, size_t m, size_t width, size_t *ret_column)
{
	for (size_t c = 0; c < m; c++) {
		size_t best = c;
		double top = 0.0, column = 0.0;
		for (size_t i = 0; i < m; i++)
			column = fmax(column, fabs(a[i * width + c]));
		for (size_t i = c; i < m; i++)
			if (fabs(a[i * width + c]) > top) {
				top = fabs(a[i * width + c]);
				best = i;
			}
		*ret_column = c;
		if (!(top > 1e-14 * column))
			return false;
		swap_rows(a, width, c, best);
		for (size_t j = width; j-- > c;)
			a[c * width + j] /= a[c * width + c];
		for (size_t i = 0; i < m; i++)
			for (size_t j = width; i != c && j-- > c;)
				a[i * width + j] -= a[i * width + c] * a[c * width + j];
	}
	return true;
}

/* rows to one size; h, or @a known: the slopes by the known quantities, on the right */
static enum zhun_code divide(struct solver *s, bool known)
{
	size_t sides = known ? s->n : 1, width = s->m + sides, column = 0;
	for (size_t i = 0; i < s->m; i++) {
		const double *slope = s->slope + i * (s->m + s->n);
		double size = 0.0, *row = s->j + i * width;
		for (size_t k = 0; k < s->m; k++)
			size = fmax(size, fabs(slope[k]));
		if (!(size > 0.0))
			return zhun_fail(s->err, ZHUN_E_IMPLICIT_SINGULAR, NULL, ZHUN_INT(i + 1));
		for (size_t k = 0; k < s->m; k++)
			row[k] = slope[k] / size;
		for (size_t k = 0; k < sides; k++)
			row[s->m + k] = (known ? slope[s->m + k] : s->h[i]) / size;
	}
	return eliminate(s->j, s->m, width, &column)
		       ? ZHUN_OK
		       : zhun_fail(s->err, ZHUN_E_IMPLICIT_SINGULAR, NULL, ZHUN_INT(column + 1));
}

/* A whole step, or half, a quarter … of it, until the equations come nearer to 0; x moves. */
static enum zhun_code step(struct solver *s, double *ret_moved)
{
	double before = distance(s, s->x), part = 1.0;
	enum zhun_code code = divide(s, false);
	memcpy(s->trial, s->x, (s->m + s->n) * sizeof(*s->trial));
	for (int k = 0; k < NEWTON_HALVINGS && !code; k++, part /= 2.0) {
		*ret_moved = 0.0;
		for (size_t i = 0; i < s->m; i++) {
			double by = s->j[i * (s->m + 1) + s->m] * part, size = fabs(s->x[i]);
			s->trial[i] = s->x[i] - by;
			*ret_moved = fmax(*ret_moved, fabs(by) / (size > 0.0 ? size : 1.0));
		}
		if (!evaluate(s, s->trial) && (distance(s, s->trial) < before || *ret_moved <= 1e-14)) {
			memcpy(s->x, s->trial, s->m * sizeof(*s->x));
			return ZHUN_OK;
		}
	}
	/* no nearer: here already, to rounding, or nowhere to go */
	if (!code)
		code = evaluate(s, s->x);
	*ret_moved = before <= 1e-13 ? 0.0 : HUGE_VAL;
	return code;
}

static enum zhun_code newton(struct solver *s, int *ret_steps)
{
	double moved = HUGE_VAL;
	enum zhun_code code = evaluate(s, s->x);
	for (*ret_steps = 0; *ret_steps < NEWTON_STEPS && !code && moved > 1e-14; ++*ret_steps) {
		code = step(s, &moved);
		if (!code && isinf(moved))
			break;
	}
	return code || moved <= 1e-14 ? code : zhun_fail(s->err, ZHUN_E_NOT_CONVERGED, NULL, "h(Y, X) = 0");
}

/* ---- uncertainties ---- */

static void propagate(const struct solver *s, struct zhun_implicit *y)
{
	const struct zhun_implicit_task *t = s->task;
	for (size_t i = 0; i < s->m; i++)
		for (size_t k = 0; k < s->n; k++)
			y->sensitivity[i * s->n + k] = -s->j[i * (s->m + s->n) + s->m + k];
	for (size_t i = 0; i < s->m; i++)
		for (size_t k = 0; k < s->m; k++) {
			double sum = 0.0;
			for (size_t a = 0; a < s->n; a++)
				for (size_t b = 0; b < s->n; b++) {
					double r = a == b ? 1.0 : t->correlation ? t->correlation[a * s->n + b] : 0.0;
					sum += y->sensitivity[i * s->n + a] * t->inputs[a].u * r * t->inputs[b].u *
					       y->sensitivity[k * s->n + b];
				}
			y->covariance[i * s->m + k] = sum;
		}
}

static bool make_room(struct zhun_arena *a, struct solver *s, struct zhun_implicit *y)
{
	size_t m = s->m, n = s->n;
	s->x = ZHUN_NEW_ARRAY(a, m + n, double);
	s->trial = ZHUN_NEW_ARRAY(a, m + n, double);
	s->h = ZHUN_NEW_ARRAY(a, m, double);
	s->slope = ZHUN_NEW_ARRAY(a, m * (m + n), double);
	s->j = ZHUN_NEW_ARRAY(a, m * (m + n + 1), double);
	s->work = ZHUN_NEW_ARRAY(a, zhun_model_gradient_work(s->task->model), double);
	y->value = ZHUN_NEW_ARRAY(a, m, double);
	y->sensitivity = ZHUN_NEW_ARRAY(a, m * n, double);
	y->covariance = ZHUN_NEW_ARRAY(a, m * m, double);
	return s->x && s->trial && s->h && s->slope && s->j && s->work && y->value && y->sensitivity && y->covariance;
}

enum zhun_code zhun_implicit_solve(struct zhun_arena *a, const struct zhun_implicit_task *task,
				   struct zhun_implicit *ret, struct zhun_error *err)
{
	size_t total = zhun_model_inputs(task->model), m = task->unknowns;
	if (!m || m > total || zhun_model_outputs(task->model) != m)
		return zhun_fail(err, ZHUN_E_IMPLICIT_COUNT, NULL, ZHUN_INT(zhun_model_outputs(task->model)),
				 ZHUN_INT(m));
	struct solver s = {.task = task, .m = m, .n = total - m, .err = err};
	struct zhun_implicit y = {.unknowns = m, .known = total - m};
	enum zhun_code code = lpu_check_inputs(task->inputs, s.n, err);
	if (!code)
		code = matrix_check_correlation(a, task->correlation, s.n, err);
	if (!code && !make_room(a, &s, &y))
		code = zhun_no_memory(a, err);
	if (code)
		return code;
	memcpy(s.x, task->start, m * sizeof(*s.x));
	for (size_t i = 0; i < s.n; i++)
		s.x[m + i] = task->inputs[i].value;
	code = newton(&s, &y.steps);
	if (!code)
		code = divide(&s, true);
	if (code)
		return code;
	propagate(&s, &y);
	memcpy(y.value, s.x, m * sizeof(*s.x));
	*ret = y;
	return ZHUN_OK;
}
