/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What identity's own files share: one row of a statement, instants as they are stored. */
#ifndef ZHUN_IDENTITY_ROWS_H
#define ZHUN_IDENTITY_ROWS_H

#include "store/store.h"
#include "zhun/base/date.h"

struct zhun_identity_ask {
	enum zhun_sql sql;
	const struct zhun_value *params;
	size_t count;
};

/** The first row, or NULL. */
enum zhun_code zhun_identity_one(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_identity_ask *ask,
				 const struct zhun_value **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** @a now and so many seconds, as stored. */
void zhun_identity_instant(int64_t now, int64_t seconds, char out[ZHUN_INSTANT_TEXT]);

#endif
