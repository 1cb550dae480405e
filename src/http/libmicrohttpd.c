/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/libmicrohttpd.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libmicrohttpd libmicrohttpd;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libmicrohttpd, name)},
	LIBMICROHTTPD_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libmicrohttpd.so.12", .functions = functions, .count = ZHUN_COUNT(functions),
	.table = &libmicrohttpd};

enum zhun_code zhun_libmicrohttpd_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
