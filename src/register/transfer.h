/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records from files: tables (CSV, column.h; UTF-8, UTF-16 or GB18030) and JSON lines (a record a line,
 * as the API takes it, children too). Each row is found by its register's key
 * and made, changed or left as it is; links go by key. All rows are tried and
 * every fault is told with its line, but nothing stays unless all rows hold:
 * the caller's transaction is rolled back where @a ret_filed is false.
 */
#ifndef ZHUN_REGISTER_TRANSFER_H
#define ZHUN_REGISTER_TRANSFER_H

#include "register/foreign.h"
#include "register/register.h"

enum zhun_transfer_format { ZHUN_TRANSFER_CSV, ZHUN_TRANSFER_JSONL };

/** Faults told of one file; the rest are counted. */
enum { ZHUN_TRANSFER_FAULTS = 1000 };

struct zhun_import {
	const struct zhun_write *write;   /* its arena is emptied after each row */
	struct zhun_arena *page;          /* emptied after some rows: they are read ahead */
	struct zhun_arena *arena;         /* of what lasts: heads */
	const struct zhun_register *reg;
	struct zhun_bytes file;
	enum zhun_transfer_format format;
	const struct zhun_foreign_batch *foreign;  /* what the file was made of; NULL: it came as it is */
	size_t most;      /* rows; more are refused */
	bool dry;         /* try, and leave everything as it was */
	/** An id for a new record. */
	enum zhun_code (*new_id)(void *context, char *out, struct zhun_error *err);
	/** After each row; may be NULL. False: give up. */
	bool (*progress)(void *context, size_t rows, size_t bytes);
	void *context;
};

/** Files the rows and writes the report: {"rows","created","updated","unchanged","refused","linked","encoding",
 *  "dry","filed","faults":[{"line","column","code","detail_en","detail_zh"}]}; of a foreign source also
 *  "files","doubled","left_out" and each fault's "file". Inside the caller's writing
 *  transaction. Fails ROWS_MANY, CANCELLED, and as the database
 *  does; CHARSET_UNKNOWN, CSV_BAD, COLUMN_… where the file cannot be read as a whole. */
enum zhun_code zhun_register_import(const struct zhun_import *in, struct zhun_text *out, bool *ret_filed,
				    struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_export {
	struct zhun_reader by;            /* its arena is emptied after each page */
	struct zhun_arena *arena;         /* of what lasts: heads, keys that links had */
	const struct zhun_register *reg;
	const struct zhun_params *params; /* filters and order as of a list; no cursor, limit or total */
	enum zhun_transfer_format format;
	/** Takes what is written, piece by piece. */
	enum zhun_code (*take)(void *context, const char *s, size_t n, struct zhun_error *err);
	void *context;
};

/** Writes all records that the viewer may see: CSV with a byte order mark, CRLF and heads of all
 *  columns, without children; or JSON lines, as import reads them. Links are keys; one to a record that
 *  is hidden is empty. What a spreadsheet would take for a formula (= + - @, a tab) and is no number gets an
 *  apostrophe before it, which import takes off again. Inside one reading transaction. Fails as lists do. */
enum zhun_code zhun_register_export(const struct zhun_export *x, struct zhun_error *err) ZHUN_MUST_USE;

#endif
