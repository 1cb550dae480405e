/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text names, and the texts whose records are there now though their links are empty. */
#include "register/query_part.h"
#include "zhun/base/text.h"

static const char *last_key(const struct zhun_register *reg)
{
	size_t n = 0;

	while (n + 1 < ZHUN_REGISTER_NAMES && reg->key[n + 1])
		n++;
	return reg->key[n];
}

static void add_scheme(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f)
{
	if (!f->stated.scheme)
		return;
	PUT(&q->sql, " AND o.", reg->key[0], " = ");
	zhun_part_text(q, &q->sql, f->stated.scheme);
}

/* A name that two records have in their rows names neither. */
static void add_only_one(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f)
{
	PUT(&q->sql, " AND NOT EXISTS (SELECT 1 FROM ", reg->name, "_", f->stated.rows, " d WHERE d.",
	    f->stated.row_text, " = c.", f->stated.row_text, " AND d.record <> c.record)");
}

void zhun_query_stated(struct zhun_query *q, const struct zhun_field *f, const char *text)
{
	const struct zhun_register *reg = zhun_register_named(f->link);

	zhun_query_begin(q);
	PUT(&q->sql, "SELECT o.id, 0 AS by_row FROM ", reg->name, " o WHERE o.", last_key(reg), " = ");
	zhun_part_text(q, &q->sql, text);
	add_scheme(q, reg, f);
	if (f->stated.rows) {
		PUT(&q->sql, " UNION ALL SELECT c.record, 1 FROM ", reg->name, "_", f->stated.rows, " c WHERE c.",
		    f->stated.row_text, " = ");
		zhun_part_text(q, &q->sql, text);
		add_only_one(q, reg, f);
	}
	zhun_text_add(&q->sql, " ORDER BY by_row LIMIT 1");
}

void zhun_query_stated_among(struct zhun_query *q, const struct zhun_field *f, const struct zhun_among *among)
{
	const struct zhun_register *reg = zhun_register_named(f->link);

	zhun_query_begin(q);
	PUT(&q->sql, "SELECT v.column1, COALESCE((SELECT o.id FROM ", reg->name, " o WHERE o.", last_key(reg),
	    " = v.column1");
	add_scheme(q, reg, f);
	zhun_text_add(&q->sql, " LIMIT 1), ");
	if (f->stated.rows) {
		PUT(&q->sql, "(SELECT c.record FROM ", reg->name, "_", f->stated.rows, " c WHERE c.",
		    f->stated.row_text, " = v.column1");
		add_only_one(q, reg, f);
		zhun_text_add(&q->sql, " LIMIT 1))");
	} else {
		zhun_text_add(&q->sql, "NULL)");
	}
	zhun_part_among(q, among);
}

void zhun_query_resolvable(struct zhun_query *q, const struct zhun_register *from, const struct zhun_child *child,
			   const struct zhun_field *f)
{
	const struct zhun_register *reg = zhun_register_named(f->link);
	const char *record = child ? "t.record" : "t.id";
	const char *table[] = {from->name, child ? "_" : "", child ? child->name : "", NULL};

	zhun_query_begin(q);
	PUT(&q->sql, "SELECT ", record, " FROM ");
	zhun_part_texts(&q->sql, table);
	PUT(&q->sql, " t JOIN ", reg->name, " o ON o.", last_key(reg), " = t.", f->stated.text);
	add_scheme(q, reg, f);
	PUT(&q->sql, " WHERE t.", f->name, " IS NULL");
	if (f->stated.rows) {
		PUT(&q->sql, " UNION SELECT ", record, " FROM ");
		zhun_part_texts(&q->sql, table);
		PUT(&q->sql, " t JOIN ", reg->name, "_", f->stated.rows, " c ON c.", f->stated.row_text, " = t.",
		    f->stated.text, " WHERE t.", f->name, " IS NULL");
		add_only_one(q, reg, f);
	}
	zhun_text_add(&q->sql, " ORDER BY 1");
}
