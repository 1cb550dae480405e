/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions of a budget propagated without sampling, where its models allow it (JCGM 101 5.2 to 5.4). */
#include "study/budget_inside.h"

/* Components of all outputs together: each costs some milliseconds. */
enum { COMPONENTS = 400 };

static enum zhun_code keep(struct zhun_arena *a, const struct zhun_budget *b, const struct zhun_propagated *got,
			   struct zhun_budget_figure *f, struct zhun_error *err)
{
	const struct zhun_budget_unit *unit = &f->output->unit;
	struct zhun_budget_direct *d = ZHUN_NEW(a, struct zhun_budget_direct);
	if (!d)
		return zhun_no_memory(a, err);
	*d = (struct zhun_budget_direct){.way = got->way,
					 .mean = zhun_convert(&unit->out, got->mean),
					 .u = zhun_convert(&unit->out_difference, got->u),
					 .p = f->p,
					 .low = zhun_convert(&unit->out, got->low),
					 .high = zhun_convert(&unit->out, got->high)};
	/* the ends are known: nothing is left undecided */
	const struct zhun_mc_summary s = {
		.mean = d->mean, .u = d->u, .low = {d->low, d->low, d->low}, .high = {d->high, d->high, d->high}};
	d->first_order = budget_compare(b, f, &s);
	f->direct = d;
	return ZHUN_OK;
}

static enum zhun_code propagate(struct zhun_arena *a, const struct zhun_budget *b, const struct zhun_mc_task *mc,
				struct zhun_budget_figure *f, struct zhun_error *err)
{
	const struct zhun_budget_output *o = f->output;
	const struct zhun_propagation_task task = {b->model, o->index, mc->inputs, mc->correlation};
	const struct zhun_mc_coverage coverage = budget_interval(b, f);
	struct zhun_propagated got;
	struct zhun_error why = {.code = ZHUN_OK};
	const char *bar = b->row_count * b->output_count > COMPONENTS ? "many"
			  : mc->joint != ZHUN_MC_JOINTLY_NORMAL	      ? "joint"
								      : NULL;
	enum zhun_code code = bar ? zhun_fail(&why, ZHUN_E_PROPAGATION_NONE, NULL, o->name, bar)
				  : zhun_propagate(a, &task, &coverage, &got, &why);
	if (!code)
		return keep(a, b, &got, f, err);
	if (code != ZHUN_E_PROPAGATION_NONE || b->procedure.propagation == ZHUN_BUDGET_DETERMINISTIC) {
		/* a fault of the model has its place, one of the way has the output's */
		if (!why.place[0])
			(void)zhun_error_within(&why, o->name);
		if (err)
			*err = why;
		return code;
	}
	f->why_not = zhun_strdup(a, why.arg[1]);
	return f->why_not ? ZHUN_OK : zhun_no_memory(a, err);
}

enum zhun_code budget_propagate(struct zhun_arena *a, const struct zhun_budget *b, struct zhun_budget_figure *figures,
				struct zhun_error *err)
{
	struct zhun_mc_task task;
	if (b->procedure.propagation == ZHUN_BUDGET_SAMPLED)
		return ZHUN_OK;
	enum zhun_code code = budget_task(a, b, &task, err);
	for (size_t i = 0; i < b->output_count && !code; i++)
		code = propagate(a, b, &task, &figures[i], err);
	return code;
}
