/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Models of one or two inputs that vary, rising or falling in one of them. Of one input the quantiles of the
 * output are the model at those of the input. Of two, P(y ≤ η) is the integral over the first input's
 * probability of P(f(x₁, X₂) ≤ η), whose edge in x₂ is found where the model reaches η. Means are integrals
 * over probabilities by the double exponential rule (Takahasi and Mori 1974).
 */
#include <math.h>
#include <string.h>

#include "measure/propagation.h"
#include "measure/quadrature.h"

/* so near its ends a distribution is looked at, and so many places tell whether a model rises */
static const double end = 1e-14;
enum { PLACES = 400, FEW_PLACES = 24, NODES = 100 };

struct surface {
	const struct zhun_propagation_task *t;
	double *x, *work;
	size_t first, second; /* inputs; second is that in which the model rises or falls */
	double direction;     /* 1 rises, −1 falls */
	double low, high;     /* of y, nearly */
	double level;	      /* y whose probability is sought */
};

static const struct zhun_distribution *distribution(const struct surface *s, size_t input)
{
	return &s->t->inputs[input];
}

/* f at a value of the second input; NAN outside of its domain */
static double at_second(const void *context, double x)
{
	const struct surface *s = context;
	double y;
	s->x[s->second] = x;
	return zhun_model_value(s->t->model, s->t->output, s->x, s->work, &y, NULL) ? (double)NAN : y;
}

static double probability(int k, int places)
{
	return fmin(fmax((double)k / places, end), 1.0 - end);
}

/* Whether f rises or falls throughout in the second input, where the first stands: 0 neither. */
static double direction_here(const struct surface *s, int places)
{
	double before = 0.0, direction = 0.0;
	for (int k = 0; k <= places; k++) {
		double x = zhun_distribution_quantile(distribution(s, s->second), probability(k, places));
		double y = at_second(s, x), way = y > before ? 1.0 : y < before ? -1.0 : 0.0;
		if (!isfinite(y) || (k > 0 && (way == 0.0 || (direction != 0.0 && way != direction))))
			return 0.0;
		direction = k > 0 ? way : 0.0;
		before = y;
	}
	return direction;
}

static enum zhun_code open_surface(struct zhun_arena *a, const struct zhun_propagation_task *t,
				   struct surface **ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(t->model);
	struct surface *s = ZHUN_NEW(a, struct surface);
	if (!s)
		return zhun_no_memory(a, err);
	*s = (struct surface){.t = t,
			      .x = ZHUN_NEW_ARRAY(a, n, double),
			      .work = ZHUN_NEW_ARRAY(a, zhun_model_work(t->model, 1), double)};
	if (!s->x || !s->work)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		s->x[i] = zhun_distribution_mean(&t->inputs[i]);
	*ret = s;
	return ZHUN_OK;
}

/* ---- means ---- */

/* a place in (0, 1) and its weight; nodes run from −NODES to NODES */
static double node(int k, double *ret_weight)
{
	const double pi = 3.14159265358979323846, step = 3.2 / NODES;
	double t = k * step, p = 1.0 / (1.0 + exp(-pi * sinh(t)));
	*ret_weight = step * pi * cosh(t) * p * (1.0 - p);
	return fmin(fmax(p, end), 1.0 - end);
}

struct moments {
	double weight, sum, square;
};

static void add_second(const struct surface *s, double weight, double centre, struct moments *m)
{
	for (int k = -NODES; k <= NODES; k++) {
		double w, p = node(k, &w), y = at_second(s, zhun_distribution_quantile(distribution(s, s->second), p));
		m->weight += weight * w;
		m->sum += weight * w * (y - centre);
		m->square += weight * w * (y - centre) * (y - centre);
	}
}

static bool give_moments(const struct moments *m, double centre, struct law *ret)
{
	double mean = m->sum / m->weight;
	ret->mean = centre + mean;
	ret->u = sqrt(fmax(0.0, m->square / m->weight - mean * mean));
	return isfinite(ret->mean) && isfinite(ret->u);
}

static bool has_moments(const struct surface *s, size_t input)
{
	return isfinite(zhun_distribution_sd(distribution(s, input)));
}

/* ---- one input ---- */

static double quantile_of_one(const void *context, double p)
{
	const struct surface *s = context;
	double x = zhun_distribution_quantile(distribution(s, s->second), s->direction > 0.0 ? p : 1.0 - p);
	return at_second(s, x);
}

