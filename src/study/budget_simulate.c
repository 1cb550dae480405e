/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Monte Carlo of a budget (JCGM 101), its histogram, and what it says of the first order (clause 8). */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"
#include "zhun/measure/montecarlo_adaptive.h"

/* Draws kept in memory for the histogram, of all outputs together; more are drawn, but not kept. */
enum { KEPT = 4000000 };

static const double reach = 4; /* standard uncertainties that the histogram shows on either side */

struct simulation {
	const struct zhun_budget *b;
	const struct zhun_budget_ask *ask;
	struct zhun_budget_figure *figures;
	struct zhun_budget_mc *mc;
	struct zhun_budget_adapted *adapted;
	size_t which[ZHUN_BUDGET_OUTPUTS], count; /* of the figures, those to be drawn */
	struct zhun_mc_task task;
	size_t before, told, total; /* draws of all passes, for the progress told */
};

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

struct zhun_budget_comparison budget_compare(const struct zhun_budget *b, const struct zhun_budget_figure *f,
					     const struct zhun_mc_summary *s)
{
	double low = f->value - f->U, high = f->value + f->U;
	const struct zhun_mc_validation v = zhun_mc_validate(s, f->u, low, high, (unsigned)b->procedure.digits);
	return (struct zhun_budget_comparison){low, high, v.tolerance, v.d_low, v.d_high, v.verdict};
}

static struct zhun_mc_end shown(const struct zhun_budget_output *o, struct zhun_mc_end e)
{
	return (struct zhun_mc_end){zhun_convert(&o->unit.out, e.at), zhun_convert(&o->unit.out, e.from),
				    zhun_convert(&o->unit.out, e.to)};
}

static void keep(const struct simulation *s, size_t which, const struct zhun_mc_summary *sum)
{
	struct zhun_budget_figure *f = &s->figures[which];
	struct zhun_budget_mc *m = &s->mc[which];
	const struct zhun_budget_output *o = f->output;
	m->draws = sum->draws;
	m->seed = s->ask->seed;
	m->p = f->p;
	m->mean = zhun_convert(&o->unit.out, sum->mean);
	m->u = zhun_convert(&o->unit.out_difference, sum->u);
	m->low = shown(o, sum->low);
	m->high = shown(o, sum->high);
	m->exact = sum->exact;
	const struct zhun_mc_summary in_unit = {
		.draws = m->draws, .mean = m->mean, .u = m->u, .low = m->low, .high = m->high};
	m->first_order = budget_compare(s->b, f, &in_unit);
	f->mc = m;
}

static bool go_on(void *context, size_t done, size_t draws)
{
	struct simulation *s = context;
	(void)draws;
	/* the adaptive procedure draws again what it decided on: what is told never falls */
	s->told = s->before + done > s->told ? s->before + done : s->told;
	return s->ask->progress(s->ask->context, s->told, s->total);
}

enum zhun_code budget_task(struct zhun_arena *a, const struct zhun_budget *b, struct zhun_mc_task *ret,
			   struct zhun_error *err)
{
	struct zhun_distribution *inputs = ZHUN_NEW_ARRAY(a, b->row_count + 1, struct zhun_distribution);
	if (!inputs)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < b->row_count; i++)
		inputs[i] = b->rows[i].distribution;
	*ret = (struct zhun_mc_task){.model = b->model, .inputs = inputs, .correlation = b->correlation};
	if (b->joint_t) {
		ret->joint = ZHUN_MC_COPULA_T;
		ret->copula_dof = b->rows[b->correlations[0].a].dof;
	}
	return ZHUN_OK;
}

struct zhun_mc_coverage budget_interval(const struct zhun_budget *b, const struct zhun_budget_figure *f)
{
	return (struct zhun_mc_coverage){f->p, b->conventions.shortest ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC};
}

/* ---- as many draws as are asked for ---- */

static size_t kept_most(const struct simulation *s)
{
	return KEPT / s->count;
}

/* All outputs with every draw kept: for the histogram, and for the figures where that is all there is. */
static enum zhun_code run_kept(struct zhun_arena *a, struct simulation *s, size_t draws, bool figures,
			       struct zhun_error *err)
{
	size_t outputs[ZHUN_BUDGET_OUTPUTS];
	struct zhun_mc_sample samples[ZHUN_BUDGET_OUTPUTS];
	s->task.draws = draws < kept_most(s) ? draws : kept_most(s);
	for (size_t i = 0; i < s->count; i++)
		outputs[i] = s->figures[s->which[i]].output->index;
	enum zhun_code code = zhun_mc_run(a, &s->task, (struct zhun_model_outputs){outputs, s->count}, samples, NULL,
					  err);
	for (size_t i = 0; i < s->count && !code; i++) {
		size_t at = s->which[i];
		const struct zhun_mc_coverage coverage = budget_interval(s->b, &s->figures[at]);
		struct zhun_mc_summary sum = {samples[i].count, samples[i].mean, samples[i].u, .exact = true};
		if (figures) {
			zhun_mc_ends(&samples[i], coverage.p, coverage.kind, &sum.low, &sum.high);
			keep(s, at, &sum);
		}
		count_bins(s->figures[at].output, &samples[i], &s->mc[at]);
	}
	s->before += s->task.draws;
	return code;
}

