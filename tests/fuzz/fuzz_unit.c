/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit text in every syntax: what is read has a canonical text that reads back and writes the same,
 * of the same dimension; D-SI likewise where it has words for it. */
#include "fuzz.h"

#include <string.h>

#include "zhun/measure/unit.h"

static void comes_back(const struct zhun_unit *u)
{
	char text[ZHUN_UNIT_TEXT], again[ZHUN_UNIT_TEXT];
	struct zhun_unit back;
	size_t n = zhun_unit_canonical(u, text);
	FUZZ_LAW(n == strlen(text) && n <= ZHUN_UNIT_LONGEST);
	FUZZ_LAW(!zhun_unit_read(text, n, ZHUN_UNIT_TYPED, &back, NULL, NULL));
	FUZZ_LAW(zhun_unit_same_dimension(u, &back));
	zhun_unit_canonical(&back, again);
	FUZZ_LAW(strcmp(text, again) == 0);
	if (zhun_unit_dsi(u, text)) {
		FUZZ_LAW(!zhun_unit_read(text, strlen(text), ZHUN_UNIT_DSI, &back, NULL, NULL));
		FUZZ_LAW(zhun_unit_same_dimension(u, &back));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum zhun_unit_syntax syntaxes[] = {ZHUN_UNIT_TYPED, ZHUN_UNIT_DSI,
							 ZHUN_UNIT_UCUM};
	for (int i = 0; i < 3; i++) {
		struct zhun_unit u, product;
		struct zhun_conversion c;
		struct zhun_error err;
		if (zhun_unit_read((const char *)data, size, syntaxes[i], &u, NULL, &err))
			continue;
		comes_back(&u);
		FUZZ_LAW(!zhun_conversion_make(&u, &u, ZHUN_POINT, &c, NULL));
		if (!zhun_unit_mul(&u, &u, &product, NULL))
			comes_back(&product);
	}
	return 0;
}
