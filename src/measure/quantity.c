/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/quantity.h"

#include <math.h>
#include <string.h>

#include "zhun/base/text.h"

enum zhun_code zhun_quantity_read(const char *s, size_t n, struct zhun_quantity *ret,
				  struct zhun_error *err)
{
	struct zhun_quantity q = {.unit = zhun_unit_one()};
	size_t used = 0, rest = 0;
	const char *after = NULL;
	zhun_str_trim(s, n, &s, &n);
	enum zhun_code code = zhun_number_scan(s, n, &q.number, &used, err);
	if (code)
		return code;
	zhun_str_trim(s + used, n - used, &after, &rest);
	if (rest)
		code = zhun_unit_read(after, rest, ZHUN_UNIT_TYPED, &q.unit, NULL, err);
	if (!code)
		*ret = q;
	return code;
}

enum zhun_code zhun_quantity_of(const char *number, const char *unit, struct zhun_quantity *ret,
				struct zhun_error *err)
{
	struct zhun_quantity q = {.unit = zhun_unit_one()};
	enum zhun_code code = zhun_number_parse(number, strlen(number), &q.number, err);
	if (!code)
		code = zhun_unit_read(unit, strlen(unit), ZHUN_UNIT_TYPED, &q.unit, NULL, err);
	if (!code)
		*ret = q;
	return code;
}

struct zhun_quantity zhun_quantity_computed(double x, const struct zhun_unit *unit)
{
	return (struct zhun_quantity){.number = {.decimal = zhun_decimal_of(x), .value = x},
				      .unit = *unit};
}

static size_t text(const struct zhun_quantity *q, const char *space, const char *unit, char *out)
{
	size_t n = zhun_decimal_text(&q->number.decimal, out);
	bool plain_angle =
		strcmp(unit, "°") == 0 || strcmp(unit, "′") == 0 || strcmp(unit, "″") == 0;
	if (!plain_angle && unit[0]) {
		memcpy(out + n, space, strlen(space));
		n += strlen(space);
	}
	memcpy(out + n, unit, strlen(unit) + 1);
	return n + strlen(unit);
}

size_t zhun_quantity_text(const struct zhun_quantity *q, char out[ZHUN_QUANTITY_TEXT])
{
	char unit[ZHUN_UNIT_TEXT];
	zhun_unit_canonical(&q->unit, unit);
	return text(q, " ", strcmp(unit, "1") == 0 ? "" : unit, out);
}

size_t zhun_quantity_typeset(const struct zhun_quantity *q, char out[ZHUN_QUANTITY_TEXT])
{
	char unit[ZHUN_UNIT_TEXT];
	zhun_unit_typeset(&q->unit, unit);
	return text(q, "\u2009", unit, out);
}

enum zhun_code zhun_quantity_in(const struct zhun_quantity *q, const struct zhun_unit *unit,
				enum zhun_count count, struct zhun_quantity *ret,
				struct zhun_error *err)
{
	struct zhun_conversion c;
	int places = 0;
	enum zhun_code code = zhun_conversion_make(&q->unit, unit, count, &c, err);
	if (code)
		return code;
	struct zhun_quantity moved = {.number = q->number, .unit = *unit};
	if (zhun_conversion_decimal(&q->unit, unit, count, &places)) {
		moved.number.decimal.exponent += places;
		moved.number.value = zhun_decimal_value(&moved.number.decimal);
	} else {
		moved.number.value = zhun_convert(&c, q->number.value);
	}
	if (!isfinite(moved.number.value)) {
		char t[ZHUN_QUANTITY_TEXT];
		zhun_quantity_text(q, t);
		return zhun_fail(err, ZHUN_E_NUMBER_RANGE, NULL, t);
	}
	if (!zhun_conversion_decimal(&q->unit, unit, count, &places))
		moved.number.decimal = zhun_decimal_of(moved.number.value);
	*ret = moved;
	return ZHUN_OK;
}

enum zhun_code zhun_quantity_compare(const struct zhun_quantity *a, const struct zhun_quantity *b,
				     enum zhun_count count, int *ret, struct zhun_error *err)
{
	struct zhun_quantity x;
	int places = 0;
	enum zhun_code code = zhun_quantity_in(a, &b->unit, count, &x, err);
	if (code)
		return code;
	if (zhun_conversion_decimal(&a->unit, &b->unit, count, &places))
		*ret = zhun_decimal_compare(&x.number.decimal, &b->number.decimal);
	else
		*ret = (x.number.value > b->number.value) - (x.number.value < b->number.value);
	return ZHUN_OK;
}
