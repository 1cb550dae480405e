/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What identity's own files share: instants as they are stored, and rows found by the digest of a secret. */
#ifndef ZHUN_IDENTITY_ROWS_H
#define ZHUN_IDENTITY_ROWS_H

#include "identity/secret.h"
#include "store/store.h"
#include "zhun/base/date.h"

struct zhun_secret_asked {
	enum zhun_sql sql;
	const char *secret;
	int64_t now;
};

/** @a now and so many seconds, as stored. */
void zhun_identity_instant(int64_t now, int64_t seconds, char out[ZHUN_INSTANT_TEXT]);

/** The row that a statement of (digest, instant) gives for a secret; NULL where there is none. */
enum zhun_code zhun_identity_secret_row(struct zhun_conn *c, const struct zhun_secret_asked *asked,
					struct zhun_arena *a, const struct zhun_value **ret,
					struct zhun_error *err) ZHUN_MUST_USE;

#endif
