/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a database differs from the schema that the declarations ask for, as the
 * text of a migration. Tables that no declaration knows (identity's, the
 * store's own) are left alone.
 */
#ifndef ZHUN_REGISTER_DIFF_H
#define ZHUN_REGISTER_DIFF_H

#include "register/schema.h"
#include "store/store.h"

/** Writes, for @a engine, what the database of @a conn (of either engine) lacks; what cannot be
 *  done by adding stands in comments. Where the two are equal nothing is written. Fails SCHEMA_NOT_NULL. */
enum zhun_code zhun_schema_diff(struct zhun_conn *conn, struct zhun_arena *a,
				const struct zhun_register *const *registers, enum zhun_engine engine,
				struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

#endif
