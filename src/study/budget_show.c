/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/budget_show.h"

#include <math.h>
#include <string.h>

#include "study/budget_inside.h"

#define THIN "\xe2\x80\x89"

struct spot {
	char *out;
	size_t n;
};

static void put(struct spot *s, const char *text)
{
	size_t n = strlen(text);
	memcpy(s->out + s->n, text, n + 1);
	s->n += n;
}

static void put_digit(struct spot *s, char c)
{
	s->out[s->n++] = c;
	s->out[s->n] = '\0';
}

/* Digits in threes from the marker outwards, where there are more than four (SI Brochure 5.4.4). */
static void put_grouped(struct spot *s, const char *digits, size_t n, bool whole)
{
	for (size_t i = 0; i < n; i++) {
		size_t left = n - i;
		if (i && n > 4 && (whole ? left % 3 == 0 : i % 3 == 0))
			put(s, THIN);
		put_digit(s, digits[i]);
	}
}

static void put_power(struct spot *s, const char *exponent)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	put(s, THIN "×" THIN "10");
	for (; *exponent; exponent++) {
		if (*exponent == '-')
			put(s, "⁻");
		else if (*exponent >= '0' && *exponent <= '9')
			put(s, raised[*exponent - '0']);
	}
}

void show_decimal(const struct zhun_decimal *d, char out[SHOW_NUMBER])
{
	char plain[ZHUN_NUMBER_TEXT];
	struct spot s = {out, 0};
	const char *t = plain;
	(void)zhun_decimal_text(d, plain);
	out[0] = '\0';
	if (*t == '-') {
		put(&s, "−");
		t++;
	}
	size_t whole = strspn(t, "0123456789");
	put_grouped(&s, t, whole, true);
	t += whole;
	if (*t == '.') {
		size_t part = strspn(++t, "0123456789");
		put(&s, ".");
		put_grouped(&s, t, part, false);
		t += part;
	}
	if (*t == 'e')
		put_power(&s, t + 1);
}

void show_digits(double x, int digits, char out[SHOW_NUMBER])
{
	const struct zhun_decimal d = zhun_decimal_of(x);
	const struct zhun_decimal r = d.count > digits ? zhun_decimal_round_digits(&d, digits, false) : d;
	show_decimal(&r, out);
}

void show_places(double x, int places, char out[SHOW_NUMBER])
{
	const struct zhun_decimal d = zhun_decimal_of(x), r = zhun_decimal_round(&d, -places);
	show_decimal(d.exponent >= -places ? &d : &r, out);
}

void show_quantity(const struct zhun_decimal *d, const struct zhun_unit *unit, char out[SHOW_QUANTITY])
{
	char text[ZHUN_UNIT_TEXT];
	struct spot s = {out, 0};
	show_decimal(d, out);
	s.n = strlen(out);
	(void)zhun_unit_typeset(unit, text);
	bool angle = strcmp(text, "°") == 0 || strcmp(text, "′") == 0 || strcmp(text, "″") == 0;
	if (*text && !angle)
		put(&s, THIN);
	put(&s, text);
}

void show_quantity_digits(double x, int digits, const struct zhun_unit *unit, char out[SHOW_QUANTITY])
{
	const struct zhun_decimal d = zhun_decimal_of(x);
	const struct zhun_decimal r = zhun_decimal_round_digits(&d, digits, false);
	show_quantity(d.count > digits ? &r : &d, unit, out);
}

/* A whole number shows no decimal, though rounding may have left it a trace of one. */
void show_dof(double dof, char out[SHOW_NUMBER])
{
	if (!isfinite(dof) || dof >= 1e6) {
		memcpy(out, "∞", sizeof "∞");
		return;
	}
	bool whole = dof >= 100 || fabs(dof - nearbyint(dof)) < 1e-9 * dof;
	show_places(whole ? nearbyint(dof) : dof, whole ? 0 : 1, out);
}

