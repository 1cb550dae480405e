/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model's formulas and the outputs asked for, and the program compiled from them. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "study/budget_inside.h"

/* One formula, and where its text stands in the document. */
struct formula {
	const char *name, *text;
	const struct zhun_json *node;
	size_t line, column; /* of the text within the node's, from 0 */
	bool output;	     /* of "model", not of "let" */
};

struct budget_formulas {
	struct formula *at;
	size_t count, cap;
};

static enum zhun_code add(struct budget_reader *r, struct budget_formulas *f, struct formula one)
{
	if (!budget_is_name(one.name))
		return budget_blame(r, one.node, ZHUN_E_BUDGET_NAME, one.name, NULL);
	if (f->count == f->cap) {
		size_t cap = f->cap ? 2 * f->cap : 16;
		struct formula *more = ZHUN_NEW_ARRAY(r->a, cap, struct formula);
		if (!more)
			return budget_no_memory(r);
		if (f->count)
			memcpy(more, f->at, f->count * sizeof *more);
		f->at = more;
		f->cap = cap;
	}
	f->at[f->count++] = one;
	return ZHUN_OK;
}

/* A part of a node's text, and where in it it stands. */
struct stretch {
	const char *s;
	size_t n, line, column;
};

/* "name = expression" */
static enum zhun_code read_equation(struct budget_reader *r, struct budget_formulas *f, const struct zhun_json *v,
				    const struct stretch *part)
{
	const char *s = part->s, *equals = memchr(s, '=', part->n), *name = NULL;
	size_t n = part->n;
	size_t length = 0;
	if (!equals)
		return budget_blame(r, v, ZHUN_E_BUDGET_SHAPE, v->name, "y = …");
	zhun_str_trim(s, (size_t)(equals - s), &name, &length);
	struct formula one = {.node = v, .line = part->line, .output = true};
	size_t at = (size_t)(equals - s) + 1;
	at += strspn(s + at, " \t");
	at = at < n ? at : n;
	one.name = zhun_strndup(r->a, name, length);
	one.text = zhun_strndup(r->a, s + at, n - at);
	one.column = part->column + at;
	return one.name && one.text ? add(r, f, one) : budget_no_memory(r);
}

/* Equations, one a line or with ";" between, unless that ends a step of "let" within one. */
static enum zhun_code read_equations(struct budget_reader *r, struct budget_formulas *f, const struct zhun_json *v)
{
	struct stretch at = {.s = v->text};
	const char *ends = strstr(at.s, "let ") ? "\n" : "\n;";
	while (*at.s) {
		at.n = strcspn(at.s, ends);
		enum zhun_code code = strspn(at.s, " \t") < at.n ? read_equation(r, f, v, &at) : ZHUN_OK;
		if (code)
			return code;
		char end = at.s[at.n];
		at.column = end == '\n' ? 0 : at.column + at.n + 1;
		at.line += end == '\n';
		at.s += at.n + (end ? 1 : 0);
	}
	return ZHUN_OK;
}

static enum zhun_code read_formulas(struct budget_reader *r, const struct zhun_json *v, bool output,
				    struct budget_formulas *f)
{
	if (!v)
		return ZHUN_OK;
	if (v->kind == ZHUN_J_STRING && output)
		return read_equations(r, f, v);
	enum zhun_code code = budget_object(r, v);
	for (const struct zhun_json *m = v->first; m && !code; m = m->next) {
		struct formula one = {.name = m->name, .node = m, .output = output};
		code = budget_text(r, m, &one.text);
		if (!code)
			code = add(r, f, one);
	}
	return code;
}

/* ---- outputs ---- */

struct output_members {
	const struct zhun_json *title, *unit, *difference, *level, *k, *p, *target, *tolerance, *note;
};

static const struct budget_member output_table[] = {
	{"title", offsetof(struct output_members, title)},
	{"unit", offsetof(struct output_members, unit)},
	{"difference", offsetof(struct output_members, difference)},
	{"level", offsetof(struct output_members, level)},
	{"k", offsetof(struct output_members, k)},
	{"p", offsetof(struct output_members, p)},
	{"target", offsetof(struct output_members, target)},
	{"tolerance", offsetof(struct output_members, tolerance)},
	{"note", offsetof(struct output_members, note)},
};

struct tolerance_members {
	const struct zhun_json *low, *high, *nominal, *plus_minus, *rule, *guard;
};

static const struct budget_member tolerance_table[] = {
	{"low", offsetof(struct tolerance_members, low)},
	{"high", offsetof(struct tolerance_members, high)},
	{"nominal", offsetof(struct tolerance_members, nominal)},
	{"plus_minus", offsetof(struct tolerance_members, plus_minus)},
	{"rule", offsetof(struct tolerance_members, rule)},
	{"guard", offsetof(struct tolerance_members, guard)},
};

