/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dimensions of steps, worked out as they are emitted. Terms have one dimension, products add,
 * powers of what has a dimension are fixed, functions take pure numbers. On scales with a zero of
 * their own (°C) points form an affine space: in a sum with fixed weights the zero comes in as
 * often as the weights say, so that t1 − t2 is a difference, (t1 + t2)/2 a point, and what is
 * neither can be used for nothing. Source: SI Brochure 9 (2019) 2.3.1, 5.4; ISO 80000-1 for levels. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "measure/model_reader.h"
#include "measure/unit.h"
#include "zhun/base/text.h"

enum rule {
	RULE_NUMBER, RULE_SUM, RULE_PRODUCT, RULE_POWER, RULE_POWER_CONSTANT, RULE_SAME, RULE_ROOT, RULE_PURE,
	RULE_PAIR, RULE_ANGLE, RULE_COMPARE
};

static const uint8_t rules[STEP_KINDS] = {
	[STEP_INPUT] = RULE_NUMBER,   [STEP_CONSTANT] = RULE_NUMBER, [STEP_ADD] = RULE_SUM,
	[STEP_SUBTRACT] = RULE_SUM,   [STEP_MULTIPLY] = RULE_PRODUCT, [STEP_DIVIDE] = RULE_PRODUCT,
	[STEP_NEGATE] = RULE_SAME,    [STEP_POWER] = RULE_POWER,
	[STEP_POWER_CONSTANT] = RULE_POWER_CONSTANT,
	[STEP_SQRT] = RULE_ROOT,      [STEP_EXP] = RULE_PURE,	     [STEP_LOG] = RULE_PURE,
	[STEP_LOG10] = RULE_PURE,     [STEP_SIN] = RULE_PURE,	     [STEP_COS] = RULE_PURE,
	[STEP_TAN] = RULE_PURE,	      [STEP_ASIN] = RULE_PURE,	     [STEP_ACOS] = RULE_PURE,
	[STEP_ATAN] = RULE_PURE,      [STEP_SINH] = RULE_PURE,	     [STEP_COSH] = RULE_PURE,
	[STEP_TANH] = RULE_PURE,      [STEP_ATAN2] = RULE_COMPARE,   [STEP_COMPLEX] = RULE_PAIR,
	[STEP_RE] = RULE_SAME,	      [STEP_IM] = RULE_SAME,	     [STEP_CONJ] = RULE_SAME,
	[STEP_ABS] = RULE_SAME,	      [STEP_ARG] = RULE_ANGLE,	     [STEP_LESS] = RULE_COMPARE,
	[STEP_AT_MOST] = RULE_COMPARE, [STEP_WHERE] = RULE_SAME,
};

struct extent extent_one(void)
{
	return (struct extent){.weight = 0.0};
}

struct extent extent_of_unit(const struct zhun_unit *u)
{
	struct extent e = {.special = u->special, .special_power = u->special_power};
	memcpy(e.power, u->power, sizeof(e.power));
	return e;
}

bool extent_same(const struct extent *a, const struct extent *b)
{
	return memcmp(a->power, b->power, sizeof(a->power)) == 0 && a->special == b->special &&
	       a->special_power == b->special_power;
}

void extent_text(const struct extent *e, char out[ZHUN_UNIT_TEXT])
{
	struct zhun_unit u = zhun_unit_one();
	memcpy(u.power, e->power, sizeof(u.power));
	u.special = e->special;
	u.special_power = e->special_power;
	(void)zhun_unit_dimension(&u, out);
}

static bool is_pure(const struct extent *e)
{
	const struct extent one = extent_one();
	return e->zero || extent_same(e, &one);
}

static bool is_weighted(const struct extent *e)
{
	return fabs(e->weight) > 1e-9;
}

static enum zhun_code blame_term(const struct reader *r, enum zhun_code code, const struct extent *e, struct span s,
				 size_t at)
{
	char term[ZHUN_ERROR_ARG_SIZE], dimension[ZHUN_UNIT_TEXT];
	reader_text(r, s, term);
	extent_text(e, dimension);
	return reader_blame_words(r, code, at, (const char *const[4]){term, dimension});
}

