/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/kind.h"

#include <string.h>

#include "measure/kind_table.h"

const struct zhun_kind *zhun_kinds(size_t *ret_count)
{
	*ret_count = kind_row_count;
	return kind_rows;
}

static const struct zhun_kind *find(const char *word, size_t n)
{
	size_t low = 0, high = kind_word_count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = strncmp(kind_words[mid].text, word, n);
		if (order == 0 && kind_words[mid].text[n] == '\0')
			return &kind_rows[kind_words[mid].row];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

const struct zhun_kind *zhun_kind_find(const char *word)
{
	/* http://qudt.org/vocab/quantitykind/Length */
	const char *last = strrchr(word, '/');
	const struct zhun_kind *kind = find(word, strlen(word));
	return kind || !last ? kind : find(last + 1, strlen(last + 1));
}

const struct zhun_kind *zhun_kind_of_words(const char *words)
{
	for (size_t n = 0; *words; words += n) {
		words += strspn(words, " \t\r\n");
		n = strcspn(words, " \t\r\n");
		const struct zhun_kind *kind = n ? find(words, n) : NULL;
		if (kind)
			return kind;
	}
	return NULL;
}

bool zhun_kind_is(const struct zhun_kind *kind, const struct zhun_kind *broader)
{
	while (kind && kind != broader)
		kind = kind->broader;
	return kind != NULL;
}

enum zhun_code zhun_kind_check(const struct zhun_kind *kind, const struct zhun_unit *unit,
			       struct zhun_error *err)
{
	struct zhun_unit usual;
	char text[ZHUN_UNIT_TEXT], dimension[ZHUN_UNIT_TEXT], wanted[ZHUN_UNIT_TEXT];
	enum zhun_code code =
		zhun_unit_read(kind->unit, strlen(kind->unit), ZHUN_UNIT_TYPED, &usual, NULL, err);
	if (code || zhun_unit_same_dimension(unit, &usual))
		return code;
	zhun_unit_canonical(unit, text);
	zhun_unit_dimension(unit, dimension);
	zhun_unit_dimension(&usual, wanted);
	return zhun_fail(err, ZHUN_E_KIND_UNIT, NULL, text, kind->name[ZHUN_EN], dimension, wanted);
}
