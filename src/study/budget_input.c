/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One input: its unit, its value and the components of its uncertainty, taken into coherent units. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "study/budget_draft.h"
#include "zhun/measure/chain.h"

/* From the unit shown to the coherent one. */
static void convert(struct draft *d)
{
	const struct zhun_budget_unit *u = &d->in->unit;
	struct zhun_distribution *x = &d->row.distribution;
	double size = zhun_convert(&u->in_difference, 1.0);
	const struct zhun_distribution_row *row = zhun_distribution_row(x->kind);
	double *p[] = {&x->a, &x->b, &x->c, &x->d};
	for (size_t i = 0; i < ZHUN_COUNT(p) && row->parameters[i]; i++) {
		enum draft_amount amount = draft_amount_of(row->parameters[i]);
		if (amount == AMOUNT_POINT)
			*p[i] = zhun_convert(&u->in, *p[i]);
		else if (amount == AMOUNT_SIZE)
			*p[i] = zhun_convert(&u->in_difference, *p[i]);
	}
	if (zhun_distribution_has_density(x->kind)) {
		x->a = d->first ? zhun_convert(&u->in, x->a) : 0;
		x->b *= size;
	}
	if (x->kind == ZHUN_D_LOGNORMAL)
		x->a += log(size); /* mu is that of the logarithm of the number in its unit */
	d->row.u = zhun_convert(&u->in_difference, d->row.u);
	for (size_t k = 0; d->row.chain && k < d->row.chain->influence_count; k++)
		d->row.part[k] *= size;
}

/* Where the mean goes: the first component has the value, others are deviations from it. */
void draft_settle(struct draft *d)
{
	struct zhun_distribution *x = &d->row.distribution;
	const struct zhun_distribution_row *row = zhun_distribution_row(x->kind);
	bool moves = draft_is_placed(row) && (x->kind == ZHUN_D_CONSTANT || row->parameters[1]);
	if (moves && d->first)
		x->a = d->value;
	convert(d);
	if (moves && !d->first)
		x->a = 0;
	if (d->first)
		d->row.value = zhun_convert(&d->in->unit.in, d->value);
	else
		d->row.value = moves ? 0 : zhun_distribution_mean(x);
	if (!(d->row.u > 0))
		*x = (struct zhun_distribution){ZHUN_D_CONSTANT, d->row.value, 0, 0, 0};
}

/* Counts are numbers of things: in another unit they would not be whole. */
static enum zhun_code check_counts(struct draft *d)
{
	const struct zhun_budget_unit *u = &d->in->unit;
	bool plain = zhun_convert(&u->in, 1.0) == 1.0 && zhun_convert(&u->in, 0.0) == 0.0;
	if (plain || !zhun_distribution_counts(d->row.distribution.kind))
		return ZHUN_OK;
	char unit[ZHUN_UNIT_TEXT];
	(void)zhun_unit_canonical(&u->shown, unit);
	return budget_blame(d->r, d->row.node, ZHUN_E_BUDGET_COUNTS,
			    zhun_distribution_row(d->row.distribution.kind)->name, unit);
}

enum zhun_code draft_keep(struct draft *d, const char *name)
{
	struct zhun_budget *b = d->r->b;
	if (b->row_count == ZHUN_BUDGET_ROWS)
		return budget_blame(d->r, d->row.node, ZHUN_E_BUDGET_MANY, ZHUN_INT(ZHUN_BUDGET_ROWS),
				    "inputs");
	d->row.name = name;
	b->rows[b->row_count++] = d->row;
	d->in->count++;
	return ZHUN_OK;
}

/* @a nth: of several, from 1; 0: the only one, which has the input's own name */
static enum zhun_code keep_row(struct draft *d, size_t nth_row)
{
	const char *name = nth_row ? zhun_printf(d->r->a, "%s__%zu", d->in->name, nth_row) : d->in->name;
	return name ? draft_keep(d, name) : budget_no_memory(d->r);
}

enum zhun_code draft_component(struct draft *d, const struct zhun_json *v)
{
	enum zhun_code code = budget_both(d->r, d->m.title, &d->row.title);
	d->row.how = "";
	d->row.node = v;
	d->row.distribution.kind = ZHUN_D_CONSTANT;
	if (!code)
		code = draft_way(d);
	return code ? code : check_counts(d);
}

/* ---- an input ---- */

/* The unit that a text states; a list's first element speaks for it. */
static enum zhun_code stated_unit(struct budget_reader *r, const struct zhun_json *v, bool *found,
				  struct zhun_unit *ret)
{
	const struct zhun_unit one = zhun_unit_one();
	struct zhun_number n;
	struct zhun_unit unit;
	const char *s = NULL;
	if (v && v->kind == ZHUN_J_ARRAY)
		v = v->first;
	if (!v || *found || v->kind == ZHUN_J_OBJECT || v->kind == ZHUN_J_ARRAY)
		return ZHUN_OK;
	enum zhun_code code = budget_digits(r, v, &s);
	if (code || budget_scan(s, &one, &n, &unit, NULL) || zhun_unit_equal(&unit, &one))
		return code;
	*found = true;
	*ret = unit;
	return ZHUN_OK;
}

