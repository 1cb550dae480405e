/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/query_write.h"

#include "register/query_part.h"
#include "register/schema.h"

static void add(struct zhun_query *q, const char *before, struct zhun_value v)
{
	zhun_text_add(&q->sql, before);
	zhun_part_value(q, &q->sql, v);
}

static void add_text(struct zhun_query *q, const char *before, const char *s)
{
	add(q, before, zhun_v_text(s));
}

static void add_int(struct zhun_query *q, const char *before, int64_t n)
{
	add(q, before, zhun_v_int(n));
}

/* ", number, issued, issued_first …" */
static void add_names(struct zhun_query *q, const struct zhun_field *fields)
{
	for (const struct zhun_field *f = fields; f->name; f++) {
		size_t count;
		const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

		for (size_t i = 0; i < count; i++)
			PUT(&q->sql, ", ", f->name, parts[i].suffix);
	}
}

static void add_cells(struct zhun_query *q, const struct zhun_field *fields, const struct zhun_value *cells)
{
	size_t n = zhun_fields_cells(fields);

	for (size_t i = 0; i < n; i++)
		add(q, ", ", cells[i]);
}

void zhun_query_insert(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v)
{
	zhun_query_begin(q);
	PUT(&q->sql, "INSERT INTO ", reg->name, " (id, rev, change, recorded_from, valid_from");
	add_names(q, reg->fields);
	add_text(q, ") VALUES (", v->id);
	add_int(q, ", ", v->rev);
	add_int(q, ", ", v->change);
	add_text(q, ", ", v->recorded_from);
	add_text(q, ", ", v->valid_from);
	add_cells(q, reg->fields, v->cells);
	zhun_text_addc(&q->sql, ')');
}

void zhun_query_replace(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v)
{
	const struct zhun_value *cell = v->cells;

	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "UPDATE %s SET rev = ", reg->name);
	add_int(q, "", v->rev);
	add_int(q, ", change = ", v->change);
	add_text(q, ", recorded_from = ", v->recorded_from);
	add_text(q, ", valid_from = ", v->valid_from);
	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		size_t count;
		const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

		for (size_t i = 0; i < count; i++) {
			PUT(&q->sql, ", ", f->name, parts[i].suffix);
			add(q, " = ", *cell++);
		}
	}
	add_text(q, " WHERE id = ", v->id);
}

void zhun_query_delete(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "DELETE FROM %s", reg->name);
	add_text(q, " WHERE id = ", id);
}

void zhun_query_current(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT rev, recorded_from, valid_from");
	add_names(q, reg->fields);
	zhun_text_addf(&q->sql, " FROM %s", reg->name);
	add_text(q, " WHERE id = ", id);
}

void zhun_query_after(struct zhun_query *q, const struct zhun_register *reg, const char *id, int64_t most)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT id");
	add_names(q, reg->fields);
	zhun_text_addf(&q->sql, " FROM %s", reg->name);
	add_text(q, " WHERE id > ", id);
	add_int(q, " ORDER BY id LIMIT ", most);
}

/* ---- versions ---- */

void zhun_query_believed(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "SELECT rev, change, valid_from, valid_to FROM %s_history", reg->name);
	add_text(q, " WHERE id = ", id);
	zhun_text_add(&q->sql, " AND recorded_to = '" ZHUN_FOR_EVER "' ORDER BY valid_from");
}

static void begin_version(struct zhun_query *q, const struct zhun_register *reg)
{
	zhun_query_begin(q);
	PUT(&q->sql, "INSERT INTO ", reg->name,
	    "_history (id, rev, change, recorded_from, recorded_to, valid_from, valid_to");
	add_names(q, reg->fields);
}

void zhun_query_record_version(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v)
{
	begin_version(q, reg);
	add_text(q, ") VALUES (", v->id);
	add_int(q, ", ", v->rev);
	add_int(q, ", ", v->change);
	add_text(q, ", ", v->recorded_from);
	add_text(q, ", ", ZHUN_FOR_EVER);
	add_text(q, ", ", v->valid_from);
	add_text(q, ", ", v->valid_to);
	add_cells(q, reg->fields, v->cells);
	zhun_text_addc(&q->sql, ')');
}

static void add_version(struct zhun_query *q, const struct zhun_version *v)
{
	add_text(q, " WHERE id = ", v->id);
	add_int(q, " AND rev = ", v->rev);
	add_int(q, " AND change = ", v->change);
}

