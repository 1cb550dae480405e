/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/diff.h"

/* A column or an index as the database has it. */
struct found {
	const char *table, *name, *type, *more;
	bool flag;  /* NOT NULL; unique */
	bool declared;
	struct found *next;
};

struct difference {
	struct zhun_arena *a;
	struct zhun_text *out;
	enum zhun_engine engine, is;
	const struct zhun_sql_table *tables;
	struct found *columns, *indexes;
};

/* Rows of table, name, text, flag or of table, name, text, flag, text. */
static enum zhun_code find(struct zhun_conn *conn, struct zhun_arena *a, enum zhun_sql sql, struct found **ret,
			   struct zhun_error *err)
{
	struct zhun_rows *rows;
	const struct zhun_value *row;
	struct found **end = ret;
	enum zhun_code code = zhun_store_query(conn, &(struct zhun_asked){.sql = sql}, a, &rows, err);

	*ret = NULL;
	while (code == ZHUN_OK && (code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct found *f = ZHUN_NEW(a, struct found);

		if (!f) {
			zhun_rows_done(rows);
			return zhun_no_memory(a, err);
		}
		*f = (struct found){row[0].text, row[1].text, row[2].text,
			zhun_rows_columns(rows) > 4 ? row[4].text : NULL, row[3].integer != 0, false, NULL};
		*end = f;
		end = &f->next;
	}
	return code;
}

static struct found *named(struct found *list, const char *table, const char *name)
{
	for (struct found *f = list; f; f = f->next)
		if (zhun_str_equal(f->table, table) && (!name || zhun_str_equal(f->name, name)))
			return f;
	return NULL;
}

/* What cannot be repaired by adding is said in a comment, for a person to decide. */
static void say(struct difference *d, const char *table, const char *name, const char *what)
{
	zhun_text_addf(d->out, "-- %s.%s: %s\n", table, name, what);
}

static bool same_type(const struct difference *d, const struct zhun_sql_column *c, const char *type)
{
	static const char *const words[][2] = {
		[ZHUN_COLUMN_TEXT] = {"TEXT", "text"}, [ZHUN_COLUMN_INT] = {"INTEGER", "bigint"},
		[ZHUN_COLUMN_REAL] = {"REAL", "double precision"}, [ZHUN_COLUMN_BYTES] = {"BLOB", "bytea"},
		[ZHUN_COLUMN_IDENTITY] = {"INTEGER", "bigint"}, [ZHUN_COLUMN_XID] = {"", "xid8"},
	};

	return zhun_str_equal(words[c->type][d->is], type);
}

static enum zhun_code compare_column(struct difference *d, const struct zhun_sql_table *t,
				     const struct zhun_sql_column *c, struct zhun_error *err)
{
	struct found *f = named(d->columns, t->name, c->name);

	if (c->type == ZHUN_COLUMN_XID && d->is == ZHUN_SQLITE)
		return ZHUN_OK;
	if (!f && c->not_null)
		return zhun_fail(err, ZHUN_E_SCHEMA_NOT_NULL, NULL, t->name, c->name);
	if (!f) {
		zhun_ddl_column(d->out, d->engine, t, c);
		return ZHUN_OK;
	}
	f->declared = true;
	if (!same_type(d, c, f->type))
		say(d, t->name, c->name, "has another type");
	if (f->flag != c->not_null && c->type != ZHUN_COLUMN_IDENTITY)
		say(d, t->name, c->name, c->not_null ? "is not NOT NULL" : "is NOT NULL");
	if (!zhun_str_equal(f->more, c->references))
		say(d, t->name, c->name, "refers to another table");
	return ZHUN_OK;
}

static void compare_index(struct difference *d, const struct zhun_sql_table *t, const struct zhun_sql_index *i)
{
	struct found *f = named(d->indexes, t->name, i->name);

	if (f)
		f->declared = true;
	if (!f && i->postgres && d->is == ZHUN_SQLITE)
		return;
	if (f && zhun_str_equal(f->type, i->columns) && f->flag == i->unique)
		return;
	if (f)
		zhun_ddl_drop_index(d->out, i->name);
	zhun_ddl_index(d->out, d->engine, t, i);
}

static enum zhun_code compare_table(struct difference *d, const struct zhun_sql_table *t, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	if (!named(d->columns, t->name, NULL)) {
		zhun_ddl_table(d->out, d->engine, t);
		return ZHUN_OK;
	}
	for (const struct zhun_sql_column *c = t->columns; c && !code; c = c->next)
		code = compare_column(d, t, c, err);
	for (const struct zhun_sql_index *i = t->indexes; i && !code; i = i->next)
		compare_index(d, t, i);
	return code;
}

/* References of new tables and columns follow when all tables are there. */
static void add_references(struct difference *d)
{
	for (const struct zhun_sql_table *t = d->tables; t; t = t->next)
		for (const struct zhun_sql_column *c = t->columns; c; c = c->next)
			if (!named(d->columns, t->name, c->name))
				zhun_ddl_reference(d->out, d->engine, t, c);
}

/* Data that is no longer declared stays until somebody decides; an index is only speed. */
static void compare_rest(struct difference *d)
{
	for (const struct zhun_sql_table *t = d->tables; t; t = t->next) {
		for (struct found *f = d->columns; f; f = f->next)
			if (!f->declared && zhun_str_equal(f->table, t->name))
				say(d, f->table, f->name, "is no longer declared");
		for (struct found *f = d->indexes; f; f = f->next)
			if (!f->declared && zhun_str_equal(f->table, t->name)) {
				zhun_ddl_drop_index(d->out, f->name);
			}
	}
}

enum zhun_code zhun_schema_diff(struct zhun_conn *conn, struct zhun_arena *a,
				const struct zhun_register *const *registers, enum zhun_engine engine,
				struct zhun_text *out, struct zhun_error *err)
{
	struct difference d = {.a = a, .out = out, .engine = engine, .is = zhun_conn_engine(conn)};
	enum zhun_code code = zhun_schema_build(a, registers, &d.tables, err);

	if (!code)
		code = find(conn, a, ZHUN_SQL_SCHEMA_COLUMNS, &d.columns, err);
	if (!code)
		code = find(conn, a, ZHUN_SQL_SCHEMA_INDEXES, &d.indexes, err);
	for (const struct zhun_sql_table *t = d.tables; t && !code; t = t->next)
		code = compare_table(&d, t, err);
	if (code)
		return code;
	add_references(&d);
	compare_rest(&d);
	return ZHUN_OK;
}
