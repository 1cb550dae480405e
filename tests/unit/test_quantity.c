/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/quantity.h"

#include <math.h>

#include "unit.h"

static struct zhun_quantity of(const char *s)
{
	struct zhun_quantity q = zhun_quantity_computed(0.0, &(struct zhun_unit){0});
	struct zhun_error err;
	CHECK_CODE(zhun_quantity_read(s, strlen(s), &q, &err), ZHUN_OK, &err);
	return q;
}

static void reads_and_writes(void)
{
	static const char *const texts[][3] = {
		{"10 V", "10 V", "10\u2009V"},
		{"35uV", "35 µV", "35\u2009µV"},
		{" -20.0 °C ", "-20.0 °C", "-20.0\u2009°C"},
		{"5 %", "5 %", "5\u2009%"},
		{"1.50", "1.50", "1.50"},
		{"45°", "45°", "45°"},
		{"9.81 m/s²", "9.81 m/s^2", "9.81\u2009m/s²"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(texts); i++) {
		struct zhun_quantity q = of(texts[i][0]);
		char out[ZHUN_QUANTITY_TEXT];
		zhun_quantity_text(&q, out);
		CHECK_TEXT(out, texts[i][1]);
		zhun_quantity_typeset(&q, out);
		CHECK_TEXT(out, texts[i][2]);
	}
	struct zhun_quantity q;
	struct zhun_error err;
	CHECK_CODE(zhun_quantity_read("V", 1, &q, &err), ZHUN_E_NUMBER_BAD, &err);
	CHECK_CODE(zhun_quantity_read("10 frob", 7, &q, &err), ZHUN_E_UNIT_UNKNOWN, &err);
	CHECK_CODE(zhun_quantity_of("1.5", "kV", &q, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_quantity_of("1.5", "", &q, &err), ZHUN_E_UNIT_EMPTY, &err);
	CHECK_CODE(zhun_quantity_of("x", "V", &q, &err), ZHUN_E_NUMBER_BAD, &err);
}

static void keeps_digits_when_the_point_moves(void)
{
	struct zhun_quantity q = of("1.50 mV"), v = of("1 V"), k = of("1 K"), r;
	struct zhun_error err;
	char out[ZHUN_QUANTITY_TEXT];
	CHECK_CODE(zhun_quantity_in(&q, &v.unit, ZHUN_POINT, &r, &err), ZHUN_OK, &err);
	zhun_quantity_text(&r, out);
	CHECK_TEXT(out, "0.00150 V");
	q = of("20.00 °C");
	CHECK_CODE(zhun_quantity_in(&q, &k.unit, ZHUN_POINT, &r, &err), ZHUN_OK, &err);
	zhun_quantity_text(&r, out);
	CHECK_TEXT(out, "293.15 K");
	CHECK_CODE(zhun_quantity_in(&q, &k.unit, ZHUN_DIFFERENCE, &r, &err), ZHUN_OK, &err);
	zhun_quantity_text(&r, out);
	CHECK_TEXT(out, "20.00 K");
	CHECK_CODE(zhun_quantity_in(&q, &v.unit, ZHUN_POINT, &r, &err), ZHUN_E_UNIT_MISMATCH, &err);
	q = of("1e300 km");
	struct zhun_quantity small = of("1 pm");
	CHECK_CODE(zhun_quantity_in(&q, &small.unit, ZHUN_POINT, &r, &err), ZHUN_E_NUMBER_RANGE,
		   &err);
}

static void compares(void)
{
	static const struct {
		const char *a, *b;
		enum zhun_count count;
		int order;
	} rows[] = {
		{"35 µV", "0.035 mV", ZHUN_DIFFERENCE, 0},
		{"35.0000000000000000001 µV", "35 µV", ZHUN_DIFFERENCE, 1},
		{"1 in", "25.4 mm", ZHUN_POINT, 0},
		{"0 °C", "273.15 K", ZHUN_POINT, 0},
		{"0 °C", "1 K", ZHUN_DIFFERENCE, -1},
		{"0.1 V", "100 mV", ZHUN_POINT, 0},
		{"-5 V", "3 mV", ZHUN_POINT, -1},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_quantity a = of(rows[i].a), b = of(rows[i].b);
		struct zhun_error err;
		int order = 9;
		CHECK_CODE(zhun_quantity_compare(&a, &b, rows[i].count, &order, &err), ZHUN_OK,
			   &err);
		unit_check(order == rows[i].order, __FILE__, __LINE__, "%s and %s: %d", rows[i].a,
			   rows[i].b, order);
	}
	struct zhun_quantity volt = of("1 V"), kilogram = of("1 kg");
	CHECK_CODE(zhun_quantity_compare(&volt, &kilogram, ZHUN_POINT, &(int){0}, NULL),
		   ZHUN_E_UNIT_MISMATCH, NULL);
}

/* A computed value's text reads back as the same double. */
static void texts_come_back(void)
{
	unsigned long long state = 21;
	struct zhun_quantity metre = of("1 km/h");
	for (int i = 0; i < 3000; i++) {
		double x = ldexp((double)(long long)unit_random(&state),
				 (int)(unit_random(&state) % 200) - 160);
		struct zhun_quantity q = zhun_quantity_computed(x, &metre.unit), back;
		char out[ZHUN_QUANTITY_TEXT];
		struct zhun_error err;
		size_t n = zhun_quantity_text(&q, out);
		if (!CHECK_CODE(zhun_quantity_read(out, n, &back, &err), ZHUN_OK, &err))
			return;
		if (!unit_check(!(back.number.value < x) && !(back.number.value > x), __FILE__,
				__LINE__, "%s", out))
			return;
	}
}

static const struct unit_test tests[] = {
	{"quantity: reads and writes", reads_and_writes},
	{"quantity: keeps digits when the point moves", keeps_digits_when_the_point_moves},
	{"quantity: compares", compares},
	{"quantity: texts come back", texts_come_back},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
