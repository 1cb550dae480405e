/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read as a number prints as text that reads back as the same decimal and the same double. */
#include "fuzz.h"

#include <string.h>

#include "zhun/base/number.h"

static void same_after_printing(const struct zhun_number *x)
{
	char text[ZHUN_NUMBER_TEXT];
	struct zhun_number again;
	FUZZ_LAW(zhun_number_parse(text, zhun_decimal_text(&x->decimal, text), &again, NULL) == ZHUN_OK);
	FUZZ_LAW(zhun_decimal_compare(&x->decimal, &again.decimal) == 0);
	FUZZ_LAW(memcmp(&x->value, &again.value, sizeof again.value) == 0);
	FUZZ_LAW(zhun_number_parse(text, zhun_double_text(x->value, text), &again, NULL) == ZHUN_OK);
	FUZZ_LAW(x->value == again.value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	struct zhun_number x, u;
	struct zhun_error err;
	size_t taken = 0;
	if (zhun_number_parse(s, size, &x, &err) == ZHUN_OK)
		same_after_printing(&x);
	if (zhun_number_parse_bracket(s, size, &x, &u, &err) == ZHUN_OK)
		same_after_printing(&x);
	if (zhun_number_scan(s, size, &x, &taken, &err) == ZHUN_OK)
		FUZZ_LAW(taken > 0 && taken <= size);
	return 0;
}
