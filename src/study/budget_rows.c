/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One budget over the rows of a table: columns replace values and uncertainties of inputs, row by row. */
#include <math.h>
#include <string.h>

#include "codec/csv.h"
#include "study/budget_inside.h"

/* What a column replaces: a row's value, or its u. */
struct column {
	size_t row;
	bool u;
};

struct table {
	struct zhun_arena *a;
	struct zhun_budget b; /* a copy, whose rows change */
	struct zhun_csv csv;
	struct column *columns;
	size_t count;
	double *u; /* of the row at hand; the budget's own stays what its parts belong to */
	struct zhun_text *out;
	struct zhun_error *err;
};

/* "l_s" or "u(l_s)" */
static enum zhun_code find_column(struct table *t, const char *head, struct column *ret)
{
	const char *name = NULL;
	size_t n = 0;
	zhun_str_trim(head, strlen(head), &name, &n);
	*ret = (struct column){.u = n > 3 && memcmp(name, "u(", 2) == 0 && name[n - 1] == ')'};
	if (ret->u) {
		name += 2;
		n -= 3;
	}
	for (; ret->row < t->b.row_count; ret->row++) {
		const struct zhun_budget_row *row = &t->b.rows[ret->row];
		if (strlen(row->name) != n || memcmp(row->name, name, n) != 0)
			continue;
		return row->chain ? zhun_fail(t->err, ZHUN_E_BUDGET_WAYS, "line 1", "from", row->name) : ZHUN_OK;
	}
	return zhun_fail(t->err, ZHUN_E_BUDGET_INPUT, "line 1", head);
}

static enum zhun_code read_head(struct table *t)
{
	struct zhun_csv_row head = {0};
	enum zhun_code code = zhun_csv_next(&t->csv, t->a, &head, t->err);
	t->count = head.count;
	t->columns = ZHUN_NEW_ARRAY(t->a, head.count + 1, struct column);
	if (!code && !t->columns)
		return zhun_no_memory(t->a, t->err);
	for (size_t i = 0; i < head.count && !code; i++) {
		code = find_column(t, head.cell[i], &t->columns[i]);
		for (size_t k = 0; k < i && !code; k++)
			if (t->columns[k].row == t->columns[i].row && t->columns[k].u == t->columns[i].u)
				code = zhun_fail(t->err, ZHUN_E_COLUMN_TWICE, "line 1", head.cell[i]);
		zhun_text_addf(t->out, "%s%s", i ? "," : "", code ? "" : head.cell[i]);
	}
	for (size_t i = 0; i < t->b.output_count; i++) {
		const char *name = t->b.outputs[i].name;
		zhun_text_addf(t->out, "%s%s,u(%s),U(%s)", t->count || i ? "," : "", name, name, name);
	}
	zhun_text_add(t->out, "\n");
	return code;
}

/* A cell into the row that it replaces; an empty one leaves what the budget says. */
static enum zhun_code take_cell(struct table *t, const struct zhun_budget *from, const struct column *c,
				const char *cell)
{
	struct zhun_budget_row *row = &t->b.rows[c->row];
	const struct zhun_budget_input *in = &from->inputs[row->input];
	struct zhun_number x;
	const char *s = NULL;
	size_t n = 0;
	zhun_str_trim(cell, strlen(cell), &s, &n);
	if (!n)
		return ZHUN_OK;
	enum zhun_code code = zhun_number_parse(s, n, &x, t->err);
	bool point = !c->u && (c->row == in->first || in->length);
	if (!code && c->u && x.value < 0)
		return zhun_fail(t->err, ZHUN_E_BUDGET_SIGN, NULL, "u", "< 0");
	if (!code)
		*(c->u ? &t->u[c->row] : &row->value) =
			zhun_convert(point ? &in->unit.in : &in->unit.in_difference, x.value);
	return code;
}

static void add_number(struct zhun_text *out, double x)
{
	char text[ZHUN_NUMBER_TEXT];
	(void)zhun_double_text(x, text);
	zhun_text_addf(out, ",%s", text);
}

