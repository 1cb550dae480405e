/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/schema.h"

#include "zhun/base/text.h"

/* PostgreSQL's text columns compare by bytes, as SQLite's do. */
static const char *type_word(enum zhun_engine engine, enum zhun_column_type type)
{
	static const char *const words[][2] = {
		[ZHUN_COLUMN_TEXT] = {"TEXT", "TEXT COLLATE \"C\""},
		[ZHUN_COLUMN_INT] = {"INTEGER", "BIGINT"},
		[ZHUN_COLUMN_REAL] = {"REAL", "DOUBLE PRECISION"},
		[ZHUN_COLUMN_BYTES] = {"BLOB", "BYTEA"},
		[ZHUN_COLUMN_IDENTITY] = {"INTEGER PRIMARY KEY AUTOINCREMENT",
				       "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"},
		[ZHUN_COLUMN_XID] = {"", "xid8 NOT NULL DEFAULT pg_current_xact_id()"},
	};

	return words[type][engine];
}

static bool exists(enum zhun_engine engine, const struct zhun_sql_column *c)
{
	return c->type != ZHUN_COLUMN_XID || engine == ZHUN_POSTGRES;
}

/* A text literal of SQL. */
static void add_literal(struct zhun_text *out, const char *s)
{
	zhun_text_addc(out, '\'');
	for (; *s; s++) {
		zhun_text_addc(out, *s);
		if (*s == '\'')
			zhun_text_addc(out, '\'');
	}
	zhun_text_addc(out, '\'');
}

/* SQLite refers within the column; PostgreSQL wants the other table to be there already. */
static void add_definition(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_column *c)
{
	zhun_text_addf(out, "%s %s", c->name, type_word(engine, c->type));
	if (c->not_null && c->type != ZHUN_COLUMN_IDENTITY && c->type != ZHUN_COLUMN_XID)
		zhun_text_add(out, " NOT NULL");
	if (c->references && engine == ZHUN_SQLITE)
		zhun_text_addf(out, " REFERENCES %s (id) DEFERRABLE INITIALLY DEFERRED", c->references);
}

static void add_comment(struct zhun_text *out, const char *table, const struct zhun_sql_column *c)
{
	if (!c->comment)
		return;
	zhun_text_addf(out, "COMMENT ON COLUMN %s.%s IS ", table, c->name);
	add_literal(out, c->comment);
	zhun_text_add(out, ";\n");
}

void zhun_ddl_reference(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
			const struct zhun_sql_column *c)
{
	if (c->references && engine == ZHUN_POSTGRES)
		zhun_text_addf(out, "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (id)"
			       " DEFERRABLE INITIALLY DEFERRED;\n", t->name, c->name, c->references);
}

/* "1000000 1000 100 1": of a million rows, how many share the first column, the first two, all. */
static void add_likeness(struct zhun_text *out, const struct zhun_sql_index *i)
{
	zhun_text_addf(out, "1000000 %u", i->alike);
	for (const char *comma = strchr(i->columns, ','); comma; comma = strchr(comma + 1, ','))
		zhun_text_add(out, strchr(comma + 1, ',') ? " 100" : " 1");
}

/* What to expect of each index is told to SQLite once and for all, as if ANALYZE had found a
 * million rows: without it the planner takes each index for selective and walks, of a list in
 * another order, all valid certificates first (13 s of a million); ANALYZE itself would hold the
 * lock for writing. PostgreSQL looks for itself. */
static void add_statistics(struct zhun_text *out, const struct zhun_sql_table *t, const struct zhun_sql_index *from,
			   const struct zhun_sql_index *end)
{
	const char *before = "ANALYZE sqlite_schema;\nINSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES\n";

	for (const struct zhun_sql_index *i = from; i != end; i = i->next)
		if (i->alike) {
			zhun_text_addf(out, "%s\t('%s', '%s', '", before, t->name, i->name);
			add_likeness(out, i);
			zhun_text_add(out, "')");
			before = ",\n";
		}
	if (before[0] == ',')
		zhun_text_add(out, ";\n");
}

static void add_index(struct zhun_text *out, const struct zhun_sql_table *t, const struct zhun_sql_index *i)
{
	zhun_text_addf(out, "CREATE %sINDEX %s ON %s (%s);\n", i->unique ? "UNIQUE " : "", i->name, t->name,
		       i->columns);
}

void zhun_ddl_index(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
		    const struct zhun_sql_index *i)
{
	add_index(out, t, i);
	if (engine == ZHUN_SQLITE)
		add_statistics(out, t, i, i->next);
}

void zhun_ddl_drop_index(struct zhun_text *out, const char *name)
{
	zhun_text_addf(out, "DROP INDEX %s;\n", name);
}

/* SQLite keeps the text of CREATE TABLE, comments and all, so they stand in it. */
static void add_columns(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t)
{
	for (const struct zhun_sql_column *c = t->columns; c; c = c->next) {
		if (!exists(engine, c))
			continue;
		zhun_text_add(out, "\t");
		add_definition(out, engine, c);
		if (c->next || t->key)
			zhun_text_addc(out, ',');
		if (c->comment && engine == ZHUN_SQLITE)
			zhun_text_addf(out, " -- %s", c->comment);
		zhun_text_addc(out, '\n');
	}
	if (t->key)
		zhun_text_addf(out, "\tPRIMARY KEY (%s)\n", t->key);
}

void zhun_ddl_table(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t)
{
	bool sqlite = engine == ZHUN_SQLITE;

	zhun_text_addf(out, "-- %s\nCREATE TABLE %s (\n", t->comment, t->name);
	add_columns(out, engine, t);
	zhun_text_addf(out, ")%s;\n", !sqlite ? "" : t->clustered ? " STRICT, WITHOUT ROWID" : " STRICT");
	if (!sqlite) {
		zhun_text_addf(out, "COMMENT ON TABLE %s IS ", t->name);
		add_literal(out, t->comment);
		zhun_text_add(out, ";\n");
		for (const struct zhun_sql_column *c = t->columns; c; c = c->next)
			add_comment(out, t->name, c);
	}
	for (const struct zhun_sql_index *i = t->indexes; i; i = i->next)
		if (!i->postgres || !sqlite)
			add_index(out, t, i);
	if (sqlite)
		add_statistics(out, t, t->indexes, NULL);
}

void zhun_ddl_references(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t)
{
	for (const struct zhun_sql_column *c = t->columns; c; c = c->next)
		zhun_ddl_reference(out, engine, t, c);
}

void zhun_ddl_column(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
		     const struct zhun_sql_column *c)
{
	zhun_text_addf(out, "ALTER TABLE %s ADD COLUMN ", t->name);
	add_definition(out, engine, c);
	zhun_text_add(out, ";\n");
	if (engine == ZHUN_POSTGRES)
		add_comment(out, t->name, c);
}

void zhun_ddl(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *tables)
{
	for (const struct zhun_sql_table *t = tables; t; t = t->next)
		zhun_ddl_table(out, engine, t);
	for (const struct zhun_sql_table *t = tables; t; t = t->next)
		zhun_ddl_references(out, engine, t);
}
