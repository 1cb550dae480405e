/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Monte Carlo of a budget (JCGM 101), its histogram, and what it says of the first order (clause 8). */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"

enum { FIGURES = 2 };	       /* n_dig: digits of u(y) held to be meaningful (7.9.2) */
static const double reach = 4; /* standard uncertainties that the histogram shows on either side */

/* δ = ½·10^l where u = c·10^l and c has as many digits (JCGM 101 7.9.2). */
static double tolerance_of(double u)
{
	const struct zhun_decimal d = zhun_decimal_of(u), c = zhun_decimal_round_digits(&d, FIGURES, false);
	const struct zhun_decimal half = {.exponent = c.exponent - 1, .count = 1, .digits = {'5'}};
	return u > 0 ? zhun_decimal_value(&half) : 0;
}

static void count_bins(const struct zhun_budget_output *o, const struct zhun_mc_sample *s,
		       struct zhun_budget_mc *m)
{
	m->from = m->mean - reach * m->u;
	m->width = 2 * reach * m->u / ZHUN_BUDGET_BINS;
	for (size_t i = 0; i < s->count; i++) {
		double at = m->width > 0 ? (zhun_convert(&o->unit.out, s->y[i]) - m->from) / m->width : -1;
		if (at >= 0 && at < ZHUN_BUDGET_BINS)
			m->bin[(size_t)at]++;
		else
			m->outside++;
	}
}

static void compare(const struct zhun_budget_figure *f, struct zhun_budget_mc *m)
{
	m->first_low = f->value - f->U;
	m->first_high = f->value + f->U;
	m->tolerance = tolerance_of(f->u);
	m->d_low = fabs(m->first_low - m->low);
	m->d_high = fabs(m->first_high - m->high);
	m->confirms = m->d_low <= m->tolerance && m->d_high <= m->tolerance;
}

static void summarise(const struct zhun_budget *b, const struct zhun_budget_ask *ask,
		      struct zhun_mc_sample *s, struct zhun_budget_figure *f, struct zhun_budget_mc *m)
{
	const struct zhun_budget_output *o = f->output;
	double low = 0, high = 0;
	m->draws = s->count;
	m->seed = ask->seed;
	m->p = f->p;
	m->mean = zhun_convert(&o->unit.out, s->mean);
	m->u = zhun_convert(&o->unit.out_difference, s->u);
	zhun_mc_interval(s, f->p, b->conventions.shortest ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC, &low,
			 &high);
	m->low = zhun_convert(&o->unit.out, low);
	m->high = zhun_convert(&o->unit.out, high);
	count_bins(o, s, m);
	compare(f, m);
	f->mc = m;
}

static enum zhun_code make_task(struct zhun_arena *a, const struct zhun_budget *b,
				const struct zhun_budget_ask *ask, struct zhun_mc_task *ret,
				struct zhun_error *err)
{
	struct zhun_distribution *inputs = ZHUN_NEW_ARRAY(a, b->row_count + 1, struct zhun_distribution);
	if (!inputs)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < b->row_count; i++)
		inputs[i] = b->rows[i].distribution;
	*ret = (struct zhun_mc_task){.model = b->model,
				     .inputs = inputs,
				     .correlation = b->correlation,
				     .seed = ask->seed,
				     .draws = ask->draws};
	return ZHUN_OK;
}

enum zhun_code budget_simulate(struct zhun_arena *a, const struct zhun_budget *b,
			       const struct zhun_budget_ask *ask, struct zhun_budget_figure *figures,
			       struct zhun_error *err)
{
	size_t n = b->output_count, outputs[ZHUN_BUDGET_OUTPUTS];
	struct zhun_budget_mc *mc = ZHUN_NEW_ARRAY(a, n, struct zhun_budget_mc);
	struct zhun_mc_sample samples[ZHUN_BUDGET_OUTPUTS];
	struct zhun_mc_task task;
	if (!mc)
		return zhun_no_memory(a, err);
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	for (size_t i = 0; i < n; i++)
		outputs[i] = b->outputs[i].index;
	enum zhun_code code = make_task(a, b, ask, &task, err);
	if (!code)
		code = zhun_mc_run(a, &task, outputs, n, samples, NULL, err);
	for (size_t i = 0; i < n && !code; i++)
		summarise(b, ask, &samples[i], &figures[i], &mc[i]);
	zhun_arena_rewind(a, mark);
	return code;
}