static enum zhun_code evaluate(struct table *t)
{
	struct budget_first first;
	enum zhun_code code = budget_first_order(t->a, &t->b, &first, t->err);
	first.u = t->u;
	for (size_t i = 0; i < t->b.output_count && !code; i++) {
		const struct zhun_budget_output *o = &t->b.outputs[i];
		struct zhun_budget_figure f = {0};
		code = budget_expand(&first, o, &f, t->err);
		add_number(t->out, zhun_convert(&o->unit.out, zhun_lpu_value(first.lpu, o->index)));
		add_number(t->out, f.u);
		add_number(t->out, f.U);
	}
	return code;
}

static enum zhun_code run_row(struct table *t, const struct zhun_budget *from, const struct zhun_csv_row *row)
{
	enum zhun_code code = row->count > t->count
				      ? zhun_fail(t->err, ZHUN_E_CSV_COLUMNS, NULL, ZHUN_INT(t->count))
				      : ZHUN_OK;
	memcpy(t->b.rows, from->rows, from->row_count * sizeof *from->rows);
	for (size_t i = 0; i < from->row_count; i++)
		t->u[i] = from->rows[i].u;
	for (size_t i = 0; i < t->count && !code; i++) {
		const char *cell = i < row->count ? row->cell[i] : "";
		zhun_text_addf(t->out, "%s%s", i ? "," : "", cell);
		code = take_cell(t, from, &t->columns[i], cell);
	}
	if (!code)
		code = evaluate(t);
	zhun_text_add(t->out, "\n");
	if (!code)
		return ZHUN_OK;
	char line[32];
	(void)snprintf(line, sizeof line, "line %u", row->line);
	return zhun_error_within(t->err, line);
}

static enum zhun_code check_limits(const struct zhun_budget_table *table, size_t done, struct zhun_error *err)
{
	if (table->rows_most && done >= table->rows_most)
		return zhun_fail(err, ZHUN_E_ROWS_MANY, NULL, ZHUN_INT(table->rows_most));
	if (table->go_on && !table->go_on(table->context, done, 0))
		return zhun_fail(err, ZHUN_E_MC_STOPPED, NULL, ZHUN_INT(done), "");
	return ZHUN_OK;
}

static enum zhun_code run_rows(struct table *t, const struct zhun_budget *from, const struct zhun_budget_table *table)
{
	struct zhun_csv_row row = {.count = 1};
	enum zhun_code code = ZHUN_OK;
	for (size_t done = 0; !code && row.count; done++) {
		struct zhun_arena_mark mark = zhun_arena_mark(t->a);
		code = zhun_csv_next(&t->csv, t->a, &row, t->err);
		if (!code && row.count)
			code = check_limits(table, done, t->err);
		if (!code && row.count)
			code = run_row(t, from, &row);
		zhun_arena_rewind(t->a, mark);
	}
	return code;
}

enum zhun_code zhun_budget_rows(struct zhun_arena *scratch, const struct zhun_budget *b,
				const struct zhun_budget_table *table, struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_error unseen;
	struct table t = {.a = scratch, .b = *b, .out = out, .err = err ? err : &unseen};
	const char *text = NULL;
	t.b.rows = ZHUN_NEW_ARRAY(scratch, b->row_count + 1, struct zhun_budget_row);
	t.u = ZHUN_NEW_ARRAY(scratch, b->row_count + 1, double);
	if (!t.b.rows || !t.u)
		return zhun_no_memory(scratch, err);
	memcpy(t.b.rows, b->rows, b->row_count * sizeof *b->rows);
	enum zhun_code code = zhun_csv_init(&t.csv, (const char *)table->csv.ptr, table->csv.len, t.err);
	if (!code)
		code = read_head(&t);
	if (!code)
		code = run_rows(&t, b, table);
	return code ? code : zhun_text_done(out, &text, err);
}
