/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact factors: num/den · 10^ten · π^pi. What does not fit 64 bits moves into rest, and is then
 * no longer exact. */
#ifndef MEASURE_FACTOR_H
#define MEASURE_FACTOR_H

#include "zhun/base/number.h"
#include "zhun/measure/unit.h"

struct zhun_factor factor_one(void);
struct zhun_factor factor_ten(int power);
struct zhun_factor factor_two(int power);

/** The decimal, exactly where its digits fit. It must not be negative. */
struct zhun_factor factor_decimal(const struct zhun_decimal *d);

struct zhun_factor factor_mul(struct zhun_factor a, struct zhun_factor b);
struct zhun_factor factor_inverse(struct zhun_factor a);

/** a^(twelfths/12); roots are exact where the root is a whole number. */
struct zhun_factor factor_power(struct zhun_factor a, int twelfths);

/** Whether it is 1 or another power of ten. */
bool factor_is_ten(struct zhun_factor a);

/** Whether it is a decimal of at most fifteen digits, so that its text says all of it. */
bool factor_is_short(struct zhun_factor a);

bool factor_equal(struct zhun_factor a, struct zhun_factor b);
double factor_value(struct zhun_factor a);

/** Whether its value is a double with room on both sides: no unit is larger or smaller. */
bool factor_usable(struct zhun_factor a);

#endif