enum zhun_code law_of_one(struct zhun_arena *a, const struct zhun_propagation_task *t, size_t input,
			  struct law *ret, struct zhun_error *err)
{
	struct surface *s = NULL;
	struct moments m = {0};
	enum zhun_code code = open_surface(a, t, &s, err);
	if (code)
		return code;
	s->second = input;
	s->direction = direction_here(s, PLACES);
	double centre = quantile_of_one(s, 0.5);
	if (s->direction == 0.0 || !has_moments(s, input))
		return propagation_none(t, "f'", err);
	add_second(s, 1.0, centre, &m);
	*ret = (struct law){.quantile = quantile_of_one, .context = s};
	return give_moments(&m, centre, ret) ? ZHUN_OK : propagation_none(t, "∞", err);
}

/* ---- two inputs ---- */

static void set_first(const struct surface *s, double p)
{
	s->x[s->first] = zhun_distribution_quantile(distribution(s, s->first), p);
}

/* P(f(x₁, X₂) ≤ level), x₁ the first input's quantile of p */
static double below_level(double p, const void *context)
{
	const struct surface *s = context;
	const struct zhun_distribution *d = distribution(s, s->second);
	double low = zhun_distribution_quantile(d, end), high = zhun_distribution_quantile(d, 1.0 - end);
	set_first(s, fmin(fmax(p, end), 1.0 - end));
	double at_low = at_second(s, low), at_high = at_second(s, high);
	double from = fmin(at_low, at_high), to = fmax(at_low, at_high);
	if (s->level <= from || s->level >= to)
		return s->level >= to ? 1.0 : 0.0;
	double edge = curve_reaches(at_second, s, low, high, s->level);
	return s->direction > 0.0 ? zhun_distribution_cdf(d, edge) : zhun_distribution_upper(d, edge);
}

static double probability_below(const void *context, double y)
{
	static const double cuts[] = {0.0, 1e-3, 0.5, 1.0 - 1e-3, 1.0};
	struct surface s = *(const struct surface *)context;
	double p;
	s.level = y;
	return quadrature(below_level, &s, cuts, ZHUN_COUNT(cuts), 1e-9, &p) ? p : (double)NAN;
}

static double quantile_of_two(const void *context, double p)
{
	const struct surface *s = context;
	return curve_reaches(probability_below, s, s->low, s->high, p);
}

/* f rises, or falls, in the second input wherever the first stands; and how far y reaches. */
static bool is_ruled(struct surface *s)
{
	s->direction = 0.0;
	s->low = HUGE_VAL;
	s->high = -HUGE_VAL;
	for (int k = 0; k <= FEW_PLACES; k++) {
		set_first(s, probability(k, FEW_PLACES));
		double way = direction_here(s, FEW_PLACES * 4);
		if (way == 0.0 || (k > 0 && way != s->direction))
			return false;
		s->direction = way;
		for (int j = 0; j < 2; j++) {
			double x = zhun_distribution_quantile(distribution(s, s->second), probability(j, 1));
			double y = at_second(s, x);
			s->low = fmin(s->low, y);
			s->high = fmax(s->high, y);
		}
	}
	return true;
}

enum zhun_code law_of_two(struct zhun_arena *a, const struct zhun_propagation_task *t, const size_t inputs[2],
			  struct law *ret, struct zhun_error *err)
{
	struct surface *s = NULL;
	struct moments m = {0};
	enum zhun_code code = open_surface(a, t, &s, err);
	if (code)
		return code;
	bool ruled = false;
	for (size_t i = 0; i < 2 && !ruled; i++) {
		s->first = inputs[i];
		s->second = inputs[1 - i];
		ruled = is_ruled(s);
	}
	if (!ruled || !has_moments(s, inputs[0]) || !has_moments(s, inputs[1]))
		return propagation_none(t, "∂f", err);
	set_first(s, 0.5);
	double centre = at_second(s, zhun_distribution_quantile(distribution(s, s->second), 0.5));
	for (int k = -NODES; k <= NODES; k++) {
		double weight, p = node(k, &weight);
		set_first(s, p);
		add_second(s, weight, centre, &m);
	}
	*ret = (struct law){.quantile = quantile_of_two, .context = s};
	return give_moments(&m, centre, ret) ? ZHUN_OK : propagation_none(t, "∞", err);
}
