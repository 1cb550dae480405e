/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units as people type them, and UCUM. A product under a solidus without brackets (W/m·K) means two
 * things and is refused (SI Brochure 5.4.6); UCUM reads it from left to right. */
#include "measure/unit_read.h"

#include <limits.h>
#include <string.h>

#include "measure/factor.h"
#include "zhun/base/text.h"

struct sign {
	const char *text;
	char meaning;
};

/* what ends a symbol, and what it means: ' ' and '*' multiply, '/' divides */
static const struct sign signs[] = {
	{" ", ' '}, {"\t", ' '}, {"\u00a0", ' '}, {"\u2009", ' '}, {"\u202f", ' '}, {"\u3000", ' '},
	{"*", '*'}, {"·", '*'},	 {"⋅", '*'},	  {"∙", '*'},	   {"×", '*'},	    {"•", '*'},
	{"/", '/'}, {"÷", '/'},	 {"∕", '/'},	  {"每", '/'},	   {"(", '('},	    {")", ')'},
	{"^", '^'}, {"√", 'r'},	 {"{", '{'},	  {"}", '}'},	   {"（", '('},	    {"）", ')'},
	{"⁻", 's'}, {"⁰", 's'},	 {"¹", 's'},	  {"²", 's'},	   {"³", 's'},	    {"⁴", 's'},
	{"⁵", 's'}, {"⁶", 's'},	 {"⁷", 's'},	  {"⁸", 's'},	   {"⁹", 's'},	    {"⁺", 's'},
};

/* No sign begins with an ASCII letter or digit, as most symbols do throughout. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static char sign_at(const struct unit_reader *r, size_t at, size_t *ret_len)
{
	*ret_len = 0;
	if (at < r->n && is_plain(r->s[at]))
		return '\0';
	for (size_t i = 0; i < ZHUN_COUNT(signs) && at < r->n; i++) {
		size_t len = strlen(signs[i].text);
		if (len <= r->n - at && memcmp(signs[i].text, r->s + at, len) == 0) {
			*ret_len = len;
			return signs[i].meaning;
		}
	}
	return '\0';
}

enum zhun_code unit_blame(const struct unit_reader *r, enum zhun_code code, size_t at, size_t len)
{
	char place[32] = "column ", part[ZHUN_ERROR_ARG_SIZE], whole[ZHUN_UNIT_LONGEST + 1];
	struct zhun_int_text column;
	size_t scalars = 1, kept = len < sizeof(part) ? len : sizeof(part) - 1;
	for (size_t i = 0; i < at && i < r->n; i++)
		scalars += ((unsigned char)r->s[i] & 0xc0) != 0x80;
	memcpy(part, r->s + at, kept);
	part[kept] = '\0';
	memcpy(whole, r->s, r->n);
	whole[r->n] = '\0';
	const char *digits = zhun_int_text(&column, (long long)scalars);
	memcpy(place + 7, digits, strlen(digits) + 1);
	return zhun_fail(r->err, code, place, part, whole);
}

enum zhun_code unit_reader_append(struct unit_reader *r, struct zhun_unit *u,
				  struct zhun_unit_term t, size_t at, size_t len)
{
	const struct unit_row *row = &unit_rows[t.row];
	bool is_number_one = strcmp(row->symbol, "1") == 0;
	if (is_number_one || unit_append(u, t))
		return ZHUN_OK;
	bool scales = u->special && row->special && u->special != row->special;
	return unit_blame(r, scales ? ZHUN_E_UNIT_SCALES : ZHUN_E_UNIT_POWER, at, len);
}

static bool digits_value(const char *s, size_t n, int *ret)
{
	int v = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9' || v > 1000)
			return false;
		v = v * 10 + (s[i] - '0');
	}
	*ret = v;
	return n > 0;
}

bool unit_power_text(const char *s, size_t n, int *ret)
{
	bool negative = n > 0 && s[0] == '-';
	size_t skip = n > 0 && (s[0] == '-' || s[0] == '+') ? 1 : 0;
	const char *slash = memchr(s, '/', n);
	int num = 0, den = 1;
	struct zhun_number x;
	if (slash) {
		size_t first = (size_t)(slash - s);
		if (first < skip || !digits_value(s + skip, first - skip, &num) ||
		    !digits_value(slash + 1, n - first - 1, &den) || den == 0 ||
		    num * ZHUN_UNIT_WHOLE % den)
			return false;
		num = num * ZHUN_UNIT_WHOLE / den;
	} else {
		if (zhun_number_parse(s + skip, n - skip, &x, NULL) || x.value > 1000.0 ||
		    x.value < 0.0)
			return false;
		num = (int)(x.value * ZHUN_UNIT_WHOLE);
		if ((double)num != x.value * ZHUN_UNIT_WHOLE)
			return false;
	}
	*ret = negative ? -num : num;
	return num <= UNIT_POWER_MAX * 4; /* a number's may be larger than a symbol's: 10^-208 */
}

