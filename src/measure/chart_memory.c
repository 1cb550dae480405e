/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/chart_memory.h"

#include <math.h>

#include "measure/binormal.h"
#include "measure/quadrature.h"

/* Pieces of Gauss's 20 points over the chart's states: the integrands are normal densities. */
enum { PIECES = 4, NODES = PIECES * GAUSS_POINTS, MOST = NODES + 1 };

static double density(double x)
{
	return exp(-0.5 * x * x) / sqrt(2 * acos(-1));
}

/* L = 1 + A L over @a n states, solved in place by elimination with the largest pivot; returns L of the
 * first state. A row is n entries of I − A and its right-hand side, 1. */
static double solve_first(double m[MOST][MOST + 1], size_t n)
{
	for (size_t c = 0; c < n; c++) {
		size_t best = c;
		for (size_t r = c + 1; r < n; r++)
			if (fabs(m[r][c]) > fabs(m[best][c]))
				best = r;
		for (size_t k = c; k <= n; k++) {
			double swap = m[c][k];
			m[c][k] = m[best][k];
			m[best][k] = swap;
		}
		for (size_t r = c + 1; r < n; r++) {
			double f = m[r][c] / m[c][c];
			for (size_t k = c; k <= n; k++)
				m[r][k] -= f * m[c][k];
		}
	}
	for (size_t c = n; c-- > 0;) {
		for (size_t k = c + 1; k < n; k++)
			m[c][n] -= m[c][k] * m[k][n];
		m[c][n] /= m[c][c];
	}
	return m[0][n];
}

/* Nodes and weights of the pieces between low and high. */
static void spread_nodes(double low, double high, double at[NODES], double weight[NODES])
{
	double half = (high - low) / (2 * PIECES);
	for (size_t i = 0; i < NODES; i++) {
		const double *p = gauss_rule[i % GAUSS_POINTS / 2];
		double centre = low + half * (2 * (double)(i / GAUSS_POINTS) + 1);
		at[i] = centre + half * (i % 2 ? p[0] : -p[0]);
		weight[i] = half * p[1];
	}
}

/* ---- CUSUM ---- */

static enum zhun_code check_cusum(const struct zhun_cusum *c, struct zhun_error *err)
{
	if (!(c->k >= 0) || !(c->h > 0) || c->h > 30)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "k, h", "k >= 0, 0 < h <= 30");
	return ZHUN_OK;
}

enum zhun_code zhun_cusum_run(const struct zhun_cusum *c, const double *z, size_t n, struct zhun_cusum_track *ret,
			      struct zhun_error *err)
{
	double up = 0, down = 0;
	enum zhun_code code = check_cusum(c, err);
	if (code)
		return code;
	ret->signal = n;
	for (size_t i = 0; i < n; i++) {
		ret->high[i] = up = fmax(0, up + z[i] - c->k);
		ret->low[i] = down = fmax(0, down - z[i] - c->k);
		if (ret->signal == n && fmax(up, down) > c->h)
			ret->signal = i;
	}
	return ZHUN_OK;
}

/* Page's equation: L(u) = 1 + L(0) P(X ≤ k − u) + ∫₀ʰ L(y) φ(y + k − u) dy, state 0 first. */
static double one_sided(const struct zhun_cusum *c, double shift)
{
	double m[MOST][MOST + 1], at[NODES], weight[NODES];
	spread_nodes(0, c->h, at, weight);
	for (size_t r = 0; r < MOST; r++) {
		double u = r ? at[r - 1] : 0, from = c->k - u - shift;
		for (size_t k = 0; k < MOST; k++) {
			double step = k ? weight[k - 1] * density(at[k - 1] + from) : normal_upper(-from);
			m[r][k] = (r == k ? 1 : 0) - step;
		}
		m[r][MOST] = 1;
	}
	return solve_first(m, MOST);
}

enum zhun_code zhun_cusum_arl(const struct zhun_cusum *c, double shift, double *ret, struct zhun_error *err)
{
	enum zhun_code code = check_cusum(c, err);
	if (!code && !isfinite(shift))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "shift", "finite");
	if (!code)
		*ret = 1 / (1 / one_sided(c, shift) + 1 / one_sided(c, -shift));
	return code;
}

/* ---- EWMA ---- */

static enum zhun_code check_ewma(const struct zhun_ewma *e, struct zhun_error *err)
{
	if (!(e->lambda > 0 && e->lambda <= 1) || !(e->width > 0) || e->width > 10)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "lambda, width", "0 < lambda <= 1, 0 < width <= 10");
	return ZHUN_OK;
}

enum zhun_code zhun_ewma_run(const struct zhun_ewma *e, const double *z, size_t n, struct zhun_ewma_track *ret,
			     struct zhun_error *err)
{
	double now = 0, l = e->lambda, kept = 1;
	enum zhun_code code = check_ewma(e, err);
	if (code)
		return code;
	ret->signal = n;
	for (size_t i = 0; i < n; i++) {
		ret->average[i] = now = l * z[i] + (1 - l) * now;
		kept *= (1 - l) * (1 - l);
		ret->limit[i] = e->width * sqrt(l / (2 - l) * (1 - kept));
		if (ret->signal == n && fabs(now) > ret->limit[i])
			ret->signal = i;
	}
	return ZHUN_OK;
}

/* Crowder's equation: L(u) = 1 + 1/λ ∫ L(y) φ((y − (1 − λ)u)/λ − shift) dy between the limits; u = 0 first. */
enum zhun_code zhun_ewma_arl(const struct zhun_ewma *e, double shift, double *ret, struct zhun_error *err)
{
	enum zhun_code code = check_ewma(e, err);
	if (!code && (e->lambda < 0.02 || !isfinite(shift)))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "lambda, shift", "lambda >= 0.02");
	if (code)
		return code;
	double m[MOST][MOST + 1], at[NODES], weight[NODES], l = e->lambda, h = e->width * sqrt(l / (2 - l));
	spread_nodes(-h, h, at, weight);
	for (size_t r = 0; r < MOST; r++) {
		double u = r ? at[r - 1] : 0;
		m[r][0] = r ? 0 : 1;
		for (size_t k = 1; k < MOST; k++)
			m[r][k] = (r == k ? 1 : 0) - weight[k - 1] / l * density((at[k - 1] - (1 - l) * u) / l - shift);
		m[r][MOST] = 1;
	}
	*ret = solve_first(m, MOST);
	return ZHUN_OK;
}
