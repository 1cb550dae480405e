/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decision rules: from a measured value, its expanded uncertainty and a
 * tolerance to a verdict with its reason. The rules are one table. Limits are
 * inclusive, and what differs in the 15th digit only is taken as equal, since
 * decimal limits and their differences are not exact in binary. All in one
 * unit. Sources: ILAC-G8:09/2019 4.2; JCGM 106:2012 8; ISO 14253-1:2017;
 * JJF 1094-2002 5.3; OIML R 111-1:2004 5.2, 5.3.
 */
#ifndef ZHUN_MEASURE_DECISION_H
#define ZHUN_MEASURE_DECISION_H

#include "zhun/measure/risk.h"

enum zhun_decision {
	ZHUN_DECISION_PASS, ZHUN_DECISION_CONDITIONAL_PASS, ZHUN_DECISION_CONDITIONAL_FAIL,
	ZHUN_DECISION_FAIL, ZHUN_DECISION_UNDECIDED, ZHUN_DECISIONS
};

enum zhun_decision_rule {
	ZHUN_RULE_SIMPLE,       /* ILAC-G8 4.2.1: the acceptance limits are the tolerance limits */
	ZHUN_RULE_GUARDED,      /* 4.2.2, binary: guard band w = r·U; outside is fail */
	ZHUN_RULE_NON_BINARY,   /* 4.2.3: pass, conditional pass, conditional fail, fail */
	ZHUN_RULE_ISO_14253_1,  /* conformity or nonconformity is proven beyond w = r·U, else neither */
	ZHUN_RULE_JJF_1094,     /* U ≤ MPEV/3: plain; else MPEV ∓ U with nothing decided between */
	ZHUN_RULE_OIML_R_111,   /* |e| ≤ MPE − U; needs U ≤ MPE/3 */
	ZHUN_RULE_PROBABILITY,  /* JCGM 106 8.3: the probability of conformance reaches the one asked for */
	ZHUN_RULES
};

struct zhun_decision_rule_row {
	const char *name;      /* "non_binary" */
	const char *title[2];
	const char *source;
};
const struct zhun_decision_rule_row *zhun_decision_rule_row(enum zhun_decision_rule rule);

/** Finds a rule by its name; false where there is none. */
bool zhun_decision_rule_find(const char *name, enum zhun_decision_rule *ret);

/** "conditional_pass"; and in words. */
const char *zhun_decision_name(enum zhun_decision d);
const char *zhun_decision_title(enum zhun_decision d, enum zhun_language language);

enum zhun_decision_reason {
	ZHUN_BECAUSE_ACCEPTED,     /* within the acceptance limits */
	ZHUN_BECAUSE_GUARD_BAND,   /* in tolerance, within the guard band */
	ZHUN_BECAUSE_NO_ROOM,      /* in tolerance, but the guard bands leave no room between them */
	ZHUN_BECAUSE_OUT_BY_LESS,  /* out of tolerance by less than the guard band */
	ZHUN_BECAUSE_OUT,          /* beyond */
	ZHUN_BECAUSE_U_LARGE,      /* U is over a third of the tolerance: the rule does not hold */
	ZHUN_BECAUSE_PROBABLE, ZHUN_BECAUSE_IMPROBABLE,
	ZHUN_DECISION_REASONS
};
const char *zhun_decision_reason_text(enum zhun_decision_reason r, enum zhun_language language);

struct zhun_decision_question {
	enum zhun_decision_rule rule;
	struct zhun_limits tolerance;
	double value, U;                 /* U at the coverage the rule asks for; not used by probability */
	double r;                        /* guard band over U; 1 is usual; ILAC-G8 table 1 lists others */
	double probability;              /* asked for, of rule probability; 0.95 is usual */
	struct zhun_distribution error;  /* of rule probability: about the value, mean 0 */
};

struct zhun_decided {
	enum zhun_decision decision;
	enum zhun_decision_reason reason;
	double w;                          /* guard band; 0 where none */
	struct zhun_limits acceptance;     /* tolerance moved in by w */
	struct zhun_limits rejection;      /* moved out by w: beyond them nonconformity is certain to the rule */
	double conformance;                /* of rule probability; else 0 */
};

/** Fails PARAMETER_BAD: limits that cross or are both absent, U or r negative, one limit only where
 *  a rule compares U with the tolerance's width. */
enum zhun_code zhun_decide(const struct zhun_decision_question *q, struct zhun_decided *ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** Test uncertainty ratio: the tolerance's width over that of ±U (ANSI/NCSL Z540.3 3.11); test
 *  accuracy ratio: over that of the reference's tolerance. HUGE_VAL for one limit or a divisor 0. */
double zhun_tur(const struct zhun_limits *tolerance, double U);
double zhun_tar(const struct zhun_limits *tolerance, const struct zhun_limits *reference);

#endif
