/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/unit.h"

#include <dirent.h>
#include <math.h>

#include "measure/unit_table.h"
#include "unit.h"

static const struct {
	const char *text, *canonical, *typeset, *dsi, *dimension;
	unsigned notes;
} readable[] = {
	/* D-SI */
	{"\\kilo\\metre\\tothe{2}\\per\\second", "km^2/s", "km²/s",
	 "\\kilo\\metre\\tothe{2}\\second\\tothe{-1}", "m^2·s^-1", 0},
	{"\\kilogram\\tothe{1}\\metre\\tothe{-3}", "kg/m^3", "kg/m³",
	 "\\kilogram\\metre\\tothe{-3}", "m^-3·kg", 0},
	{"\\percent", "%", "%", "\\percent", "1", 0},
	{"\\one", "1", "", "\\one", "1", 0},
	{"\\per\\kelvin", "1/K", "K⁻¹", "\\kelvin\\tothe{-1}", "K^-1", 0},
	{"\\metre\\tothe{0.5}", "m^(1/2)", "m¹ᐟ²", "", "m^(1/2)", 0},
	{"\\decibel", "dB", "dB", "\\decibel", "B", 0},
	/* dirty spellings of real files, each repaired with a note */
	{"\\degreecelsius", "°C", "°C", "\\degreeCelsius", "K", ZHUN_UNIT_NOTE_SPELLING},
	{"\\kgf", "kgf", "kgf", "", "m·kg·s^-2", ZHUN_UNIT_NOTE_NOT_IN_DSI},
	{"\\milli \\bar", "mbar", "mbar", "\\milli\\bar", "m^-1·kg·s^-2", ZHUN_UNIT_NOTE_SPACE},
	{"%", "%", "%", "\\percent", "1", ZHUN_UNIT_NOTE_NOT_DSI},
	{"kN", "kN", "kN", "\\kilo\\newton", "m·kg·s^-2", ZHUN_UNIT_NOTE_NOT_DSI},
	{"°C", "°C", "°C", "\\degreeCelsius", "K", ZHUN_UNIT_NOTE_NOT_DSI},
	{"KHz", "kHz", "kHz", "\\kilo\\hertz", "s^-1",
	 ZHUN_UNIT_NOTE_NOT_DSI | ZHUN_UNIT_NOTE_SPELLING},
};

static const struct {
	const char *text, *canonical;
	unsigned notes;
} typed[] = {
	{"m/s²", "m/s^2", 0},
	{"kg·m^-3", "kg/m^3", 0},
	{"µV/V", "µV/V", 0},
	{"uV", "µV", 0},
	{"μm", "µm", 0},
	{"N m", "N·m", 0},
	{"1/min", "1/min", 0},
	{"℃", "°C", 0},
	{"Ω", "Ω", 0},
	{"kΩ", "kΩ", 0},
	{"kOhm", "kΩ", 0},
	{"ppm", "ppm", 0},
	{"W/(m·K)", "W·m^-1·K^-1", 0},
	{"J kg-1 K-1", "J·kg^-1·K^-1", 0},
	{"V/√Hz", "V/Hz^(1/2)", 0},
	{"10^-6/K", "10^-6/K", 0},
	{"10⁻⁶ K⁻¹", "10^-6/K", 0},
	{"1e-6 K^-1", "10^-6/K", 0},
	{"mg/100 mL", "10^-2·mg/mL", 0},
	{"m**2", "m^2", 0},
	{"(m/s)^2", "m^2/s^2", 0},
	{"/s", "1/s", 0},
	{"dB(A)", "dB(A)", 0},
	{"r/min", "rev/min", 0},
	{"kWh", "kWh", 0},
	{"mm Hg", NULL, 0},
	{"deg C", "°C", ZHUN_UNIT_NOTE_SPELLING},
	{"Mhz", "MHz", ZHUN_UNIT_NOTE_SPELLING},
	{"dag", "dag", 0},
	{"min", "min", 0},
	{"mmin", NULL, 0},
	{"千克每立方米", "kg/m^3", 0},
	{"毫伏", "mV", 0},
	{"摄氏度", "°C", 0},
	{"kilometres per hour", "km/h", 0},
	{"square metre", "m^2", 0},
	{"  m ", "m", 0},
	{"m\u2009s⁻¹", "m/s", 0},
	/* UCUM */
	{"mm[Hg]", "mmHg", 0},
	{"[lb_av]", "lb", 0},
	{"10*3/uL", "10^3/µL", 0},
	{"m2.s-1", "m^2/s", 0},
	{"{count}/min", "1/min", 0},
	{"\\pico\\henry", "picohenry", 0},
	{"pH", "pH", 0},
	{"Cel", "°C", 0},
	{"[in_i]", "in", 0},
	{"[degF]", "°F", 0},
};

