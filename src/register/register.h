/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Registers: records declared in types/ (declaration.h), kept in typed SQL
 * tables with their history. All reads take a viewer, and what it may not see
 * answers RECORD_UNKNOWN (404). Answers are written as JSON straight from the
 * rows into the caller's text. Writes run inside the caller's transaction
 * (zhun_store_run) and are repeatable. No clock, no randomness: instants,
 * days and new ids are given.
 */
#ifndef ZHUN_REGISTER_REGISTER_H
#define ZHUN_REGISTER_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "register/declaration.h"
#include "register/viewer.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

struct zhun_ahead;
struct zhun_conn;
struct zhun_json;

/** Who reads, from which connection, into which memory. */
struct zhun_reader {
	struct zhun_conn *conn;
	struct zhun_arena *arena;
	const struct zhun_viewer *viewer;
	const char *brought;  /* a document whose bytes it brings with this write, and so may link; NULL: none */
	struct zhun_ahead *ahead;  /* what was looked up already (register/ahead.h); NULL: nothing */
	bool loose;           /* a stated link (declaration.h) that leads nowhere is left empty */
};

/** A parameter of a query as it came, decoded: "issuer", "issued.ge", "sort", "cursor" … */
struct zhun_param {
	const char *name, *value;
};
struct zhun_params {
	const struct zhun_param *items;
	size_t count;
};

/** {"items":[…],"next":…,"total":…}: a page of records without their children. Parameters are
 *  <field>[.eq|ne|lt|le|gt|ge|starts|null|in], sort, limit, cursor, q, total, holds_on, as_of, known_at.
 *  A field may be that of a linked record or of a child's row: "issuer.area.code", "states.state". Fails
 *  FILTER_UNKNOWN, OPERATOR_UNKNOWN, SORT_UNKNOWN, CURSOR_BAD, LIMIT_BAD, SEARCH_CURRENT. */
