/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/uuid.h"

#include <stddef.h>
#include <string.h>

static const char hex[] = "0123456789abcdef";

static void format(const unsigned char bytes[16], char out[ZHUN_UUID_TEXT])
{
	size_t at = 0;
	for (size_t i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			out[at++] = '-';
		out[at++] = hex[bytes[i] >> 4];
		out[at++] = hex[bytes[i] & 15];
	}
	out[at] = '\0';
}

void zhun_uuid7(int64_t instant, const unsigned char random[ZHUN_UUID_RANDOM], char out[ZHUN_UUID_TEXT])
{
	unsigned char bytes[16];
	uint64_t ms = (uint64_t)(instant / 1000);
	for (size_t i = 0; i < 6; i++)
		bytes[i] = (unsigned char)(ms >> (40 - 8 * i));
	/* method 3 of RFC 9562 6.2: the fraction of the millisecond fills rand_a, so that
	 * identifiers made within one keep their order */
	unsigned fraction = (unsigned)(instant % 1000) * 4096U / 1000U;
	bytes[6] = (unsigned char)(0x70U | fraction >> 8);
	bytes[7] = (unsigned char)fraction;
	memcpy(bytes + 8, random, 8);
	bytes[8] = (unsigned char)((bytes[8] & 0x3FU) | 0x80U);
	format(bytes, out);
}

bool zhun_uuid_valid(const char *s)
{
	if (strlen(s) != ZHUN_UUID_TEXT - 1)
		return false;
	for (size_t i = 0; i < ZHUN_UUID_TEXT - 1; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		if (dash ? s[i] != '-' : !strchr(hex, s[i]))
			return false;
	}
	return true;
}