static size_t plain_power_length(const char *s, size_t n)
{
	size_t i = n > 0 && (s[0] == '-' || s[0] == '+') ? 1 : 0, start = i;
	while (i < n && s[i] >= '0' && s[i] <= '9')
		i++;
	return i > start ? i : 0;
}

/* ⁻² to "-2"; returns the bytes taken */
static size_t superscript(const struct unit_reader *r, char *out, size_t room)
{
	static const char *const marks[] = {"⁰", "¹", "²", "³", "⁴", "⁵",
					    "⁶", "⁷", "⁸", "⁹", "⁻", "⁺"};
	size_t taken = 0, len = 0, used = 0;
	while (sign_at(r, r->at + taken, &len) == 's' && used + 1 < room) {
		for (size_t i = 0; i < ZHUN_COUNT(marks); i++)
			if (strlen(marks[i]) == len &&
			    memcmp(marks[i], r->s + r->at + taken, len) == 0)
				out[used++] = "0123456789-+"[i];
		taken += len;
	}
	out[used] = '\0';
	return taken;
}

/* The power after a symbol, a number or a bracket; 12 where none stands. */
static enum zhun_code read_power(struct unit_reader *r, int *ret)
{
	char text[16];
	size_t len = 0, start = r->at, taken = 0;
	char sign = sign_at(r, r->at, &len);
	*ret = ZHUN_UNIT_WHOLE;
	bool stars = r->n - r->at > 1 && memcmp(r->s + r->at, "**", 2) == 0;
	if (sign == 's') {
		taken = superscript(r, text, sizeof(text));
		r->at += taken;
		return unit_power_text(text, strlen(text), ret) && *ret
			       ? ZHUN_OK
			       : unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, taken);
	}
	if (sign == '^' || stars)
		r->at += stars ? 2 : len;
	size_t from = r->at;
	if (r->at > start && sign_at(r, from, &len) == '(') {
		const char *close = memchr(r->s + from, ')', r->n - from);
		size_t inside = close ? (size_t)(close - (r->s + from)) - len : 0;
		if (!close || !unit_power_text(r->s + from + len, inside, ret) || !*ret)
			return unit_blame(r, ZHUN_E_UNIT_SYNTAX, from, r->n - from);
		r->at = from + len + inside + 1;
		return ZHUN_OK;
	}
	taken = plain_power_length(r->s + from, r->n - from);
	if (taken == 0 && r->at == start)
		return ZHUN_OK;
	if (taken && r->at > start && from + taken + 1 < r->n && r->s[from + taken] == '.')
		taken += 1 + plain_power_length(r->s + from + taken + 1, r->n - from - taken - 1);
	if (!unit_power_text(r->s + from, taken, ret) || !*ret)
		return unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, r->n - start);
	r->at = from + taken;
	return ZHUN_OK;
}

static unsigned spellings_of(const struct unit_reader *r)
{
	return r->syntax == ZHUN_UNIT_UCUM ? UNIT_UCUM
					   : (unsigned)(UNIT_SYMBOL | UNIT_UCUM | UNIT_NAME);
}

static size_t run_length(const struct unit_reader *r)
{
	size_t n = 0, len = 0;
	bool bracket = false;
	while (r->at + n < r->n) {
		char c = r->s[r->at + n];
		bracket = c == '[' || (bracket && c != ']');
		if (!bracket && sign_at(r, r->at + n, &len))
			break;
		n++;
	}
	return n;
}

/* dB(A): a symbol that has brackets of its own */
static size_t with_brackets(const struct unit_reader *r, size_t run)
{
	const char *close = memchr(r->s + r->at + run, ')', r->n - r->at - run);
	if (r->at + run >= r->n || r->s[r->at + run] != '(' || !close)
		return 0;
	return (size_t)(close - (r->s + r->at)) + 1;
}

/* The longest part of the run that is a unit: all of it, up to a full stop, without the digits of
 * a power behind it. */
