/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/typeset.h"

#include "zhun/base/library.h"
#include "zhun/base/text.h"

struct typeset typeset;

static const struct zhun_library_function functions[] = {
#define ROW(name) {#name, offsetof(struct typeset, name)},
	TYPESET_FUNCTIONS(ROW)
#undef ROW
};

/* which needs Pango, cairo and GObject: their functions are found through it */
static struct zhun_library library = {.soname = "libpangocairo-1.0.so.0",
				      .functions = functions,
				      .count = ZHUN_COUNT(functions),
				      .table = &typeset};

enum zhun_code zhun_typeset_load(struct zhun_error *err)
{
	return zhun_library_load(&library, err);
}
