/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area univariate: what one series of readings says. */
#include "study/study.h"

static enum zhun_code run(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_series series;
	struct zhun_summary summary;
	enum zhun_code code = study_series_of(s, "values", &series, err);
	(void)args;
	if (!code)
		code = zhun_series_summary(series, &summary, err);
	if (!code)
		*ret = study_member(s, &summary);
	return code;
}

#define OF(member) run, offsetof(struct zhun_summary, member)

const struct zhun_study_op study_ops_univariate[] = {
	{"stats.mean", "univariate", {{0}}, {"Mean", "平均值"}, "JCGM 100:2008 4.2.1", OF(mean)},
	{"stats.sd", "univariate", {{0}}, {"Standard deviation, divisor n − 1", "标准差，除数 n − 1"},
		"JCGM 100:2008 4.2.2",
	 OF(sd)},
	{"stats.lag1", "univariate", {{0}}, {"Lag-1 autocorrelation coefficient", "一阶自相关系数"}, "NIST StRD", OF(lag1)},
	{0},
};
