/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/libcjose.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libcjose libcjose;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libcjose, name)},
	LIBCJOSE_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libcjose.so.0", .functions = functions, .count = ZHUN_COUNT(functions), .table = &libcjose};

enum zhun_code zhun_libcjose_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
