/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a page holds, and in which order. */
#include "register/query_part.h"
#include "register/schema.h"

void zhun_part_sort_column(const char *alias, const struct zhun_field *f, enum zhun_language language, char *out,
			   size_t size)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	(void)snprintf(out, size, "%s.%s%s", alias, f->name, parts[zhun_field_sort_part(f->kind, language)].suffix);
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
static void add_date(struct zhun_query *q, const char *alias, const struct zhun_filter *f)
{
	struct zhun_text *t = &q->sql;
	char name[96];

	(void)snprintf(name, sizeof name, "%s.%s", alias, f->field->name);
	if (f->op == ZHUN_OP_EQ || f->op == ZHUN_OP_NE) {
		size_t low = zhun_query_bind(q, f->low), high = zhun_query_bind(q, f->high);

		zhun_text_addf(t, f->op == ZHUN_OP_EQ ? "(" : "NOT (");
		zhun_text_addf(t, "%s_first >= $%zu AND %s_first <= $%zu AND %s_last <= $%zu)", name, low, name, high,
			       name, high);
		return;
	}
	zhun_text_addf(t, "%s_first %s ", name, comparisons[f->op]);
	zhun_part_value(q, t, f->op == ZHUN_OP_LT || f->op == ZHUN_OP_GE ? f->low : f->high);
}

static void add_empty(struct zhun_query *q, const char *alias, const struct zhun_filter *f)
{
	const char *is = f->yes ? "IS NULL" : "IS NOT NULL";
	char column[96];

	zhun_part_sort_column(alias, f->field, ZHUN_EN, column, sizeof column);
	if (f->field->kind == ZHUN_F_TEXTS)
		zhun_text_addf(&q->sql, "COALESCE(%s, %s.%s_zh) %s", column, alias, f->field->name, is);
	else
		zhun_text_addf(&q->sql, "%s %s", column, is);
}

/* One column compared with one value, or with a prefix. */
static void add_comparison(struct zhun_query *q, const char *alias, const struct zhun_filter *f,
			   enum zhun_language language)
{
	char column[96];

	zhun_part_sort_column(alias, f->field, language, column, sizeof column);
	if (f->op == ZHUN_OP_STARTS) {
		add_prefix(q, column, f->low, f->high);
		return;
	}
	zhun_text_addf(&q->sql, "%s %s ", column, comparisons[f->op]);
	zhun_part_value(q, &q->sql, f->low);
	if (f->unit) {
		PUT(&q->sql, " AND ", alias, ".", f->field->name,
		    f->field->kind == ZHUN_F_MONEY ? "_currency = " : "_canonical_unit = ");
		zhun_part_text(q, &q->sql, f->unit);
	}
}

/* A text in several languages is found by either of its columns. */
static void add_texts(struct zhun_query *q, const char *alias, const struct zhun_filter *f)
{
	bool not = f->op == ZHUN_OP_NE;
	struct zhun_filter either = *f;

	if (not)
		either.op = ZHUN_OP_EQ;
	zhun_text_add(&q->sql, not ? "NOT COALESCE(" : "(");
	add_comparison(q, alias, &either, ZHUN_EN);
	zhun_text_add(&q->sql, not ? ", 1 = 0) AND NOT COALESCE(" : " OR ");
	add_comparison(q, alias, &either, ZHUN_ZH);
	zhun_text_add(&q->sql, not ? ", 1 = 0)" : ")");
}

static void add_among(struct zhun_query *q, const char *alias, const struct zhun_filter *f)
{
	PUT(&q->sql, alias, ".", f->field->name, " IN ");
	for (size_t i = 0; i < f->count; i++) {
		zhun_text_add(&q->sql, i ? ", " : "(");
		zhun_part_value(q, &q->sql, f->among[i]);
	}
	zhun_text_addc(&q->sql, ')');
}

static void add_condition(struct zhun_query *q, const char *alias, const struct zhun_filter *f)
{
	if (f->op == ZHUN_OP_NULL)
		add_empty(q, alias, f);
	else if (f->op == ZHUN_OP_IN)
		add_among(q, alias, f);
	else if (f->field->kind == ZHUN_F_DATE)
		add_date(q, alias, f);
	else if (f->field->kind == ZHUN_F_TEXTS)
		add_texts(q, alias, f);
	else
		add_comparison(q, alias, f, ZHUN_EN);
}

