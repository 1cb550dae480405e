/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQL composed for registers, by subject: query.c (lists and records),
 * query_access.c, query_columns.c, query_filter.c, query_holding.c, query_rows.c,
 * query_search.c, query_stated.c and query_write.c are, besides ddl.c, the only files where SQL text is made in
 * C. Identifiers come from declarations, operators from closed lists,
 * values are always bound. The access predicate is made in query_access.c
 * and nowhere else: a select cannot be composed without a viewer. One text a shape, so
 * that a connection prepares it once. Failures of memory stick in the text.
 */
#ifndef ZHUN_REGISTER_QUERY_H
#define ZHUN_REGISTER_QUERY_H

#include "register/declaration.h"
#include "register/viewer.h"
#include "store/store.h"
#include "zhun/base/arena.h"
#include "zhun/base/text.h"

/** An interval's open ends, as stored: earlier and later than every day and instant. */
#define ZHUN_ALWAYS "0001-01-01"
#define ZHUN_FOR_EVER "9999-12-31"

enum { ZHUN_QUERY_PARAMS = 400, ZHUN_QUERY_SIZE = 64 * 1024 };

struct zhun_query {
	struct zhun_arena *arena;
	const struct zhun_viewer *viewer;
	struct zhun_text sql, joins;
	struct zhun_value *params;
	size_t count, room;
	size_t cells;              /* columns selected so far */
	size_t members[ZHUN_ROLE_MANAGER + 1];  /* by least role: the first parameter of them; 0: not bound yet */
	bool full;                 /* more parameters than there is room for */
};

/** Which rows a read is about: today's, or those of another day or state of knowledge. */
struct zhun_source {
	const struct zhun_register *reg;
	const char *as_of;     /* a day; NULL: the open end */
	const char *known_at;  /* an instant; NULL: now */
};
bool zhun_source_is_history(const struct zhun_source *s);

/** Where a field's cells stand in a row. */
struct zhun_slot {
	const struct zhun_field *field;
	size_t at;             /* its first cell */
	size_t shown;          /* LINK: the cell that is NULL where the viewer may not see the record */
	size_t title, titles;  /* LINK: first cell of the title, and how many */
};
struct zhun_layout {
	struct zhun_slot *slots;
	size_t count;
	size_t valid_to;  /* the cell that holds it; 0: open */
	size_t sort;      /* the cell by which a page is ordered; 0: by id */
};

/** The cells before the fields of a record, and before those of a child's row. */
enum { ZHUN_CELL_ID, ZHUN_CELL_REV, ZHUN_CELL_RECORDED, ZHUN_CELL_VALID_FROM, ZHUN_CELL_FIELDS };
/** After valid_to in what zhun_query_versions selects. */
enum { ZHUN_CELL_TO = 1, ZHUN_CELL_CHANGE, ZHUN_CELL_ACTION, ZHUN_CELL_ACCOUNT, ZHUN_CELL_REASON, ZHUN_CELL_INSTANT };
enum { ZHUN_VERSIONS_MAX = 1000 };
enum { ZHUN_CELL_N, ZHUN_CELL_M, ZHUN_CELL_ROW };

enum zhun_op { ZHUN_OP_EQ, ZHUN_OP_NE, ZHUN_OP_LT, ZHUN_OP_LE, ZHUN_OP_GT, ZHUN_OP_GE, ZHUN_OP_STARTS, ZHUN_OP_NULL,
	       ZHUN_OP_IN };
enum { ZHUN_OPS = ZHUN_OP_IN + 1, ZHUN_FILTER_LINKS = 4 };

/** One condition of a list: its values are ready to be bound. low and high are the first and last
 *  day of a DATE, the prefix and what follows it of STARTS; else low alone. The field may stand in a row
 *  of a child, and in a record that links lead to; conditions on one child are about the same row. */
struct zhun_filter {
	const struct zhun_child *child;                         /* NULL: not in a row */
	const struct zhun_field *links[ZHUN_FILTER_LINKS + 1];  /* the way to the record; ends with NULL */
	const struct zhun_field *field;
	enum zhun_op op;
	bool yes;                 /* NULL: whether it is asked to be empty */
	struct zhun_value low, high;
	struct zhun_value *among; /* IN: any of these */
	size_t count;
	const char *unit;         /* QUANTITY: the canonical unit of low; MONEY: its currency */
};

/** One page of a list. */
struct zhun_page {
	const struct zhun_filter *filters;
	size_t count;
	const struct zhun_field *sort;   /* NULL: by id */
	bool descending;
	bool empty_part;                 /* of an optional sort field: the records without it, at the end */
	const struct zhun_value *after;  /* the sort value to go on after; NULL: from the start */
	const char *after_id;
	const char *holds_on;            /* a day on which they hold; NULL: whenever they do */
	const char *changed_after;       /* something of them was written, began or ended after this instant */
	const char *changed_until;       /* and until this one; NULL, as above: no such end */
	const char *prefix;              /* of the key's or title's text; NULL: all */
	struct zhun_value prefix_end;
	int64_t limit;
};

