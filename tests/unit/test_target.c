/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/target.h"

#include "unit.h"

/* The target as one line: segments after "/", pairs after "?" and "&". */
static const char *show(struct zhun_arena *a, const struct zhun_target *t)
{
	const char *s = "";
	for (size_t i = 0; i < t->segments; i++)
		s = zhun_printf(a, "%s/%s", s, t->segment[i]);
	for (size_t i = 0; i < t->query.count; i++)
		s = zhun_printf(a, "%s%c%s=%s", s, i ? '&' : '?', t->query.items[i].name, t->query.items[i].value);
	return s;
}

static void good_targets(void)
{
	static const struct {
		const char *uri, *want;
	} rows[] = {
		{"/", ""},
		{"/v1/certificates", "/v1/certificates"},
		{"/v1/a%20b?x=1", "/v1/a b?x=1"},
		{"/%E5%87%86/%e5%87%86", "/准/准"},
		{"/a?", "/a"},
		{"/a?b", "/a?b="},
		{"/a?b=&c==d&&e=f+g%2B", "/a?b=&c==d&e=f g+"},
		{"/a?p=%2Fx/y?z", "/a?p=/x/y?z"},
		{"/a+b", "/a+b"},
		{"/a/...", "/a/..."},
		{"http://example.org/v1/x?y=z", "/v1/x?y=z"},
		{"https://example.org", ""},
		{"/a?n=%25", "/a?n=%"},
		{"/1/2/3/4/5/6/7/8", "/1/2/3/4/5/6/7/8"},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_target t;
		struct zhun_error err = {0};
		if (CHECK_CODE(zhun_target_parse(a, rows[i].uri, &t, &err), ZHUN_OK, &err))
			CHECK_TEXT(show(a, &t), rows[i].want);
	}
	zhun_arena_close(a);
}

static void bad_targets(void)
{
	static const struct {
		const char *uri;
		enum zhun_code code;
	} rows[] = {
		{"", ZHUN_E_PATH_BAD},
		{"*", ZHUN_E_PATH_BAD},
		{"v1", ZHUN_E_PATH_BAD},
		{"/a%", ZHUN_E_PATH_BAD},
		{"/a%2", ZHUN_E_PATH_BAD},
		{"/a%2g", ZHUN_E_PATH_BAD},
		{"/a%00b", ZHUN_E_PATH_BAD},
		{"/a%0d%0aSet-Cookie:x", ZHUN_E_PATH_BAD},
		{"/a%7f", ZHUN_E_PATH_BAD},
		{"/a%2Fb", ZHUN_E_PATH_BAD},
		{"/a%2fb", ZHUN_E_PATH_BAD},
		{"/./a", ZHUN_E_PATH_BAD},
		{"/a/..", ZHUN_E_PATH_BAD},
		{"/%2e%2e/etc/passwd", ZHUN_E_PATH_BAD},
		{"/a#b", ZHUN_E_PATH_BAD},
		{"/%C0%AF", ZHUN_E_PATH_BAD},
		{"/%ED%A0%80", ZHUN_E_PATH_BAD},
		{"/\xE5\x87\x86", ZHUN_E_PATH_BAD},
		{"//", ZHUN_E_ROUTE_UNKNOWN},
		{"/a//b", ZHUN_E_ROUTE_UNKNOWN},
		{"/a/", ZHUN_E_ROUTE_UNKNOWN},
		{"/1/2/3/4/5/6/7/8/9", ZHUN_E_ROUTE_UNKNOWN},
		{"/a?%", ZHUN_E_QUERY_BAD},
		{"/a?b=%0", ZHUN_E_QUERY_BAD},
		{"/a?b=%00", ZHUN_E_QUERY_BAD},
		{"/a?b=%FF", ZHUN_E_QUERY_BAD},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_target t;
		struct zhun_error err = {0};
		CHECK_CODE(zhun_target_parse(a, rows[i].uri, &t, &err), rows[i].code, &err);
	}
	zhun_arena_close(a);
}

static void pairs_have_a_ceiling(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_target t;
	struct zhun_error err = {0};
	const char *uri = "/a?x0=0";
	for (int i = 1; i < ZHUN_TARGET_PAIRS; i++)
		uri = zhun_printf(a, "%s&x%d=%d", uri, i, i);
	CHECK_CODE(zhun_target_parse(a, uri, &t, &err), ZHUN_OK, &err);
	CHECK_INT(t.query.count, ZHUN_TARGET_PAIRS);
	CHECK_TEXT(zhun_target_query(&t, "x63"), "63");
	CHECK(zhun_target_query(&t, "x64") == NULL);
	uri = zhun_printf(a, "%s&x64", uri);
	CHECK_CODE(zhun_target_parse(a, uri, &t, &err), ZHUN_E_QUERY_BAD, &err);
	zhun_arena_close(a);
}

static void pairs_are_taken(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_target t;
	CHECK_CODE(zhun_target_parse(a, "/a?x=1&lang=zh&y=2&lang=en", &t, NULL), ZHUN_OK, NULL);
	CHECK_TEXT(zhun_target_take(&t, "lang"), "zh");
	CHECK_TEXT(show(a, &t), "/a?x=1&y=2");
	CHECK(zhun_target_take(&t, "lang") == NULL);
	CHECK_CODE(zhun_target_parse(a, "/a", &t, NULL), ZHUN_OK, NULL);
	CHECK(zhun_target_take(&t, "lang") == NULL);
	zhun_arena_close(a);
}

/* Law: whatever bytes a segment has, escaped it comes back the same, or is refused as a whole. */
static void escaped_bytes_come_back(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned long long state = 1;
	for (int round = 0; round < 5000; round++) {
		char uri[64] = "/", plain[16];
		size_t n = unit_random(&state) % 12, at = 1;
		for (size_t i = 0; i < n; i++) {
			plain[i] = (char)unit_random(&state);
			at += (size_t)snprintf(uri + at, sizeof uri - at, "%%%02X", (unsigned char)plain[i]);
		}
		plain[n] = '\0';
		struct zhun_target t;
		zhun_arena_reset(a);
		if (zhun_target_parse(a, uri, &t, NULL) == ZHUN_OK && n)
			CHECK_TEXT(t.segment[0], plain);
	}
	zhun_arena_close(a);
}

static enum zhun_code parse(struct zhun_arena *a, void *context)
{
	struct zhun_target t = {.segments = 77};
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_target_parse(a, "/v1/x?y=z&a=b", &t, &err);
	CHECK(code ? t.segments == 77 : t.segments == 2 && t.query.count == 2);
	return code;
}

static void survives_faults(void)
{
	unit_fault_loop(parse, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"target good", good_targets},
		{"target bad", bad_targets},
		{"target pairs", pairs_have_a_ceiling},
		{"target take", pairs_are_taken},
		{"target law escaped", escaped_bytes_come_back},
		{"target faults", survives_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
