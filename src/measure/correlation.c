/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/correlation.h"

#include <math.h>
#include <string.h>

#include "measure/matrix.h"
#include "zhun/base/number.h"

enum { SWEEPS_MOST = 60, ROUNDS_MOST = 20000 };

/* Eigenvalues, and eigenvectors as the columns of v; both with working memory of their own. */
struct eigen {
	size_t n;
	double *value, *v, *work;
};

static enum zhun_code eigen_make(struct zhun_arena *a, size_t n, struct eigen *ret, struct zhun_error *err)
{
	*ret = (struct eigen){n, ZHUN_NEW_ARRAY(a, n, double), ZHUN_NEW_ARRAY(a, n * n, double),
			      ZHUN_NEW_ARRAY(a, n * n, double)};
	return ret->value && ret->v && ret->work ? ZHUN_OK : zhun_no_memory(a, err);
}

static void turn(double *x, double *y, double c, double s)
{
	double was = *x;
	*x = c * was - s * *y;
	*y = s * was + c * *y;
}

/* Makes entry (p, q) zero by a rotation in their plane. */
static void rotate(struct eigen *e, size_t p, size_t q)
{
	size_t n = e->n;
	double *m = e->work, off = m[p * n + q];
	double theta = (m[q * n + q] - m[p * n + p]) / (2 * off);
	double t = copysign(1, theta) / (fabs(theta) + hypot(theta, 1)), c = 1 / hypot(t, 1), s = t * c;
	for (size_t k = 0; k < n; k++)
		turn(&m[k * n + p], &m[k * n + q], c, s);
	for (size_t k = 0; k < n; k++)
		turn(&m[p * n + k], &m[q * n + k], c, s);
	for (size_t k = 0; k < n; k++)
		turn(&e->v[k * n + p], &e->v[k * n + q], c, s);
}

/* One sweep over all pairs; false when none was left to turn. */
static bool sweep(struct eigen *e)
{
	bool turned = false;
	size_t n = e->n;
	for (size_t p = 0; p < n; p++)
		for (size_t q = p + 1; q < n; q++) {
			double size = fabs(e->work[p * n + p]) + fabs(e->work[q * n + q]);
			if (fabs(e->work[p * n + q]) <= 1e-17 * size || fabs(e->work[p * n + q]) < 1e-300)
				continue;
			rotate(e, p, q);
			turned = true;
		}
	return turned;
}

static enum zhun_code decompose(struct eigen *e, const double *r, struct zhun_error *err)
{
	size_t n = e->n;
	bool turned = true;
	memcpy(e->work, r, n * n * sizeof(*r));
	memset(e->v, 0, n * n * sizeof(*e->v));
	for (size_t i = 0; i < n; i++)
		e->v[i * n + i] = 1;
	for (size_t k = 0; k < SWEEPS_MOST && turned; k++)
		turned = sweep(e);
	for (size_t i = 0; i < n; i++)
		e->value[i] = e->work[i * n + i];
	/* rounding may keep the last sweeps turning by nothing; what counts is how far from diagonal it is */
	for (size_t i = 0; i < n * n && turned; i++)
		if (i / n != i % n && fabs(e->work[i]) > 1e-12)
			return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "eigenvalues");
	return ZHUN_OK;
}

static double smallest(const struct eigen *e)
{
	double least = e->value[0];
	for (size_t i = 1; i < e->n; i++)
		least = fmin(least, e->value[i]);
	return least;
}

/* Σ over the eigenvalues above 0: the nearest semidefinite matrix */
static void compose(const struct eigen *e, double *r)
{
	size_t n = e->n;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++) {
			double sum = 0;
			for (size_t m = 0; m < n; m++)
				sum += fmax(e->value[m], 0) * e->v[i * n + m] * e->v[k * n + m];
			r[i * n + k] = r[k * n + i] = sum;
		}
}

static enum zhun_code bad(size_t i, size_t k, double r, struct zhun_error *err)
{
	char text[ZHUN_NUMBER_TEXT] = "…";
	if (isfinite(r))
		zhun_double_text(r, text);
	return zhun_fail(err, ZHUN_E_LPU_CORRELATION, NULL, ZHUN_INT(i + 1), ZHUN_INT(k + 1), text);
}

