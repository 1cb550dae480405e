/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ask.c and ask_filter.c share: the values of parameters. */
#ifndef ZHUN_REGISTER_ASK_PART_H
#define ZHUN_REGISTER_ASK_PART_H

#include "register/ask.h"

/** One condition: "issuer.code", "states.state.ne", "issued.ge". Fails FILTER_UNKNOWN, OPERATOR_UNKNOWN,
 *  and as the values do; the place is the parameter's name. */
enum zhun_code zhun_ask_filter(const struct zhun_reader *by, const struct zhun_register *reg,
			       const struct zhun_param *p, struct zhun_filter *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** The text that follows all texts with this beginning; SQL NULL where there is none. */
enum zhun_code zhun_ask_prefix_end(struct zhun_arena *a, const char *s, struct zhun_value *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** true, false, 1 or 0. */
enum zhun_code zhun_ask_yes(const char *name, const char *s, bool *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The first and the last day of a date: low and high of @a f. */
enum zhun_code zhun_ask_day(const char *s, struct zhun_arena *a, struct zhun_filter *f,
			    struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_ask_number(const char *s, bool whole, struct zhun_value *ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_ask_instant(struct zhun_arena *a, const char *s, struct zhun_value *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
