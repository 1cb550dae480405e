/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <zlib.h>

#include "codec/inflate.h"

enum { ROOM = 16 << 20, LARGE = 4 << 20 };

/* @a n bytes of one letter, packed by zlib itself. */
static struct zhun_bytes packed(struct zhun_arena *a, size_t n)
{
	uLongf size = compressBound(n);
	unsigned char *plain = zhun_alloc(a, n + 1), *out = zhun_alloc(a, size);
	memset(plain, 'z', n);
	CHECK(compress(out, &size, plain, n) == Z_OK);
	return (struct zhun_bytes){out, size};
}

static void test_unpacks(void)
{
	static const size_t sizes[] = {0, 1, 1000, 100000};
	for (size_t i = 0; i < ZHUN_COUNT(sizes); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_bytes got = {0};
		struct zhun_error err = {0};
		CHECK_CODE(zhun_inflate(a, packed(a, sizes[i]), sizes[i] + 1, &got, &err), ZHUN_OK, &err);
		CHECK_INT(got.len, sizes[i]);
		CHECK(got.len == 0 || (got.ptr[0] == 'z' && got.ptr[got.len - 1] == 'z'));
		(void)zhun_arena_close(a);
	}
}

static void test_ceiling(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes got = {0};
	struct zhun_error err = {0};
	CHECK_CODE(zhun_inflate(a, packed(a, LARGE), 1000, &got, &err), ZHUN_E_TOO_LARGE, &err);
	CHECK(!got.ptr);
	(void)zhun_arena_close(a);
}

static void test_damaged(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes got = {0}, good = packed(a, 1000);
	struct zhun_error err = {0};
	CHECK_CODE(zhun_inflate(a, (struct zhun_bytes){good.ptr, good.len - 5}, ROOM, &got, &err),
		   ZHUN_E_INFLATE_BAD, &err);
	CHECK_CODE(zhun_inflate(a, (struct zhun_bytes){(const unsigned char *)"plain", 5}, ROOM, &got, &err),
		   ZHUN_E_INFLATE_BAD, &err);
	CHECK_CODE(zhun_inflate(a, (struct zhun_bytes){good.ptr, 0}, ROOM, &got, &err), ZHUN_E_INFLATE_BAD, &err);
	CHECK(!got.ptr);
	(void)zhun_arena_close(a);
}

static enum zhun_code unpack_context(struct zhun_arena *a, void *context)
{
	struct zhun_bytes got = {0};
	struct zhun_error err = {0};
	enum zhun_code code = zhun_inflate(a, *(struct zhun_bytes *)context, ROOM, &got, &err);
	CHECK(code ? !got.ptr : got.len == 50000);
	return code;
}

static void test_faults(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes in = packed(a, 50000);
	unit_fault_loop(unpack_context, &in);
	(void)zhun_arena_close(a);
}

static const struct unit_test tests[] = {
	{"inflate: what was packed", test_unpacks},
	{"inflate: never beyond the ceiling", test_ceiling},
	{"inflate: damaged data", test_damaged},
	{"inflate without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
