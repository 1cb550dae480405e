/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on check standards and on charts whose points are uncertain (area control-chart), and the charts by
 * which measurement standards are kept (area laboratory). Inputs: values, earlier, accepted, u_accepted; groups. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/chart.h"
#include "zhun/measure/chart_rules.h"
#include "zhun/measure/check_standard.h"

/* ---- check standards ---- */

static enum zhun_code read_check(struct zhun_study *s, const struct zhun_json *args, struct zhun_check *ret,
				 struct zhun_error *err)
{
	*ret = (struct zhun_check){
		.u_accepted = study_number(s->inputs, "u_accepted", 0), .u = study_number(args, "u", 0),
		.k = study_optional(s, args, "k"), .spread = (enum zhun_check_spread)study_word(s, args, "spread"),
	};
	enum zhun_code code = study_series_of(s, "values", &ret->x, err);
	if (!code && ret->spread != ZHUN_CHECK_SCATTER && !zhun_json_get(args, "u"))
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "u");
	ret->has_accepted = zhun_json_get(s->inputs, "accepted");
	if (!code && ret->has_accepted && study_need_number(s->inputs, "accepted", &ret->accepted, err))
		code = study_within(err, "inputs");
	return code;
}

static enum zhun_code run_limits(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_check_limits l;
	struct zhun_check c;
	enum zhun_code code = read_check(s, args, &c, err);
	if (!code)
		code = zhun_check_limits_of(&c, &l, err);
	if (code)
		return code;
	size_t at = zhun_check_first(&l, c.x);
	const double parts[] = {l.centre, l.low, l.high, l.sd, at < c.x.count ? (double)at + 1 : 0};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

static enum zhun_code run_bias(struct zhun_study *s, const struct zhun_json *args, double *ret,
			       struct zhun_error *err)
{
	struct zhun_check_bias b;
	struct zhun_check c;
	enum zhun_code code = read_check(s, args, &c, err);
	if (!code && !c.has_accepted)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", "accepted");
	if (!code)
		code = zhun_check_bias_of(&c, &b, err);
	if (code)
		return code;
	const double parts[] = {b.difference, b.u, b.t, b.dof, b.p};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

static enum zhun_code run_scatter(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	struct zhun_check_scatter c;
	struct zhun_series now = {0}, earlier = {0};
	enum zhun_code code = study_series_of(s, "values", &now, err);
	if (!code)
		code = study_series_of(s, "earlier", &earlier, err);
	if (!code)
		code = zhun_check_scatter_of(now, earlier, &c, err);
	if (code)
		return code;
	const double parts[] = {c.F, c.p};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

/* ---- uncertain points ---- */

static enum zhun_code read_individuals(struct zhun_study *s, struct zhun_individuals *ret, struct zhun_error *err)
{
	const double *x = NULL;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "values", &x, &n, err);
	return code ? code : zhun_individuals_of(x, n, false, ret, err);
}

/* The limits are those stated, else three sigma of the values' moving ranges. */
static enum zhun_code read_point(struct zhun_study *s, const struct zhun_json *args, struct zhun_chart_point *ret,
				 struct zhun_error *err)
{
	struct zhun_individuals i = {0};
	bool stated = zhun_json_get(args, "low") && zhun_json_get(args, "high");
	enum zhun_code code = stated ? ZHUN_OK : read_individuals(s, &i, err);
	*ret = (struct zhun_chart_point){study_number(args, "y", 0), study_number(args, "u", 0),
					 study_number(args, "low", i.low), study_number(args, "high", i.high),
					 study_optional(s, args, "k")};
	return code;
}

static enum zhun_code run_beyond(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_chart_point p;
	enum zhun_code code = read_point(s, args, &p, err);
	return code ? code : zhun_chart_point_beyond(&p, ret, err);
}

static enum zhun_code run_point(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	enum zhun_chart_verdict verdict;
	struct zhun_chart_point p;
	enum zhun_code code = read_point(s, args, &p, err);
	if (!code)
		code = zhun_chart_point_verdict(&p, &verdict, err);
	if (!code)
		*ret = (double)verdict;
	return code;
}

static const char *say_point(int value, enum zhun_language language)
{
	static const char *const titles[][2] = {
		{"within the limits, its uncertainty included", "计入不确定度仍在控制限内"},
		{"it cannot be told: the uncertainty reaches across a limit", "无法判定：不确定度跨越控制限"},
		{"beyond a limit, its uncertainty included", "计入不确定度仍超出控制限"}};
	return titles[value][language];
}

static enum zhun_code run_process(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	struct zhun_individuals i = {0};
	enum zhun_code code = zhun_json_get(args, "sigma") ? ZHUN_OK : read_individuals(s, &i, err);
	return code ? code : zhun_process_sigma(study_number(args, "sigma", i.sigma), study_number(args, "u", 0), ret,
						err);
}

/* ---- charts of groups ---- */

static enum zhun_code read_groups(struct zhun_study *s, const char *name, struct zhun_subgroups *ret,
				  struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	enum zhun_code code = study_need(s->inputs, name, &json, err);
	if (!code && study_matrix(s, json, &ret->x, &ret->count, &ret->n, err))
		code = study_within(err, name);
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

/* Limits by the first groups, all if it is not said; every group is held against them. */
static enum zhun_code run_groups(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	static const enum zhun_chart charts[] = {ZHUN_CHART_XBAR, ZHUN_CHART_R, ZHUN_CHART_S};
	struct zhun_subgroups g = {0}, reference;
	struct zhun_chart_centres c;
	enum zhun_chart chart = charts[study_word(s, args, "chart")];
	double low, high;
	enum zhun_code code = read_groups(s, s->op->member ? "groups" : "subgroups", &g, err);
	if (code)
		return code;
	double first = study_number(args, "reference", (double)g.count);
	if (!(first >= 2 && first <= (double)g.count))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/reference", "reference", "2 … groups");
	reference = (struct zhun_subgroups){g.x, (size_t)first, g.n, study_is(args, "constants", "table")};
	code = zhun_chart_centres_of(&reference, &c, err);
	if (code)
		return code;
	bool by_range = study_word(s, args, "sigma") == 1;
	zhun_chart_limits(&c, chart, by_range ? c.sigma_range : c.sigma_sd, g.n, &low, &high);
	size_t at = zhun_chart_first_beyond(&g, chart, low, high);
	const double parts[] = {at < g.count ? 0 : 1, at < g.count ? (double)at + 1 : 0, low, high};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define MAYBE(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define SPREAD {"spread", ZHUN_STUDY_WORD, "scatter|budget|joined", .preset = true}
#define POINT {NUMBER("y"), NUMBER("u"), MAYBE("low"), MAYBE("high"), ELSE("k", 2)}
#define CHARTS {{"chart", ZHUN_STUDY_WORD, "xbar|r|s"}, \
	{"result", ZHUN_STUDY_WORD, "holds|first|low|high", .preset = true}, \
	{"sigma", ZHUN_STUDY_WORD, "s|range", .preset = true}, {"reference", ZHUN_STUDY_WHOLE, .optional = true}, \
	{"constants", ZHUN_STUDY_WORD, "exact|table", .preset = true}}
#define AREA "control-chart"
#define NIST "NIST/SEMATECH e-Handbook 2.3.5"

const struct zhun_study_op study_ops_check[] = {
	{"check.limits", AREA,
	 {{"result", ZHUN_STUDY_WORD, "centre|low|high|sd|first"}, SPREAD, MAYBE("u"), ELSE("k", 3)},
	 {"Chart of a check standard: limits at k (3) standard deviations of the scatter seen, of the budget's u, or "
	  "of both joined, about the mean or the accepted value; first value beyond (from 1; 0 for none)",
	  "核查标准控制图：k（缺省 3）倍标准差的限值，取自实测分散、不确定度评定的 u 或二者合成，"
	  "以平均值或公认值为中心；首个超限值"},
	 NIST "; JJF 1033-2023", run_limits, 0, NULL, NULL},
	{"check.bias", AREA, {{"result", ZHUN_STUDY_WORD, "difference|u|t|dof|p"}},
	 {"Mean of the check standard against its accepted value, with the uncertainty of both",
	  "核查标准平均值与公认值之差及检验（计入二者的不确定度）"}, NIST, run_bias, 0, NULL, NULL},
	{"check.scatter", AREA, {{"result", ZHUN_STUDY_WORD, "F|p"}},
	 {"Scatter now (`values`) against earlier: ratio of the variances, its upper-tail probability",
	  "现在与以往（earlier）分散性之比 F 及其上尾概率"}, NIST, run_scatter, 0, NULL, NULL},
	{"chart.point_beyond", AREA, {NUMBER("y"), NUMBER("u"), MAYBE("low"), MAYBE("high")},
	 {"Probability that the true value of a point measured with u lies beyond the limits",
	  "测量不确定度为 u 的点其真值超出控制限的概率"}, "JCGM 106:2012 7", run_beyond, 0, NULL, NULL},
	{"chart.point_verdict", AREA, POINT,
	 {"Whether a point lies within the limits with k·u (2) to spare, beyond them, or cannot be told",
	  "计入 k·u（缺省 k = 2）后点在限内、限外或无法判定"}, "JCGM 106:2012 8.3", run_point, 0, "in|unsure|out",
	 say_point},
	{"chart.process_sigma", AREA, {NUMBER("u"), MAYBE("sigma")},
	 {"Standard deviation of the process without that of its measurement, √(sigma² − u²)",
	  "扣除测量分量后过程的标准差 √(σ² − u²)"}, "JCGM 106:2012 7", run_process, 0, NULL, NULL},
	{"chart.groups", AREA, CHARTS,
	 {"Subgroups held against the limits of the first ones (`reference`, all if not said): whether all hold, "
	  "which is the first beyond, the limits",
	  "各子组与前 reference 组（缺省全部）所得控制限比较：是否全部受控、首个失控子组、限值"},
	 "ISO 7870-2:2013", run_groups, 0, NULL, NULL},
	{"standard.chart", "laboratory", CHARTS,
	 {"Stability and repeatability of a measurement standard by control chart of its groups: x̄ with s or range; "
	  "1 if none lies beyond the limits",
	  "以控制图考核计量标准的稳定性与重复性：各组未超出控制限为 1"},
	 "JJF 1033-2023 annex C", run_groups, 1, NULL, NULL},
	{0},
};
