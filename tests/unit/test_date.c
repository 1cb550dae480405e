/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/date.h"

#include "unit.h"

static void partial_dates_have_first_and_last_days(void)
{
	static const struct {
		const char *text, *first, *last;
	} rows[] = {{"2026", "2026-01-01", "2026-12-31"},
		    {"2024-02", "2024-02-01", "2024-02-29"},
		    {"2026-03", "2026-03-01", "2026-03-31"},
		    {"1900-02", "1900-02-01", "1900-02-28"},
		    {"2026-11-23", "2026-11-23", "2026-11-23"},
		    {"0001-12", "0001-12-01", "0001-12-31"}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_date d = {0};
		struct zhun_error err;
		char out[ZHUN_DATE_TEXT];
		CHECK_CODE(zhun_date_parse(rows[i].text, strlen(rows[i].text), &d, &err), ZHUN_OK,
			   &err);
		zhun_day_text(d.first, out);
		CHECK_TEXT(out, rows[i].first);
		zhun_day_text(d.last, out);
		CHECK_TEXT(out, rows[i].last);
		zhun_date_text(&d, out);
		CHECK_TEXT(out, rows[i].text);
	}
}

static void days_that_do_not_exist_are_refused(void)
{
	static const char *const bad[] = {"",		"26",	       "2026-13",  "2026-00",
					  "2026-02-29", "2026-04-31",  "2026-1-1", "0000",
					  "2026/03/02", "2026-03-02x", "20260302", "§date§",
					  "2026-03-",	"2026x03"};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++) {
		struct zhun_date d;
		struct zhun_error err;
		CHECK_CODE(zhun_date_parse(bad[i], strlen(bad[i]), &d, &err), ZHUN_E_DATE_BAD,
			   &err);
	}
}

static void xml_dates_may_have_an_offset(void)
{
	static const struct {
		const char *text;
		enum zhun_code code;
	} rows[] = {{"2026-03-02", ZHUN_OK},
		    {"2026-03-02Z", ZHUN_OK},
		    {"2026-03-02+08:00", ZHUN_OK},
		    {"2026-03-02-14:00", ZHUN_OK},
		    {"2026-03-02+15:00", ZHUN_E_DATE_BAD},
		    {"2026-03", ZHUN_E_DATE_BAD},
		    {"2026-03-02+0800", ZHUN_E_DATE_BAD}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_date d;
		struct zhun_error err;
		CHECK_CODE(zhun_date_parse_xml(rows[i].text, strlen(rows[i].text), &d, &err),
			   rows[i].code, &err);
	}
}

/* Law: counting days one by one gives the civil date that follows, over 2,000 years. */
static void days_count_on(void)
{
	int year = 1500, month = 1, day = 1;
	for (int32_t n = zhun_day_of(1500, 1, 1); n < zhun_day_of(3500, 1, 1); n++) {
		int y, m, d;
		zhun_day_civil(n, &y, &m, &d);
		bool next = (y == year && m == month && d == day) ||
			    (y == year && m == month + 1 && d == 1 && day > 28) ||
			    (y == year + 1 && m == 1 && d == 1 && month == 12 && day == 32);
		if (!unit_check(next && zhun_day_of(y, m, d) == n, __FILE__, __LINE__,
				"day %d is %d-%d-%d", n, y, m, d))
			return;
		year = y;
		month = m;
		day = d + 1;
	}
	CHECK_INT(zhun_day_of(1970, 1, 1), 0);
	CHECK_INT(zhun_day_of(2000, 3, 1), 11017);
}

static void instants_are_read_and_written(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {{"2026-11-23T04:11:53.123456Z", "2026-11-23T04:11:53.123456Z"},
		    {"2026-11-23T04:11:53+08:00", "2026-11-22T20:11:53.000000Z"},
		    {"2026-11-23", "2026-11-23T00:00:00.000000Z"},
		    {"1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"},
		    {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z"},
		    {"2026-11-23 04:11:53.5-00:30", "2026-11-23T04:41:53.500000Z"}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		int64_t t = 0;
		struct zhun_error err;
		char out[ZHUN_INSTANT_TEXT];
		CHECK_CODE(zhun_instant_parse(rows[i].text, strlen(rows[i].text), &t, &err),
			   ZHUN_OK, &err);
		CHECK_INT(zhun_instant_text(t, out), 27);
		CHECK_TEXT(out, rows[i].want);
	}
	static const char *const bad[] = {"",
					  "2026-11-23T",
					  "2026-11-23T04:11Z",
					  "2026-11-23T24:00:00Z",
					  "2026-11-23T04:11:53",
					  "2026-11-23T04:60:00Z",
					  "2026-13-01T00:00:00Z",
					  "2026-11-23T04:11:53+25:00"};
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++) {
		int64_t t;
		struct zhun_error err;
		CHECK_CODE(zhun_instant_parse(bad[i], strlen(bad[i]), &t, &err), ZHUN_E_INSTANT_BAD,
			   &err);
	}
}

static const struct unit_test tests[] = {
	{"date: partial dates have first and last days", partial_dates_have_first_and_last_days},
	{"date: days that do not exist are refused", days_that_do_not_exist_are_refused},
	{"date: XML dates may have an offset", xml_dates_may_have_an_offset},
	{"date: days count on for 2,000 years", days_count_on},
	{"date: instants are read and written", instants_are_read_and_written},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
