/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Monte Carlo of a budget (JCGM 101), its histogram, and what it says of the first order (clause 8). */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"
#include "zhun/measure/montecarlo_adaptive.h"

enum { FIGURES = 2 };	       /* n_dig: digits of u(y) held to be meaningful (7.9.2) */
static const double reach = 4; /* standard uncertainties that the histogram shows on either side */

static void count_bins(const struct zhun_budget_output *o, const struct zhun_mc_sample *s,
		       struct zhun_budget_mc *m)
{
	m->from = m->mean - reach * m->u;
	m->width = 2 * reach * m->u / ZHUN_BUDGET_BINS;
	m->binned = s->count;
	for (size_t i = 0; i < s->count; i++) {
		double at = m->width > 0 ? (zhun_convert(&o->unit.out, s->y[i]) - m->from) / m->width : -1;
		if (at >= 0 && at < ZHUN_BUDGET_BINS)
			m->bin[(size_t)at]++;
		else
			m->outside++;
	}
}

/* Clause 8, in the output's unit. */
static void compare(const struct zhun_budget_figure *f, struct zhun_budget_mc *m)
{
	const struct zhun_mc_summary s = {
		.draws = m->draws, .mean = m->mean, .u = m->u, .low = m->low, .high = m->high};
	m->first_low = f->value - f->U;
	m->first_high = f->value + f->U;
	const struct zhun_mc_validation v = zhun_mc_validate(&s, f->u, m->first_low, m->first_high, FIGURES);
	m->tolerance = v.tolerance;
	m->d_low = v.d_low;
	m->d_high = v.d_high;
	m->verdict = v.verdict;
}

static struct zhun_mc_end shown(const struct zhun_budget_output *o, struct zhun_mc_end e)
{
	return (struct zhun_mc_end){zhun_convert(&o->unit.out, e.at), zhun_convert(&o->unit.out, e.from),
				    zhun_convert(&o->unit.out, e.to)};
}

static void keep(const struct zhun_budget_ask *ask, const struct zhun_mc_summary *s,
		 struct zhun_budget_figure *f, struct zhun_budget_mc *m)
{
	const struct zhun_budget_output *o = f->output;
	m->draws = s->draws;
	m->seed = ask->seed;
	m->p = f->p;
	m->mean = zhun_convert(&o->unit.out, s->mean);
	m->u = zhun_convert(&o->unit.out_difference, s->u);
	m->low = shown(o, s->low);
	m->high = shown(o, s->high);
	m->exact = s->exact;
	compare(f, m);
	f->mc = m;
}

/* ---- the run ---- */

/* Draws kept in memory for the histogram, of all outputs together; more are drawn, but not kept. */
enum { KEPT = 4000000 };

struct simulation {
	const struct zhun_budget *b;
	const struct zhun_budget_ask *ask;
	struct zhun_budget_figure *figures;
	struct zhun_budget_mc *mc;
	struct zhun_mc_task task;
	enum zhun_mc_interval kind;
	size_t before, total; /* draws of all passes, for the progress told */
};

static bool go_on(void *context, size_t done, size_t draws)
{
	const struct simulation *s = context;
	(void)draws;
	return s->ask->progress(s->ask->context, s->before + done, s->total);
}

static enum zhun_code make_task(struct zhun_arena *a, struct simulation *s, struct zhun_error *err)
{
	struct zhun_distribution *inputs = ZHUN_NEW_ARRAY(a, s->b->row_count + 1, struct zhun_distribution);
	if (!inputs)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < s->b->row_count; i++)
		inputs[i] = s->b->rows[i].distribution;
	s->task = (struct zhun_mc_task){.model = s->b->model,
					.inputs = inputs,
					.correlation = s->b->correlation,
					.seed = s->ask->seed,
					.threads = s->ask->threads};
	if (s->b->joint_t) {
		s->task.joint = ZHUN_MC_COPULA_T;
		s->task.copula_dof = s->b->rows[s->b->correlations[0].a].dof;
	}
	if (s->ask->progress) {
		s->task.go_on = go_on;
		s->task.context = s;
	}
	return ZHUN_OK;
}

