/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comma-separated values (RFC 4180), read row by row: quoted cells, CRLF or
 * LF, a byte order mark, and "," ";" or tab between cells (whichever the first
 * line that has one shows). Blank rows are skipped. The text must be UTF-8.
 * The reader only looks at the caller's bytes; a row lives in the arena given
 * for it, so that a long file takes the room of one row (zhun_arena_rewind).
 */
#ifndef ZHUN_CODEC_CSV_H
#define ZHUN_CODEC_CSV_H

#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum { ZHUN_CSV_COLUMNS = 1000, ZHUN_CSV_CELLS = 20000000 };

struct zhun_csv {
	const char *s;
	size_t n, at;
	size_t cells;          /* read so far */
	unsigned line;         /* of the next row, from 1 */
	char separator;
};

struct zhun_csv_row {
	const char **cell;     /* without quotes, nothing trimmed */
	size_t count;
	unsigned line;         /* where it begins */
};

/** Fails UTF8_BAD. */
enum zhun_code zhun_csv_init(struct zhun_csv *csv, const char *s, size_t n, struct zhun_error *err) ZHUN_MUST_USE;

/** The next row into @a ret; its count is 0 after the last. Fails CSV_BAD (what is wrong: a quote
 *  inside a bare cell, text after a closing quote, no closing quote), CSV_COLUMNS, CSV_CELLS. */
enum zhun_code zhun_csv_next(struct zhun_csv *csv, struct zhun_arena *a, struct zhun_csv_row *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

#endif
