/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a page holds, and in which order. */
#include "register/query_part.h"
#include "register/schema.h"

void zhun_part_sort_column(const struct zhun_field *f, enum zhun_language language, char *out, size_t size)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	(void)snprintf(out, size, T ".%s%s", f->name, parts[zhun_field_sort_part(f->kind, language)].suffix);
}

static void add_prefix(struct zhun_query *q, const char *column, struct zhun_value low, struct zhun_value high)
{
	zhun_text_addf(&q->sql, "(%s >= ", column);
	zhun_part_value(q, &q->sql, low);
	if (high.kind == ZHUN_V_TEXT) {
		zhun_text_addf(&q->sql, " AND %s < ", column);
		zhun_part_value(q, &q->sql, high);
	}
	zhun_text_addc(&q->sql, ')');
}

static const char *const comparisons[ZHUN_OPS] = {
	[ZHUN_OP_EQ] = "=", [ZHUN_OP_NE] = "<>", [ZHUN_OP_LT] = "<",
	[ZHUN_OP_LE] = "<=", [ZHUN_OP_GT] = ">", [ZHUN_OP_GE] = ">=",
};

/* A date lies in a longer one when both its ends do: "=2026" finds 2026-03-02. It is earlier or
 * later than it by its first day. */
static void add_date(struct zhun_query *q, const struct zhun_filter *f)
{
	const char *name = f->field->name;
	struct zhun_text *t = &q->sql;

	if (f->op == ZHUN_OP_EQ || f->op == ZHUN_OP_NE) {
		size_t low = zhun_query_bind(q, f->low), high = zhun_query_bind(q, f->high);

		zhun_text_addf(t, f->op == ZHUN_OP_EQ ? "(" : "NOT (");
		zhun_text_addf(t, T ".%s_first >= $%zu AND " T ".%s_first <= $%zu AND " T ".%s_last <= $%zu)", name,
			       low, name, high, name, high);
		return;
	}
	zhun_text_addf(t, T ".%s_first %s ", name, comparisons[f->op]);
	zhun_part_value(q, t, f->op == ZHUN_OP_LT || f->op == ZHUN_OP_GE ? f->low : f->high);
}

static void add_empty(struct zhun_query *q, const struct zhun_filter *f)
{
	const char *is = f->yes ? "IS NULL" : "IS NOT NULL";
	char column[96];

	zhun_part_sort_column(f->field, ZHUN_EN, column, sizeof column);
	if (f->field->kind == ZHUN_F_TEXTS)
		zhun_text_addf(&q->sql, "COALESCE(%s, " T ".%s_zh) %s", column, f->field->name, is);
	else
		zhun_text_addf(&q->sql, "%s %s", column, is);
}

/* One column compared with one value, or with a prefix. */
static void add_comparison(struct zhun_query *q, const struct zhun_filter *f, enum zhun_language language)
{
	char column[96];

	zhun_part_sort_column(f->field, language, column, sizeof column);
	if (f->op == ZHUN_OP_STARTS) {
		add_prefix(q, column, f->low, f->high);
		return;
	}
	zhun_text_addf(&q->sql, "%s %s ", column, comparisons[f->op]);
	zhun_part_value(q, &q->sql, f->low);
	if (f->unit) {
		zhun_text_addf(&q->sql, " AND " T ".%s_canonical_unit = ", f->field->name);
		zhun_part_text(q, &q->sql, f->unit);
	}
}

/* A text in several languages is found by either of its columns. */
static void add_texts(struct zhun_query *q, const struct zhun_filter *f)
{
	bool not = f->op == ZHUN_OP_NE;
	struct zhun_filter either = *f;

	if (not)
		either.op = ZHUN_OP_EQ;
	zhun_text_add(&q->sql, not ? "NOT COALESCE(" : "(");
	add_comparison(q, &either, ZHUN_EN);
	zhun_text_add(&q->sql, not ? ", 1 = 0) AND NOT COALESCE(" : " OR ");
	add_comparison(q, &either, ZHUN_ZH);
	zhun_text_add(&q->sql, not ? ", 1 = 0)" : ")");
}

static void add_filter(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_filter *f)
{
	zhun_text_add(&q->sql, " AND ");
	if (zhun_part_class_restricts(q, f->field)) {
		zhun_part_class(q, &q->sql, reg, f->field);
		zhun_text_add(&q->sql, " AND ");
	}
	if (f->op == ZHUN_OP_NULL)
		add_empty(q, f);
	else if (f->field->kind == ZHUN_F_DATE)
		add_date(q, f);
	else if (f->field->kind == ZHUN_F_TEXTS)
		add_texts(q, f);
	else
		add_comparison(q, f, ZHUN_EN);
}

/* The records whose key or title has a text that begins so. */
static void add_search(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_page *p)
{
	const char *or = " AND (";

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		enum zhun_language last = f->kind == ZHUN_F_TEXTS ? ZHUN_ZH : ZHUN_EN;

		if (!f->sortable || f->read != ZHUN_READ_ALL || (f->kind != ZHUN_F_TEXT && f->kind != ZHUN_F_TEXTS))
			continue;
		for (enum zhun_language l = ZHUN_EN; l <= last; l++) {
			char column[96];

			zhun_part_sort_column(f, l, column, sizeof column);
			zhun_text_add(&q->sql, or);
			or = " OR ";
			add_prefix(q, column, zhun_v_text(p->prefix), p->prefix_end);
		}
	}
	zhun_text_add(&q->sql, or[0] == ' ' && or[1] == 'A' ? " AND 1 = 0" : ")");
}

void zhun_part_conditions(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_page *p)
{
	for (size_t i = 0; i < p->count; i++)
		add_filter(q, reg, &p->filters[i]);
	if (p->prefix)
		add_search(q, reg, p);
}

bool zhun_sort_may_be_empty(const struct zhun_field *f)
{
	return !f->required || f->later || f->kind == ZHUN_F_TEXTS;
}

/* Where the page begins, and its order. Records without an optional sort value are a part of
 * their own, asked for when the others have ended: so both engines walk an index. */
void zhun_part_order(struct zhun_query *q, const struct zhun_page *p)
{
	const char *than = p->descending ? "<" : ">", *direction = p->descending ? " DESC" : "";
	bool by_value = p->sort && !p->empty_part;
	struct zhun_text *t = &q->sql;
	char column[96] = "";

	if (p->sort)
		zhun_part_sort_column(p->sort, q->viewer->language, column, sizeof column);
	if (p->sort && zhun_sort_may_be_empty(p->sort))
		zhun_text_addf(t, " AND %s IS %sNULL", column, p->empty_part ? "" : "NOT ");
	if (p->after_id && by_value) {
		zhun_text_addf(t, " AND (%s, " T ".id) %s (", column, than);
		zhun_part_value(q, t, *p->after);
		zhun_text_add(t, ", ");
		zhun_part_text(q, t, p->after_id);
		zhun_text_addc(t, ')');
	} else if (p->after_id) {
		zhun_text_addf(t, " AND " T ".id %s ", than);
		zhun_part_text(q, t, p->after_id);
	}
	zhun_text_add(t, " ORDER BY ");
	if (by_value)
		zhun_text_addf(t, "%s%s, ", column, direction);
	zhun_text_addf(t, T ".id%s LIMIT ", direction);
	zhun_part_value(q, t, zhun_v_int(p->limit));
}
