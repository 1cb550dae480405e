/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Does this scope cover these points at this U? Every point lies in the range
 * (its ends belong to it), and U(x) ≤ needed U at every point, at the same
 * coverage probability as reported, after rounding to U's digits (see
 * zhun_scope_round). Every refusal carries its reason with the numbers; an offer says
 * what remains for the device: √(needed² − offered²). Pure; no memory.
 */
#ifndef ZHUN_MEASURE_SCOPE_H
#define ZHUN_MEASURE_SCOPE_H

#include "zhun/measure/statement.h"

struct zhun_scope {
	const struct zhun_quantity *low, *high; /* NULL: not bounded on that side */
	const struct zhun_statement *u;		/* NULL: the scope states no uncertainty */
};

struct zhun_scope_need {
	const struct zhun_quantity *point;
	const struct zhun_quantity *u;			/* NULL: any will do */
	struct zhun_coverage coverage;			/* of u */
	const struct zhun_quantity *range, *resolution; /* of the item; NULL: not known */
};

enum zhun_scope_answer {
	ZHUN_SCOPE_COVERS,
	ZHUN_SCOPE_OUTSIDE,   /* the point is not in the range */
	ZHUN_SCOPE_TOO_LARGE, /* U(x) is larger than needed */
	ZHUN_SCOPE_UNSTATED,  /* U is needed and the scope states none */
	ZHUN_SCOPE_UNKNOWN    /* it cannot be worked out: the reason says what is missing */
};

struct zhun_scope_offer {
	enum zhun_scope_answer answer;
	struct zhun_quantity
		offered; /* in the needed unit, rounded as compared; where there is a U(x) */
	struct zhun_quantity remains; /* for the device; where it covers and a U was needed */
	double shortfall;	      /* offered over needed; 0 where there is no such number */
	struct zhun_error reason;     /* why not; code 0 where it covers */
};

/** Answers for every need; @a ret_refused (may be NULL) is the first that is not covered, or
 *  @a count. */
void zhun_scope_check(const struct zhun_scope *scope, const struct zhun_scope_need *needs,
		      size_t count, struct zhun_scope_offer *ret, size_t *ret_refused);

/** What is compared: @a u in the unit of @a like, rounded to the last digit of @a like or to two
 *  digits of its own, whichever is finer. Fails UNIT_MISMATCH. */
enum zhun_code zhun_scope_round(const struct zhun_quantity *u, const struct zhun_quantity *like,
				struct zhun_quantity *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
