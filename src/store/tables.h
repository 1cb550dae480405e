/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constant tables that tools/mksql makes of src/store/sql and src/store/migrations. */
#ifndef ZHUN_STORE_TABLES_H
#define ZHUN_STORE_TABLES_H

#include "store/store.h"

struct zhun_sql_row {
	const char *name;
	const char *text[2];            /* by enum zhun_engine; mostly one and the same */
	const unsigned char *kinds;     /* enum zhun_value_kind of each parameter */
	size_t count;
	enum zhun_access access;
};
extern const struct zhun_sql_row zhun_sql_rows[ZHUN_SQL_COUNT];

struct zhun_migration {
	int number;      /* from 1, without gaps, the same on both engines */
	int least;       /* programs that know this migration may use the database after this one */
	const char *name;
	const char *text;
};
extern const struct zhun_migration *const zhun_migrations[2];   /* by enum zhun_engine */
extern const int zhun_migrations_count;

#endif
