/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text folded for comparing what people type with what is written: without
 * case, width, accents and compatibility forms (Unicode's NFKD, its case
 * folding, marks dropped), and only the letters, digits and CJK characters.
 * Each scalar knows which scalar of the text it comes from, so that what is
 * found can be shown where it stands. Pure; memory is the arena's.
 */
#ifndef ZHUN_CODEC_FOLD_H
#define ZHUN_CODEC_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum zhun_fold_class {
	ZHUN_FOLD_LETTER,
	ZHUN_FOLD_DIGIT,
	ZHUN_FOLD_CJK  /* Han and kana: written without spaces, so that each character counts */
};

struct zhun_folded {
	uint32_t scalar;
	uint32_t at;     /* which scalar of the text it comes from, from 0 */
	enum zhun_fold_class class;
	bool gap;        /* something that is dropped stands before it */
	bool space;      /* … and white space is among it */
};

/** Folds @a s (valid UTF-8). Writes how many scalars are left. */
enum zhun_code zhun_fold(struct zhun_arena *a, const char *s, const struct zhun_folded **ret, size_t *ret_count,
			 struct zhun_error *err) ZHUN_MUST_USE;

#endif
