/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/libcurl.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libcurl libcurl;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libcurl, name)},
	LIBCURL_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libcurl.so.4", .functions = functions, .count = ZHUN_COUNT(functions), .table = &libcurl};

enum zhun_code zhun_libcurl_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
