/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/libpq.h"

#include "unit.h"

static void every_function_is_found(void)
{
	struct zhun_error err;
	void *address;
	/* the second time it is there already */
	for (int i = 0; i < 2; i++)
		CHECK_CODE(zhun_libpq_load(&err), ZHUN_OK, &err);
	for (size_t at = 0; at < sizeof libpq; at += sizeof address) {
		memcpy(&address, (const char *)&libpq + at, sizeof address);
		unit_check(address != NULL, __FILE__, __LINE__, "function %zu", at / sizeof address);
	}
	/* nothing listens on port 1: the library itself says so */
	PGconn *c = libpq.PQconnectdbParams((const char *const[]){"host", "port", NULL},
					    (const char *const[]){"127.0.0.1", "1", NULL}, 0);
	CHECK(libpq.PQstatus(c) == CONNECTION_BAD && libpq.PQerrorMessage(c)[0]);
	libpq.PQfinish(c);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"libpq functions", every_function_is_found},
	};
	return unit_run(tests, 1, argc, argv);
}
