/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * TZif (RFC 9636): of version 2 and later the second, 64-bit block is read: its
 * transitions, and the rule for all later time in the footer, a POSIX TZ text
 * (<+08>-8, CET-1CEST,M3.5.0,M10.5.0/3; 3.3.1 of the RFC). Leap seconds are
 * left out: an instant here has none.
 */
#include "zhun/base/zone.h"

#include <stdio.h>

#include "zhun/base/date.h"
#include "zhun/base/text.h"

enum { HEADER = 44, FILE_MAX = 1 << 20, DAY = 86400, NAME_MAX_LENGTH = 64 };

/** "M3.5.0/2", "J60" or "59": the day of a year and the second of that day, local time. */
struct change {
	char form;        /* 'M', 'J', '0' */
	int month, week, day;
	int32_t second;
};

struct rule {
	int32_t standard, summer;  /* offsets; equal where there is no summer time */
	bool changes;
	struct change begin, end;  /* of summer time */
};

struct zhun_zone {
	size_t count;
	int64_t *at;       /* seconds of UTC, rising */
	int32_t *offset;   /* from at[i] on */
	int32_t before;    /* before the first */
	struct rule rule;  /* after the last */
};

struct reader {
	const unsigned char *p;
	size_t left;
	bool failed;
};

static int64_t take(struct reader *r, size_t size)
{
	uint64_t n = 0;
	if (r->left < size) {
		r->failed = true;
		return 0;
	}
	for (size_t i = 0; i < size; i++)
		n = n << 8 | r->p[i];
	r->p += size;
	r->left -= size;
	return size == 4 ? (int32_t)(uint32_t)n : (int64_t)n;
}

static void skip(struct reader *r, size_t n)
{
	n = n > r->left ? (r->failed = true, r->left) : n;
	r->p += n;
	r->left -= n;
}

struct counts {
	size_t utc, standard, leap, times, types, chars;
};

static struct counts read_header(struct reader *r, char *ret_version)
{
	struct counts c = {0};
	if (r->left < HEADER || memcmp(r->p, "TZif", 4) != 0) {
		r->failed = true;
		return c;
	}
	*ret_version = (char)r->p[4];
	skip(r, 20);
	size_t *const fields[] = {&c.utc, &c.standard, &c.leap, &c.times, &c.types, &c.chars};
	for (size_t i = 0; i < ZHUN_COUNT(fields); i++) {
		int64_t n = take(r, 4);
		r->failed = r->failed || n < 0 || n > FILE_MAX;
		*fields[i] = r->failed ? 0 : (size_t)n;
	}
	return c;
}

static size_t block_size(const struct counts *c, size_t time)
{
	return c->times * (time + 1) + c->types * 6 + c->chars + c->leap * (time + 4) + c->standard + c->utc;
}

/* Offset of each type stands first in its six bytes. */
static int32_t type_offset(const unsigned char *types, size_t count, size_t i)
{
	struct reader r = {types + i * 6, 4, i >= count};
	return i < count ? (int32_t)take(&r, 4) : 0;
}

static bool read_transitions(struct reader *r, const struct counts *c, struct zhun_zone *z)
{
	for (size_t i = 0; i < c->times; i++)
		z->at[i] = take(r, 8);
	const unsigned char *index = r->p;
	skip(r, c->times);
	const unsigned char *types = r->p;
	skip(r, c->types * 6);
	if (r->failed || c->types == 0)
		return false;
	for (size_t i = 0; i < c->times; i++)
		z->offset[i] = type_offset(types, c->types, index[i]);
	z->before = type_offset(types, c->types, 0);
	z->count = c->times;
	skip(r, block_size(c, 8) - c->times * 9 - c->types * 6);
	return !r->failed;
}

static const char *number(const char *s, int *ret)
{
	int n = 0;
	if (!s || *s < '0' || *s > '9')
		return NULL;
	for (; *s >= '0' && *s <= '9' && n < 100000; s++)
		n = n * 10 + (*s - '0');
	*ret = n;
	return s;
}

/* [+-]hh[:mm[:ss]] as seconds. */
static const char *clock_text(const char *s, int32_t *ret)
{
	int part = 0, sign = *s == '-' ? -1 : 1;
	int32_t total = 0, scale = 3600;
	s += *s == '-' || *s == '+';
	for (int i = 0; i < 3; i++, scale /= 60) {
		s = number(s, &part);
		if (!s)
			return NULL;
		total += part * scale;
		if (*s != ':')
			break;
		s++;
	}
	*ret = sign * total;
	return s;
}

