/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Type A evaluations of one series (area univariate), by each of the usual ways. */
#include "study/study.h"
#include "zhun/measure/type_a.h"

static enum zhun_code pooled(struct zhun_study *s, struct zhun_series x, struct zhun_type_a *ret,
			     struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_series *groups = NULL;
	size_t count = 0;
	enum zhun_code code = study_need(s->inputs, "groups", &json, err);
	if (!code && study_table(s, json, &groups, &count, err))
		code = study_within(err, "groups");
	if (!code)
		code = zhun_type_a_pooled(groups, count, x, ret, err);
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

static enum zhun_code evaluate(struct zhun_study *s, const struct zhun_json *args, struct zhun_type_a *ret,
			       struct zhun_error *err)
{
	struct zhun_series x = {0};
	size_t lags = 0;
	enum zhun_code code = study_series_of(s, "values", &x, err);
	if (code)
		return code;
	if (study_is(args, "method", "pooled"))
		return pooled(s, x, ret, err);
	if (study_is(args, "method", "autocorrelated"))
		return zhun_type_a_autocorrelated(s->arena, x, ret, &lags, err);
	if (study_is(args, "method", "range")) {
		bool table = study_says(args, "factor", "table", true);
		return zhun_type_a_range(x, table ? ZHUN_RANGE_TABLE : ZHUN_RANGE_EXACT, ret, err);
	}
	bool bayesian = study_is(args, "method", "bayesian");
	return zhun_type_a_mean(x, bayesian ? ZHUN_TYPE_A_BAYESIAN : ZHUN_TYPE_A_FREQUENTIST, ret, err);
}

static enum zhun_code run(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_type_a a = {0};
	enum zhun_code code = evaluate(s, args, &a, err);
	if (!code)
		*ret = study_member(s, &a);
	return code;
}

#define OF(member) run, offsetof(struct zhun_type_a, member)
#define WAYS                                                                                                     \
	{                                                                                                        \
		{"method", ZHUN_STUDY_WORD, "mean|bayesian|pooled|range|autocorrelated", .preset = true},        \
			{"factor", ZHUN_STUDY_WORD, "table|exact", .preset = true},                              \
	}
#define SOURCE "JCGM 100:2008 4.2; JCGM 101:2008 6.4.9; JJF 1059.1-2012 4.3.2; Zhang, Metrologia 43 (2006) S276"

const struct zhun_study_op study_ops_type_a[] = {
	{"type_a.value", "univariate", WAYS, {"Mean of the readings", "读数的平均值"}, SOURCE, OF(value)},
	{"type_a.sd", "univariate", WAYS,
	 {"Standard deviation of one reading: s, pooled from earlier groups, or from the range",
	  "单次读数的标准差：贝塞尔公式、合并样本或极差法"}, SOURCE, OF(sd)},
	{"type_a.u", "univariate", WAYS, {"Standard uncertainty of the mean", "平均值的标准不确定度"}, SOURCE, OF(u)},
	{"type_a.dof", "univariate", WAYS, {"Its degrees of freedom", "其自由度"}, SOURCE, OF(dof)},
	{"type_a.effective", "univariate", WAYS,
	 {"How many independent readings would say as much", "相当的独立读数个数"}, SOURCE, OF(effective)},
	{0},
};