static enum unit_found find_symbol(const struct unit_reader *r, size_t run, size_t *ret_len,
				   struct unit_match *ret)
{
	const char *s = r->s + r->at;
	const char *stop = memchr(s, '.', run);
	size_t dot = stop ? (size_t)(stop - s) : run, letters = dot;
	while (letters > 0 && s[letters - 1] >= '0' && s[letters - 1] <= '9')
		letters--;
	if (letters > 0 && letters < dot && (s[letters - 1] == '-' || s[letters - 1] == '+'))
		letters--;
	const size_t tries[4] = {with_brackets(r, run), run, dot, letters};
	enum unit_found best = UNIT_NOT_FOUND;
	for (int i = 0; i < 4; i++) {
		struct unit_match m;
		enum unit_found found =
			tries[i] ? unit_lookup(s, tries[i], spellings_of(r), &m) : UNIT_NOT_FOUND;
		if (found != UNIT_NOT_FOUND && best == UNIT_NOT_FOUND) {
			best = found;
			*ret = m;
			*ret_len = tries[i];
		}
		if (found == UNIT_FOUND) {
			*ret = m;
			*ret_len = tries[i];
			return found;
		}
	}
	return best;
}

/* 平方米, square metre: the power that stands before the name */
static int power_before(struct unit_reader *r)
{
	static const struct {
		const char *text;
		int power;
	} words[] = {{"平方", 2},   {"立方", 3}, {"square ", 2},
		     {"cubic ", 3}, {"sq ", 2},	 {"cu ", 3}};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		size_t len = strlen(words[i].text);
		if (len < r->n - r->at && memcmp(words[i].text, r->s + r->at, len) == 0) {
			r->at += len;
			return words[i].power;
		}
	}
	return 1;
}

static enum zhun_code read_symbol(struct unit_reader *r, struct zhun_unit *u, int sign)
{
	int before = power_before(r), power = ZHUN_UNIT_WHOLE;
	size_t run = run_length(r), at = r->at, len = 0;
	struct unit_match m = {0};
	enum unit_found found = find_symbol(r, run, &len, &m);
	if (found != UNIT_FOUND) {
		bool nothing = run == 0;
		enum zhun_code why = found == UNIT_PREFIX_NOT_ALLOWED ? ZHUN_E_UNIT_PREFIX
				     : nothing			      ? ZHUN_E_UNIT_SYNTAX
								      : ZHUN_E_UNIT_UNKNOWN;
		return unit_blame(r, why, at, nothing ? r->n - at : found ? len : run);
	}
	r->notes |= m.flags & UNIT_DIRTY ? ZHUN_UNIT_NOTE_SPELLING : 0U;
	r->at = at + len;
	enum zhun_code code = read_power(r, &power);
	if (code)
		return code;
	if (power > UNIT_POWER_MAX / before || power < -UNIT_POWER_MAX / before)
		return unit_blame(r, ZHUN_E_UNIT_POWER, at, len);
	struct zhun_unit_term t = {m.row, m.prefix, (int16_t)(power * before * sign)};
	return unit_reader_append(r, u, t, at, len);
}

/* A number that belongs to the unit: 10^-6, 10*3, 1e-6; 1 before a solidus; 100 behind one; any
 * before a dot, as the canonical form writes it. "10 V" is a value and refused. */
static enum zhun_code read_number(struct unit_reader *r, struct zhun_unit *u, int sign,
				  bool *ret_glued)
{
	struct zhun_number x;
	size_t start = r->at, len = 0, used = 0;
	int power = ZHUN_UNIT_WHOLE;
	if (zhun_number_scan(r->s + start, r->n - start, &x, &len, NULL) || x.value <= 0.0)
		return unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, r->n - start);
	bool letter = memchr(r->s + start, 'e', len) || memchr(r->s + start, 'E', len);
	r->at += len;
	bool star = r->n - r->at > 1 && r->s[r->at] == '*' &&
		    plain_power_length(r->s + r->at + 1, r->n - r->at - 1);
	char next = sign_at(r, r->at, &used);
	if (star) {
		r->at++;
		size_t digits = plain_power_length(r->s + r->at, r->n - r->at);
		if (!unit_power_text(r->s + r->at, digits, &power))
			return unit_blame(r, ZHUN_E_UNIT_SYNTAX, start, r->n - start);
		r->at += digits;
	} else if (next == '^' || next == 's') {
		enum zhun_code code = read_power(r, &power);
		if (code)
			return code;
	}
	bool dot = next == '*' && !star && r->s[r->at] != '*';
	bool plain = !letter && !star && next != '^' && next != 's' && !dot;
	if (plain && sign > 0 && x.value != 1.0)
		return unit_blame(r, ZHUN_E_UNIT_NUMBER, start, r->at - start);
	*ret_glued = sign < 0 && plain;
	unit_scale_by(u, factor_power(factor_decimal(&x.decimal), power * sign));
	return ZHUN_OK;
}

