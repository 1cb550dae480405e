/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a record holds on a day: its dates, its dated states, and what it stands on. */
#include "register/query_part.h"

static void add_states(struct zhun_query *q, const char *column, const struct zhun_holding *h)
{
	PUT(&q->sql, column, " IN ");
	for (size_t i = 0; i < ZHUN_COUNT(h->holds) && h->holds[i]; i++) {
		zhun_text_add(&q->sql, i ? ", " : "(");
		zhun_part_text(q, &q->sql, h->holds[i]);
	}
	zhun_text_addc(&q->sql, ')');
}

/* A last day of its own ends a state although no other one has begun. */
static void add_row_end(struct zhun_query *q, const struct zhun_child *child, size_t day)
{
	if (zhun_field_named(child->fields, "until"))
		zhun_text_addf(&q->sql, " AND (w.until_last IS NULL OR w.until_last >= $%zu)", day);
}

/* Of the states that have begun the last one decides; of two that began on one day the one told later. */
static void add_dated_states(struct zhun_query *q, const struct zhun_source *s, const char *alias, size_t day)
{
	const struct zhun_holding *h = &s->reg->holding;
	const struct zhun_child *child = zhun_child_named(s->reg->children, h->states);
	struct zhun_text *t = &q->sql;
	char column[96];

	zhun_text_add(t, " AND (EXISTS (SELECT 1");
	zhun_part_rows(q, s, child, alias, "w");
	zhun_text_add(t, " AND ");
	add_states(q, "w.state", h);
	zhun_text_addf(t, " AND w.since_first <= $%zu", day);
	add_row_end(q, child, day);
	zhun_text_add(t, " AND NOT EXISTS (SELECT 1");
	zhun_part_rows(q, s, child, alias, "v");
	zhun_text_addf(t, " AND v.since_first <= $%zu AND (v.since_first, v.n) > (w.since_first, w.n)))", day);
	if (!h->stated) {
		zhun_text_add(t, " OR (NOT EXISTS (SELECT 1");
		zhun_part_rows(q, s, child, alias, "w");
		zhun_text_addc(t, ')');
		if (h->state) {
			(void)snprintf(column, sizeof column, " AND %s.%s", alias, h->state);
			add_states(q, column, h);
		}
		zhun_text_addc(t, ')');
	}
	zhun_text_addc(t, ')');
}

/* A date that is not there is met. */
static void add_date(struct zhun_query *q, const char *alias, const char *field, const char *than, size_t day)
{
	if (field)
		zhun_text_addf(&q->sql, " AND (%s.%s IS NULL OR %s.%s%s $%zu)", alias, field, alias, field, than, day);
}

static void add_dates(struct zhun_query *q, const char *alias, const struct zhun_holding *h, size_t day)
{
	if (h->dated)
		PUT(&q->sql, " AND ", alias, ".", h->from, " IS NOT NULL");
	add_date(q, alias, h->from, "_first <=", day);
	add_date(q, alias, h->until, "_last >=", day);
	add_date(q, alias, h->ended, "_first >", day);
}

static void add_through(struct zhun_query *q, const struct zhun_source *s, const char *alias, const char *day)
{
	const char *name = s->reg->holding.through;
	const struct zhun_register *there = zhun_register_named(zhun_field_named(s->reg->fields, name)->link);
	struct zhun_source source = {.reg = there, .as_of = s->as_of, .known_at = s->known_at};

	PUT(&q->sql, " AND (", alias, ".", name, " IS NULL OR ", alias, ".", name, " IN (SELECT h.id");
	zhun_part_table(q, &source, "h");
	zhun_part_where(q, &source, "h");
	zhun_text_add(&q->sql, " AND ");
	zhun_part_holding(q, &source, "h", day);
	zhun_text_add(&q->sql, "))");
}

void zhun_part_holding(struct zhun_query *q, const struct zhun_source *s, const char *alias, const char *day)
{
	const struct zhun_holding *h = &s->reg->holding;
	size_t n = zhun_query_bind(q, zhun_v_text(day));
	char column[96];

	zhun_text_add(&q->sql, "(1 = 1");
	add_dates(q, alias, h, n);
	if (h->states) {
		add_dated_states(q, s, alias, n);
	} else if (h->state) {
		(void)snprintf(column, sizeof column, " AND %s.%s", alias, h->state);
		add_states(q, column, h);
	}
	if (h->through)
		add_through(q, s, alias, day);
	zhun_text_addc(&q->sql, ')');
}
