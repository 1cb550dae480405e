/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "measure/unit_table.h"
#include "unit.h"
#include "zhun/measure/unit.h"

static const struct {
	const char *from, *to;
	enum zhun_count count;
	double x, y, within; /* relative */
} converted[] = {
	/* to the last bit where the factor is a short decimal */
	{"µV", "V", ZHUN_DIFFERENCE, 35, 35e-6, 0},
	{"mg", "kg", ZHUN_DIFFERENCE, 0.12, 0.12e-6, 0},
	{"in", "mm", ZHUN_DIFFERENCE, 1, 25.4, 0},
	{"ct", "g", ZHUN_DIFFERENCE, 5, 1, 0},
	{"nmi", "m", ZHUN_DIFFERENCE, 1, 1852, 0},
	{"kWh", "J", ZHUN_DIFFERENCE, 1, 3.6e6, 0},
	{"rpm", "Hz", ZHUN_DIFFERENCE, 3000, 50, 0},
	{"‰", "%", ZHUN_DIFFERENCE, 5, 0.5, 0},
	{"eV", "J", ZHUN_DIFFERENCE, 1, 1.602176634e-19, 1e-16},
	{"psi", "Pa", ZHUN_DIFFERENCE, 1, 6894.757293168361, 1e-15},
	{"mmHg", "Pa", ZHUN_DIFFERENCE, 760, 101325.0144354, 1e-13},
	{"°", "rad", ZHUN_DIFFERENCE, 180, 3.14159265358979323846, 1e-15},
	{"″", "µrad", ZHUN_DIFFERENCE, 1, 4.84813681109536, 1e-14},
	{"Np", "dB", ZHUN_DIFFERENCE, 1, 8.685889638065037, 1e-15},
	{"hp", "W", ZHUN_DIFFERENCE, 1, 745.6998715822702, 1e-15},
	{"Btu", "J", ZHUN_DIFFERENCE, 1, 1055.05585262, 1e-15},
	{"ftUS", "m", ZHUN_DIFFERENCE, 3937, 1200, 1e-15},
	{"Mibyte", "byte", ZHUN_DIFFERENCE, 1, 1048576, 0},
	{"V/√Hz", "nV/√Hz", ZHUN_DIFFERENCE, 1e-9, 1, 1e-15},
	/* points and differences: 2 °C of uncertainty is 2 K, a temperature of 2 °C is 275.15 K */
	{"°C", "K", ZHUN_DIFFERENCE, 2, 2, 0},
	{"°C", "K", ZHUN_POINT, 2, 275.15, 1e-16},
	{"°C", "°F", ZHUN_POINT, 100, 212, 0},
	{"°C", "°F", ZHUN_POINT, -40, -40, 0},
	{"°F", "°C", ZHUN_POINT, 32, 0, 1e-15},
	{"°C", "°F", ZHUN_DIFFERENCE, 5, 9, 0},
	{"K", "m°C", ZHUN_DIFFERENCE, 0.02, 20, 0},
	/* levels */
	{"dBm", "mW", ZHUN_POINT, 10, 10, 1e-15},
	{"dBm", "dBW", ZHUN_POINT, 30, 0, 1e-15},
	{"dBm", "dBm", ZHUN_POINT, 3, 3, 0},
	{"dBµV", "V", ZHUN_POINT, 120, 1, 1e-15},
	{"dB(SPL)", "Pa", ZHUN_POINT, 94, 1.0023744672545445, 1e-14},
	{"W", "dBm", ZHUN_POINT, 1, 30, 1e-15},
	{"dBm", "dB", ZHUN_DIFFERENCE, 3, 3, 0},
	/* what is not comparable */
	{"dBm", "dB", ZHUN_POINT, 0, 0, -1},
	{"dB(A)", "Pa", ZHUN_POINT, 0, 0, -1},
	{"dBm", "V", ZHUN_POINT, 0, 0, -1},
	{"s", "Hz", ZHUN_POINT, 0, 0, -1},
	{"Ω", "S", ZHUN_POINT, 0, 0, -1},
	{"pH", "%", ZHUN_POINT, 0, 0, -1},
	{"HRC", "HV", ZHUN_POINT, 0, 0, -1},
};

static struct zhun_unit of(const char *s)
{
	struct zhun_unit u = zhun_unit_one();
	struct zhun_error err;
	CHECK_CODE(zhun_unit_read(s, strlen(s), ZHUN_UNIT_TYPED, &u, NULL, &err), ZHUN_OK, &err);
	return u;
}

