/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first order of a budget: table, u, ν_eff, k, U (GUM 5.1, 5.2, 6, G.4), and the second beside it. */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"
#include "zhun/measure/chain.h"

/* Second derivatives are worked out pair by pair: with more rows than this they are left out. */
enum { SECOND_ROWS = 60 };

static const double matters = 0.05; /* of u: what is said to matter at second order */
static const double usual_k = 2;    /* where neither k nor p is asked for (JJF 1059.1 4.5.2, EA-4/02 5) */

/* c_i·u_i, with what correlation joins to it: Σ_k r_ik c_k u_k */
static double component(const struct budget_first *f, const struct zhun_budget_output *o, size_t i)
{
	return zhun_lpu_sensitivity(f->lpu, o->index, i) * f->u[i];
}

static double coefficient(const struct zhun_budget *b, size_t i, size_t k)
{
	return i == k ? 1.0 : b->correlation ? b->correlation[i * b->row_count + k] : 0.0;
}

static double variance(const struct budget_first *f, const struct zhun_budget_output *o)
{
	double sum = 0;
	for (size_t i = 0; i < f->b->row_count; i++)
		sum += component(f, o, i) * component(f, o, i);
	for (size_t i = 0; i < f->b->correlation_count; i++) {
		const struct zhun_budget_correlation *c = &f->b->correlations[i];
		sum += 2 * c->r * component(f, o, c->a) * component(f, o, c->b);
	}
	return fmax(0.0, sum);
}

/* Readings taken together are one component with n − 1 degrees of freedom (Willink 2007). */
static double group_variance(const struct budget_first *f, const struct zhun_budget_output *o, size_t group)
{
	const struct zhun_budget *b = f->b;
	double sum = 0;
	for (size_t i = 0; i < b->row_count; i++)
		for (size_t k = 0; k < b->row_count && b->group[i] == group; k++)
			if (b->group[k] == group)
				sum += coefficient(b, i, k) * component(f, o, i) * component(f, o, k);
	return sum;
}

static bool is_first_of_group(const struct zhun_budget *b, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (b->group[i] == b->group[row])
			return false;
	return true;
}

/* Where results come from earlier ones, over all that they rest on: what two share counts once. A row that had no
 * uncertainty in the budget, and got one since, is an influence by itself. */
static double chained_scatter(const struct budget_first *f, const struct zhun_budget_output *o)
{
	const struct zhun_chain *c = f->b->joined;
	double sum = 0;
	memset(f->parts, 0, c->influence_count * sizeof *f->parts);
	for (size_t i = 0; i < f->b->row_count; i++) {
		const struct zhun_budget_row *row = &f->b->rows[i];
		double part = component(f, o, i);
		budget_add_parts(f->b, c, i, part, f->parts);
		if (!(row->u > 0) && row->dof > 0 && isfinite(row->dof))
			sum += part * part * part * part / row->dof;
	}
	return sum + zhun_chain_scatter(c, f->parts, f->parts + c->influence_count);
}

/* Welch–Satterthwaite (G.2b); HUGE_VAL where nothing has finite degrees of freedom. */
static double effective_dof(const struct budget_first *f, const struct zhun_budget_output *o, double total)
{
	const struct zhun_budget *b = f->b;
	double sum = b->joined ? chained_scatter(f, o) : 0;
	for (size_t i = 0; i < b->row_count && !b->joined; i++) {
		double part = component(f, o, i) * component(f, o, i), dof = b->rows[i].dof;
		if (!(dof > 0) || isinf(dof))
			continue;
		if (b->group[i] && !is_first_of_group(b, i))
			continue;
		if (b->group[i])
			part = group_variance(f, o, b->group[i]);
		sum += part * part / dof;
	}
	return sum > 0 ? total * total / sum : HUGE_VAL;
}

static double looked_up(const struct zhun_budget *b, double dof)
{
	if (b->conventions.exact_dof || isinf(dof))
		return dof;
	return fmax(1.0, floor(dof));
}

/* What k covers at ν degrees of freedom: k = 2 at ν = 4 covers 88 %, not 95 %. */
static double probability(double k, double dof)
{
	const struct zhun_distribution d = isinf(dof) ? (struct zhun_distribution){ZHUN_D_NORMAL, 0, 1, 0, 0}
						      : (struct zhun_distribution){ZHUN_D_T, 0, 1, dof, 0};
	return 1 - 2 * zhun_distribution_upper(&d, k);
}

