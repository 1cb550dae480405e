/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "register/token.h"

enum { ROOM = 8 << 20 };

static void test_tokens(void)
{
	static const struct { const char *text, *want; } cases[] = {
		{"", ""}, {" -- ", ""}, {"校准证书", "校准 准证 证书 校 准 证 书"}, {"秤", "秤"},
		{"校准 证书", "校准 ¶ 证书 校 准 证 书"}, {"Calibration of balances", "calibration of balances"},
		{"GB/T 19001-2016", "gb t 19001 2016 ¶ gbt 19001 2016"}, {"L-0042", "l 0042"}, {"mm²", "mm 2"},
		{"Pt100热电阻", "pt 100 热电 电阻 热 电 阻"}, {"5号楼", "5 号楼 号 楼"}, {"a 号 b", "a ¶ b 号"},
		{"ISO/IEC 17025 检测", "iso iec 17025 检测 ¶ isoiec 17025 ¶ 检 测"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_error err = {0};
		struct zhun_text t;
		zhun_text_init(&t, a, ROOM);
		zhun_text_add(&t, "");
		CHECK_CODE(zhun_tokens_add(a, cases[i].text, &t, &err), ZHUN_OK, &err);
		CHECK_TEXT(t.ptr, cases[i].want);
		(void)zhun_arena_close(a);
	}
}

/* Two texts are no neighbours; a long run of letters is cut; more than enough is left out. */
static void test_bounds(void)
{
	struct zhun_arena *a = zhun_arena_open((size_t)ROOM * 4);
	struct zhun_error err = {0};
	struct zhun_text t, long_text;
	zhun_text_init(&t, a, ROOM);
	CHECK_CODE(zhun_tokens_add(a, "one", &t, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_tokens_add(a, "two", &t, &err), ZHUN_OK, &err);
	CHECK_TEXT(t.ptr, "one ¶ two");
	zhun_text_init(&long_text, a, ROOM);
	for (int i = 0; i < ZHUN_TOKEN_LONGEST + 1; i++)
		zhun_text_addc(&long_text, 'x');
	t.len = 0;
	CHECK_CODE(zhun_tokens_add(a, long_text.ptr, &t, &err), ZHUN_OK, &err);
	CHECK(strlen(t.ptr) == ZHUN_TOKEN_LONGEST + 2 && t.ptr[ZHUN_TOKEN_LONGEST] == ' ');
	for (int i = 0; i < 60000; i++)
		zhun_text_add(&long_text, " 校准");
	t.len = 0;
	CHECK_CODE(zhun_tokens_add(a, long_text.ptr, &t, &err), ZHUN_OK, &err);
	CHECK(t.len < ZHUN_TOKENS_MOST && t.len > ZHUN_TOKENS_MOST - 1024);
	(void)zhun_arena_close(a);
}

static void test_keys(void)
{
	static const char *const same[] = {"GB/T 19001-2016", "gbt19001-2016", "ＧＢ/Ｔ19001—2016", " gb t 190012016 "};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	for (size_t i = 0; i < ZHUN_COUNT(same); i++) {
		struct zhun_error err = {0};
		struct zhun_text t;
		zhun_text_init(&t, a, ROOM);
		CHECK_CODE(zhun_tokens_key(a, same[i], &t, &err), ZHUN_OK, &err);
		CHECK_TEXT(t.ptr, "gbt190012016");
	}
	(void)zhun_arena_close(a);
}

/* Each word's phrases, "/" before the joined one. */
static void test_words(void)
{
	static const struct { const char *query, *want; } cases[] = {
		{"", ""}, {" ,;", ""}, {"校", "[校]"}, {"校准", "[校准]"}, {"校准证书", "[校准 准证 证书]"},
		{"校准 秤", "[校准][秤]"}, {"GB/T 19001", "[gb t/gbt][19001]"}, {"gbt19001-2016", "[gbt 19001 2016]"},
		{"GB/T19001质量", "[gb t 19001/gbt 19001][质量]"}, {"mm²", "[mm 2]"}, {"L-0042", "[l 0042]"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_error err = {0};
		struct zhun_words w;
		struct zhun_text t;
		zhun_text_init(&t, a, ROOM);
		zhun_text_add(&t, "");
		CHECK_CODE(zhun_words_read(a, cases[i].query, &w, &err), ZHUN_OK, &err);
		for (size_t k = 0; k < w.count; k++)
			zhun_text_addf(&t, "[%s%s%s]", w.items[k].phrase[0], w.items[k].phrase[1] ? "/" : "",
				       w.items[k].phrase[1] ? w.items[k].phrase[1] : "");
		CHECK_TEXT(t.ptr, cases[i].want);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_error err = {0};
	struct zhun_words w = {.count = 99};
	char many[ZHUN_SEARCH_LONGEST + 2];
	memset(many, 'x', sizeof many - 1);
	many[sizeof many - 1] = '\0';
	CHECK_CODE(zhun_words_read(a, many, &w, &err), ZHUN_E_SEARCH_LONG, &err);
	CHECK_CODE(zhun_words_read(a, many + 1, &w, &err), ZHUN_OK, &err);
	w.count = 99;
	CHECK_CODE(zhun_words_read(a, "a b c d e f g h i j k l m n o p q", &w, &err), ZHUN_E_SEARCH_LONG, &err);
	CHECK_INT(w.count, 99);
	CHECK_CODE(zhun_words_read(a, "a b c d e f g h i j k l m n o p", &w, &err), ZHUN_OK, &err);
	CHECK_INT(w.count, ZHUN_SEARCH_WORDS);
	(void)zhun_arena_close(a);
}

static void test_marks(void)
{
	static const struct { const char *text, *query, *want; } cases[] = {
		{"校准证书的校准", "校准", "0-2 5-7 "}, {"校准证书", "准证 校", "0-3 "}, {"校 准", "校准", ""},
		{"GB/T 19001-2016 质量", "gbt19001", "0-10 "}, {"GB/T 19001-2016", "2016", "11-15 "},
		{"GB/T 19001", "g", ""}, {"Ångström", "angstrom", "0-8 "}, {"Pt100", "100", "2-5 "},
		{"½ inch", "1", "0-1 "}, {"a b", "b a", "0-1 2-3 "}, {"", "a", ""}, {"秤", "秤", "0-1 "},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_mark *marks = NULL;
		struct zhun_error err = {0};
		struct zhun_words w;
		struct zhun_text t;
		size_t n = 0;
		zhun_text_init(&t, a, ROOM);
		zhun_text_add(&t, "");
		CHECK_CODE(zhun_words_read(a, cases[i].query, &w, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_marks_find(a, cases[i].text, &w, &marks, &n, &err), ZHUN_OK, &err);
		for (size_t k = 0; k < n; k++)
			zhun_text_addf(&t, "%u-%u ", marks[k].from, marks[k].to);
		CHECK_TEXT(t.ptr, cases[i].want);
		(void)zhun_arena_close(a);
	}
}

/* Whether a word's tokens stand in a row among a text's. */
static bool has_phrase(struct zhun_arena *a, const char *tokens, const struct zhun_word *w)
{
	const char *text = zhun_printf(a, " %s ", tokens), *one = zhun_printf(a, " %s ", w->phrase[0]);
	const char *two = w->phrase[1] ? zhun_printf(a, " %s ", w->phrase[1]) : one;
	return strstr(text, one) || strstr(text, two);
}

/* Of Chinese without spaces the index finds what a full scan finds, and marks stand where it is. */
static void test_scan_law(void)
{
	static const char *const letters[] = {"校", "准", "证", "书", "秤", "，", " ", "a"};
	unsigned long long seed = 11;
	for (int round = 0; round < 20000; round++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_text text, query, tokens;
		const struct zhun_mark *marks = NULL;
		struct zhun_error err = {0};
		struct zhun_words w;
		size_t n = 0;
		zhun_text_init(&text, a, ROOM);
		zhun_text_init(&query, a, ROOM);
		zhun_text_init(&tokens, a, ROOM);
		zhun_text_add(&text, "");
		zhun_text_add(&tokens, "");
		for (unsigned long long k = unit_random(&seed) % 12; k > 0; k--)
			zhun_text_add(&text, letters[unit_random(&seed) % ZHUN_COUNT(letters)]);
		for (unsigned long long k = unit_random(&seed) % 3 + 1; k > 0; k--)
			zhun_text_add(&query, letters[unit_random(&seed) % 5]);
		CHECK_CODE(zhun_tokens_add(a, text.ptr, &tokens, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_words_read(a, query.ptr, &w, &err), ZHUN_OK, &err);
		CHECK_CODE(zhun_marks_find(a, text.ptr, &w, &marks, &n, &err), ZHUN_OK, &err);
		bool scanned = strstr(text.ptr, query.ptr) != NULL;
		CHECK(has_phrase(a, tokens.ptr, &w.items[0]) == scanned);
		CHECK((n > 0) == scanned);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code read_all(struct zhun_arena *a, void *context)
{
	const char *s = context;
	const struct zhun_mark *marks = NULL;
	struct zhun_words w = {.count = 99};
	struct zhun_text t;
	size_t n = 99;
	zhun_text_init(&t, a, ROOM);
	enum zhun_code code = zhun_words_read(a, s, &w, NULL);
	CHECK(!code || w.count == 99);
	if (!code)
		code = zhun_tokens_add(a, s, &t, NULL);
	if (!code)
		code = zhun_marks_find(a, s, &w, &marks, &n, NULL);
	CHECK(!code || (n == 99 && !marks));
	return code;
}

static void test_faults(void)
{
	char text[] = "GB/T 19001-2016 质量管理体系 要求 with some more words to fold";
	unit_fault_loop(read_all, text);
}

static const struct unit_test tests[] = {
	{"token: what the index holds of a text", test_tokens},
	{"token: neighbours, long runs, large texts", test_bounds},
	{"token: keys are the same however they are typed", test_keys},
	{"token: words of a query", test_words},
	{"token: a query too long is refused", test_refused},
	{"token: marks", test_marks},
	{"token: what is found is what a full scan finds", test_scan_law},
	{"token: faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
