/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Number text, exactly: what was written is kept (1.50 stays 1.50) beside the
 * double nearest to it. Locale-free in both directions. A decimal is sign,
 * digits and exponent, so that rounding and comparing at the digits of a
 * report are decimal, not binary. NaN and infinities are not numbers here.
 * Sources: IEEE 754-2019 5.12; GUM (JCGM 100) 7.2.2 for 1.2345(67), 7.2.6 for
 * rounding; SI Brochure 5.4.4 for the decimal marker.
 */
#ifndef ZHUN_BASE_NUMBER_H
#define ZHUN_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"
#include "zhun/base/error.h"

enum { ZHUN_NUMBER_DIGITS = 60, ZHUN_NUMBER_TEXT = 96 };

/** (-1)^negative · digits · 10^exponent; digits without leading zeros, "" is zero, trailing
 *  zeros kept as written: 1.50 is "150", -2. */
struct zhun_decimal {
	bool negative;
	int exponent;
	int count;                      /* digits in use */
	char digits[ZHUN_NUMBER_DIGITS];  /* '0' … '9', not ended by NUL */
};

/** A number as written and as computed. */
struct zhun_number {
	struct zhun_decimal decimal;
	double value;                   /* nearest double, ties to even */
};

/** Reads all of @a s[0 … n): [+-]digits[.digits][e[+-]digits]; also a lone fraction (.5), a
 *  trailing point (5.), the minus sign U+2212, and "·10^n", "×10^n" as people write.
 *  Fails NUMBER_BAD (what is wrong, the text), NUMBER_RANGE (overflow, more than 60 digits). */
enum zhun_code zhun_number_parse(const char *s, size_t n, struct zhun_number *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** As zhun_number_parse, but stops where the number ends and writes how many bytes it took;
 *  for parsers of larger texts. No "×10^n" form. Fails the same. */
enum zhun_code zhun_number_scan(const char *s, size_t n, struct zhun_number *ret, size_t *ret_len,
				struct zhun_error *err) ZHUN_MUST_USE;

/** A value with its standard uncertainty in brackets, 10.0123(45) or 1.5(2)e-3: @a ret_u is the
 *  uncertainty in the value's last digits (has 0 digits and value 0 where no bracket stands). */
enum zhun_code zhun_number_parse_bracket(const char *s, size_t n, struct zhun_number *ret,
					 struct zhun_number *ret_u, struct zhun_error *err) ZHUN_MUST_USE;

/** The decimal as text: plain from 1e-5 to 1e15 (zeros filled in left of the mark), else with e;
 *  digits after the mark kept. Returns the length. */
size_t zhun_decimal_text(const struct zhun_decimal *d, char out[ZHUN_NUMBER_TEXT]);

/** The shortest text that reads back as the same double; "0" for both zeros. @a x is finite. */
size_t zhun_double_text(double x, char out[ZHUN_NUMBER_TEXT]);

/** The double as that shortest decimal. */
struct zhun_decimal zhun_decimal_of(double x);

/** Nearest double of a decimal; ±HUGE_VAL on overflow. */
double zhun_decimal_value(const struct zhun_decimal *d);

/** Rounded to the decimal place 10^place, half to even. place −2 keeps two decimals. */
struct zhun_decimal zhun_decimal_round(const struct zhun_decimal *d, int place);

/** Rounded to @a digits significant digits, half to even (up: away from zero whatever follows). */
struct zhun_decimal zhun_decimal_round_digits(const struct zhun_decimal *d, int digits, bool up);

/** −1, 0, 1: exact comparison of the values. */
int zhun_decimal_compare(const struct zhun_decimal *a, const struct zhun_decimal *b);

#endif
