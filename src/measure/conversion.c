/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversions: by the factor alone for differences; points also need their zero (°C, °F) or their
 * reference (dBm). A ratio that is an exact decimal is applied as one multiplication and one
 * division by whole numbers, so that 35 µV become 3.5e-05 V to the last bit. */
#include <math.h>

#include "measure/factor.h"
#include "measure/unit.h"

static enum zhun_code mismatch(const struct zhun_unit *from, const struct zhun_unit *to,
			       enum zhun_code code, struct zhun_error *err)
{
	char a[ZHUN_UNIT_TEXT], b[ZHUN_UNIT_TEXT], da[ZHUN_UNIT_TEXT], db[ZHUN_UNIT_TEXT];
	zhun_unit_canonical(from, a);
	zhun_unit_canonical(to, b);
	zhun_unit_dimension(from, da);
	zhun_unit_dimension(to, db);
	return zhun_fail(err, code, NULL, a, b, da, db);
}

static bool whole(uint64_t n, int ten, double *ret)
{
	*ret = (double)n;
	for (int i = 0; i < ten && *ret < 9007199254740992.0; i++)
		*ret *= 10.0;
	/* 10^22 is the last power of ten that a double holds exactly */
	if (n == 1 && ten <= 22)
		*ret = pow(10.0, ten);
	return *ret < 9007199254740992.0 || (n == 1 && ten <= 22);
}

static void set_ratio(struct zhun_conversion *c, struct zhun_factor f)
{
	if (f.rest == 1.0 && f.pi == 0 && whole(f.num, f.ten > 0 ? f.ten : 0, &c->multiply) &&
	    whole(f.den, f.ten < 0 ? -f.ten : 0, &c->divide))
		return;
	c->multiply = factor_value(f);
	c->divide = 1.0;
}

static long double offset(const struct unit_scale *s)
{
	if (s->kind != ZHUN_SCALE_AFFINE)
		return 0.0L;
	/* in extended precision: 273.15·9/5 − 459.67 is 32, not nearly 32 */
	long double x = (long double)s->value.num / (long double)s->value.den;
	for (int i = s->value.ten; i < 0; i++)
		x /= 10.0L;
	for (int i = s->value.ten; i > 0; i--)
		x *= 10.0L;
	return x;
}

static struct zhun_factor ratio(const struct zhun_unit *from, const struct zhun_unit *to)
{
	return factor_mul(from->factor, factor_inverse(to->factor));
}

static void set_shift(struct zhun_conversion *c, const struct zhun_unit *from,
		      const struct zhun_unit *to)
{
	const struct unit_scale *a = &unit_scales[from->scale], *b = &unit_scales[to->scale];
	if (from->scale == to->scale)
		return;
	struct zhun_factor per = factor_inverse(to->factor);
	long double unit = (long double)per.num / (long double)per.den;
	c->shift = (double)((offset(a) - offset(b)) * unit * (long double)pow(10.0, per.ten));
}

static bool reference_fits(const struct unit_scale *level, const struct zhun_unit *other)
{
	for (int i = 0; i < 7; i++)
		if (level->power[i] != other->power[i])
			return false;
	return !other->special;
}

static bool same_reference(const struct unit_scale *a, const struct unit_scale *b)
{
	for (int i = 0; i < 7; i++)
		if (a->power[i] != b->power[i])
			return false;
	return a->times == b->times;
}

/* dBm to W, W to dBm, dBm to dBW */
static bool set_level(struct zhun_conversion *c, const struct zhun_unit *from,
		      const struct zhun_unit *to)
{
	const struct unit_scale *a = &unit_scales[from->scale], *b = &unit_scales[to->scale];
	bool from_level = a->kind == ZHUN_SCALE_LEVEL, to_level = b->kind == ZHUN_SCALE_LEVEL;
	bool fits = from_level && to_level ? same_reference(a, b)
		    : from_level	   ? reference_fits(a, to)
					   : reference_fits(b, from);
	c->from_level = from_level ? a->times : 0;
	c->to_level = to_level ? b->times : 0;
	c->from_reference = factor_value(a->value);
	c->to_reference = factor_value(b->value);
	if (!from_level)
		set_ratio(c, from->factor);
	else if (!to_level)
		set_ratio(c, factor_inverse(to->factor));
	return fits;
}

enum zhun_code zhun_conversion_make(const struct zhun_unit *from, const struct zhun_unit *to,
				    enum zhun_count count, struct zhun_conversion *ret,
				    struct zhun_error *err)
{
	struct zhun_conversion c = {.multiply = 1.0, .divide = 1.0};
	enum unit_scale_kind a = unit_scales[from->scale].kind, b = unit_scales[to->scale].kind;
	bool levels = a == ZHUN_SCALE_LEVEL || b == ZHUN_SCALE_LEVEL;
	bool weighted = a == ZHUN_SCALE_WEIGHTED || b == ZHUN_SCALE_WEIGHTED;
	if (count == ZHUN_POINT && from->scale != to->scale && (levels || weighted)) {
		if (weighted || !set_level(&c, from, to))
			return mismatch(from, to, ZHUN_E_UNIT_LEVEL, err);
		*ret = c;
		return ZHUN_OK;
	}
	if (!zhun_unit_same_dimension(from, to))
		return mismatch(from, to, ZHUN_E_UNIT_MISMATCH, err);
	set_ratio(&c, ratio(from, to));
	if (count == ZHUN_POINT)
		set_shift(&c, from, to);
	*ret = c;
	return ZHUN_OK;
}

double zhun_convert(const struct zhun_conversion *c, double x)
{
	if (!c->from_level && !c->to_level)
		return x * c->multiply / c->divide + c->shift;
	double si = c->from_level ? c->from_reference * pow(10.0, x / c->from_level)
				  : x * c->multiply / c->divide;
	if (c->to_level)
		return c->to_level * log10(si / c->to_reference);
	return si * c->multiply / c->divide;
}

bool zhun_conversion_decimal(const struct zhun_unit *from, const struct zhun_unit *to,
			     enum zhun_count count, int *ret_places)
{
	if (!zhun_unit_same_dimension(from, to) ||
	    (count == ZHUN_POINT && from->scale != to->scale))
		return false;
	struct zhun_factor f = ratio(from, to);
	*ret_places = f.ten;
	return f.num == 1 && f.den == 1 && f.pi == 0 && f.rest == 1.0;
}
