/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All rows of all tables, out of one database and into another, whichever
 * engines the two are: what a dump is made of. Tables and columns are those
 * the database itself names, in the order of their names; rows come by
 * primary key. What one engine alone has (PostgreSQL's number of a
 * transaction) and what is derived from the rest (the words of search) does
 * not travel. Knows no format.
 */
#ifndef ZHUN_STORE_COPY_H
#define ZHUN_STORE_COPY_H

#include "store/store.h"

struct zhun_copy_column {
	const char *name;
	enum zhun_value_kind kind;
};

struct zhun_copy_table {
	const char *name;
	size_t count, keys;
	const struct zhun_copy_column *columns;
	const size_t *key;                     /* the columns of the primary key, in its order */
	const char *first, *next, *add, *clear; /* SQL */
};

struct zhun_copy {
	const struct zhun_copy_table *tables;
	size_t count;
};

/** The tables of a database, in @a a. Fails NO_MEMORY, ARENA_CEILING. */
enum zhun_code zhun_copy_tables(struct zhun_conn *c, struct zhun_arena *a, struct zhun_copy *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The table of that name, or NULL. */
const struct zhun_copy_table *zhun_copy_table(const struct zhun_copy *copy, const char *name);

/** Some rows after the one with the primary key @a after (keys cells; NULL: from the start), or none at
 *  the end. */
enum zhun_code zhun_copy_read(struct zhun_conn *c, const struct zhun_copy_table *t, const struct zhun_value *after,
			      struct zhun_arena *a, struct zhun_rows **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Takes away what a migration put there, for the rows that follow. */
enum zhun_code zhun_copy_clear(struct zhun_conn *c, const struct zhun_copy_table *t,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** One row: a cell a column. */
enum zhun_code zhun_copy_add(struct zhun_conn *c, const struct zhun_copy_table *t, const struct zhun_value *cells,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** Lets numbers that the database gives go on after the highest that came. */
enum zhun_code zhun_copy_settle(struct zhun_conn *c, struct zhun_arena *a, struct zhun_error *err) ZHUN_MUST_USE;

#endif
