/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo_adaptive.h"

#include <math.h>
#include <string.h>

#include "measure/montecarlo_draw.h"
#include "measure/montecarlo_order.h"
#include "zhun/base/number.h"

enum { LEAST = 10000, TOGETHER = 1 << 17, FIRST_STAGE = 10 };

/* the four figures of one sequence; index of each */
enum figure { MEAN, U, LOW, HIGH, FIGURES };

/* a figure's average over sequences and the sum of squares about it (Welford 1962) */
struct average {
	double mean, squares;
};

struct adapting {
	struct mc_crew crew;
	const struct zhun_mc_adaptive *how;
	size_t length, sequences;
	double *y; /* of a round */
	size_t from;
	struct average figures[FIGURES];
	double variances; /* Σ of the sequences' variances */
	bool enough;
	size_t lost, first_lost;
};

double zhun_mc_tolerance(double u, unsigned digits)
{
	if (!(u > 0.0) || !isfinite(u))
		return 0.0;
	const struct zhun_decimal d = zhun_decimal_of(u), c = zhun_decimal_round_digits(&d, (int)digits, false);
	/* from the first digit on, as noughts at the end may stand or not */
	int last = c.exponent + c.count - (int)digits;
	const struct zhun_decimal half = {.exponent = last - 1, .count = 1, .digits = {'5'}};
	return zhun_decimal_value(&half);
}

static void visit(void *context, size_t worker, size_t chunk, const double *const *y, size_t at, size_t n)
{
	struct adapting *s = context;
	(void)worker;
	(void)chunk;
	memcpy(s->y + (at - s->from), y[0], n * sizeof(**y));
}

static void add(struct average *a, double x, size_t n)
{
	double d = x - a->mean;
	a->mean += d / (double)n;
	a->squares += d * (x - a->mean);
}

/* false: a draw is no number */
static bool is_finite(struct adapting *s, const double *y, size_t at)
{
	for (size_t i = 0; i < s->length; i++) {
		if (isfinite(y[i]))
			continue;
		s->first_lost = s->lost ? s->first_lost : at + i;
		s->lost++;
	}
	return s->lost == 0;
}

static void take_sequence(struct adapting *s, double *y)
{
	struct zhun_mc_sample sample = {.count = s->length, .y = y};
	struct average all = {0.0, 0.0};
	double low, high;
	for (size_t i = 0; i < s->length; i++)
		add(&all, y[i], i + 1);
	zhun_mc_interval(&sample, s->how->coverage.p, s->how->coverage.kind, &low, &high);
	double variance = all.squares / (double)(s->length - 1);
	size_t n = ++s->sequences;
	s->variances += variance;
	add(&s->figures[MEAN], all.mean, n);
	add(&s->figures[U], sqrt(variance), n);
	add(&s->figures[LOW], low, n);
	add(&s->figures[HIGH], high, n);
}

/* u of all draws so far: within sequences and between them */
static double u_of_all(const struct adapting *s)
{
	double n = (double)s->length, h = (double)s->sequences;
	return sqrt(((n - 1.0) * s->variances + n * s->figures[MEAN].squares) / (n * h - 1.0));
}

static double tolerance_of(const struct adapting *s)
{
	return zhun_mc_tolerance(u_of_all(s), s->how->digits) / (s->how->validating ? 5.0 : 1.0);
}

/* 7.9.4 f): twice the standard deviation of the average */
static double spread_of(const struct adapting *s, enum figure f)
{
	double h = (double)s->sequences;
	return 2.0 * sqrt(s->figures[f].squares / (h * (h - 1.0)));
}

static double widest(const struct adapting *s)
{
	return fmax(fmax(spread_of(s, MEAN), spread_of(s, U)), fmax(spread_of(s, LOW), spread_of(s, HIGH)));
}

static bool is_stable(const struct adapting *s)
{
	return s->sequences >= 2 && widest(s) <= tolerance_of(s);
}

/* So many sequences that t·s/√h ≤ δ, with t of the first stage's degrees of freedom: fixed before those that
 * it asks for are seen. */
static enum zhun_code ask_second_stage(struct adapting *s, size_t *needed, struct zhun_error *err)
{
	double t, delta = tolerance_of(s), h = (double)s->sequences;
	double half = 0.5 * widest(s); /* s/√h */
	enum zhun_code code = zhun_coverage_k(0.95, h - 1.0, &t, err);
	if (code)
		return code;
	double wanted = half > 0.0 ? fmax(h, ceil(h * (t * half / delta) * (t * half / delta))) : h;
	s->enough = wanted <= (double)*needed;
	*needed = s->enough ? (size_t)wanted : *needed;
	return ZHUN_OK;
}

/* Another sequence has been taken: whether it was the last, or how many there are to be. */
static enum zhun_code decide(struct adapting *s, size_t *needed, struct zhun_error *err)
{
	if (s->how->two_stage && s->sequences == FIRST_STAGE)
		return ask_second_stage(s, needed, err);
	if (!s->how->two_stage && is_stable(s)) {
		s->enough = true;
		*needed = s->sequences;
	}
	return ZHUN_OK;
}

/* ---- the run ---- */

/* One round of sequences; those behind the last one needed are thrown away. */
static enum zhun_code run_round(struct zhun_arena *a, struct adapting *s, size_t count, size_t *needed,
				struct zhun_error *err)
{
	const struct zhun_mc_task *t = s->crew.source.task;
	s->from = s->sequences * s->length;
	mc_round(&s->crew, s->from, s->from + count * s->length, visit, s);
	size_t from = s->from;
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < count && s->sequences < *needed && !code; i++) {
		if (!is_finite(s, s->y + i * s->length, from + i * s->length))
			return mc_blame(a, &s->crew, s->first_lost, s->lost, from + (i + 1) * s->length, err);
		take_sequence(s, s->y + i * s->length);
		code = decide(s, needed, err);
	}
	if (code)
		return code;
	size_t done = s->sequences * s->length;
	if (t->go_on && !t->go_on(t->context, done, t->draws))
		return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(done), ZHUN_INT(t->draws));
	return ZHUN_OK;
}

