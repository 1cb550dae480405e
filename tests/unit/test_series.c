/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/series.h"

#include "near.h"

static struct zhun_series series_of(struct zhun_arena *a, const char *const *texts, size_t n)
{
	struct zhun_series s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, n, &s, &err), ZHUN_OK, &err);
	return s;
}

/* NIST StRD NumAcc4: 10000000.2 and then 10000000.1, 10000000.3 five hundred times; mean, standard
 * deviation and autocorrelation are exactly 10000000.2, 0.1 and −0.999. */
static void keeps_digits_far_from_zero(void)
{
	enum { N = 1001 };
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const char *texts[N] = {"10000000.2"};
	for (size_t i = 1; i < N; i++)
		texts[i] = i % 2 ? "10000000.1" : "10000000.3";
	struct zhun_summary s = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_series_summary(series_of(a, texts, N), &s, &err), ZHUN_OK, &err);
	CHECK_NEAR(s.mean, 10000000.2, 0);
	CHECK_NEAR(s.sd, 0.1, 1e-16);
	CHECK_NEAR(s.lag1, -0.999, 1e-15);
	zhun_arena_close(a);
}

/* JCGM 100:2008 H.2, table H.2: correlation of five simultaneous readings of V and I. */
static void correlates_paired_readings(void)
{
	static const char *const v[] = {"5.007", "4.994", "5.005", "4.990", "4.999"};
	static const char *const i[] = {"19.663", "19.639", "19.640", "19.685", "19.678"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_error err;
	double r = 0;
	CHECK_CODE(zhun_series_correlation(series_of(a, v, 5), series_of(a, i, 5), &r, &err), ZHUN_OK, &err);
	CHECK_NEAR(r, -0.355, 0.0005);
	CHECK_CODE(zhun_series_correlation(series_of(a, v, 5), series_of(a, i, 4), &r, &err),
		   ZHUN_E_SERIES_UNEQUAL, &err);
	zhun_arena_close(a);
}

static void says_where_a_reading_is_bad(void)
{
	static const char *const texts[] = {"1.0", "1.1", "1,2"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_series s;
	struct zhun_summary sum;
	struct zhun_error err;
	CHECK_CODE(zhun_series_parse(a, texts, 3, &s, &err), ZHUN_E_NUMBER_BAD, &err);
	CHECK_TEXT(err.place, "/2");
	CHECK_CODE(zhun_series_parse(a, texts, 1, &s, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_series_summary(s, &sum, &err), ZHUN_E_SERIES_SHORT, &err);
	zhun_arena_close(a);
}

/* Law: a decimal as a pair of doubles differs from the nearest double by less than its last bit. */
static void pairs_hold_the_decimal(void)
{
	struct zhun_number n = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_number_parse("0.1", 3, &n, &err), ZHUN_OK, &err);
	struct zhun_dd x = zhun_dd_of_decimal(&n.decimal);
	CHECK_NEAR(x.hi, 0.1, 0);
	CHECK_NEAR(x.lo, -5.551115123125783e-18, 1e-31);
	CHECK_CODE(zhun_number_parse("-12345678901234567890", 21, &n, &err), ZHUN_OK, &err);
	x = zhun_dd_of_decimal(&n.decimal);
	CHECK_NEAR(x.hi + 12345678901234567168.0, 0, 0);
	CHECK_NEAR(x.lo, -722.0, 0);
}

static enum zhun_code parse(struct zhun_arena *a, void *context)
{
	static const char *const texts[] = {"1", "2"};
	struct zhun_series s;
	struct zhun_error err;
	(void)context;
	return zhun_series_parse(a, texts, 2, &s, &err);
}

static void survives_faults(void)
{
	unit_fault_loop(parse, NULL);
}

static const struct unit_test tests[] = {
	{"series: keeps digits far from zero (NIST NumAcc4)", keeps_digits_far_from_zero},
	{"series: correlates paired readings (GUM H.2)", correlates_paired_readings},
	{"series: says where a reading is bad", says_where_a_reading_is_bad},
	{"series: pairs of doubles hold the decimal", pairs_hold_the_decimal},
	{"series: survives faults", survives_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
