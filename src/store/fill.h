/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling an empty database with much at once: a demonstration world, a
 * restored copy. Meanwhile the database is marked, so that every program
 * refuses to open it (STORE_UNFINISHED): a filling that is broken off never
 * looks whole, and therefore commits need not be durable one by one, and
 * indexes that guard nothing are made at the end, each in one go. What writes
 * the records is the same as always. For one connection, and nobody else's.
 */
#ifndef ZHUN_STORE_FILL_H
#define ZHUN_STORE_FILL_H

#include "store/store.h"

/** The number of the row of migrations that marks a database; no migration has it. */
enum { ZHUN_STORE_FILLING = 2000000000 };

struct zhun_filling {
	struct zhun_conn *conn;
	struct zhun_arena *arena;       /* of the texts below */
	const char **indexes;           /* that are to be made again, ended by NULL */
};

/** Marks the database durably, and begins. @a now goes into the mark. */
enum zhun_code zhun_fill_begin(struct zhun_conn *c, struct zhun_arena *a, const char *now,
			       struct zhun_filling *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Makes the indexes, makes all durable and takes the mark away. After a failure it stays. */
enum zhun_code zhun_fill_end(struct zhun_filling *f, struct zhun_error *err) ZHUN_MUST_USE;

#endif