void show_percent(double part, int places, char out[SHOW_NUMBER])
{
	struct zhun_decimal d = zhun_decimal_of(part);
	d.exponent += 2;
	const struct zhun_decimal r = zhun_decimal_round(&d, -places);
	show_decimal(d.exponent > -places ? &d : &r, out);
	memcpy(out + strlen(out), THIN "%", sizeof THIN "%");
}

/* ---- a line ---- */

static const char *value_text(struct zhun_arena *a, const struct zhun_budget_line *l,
			      const struct zhun_unit *unit)
{
	char out[SHOW_QUANTITY];
	const struct zhun_decimal v = zhun_decimal_of(l->value), u = zhun_decimal_of(l->u);
	const struct zhun_decimal to = zhun_decimal_round_digits(&u, 2, false);
	const struct zhun_decimal r = zhun_decimal_round(&v, to.exponent);
	show_quantity(l->u > 0 ? &r : &v, unit, out);
	return zhun_strdup(a, out);
}

static const char *amount_text(struct zhun_arena *a, double x, const struct zhun_unit *unit)
{
	char out[SHOW_QUANTITY];
	show_quantity_digits(x, 3, unit, out);
	return zhun_strdup(a, out);
}

static const char *sensitivity_text(struct zhun_arena *a, const struct zhun_budget_line *l)
{
	const struct zhun_unit one = zhun_unit_one();
	char out[SHOW_QUANTITY];
	show_quantity_digits(l->sensitivity, 4, l->has_sensitivity_unit ? &l->sensitivity_unit : &one, out);
	return zhun_strdup(a, out);
}

static const char *number_text(struct zhun_arena *a, void (*show)(double, char *), double x)
{
	char out[SHOW_NUMBER];
	show(x, out);
	return zhun_strdup(a, out);
}

static void show_share(double part, char *out)
{
	show_percent(part, 1, out);
}

/* By which word of a document an uncertainty was given, and whether that is a type A evaluation. */
static const struct {
	const char *how;
	struct zhun_budget_text text;
} hows[] = {
	{"readings", {{"readings (type A)", "读数（A 类）"}}},
	{"u", {{"u stated", "给定 u"}}},
	{"U", {{"U stated", "给定 U"}}},
	{"from_certificate", {{"certificate", "证书"}}},
	{"resolution", {{"resolution", "分辨力"}}},
	{"rectangular", {{"limits", "极限"}}},
	{"repeated", {{"repeated readings (type A)", "重复读数（A 类）"}}},
	{"from", {{"earlier result", "先前结果"}}},
};

static struct zhun_budget_text how_of(const char *how)
{
	for (size_t i = 0; i < ZHUN_COUNT(hows); i++)
		if (zhun_str_equal(hows[i].how, how))
			return hows[i].text;
	return (struct zhun_budget_text){{"", ""}};
}

const struct show_line *show_line(struct zhun_arena *a, const struct zhun_budget_line *l,
				  const struct zhun_budget_output *o)
{
	const struct zhun_budget_row *row = l->row;
	struct show_line *s = ZHUN_NEW(a, struct show_line);
	/* the unit of the input stands in its first and further rows alike */
	const struct zhun_distribution_row *d = zhun_distribution_row(row->distribution.kind);
	if (!s || !d)
		return NULL;
	s->value = value_text(a, l, &l->unit);
	s->u = amount_text(a, l->u, &l->unit);
	s->dof = number_text(a, show_dof, l->dof);
	s->sensitivity = sensitivity_text(a, l);
	s->contribution = amount_text(a, l->contribution, &o->unit.shown);
	s->share = number_text(a, show_share, l->share);
	s->distribution = (struct zhun_budget_text){{d->title[ZHUN_EN], d->title[ZHUN_ZH]}};
	s->how = how_of(row->how);
	return s->value && s->u && s->dof && s->sensitivity && s->contribution && s->share ? s : NULL;
}
