/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In which encoding a text came: UTF-8, with or without a mark; UTF-16, which
 * is known by its mark; and GB18030 (GB 18030-2022), in which Chinese
 * spreadsheets save tables, for what is not UTF-8 and is GB18030 to its end.
 * Nothing else is guessed. Conversion is the C library's. Memory: the arena.
 */
#ifndef ZHUN_CODEC_CHARSET_H
#define ZHUN_CODEC_CHARSET_H

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

enum zhun_charset { ZHUN_UTF8, ZHUN_UTF16, ZHUN_GB18030 };

/** "UTF-8", "UTF-16", "GB18030". */
const char *zhun_charset_name(enum zhun_charset c);

/** The text as UTF-8 without a mark: @a in itself where it is, else converted. Fails CHARSET_UNKNOWN; the
 *  place is the line and cell of the first byte that is not UTF-8. */
enum zhun_code zhun_charset_read(struct zhun_arena *a, struct zhun_bytes in, struct zhun_bytes *ret,
				 enum zhun_charset *ret_charset, struct zhun_error *err) ZHUN_MUST_USE;

#endif
