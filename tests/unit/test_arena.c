/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "unit.h"

static void gives_zeroed_aligned_memory(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *p = zhun_alloc(a, size);
		CHECK(p && (uintptr_t)p % _Alignof(max_align_t) == 0);
		for (size_t i = 0; p && i < size; i++)
			if (p[i] != 0 && !CHECK(p[i] == 0))
				break;
		memset(p, 0xFF, size);
	}
	zhun_arena_close(a);
}

static void ceiling_refuses_and_says_so(void)
{
	struct zhun_error err;
	struct zhun_arena *a = zhun_arena_open(1000);
	CHECK(zhun_alloc(a, 600) != NULL);
	CHECK(zhun_alloc(a, 401) == NULL);
	CHECK_CODE(zhun_no_memory(a, &err), ZHUN_E_ARENA_CEILING, &err);
	CHECK(zhun_alloc(a, 400) != NULL);
	CHECK(zhun_alloc_array(a, SIZE_MAX / 2, 3) == NULL);
	CHECK_CODE(zhun_no_memory(a, &err), ZHUN_E_ARENA_CEILING, &err);
	zhun_arena_reset(a);
	CHECK_INT(zhun_arena_used(a), 0);
	CHECK(zhun_alloc(a, 1000) != NULL);
	zhun_arena_close(a);
}

static void rewinds_to_a_mark(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 24);
	char *kept = zhun_strdup(a, "kept");
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	for (int i = 0; i < 100; i++)
		CHECK(zhun_alloc(a, 10000) != NULL);
	zhun_arena_rewind(a, mark);
	CHECK_INT(zhun_arena_used(a), 5);
	CHECK_TEXT(kept, "kept");
	CHECK_TEXT(zhun_printf(a, "%d-%s", 7, "x"), "7-x");
	zhun_arena_close(a);
}

static void a_mark_of_the_empty_arena_empties_it(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	CHECK(zhun_alloc(a, 10) != NULL);
	zhun_arena_rewind(a, mark);
	CHECK_INT(zhun_arena_used(a), 0);
	CHECK(zhun_alloc(a, 10) != NULL);
	zhun_arena_close(a);
}

static void faults_come_when_asked_for(void)
{
	struct zhun_error err;
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	zhun_arena_fail_at(a, 2, false);
	CHECK(zhun_alloc(a, 1) != NULL);
	CHECK(zhun_alloc(a, 1) == NULL);
	CHECK_CODE(zhun_no_memory(a, &err), ZHUN_E_NO_MEMORY, &err);
	CHECK(zhun_arena_has_failed(a));
	CHECK(zhun_alloc(a, 1) != NULL);
	zhun_arena_fail_at(a, 1, true);
	CHECK(zhun_alloc(a, 1) == NULL && zhun_alloc(a, 1) == NULL);
	zhun_arena_close(a);
	CHECK(zhun_arena_close(NULL) == NULL);
}

static const struct unit_test tests[] = {
	{"arena: memory is zeroed and aligned", gives_zeroed_aligned_memory},
	{"arena: the ceiling refuses and says so", ceiling_refuses_and_says_so},
	{"arena: rewinds to a mark", rewinds_to_a_mark},
	{"arena: a mark of the empty arena empties it", a_mark_of_the_empty_arena_empties_it},
	{"arena: faults come when asked for", faults_come_when_asked_for},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
