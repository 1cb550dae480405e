/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area homogeneity: batches of reference materials and of items for proficiency testing.
 * Inputs: readings (a list of units with their results), or t and x of a stability study. */
#include <math.h>
#include <string.h>

#include "study/study.h"
#include "zhun/measure/homogeneity.h"

static enum zhun_code read_units(struct zhun_study *s, struct zhun_homogeneity_data *ret, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_series *rows = NULL;
	size_t count = 0;
	enum zhun_code code = study_need(s->inputs, "readings", &json, err);
	if (!code && study_table(s, json, &rows, &count, err))
		code = study_within(err, "readings");
	size_t n = !code && count ? rows[0].count : 0;
	struct zhun_dd *x = code ? NULL : ZHUN_NEW_ARRAY(s->arena, count * n + 1, struct zhun_dd);
	if (code)
		return study_within(err, "inputs");
	if (!x)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].count != n)
			return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/readings", ZHUN_INT(n),
					 ZHUN_INT(rows[i].count));
		memcpy(x + i * n, rows[i].x, n * sizeof *x);
	}
	*ret = (struct zhun_homogeneity_data){{count * n, x}, count, n};
	return ZHUN_OK;
}

static enum zhun_code evaluate(struct zhun_study *s, struct zhun_homogeneity_data *d, struct zhun_homogeneity *ret,
			       struct zhun_error *err)
{
	enum zhun_code code = read_units(s, d, err);
	if (!code && zhun_homogeneity_of(d, ret, err))
		code = study_within(err, "inputs");
	return code;
}

static enum zhun_code run(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_homogeneity_data d;
	struct zhun_homogeneity h;
	enum zhun_code code = evaluate(s, &d, &h, err);
	(void)args;
	if (!code)
		*ret = study_member(s, &h);
	return code;
}

static enum zhun_code check(struct zhun_study *s, const struct zhun_json *args, struct zhun_homogeneity_check *ret,
			    struct zhun_error *err)
{
	struct zhun_homogeneity_data d;
	struct zhun_homogeneity h;
	enum zhun_code code = evaluate(s, &d, &h, err);
	return code ? code : zhun_homogeneity_check_of(&h, &d, study_number(args, "sigma_pt", 0), ret, err);
}

static enum zhun_code run_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_homogeneity_check c;
	enum zhun_code code = check(s, args, &c, err);
	if (!code)
		*ret = study_says(args, "criterion", "plain", true) ? c.limit : c.limit_expanded;
	return code;
}

static enum zhun_code run_holds(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_homogeneity_check c;
	enum zhun_code code = check(s, args, &c, err);
	if (!code)
		*ret = (study_says(args, "criterion", "plain", true) ? c.holds : c.holds_expanded) ? 1 : 0;
	return code;
}

static enum zhun_code run_trend(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_series t = {0}, x = {0};
	struct zhun_stability v;
	enum zhun_code code = study_series_of(s, "t", &t, err);
	if (!code)
		code = study_series_of(s, "x", &x, err);
	if (!code && zhun_stability_of(t, x, study_number(args, "shelf_life", 0), &v, err))
		code = study_within(err, "inputs");
	if (!code)
		*ret = study_member(s, &v);
	return code;
}

static enum zhun_code run_stable(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_stability_check c;
	const struct zhun_stability_means means = {
		.before = study_number(args, "before", 0), .u_before = study_number(args, "u_before", 0),
		.after = study_number(args, "after", 0), .u_after = study_number(args, "u_after", 0)};
	enum zhun_code code = zhun_stability_check_of(&means, study_number(args, "sigma_pt", 0), &c, err);
	(void)s;
	if (!code)
		*ret = (study_says(args, "criterion", "plain", true) ? c.holds : c.holds_expanded) ? 1 : 0;
	return code;
}

