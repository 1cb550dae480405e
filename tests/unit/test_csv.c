/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "codec/csv.h"
#include "zhun/base/text.h"

enum { ROOM = 8 << 20 };

/* All rows as text: cells between <>, rows as line:cells. */
static enum zhun_code read_all(struct zhun_arena *a, const char *s, size_t n, const char **ret, struct zhun_error *err)
{
	struct zhun_csv csv;
	struct zhun_csv_row row = {0};
	struct zhun_text t;
	enum zhun_code code = zhun_csv_init(&csv, s, n, err);
	zhun_text_init(&t, a, ROOM);
	zhun_text_add(&t, "");
	while (!code && !(code = zhun_csv_next(&csv, a, &row, err)) && row.count) {
		zhun_text_addf(&t, "%u:", row.line);
		for (size_t i = 0; i < row.count; i++)
			zhun_text_addf(&t, "<%s>", row.cell[i]);
	}
	return code ? code : zhun_text_done(&t, ret, err);
}

static void test_rows(void)
{
	static const struct { const char *csv, *want; } cases[] = {
		{"", ""}, {"\n\r\n", ""}, {"a", "1:<a>"}, {"a,b\nc,d\n", "1:<a><b>2:<c><d>"},
		{"a,b\r\n\r\nc,d", "1:<a><b>3:<c><d>"}, {",\n", "1:<><>"}, {"a,,\n", "1:<a><><>"},
		{"\"a,b\",\"c\"\"d\"\n", "1:<a,b><c\"d>"}, {"\"\"\n", "1:<>"}, {"\"\"\"\"", "1:<\">"},
		{"\"one\ntwo\r\nthree\",x\ny", "1:<one\ntwo\r\nthree><x>4:<y>"},
		{"a;b,c\n", "1:<a><b,c>"}, {"a\tb\n", "1:<a><b>"}, {"\"x,y\";z\n", "1:<x,y><z>"},
		{"\xef\xbb\xbf量,值\n", "1:<量><值>"}, {"a\rb\n", "1:<a\rb>"}, {" a , b ", "1:< a >< b >"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const char *got = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(read_all(a, cases[i].csv, strlen(cases[i].csv), &got, &err), ZHUN_OK, &err);
		CHECK_TEXT(got, cases[i].want);
		(void)zhun_arena_close(a);
	}
}

static void test_refused(void)
{
	static const struct { const char *csv; enum zhun_code code; const char *place; } cases[] = {
		{"a,b\nc\"d,e", ZHUN_E_CSV_BAD, "line 2 cell 1"},
		{"a,\"b\nc", ZHUN_E_CSV_BAD, "line 1 cell 2"},
		{"a\n\"b\"c,d", ZHUN_E_CSV_BAD, "line 2 cell 1"},
		{"\"b\"\"", ZHUN_E_CSV_BAD, "line 1 cell 1"},
		{"a,\xff", ZHUN_E_UTF8_BAD, ""},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const char *got = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(read_all(a, cases[i].csv, strlen(cases[i].csv), &got, &err), cases[i].code, &err);
		CHECK_TEXT(err.place, cases[i].place);
		(void)zhun_arena_close(a);
	}
}

static void test_columns(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	char *wide = zhun_alloc(a, ZHUN_CSV_COLUMNS + 1);
	const char *got = NULL;
	struct zhun_error err = {0};
	memset(wide, ',', ZHUN_CSV_COLUMNS);
	CHECK_CODE(read_all(a, wide, ZHUN_CSV_COLUMNS - 1, &got, &err), ZHUN_OK, &err);
	CHECK_CODE(read_all(a, wide, ZHUN_CSV_COLUMNS, &got, &err), ZHUN_E_CSV_COLUMNS, &err);
	(void)zhun_arena_close(a);
}

/* A long file takes the room of one row. */
static void test_constant_room(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM), *small = zhun_arena_open(64 << 10);
	size_t n = 2 << 20, rows = 0;
	char *file = zhun_alloc(a, n);
	struct zhun_csv csv;
	struct zhun_csv_row row = {0};
	struct zhun_error err = {0};
	for (size_t i = 0; i < n; i++)
		file[i] = "ab,c\n"[i % 5];
	CHECK_CODE(zhun_csv_init(&csv, file, n, &err), ZHUN_OK, &err);
	for (;;) {
		struct zhun_arena_mark mark = zhun_arena_mark(small);
		if (!CHECK_CODE(zhun_csv_next(&csv, small, &row, &err), ZHUN_OK, &err) || !row.count)
			break;
		rows++;
		zhun_arena_rewind(small, mark);
	}
	CHECK_INT(rows, (n + 4) / 5);
	(void)zhun_arena_close(small);
	(void)zhun_arena_close(a);
}

static enum zhun_code read_context(struct zhun_arena *a, void *context)
{
	const char *got = NULL;
	struct zhun_error err = {0};
	enum zhun_code code = read_all(a, context, strlen(context), &got, &err);
	CHECK(code ? !got : zhun_str_equal(got, "1:<a><b\"c>2:<d>"));
	return code;
}

static void test_faults(void)
{
	static char file[] = "a,\"b\"\"c\"\nd\n";
	unit_fault_loop(read_context, file);
}

static const struct unit_test tests[] = {
	{"rows and cells", test_rows},
	{"what is refused, with its place", test_refused},
	{"columns have a ceiling", test_columns},
	{"a long file in little room", test_constant_room},
	{"csv without memory", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
