/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One search over all registers. What is found of a record are the fields that
 * its register declares searched and everybody who sees the record may read;
 * their tokens (token.h) stand in the table search, written with the record.
 * A record is found by all words of the query together. First come records
 * whose key is the query, then those that have all words in their title, then
 * the others, each in the order in which they were filed. The access predicate
 * of lists decides what a viewer finds; the readers noted in the index only
 * spare the engine rows that it would refuse.
 */
#ifndef ZHUN_REGISTER_SEARCH_H
#define ZHUN_REGISTER_SEARCH_H

#include "register/record.h"
#include "register/register.h"

/** Records of a group where no number is asked for, and at most; how far they are counted; registers. */
enum { ZHUN_SEARCH_USUAL = 5, ZHUN_SEARCH_PAGE = 100, ZHUN_SEARCH_COUNT = 1000, ZHUN_SEARCH_REGISTERS = 70 };

/** The reader that stands for everybody. */
#define ZHUN_SEARCH_ALL "all"

/** Whether records of a register can be found at all: it has a field that is searched. */
bool zhun_register_searched(const struct zhun_register *reg);
/** Whether a field's texts are in the index. */
bool zhun_field_searched(const struct zhun_field *f);

/** Where the numbers of a register's rows in the index begin: made of its name, so that a new register
 *  moves no other. */
int64_t zhun_search_base(const struct zhun_register *reg);
enum { ZHUN_SEARCH_BASE_BITS = 40 };  /* of a place within a register */

/** Writes a record's tokens: of a new one (@a fresh), or of one that may be in the index. @a cells are
 *  all cells of its fields. */
struct zhun_search_row {
	const struct zhun_register *reg;
	const char *id;
	const struct zhun_value *cells;
	bool fresh;
	const struct zhun_record *record;  /* of a new one, as it was given; NULL: its further texts are read */
};
enum zhun_code zhun_search_write(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
				 struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_search_remove(struct zhun_conn *conn, const struct zhun_register *reg, const char *id,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Before much is written at once, and after it: meanwhile nothing new is found. In transactions of the
 *  caller's. */
enum zhun_code zhun_search_pause(struct zhun_conn *conn, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_search_resume(struct zhun_conn *conn, struct zhun_error *err) ZHUN_MUST_USE;

/** Makes all of the index again from the records, in the caller's transaction. *ret: how many records. */
enum zhun_code zhun_search_rebuild(struct zhun_conn *conn, struct zhun_arena *a, int64_t *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** {"groups":[{"register","title","count":{"count","capped"},"items":[{"id","title":{"text","marks"},
 *  "exact","found":[{"field","title","text","marks"}]}],"next"}]}: marks are pairs of characters' places,
 *  [from, to). Parameters are q, register, limit, cursor; @a registers (ends with NULL) are those to look
 *  in. Fails SEARCH_LONG, SEARCH_REGISTER, SEARCH_CURRENT, LIMIT_BAD, CURSOR_BAD, PARAMETER_UNKNOWN. */
enum zhun_code zhun_register_search(const struct zhun_reader *r, const struct zhun_register *const *registers,
				    const struct zhun_params *params, struct zhun_text *out,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** {"groups":[{"name","title","items":[{"register","plural","title","count","capped"}]}]}: how many records
 *  of each register that can be searched the viewer sees, counted up to 10,000; by heading. */
enum zhun_code zhun_register_counts(const struct zhun_reader *r, const struct zhun_register *const *registers,
				    struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

#endif
