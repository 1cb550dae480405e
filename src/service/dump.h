/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The form of a dump: JSON lines, the same from either engine. First what it is,
 *   {"zhun_dump":1,"version":7,"program":"0.1.0"}
 * then for each table its head and its rows, the cells in the columns' order (bytes as base64),
 *   {"table":"organisation","columns":["id","rev",…]}
 *   ["0193…",1,…]
 * and last how many rows there are and a digest that each line went into, so that a dump that was cut or
 * changed is told from a whole one:
 *   {"rows":1234,"digest":"…"}
 */
#ifndef ZHUN_SERVICE_DUMP_H
#define ZHUN_SERVICE_DUMP_H

#include "codec/hash.h"
#include "codec/json.h"
#include "store/copy.h"

enum { ZHUN_DUMP_FORM = 1, ZHUN_DUMP_LINE = 64 * 1024 * 1024 };

/** The digest of all lines so far: SHA-256 of the digest before and the line without its end. */
struct zhun_dump_digest {
	unsigned char state[ZHUN_SHA256_SIZE];
};

/** @a a holds the line's copy for the moment. */
enum zhun_code zhun_dump_digest_add(struct zhun_dump_digest *d, struct zhun_arena *a, const char *line, size_t n,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** A row as an array. Fails NO_MEMORY, ARENA_CEILING. */
enum zhun_code zhun_dump_row(struct zhun_json_writer *w, const struct zhun_copy_table *t,
			     const struct zhun_value *cells, struct zhun_arena *a,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** The row that an array says; @a ret has room for the columns. Fails DUMP_ROW. */
enum zhun_code zhun_dump_cells(const struct zhun_json *row, const struct zhun_copy_table *t, struct zhun_arena *a,
			       struct zhun_value *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
