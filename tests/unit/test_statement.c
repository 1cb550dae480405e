/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/statement.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static struct zhun_unit unit_of(const char *s)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	CHECK_CODE(zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK, &err);
	return u;
}

static struct zhun_quantity of(const char *s)
{
	struct zhun_quantity q = {.unit = zhun_unit_one()};
	struct zhun_error err;
	CHECK_CODE(zhun_quantity_read(s, strlen(s), &q, &err), ZHUN_OK, &err);
	return q;
}

/* statement, unit of the quantity, point, U there; canonical text */
static const struct {
	const char *text, *unit, *point, *u, *canonical;
} evaluated[] = {
	{"0.12 mg", "g", "100 g", "0.12 mg", "0.12 mg"},
	{"12 uV + 3.0 uV/V", "V", "10 V", "42 µV", "12 µV + 3.0 µV/V"},
	{"8 uV + 1.5 uV/V", "V", "10 V", "23 µV", "8 µV + 1.5 µV/V"},
	{"12 uV + 3.0 uV/V", "V", "-10 V", "42 µV", "12 µV + 3.0 µV/V"},
	{"12 uV + 3.0 uV/V", "mV", "10000 mV", "42 µV", "12 µV + 3.0 µV/V"},
	{"±0.05 %", "V", "200 mV", "100 µV", "0.05 %"},
	{"0.05 % of reading", "V", "200 mV", "100 µV", "0.05 % of reading"},
	{"0.05 % rdg", "V", "200 mV", "100 µV", "0.05 % of reading"},
	{"0.05 % of range; range 1 V", "V", "200 mV", "500 µV", "0.05 % of range; range 1 V"},
	{"0.02 % + 0.01 % FS; range = 10 bar", "bar", "5 bar", "2 mbar",
	 "0.02 % + 0.01 % of range; range 10 bar"},
	{"5 ppm + 2 digit; resolution 1 uV", "V", "1 V", "7 µV",
	 "5 ppm + 2 digit; resolution 1 µV"},
	{"Q[0.3 um, 2e-6 L]", "mm", "100 mm", "0.360555127546 µm", "Q[0.3 µm, 2e-6 L]"},
	{"Q[0.3 um, 2e-6·L]", "m", "1 m", "2.02237484162 µm", "Q[0.3 µm, 2e-6 L]"},
	{"0.5 um/m x + 0.1 um", "m", "2 m", "1.1 µm", "0.5 µm/m x + 0.1 µm"},
	{"max(10 uV, 5 ppm)", "V", "1 V", "10 µV", "max(10 µV, 5 ppm)"},
	{"max(10 uV, 5 ppm)", "V", "10 V", "50 µV", "max(10 µV, 5 ppm)"},
	{"min(10 uV, 5 ppm) + 1 uV", "V", "10 V", "11 µV", "min(10 µV, 5 ppm) + 1 µV"},
	{"table(1 V: 2 uV, 10 V: 20 uV)", "V", "5.5 V", "11 µV", "table(1 V: 2 µV, 10 V: 20 µV)"},
	{"table(1 V: 2 uV, 10 V: 20 uV)", "V", "1 V", "2 µV", "table(1 V: 2 µV, 10 V: 20 µV)"},
	{"table(1 V: 2 uV, 10 V: 20 uV)", "V", "10 V", "20 µV", "table(1 V: 2 µV, 10 V: 20 µV)"},
	{"table[0 °C: 10 mK, 100 °C: 1 ppm + 19.9 mK]", "°C", "50 °C", "15 mK",
	 "table(0 °C: 10 mK, 100 °C: 1 ppm + 19.9 mK)"},
	/* a litre is a unit of volumes and a variable of lengths */
	{"2e-6 L", "mL", "10 mL", "2e-6 L", "2e-6 L"},
	/* an uncertainty is a difference; a share is of the reading in its own unit */
	{"2 °C", "°C", "20 °C", "2 K", "2 °C"},
	{"0.1 %", "°C", "100 °C", "0.1 K", "0.1 %"},
	/* quantities of dimension one */
	{"1.5 % absolute", "%RH", "50 %RH", "1.5 %RH", "1.5 % absolute"},
	{"2 % relative", "%RH", "50 %RH", "1 %RH", "2 % relative"},
	{"0.5 ″", "°", "10°", "0.5 ″", "0.5″"},
	{"2e-5", "1", "1.33", "2e-5", "0.00002"},
	{"0.1 dB", "dB", "20 dB", "0.1 dB", "0.1 dB"},
	{"0.5 HRC", "HRC", "60 HRC", "0.5 HRC", "0.5 HRC"},
	{"0.2 W/(m·K)", "W/(m·K)", "1 W/(m·K)", "0.2 W/(m·K)", "0.2 W·m^-1·K^-1"},
};