/* Outputs that want the same probability share a pass. */
static enum zhun_code run_pass(struct zhun_arena *a, struct simulation *s, size_t from, bool done[],
			       struct zhun_error *err)
{
	size_t n = 0, outputs[ZHUN_BUDGET_OUTPUTS] = {0}, which[ZHUN_BUDGET_OUTPUTS] = {0};
	struct zhun_mc_summary sums[ZHUN_BUDGET_OUTPUTS];
	const struct zhun_mc_coverage coverage = budget_interval(s->b, &s->figures[s->which[from]]);
	for (size_t i = from; i < s->count; i++) {
		const struct zhun_budget_figure *f = &s->figures[s->which[i]];
		if (done[i] || fabs(f->p - coverage.p) > 0)
			continue;
		done[i] = true;
		which[n] = s->which[i];
		outputs[n++] = f->output->index;
	}
	s->task.draws = s->ask->draws;
	enum zhun_code code = zhun_mc_summarise(a, &s->task, (struct zhun_model_outputs){outputs, n}, &coverage,
						sums, err);
	for (size_t i = 0; i < n && !code; i++)
		keep(s, which[i], &sums[i]);
	s->before += s->ask->draws;
	return code;
}

static size_t count_passes(const struct simulation *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++) {
		bool seen = false;
		for (size_t k = 0; k < i; k++)
			seen = seen || !(fabs(s->figures[s->which[i]].p - s->figures[s->which[k]].p) > 0);
		n += !seen;
	}
	return n;
}

static enum zhun_code run_fixed(struct zhun_arena *a, struct simulation *s, struct zhun_error *err)
{
	bool done[ZHUN_BUDGET_OUTPUTS] = {false};
	size_t kept = kept_most(s);
	s->total = s->ask->draws <= kept ? s->ask->draws : kept + count_passes(s) * s->ask->draws;
	enum zhun_code code = run_kept(a, s, s->ask->draws, true, err);
	for (size_t i = 0; i < s->count && s->ask->draws > kept && !code; i++)
		if (!done[i])
			code = run_pass(a, s, i, done, err);
	return code;
}

/* ---- as many as are needed ---- */

static enum zhun_code adapt(struct zhun_arena *a, struct simulation *s, size_t which, struct zhun_error *err)
{
	const struct zhun_budget_procedure *p = &s->b->procedure;
	const struct zhun_budget_output *o = s->figures[which].output;
	const struct zhun_conversion *to = &o->unit.out_difference;
	const struct zhun_mc_adaptive how = {.coverage = budget_interval(s->b, &s->figures[which]),
					     .digits = (unsigned)p->digits,
					     .validating = p->validating,
					     .two_stage = p->two_stage};
	struct zhun_mc_adapted got;
	s->task.draws = s->ask->draws;
	enum zhun_code code = zhun_mc_adapt(a, &s->task, o->index, &how, &got, err);
	if (code)
		return code;
	keep(s, which, &got.summary);
	s->before += s->ask->draws;
	s->adapted[which] = (struct zhun_budget_adapted){
		.sequences = got.sequences,
		.length = got.length,
		.tolerance = zhun_convert(to, got.tolerance),
		.spread = {zhun_convert(to, got.spread.mean), zhun_convert(to, got.spread.u),
			   zhun_convert(to, got.spread.low), zhun_convert(to, got.spread.high)},
		.stable = got.stable};
	s->mc[which].adapted = &s->adapted[which];
	return ZHUN_OK;
}

/* The histogram's draws are those decided on, or the first of them. */
static enum zhun_code run_adaptive(struct zhun_arena *a, struct simulation *s, struct zhun_error *err)
{
	size_t most = 0;
	enum zhun_code code = ZHUN_OK;
	s->total = s->count * s->ask->draws + kept_most(s);
	for (size_t i = 0; i < s->count && !code; i++) {
		code = adapt(a, s, s->which[i], err);
		most = s->mc[s->which[i]].draws > most ? s->mc[s->which[i]].draws : most;
	}
	return code ? code : run_kept(a, s, most, false, err);
}

enum zhun_code budget_simulate(struct zhun_arena *a, const struct zhun_budget *b,
			       const struct zhun_budget_ask *ask, struct zhun_budget_figure *figures,
			       struct zhun_error *err)
{
	struct simulation s = {.b = b, .ask = ask, .figures = figures};
	s.mc = ZHUN_NEW_ARRAY(a, b->output_count, struct zhun_budget_mc);
	s.adapted = ZHUN_NEW_ARRAY(a, b->output_count, struct zhun_budget_adapted);
	if (!s.mc || !s.adapted)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < b->output_count; i++)
		if (!figures[i].direct)
			s.which[s.count++] = i;
	if (!s.count)
		return ZHUN_OK;
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	enum zhun_code code = budget_task(a, b, &s.task, err);
	s.task.seed = ask->seed;
	s.task.threads = ask->threads;
	s.task.go_on = ask->progress ? go_on : NULL;
	s.task.context = &s;
	if (!code)
		code = b->procedure.adaptive ? run_adaptive(a, &s, err) : run_fixed(a, &s, err);
	zhun_arena_rewind(a, mark);
	return code;
}
