/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/decision.h"

#include "near.h"

#define P ZHUN_DECISION_PASS
#define CP ZHUN_DECISION_CONDITIONAL_PASS
#define CF ZHUN_DECISION_CONDITIONAL_FAIL
#define F ZHUN_DECISION_FAIL
#define N ZHUN_DECISION_UNDECIDED

static enum zhun_decision decided(enum zhun_decision_rule rule, struct zhun_limits t, double value, double U)
{
	const struct zhun_decision_question q = {.rule = rule, .tolerance = t, .value = value, .U = U, .r = 1};
	struct zhun_decided d = {.decision = ZHUN_DECISIONS};
	struct zhun_error err;
	CHECK_CODE(zhun_decide(&q, &d, &err), ZHUN_OK, &err);
	return d.decision;
}

/* ILAC-G8:09/2019 4.2 on a limit of 150 °C with U = 3.0 °C (k = 2), every edge inclusive; JJF 1094 on
 * MPEV 0.3 by U/MPEV; R 111 on F1 weights of 100 g: MPE 0.50 mg, U 0.15 mg. */
static void by_every_rule(void)
{
	static const struct zhun_limits cell = {-HUGE_VAL, 150}, mpe = {-0.3, 0.3}, weight = {-0.5, 0.5};
	const struct {
		enum zhun_decision_rule rule;
		struct zhun_limits t;
		double value, U;
		enum zhun_decision want;
	} rows[] = {
		{ZHUN_RULE_NON_BINARY, cell, 147.0, 3, P},     {ZHUN_RULE_NON_BINARY, cell, 148.0, 3, CP},
		{ZHUN_RULE_NON_BINARY, cell, 150.0, 3, CP},    {ZHUN_RULE_NON_BINARY, cell, 153.0, 3, CF},
		{ZHUN_RULE_NON_BINARY, cell, 153.1, 3, F},     {ZHUN_RULE_GUARDED, cell, 147.0, 3, P},
		{ZHUN_RULE_GUARDED, cell, 148.0, 3, F},	       {ZHUN_RULE_SIMPLE, cell, 150.0, 3, P},
		{ZHUN_RULE_SIMPLE, cell, 150.1, 3, F},	       {ZHUN_RULE_SIMPLE, cell, -400, 3, P},
		{ZHUN_RULE_ISO_14253_1, mpe, 0.2, 0.1, P},     {ZHUN_RULE_ISO_14253_1, mpe, 0.21, 0.1, N},
		{ZHUN_RULE_ISO_14253_1, mpe, -0.4, 0.1, N},    {ZHUN_RULE_ISO_14253_1, mpe, -0.41, 0.1, F},
		{ZHUN_RULE_JJF_1094, mpe, 0.3, 0.1, P},	       {ZHUN_RULE_JJF_1094, mpe, 0.301, 0.1, F},
		{ZHUN_RULE_JJF_1094, mpe, 0.1, 0.2, P},	       {ZHUN_RULE_JJF_1094, mpe, 0.11, 0.2, N},
		{ZHUN_RULE_JJF_1094, mpe, 0.49, 0.2, N},       {ZHUN_RULE_JJF_1094, mpe, -0.5, 0.2, F},
		{ZHUN_RULE_OIML_R_111, weight, 0.32, 0.15, P}, {ZHUN_RULE_OIML_R_111, weight, 0.35, 0.15, P},
		{ZHUN_RULE_OIML_R_111, weight, 0.53, 0.15, F}, {ZHUN_RULE_OIML_R_111, weight, 0.25, 0.15, P},
		{ZHUN_RULE_OIML_R_111, weight, 0.1, 0.17, N},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		enum zhun_decision got = decided(rows[i].rule, rows[i].t, rows[i].value, rows[i].U);
		unit_check(got == rows[i].want, __FILE__, __LINE__, "%s %g: %s",
			   zhun_decision_rule_row(rows[i].rule)->name, rows[i].value, zhun_decision_name(got));
	}
}

/* Law: tenths are inside limits of tenths, however the limits came about: 0.3 − 0.1 ≥ 0.2. */
static void decimal_limits_belong_to_the_tolerance(void)
{
	for (int limit = 2; limit < 500; limit++)
		for (int U = 1; U < limit; U++) {
			const struct zhun_limits t = {-limit / 10.0, limit / 10.0};
			CHECK_INT(decided(ZHUN_RULE_GUARDED, t, (limit - U) / 10.0, U / 10.0), P);
			CHECK_INT(decided(ZHUN_RULE_GUARDED, t, (limit - U + 0.001) / 10.0, U / 10.0), F);
			CHECK_INT(decided(ZHUN_RULE_NON_BINARY, t, -(limit + U) / 10.0, U / 10.0), CF);
		}
}