static enum zhun_code in_unit(struct budget_reader *r, const struct zhun_json *v,
			      const struct zhun_budget_output *o, enum zhun_count count, double *ret)
{
	return v ? budget_quantity(r, v, &o->unit.shown, o->difference ? ZHUN_DIFFERENCE : count, ret)
		 : ZHUN_OK;
}

static enum zhun_code read_limits(struct budget_reader *r, const struct tolerance_members *m,
				  struct zhun_budget_output *o)
{
	double nominal = 0, half = HUGE_VAL;
	struct zhun_limits l = {-HUGE_VAL, HUGE_VAL};
	enum zhun_code code = in_unit(r, m->nominal, o, ZHUN_POINT, &nominal);
	if (!code)
		code = in_unit(r, m->plus_minus, o, ZHUN_DIFFERENCE, &half);
	if (!code && m->plus_minus)
		l = (struct zhun_limits){nominal - half, nominal + half};
	if (!code)
		code = in_unit(r, m->low, o, ZHUN_POINT, &l.low);
	if (!code)
		code = in_unit(r, m->high, o, ZHUN_POINT, &l.high);
	if (!code)
		o->tolerance = l;
	return code;
}

/* the rules of zhun_decide but probability, with w = r·U */
static enum zhun_code read_tolerance(struct budget_reader *r, const struct zhun_json *v,
				     struct zhun_budget_output *o)
{
	struct tolerance_members m = {NULL};
	const char *rules[ZHUN_RULE_PROBABILITY + 1] = {NULL};
	size_t rule = ZHUN_RULE_SIMPLE;
	if (!v)
		return ZHUN_OK;
	for (size_t i = 0; i < ZHUN_RULE_PROBABILITY; i++)
		rules[i] = zhun_decision_rule_row((enum zhun_decision_rule)i)->name;
	enum zhun_code code = budget_members(r, v, tolerance_table, ZHUN_COUNT(tolerance_table), &m);
	if (!code)
		code = read_limits(r, &m, o);
	if (!code)
		code = budget_choice(r, m.rule, rules, &rule);
	o->rule = (enum zhun_decision_rule)rule;
	o->guard = 1;
	if (!code)
		code = budget_number(r, m.guard, &o->guard);
	if (!code && !(o->guard >= 0))
		code = budget_blame(r, m.guard, ZHUN_E_BUDGET_SIGN, "guard", "< 0");
	if (!code && m.guard && o->guard > 0 && o->rule == ZHUN_RULE_SIMPLE)
		code = budget_blame(r, m.guard, ZHUN_E_BUDGET_SIGN, "guard", "> 0 (rule: simple)");
	bool none = isinf(o->tolerance.low) && isinf(o->tolerance.high);
	if (!code && (none || !(o->tolerance.low < o->tolerance.high)))
		code = budget_blame(r, v, ZHUN_E_BUDGET_LIMITS, NULL, NULL);
	o->judged = true;
	return code;
}

static enum zhun_code read_coverage(struct budget_reader *r, const struct output_members *m,
				    struct zhun_budget_output *o)
{
	struct zhun_coverage c = {0, 0};
	enum zhun_code code = budget_coverage(r, m->k, m->p, &c);
	o->k = c.k;
	o->p = c.p;
	if (!code && m->target)
		code = in_unit(r, m->target, o, ZHUN_DIFFERENCE, &o->target);
	if (!code && m->target && !(o->target > 0))
		code = budget_blame(r, m->target, ZHUN_E_BUDGET_SIGN, "target", "≤ 0");
	return code;
}

static enum zhun_code read_output(struct budget_reader *r, const struct zhun_json *v,
				  struct zhun_budget_output *o)
{
	struct output_members m = {NULL};
	struct zhun_unit unit = zhun_unit_one();
	enum zhun_code code = v ? budget_members(r, v, output_table, ZHUN_COUNT(output_table), &m) : ZHUN_OK;
	if (!code)
		code = budget_both(r, m.title, &o->title);
	if (!code)
		code = budget_flag(r, m.difference, &o->difference);
	if (!code)
		code = budget_level(r, m.level, &o->level);
	if (!code && m.unit)
		code = budget_unit_text(r, m.unit, &unit);
	const struct zhun_model_quantity q = {&unit, o->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, o->level};
	if (!code)
		code = budget_at(r, m.unit, budget_unit(r, &q, &o->unit));
	o->unit_stated = m.unit != NULL;
	if (!code)
		code = read_coverage(r, &m, o);
	return code ? code : read_tolerance(r, m.tolerance, o);
}

static const struct formula *find(const struct budget_formulas *f, const char *name, size_t *ret_index)
{
	for (size_t i = 0; i < f->count; i++) {
		*ret_index = i;
		if (zhun_str_equal(f->at[i].name, name))
			return &f->at[i];
	}
	return NULL;
}

