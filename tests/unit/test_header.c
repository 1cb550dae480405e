/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/header.h"

#include "unit.h"

static void cookies(void)
{
	static const struct {
		const char *header, *want;
	} rows[] = {
		{NULL, NULL},
		{"", NULL},
		{"zhun_session=abc", "abc"},
		{"a=b; zhun_session=abc; c=d", "abc"},
		{"xzhun_session=no; zhun_session=yes", "yes"},
		{"zhun_session", NULL},
		{"zhun_session=", ""},
		{";;; zhun_session=a=b", "a=b"},
	};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		CHECK_TEXT(zhun_header_cookie(a, rows[i].header, "zhun_session"), rows[i].want);
	zhun_arena_fail_at(a, 1, true);
	CHECK(zhun_header_cookie(a, "zhun_session=abc", "zhun_session") == NULL);
	zhun_arena_close(a);
}

static void bearer_tokens(void)
{
	CHECK(zhun_header_bearer(NULL) == NULL);
	CHECK(zhun_header_bearer("Basic eDp5") == NULL);
	CHECK(zhun_header_bearer("Bearer") == NULL);
	CHECK_TEXT(zhun_header_bearer("Bearer x.y"), "x.y");
	CHECK_TEXT(zhun_header_bearer("bEaReR   x"), "x");
}

static void languages(void)
{
	static const struct {
		const char *header;
		enum zhun_language want;
	} rows[] = {
		{NULL, ZHUN_EN},
		{"", ZHUN_EN},
		{"de", ZHUN_EN},
		{"zh", ZHUN_ZH},
		{"zh-CN,zh;q=0.9,en;q=0.8", ZHUN_ZH},
		{"en-GB, zh;q=0.9", ZHUN_EN},
		{"en;q=0.2, zh;q=0.25", ZHUN_ZH},
		{"en;q=0.255, zh;q=0.25", ZHUN_EN},
		{"zh;q=0, en", ZHUN_EN},
		{"zh;q=0", ZHUN_EN},
		{"zhuang, de", ZHUN_EN},
		{"fr ; q=1.0 , zh ; q=0.1", ZHUN_ZH},
		{",,,zh", ZHUN_ZH},
		{"zh;q=", ZHUN_ZH},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		CHECK_INT(zhun_header_language(rows[i].header), rows[i].want);
	enum zhun_language found = ZHUN_EN;
	CHECK(zhun_language_of("zh", &found) && found == ZHUN_ZH);
	CHECK(!zhun_language_of("", &found) && !zhun_language_of("e", &found));
}

static void entity_tags(void)
{
	static const struct {
		const char *list;
		bool want;
	} rows[] = {
		{NULL, false}, {"", false},	     {"*", true},	   {"\"3\"", true},
		{"W/\"3\"", true}, {"\"1\", \"3\"", true}, {"\"1\",W/\"2\"", false}, {"3", false},
		{"\"3", false},	   {"\"", false},	   {"\"33\"", false},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		CHECK_INT(zhun_header_etag_in(rows[i].list, "\"3\""), rows[i].want);
}

static void revisions(void)
{
	static const char *const bad[] = {"", "\"\"", "3", "\"0\"", "\"03\"", "W/\"3\"", "*",
					  "\"x\"", "\"-3\"", "\"1234567890123456\"", "\"3\", \"4\""};
	int64_t rev = -1;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK(!zhun_header_revision(bad[i], &rev) && rev == -1);
	CHECK(zhun_header_revision("\"17\"", &rev) && rev == 17);
}

static void media_types(void)
{
	CHECK(zhun_header_media_is("application/json", "application/json"));
	CHECK(zhun_header_media_is("Application/JSON; charset=utf-8", "application/json"));
	CHECK(!zhun_header_media_is("application/jsonx", "application/json"));
	CHECK(!zhun_header_media_is("", "application/json"));
	CHECK(!zhun_header_media_is(NULL, "application/json"));
}

static void codings(void)
{
	CHECK(!zhun_header_takes_gzip(NULL) && !zhun_header_takes_gzip("br, deflate"));
	CHECK(zhun_header_takes_gzip("gzip, deflate, br") && zhun_header_takes_gzip("br;q=1, GZIP;q=0.1"));
	CHECK(!zhun_header_takes_gzip("gzip;q=0") && !zhun_header_takes_gzip("gzip;q=0.000, *"));
}

static void request_ids(void)
{
	CHECK(zhun_header_request_id("018f-A_b.c"));
	CHECK(!zhun_header_request_id("") && !zhun_header_request_id("a b"));
	CHECK(!zhun_header_request_id("a\"}") && !zhun_header_request_id("准"));
	CHECK(zhun_header_request_id("0123456789012345678901234567890123456789012345678901234567890123"));
	CHECK(!zhun_header_request_id("01234567890123456789012345678901234567890123456789012345678901234"));
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"header cookie", cookies},	{"header bearer", bearer_tokens},
		{"header language", languages}, {"header etag", entity_tags},
		{"header revision", revisions}, {"header media", media_types},
		{"header coding", codings},	{"header request id", request_ids},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
