/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/credit_code.h"

#include <stdbool.h>
#include <string.h>

/* The area of the authority that registered it: digits (GB 32100-2015 4, third part). */
enum { AREA_FIRST = 2, AREA_END = 8, MODULUS = 31 };

/* A character's value is its place; I, O, S, V and Z are not used. */
static const char characters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int value_of(char c)
{
	const char *at = c ? strchr(characters, c) : NULL;
	return at ? (int)(at - characters) : -1;
}

static bool has_form(const char *s)
{
	if (strlen(s) != ZHUN_CREDIT_CODE)
		return false;
	for (size_t i = 0; i < ZHUN_CREDIT_CODE; i++)
		if (value_of(s[i]) < 0 || (i >= AREA_FIRST && i < AREA_END && value_of(s[i]) > 9))
			return false;
	return true;
}

/* Weights are the powers of 3; the sum with the last character, whose weight is 1, leaves nothing (GB/T 17710). */
enum zhun_code zhun_credit_code_check(const char *s, struct zhun_error *err)
{
	int sum = 0, weight = 1;
	if (!has_form(s))
		return zhun_fail(err, ZHUN_E_CREDIT_CODE_FORM, "", s);
	for (size_t i = 0; i < ZHUN_CREDIT_CODE - 1; i++, weight = weight * 3 % MODULUS)
		sum += value_of(s[i]) * weight;
	if ((sum + value_of(s[ZHUN_CREDIT_CODE - 1])) % MODULUS != 0)
		return zhun_fail(err, ZHUN_E_CREDIT_CODE_WRONG, "", s);
	return ZHUN_OK;
}
