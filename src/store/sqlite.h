/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the SQLite driver's files share. */
#ifndef ZHUN_STORE_SQLITE_H
#define ZHUN_STORE_SQLITE_H

#include <sqlite3.h>

#include "store/driver.h"

/** Reports what the last call on @a c failed with, as @a rc says. */
enum zhun_code zhun_sqlite_fail(struct zhun_conn *c, int rc, struct zhun_error *err);

/** Opens and sets up; closes. */
enum zhun_code zhun_sqlite_connect(struct zhun_conn *c, bool create, struct zhun_error *err);
void zhun_sqlite_disconnect(struct zhun_conn *c);

/** Starts the clock of a statement. */
void zhun_sqlite_arm(struct zhun_conn *c);

#endif
