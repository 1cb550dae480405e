/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures of a plan: what it asks for, with the comparator as it words it
 * (超过 is over, 以上 at least, 左右 about, 近 almost; 一批 is no number), and
 * what a number that was counted or entered says about that on a day. What is
 * not known stays so: a count may be an interval, because of some records it
 * is not known whether they belong; a baseline may be missing or without its
 * day; then the answer is unknown, with the reason. Values in, values out: no
 * clock, no memory of its own; functions may run in any thread.
 */
#ifndef ZHUN_PLAN_TARGET_H
#define ZHUN_PLAN_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhun/base/error.h"

enum zhun_comparator {
	ZHUN_EQUAL,
	ZHUN_OVER,         /* > */
	ZHUN_AT_LEAST,     /* ≥ */
	ZHUN_UNDER,        /* < */
	ZHUN_AT_MOST,      /* ≤ */
	ZHUN_ABOUT,        /* ≈, within a stated tolerance on both sides */
	ZHUN_ALMOST,       /* not above, and within the tolerance below */
	ZHUN_RANGE,        /* both ends belong to it */
	ZHUN_GROWTH,       /* at least so many percent above the baseline */
	ZHUN_QUALITATIVE   /* in words: judged by somebody, with a reason */
};
enum { ZHUN_COMPARATORS = ZHUN_QUALITATIVE + 1, ZHUN_TARGET_TEXT = 240 };

/** "over", "at_least" …; false for a word that is none. */
const char *zhun_comparator_name(enum zhun_comparator c);
bool zhun_comparator_named(const char *name, enum zhun_comparator *ret);

/** A number of the plan as it words it: a baseline or a target. */
struct zhun_plan_stated {
	bool stated;              /* false: the plan says nothing */
	enum zhun_comparator comparator;
	double low, high;         /* high: of a RANGE */
	bool dated;
	int32_t day;              /* of a target the last day by which, of a baseline the one it holds for */
};

struct zhun_plan_target {
	struct zhun_plan_stated baseline, goal;
	bool tolerated;           /* somebody stated a tolerance of ABOUT and ALMOST */
	double tolerance;         /* in % of the number */
};

enum zhun_judgement_of { ZHUN_JUDGED_MET, ZHUN_JUDGED_NOT_MET, ZHUN_JUDGED_OPEN };

/** What was found for a day: a number, or an interval that holds it (high may be INFINITY), or somebody's
 *  judgement, or nothing. */
struct zhun_plan_found {
	bool known;
	double low, high;
	bool judged;              /* of a target in words */
	enum zhun_judgement_of judgement;
	int32_t day;
};

enum zhun_progress {
	ZHUN_PROGRESS_NO_TARGET,
	ZHUN_PROGRESS_UNKNOWN,
	ZHUN_PROGRESS_MET,
	ZHUN_PROGRESS_ON_COURSE,  /* not met, not due, and not below the straight way from the baseline */
	ZHUN_PROGRESS_BEHIND,     /* not met, not due, and below it */
	ZHUN_PROGRESS_NOT_MET     /* when it was due */
};
enum { ZHUN_PROGRESSES = ZHUN_PROGRESS_NOT_MET + 1 };
const char *zhun_progress_name(enum zhun_progress p);

struct zhun_plan_evaluation {
	enum zhun_progress progress;
	struct zhun_error reason;  /* its sentence is that of the registry of errors, also of good news */
	bool shared;               /* share means something: of a target that is reached from below */
	double share;              /* found ÷ target */
};

/** What @a found says of the target on the day that it was found for. */
void zhun_plan_evaluate(const struct zhun_plan_target *t, const struct zhun_plan_found *found,
			struct zhun_plan_evaluation *ret);

/** Of several targets that are reached together: not met where one is not, met where all are. Those without
 *  a target say nothing. */
void zhun_plan_together(const struct zhun_plan_evaluation *of, size_t count, struct zhun_plan_evaluation *ret);

/** "≥ 20", "> 800", "1–2", "≈ 40"; "" for words. Returns the length. */
size_t zhun_plan_stated_text(const struct zhun_plan_stated *s, char out[ZHUN_TARGET_TEXT]);

/** "27", "0–45", "≥ 120" */
size_t zhun_plan_found_text(const struct zhun_plan_found *f, char out[ZHUN_TARGET_TEXT]);

#endif
