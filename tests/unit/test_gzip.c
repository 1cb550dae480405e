/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codec/gzip.c: what was packed is unpacked by zlib itself to the same. */
#include <zlib.h>

#include "codec/gzip.h"
#include "unit.h"

enum { ROOM = 64 << 20, MOST = 3 << 20 };

static bool same_again(struct zhun_bytes packed, struct zhun_bytes plain)
{
	unsigned char *out = malloc(plain.len + 1);
	z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.ptr, .avail_in = (uInt)packed.len, .next_out = out,
		      .avail_out = (uInt)plain.len + 1};
	bool same = inflateInit2(&z, 15 + 16) == Z_OK && inflate(&z, Z_FINISH) == Z_STREAM_END &&
		    z.total_out == plain.len && memcmp(out, plain.ptr, plain.len) == 0;
	(void)inflateEnd(&z);
	free(out);
	return same;
}

static void packs(void)
{
	static const size_t sizes[] = {0, 1, 2000, 70000, MOST};
	unsigned long long seed = 7;
	unsigned char *plain = malloc(MOST);
	for (size_t i = 0; i < MOST; i++)
		plain[i] = i % 3 ? 'a' : (unsigned char)unit_random(&seed);
	for (size_t i = 0; i < ZHUN_COUNT(sizes); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_bytes in = {plain, sizes[i]}, got = {0};
		struct zhun_error err;
		CHECK_CODE(zhun_gzip(a, in, &got, &err), ZHUN_OK, &err);
		CHECK(same_again(got, in));
		CHECK(sizes[i] < 100 || got.len < sizes[i]);
		zhun_arena_close(a);
	}
	free(plain);
}

static enum zhun_code pack_some(struct zhun_arena *a, void *context)
{
	struct zhun_bytes got = {0};
	struct zhun_error err;
	enum zhun_code code = zhun_gzip(a, (struct zhun_bytes){(const unsigned char *)"准准准", 9}, &got, &err);
	CHECK((code == ZHUN_OK) == (got.ptr != NULL));
	(void)context;
	return code;
}

static void faults(void)
{
	unit_fault_loop(pack_some, NULL);
}

static const struct unit_test tests[] = {{"packs", packs}, {"faults", faults}};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
