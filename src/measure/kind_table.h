/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled form of data/kinds.tsv (tools/mkkinds). */
#ifndef MEASURE_KIND_TABLE_H
#define MEASURE_KIND_TABLE_H

#include "zhun/measure/kind.h"

extern const struct zhun_kind kind_rows[];
extern const size_t kind_row_count;

struct kind_word {
	const char *text;
	int row;
};
extern const struct kind_word kind_words[];  /* in byte order */
extern const size_t kind_word_count;

#endif