void zhun_query_init(struct zhun_query *q, struct zhun_arena *a, const struct zhun_viewer *viewer);

/** Empties it for the next statement. */
void zhun_query_begin(struct zhun_query *q);

/** Puts a value aside and returns the number by which the text names it. */
size_t zhun_query_bind(struct zhun_query *q, struct zhun_value v);

/** Whether records may lack a value of the field they are sorted by. */
bool zhun_sort_may_be_empty(const struct zhun_field *f);

/** Whether the viewer reads every record and field. */
bool zhun_access_all(const struct zhun_viewer *viewer);

/** Whether the viewer may write every record of @a reg. */
bool zhun_access_writes_all(const struct zhun_register *reg, const struct zhun_viewer *viewer);

/** Whether an access predicate applies: some records of @a reg may be hidden from @a viewer. */
bool zhun_access_restricts(const struct zhun_register *reg, const struct zhun_viewer *viewer);

/* Each composes one statement into @a q, which it begins, and fills the layout of its rows. */
void zhun_query_page(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p,
		     struct zhun_layout *ret);
void zhun_query_count(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p, int64_t cap);
/** The cells of zhun_query_total: records, those with the field, its sum, the least and the largest of its
 *  units, and how many different values of the other field there are. */
enum { ZHUN_TOTAL_RECORDS, ZHUN_TOTAL_WITH, ZHUN_TOTAL_SUM, ZHUN_TOTAL_UNIT, ZHUN_TOTAL_UNIT_LAST,
	ZHUN_TOTAL_DISTINCT };
/** One row; @a summed and @a distinct may be NULL: then those cells are empty. */
void zhun_query_total(struct zhun_query *q, const struct zhun_source *s, const struct zhun_page *p,
		      const struct zhun_field *summed, const struct zhun_field *distinct);
void zhun_query_record(struct zhun_query *q, const struct zhun_source *s, const char *id,
		       struct zhun_layout *ret);
void zhun_query_versions(struct zhun_query *q, const struct zhun_register *reg, const char *id,
			 struct zhun_layout *ret);
/** Which rows of a child: of the second level or the first, of today (@a rev 0) or of a revision. */
struct zhun_row_source {
	const char *table;
	const struct zhun_child *child;
	bool second;
	const char *record;
	int64_t rev;
};
void zhun_query_rows(struct zhun_query *q, const struct zhun_row_source *s, struct zhun_layout *ret);
/** field, language, text of the texts in further languages. */
void zhun_query_texts(struct zhun_query *q, const struct zhun_register *reg, const char *record, int64_t rev);
/* These give id and rev of one record, or no row: */
/** with these values of its key's fields, whoever may see it; and only if the viewer may. */
void zhun_query_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key);
void zhun_query_visible_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key);
/** Texts that are asked about together: one parameter, in words of the engine's own. */
struct zhun_among {
	enum zhun_engine engine;
	const char *const *texts;
	size_t count;
};
/** Of each text, a row: the text, and the id of the record whose key has these @a parts (ends with NULL) and the text
 *  for its last, if the viewer may see it; else NULL. */
void zhun_query_visible_among(struct zhun_query *q, const struct zhun_register *reg, const char *const *parts,
			      const struct zhun_among *among);
/** that the viewer may see; that it may write; that it may see and that shows it this document. */
void zhun_query_seen(struct zhun_query *q, const struct zhun_register *reg, const char *id);
void zhun_query_writable(struct zhun_query *q, const struct zhun_register *reg, const char *id);
void zhun_query_document_seen(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f,
			      const char *id);

/** The id that the text of a stated link names, or no row. */
void zhun_query_stated(struct zhun_query *q, const struct zhun_field *f, const char *text);
/** The same for many texts: of each a row, the text and that id or NULL. */
void zhun_query_stated_among(struct zhun_query *q, const struct zhun_field *f, const struct zhun_among *among);
/** The records of @a from (with @a child: in rows of it) whose stated link is empty and could be found. */
void zhun_query_resolvable(struct zhun_query *q, const struct zhun_register *from, const struct zhun_child *child,
			   const struct zhun_field *f);

/** A row where the link @a f, followed upwards from the record @a from, comes to @a id. */
void zhun_query_leads(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f,
		      const char *from, const char *id);

/** A row where @a column of @a table holds @a id and its column @a but another one's. */
void zhun_query_refers(struct zhun_query *q, const char *table, const char *column, const char *id,
		       const char *but);

/** Runs it; @a arena holds the rows. */
enum zhun_code zhun_query_run(struct zhun_query *q, struct zhun_conn *conn, struct zhun_rows **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;
/** Runs it and takes its only row, or NULL. */
enum zhun_code zhun_query_one(struct zhun_query *q, struct zhun_conn *conn, const struct zhun_value **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_query_exec(struct zhun_query *q, struct zhun_conn *conn, struct zhun_error *err) ZHUN_MUST_USE;
/** Inserts its row, of which nobody asks what came of it (zhun_store_add_text). */
enum zhun_code zhun_query_add(struct zhun_query *q, struct zhun_conn *conn, struct zhun_error *err) ZHUN_MUST_USE;

#endif
