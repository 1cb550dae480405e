/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/zone.h"

#include "unit.h"
#include "zhun/base/date.h"
#include "zhun/base/text.h"

/* A TZif file of version 2 as RFC 9636 lays it out: an empty first block, then one transition
 * at 0 from −3600 to 7200, then the footer. */
static size_t sample(unsigned char out[256], const char *footer)
{
	static const unsigned char header[44] = {'T', 'Z', 'i', 'f', '2'};
	static const unsigned char counts[24] = {[15] = 1, [19] = 2, [23] = 4};
	static const unsigned char types[12] = {0xFF, 0xFF, 0xF1, 0xF0, 0, 0, 0, 0, 0x1C, 0x20, 1, 0};
	unsigned char *p = out;
	memcpy(p, header, 44);
	p += 44;
	memcpy(p, header, 20);
	memcpy(p + 20, counts, 24);
	p += 44;
	memset(p, 0, 8);
	p[8] = 1;
	p += 9;
	memcpy(p, types, 12);
	memcpy(p + 12, "ABC", 4);
	p += 16;
	size_t n = strlen(footer);
	memcpy(p, footer, n);
	return (size_t)(p - out) + n;
}

static int32_t at(const struct zhun_zone *z, const char *instant)
{
	int64_t t = 0;
	struct zhun_error err;
	CHECK_CODE(zhun_instant_parse(instant, strlen(instant), &t, &err), ZHUN_OK, &err);
	return zhun_zone_offset(z, t);
}

static void transitions_and_footer_decide_the_offset(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned char data[256];
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	size_t n = sample(data, "\nCET-1CEST,M3.5.0,M10.5.0/3\n");
	CHECK_CODE(zhun_zone_read(a, "sample", data, n, &z, &err), ZHUN_OK, &err);
	if (z) {
		CHECK_INT(at(z, "1969-12-31T23:59:59Z"), -3600);
		CHECK_INT(at(z, "2026-01-15T00:00:00Z"), 3600);
		CHECK_INT(at(z, "2026-03-29T00:59:59Z"), 3600);
		CHECK_INT(at(z, "2026-03-29T01:00:00Z"), 7200);
		CHECK_INT(at(z, "2026-10-25T00:59:59Z"), 7200);
		CHECK_INT(at(z, "2026-10-25T01:00:00Z"), 3600);
	}
	zhun_arena_close(a);
}

static void southern_summers_go_over_the_new_year(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	unsigned char data[256];
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	size_t n = sample(data, "\nNZST-12NZDT,M9.5.0,M4.1.0/3\n");
	CHECK_CODE(zhun_zone_read(a, "sample", data, n, &z, &err), ZHUN_OK, &err);
	if (z) {
		CHECK_INT(at(z, "2026-01-01T00:00:00Z"), 46800);
		CHECK_INT(at(z, "2026-06-01T00:00:00Z"), 43200);
		CHECK_INT(at(z, "2026-12-31T00:00:00Z"), 46800);
	}
	zhun_arena_close(a);
}

static void days_begin_at_local_midnight(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 21);
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_zone_open(a, "Asia/Shanghai", &z, &err), ZHUN_OK, &err);
	if (z) {
		CHECK_INT(at(z, "2026-11-22T16:00:00Z"), 28800);
		int32_t day = zhun_day_of(2026, 11, 23);
		CHECK_INT(zhun_zone_day(z, (int64_t)day * 86400000000 - 8 * 3600000000LL), day);
		CHECK_INT(zhun_zone_day(z, (int64_t)day * 86400000000 - 8 * 3600000000LL - 1), day - 1);
	}
	zhun_arena_close(a);
}

/* Law: a day has begun at its first instant and not yet before it. Summers that begin and end at midnight (as in Cuba
 * and Lebanon, written as POSIX TZ) put the first instant elsewhere than at midnight of either offset. */