static enum zhun_code add_output(struct budget_reader *r, const struct budget_formulas *f, const struct zhun_json *v,
				 const char *name)
{
	struct zhun_budget *b = r->b;
	size_t index = 0;
	const struct formula *one = find(f, name, &index);
	if (!one)
		return budget_blame(r, v, ZHUN_E_BUDGET_OUTPUT, name, NULL);
	if (b->output_count == ZHUN_BUDGET_OUTPUTS)
		return budget_blame(r, v, ZHUN_E_BUDGET_MANY, ZHUN_INT(ZHUN_BUDGET_OUTPUTS), "outputs");
	struct zhun_budget_output *o = &b->outputs[b->output_count++];
	*o = (struct zhun_budget_output){
		.name = one->name, .expression = one->text, .index = index, .node = v ? v : one->node};
	return read_output(r, v, o);
}

/* As listed under "outputs"; without that, every formula of "model". */
static enum zhun_code read_outputs(struct budget_reader *r, const struct zhun_json *v,
				   const struct budget_formulas *f)
{
	enum zhun_code code = v ? budget_object(r, v) : ZHUN_OK;
	for (const struct zhun_json *m = v ? v->first : NULL; m && !code; m = m->next)
		code = add_output(r, f, m, m->name);
	for (size_t i = 0; i < f->count && !v && !code; i++)
		if (f->at[i].output)
			code = add_output(r, f, NULL, f->at[i].name);
	return code;
}

/* ---- the program ---- */

/* An input of several components is the sum of them: d = d__1 + d__2. Ratios multiply. */
static const char *sum_of(struct budget_reader *r, const struct zhun_budget_input *in)
{
	struct zhun_text t;
	const char *s = NULL, *sign = in->level == ZHUN_LEVEL_KEPT ? " + " : " * ";
	zhun_text_init(&t, r->a, 1 << 16);
	for (size_t i = 0; i < in->count; i++)
		zhun_text_addf(&t, "%s%s", i ? sign : "", r->b->rows[in->first + i].name);
	return zhun_text_done(&t, &s, NULL) ? NULL : s;
}

/* An input by its name, or by that of a component of it; the whole where there is none. */
static const struct zhun_json *input_named(const struct zhun_budget *b, const char *name)
{
	for (size_t i = 0; i < b->row_count; i++)
		if (zhun_str_equal(b->rows[i].name, name) ||
		    zhun_str_equal(b->inputs[b->rows[i].input].name, name))
			return b->rows[i].node;
	return b->root;
}

/* The compiler and the program name the formula and the column: they are looked up in the document. */
enum zhun_code budget_blame_formula(struct budget_reader *r, enum zhun_code code)
{
	static const char word[] = " column ";
	char *at = strstr(r->err->place, word);
	struct zhun_number column = {.value = 0};
	size_t index;
	if (!r->err->place[0])
		return code;
	if (at) {
		*at = '\0';
		at += sizeof word - 1;
		if (zhun_number_parse(at, strlen(at), &column, NULL))
			column.value = 0;
	}
	const struct formula *one = find(r->b->formulas, r->err->place, &index);
	(void)budget_at(r, one ? one->node : input_named(r->b, r->err->place), code);
	r->err->place[0] = '\0';
	if (one && column.value >= 1) {
		r->line = one->line;
		r->column = one->column + (size_t)column.value;
	}
	return code;
}

/* The first component has the value; others are deviations, of a level in the decibels it is counted in. A list is
 * declared once. */
static void unit_of_inputs(const struct zhun_budget *b, const struct zhun_unit *decibel,
			   struct zhun_model_quantity *units)
{
	for (size_t i = 0, n = 0; i < b->input_count; i++) {
		const struct zhun_budget_input *in = &b->inputs[i];
		for (size_t k = 0; k < (in->length ? 1 : in->count); k++, n++) {
			units[n] = (struct zhun_model_quantity){&in->unit.shown, ZHUN_DIFFERENCE, in->level};
			if (k == 0 && !in->difference)
				units[n].count = ZHUN_POINT;
			if (k && in->level != ZHUN_LEVEL_KEPT && in->unit.shown.scale)
				units[n].unit = decibel;
		}
	}
}

/* What the model calls its inputs: rows by their names, a list as "V[5]". */
static enum zhun_code name_inputs(struct budget_reader *r, const char **names, size_t *ret)
{
	const struct zhun_budget *b = r->b;
	size_t n = 0;
	for (size_t i = 0; i < b->input_count; i++) {
		const struct zhun_budget_input *in = &b->inputs[i];
		for (size_t k = 0; k < in->count && !in->length; k++)
			names[n++] = b->rows[in->first + k].name;
		if (in->length && !(names[n++] = zhun_printf(r->a, "%s[%zu]", in->name, in->length)))
			return budget_no_memory(r);
	}
	*ret = n;
	return ZHUN_OK;
}