/* symmetric and finite; @a strict: a correlation matrix but for its eigenvalues */
static enum zhun_code check(const double *r, size_t n, bool strict, struct zhun_error *err)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			double x = r[i * n + k], mirror = r[k * n + i];
			bool fine = isfinite(x) && fabs(x - mirror) <= 1e-12;
			if (strict)
				fine = fine && fabs(x) <= 1 && (i != k || fabs(x - 1) <= 1e-12);
			if (!fine)
				return bad(i, k, x, err);
		}
	return ZHUN_OK;
}

static double largest_move(const double *a, const double *b, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n * n; i++)
		most = fmax(most, fabs(a[i] - b[i]));
	return most;
}

/* A factor of the diagonal's roots on both sides makes it 1 again and keeps the matrix semidefinite. */
static void scale_to_unit_diagonal(double *r, size_t n, double *root)
{
	for (size_t i = 0; i < n; i++)
		root[i] = sqrt(r[i * n + i]);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			r[i * n + k] = i == k ? 1 : r[i * n + k] / (root[i] * root[k]);
}

enum zhun_code zhun_correlation_repair(struct zhun_arena *a, const double *r, size_t n, double rounding,
				       struct zhun_correlation *ret, struct zhun_error *err)
{
	struct eigen e;
	if (!(rounding >= 0 && rounding <= 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "rounding", "0 … 1");
	if (n < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, "1", "0");
	enum zhun_code code = check(r, n, true, err);
	if (!code)
		code = eigen_make(a, n, &e, err);
	double *out = code ? NULL : ZHUN_NEW_ARRAY(a, n * n, double);
	if (code)
		return code;
	if (!out)
		return zhun_no_memory(a, err);
	code = decompose(&e, r, err);
	if (code)
		return code;
	/* the norm of a change of at most `rounding` off the diagonal bounds how far eigenvalues move */
	double least = smallest(&e), room = (double)(n - 1) * rounding + 1e-14 * (double)n;
	if (least < -room)
		return zhun_fail(err, ZHUN_E_LPU_NOT_SEMIDEFINITE, NULL);
	memcpy(out, r, n * n * sizeof(*r));
	if (least < 0) {
		compose(&e, out);
		scale_to_unit_diagonal(out, n, e.value);
	}
	*ret = (struct zhun_correlation){n, out, least, largest_move(out, r, n), 0};
	return ZHUN_OK;
}

/* Higham 2002, algorithm 3.3: y unit diagonal, x semidefinite, s Dykstra's correction. Each round
 * writes x and y anew; returns by how much y moved. */
static enum zhun_code project(struct eigen *e, double *x, double *y, double *s, double *ret_moved,
			      struct zhun_error *err)
{
	size_t n = e->n;
	*ret_moved = 0;
	for (size_t i = 0; i < n * n; i++)
		y[i] = s[i] = y[i] - s[i];  /* R */
	enum zhun_code code = decompose(e, y, err);
	if (code)
		return code;
	compose(e, x);
	for (size_t i = 0; i < n * n; i++)
		s[i] = x[i] - s[i];
	for (size_t i = 0; i < n * n; i++)
		y[i] = i / n == i % n ? 1 : x[i];
	for (size_t i = 0; i < n; i++)
		*ret_moved = fmax(*ret_moved, fabs(x[i * n + i] - 1));
	return ZHUN_OK;
}

enum zhun_code zhun_correlation_nearest(struct zhun_arena *a, const double *r, size_t n,
					struct zhun_correlation *ret, struct zhun_error *err)
{
	struct eigen e;
	if (n < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, "1", "0");
	enum zhun_code code = check(r, n, false, err);
	if (!code)
		code = eigen_make(a, n, &e, err);
	if (code)
		return code;
	double *x = ZHUN_NEW_ARRAY(a, n * n, double), *y = ZHUN_NEW_ARRAY(a, n * n, double),
	       *s = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!x || !y || !s)
		return zhun_no_memory(a, err);
	code = decompose(&e, r, err);
	double least = code ? 0 : smallest(&e), off = 1;
	size_t rounds = 0;
	memcpy(y, r, n * n * sizeof(*r));
	for (; !code && off > 1e-13 && rounds < ROUNDS_MOST; rounds++)
		code = project(&e, x, y, s, &off, err);
	if (code)
		return code;
	if (off > 1e-9)
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "nearest correlation matrix");
	scale_to_unit_diagonal(x, n, e.value);
	*ret = (struct zhun_correlation){n, x, least, largest_move(x, r, n), rounds};
	return ZHUN_OK;
}

