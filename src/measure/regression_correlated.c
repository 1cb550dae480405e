/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The straight line through points whose readings are correlated in any way. With d = y − a − b x, whose
 * covariance is C = V_y − b (V_xy + V_xy') + b² V_x, the adjusted x are x + (b V_x − V_xy) C⁻¹ d, and a step
 * of Gauss and Newton is (X' C⁻¹ X)⁻¹ X' C⁻¹ d, X holding a column of ones and the adjusted x. */
#include <math.h>
#include <string.h>

#include "measure/dd.h"
#include "measure/matrix.h"
#include "zhun/measure/regression.h"

enum { ROUNDS = 200 };

/* The points from the first one on, so that what is common to them eats no digits. */
struct state {
	const struct zhun_line_covariances *data;
	size_t n;
	double *x, *y;
	double *l;              /* Cholesky's factor of C */
	double *d, *one, *xi;   /* L⁻¹ times the deviations, ones and adjusted x */
	double *pull;           /* C⁻¹ d */
	double a, b;
	double normal[3];       /* X' C⁻¹ X: 11, 12, 22 */
};

static enum zhun_code open_state(struct zhun_arena *arena, const struct zhun_line_covariances *data, struct state *s,
				 struct zhun_error *err)
{
	size_t n = data->x.count;
	double *room = ZHUN_NEW_ARRAY(arena, n * n + 6 * n, double);
	if (!room)
		return zhun_no_memory(arena, err);
	*s = (struct state){.data = data, .n = n, .l = room};
	double **const columns[] = {&s->x, &s->y, &s->d, &s->one, &s->xi, &s->pull};
	for (size_t i = 0; i < ZHUN_COUNT(columns); i++)
		*columns[i] = room + n * n + i * n;
	for (size_t i = 0; i < n; i++) {
		s->x[i] = dd_value(dd_sub(data->x.x[i], data->x.x[0]));
		s->y[i] = dd_value(dd_sub(data->y.x[i], data->y.x[0]));
	}
	return ZHUN_OK;
}

static double cross(const struct state *s, size_t i, size_t k)
{
	return s->data->x_y ? s->data->x_y[i * s->n + k] : 0;
}

static bool factor(struct state *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k <= i; k++) {
			size_t at = i * s->n + k;
			s->l[at] = s->data->y_y[at] - s->b * (cross(s, i, k) + cross(s, k, i)) +
				   s->b * s->b * s->data->x_x[at];
		}
	return matrix_factor(s->l, s->n);
}

/* y = L⁻ᵀ y */
static void solve_upper(const struct state *s, double *y)
{
	for (size_t i = s->n; i-- > 0;) {
		for (size_t k = i + 1; k < s->n; k++)
			y[i] -= s->l[k * s->n + i] * y[k];
		y[i] /= s->l[i * s->n + i];
	}
}

static double product(const double *x, const double *y, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += x[i] * y[i];
	return sum;
}

/* Everything that goes with the line a, b. */
static bool evaluate(struct state *s)
{
	size_t n = s->n;
	if (!factor(s))
		return false;
	for (size_t i = 0; i < n; i++) {
		s->d[i] = s->y[i] - s->a - s->b * s->x[i];
		s->one[i] = 1;
	}
	matrix_solve_lower(s->l, n, s->d);
	matrix_solve_lower(s->l, n, s->one);
	memcpy(s->pull, s->d, n * sizeof *s->pull);
	solve_upper(s, s->pull);
	for (size_t i = 0; i < n; i++) {
		s->xi[i] = s->x[i];
		for (size_t k = 0; k < n; k++)
			s->xi[i] += (s->b * s->data->x_x[i * n + k] - cross(s, i, k)) * s->pull[k];
	}
	matrix_solve_lower(s->l, n, s->xi);
	s->normal[0] = product(s->one, s->one, n);
	s->normal[1] = product(s->one, s->xi, n);
	s->normal[2] = product(s->xi, s->xi, n);
	return true;
}

/* One step; @a ret_size is its length in standard uncertainties. False where the points do not tell a line. */
static bool step(struct state *s, double *ret_size)
{
	double g = product(s->one, s->d, s->n), h = product(s->xi, s->d, s->n);
	double centre = s->normal[1] / s->normal[0], squares = s->normal[2] - centre * s->normal[1];
	if (!(squares > 1e-14 * s->normal[2]))
		return false;
	double db = (h - centre * g) / squares, da = g / s->normal[0] - centre * db;
	s->a += da;
	s->b += db;
	*ret_size = sqrt(db * (h - centre * g) + g * g / s->normal[0]);
	return isfinite(*ret_size);
}

/* Until the steps are nothing, or as small as rounding lets them become. */
static enum zhun_code iterate(struct state *s, struct zhun_error *err)
{
	double size = HUGE_VAL, before;
	for (int round = 0; round < ROUNDS; round++) {
		before = size;
		if (!evaluate(s))
			return zhun_fail(err, ZHUN_E_FIT_COVARIANCE, NULL);
		if (size < 1e-13 || !step(s, &size))
			return size < 1e-13 ? ZHUN_OK : zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(2));
		if (size < 1e-6 && size >= before)
			return evaluate(s) ? ZHUN_OK : zhun_fail(err, ZHUN_E_FIT_COVARIANCE, NULL);
	}
	return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "ggmr");
}