static void known_conversions(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(converted); i++) {
		struct zhun_unit from = of(converted[i].from), to = of(converted[i].to);
		struct zhun_conversion c = {0};
		struct zhun_error err;
		enum zhun_code code =
			zhun_conversion_make(&from, &to, converted[i].count, &c, &err);
		if (converted[i].within < 0) {
			CHECK(code == ZHUN_E_UNIT_MISMATCH || code == ZHUN_E_UNIT_LEVEL);
			continue;
		}
		CHECK_CODE(code, ZHUN_OK, &err);
		double y = zhun_convert(&c, converted[i].x);
		double room = converted[i].within * fmax(1.0, fabs(converted[i].y));
		unit_check(fabs(y - converted[i].y) <= room, __FILE__, __LINE__,
			   "%s to %s: %.17g, not %.17g", converted[i].from, converted[i].to, y,
			   converted[i].y);
	}
}

static void mismatch_says_both_dimensions(void)
{
	struct zhun_unit a = of("mV"), b = of("kg");
	struct zhun_conversion c;
	struct zhun_error err;
	char sentence[300];
	CHECK_CODE(zhun_conversion_make(&a, &b, ZHUN_POINT, &c, &err), ZHUN_E_UNIT_MISMATCH, &err);
	zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof(sentence));
	CHECK_TEXT(sentence,
		   "mV and kg do not measure the same: dimensions m^2·kg·s^-3·A^-1 and kg");
}

/* Between any two units of one dimension, there and back is where one started. */
static void there_and_back(void)
{
	unsigned long long state = 3;
	size_t done = 0;
	for (size_t i = 0; i < unit_row_count; i++)
		for (size_t k = 0; k < unit_row_count; k++) {
			struct zhun_unit a = of(unit_rows[i].symbol), b = of(unit_rows[k].symbol);
			struct zhun_conversion there, back;
			enum zhun_count count =
				unit_random(&state) % 2 ? ZHUN_POINT : ZHUN_DIFFERENCE;
			if (zhun_conversion_make(&a, &b, count, &there, NULL))
				continue;
			CHECK_CODE(zhun_conversion_make(&b, &a, count, &back, NULL), ZHUN_OK, NULL);
			double x = (double)(unit_random(&state) % 100000) / 977.0 + 0.5;
			double y = zhun_convert(&back, zhun_convert(&there, x));
			/* a zero point far away costs digits: 1 K in °C and back is good to 273 ulp
			 */
			double room = there.shift != 0.0 ? 1e-10 : 4e-14;
			unit_check(fabs(x - y) <= room * fabs(x), __FILE__, __LINE__,
				   "%s %s %.17g %.17g", unit_rows[i].symbol, unit_rows[k].symbol, x,
				   y);
			done++;
		}
	CHECK(done > 2000);
}

/* a → b → c is a → c */
static void transitive(void)
{
	static const char *const masses[] = {"kg", "g",	 "t",	"lb", "oz", "ct",
					     "gr", "Da", "ozt", "斤", "µg"};
	for (size_t i = 0; i < ZHUN_COUNT(masses); i++)
		for (size_t j = 0; j < ZHUN_COUNT(masses); j++)
			for (size_t k = 0; k < ZHUN_COUNT(masses); k++) {
				struct zhun_unit a = of(masses[i]), b = of(masses[j]),
						 c = of(masses[k]);
				struct zhun_conversion ab, bc, ac;
				struct zhun_error err;
				CHECK_CODE(zhun_conversion_make(&a, &b, ZHUN_DIFFERENCE, &ab, &err),
					   ZHUN_OK, &err);
				CHECK_CODE(zhun_conversion_make(&b, &c, ZHUN_DIFFERENCE, &bc, &err),
					   ZHUN_OK, &err);
				CHECK_CODE(zhun_conversion_make(&a, &c, ZHUN_DIFFERENCE, &ac, &err),
					   ZHUN_OK, &err);
				double x = zhun_convert(&bc, zhun_convert(&ab, 1.5)),
				       y = zhun_convert(&ac, 1.5);
				CHECK(fabs(x - y) <= 2e-15 * fabs(y));
			}
}

static void decimal_moves(void)
{
	struct zhun_unit uv = of("µV"), v = of("V"), in = of("in"), c = of("°C"), k = of("K");
	int places = 0;
	CHECK(zhun_conversion_decimal(&uv, &v, ZHUN_POINT, &places));
	CHECK_INT(places, -6);
	CHECK(!zhun_conversion_decimal(&in, &v, ZHUN_POINT, &places));
	CHECK(!zhun_conversion_decimal(&c, &k, ZHUN_POINT, &places));
	CHECK(zhun_conversion_decimal(&c, &k, ZHUN_DIFFERENCE, &places));
	CHECK_INT(places, 0);
}

static const struct unit_test tests[] = {
	{"conversion: known values", known_conversions},
	{"conversion: a mismatch says both dimensions", mismatch_says_both_dimensions},
	{"conversion: there and back", there_and_back},
	{"conversion: transitive", transitive},
	{"conversion: moves of the decimal point", decimal_moves},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
