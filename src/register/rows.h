/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing the rows that live with a record: the rows of children and the texts
 * in further languages. A row that stays the same is not touched; one that
 * changed or went is kept among the replaced ones with the revisions that had
 * it.
 */
#ifndef ZHUN_REGISTER_ROWS_H
#define ZHUN_REGISTER_ROWS_H

#include "register/query_write.h"
#include "register/record.h"

struct zhun_rows_write {
	struct zhun_arena *arena;
	struct zhun_conn *conn;
	const struct zhun_register *reg;
	struct zhun_query *query;
	const char *record;
	int64_t rev;   /* the revision that is being made */
	bool fresh;    /* the record is new: there are no rows yet */
	bool dry;      /* nothing is written; differs says whether something would be */
	bool differs;
};

/** Only lists and texts that were given; @a record NULL takes all rows away. Fails ROWS_FIXED. */
enum zhun_code zhun_rows_write(struct zhun_rows_write *w, const struct zhun_record *record,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif
