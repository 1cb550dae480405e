/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reverse: the largest u of one input that still reaches a target U. What-if: U with another u of one. */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"

enum { STEPS = 200, DOUBLINGS = 100 };

/* The rows of an input (all its components move together), or one row by its own name. */
struct selection {
	const struct zhun_budget_input *input;
	size_t first, count;
	const char *name;
};

static enum zhun_code select_rows(const struct zhun_budget *b, const char *name, struct selection *ret,
				  struct zhun_error *err)
{
	for (size_t i = 0; i < b->input_count; i++) {
		const struct zhun_budget_input *in = &b->inputs[i];
		if (zhun_str_equal(in->name, name)) {
			*ret = (struct selection){in, in->first, in->count, in->name};
			return ZHUN_OK;
		}
	}
	for (size_t i = 0; i < b->row_count; i++) {
		if (zhun_str_equal(b->rows[i].name, name)) {
			*ret = (struct selection){&b->inputs[b->rows[i].input], i, 1, b->rows[i].name};
			return ZHUN_OK;
		}
	}
	return zhun_fail(err, ZHUN_E_BUDGET_INPUT, NULL, name);
}

/* A first order whose u may be changed. */
static enum zhun_code copy_first(struct zhun_arena *a, const struct budget_first *from,
				 struct budget_first *ret, struct zhun_error *err)
{
	*ret = *from;
	ret->u = ZHUN_NEW_ARRAY(a, from->b->row_count + 1, double);
	if (!ret->u)
		return zhun_no_memory(a, err);
	memcpy(ret->u, from->u, from->b->row_count * sizeof *ret->u);
	return ZHUN_OK;
}

static double u_of(const struct budget_first *f, const struct selection *s)
{
	double sum = 0;
	for (size_t i = s->first; i < s->first + s->count; i++)
		sum += f->u[i] * f->u[i];
	return sqrt(sum);
}

/* Sets the u of the selection as a whole; its parts keep their proportions. One that had none gets it
 * in its first row. */
static void set_u(const struct budget_first *base, const struct selection *s, double u,
		  struct budget_first *f)
{
	double now = u_of(base, s);
	for (size_t i = s->first; i < s->first + s->count; i++)
		f->u[i] = now > 0 ? base->u[i] * (u / now) : i == s->first ? u : 0;
}

/* An output's U with another u of the selection. */
struct trial {
	const struct budget_first *base;
	struct budget_first changed;
	struct selection s;
	const struct zhun_budget_output *output;
};

static enum zhun_code U_at(struct trial *t, double u, double *ret, struct zhun_error *err)
{
	struct zhun_budget_figure fig;
	set_u(t->base, &t->s, u, &t->changed);
	enum zhun_code code = budget_expand(&t->changed, t->output, &fig, err);
	if (!code)
		*ret = fig.U;
	return code;
}

static enum zhun_code target_of(const struct zhun_budget_ask *ask, const struct zhun_budget_output *o,
				double *ret, struct zhun_error *err)
{
	struct zhun_number n;
	struct zhun_unit unit;
	struct zhun_conversion c;
	*ret = o->target;
	if (!ask->target)
		return *ret > 0 ? ZHUN_OK : zhun_fail(err, ZHUN_E_BUDGET_TARGET, NULL, o->name);
	enum zhun_code code = budget_scan(ask->target, &o->unit.shown, &n, &unit, err);
	if (!code)
		code = zhun_conversion_make(&unit, &o->unit.shown, ZHUN_DIFFERENCE, &c, err);
	if (code)
		return code;
	*ret = zhun_convert(&c, n.value);
	return *ret > 0 ? ZHUN_OK : zhun_fail(err, ZHUN_E_BUDGET_SIGN, NULL, ask->target, "≤ 0");
}

static enum zhun_code unreachable(const struct zhun_budget_output *o, const char *name, double target,
				  double without, struct zhun_error *err)
{
	char a[ZHUN_QUANTITY_TEXT], b[ZHUN_QUANTITY_TEXT];
	const struct zhun_quantity wanted = zhun_quantity_computed(target, &o->unit.shown);
	const struct zhun_decimal d = zhun_decimal_of(without), r = zhun_decimal_round_digits(&d, 3, false);
	const struct zhun_quantity left = zhun_quantity_computed(zhun_decimal_value(&r), &o->unit.shown);
	(void)zhun_quantity_text(&wanted, a);
	(void)zhun_quantity_text(&left, b);
	return zhun_fail(err, ZHUN_E_BUDGET_UNREACHABLE, NULL, name, a, b);
}

