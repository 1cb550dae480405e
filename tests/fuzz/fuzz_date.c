/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date's first day is not after its last, and it prints as it was written; an instant comes back. */
#include "fuzz.h"

#include <string.h>

#include "zhun/base/date.h"

static void dates(const char *s, size_t size)
{
	struct zhun_date d;
	struct zhun_error err;
	char text[ZHUN_DATE_TEXT];
	if (zhun_date_parse(s, size, &d, &err) == ZHUN_OK) {
		FUZZ_LAW(d.first <= d.last);
		FUZZ_LAW(zhun_date_text(&d, text) == size && memcmp(text, s, size) == 0);
	}
	if (zhun_date_parse_xml(s, size, &d, &err) == ZHUN_OK)
		FUZZ_LAW(d.precision == ZHUN_DATE_DAY && d.first == d.last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	struct zhun_error err;
	char text[ZHUN_INSTANT_TEXT];
	int64_t instant = 0, again = 0;
	dates(s, size);
	if (zhun_instant_parse(s, size, &instant, &err) == ZHUN_OK) {
		FUZZ_LAW(zhun_instant_parse(text, zhun_instant_text(instant, text), &again, &err) == ZHUN_OK);
		FUZZ_LAW(instant == again);
	}
	return 0;
}
