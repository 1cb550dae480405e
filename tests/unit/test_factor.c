/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/factor.h"

#include <math.h>

#include "measure/unit_table.h"
#include "unit.h"

static struct zhun_factor of(uint64_t num, uint64_t den)
{
	struct zhun_factor top = {num, 1, 0, 0, 1.0}, bottom = {den, 1, 0, 0, 1.0};
	return factor_mul(top, factor_inverse(bottom));
}

static void equal_factors_look_equal(void)
{
	struct zhun_factor half = of(1, 2), five = of(5, 10), survey = of(1200, 3937);
	CHECK(factor_equal(half, five));
	CHECK_INT(half.num, 5);
	CHECK_INT(half.ten, -1);
	CHECK_INT(half.den, 1);
	CHECK_INT(survey.den, 3937);
	CHECK(!factor_equal(half, survey));
	CHECK(fabs(factor_value(survey) - 1200.0 / 3937.0) <= 0);
}

static void decimals(void)
{
	struct zhun_number x;
	struct zhun_error err;
	CHECK_CODE(zhun_number_parse("1.602176634e-19", 15, &x, &err), ZHUN_OK, &err);
	struct zhun_factor f = factor_decimal(&x.decimal);
	CHECK_INT(f.num, 1602176634);
	CHECK_INT(f.ten, -28);
	CHECK(fabs(factor_value(f) - 1.602176634e-19) <= 0);
	const char *longer = "1.23456789012345678901234567890";
	CHECK_CODE(zhun_number_parse(longer, strlen(longer), &x, &err), ZHUN_OK, &err);
	f = factor_decimal(&x.decimal);
	CHECK(f.rest != 1.0);
	CHECK(fabs(factor_value(f) - x.value) <= 0);
}

static void powers_and_roots(void)
{
	struct zhun_factor four = of(4, 1), kilo = factor_ten(3), nano = factor_ten(-9);
	CHECK(factor_equal(factor_power(four, 6), of(2, 1)));
	CHECK(factor_equal(factor_power(kilo, -12), factor_ten(-3)));
	CHECK(factor_equal(factor_power(nano, 4), factor_ten(-3)));
	CHECK(fabs(factor_value(factor_power(kilo, 6)) - sqrt(1000.0)) < 1e-14);
	CHECK(factor_equal(factor_power(four, 0), factor_one()));
	CHECK(fabs(factor_value(factor_two(80)) - 1208925819614629174706176.0) <= 0);
}

/* Overflow of 64 bits costs exactness and nothing else. */
static void what_does_not_fit_moves_aside(void)
{
	struct zhun_factor pound = of(45359237, 100000000), f = factor_power(pound, 12 * 9);
	CHECK(f.rest != 1.0);
	CHECK(fabs(factor_value(f) / pow(0.45359237, 9) - 1.0) < 1e-14);
}

static void prefixes_are_what_they_say(void)
{
	/* measure/prefix.c: the order is that of tools/mkunits */
	CHECK_TEXT(unit_prefixes[UNIT_PREFIX_KILO].symbol, "k");
	CHECK_TEXT(unit_prefixes[UNIT_PREFIX_MICRO].symbol, "µ");
	for (int i = 0; i < UNIT_PREFIXES; i++) {
		const char *name = unit_prefixes[i].dsi;
		CHECK_INT(unit_prefix_named(name, strlen(name)), i);
		CHECK((unit_prefixes[i].ten != 0) != (unit_prefixes[i].binary != 0));
	}
	CHECK_INT(unit_prefix_named("deka", 4), unit_prefix_named("deca", 4));
	CHECK_INT(unit_prefix_named("kil", 3), -1);
}

/* a·b/b is a, to the bit, for factors of the table */
static void products_undo(void)
{
	for (size_t i = 0; i < unit_row_count; i++)
		for (size_t k = 0; k < unit_row_count; k += 7) {
			struct zhun_factor a = unit_rows[i].factor, b = unit_rows[k].factor;
			struct zhun_factor back = factor_mul(factor_mul(a, b), factor_inverse(b));
			unit_check(factor_equal(a, back), __FILE__, __LINE__, "%s %s", unit_rows[i].symbol,
				   unit_rows[k].symbol);
		}
}

static const struct unit_test tests[] = {
	{"factor: equal ones look equal", equal_factors_look_equal},
	{"factor: decimals", decimals},
	{"factor: powers and roots", powers_and_roots},
	{"factor: what does not fit moves aside", what_does_not_fit_moves_aside},
	{"factor: prefixes are what they say", prefixes_are_what_they_say},
	{"factor: products undo", products_undo},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
