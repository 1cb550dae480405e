/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packing an answer for its way (gzip, RFC 1952): quickly, as it is made for one reader. */
#ifndef ZHUN_CODEC_GZIP_H
#define ZHUN_CODEC_GZIP_H

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

/** Fails NO_MEMORY, ARENA_CEILING; TOO_LARGE from 2 GiB on. */
enum zhun_code zhun_gzip(struct zhun_arena *a, struct zhun_bytes in, struct zhun_bytes *ret,
			 struct zhun_error *err) ZHUN_MUST_USE;

#endif
