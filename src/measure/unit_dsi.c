/* SPDX-License-Identifier: GPL-3.0-or-later */
/* D-SI: \per? \prefix? \unit \tothe{n}? …; \per counts for the next unit only (D-SI 1.3, 4). */
#include <string.h>

#include "measure/unit_read.h"

struct pending {
	bool per;
	int prefix; /* −1: none */
	int power;  /* whole; from \square and \cubic */
	size_t at;  /* where it began */
};

static bool word_is(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && memcmp(s, word, n) == 0;
}

static size_t word_length(const struct unit_reader *r, size_t at)
{
	size_t n = 0;
	while (at + n < r->n && !strchr("\\{} \t\r\n", r->s[at + n]))
		n++;
	return n;
}

static void skip_blanks(struct unit_reader *r)
{
	while (r->at < r->n && strchr(" \t\r\n", r->s[r->at])) {
		r->notes |= ZHUN_UNIT_NOTE_SPACE;
		r->at++;
	}
}

/* \tothe's argument and what \squared and \cubed mean: 0 where the word is none of them */
static enum zhun_code power_after(struct unit_reader *r, const char *word, size_t n, int *ret)
{
	*ret = word_is(word, n, "squared") ? 2 * ZHUN_UNIT_WHOLE
	       : word_is(word, n, "cubed") ? 3 * ZHUN_UNIT_WHOLE
					   : 0;
	if (*ret)
		r->notes |= ZHUN_UNIT_NOTE_NOT_IN_DSI;
	if (!word_is(word, n, "tothe"))
		return ZHUN_OK;
	skip_blanks(r);
	size_t start = r->at;
	const char *close = memchr(r->s + start, '}', r->n - start);
	if (start >= r->n || r->s[start] != '{' || !close)
		return unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, r->n - start);
	size_t len = (size_t)(close - (r->s + start)) - 1;
	if (!unit_power_text(r->s + start + 1, len, ret) || *ret == 0)
		return unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, len + 2);
	r->at = start + len + 2;
	return ZHUN_OK;
}

static enum zhun_code look_up(struct unit_reader *r, size_t at, size_t n, struct unit_match *ret)
{
	enum unit_found found = unit_lookup(r->s + at, n, UNIT_DSI, ret);
	if (found == UNIT_FOUND) {
		r->notes |= ret->flags & UNIT_DIRTY ? ZHUN_UNIT_NOTE_SPELLING : 0U;
		return ZHUN_OK;
	}
	found = unit_lookup(r->s + at, n, UNIT_NAME | UNIT_SYMBOL | UNIT_UCUM, ret);
	if (found == UNIT_FOUND) {
		r->notes |= ZHUN_UNIT_NOTE_NOT_IN_DSI;
		return ZHUN_OK;
	}
	enum zhun_code code =
		found == UNIT_PREFIX_NOT_ALLOWED ? ZHUN_E_UNIT_PREFIX : ZHUN_E_UNIT_UNKNOWN;
	return unit_blame(r, code, at, n);
}

/* A unit's word is at @a at: completes it with what stood before and what follows. */
static enum zhun_code add_unit(struct unit_reader *r, struct zhun_unit *u, const struct pending *p,
			       size_t at, size_t n)
{
	struct unit_match m = {0};
	enum zhun_code code = look_up(r, at, n, &m);
	if (code)
		return code;
	if (p->prefix >= 0 && (m.prefix >= 0 || !(unit_rows[m.row].prefixes >> p->prefix & 1U)))
		return unit_blame(r, ZHUN_E_UNIT_PREFIX, p->at, at + n - p->at);
	int power = p->power * ZHUN_UNIT_WHOLE, after = 0;
	size_t back = r->at;
	skip_blanks(r);
	if (r->at < r->n && r->s[r->at] == '\\') {
		size_t len = word_length(r, r->at + 1), start = r->at + 1;
		r->at = start + len;
		code = power_after(r, r->s + start, len, &after);
		if (code)
			return code;
	}
	if (!after)
		r->at = back;
	power = after ? after * p->power : power;
	if (power > UNIT_POWER_MAX || power < -UNIT_POWER_MAX)
		return unit_blame(r, ZHUN_E_UNIT_POWER, at, n);
	struct zhun_unit_term t = {m.row, (int16_t)(p->prefix >= 0 ? p->prefix : m.prefix),
				   (int16_t)(p->per ? -power : power)};
	return unit_reader_append(r, u, t, at, n);
}

/* \per, \square, \cubic or a prefix: what is said before a unit */
static bool take_modifier(struct unit_reader *r, struct pending *p, size_t at, size_t n)
{
	const char *word = r->s + at;
	int prefix = unit_prefix_named(word, n);
	if (word_is(word, n, "per") && p->prefix < 0 && !p->per) {
		p->per = true;
	} else if ((word_is(word, n, "square") || word_is(word, n, "cubic")) && p->power == 1) {
		p->power = word[0] == 's' ? 2 : 3;
		r->notes |= ZHUN_UNIT_NOTE_NOT_IN_DSI;
	} else if (prefix >= 0 && p->prefix < 0) {
		p->prefix = prefix;
		p->at = at - 1;
	} else {
		return false;
	}
	return true;
}

enum zhun_code unit_read_dsi(struct unit_reader *r, struct zhun_unit *u)
{
	static const struct pending none = {false, -1, 1, 0};
	struct pending p = none;
	bool open = true; /* something is still to come */
	for (skip_blanks(r); r->at < r->n; skip_blanks(r)) {
		size_t at = r->at + 1, n = word_length(r, at);
		if (r->s[r->at] != '\\' || n == 0)
			return unit_blame(r, ZHUN_E_UNIT_SYNTAX, r->at, r->n - r->at);
		r->at = at + n;
		open = take_modifier(r, &p, at, n);
		if (open)
			continue;
		enum zhun_code code = add_unit(r, u, &p, at, n);
		if (code)
			return code;
		p = none;
	}
	return open ? unit_blame(r, ZHUN_E_UNIT_SYNTAX, r->n, 0) : ZHUN_OK;
}
