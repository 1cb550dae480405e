/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/typeset.h"

#include "unit.h"

static void every_function_is_found(void)
{
	struct zhun_error err;
	void *address;
	/* the second time it is there already */
	for (int i = 0; i < 2; i++)
		CHECK_CODE(zhun_typeset_load(&err), ZHUN_OK, &err);
	for (size_t at = 0; at < sizeof typeset; at += sizeof address) {
		memcpy(&address, (const char *)&typeset + at, sizeof address);
		unit_check(address != NULL, __FILE__, __LINE__, "function %zu", at / sizeof address);
	}
	CHECK_TEXT(typeset.cairo_status_to_string(CAIRO_STATUS_NO_MEMORY), "out of memory");
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"typeset functions", every_function_is_found},
	};
	return unit_run(tests, 1, argc, argv);
}
