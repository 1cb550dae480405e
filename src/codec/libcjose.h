/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcjose, loaded with the first signed token (docs/adr/0015). Its functions are called as members of libcjose. */
#ifndef ZHUN_CODEC_LIBCJOSE_H
#define ZHUN_CODEC_LIBCJOSE_H

#include <cjose/cjose.h>

#include "zhun/base/error.h"

#define LIBCJOSE_FUNCTIONS(X) \
	X(cjose_jwk_import) X(cjose_jwk_release) X(cjose_jws_import) X(cjose_jws_verify) \
	X(cjose_jws_get_plaintext) X(cjose_jws_release)

struct libcjose {
#define LIBCJOSE_MEMBER(name) __typeof__(name) *name;
	LIBCJOSE_FUNCTIONS(LIBCJOSE_MEMBER)
#undef LIBCJOSE_MEMBER
};

extern struct libcjose libcjose;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_libcjose_load(struct zhun_error *err) ZHUN_MUST_USE;

#endif
