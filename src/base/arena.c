/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks in a list, newest first; an allocation is a bump in the newest block.
 * Under AddressSanitizer the unused part of each block is poisoned, with a gap
 * after each allocation, so that overruns inside an arena are found as they
 * would be with malloc.
 */
#include "zhun/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define HIDE(ptr, size) ASAN_POISON_MEMORY_REGION((ptr), (size))
#define SHOW(ptr, size) ASAN_UNPOISON_MEMORY_REGION((ptr), (size))
enum { GAP = 16 };
#else
#define HIDE(ptr, size) ((void)(ptr), (void)(size))
#define SHOW(ptr, size) ((void)(ptr), (void)(size))
enum { GAP = 0 };
#endif

enum { ALIGN = alignof(max_align_t), FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20, KEPT_MOST = 256 << 10 };

struct block {
	struct block *older;
	size_t size, used;
	alignas(max_align_t) unsigned char data[];
};

struct zhun_arena {
	struct block *newest;
	size_t ceiling, total;
	size_t until_fault;     /* 0: no fault asked for */
	bool persistent, failed;
	bool over;              /* the last refusal was the ceiling's */
};

static struct block *block_new(size_t size, struct block *older)
{
	struct block *b = malloc(sizeof *b + size);
	if (!b)
		return NULL;
	b->older = older;
	b->size = size;
	b->used = 0;
	HIDE(b->data, size);
	return b;
}

static void block_free(struct block *b)
{
	SHOW(b->data, b->size);
	free(b);
}

struct zhun_arena *zhun_arena_open(size_t ceiling)
{
	struct zhun_arena *a = calloc(1, sizeof *a);
	if (!a)
		return NULL;
	a->ceiling = ceiling;
	return a;
}

struct zhun_arena *zhun_arena_close(struct zhun_arena *a)
{
	if (!a)
		return NULL;
	while (a->newest) {
		struct block *older = a->newest->older;
		block_free(a->newest);
		a->newest = older;
	}
	free(a);
	return NULL;
}

void zhun_arena_rewind(struct zhun_arena *a, struct zhun_arena_mark mark)
{
	while (a->newest && a->newest != mark.block) {
		struct block *older = a->newest->older;
		block_free(a->newest);
		a->newest = older;
	}
	if (a->newest) {
		a->newest->used = mark.used;
		HIDE(a->newest->data + mark.used, a->newest->size - mark.used);
	}
	a->total = mark.total;
	a->over = false;
}

struct zhun_arena_mark zhun_arena_mark(const struct zhun_arena *a)
{
	return (struct zhun_arena_mark){a->newest, a->newest ? a->newest->used : 0, a->total};
}

/* The newest block is the largest: kept, unless it is so large that it was an exception, so that a
 * next use like the last one asks the system for nothing. */
void zhun_arena_reset(struct zhun_arena *a)
{
	struct block *kept = a->newest, *older;
	for (; kept && kept->older && kept->size > KEPT_MOST; kept = older) {
		older = kept->older;
		block_free(kept);
	}
	for (struct block *b = kept ? kept->older : NULL; b; b = older) {
		older = b->older;
		block_free(b);
	}
	if (kept)
		kept->older = NULL;
	a->newest = kept;
	zhun_arena_rewind(a, (struct zhun_arena_mark){kept, 0, 0});
}

static bool fault_due(struct zhun_arena *a)
{
	if (a->failed && a->persistent)
		return true;
	if (a->until_fault == 0 || --a->until_fault > 0)
		return false;
	a->failed = true;
	return true;
}

/* A block with room for need bytes; doubles from FIRST_BLOCK, never far past the ceiling. */
static bool grow(struct zhun_arena *a, size_t need)
{
	size_t size = a->newest ? a->newest->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_STEP)
		size = LARGEST_STEP;
	if (size < need)
		size = need;
	struct block *b = block_new(size, a->newest);
	if (!b)
		return false;
	a->newest = b;
	return true;
}

/* As zhun_alloc, but as the memory was left: for who fills it at once. */
static void *take(struct zhun_arena *a, size_t size)
{
	if (fault_due(a)) {
		a->over = false;
		return NULL;
	}
	if (size > a->ceiling - a->total || size > SIZE_MAX - ALIGN - GAP) {
		a->over = true;
		return NULL;
	}
	size_t need = (size + GAP + ALIGN - 1) / ALIGN * ALIGN;
	if ((!a->newest || a->newest->size - a->newest->used < need) && !grow(a, need)) {
		a->over = false;
		return NULL;
	}
	unsigned char *p = a->newest->data + a->newest->used;
	a->newest->used += need;
	a->total += size;
	SHOW(p, size);
	return p;
}

void *zhun_alloc(struct zhun_arena *a, size_t size)
{
	void *p = take(a, size);
	return p ? memset(p, 0, size) : NULL;
}

void *zhun_alloc_array(struct zhun_arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size) {
		a->over = true;
		return NULL;
	}
	return zhun_alloc(a, count * size);
}

char *zhun_strndup(struct zhun_arena *a, const char *s, size_t n)
{
	char *copy = take(a, n + 1);
	if (!copy)
		return NULL;
	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *zhun_strdup(struct zhun_arena *a, const char *s)
{
	return zhun_strndup(a, s, strlen(s));
}

char *zhun_printf(struct zhun_arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *out = n < 0 ? NULL : zhun_alloc(a, (size_t)n + 1);
	if (!out)
		return NULL;
	va_start(args, format);
	(void)vsnprintf(out, (size_t)n + 1, format, args);
	va_end(args);
	return out;
}

enum zhun_code zhun_no_memory(const struct zhun_arena *a, struct zhun_error *err)
{
	if (a->over)
		return zhun_fail(err, ZHUN_E_ARENA_CEILING, NULL, ZHUN_INT(a->ceiling));
	return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
}

size_t zhun_arena_used(const struct zhun_arena *a)
{
	return a->total;
}

void zhun_arena_fail_at(struct zhun_arena *a, size_t nth, bool persistent)
{
	a->until_fault = nth;
	a->persistent = persistent;
	a->failed = false;
}

bool zhun_arena_has_failed(const struct zhun_arena *a)
{
	return a->failed;
}
