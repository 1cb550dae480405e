/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unified social credit code by which China knows an organisation (GB 32100-2015): 18 characters, of which the
 * last checks the others. Says whether a text is one, not whether the state has given it out. */
#ifndef ZHUN_REGISTER_CREDIT_CODE_H
#define ZHUN_REGISTER_CREDIT_CODE_H

#include "zhun/base/error.h"

enum { ZHUN_CREDIT_CODE = 18 };

/** Fails CREDIT_CODE_FORM (its length, a character, the area's six digits), CREDIT_CODE_WRONG (a character is another
 *  than was given out, or two have changed places). */
enum zhun_code zhun_credit_code_check(const char *s, struct zhun_error *err) ZHUN_MUST_USE;

#endif
