/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text: UTF-8, ended by NUL, without NUL inside. A builder grows in an arena
 * up to the ceiling it is given at birth; a failure sticks, so that a caller
 * adds freely and asks once at the end.
 */
#ifndef ZHUN_BASE_TEXT_H
#define ZHUN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/arena.h"

/** Bytes that need not be text. The memory belongs to somebody else. */
struct zhun_bytes {
	const unsigned char *ptr;
	size_t len;
};

struct zhun_text {
	struct zhun_arena *arena;
	char *ptr;       /* always ended by NUL once something was added */
	size_t len, cap, ceiling;
	bool failed;     /* over the ceiling or out of memory: sticks */
	bool over;       /* the ceiling was the reason */
};

void zhun_text_init(struct zhun_text *t, struct zhun_arena *a, size_t ceiling);
void zhun_text_add(struct zhun_text *t, const char *s);
void zhun_text_addn(struct zhun_text *t, const char *s, size_t n);
void zhun_text_addc(struct zhun_text *t, char c);
void zhun_text_addf(struct zhun_text *t, const char *format, ...) ZHUN_PRINTF(2, 3);
/** One Unicode scalar value as UTF-8. */
void zhun_text_add_scalar(struct zhun_text *t, uint32_t scalar);

/** The text built; fails TOO_LARGE over the ceiling, else NO_MEMORY. */
enum zhun_code zhun_text_done(struct zhun_text *t, const char **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Length of the valid UTF-8 at the start of @a s (RFC 3629: no surrogates, no overlong forms,
 *  no NUL); equals @a n when all of it is. */
size_t zhun_utf8_valid(const char *s, size_t n);

/** The scalar value at @a s (valid UTF-8, not at its end) and its length in bytes. */
uint32_t zhun_utf8_next(const char *s, size_t *ret_len);

/** Number of scalar values in valid UTF-8. */
size_t zhun_utf8_count(const char *s);

bool zhun_str_equal(const char *a, const char *b);           /* NULL equals only NULL */
bool zhun_str_equal_nocase(const char *a, const char *b);    /* ASCII letters folded */
bool zhun_str_starts(const char *s, const char *prefix);
bool zhun_str_ends(const char *s, const char *suffix);

/** @a s without white space (ASCII, U+00A0, U+2009, U+202F, U+3000) at both ends, as a slice:
 *  writes start and length. */
void zhun_str_trim(const char *s, size_t n, const char **ret, size_t *ret_n);

#endif