enum zhun_code zhun_correlation_factor(struct zhun_arena *a, const double *r, size_t n, const double **ret_factor,
				       size_t *ret_rank, struct zhun_error *err)
{
	struct eigen e;
	enum zhun_code code = eigen_make(a, n, &e, err);
	double *factor = code ? NULL : ZHUN_NEW_ARRAY(a, n * n, double);
	if (code)
		return code;
	if (!factor)
		return zhun_no_memory(a, err);
	code = decompose(&e, r, err);
	if (code)
		return code;
	size_t rank = 0, column = 0;
	for (size_t m = 0; m < n; m++)
		rank += e.value[m] > 1e-14 * (double)n ? 1 : 0;
	for (size_t m = 0; m < n; m++) {
		if (!(e.value[m] > 1e-14 * (double)n))
			continue;
		for (size_t i = 0; i < n; i++)
			factor[i * rank + column] = sqrt(e.value[m]) * e.v[i * n + m];
		column++;
	}
	*ret_factor = factor;
	*ret_rank = rank;
	return ZHUN_OK;
}

/* ---- for propagation ---- */

double zhun_correlation_rounding(double r)
{
	static const double most = 0.005;
	const struct zhun_decimal d = zhun_decimal_of(r);
	const struct zhun_decimal half = {.exponent = d.exponent - 1, .count = 1, .digits = {'5'}};
	return d.exponent < 0 ? fmin(zhun_decimal_value(&half), most) : 0;
}

static bool has_partner(const double *r, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++)
		if (k != i && fabs(r[i * n + k]) > 0)
			return true;
	return false;
}

/* The joined quantities' rows and columns alone; which: what they are. */
static size_t pick(const double *r, size_t n, size_t *which, double *part)
{
	size_t m = 0;
	for (size_t i = 0; i < n; i++)
		if (has_partner(r, n, i))
			which[m++] = i;
	for (size_t i = 0; i < m * m; i++)
		part[i] = r[which[i / m] * n + which[i % m]];
	return m;
}

/* Back into the whole; what eigenvalues leave of rounding size between unrelated quantities is nothing. */
static void put_back(const struct zhun_correlation *part, const size_t *which, size_t n, double *r)
{
	size_t m = part->n;
	for (size_t i = 0; i < m * m; i++) {
		double x = part->r[i];
		r[which[i / m] * n + which[i % m]] = fabs(x) > 1e-12 ? x : 0;
	}
}

static enum zhun_code take_care(struct zhun_arena *a, const double *r, size_t n,
				const struct zhun_correlation_care *care, struct zhun_correlation *ret,
				struct zhun_error *err)
{
	struct zhun_correlation part;
	size_t *which = ZHUN_NEW_ARRAY(a, n, size_t);
	double *few = ZHUN_NEW_ARRAY(a, n * n, double), *whole = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!which || !few || !whole)
		return zhun_no_memory(a, err);
	size_t m = pick(r, n, which, few);
	enum zhun_code code = zhun_correlation_repair(a, few, m, care->rounding, &part, err);
	if (code == ZHUN_E_LPU_NOT_SEMIDEFINITE && care->nearest)
		code = zhun_correlation_nearest(a, few, m, &part, err);
	if (code)
		return code;
	memcpy(whole, r, n * n * sizeof(*r));
	put_back(&part, which, n, whole);
	*ret = (struct zhun_correlation){n, whole, part.smallest, part.moved, part.rounds};
	return ZHUN_OK;
}

enum zhun_code zhun_correlation_settle(struct zhun_arena *a, const double *r, size_t n,
				       const struct zhun_correlation_care *care, struct zhun_correlation *ret,
				       struct zhun_error *err)
{
	enum zhun_code code = matrix_check_correlation(a, r, n, err);
	if (!code)
		*ret = (struct zhun_correlation){.n = n, .r = r};
	return code == ZHUN_E_LPU_NOT_SEMIDEFINITE ? take_care(a, r, n, care, ret, err) : code;
}