static void reads_and_writes(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(readable); i++) {
		struct zhun_unit u = zhun_unit_one();
		struct zhun_error err;
		unsigned notes = 0;
		char out[ZHUN_UNIT_TEXT];
		CHECK_CODE(zhun_unit_read(readable[i].text, strlen(readable[i].text), ZHUN_UNIT_DSI,
					  &u, &notes, &err),
			   ZHUN_OK, &err);
		zhun_unit_canonical(&u, out);
		CHECK_TEXT(out, readable[i].canonical);
		zhun_unit_typeset(&u, out);
		CHECK_TEXT(out, readable[i].typeset);
		CHECK_INT(zhun_unit_dsi(&u, out), readable[i].dsi[0] != '\0');
		CHECK_TEXT(out, readable[i].dsi);
		zhun_unit_dimension(&u, out);
		CHECK_TEXT(out, readable[i].dimension);
		CHECK_INT(notes, readable[i].notes);
	}
}

static void reads_what_people_type(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(typed); i++) {
		struct zhun_unit u = zhun_unit_one();
		struct zhun_error err;
		unsigned notes = 0;
		char out[ZHUN_UNIT_TEXT];
		const char *s = typed[i].text;
		enum zhun_code code =
			zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, &u, &notes, &err);
		if (!typed[i].canonical) {
			unit_check(code != ZHUN_OK, __FILE__, __LINE__, "%s was read",
				   typed[i].text);
			continue;
		}
		if (!CHECK_CODE(code, ZHUN_OK, &err))
			continue;
		zhun_unit_canonical(&u, out);
		CHECK_TEXT(out, typed[i].canonical);
		unit_check(notes == typed[i].notes, __FILE__, __LINE__, "%s: notes %u",
			   typed[i].text, notes);
	}
}

