/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units as text: canonical, typeset, D-SI, names. Into the caller's buffer; nothing is allocated.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure/factor.h"
#include "measure/unit.h"

struct writer {
	char *out;
	size_t len;
};

static void put(struct writer *w, const char *s)
{
	size_t n = strlen(s);
	if (w->len + n >= ZHUN_UNIT_TEXT)
		return; /* ten terms of the longest symbols fit; a cut would be seen by the reader's
			   test */
	memcpy(w->out + w->len, s, n + 1);
	w->len += n;
}

static void put_int(struct writer *w, long long n)
{
	struct zhun_int_text room;
	put(w, zhun_int_text(&room, n));
}

/* "2", "-1/2": a power counted in twelfths */
static void put_power(struct writer *w, int twelfths)
{
	int g = ZHUN_UNIT_WHOLE;
	while (ZHUN_UNIT_WHOLE % g || twelfths % g)
		g--;
	bool whole = ZHUN_UNIT_WHOLE / g == 1;
	put(w, whole ? "" : "(");
	put_int(w, twelfths / g);
	if (!whole) {
		put(w, "/");
		put_int(w, ZHUN_UNIT_WHOLE / g);
		put(w, ")");
	}
}

static void put_superscript(struct writer *w, int twelfths)
{
	static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	char plain[32];
	struct writer inner = {plain, 0};
	put_power(&inner, twelfths);
	for (const char *p = plain; *p; p++) {
		if (*p >= '0' && *p <= '9')
			put(w, digits[*p - '0']);
		else if (*p == '-')
			put(w, "⁻");
		else if (*p == '/')
			put(w, "ᐟ");
	}
}

/* pH is the scale and not a picohenry, PS a horse power and not a petasiemens: such a unit is
 * spelled out where its text must read back. */
static bool reads_as_another(struct zhun_unit_term t)
{
	char text[ZHUN_UNIT_TEXT] = "";
	struct writer w = {text, 0};
	struct unit_match m = {0};
	struct zhun_unit meant = zhun_unit_one(), read = meant;
	if (t.prefix < 0)
		return false;
	put(&w, unit_prefixes[t.prefix].symbol);
	put(&w, unit_rows[t.row].symbol);
	unsigned flags = UNIT_SYMBOL | UNIT_UCUM | UNIT_NAME;
	if (unit_lookup(text, w.len, flags, &m) != UNIT_FOUND ||
	    (m.row == t.row && m.prefix == t.prefix))
		return false;
	/* kgf is a symbol and a kilo-gf: no matter which */
	t.power = ZHUN_UNIT_WHOLE;
	(void)unit_append(&meant, t);
	(void)unit_append(&read, (struct zhun_unit_term){m.row, m.prefix, ZHUN_UNIT_WHOLE});
	return !zhun_unit_same_dimension(&meant, &read) || !factor_equal(meant.factor, read.factor);
}

static void put_symbol(struct writer *w, struct zhun_unit_term t, bool reads_back)
{
	if (reads_back && reads_as_another(t)) {
		put(w, unit_prefixes[t.prefix].dsi);
		put(w, unit_rows[t.row].name[ZHUN_EN]);
		return;
	}
	if (t.prefix >= 0)
		put(w, unit_prefixes[t.prefix].symbol);
	put(w, unit_rows[t.row].symbol);
}

/* a power of ten, else a decimal */
static void put_coefficient(struct writer *w, struct zhun_factor f)
{
	char text[ZHUN_NUMBER_TEXT];
	if (factor_is_ten(f)) {
		put(w, "10^");
		put_int(w, f.ten);
		return;
	}
	zhun_double_text(factor_value(f), text);
	put(w, text);
}

static void put_superscript_coefficient(struct writer *w, struct zhun_factor f)
{
	char plain[ZHUN_NUMBER_TEXT];
	struct writer inner = {plain, 0};
	put_coefficient(&inner, f);
	char *caret = strchr(plain, '^');
	if (caret)
		*caret = '\0';
	put(w, plain);
	if (caret)
		put_superscript(w, f.ten * ZHUN_UNIT_WHOLE);
}

/* The only divisor, standing last, is written after a solidus: km/h, 1/min. */
static bool ends_in_divisor(const struct zhun_unit *u)
{
	for (int i = 0; i + 1 < u->count; i++)
		if (u->term[i].power < 0)
			return false;
	return u->count > 0 && u->term[u->count - 1].power < 0;
}

