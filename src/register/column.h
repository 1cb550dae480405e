/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records as rows of a table: which member of a record a column holds. A head
 * is a field's name or title, with parts after dots: "name.zh" a language,
 * "issuer.code" a link by its key (links in keys go on: "accreditation.body.code";
 * "issuer" alone where the key is one word), "low.unit", "uncertainty.k",
 * "price.currency". A quantity's cell may hold its unit: "10 V". A row becomes
 * the same JSON that a form sends, so that there is one way to write. Children
 * have no columns. Memory: the arena.
 */
#ifndef ZHUN_REGISTER_COLUMN_H
#define ZHUN_REGISTER_COLUMN_H

#include "codec/csv.h"
#include "codec/json.h"
#include "register/declaration.h"

enum { ZHUN_COLUMN_PATH = 12 };

/** Whether a spreadsheet takes the cell for a formula, or would where apostrophes before it were taken off: an
 *  export writes one more, and import takes one off. */
bool zhun_column_is_formula(const char *cell);

/** The way through the JSON to a column's value, and how its cell is read. */
struct zhun_column {
	const struct zhun_field *field;         /* of the register */
	const struct zhun_field *leaf;          /* whose kind the cell has: of a key's field the other register's */
	const char *path[ZHUN_COLUMN_PATH + 1]; /* member names; ends with NULL */
};

struct zhun_columns {
	const struct zhun_register *reg;
	const struct zhun_column *items;
	size_t count;
};

/** Reads the heads. Fails COLUMN_UNKNOWN, COLUMN_PART (a part is missing or unknown), COLUMN_TWICE,
 *  COLUMN_MISSING (a field of the key); the place is the head. */
enum zhun_code zhun_columns_read(struct zhun_arena *a, const struct zhun_register *reg,
				 const struct zhun_csv_row *heads, struct zhun_columns *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** A row as the record's JSON. A field whose cells are all empty is null. Fails ROW_CELLS (more cells
 *  than columns), FIELD_KIND; the place is the head. */
enum zhun_code zhun_columns_record(struct zhun_arena *a, const struct zhun_columns *columns,
				   const struct zhun_csv_row *row, const struct zhun_json **ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** All columns of a register in the order of its fields: what an export writes and an empty table to
 *  fill in has. Secrets and documents have none. */
enum zhun_code zhun_columns_all(struct zhun_arena *a, const struct zhun_register *reg, struct zhun_columns *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** A column's head: "accreditation.body.code". */
enum zhun_code zhun_column_head(struct zhun_arena *a, const struct zhun_column *c, const char **ret,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
