/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the search index holds of a text, and what a query asks of it. A token
 * is a run of folded letters or of digits ("GB/T 19001-2016": gb t 19001 2016);
 * of CJK, which is written without spaces, each two neighbours are one
 * (校准证: 校准 准证), and each character alone. A word of a query is what
 * stands between spaces or changes of script; its tokens must be found in a
 * row, all words of a query in one record. Letters that signs divide are also
 * one token (gbt 19001 2016), since people write both ways. Pure: the arena's
 * memory, no database.
 */
#ifndef ZHUN_REGISTER_TOKEN_H
#define ZHUN_REGISTER_TOKEN_H

#include "codec/fold.h"
#include "zhun/base/text.h"

/** Characters and words of a query; characters of a token; bytes of one record's tokens in a column:
 *  what goes beyond is not found (PostgreSQL holds a megabyte of them). */
enum { ZHUN_SEARCH_LONGEST = 200, ZHUN_SEARCH_WORDS = 16, ZHUN_TOKEN_LONGEST = 64, ZHUN_TOKENS_MOST = 256 * 1024 };

/** Stands between what is no neighbour; in no query. */
#define ZHUN_TOKEN_BREAK "\u00b6"

/** Adds the tokens of @a s to @a out, with a space between them. */
enum zhun_code zhun_tokens_add(struct zhun_arena *a, const char *s, struct zhun_text *out,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** Adds the folded letters and digits of @a s without anything between: by it identifiers are the same. */
enum zhun_code zhun_tokens_key(struct zhun_arena *a, const char *s, struct zhun_text *out,
			       struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_word {
	const char *phrase[2];            /* its tokens; the second: with letters joined, or NULL */
	const struct zhun_folded *items;  /* what it is folded to */
	size_t count;
};

struct zhun_words {
	struct zhun_word items[ZHUN_SEARCH_WORDS];
	size_t count;     /* 0: nothing in it that could be searched for */
	const char *key;  /* the whole query, as zhun_tokens_key makes it */
};

/** Reads a query. Fails SEARCH_LONG. */
enum zhun_code zhun_words_read(struct zhun_arena *a, const char *query, struct zhun_words *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** Part of a text: from a character on (counted in scalars, from 0) to before another. */
struct zhun_mark {
	uint32_t from, to;
};

/** Where the words stand in @a s, in order and apart; *ret_count 0 where none does. */
enum zhun_code zhun_marks_find(struct zhun_arena *a, const char *s, const struct zhun_words *words,
			       const struct zhun_mark **ret, size_t *ret_count, struct zhun_error *err) ZHUN_MUST_USE;

#endif
