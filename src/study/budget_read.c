/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as a whole: its parts in the order they need each other, and the place of a failure. */
#include <stddef.h>
#include <string.h>

#include "codec/yaml.h"
#include "study/budget_inside.h"

struct document_members {
	const struct zhun_json *title, *note, *model, *let, *inputs, *outputs, *correlations, *simultaneous,
		*conventions, *report,
		*monte_carlo, *propagation;
};

static const struct budget_member document_table[] = {
	{"title", offsetof(struct document_members, title)},
	{"note", offsetof(struct document_members, note)},
	{"model", offsetof(struct document_members, model)},
	{"let", offsetof(struct document_members, let)},
	{"inputs", offsetof(struct document_members, inputs)},
	{"outputs", offsetof(struct document_members, outputs)},
	{"correlations", offsetof(struct document_members, correlations)},
	{"simultaneous", offsetof(struct document_members, simultaneous)},
	{"conventions", offsetof(struct document_members, conventions)},
	{"report", offsetof(struct document_members, report)},
	{"monte_carlo", offsetof(struct document_members, monte_carlo)},
	{"propagation", offsetof(struct document_members, propagation)},
};

/* Texts, in the order in which they are kept. */
static const struct budget_member report_table[] = {
	{"laboratory", 0 * sizeof(void *)}, {"item", 1 * sizeof(void *)},
	{"method", 2 * sizeof(void *)},	    {"number", 3 * sizeof(void *)},
	{"date", 4 * sizeof(void *)},	    {"evaluated", 5 * sizeof(void *)},
	{"checked", 6 * sizeof(void *)},    {"approved", 7 * sizeof(void *)},
};

struct convention_members {
	const struct zhun_json *dof, *rounding, *interval, *digits, *units, *correlation;
};

static const struct budget_member convention_table[] = {
	{"dof", offsetof(struct convention_members, dof)},
	{"rounding", offsetof(struct convention_members, rounding)},
	{"interval", offsetof(struct convention_members, interval)},
	{"digits", offsetof(struct convention_members, digits)},
	{"units", offsetof(struct convention_members, units)},
	{"correlation", offsetof(struct convention_members, correlation)},
};

static enum zhun_code read_conventions(struct budget_reader *r, const struct zhun_json *v,
				       struct zhun_budget_conventions *ret)
{
	static const char *const dofs[] = {"truncated", "exact", NULL},
				 *const intervals[] = {"symmetric", "shortest", NULL},
				 *const roundings[] = {"nearest", "five_percent", NULL},
				 *const units[] = {"coherent", "as_written", NULL},
				 *const correlations[] = {"repair", "nearest", NULL};
	struct convention_members m = {NULL};
	size_t choice[5] = {0};
	ret->digits = 2;
	enum zhun_code code =
		v ? budget_members(r, v, convention_table, ZHUN_COUNT(convention_table), &m) : ZHUN_OK;
	if (!code)
		code = budget_choice(r, m.dof, dofs, &choice[0]);
	if (!code)
		code = budget_choice(r, m.rounding, roundings, &choice[1]);
	if (!code)
		code = budget_choice(r, m.interval, intervals, &choice[2]);
	if (!code)
		code = budget_choice(r, m.units, units, &choice[3]);
	if (!code)
		code = budget_choice(r, m.correlation, correlations, &choice[4]);
	if (!code)
		code = budget_significant(r, m.digits, &ret->digits);
	ret->exact_dof = choice[0];
	ret->five_percent = choice[1];
	ret->shortest = choice[2];
	ret->as_written = choice[3];
	ret->nearest = choice[4];
	return code;
}

static enum zhun_code read_inputs(struct budget_reader *r, const struct zhun_json *v)
{
	struct zhun_budget *b = r->b;
	enum zhun_code code = v ? budget_object(r, v) : ZHUN_OK;
	size_t count = v ? v->count : 0;
	b->inputs = ZHUN_NEW_ARRAY(r->a, count + 1, struct zhun_budget_input);
	b->rows = ZHUN_NEW_ARRAY(r->a, ZHUN_BUDGET_ROWS, struct zhun_budget_row);
	if (!b->inputs || !b->rows)
		return budget_no_memory(r);
	for (const struct zhun_json *m = v ? v->first : NULL; m && !code; m = m->next)
		code = budget_read_input(r, m);
	return code;
}

