/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area decision: verdicts by rule with their reasons, guard bands, TUR and TAR. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/decision.h"

static enum zhun_code read_rule(const struct zhun_json *args, struct zhun_decision_question *q,
		struct zhun_error *err)
{
	if (!zhun_decision_rule_find(zhun_json_get_string(args, "rule"), &q->rule))
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "/rule", "rule");
	q->r = study_number(args, "r", 1);
	q->probability = study_number(args, "probability", 0.95);
	return ZHUN_OK;
}

static enum zhun_code read_uncertainty(const struct zhun_study *s, struct zhun_decision_question *q,
				       struct zhun_error *err)
{
	const struct zhun_json *error = NULL;
	if (q->rule == ZHUN_RULE_SIMPLE)
		return ZHUN_OK;
	if (q->rule != ZHUN_RULE_PROBABILITY)
		return study_need_number(s->inputs, "U", &q->U, err);
	enum zhun_code code = study_need(s->inputs, "measurement", &error, err);
	if (!code && study_distribution(s->arena, error, "", &q->error, err))
		code = study_within(err, "measurement");
	return code;
}

static enum zhun_code decide(const struct zhun_study *s, const struct zhun_json *args, struct zhun_decided *ret,
			     struct zhun_error *err)
{
	struct zhun_decision_question q = {.rule = ZHUN_RULE_SIMPLE};
	enum zhun_code code = study_known(s->inputs, "tolerance|reference|value|U|measurement", err);
	if (!code)
		code = study_limits(zhun_json_get(s->inputs, "tolerance"), "tolerance", &q.tolerance, err);
	if (!code)
		code = study_need_number(s->inputs, "value", &q.value, err);
	if (!code)
		code = read_rule(args, &q, err);
	if (!code)
		code = read_uncertainty(s, &q, err);
	return code ? code : zhun_decide(&q, ret, err);
}

static enum zhun_code run_verdict(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	struct zhun_decided d;
	enum zhun_code code = decide(s, args, &d, err);
	if (!code)
		*ret = s->op->member ? (double)d.reason : (double)d.decision;
	return code;
}

static const char *say_decision(int value, enum zhun_language language)
{
	return zhun_decision_title((enum zhun_decision)value, language);
}

static const char *say_reason(int value, enum zhun_language language)
{
	return zhun_decision_reason_text((enum zhun_decision_reason)value, language);
}

static enum zhun_code run_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_decided d;
	enum zhun_code code = decide(s, args, &d, err);
	if (code)
		return code;
	*ret = study_member(s, &d);
	return isfinite(*ret) ? ZHUN_OK : zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", s->op->name);
}

static enum zhun_code run_ratio(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_limits tolerance, reference;
	double U = 0;
	enum zhun_code code = study_limits(zhun_json_get(s->inputs, "tolerance"), "tolerance", &tolerance, err);
	(void)args;
	if (!code)
		code = s->op->member ? study_limits(zhun_json_get(s->inputs, "reference"), "reference",
				&reference, err)
				     : study_need_number(s->inputs, "U", &U, err);
	if (!code)
		*ret = s->op->member ? zhun_tar(&tolerance, &reference) : zhun_tur(&tolerance, U);
	return code;
}

#define RULE {"rule", ZHUN_STUDY_WORD, "simple|guarded|non_binary|iso_14253_1|jjf_1094|oiml_r_111|probability"}, \
	{"r", ZHUN_STUDY_NUMBER, .optional = true}, {"probability", ZHUN_STUDY_NUMBER, .optional = true}
#define OF(member) run_limit, offsetof(struct zhun_decided, member)
#define SOURCE "ILAC-G8:09/2019 4.2; JCGM 106:2012 8; ISO 14253-1:2017; JJF 1094-2002 5.3; OIML R 111-1:2004 5.3"

const struct zhun_study_op study_ops_decision[] = {
	{"decision.verdict", "decision", {RULE},
	 {"The verdict on a value under a decision rule; r·U is the guard band (r 1)",
	 "按判定规则对测得值作出的结论；保护带为 r·U（r 缺省为 1）"}, SOURCE, run_verdict, 0,
	 "pass|conditional_pass|conditional_fail|fail|undecided", say_decision},
	{"decision.reason", "decision", {RULE}, {"Why", "结论的理由"}, SOURCE, run_verdict, 1,
	 "accepted|guard_band|no_room|out_by_less|out|u_large|probable|improbable", say_reason},
	{"decision.guard_band", "decision", {RULE}, {"Guard band w", "保护带 w"}, SOURCE, OF(w)},
	{"decision.acceptance_low", "decision", {RULE}, {"Lower acceptance limit", "接受下限"}, SOURCE,
	 OF(acceptance.low)},
	{"decision.acceptance_high", "decision", {RULE}, {"Upper acceptance limit", "接受上限"}, SOURCE,
	 OF(acceptance.high)},
	{"decision.rejection_low", "decision", {RULE}, {"Lower limit beyond which the value fails for certain",
	 "确认不合格的下限"}, SOURCE, OF(rejection.low)},
	{"decision.rejection_high", "decision", {RULE}, {"Upper limit beyond which the value fails for certain",
	 "确认不合格的上限"}, SOURCE, OF(rejection.high)},
	{"decision.conformance", "decision", {RULE}, {"Probability of conformance, under rule probability",
	 "合格概率（规则 probability）"}, "JCGM 106:2012 7", OF(conformance)},
	{"decision.tur", "decision", {{0}}, {"Test uncertainty ratio: the tolerance's width over that of ±U",
	 "测试不确定度比 TUR"}, "ANSI/NCSL Z540.3 3.11", run_ratio, 0},
	{"decision.tar", "decision", {{0}},
	 {"Test accuracy ratio: the tolerance's width over that of the reference",
	 "测试准确度比 TAR"}, "NCSLI RP-19", run_ratio, 1},
	{0},
};
