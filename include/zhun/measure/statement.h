/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * U(x): an uncertainty statement as laboratories write it, kept exactly and
 * evaluated at a point. Forms: "0.12 mg"; "12 uV + 3.0 uV/V"; "0.05 %" of
 * reading (the default), "of range"; "5 ppm + 2 digit; resolution 1 uV";
 * "Q[0.3 um, 2e-6 L]" for the root of the sum of squares; "max(a, b)",
 * "min(a, b)"; "table(1 V: 2 uV, 10 V: 23 uV)", linear between. U is a
 * difference: 2 °C is 2 K. A relative term takes the point's value as read in
 * the quantity's own unit. % of a quantity in % says "absolute" or "relative".
 * Always with k and p. Memory: the caller's arena. Sources: ILAC-P14:09/2020,
 * EA-4/02 M:2022 on how CMCs are expressed.
 */
#ifndef ZHUN_MEASURE_STATEMENT_H
#define ZHUN_MEASURE_STATEMENT_H

#include "zhun/base/arena.h"
#include "zhun/measure/coverage.h"
#include "zhun/measure/quantity.h"

struct zhun_statement;

enum { ZHUN_STATEMENT_LONGEST = 4000, ZHUN_STATEMENT_DEPTH = 8, ZHUN_STATEMENT_NODES = 400 };

/** A statement as written, with k and p ("2", "0.95" or "95 %"), NULL where the text has them ("; k 2; p 95 %"). */
struct zhun_statement_written {
	const char *text, *k, *p;
};

/** Reads U(x) for a quantity that is given in @a quantity. Fails STATEMENT_SYNTAX,
 *  STATEMENT_TERM (the term that does not come out in the quantity's unit), STATEMENT_SAY_WHICH,
 *  STATEMENT_COVERAGE, STATEMENT_TOO_LONG, and as numbers and units do. */
enum zhun_code zhun_statement_read(struct zhun_arena *a, const struct zhun_statement_written *written,
				   const struct zhun_unit *quantity, const struct zhun_statement **ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** Canonical text without k and p; reads back as the same statement. NULL without memory. */
const char *zhun_statement_text(struct zhun_arena *a, const struct zhun_statement *s);

struct zhun_coverage zhun_statement_coverage(const struct zhun_statement *s);

/** What a statement is evaluated at; range (its span, "of range") and resolution (of the item) may
 *  be NULL where the statement does not ask for them or says them itself. */
struct zhun_statement_at {
	const struct zhun_quantity *point, *range, *resolution;
};

/** U at the point in @a unit, to twelve significant digits, never negative. Fails UNIT_MISMATCH,
 *  STATEMENT_OUTSIDE (of its table), STATEMENT_NEEDS (a range or a resolution). */
enum zhun_code zhun_statement_evaluate(const struct zhun_statement *s,
				       const struct zhun_statement_at *at,
				       const struct zhun_unit *unit, struct zhun_quantity *ret,
				       struct zhun_error *err) ZHUN_MUST_USE;

#endif
