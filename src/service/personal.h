/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is kept of the person behind an account, table by table: a constant table that says what an export tells of
 * each and what erasing does to it (adr/0019). A test walks the database's columns and finds each that leads to an
 * account or holds what a person is called or reached by in this table, so that a new one is not forgotten.
 * The order of the rows is that of erasing: what looks for names comes before what takes them away.
 */
#ifndef ZHUN_SERVICE_PERSONAL_H
#define ZHUN_SERVICE_PERSONAL_H

#include "register/register.h"
#include "service/inside.h"

enum { ZHUN_PERSONAL_COLUMNS = 12, ZHUN_PERSONAL_NONE = ZHUN_SQL_COUNT };

struct zhun_personal_part {
	const char *table, *column;  /* where the person is found */
	const char *member;          /* of the export; NULL: another row tells it, or it is a secret */
	int read;                    /* enum zhun_sql, of the account; or NONE */
	/** The names of the statement's columns; "?name" is yes or no, "{name" JSON as it was kept. */
	const char *columns[ZHUN_PERSONAL_COLUMNS];
	bool one;                    /* a row at most: an object or null */
	int erase;                   /* enum zhun_sql, of the account; or NONE */
	const char *kept;            /* why nothing is erased; NULL: it is */
};
extern const struct zhun_personal_part zhun_personal_parts[];  /* ends with a row of zeros */

/** How an account is called that was erased: made of its id, so that records still tell people apart. */
#define ZHUN_ERASED_PREFIX "erased-"

/* What must hold of all accounts after one was written, in the writing transaction. */

/** Before: whether somebody can log in as administrator. Of other registers than account nothing is asked. */
enum zhun_code zhun_accounts_before(const struct zhun_reader *by, const struct zhun_register *reg, bool *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** After: if somebody could, somebody can; what was erased stays so. Fails LAST_ADMINISTRATOR, ACCOUNT_ERASED. */
enum zhun_code zhun_accounts_after(const struct zhun_reader *by, const struct zhun_register *reg, bool before,
				   struct zhun_error *err) ZHUN_MUST_USE;

#endif
