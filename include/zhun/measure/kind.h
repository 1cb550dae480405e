/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kinds of quantity: what is measured, as apart from in which unit. The table
 * is data/kinds.tsv, compiled in: code, names, usual unit, the broader kind,
 * and the words by which QUDT, the BIPM's reference point and digital
 * certificates call it. Constant data; any thread.
 */
#ifndef ZHUN_MEASURE_KIND_H
#define ZHUN_MEASURE_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/measure/unit.h"

struct zhun_kind {
	const char *code;		 /* "dc_voltage" */
	const char *name[2];		 /* by enum zhun_language */
	const char *unit;		 /* usual unit as text; its dimension is the kind's */
	const struct zhun_kind *broader; /* NULL: none */
	const char *qudt, *si, *reftype; /* words parted by blanks, "" for none */
};

/** The whole table. */
const struct zhun_kind *zhun_kinds(size_t *ret_count);

/** By code, name, Chinese name, QUDT name (or its address), SI code or refType word; NULL if none.
 */
const struct zhun_kind *zhun_kind_find(const char *word);

/** The kind that one of several words, parted by blanks, names: the first that does; NULL if none.
 */
const struct zhun_kind *zhun_kind_of_words(const char *words);

/** Whether @a kind is @a broader or a special case of it. */
bool zhun_kind_is(const struct zhun_kind *kind, const struct zhun_kind *broader);

/** Whether values of the kind may be in that unit. Fails KIND_UNIT with both dimensions. */
enum zhun_code zhun_kind_check(const struct zhun_kind *kind, const struct zhun_unit *unit,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif
