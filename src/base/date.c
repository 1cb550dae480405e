/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates by counting in 400-year eras that start on 1 March (no tables of leap years). */
#include "zhun/base/date.h"

#include <stdio.h>
#include <string.h>

#include "zhun/base/text.h"

static const int64_t day_micros = 86400LL * 1000000;

int32_t zhun_day_of(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
	return era * 146097 + day_of_era - 719468;
}

void zhun_day_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int m = (5 * doy + 2) / 153;
	*ret_day = doy - (153 * m + 2) / 5 + 1;
	*ret_month = m < 10 ? m + 3 : m - 9;
	*ret_year = yoe + era * 400 + (*ret_month <= 2);
}

static int days_in(int year, int month)
{
	return zhun_day_of(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) -
	       zhun_day_of(year, month, 1);
}

/* Exactly `count` digits at s; −1 if they are not there. */
static int fixed_digits(const char *s, size_t n, size_t at, size_t count)
{
	int value = 0;
	if (at + count > n)
		return -1;
	for (size_t i = at; i < at + count; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = 10 * value + (s[i] - '0');
	}
	return value;
}

static enum zhun_code bad(struct zhun_error *err, enum zhun_code code, const char *s, size_t n)
{
	char word[64];
	size_t len = zhun_utf8_valid(s, n < sizeof word - 1 ? n : sizeof word - 1);
	memcpy(word, s, len);
	word[len] = '\0';
	return zhun_fail(err, code, NULL, word);
}

static bool read_date(const char *s, size_t n, struct zhun_date *ret)
{
	int year = fixed_digits(s, n, 0, 4);
	int month = n > 4 && s[4] == '-' ? fixed_digits(s, n, 5, 2) : 0;
	int day = n > 7 && s[7] == '-' ? fixed_digits(s, n, 8, 2) : 0;
	if (year < 1 || (n != 4 && n != 7 && n != 10))
		return false;
	if (n == 4) {
		*ret = (struct zhun_date){ZHUN_DATE_YEAR, zhun_day_of(year, 1, 1), zhun_day_of(year, 12, 31)};
		return true;
	}
	if (month < 1 || month > 12)
		return false;
	int32_t first = zhun_day_of(year, month, 1);
	if (n == 7) {
		*ret = (struct zhun_date){ZHUN_DATE_MONTH, first, first + days_in(year, month) - 1};
		return true;
	}
	if (day < 1 || day > days_in(year, month))
		return false;
	*ret = (struct zhun_date){ZHUN_DATE_DAY, first + day - 1, first + day - 1};
	return true;
}

enum zhun_code zhun_date_parse(const char *s, size_t n, struct zhun_date *ret, struct zhun_error *err)
{
	return read_date(s, n, ret) ? ZHUN_OK : bad(err, ZHUN_E_DATE_BAD, s, n);
}

/* Z or ±hh:mm with hh ≤ 14 (XML Schema) as minutes; false if it is neither. */
static bool read_offset(const char *s, size_t n, int *ret_minutes)
{
	if (n == 1 && (s[0] == 'Z' || s[0] == 'z')) {
		*ret_minutes = 0;
		return true;
	}
	int hours = fixed_digits(s, n, 1, 2), minutes = fixed_digits(s, n, 4, 2);
	if (n != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':' || hours < 0 || hours > 14 ||
	    minutes < 0 || minutes > 59)
		return false;
	*ret_minutes = (s[0] == '-' ? -1 : 1) * (60 * hours + minutes);
	return true;
}

enum zhun_code zhun_date_parse_xml(const char *s, size_t n, struct zhun_date *ret, struct zhun_error *err)
{
	int minutes;
	if (n < 10 || (n > 10 && !read_offset(s + 10, n - 10, &minutes)) || !read_date(s, 10, ret))
		return bad(err, ZHUN_E_DATE_BAD, s, n);
	return ZHUN_OK;
}

size_t zhun_day_text(int32_t day, char out[ZHUN_DATE_TEXT])
{
	int y, m, d;
	zhun_day_civil(day, &y, &m, &d);
	char text[40];
	int n = snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, d);
	size_t len = n < ZHUN_DATE_TEXT ? (size_t)n : ZHUN_DATE_TEXT - 1;
	memcpy(out, text, len);
	out[len] = '\0';
	return len;
}

size_t zhun_date_text(const struct zhun_date *d, char out[ZHUN_DATE_TEXT])
{
	static const size_t length[] = {
		[ZHUN_DATE_YEAR] = 4, [ZHUN_DATE_MONTH] = 7, [ZHUN_DATE_DAY] = 10};
	(void)zhun_day_text(d->first, out);
	out[length[d->precision]] = '\0';
	return length[d->precision];
}

size_t zhun_instant_text(int64_t instant, char out[ZHUN_INSTANT_TEXT])
{
	int64_t day = (instant >= 0 ? instant : instant - day_micros + 1) / day_micros;
	int64_t rest = instant - day * day_micros;
	int y, m, d;
	zhun_day_civil((int32_t)day, &y, &m, &d);
	int64_t s = rest / 1000000;
	char text[64];
	int n = snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", y, m, d, (int)(s / 3600),
			 (int)(s / 60 % 60), (int)(s % 60), (int)(rest % 1000000));
	size_t len = n < ZHUN_INSTANT_TEXT ? (size_t)n : ZHUN_INSTANT_TEXT - 1;
	memcpy(out, text, len);
	out[len] = '\0';
	return len;
}

/* hh:mm:ss[.fraction] from at on, as microseconds; −1 if it is none. Writes where it ends. A leap
 * second (60) is the next second's first moment. */
static int64_t read_time(const char *s, size_t n, size_t at, size_t *ret_end)
{
	int h = fixed_digits(s, n, at, 2), m = fixed_digits(s, n, at + 3, 2), sec = fixed_digits(s, n, at + 6, 2);
	if (h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 60 || s[at + 2] != ':' || s[at + 5] != ':')
		return -1;
	int64_t micros = ((h * 60LL + m) * 60 + sec) * 1000000, scale = 100000;
	size_t end = at + 8;
	if (end < n && s[end] == '.')
		for (end++; end < n && s[end] >= '0' && s[end] <= '9'; end++, scale /= 10)
			micros += scale * (s[end] - '0');
	*ret_end = end;
	return micros;
}

enum zhun_code zhun_instant_parse(const char *s, size_t n, int64_t *ret, struct zhun_error *err)
{
	struct zhun_date d;
	size_t end = 10;
	int64_t time = 0;
	int offset = 0;
	bool ok = n >= 10 && read_date(s, 10, &d);
	if (ok && n > 10) {
		ok = s[10] == 'T' || s[10] == 't' || s[10] == ' ';
		time = ok ? read_time(s, n, 11, &end) : -1;
		ok = time >= 0 && end < n && read_offset(s + end, n - end, &offset);
	}
	if (!ok)
		return bad(err, ZHUN_E_INSTANT_BAD, s, n);
	*ret = d.first * day_micros + time - offset * 60000000LL;
	return ZHUN_OK;
}
