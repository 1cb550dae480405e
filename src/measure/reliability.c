/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The models are rows; one search (Nelder and Mead 1965) over the logarithms of their parameters fits each. */
#include "zhun/measure/reliability.h"

#include <math.h>
#include <stdbool.h>

enum { MOST_STEPS = 4000 };

/* H(t) = −ln R(t) */
static double exponential(double t, double a, double b)
{
	(void)b;
	return a * t;
}

static double weibull(double t, double a, double b)
{
	return pow(a * t, b);
}

static double mixed(double t, double a, double b)
{
	return b * log1p(a * t);
}

static double mortality(double t, double a, double b)
{
	return a * t + b * t * t;
}

static double walk(double t, double a, double b)
{
	return -log1p(-erfc(1 / sqrt(2 * (a + b * t))));
}

static double lognormal(double t, double a, double b)
{
	return -log(0.5 * erfc(log(a * t) / b * M_SQRT1_2));
}

static const struct {
	struct zhun_reliability_row row;
	double (*hazard)(double t, double a, double b);
	double start;  /* of b; of a: what the exponential has */
} models[ZHUN_R_KINDS] = {
	[ZHUN_R_EXPONENTIAL] = {{"exponential", {"exponential", "指数模型"}, 1}, exponential, 0},
	[ZHUN_R_WEIBULL] = {{"weibull", {"Weibull", "威布尔模型"}, 2}, weibull, 1},
	[ZHUN_R_MIXED] = {{"mixed_exponential", {"mixed exponential", "混合指数模型"}, 2}, mixed, 2},
	[ZHUN_R_MORTALITY] = {{"mortality_drift", {"mortality drift", "失效漂移模型"}, 2}, mortality, 0},
	[ZHUN_R_WALK] = {{"random_walk", {"random walk", "随机游走模型"}, 2}, walk, 1},
	[ZHUN_R_LOGNORMAL] = {{"lognormal", {"lognormal", "对数正态模型"}, 2}, lognormal, 1},
};

const struct zhun_reliability_row *zhun_reliability_row(enum zhun_reliability_kind kind)
{
	return &models[kind].row;
}

/* ---- the search ---- */

struct vertex {
	double p[2], minus;  /* logarithms of a and b; minus the log-likelihood there */
};

struct search {
	enum zhun_reliability_kind kind;
	const struct zhun_reliability_data *data;
	size_t n;
};

static double minus_loglik(const struct search *s, const double p[2])
{
	double sum = 0;
	for (size_t i = 0; i < s->data->count; i++) {
		double h = models[s->kind].hazard(s->data->t[i], exp(p[0]), exp(p[1]));
		double x = s->data->x[i], out = s->data->n[i] - x;
		sum += (x > 0 ? x * h : 0) - (out > 0 ? out * log(-expm1(-h)) : 0);
	}
	return isnan(sum) ? HUGE_VAL : sum;
}

static struct vertex vertex_at(const struct search *s, const double from[2], const double towards[2], double step)
{
	struct vertex v = {.p = {from[0] + step * (towards[0] - from[0]), from[1] + step * (towards[1] - from[1])}};
	v.minus = minus_loglik(s, v.p);
	return v;
}

/* The best first. */
static void sort(struct vertex *v, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k > 0 && v[k].minus < v[k - 1].minus; k--) {
			struct vertex swap = v[k];
			v[k] = v[k - 1];
			v[k - 1] = swap;
		}
}

static void step(const struct search *s, struct vertex *v)
{
	size_t n = s->n;
	double centre[2] = {0, 0};
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < 2; k++)
			centre[k] += v[i].p[k] / (double)n;
	struct vertex mirrored = vertex_at(s, centre, v[n].p, -1);
	if (mirrored.minus < v[0].minus) {
		struct vertex further = vertex_at(s, centre, v[n].p, -2);
		v[n] = further.minus < mirrored.minus ? further : mirrored;
	} else if (mirrored.minus < v[n - 1].minus) {
		v[n] = mirrored;
	} else {
		struct vertex inner = vertex_at(s, centre, mirrored.minus < v[n].minus ? mirrored.p : v[n].p, 0.5);
		if (inner.minus < fmin(mirrored.minus, v[n].minus))
			v[n] = inner;
		else
			for (size_t i = 1; i <= n; i++)
				v[i] = vertex_at(s, v[0].p, v[i].p, 0.5);
	}
	sort(v, n + 1);
}