void zhun_query_end_version(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v,
			    const char *now)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "UPDATE %s_history SET recorded_to = ", reg->name);
	add_text(q, "", now);
	add_version(q, v);
}

void zhun_query_shorten_version(struct zhun_query *q, const struct zhun_register *reg,
				const struct zhun_version *old, int64_t change, const char *now, const char *day)
{
	begin_version(q, reg);
	add_int(q, ") SELECT id, rev, CAST(", change);
	add_text(q, " AS BIGINT), CAST(", now);
	add_text(q, " AS TEXT), '" ZHUN_FOR_EVER "', valid_from, CAST(", day);
	zhun_text_add(&q->sql, " AS TEXT)");
	add_names(q, reg->fields);
	zhun_text_addf(&q->sql, " FROM %s_history", reg->name);
	add_version(q, old);
}

/* ---- rows of children ---- */

static void add_place(struct zhun_query *q, const struct zhun_place *at)
{
	add_text(q, " WHERE record = ", at->record);
	add_int(q, " AND n = ", at->n);
	if (at->m)
		add_int(q, " AND m = ", at->m);
}

void zhun_query_raw_rows(struct zhun_query *q, const char *table, const struct zhun_field *fields, bool second,
			 const char *record)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, second ? "SELECT n, m" : "SELECT n, 0");
	add_names(q, fields);
	zhun_text_addf(&q->sql, " FROM %s", table);
	add_text(q, " WHERE record = ", record);
	zhun_text_add(&q->sql, second ? " ORDER BY n, m" : " ORDER BY n");
}

void zhun_query_insert_row(struct zhun_query *q, const char *table, const struct zhun_field *fields,
			   const struct zhun_place *at, int64_t rev, const struct zhun_value *cells)
{
	zhun_query_begin(q);
	PUT(&q->sql, "INSERT INTO ", table, " (record, rev, n", at->m ? ", m" : "");
	add_names(q, fields);
	add_text(q, ") VALUES (", at->record);
	add_int(q, ", ", rev);
	add_int(q, ", ", at->n);
	if (at->m)
		add_int(q, ", ", at->m);
	add_cells(q, fields, cells);
	zhun_text_addc(&q->sql, ')');
}

void zhun_query_keep_row(struct zhun_query *q, const char *table, const struct zhun_field *fields,
			 const struct zhun_place *at, int64_t rev)
{
	const char *m = at->m ? ", m" : "";

	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "INSERT INTO %s_history (record, rev, n%s, rev_to", table, m);
	add_names(q, fields);
	zhun_text_addf(&q->sql, ") SELECT record, rev, n%s", m);
	add_int(q, ", CAST(", rev);
	zhun_text_add(&q->sql, " AS BIGINT)");
	add_names(q, fields);
	zhun_text_addf(&q->sql, " FROM %s", table);
	add_place(q, at);
}

void zhun_query_drop_row(struct zhun_query *q, const char *table, const struct zhun_place *at)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "DELETE FROM %s", table);
	add_place(q, at);
}

/* ---- texts in further languages ---- */

static void add_text_place(struct zhun_query *q, const char *record, const struct zhun_value text[3])
{
	add_text(q, " WHERE record = ", record);
	add(q, " AND field = ", text[0]);
	add(q, " AND language = ", text[1]);
}

void zhun_query_insert_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			    int64_t rev, const struct zhun_value text[3])
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "INSERT INTO %s_text (record, rev, field, language, text)", reg->name);
	add_text(q, " VALUES (", record);
	add_int(q, ", ", rev);
	for (size_t i = 0; i < 3; i++)
		add(q, ", ", text[i]);
	zhun_text_addc(&q->sql, ')');
}

void zhun_query_keep_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			  int64_t rev, const struct zhun_value text[3])
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "INSERT INTO %s_text_history (record, rev, rev_to, field, language, text)", reg->name);
	add_int(q, " SELECT record, rev, CAST(", rev);
	zhun_text_addf(&q->sql, " AS BIGINT), field, language, text FROM %s_text", reg->name);
	add_text_place(q, record, text);
}

void zhun_query_drop_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			  const struct zhun_value text[3])
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "DELETE FROM %s_text", reg->name);
	add_text_place(q, record, text);
}
