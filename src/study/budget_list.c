/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An input that is a list of values: each element is a row, and the model has the input as a list. Whatever says an
 * uncertainty stands for every element, or is a list itself, one for each. Repeated readings of one quantity have the
 * standard deviation of all, with n − 1 degrees of freedom for all together (JCGM 100:2008 4.2.2, G.4; Willink 2007).
 */
#include <math.h>

#include "study/budget_draft.h"

enum { TOGETHER = 100 }; /* elements of a list that are correlated with one another */

/* The i-th of a list; what is no list is for all. Lists that say how a density looks are no lists of it. */
static const struct zhun_json *for_element(const struct zhun_json *v, size_t i)
{
	if (!v || v->kind != ZHUN_J_ARRAY)
		return v;
	const struct zhun_json *e = v->first;
	while (e && i--)
		e = e->next;
	return e;
}

static enum zhun_code check_length(struct draft *d, const struct zhun_json *v, size_t n)
{
	if (!v || v->kind != ZHUN_J_ARRAY || v->count == n)
		return ZHUN_OK;
	return budget_blame(d->r, v, ZHUN_E_EXPRESSION_LENGTHS, ZHUN_INT(v->count), ZHUN_INT(n));
}

static bool is_density(size_t way)
{
	return way >= WAY_DISTRIBUTIONS &&
	       zhun_distribution_has_density((enum zhun_distribution_kind)(way - WAY_DISTRIBUTIONS));
}

/* Ways that give values themselves do not go with a list of values. */
static enum zhun_code check_ways(struct draft *d, size_t n)
{
	const struct draft_members *m = &d->m;
	const struct zhun_json *other = m->value ? m->value : m->uncertainty ? m->uncertainty : m->way[WAY_READINGS];
	other = other ? other : m->way[WAY_CERTIFICATE] ? m->way[WAY_CERTIFICATE] : m->way[WAY_FROM];
	if (other)
		return budget_blame(d->r, other, ZHUN_E_BUDGET_WAYS, "values", other->name);
	enum zhun_code code = check_length(d, m->dof, n);
	for (size_t i = 0; i < ZHUN_COUNT(m->way) && !code; i++) {
		code = is_density(i) ? ZHUN_OK : check_length(d, m->way[i], n);
		if (!code && m->way[i] && d->in->repeated)
			code = budget_blame(d->r, m->way[i], ZHUN_E_BUDGET_WAYS, "repeated", m->way[i]->name);
	}
	return code;
}

static enum zhun_code read_numbers(struct draft *d, const struct zhun_json *list, double **ret)
{
	size_t n = 0;
	double *x = ZHUN_NEW_ARRAY(d->r->a, list->count + 1, double);
	enum zhun_code code = x ? ZHUN_OK : budget_no_memory(d->r);
	for (const struct zhun_json *v = list->first; v && !code; v = v->next)
		code = budget_quantity(d->r, v, &d->in->unit.shown, d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT,
				       &x[n++]);
	*ret = x;
	return code;
}

/* s of the values, with n − 1. */
static enum zhun_code spread_of(struct draft *d, const struct zhun_json *list, const double *x, double *ret)
{
	struct zhun_summary s;
	struct zhun_dd *exact = ZHUN_NEW_ARRAY(d->r->a, list->count + 1, struct zhun_dd);
	if (!exact)
		return budget_no_memory(d->r);
	for (size_t i = 0; i < list->count; i++)
		exact[i] = (struct zhun_dd){x[i], 0};
	enum zhun_code code =
		budget_at(d->r, list, zhun_series_summary((struct zhun_series){list->count, exact}, &s, d->r->err));
	if (!code)
		*ret = s.sd;
	return code;
}

static enum zhun_code read_element(struct draft *d, const struct zhun_json *v, double x, double s, size_t i)
{
	struct draft c = {.r = d->r, .in = d->in, .m = d->m, .has_value = true, .value = x, .first = true};
	c.row.input = d->row.input;
	c.m.dof = for_element(d->m.dof, i);
	for (size_t k = 0; k < ZHUN_COUNT(c.m.way); k++)
		c.m.way[k] = is_density(k) ? d->m.way[k] : for_element(d->m.way[k], i);
	enum zhun_code code = draft_component(&c, v);
	if (!code && d->in->repeated) {
		c.row.how = "repeated";
		c.row.dof = (double)d->in->length - 1;
		draft_set_u(&c, s);
	}
	if (code)
		return code;
	draft_settle(&c);
	const char *name = zhun_printf(d->r->a, "%s[%zu]", d->in->name, i + 1);
	return name ? draft_keep(&c, name) : budget_no_memory(d->r);
}

enum zhun_code draft_list(struct draft *d)
{
	const struct zhun_json *list = d->m.values;
	double *x = NULL, s = 0;
	size_t i = 0;
	enum zhun_code code = budget_array(d->r, list);
	if (!code && !list->count)
		code = budget_blame(d->r, list, ZHUN_E_BUDGET_VALUE, d->in->name, NULL);
	if (!code)
		code = budget_flag(d->r, d->m.repeated, &d->in->repeated);
	if (!code)
		code = budget_number(d->r, d->m.correlation, &d->in->together);
	if (code)
		return code;
	d->in->length = list->count;
	code = check_ways(d, list->count);
	if (!code)
		code = read_numbers(d, list, &x);
	if (!code && d->in->repeated)
		code = spread_of(d, list, x, &s);
	for (const struct zhun_json *v = list->first; v && !code; v = v->next, i++)
		code = read_element(d, v, x[i], s, i);
	return code;
}

/* ---- among the elements ---- */

static enum zhun_code link_elements(struct budget_reader *r, const struct zhun_budget_input *in)
{
	double n = (double)in->length;
	enum zhun_code code = ZHUN_OK;
	if (!(fabs(in->together) > 0))
		return ZHUN_OK;
	if (in->length > TOGETHER)
		return budget_blame(r, in->node, ZHUN_E_BUDGET_MANY, ZHUN_INT(TOGETHER), in->name);
	if (!(in->together <= 1 && in->together * (n - 1) >= -1)) /* else no such matrix is semidefinite */
		return budget_blame(r, in->node, ZHUN_E_PARAMETER_BAD, "correlation", "-1/(n - 1) … 1");
	for (size_t i = in->first; i < in->first + in->count && !code; i++)
		for (size_t k = i + 1; k < in->first + in->count && !code; k++)
			code = budget_take_correlation(r, (struct zhun_budget_correlation){i, k, in->together, 0});
	return code;
}

enum zhun_code budget_link_lists(struct budget_reader *r)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < r->b->input_count && !code; i++)
		code = link_elements(r, &r->b->inputs[i]);
	return code;
}

void budget_group_lists(struct zhun_budget *b, size_t group)
{
	for (size_t i = 0; i < b->input_count; i++) {
		const struct zhun_budget_input *in = &b->inputs[i];
		group += in->repeated;
		for (size_t k = in->first; in->repeated && k < in->first + in->count; k++)
			b->group[k] = group;
	}
}
