/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/region.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "measure/quantile.h"
#include "zhun/measure/coverage.h"

enum { SWEEPS = 60 };

enum zhun_code zhun_region_k(double p, size_t m, double nu, double *ret, struct zhun_error *err)
{
	double n = (double)m, rest = nu + 1.0 - n;
	if (!(p > 0.0 && p < 1.0) || m == 0 || !(rest > 0.0))
		return zhun_fail(err, ZHUN_E_STATEMENT_COVERAGE, NULL, "p", "");
	*ret = nu < 1e9 ? sqrt(n * nu / rest * quantile_f(p, n, rest)) : zhun_coverage_ellipsoid(p, n);
	return ZHUN_OK;
}

/* ---- eigenvalues by rotations: Jacobi; Golub and Van Loan, Matrix Computations, 4th ed., 8.5 ---- */

static void rotate(double *a, double *q, size_t m, size_t i, size_t k)
{
	double off = a[i * m + k], t = 0.0;
	if (!(fabs(off) > 0.0))
		return;
	double tau = (a[k * m + k] - a[i * m + i]) / (2.0 * off);
	t = (tau < 0.0 ? -1.0 : 1.0) / (fabs(tau) + sqrt(1.0 + tau * tau));
	double c = 1.0 / sqrt(1.0 + t * t), s = t * c;
	for (size_t j = 0; j < m; j++) {
		double x = a[j * m + i], y = a[j * m + k];
		a[j * m + i] = c * x - s * y;
		a[j * m + k] = s * x + c * y;
	}
	for (size_t j = 0; j < m; j++) {
		double x = a[i * m + j], y = a[k * m + j];
		a[i * m + j] = c * x - s * y;
		a[k * m + j] = s * x + c * y;
		x = q[i * m + j];
		y = q[k * m + j];
		q[i * m + j] = c * x - s * y;
		q[k * m + j] = s * x + c * y;
	}
	a[i * m + k] = a[k * m + i] = 0.0;
}

/* rows of q become the eigenvectors, the diagonal of a their values */
static void diagonalise(double *a, double *q, size_t m)
{
	memset(q, 0, m * m * sizeof(*q));
	for (size_t i = 0; i < m; i++)
		q[i * m + i] = 1.0;
	for (int sweep = 0; sweep < SWEEPS; sweep++) {
		double off = 0.0;
		for (size_t i = 0; i < m; i++)
			for (size_t k = i + 1; k < m; k++) {
				off = fmax(off, fabs(a[i * m + k]));
				rotate(a, q, m, i, k);
			}
		if (!(off > 0.0))
			return;
	}
}

/* ---- the region ---- */

static bool is_covariance(const double *v, size_t m)
{
	for (size_t i = 0; i < m; i++)
		for (size_t k = 0; k < m; k++) {
			double room = sqrt(v[i * m + i] * v[k * m + k]);
			if (!(v[i * m + i] >= 0.0) || !isfinite(v[i * m + k]) ||
			    fabs(v[i * m + k] - v[k * m + i]) > 1e-12 * room ||
			    fabs(v[i * m + k]) > room * (1.0 + 1e-12))
				return false;
		}
	return true;
}

/* the longest first; of a direction and its opposite, the one whose largest component is positive */
static bool set_axes(const double *v, struct zhun_region *g, double *a, double *q)
{
	size_t m = g->m;
	double largest = 0.0;
	memcpy(a, v, m * m * sizeof(*a));
	diagonalise(a, q, m);
	for (size_t i = 0; i < m; i++)
		largest = fmax(largest, a[i * m + i]);
	g->content = pow(M_PI, (double)m / 2.0) / tgamma((double)m / 2.0 + 1.0);
	for (size_t i = 0; i < m; i++) {
		size_t best = 0;
		for (size_t k = 1; k < m; k++)
			best = a[k * m + k] > a[best * m + best] ? k : best;
		double value = a[best * m + best], sign = 0.0, top = 0.0;
		if (value < -1e-10 * largest)
			return false;
		g->half[i] = g->k * sqrt(fmax(0.0, value));
		g->content *= g->half[i];
		for (size_t j = 0; j < m; j++) {
			double x = q[best * m + j];
			sign = fabs(x) > top * (1.0 + 1e-12) ? (x < 0.0 ? -1.0 : 1.0) : sign;
			top = fmax(top, fabs(x));
		}
		for (size_t j = 0; j < m; j++)
			g->axes[i * m + j] = sign * q[best * m + j];
		a[best * m + best] = -HUGE_VAL;
	}
	return true;
}

enum zhun_code zhun_region_make(struct zhun_arena *a, const struct zhun_covariance *of, double p,
				struct zhun_region *ret, struct zhun_error *err)
{
	size_t m = of->m;
	const double *v = of->v;
	struct zhun_region g = {.m = m};
	enum zhun_code code = zhun_region_k(p, m, of->nu, &g.k, err);
	if (code)
		return code;
	if (!is_covariance(v, m))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "covariance", "symmetric, with variances ≥ 0");
	g.half = ZHUN_NEW_ARRAY(a, m, double);
	g.axes = ZHUN_NEW_ARRAY(a, m * m, double);
	g.half_box = ZHUN_NEW_ARRAY(a, m, double);
	double *work = ZHUN_NEW_ARRAY(a, 2 * m * m, double);
	if (!g.half || !g.axes || !g.half_box || !work)
		return zhun_no_memory(a, err);
	if (!set_axes(v, &g, work, work + m * m))
		return zhun_fail(err, ZHUN_E_LPU_NOT_SEMIDEFINITE, NULL);
	/* each by Šidák's share of p, of t where the covariance is an estimate */
	double each = (1.0 + pow(p, 1.0 / (double)m)) / 2.0;
	g.k_box = isfinite(of->nu) ? gsl_cdf_tdist_Pinv(each, of->nu) : zhun_coverage_rectangle(p, (double)m);
	for (size_t i = 0; i < m; i++)
		g.half_box[i] = g.k_box * sqrt(v[i * m + i]);
	*ret = g;
	return ZHUN_OK;
}
