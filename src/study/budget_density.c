/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Densities of one's own in a budget: a histogram by edges and weights or as a table of bins, a formula of x on an
 * interval. Numbers are those of the unit shown; the row then moves and stretches the density into coherent units.
 */
#include <stddef.h>
#include <string.h>

#include "study/budget_draft.h"
#include "study/study.h"
#include "zhun/measure/density.h"

static enum zhun_code point(struct draft *d, const struct zhun_json *v, double *ret)
{
	return budget_quantity(d->r, v, &d->in->unit.shown, d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, ret);
}

struct bins {
	double *edge, *weight;
	size_t count;
};

static enum zhun_code make_bins(struct draft *d, const struct zhun_json *v, size_t most, struct bins *ret)
{
	if (v->count > ZHUN_DENSITY_BINS)
		return budget_blame(d->r, v, ZHUN_E_BUDGET_MANY, ZHUN_INT(ZHUN_DENSITY_BINS), "bins");
	*ret = (struct bins){.edge = ZHUN_NEW_ARRAY(d->r->a, most + 1, double),
			     .weight = ZHUN_NEW_ARRAY(d->r->a, most + 1, double)};
	return ret->edge && ret->weight ? ZHUN_OK : budget_no_memory(d->r);
}

/* {edges: [0, 1, 2], weights: [5, 7]} */
static enum zhun_code by_lists(struct draft *d, const struct zhun_json *v, struct bins *ret)
{
	struct lists {
		const struct zhun_json *edges, *weights;
	} m = {NULL, NULL};
	static const struct budget_member table[] = {{"edges", offsetof(struct lists, edges)},
						     {"weights", offsetof(struct lists, weights)}};
	enum zhun_code code = budget_members(d->r, v, table, ZHUN_COUNT(table), &m);
	if (!code && !(m.edges && m.weights))
		code = budget_blame(d->r, v, ZHUN_E_PART_MISSING, m.edges ? "weights" : "edges", NULL);
	if (!code)
		code = budget_array(d->r, m.edges);
	if (!code)
		code = budget_array(d->r, m.weights);
	if (!code)
		code = make_bins(d, m.weights, m.weights->count, ret);
	if (!code && m.edges->count != m.weights->count + 1)
		code = budget_blame(d->r, m.edges, ZHUN_E_PARAMETER_BAD, "edges", "n(weights) + 1");
	size_t i = 0;
	for (const struct zhun_json *e = code ? NULL : m.edges->first; e && !code; e = e->next)
		code = point(d, e, &ret->edge[i++]);
	for (const struct zhun_json *w = code ? NULL : m.weights->first; w && !code; w = w->next)
		code = budget_number(d->r, w, &ret->weight[ret->count++]);
	return code;
}

/* A row of the table, [from, to, weight]; a gap before it is a bin without weight. */
static enum zhun_code take_row(struct draft *d, const struct zhun_json *row, struct bins *b)
{
	double from = 0, to = 0, weight = 0;
	enum zhun_code code = budget_array(d->r, row);
	if (!code && row->count != 3)
		code = budget_blame(d->r, row, ZHUN_E_BUDGET_SHAPE, row->name, "[from, to, weight]");
	if (!code)
		code = point(d, row->first, &from);
	if (!code)
		code = point(d, row->first->next, &to);
	if (!code)
		code = budget_number(d->r, row->first->next->next, &weight);
	if (code)
		return code;
	if (!b->count)
		b->edge[0] = from;
	if (from < b->edge[b->count] || !(to > from))
		return budget_blame(d->r, row, ZHUN_E_PARAMETER_BAD, "edges", "e1 < e2 < …");
	if (from > b->edge[b->count])
		b->edge[++b->count] = from;
	b->weight[b->count] = weight;
	b->edge[++b->count] = to;
	return ZHUN_OK;
}

static enum zhun_code by_table(struct draft *d, const struct zhun_json *v, struct bins *ret)
{
	enum zhun_code code = make_bins(d, v, 2 * v->count, ret);
	for (const struct zhun_json *row = v->first; row && !code; row = row->next)
		code = take_row(d, row, ret);
	return code;
}

static enum zhun_code by_formula(struct draft *d, const struct zhun_json *v, const struct zhun_density **ret)
{
	struct members {
		const struct zhun_json *density, *low, *high;
	} m = {NULL, NULL, NULL};
	static const struct budget_member table[] = {{"density", offsetof(struct members, density)},
						     {"low", offsetof(struct members, low)},
						     {"high", offsetof(struct members, high)}};
	const char *text = NULL;
	double low = 0, high = 0;
	enum zhun_code code = budget_members(d->r, v, table, ZHUN_COUNT(table), &m);
	if (!code && !(m.density && m.low && m.high))
		code = budget_blame(d->r, v, ZHUN_E_PART_MISSING, m.density ? m.low ? "high" : "low" : "density",
				    NULL);
	if (!code)
		code = budget_text(d->r, m.density, &text);
	if (!code)
		code = point(d, m.low, &low);
	if (!code)
		code = point(d, m.high, &high);
	if (code)
		return code;
	return budget_at(d->r, m.density, study_density(d->r->a, text, low, high, ret, d->r->err));
}

enum zhun_code draft_density(struct draft *d, const struct zhun_json *v, enum zhun_distribution_kind kind)
{
	const struct zhun_density *density = NULL;
	struct bins b = {NULL};
	enum zhun_code code;
	if (kind == ZHUN_D_FORMULA)
		code = by_formula(d, v, &density);
	else
		code = v->kind == ZHUN_J_ARRAY ? by_table(d, v, &b) : by_lists(d, v, &b);
	if (!code && kind == ZHUN_D_HISTOGRAM)
		code = budget_at(d->r, v, zhun_density_of_histogram(d->r->a, b.edge, b.weight, b.count, &density,
								    d->r->err));
	if (!code)
		d->row.distribution = (struct zhun_distribution){.kind = kind, .b = 1, .density = density};
	return code;
}