static double size_of(const struct search *s, const struct vertex *v)
{
	double size = 0;
	for (size_t i = 1; i <= s->n; i++)
		size = fmax(size, fmax(fabs(v[i].p[0] - v[0].p[0]), fabs(v[i].p[1] - v[0].p[1])));
	return size;
}

/* From a simplex of edge @a edge about @a at, which becomes the best found; false where it did not settle. */
static bool search_from(const struct search *s, double edge, struct vertex *at)
{
	struct vertex v[3] = {*at, *at, *at};
	for (size_t i = 1; i <= s->n; i++) {
		v[i].p[i - 1] += edge;
		v[i].minus = minus_loglik(s, v[i].p);
	}
	v[0].minus = minus_loglik(s, v[0].p);
	sort(v, s->n + 1);
	for (int i = 0; i < MOST_STEPS && size_of(s, v) > 1e-10; i++)
		step(s, v);
	*at = v[0];
	/* a parameter that runs to 0 has no place to settle, but the likelihood has */
	return isfinite(v[0].minus) && v[s->n].minus - v[0].minus <= 1e-9 * fmax(1, fabs(v[0].minus));
}

static bool has_two_times(const struct zhun_reliability_data *g)
{
	for (size_t i = 1; i < g->count; i++)
		if (g->t[i] > g->t[0] || g->t[i] < g->t[0])
			return true;
	return false;
}

enum zhun_code zhun_reliability_model_fit_of(enum zhun_reliability_kind kind, const struct zhun_reliability_data *data,
					     struct zhun_reliability_model_fit *ret, struct zhun_error *err)
{
	struct zhun_reliability plain;
	const struct search s = {kind, data, models[kind].row.parameters};
	enum zhun_code code = zhun_reliability_fit(ZHUN_RELIABILITY_EXPONENTIAL, data, &plain, err);
	if (code)
		return code;
	if (s.n > 1 && !has_two_times(data))
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(1));
	double scale = kind == ZHUN_R_MORTALITY ? plain.a * plain.a
		       : kind == ZHUN_R_WALK	? plain.a
						: models[kind].start;
	struct vertex best = {.p = {kind == ZHUN_R_WALK ? 0 : log(plain.a), s.n > 1 ? log(scale) : 0}};
	/* a second start from where the first ended finds out whether it had stalled */
	bool settled = search_from(&s, 0.5, &best) && search_from(&s, 0.1, &best);
	if (!settled)
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, models[kind].row.name);
	*ret = (struct zhun_reliability_model_fit){
		.kind = kind, .a = exp(best.p[0]), .b = s.n > 1 ? exp(best.p[1]) : 0, .loglik = -best.minus,
		.aic = 2 * (double)s.n + 2 * best.minus,
	};
	return ZHUN_OK;
}

enum zhun_code zhun_reliability_best(const struct zhun_reliability_data *data, struct zhun_reliability_model_fit *ret,
				     struct zhun_error *err)
{
	struct zhun_reliability_model_fit best, fit;
	enum zhun_code code = zhun_reliability_model_fit_of(ZHUN_R_EXPONENTIAL, data, &best, err);
	if (code)
		return code;
	for (int kind = ZHUN_R_EXPONENTIAL + 1; kind < ZHUN_R_KINDS; kind++) {
		struct zhun_error one;
		/* a model that these data do not determine is no candidate */
		if (!zhun_reliability_model_fit_of((enum zhun_reliability_kind)kind, data, &fit, &one) &&
		    fit.aic < best.aic)
			best = fit;
	}
	*ret = best;
	return ZHUN_OK;
}

double zhun_reliability_at(const struct zhun_reliability_model_fit *f, double t)
{
	return exp(-models[f->kind].hazard(t, f->a, f->b));
}

double zhun_reliability_time(const struct zhun_reliability_model_fit *f, double target)
{
	double low = 1, high = 1;
	while (zhun_reliability_at(f, high) > target && high < HUGE_VAL)
		high *= 2;
	while (zhun_reliability_at(f, low) <= target && low > 0)
		low /= 2;
	if (isinf(high) || !(low > 0))
		return isinf(high) ? HUGE_VAL : 0;
	while (high - low > 1e-15 * high) {
		double middle = sqrt(low) * sqrt(high);
		if (!(middle > low && middle < high))
			break;
		if (zhun_reliability_at(f, middle) > target)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}
