/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/library.h"

#include <pthread.h>
#include <zlib.h>

#include "unit.h"
#include "zhun/base/text.h"

struct table {
	__typeof__(crc32) *crc32;
	__typeof__(zlibVersion) *zlibVersion;
};

static const struct zhun_library_function functions[] = {
	{"crc32", offsetof(struct table, crc32)},
	{"zlibVersion", offsetof(struct table, zlibVersion)},
};

static void functions_are_found_by_name(void)
{
	struct table t = {0};
	struct zhun_library l = {"libz.so.1", functions, ZHUN_COUNT(functions), &t, NULL};
	struct zhun_error err;
	CHECK_CODE(zhun_library_load(&l, &err), ZHUN_OK, &err);
	/* the check value of CRC-32, RFC 1952's polynomial */
	CHECK(t.crc32(0, (const unsigned char *)"123456789", 9) == 0xCBF43926);
	CHECK_TEXT(t.zlibVersion(), ZLIB_VERSION);
	/* a second time nothing is looked for */
	l.soname = "libabsent.so.0";
	CHECK_CODE(zhun_library_load(&l, &err), ZHUN_OK, &err);
}

static void what_is_missing_is_named(void)
{
	static const struct zhun_library_function wrong[] = {{"crc32", 0}, {"no_such_function", 0}};
	struct table t = {0};
	struct zhun_library l = {"libabsent.so.0", functions, ZHUN_COUNT(functions), &t, NULL};
	struct zhun_error err;
	CHECK_CODE(zhun_library_load(&l, &err), ZHUN_E_LIBRARY_MISSING, &err);
	CHECK_TEXT(err.arg[0], "libabsent.so.0");
	CHECK(strstr(err.arg[1], "cannot open shared object file") != NULL);
	l = (struct zhun_library){"libz.so.1", wrong, ZHUN_COUNT(wrong), &t, NULL};
	CHECK_CODE(zhun_library_load(&l, &err), ZHUN_E_LIBRARY_MISSING, &err);
	CHECK(strstr(err.arg[1], "no_such_function") != NULL);
	/* and is looked for again, as it may have been installed */
	l.functions = functions;
	CHECK_CODE(zhun_library_load(&l, &err), ZHUN_OK, &err);
}

static void *load(void *context)
{
	struct zhun_error err;
	struct zhun_library *l = context;
	bool ok = zhun_library_load(l, &err) == ZHUN_OK && ((struct table *)l->table)->crc32(0, NULL, 0) == 0;
	return ok ? context : NULL;
}

static void threads_may_all_be_first(void)
{
	struct table t = {0};
	struct zhun_library l = {"libz.so.1", functions, ZHUN_COUNT(functions), &t, NULL};
	pthread_t threads[8];
	void *ok = NULL;
	for (size_t i = 0; i < ZHUN_COUNT(threads); i++)
		CHECK(pthread_create(&threads[i], NULL, load, &l) == 0);
	for (size_t i = 0; i < ZHUN_COUNT(threads); i++) {
		CHECK(pthread_join(threads[i], &ok) == 0);
		CHECK(ok == &l);
	}
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"library found", functions_are_found_by_name},
		{"library missing", what_is_missing_is_named},
		{"library threads", threads_may_all_be_first},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