/* All outputs with every draw kept: for the histogram, and for the figures where that is all there is. */
static enum zhun_code run_kept(struct zhun_arena *a, struct simulation *s, struct zhun_error *err)
{
	size_t n = s->b->output_count, outputs[ZHUN_BUDGET_OUTPUTS];
	struct zhun_mc_sample samples[ZHUN_BUDGET_OUTPUTS];
	s->task.draws = s->ask->draws < KEPT / n ? s->ask->draws : KEPT / n;
	for (size_t i = 0; i < n; i++)
		outputs[i] = s->b->outputs[i].index;
	enum zhun_code code = zhun_mc_run(a, &s->task, (struct zhun_model_outputs){outputs, n}, samples, NULL, err);
	for (size_t i = 0; i < n && !code; i++) {
		struct zhun_mc_summary sum = {samples[i].count, samples[i].mean, samples[i].u, .exact = true};
		zhun_mc_ends(&samples[i], s->figures[i].p, s->kind, &sum.low, &sum.high);
		keep(s->ask, &sum, &s->figures[i], &s->mc[i]);
		count_bins(&s->b->outputs[i], &samples[i], &s->mc[i]);
	}
	return code;
}

/* Outputs that want the same probability share a pass. */
static enum zhun_code run_pass(struct zhun_arena *a, struct simulation *s, size_t from, bool done[],
			       struct zhun_error *err)
{
	size_t n = 0, outputs[ZHUN_BUDGET_OUTPUTS] = {0}, which[ZHUN_BUDGET_OUTPUTS] = {0};
	struct zhun_mc_summary sums[ZHUN_BUDGET_OUTPUTS];
	const double p = s->figures[from].p;
	const struct zhun_mc_coverage coverage = {.p = p, .kind = s->kind};
	for (size_t i = from; i < s->b->output_count; i++) {
		if (done[i] || fabs(s->figures[i].p - p) > 0)
			continue;
		done[i] = true;
		which[n] = i;
		outputs[n++] = s->b->outputs[i].index;
	}
	s->task.draws = s->ask->draws;
	enum zhun_code code = zhun_mc_summarise(a, &s->task, (struct zhun_model_outputs){outputs, n}, &coverage,
						sums, err);
	for (size_t i = 0; i < n && !code; i++)
		keep(s->ask, &sums[i], &s->figures[which[i]], &s->mc[which[i]]);
	s->before += s->ask->draws;
	return code;
}

static size_t count_passes(const struct simulation *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->b->output_count; i++) {
		bool seen = false;
		for (size_t k = 0; k < i; k++)
			seen = seen || !(fabs(s->figures[i].p - s->figures[k].p) > 0);
		n += !seen;
	}
	return n;
}

static enum zhun_code run_all(struct zhun_arena *a, struct simulation *s, struct zhun_error *err)
{
	bool done[ZHUN_BUDGET_OUTPUTS] = {false};
	size_t kept = KEPT / s->b->output_count;
	s->total = s->ask->draws <= kept ? s->ask->draws : kept + count_passes(s) * s->ask->draws;
	enum zhun_code code = run_kept(a, s, err);
	s->before = kept;
	for (size_t i = 0; i < s->b->output_count && s->ask->draws > kept && !code; i++)
		if (!done[i])
			code = run_pass(a, s, i, done, err);
	return code;
}

enum zhun_code budget_simulate(struct zhun_arena *a, const struct zhun_budget *b,
			       const struct zhun_budget_ask *ask, struct zhun_budget_figure *figures,
			       struct zhun_error *err)
{
	struct simulation s = {.b = b,
			       .ask = ask,
			       .figures = figures,
			       .kind = b->conventions.shortest ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC};
	s.mc = ZHUN_NEW_ARRAY(a, b->output_count, struct zhun_budget_mc);
	if (!s.mc)
		return zhun_no_memory(a, err);
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	enum zhun_code code = make_task(a, &s, err);
	if (!code)
		code = run_all(a, &s, err);
	zhun_arena_rewind(a, mark);
	return code;
}
