/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the composers of SQL share (query.c, query_access.c, query_columns.c,
 * query_filter.c, query_holding.c, query_rows.c, query_search.c): pieces of text, never a whole
 * statement.
 */
#ifndef ZHUN_REGISTER_QUERY_PART_H
#define ZHUN_REGISTER_QUERY_PART_H

#include "register/query.h"

/** What stands for the record in every statement; joined records are jaa, jab … by slot. */
#define T "t"

/** Texts one after another: SQL is composed in every call, where printf would cost more than SQLite. */
void zhun_part_texts(struct zhun_text *t, const char *const *texts);
#define PUT(t, ...) zhun_part_texts((t), (const char *const[]){__VA_ARGS__, NULL})

/** "$12" */
void zhun_part_number(struct zhun_text *t, size_t n);
void zhun_part_value(struct zhun_query *q, struct zhun_text *t, struct zhun_value v);
void zhun_part_text(struct zhun_query *q, struct zhun_text *t, const char *s);
/** " FROM (…) v", v.column1 being each of the texts. What is looked up of each goes into a subquery of its own, which
 *  is asked by an index however large the table was when the statement was planned. */
void zhun_part_among(struct zhun_query *q, const struct zhun_among *among);
/** The joins that the columns asked for. */
void zhun_part_joins(struct zhun_query *q);

/* Access. */

/** The predicate of one record, called @a alias, in brackets; only where zhun_access_restricts. */
void zhun_part_access(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg, const char *alias);
/** Whether the viewer may read the field @a f of the record T that it may see, as a condition. */
void zhun_part_class(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		     const struct zhun_field *f);
/** Whether that needs asking. */
bool zhun_part_class_restricts(const struct zhun_query *q, const struct zhun_field *f);

/* Columns. */

/** Selects all fields but secret ones; @a reg is NULL for a child's rows, which whoever sees the
 *  record may see. @a whole: with what is said of documents. */
void zhun_part_fields(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *fields,
		      bool whole, struct zhun_layout *ret);
void zhun_part_comma(struct zhun_query *q);

/** SELECT with all that a list answers of a record T; the text goes on with FROM. */
void zhun_part_record(struct zhun_query *q, const struct zhun_source *s, bool whole, struct zhun_layout *ret);

/* Where from. */

/** " FROM organisation pa", and what WHERE asks of it at its time and for the viewer: never nothing. */
void zhun_part_table(struct zhun_query *q, const struct zhun_source *s, const char *alias);
void zhun_part_where(struct zhun_query *q, const struct zhun_source *s, const char *alias);
/** " FROM accreditation_state c WHERE c.record = t.id": the rows that the record @a owner has at the time of @a s. */
void zhun_part_rows(struct zhun_query *q, const struct zhun_source *s, const struct zhun_child *child,
		    const char *owner, const char *alias);

/* Conditions of a page. */

void zhun_part_sort_column(const char *alias, const struct zhun_field *f, enum zhun_language language, char *out,
			   size_t size);
void zhun_part_conditions(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p);
/** Whether the record @a alias holds on a day. */
void zhun_part_holding(struct zhun_query *q, const struct zhun_source *s, const char *alias, const char *day);
/** Where the page begins, and its order. */
void zhun_part_order(struct zhun_query *q, const struct zhun_page *p);

#endif