/* Law: the wider the uncertainty, the fewer the passes and the fewer the fails that are certain. */
static void more_uncertainty_never_decides_more(void)
{
	static const struct zhun_limits t = {-1, 1};
	unsigned long long state = 8;
	for (int i = 0; i < 2000; i++) {
		double y = (double)(unit_random(&state) >> 11) * 0x1p-52 * 2 - 2, U = (double)(i % 40) / 40;
		enum zhun_decision small = decided(ZHUN_RULE_ISO_14253_1, t, y, U),
				   large = decided(ZHUN_RULE_ISO_14253_1, t, y, U + 0.1);
		CHECK(large == small || large == ZHUN_DECISION_UNDECIDED);
		CHECK(decided(ZHUN_RULE_GUARDED, t, y, U + 0.1) != ZHUN_DECISION_PASS ||
		      decided(ZHUN_RULE_GUARDED, t, y, U) == ZHUN_DECISION_PASS);
	}
}

/* JCGM 106:2012 7.4: y 1.645 u below the limit conforms with 95 %. */
static void by_probability(void)
{
	struct zhun_decision_question q = {.rule = ZHUN_RULE_PROBABILITY, .tolerance = {-HUGE_VAL, 10},
					   .value = 10 - 1.6449, .probability = 0.95,
					   .error = {ZHUN_D_NORMAL, 0, 1, 0, 0}};
	struct zhun_decided d = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_decide(&q, &d, &err), ZHUN_OK, &err);
	CHECK(d.decision == ZHUN_DECISION_PASS && d.reason == ZHUN_BECAUSE_PROBABLE);
	CHECK_NEAR(d.conformance, 0.95, 1e-5);
	q.value += 0.001;
	CHECK_CODE(zhun_decide(&q, &d, &err), ZHUN_OK, &err);
	CHECK(d.decision == ZHUN_DECISION_FAIL && d.reason == ZHUN_BECAUSE_IMPROBABLE);
	q.probability = 1;
	CHECK_CODE(zhun_decide(&q, &d, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static void refuses(void)
{
	const struct zhun_decision_question bad[] = {
		{.rule = ZHUN_RULE_SIMPLE, .tolerance = {1, -1}},
		{.rule = ZHUN_RULE_SIMPLE, .tolerance = {-HUGE_VAL, HUGE_VAL}},
		{.rule = ZHUN_RULE_GUARDED, .tolerance = {-1, 1}, .U = -1},
		{.rule = ZHUN_RULE_OIML_R_111, .tolerance = {-HUGE_VAL, 1}},
		{.rule = ZHUN_RULE_GUARDED, .tolerance = {-1, 1}, .r = -1},
		{.rule = ZHUN_RULE_SIMPLE, .tolerance = {-1, 1}, .value = HUGE_VAL},
	};
	struct zhun_decided d;
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_decide(&bad[i], &d, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static void every_row_has_its_words(void)
{
	for (int i = 0; i < ZHUN_RULES; i++) {
		const struct zhun_decision_rule_row *r = zhun_decision_rule_row((enum zhun_decision_rule)i);
		enum zhun_decision_rule found = ZHUN_RULES;
		CHECK(r->title[0] && r->title[1] && r->source);
		CHECK(zhun_decision_rule_find(r->name, &found) && (int)found == i);
	}
	for (int i = 0; i < ZHUN_DECISIONS; i++)
		CHECK(zhun_decision_name((enum zhun_decision)i) && zhun_decision_title((enum zhun_decision)i, ZHUN_ZH));
	for (int i = 0; i < ZHUN_DECISION_REASONS; i++)
		CHECK(zhun_decision_reason_text((enum zhun_decision_reason)i, ZHUN_EN) &&
		      zhun_decision_reason_text((enum zhun_decision_reason)i, ZHUN_ZH));
	enum zhun_decision_rule none;
	CHECK(!zhun_decision_rule_find("coin", &none));
}

static void reasons_and_ratios(void)
{
	const struct zhun_decision_question q = {.rule = ZHUN_RULE_GUARDED, .tolerance = {-1, 1}, .U = 2, .r = 1};
	const struct zhun_limits t = {-1, 1}, one_sided = {0, HUGE_VAL}, reference = {-0.25, 0.25};
	struct zhun_decided d = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_decide(&q, &d, &err), ZHUN_OK, &err);
	CHECK(d.decision == ZHUN_DECISION_FAIL && d.reason == ZHUN_BECAUSE_NO_ROOM);
	CHECK_NEAR(zhun_tur(&t, 0.25), 4, 1e-15);
	CHECK_NEAR(zhun_tar(&t, &reference), 4, 1e-15);
	CHECK(isinf(zhun_tur(&one_sided, 0.25)) && isinf(zhun_tur(&t, 0)));
}

static const struct unit_test tests[] = {
	{"decision: by every rule", by_every_rule},
	{"decision: decimal limits belong to the tolerance", decimal_limits_belong_to_the_tolerance},
	{"decision: more uncertainty never decides more", more_uncertainty_never_decides_more},
	{"decision: by probability", by_probability},
	{"decision: refuses", refuses},
	{"decision: every row has its words", every_row_has_its_words},
	{"decision: reasons and ratios", reasons_and_ratios},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