struct style {
	const char *times;
	void (*power)(struct writer *w, int twelfths);
	const char *before_power;
	void (*coefficient)(struct writer *w, struct zhun_factor f);
	const char *after_coefficient;
	bool lone_divisor_by_power; /* min⁻¹ rather than 1/min */
	bool reads_back;
};

static void put_terms(struct writer *w, const struct zhun_unit *u, const struct style *style)
{
	bool has_number = !factor_equal(u->coefficient, factor_one());
	/* a reader takes "0.25·mL^-1" and "0.25·1" as units, "0.25/mL" and "0.25" as values */
	bool plain = !factor_is_ten(u->coefficient);
	bool solidus =
		ends_in_divisor(u) && !((plain || style->lone_divisor_by_power) && u->count == 1);
	if (has_number)
		style->coefficient(w, u->coefficient);
	if (plain && u->count == 0)
		put(w, "·1");
	else if (!has_number && (u->count == 0 || (solidus && u->count == 1)))
		put(w, "1");
	for (int i = 0; i < u->count; i++) {
		bool under = solidus && i == u->count - 1;
		int power = under ? -u->term[i].power : u->term[i].power;
		if (under)
			put(w, "/");
		else if (i > 0)
			put(w, style->times);
		else if (has_number)
			put(w, style->after_coefficient);
		put_symbol(w, u->term[i], style->reads_back);
		if (power != ZHUN_UNIT_WHOLE) {
			put(w, style->before_power);
			style->power(w, power);
		}
	}
}

size_t zhun_unit_canonical(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT])
{
	static const struct style canonical = {"·", put_power, "^", put_coefficient,
					       "·", false,     true};
	struct writer w = {out, 0};
	out[0] = '\0';
	put_terms(&w, u, &canonical);
	return w.len;
}

size_t zhun_unit_typeset(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT])
{
	static const struct style typeset = {
		"\u2009", put_superscript, "", put_superscript_coefficient, "\u2009", true, false};
	struct writer w = {out, 0};
	out[0] = '\0';
	if (u->count || !factor_equal(u->coefficient, factor_one()))
		put_terms(&w, u, &typeset);
	return w.len;
}

static bool put_dsi_term(struct writer *w, struct zhun_unit_term t)
{
	const struct unit_row *row = &unit_rows[t.row];
	if (!row->dsi[0] || t.power % ZHUN_UNIT_WHOLE)
		return false;
	if (t.prefix >= 0) {
		put(w, "\\");
		put(w, unit_prefixes[t.prefix].dsi);
	}
	put(w, "\\");
	put(w, row->dsi);
	if (t.power != ZHUN_UNIT_WHOLE) {
		put(w, "\\tothe{");
		put_int(w, t.power / ZHUN_UNIT_WHOLE);
		put(w, "}");
	}
	return true;
}

bool zhun_unit_dsi(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT])
{
	struct writer w = {out, 0};
	bool all = factor_equal(u->coefficient, factor_one());
	out[0] = '\0';
	for (int i = 0; i < u->count && all; i++)
		all = put_dsi_term(&w, u->term[i]);
	if (u->count == 0)
		put(&w, "\\one");
	if (!all)
		out[0] = '\0';
	return all;
}

size_t zhun_unit_name(const struct zhun_unit *u, enum zhun_language lang, char out[ZHUN_UNIT_TEXT])
{
	struct writer w = {out, 0};
	out[0] = '\0';
	if (u->count != 1 || u->term[0].power != ZHUN_UNIT_WHOLE ||
	    !factor_equal(u->coefficient, factor_one()))
		return 0;
	if (u->term[0].prefix >= 0) {
		const struct unit_prefix *p = &unit_prefixes[u->term[0].prefix];
		put(&w, lang == ZHUN_ZH ? p->zh : p->dsi);
	}
	put(&w, unit_rows[u->term[0].row].name[lang]);
	return w.len;
}

size_t zhun_unit_dimension(const struct zhun_unit *u, char out[ZHUN_UNIT_TEXT])
{
	struct writer w = {out, 0};
	out[0] = '\0';
	for (int i = 0; i <= 7; i++) {
		int power = i < 7 ? u->power[i] : u->special_power;
		if (!power)
			continue;
		put(&w, w.len ? "·" : "");
		put(&w, i < 7 ? unit_rows[unit_base_rows[i]].symbol : unit_specials[u->special]);
		if (power != ZHUN_UNIT_WHOLE) {
			put(&w, "^");
			put_power(&w, power);
		}
	}
	if (!w.len)
		put(&w, "1");
	return w.len;
}
