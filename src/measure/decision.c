/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules are rows: which verdict each zone about a limit gets. */
#include "zhun/measure/decision.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Zones from the middle of the tolerance outwards. */
enum zone { IN_ACCEPTANCE, IN_GUARD_BAND, JUST_OUT, BEYOND, ZONES };

#define P ZHUN_DECISION_PASS
#define CP ZHUN_DECISION_CONDITIONAL_PASS
#define CF ZHUN_DECISION_CONDITIONAL_FAIL
#define F ZHUN_DECISION_FAIL
#define N ZHUN_DECISION_UNDECIDED

struct rule {
	struct zhun_decision_rule_row words;
	enum zhun_decision zone[ZONES];
	bool banded;         /* has a guard band r·U */
	bool third_frees;    /* U ≤ a third of the half width: no guard band */
	bool third_needed;   /* U over it: nothing can be decided */
	bool edge_is_out;    /* the rejection limit itself is beyond */
};

static const struct rule rules[ZHUN_RULES] = {
	[ZHUN_RULE_SIMPLE] = {{"simple", {"simple acceptance", "简单接受"}, "ILAC-G8:09/2019 4.2.1"}, {P, P, F, F}},
	[ZHUN_RULE_GUARDED] = {{"guarded", {"binary with guard band", "带保护带的二元判定"}, "ILAC-G8:09/2019 4.2.2"},
			       {P, F, F, F}, .banded = true},
	[ZHUN_RULE_NON_BINARY] = {{"non_binary", {"non-binary with guard band", "带保护带的非二元判定"},
				   "ILAC-G8:09/2019 4.2.3"}, {P, CP, CF, F}, .banded = true},
	[ZHUN_RULE_ISO_14253_1] = {{"iso_14253_1", {"proving conformity or nonconformity", "合格或不合格的证明"},
				    "ISO 14253-1:2017"}, {P, N, N, F}, .banded = true},
	[ZHUN_RULE_JJF_1094] = {{"jjf_1094", {"JJF 1094, with a zone to be settled", "JJF 1094 带待定区的判定"},
				 "JJF 1094-2002 5.3.1"}, {P, N, N, F}, .banded = true, .third_frees = true,
				.edge_is_out = true},
	[ZHUN_RULE_OIML_R_111] = {{"oiml_r_111", {"error within MPE − U", "误差不超过 MPE − U"}, "OIML R 111-1:2004 5.3.1"},
				  {P, F, F, F}, .banded = true, .third_needed = true},
	[ZHUN_RULE_PROBABILITY] = {{"probability", {"probability of conformance", "合格概率"}, "JCGM 106:2012 8.3"},
				   {P, P, F, F}},
};

const struct zhun_decision_rule_row *zhun_decision_rule_row(enum zhun_decision_rule rule)
{
	return &rules[rule].words;
}

bool zhun_decision_rule_find(const char *name, enum zhun_decision_rule *ret)
{
	for (size_t i = 0; i < ZHUN_RULES; i++)
		if (strcmp(rules[i].words.name, name) == 0) {
			*ret = (enum zhun_decision_rule)i;
			return true;
		}
	return false;
}

static const struct {
	const char *name, *title[2];
} decisions[ZHUN_DECISIONS] = {
	[ZHUN_DECISION_PASS] = {"pass", {"pass", "合格"}},
	[ZHUN_DECISION_CONDITIONAL_PASS] = {"conditional_pass", {"conditional pass", "有条件合格"}},
	[ZHUN_DECISION_CONDITIONAL_FAIL] = {"conditional_fail", {"conditional fail", "有条件不合格"}},
	[ZHUN_DECISION_FAIL] = {"fail", {"fail", "不合格"}},
	[ZHUN_DECISION_UNDECIDED] = {"undecided", {"undecided", "待定"}},
};

const char *zhun_decision_name(enum zhun_decision d)
{
	return decisions[d].name;
}

const char *zhun_decision_title(enum zhun_decision d, enum zhun_language language)
{
	return decisions[d].title[language];
}

static const char *const reasons[ZHUN_DECISION_REASONS][2] = {
	[ZHUN_BECAUSE_ACCEPTED] = {"the value lies within the acceptance limits", "测得值在接收限以内"},
	[ZHUN_BECAUSE_GUARD_BAND] = {"the value is in tolerance, but within the guard band", "测得值在允差以内，但处于保护带中"},
	[ZHUN_BECAUSE_NO_ROOM] = {"the uncertainty leaves no room between the guard bands", "不确定度过大，两侧保护带之间没有接收区"},
	[ZHUN_BECAUSE_OUT_BY_LESS] = {"the value is out of tolerance by less than the guard band allows to be sure of",
				      "测得值超出允差，但超出量不足以确认"},
	[ZHUN_BECAUSE_OUT] = {"the value is out of tolerance", "测得值超出允差"},
	[ZHUN_BECAUSE_U_LARGE] = {"U is larger than a third of the tolerance, as the rule does not allow",
				  "扩展不确定度大于允差的三分之一，不满足该规则的前提"},
	[ZHUN_BECAUSE_PROBABLE] = {"the probability of conformance reaches the one asked for", "合格概率达到要求"},
	[ZHUN_BECAUSE_IMPROBABLE] = {"the probability of conformance is below the one asked for", "合格概率低于要求"},
};

