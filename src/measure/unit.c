/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/unit.h"

#include <stdlib.h>
#include <string.h>

#include "measure/factor.h"
#include "measure/unit.h"

struct zhun_unit zhun_unit_one(void)
{
	struct zhun_unit u;
	memset(&u, 0, sizeof(u));
	u.factor = factor_one();
	u.coefficient = factor_one();
	return u;
}

static struct zhun_factor term_factor(struct zhun_unit_term t)
{
	struct zhun_factor f = unit_rows[t.row].factor;
	if (t.prefix >= 0) {
		const struct unit_prefix *p = &unit_prefixes[t.prefix];
		f = factor_mul(f, p->binary ? factor_two(p->binary) : factor_ten(p->ten));
	}
	return t.power == ZHUN_UNIT_WHOLE ? f : factor_power(f, t.power);
}

static bool add_power(int16_t *to, int twelfths)
{
	int sum = *to + twelfths;
	if (abs(sum) > UNIT_POWER_MAX)
		return false;
	*to = (int16_t)sum;
	return true;
}

static bool add_special(struct zhun_unit *u, uint8_t special, int power)
{
	if (!special || !power)
		return true;
	if (u->special && u->special != special)
		return false;
	u->special = special;
	u->special_power = (int16_t)(u->special_power + power);
	if (!u->special_power)
		u->special = 0;
	return abs(u->special_power) <= UNIT_POWER_MAX;
}

bool unit_append(struct zhun_unit *u, struct zhun_unit_term term)
{
	const struct unit_row *row = &unit_rows[term.row];
	if (u->count == ZHUN_UNIT_TERMS || abs(term.power) > UNIT_POWER_MAX)
		return false;
	for (int i = 0; i < 7; i++)
		if (!add_power(&u->power[i], row->power[i] / ZHUN_UNIT_WHOLE * term.power))
			return false;
	if (!add_special(u, row->special, row->special_power / ZHUN_UNIT_WHOLE * term.power))
		return false;
	u->factor = factor_mul(u->factor, term_factor(term));
	u->term[u->count++] = term;
	return true;
}

void unit_scale_by(struct zhun_unit *u, struct zhun_factor number)
{
	u->factor = factor_mul(u->factor, number);
	u->coefficient = factor_mul(u->coefficient, number);
}

void unit_settle_scale(struct zhun_unit *u)
{
	bool lone = u->count == 1 && u->term[0].power == ZHUN_UNIT_WHOLE &&
		    factor_equal(u->coefficient, factor_one());
	u->scale = lone ? unit_rows[u->term[0].row].scale : 0;
}

bool zhun_unit_same_dimension(const struct zhun_unit *a, const struct zhun_unit *b)
{
	return memcmp(a->power, b->power, sizeof(a->power)) == 0 && a->special == b->special &&
	       a->special_power == b->special_power;
}

bool zhun_unit_is_one(const struct zhun_unit *u)
{
	struct zhun_unit one = zhun_unit_one();
	return zhun_unit_same_dimension(u, &one);
}

bool zhun_unit_equal(const struct zhun_unit *a, const struct zhun_unit *b)
{
	return a->count == b->count && factor_equal(a->coefficient, b->coefficient) &&
	       memcmp(a->term, b->term, a->count * sizeof(a->term[0])) == 0;
}

/* A product in base units, for one with more symbols than there is room for, or whose symbols,
 * read one after another, pass the largest power on the way. */
static struct zhun_unit in_base_units(const struct zhun_unit *u)
{
	struct zhun_unit base = zhun_unit_one();
	memcpy(base.power, u->power, sizeof(base.power));
	base.special = u->special;
	base.special_power = u->special_power;
	base.factor = u->factor;
	base.coefficient = u->factor;
	for (int i = 0; i < 7; i++)
		if (u->power[i])
			base.term[base.count++] =
				(struct zhun_unit_term){unit_base_rows[i], -1, u->power[i]};
	return base;
}

static bool reads_in_order(const struct zhun_unit *u)
{
	struct zhun_unit read = zhun_unit_one();
	for (int i = 0; i < u->count; i++)
		if (!unit_append(&read, u->term[i]))
			return false;
	return true;
}

/* Makes room; false where there is none, since a scale of its own has no base unit. */
static bool fit(struct zhun_unit *u, bool merged)
{
	if (merged && reads_in_order(u))
		return true;
	if (u->special)
		return false;
	*u = in_base_units(u);
	return true;
}

