/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements that write records, composed as query.h's are. They decide
 * nothing: write.c does. Cells are all columns of the fields in their order.
 */
#ifndef ZHUN_REGISTER_QUERY_WRITE_H
#define ZHUN_REGISTER_QUERY_WRITE_H

#include "register/query.h"

/** What a version is, besides its fields. */
struct zhun_version {
	const char *id;
	int64_t rev, change;
	const char *recorded_from;
	const char *valid_from, *valid_to;
	const struct zhun_value *cells;
	struct zhun_version *next;
};

/** A place among a child's rows; m is 0 in rows of the first level. */
struct zhun_place {
	const char *record;
	int64_t n, m;
};

void zhun_query_insert(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v);
void zhun_query_replace(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v);
void zhun_query_delete(struct zhun_query *q, const struct zhun_register *reg, const char *id);

/** rev, recorded_from, valid_from and all cells of a current record. */
void zhun_query_current(struct zhun_query *q, const struct zhun_register *reg, const char *id);

/** id and all cells of the current records after an id, by id. */
void zhun_query_after(struct zhun_query *q, const struct zhun_register *reg, const char *id, int64_t most);

/** The versions believed today: rev, change, valid_from, valid_to, by valid_from. */
void zhun_query_believed(struct zhun_query *q, const struct zhun_register *reg, const char *id);
void zhun_query_record_version(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v);
/** Ends the belief in one version at @a now. */
void zhun_query_end_version(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_version *v,
			    const char *now);
/** States @a old again, by write @a change, as true only before @a day. */
void zhun_query_shorten_version(struct zhun_query *q, const struct zhun_register *reg,
				const struct zhun_version *old, int64_t change, const char *now, const char *day);

/** n, m and all cells of a child's current rows. */
void zhun_query_raw_rows(struct zhun_query *q, const char *table, const struct zhun_field *fields, bool second,
			 const char *record);
void zhun_query_insert_row(struct zhun_query *q, const char *table, const struct zhun_field *fields,
			   const struct zhun_place *at, int64_t rev, const struct zhun_value *cells);
/** Moves a row that revision @a rev no longer has to the replaced ones: two statements. */
void zhun_query_keep_row(struct zhun_query *q, const char *table, const struct zhun_field *fields,
			 const struct zhun_place *at, int64_t rev);
void zhun_query_drop_row(struct zhun_query *q, const char *table, const struct zhun_place *at);

/** The same for texts in further languages: field, language, text. */
void zhun_query_insert_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			    int64_t rev, const struct zhun_value text[3]);
void zhun_query_keep_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			  int64_t rev, const struct zhun_value text[3]);
void zhun_query_drop_text(struct zhun_query *q, const struct zhun_register *reg, const char *record,
			  const struct zhun_value text[3]);

#endif