/* Where it starts: the ordinary line. */
static void start(struct state *s)
{
	double n = (double)s->n, mx = 0, my = 0, above = 0, below = 0;
	for (size_t i = 0; i < s->n; i++) {
		mx += s->x[i] / n;
		my += s->y[i] / n;
	}
	for (size_t i = 0; i < s->n; i++) {
		above += (s->x[i] - mx) * (s->y[i] - my);
		below += (s->x[i] - mx) * (s->x[i] - mx);
	}
	s->b = above / below;
	s->a = my - s->b * mx;
}

static enum zhun_code check(const struct zhun_line_covariances *d, struct zhun_error *err)
{
	if (d->x.count != d->y.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(d->x.count), ZHUN_INT(d->y.count));
	if (d->x.count < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(d->x.count));
	if (!matrix_is_symmetric(d->x_x, d->x.count) || !matrix_is_symmetric(d->y_y, d->x.count))
		return zhun_fail(err, ZHUN_E_FIT_COVARIANCE, NULL);
	return ZHUN_OK;
}

/* The inverse of the normal matrix; its x count from the first point, ours from 0. */
static void set_covariance(const struct state *s, double scale, double *covariance)
{
	double centre = s->normal[1] / s->normal[0], squares = s->normal[2] - centre * s->normal[1];
	double middle = dd_value(s->data->x.x[0]) + centre;
	covariance[3] = scale / squares;
	covariance[1] = covariance[2] = -middle * covariance[3];
	covariance[0] = scale / s->normal[0] + middle * middle * covariance[3];
}

enum zhun_code zhun_fit_line_correlated(struct zhun_arena *a, const struct zhun_line_covariances *data,
					struct zhun_fit *ret, struct zhun_error *err)
{
	struct state s;
	struct zhun_fit f = {.points = data->x.count, .coefficients = 2};
	double *coefficient = ZHUN_NEW_ARRAY(a, 2, double), *covariance = ZHUN_NEW_ARRAY(a, 4, double);
	enum zhun_code code = check(data, err);
	if (!code && !(coefficient && covariance))
		code = zhun_no_memory(a, err);
	if (!code)
		code = open_state(a, data, &s, err);
	if (code)
		return code;
	start(&s);
	if (!isfinite(s.b))
		return zhun_fail(err, ZHUN_E_FIT_SINGULAR, NULL, ZHUN_INT(2));
	code = iterate(&s, err);
	if (code)
		return code;
	coefficient[0] = dd_value(data->y.x[0]) + s.a - s.b * dd_value(data->x.x[0]);
	coefficient[1] = s.b;
	f.chi2 = product(s.d, s.d, s.n);
	f.dof = (double)(f.points - 2);
	f.s = f.dof > 0 ? sqrt(f.chi2 / f.dof) : 0;
	set_covariance(&s, data->scale == ZHUN_SCALE_RESIDUAL ? f.s * f.s : 1, covariance);
	f.coefficient = coefficient;
	f.covariance = covariance;
	*ret = f;
	return ZHUN_OK;
}
