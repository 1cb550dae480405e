/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A database for a test, of either engine, gone afterwards: a SQLite file in a
 * temporary folder, or a schema of its own in the cluster that
 * tools/with-postgres started (ZHUN_TEST_POSTGRES).
 */
#ifndef ZHUN_TESTS_UNIT_STORE_H
#define ZHUN_TESTS_UNIT_STORE_H

#include "store/store.h"

struct unit_store {
	struct zhun_store *store;
	char url[300];
	char folder[64];     /* SQLite */
	char schema[48];     /* PostgreSQL */
};

/** An empty database; false (and the test marked skipped) where the engine is not there. */
bool unit_store_open(struct unit_store *u, enum zhun_engine engine);

/** The same with all migrations applied. */
bool unit_store_open_migrated(struct unit_store *u, enum zhun_engine engine);

void unit_store_close(struct unit_store *u);

/** Runs @a test on each engine that is there; PostgreSQL alone may be missing (skipped). */
void unit_store_each(void (*test)(struct unit_store *u), bool migrated);

/** A connection that writes. */
struct zhun_conn *unit_store_writer(struct unit_store *u);

/** A table "sample" with a column of every kind, in the words of the engine. */
void unit_store_sample(const struct unit_store *u, struct zhun_conn *c);

/** Composed SQL without parameters, which must succeed. */
void unit_store_exec(struct zhun_conn *c, const char *sql);

/** The first cell of the first row as an integer, or −1 without a row. */
int64_t unit_store_int(struct zhun_conn *c, const char *sql);

#endif
