/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/screen.h"

#include "unit.h"

enum { OUT = 1024 };

static void widths_count_columns(void)
{
	CHECK_INT(zhun_screen_width("abc"), 3);
	CHECK_INT(zhun_screen_width("校准 U = 5 µV"), 13);
	CHECK_INT(zhun_screen_width("e\xCC\x81"), 1);
	CHECK_INT(zhun_screen_width(""), 0);
}

static const char *table(char out[OUT], const struct zhun_screen_row *rows, size_t columns)
{
	FILE *f = fmemopen(out, OUT, "w");
	zhun_screen_table(f, rows, columns, 1);
	fclose(f);
	return out;
}

static void columns_stand_under_each_other(void)
{
	static const struct zhun_screen_row rows[] = {
		{{"校准", "a", "x"}},
		{{"cal", "bb", "y"}},
		{{NULL}},
	};
	char out[OUT];
	CHECK_TEXT(table(out, rows, 3), " 校准  a   x\n cal   bb  y\n");
}

static const char *wrapped(char out[OUT], const char *s, size_t indent, size_t width)
{
	FILE *f = fmemopen(out, OUT, "w");
	zhun_screen_wrap(f, s, indent, width);
	fclose(f);
	return out;
}

static void lines_break_between_words_and_characters(void)
{
	char out[OUT];
	CHECK_TEXT(wrapped(out, "one two three", 0, 7), "one two\nthree");
	CHECK_TEXT(wrapped(out, "one two three", 2, 7), "one\n  two\n  three");
	CHECK_TEXT(wrapped(out, "校准证书。有效", 0, 8), "校准证\n书。有效");
	CHECK_TEXT(wrapped(out, "unbreakable", 0, 4), "unbreakable");
	CHECK_TEXT(wrapped(out, "a\nb", 1, 9), "a\n b");
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"widths_count_columns", widths_count_columns},
		{"columns_stand_under_each_other", columns_stand_under_each_other},
		{"lines_break_between_words_and_characters", lines_break_between_words_and_characters},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