/* "t.organisation IN (SELECT pa.id FROM organisation pa WHERE …)" for each link of the way. What a link leads
 * to is read at the time of the list, and only if the viewer may see it. */
static void add_way(struct zhun_query *q, const struct zhun_source *s, const struct zhun_filter *f, const char *alias,
		    size_t depth)
{
	const struct zhun_field *link = f->links[depth];
	char next[] = {'p', (char)('a' + (int)depth), '\0'};
	struct zhun_source there = *s;

	if (!link) {
		add_condition(q, alias, f);
		return;
	}
	there.reg = zhun_register_named(link->link);
	PUT(&q->sql, alias, ".", link->name, " IN (SELECT ", next, ".id");
	zhun_part_table(q, &there, next);
	zhun_part_where(q, &there, next);
	zhun_text_add(&q->sql, " AND ");
	add_way(q, s, f, next, depth + 1);
	zhun_text_addc(&q->sql, ')');
}

/* All conditions on one child, told by the first of them: one row must meet them all. */
static void add_row_conditions(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p, size_t at)
{
	const struct zhun_child *child = p->filters[at].child;

	for (size_t i = 0; i < at; i++)
		if (p->filters[i].child == child)
			return;
	zhun_text_add(&q->sql, " AND EXISTS (SELECT 1");
	zhun_part_rows(q, s, child, T, "w");
	for (size_t i = at; i < p->count; i++)
		if (p->filters[i].child == child) {
			zhun_text_add(&q->sql, " AND ");
			add_way(q, s, &p->filters[i], "w", 0);
		}
	zhun_text_addc(&q->sql, ')');
}

static void add_filter(struct zhun_query *q, const struct zhun_source *s, const struct zhun_filter *f)
{
	zhun_text_add(&q->sql, " AND ");
	if (!f->links[0] && zhun_part_class_restricts(q, f->field)) {
		zhun_part_class(q, &q->sql, s->reg, f->field);
		zhun_text_add(&q->sql, " AND ");
	}
	add_way(q, s, f, T, 0);
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

			zhun_part_sort_column(T, f, l, column, sizeof column);
			zhun_text_add(&q->sql, or);
			or = " OR ";
			add_prefix(q, column, zhun_v_text(p->prefix), p->prefix_end);
		}
	}
	zhun_text_add(&q->sql, or[0] == ' ' && or[1] == 'A' ? " AND 1 = 0" : ")");
}

static void add_within(struct zhun_query *q, const char *column, size_t after, size_t until)
{
	zhun_text_addf(&q->sql, "%s > $%zu AND %s <= $%zu", column, after, column, until);
}

/* Instants and days compare as text: a day comes after every instant of the day before, and before its own. An
 * interval that is open ends for ever, which is never reached. */
static void add_changed(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_page *p)
{
	static const char *const columns[] = {"h.recorded_from", "h.recorded_to", "h.valid_from", "h.valid_to"};
	size_t after = zhun_query_bind(q, zhun_v_text(p->changed_after ? p->changed_after : ZHUN_ALWAYS));
	size_t until = zhun_query_bind(q, zhun_v_text(p->changed_until ? p->changed_until : ZHUN_FOR_EVER));

	PUT(&q->sql, " AND " T ".id IN (SELECT h.id FROM ", reg->name, "_history h WHERE ");
	for (size_t i = 0; i < ZHUN_COUNT(columns); i++) {
		zhun_text_add(&q->sql, i ? " OR " : "");
		add_within(q, columns[i], after, until);
		zhun_text_add(&q->sql, " AND ");
		PUT(&q->sql, columns[i], " < '" ZHUN_FOR_EVER "'");
	}
	zhun_text_addc(&q->sql, ')');
}

void zhun_part_conditions(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->filters[i].child)
			add_row_conditions(q, s, p, i);
		else
			add_filter(q, s, &p->filters[i]);
	if (p->holds_on) {
		zhun_text_add(&q->sql, " AND ");
		zhun_part_holding(q, s, T, p->holds_on);
	}
	if (p->changed_after || p->changed_until)
		add_changed(q, s->reg, p);
	if (p->prefix)
		add_search(q, s->reg, p);
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
		zhun_part_sort_column(T, p->sort, q->viewer->language, column, sizeof column);
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
