/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers of records: UUID version 7 (RFC 9562 5.7), from a time and random bytes given. */
#ifndef ZHUN_BASE_UUID_H
#define ZHUN_BASE_UUID_H

#include <stdbool.h>
#include <stdint.h>

enum { ZHUN_UUID_TEXT = 37, ZHUN_UUID_RANDOM = 8 };

/** Text order follows @a instant (µs since 1970, not negative). */
void zhun_uuid7(int64_t instant, const unsigned char random[ZHUN_UUID_RANDOM], char out[ZHUN_UUID_TEXT]);

/** Whether @a s is a UUID in lower-case canonical form, of any version. */
bool zhun_uuid_valid(const char *s);

#endif
