/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpacking what was packed with zlib (RFC 1950), never beyond a ceiling. */
#ifndef ZHUN_CODEC_INFLATE_H
#define ZHUN_CODEC_INFLATE_H

#include "zhun/base/arena.h"
#include "zhun/base/text.h"

/** Bytes after the end of the packed stream are ignored. Fails INFLATE_BAD, TOO_LARGE. */
enum zhun_code zhun_inflate(struct zhun_arena *a, struct zhun_bytes in, size_t ceiling,
			    struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
