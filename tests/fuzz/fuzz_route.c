/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The request target and the route it finds: what comes out is clean text, and the route found,
 * its parameters put in, is the path that was asked for. */
#include "fuzz.h"

#include "http/route.h"
#include "zhun/base/text.h"

static const struct zhun_route table[] = {
	{.method = ZHUN_GET, .path = "/"},
	{.method = ZHUN_GET, .path = "/v1/certificates"},
	{.method = ZHUN_POST, .path = "/v1/certificates/check"},
	{.method = ZHUN_GET, .path = "/v1/certificates/{id}"},
	{.method = ZHUN_PUT, .path = "/v1/certificates/{id}"},
	{.method = ZHUN_GET, .path = "/v1/certificates/{id}/verdict"},
	{.method = ZHUN_GET, .path = "/v1/{register}/{id}/history"},
	{.method = ZHUN_DELETE, .path = "/{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}"},
};

static void check_text(const char *s)
{
	FUZZ_LAW(zhun_utf8_valid(s, strlen(s)) == strlen(s));
	for (; *s; s++)
		FUZZ_LAW((unsigned char)*s >= 0x20 && *s != 0x7f);
}

static void check_target(const struct zhun_target *t)
{
	for (size_t i = 0; i < t->segments; i++) {
		const char *s = t->segment[i];
		check_text(s);
		FUZZ_LAW(*s && !strchr(s, '/') && strcmp(s, ".") != 0 && strcmp(s, "..") != 0);
	}
	for (size_t i = 0; i < t->query.count; i++) {
		check_text(t->query.items[i].name);
		check_text(t->query.items[i].value);
	}
}

static void check_match(const struct zhun_match *m, const struct zhun_target *t)
{
	const char *s = m->route->path;
	size_t parameter = 0;
	for (size_t i = 0; i < t->segments; i++) {
		size_t n = strcspn(++s, "/");
		const char *want = *s == '{' ? m->parameter[parameter++] : s;
		FUZZ_LAW(strncmp(want, t->segment[i], *s == '{' ? strlen(want) + 1 : n) == 0);
		s += n;
	}
	FUZZ_LAW((*s == '\0' || t->segments == 0) && parameter == m->parameters);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_routes *routes;
	struct zhun_target t;
	struct zhun_match m;
	char *uri = zhun_strndup(a, (const char *)data, size);
	FUZZ_LAW(uri && !zhun_routes_new(a, table, ZHUN_COUNT(table), &routes, NULL));
	if (!zhun_target_parse(a, uri, &t, NULL)) {
		check_target(&t);
		for (int method = 0; method < ZHUN_METHODS; method++)
			if (zhun_routes_match(routes, (enum zhun_method)method, &t, &m) && m.route)
				check_match(&m, &t);
	}
	(void)zhun_arena_close(a);
	return 0;
}
