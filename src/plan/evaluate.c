/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Met, on course, behind, not met, or unknown; and why. */
#include <math.h>
#include <string.h>

#include "plan/inside.h"
#include "zhun/base/date.h"
#include "zhun/base/text.h"

/* Whether all of the interval lies in the set, none of it, or some. */
enum part { NONE, SOME, ALL };

static enum part part_inside(const struct zhun_plan_found *f, const struct zhun_plan_set *s)
{
	bool low_in = s->above ? f->low > s->low : f->low >= s->low;
	bool high_in = s->below ? f->high < s->high : f->high <= s->high;
	bool under = s->above ? f->high <= s->low : f->high < s->low;
	bool over = s->below ? f->low >= s->high : f->low > s->high;
	if (under || over)
		return NONE;
	return low_in && high_in ? ALL : SOME;
}

/* The straight way from the baseline to the nearest number that meets the target. */
static bool way_asks(const struct zhun_plan_target *t, const struct zhun_plan_set *s, int32_t day, double *ret)
{
	const struct zhun_plan_stated *b = &t->baseline;
	double from = b->low, to = from < s->low ? s->low : s->high;
	if (!b->stated || b->comparator != ZHUN_EQUAL || !b->dated || b->day >= t->goal.day || !isfinite(to))
		return false;
	double gone = ((double)day - b->day) / ((double)t->goal.day - b->day);
	*ret = from + (to - from) * (gone < 0 ? 0 : gone);
	return true;
}

struct words {
	char found[ZHUN_TARGET_TEXT], target[ZHUN_TARGET_TEXT], due[ZHUN_DATE_TEXT];
};

static void say_open(const struct zhun_plan_target *t, const struct words *w, struct zhun_plan_evaluation *ret)
{
	ret->progress = ZHUN_PROGRESS_UNKNOWN;
	if (t->goal.comparator == ZHUN_GROWTH)
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NO_BASELINE, NULL, w->target);
	else
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NO_TOLERANCE, NULL, w->target, w->found);
}

/* Not met on a day before it is due. */
static void evaluate_way(const struct zhun_plan_target *t, const struct zhun_plan_set *s,
			 const struct zhun_plan_found *f, const struct words *w, struct zhun_plan_evaluation *ret)
{
	double asked;
	char text[ZHUN_TARGET_TEXT], day[ZHUN_DATE_TEXT];
	ret->progress = ZHUN_PROGRESS_UNKNOWN;
	if (!way_asks(t, s, f->day, &asked)) {
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NO_WAY, NULL, w->found, w->target, w->due);
		return;
	}
	bool rises = t->baseline.low < s->low;
	bool on = rises ? f->low >= asked : f->high <= asked, off = rises ? f->high < asked : f->low > asked;
	(void)zhun_plan_found_text(&(struct zhun_plan_found){.known = true, .low = asked, .high = asked}, text);
	(void)zhun_day_text(f->day, day);
	if (!on && !off) {
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_BETWEEN, NULL, w->found, text);
		return;
	}
	ret->progress = on ? ZHUN_PROGRESS_ON_COURSE : ZHUN_PROGRESS_BEHIND;
	(void)zhun_fail(&ret->reason, on ? ZHUN_E_PLAN_ON_COURSE : ZHUN_E_PLAN_BEHIND, NULL, w->found, w->target, day,
			text);
}

