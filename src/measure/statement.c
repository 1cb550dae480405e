/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluation and canonical text of statements. */
#include "measure/statement.h"

#include <math.h>

#include "zhun/base/text.h"

struct zhun_coverage zhun_statement_coverage(const struct zhun_statement *s)
{
	return s->coverage;
}

/* ---- evaluation: everything counts in the quantity's own unit ---- */

struct frame {
	double x, span, step; /* point, range, resolution in the quantity's unit; −1: not known */
	const struct zhun_quantity *point;
	struct zhun_error *err;
};

static enum zhun_code needs(const struct frame *f, const char *en, double *value)
{
	return *value < 0.0 ? zhun_fail(f->err, ZHUN_E_STATEMENT_NEEDS, NULL, en) : ZHUN_OK;
}

static enum zhun_code value_of(const struct frame *f, const struct statement_node *node,
			       double *ret);

/* U at an entry's own point, so that it is linear between entries whatever they are made of */
static enum zhun_code entry_value(const struct frame *f, const struct statement_node *entry,
				  double *ret)
{
	struct frame there = *f;
	there.x = entry->point_own;
	return value_of(&there, entry->first, ret);
}

static enum zhun_code interpolate(const struct frame *f, const struct statement_node *table,
				  double *ret)
{
	const struct statement_node *low = table->first, *high = low;
	while (high->next && high->point_own < f->x) {
		low = high;
		high = high->next;
	}
	if (f->x < table->first->point_own || f->x > high->point_own) {
		char point[ZHUN_QUANTITY_TEXT], first[ZHUN_QUANTITY_TEXT], last[ZHUN_QUANTITY_TEXT];
		zhun_quantity_text(f->point, point);
		zhun_quantity_text(&table->first->point, first);
		zhun_quantity_text(&high->point, last);
		return zhun_fail(f->err, ZHUN_E_STATEMENT_OUTSIDE, NULL, point, first, last);
	}
	double a = 0.0, b = 0.0;
	enum zhun_code code = entry_value(f, low, &a);
	if (!code)
		code = entry_value(f, high, &b);
	double width = high->point_own - low->point_own;
	if (!code)
		*ret = width > 0.0 && f->x < high->point_own
			       ? a + (b - a) * ((f->x - low->point_own) / width)
			       : b;
	return code;
}

static double joined(enum statement_form form, double sum, double x, bool first)
{
	if (form == STATEMENT_QUADRATURE)
		return hypot(sum, x);
	if (form == STATEMENT_MAX)
		return first ? x : fmax(sum, x);
	if (form == STATEMENT_MIN)
		return first ? x : fmin(sum, x);
	return sum + x;
}

static enum zhun_code join(const struct frame *f, const struct statement_node *node, double *ret)
{
	double sum = 0.0;
	for (const struct statement_node *child = node->first; child; child = child->next) {
		double x = 0.0;
		enum zhun_code code = value_of(f, child, &x);
		if (code)
			return code;
		sum = joined(node->form, sum, x, child == node->first);
	}
	*ret = sum;
	return ZHUN_OK;
}

static enum zhun_code value_of(const struct frame *f, const struct statement_node *node,
			       double *ret)
{
	double span = f->span, step = f->step;
	enum zhun_code code = ZHUN_OK;
	switch (node->form) {
	case STATEMENT_ABSOLUTE:
		*ret = node->own;
		return ZHUN_OK;
	case STATEMENT_RELATIVE:
		*ret = node->own * fabs(f->x);
		return ZHUN_OK;
	case STATEMENT_OF_RANGE:
		code = needs(f, "range", &span);
		*ret = node->own * span;
		return code;
	case STATEMENT_DIGITS:
		code = needs(f, "resolution", &step);
		*ret = node->own * step;
		return code;
	case STATEMENT_SUM:
	case STATEMENT_QUADRATURE:
	case STATEMENT_MAX:
	case STATEMENT_MIN:
		return join(f, node, ret);
	case STATEMENT_TABLE:
		return interpolate(f, node, ret);
	case STATEMENT_ENTRY:
		return entry_value(f, node, ret);
	}
	return ZHUN_OK;
}

