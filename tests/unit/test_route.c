/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/route.h"

#include "unit.h"

static const struct zhun_route table[] = {
	{.method = ZHUN_GET, .path = "/"},
	{.method = ZHUN_GET, .path = "/v1/certificates"},
	{.method = ZHUN_POST, .path = "/v1/certificates"},
	{.method = ZHUN_POST, .path = "/v1/certificates/check"},
	{.method = ZHUN_GET, .path = "/v1/certificates/{id}"},
	{.method = ZHUN_PUT, .path = "/v1/certificates/{id}"},
	{.method = ZHUN_GET, .path = "/v1/certificates/{id}/history"},
	{.method = ZHUN_GET, .path = "/v1/a"},
	{.method = ZHUN_GET, .path = "/v1/zz"},
	{.method = ZHUN_DELETE, .path = "/v1/{x}/{y}/{z}"},
};

static bool match(struct zhun_arena *a, const struct zhun_routes *routes, enum zhun_method method,
		  const char *uri, struct zhun_match *ret)
{
	struct zhun_target t;
	struct zhun_error err;
	if (!CHECK_CODE(zhun_target_parse(a, uri, &t, &err), ZHUN_OK, &err))
		return false;
	return zhun_routes_match(routes, method, &t, ret);
}

static void paths_are_found(void)
{
	static const struct {
		enum zhun_method method;
		const char *uri;
		const char *path;  /* "": known path, other method; NULL: unknown */
		const char *parameter;
	} rows[] = {
		{ZHUN_GET, "/", "/", NULL},
		{ZHUN_GET, "/v1", NULL, NULL},
		{ZHUN_GET, "/v1/certificates?x=y", "/v1/certificates", NULL},
		{ZHUN_POST, "/v1/certificates/check", "/v1/certificates/check", NULL},
		{ZHUN_GET, "/v1/certificates/check", "", NULL},
		{ZHUN_GET, "/v1/certificates/17", "/v1/certificates/{id}", "17"},
		{ZHUN_PUT, "/v1/certificates/chec", "/v1/certificates/{id}", "chec"},
		{ZHUN_PUT, "/v1/certificates/checks", "/v1/certificates/{id}", "checks"},
		{ZHUN_GET, "/v1/certificates/17/history", "/v1/certificates/{id}/history", "17"},
		{ZHUN_GET, "/v1/certificates/17/histories", NULL, NULL},
		{ZHUN_DELETE, "/v1/certificates/17", "", NULL},
		{ZHUN_DELETE, "/v1/b/c/d", "/v1/{x}/{y}/{z}", "b"},
		{ZHUN_GET, "/v1/zz", "/v1/zz", NULL},
		{ZHUN_GET, "/V1/zz", NULL, NULL},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_routes *routes;
	struct zhun_error err;
	CHECK_CODE(zhun_routes_new(a, table, ZHUN_COUNT(table), &routes, &err), ZHUN_OK, &err);
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_match m = {0};
		bool found = match(a, routes, rows[i].method, rows[i].uri, &m);
		CHECK_INT(found, rows[i].path != NULL);
		CHECK_TEXT(m.route ? m.route->path : found ? "" : NULL, rows[i].path);
		CHECK_TEXT(m.parameters ? m.parameter[0] : NULL, m.route ? rows[i].parameter : m.parameter[0]);
	}
	zhun_arena_close(a);
}

static void the_methods_a_path_knows(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_routes *routes;
	struct zhun_match m = {0};
	CHECK_CODE(zhun_routes_new(a, table, ZHUN_COUNT(table), &routes, NULL), ZHUN_OK, NULL);
	CHECK(match(a, routes, ZHUN_DELETE, "/v1/certificates/1", &m));
	CHECK(m.allowed[ZHUN_GET] && m.allowed[ZHUN_PUT]);
	CHECK(!m.allowed[ZHUN_POST] && !m.allowed[ZHUN_DELETE]);
	zhun_arena_close(a);
}

static void a_row_twice_is_refused(void)
{
	static const struct zhun_route twice[] = {
		{.method = ZHUN_GET, .path = "/v1/{a}"},
		{.method = ZHUN_GET, .path = "/v1/{b}"},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_routes *routes = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_routes_new(a, twice, 2, &routes, &err), ZHUN_E_ROUTE_TWICE, &err);
	CHECK(routes == NULL);
	zhun_arena_close(a);
}

static enum zhun_code build(struct zhun_arena *a, void *context)
{
	const struct zhun_routes *routes = NULL;
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_routes_new(a, table, ZHUN_COUNT(table), &routes, &err);
	CHECK((code == ZHUN_OK) == (routes != NULL));
	return code;
}

static void survives_faults(void)
{
	unit_fault_loop(build, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"route match", paths_are_found},
		{"route methods", the_methods_a_path_knows},
		{"route twice", a_row_twice_is_refused},
		{"route faults", survives_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