static void evaluate_number(const struct zhun_plan_target *t, const struct zhun_plan_found *f,
			    struct zhun_plan_evaluation *ret)
{
	struct zhun_plan_set set;
	struct words w = {.due = ""};
	(void)zhun_plan_found_text(f, w.found);
	(void)zhun_plan_stated_text(&t->goal, w.target);
	if (t->goal.dated)
		(void)zhun_day_text(t->goal.day, w.due);
	if (!zhun_plan_set_of(t, &set)) {
		say_open(t, &w, ret);
		return;
	}
	ret->shared = isfinite(set.low) && set.low > 0 && f->low == f->high;
	ret->share = ret->shared ? f->low / set.low : 0;
	switch (part_inside(f, &set)) {
	case ALL:
		ret->progress = ZHUN_PROGRESS_MET;
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_MET, NULL, w.found, w.target);
		return;
	case SOME:
		ret->progress = ZHUN_PROGRESS_UNKNOWN;
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_BETWEEN, NULL, w.found, w.target);
		return;
	case NONE:
		break;
	}
	if (t->goal.dated && f->day < t->goal.day) {
		evaluate_way(t, &set, f, &w, ret);
		return;
	}
	ret->progress = ZHUN_PROGRESS_NOT_MET;
	(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NOT_MET, NULL, w.found, w.target, w.due);
}

static void evaluate_words(const struct zhun_plan_found *f, struct zhun_plan_evaluation *ret)
{
	enum zhun_code code = ZHUN_E_PLAN_WORDS;
	ret->progress = ZHUN_PROGRESS_UNKNOWN;
	if (f->judged) {
		switch (f->judgement) {
		case ZHUN_JUDGED_MET:
			ret->progress = ZHUN_PROGRESS_MET;
			code = ZHUN_E_PLAN_JUDGED_MET;
			break;
		case ZHUN_JUDGED_NOT_MET:
			ret->progress = ZHUN_PROGRESS_NOT_MET;
			code = ZHUN_E_PLAN_JUDGED_NOT_MET;
			break;
		case ZHUN_JUDGED_OPEN:
			code = ZHUN_E_PLAN_JUDGED_OPEN;
			break;
		}
	}
	(void)zhun_error_set(&ret->reason, code, (const char *const[ZHUN_ERROR_ARGS + 2]){NULL});
}

void zhun_plan_evaluate(const struct zhun_plan_target *t, const struct zhun_plan_found *found,
			struct zhun_plan_evaluation *ret)
{
	*ret = (struct zhun_plan_evaluation){.progress = ZHUN_PROGRESS_UNKNOWN};
	if (!t->goal.stated) {
		ret->progress = ZHUN_PROGRESS_NO_TARGET;
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NO_TARGET, NULL);
	} else if (t->goal.comparator == ZHUN_QUALITATIVE) {
		evaluate_words(found, ret);
	} else if (!found->known) {
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NOTHING, NULL);
	} else {
		evaluate_number(t, found, ret);
	}
}

void zhun_plan_together(const struct zhun_plan_evaluation *of, size_t count, struct zhun_plan_evaluation *ret)
{
	size_t with[ZHUN_PROGRESSES] = {0};
	for (size_t i = 0; i < count; i++)
		with[of[i].progress]++;
	size_t all = count - with[ZHUN_PROGRESS_NO_TARGET], met = with[ZHUN_PROGRESS_MET];
	*ret = (struct zhun_plan_evaluation){.progress = ZHUN_PROGRESS_UNKNOWN};
	if (all == 0)
		ret->progress = ZHUN_PROGRESS_NO_TARGET;
	else if (with[ZHUN_PROGRESS_NOT_MET])
		ret->progress = ZHUN_PROGRESS_NOT_MET;
	else if (met == all)
		ret->progress = ZHUN_PROGRESS_MET;
	else if (with[ZHUN_PROGRESS_BEHIND])
		ret->progress = ZHUN_PROGRESS_BEHIND;
	else if (met + with[ZHUN_PROGRESS_ON_COURSE] == all)
		ret->progress = ZHUN_PROGRESS_ON_COURSE;
	ret->shared = all > 0;
	ret->share = all ? (double)met / (double)all : 0;
	if (all == 0)
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_NO_TARGET, NULL);
	else
		(void)zhun_fail(&ret->reason, ZHUN_E_PLAN_TOGETHER, NULL, ZHUN_INT(met), ZHUN_INT(all),
				ZHUN_INT(with[ZHUN_PROGRESS_NOT_MET]), ZHUN_INT(with[ZHUN_PROGRESS_UNKNOWN]));
}
