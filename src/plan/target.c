/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparators as sets of numbers, and as text. */
#include "plan/inside.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum { DIGITS = 12 };

static const struct {
	const char *name, *sign;
} comparators[ZHUN_COMPARATORS] = {
	[ZHUN_EQUAL] = {"equal", ""}, [ZHUN_OVER] = {"over", "> "}, [ZHUN_AT_LEAST] = {"at_least", "≥ "},
	[ZHUN_UNDER] = {"under", "< "}, [ZHUN_AT_MOST] = {"at_most", "≤ "}, [ZHUN_ABOUT] = {"about", "≈ "},
	[ZHUN_ALMOST] = {"almost", "≲ "}, [ZHUN_RANGE] = {"range", ""}, [ZHUN_GROWTH] = {"growth", "+≥ "},
	[ZHUN_QUALITATIVE] = {"qualitative", ""},
};

const char *zhun_comparator_name(enum zhun_comparator c)
{
	return comparators[c].name;
}

bool zhun_comparator_named(const char *name, enum zhun_comparator *ret)
{
	for (int i = 0; name && i < ZHUN_COMPARATORS; i++)
		if (strcmp(comparators[i].name, name) == 0) {
			*ret = (enum zhun_comparator)i;
			return true;
		}
	return false;
}

const char *zhun_progress_name(enum zhun_progress p)
{
	static const char *const names[ZHUN_PROGRESSES] = {
		[ZHUN_PROGRESS_NO_TARGET] = "no_target", [ZHUN_PROGRESS_UNKNOWN] = "unknown",
		[ZHUN_PROGRESS_MET] = "met", [ZHUN_PROGRESS_ON_COURSE] = "on_course",
		[ZHUN_PROGRESS_BEHIND] = "behind", [ZHUN_PROGRESS_NOT_MET] = "not_met",
	};
	return names[p];
}

/* Sums of doubles have digits that nobody counted. */
static size_t number_text(double x, char out[ZHUN_NUMBER_TEXT])
{
	struct zhun_decimal d = zhun_decimal_of(x);
	struct zhun_number short_one;
	char digits[ZHUN_NUMBER_TEXT];
	d = zhun_decimal_round_digits(&d, DIGITS, false);
	size_t n = zhun_decimal_text(&d, digits);
	if (zhun_number_parse(digits, n, &short_one, NULL))
		return zhun_double_text(x, out);
	return zhun_double_text(short_one.value, out);
}

static size_t range_text(double low, double high, char out[ZHUN_TARGET_TEXT])
{
	char first[ZHUN_NUMBER_TEXT], last[ZHUN_NUMBER_TEXT];
	(void)number_text(low, first);
	(void)number_text(high, last);
	return (size_t)snprintf(out, ZHUN_TARGET_TEXT, "%s–%s", first, last);
}

size_t zhun_plan_stated_text(const struct zhun_plan_stated *s, char out[ZHUN_TARGET_TEXT])
{
	char number[ZHUN_NUMBER_TEXT];
	out[0] = '\0';
	if (!s->stated || s->comparator == ZHUN_QUALITATIVE)
		return 0;
	if (s->comparator == ZHUN_RANGE)
		return range_text(s->low, s->high, out);
	(void)number_text(s->low, number);
	return (size_t)snprintf(out, ZHUN_TARGET_TEXT, "%s%s%s", comparators[s->comparator].sign, number,
				s->comparator == ZHUN_GROWTH ? " %" : "");
}

size_t zhun_plan_found_text(const struct zhun_plan_found *f, char out[ZHUN_TARGET_TEXT])
{
	char number[ZHUN_NUMBER_TEXT];
	out[0] = '\0';
	if (!f->known)
		return 0;
	if (isinf(f->high)) {
		(void)number_text(f->low, number);
		return (size_t)snprintf(out, ZHUN_TARGET_TEXT, "≥ %s", number);
	}
	if (f->low < f->high)
		return range_text(f->low, f->high, out);
	return number_text(f->low, out);
}

bool zhun_plan_set_of(const struct zhun_plan_target *t, struct zhun_plan_set *ret)
{
	double x = t->goal.low, slack = fabs(x) * t->tolerance / 100;
	switch (t->goal.comparator) {
	case ZHUN_EQUAL:
		*ret = (struct zhun_plan_set){x, x, false, false};
		return true;
	case ZHUN_OVER:
		*ret = (struct zhun_plan_set){x, HUGE_VAL, true, false};
		return true;
	case ZHUN_AT_LEAST:
		*ret = (struct zhun_plan_set){x, HUGE_VAL, false, false};
		return true;
	case ZHUN_UNDER:
		*ret = (struct zhun_plan_set){-HUGE_VAL, x, false, true};
		return true;
	case ZHUN_AT_MOST:
		*ret = (struct zhun_plan_set){-HUGE_VAL, x, false, false};
		return true;
	case ZHUN_ABOUT:
		*ret = (struct zhun_plan_set){x - slack, x + slack, false, false};
		return t->tolerated;
	case ZHUN_ALMOST:
		*ret = (struct zhun_plan_set){x - slack, x, false, false};
		return t->tolerated;
	case ZHUN_RANGE:
		*ret = (struct zhun_plan_set){x, t->goal.high, false, false};
		return true;
	case ZHUN_GROWTH:
		*ret = (struct zhun_plan_set){t->baseline.low * (1 + x / 100), HUGE_VAL, false, false};
		return t->baseline.stated && t->baseline.comparator == ZHUN_EQUAL;
	case ZHUN_QUALITATIVE:
		break;
	}
	return false;
}