/* The unit shown: as stated, else that of the value, of the readings, of the uncertainty. % and ppm
 * of an uncertainty are parts of the value, not its unit. */
static enum zhun_code find_unit(struct budget_reader *r, const struct draft_members *m, struct zhun_unit *ret)
{
	const struct zhun_json *certificate = m->way[WAY_CERTIFICATE];
	bool found = false;
	*ret = zhun_unit_one();
	if (m->unit)
		return budget_unit_text(r, m->unit, ret);
	enum zhun_code code = stated_unit(r, m->value ? m->value : m->values, &found, ret);
	if (!code)
		code = stated_unit(r, m->way[WAY_READINGS], &found, ret);
	if (!code && certificate)
		code = stated_unit(r, zhun_json_get(certificate, "value"), &found, ret);
	if (!code && !found && m->way[WAY_FROM])
		return draft_from_unit(r, m->way[WAY_FROM], ret);
	for (size_t i = 0; i < ZHUN_COUNT(m->way) && !code && !found; i++) {
		code = stated_unit(r, m->way[i], &found, ret);
		if (found && zhun_unit_is_one(ret)) {
			*ret = zhun_unit_one();
			found = false;
		}
	}
	return code;
}

static enum zhun_code read_value(struct draft *d)
{
	struct zhun_unit unit;
	enum zhun_code code = budget_flag(d->r, d->m.difference, &d->in->difference);
	if (!code)
		code = budget_level(d->r, d->m.level, &d->in->level);
	if (!code)
		code = find_unit(d->r, &d->m, &unit);
	const struct zhun_model_quantity q = {&unit, d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, d->in->level};
	if (!code)
		code = budget_at(d->r, d->in->node, budget_unit(d->r, &q, &d->in->unit));
	if (code || !d->m.value)
		return code;
	code = budget_quantity(d->r, d->m.value, &d->in->unit.shown,
			       d->in->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, &d->value);
	d->has_value = d->first = true;
	return code;
}

static enum zhun_code read_list(struct draft *d, const struct zhun_json *list)
{
	enum zhun_code code = budget_array(d->r, list);
	size_t nth_row = list->count > 1;
	for (const struct zhun_json *v = list->first; v && !code; v = v->next) {
		struct draft c = {.r = d->r,
				  .in = d->in,
				  .has_value = d->has_value,
				  .value = d->value,
				  .first = d->first};
		code = draft_members(d->r, v, true, &c.m);
		if (!code)
			code = draft_component(&c, v);
		if (code)
			break;
		draft_settle(&c);
		code = keep_row(&c, nth_row ? nth_row++ : 0);
		d->has_value = c.has_value;
		d->value = c.value;
		d->first = false;
	}
	return code;
}

static enum zhun_code read_components(struct draft *d)
{
	if (d->m.values)
		return draft_list(d);
	if (d->m.repeated || d->m.correlation)
		return budget_blame(d->r, d->in->node, ZHUN_E_PART_MISSING, "values", NULL);
	if (d->m.uncertainty && d->m.uncertainty->first)
		return read_list(d, d->m.uncertainty);
	enum zhun_code code = draft_component(d, d->in->node);
	if (code)
		return code;
	draft_settle(d);
	return keep_row(d, 0);
}

/* A list after which ways stand too would be counted twice. */
static enum zhun_code check_twice(struct draft *d)
{
	for (size_t i = 0; i < ZHUN_COUNT(d->m.way) && d->m.uncertainty; i++)
		if (d->m.way[i])
			return budget_blame(d->r, d->m.way[i], ZHUN_E_BUDGET_WAYS, "uncertainty",
					    d->m.way[i]->name);
	return ZHUN_OK;
}

enum zhun_code budget_read_input(struct budget_reader *r, const struct zhun_json *v)
{
	struct zhun_budget *b = r->b;
	struct zhun_budget_input *in = &b->inputs[b->input_count];
	struct draft d = {.r = r, .in = in};
	*in = (struct zhun_budget_input){.name = v->name, .first = b->row_count, .node = v};
	if (!budget_is_name(v->name))
		return budget_blame(r, v, ZHUN_E_BUDGET_NAME, v->name, NULL);
	d.row.input = b->input_count;
	enum zhun_code code = v->kind == ZHUN_J_OBJECT ? draft_members(r, v, false, &d.m) : ZHUN_OK;
	if (v->kind != ZHUN_J_OBJECT)
		d.m.value = v; /* "c: 299792458 m/s" */
	if (!code)
		code = check_twice(&d);
	if (!code)
		code = budget_both(r, d.m.title, &in->title);
	if (!code && d.m.certificate)
		code = budget_text(r, d.m.certificate, &in->certificate);
	if (!code)
		code = read_value(&d);
	if (!code)
		code = read_components(&d);
	if (!code && !d.has_value && !in->length)
		code = budget_blame(r, v, ZHUN_E_BUDGET_VALUE, in->name, NULL);
	for (size_t i = 0; i < in->count && !code; i++) {
		b->rows[in->first + i].input = b->input_count;
		in->value += b->rows[in->first + i].value;
	}
	if (!code)
		b->input_count++;
	return code;
}
