/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list comes to: how many records, how many different values, what a field of theirs adds up to. */
#include "register/ask.h"

static bool readable(const struct zhun_reader *by, const struct zhun_field *f)
{
	return !f || f->read == ZHUN_READ_ALL || zhun_access_all(by->viewer);
}

static enum zhun_code find_field(const struct zhun_register *reg, const char *name, const struct zhun_field **ret,
				 struct zhun_error *err)
{
	*ret = name ? zhun_field_named(reg->fields, name) : NULL;
	if (name && (!*ret || (*ret)->secret))
		return zhun_fail(err, ZHUN_E_FIELD_UNKNOWN, NULL, name, reg->plural);
	return ZHUN_OK;
}

static bool adds_up(enum zhun_field_kind kind)
{
	return kind == ZHUN_F_INTEGER || kind == ZHUN_F_REAL || kind == ZHUN_F_QUANTITY || kind == ZHUN_F_MONEY;
}

static void read_row(const struct zhun_value *row, const struct zhun_field *summed, struct zhun_total *t)
{
	const struct zhun_value *first = &row[ZHUN_TOTAL_UNIT], *last = &row[ZHUN_TOTAL_UNIT_LAST];

	t->records = row[ZHUN_TOTAL_RECORDS].integer;
	if (row[ZHUN_TOTAL_DISTINCT].kind == ZHUN_V_INT)
		t->distinct = row[ZHUN_TOTAL_DISTINCT].integer;
	if (!summed)
		return;
	t->with = row[ZHUN_TOTAL_WITH].integer;
	t->unit = summed->unit;
	if (first->kind == ZHUN_V_TEXT)
		t->unit = first->text;
	t->mixed = first->kind == ZHUN_V_TEXT && last->kind == ZHUN_V_TEXT && strcmp(first->text, last->text) != 0;
	if (t->with > 0 && !t->mixed)
		t->sum = row[ZHUN_TOTAL_SUM].real;
}

enum zhun_code zhun_register_total(const struct zhun_reader *by, const struct zhun_total_ask *asked,
				   struct zhun_total *ret, struct zhun_error *err)
{
	const struct zhun_field *summed, *distinct;
	const struct zhun_value *row;
	struct zhun_ask ask;
	struct zhun_query q;
	struct zhun_total t = {0};
	enum zhun_code code = zhun_ask_read(by, asked->reg, asked->params, &ask, err);

	if (!code)
		code = find_field(asked->reg, asked->summed, &summed, err);
	if (!code)
		code = find_field(asked->reg, asked->distinct, &distinct, err);
	if (!code && summed && !adds_up(summed->kind))
		return zhun_fail(err, ZHUN_E_FIELD_KIND, NULL, asked->summed, "integer, real, quantity, money");
	if (code)
		return code;
	t.hidden = !readable(by, summed) || !readable(by, distinct);
	for (size_t i = 0; i < ask.page.count; i++)
		t.hidden |= !readable(by, ask.page.filters[i].field);
	t.partial = zhun_access_restricts(asked->reg, by->viewer);
	zhun_query_init(&q, by->arena, by->viewer);
	zhun_query_total(&q, &ask.source, &ask.page, summed, distinct);
	code = t.hidden ? ZHUN_OK : zhun_query_one(&q, by->conn, &row, err);
	if (code)
		return code;
	if (!t.hidden)
		read_row(row, summed, &t);
	*ret = t;
	return ZHUN_OK;
}