const char *zhun_decision_reason_text(enum zhun_decision_reason r, enum zhun_language language)
{
	return reasons[r][language];
}

/* x > limit, beyond what decimal texts and one subtraction lose */
static bool exceeds(double x, double limit, double size)
{
	return x - limit > 8 * DBL_EPSILON * size;
}

static double size_of(const struct zhun_decision_question *q)
{
	double low = isinf(q->tolerance.low) ? 0 : fabs(q->tolerance.low);
	double high = isinf(q->tolerance.high) ? 0 : fabs(q->tolerance.high);
	return fmax(fmax(fabs(q->value), q->U), fmax(low, high));
}

static bool is_within(double x, const struct zhun_limits *l, double size)
{
	return !exceeds(x, l->high, size) && !exceeds(l->low, x, size);
}

/* Whether x reaches one of the limits from inside, or lies beyond. */
static bool reaches(double x, const struct zhun_limits *l, double size)
{
	return !exceeds(l->high, x, size) || !exceeds(x, l->low, size);
}

static enum zone zone_of(const struct zhun_decision_question *q, const struct zhun_decided *d, bool edge_is_out)
{
	double size = size_of(q);
	if (is_within(q->value, &d->acceptance, size))
		return IN_ACCEPTANCE;
	if (edge_is_out && reaches(q->value, &d->rejection, size))
		return BEYOND;
	if (is_within(q->value, &q->tolerance, size))
		return IN_GUARD_BAND;
	return is_within(q->value, &d->rejection, size) ? JUST_OUT : BEYOND;
}

static enum zhun_decision_reason reason_of(enum zone z, const struct zhun_decided *d)
{
	static const enum zhun_decision_reason of[ZONES] = {ZHUN_BECAUSE_ACCEPTED, ZHUN_BECAUSE_GUARD_BAND,
							    ZHUN_BECAUSE_OUT_BY_LESS, ZHUN_BECAUSE_OUT};
	return z == IN_GUARD_BAND && d->acceptance.low > d->acceptance.high ? ZHUN_BECAUSE_NO_ROOM : of[z];
}

static struct zhun_decided by_probability(const struct zhun_decision_question *q)
{
	struct zhun_decided d = {.acceptance = q->tolerance, .rejection = q->tolerance};
	d.conformance = zhun_conformance_of(&q->tolerance, &q->error, q->value).inside;
	bool enough = d.conformance >= q->probability;
	d.decision = enough ? ZHUN_DECISION_PASS : ZHUN_DECISION_FAIL;
	d.reason = enough ? ZHUN_BECAUSE_PROBABLE : ZHUN_BECAUSE_IMPROBABLE;
	return d;
}

static enum zhun_code check(const struct zhun_decision_question *q, const struct rule *rule, struct zhun_error *err)
{
	const struct zhun_limits *t = &q->tolerance;
	if (!(t->low < t->high) || (isinf(t->low) && isinf(t->high)))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance", "low < high");
	if ((rule->third_frees || rule->third_needed) && isinf(t->high - t->low))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "tolerance", "low, high");
	if (!isfinite(q->value) || !(q->U >= 0) || !(q->r >= 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "value, U, r", "U >= 0, r >= 0");
	if (q->rule != ZHUN_RULE_PROBABILITY)
		return ZHUN_OK;
	if (!(q->probability > 0 && q->probability < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "probability", "0 < p < 1");
	return zhun_distribution_check(&q->error, err);
}

enum zhun_code zhun_decide(const struct zhun_decision_question *q, struct zhun_decided *ret, struct zhun_error *err)
{
	const struct rule *rule = &rules[q->rule];
	enum zhun_code code = check(q, rule, err);
	if (code)
		return code;
	if (q->rule == ZHUN_RULE_PROBABILITY) {
		*ret = by_probability(q);
		return ZHUN_OK;
	}
	bool over_third = exceeds(6 * q->U, q->tolerance.high - q->tolerance.low, size_of(q));
	double w = !rule->banded || (rule->third_frees && !over_third) ? 0 : q->r * q->U;
	struct zhun_decided d = {.w = w, .acceptance = zhun_guarded(&q->tolerance, w),
				 .rejection = zhun_guarded(&q->tolerance, -w)};
	/* without a band the limit itself is inside, also to a rule whose outer edge is out */
	enum zone zone = zone_of(q, &d, rule->edge_is_out && w > 0);
	d.decision = rule->zone[zone];
	d.reason = reason_of(zone, &d);
	if (rule->third_needed && over_third) {
		d.decision = ZHUN_DECISION_UNDECIDED;
		d.reason = ZHUN_BECAUSE_U_LARGE;
	}
	*ret = d;
	return ZHUN_OK;
}

static double width_ratio(const struct zhun_limits *tolerance, double width)
{
	double whole = tolerance->high - tolerance->low;
	return isinf(whole) || !(width > 0) ? HUGE_VAL : whole / width;
}

double zhun_tur(const struct zhun_limits *tolerance, double U)
{
	return width_ratio(tolerance, 2 * U);
}

double zhun_tar(const struct zhun_limits *tolerance, const struct zhun_limits *reference)
{
	return width_ratio(tolerance, reference->high - reference->low);
}
