/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

static bool has_word(const char *text, char digit)
{
	const char word[] = {'{', digit, '}', '\0'};
	return strstr(text, word) != NULL;
}

static void every_row_is_sound(void)
{
	size_t count;
	const struct zhun_error_row *rows = zhun_error_rows(&count);
	for (size_t i = 0; i < count; i++) {
		unit_check(i == 0 || rows[i].code > rows[i - 1].code, __FILE__, __LINE__,
			   "%s is out of order", rows[i].name);
		unit_check(rows[i].code >= 1000 && rows[i].http >= 400 && rows[i].http < 600,
			   __FILE__, __LINE__, "%s: number or HTTP status", rows[i].name);
		unit_check(rows[i].exit_status >= 1 && rows[i].exit_status < 126, __FILE__,
			   __LINE__, "%s: exit status", rows[i].name);
		for (char d = '1'; d <= '4'; d++)
			unit_check(has_word(rows[i].text[ZHUN_EN], d) ==
					   has_word(rows[i].text[ZHUN_ZH], d),
				   __FILE__, __LINE__, "%s: {%c} stands in one language only",
				   rows[i].name, d);
		unit_check(strcmp(rows[i].text[ZHUN_EN], rows[i].text[ZHUN_ZH]) != 0, __FILE__,
			   __LINE__, "%s is not translated", rows[i].name);
	}
}

static void sentences_take_their_words(void)
{
	struct zhun_error err;
	char text[100];
	CHECK_CODE(zhun_fail(&err, ZHUN_E_NUMBER_BAD, "/results/3", "1,5"), ZHUN_E_NUMBER_BAD,
		   &err);
	zhun_error_sentence(&err, ZHUN_EN, text, sizeof text);
	CHECK_TEXT(text, "“1,5” is not a number");
	zhun_error_sentence(&err, ZHUN_ZH, text, sizeof text);
	CHECK_TEXT(text, "“1,5”不是数");
	CHECK_TEXT(err.place, "/results/3");
	zhun_error_within(&err, "/certificate");
	CHECK_TEXT(err.place, "/certificate/results/3");
	zhun_error_within(&err, "line 3");
	CHECK_TEXT(err.place, "line 3/certificate/results/3");
	CHECK_CODE(zhun_fail(NULL, ZHUN_E_NO_MEMORY, NULL), ZHUN_E_NO_MEMORY, NULL);
}

static void long_words_end_at_a_character(void)
{
	struct zhun_error err;
	char word[400], text[300];
	for (size_t i = 0; i + 3 < sizeof word; i += 3)
		memcpy(word + i, "准", 4);
	(void)zhun_fail(&err, ZHUN_E_NUMBER_BAD, word, word);
	CHECK_INT(strlen(err.arg[0]), 114 + 3);
	CHECK_TEXT(err.arg[0] + 114, "…");
	size_t n = zhun_error_sentence(&err, ZHUN_EN, text, 10);
	CHECK(n == 9 || n == 7);
	CHECK_INT(strlen(text), n);
	CHECK_INT(zhun_error_sentence(&err, ZHUN_EN, text, 1), 0);
}

static void an_unknown_number_is_internal(void)
{
	CHECK_TEXT(zhun_error_row((enum zhun_code)7)->name, "INTERNAL");
	CHECK_TEXT(ZHUN_INT(-9223372036854775807LL), "-9223372036854775807");
}

static const struct unit_test tests[] = {
	{"error: every row of the registry is sound", every_row_is_sound},
	{"error: sentences take their words in both languages", sentences_take_their_words},
	{"error: long words end at a character", long_words_end_at_a_character},
	{"error: a number outside the registry is INTERNAL", an_unknown_number_is_internal},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