static void evaluates_every_form(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(evaluated); i++) {
		struct zhun_unit unit = unit_of(evaluated[i].unit);
		struct zhun_quantity point = of(evaluated[i].point), want = of(evaluated[i].u), got;
		const struct zhun_statement *s = NULL, *again = NULL;
		const struct zhun_statement_at at = {&point, NULL, NULL};
		struct zhun_error err;
		char out[ZHUN_QUANTITY_TEXT];
		const struct zhun_statement_written written = {evaluated[i].text, "2", "0.95"};
		enum zhun_code code = zhun_statement_read(arena, &written, &unit, &s, &err);
		if (!CHECK_CODE(code, ZHUN_OK, &err))
			continue;
		CHECK_CODE(zhun_statement_evaluate(s, &at, &want.unit, &got, &err), ZHUN_OK, &err);
		zhun_quantity_text(&got, out);
		int order = 9;
		CHECK_CODE(zhun_quantity_compare(&got, &want, ZHUN_DIFFERENCE, &order, &err),
			   ZHUN_OK, &err);
		unit_check(order == 0, __FILE__, __LINE__, "%s at %s: %s", evaluated[i].text,
			   evaluated[i].point, out);
		const struct zhun_statement_written canonical = {zhun_statement_text(arena, s), "2", "0.95"};
		CHECK_TEXT(canonical.text, evaluated[i].canonical);
		CHECK_CODE(zhun_statement_read(arena, &canonical, &unit, &again, &err), ZHUN_OK, &err);
		CHECK_TEXT(again ? zhun_statement_text(arena, again) : NULL,
			   evaluated[i].canonical);
	}
}

static const struct {
	const char *text, *unit, *k, *p;
	enum zhun_code code;
	const char *part, *place;
} refused[] = {
	{"12 uV + 3.0 uA", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "3.0 uA", "column 9"},
	{"12 uV + 3.0 V/A", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "3.0 V/A", "column 9"},
	{"12", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "12", "column 1"},
	{"1.5 %", "%RH", "2", "0.95", ZHUN_E_STATEMENT_SAY_WHICH, "1.5 %", "column 1"},
	{"50 ppm + 1 % relative", "%", "2", "0.95", ZHUN_E_STATEMENT_SAY_WHICH, "50 ppm",
	 "column 1"},
	{"12 frob", "V", "2", "0.95", ZHUN_E_UNIT_UNKNOWN, "frob", "column 4"},
	{"12 µV + table(1 V: 2 uV, 3 frob: 4 uV)", "V", "2", "0.95", ZHUN_E_UNIT_UNKNOWN, "frob",
	 "column 26"},
	{"1 %; range 2 frob", "V", "2", "0.95", ZHUN_E_UNIT_UNKNOWN, "frob", "column 12"},
	{"-12 uV", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "-12 uV", "column 1"},
	{"12 uV +", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "", "column 8"},
	{"", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "", "column 1"},
	{"max(1 uV", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "", "column 9"},
	{"max(1 uV]", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "]", "column 9"},
	{"1 uV; frob 2", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "frob 2", "column 7"},
	{"1 uV; resolution 1 A", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "1 A", "column 18"},
	{"table(10 V: 1 uV, 1 V: 2 uV)", "V", "2", "0.95", ZHUN_E_STATEMENT_ORDER, "1 V: 2 uV",
	 "column 19"},
	{"table(10 A: 1 uV)", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "10 A", "column 7"},
	{"table(10 V; 1 uV)", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "; 1 uV)", "column 11"},
	{"1 uV", "V", NULL, "0.95", ZHUN_E_STATEMENT_COVERAGE, "k", ""},
	{"1 uV", "V", "2", NULL, ZHUN_E_STATEMENT_COVERAGE, "p", ""},
	{"1 uV", "V", "0", "0.95", ZHUN_E_STATEMENT_COVERAGE, "k", ""},
	{"1 uV; k 2; p 95 %", "V", NULL, NULL, ZHUN_OK, "", ""},
	{"1 uV; k 2", "V", "2", "0.95", ZHUN_E_STATEMENT_SYNTAX, "k 2", "column 7"},
	{"2e-6 L", "V", "2", "0.95", ZHUN_E_STATEMENT_TERM, "2e-6 L", "column 1"},
	{"max(max(max(max(max(max(max(max(max(max(1 V))))))))))", "V", "2", "0.95",
	 ZHUN_E_STATEMENT_TOO_LONG, "", ""},
};

static void refuses_and_names_the_term(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(refused); i++) {
		struct zhun_unit unit = unit_of(refused[i].unit);
		const struct zhun_statement *s = NULL;
		struct zhun_error err = {.code = ZHUN_OK};
		const struct zhun_statement_written written = {refused[i].text, refused[i].k, refused[i].p};
		enum zhun_code code = zhun_statement_read(arena, &written, &unit, &s, &err);
		unit_check(code == refused[i].code, __FILE__, __LINE__, "%s: %s", refused[i].text,
			   zhun_error_row(code)->name);
		CHECK((s == NULL) == (refused[i].code != ZHUN_OK));
		if (refused[i].part && refused[i].code) {
			CHECK_TEXT(err.arg[0], refused[i].part);
			CHECK_TEXT(err.place, refused[i].place);
		}
	}
}