static const struct {
	const char *text;
	enum zhun_unit_syntax syntax;
	enum zhun_code code;
	const char *place, *part;
} refused[] = {
	{"", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_EMPTY, "", ""},
	{"foo", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_UNKNOWN, "column 1", "foo"},
	{"kg·frob/s", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_UNKNOWN, "column 4", "frob"},
	{"\\metre\\frob", ZHUN_UNIT_DSI, ZHUN_E_UNIT_UNKNOWN, "column 8", "frob"},
	{"kkg", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_PREFIX, "column 1", "kkg"},
	{"mmin", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_PREFIX, "column 1", "mmin"},
	{"\\milli\\day", ZHUN_UNIT_DSI, ZHUN_E_UNIT_PREFIX, "column 1", "\\milli\\day"},
	{"W/m·K", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_AMBIGUOUS, "column 4", "·K"},
	{"J/kg K", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_AMBIGUOUS, "column 5", " K"},
	{"10 V", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_NUMBER, "column 1", "10"},
	{"m//s", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 3", "/s"},
	{"(m", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 1", "(m"},
	{"m)", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 2", ")"},
	{"m·", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 3", ""},
	{"m^0", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 2", "^0"},
	{"m^(1/7)", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 3", "(1/7)"},
	{"m^999999999999", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 2", "^999999999999"},
	{"0 m", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 1", "0 m"},
	{"dB·pH", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SCALES, "column 4", "pH"},
	{"m{", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_SYNTAX, "column 2", "{"},
	{"((((((((((m))))))))))", ZHUN_UNIT_TYPED, ZHUN_E_UNIT_TOO_LONG, "column 9", "("},
	{"\\kilo", ZHUN_UNIT_DSI, ZHUN_E_UNIT_SYNTAX, "column 6", ""},
	{"\\per\\per\\metre", ZHUN_UNIT_DSI, ZHUN_E_UNIT_UNKNOWN, "column 6", "per"},
	{"\\metre\\tothe{2", ZHUN_UNIT_DSI, ZHUN_E_UNIT_SYNTAX, "column 13", "{2"},
	{"\\metre2", ZHUN_UNIT_DSI, ZHUN_E_UNIT_UNKNOWN, "column 2", "metre2"},
	{"µV", ZHUN_UNIT_UCUM, ZHUN_E_UNIT_UNKNOWN, "column 1", "µV"},
};

static void refuses_with_part_and_place(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(refused); i++) {
		struct zhun_unit u = zhun_unit_one(), before = u;
		struct zhun_error err = {.code = ZHUN_OK};
		const char *s = refused[i].text;
		unit_check(zhun_unit_read(s, strlen(s), refused[i].syntax, &u, NULL, &err) ==
				   refused[i].code,
			   __FILE__, __LINE__, "%s: %s", s, zhun_error_row(err.code)->name);
		CHECK_TEXT(err.place, refused[i].place);
		CHECK_TEXT(err.arg[0], refused[i].part);
		CHECK(memcmp(&u, &before, sizeof(u)) == 0);
	}
}

static void refuses_bytes_that_are_no_text(void)
{
	struct zhun_unit u;
	struct zhun_error err;
	char longer[ZHUN_UNIT_LONGEST + 2];
	memset(longer, 'm', sizeof(longer));
	CHECK_CODE(zhun_unit_read("m\xff", 2, ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_E_UNIT_SYNTAX,
		   &err);
	CHECK_CODE(zhun_unit_read("m\0s", 3, ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_E_UNIT_SYNTAX,
		   &err);
	CHECK_CODE(zhun_unit_read(longer, sizeof(longer), ZHUN_UNIT_TYPED, &u, NULL, &err),
		   ZHUN_E_UNIT_TOO_LONG, &err);
	const char *eleven = "m·m·m·m·m·m·m·m·m·m·m";
	CHECK_CODE(zhun_unit_read(eleven, strlen(eleven), ZHUN_UNIT_TYPED, &u, NULL, &err),
		   ZHUN_E_UNIT_POWER, &err);
}

/* UCUM reads a/b.c from left to right; people mean either. */
static void ucum_reads_from_left_to_right(void)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	char out[ZHUN_UNIT_TEXT];
	CHECK_CODE(zhun_unit_read("W/m.K", 5, ZHUN_UNIT_UCUM, &u, NULL, &err), ZHUN_OK, &err);
	zhun_unit_canonical(&u, out);
	CHECK_TEXT(out, "W·m^-1·K");
}

static struct zhun_unit of(const char *s)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	CHECK_CODE(zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK, &err);
	return u;
}

static void algebra(void)
{
	struct zhun_unit volt = of("V"), ampere = of("A"), watt = of("W"), u, v;
	struct zhun_error err;
	char out[ZHUN_UNIT_TEXT];
	CHECK_CODE(zhun_unit_mul(&volt, &ampere, &u, &err), ZHUN_OK, &err);
	CHECK(zhun_unit_same_dimension(&u, &watt));
	zhun_unit_canonical(&u, out);
	CHECK_TEXT(out, "V·A");
	CHECK_CODE(zhun_unit_div(&u, &volt, &v, &err), ZHUN_OK, &err);
	CHECK(zhun_unit_equal(&v, &ampere));
	CHECK_CODE(zhun_unit_pow(&watt, 1, 2, &v, &err), ZHUN_OK, &err);
	zhun_unit_canonical(&v, out);
	CHECK_TEXT(out, "W^(1/2)");
	CHECK_CODE(zhun_unit_pow(&watt, 0, 1, &v, &err), ZHUN_OK, &err);
	CHECK(zhun_unit_is_one(&v));
	CHECK_CODE(zhun_unit_pow(&watt, 1, 5, &v, &err), ZHUN_E_UNIT_POWER, &err);
	CHECK_CODE(zhun_unit_pow(&watt, 1000000, 1, &v, &err), ZHUN_E_UNIT_POWER, &err);
	struct zhun_unit level = of("dB"), acid = of("pH");
	CHECK_CODE(zhun_unit_mul(&level, &acid, &v, &err), ZHUN_E_UNIT_SCALES, &err);
}

/* The dimensions of a second and a hertz, an ohm and a siemens differ; a product knows no zero
 * point. */
static void what_is_not_the_same(void)
{
	struct zhun_unit s = of("s"), hz = of("Hz"), ohm = of("Ω"), siemens = of("S"),
			 percent = of("%"), db = of("dB");
	struct zhun_unit celsius = of("°C"), per = of("W/(m·°C)");
	CHECK(!zhun_unit_same_dimension(&s, &hz));
	CHECK(!zhun_unit_same_dimension(&ohm, &siemens));
	CHECK(!zhun_unit_same_dimension(&percent, &db));
	CHECK(celsius.scale != 0);
	CHECK_INT(per.scale, 0);
}

/* L^46 alone is m^138, over the largest power, though the whole is not: such a text would not read. */
static void symbols_over_the_largest_power_become_base_units(void)
{
	struct zhun_unit half = of("L^23/m^37"), u, back;
	struct zhun_error err;
	char text[ZHUN_UNIT_TEXT];
	CHECK_CODE(zhun_unit_mul(&half, &half, &u, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_unit_read(text, zhun_unit_canonical(&u, text), ZHUN_UNIT_TYPED, &back, NULL, &err),
		   ZHUN_OK, &err);
	CHECK(zhun_unit_same_dimension(&u, &back));
}

/* (pi/10800)^147 is beyond every double, its root is not. */
static void large_roots_are_taken_at_once(void)
{
	struct zhun_unit u = of("′^(-147/2)·rad^(147/2)"), back;
	struct zhun_error err;
	char text[ZHUN_UNIT_TEXT];
	CHECK_CODE(zhun_unit_read(text, zhun_unit_canonical(&u, text), ZHUN_UNIT_TYPED, &back, NULL, &err), ZHUN_OK,
		   &err);
	struct zhun_unit one = zhun_unit_one();
	struct zhun_conversion c = {0};
	CHECK_CODE(zhun_conversion_make(&u, &one, ZHUN_DIFFERENCE, &c, &err), ZHUN_OK, &err);
	CHECK(fabs(log10(zhun_convert(&c, 1.0)) - 73.5 * log10(10800 / 3.14159265358979323846)) < 1e-9);
}

/* Da^-10 is 1e267, made of 10^360 and 1e-107; by ′^66.5 the small part alone would vanish. */
static void parts_of_a_factor_do_not_vanish(void)
{
	struct zhun_unit u = of("Da^-10·′^(133/2)"), want = of("kg^-10·rad^(133/2)");
	struct zhun_error err;
	struct zhun_conversion c = {0};
	CHECK_CODE(zhun_conversion_make(&u, &want, ZHUN_DIFFERENCE, &c, &err), ZHUN_OK, &err);
	struct zhun_unit turns = of("′^-79");   /* 1e279, of which pi^-79 is 1e-39 */
	CHECK(zhun_unit_equal(&turns, &turns));
	of("′^(199/2)·Da^-14·′^(-1/2)"); /* 1e24, of which ′^(199/2) is 1e-352 */
	double expected = -10 * log10(1.66053906892e-27) + 66.5 * log10(3.14159265358979323846 / 10800);
	CHECK(fabs(log10(zhun_convert(&c, 1.0)) - expected) < 1e-9);
}

/* 2e133 squared is 4e266 in its text too, not the nearest that steps of tens came to. */
static void a_large_decimal_keeps_its_text(void)
{
	struct zhun_unit u = of("2e133"), square;
	struct zhun_error err;
	char text[ZHUN_UNIT_TEXT];
	CHECK_CODE(zhun_unit_mul(&u, &u, &square, &err), ZHUN_OK, &err);
	zhun_unit_canonical(&square, text);
	CHECK_TEXT(text, "4e266·1");
}

/* A scale of its own has no base unit to be written in: a product without room for it is refused. */
static void scales_without_room_are_refused(void)
{
	static const char *const parts[] = {"km", "mV", "µA", "hPa", "kg", "GHz", "mol", "lx", "mT", "lb", "nmi"};
	struct zhun_unit u = of("°Z"), part;
	struct zhun_error err;
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; i < ZHUN_COUNT(parts) && !code; i++) {
		part = of(parts[i]);
		code = zhun_unit_mul(&u, &part, &u, &err);
	}
	CHECK_INT(code, ZHUN_E_UNIT_POWER);
}

/* More symbols than there is room for become base units and stay the same unit. */
static void long_products_become_base_units(void)
{
	static const char *const parts[] = {"kN",  "mV", "µA", "hPa", "km", "GHz",
					    "mol", "lx", "kg", "mT",  "lb", "nmi"};
	struct zhun_unit u = zhun_unit_one(), back;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(parts); i++) {
		struct zhun_unit part = of(parts[i]);
		CHECK_CODE(zhun_unit_mul(&u, &part, &u, &err), ZHUN_OK, &err);
	}
	for (size_t i = ZHUN_COUNT(parts); i-- > 0;) {
		struct zhun_unit part = of(parts[i]);
		CHECK_CODE(zhun_unit_div(&u, &part, &u, &err), ZHUN_OK, &err);
	}
	struct zhun_unit one = zhun_unit_one();
	struct zhun_conversion c = {0};
	CHECK_CODE(zhun_conversion_make(&u, &one, ZHUN_DIFFERENCE, &c, &err), ZHUN_OK, &err);
	CHECK(fabs(zhun_convert(&c, 1.0) - 1.0) < 1e-13);
	char out[ZHUN_UNIT_TEXT];
	zhun_unit_canonical(&u, out);
	CHECK_CODE(zhun_unit_read(out, strlen(out), ZHUN_UNIT_TYPED, &back, NULL, &err), ZHUN_OK,
		   &err);
}

/* Each row by its symbol, alone and with each of its prefixes, comes back from its canonical,
 * D-SI and typeset text; a prefix outside its permission is refused or means another unit. */
static void check_row(int16_t row, int prefix)
{
	char text[ZHUN_UNIT_TEXT] = "", out[ZHUN_UNIT_TEXT];
	struct zhun_unit u, back;
	struct zhun_error err;
	const char *symbol = unit_rows[row].symbol;
	if (prefix >= 0)
		memcpy(text, unit_prefixes[prefix].symbol,
		       strlen(unit_prefixes[prefix].symbol) + 1);
	memcpy(text + strlen(text), symbol, strlen(symbol) + 1);
	enum zhun_code code = zhun_unit_read(text, strlen(text), ZHUN_UNIT_TYPED, &u, NULL, &err);
	bool allowed = prefix < 0 || (unit_rows[row].prefixes >> prefix & 1U);
	if (strcmp(text, "Gs") == 0 || strcmp(text, "RT") == 0)
		return; /* gauss and the ton of refrigeration, not gigasecond and ronnatesla */
	if (!allowed) {
		unit_check(code != ZHUN_OK || u.count == 0 || u.term[0].row != row ||
				   u.term[0].prefix != prefix,
			   __FILE__, __LINE__, "%s was read", text);
		return;
	}
	if (!CHECK_CODE(code, ZHUN_OK, &err))
		return;
	zhun_unit_canonical(&u, out);
	CHECK_TEXT(out, text);
	CHECK_CODE(zhun_unit_read(out, strlen(out), ZHUN_UNIT_TYPED, &back, NULL, &err), ZHUN_OK,
		   &err);
	CHECK(zhun_unit_equal(&u, &back));
	if (zhun_unit_dsi(&u, out)) {
		unsigned notes = 0;
		CHECK_CODE(zhun_unit_read(out, strlen(out), ZHUN_UNIT_DSI, &back, &notes, &err),
			   ZHUN_OK, &err);
		unit_check(notes == 0 && zhun_unit_same_dimension(&u, &back), __FILE__, __LINE__,
			   "%s", out);
	}
	zhun_unit_typeset(&u, out);
	CHECK_CODE(strcmp(text, "1") == 0
			   ? ZHUN_OK
			   : zhun_unit_read(out, strlen(out), ZHUN_UNIT_TYPED, &back, NULL, &err),
		   ZHUN_OK, &err);
}

static void every_row_with_every_prefix(void)
{
	for (int16_t i = 0; i < (int16_t)unit_row_count; i++)
		for (int p = -1; p < UNIT_PREFIXES; p++)
			check_row(i, p);
}

static void every_row_is_named_in_both_languages(void)
{
	for (size_t i = 0; i < unit_row_count; i++) {
		CHECK(unit_rows[i].name[ZHUN_EN][0] && unit_rows[i].name[ZHUN_ZH][0]);
		CHECK(unit_rows[i].factor.num > 0 && unit_rows[i].factor.den > 0);
	}
	struct zhun_unit u = of("mV");
	char out[ZHUN_UNIT_TEXT];
	zhun_unit_name(&u, ZHUN_EN, out);
	CHECK_TEXT(out, "millivolt");
	zhun_unit_name(&u, ZHUN_ZH, out);
	CHECK_TEXT(out, "毫伏");
}

static struct zhun_unit random_unit(unsigned long long *state)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	int parts = 1 + (int)(unit_random(state) % 4);
	for (int i = 0; i < parts; i++) {
		struct zhun_unit part, product;
		const char *symbol = unit_rows[unit_random(state) % unit_row_count].symbol;
		int power = (int)(unit_random(state) % 7) - 3;
		part = of(symbol);
		if (zhun_unit_pow(&part, power ? power : 1, 1, &part, &err) == ZHUN_OK &&
		    zhun_unit_mul(&u, &part, &product, &err) == ZHUN_OK)
			u = product;
	}
	return u;
}

static void random_products_come_back(void)
{
	unsigned long long state = 11;
	for (int i = 0; i < 4000; i++) {
		struct zhun_unit u = random_unit(&state), back = zhun_unit_one();
		char out[ZHUN_UNIT_TEXT], again[ZHUN_UNIT_TEXT];
		struct zhun_error err;
		zhun_unit_canonical(&u, out);
		if (!CHECK_CODE(
			    zhun_unit_read(out, strlen(out), ZHUN_UNIT_TYPED, &back, NULL, &err),
			    ZHUN_OK, &err))
			return;
		zhun_unit_canonical(&back, again);
		CHECK_TEXT(again, out);
		if (!unit_check(zhun_unit_same_dimension(&u, &back), __FILE__, __LINE__, "%s", out))
			return;
	}
}

static void product_and_quotient_undo_each_other(void)
{
	unsigned long long state = 5;
	for (int i = 0; i < 4000; i++) {
		struct zhun_unit a = random_unit(&state), b = random_unit(&state), p, q;
		struct zhun_error err;
		struct zhun_conversion c;
		if (zhun_unit_mul(&a, &b, &p, &err) || zhun_unit_div(&p, &b, &q, &err))
			continue;
		if (!CHECK_CODE(zhun_conversion_make(&q, &a, ZHUN_DIFFERENCE, &c, &err), ZHUN_OK,
				&err))
			return;
		CHECK(fabs(zhun_convert(&c, 1.0) - 1.0) < 1e-13);
	}
}

/* placeholders that a template's author left, in place of units */
static bool is_placeholder(const char *s)
{
	return strncmp(s, "§", strlen("§")) == 0;
}

static void read_words(const char *text, size_t *count)
{
	for (size_t n = 0; *text; text += n) {
		struct zhun_unit u;
		struct zhun_error err;
		text += strspn(text, " \t\r\n");
		n = strcspn(text, " \t\r\n");
		if (!n)
			continue;
		enum zhun_code want = is_placeholder(text) ? ZHUN_E_UNIT_UNKNOWN : ZHUN_OK;
		CHECK_CODE(zhun_unit_read(text, n, ZHUN_UNIT_DSI, &u, NULL, &err), want, &err);
		(*count)++;
	}
}

static void read_units_of(const char *xml, size_t *count)
{
	for (const char *p = strstr(xml, "unit"); p; p = strstr(p + 1, "unit")) {
		char text[256];
		size_t skip = strncmp(p, "unit>", 5) == 0	    ? 5
			      : strncmp(p, "unitXMLList>", 12) == 0 ? 12
								    : 0;
		const char *end = skip ? strchr(p + skip, '<') : NULL;
		if (!end || end[1] != '/' || p[-1] != ':' ||
		    (size_t)(end - p) - skip >= sizeof(text))
			continue;
		memcpy(text, p + skip, (size_t)(end - p) - skip);
		text[(size_t)(end - p) - skip] = '\0';
		read_words(text, count);
	}
}

static void units_of_real_certificates(void)
{
	static const char folder[] = "../shared/data/dcc";
	DIR *dir = opendir(folder);
	size_t count = 0;
	if (!dir) {
		unit_skip("no ../shared/data/dcc");
		return;
	}
	for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
		char path[600];
		(void)snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		char *xml = strstr(e->d_name, ".xml") ? unit_read_file(path, &(size_t){0}) : NULL;
		if (xml)
			read_units_of(xml, &count);
		free(xml);
	}
	(void)closedir(dir);
	CHECK(count > 700);
}

static const struct unit_test tests[] = {
	{"unit: reads D-SI and writes", reads_and_writes},
	{"unit: reads what people type", reads_what_people_type},
	{"unit: refuses with part and place", refuses_with_part_and_place},
	{"unit: refuses bytes that are no text", refuses_bytes_that_are_no_text},
	{"unit: UCUM reads from left to right", ucum_reads_from_left_to_right},
	{"unit: algebra", algebra},
	{"unit: what is not the same", what_is_not_the_same},
	{"unit: large roots are taken at once", large_roots_are_taken_at_once},
	{"unit: parts of a factor do not vanish", parts_of_a_factor_do_not_vanish},
	{"unit: a large decimal keeps its text", a_large_decimal_keeps_its_text},
	{"unit: scales without room are refused", scales_without_room_are_refused},
	{"unit: long products become base units", long_products_become_base_units},
	{"unit: symbols over the largest power become base units", symbols_over_the_largest_power_become_base_units},
	{"unit: every row with every prefix", every_row_with_every_prefix},
	{"unit: every row is named in both languages", every_row_is_named_in_both_languages},
	{"unit: random products come back", random_products_come_back},
	{"unit: product and quotient undo each other", product_and_quotient_undo_each_other},
	{"unit: units of real certificates", units_of_real_certificates},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
