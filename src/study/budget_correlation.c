/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlated inputs: coefficients declared, or taken from readings made together (GUM 5.2.3, H.2). */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "study/budget_inside.h"

/* A row by the name of its input, where that has one component only, or by its own. */
static enum zhun_code find_row(struct budget_reader *r, const struct zhun_json *v, size_t *ret)
{
	const char *name = NULL;
	enum zhun_code code = budget_text(r, v, &name);
	if (code)
		return code;
	for (size_t i = 0; i < r->b->input_count; i++) {
		const struct zhun_budget_input *in = &r->b->inputs[i];
		if (zhun_str_equal(in->name, name) && in->count > 1)
			return budget_blame(r, v, ZHUN_E_BUDGET_CORRELATED, name,
					    r->b->rows[in->first + 1].name);
	}
	for (size_t i = 0; i < r->b->row_count; i++) {
		if (zhun_str_equal(r->b->rows[i].name, name)) {
			*ret = i;
			return ZHUN_OK;
		}
	}
	return budget_blame(r, v, ZHUN_E_BUDGET_INPUT, name, NULL);
}

/* The component of an input that comes from its readings. */
static enum zhun_code find_readings(struct budget_reader *r, const struct zhun_json *v, size_t *ret)
{
	const char *name = NULL;
	enum zhun_code code = budget_text(r, v, &name);
	for (size_t i = 0; i < r->b->row_count && !code; i++) {
		const struct zhun_budget_row *row = &r->b->rows[i];
		if (row->readings.count > 1 && (zhun_str_equal(r->b->inputs[row->input].name, name) ||
						zhun_str_equal(row->name, name))) {
			*ret = i;
			return ZHUN_OK;
		}
	}
	return code ? code : budget_blame(r, v, ZHUN_E_BUDGET_READINGS, name, NULL);
}

/* Room doubles where it is full, at powers of two. */
static enum zhun_code make_room(struct budget_reader *r)
{
	struct zhun_budget *b = r->b;
	size_t n = b->row_count, count = b->correlation_count;
	if (n > ZHUN_BUDGET_CORRELATED)
		return budget_blame(r, b->root, ZHUN_E_BUDGET_MANY, ZHUN_INT(ZHUN_BUDGET_CORRELATED), "inputs");
	if (!b->correlation) {
		b->correlation = ZHUN_NEW_ARRAY(r->a, n * n, double);
		for (size_t i = 0; i < n && b->correlation; i++)
			b->correlation[i * n + i] = 1.0;
	}
	if (count & (count - 1))
		return b->correlation ? ZHUN_OK : budget_no_memory(r);
	struct zhun_budget_correlation *more =
		ZHUN_NEW_ARRAY(r->a, count ? 2 * count : 1, struct zhun_budget_correlation);
	if (!b->correlation || !more)
		return budget_no_memory(r);
	if (count)
		memcpy(more, b->correlations, count * sizeof *more);
	b->correlations = more;
	return ZHUN_OK;
}

enum zhun_code budget_take_correlation(struct budget_reader *r, struct zhun_budget_correlation c)
{
	struct zhun_budget *b = r->b;
	size_t n = b->row_count;
	enum zhun_code code = make_room(r);
	if (code)
		return code;
	b->correlations[b->correlation_count++] = c;
	b->correlation[c.a * n + c.b] = b->correlation[c.b * n + c.a] = c.r;
	return ZHUN_OK;
}

static enum zhun_code add(struct budget_reader *r, const struct zhun_json *v, struct zhun_budget_correlation c)
{
	struct zhun_budget *b = r->b;
	if (c.a == c.b)
		return budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, b->rows[c.a].name, "[a, b, r]");
	if (!(fabs(c.r) <= 1))
		return budget_blame(r, v, ZHUN_E_BUDGET_SIGN, "|r|", "> 1");
	for (size_t i = 0; i < b->correlation_count; i++) {
		const struct zhun_budget_correlation *o = &b->correlations[i];
		if ((o->a == c.a && o->b == c.b) || (o->a == c.b && o->b == c.a))
			return budget_blame(r, v, ZHUN_E_BUDGET_WAYS, b->rows[c.a].name, b->rows[c.b].name);
	}
	return budget_take_correlation(r, c);
}

