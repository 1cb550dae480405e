/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: widths of characters (CJK takes two columns), aligned tables, wrapped paragraphs. */
#ifndef ZHUN_CLI_SCREEN_H
#define ZHUN_CLI_SCREEN_H

#include <stdio.h>

#include "zhun/base/arena.h"

/** Columns that valid UTF-8 takes on a terminal (Unicode Standard Annex 11, wide and fullwidth). */
size_t zhun_screen_width(const char *s);

/** @a s and as many blanks as fill @a width columns. */
void zhun_screen_pad(FILE *to, const char *s, size_t width);

/** @a s broken between words (or between CJK characters) so that no line passes @a width columns; lines
 *  after the first start with @a indent blanks. The first line is taken to start there already. */
void zhun_screen_wrap(FILE *to, const char *s, size_t indent, size_t width);

enum { ZHUN_SCREEN_COLUMNS = 8, ZHUN_SCREEN_WIDTH = 100 };

/** Rows of cells, aligned; the last column is wrapped. Ended by a row whose first cell is NULL. */
struct zhun_screen_row {
	const char *cell[ZHUN_SCREEN_COLUMNS];
};
void zhun_screen_table(FILE *to, const struct zhun_screen_row *rows, size_t columns, size_t indent);

#endif