enum zhun_code budget_expand(const struct budget_first *f, const struct zhun_budget_output *o,
			     struct zhun_budget_figure *ret, struct zhun_error *err)
{
	double total = variance(f, o), k = o->k, p = o->p;
	double dof = effective_dof(f, o, total), used = looked_up(f->b, dof);
	enum zhun_code code = ZHUN_OK;
	if (!(k > 0) && !(p > 0))
		k = usual_k;
	if (!(k > 0))
		code = zhun_coverage_k(p, used, &k, err);
	if (code)
		return code;
	ret->u = zhun_convert(&o->unit.out_difference, sqrt(total));
	ret->dof = dof;
	ret->dof_used = used;
	ret->k = k;
	ret->p = p > 0 ? p : probability(k, used);
	ret->U = k * ret->u;
	return ZHUN_OK;
}

/* ---- the table ---- */

static void set_line(const struct budget_first *f, const struct zhun_budget_output *o, size_t i, double total,
		     struct zhun_budget_line *l)
{
	const struct zhun_budget_row *row = &f->b->rows[i];
	const struct zhun_budget_input *in = &f->b->inputs[row->input];
	double c = component(f, o, i), unit = zhun_convert(&in->unit.in_difference, 1.0);
	bool first = i == in->first || in->length;
	*l = (struct zhun_budget_line){
		.row = row,
		.unit = in->unit.shown,
		.value = first ? zhun_convert(&in->unit.out, row->value)
			       : zhun_convert(&in->unit.out_difference, row->value),
		.u = zhun_convert(&in->unit.out_difference, f->u[i]),
		.dof = row->dof > 0 ? row->dof : HUGE_VAL,
		.sensitivity = zhun_convert(&o->unit.out_difference,
					    zhun_lpu_sensitivity(f->lpu, o->index, i) * unit),
		.contribution = zhun_convert(&o->unit.out_difference, c),
		.share = total > 0 ? c * c / total : 0,
	};
	l->has_sensitivity_unit =
		zhun_unit_div(&o->unit.shown, &in->unit.shown, &l->sensitivity_unit, NULL) == ZHUN_OK;
}

static void set_term(const struct budget_first *f, const struct zhun_budget_output *o, size_t i, double total,
		     struct zhun_budget_term *t)
{
	const struct zhun_budget_correlation *c = &f->b->correlations[i];
	double unit = zhun_convert(&o->unit.out_difference, 1.0);
	double term = 2 * c->r * component(f, o, c->a) * component(f, o, c->b);
	*t = (struct zhun_budget_term){
		.of = c, .term = term * unit * unit, .share = total > 0 ? term / total : 0};
}

static enum zhun_code make_table(struct zhun_arena *a, const struct budget_first *f,
				 struct zhun_budget_figure *fig, struct zhun_error *err)
{
	const struct zhun_budget *b = f->b;
	double total = variance(f, fig->output);
	fig->lines = ZHUN_NEW_ARRAY(a, b->row_count + 1, struct zhun_budget_line);
	fig->terms = ZHUN_NEW_ARRAY(a, b->correlation_count + 1, struct zhun_budget_term);
	fig->term_count = b->correlation_count;
	if (!fig->lines || !fig->terms)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < b->row_count; i++)
		set_line(f, fig->output, i, total, &fig->lines[i]);
	for (size_t i = 0; i < b->correlation_count; i++)
		set_term(f, fig->output, i, total, &fig->terms[i]);
	return ZHUN_OK;
}

/* ---- second order ---- */

static bool is_flat(const struct budget_first *f, const struct zhun_budget_output *o)
{
	bool uncertain = false;
	for (size_t i = 0; i < f->b->row_count; i++) {
		uncertain = uncertain || f->u[i] > 0;
		if (fabs(component(f, o, i)) > 0)
			return false;
	}
	return uncertain;
}

/* A model that is not smooth enough has a first order still; then nothing is said about the second. */
static enum zhun_code second_order(struct zhun_arena *a, const struct budget_first *f,
				   struct zhun_budget_figure *fig, struct zhun_error *err)
{
	const struct zhun_budget_output *o = fig->output;
	double value = 0, u = 0;
	if (f->b->row_count > SECOND_ROWS)
		return ZHUN_OK;
	enum zhun_code code = zhun_lpu_second_order(a, f->lpu, o->index, &value, &u, err);
	if (code == ZHUN_E_NO_MEMORY || code == ZHUN_E_ARENA_CEILING)
		return code;
	if (code || !isfinite(value) || !isfinite(u))
		return ZHUN_OK;
	struct zhun_budget_second s = {.value = zhun_convert(&o->unit.out, value),
				       .u = zhun_convert(&o->unit.out_difference, u),
				       .flat = is_flat(f, o)};
	s.matters = fabs(s.value - fig->value) > matters * s.u || fabs(s.u - fig->u) > matters * fig->u;
	fig->has_second = true;
	fig->second = s;
	return ZHUN_OK;
}