static void says_what_it_needs(void)
{
	struct zhun_unit volt = unit_of("V");
	struct zhun_quantity point = of("1 V"), range = of("10 V"), step = of("1 mV"), got,
			     far = of("20 V");
	const struct zhun_statement *s = NULL;
	struct zhun_error err;
	struct zhun_statement_at at = {&point, NULL, NULL};
	static const struct zhun_statement_written written = {"0.01 % of range + 1 digit", "2", "0.95"},
						   table = {"table(1 V: 1 uV, 10 V: 2 uV)", "2", "0.95"};
	CHECK_CODE(zhun_statement_read(arena, &written, &volt, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_statement_evaluate(s, &at, &volt, &got, &err), ZHUN_E_STATEMENT_NEEDS,
		   &err);
	at.range = &range;
	CHECK_CODE(zhun_statement_evaluate(s, &at, &volt, &got, &err), ZHUN_E_STATEMENT_NEEDS,
		   &err);
	CHECK_TEXT(err.arg[0], "resolution");
	at.resolution = &step;
	CHECK_CODE(zhun_statement_evaluate(s, &at, &volt, &got, &err), ZHUN_OK, &err);
	CHECK(fabs(got.number.value - 2e-3) < 1e-15);
	CHECK_CODE(zhun_statement_read(arena, &table, &volt, &s, &err), ZHUN_OK, &err);
	at.point = &far;
	CHECK_CODE(zhun_statement_evaluate(s, &at, &volt, &got, &err), ZHUN_E_STATEMENT_OUTSIDE,
		   &err);
	struct zhun_quantity wrong = of("1 A");
	at.point = &wrong;
	CHECK_CODE(zhun_statement_evaluate(s, &at, &volt, &got, &err), ZHUN_E_UNIT_MISMATCH, &err);
}

/* a + b·|x| by the statement and by hand, in whatever units, on random numbers */
static void linear_law(void)
{
	unsigned long long state = 77;
	static const char *const units[] = {"V", "mV", "kV", "µV"};
	for (int i = 0; i < 2000; i++) {
		int a = (int)(unit_random(&state) % 1000), b = (int)(unit_random(&state) % 1000);
		int x = (int)(unit_random(&state) % 2001) - 1000;
		const char *text = zhun_printf(arena, "%d uV + %d uV/V", a, b);
		struct zhun_unit unit = unit_of(units[unit_random(&state) % 4]), uv = unit_of("µV");
		struct zhun_quantity point = of(zhun_printf(arena, "%d V", x)), got;
		const struct zhun_statement_at at = {&point, NULL, NULL};
		const struct zhun_statement *s = NULL;
		struct zhun_error err;
		const struct zhun_statement_written written = {text, "2", "0.95"};
		if (!CHECK_CODE(zhun_statement_read(arena, &written, &unit, &s, &err), ZHUN_OK, &err))
			return;
		CHECK_CODE(zhun_statement_evaluate(s, &at, &uv, &got, &err), ZHUN_OK, &err);
		double want = a + b * fabs((double)x);
		if (!unit_check(fabs(got.number.value - want) <= 0, __FILE__, __LINE__,
				"%s at %d: %.17g", text, x, got.number.value))
			return;
		zhun_arena_reset(arena);
	}
}

static enum zhun_code read_all(struct zhun_arena *a, void *context)
{
	struct zhun_unit volt;
	const struct zhun_statement *s = NULL;
	struct zhun_error err;
	(void)context;
	enum zhun_code code = zhun_unit_read("V", 1, ZHUN_UNIT_TYPED, &volt, NULL, &err);
	const struct zhun_statement_written written = {
		.text = "Q[1 uV, max(2 ppm, 1 uV)] + table(1 V: 1 uV, 2 V: 3 uV) + 1 digit; "
			"resolution 1 uV; k 2; p 95 %"};
	if (!code)
		code = zhun_statement_read(a, &written, &volt, &s, &err);
	CHECK((code == ZHUN_OK) == (s != NULL));
	if (!code && !zhun_statement_text(a, s))
		return ZHUN_E_NO_MEMORY;
	return code;
}

static void out_of_memory(void)
{
	unit_fault_loop(read_all, NULL);
}

static const struct unit_test tests[] = {
	{"statement: evaluates every form", evaluates_every_form},
	{"statement: refuses and names the term", refuses_and_names_the_term},
	{"statement: says what it needs", says_what_it_needs},
	{"statement: linear law", linear_law},
	{"statement: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 22);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