static enum zhun_code read_product(struct unit_reader *r, struct zhun_unit *u, bool inside);

static enum zhun_code read_bracket(struct unit_reader *r, struct zhun_unit *u, int sign, size_t len)
{
	struct zhun_unit inner = zhun_unit_one();
	size_t at = r->at;
	int power = ZHUN_UNIT_WHOLE;
	if (++r->depth > ZHUN_UNIT_DEPTH)
		return unit_blame(r, ZHUN_E_UNIT_TOO_LONG, at, 1);
	r->at += len;
	enum zhun_code code = read_product(r, &inner, true);
	if (!code)
		code = read_power(r, &power);
	if (!code && zhun_unit_pow(&inner, power * sign, ZHUN_UNIT_WHOLE, &inner, NULL))
		code = unit_blame(r, ZHUN_E_UNIT_POWER, at, r->at - at);
	for (int i = 0; !code && i < inner.count; i++)
		code = unit_reader_append(r, u, inner.term[i], at, r->at - at);
	if (!code)
		unit_scale_by(u, inner.coefficient);
	r->depth--;
	return code;
}

/* {count}: a remark of UCUM that means nothing */
static enum zhun_code skip_remark(struct unit_reader *r)
{
	const char *close = memchr(r->s + r->at, '}', r->n - r->at);
	if (!close)
		return unit_blame(r, ZHUN_E_UNIT_SYNTAX, r->at, r->n - r->at);
	r->at = (size_t)(close - r->s) + 1;
	return ZHUN_OK;
}

static enum zhun_code read_root(struct unit_reader *r, struct zhun_unit *u, int sign, size_t len)
{
	struct zhun_unit inner = zhun_unit_one();
	size_t at = r->at, used = 0;
	r->at += len;
	bool bracket = sign_at(r, r->at, &used) == '(';
	enum zhun_code code =
		bracket ? read_bracket(r, &inner, 1, used) : read_symbol(r, &inner, 1);
	if (!code && zhun_unit_pow(&inner, sign, 2, &inner, NULL))
		code = unit_blame(r, ZHUN_E_UNIT_POWER, at, r->at - at);
	for (int i = 0; !code && i < inner.count; i++)
		code = unit_reader_append(r, u, inner.term[i], at, r->at - at);
	if (!code)
		unit_scale_by(u, inner.coefficient);
	return code;
}

static enum zhun_code read_factor(struct unit_reader *r, struct zhun_unit *u, int sign,
				  bool *ret_glued)
{
	size_t len = 0;
	char what = sign_at(r, r->at, &len);
	*ret_glued = false;
	if (what == '(')
		return read_bracket(r, u, sign, len);
	if (what == '{')
		return skip_remark(r);
	if (what == 'r')
		return read_root(r, u, sign, len);
	char c = r->at < r->n ? r->s[r->at] : '\0';
	bool digit = c >= '0' && c <= '9';
	enum zhun_code code = digit ? read_number(r, u, sign, ret_glued) : read_symbol(r, u, sign);
	if (!code && sign_at(r, r->at, &len) == '{')
		code = skip_remark(r);
	return code;
}

static void skip_blanks(struct unit_reader *r)
{
	size_t len = 0;
	while (sign_at(r, r->at, &len) == ' ')
		r->at += len;
}

/* The operator before the next factor: '*', '/', ')' at a bracket's end, or '\0' at the end. */
static char read_operator(struct unit_reader *r)
{
	size_t len = 0, start = r->at;
	skip_blanks(r);
	bool blank = r->at > start;
	char what = sign_at(r, r->at, &len);
	if (r->at >= r->n)
		return '\0';
	if (what == ')' || what == '/' || what == '*') {
		r->at += len;
	} else if (r->s[r->at] == '.') {
		r->at++;
		what = '*';
	} else if (r->n - r->at > 4 && blank && memcmp(r->s + r->at, "per ", 4) == 0) {
		r->at += 4;
		what = '/';
	} else {
		what = blank || what == '(' || what == 'r' ? '*' : '!';
	}
	skip_blanks(r);
	return what;
}