static enum zhun_code side(const struct zhun_quantity *said, const struct zhun_quantity *given,
			   const struct zhun_unit *unit, double *ret, struct zhun_error *err)
{
	struct zhun_quantity q;
	const struct zhun_quantity *from = said ? said : given;
	*ret = -1.0;
	if (!from)
		return ZHUN_OK;
	enum zhun_code code = zhun_quantity_in(from, unit, ZHUN_DIFFERENCE, &q, err);
	if (!code)
		*ret = fabs(q.number.value);
	return code;
}

enum zhun_code zhun_statement_evaluate(const struct zhun_statement *s,
				       const struct zhun_statement_at *at,
				       const struct zhun_unit *unit, struct zhun_quantity *ret,
				       struct zhun_error *err)
{
	struct frame f = {.point = at->point, .err = err};
	struct zhun_quantity x;
	double value = 0.0;
	enum zhun_code code = zhun_quantity_in(at->point, &s->quantity, ZHUN_POINT, &x, err);
	if (!code)
		code = side(s->range, at->range, &s->quantity, &f.span, err);
	if (!code)
		code = side(s->resolution, at->resolution, &s->quantity, &f.step, err);
	if (code)
		return code;
	f.x = x.number.value;
	code = value_of(&f, s->root, &value);
	if (code)
		return code;
	if (!isfinite(value))
		return zhun_fail(err, ZHUN_E_NUMBER_RANGE, NULL, "U(x)");
	struct zhun_quantity u = zhun_quantity_computed(value, &s->quantity);
	code = zhun_quantity_in(&u, unit, ZHUN_DIFFERENCE, &u, err);
	if (code)
		return code;
	/* 12 µV + 30 µV is 42 µV, not 42.000000000000004 µV */
	u.number.decimal = zhun_decimal_round_digits(&u.number.decimal, 12, false);
	u.number.value = zhun_decimal_value(&u.number.decimal);
	u.number.decimal = zhun_decimal_of(u.number.value);
	*ret = u;
	return ZHUN_OK;
}

/* ---- text ---- */

static void write_node(struct zhun_text *t, const struct statement_node *node);

static void write_list(struct zhun_text *t, const struct statement_node *node, const char *open,
		       const char *between, const char *close)
{
	zhun_text_add(t, open);
	for (const struct statement_node *child = node->first; child; child = child->next) {
		if (child != node->first)
			zhun_text_add(t, between);
		write_node(t, child);
	}
	zhun_text_add(t, close);
}

static void write_quantity(struct zhun_text *t, const struct zhun_quantity *q)
{
	char out[ZHUN_QUANTITY_TEXT];
	zhun_quantity_text(q, out);
	zhun_text_add(t, out);
}

static void write_value(struct zhun_text *t, const struct statement_node *node)
{
	struct zhun_quantity q = {.number = node->number, .unit = node->unit};
	write_quantity(t, &q);
	if (node->said[0]) {
		zhun_text_add(t, " ");
		zhun_text_add(t, node->said);
	}
}

static void write_node(struct zhun_text *t, const struct statement_node *node)
{
	switch (node->form) {
	case STATEMENT_ABSOLUTE:
	case STATEMENT_RELATIVE:
	case STATEMENT_OF_RANGE:
	case STATEMENT_DIGITS:
		write_value(t, node);
		return;
	case STATEMENT_SUM:
		write_list(t, node, "", " + ", "");
		return;
	case STATEMENT_QUADRATURE:
		write_list(t, node, "Q[", ", ", "]");
		return;
	case STATEMENT_MAX:
		write_list(t, node, "max(", ", ", ")");
		return;
	case STATEMENT_MIN:
		write_list(t, node, "min(", ", ", ")");
		return;
	case STATEMENT_TABLE:
		write_list(t, node, "table(", ", ", ")");
		return;
	case STATEMENT_ENTRY:
		write_quantity(t, &node->point);
		zhun_text_add(t, ": ");
		write_node(t, node->first);
		return;
	}
}

const char *zhun_statement_text(struct zhun_arena *a, const struct zhun_statement *s)
{
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, a, (size_t)ZHUN_STATEMENT_LONGEST * 4);
	write_node(&t, s->root);
	if (s->range) {
		zhun_text_add(&t, "; range ");
		write_quantity(&t, s->range);
	}
	if (s->resolution) {
		zhun_text_add(&t, "; resolution ");
		write_quantity(&t, s->resolution);
	}
	return zhun_text_done(&t, &text, NULL) ? NULL : text;
}