/* [a, b, 0.5], or {between: [a, b], r: 0.5} */
static enum zhun_code read_declared(struct budget_reader *r, const struct zhun_json *v)
{
	struct declared {
		const struct zhun_json *between, *r;
	} d = {NULL, NULL};
	static const struct budget_member table[] = {{"between", offsetof(struct declared, between)},
						     {"r", offsetof(struct declared, r)}};
	struct zhun_budget_correlation c = {0};
	enum zhun_code code = ZHUN_OK;
	if (v->kind == ZHUN_J_ARRAY && v->count == 3)
		d = (struct declared){v, v->first->next->next};
	else
		code = budget_members(r, v, table, ZHUN_COUNT(table), &d);
	if (code)
		return code;
	if (!d.between || !d.r || d.between->kind != ZHUN_J_ARRAY || d.between->count < 2)
		return budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, v->name ? v->name : "", "[a, b, r]");
	code = find_row(r, d.between->first, &c.a);
	if (!code)
		code = find_row(r, d.between->first->next, &c.b);
	if (!code)
		code = budget_number(r, d.r, &c.r);
	if (!code && (r->b->rows[c.a].chain || r->b->rows[c.b].chain)) /* the archive says it */
		code = budget_blame(r, v, ZHUN_E_BUDGET_WAYS, "correlations", "from");
	return code ? code : add(r, v, c);
}

static enum zhun_code pair(struct budget_reader *r, const struct zhun_json *v, size_t a, size_t b,
			   size_t group)
{
	const struct zhun_budget_row *x = &r->b->rows[a], *y = &r->b->rows[b];
	struct zhun_budget_correlation c = {.a = a, .b = b, .group = group};
	enum zhun_code code =
		budget_at(r, v, zhun_series_correlation(x->readings, y->readings, &c.r, r->err));
	return code ? code : add(r, v, c);
}

/* One set of quantities read together: every pair is correlated, and the degrees of freedom are one. */
static enum zhun_code read_group(struct budget_reader *r, const struct zhun_json *v, size_t group)
{
	size_t n = 0, *rows = ZHUN_NEW_ARRAY(r->a, v->count + 1, size_t);
	enum zhun_code code = rows ? budget_array(r, v) : budget_no_memory(r);
	for (const struct zhun_json *e = v->first; e && !code; e = e->next) {
		code = find_readings(r, e, &rows[n]);
		if (!code && r->b->group[rows[n]])
			code = budget_blame(r, e, ZHUN_E_BUDGET_WAYS, r->b->rows[rows[n]].name,
					    "simultaneous");
		if (!code)
			r->b->group[rows[n]] = group;
		for (size_t i = 0; i < n && !code; i++)
			code = pair(r, e, rows[i], rows[n], group);
		n++;
	}
	return code;
}

/* One group of readings and nothing else correlated: a multivariate t, whose parts keep their own
 * (JCGM 101 6.4.9 for one quantity). */
static bool is_one_group(const struct zhun_budget *b)
{
	double dof = 0;
	for (size_t i = 0; i < b->correlation_count; i++) {
		const struct zhun_budget_correlation *c = &b->correlations[i];
		const struct zhun_budget_row *x = &b->rows[c->a], *y = &b->rows[c->b];
		if (c->group != 1 || x->distribution.kind != ZHUN_D_T || y->distribution.kind != ZHUN_D_T)
			return false;
		dof = dof > 0 ? dof : x->dof;
		if (fabs(x->dof - dof) > 0 || fabs(y->dof - dof) > 0)
			return false;
	}
	return b->correlation_count > 0;
}

/* Other values drawn jointly are normal (JCGM 101 6.4.8): what a t would add to one alone is lost in it. */
static void draw_jointly(struct zhun_budget *b)
{
	b->joint_t = is_one_group(b);
	for (size_t i = 0; i < b->correlation_count && !b->joint_t; i++) {
		struct zhun_budget_row *both[] = {&b->rows[b->correlations[i].a],
						  &b->rows[b->correlations[i].b]};
		for (size_t k = 0; k < 2; k++)
			if (both[k]->u > 0)
				both[k]->distribution = (struct zhun_distribution){
					ZHUN_D_NORMAL, both[k]->value, both[k]->u, 0, 0};
	}
}

enum zhun_code budget_read_correlations(struct budget_reader *r, const struct zhun_json *declared,
					const struct zhun_json *simultaneous)
{
	size_t group = 0;
	r->b->group = ZHUN_NEW_ARRAY(r->a, r->b->row_count + 1, size_t);
	enum zhun_code code = r->b->group ? budget_link_lists(r) : budget_no_memory(r);
	if (!code && declared)
		code = budget_array(r, declared);
	for (const struct zhun_json *v = declared ? declared->first : NULL; v && !code; v = v->next)
		code = read_declared(r, v);
	if (!code && simultaneous)
		code = budget_array(r, simultaneous);
	for (const struct zhun_json *v = simultaneous ? simultaneous->first : NULL; v && !code; v = v->next)
		code = read_group(r, v, ++group);
	if (!code)
		budget_group_lists(r->b, group); /* before results are linked: what they rest on has groups, too */
	if (!code && r->b->correlation)
		code = budget_settle(r, declared ? declared : simultaneous ? simultaneous : r->b->root);
	if (!code)
		code = budget_link(r);
	if (!code)
		draw_jointly(r->b);
	return code;
}