/* A name: letters, or anything between < and >. */
static const char *skip_name(const char *s)
{
	if (*s == '<') {
		const char *end = strchr(s, '>');
		return end ? end + 1 : NULL;
	}
	size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	return n >= 3 ? s + n : NULL;
}

static const char *read_change(const char *s, struct change *ret)
{
	*ret = (struct change){.form = *s == 'M' || *s == 'J' ? *s : '0', .second = 7200};
	s += *s == 'M' || *s == 'J';
	s = number(s, ret->form == 'M' ? &ret->month : &ret->day);
	if (s && ret->form == 'M')
		s = *s == '.' && (s = number(s + 1, &ret->week)) && *s == '.' ? number(s + 1, &ret->day) : NULL;
	bool sound = ret->form == 'M' ? ret->month >= 1 && ret->month <= 12 && ret->week >= 1 && ret->week <= 5 &&
						ret->day <= 6
				      : ret->day <= 366;
	if (!s || !sound)
		return NULL;
	return *s == '/' ? clock_text(s + 1, &ret->second) : s;
}

/* Offsets in a POSIX TZ text count westward. */
static bool read_rule(const char *s, struct rule *ret)
{
	*ret = (struct rule){0};
	int32_t west;
	if (!(s = skip_name(s)) || !(s = clock_text(s, &west)))
		return false;
	ret->standard = ret->summer = -west;
	if (!*s)
		return true;
	if (!(s = skip_name(s)))
		return false;
	ret->summer = ret->standard + 3600;
	if (*s && *s != ',') {
		if (!(s = clock_text(s, &west)))
			return false;
		ret->summer = -west;
	}
	ret->changes = true;
	return *s == ',' && (s = read_change(s + 1, &ret->begin)) && *s == ',' &&
	       (s = read_change(s + 1, &ret->end)) && !*s;
}

static int32_t first_of_year(int year)
{
	return zhun_day_of(year, 1, 1);
}

/* The day on which a change falls in a year; 1970-01-01 was a Thursday. */
static int32_t change_day(const struct change *c, int year)
{
	if (c->form == '0')
		return first_of_year(year) + c->day;
	if (c->form == 'J') {
		bool leap = first_of_year(year + 1) - first_of_year(year) == 366;
		return first_of_year(year) + c->day - 1 + (leap && c->day >= 60);
	}
	int32_t first = zhun_day_of(year, c->month, 1);
	int32_t weekday = ((first + 4) % 7 + 7) % 7;
	int32_t day = first + (c->day - weekday + 7) % 7 + 7 * (c->week - 1);
	int32_t next = c->month == 12 ? first_of_year(year + 1) : zhun_day_of(year, c->month + 1, 1);
	return day < next ? day : day - 7;
}

static int64_t floor_divide(int64_t n, int64_t by)
{
	return n / by - (n % by < 0);
}

static int32_t rule_offset(const struct rule *r, int64_t second)
{
	if (!r->changes)
		return r->standard;
	int year, month, day;
	zhun_day_civil((int32_t)floor_divide(second + r->standard, DAY), &year, &month, &day);
	int64_t begin = (int64_t)change_day(&r->begin, year) * DAY + r->begin.second - r->standard;
	int64_t end = (int64_t)change_day(&r->end, year) * DAY + r->end.second - r->summer;
	bool summer = begin < end ? second >= begin && second < end : second >= begin || second < end;
	return summer ? r->summer : r->standard;
}

int32_t zhun_zone_offset(const struct zhun_zone *z, int64_t instant)
{
	int64_t second = floor_divide(instant, 1000000);
	if (z->count == 0 || second >= z->at[z->count - 1])
		return rule_offset(&z->rule, second);
	if (second < z->at[0])
		return z->before;
	size_t low = 0, high = z->count - 1;  /* at[low] <= second < at[high] */
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (z->at[middle] <= second)
			low = middle;
		else
			high = middle;
	}
	return z->offset[low];
}

int32_t zhun_zone_day(const struct zhun_zone *z, int64_t instant)
{
	return (int32_t)floor_divide(floor_divide(instant, 1000000) + zhun_zone_offset(z, instant), DAY);
}

/* Clocks may be set at midnight: the offset before it or the one after it tells when the day begins. */
int64_t zhun_zone_begin(const struct zhun_zone *z, int32_t day)
{
	const int64_t length = DAY * INT64_C(1000000), midnight = day * length;
	int64_t early = midnight - zhun_zone_offset(z, midnight - length) * INT64_C(1000000);
	if (zhun_zone_day(z, early) >= day && zhun_zone_day(z, early - 1) < day)
		return early;
	return midnight - zhun_zone_offset(z, midnight + length) * INT64_C(1000000);
}

