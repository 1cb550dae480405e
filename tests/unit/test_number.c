/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/number.h"

#include <math.h>
#include <stdint.h>

#include "unit.h"

static const struct {
	const char *text, *back;
	double value;
} readable[] = {
	{"0", "0", 0},
	{"1.50", "1.50", 1.5},
	{"-0.00", "-0.00", 0},
	{"+20.0012", "20.0012", 20.0012},
	{".5", "0.5", 0.5},
	{"5.", "5", 5},
	{"00012.30", "12.30", 12.3},
	{"1e3", "1000", 1000},
	{"1.5E-3", "0.0015", 0.0015},
	{"2.99792458e8", "299792458", 299792458},
	{"\xE2\x88\x92"
	 "4.2",
	 "-4.2", -4.2},
	{"6.62607015×10^-34", "6.62607015e-34", 6.62607015e-34},
	{"1.20 · 10^3", "1200", 1200},
	{"0.000001", "1e-6", 1e-6},
	{"0.00001", "0.00001", 1e-5},
	{"123456789012345678901234567890", "1.23456789012345678901234567890e29",
	 123456789012345678901234567890.0},
	{"4.9e-324", "4.9e-324", 4.9e-324},
	{"1e-500", "1e-500", 0},
	{"9007199254740993", "9.007199254740993e15", 9007199254740992.0},
	{"0.1", "0.1", 0.1},
};

static void reads_and_keeps_digits(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(readable); i++) {
		struct zhun_number x = {0};
		struct zhun_error err;
		char out[ZHUN_NUMBER_TEXT];
		CHECK_CODE(zhun_number_parse(readable[i].text, strlen(readable[i].text), &x, &err),
			   ZHUN_OK, &err);
		unit_check(fabs(x.value - readable[i].value) <= 0, __FILE__, __LINE__, "%s gave %a",
			   readable[i].text, x.value);
		zhun_decimal_text(&x.decimal, out);
		CHECK_TEXT(out, readable[i].back);
	}
}

static const struct {
	const char *text;
	enum zhun_code code;
} refused[] = {
	{"", ZHUN_E_NUMBER_BAD},
	{"abc", ZHUN_E_NUMBER_BAD},
	{"1,5", ZHUN_E_NUMBER_BAD},
	{"1.2.3", ZHUN_E_NUMBER_BAD},
	{"--1", ZHUN_E_NUMBER_BAD},
	{"1e", ZHUN_E_NUMBER_BAD},
	{".", ZHUN_E_NUMBER_BAD},
	{"0x10", ZHUN_E_NUMBER_BAD},
	{"1 ", ZHUN_E_NUMBER_BAD},
	{"NaN", ZHUN_E_NUMBER_NOT_FINITE},
	{"-INF", ZHUN_E_NUMBER_NOT_FINITE},
	{"Infinity", ZHUN_E_NUMBER_NOT_FINITE},
	{"1e400", ZHUN_E_NUMBER_RANGE},
	{".999999999990e-9999999999934", ZHUN_E_NUMBER_RANGE},
	{"1e99999999999999999999", ZHUN_E_NUMBER_RANGE},
	{"1234567890123456789012345678901234567890123456789012345678901", ZHUN_E_NUMBER_RANGE},
};

static void refuses_what_is_no_number(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(refused); i++) {
		struct zhun_number x;
		struct zhun_error err;
		CHECK_CODE(zhun_number_parse(refused[i].text, strlen(refused[i].text), &x, &err),
			   refused[i].code, &err);
	}
}

static void scans_the_number_before_a_unit(void)
{
	static const struct {
		const char *text;
		size_t len;
	} rows[] = {{"12 uV", 2}, {"1.5eV", 3}, {"3.0e-6V", 6}, {"5.m", 2}, {"-1e+2x", 5}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_number x;
		struct zhun_error err;
		size_t len = 0;
		CHECK_CODE(zhun_number_scan(rows[i].text, strlen(rows[i].text), &x, &len, &err),
			   ZHUN_OK, &err);
		CHECK_INT(len, rows[i].len);
	}
}