static void days_begin_where_the_one_before_ends(void)
{
	static const char *const footers[] = {"\nCST5CDT,M3.2.0/0,M11.1.0/1\n", "\nEET-2EEST,M3.5.0/0,M10.5.0/0\n",
					      "\nNZST-12NZDT,M9.5.0,M4.1.0/3\n", "\nUTC0\n"};
	struct zhun_arena *a = zhun_arena_open(1 << 22);
	for (size_t i = 0; i < ZHUN_COUNT(footers); i++) {
		unsigned char data[256];
		const struct zhun_zone *z = NULL;
		struct zhun_error err;
		size_t n = sample(data, footers[i]);
		int32_t first = zhun_day_of(2026, 1, 1), wrong = 0;
		CHECK_CODE(zhun_zone_read(a, "sample", data, n, &z, &err), ZHUN_OK, &err);
		for (int32_t day = first; z && day < first + 2000; day++) {
			int64_t t = zhun_zone_begin(z, day);
			wrong += zhun_zone_day(z, t) != day || zhun_zone_day(z, t - 1) != day - 1;
		}
		CHECK_INT(wrong, 0);
	}
	zhun_arena_close(a);
}

/* From the zone database: in Beirut clocks go from 00:00 to 01:00 on 2026-03-29, 22:00 of UTC before. */
static void a_day_may_begin_at_one(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 21);
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	char out[ZHUN_INSTANT_TEXT];
	CHECK_CODE(zhun_zone_open(a, "Asia/Beirut", &z, &err), ZHUN_OK, &err);
	if (z) {
		zhun_instant_text(zhun_zone_begin(z, zhun_day_of(2026, 3, 29)), out);
		CHECK_TEXT(out, "2026-03-28T22:00:00.000000Z");
		zhun_instant_text(zhun_zone_begin(z, zhun_day_of(2026, 10, 25)), out);
		CHECK_TEXT(out, "2026-10-24T22:00:00.000000Z");
	}
	zhun_arena_close(a);
}

static void fixed_offsets_need_no_data(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 21);
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_zone_open(a, "+05:30", &z, &err), ZHUN_OK, &err);
	CHECK_INT(z ? at(z, "2026-01-01") : 0, 19800);
	CHECK_CODE(zhun_zone_open(a, "UTC", &z, &err), ZHUN_OK, &err);
	CHECK_INT(z ? at(z, "2026-01-01") : 1, 0);
	zhun_arena_close(a);
}

static void unknown_zones_and_broken_files_are_refused(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 23);
	static const char *const names[] = {"Mars/Olympus", "", "../../etc/passwd", "/etc/passwd", "+x"};
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(names); i++)
		CHECK_CODE(zhun_zone_open(a, names[i], &z, &err), ZHUN_E_ZONE_UNKNOWN, &err);
	static const char *const footers[] = {"", "\n", "\nCET\n", "\nCET-1CEST,M13.5.0,M10.5.0\n", "\nC-1\n"};
	unsigned char data[256];
	for (size_t i = 0; i < ZHUN_COUNT(footers); i++) {
		size_t n = sample(data, footers[i]);
		CHECK_CODE(zhun_zone_read(a, "sample", data, n, &z, &err), ZHUN_E_ZONE_UNKNOWN, &err);
	}
	size_t n = sample(data, "\nUTC0\n");
	for (size_t cut = 0; cut < n; cut++)
		CHECK_CODE(zhun_zone_read(a, "sample", data, cut, &z, &err), ZHUN_E_ZONE_UNKNOWN, &err);
	CHECK(z == NULL);
	zhun_arena_close(a);
}

static enum zhun_code read_sample(struct zhun_arena *a, void *context)
{
	unsigned char data[256];
	const struct zhun_zone *z = NULL;
	struct zhun_error err;
	size_t n = sample(data, "\nUTC0\n");
	(void)context;
	enum zhun_code code = zhun_zone_read(a, "sample", data, n, &z, &err);
	CHECK((code == ZHUN_OK) == (z != NULL));
	return code;
}

static void memory_may_run_out_anywhere(void)
{
	unit_fault_loop(read_sample, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"transitions_and_footer_decide_the_offset", transitions_and_footer_decide_the_offset},
		{"southern_summers_go_over_the_new_year", southern_summers_go_over_the_new_year},
		{"days_begin_at_local_midnight", days_begin_at_local_midnight},
		{"days_begin_where_the_one_before_ends", days_begin_where_the_one_before_ends},
		{"a_day_may_begin_at_one", a_day_may_begin_at_one},
		{"fixed_offsets_need_no_data", fixed_offsets_need_no_data},
		{"unknown_zones_and_broken_files_are_refused", unknown_zones_and_broken_files_are_refused},
		{"memory_may_run_out_anywhere", memory_may_run_out_anywhere},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