static enum zhun_code of_rule(struct zhun_arena *a, const char *name, const char *rule,
			      const struct zhun_zone **ret, struct zhun_error *err)
{
	struct zhun_zone *z = ZHUN_NEW(a, struct zhun_zone);
	if (!z)
		return zhun_no_memory(a, err);
	if (!read_rule(rule, &z->rule))
		return zhun_fail(err, ZHUN_E_ZONE_UNKNOWN, NULL, name);
	*ret = z;
	return ZHUN_OK;
}

/* The footer: a line between two line ends; empty where the data make no promise, then the
 * last transition goes on. */
static bool read_footer(struct zhun_arena *a, const struct reader *r, struct zhun_zone *z, bool *ret_memory)
{
	const unsigned char *end = r->left > 1 ? memchr(r->p + 1, '\n', r->left - 1) : NULL;
	if (r->left < 2 || r->p[0] != '\n' || !end)
		return false;
	char *text = zhun_strndup(a, (const char *)r->p + 1, (size_t)(end - r->p) - 1);
	*ret_memory = text != NULL;
	if (!text)
		return false;
	if (*text)
		return read_rule(text, &z->rule);
	int32_t last = z->count ? z->offset[z->count - 1] : z->before;
	z->rule = (struct rule){.standard = last, .summer = last};
	return true;
}

enum zhun_code zhun_zone_read(struct zhun_arena *a, const char *name, const unsigned char *data, size_t n,
			      const struct zhun_zone **ret, struct zhun_error *err)
{
	struct reader r = {data, n, false};
	char version = 0;
	struct counts c = read_header(&r, &version);
	if (!r.failed && version >= '2') {
		skip(&r, block_size(&c, 4));
		c = read_header(&r, &version);
	}
	if (r.failed || version < '2' || block_size(&c, 8) > r.left)
		return zhun_fail(err, ZHUN_E_ZONE_UNKNOWN, NULL, name);
	struct zhun_zone *z = ZHUN_NEW(a, struct zhun_zone);
	if (!z || !(z->at = ZHUN_NEW_ARRAY(a, c.times, int64_t)) ||
	    !(z->offset = ZHUN_NEW_ARRAY(a, c.times, int32_t)))
		return zhun_no_memory(a, err);
	bool memory = true;
	if (!read_transitions(&r, &c, z) || !read_footer(a, &r, z, &memory))
		return memory ? zhun_fail(err, ZHUN_E_ZONE_UNKNOWN, NULL, name) : zhun_no_memory(a, err);
	*ret = z;
	return ZHUN_OK;
}

/* Names of files only: no way out of the folder. */
static bool plain_name(const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/");
	return n > 0 && n < NAME_MAX_LENGTH && name[n] == '\0' && name[0] != '/';
}

static const char *rule_without_data(const char *name)
{
	static const char *const known[][2] = {{"UTC", "UTC0"}, {"Asia/Shanghai", "CST-8"}};
	for (size_t i = 0; i < ZHUN_COUNT(known); i++)
		if (zhun_str_equal(name, known[i][0]))
			return known[i][1];
	return NULL;
}

static enum zhun_code from_file(struct zhun_arena *a, FILE *f, const char *name, const struct zhun_zone **ret,
				struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	unsigned char *data = zhun_alloc(a, FILE_MAX);
	if (!data)
		return zhun_no_memory(a, err);
	size_t n = fread(data, 1, FILE_MAX, f);
	enum zhun_code code = zhun_zone_read(a, name, data, n, ret, err);
	if (code)
		zhun_arena_rewind(a, mark);
	return code;
}

enum zhun_code zhun_zone_open(struct zhun_arena *a, const char *name, const struct zhun_zone **ret,
			      struct zhun_error *err)
{
	char text[256];
	if (*name == '+' || *name == '-') {
		(void)snprintf(text, sizeof text, "<fixed>%c%.64s", *name == '+' ? '-' : '+', name + 1);
		return of_rule(a, name, text, ret, err);
	}
	(void)snprintf(text, sizeof text, "/usr/share/zoneinfo/%.64s", name);
	FILE *f = plain_name(name) ? fopen(text, "rb") : NULL;
	if (!f) {
		const char *rule = rule_without_data(name);
		return rule ? of_rule(a, name, rule, ret, err) : zhun_fail(err, ZHUN_E_ZONE_UNKNOWN, NULL, name);
	}
	enum zhun_code code = from_file(a, f, name, ret, err);
	(void)fclose(f);
	return code;
}