/* U grows with u but for steps of a truncated ν_eff: the last u found below the target is given. */
static enum zhun_code search(struct trial *t, double target, double *ret, struct zhun_error *err)
{
	double now = u_of(t->base, &t->s), low = 0, high = now > 0 ? now : 1, U = 0;
	enum zhun_code code = U_at(t, high, &U, err);
	for (int i = 0; i < DOUBLINGS && !code && U <= target; i++) {
		low = high;
		high *= 2;
		code = U_at(t, high, &U, err);
	}
	if (!code && U <= target)
		return zhun_fail(err, ZHUN_E_BUDGET_UNBOUND, NULL, t->s.name, t->output->name);
	for (int i = 0; i < STEPS && !code; i++) {
		double middle = low + (high - low) / 2;
		if (!(middle > low && middle < high))
			break;
		code = U_at(t, middle, &U, err);
		if (U <= target)
			low = middle;
		else
			high = middle;
	}
	if (!code)
		*ret = low;
	return code;
}

enum zhun_code budget_reverse(struct zhun_arena *a, const struct budget_first *first,
			      const struct zhun_budget_ask *ask, struct zhun_budget_figure *fig,
			      struct zhun_error *err)
{
	struct zhun_budget_reverse r = {.input = ask->reverse};
	struct trial t = {.base = first, .output = fig->output};
	double most = 0;
	enum zhun_code code = select_rows(first->b, ask->reverse, &t.s, err);
	if (!code)
		code = target_of(ask, t.output, &r.target, err);
	if (!code)
		code = copy_first(a, first, &t.changed, err);
	if (!code)
		code = U_at(&t, 0, &r.U_without, err);
	if (!code && r.U_without > r.target)
		code = unreachable(t.output, t.s.name, r.target, r.U_without, err);
	if (!code)
		code = search(&t, r.target, &most, err);
	struct zhun_budget_reverse *kept = code ? NULL : ZHUN_NEW(a, struct zhun_budget_reverse);
	if (code)
		return code;
	if (!kept)
		return zhun_no_memory(a, err);
	r.unit = &t.s.input->unit;
	r.u_now = zhun_convert(&r.unit->out_difference, u_of(first, &t.s));
	r.u_most = zhun_convert(&r.unit->out_difference, most);
	r.factor = r.u_now > 0 ? r.u_most / r.u_now : 0;
	*kept = r;
	fig->reverse = kept;
	return ZHUN_OK;
}

/* "50 %" of what it is, or an amount. */
static enum zhun_code u_asked(struct zhun_arena *a, const char *text, const struct selection *s, double now,
			      double *ret, struct zhun_error *err)
{
	size_t n = strlen(text);
	struct zhun_number part;
	if (n > 1 && text[n - 1] == '%' && !zhun_unit_is_one(&s->input->unit.shown)) {
		const char *trimmed = NULL;
		size_t length = 0;
		zhun_str_trim(text, n - 1, &trimmed, &length);
		enum zhun_code code = zhun_number_parse(trimmed, length, &part, err);
		if (code)
			return code;
		*ret = now * part.value / 100;
		return *ret >= 0 ? ZHUN_OK : zhun_fail(err, ZHUN_E_BUDGET_SIGN, NULL, text, "< 0");
	}
	struct budget_size u;
	enum zhun_code code = budget_spread(a, text, s->input, NULL, &u, err);
	if (!code)
		*ret = zhun_convert(&s->input->unit.in_difference, u.size);
	return code;
}

enum zhun_code budget_what_if(struct zhun_arena *a, const struct budget_first *first,
			      const struct zhun_budget_ask *ask, struct zhun_budget_figure *fig,
			      struct zhun_error *err)
{
	struct zhun_budget_what_if w = {.input = ask->what_if};
	struct zhun_budget_figure then;
	struct selection s;
	struct budget_first f;
	double u = 0;
	enum zhun_code code = select_rows(first->b, ask->what_if, &s, err);
	if (!code && !ask->u)
		code = zhun_fail(err, ZHUN_E_PART_MISSING, NULL, "u");
	if (!code)
		code = u_asked(a, ask->u, &s, u_of(first, &s), &u, err);
	if (!code)
		code = copy_first(a, first, &f, err);
	if (code)
		return code;
	set_u(first, &s, u, &f);
	code = budget_expand(&f, fig->output, &then, err);
	struct zhun_budget_what_if *kept = code ? NULL : ZHUN_NEW(a, struct zhun_budget_what_if);
	if (code)
		return code;
	if (!kept)
		return zhun_no_memory(a, err);
	w.unit = &s.input->unit;
	w.u_now = zhun_convert(&w.unit->out_difference, u_of(first, &s));
	w.u_then = zhun_convert(&w.unit->out_difference, u);
	w.u = then.u;
	w.dof = then.dof;
	w.k = then.k;
	w.U = then.U;
	w.change = fig->U > 0 ? then.U / fig->U - 1 : 0;
	*kept = w;
	fig->what_if = kept;
	return ZHUN_OK;
}
