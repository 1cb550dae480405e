/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/libpq.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libpq libpq;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libpq, name)},
	LIBPQ_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libpq.so.5", .functions = functions, .count = ZHUN_COUNT(functions), .table = &libpq};

enum zhun_code zhun_libpq_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