static const struct {
	const char *text, *value, *u;
} brackets[] = {
	{"10.0123(45)", "10.0123", "0.0045"},
	{"1.5(2)e-3", "0.0015", "0.0002"},
	{"100(3)", "100", "3"},
	{"10.0123(0.0045)", "10.0123", "0.0045"},
	{"1.00(10)", "1.00", "0.10"},
	{"7.5", "7.5", "0"},
	{"-273.15(1)", "-273.15", "0.01"},
};

static void reads_uncertainty_in_brackets(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(brackets); i++) {
		struct zhun_number x = {0}, u = {0};
		struct zhun_error err;
		char out[ZHUN_NUMBER_TEXT];
		CHECK_CODE(zhun_number_parse_bracket(brackets[i].text, strlen(brackets[i].text), &x,
						     &u, &err),
			   ZHUN_OK, &err);
		zhun_decimal_text(&x.decimal, out);
		CHECK_TEXT(out, brackets[i].value);
		zhun_decimal_text(&u.decimal, out);
		CHECK_TEXT(out, brackets[i].u);
	}
	static const char *const bad[] = {"1.5(", "1.5()",   "1.5(-2)",	 "1.5(2",
					  "(2)",  "1.5(2)x", "1.5(2)(3)"};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++) {
		struct zhun_number x, u;
		struct zhun_error err;
		CHECK_CODE(zhun_number_parse_bracket(bad[i], strlen(bad[i]), &x, &u, &err),
			   ZHUN_E_NUMBER_BAD, &err);
	}
}

static struct zhun_decimal decimal(const char *text)
{
	struct zhun_number x = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_number_parse(text, strlen(text), &x, &err), ZHUN_OK, &err);
	return x.decimal;
}

static const struct {
	const char *text;
	int place;
	const char *want;
} rounded[] = {
	{"2.345", -2, "2.34"},	{"2.355", -2, "2.36"}, {"2.3451", -2, "2.35"},
	{"9.995", -2, "10.00"}, {"0.004", -2, "0.00"}, {"0.005", -2, "0.00"},
	{"0.0051", -2, "0.01"}, {"1234", 2, "1200"},   {"1250", 2, "1200"},
	{"1251", 2, "1300"},	{"96", 2, "100"},      {"7", -3, "7.000"},
	{"-2.5", 0, "-2"},	{"4", 2, "0"},	       {"60", 2, "100"},
};

static void rounds_at_a_place(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(rounded); i++) {
		struct zhun_decimal d = decimal(rounded[i].text),
				    r = zhun_decimal_round(&d, rounded[i].place);
		char out[ZHUN_NUMBER_TEXT];
		zhun_decimal_text(&r, out);
		CHECK_TEXT(out, rounded[i].want);
	}
}

static const struct {
	const char *text;
	int digits;
	bool up;
	const char *want;
} shortened[] = {
	{"0.012345", 2, false, "0.012"}, {"0.0125", 2, false, "0.012"},
	{"0.01251", 2, false, "0.013"},	 {"9.96", 2, false, "10"},
	{"0.0996", 2, false, "0.10"},	 {"10.47", 2, true, "11"},
	{"28.05", 2, true, "29"},	 {"28.00", 2, true, "28"},
	{"5", 2, false, "5.0"},
};

static void rounds_to_digits(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(shortened); i++) {
		struct zhun_decimal d = decimal(shortened[i].text);
		struct zhun_decimal r =
			zhun_decimal_round_digits(&d, shortened[i].digits, shortened[i].up);
		char out[ZHUN_NUMBER_TEXT];
		zhun_decimal_text(&r, out);
		CHECK_TEXT(out, shortened[i].want);
	}
}

static void compares_exactly(void)
{
	static const struct {
		const char *a, *b;
		int want;
	} rows[] = {{"1.50", "1.5", 0},
		    {"0", "-0.0", 0},
		    {"-1", "1", -1},
		    {"1e-30", "0", 1},
		    {"10", "9.99999", 1},
		    {"-2", "-1", -1},
		    {"0.1000000000000000000000001", "0.1", 1},
		    {"123e2", "12300", 0}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_decimal a = decimal(rows[i].a), b = decimal(rows[i].b);
		CHECK_INT(zhun_decimal_compare(&a, &b), rows[i].want);
		CHECK_INT(zhun_decimal_compare(&b, &a), -rows[i].want);
	}
}

