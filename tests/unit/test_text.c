/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/text.c and base/uuid.c. */
#include "zhun/base/text.h"

#include "unit.h"
#include "zhun/base/uuid.h"

static enum zhun_code build(struct zhun_arena *a, void *context)
{
	struct zhun_text t;
	struct zhun_error err;
	const char *out = NULL;
	(void)context;
	zhun_text_init(&t, a, 100000);
	for (int i = 0; i < 1000; i++)
		zhun_text_addf(&t, "%d,", i);
	zhun_text_add_scalar(&t, 0x51C6);
	enum zhun_code code = zhun_text_done(&t, &out, &err);
	if (code)
		CHECK(out == NULL);
	else
		CHECK(out && strlen(out) == 3893 && zhun_str_ends(out, "998,999,准"));
	return code;
}

static void grows_and_survives_faults(void)
{
	unit_fault_loop(build, NULL);
}

static void the_ceiling_sticks(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_text t;
	struct zhun_error err;
	const char *out = NULL;
	zhun_text_init(&t, a, 10);
	zhun_text_add(&t, "0123456789");
	CHECK(!t.failed);
	zhun_text_addc(&t, 'x');
	zhun_text_add(&t, "");
	CHECK_CODE(zhun_text_done(&t, &out, &err), ZHUN_E_TOO_LARGE, &err);
	zhun_text_init(&t, a, 10);
	CHECK_CODE(zhun_text_done(&t, &out, &err), ZHUN_OK, &err);
	CHECK_TEXT(out, "");
	zhun_arena_close(a);
}

static void utf8_is_checked(void)
{
	static const struct {
		const char *text;
		size_t n, valid;
	} rows[] = {{"abc", 3, 3},
		    {"准", 3, 3},
		    {"\xF0\x9F\x98\x80", 4, 4},
		    {"a\xC0\x80", 3, 1},
		    {"\xED\xA0\x80", 3, 0},
		    {"\xE5\x87", 2, 0},
		    {"\xF4\x90\x80\x80", 4, 0},
		    {"a\0b", 3, 1},
		    {"\x80", 1, 0},
		    {"\xE0\x9F\x80", 3, 0},
		    {"\xF0\x80\x80\x80", 4, 0},
		    {"ok\xFF", 3, 2}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		CHECK_INT(zhun_utf8_valid(rows[i].text, rows[i].n), rows[i].valid);
	CHECK_INT(zhun_utf8_count("a准😀"), 3);
}

/* Law: every scalar value written is read back. */
static void scalars_come_back(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 22);
	for (uint32_t scalar = 1; scalar < 0x110000; scalar += 37) {
		if (scalar >= 0xD800 && scalar < 0xE000)
			continue;
		struct zhun_text t;
		size_t len = 0;
		zhun_arena_reset(a);
		zhun_text_init(&t, a, 10);
		zhun_text_add_scalar(&t, scalar);
		if (!CHECK(zhun_utf8_valid(t.ptr, t.len) == t.len &&
			   zhun_utf8_next(t.ptr, &len) == scalar && len == t.len))
			break;
	}
	zhun_arena_close(a);
}

static void white_space_is_trimmed(void)
{
	static const char *const rows[] = {
		"x",	  " x", "x\t", "\xC2\xA0x\xE3\x80\x80", "\xE2\x80\xAF x \xE2\x80\x89",
		"\r\nx\n"};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const char *s;
		size_t n;
		zhun_str_trim(rows[i], strlen(rows[i]), &s, &n);
		CHECK(n == 1 && *s == 'x');
	}
	const char *s;
	size_t n;
	zhun_str_trim(" \xE3\x80\x80 ", 5, &s, &n);
	CHECK_INT(n, 0);
}

static void strings_compare(void)
{
	CHECK(zhun_str_equal(NULL, NULL) && !zhun_str_equal("a", NULL) && zhun_str_equal("a", "a"));
	CHECK(zhun_str_equal_nocase("Content-TYPE", "content-type") &&
	      !zhun_str_equal_nocase("a", "ab"));
	CHECK(zhun_str_starts("abc", "ab") && !zhun_str_starts("a", "ab") &&
	      zhun_str_ends("abc", "bc") && !zhun_str_ends("c", "bc"));
}

static void identifiers_follow_time(void)
{
	char before[ZHUN_UUID_TEXT] = "", id[ZHUN_UUID_TEXT];
	unsigned long long state = 3;
	for (int64_t t = 1795000000000000; t < 1795000000100000; t += 251) {
		unsigned long long r = unit_random(&state);
		unsigned char random[ZHUN_UUID_RANDOM];
		memcpy(random, &r, sizeof random);
		zhun_uuid7(t, random, id);
		CHECK(zhun_uuid_valid(id) && id[14] == '7' && strchr("89ab", id[19]));
		CHECK(strcmp(before, id) < 0);
		memcpy(before, id, sizeof id);
	}
	CHECK(!zhun_uuid_valid("") && !zhun_uuid_valid("018F0000-0000-7000-8000-000000000000"));
}

static const struct unit_test tests[] = {
	{"text: grows and survives faults", grows_and_survives_faults},
	{"text: the ceiling sticks", the_ceiling_sticks},
	{"text: UTF-8 is checked", utf8_is_checked},
	{"text: scalars come back", scalars_come_back},
	{"text: white space is trimmed", white_space_is_trimmed},
	{"text: strings compare", strings_compare},
	{"uuid: identifiers follow time", identifiers_follow_time},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
