/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a word to a row of the table: the word itself, else a prefix and the rest of it. No memory.
 */
#include <string.h>

#include "measure/unit_table.h"

static const struct unit_spelling *spelling(const char *s, size_t n, unsigned flags)
{
	size_t low = 0, high = unit_spelling_count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct unit_spelling *at = &unit_spellings[mid];
		int order = strncmp(at->text, s, n);
		if (order == 0 && at->text[n] == '\0')
			return at->flags & flags ? at : NULL;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* other ways to type a prefix: Greek mu, u, and a capital K for kilo */
static const struct prefix_alias {
	const char *text;
	int prefix;
	bool dirty;
} prefix_aliases[] = {
	{"μ", UNIT_PREFIX_MICRO, false},
	{"u", UNIT_PREFIX_MICRO, false},
	{"K", UNIT_PREFIX_KILO, true},
};

static enum unit_found with_prefix(const char *s, size_t n, int prefix, size_t len, unsigned flags,
				   struct unit_match *ret)
{
	const struct unit_spelling *found = spelling(s + len, n - len, flags);
	if (!found)
		return UNIT_NOT_FOUND;
	*ret = (struct unit_match){found->row, (int16_t)prefix, found->flags};
	return unit_rows[found->row].prefixes >> prefix & 1U ? UNIT_FOUND : UNIT_PREFIX_NOT_ALLOWED;
}

/* "da" before "d" and "Mi" before "M", whichever gives a unit that may have it */
static enum unit_found after_prefix(const char *s, size_t n, unsigned flags, struct unit_match *ret)
{
	enum unit_found worst = UNIT_NOT_FOUND;
	for (int i = 0; i < UNIT_PREFIXES; i++) {
		const char *symbol = unit_prefixes[i].symbol;
		if (flags == UNIT_UCUM && i == UNIT_PREFIX_MICRO)
			symbol = "u";
		size_t len = strlen(symbol);
		if (len >= n || memcmp(symbol, s, len) != 0)
			continue;
		struct unit_match m;
		enum unit_found found = with_prefix(s, n, i, len, flags, &m);
		if (found == UNIT_NOT_FOUND || (found != UNIT_FOUND && worst != UNIT_NOT_FOUND))
			continue;
		*ret = m;
		worst = found;
		if (found == UNIT_FOUND)
			return found;
	}
	return worst;
}

static enum unit_found after_prefix_alias(const char *s, size_t n, unsigned flags,
					  struct unit_match *ret)
{
	for (size_t i = 0; i < ZHUN_COUNT(prefix_aliases); i++) {
		const struct prefix_alias *alias = &prefix_aliases[i];
		size_t len = strlen(alias->text);
		if (len >= n || memcmp(alias->text, s, len) != 0)
			continue;
		enum unit_found found = with_prefix(s, n, alias->prefix, len, flags, ret);
		if (alias->dirty)
			ret->flags |= UNIT_DIRTY;
		return found;
	}
	return UNIT_NOT_FOUND;
}

/* "kilometre", "千帕": written-out prefixes before written-out names */
static enum unit_found after_prefix_name(const char *s, size_t n, struct unit_match *ret)
{
	for (int i = 0; i < UNIT_PREFIXES; i++) {
		const char *const forms[2] = {unit_prefixes[i].dsi, unit_prefixes[i].zh};
		for (int k = 0; k < 2; k++) {
			size_t len = strlen(forms[k]);
			if (len >= n || memcmp(forms[k], s, len) != 0)
				continue;
			enum unit_found found = with_prefix(s, n, i, len, UNIT_NAME, ret);
			if (found != UNIT_NOT_FOUND)
				return found;
		}
	}
	return UNIT_NOT_FOUND;
}

enum unit_found unit_lookup(const char *s, size_t n, unsigned flags, struct unit_match *ret)
{
	const struct unit_spelling *whole = n ? spelling(s, n, flags) : NULL;
	if (whole) {
		*ret = (struct unit_match){whole->row, -1, whole->flags};
		return UNIT_FOUND;
	}
	enum unit_found found = UNIT_NOT_FOUND;
	if (flags & (UNIT_SYMBOL | UNIT_UCUM))
		found = after_prefix(s, n, flags & (UNIT_SYMBOL | UNIT_UCUM), ret);
	if (found != UNIT_FOUND && flags & UNIT_SYMBOL) {
		struct unit_match m = {0};
		enum unit_found by_alias = after_prefix_alias(s, n, UNIT_SYMBOL, &m);
		if (by_alias == UNIT_FOUND ||
		    (by_alias != UNIT_NOT_FOUND && found == UNIT_NOT_FOUND)) {
			*ret = m;
			found = by_alias;
		}
	}
	if (found == UNIT_NOT_FOUND && flags & UNIT_NAME)
		found = after_prefix_name(s, n, ret);
	return found;
}