static void unit_of_outputs(struct zhun_budget *b, struct zhun_model_quantity *units)
{
	for (size_t i = 0; i < b->output_count; i++) {
		const struct zhun_budget_output *o = &b->outputs[i];
		if (o->unit_stated)
			units[o->index] = (struct zhun_model_quantity){
				&o->unit.shown, o->difference ? ZHUN_DIFFERENCE : ZHUN_POINT, o->level};
	}
}

static enum zhun_code add_units(struct budget_reader *r, struct zhun_model_source *source)
{
	struct zhun_budget *b = r->b;
	struct zhun_unit *decibel = ZHUN_NEW(r->a, struct zhun_unit);
	struct zhun_model_quantity *in = ZHUN_NEW_ARRAY(r->a, b->row_count + 1, struct zhun_model_quantity),
				   *out = ZHUN_NEW_ARRAY(r->a, source->output_count, struct zhun_model_quantity);
	if (!decibel || !in || !out)
		return budget_no_memory(r);
	enum zhun_code code = zhun_unit_read("dB", 2, ZHUN_UNIT_TYPED, decibel, NULL, r->err);
	unit_of_inputs(b, decibel, in);
	unit_of_outputs(b, out);
	source->input_units = in;
	source->output_units = out;
	return code;
}

/* An output without a unit has that which comes out. */
static enum zhun_code derive_units(struct budget_reader *r)
{
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < r->b->output_count && !code; i++) {
		struct zhun_budget_output *o = &r->b->outputs[i];
		const struct zhun_model_unit *u = zhun_model_unit_out(r->b->model, o->index);
		const struct zhun_model_quantity q = {&u->coherent, ZHUN_POINT, ZHUN_LEVEL_KEPT};
		if (!o->unit_stated)
			code = budget_unit(r, &q, &o->unit);
	}
	return code;
}

static enum zhun_code compile(struct budget_reader *r, const struct budget_formulas *f)
{
	struct zhun_budget *b = r->b;
	const char **names = ZHUN_NEW_ARRAY(r->a, b->row_count + 1, const char *);
	struct zhun_model_output *out =
		ZHUN_NEW_ARRAY(r->a, f->count + b->input_count + 1, struct zhun_model_output);
	size_t n = 0, declared = 0;
	if (!names || !out)
		return budget_no_memory(r);
	for (; n < f->count; n++)
		out[n] = (struct zhun_model_output){f->at[n].name, f->at[n].text};
	enum zhun_code code = name_inputs(r, names, &declared);
	for (size_t i = 0; i < b->input_count; i++) {
		const struct zhun_budget_input *in = &b->inputs[i];
		if (code || in->length || in->count < 2)
			continue;
		out[n] = (struct zhun_model_output){in->name, sum_of(r, in)};
		if (!out[n++].text)
			return budget_no_memory(r);
	}
	b->steps = out;
	while (b->step_count < f->count && !f->at[b->step_count].output)
		b->step_count++;
	struct zhun_model_source source = {
		.inputs = names, .input_count = declared, .outputs = out, .output_count = n};
	if (!code && !b->conventions.as_written)
		code = add_units(r, &source);
	if (!code)
		code = zhun_model_compile(r->a, &source, &b->model, r->err);
	if (code)
		return budget_blame_formula(r, code);
	return b->conventions.as_written ? ZHUN_OK : derive_units(r);
}

enum zhun_code budget_read_model(struct budget_reader *r, const struct zhun_json *model,
				 const struct zhun_json *let, const struct zhun_json *outputs)
{
	struct budget_formulas *f = ZHUN_NEW(r->a, struct budget_formulas);
	r->b->formulas = f;
	r->b->outputs = ZHUN_NEW_ARRAY(r->a, ZHUN_BUDGET_OUTPUTS, struct zhun_budget_output);
	if (!r->b->outputs || !f)
		return budget_no_memory(r);
	if (!model)
		return budget_blame(r, r->b->root, ZHUN_E_BUDGET_NO_MODEL, NULL, NULL);
	enum zhun_code code = read_formulas(r, let, false, f);
	if (!code)
		code = read_formulas(r, model, true, f);
	if (!code)
		code = read_outputs(r, outputs, f);
	if (!code && !r->b->output_count)
		code = budget_blame(r, outputs ? outputs : model, ZHUN_E_BUDGET_NO_MODEL, NULL, NULL);
	if (!code)
		code = compile(r, f);
	for (size_t i = 0; i < r->b->output_count && !code; i++)
		if (zhun_model_is_complex(r->b->model, r->b->outputs[i].index))
			code = budget_blame(r, r->b->outputs[i].node, ZHUN_E_EXPRESSION_COMPLEX,
					    r->b->outputs[i].name, NULL);
	return code;
}