static enum zhun_code run_material(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	const struct zhun_material m = {study_number(args, "u_char", 0), study_number(args, "u_hom", 0),
					study_number(args, "u_lts", 0), study_number(args, "u_sts", 0)};
	double u = 0, k = study_optional(s, args, "k");
	enum zhun_code code = zhun_material_u(&m, &u, err);
	if (!code && !(k > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/k", "k", "> 0");
	if (!code)
		*ret = study_word(s, args, "result") ? k * u : u;
	return code;
}

#define OF(member) run, offsetof(struct zhun_homogeneity, member)
#define TREND(member) run_trend, offsetof(struct zhun_stability, member)
#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define CRITERION {"criterion", ZHUN_STUDY_WORD, "plain|expanded", .preset = true}
#define RM "ISO 33405:2024 7; ISO Guide 35:2017"
#define PT "ISO 13528:2022 annex B"

const struct zhun_study_op study_ops_homogeneity[] = {
	{"homogeneity.mean", "homogeneity", {{0}}, {"Mean of all results", "全部结果的平均值"}, PT, OF(mean)},
	{"homogeneity.s_x", "homogeneity", {{0}}, {"Standard deviation of the units' means", "各单元平均值的标准差"}, PT,
	 OF(s_x)},
	{"homogeneity.s_w", "homogeneity", {{0}}, {"Standard deviation within units", "单元内标准差"}, PT, OF(s_w)},
	{"homogeneity.s_s", "homogeneity", {{0}}, {"Standard deviation between units, not below 0",
	 "单元间标准差，不小于 0"}, PT, OF(s_s)},
	{"homogeneity.F", "homogeneity", {{0}}, {"Mean square between units over that within", "单元间与单元内均方之比"}, RM,
	 OF(F)},
	{"homogeneity.p", "homogeneity", {{0}}, {"Upper-tail probability of that ratio", "该比的上尾概率"}, RM, OF(p)},
	{"homogeneity.u_star", "homogeneity", {{0}}, {"Inhomogeneity that repeatability may hide",
	 "被重复性掩盖的不均匀性"}, RM, OF(u_star)},
	{"homogeneity.u_hom", "homogeneity", {{0}},
	 {"Standard uncertainty for homogeneity: the larger of s_s and u_star",
	  "均匀性引入的标准不确定度：s_s 与 u_star 中较大者"}, RM, OF(u_hom)},
	{"homogeneity.limit", "homogeneity", {NUMBER("sigma_pt"), CRITERION},
	 {"Largest s_s that is allowed: 0.3 sigma_pt, or expanded", "允许的最大 s_s：0.3 σ_pt 或扩展准则"}, PT,
	 run_limit, 0},
	{"homogeneity.holds", "homogeneity", {NUMBER("sigma_pt"), CRITERION}, {"1 if s_s is within that, else 0",
	 "s_s 符合准则为 1，否则为 0"}, PT, run_holds, 0},
	{"material.u", "homogeneity", {NUMBER("u_char"), NUMBER("u_hom"), NUMBER("u_lts"),
	 {"u_sts", ZHUN_STUDY_NUMBER, .optional = true}, {"k", ZHUN_STUDY_NUMBER, .optional = true, .otherwise = 2},
	 {"result", ZHUN_STUDY_WORD, "u|U", .preset = true}},
	 {"Uncertainty of a certified value: characterisation, homogeneity, long-term and transport stability; U with "
	  "k (2)",
	  "标准值的不确定度：定值、均匀性、长期与运输稳定性合成；U 取 k（缺省 2）"}, "ISO 33405:2024 9; ISO Guide 35:2017",
	 run_material, 0},
	{"stability.slope", "homogeneity", {{0}}, {"Slope of the property over time", "特性值随时间的斜率"}, "ISO 33405:2024 8",
	 TREND(slope)},
	{"stability.u_slope", "homogeneity", {{0}}, {"Its standard uncertainty", "斜率的标准不确定度"}, "ISO 33405:2024 8",
	 TREND(u_slope)},
	{"stability.t", "homogeneity", {{0}}, {"|slope| over its standard uncertainty", "|斜率| 与其标准不确定度之比"},
	 "ISO 33405:2024 8", TREND(t)},
	{"stability.t_critical", "homogeneity", {{0}}, {"0.975 quantile of t that it is held against",
	 "所比较的 t 分布 0.975 分位数"}, "ISO 33405:2024 8", TREND(t_critical)},
	{"stability.u_lts", "homogeneity", {NUMBER("shelf_life")},
	 {"Standard uncertainty for the time that the value shall hold", "长期稳定性引入的标准不确定度"}, "ISO 33405:2024 8",
	 TREND(u_lts)},
	{"stability.holds", "homogeneity",
	 {NUMBER("before"), NUMBER("u_before"), NUMBER("after"), NUMBER("u_after"), NUMBER("sigma_pt"), CRITERION},
	 {"1 if two means differ by no more than 0.3 sigma_pt (expanded: and 2 u), else 0",
	 "两均值之差不超过 0.3 σ_pt（扩展准则另加 2u）为 1，否则为 0"}, PT, run_stable, 0},
	{0},
};
