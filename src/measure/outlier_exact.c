/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact laws of the largest among q: of shares of a sum of variances (Cochran), and of deviations from the mean
 * over the root of the sum of squares (Grubbs). That the largest is x means that one is x, with a known density,
 * and the largest of the q − 1 others lies below what x leaves for it, so that each law follows from the one
 * before (Grubbs 1950; the same for shares). Above some x the others cannot be larger, and q times the tail of
 * one is exact; below, the law is tabulated with its density and read by cubics. */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

#include "zhun/measure/precision.h"

enum { CELLS = 512 };

struct chain {
	bool deviations;
	double dof;   /* of each variance; unused for deviations */
};

/* ---- one among q ---- */

/* Deviation from the mean of the others, over the root of their sum of squares. */
static double from_others(double q, double z)
{
	double r = (q - 1) / q;
	return z / r / sqrt(fmax(1 - z * z / r, 1e-300));
}

static double to_own(double q, double e)
{
	double r = (q - 1) / q;
	return e * r / sqrt(1 + e * e * r);
}

static double student(double q, double z)
{
	return from_others(q, z) * sqrt((q - 2) * (q - 1) / q);
}

static double low_of(const struct chain *c, double q)
{
	return c->deviations ? 1 / sqrt(q * (q - 1)) : 1 / q;
}

/* From here on the others are smaller for certain. */
static double split_of(const struct chain *c, double q)
{
	return c->deviations ? to_own(q, sqrt((q - 2) / (q - 1))) : 0.5;
}

static double others_of(const struct chain *c, double q, double x)
{
	return c->deviations ? from_others(q, x) : x / (1 - x);
}

static double tail_of(const struct chain *c, double q, double x)
{
	if (c->deviations)
		return x * x >= (q - 1) / q ? 0 : q * gsl_cdf_tdist_Q(student(q, x), q - 2);
	return x >= 1 ? 0 : q * gsl_cdf_beta_Q(x, c->dof / 2, (q - 1) * c->dof / 2);
}

static double density_of(const struct chain *c, double q, double x)
{
	if (!c->deviations)
		return q * gsl_ran_beta_pdf(x, c->dof / 2, (q - 1) * c->dof / 2);
	double r = (q - 1) / q, left = 1 - x * x / r;
	return q * gsl_ran_tdist_pdf(student(q, x), q - 2) * sqrt((q - 2) * r) / r / (left * sqrt(left));
}

/* ---- the largest of q ---- */

/* Upper tail and density of the largest at points spaced evenly in ln x, from its least value to the split. */
struct law {
	double q, low, split, step;
	double tail[CELLS + 1], density[CELLS + 1];
};

static double node(const struct law *l, size_t i)
{
	return l->low * exp(l->step * (double)i);
}

static double table_at(const struct law *l, double x)
{
	double place = l->step > 0 ? log(x / l->low) / l->step : 0;
	size_t i = (size_t)fmin(place, CELLS - 1);
	double a = node(l, i), h = node(l, i + 1) - a, t = (x - a) / h, s = 1 - t;
	return l->tail[i] * s * s * (1 + 2 * t) + l->tail[i + 1] * t * t * (3 - 2 * t) -
	       h * t * s * (s * l->density[i] - t * l->density[i + 1]);
}

/* P(largest of q > x) */
static double largest_above(const struct chain *c, const struct law *l, double x)
{
	if (x <= l->low)
		return 1;
	return x >= l->split ? fmin(1, tail_of(c, l->q, x)) : fmin(1, fmax(0, table_at(l, x)));
}

/* Density of the largest of q at x, from the law of the largest of q − 1. */
static double density_at(const struct chain *c, const struct law *before, double q, double x)
{
	return density_of(c, q, x) * (1 - largest_above(c, before, others_of(c, q, x)));
}

/* ∫ over one cell, Gauss and Legendre with four points */
static double over_cell(const struct chain *c, const struct law *before, const struct law *l, size_t i)
{
	static const double at[] = {0.06943184420297371, 0.33000947820757187, 0.66999052179242813,
				    0.93056815579702629};
	static const double weight[] = {0.17392742256872693, 0.32607257743127307, 0.32607257743127307,
					0.17392742256872693};
	double a = node(l, i), h = node(l, i + 1) - a, sum = 0;
	for (size_t k = 0; k < ZHUN_COUNT(at); k++)
		sum += weight[k] * density_at(c, before, l->q, a + h * at[k]);
	return h * sum;
}

