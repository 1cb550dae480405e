/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the refTypes of certificates mean. A refType is "namespace_name". What a
 * quantity is in its table is told by the name alone: the namespaces (basic,
 * gp, …) belong to communities who use the same names. Kinds are told by the
 * whole word, from data/kinds.tsv. What is not listed stays unknown: nothing
 * is guessed from a name that merely looks alike.
 */
#include "attest/reader.h"

static const struct {
	const char *name;
	enum zhun_cert_meaning meaning;
} rows[] = {
	{"acceptanceLimitLower", ZHUN_MEANS_LIMIT_LOWER},
	{"acceptanceLimitUpper", ZHUN_MEANS_LIMIT_UPPER},
	{"airPressureMax", ZHUN_MEANS_MAX},
	{"airPressureMin", ZHUN_MEANS_MIN},
	{"calibrationValue", ZHUN_MEANS_NOMINAL},
	{"correction", ZHUN_MEANS_CORRECTION},
	{"formulaInputQuantity", ZHUN_MEANS_PARAMETER},
	{"formulaOutputQuantity", ZHUN_MEANS_PARAMETER},
	{"formulaParameter", ZHUN_MEANS_PARAMETER},
	{"humidityRelativeMax", ZHUN_MEANS_MAX},
	{"humidityRelativeMin", ZHUN_MEANS_MIN},
	{"measuredValue", ZHUN_MEANS_MEASURED},
	{"measurementError", ZHUN_MEANS_ERROR},
	{"measurementRangeMax", ZHUN_MEANS_MAX},
	{"measurementRangeMin", ZHUN_MEANS_MIN},
	{"measurementUncertainty", ZHUN_MEANS_UNCERTAINTY},
	{"nominalValue", ZHUN_MEANS_NOMINAL},
	{"referenceValue", ZHUN_MEANS_REFERENCE},
	{"temperatureMax", ZHUN_MEANS_MAX},
	{"temperatureMin", ZHUN_MEANS_MIN},
	{"toleranceLimitLower", ZHUN_MEANS_LIMIT_LOWER},
	{"toleranceLimitUpper", ZHUN_MEANS_LIMIT_UPPER},
	{"validityRangeMax", ZHUN_MEANS_MAX},
	{"validityRangeMin", ZHUN_MEANS_MIN},
};

/* The order of a word that is not ended beside one that is. */
static int compare(const char *s, size_t n, const char *word)
{
	int order = strncmp(s, word, n);

	return order ? order : -(word[n] != '\0');
}

static const char *find_kind(const char *s, size_t n)
{
	size_t low = 0, high = zhun_kind_word_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(s, n, zhun_kind_words[middle].word);
		if (order == 0)
			return zhun_kind_words[middle].code;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const char *zhun_kind_code(const char *qudt)
{
	const char *slash = qudt ? strrchr(qudt, '/') : NULL;
	const char *name = slash ? slash + 1 : qudt;

	return name ? find_kind(name, strlen(name)) : NULL;
}

/* The next of several words; *s goes behind it. False at the end. */
static bool next_word(const char **s, const char **ret, size_t *ret_n)
{
	*s += strspn(*s, " \t\r\n");
	*ret = *s;
	*ret_n = strcspn(*s, " \t\r\n");
	*s += *ret_n;
	return *ret_n > 0;
}

/* Leaves out the namespace of the word. */
static void skip_namespace(const char **word, size_t *n)
{
	const char *line = memchr(*word, '_', *n);

	if (!line)
		return;
	*n -= (size_t)(line + 1 - *word);
	*word = line + 1;
}

static bool is_name(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && memcmp(name, s, n) == 0;
}

void zhun_reftype_find(const char *words, enum zhun_cert_meaning *meaning, const char **kind)
{
	const char *word;
	size_t n;

	while (words && next_word(&words, &word, &n)) {
		const char *code = find_kind(word, n);
		if (code)
			*kind = code;
		skip_namespace(&word, &n);
		for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
			if (is_name(rows[i].name, word, n))
				*meaning = rows[i].meaning;
		}
	}
}

bool zhun_reftype_is_standard(const char *words)
{
	const char *word;
	size_t n;

	while (words && next_word(&words, &word, &n)) {
		skip_namespace(&word, &n);
		if (is_name("normalUsed", word, n) || is_name("standardUsed", word, n))
			return true;
	}
	return false;
}