static enum zhun_code read_product(struct unit_reader *r, struct zhun_unit *u, bool inside)
{
	bool under = false, glued = false;
	size_t len = 0;
	skip_blanks(r);
	int sign = 1;
	if (sign_at(r, r->at, &len) == '/') {
		r->at += len;
		sign = -1;
	}
	for (;;) {
		enum zhun_code code = read_factor(r, u, sign, &glued);
		if (code)
			return code;
		under = under || sign < 0;
		size_t at = r->at;
		char what = read_operator(r);
		if (what == (inside ? ')' : '\0'))
			return ZHUN_OK;
		if (what != '*' && what != '/')
			return unit_blame(r, ZHUN_E_UNIT_SYNTAX, at < r->n ? at : 0,
					  at < r->n ? r->n - at : r->n);
		if (what == '*' && under && !glued && r->syntax != ZHUN_UNIT_UCUM)
			return unit_blame(r, ZHUN_E_UNIT_AMBIGUOUS, at, r->n - at);
		sign = what == '/' || glued ? -1 : 1;
	}
}

static enum zhun_code read_typed(struct unit_reader *r, struct zhun_unit *u)
{
	struct unit_match m = {0};
	/* texts with blanks or solidus of their own: "deg C", "fl.oz" */
	if (unit_lookup(r->s, r->n, spellings_of(r), &m) != UNIT_FOUND)
		return read_product(r, u, false);
	r->notes |= m.flags & UNIT_DIRTY ? ZHUN_UNIT_NOTE_SPELLING : 0U;
	return unit_reader_append(r, u, (struct zhun_unit_term){m.row, m.prefix, ZHUN_UNIT_WHOLE},
				  0, r->n);
}

enum zhun_code zhun_unit_read(const char *s, size_t n, enum zhun_unit_syntax syntax,
			      struct zhun_unit *ret, unsigned *ret_notes, struct zhun_error *err)
{
	struct unit_reader r = {.syntax = syntax, .err = err};
	struct zhun_unit u = zhun_unit_one();
	zhun_str_trim(s, n, &r.s, &r.n);
	if (r.n == 0)
		return zhun_fail(err, ZHUN_E_UNIT_EMPTY, NULL);
	if (r.n > ZHUN_UNIT_LONGEST)
		return zhun_fail(err, ZHUN_E_UNIT_TOO_LONG, NULL, "…", "…");
	if (memchr(r.s, '\0', r.n) || zhun_utf8_valid(r.s, r.n) != r.n)
		return zhun_fail(err, ZHUN_E_UNIT_SYNTAX, "column 1", "�", "�");
	bool dsi = r.s[0] == '\\' && syntax != ZHUN_UNIT_UCUM;
	enum zhun_code code = dsi ? unit_read_dsi(&r, &u) : read_typed(&r, &u);
	if (!code && !unit_usable(&u))
		code = unit_blame(&r, ZHUN_E_UNIT_POWER, 0, r.n);
	if (!code && !factor_is_short(u.coefficient))
		code = unit_blame(&r, ZHUN_E_UNIT_NUMBER, 0, r.n); /* m/(3 s) */
	if (code)
		return code;
	if (!dsi && syntax == ZHUN_UNIT_DSI)
		r.notes |= ZHUN_UNIT_NOTE_NOT_DSI;
	unit_settle_scale(&u);
	*ret = u;
	if (ret_notes)
		*ret_notes = r.notes;
	return ZHUN_OK;
}

const char *zhun_unit_note_text(enum zhun_unit_note note, enum zhun_language lang)
{
	switch (note) {
	case ZHUN_UNIT_NOTE_NOT_DSI:
		return lang ? "单位未按 D-SI 书写，已识别"
			    : "the unit was not written in D-SI; it was understood";
	case ZHUN_UNIT_NOTE_NOT_IN_DSI:
		return lang ? "D-SI 中没有该标识，已识别"
			    : "D-SI has no such identifier; it was understood";
	case ZHUN_UNIT_NOTE_SPELLING:
		return lang ? "单位的写法不规范，已改正" : "the spelling of the unit was repaired";
	case ZHUN_UNIT_NOTE_SPACE:
		return lang ? "单位中有多余的空白" : "blanks within the unit were left out";
	}
	return "";
}
