/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite's codes and messages in our words. Which constraint failed is only in
 * the message: "UNIQUE constraint failed: t.a, t.b", "NOT NULL constraint
 * failed: t.a", "CHECK constraint failed: name", "UNIQUE constraint failed:
 * index 'i'" (over expressions); a foreign key is not named at all.
 */
#include <string.h>

#include "store/sqlite.h"

struct where {
	char table[ZHUN_ERROR_ARG_SIZE], columns[ZHUN_ERROR_ARG_SIZE];
};

static void copy_cut(char out[ZHUN_ERROR_ARG_SIZE], size_t at, const char *s, size_t n)
{
	size_t room = at < ZHUN_ERROR_ARG_SIZE - 1 ? ZHUN_ERROR_ARG_SIZE - 1 - at : 0;
	if (n > room)
		n = room;
	memcpy(out + at, s, n);
	out[at + n] = '\0';
}

/* "t.a, t.b" gives table "t" and columns "a, b"; without a point all is columns. */
static void read_where(const char *message, struct where *ret)
{
	*ret = (struct where){{0}, {0}};
	const char *p = strstr(message, " failed: ");
	p = p ? p + strlen(" failed: ") : "";
	const char *point = strchr(p, '.');
	if (!point) {
		copy_cut(ret->columns, 0, p, strlen(p));
		return;
	}
	size_t prefix = (size_t)(point - p) + 1;
	copy_cut(ret->table, 0, p, prefix - 1);
	while (*p && strlen(p) > prefix) {
		size_t len = strcspn(p + prefix, ",");
		copy_cut(ret->columns, strlen(ret->columns), p + prefix, len);
		p += prefix + len;
		if (*p)
			copy_cut(ret->columns, strlen(ret->columns), ", ", 2);
		p += strspn(p, ", ");
	}
}

static enum zhun_code fail_constraint(int rc, const char *message, struct zhun_error *err)
{
	struct where w;
	read_where(message, &w);
	switch (rc) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return zhun_fail(err, ZHUN_E_STORE_UNIQUE, NULL, w.table, w.columns);
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return zhun_fail(err, ZHUN_E_STORE_FOREIGN, NULL, w.table, w.columns);
	case SQLITE_CONSTRAINT_NOTNULL:
		return zhun_fail(err, ZHUN_E_STORE_NOT_NULL, NULL, w.table, w.columns);
	case SQLITE_CONSTRAINT_CHECK:
		return zhun_fail(err, ZHUN_E_STORE_CHECK, NULL, w.table, w.columns);
	default:
		return zhun_fail(err, ZHUN_E_STORE_SQL, NULL, message, ZHUN_INT(rc));
	}
}

enum zhun_code zhun_sqlite_fail(struct zhun_conn *c, int rc, struct zhun_error *err)
{
	const char *message = c->handle ? sqlite3_errmsg(c->handle) : sqlite3_errstr(rc);
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		c->conflict = true;
		return zhun_fail(err, ZHUN_E_STORE_RETRY, NULL);
	case SQLITE_CONSTRAINT:
		return fail_constraint(rc, message, err);
	case SQLITE_INTERRUPT:
		return zhun_fail(err, ZHUN_E_STORE_TIMEOUT, NULL);
	case SQLITE_NOMEM:
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	case SQLITE_READONLY:
		return zhun_fail(err, ZHUN_E_STORE_READ_ONLY, NULL);
	case SQLITE_FULL:
		return zhun_fail(err, ZHUN_E_STORE_FULL, NULL);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return zhun_fail(err, ZHUN_E_STORE_DAMAGED, NULL, message);
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return zhun_fail(err, ZHUN_E_STORE_OPEN, NULL, message);
	case SQLITE_IOERR:
		return zhun_fail(err, ZHUN_E_STORE_UNAVAILABLE, NULL, message);
	default:
		return zhun_fail(err, ZHUN_E_STORE_SQL, NULL, message, ZHUN_INT(rc));
	}
}
