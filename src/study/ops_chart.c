/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area control-chart: constants, centres, limits. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/chart.h"

enum { SUBGROUP_MOST = 1000 };

static enum zhun_code run_constant(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_chart_constants c;
	double n = study_number(args, "n", 0);
	if (!(n >= 2 && n <= SUBGROUP_MOST))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/n", "n", "2 … 1000");
	enum zhun_code code = zhun_chart_constants_of((size_t)n, &c, err);
	if (!code)
		*ret = study_member(s, &c);
	return code;
}

/* ---- subgroups ---- */

static enum zhun_code centres(struct zhun_study *s, const struct zhun_json *args, struct zhun_chart_centres *ret,
			      size_t *ret_n, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	struct zhun_subgroups g = {.rounded = study_is(args, "constants", "table")};
	enum zhun_code code = study_need(s->inputs, "subgroups", &json, err);
	if (!code && study_matrix(s, json, &g.x, &g.count, &g.n, err))
		code = study_within(err, "subgroups");
	if (code)
		return study_within(err, "inputs");
	*ret_n = g.n;
	return zhun_chart_centres_of(&g, ret, err);
}

static double sigma_of(const struct zhun_json *args, const char *key, const struct zhun_chart_centres *c)
{
	return study_is(args, key, "range") ? c->sigma_range : c->sigma_sd;
}

static enum zhun_code run_sigma(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_chart_centres c;
	size_t n;
	enum zhun_code code = centres(s, args, &c, &n, err);
	if (!code)
		*ret = sigma_of(args, "from", &c);
	return code;
}

static enum zhun_code run_centre(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_chart_centres c;
	size_t n;
	enum zhun_code code = centres(s, args, &c, &n, err);
	if (!code)
		*ret = study_is(args, "chart", "xbar") ? c.mean : study_is(args, "chart", "r") ? c.range : c.sd;
	return code;
}

static enum zhun_code run_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_chart_centres c;
	size_t n;
	double low, high;
	enum zhun_chart chart = study_is(args, "chart", "xbar") ? ZHUN_CHART_XBAR
				: study_is(args, "chart", "r")	? ZHUN_CHART_R : ZHUN_CHART_S;
	enum zhun_code code = centres(s, args, &c, &n, err);
	if (code)
		return code;
	zhun_chart_limits(&c, chart, sigma_of(args, "sigma", &c), n, &low, &high);
	*ret = s->op->member ? high : low;
	return ZHUN_OK;
}

#define CONSTANT(member) run_constant, offsetof(struct zhun_chart_constants, member)
#define N {"n", ZHUN_STUDY_WHOLE}
#define CHART {"chart", ZHUN_STUDY_WORD, "xbar|r|s"}
#define CONSTANTS {"constants", ZHUN_STUDY_WORD, "exact|table", .preset = true}
#define SIGMA(name) {name, ZHUN_STUDY_WORD, "range|s"}

const struct zhun_study_op study_ops_chart[] = {
	{"chart.d2", "control-chart", {N}, {"Mean range of n standard normals, exact", "n 个标准正态值极差的均值（精确）"},
	 "ISO 7870-2:2013", CONSTANT(d2)},
	{"chart.c4", "control-chart", {N}, {"Mean standard deviation of n standard normals, exact",
	 "n 个标准正态值标准差的均值（精确）"}, "ISO 7870-2:2013", CONSTANT(c4)},
	{"chart.sigma", "control-chart", {SIGMA("from"), CONSTANTS},
	 {"Mean range over d2, or mean standard deviation over c4",
	 "平均极差除以 d2，或平均标准差除以 c4"}, "ISO 7870-2:2013", run_sigma, 0},
	{"chart.centre", "control-chart", {CHART}, {"Centre line", "中心线"}, "ISO 7870-2:2013", run_centre, 0},
	{"chart.limit_low", "control-chart", {CHART, SIGMA("sigma"), CONSTANTS}, {"Lower three-sigma limit; of r "
		"and s not below 0",
	 "三西格玛下限；r、s 图不小于 0"}, "ISO 7870-2:2013", run_limit, 0},
	{"chart.limit_high", "control-chart", {CHART, SIGMA("sigma"), CONSTANTS},
	 {"Upper three-sigma limit. `table` rounds d2, d3 and c4 alone: D4 of two is 3.2686, in tables 3.267",
	  "三西格玛上限。table 仅对 d2、d3、c4 取表值：n = 2 时 D4 为 3.2686，而表列为 3.267"},
	 "ISO 7870-2:2013", run_limit, 1},
	{0},
};
