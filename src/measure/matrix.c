/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/matrix.h"

#include <math.h>
#include <string.h>

#include "zhun/base/number.h"

static enum zhun_code bad_correlation(size_t i, size_t k, double r, struct zhun_error *err)
{
	char text[ZHUN_NUMBER_TEXT] = "…";
	if (isfinite(r))
		zhun_double_text(r, text);
	return zhun_fail(err, ZHUN_E_LPU_CORRELATION, NULL, ZHUN_INT(i + 1), ZHUN_INT(k + 1), text);
}

/* Outer-product elimination with the largest pivot first: a pivot that is negative beyond rounding
 * says that no quantities can be correlated so. Works on a copy. */
static bool is_semidefinite(double *r, size_t n)
{
	double room = 1e-10 * (double)n;
	for (size_t step = 0; step < n; step++) {
		size_t p = 0;
		for (size_t i = 1; i < n; i++)
			p = r[i * n + i] > r[p * n + p] ? i : p;
		double pivot = r[p * n + p];
		if (pivot <= room)
			break;
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++)
				if (i != p && k != p)
					r[i * n + k] -= r[i * n + p] * r[p * n + k] / pivot;
		for (size_t i = 0; i < n; i++)
			r[i * n + p] = r[p * n + i] = 0.0;
	}
	/* what is left must be nothing: a diagonal of rounding size allows no entry beyond it */
	for (size_t i = 0; i < n * n; i++)
		if (fabs(r[i]) > room * 10.0)
			return false;
	return true;
}

enum zhun_code matrix_check_correlation(struct zhun_arena *a, const double *r, size_t n,
					struct zhun_error *err)
{
	if (!r)
		return ZHUN_OK;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			double x = r[i * n + k], want = i == k ? 1.0 : r[k * n + i];
			if (!(fabs(x) <= 1.0) || fabs(x - want) > 1e-12)
				return bad_correlation(i, k, x, err);
		}
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	double *copy = ZHUN_NEW_ARRAY(a, n * n, double);
	if (!copy)
		return zhun_no_memory(a, err);
	memcpy(copy, r, n * n * sizeof(*copy));
	bool fine = is_semidefinite(copy, n);
	zhun_arena_rewind(a, mark);
	return fine ? ZHUN_OK : zhun_fail(err, ZHUN_E_LPU_NOT_SEMIDEFINITE, NULL);
}

void matrix_root(const double *s, size_t n, double *rest, double *root, size_t *ret_rank)
{
	double largest = 0.0;
	memcpy(rest, s, n * n * sizeof(*rest));
	for (size_t i = 0; i < n; i++)
		largest = fmax(largest, s[i * n + i]);
	for (*ret_rank = 0; *ret_rank < n; ++*ret_rank) {
		size_t p = 0;
		/* relative to its own variance: inputs of very different size must all stay */
		double best = 0.0;
		for (size_t i = 0; i < n; i++) {
			double share = s[i * n + i] > 0.0 ? rest[i * n + i] / s[i * n + i] : 0.0;
			p = share > best ? i : p;
			best = fmax(best, share);
		}
		if (best <= 1e-13 || largest <= 0.0)
			return;
		double pivot = sqrt(rest[p * n + p]), *column = root + *ret_rank * n;
		for (size_t i = 0; i < n; i++)
			column[i] = rest[i * n + p] / pivot;
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++)
				rest[i * n + k] -= column[i] * column[k];
	}
}

bool matrix_is_symmetric(const double *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++) {
			double size = sqrt(s[i * n + i] * s[k * n + k]);
			if (!(s[i * n + i] >= 0) || !(fabs(s[i * n + k] - s[k * n + i]) <= 1e-12 * size))
				return false;
		}
	return true;
}

bool matrix_factor(double *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++) {
			double sum = s[i * n + k], whole = s[i * n + i];
			for (size_t j = 0; j < k; j++)
				sum -= s[i * n + j] * s[k * n + j];
			if (k < i)
				s[i * n + k] = sum / s[k * n + k];
			else if (sum > 1e-13 * whole)
				s[i * n + i] = sqrt(sum);
			else
				return false;
		}
	return true;
}

void matrix_solve_lower(const double *l, size_t n, double *y)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++)
			y[i] -= l[i * n + k] * y[k];
		y[i] /= l[i * n + i];
	}
}
