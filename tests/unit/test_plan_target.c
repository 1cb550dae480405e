/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan/target.c, plan/evaluate.c: comparators as the Shenzhen plan of 2018–2020 words them, on the numbers of its
 * targets (data/shenzhen-2018-2020), ways from a baseline worked out by hand, and laws on random numbers. */
#include <math.h>

#include "unit.h"
#include "zhun/base/date.h"
#include "zhun/base/text.h"
#include "zhun/plan/target.h"

static struct zhun_plan_target target(enum zhun_comparator c, double low, double high)
{
	return (struct zhun_plan_target){.goal = {true, c, low, high, true, zhun_day_of(2020, 12, 31)}};
}

static struct zhun_plan_evaluation on(const struct zhun_plan_target *t, double low, double high, int32_t day)
{
	const struct zhun_plan_found f = {.known = true, .low = low, .high = high, .day = day};
	struct zhun_plan_evaluation e;
	zhun_plan_evaluate(t, &f, &e);
	return e;
}

static void comparators_are_as_worded(void)
{
	static const struct {
		enum zhun_comparator comparator;
		double low, high, found;
		const char *progress, *text;
	} rows[] = {
		{ZHUN_AT_LEAST, 30, 0, 27, "not_met", "≥ 30"}, {ZHUN_AT_LEAST, 30, 0, 30, "met", "≥ 30"},
		{ZHUN_OVER, 800, 0, 800, "not_met", "> 800"}, {ZHUN_OVER, 800, 0, 801, "met", "> 800"},
		{ZHUN_OVER, 5e8, 0, 5e8, "not_met", "> 500000000"}, {ZHUN_RANGE, 1, 2, 0, "not_met", "1–2"},
		{ZHUN_RANGE, 1, 2, 2, "met", "1–2"}, {ZHUN_RANGE, 1, 2, 3, "not_met", "1–2"},
		{ZHUN_ABOUT, 40, 0, 36, "met", "≈ 40"}, {ZHUN_ABOUT, 40, 0, 35, "not_met", "≈ 40"},
		{ZHUN_ABOUT, 40, 0, 44, "met", "≈ 40"}, {ZHUN_ABOUT, 40, 0, 45, "not_met", "≈ 40"},
		{ZHUN_ALMOST, 700, 0, 700, "met", "≲ 700"}, {ZHUN_ALMOST, 700, 0, 629, "not_met", "≲ 700"},
		{ZHUN_ALMOST, 700, 0, 701, "not_met", "≲ 700"}, {ZHUN_EQUAL, 16.5, 0, 16.5, "met", "16.5"},
		{ZHUN_UNDER, 5, 0, 5, "not_met", "< 5"}, {ZHUN_AT_MOST, 5, 0, 5, "met", "≤ 5"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_plan_target t = target(rows[i].comparator, rows[i].low, rows[i].high);
		char text[ZHUN_TARGET_TEXT];
		t.tolerated = true;
		t.tolerance = 10;
		struct zhun_plan_evaluation e = on(&t, rows[i].found, rows[i].found, t.goal.day);
		unit_check_text(zhun_progress_name(e.progress), rows[i].progress, rows[i].text, (int)i);
		(void)zhun_plan_stated_text(&t.goal, text);
		CHECK_TEXT(text, rows[i].text);
	}
}

static void what_is_not_known_stays_unknown(void)
{
	struct zhun_plan_target t = target(ZHUN_ABOUT, 40, 0), none = {0};
	struct zhun_plan_evaluation e = on(&t, 0, 45, t.goal.day);
	CHECK(e.progress == ZHUN_PROGRESS_UNKNOWN && e.reason.code == ZHUN_E_PLAN_NO_TOLERANCE);
	t.tolerated = true;
	t.tolerance = 10;
	e = on(&t, 0, 45, t.goal.day);
	CHECK(e.progress == ZHUN_PROGRESS_UNKNOWN && e.reason.code == ZHUN_E_PLAN_BETWEEN);
	CHECK_INT(on(&t, 0, 35, t.goal.day).progress, ZHUN_PROGRESS_NOT_MET);
	CHECK_INT(on(&t, 38, 41, t.goal.day).progress, ZHUN_PROGRESS_MET);
	CHECK_INT(on(&none, 3, 3, 0).progress, ZHUN_PROGRESS_NO_TARGET);
	zhun_plan_evaluate(&t, &(struct zhun_plan_found){0}, &e);
	CHECK(e.progress == ZHUN_PROGRESS_UNKNOWN && e.reason.code == ZHUN_E_PLAN_NOTHING);
	t = target(ZHUN_GROWTH, 20, 0);
	CHECK_INT(on(&t, 120, 120, t.goal.day).reason.code, ZHUN_E_PLAN_NO_BASELINE);
	t.baseline = (struct zhun_plan_stated){true, ZHUN_OVER, 100, 0, false, 0};
	CHECK_INT(on(&t, 120, 120, t.goal.day).reason.code, ZHUN_E_PLAN_NO_BASELINE);
	t.baseline.comparator = ZHUN_EQUAL;
	CHECK_INT(on(&t, 120, 120, t.goal.day).progress, ZHUN_PROGRESS_MET);
	CHECK_INT(on(&t, 119, 119, t.goal.day).progress, ZHUN_PROGRESS_NOT_MET);
}

/* Some records do not give the number that is added up: the sum is at least what the others come to. */
static void a_sum_may_be_open_above(void)
{
	struct zhun_plan_target t = target(ZHUN_AT_LEAST, 160, 0);
	const struct zhun_plan_found f = {.known = true, .low = 120, .high = HUGE_VAL};
	char text[ZHUN_TARGET_TEXT];
	CHECK_INT(on(&t, 160, HUGE_VAL, t.goal.day).progress, ZHUN_PROGRESS_MET);
	CHECK_INT(on(&t, 120, HUGE_VAL, t.goal.day).progress, ZHUN_PROGRESS_UNKNOWN);
	t = target(ZHUN_AT_MOST, 100, 0);
	CHECK_INT(on(&t, 120, HUGE_VAL, t.goal.day).progress, ZHUN_PROGRESS_NOT_MET);
	(void)zhun_plan_found_text(&f, text);
	CHECK_TEXT(text, "≥ 120");
}

static void words_need_a_judgement(void)
{
	static const enum zhun_progress expected[] = {ZHUN_PROGRESS_MET, ZHUN_PROGRESS_NOT_MET, ZHUN_PROGRESS_UNKNOWN};
	struct zhun_plan_target t = target(ZHUN_QUALITATIVE, 0, 0);
	struct zhun_plan_evaluation e = on(&t, 12, 12, t.goal.day);
	CHECK(e.progress == ZHUN_PROGRESS_UNKNOWN && e.reason.code == ZHUN_E_PLAN_WORDS);
	for (int j = 0; j < 3; j++) {
		const struct zhun_plan_found f = {.judged = true, .judgement = (enum zhun_judgement_of)j};
		zhun_plan_evaluate(&t, &f, &e);
		CHECK_INT(e.progress, expected[j]);
	}
}

/* From 100 on the last day of 2017 to 160 on that of 2020, which are 1096 days: half way on 2019-07-02 it is 130. */
static void the_way_is_straight(void)
{
	struct zhun_plan_target t = target(ZHUN_AT_LEAST, 160, 0);
	int32_t half = zhun_day_of(2019, 7, 2);
	CHECK_INT(on(&t, 140, 140, half).reason.code, ZHUN_E_PLAN_NO_WAY);
	t.baseline = (struct zhun_plan_stated){true, ZHUN_EQUAL, 100, 0, false, 0};
	CHECK_INT(on(&t, 140, 140, half).reason.code, ZHUN_E_PLAN_NO_WAY);
	t.baseline.dated = true;
	t.baseline.day = zhun_day_of(2017, 12, 31);
	CHECK_INT(on(&t, 130, 130, half).progress, ZHUN_PROGRESS_ON_COURSE);
	CHECK_INT(on(&t, 129, 129, half).progress, ZHUN_PROGRESS_BEHIND);
	CHECK_TEXT(on(&t, 129, 129, half).reason.arg[3], "130");
	CHECK_INT(on(&t, 129, 131, half).progress, ZHUN_PROGRESS_UNKNOWN);
	CHECK_INT(on(&t, 160, 160, half).progress, ZHUN_PROGRESS_MET);
	CHECK_INT(on(&t, 159, 159, t.goal.day).progress, ZHUN_PROGRESS_NOT_MET);
	t = target(ZHUN_AT_MOST, 40, 0);
	t.baseline = (struct zhun_plan_stated){true, ZHUN_EQUAL, 100, 0, true, zhun_day_of(2017, 12, 31)};
	CHECK_INT(on(&t, 70, 70, half).progress, ZHUN_PROGRESS_ON_COURSE);
	CHECK_INT(on(&t, 71, 71, half).progress, ZHUN_PROGRESS_BEHIND);
}

static void targets_are_reached_together(void)
{
	struct zhun_plan_evaluation of[3] = {{.progress = ZHUN_PROGRESS_MET}, {.progress = ZHUN_PROGRESS_MET},
					{.progress = ZHUN_PROGRESS_NO_TARGET}}, e;
	char sentence[200];
	zhun_plan_together(of, 3, &e);
	CHECK_INT(e.progress, ZHUN_PROGRESS_MET);
	of[1].progress = ZHUN_PROGRESS_UNKNOWN;
	zhun_plan_together(of, 3, &e);
	CHECK_INT(e.progress, ZHUN_PROGRESS_UNKNOWN);
	(void)zhun_error_sentence(&e.reason, ZHUN_EN, sentence, sizeof sentence);
	CHECK_TEXT(sentence, "of 2 cluster targets 1 are met, 0 are not, 1 are not known");
	of[1].progress = ZHUN_PROGRESS_BEHIND;
	zhun_plan_together(of, 3, &e);
	CHECK_INT(e.progress, ZHUN_PROGRESS_BEHIND);
	of[0].progress = ZHUN_PROGRESS_NOT_MET;
	zhun_plan_together(of, 3, &e);
	CHECK_INT(e.progress, ZHUN_PROGRESS_NOT_MET);
	zhun_plan_together(of, 0, &e);
	CHECK_INT(e.progress, ZHUN_PROGRESS_NO_TARGET);
}

/* An interval says met or not met only where each of its numbers does; what is met stays met for any day; a reason
 * stands with each answer. */
static void laws_hold_on_random_numbers(void)
{
	unsigned long long seed = 11;
	for (int i = 0; i < 20000; i++) {
		struct zhun_plan_target t = target((enum zhun_comparator)(unit_random(&seed) % ZHUN_COMPARATORS),
					      (double)(unit_random(&seed) % 50), 0);
		double low = (double)(unit_random(&seed) % 60), high = low + (double)(unit_random(&seed) % 5);
		t.goal.high = t.goal.low + (double)(unit_random(&seed) % 10);
		t.tolerated = unit_random(&seed) % 2;
		t.tolerance = 15;
		t.baseline = (struct zhun_plan_stated){unit_random(&seed) % 2, ZHUN_EQUAL, 20, 0,
						       unit_random(&seed) % 2, t.goal.day - 1000};
		int32_t day = t.goal.day - 900 + (int32_t)(unit_random(&seed) % 1000);
		struct zhun_plan_evaluation whole = on(&t, low, high, day), first = on(&t, low, low, day);
		struct zhun_plan_evaluation last = on(&t, high, high, day), later = on(&t, low, high, t.goal.day);
		if (whole.progress != ZHUN_PROGRESS_UNKNOWN &&
		    !CHECK(whole.progress == first.progress && whole.progress == last.progress))
			return;
		if (whole.progress == ZHUN_PROGRESS_MET && !CHECK_INT(later.progress, ZHUN_PROGRESS_MET))
			return;
		if (!CHECK(whole.reason.code != ZHUN_OK && later.progress != ZHUN_PROGRESS_ON_COURSE))
			return;
	}
}

static void names_go_both_ways(void)
{
	enum zhun_comparator c;
	for (int i = 0; i < ZHUN_COMPARATORS; i++)
		CHECK(zhun_comparator_named(zhun_comparator_name((enum zhun_comparator)i), &c) && (int)c == i);
	CHECK(!zhun_comparator_named("nearly", &c) && !zhun_comparator_named(NULL, &c));
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"comparators are as worded", comparators_are_as_worded},
		{"what is not known stays unknown", what_is_not_known_stays_unknown},
		{"a sum may be open above", a_sum_may_be_open_above},
		{"words need a judgement", words_need_a_judgement},
		{"the way is straight", the_way_is_straight},
		{"targets are reached together", targets_are_reached_together},
		{"laws hold on random numbers", laws_hold_on_random_numbers},
		{"names go both ways", names_go_both_ways},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