static enum zhun_code read_report(struct budget_reader *r, const struct zhun_json *v,
				  struct zhun_budget_particulars *ret)
{
	const struct zhun_json *nodes[ZHUN_COUNT(report_table)] = {NULL};
	struct zhun_budget_text *const texts[ZHUN_COUNT(report_table)] = {
		&ret->laboratory, &ret->item,	   &ret->method,  &ret->number,
		&ret->date,	  &ret->evaluated, &ret->checked, &ret->approved,
	};
	enum zhun_code code =
		v ? budget_members(r, v, report_table, ZHUN_COUNT(report_table), nodes) : ZHUN_OK;
	for (size_t i = 0; i < ZHUN_COUNT(report_table) && !code; i++)
		code = budget_both(r, nodes[i], texts[i]);
	return code;
}

static enum zhun_code read_parts(struct budget_reader *r)
{
	struct document_members m = {NULL};
	struct zhun_budget *b = r->b;
	enum zhun_code code = budget_members(r, b->root, document_table, ZHUN_COUNT(document_table), &m);
	if (!code)
		code = read_conventions(r, m.conventions, &b->conventions);
	if (!code)
		code = budget_read_procedure(r, m.monte_carlo, m.propagation);
	if (!code)
		code = budget_both(r, m.title, &b->title);
	if (!code)
		code = budget_both(r, m.note, &b->note);
	if (!code)
		code = read_report(r, m.report, &b->particulars);
	if (!code)
		code = read_inputs(r, m.inputs);
	if (!code)
		code = budget_read_correlations(r, m.correlations, m.simultaneous);
	return code ? code : budget_read_model(r, m.model, m.let, m.outputs);
}

/* "line 5 column 3 /inputs/d/U"; without lines, the pointer and the column within its text alone. */
void budget_set_place(struct budget_reader *r)
{
	char pointer[ZHUN_ERROR_PLACE_SIZE - 64] = "", place[ZHUN_ERROR_PLACE_SIZE] = "";
	const struct zhun_json *v = r->bad;
	size_t column = r->column, line = 0, n = 0;
	if (!v)
		return;
	(void)zhun_json_pointer(r->b->root, v, pointer, sizeof pointer);
	if (v->line) {
		bool block = !v->column; /* its text begins a line further down, no one knows where in it */
		line = v->line + r->line + (block && r->column ? 1 : 0);
		column = block ? 0 : r->column ? v->column + r->column - 1 : v->column;
	}
	if (line)
		n = (size_t)snprintf(place, sizeof place, "line %zu ", line);
	if (column)
		n += (size_t)snprintf(place + n, sizeof place - n, "column %zu ", column);
	(void)snprintf(place + n, sizeof place - n, "%s", pointer);
	size_t end = strlen(place);
	if (end && place[end - 1] == ' ')
		place[end - 1] = '\0';
	memcpy(r->err->place, place, sizeof place);
}

static enum zhun_code parse(struct zhun_arena *a, struct zhun_bytes text, const struct zhun_json **ret,
			    struct zhun_error *err)
{
	const char *s = (const char *)text.ptr;
	size_t blank = 0;
	while (blank < text.len && strchr(" \t\r\n", s[blank]) && s[blank])
		blank++;
	if (text.len > ZHUN_YAML_SIZE)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(ZHUN_YAML_SIZE));
	if (blank < text.len && s[blank] == '{')
		return zhun_json_parse(a, s, text.len, ret, err);
	return zhun_yaml_parse(a, s, text.len, ret, err);
}

enum zhun_code zhun_budget_read(struct zhun_arena *a, struct zhun_bytes text, const struct zhun_budget **ret,
				struct zhun_error *err)
{
	return zhun_budget_read_with(a, text, NULL, ret, err);
}

enum zhun_code zhun_budget_read_with(struct zhun_arena *a, struct zhun_bytes text,
				     const struct zhun_budget_archives *archives, const struct zhun_budget **ret,
				     struct zhun_error *err)
{
	struct zhun_error unseen;
	struct zhun_budget *b = ZHUN_NEW(a, struct zhun_budget);
	struct budget_reader r = {.a = a, .b = b, .err = err ? err : &unseen, .from = archives};
	if (!b)
		return zhun_no_memory(a, err);
	enum zhun_code code = parse(a, text, &b->root, r.err);
	if (!code && !(b->text = zhun_strndup(a, (const char *)text.ptr, text.len)))
		code = zhun_no_memory(a, r.err);
	if (code)
		return code;
	code = read_parts(&r);
	if (!code)
		*ret = b;
	else
		budget_set_place(&r);
	return code;
}
