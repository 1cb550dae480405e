/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Errors: one registry (errors.def), one way to report. A function that can
 * fail returns enum zhun_code and takes struct zhun_error last. The struct
 * lives on the caller's stack and never allocates, so that running out of
 * memory can be reported too. It holds the code, the place in the input and up
 * to four words that fill {1} … {4} of the registry's sentence, which exists
 * in English and in Chinese: the reader's language is chosen when the error is
 * shown, not where it happens. Untouched on success. Threads: none shared.
 */
#ifndef ZHUN_BASE_ERROR_H
#define ZHUN_BASE_ERROR_H

#include <stddef.h>

#include "zhun/base/attributes.h"

enum zhun_code {
	ZHUN_OK = 0,
#define ZHUN_ERROR(number, name, http, exit_status, en, zh) ZHUN_E_##name = (number),
#include "zhun/base/errors.def"
#undef ZHUN_ERROR
};

enum zhun_language { ZHUN_EN, ZHUN_ZH };

enum { ZHUN_ERROR_ARGS = 4, ZHUN_ERROR_ARG_SIZE = 120, ZHUN_ERROR_PLACE_SIZE = 200 };

struct zhun_error {
	enum zhun_code code;
	/* where in the input: JSON Pointer, "line 5 column 3", XPath, file name; "" if none */
	char place[ZHUN_ERROR_PLACE_SIZE];
	char arg[ZHUN_ERROR_ARGS][ZHUN_ERROR_ARG_SIZE];
};

/** A row of the registry. Numbers are permanent and never used again. */
struct zhun_error_row {
	enum zhun_code code;
	const char *name;     /* "UNIT_UNKNOWN" */
	int http;             /* HTTP status */
	int exit_status;      /* of the command line; sysexits(3) where one fits */
	const char *text[2];  /* sentence by enum zhun_language, with {1} … {4} */
};

/** All rows, by rising number; @a count is written. */
const struct zhun_error_row *zhun_error_rows(size_t *count);

/** The row of @a code; for a number that is not in the registry, that of INTERNAL. */
const struct zhun_error_row *zhun_error_row(enum zhun_code code);

/** Fills @a err (may be NULL) and returns @a code. Words longer than their room are cut
 *  at a character's end and marked with "…". @a words: place first (may be NULL), then up
 *  to four arguments, then NULL. Call it through zhun_fail(). */
enum zhun_code zhun_error_set(struct zhun_error *err, enum zhun_code code,
			      const char *const words[ZHUN_ERROR_ARGS + 2]);

/** return zhun_fail(err, ZHUN_E_UNIT_UNKNOWN, "line 3", unit); the place may be NULL. */
#define zhun_fail(err, code, ...) \
	zhun_error_set((err), (code), (const char *const[ZHUN_ERROR_ARGS + 2]){__VA_ARGS__})
#if defined(__clang_analyzer__)  /* it cannot see that this never gives ZHUN_OK */
#undef zhun_fail
#define zhun_fail(err, code, ...) \
	((void)zhun_error_set((err), (code), (const char *const[ZHUN_ERROR_ARGS + 2]){__VA_ARGS__}), (code))
#endif

/** Puts @a outer and a separator before the place already there, for a caller that knows
 *  the larger place ("/results/3" before "/unit"). Returns err->code. */
enum zhun_code zhun_error_within(struct zhun_error *err, const char *outer);

/** The sentence of @a err with its words filled in, without the place, into @a out.
 *  @a size is at least 1; always ends with NUL; returns the length written. */
size_t zhun_error_sentence(const struct zhun_error *err, enum zhun_language lang, char *out,
			   size_t size);

/** An integer as text, for a word of an error: zhun_fail(err, E, NULL, ZHUN_INT(n)). */
struct zhun_int_text {
	char s[24];
};
const char *zhun_int_text(struct zhun_int_text *room, long long n);
#define ZHUN_INT(n) zhun_int_text(&(struct zhun_int_text){{0}}, (long long)(n))

#endif
