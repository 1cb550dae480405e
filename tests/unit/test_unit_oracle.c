/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our table against UDUNITS-2, symbol by symbol. It is an oracle and no authority: where the two
 * differ, the reason stands in the list below, and a difference that is gone is a failure too. */
#include <math.h>
#include <udunits2.h>

#include "measure/unit_table.h"
#include "unit.h"
#include "zhun/measure/unit.h"

struct disagreement {
	const char *symbol;
	bool seen;
};

static struct disagreement known[] = {
	/* it takes a prefix and another unit for it */
	{"Gs", false},
	{"PS", false},
	{"TR", false},
	{"a", false},
	{"ct", false},
	{"dpt", false},
	{"fL", false},
	{"fl.oz", false},
	{"g0", false},
	{"gal", false},
	{"mH2O", false},
	{"nmi", false},
	{"oz", false},
	{"oz t", false},
	{"oz.t", false},
	{"pa", false},
	{"pH", false},
	{"° C", false},
	{"dBZ", false},
	/* it holds rounded digits */
	{"Oe", false},
	{"bbl", false},
	{"bu", false},
	{"floz", false},
	{"hp", false},
	{"ozf", false},
	{"pt", false},
	{"slug", false},
	/* it has the value of before 2019 */
	{"e", false},
	{"eV", false},
	{"amu", false},
	{"u", false},
	/* it counts by the US survey foot */
	{"acre", false},
	{"fathom", false},
	/* it takes Torr for mmHg; it is 101325/760 Pa */
	{"Torr", false},
	{"torr", false},
	/* its calorie is that of the International Table */
	{"cal", false},
	/* its therm is the US one */
	{"therm", false},
	{"thm", false},
	/* its year is the tropical one */
	{"yr", false},
	/* it counts a revolution and a cycle as 2π */
	{"cps", false},
	{"rpm", false},
	/* a level or a count with a dimension of its own here */
	{"Byte", false},
	{"Bytes", false},
	{"bit", false},
	{"byte", false},
	{"counts", false},
	{"dpi", false},
	{"db", false},
	{"dBV", false},
	{"dBW", false},
	{"dB_SPL", false},
	{"dBd", false},
	{"dBm", false},
	{"dBµV", false},
};

static struct disagreement *listed(const char *symbol)
{
	for (size_t i = 0; i < ZHUN_COUNT(known); i++)
		if (strcmp(known[i].symbol, symbol) == 0)
			return &known[i];
	return NULL;
}

/* both read 1 and 7.25 of it, as points in base units, alike */
static bool agree(ut_unit *theirs, ut_unit *base, const struct zhun_unit *ours,
		  const struct zhun_unit *ours_base)
{
	struct zhun_conversion c;
	struct zhun_error err;
	cv_converter *cv = ut_are_convertible(theirs, base) ? ut_get_converter(theirs, base) : NULL;
	bool same = cv && zhun_conversion_make(ours, ours_base, ZHUN_POINT, &c, &err) == ZHUN_OK;
	for (int i = 0; same && i < 2; i++) {
		double x = i ? 7.25 : 1.0, a = cv_convert_double(cv, x), b = zhun_convert(&c, x);
		same = fabs(a - b) <= 1e-9 * fabs(b);
	}
	if (cv)
		cv_free(cv);
	return same;
}

static void compare_symbol(ut_system *system, const char *symbol, size_t *compared)
{
	struct zhun_unit u, base_unit;
	char dimension[ZHUN_UNIT_TEXT];
	struct zhun_error err;
	ut_unit *theirs = ut_parse(system, symbol, UT_UTF8);
	if (!theirs)
		return;
	CHECK_CODE(zhun_unit_read(symbol, strlen(symbol), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK,
		   &err);
	zhun_unit_dimension(&u, dimension);
	ut_unit *base = u.special ? NULL : ut_parse(system, dimension, UT_UTF8);
	CHECK_CODE(zhun_unit_read(dimension, strlen(dimension), ZHUN_UNIT_TYPED, &base_unit, NULL,
				  &err),
		   ZHUN_OK, &err);
	bool same = base && agree(theirs, base, &u, &base_unit);
	struct disagreement *d = listed(symbol);
	if (d)
		d->seen = true;
	unit_check(same == !d, __FILE__, __LINE__, "%s: UDUNITS-2 %s", symbol,
		   same ? "agrees, yet it is listed" : "disagrees and is not listed");
	(*compared)++;
	ut_free(theirs);
	ut_free(base);
}

static void udunits_agrees_but_for_the_list(void)
{
	ut_set_error_message_handler(ut_ignore);
	ut_system *system = ut_read_xml(NULL);
	if (!system) {
		unit_skip("no UDUNITS-2 database");
		return;
	}
	size_t compared = 0;
	for (size_t i = 0; i < unit_spelling_count; i++)
		if (unit_spellings[i].flags & UNIT_SYMBOL)
			compare_symbol(system, unit_spellings[i].text, &compared);
	CHECK(compared > 100);
	for (size_t i = 0; i < ZHUN_COUNT(known); i++)
		unit_check(known[i].seen, __FILE__, __LINE__, "%s is listed and was not met",
			   known[i].symbol);
	ut_free_system(system);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"unit: UDUNITS-2 agrees but for the list", udunits_agrees_but_for_the_list},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