/* Law: the shortest text reads back as the same bits, for doubles of every size. */
static void doubles_come_back(void)
{
	unsigned long long state = 1;
	for (int i = 0; i < 20000; i++) {
		uint64_t bits = unit_random(&state);
		double x, back;
		memcpy(&x, &bits, sizeof x);
		if (!isfinite(x))
			continue;
		char out[ZHUN_NUMBER_TEXT];
		struct zhun_number n = {0};
		struct zhun_error err;
		size_t len = zhun_double_text(x, out);
		if (!CHECK_CODE(zhun_number_parse(out, len, &n, &err), ZHUN_OK, &err))
			return;
		back = n.value;
		if (!unit_check(memcmp(&x, &back, sizeof x) == 0, __FILE__, __LINE__,
				"%s is not %a", out, x))
			return;
	}
}

static void doubles_are_short(void)
{
	static const struct {
		double x;
		const char *want;
	} rows[] = {{0.1, "0.1"},
		    {1.0 / 3, "0.3333333333333333"},
		    {1e22, "1e22"},
		    {5e-324, "4.94065645841247e-324"},
		    {123456, "123456"},
		    {-0.5, "-0.5"},
		    {0, "0"},
		    {1e15, "1e15"},
		    {1e14, "100000000000000"}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		char out[ZHUN_NUMBER_TEXT];
		zhun_double_text(rows[i].x, out);
		CHECK_TEXT(out, rows[i].want);
	}
}

/* Law: no two decimals of at most 15 digits read as the same double (IEEE 754-2019 5.12.2), so that each
 * comes back as it was, without trailing zeros. */
static void decimals_come_back(void)
{
	unsigned long long state = 5;
	for (int i = 0; i < 50000; i++) {
		struct zhun_decimal d = {.count = 1 + (int)(unit_random(&state) % 15),
					 .exponent = (int)(unit_random(&state) % 45) - 25};
		for (int k = 0; k < d.count; k++)
			d.digits[k] = (char)('0' + unit_random(&state) % 10);
		d.digits[0] = (char)('1' + unit_random(&state) % 9);
		d.digits[d.count - 1] = d.count > 1 ? (char)('1' + unit_random(&state) % 9) : d.digits[0];
		struct zhun_decimal back = zhun_decimal_of(zhun_decimal_value(&d));
		if (!unit_check(back.count == d.count && back.exponent == d.exponent &&
				memcmp(back.digits, d.digits, (size_t)d.count) == 0, __FILE__, __LINE__,
				"%.*s e%d came back as %.*s e%d", d.count, d.digits, d.exponent, back.count,
				back.digits, back.exponent))
			return;
	}
}

/* Law: rounding at a place is within half a unit of it and idempotent. */
static void rounding_is_near(void)
{
	unsigned long long state = 2;
	for (int i = 0; i < 5000; i++) {
		double x = (double)(long long)(unit_random(&state) >> 20) / 1024.0;
		int place = (int)(unit_random(&state) % 12) - 6;
		struct zhun_decimal d = zhun_decimal_of(x), r = zhun_decimal_round(&d, place),
				    again = zhun_decimal_round(&r, place);
		double got = zhun_decimal_value(&r), half = 0.5 * pow(10, place);
		if (!unit_check(fabs(got - x) <= half * (1 + 1e-9) + fabs(x) * 1e-15, __FILE__,
				__LINE__, "%.17g at %d gave %.17g", x, place, got))
			return;
		CHECK_INT(zhun_decimal_compare(&r, &again), 0);
	}
}

static const struct unit_test tests[] = {
	{"number: reads and keeps digits", reads_and_keeps_digits},
	{"number: refuses what is no number", refuses_what_is_no_number},
	{"number: scans the number before a unit", scans_the_number_before_a_unit},
	{"number: uncertainty in brackets", reads_uncertainty_in_brackets},
	{"number: rounds at a place", rounds_at_a_place},
	{"number: rounds to digits", rounds_to_digits},
	{"number: compares exactly", compares_exactly},
	{"number: doubles come back to the bit", doubles_come_back},
	{"number: doubles are short", doubles_are_short},
	{"number: decimals come back", decimals_come_back},
	{"number: rounding is near and idempotent", rounding_is_near},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
