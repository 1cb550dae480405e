/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record as it is to be written: read from JSON against the declaration,
 * over what stands there today. A member that is absent stays as it is, null
 * empties it, a list of children replaces the rows. Links are resolved, so
 * that reading asks the database. Memory: the arena.
 */
#ifndef ZHUN_REGISTER_RECORD_H
#define ZHUN_REGISTER_RECORD_H

#include "codec/json.h"
#include "register/declaration.h"
#include "register/register.h"
#include "register/viewer.h"
#include "store/store.h"

enum { ZHUN_ROWS_MAX = 100000 };  /* of one list of children */
enum { ZHUN_LANGUAGES_MAX = 200 };  /* of one text; ISO 639-1 has 183 */

/** A child's row; those of the second level are in lists of it. */
struct zhun_row {
	struct zhun_value *cells;
	struct zhun_row_list *lists;  /* by the child's children */
	struct zhun_row *next;
};
struct zhun_row_list {
	bool given;
	struct zhun_row *first;
};

/** A text in a language that has no column. */
struct zhun_further_text {
	const struct zhun_field *field;
	const char *language, *text;
	struct zhun_further_text *next;
};

struct zhun_record {
	const struct zhun_register *reg;
	struct zhun_value *cells;     /* all columns of its fields, in order */
	bool *given;                  /* by field */
	struct zhun_row_list *lists;  /* by child */
	struct zhun_further_text *texts;
};

/** @a current: all cells of the record as it stands; NULL for a new one. Fails FIELD_UNKNOWN,
 *  FIELD_REQUIRED, LINK_UNKNOWN, DOCUMENT_UNKNOWN, ROWS_MANY, STATES_TOGETHER and as values do; the place is a
 *  JSON Pointer. */
enum zhun_code zhun_record_read(const struct zhun_reader *r, const struct zhun_register *reg,
				const struct zhun_json *json, const struct zhun_value *current,
				struct zhun_record *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Fails STATES_TOGETHER: two of its dated states begin on one day, so that which holds cannot be told; the place is
 *  a JSON Pointer. */
enum zhun_code zhun_record_check_states(struct zhun_arena *a, const struct zhun_record *record,
					struct zhun_error *err) ZHUN_MUST_USE;

/** A link as JSON: an id, {"id": …}, {"key": {…}}. Fails LINK_UNKNOWN, FIELD_KIND. */
enum zhun_code zhun_link_read(const struct zhun_reader *r, const struct zhun_field *f,
			      const struct zhun_json *json, const char **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Whether a record may be given the document @a id: it is there, and the viewer may read it or brought
 *  its bytes; to know an id is no right. Fails DOCUMENT_UNKNOWN. */
enum zhun_code zhun_document_check(const struct zhun_reader *r, const char *id, struct zhun_error *err) ZHUN_MUST_USE;

#endif
