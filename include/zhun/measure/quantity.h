/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A value with its unit: the only form in which a measured number goes from
 * module to module. The digits stay as written; a conversion that only moves
 * the decimal point keeps them. Plain values, no memory, any thread.
 */
#ifndef ZHUN_MEASURE_QUANTITY_H
#define ZHUN_MEASURE_QUANTITY_H

#include "zhun/base/number.h"
#include "zhun/measure/unit.h"

struct zhun_quantity {
	struct zhun_number number;
	struct zhun_unit unit;
};

enum { ZHUN_QUANTITY_TEXT = ZHUN_NUMBER_TEXT + ZHUN_UNIT_TEXT };

/** "10 V", "35uV", "-20 °C", "5 %", "0.5" (unit 1). Fails as numbers and units do. */
enum zhun_code zhun_quantity_read(const char *s, size_t n, struct zhun_quantity *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** From a number's text and a unit's text, as registers and certificates hold them. */
enum zhun_code zhun_quantity_of(const char *number, const char *unit, struct zhun_quantity *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** From a computed value: the digits are the shortest that read back as it. @a x is finite. */
struct zhun_quantity zhun_quantity_computed(double x, const struct zhun_unit *unit);

/** "35 µV", reads back equal; typeset with a thin space and the SI's signs. */
size_t zhun_quantity_text(const struct zhun_quantity *q, char out[ZHUN_QUANTITY_TEXT]);
size_t zhun_quantity_typeset(const struct zhun_quantity *q, char out[ZHUN_QUANTITY_TEXT]);

/** In another unit. Fails UNIT_MISMATCH, UNIT_LEVEL, NUMBER_RANGE. @a ret may be @a q. */
enum zhun_code zhun_quantity_in(const struct zhun_quantity *q, const struct zhun_unit *unit,
				enum zhun_count count, struct zhun_quantity *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** −1, 0, 1 into @a ret: exact where the units differ by powers of ten, else as doubles. */
enum zhun_code zhun_quantity_compare(const struct zhun_quantity *a, const struct zhun_quantity *b,
				     enum zhun_count count, int *ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

#endif
