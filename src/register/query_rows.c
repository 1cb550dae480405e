/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that live with a record, today or of a revision. */
#include "register/query_part.h"
#include "register/schema.h"

/* Rows of a revision: of today's rows those that it had already, and of the replaced ones those
 * that it still had. */
static void add_row_source(struct zhun_query *q, const struct zhun_row_source *s, const char *columns)
{
	const char *table = s->table;
	struct zhun_text *t = &q->sql;
	size_t r, v;

	if (s->rev == 0) {
		zhun_text_addf(t, " FROM %s " T, table);
		return;
	}
	r = zhun_query_bind(q, zhun_v_text(s->record));
	v = zhun_query_bind(q, zhun_v_int(s->rev));
	zhun_text_addf(t, " FROM (SELECT %s FROM %s WHERE record = $%zu AND rev <= $%zu UNION ALL "
		       "SELECT %s FROM %s_history WHERE record = $%zu AND rev <= $%zu AND rev_to > $%zu) " T,
		       columns, table, r, v, columns, table, r, v, v);
}

/* The names of all columns of a child's rows, for reading them from two tables at once. */
static const char *row_columns(struct zhun_query *q, const struct zhun_child *child, bool second)
{
	struct zhun_text t;
	const char *text = "";

	zhun_text_init(&t, q->arena, ZHUN_QUERY_SIZE);
	zhun_text_add(&t, second ? "record, n, m" : "record, n");
	for (const struct zhun_field *f = child->fields; f->name; f++) {
		size_t count;
		const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

		for (size_t i = 0; i < count; i++)
			zhun_text_addf(&t, ", %s%s", f->name, parts[i].suffix);
	}
	if (zhun_text_done(&t, &text, NULL) != ZHUN_OK)
		q->sql.failed = true;
	return text;
}

void zhun_query_rows(struct zhun_query *q, const struct zhun_row_source *s, struct zhun_layout *ret)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, s->second ? "SELECT " T ".n, " T ".m" : "SELECT " T ".n, 0");
	q->cells = ZHUN_CELL_ROW;
	zhun_part_fields(q, NULL, s->child->fields, true, ret);
	add_row_source(q, s, s->rev ? row_columns(q, s->child, s->second) : "");
	zhun_part_joins(q);
	zhun_text_add(&q->sql, " WHERE " T ".record = ");
	zhun_part_text(q, &q->sql, s->record);
	zhun_text_add(&q->sql, s->second ? " ORDER BY " T ".n, " T ".m" : " ORDER BY " T ".n");
}

void zhun_part_rows(struct zhun_query *q, const struct zhun_source *s, const struct zhun_child *child,
		    const char *owner, const char *alias)
{
	struct zhun_text *t = &q->sql;
	const char *columns;
	char table[96];

	(void)snprintf(table, sizeof table, "%s_%s", s->reg->name, child->name);
	if (!zhun_source_is_history(s)) {
		PUT(t, " FROM ", table, " ", alias, " WHERE ", alias, ".record = ", owner, ".id");
		return;
	}
	columns = row_columns(q, child, false);
	PUT(t, " FROM (SELECT ", columns, " FROM ", table, " WHERE record = ", owner, ".id AND rev <= ", owner, ".rev");
	PUT(t, " UNION ALL SELECT ", columns, " FROM ", table, "_history WHERE record = ", owner, ".id AND rev <= ");
	PUT(t, owner, ".rev AND rev_to > ", owner, ".rev) ", alias, " WHERE 1 = 1");
}

void zhun_query_texts(struct zhun_query *q, const struct zhun_register *reg, const char *record, int64_t rev)
{
	char table[96];

	(void)snprintf(table, sizeof table, "%s_text", reg->name);
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT " T ".field, " T ".language, " T ".text");
	add_row_source(q, &(struct zhun_row_source){.table = table, .record = record, .rev = rev},
		       "record, field, language, text");
	zhun_text_add(&q->sql, " WHERE " T ".record = ");
	zhun_part_text(q, &q->sql, record);
	zhun_text_add(&q->sql, " ORDER BY " T ".field, " T ".language");
}
