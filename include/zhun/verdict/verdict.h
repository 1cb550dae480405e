/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trust: is this certificate good, on this day? Nine claims; each gets pass,
 * warn, fail or unknown with its reasons, those not checked are told apart,
 * and the verdict is the worst of those checked (fail > warn > unknown > pass).
 * Pure: the certificate as read and what the registers know are given; memory
 * is the caller's arena. Judged today: form, in force, competent.
 * Sources: ISO/IEC 17025:2017 7.8, ILAC-P14:09/2020, domain rules in docs.
 */
#ifndef ZHUN_VERDICT_VERDICT_H
#define ZHUN_VERDICT_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/attest/certificate.h"
#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/measure/scope.h"

/** From best to worst, so that the worst is the largest. */
enum zhun_answer { ZHUN_PASS, ZHUN_UNKNOWN, ZHUN_WARN, ZHUN_FAIL };

enum zhun_claim {
	ZHUN_CLAIM_FORM,
	ZHUN_CLAIM_GENUINE,
	ZHUN_CLAIM_UNALTERED,
	ZHUN_CLAIM_IN_FORCE,
	ZHUN_CLAIM_COMPETENT,
	ZHUN_CLAIM_SIGNATORY,
	ZHUN_CLAIM_CHAIN,
	ZHUN_CLAIM_UNCERTAINTY,
	ZHUN_CLAIM_DECISION
};
enum { ZHUN_CLAIMS = ZHUN_CLAIM_DECISION + 1, ZHUN_CLAIM_FINDINGS = 50 };

/** One reason; its sentence is that of the registry of errors, also where it is good news. */
struct zhun_finding {
	enum zhun_answer answer;
	struct zhun_error reason;
	struct zhun_finding *next;
};

struct zhun_judgement {
	bool checked;
	enum zhun_answer answer;
	struct zhun_finding *findings;  /* worst first; at least one where checked */
	size_t count, omitted;
};

struct zhun_verdict {
	enum zhun_answer answer;
	size_t checked;
	struct zhun_judgement claims[ZHUN_CLAIMS];
};

/** "form", "in_force", …; its title in both languages. */
const char *zhun_claim_name(enum zhun_claim claim);
const char *zhun_claim_title(enum zhun_claim claim, enum zhun_language language);

/** "pass", "unknown", "warn", "fail". */
const char *zhun_answer_name(enum zhun_answer answer);

/* What the registers know; days as in base/date.h. */

enum { ZHUN_DAY_NEVER = INT32_MAX };

enum zhun_standing {
	ZHUN_STANDING_VALID,      /* granted, extended, restored; a certificate in force */
	ZHUN_STANDING_SUSPENDED,
	ZHUN_STANDING_WITHDRAWN,
	ZHUN_STANDING_SUPERSEDED,
	ZHUN_STANDING_EXPIRED
};

/** From @a since on, until the next one or @a until, whose day belongs to it. */
struct zhun_fact_state {
	enum zhun_standing standing;
	int32_t since, until;     /* until is ZHUN_DAY_NEVER where it is open */
};

struct zhun_fact_accreditation {
	const char *number, *body;
	const struct zhun_fact_state *states;  /* by rising since */
	size_t count;
	int32_t valid_until;                   /* ZHUN_DAY_NEVER */
};

/** A line of a scope. */
struct zhun_fact_capability {
	const char *line;
	size_t accreditation;      /* index; SIZE_MAX: a claim of one's own */
	const char *kind;          /* code of its quantity kind; NULL: not stated */
	struct zhun_scope scope;
	int32_t since, until;
};

struct zhun_facts {
	bool registers;            /* false: nothing was looked up */
	const char *issuer;        /* the organisation the certificate's laboratory was found to be, or NULL */
	const struct zhun_fact_accreditation *accreditations;  /* of the issuer */
	size_t accreditation_count;
	const struct zhun_fact_capability *capabilities;
	size_t capability_count;
	bool held;                 /* the certificate itself is registered */
	const struct zhun_fact_state *states;  /* its states */
	size_t count;
	int32_t valid_until;       /* stated by it; ZHUN_DAY_NEVER: nothing is */
	int32_t due;               /* end of the owner's interval; ZHUN_DAY_NEVER: none is recorded */
};

/** What is judged, and as of which day. */
struct zhun_case {
	const struct zhun_certificate *certificate; /* NULL where the file could not be read: then … */
	const struct zhun_error *unreadable;        /* … says why */
	const struct zhun_facts *facts;
	int32_t as_of;
};

/** Fails NO_MEMORY, ARENA_CEILING. */
enum zhun_code zhun_verdict_judge(struct zhun_arena *a, const struct zhun_case *on, struct zhun_verdict *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

#endif