enum zhun_code zhun_register_list(const struct zhun_reader *r, const struct zhun_register *reg,
				  const struct zhun_params *params, struct zhun_text *out,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** What is worked out of the records of a list, besides how many they are; NULL: nothing. */
struct zhun_total_ask {
	const struct zhun_register *reg;
	const struct zhun_params *params;  /* its filters and times */
	const char *summed;                /* an INTEGER, REAL, QUANTITY or MONEY */
	const char *distinct;              /* how many different values of this field there are */
};
struct zhun_total {
	int64_t records, with, distinct;  /* with: those that have the field that is summed */
	double sum;                       /* in canonical units, minor units of a currency */
	const char *unit;                 /* that unit or currency; NULL where it has none */
	bool mixed;                       /* there are several, and no sum */
	bool hidden;                      /* decided by a field that the viewer may not read: nothing is told */
	bool partial;                     /* the viewer sees some of the records only, and these are told of */
};
/** Fails as zhun_register_list does; FIELD_UNKNOWN, FIELD_KIND of the fields named. */
enum zhun_code zhun_register_total(const struct zhun_reader *r, const struct zhun_total_ask *ask,
				   struct zhun_total *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Which record; of a write also the revision that it changes. */
struct zhun_ref {
	const struct zhun_register *reg;
	const char *id;
	int64_t rev;
};

/** One record with its children; parameters as_of and known_at. Fails RECORD_UNKNOWN. */
enum zhun_code zhun_register_get(const struct zhun_reader *r, const struct zhun_ref *ref,
				 const struct zhun_params *params, struct zhun_text *out, int64_t *ret_rev,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** What a link to it shows, as it is or as it was known at that instant (NULL: now); NULL where there is no such
 *  record that the viewer may see, or it has no title. */
enum zhun_code zhun_register_title(const struct zhun_reader *r, const struct zhun_ref *ref, const char *known_at,
				   const char **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** {"items":[…]}: its versions, the latest write first, each with recorded_to and the change. */
enum zhun_code zhun_register_history(const struct zhun_reader *r, const struct zhun_ref *ref, struct zhun_text *out,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** Who writes, when and why. */
struct zhun_write {
	struct zhun_reader by;  /* its connection is in the transaction */
	int64_t now;            /* µs of UTC */
	const char *today;      /* "2026-11-23", in the zone that decides */
	const char *request;    /* its id; may be NULL */
	const char *reason;     /* may be NULL */
	const char *effective;  /* true from this day; NULL: a correction (of a new record: always true) */
	bool key_free;          /* of a new record: no other has its key, as was found just now */
};

/** A new record called @a id. Fails KEY_TAKEN (the other's id is its second word), WRITE_FORBIDDEN,
 *  EFFECTIVE_LATE, and as values do; the place is a JSON Pointer. After a failure roll back. */
enum zhun_code zhun_register_create(const struct zhun_write *w, const struct zhun_register *reg, const char *id,
				    const struct zhun_json *json, struct zhun_error *err) ZHUN_MUST_USE;

/** Changes what @a json has: a member that is absent stays. Fails RECORD_UNKNOWN, RECORD_CHANGED,
 *  FIELD_FIXED, ROWS_FIXED, LINK_CYCLE, and as create does. */
enum zhun_code zhun_register_update(const struct zhun_write *w, const struct zhun_ref *ref,
				    const struct zhun_json *json, int64_t *ret_rev,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** Takes it from the current records; its history stays. Fails RECORD_IN_USE, and as update does. */
enum zhun_code zhun_register_remove(const struct zhun_write *w, const struct zhun_ref *ref,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** What putting a record came to. */
enum zhun_put { ZHUN_PUT_CREATED, ZHUN_PUT_UPDATED, ZHUN_PUT_SAME };

/** Creates the record, under the id @a fresh, or changes the one that has its key; where nothing would
 *  change nothing is written. Fails as create and update do. */
enum zhun_code zhun_register_put(const struct zhun_write *w, const struct zhun_register *reg, const char *fresh,
				 const struct zhun_json *json, enum zhun_put *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Whether there is a record @a id that the viewer may see. */
enum zhun_code zhun_register_sees(const struct zhun_reader *r, const struct zhun_register *reg, const char *id,
				  bool *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The id of the record whose key's fields are the members of @a key, if the viewer may see it.
 *  Fails LINK_UNKNOWN, FIELD_REQUIRED. */
enum zhun_code zhun_register_find_by_key(const struct zhun_reader *r, const struct zhun_register *reg,
					 const struct zhun_json *key, const char **ret,
					 struct zhun_error *err) ZHUN_MUST_USE;

/** A document as it came. */
struct zhun_document {
	const char *id;   /* of one to be added */
	struct zhun_bytes bytes;
	const char *media_type, *name, *sha256;  /* name may be NULL; sha256 is written by get */
};

/** Keeps a document under its id; *ret is the id of the one that is there already if it has the
 *  same bytes. Who brought the bytes may link it: zhun_reader.brought. */
enum zhun_code zhun_register_document_add(struct zhun_conn *conn, struct zhun_arena *a,
					  const struct zhun_document *d, int64_t now, const char **ret,
					  struct zhun_error *err) ZHUN_MUST_USE;

/** The document, if the viewer may see a record that shows it. Fails RECORD_UNKNOWN. */
enum zhun_code zhun_register_document_get(const struct zhun_reader *r, const char *id, struct zhun_document *ret,
					  struct zhun_error *err) ZHUN_MUST_USE;

/** {"registers":[…]}: all that a client needs for lists and forms, as @a viewer may use it. */
void zhun_register_schema_json(struct zhun_text *out, const struct zhun_viewer *viewer);

/** The members of OpenAPI's components/schemas that the declarations make, without the braces
 *  around them: "certificate", "certificate_input", "certificate_list" and what they share. */
void zhun_register_openapi(struct zhun_text *out);

#endif
