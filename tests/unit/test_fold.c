/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "codec/fold.h"
#include "zhun/base/text.h"

enum { ROOM = 8 << 20 };

/* What is left, "|" where white space was dropped and "." where something else was. */
static enum zhun_code show(struct zhun_arena *a, const char *s, const char **ret, struct zhun_error *err)
{
	const struct zhun_folded *f = NULL;
	struct zhun_text t;
	size_t n = 0;
	enum zhun_code code = zhun_fold(a, s, &f, &n, err);
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "");
	for (size_t i = 0; !code && i < n; i++) {
		if (f[i].gap)
			zhun_text_addc(&t, f[i].space ? '|' : '.');
		zhun_text_add_scalar(&t, f[i].scalar);
	}
	return code ? code : zhun_text_done(&t, ret, err);
}

/* By UnicodeData.txt, CaseFolding.txt and EastAsianWidth.txt of Unicode 15. */
static void test_folded(void)
{
	static const struct { const char *text, *want; } cases[] = {
		{"", ""}, {" - ", ""}, {"GB/T 19001-2016", "gb.t|19001.2016"}, {"ＧＢ／Ｔ１９００１", "gb.t19001"},
		{"mm²", "mm2"}, {"㎡", "m2"}, {"Ångström", "angstrom"}, {"A\u030angstro\u0308m", "angstrom"},
		{"Straße", "strasse"}, {"ﬁne", "fine"}, {"Ω", "ω"}, {"Ω", "ω"}, {"µm", "μm"}, {"№ 5", "no|5"},
		{"℃", ".c"}, {"½", "1.2"}, {"Ⅳ", "iv"}, {"①", "1"}, {"校准　证书", "校准|证书"}, {"校准，证书", "校准.证书"},
		{"ｶﾞｽ", "カス"}, {"量\u3005", "量\u3005"}, {"a・b", "a.b"}, {"鿭", "鿭"}, {"𫟼", "𫟼"}, {"a\u00adb", "ab"},
		{"a\n b", "a|b"}, {"L-0042", "l.0042"}, {"ПРИБОР", "прибор"}, {"\u3192", "一"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const char *got = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(show(a, cases[i].text, &got, &err), ZHUN_OK, &err);
		CHECK_TEXT(got, cases[i].want);
		(void)zhun_arena_close(a);
	}
}

static void test_classes_and_places(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_folded *f = NULL;
	struct zhun_error err = {0};
	size_t n = 0;
	CHECK_CODE(zhun_fold(a, "½m 量", &f, &n, &err), ZHUN_OK, &err);
	CHECK_INT(n, 4);
	CHECK(f[0].class == ZHUN_FOLD_DIGIT && f[0].at == 0);
	CHECK(f[1].class == ZHUN_FOLD_DIGIT && f[1].at == 0 && f[1].gap && !f[1].space);
	CHECK(f[2].class == ZHUN_FOLD_LETTER && f[2].at == 1 && !f[2].gap);
	CHECK(f[3].class == ZHUN_FOLD_CJK && f[3].at == 3 && f[3].space);
	(void)zhun_arena_close(a);
}

/* What is folded folds to itself, and each place is one of the text's, never falling. */
static void test_laws(void)
{
	static const char *const words[] = {"A", "é", "ß", "量", "㎡", " ", "-", "７", "Ω", "カ", "\u0301", "½"};
	unsigned long long seed = 7;
	for (int round = 0; round < 2000; round++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const struct zhun_folded *f = NULL, *again = NULL;
		struct zhun_error err = {0};
		struct zhun_text t, u;
		size_t n = 0, m = 0;
		zhun_text_init(&t, a, ROOM);
		zhun_text_init(&u, a, ROOM);
		zhun_text_add(&t, "");
		zhun_text_add(&u, "");
		for (unsigned long long k = unit_random(&seed) % 20; k > 0; k--)
			zhun_text_add(&t, words[unit_random(&seed) % ZHUN_COUNT(words)]);
		CHECK_CODE(zhun_fold(a, t.ptr, &f, &n, &err), ZHUN_OK, &err);
		for (size_t i = 0; i < n; i++) {
			CHECK(f[i].at < zhun_utf8_count(t.ptr) && (i == 0 || f[i].at >= f[i - 1].at));
			zhun_text_add_scalar(&u, f[i].scalar);
		}
		CHECK_CODE(zhun_fold(a, u.ptr, &again, &m, &err), ZHUN_OK, &err);
		CHECK_INT(m, n);
		for (size_t i = 0; i < n && i < m; i++)
			CHECK(again[i].scalar == f[i].scalar && !again[i].gap);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code fold_once(struct zhun_arena *a, void *context)
{
	const struct zhun_folded *f = NULL;
	size_t n = 99;
	enum zhun_code code = zhun_fold(a, context, &f, &n, NULL);
	CHECK(code ? n == 99 && !f : n == 70);
	return code;
}

static void test_faults(void)
{
	char text[] = "0123456789012345678901234567890123456789012345678901234567890123456789";
	unit_fault_loop(fold_once, text);
}

static const struct unit_test tests[] = {
	{"fold: case, width, accents and forms", test_folded},
	{"fold: classes and places", test_classes_and_places},
	{"fold: laws", test_laws},
	{"fold: faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