static enum zhun_code run_all(struct zhun_arena *a, struct adapting *s, struct zhun_error *err)
{
	size_t needed = s->crew.source.task->draws / s->length;
	size_t together = s->length < TOGETHER ? TOGETHER / s->length : 1;
	s->y = ZHUN_NEW_ARRAY(a, together * s->length, double);
	if (!s->y)
		return zhun_no_memory(a, err);
	enum zhun_code code = ZHUN_OK;
	while (s->sequences < needed && !code) {
		size_t left = needed - s->sequences;
		code = run_round(a, s, left < together ? left : together, &needed, err);
	}
	return code;
}

/* 7.9.4 b): at least 10⁴ and 100/(1 − p), here in whole blocks */
static size_t length_of(double p)
{
	double least = fmax(LEAST, ceil(100.0 / (1.0 - p)));
	return (size_t)ceil(least / MC_BLOCK) * MC_BLOCK;
}

static enum zhun_code check(const struct zhun_mc_task *task, const struct zhun_mc_adaptive *how,
			    struct zhun_error *err)
{
	if (!(how->coverage.p > 0.0 && how->coverage.p <= 0.99999))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "p", "> 0, ≤ 0.99999");
	if (how->digits < 1 || how->digits > 9)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "digits", "1 … 9");
	size_t least = 2 * length_of(how->coverage.p);
	if (task->draws < least)
		return zhun_fail(err, ZHUN_E_MC_DRAWS, NULL, ZHUN_INT(task->draws), ZHUN_INT(least));
	return ZHUN_OK;
}

static enum zhun_code adapt(struct zhun_arena *a, struct adapting *s, struct zhun_mc_adapted *ret,
			    struct zhun_error *err)
{
	struct zhun_mc_task whole = *s->crew.source.task;
	enum zhun_code code = run_all(a, s, err);
	if (code)
		return code;
	*ret = (struct zhun_mc_adapted){
		.sequences = s->sequences,
		.length = s->length,
		.tolerance = tolerance_of(s),
		.stable = s->enough,
		.spread = {spread_of(s, MEAN), spread_of(s, U), spread_of(s, LOW), spread_of(s, HIGH)},
	};
	whole.draws = s->sequences * s->length;
	return zhun_mc_summarise(a, &whole, s->crew.source.outputs, &s->how->coverage, &ret->summary, err);
}

enum zhun_code zhun_mc_adapt(struct zhun_arena *a, const struct zhun_mc_task *task, size_t output,
			     const struct zhun_mc_adaptive *how, struct zhun_mc_adapted *ret, struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	struct zhun_mc_adapted got;
	struct adapting s = {.how = how};
	enum zhun_code code = check(task, how, err);
	if (code)
		return code;
	s.length = length_of(how->coverage.p);
	code = mc_crew_make(a, task, (struct zhun_model_outputs){&output, 1}, &s.crew, err);
	if (!code)
		code = adapt(a, &s, &got, err);
	mc_crew_close(&s.crew);
	zhun_arena_rewind(a, mark);
	if (!code)
		*ret = got;
	return code;
}

/* ---- clause 8 ---- */

struct zhun_mc_validation zhun_mc_validate(const struct zhun_mc_summary *mc, double u, double low, double high,
					   unsigned digits)
{
	struct zhun_mc_validation v = {.tolerance = zhun_mc_tolerance(u, digits),
				       .d_low = fabs(low - mc->low.at),
				       .d_high = fabs(high - mc->high.at)};
	const struct zhun_mc_end *ends[] = {&mc->low, &mc->high};
	const double first[] = {low, high};
	double nearest = 0.0, farthest = 0.0; /* of the worse end */
	for (size_t i = 0; i < 2; i++) {
		double below = ends[i]->from - first[i], above = first[i] - ends[i]->to;
		nearest = fmax(nearest, fmax(below, above));
		farthest = fmax(farthest, fmax(first[i] - ends[i]->from, ends[i]->to - first[i]));
	}
	v.verdict = farthest <= v.tolerance  ? ZHUN_MC_CONFIRMED
		    : nearest > v.tolerance ? ZHUN_MC_NOT_CONFIRMED
					    : ZHUN_MC_UNDECIDED;
	return v;
}

enum zhun_code zhun_mc_stationary(struct zhun_arena *a, const struct zhun_lpu_task *task, size_t output, bool *ret,
				  struct zhun_error *err)
{
	size_t n = zhun_model_inputs(task->model);
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_jet_work(task->model), double);
	double *x = ZHUN_NEW_ARRAY(a, n, double), *d = ZHUN_NEW_ARRAY(a, n, double);
	bool *found = ZHUN_NEW_ARRAY(a, n, bool);
	enum zhun_code code = work && x && d && found ? ZHUN_OK : zhun_no_memory(a, err);
	for (size_t i = 0; i < n && !code; i++)
		x[i] = task->inputs[i].value;
	for (size_t i = 0; i < n && !code; i++) {
		const double *const at[3] = {x, d, d};
		struct zhun_jet j;
		d[i] = task->inputs[i].u;
		code = zhun_model_jet(task->model, output, at, work, &j, err);
		found[i] = !code && fabs(j.tt) > fabs(j.t);
		d[i] = 0.0;
	}
	if (!code)
		memcpy(ret, found, n * sizeof(*ret));
	zhun_arena_rewind(a, mark);
	return code;
}