/* ---- all of it ---- */

static enum zhun_code make_figure(struct zhun_arena *a, const struct budget_first *f,
				  struct zhun_budget_figure *fig, struct zhun_error *err)
{
	const struct zhun_budget_output *o = fig->output;
	fig->value = zhun_convert(&o->unit.out, zhun_lpu_value(f->lpu, o->index));
	enum zhun_code code = budget_expand(f, o, fig, err);
	if (code)
		return code;
	/* of 20 °C nothing is a part */
	fig->has_relative = fabs(fig->value) > 0 && !(fabs(o->unit.in.shift) > 0);
	fig->relative = fig->has_relative ? fig->U / fabs(fig->value) : 0;
	fig->meets_target = !(o->target > 0) || fig->U <= o->target;
	budget_round(&f->b->conventions, fig);
	code = make_table(a, f, fig, err);
	if (!code)
		code = second_order(a, f, fig, err);
	return code ? code : budget_decide(a, fig, err);
}

enum zhun_code budget_first_order(struct zhun_arena *a, const struct zhun_budget *b, struct budget_first *ret,
				  struct zhun_error *err)
{
	struct zhun_lpu_input *in = ZHUN_NEW_ARRAY(a, b->row_count + 1, struct zhun_lpu_input);
	double *u = ZHUN_NEW_ARRAY(a, b->row_count + 1, double);
	struct zhun_lpu_task task = {.model = b->model, .inputs = in, .correlation = b->correlation};
	double *parts = ZHUN_NEW_ARRAY(a, b->joined ? 3 * b->joined->influence_count + 1 : 1, double);
	if (!in || !u || !parts)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < b->row_count; i++) {
		in[i] = (struct zhun_lpu_input){b->rows[i].value, b->rows[i].u, b->rows[i].dof};
		u[i] = b->rows[i].u;
	}
	*ret = (struct budget_first){.b = b, .u = u, .parts = parts};
	return zhun_lpu_make(a, &task, &ret->lpu, err);
}

static struct zhun_budget_figure *asked_about(const struct zhun_budget_ask *ask, struct zhun_budget_result *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!ask->output || zhun_str_equal(r->figures[i].output->name, ask->output))
			return &r->figures[i];
	return NULL;
}

static enum zhun_code answer_asked(struct zhun_arena *a, const struct budget_first *f,
				   const struct zhun_budget_ask *ask, struct zhun_budget_result *r,
				   struct zhun_error *err)
{
	struct zhun_budget_figure *fig = asked_about(ask, r);
	enum zhun_code code = ZHUN_OK;
	if (!fig)
		return zhun_fail(err, ZHUN_E_BUDGET_OUTPUT, NULL, ask->output);
	if (ask->reverse)
		code = budget_reverse(a, f, ask, fig, err);
	if (!code && ask->what_if)
		code = budget_what_if(a, f, ask, fig, err);
	return code;
}

/* What fails in the model is told at its text; what fails elsewhere has no place there. */
static enum zhun_code told(struct zhun_arena *a, const struct zhun_budget *b, enum zhun_code code,
			   struct zhun_error *err)
{
	struct zhun_budget copy = *b;
	struct budget_reader r = {.a = a, .b = &copy, .err = err};
	if (!err)
		return code;
	(void)budget_blame_formula(&r, code);
	budget_set_place(&r);
	return code;
}

enum zhun_code zhun_budget_run(struct zhun_arena *a, const struct zhun_budget *b,
			       const struct zhun_budget_ask *ask, const struct zhun_budget_result **ret,
			       struct zhun_error *err)
{
	struct zhun_budget_result *r = ZHUN_NEW(a, struct zhun_budget_result);
	struct zhun_budget_figure *figures = ZHUN_NEW_ARRAY(a, b->output_count, struct zhun_budget_figure);
	struct budget_first f;
	if (!r || !figures)
		return zhun_no_memory(a, err);
	*r = (struct zhun_budget_result){b, figures, b->output_count};
	enum zhun_code code = budget_first_order(a, b, &f, err);
	for (size_t i = 0; i < r->count && !code; i++) {
		figures[i].output = &b->outputs[i];
		code = make_figure(a, &f, &figures[i], err);
	}
	if (!code)
		code = answer_asked(a, &f, ask, r, err);
	if (!code)
		code = budget_propagate(a, b, figures, err);
	if (!code && ask->draws)
		code = budget_simulate(a, b, ask, figures, err);
	if (code)
		return told(a, b, code, err);
	*ret = r;
	return ZHUN_OK;
}