/* After algebra: a number in front that is no short decimal is shown by fifteen digits. */
static void settle(struct zhun_unit *u)
{
	struct zhun_decimal number = zhun_decimal_of(factor_value(u->coefficient));
	number = zhun_decimal_round_digits(&number, 15, false);
	if (!factor_is_short(u->coefficient))
		u->coefficient = factor_decimal(&number);
	unit_settle_scale(u);
}

/* Joins a symbol to its like; false without room or over the largest power. */
static bool merge_term(struct zhun_unit *u, struct zhun_unit_term t)
{
	for (int i = 0; i < u->count; i++) {
		struct zhun_unit_term *at = &u->term[i];
		if (at->row != t.row || at->prefix != t.prefix)
			continue;
		if (abs(at->power + t.power) > UNIT_POWER_MAX)
			return false;
		at->power = (int16_t)(at->power + t.power);
		if (!at->power)
			memmove(at, at + 1, (size_t)(--u->count - i) * sizeof(*at));
		return true;
	}
	if (u->count == ZHUN_UNIT_TERMS)
		return false;
	u->term[u->count++] = t;
	return true;
}

static bool merge_terms(struct zhun_unit *u, const struct zhun_unit *from)
{
	for (int i = 0; i < from->count; i++)
		if (!merge_term(u, from->term[i]))
			return false;
	return true;
}

static bool add_dimensions(struct zhun_unit *u, const struct zhun_unit *b)
{
	for (int i = 0; i < 7; i++)
		if (!add_power(&u->power[i], b->power[i]))
			return false;
	return true;
}

bool unit_usable(const struct zhun_unit *u)
{
	return factor_usable(u->factor) && factor_usable(u->coefficient);
}

enum zhun_code zhun_unit_mul(const struct zhun_unit *a, const struct zhun_unit *b,
			     struct zhun_unit *ret, struct zhun_error *err)
{
	char x[ZHUN_UNIT_TEXT], y[ZHUN_UNIT_TEXT];
	struct zhun_unit u = *a;
	u.scale = 0;
	u.factor = factor_mul(a->factor, b->factor);
	u.coefficient = factor_mul(a->coefficient, b->coefficient);
	if (!add_dimensions(&u, b) || !unit_usable(&u)) {
		zhun_unit_canonical(a, x);
		return zhun_fail(err, ZHUN_E_UNIT_POWER, NULL, x);
	}
	if (!add_special(&u, b->special, b->special_power)) {
		zhun_unit_canonical(a, x);
		zhun_unit_canonical(b, y);
		return zhun_fail(err, ZHUN_E_UNIT_SCALES, NULL, x, y);
	}
	if (!fit(&u, merge_terms(&u, b))) {
		zhun_unit_canonical(a, x);
		return zhun_fail(err, ZHUN_E_UNIT_POWER, NULL, x);
	}
	settle(&u);
	*ret = u;
	return ZHUN_OK;
}

enum zhun_code zhun_unit_pow(const struct zhun_unit *a, int num, int den, struct zhun_unit *ret,
			     struct zhun_error *err)
{
	char x[ZHUN_UNIT_TEXT];
	struct zhun_unit u = *a;
	bool fits = den > 0 && ZHUN_UNIT_WHOLE % den == 0 && abs(num) <= UNIT_POWER_MAX;
	for (int i = 0; fits && i < a->count + 8; i++) {
		/* each symbol's power, then each base unit's, then the special one */
		int16_t *p = i < a->count	? &u.term[i].power
			     : i < a->count + 7 ? &u.power[i - a->count]
						: &u.special_power;
		int raised = *p * num / den;
		fits = *p * num % den == 0 && abs(raised) <= UNIT_POWER_MAX;
		*p = (int16_t)(fits ? raised : 0);
	}
	if (fits) {
		u.factor = factor_power(a->factor, num * (ZHUN_UNIT_WHOLE / den));
		u.coefficient = factor_power(a->coefficient, num * (ZHUN_UNIT_WHOLE / den));
	}
	if (!fits || !unit_usable(&u) || (num && !fit(&u, true))) {
		zhun_unit_canonical(a, x);
		return zhun_fail(err, ZHUN_E_UNIT_POWER, NULL, x);
	}
	if (num == 0)
		u = zhun_unit_one();
	settle(&u);
	*ret = u;
	return ZHUN_OK;
}

enum zhun_code zhun_unit_div(const struct zhun_unit *a, const struct zhun_unit *b,
			     struct zhun_unit *ret, struct zhun_error *err)
{
	struct zhun_unit inverse;
	enum zhun_code code = zhun_unit_pow(b, -1, 1, &inverse, err);
	return code ? code : zhun_unit_mul(a, &inverse, ret, err);
}