static enum zhun_code mismatch(const struct reader *r, const struct extent *a, const struct extent *b, size_t at)
{
	char left[ZHUN_ERROR_ARG_SIZE], right[ZHUN_ERROR_ARG_SIZE], x[ZHUN_UNIT_TEXT], y[ZHUN_UNIT_TEXT];
	reader_text(r, r->left, left);
	reader_text(r, r->right, right);
	extent_text(a, x);
	extent_text(b, y);
	return reader_blame_words(r, ZHUN_E_MODEL_DIMENSION, at, (const char *const[4]){left, x, right, y});
}

enum zhun_code extent_no_point(const struct reader *r, const struct extent *e, struct span s, size_t at)
{
	if (e->level)
		return blame_term(r, ZHUN_E_MODEL_LEVEL, e, s, at);
	return is_weighted(e) ? blame_term(r, ZHUN_E_MODEL_POINT, e, s, at) : ZHUN_OK;
}

/* levels above different references (dBm, dBW) are no terms of one sum */
static bool same_scale(const struct extent *a, const struct extent *b)
{
	return !a->level || !b->level || a->level == b->level || !is_weighted(a) || !is_weighted(b);
}

/* a term that is 0 takes the other's dimension */
static enum zhun_code joined(const struct reader *r, const struct extent *a, const struct extent *b, size_t at,
			     struct extent *ret)
{
	if (!a->zero && !b->zero && (!extent_same(a, b) || !same_scale(a, b)))
		return mismatch(r, a, b, at);
	*ret = a->zero ? *b : *a;
	ret->level = a->level && !(is_weighted(b) && b->level) ? a->level : b->level;
	return ZHUN_OK;
}

enum zhun_code extent_alike(const struct reader *r, uint32_t a, uint32_t b, size_t at, struct extent *ret)
{
	const struct extent *x = &r->c->extents[a], *y = &r->c->extents[b];
	enum zhun_code code = joined(r, x, y, at, ret);
	if (!code && !x->zero && !y->zero && fabs(x->weight - y->weight) > 1e-9)
		return blame_term(r, ZHUN_E_MODEL_POINT, is_weighted(x) ? x : y, is_weighted(x) ? r->left : r->right,
				  at);
	return code;
}

static enum zhun_code sum(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	const struct extent *a = &r->c->extents[s->a], *b = &r->c->extents[s->b];
	enum zhun_code code = joined(r, a, b, at, ret);
	ret->weight = a->weight + (s->kind == STEP_ADD ? b->weight : -b->weight);
	ret->zero = a->zero && b->zero;
	return code;
}

static bool add_powers(struct extent *e, const struct extent *b, int sign)
{
	bool fits = true;
	for (int i = 0; i < 7; i++) {
		int p = e->power[i] + sign * b->power[i];
		fits = fits && abs(p) <= UNIT_POWER_MAX;
		e->power[i] = (int16_t)(fits ? p : 0);
	}
	if (e->special && b->special && e->special != b->special)
		return false;
	int p = e->special_power + sign * b->special_power;
	fits = fits && abs(p) <= UNIT_POWER_MAX;
	e->special = p ? (e->special ? e->special : b->special) : 0;
	e->special_power = (int16_t)(fits ? p : 0);
	return fits;
}

/* a fixed number times a point weighs it; anything else times a point has no meaning */
static enum zhun_code product(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	const struct extent *a = &r->c->extents[s->a], *b = &r->c->extents[s->b];
	const struct step *x = &r->c->steps[s->a], *y = &r->c->steps[s->b];
	bool by_a = s->kind == STEP_MULTIPLY && x->kind == STEP_CONSTANT && !b->level,
	     by_b = y->kind == STEP_CONSTANT && !a->level;
	enum zhun_code code = by_b ? ZHUN_OK : extent_no_point(r, a, r->left, at);
	if (!code && !by_a)
		code = extent_no_point(r, b, r->right, at);
	if (code)
		return code;
	*ret = *a;
	if (!add_powers(ret, b, s->kind == STEP_MULTIPLY ? 1 : -1))
		return blame_term(r, ZHUN_E_MODEL_POWER, b, r->right, at);
	ret->zero = false;
	ret->level = 0;
	ret->weight = by_a   ? b->weight * x->constant
		      : by_b ? (s->kind == STEP_MULTIPLY ? a->weight * y->constant : a->weight / y->constant)
			     : 0.0;
	return ZHUN_OK;
}

