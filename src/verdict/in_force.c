/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The claim "in force" on a day: issued by then, not suspended, withdrawn or
 * superseded then, and not over. A calibration certificate states no expiry
 * (ISO/IEC 17025:2017 7.8.4.3): its validity is its owner's interval, and where
 * none is recorded the answer is unknown.
 */
#include "verdict/inside.h"

static enum zhun_code code_of(enum zhun_standing s, bool later)
{
	switch (s) {
	case ZHUN_STANDING_VALID:
		return ZHUN_E_VERDICT_IN_FORCE;
	case ZHUN_STANDING_SUSPENDED:
		return later ? ZHUN_E_VERDICT_SUSPENDED_LATER : ZHUN_E_VERDICT_SUSPENDED;
	case ZHUN_STANDING_WITHDRAWN:
		return later ? ZHUN_E_VERDICT_WITHDRAWN_LATER : ZHUN_E_VERDICT_WITHDRAWN;
	case ZHUN_STANDING_SUPERSEDED:
		return later ? ZHUN_E_VERDICT_SUPERSEDED_LATER : ZHUN_E_VERDICT_SUPERSEDED;
	case ZHUN_STANDING_EXPIRED:
		return ZHUN_E_VERDICT_EXPIRED;
	}
	return ZHUN_E_INTERNAL;
}

static void judge_states(struct zhun_bench *b, const struct zhun_facts *f, int32_t as_of)
{
	const struct zhun_fact_state *now = zhun_state_on(f->states, f->count, as_of);
	if (now && now->standing != ZHUN_STANDING_VALID) {
		FIND(b, ZHUN_FAIL, code_of(now->standing, false), NULL, DAY(now->since));
		return;
	}
	for (size_t i = 0; i < f->count; i++)
		if (f->states[i].since > as_of && f->states[i].standing != ZHUN_STANDING_VALID)
			FIND(b, ZHUN_WARN, code_of(f->states[i].standing, true), NULL, DAY(as_of),
			     DAY(f->states[i].since));
}

static void judge_end(struct zhun_bench *b, const struct zhun_facts *f, int32_t as_of)
{
	if (f->valid_until != ZHUN_DAY_NEVER) {
		bool over = as_of > f->valid_until;
		FIND(b, over ? ZHUN_FAIL : ZHUN_PASS, over ? ZHUN_E_VERDICT_EXPIRED : ZHUN_E_VERDICT_VALID_UNTIL, NULL,
		     DAY(f->valid_until));
	} else if (f->due != ZHUN_DAY_NEVER) {
		bool over = as_of > f->due;
		FIND(b, over ? ZHUN_FAIL : ZHUN_PASS, over
		     ? ZHUN_E_VERDICT_INTERVAL_OVER : ZHUN_E_VERDICT_INTERVAL, NULL,
		     DAY(f->due));
	} else {
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_INTERVAL, NULL);
	}
}

void zhun_judge_in_force(struct zhun_bench *b, const struct zhun_certificate *c, const struct zhun_facts *f,
			 int32_t as_of)
{
	if (!c->issued.known)
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NO_ISSUE_DATE, NULL);
	else if (c->issued.date.first > as_of)
		FIND(b, ZHUN_FAIL, ZHUN_E_VERDICT_NOT_YET, NULL, c->issued.text, DAY(as_of));
	if (f->held)
		judge_states(b, f, as_of);
	else
		FIND(b, ZHUN_UNKNOWN, ZHUN_E_VERDICT_NOT_HELD, NULL);
	judge_end(b, f, as_of);
}