static void next_law(const struct chain *c, const struct law *before, struct law *l)
{
	double q = before->q + 1;
	*l = (struct law){.q = q, .low = low_of(c, q), .split = split_of(c, q)};
	l->step = log(l->split / l->low) / CELLS;
	l->tail[CELLS] = tail_of(c, q, l->split);
	l->density[CELLS] = density_at(c, before, q, l->split);
	for (size_t i = CELLS; i-- > 0;) {
		l->tail[i] = l->tail[i + 1] + over_cell(c, before, l, i);
		l->density[i] = density_at(c, before, q, node(l, i));
	}
}

/* Of two shares, or three deviations, the split is the least value: the tail of one is all. */
static struct law first_law(const struct chain *c)
{
	double q = c->deviations ? 3 : 2, low = low_of(c, q);
	return (struct law){.q = q, .low = low, .split = low};
}

static struct law law_of(const struct chain *c, size_t q)
{
	struct law before = first_law(c), l = before;
	while (l.q < (double)q) {
		before = l;
		next_law(c, &before, &l);
	}
	return l;
}

/* ---- Cochran ---- */

static double halve(const struct chain *c, const struct law *l, double alpha)
{
	double low = l->low, high = 1;
	for (int i = 0; i < 100; i++) {
		double middle = low + (high - low) / 2;
		if (largest_above(c, l, middle) > alpha)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}

double zhun_cochran_exact_p(double C, size_t labs, size_t n)
{
	const struct chain c = {false, (double)n - 1};
	struct law l = law_of(&c, labs);
	return largest_above(&c, &l, C);
}

double zhun_cochran_exact_critical(size_t labs, size_t n, double alpha)
{
	const struct chain c = {false, (double)n - 1};
	struct law l = law_of(&c, labs);
	return halve(&c, &l, alpha);
}

/* ---- Grubbs ---- */

double zhun_grubbs_exact_p(double G, size_t n)
{
	const struct chain c = {true, 0};
	struct law l = law_of(&c, n);
	return largest_above(&c, &l, G / sqrt((double)n - 1));
}

/* Two values e1 >= e2 above the mean of the m others, over the root of their sum of squares: the density of
 * e2 = t, times the tail of e1 with m degrees of freedom from where both together leave less than g. */
static double pair_density(double n, double g, double t)
{
	double m = n - 2, c = (n - 1) / n, A = 1 + t * t * m / (n - 1);
	double left = 1 / g - A, from = t / (n - 1) + (left > 0 ? sqrt(left / c) : 0);
	double tau = (fmax(t, from) - t / (n - 1)) * sqrt(c * m / A);
	double scale = exp(lgamma(m / 2) - lgamma((m - 1) / 2)) * sqrt(m / (n - 1) / acos(-1));
	return scale * pow(A, -m / 2) * gsl_cdf_tdist_Q(tau, m);
}

/* n (n − 1) ∫ over t of that and of the others lying below t, with t = low/(1 − s), s from 0 to 1 */
static double pair_below(const struct chain *c, const struct law *others, double n, double g)
{
	enum { STEPS = 4000 };
	double low = 1 / sqrt((n - 2) * (n - 3)), sum = 0;
	for (size_t i = 0; i < STEPS; i++) {
		double s = ((double)i + 0.5) / STEPS, t = low / (1 - s);
		double above = others ? largest_above(c, others, t) : 0;
		sum += pair_density(n, g, t) * (1 - above) * low / ((1 - s) * (1 - s)) / STEPS;
	}
	return fmin(1, n * (n - 1) * sum);
}

static double pair_p(const struct law *others, size_t n, double g)
{
	const struct chain c = {true, 0};
	return g <= 0 ? 0 : g >= 1 ? 1 : pair_below(&c, n > 4 ? others : NULL, (double)n, g);
}

double zhun_grubbs_pair_exact_p(double g, size_t n)
{
	const struct chain c = {true, 0};
	struct law others = law_of(&c, n > 4 ? n - 2 : 3);
	return pair_p(&others, n, g);
}

double zhun_grubbs_pair_critical(size_t n, double alpha)
{
	const struct chain c = {true, 0};
	struct law others = law_of(&c, n > 4 ? n - 2 : 3);
	double low = 0, high = 1;
	for (int i = 0; i < 60; i++) {
		double middle = low + (high - low) / 2;
		if (pair_p(&others, n, middle) < alpha)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}