static enum zhun_code pure(const struct reader *r, const struct extent *e, struct span s, size_t at)
{
	enum zhun_code code = extent_no_point(r, e, s, at);
	return code || is_pure(e) ? code : blame_term(r, ZHUN_E_MODEL_PURE, e, s, at);
}

/* a power of a dimension counts in twelfths: √ and ∛ of a volume are one, its π-th power none */
static enum zhun_code fixed_power(const struct reader *r, const struct extent *a, double n, size_t at,
				  struct extent *ret)
{
	enum zhun_code code = extent_no_point(r, a, r->left, at);
	*ret = *a;
	ret->zero = false;
	for (int i = 0; i < 8 && !code; i++) {
		int16_t *p = i < 7 ? &ret->power[i] : &ret->special_power;
		double raised = *p * n, whole = round(raised);
		if (!(fabs(raised - whole) <= 1e-9) || fabs(whole) > UNIT_POWER_MAX)
			return blame_term(r, ZHUN_E_MODEL_POWER, a, r->left, at);
		*p = (int16_t)whole;
	}
	ret->special = ret->special_power ? ret->special : 0;
	return code;
}

static enum zhun_code free_power(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	const struct extent *a = &r->c->extents[s->a];
	enum zhun_code code = extent_no_point(r, a, r->left, at);
	if (!code && !is_pure(a))
		code = blame_term(r, ZHUN_E_MODEL_POWER, a, r->left, at);
	*ret = extent_one();
	return code ? code : pure(r, &r->c->extents[s->b], r->right, at);
}

static enum zhun_code same(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	const struct extent *a = &r->c->extents[s->a];
	bool linear = s->kind == STEP_NEGATE || s->kind == STEP_RE || s->kind == STEP_CONJ || s->kind == STEP_WHERE;
	enum zhun_code code = linear ? ZHUN_OK : extent_no_point(r, a, r->left, at);
	*ret = *a;
	if (s->kind == STEP_NEGATE)
		ret->weight = -a->weight;
	return code;
}

/* pairs of one dimension: real and imaginary part; what is compared; the sides of an angle */
static enum zhun_code pair(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	enum zhun_code code = extent_alike(r, s->a, s->b, at, ret);
	if (!code && s->kind != STEP_LESS && s->kind != STEP_AT_MOST)
		code = extent_no_point(r, ret, r->left, at);
	if (rules[s->kind] == RULE_COMPARE)
		*ret = extent_one();
	return code;
}

enum zhun_code extent_of_step(const struct reader *r, const struct step *s, size_t at, struct extent *ret)
{
	const struct extent *a = &r->c->extents[s->a];
	*ret = extent_one();
	switch ((enum rule)rules[s->kind]) {
	case RULE_NUMBER:
		ret->zero = s->constant == 0.0;
		return ZHUN_OK;
	case RULE_SUM:
		return sum(r, s, at, ret);
	case RULE_PRODUCT:
		return product(r, s, at, ret);
	case RULE_POWER:
		return free_power(r, s, at, ret);
	case RULE_POWER_CONSTANT:
		return fixed_power(r, a, s->constant, at, ret);
	case RULE_ROOT:
		return fixed_power(r, a, 0.5, at, ret);
	case RULE_SAME:
		return same(r, s, at, ret);
	case RULE_PURE:
		return pure(r, a, r->left, at);
	case RULE_PAIR:
	case RULE_COMPARE:
		return pair(r, s, at, ret);
	case RULE_ANGLE:
		return extent_no_point(r, a, r->left, at);
	}
	return ZHUN_OK;
}
