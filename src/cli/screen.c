/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/screen.h"

#include <stdbool.h>

#include "zhun/base/text.h"

struct range {
	uint32_t first, last;
};

static const struct range wide[] = {
	{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
	{0xA000, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
	{0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x20000, 0x3FFFD},
};

static bool is_wide(uint32_t c)
{
	for (size_t i = 0; i < ZHUN_COUNT(wide); i++)
		if (c >= wide[i].first && c <= wide[i].last)
			return true;
	return false;
}

static size_t columns_of(uint32_t c)
{
	bool mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
	return mark ? 0 : is_wide(c) ? 2 : 1;
}

static size_t width_n(const char *s, size_t n)
{
	size_t columns = 0;
	for (size_t at = 0, len; at < n; at += len)
		columns += columns_of(zhun_utf8_next(s + at, &len));
	return columns;
}

size_t zhun_screen_width(const char *s)
{
	return width_n(s, strlen(s));
}

static void blanks(FILE *to, size_t n)
{
	while (n--)
		(void)fputc(' ', to);
}

void zhun_screen_pad(FILE *to, const char *s, size_t width)
{
	size_t n = zhun_screen_width(s);
	(void)fputs(s, to);
	blanks(to, n < width ? width - n : 0);
}

/* Punctuation that never begins a line stays with the character before it (GB/T 15834). */
static size_t closing(const char *s)
{
	static const char *const marks[] = {"，", "。", "、", "；", "：", "）", "”", "！", "？", "》"};
	for (size_t i = 0; i < ZHUN_COUNT(marks); i++)
		if (zhun_str_starts(s, marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* Bytes of the next piece that is not broken: a word with the blanks before it, or one wide character. */
static size_t piece(const char *s)
{
	size_t n = 0, len;
	while (s[n] == ' ')
		n++;
	if (!s[n])
		return n;
	bool first = true;
	while (s[n] && s[n] != ' ' && s[n] != '\n') {
		bool stop = is_wide(zhun_utf8_next(s + n, &len));
		if (stop && !first)
			break;
		n += len;
		first = false;
		if (stop)
			break;
	}
	while ((len = closing(s + n)))
		n += len;
	return n;
}

void zhun_screen_wrap(FILE *to, const char *s, size_t indent, size_t width)
{
	size_t at = indent;
	while (*s) {
		if (*s == '\n') {
			(void)fputc('\n', to);
			blanks(to, s[1] && s[1] != '\n' ? indent : 0);
			at = indent;
			s++;
			continue;
		}
		size_t n = piece(s), columns = width_n(s, n);
		if (at > indent && at + columns > width) {
			(void)fputc('\n', to);
			blanks(to, indent);
			at = indent;
			while (*s == ' ') {
				s++;
				n--;
			}
			columns = width_n(s, n);
		}
		(void)fwrite(s, 1, n, to);
		at += columns;
		s += n;
	}
}

static size_t widest(const struct zhun_screen_row *rows, size_t column)
{
	size_t width = 0;
	for (; rows->cell[0]; rows++) {
		size_t n = rows->cell[column] ? zhun_screen_width(rows->cell[column]) : 0;
		width = n > width ? n : width;
	}
	return width;
}

void zhun_screen_table(FILE *to, const struct zhun_screen_row *rows, size_t columns, size_t indent)
{
	size_t width[ZHUN_SCREEN_COLUMNS];
	for (size_t i = 0; i + 1 < columns; i++)
		width[i] = widest(rows, i);
	for (; rows->cell[0]; rows++) {
		size_t at = indent;
		blanks(to, indent);
		for (size_t i = 0; i + 1 < columns; i++) {
			zhun_screen_pad(to, rows->cell[i] ? rows->cell[i] : "", width[i] + 2);
			at += width[i] + 2;
		}
		const char *last = rows->cell[columns - 1];
		zhun_screen_wrap(to, last ? last : "", at, ZHUN_SCREEN_WIDTH);
		(void)fputc('\n', to);
	}
}
