/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/libxml2.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct libxml2 libxml2;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct libxml2, name)},
	LIBXML2_FUNCTIONS(ROW)
#undef ROW
};

static struct zhun_library library = {
	.soname = "libxml2.so.2", .functions = functions, .count = ZHUN_COUNT(functions), .table = &libxml2};

enum zhun_code zhun_libxml2_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
