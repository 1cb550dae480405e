/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area anova: one-way, from groups of readings or from their means and deviations. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/anova.h"

static enum zhun_code from_summaries(struct zhun_study *s, struct zhun_anova *ret, struct zhun_error *err)
{
	struct zhun_series means = {0}, sd = {0};
	double n = 0;
	enum zhun_code code = study_series_of(s, "means", &means, err);
	if (!code)
		code = study_series_of(s, "sd", &sd, err);
	if (!code && study_need_number(s->inputs, "n_per_group", &n, err))
		code = study_within(err, "inputs");
	if (!code && !(n >= 2 && n == floor(n) && n < STUDY_VALUES))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/inputs/n_per_group", "n_per_group", "2, 3, …");
	return code ? code : zhun_anova_summaries(means, sd, (size_t)n, ret, err);
}

static enum zhun_code evaluate(struct zhun_study *s, struct zhun_anova *ret, struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "groups");
	const struct zhun_series *groups = NULL;
	size_t count = 0;
	enum zhun_code code = study_known(s->inputs, "groups|means|sd|n_per_group", err);
	if (code)
		return study_within(err, "inputs");
	if (!json)
		return from_summaries(s, ret, err);
	code = study_table(s, json, &groups, &count, err);
	if (!code)
		code = zhun_anova_groups(groups, count, ret, err);
	if (code) {
		(void)study_within(err, "groups");
		return study_within(err, "inputs");
	}
	return ZHUN_OK;
}

static enum zhun_code run(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_anova a;
	enum zhun_code code = evaluate(s, &a, err);
	(void)args;
	if (!code)
		*ret = study_member(s, &a);
	return code;
}

static enum zhun_code run_critical(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_anova a;
	double p = study_number(args, "p", 0);
	enum zhun_code code = evaluate(s, &a, err);
	if (!code && !(p > 0 && p < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	if (!code)
		*ret = zhun_f_quantile(p, a.df_between, a.df_within);
	return code;
}

#define OF(member) run, offsetof(struct zhun_anova, member)
#define SOURCE "JCGM 100:2008 H.5; ISO 5725-2:2019"

const struct zhun_study_op study_ops_anova[] = {
	{"anova.ss_between", "anova", {{0}}, {"Sum of squares between groups", "组间平方和"}, SOURCE, OF(ss_between)},
	{"anova.ss_within", "anova", {{0}}, {"Sum of squares within groups", "组内平方和"}, SOURCE, OF(ss_within)},
	{"anova.df_between", "anova", {{0}}, {"Degrees of freedom between groups", "组间自由度"}, SOURCE, OF(df_between)},
	{"anova.df_within", "anova", {{0}}, {"Degrees of freedom within groups", "组内自由度"}, SOURCE, OF(df_within)},
	{"anova.F", "anova", {{0}}, {"Ratio of the mean squares", "均方比"}, SOURCE, OF(F)},
	{"anova.p", "anova", {{0}}, {"Upper-tail probability of F", "F 的上尾概率"}, SOURCE, OF(p)},
	{"anova.F_critical", "anova", {{"p", ZHUN_STUDY_NUMBER}}, {"The p quantile of F", "F 分布的 p 分位数"}, SOURCE,
	 run_critical, 0},
	{"anova.grand_mean", "anova", {{0}}, {"Mean of all observations", "总平均值"}, SOURCE, OF(grand_mean)},
	{"anova.s_of_means", "anova", {{0}}, {"Standard deviation of the group means", "组平均值的标准差"}, SOURCE,
	 OF(s_of_means)},
	{"anova.u_grand_mean", "anova", {{0}}, {"s_of_means over the root of the number of groups",
	 "总平均值的标准不确定度"}, SOURCE, OF(u_grand_mean)},
	{"anova.s_within", "anova", {{0}}, {"Repeatability: root of the mean square within", "重复性标准差"}, SOURCE,
	 OF(s_within)},
	{"anova.s_between", "anova", {{0}}, {"Standard deviation between groups, not below 0", "组间标准差，不小于 0"},
	 SOURCE, OF(s_between)},
	{0},
};
