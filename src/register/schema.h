/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The SQL schema that the declarations ask for, as a model in memory: tables,
 * columns, references, indexes; the same for both engines but for the words of
 * types. From it come the text of CREATE TABLE (ddl.c) and the differences to
 * a database (diff.c). Also here: which columns a field has.
 *
 * Of register x: x (current records), x_history (every version), x_text (texts
 * in other languages than en and zh) where it has such fields, and for each
 * child x_y and x_y_history (rows that a later revision replaced). Besides
 * these: change (one row a write) and document (immutable bytes).
 */
#ifndef ZHUN_REGISTER_SCHEMA_H
#define ZHUN_REGISTER_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "register/declaration.h"
#include "store/store.h"
#include "zhun/base/arena.h"
#include "zhun/base/text.h"

/** Words of types, written per engine by ddl.c. IDENTITY counts by itself; XID exists on
 *  PostgreSQL only: the transaction, by which readers of the change feed wait for the slow. */
enum zhun_column_type {
	ZHUN_COLUMN_TEXT,
	ZHUN_COLUMN_INT,
	ZHUN_COLUMN_REAL,
	ZHUN_COLUMN_BYTES,
	ZHUN_COLUMN_IDENTITY,
	ZHUN_COLUMN_XID
};

/** A column of a field: the field's name and this suffix. */
struct zhun_part {
	const char *suffix;
	enum zhun_column_type type;
	bool required;  /* NOT NULL where the field is required */
};
enum { ZHUN_FIELD_PARTS = 5 };

/** The columns of a kind of field, in their order; writes how many. */
const struct zhun_part *zhun_field_parts(enum zhun_field_kind kind, size_t *ret_count);

/** How many columns all the fields of a list have. */
size_t zhun_fields_cells(const struct zhun_field *fields);

/** Where those of the field called @a name begin among them. */
size_t zhun_fields_at(const struct zhun_field *fields, const char *name);

/** The one among them by which records are filtered and sorted; TEXTS by language. */
size_t zhun_field_sort_part(enum zhun_field_kind kind, enum zhun_language language);

struct zhun_sql_column {
	const char *name;
	enum zhun_column_type type;
	bool not_null;
	const char *references;  /* table whose id it holds, or NULL */
	const char *comment;
	struct zhun_sql_column *next;
};

struct zhun_sql_index {
	const char *name, *columns;  /* "issuer, issued_first, id" */
	unsigned alike;               /* rows of a million that share its first column; 0: few */
	bool unique;
	bool postgres;                /* of PostgreSQL only: over a column that only exists there */
	struct zhun_sql_index *next;
};

struct zhun_sql_table {
	const char *name, *comment, *key;  /* key: columns of the primary key; NULL for an IDENTITY */
	bool clustered;                    /* rows stand in the order of their key */
	struct zhun_sql_column *columns;
	struct zhun_sql_index *indexes;
	struct zhun_sql_table *next;
};

/** The tables of all registers with change and document first. */
enum zhun_code zhun_schema_build(struct zhun_arena *a, const struct zhun_register *const *registers,
				 const struct zhun_sql_table **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The text of one CREATE TABLE with its indexes or of a column more, and of the references that follow
 *  when all tables are there (PostgreSQL). */
void zhun_ddl_table(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t);
void zhun_ddl_references(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t);
void zhun_ddl_column(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
		     const struct zhun_sql_column *c);
void zhun_ddl_reference(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
			const struct zhun_sql_column *c);
void zhun_ddl_index(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *t,
		    const struct zhun_sql_index *i);
void zhun_ddl_drop_index(struct zhun_text *out, const char *name);

/** The whole schema of @a tables. */
void zhun_ddl(struct zhun_text *out, enum zhun_engine engine, const struct zhun_sql_table *tables);

#endif
