/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arenas: memory that is freed all at once. One per request, command or test,
 * each with a ceiling: what exceeds it gets NULL, the caller reports NO_MEMORY
 * (503) or its own "too large", and everybody else goes on. Memory comes
 * zeroed and aligned for any type. An arena belongs to one thread at a time.
 * Tests make the n-th allocation fail (zhun_arena_fail_at) to walk every path.
 */
#ifndef ZHUN_BASE_ARENA_H
#define ZHUN_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/attributes.h"
#include "zhun/base/error.h"

struct zhun_arena;

/** A new arena that never holds more than @a ceiling bytes; NULL without memory. */
struct zhun_arena *zhun_arena_open(size_t ceiling) ZHUN_MUST_USE;

/** Frees the arena and all that is in it. Accepts NULL, returns NULL. */
struct zhun_arena *zhun_arena_close(struct zhun_arena *a);

/** Empties the arena for the next use; keeps its largest block (of at most 256 KiB, or the first). */
void zhun_arena_reset(struct zhun_arena *a);

/** @a size zeroed bytes, or NULL over the ceiling or without memory. Size 0 gives a valid pointer. */
void *zhun_alloc(struct zhun_arena *a, size_t size) ZHUN_MALLOC_LIKE;

/** @a count elements of @a size zeroed bytes each; NULL also where the product overflows. */
void *zhun_alloc_array(struct zhun_arena *a, size_t count, size_t size) ZHUN_MALLOC_LIKE;

#define ZHUN_NEW(a, type) ((type *)zhun_alloc((a), sizeof(type)))
#define ZHUN_NEW_ARRAY(a, count, type) ((type *)zhun_alloc_array((a), (count), sizeof(type)))

/** A copy of @a n bytes with a NUL after them, or NULL. */
char *zhun_strndup(struct zhun_arena *a, const char *s, size_t n) ZHUN_MALLOC_LIKE;
char *zhun_strdup(struct zhun_arena *a, const char *s) ZHUN_MALLOC_LIKE;

/** Formatted text in the arena, or NULL. Never for numbers that are measured: base/number.h. */
char *zhun_printf(struct zhun_arena *a, const char *format, ...) ZHUN_PRINTF(2, 3) ZHUN_MUST_USE;

/** What happened, for the caller that got NULL: fails NO_MEMORY or ARENA_CEILING. */
enum zhun_code zhun_no_memory(const struct zhun_arena *a, struct zhun_error *err);

/** A place to go back to: everything allocated after the mark is given back by the rewind. */
struct zhun_arena_mark {
	void *block;
	size_t used;
	size_t total;
};
struct zhun_arena_mark zhun_arena_mark(const struct zhun_arena *a);
void zhun_arena_rewind(struct zhun_arena *a, struct zhun_arena_mark mark);

/** Bytes given out since it was opened or emptied. */
size_t zhun_arena_used(const struct zhun_arena *a);

/** For tests: the @a nth allocation from now (1 is the next) fails; with @a persistent all
 *  later ones too. 0 switches it off. */
void zhun_arena_fail_at(struct zhun_arena *a, size_t nth, bool persistent);

/** For tests: whether an allocation was made to fail since zhun_arena_fail_at. */
bool zhun_arena_has_failed(const struct zhun_arena *a);

#endif
