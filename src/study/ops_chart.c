/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area control-chart: constants, centres, limits; Hotelling's T². */
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

static enum zhun_code centres(struct zhun_study *s, struct zhun_chart_centres *ret, size_t *ret_n,
			      struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	struct zhun_subgroups g = {0};
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
	enum zhun_code code = centres(s, &c, &n, err);
	if (!code)
		*ret = sigma_of(args, "from", &c);
	return code;
}

static enum zhun_code run_centre(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_chart_centres c;
	size_t n;
	enum zhun_code code = centres(s, &c, &n, err);
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
	enum zhun_code code = centres(s, &c, &n, err);
	if (code)
		return code;
	zhun_chart_limits(&c, chart, sigma_of(args, "sigma", &c), n, &low, &high);
	*ret = s->op->member ? high : low;
	return ZHUN_OK;
}

/* ---- several variables ---- */

struct observations {
	const double *x;
	size_t n, m;
	const struct zhun_json *names;
};

static enum zhun_code read_observations(struct zhun_study *s, struct observations *ret, struct zhun_error *err)
{
	const struct zhun_json *rows = NULL;
	enum zhun_code code = study_need(s->inputs, "observations", &rows, err);
	if (!code)
		code = study_need(s->inputs, "variables", &ret->names, err);
	if (!code && study_matrix(s, rows, &ret->x, &ret->n, &ret->m, err))
		code = study_within(err, "observations");
	if (!code && ret->names->count != ret->m)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/variables", ZHUN_INT(ret->m),
			ZHUN_INT(ret->names->count));
	if (!code && ret->n < 2)
		code = zhun_fail(err, ZHUN_E_SERIES_SHORT, "/observations", "2", ZHUN_INT(ret->n));
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

static enum zhun_code find_variable(const struct observations *o, const struct zhun_json *args, const char *key,
				    size_t *ret, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(args, key);
	*ret = 0;
	for (const struct zhun_json *v = o->names->first; v; v = v->next, ++*ret)
		if (zhun_str_equal(v->text, name))
			return ZHUN_OK;
	(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", name);
	return study_within(err, key);
}

static enum zhun_code run_mean(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	struct observations o = {0};
	size_t j;
	double sum = 0;
	enum zhun_code code = read_observations(s, &o, err);
	if (!code)
		code = find_variable(&o, args, "variable", &j, err);
	if (code)
		return code;
	for (size_t i = 0; i < o.n; i++)
		sum += o.x[i * o.m + j];
	*ret = sum / (double)o.n;
	return ZHUN_OK;
}

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct observations o = {0};
	size_t a, b;
	enum zhun_code code = read_observations(s, &o, err);
	if (!code)
		code = find_variable(&o, args, "a", &a, err);
	if (!code)
		code = find_variable(&o, args, "b", &b, err);
	if (!code)
		*ret = zhun_covariance_of(o.x, o.n, o.m, a, b);
	return code;
}

/* Of a symmetric matrix by elimination with the largest pivot. */
static double determinant(double *c, size_t m)
{
	double product = 1;
	for (size_t k = 0; k < m; k++) {
		size_t best = k;
		for (size_t i = k + 1; i < m; i++)
			best = fabs(c[i * m + k]) > fabs(c[best * m + k]) ? i : best;
		if (c[best * m + k] == 0)
			return 0;
		for (size_t j = 0; best != k && j < m; j++) {
			double swap = c[k * m + j];
			c[k * m + j] = c[best * m + j];
			c[best * m + j] = swap;
		}
		product *= best == k ? c[k * m + k] : -c[k * m + k];
		for (size_t i = k + 1; i < m; i++)
			for (size_t j = m; j-- > k;)
				c[i * m + j] -= c[i * m + k] / c[k * m + k] * c[k * m + j];
	}
	return product;
}

static enum zhun_code run_determinant(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct observations o = {0};
	enum zhun_code code = read_observations(s, &o, err);
	double *c = code ? NULL : ZHUN_NEW_ARRAY(s->arena, o.m * o.m + 1, double);
	(void)args;
	if (code)
		return code;
	if (!c)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < o.m; i++)
		for (size_t j = 0; j < o.m; j++)
			c[i * o.m + j] = zhun_covariance_of(o.x, o.n, o.m, i, j);
	*ret = determinant(c, o.m);
	return ZHUN_OK;
}

static enum zhun_code run_hotelling(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct observations o = {0};
	double p = study_number(args, "p", 0);
	enum zhun_code code = read_observations(s, &o, err);
	if (!code && study_number(args, "phase", 1) != 1)
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/phase", "phase", "1");
	if (!code && !(p > 0 && p < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	return code ? code : zhun_hotelling_limit(o.n, o.m, p, ret, err);
}

#define CONSTANT(member) run_constant, offsetof(struct zhun_chart_constants, member)
#define N {"n", ZHUN_STUDY_WHOLE}
#define CHART {"chart", ZHUN_STUDY_WORD, "xbar|r|s"}
#define SIGMA(name) {name, ZHUN_STUDY_WORD, "range|s"}
#define NAME(n) {n, ZHUN_STUDY_NAME}

const struct zhun_study_op study_ops_chart[] = {
	{"chart.d2", "control-chart", {N}, {"Mean range of n standard normals, exact", "n 个标准正态值极差的均值（精确）"},
	 "ISO 7870-2:2013", CONSTANT(d2)},
	{"chart.c4", "control-chart", {N}, {"Mean standard deviation of n standard normals, exact",
	 "n 个标准正态值标准差的均值（精确）"}, "ISO 7870-2:2013", CONSTANT(c4)},
	{"chart.sigma", "control-chart", {SIGMA("from")}, {"Mean range over d2, or mean standard deviation over c4",
	 "平均极差除以 d2，或平均标准差除以 c4"}, "ISO 7870-2:2013", run_sigma, 0},
	{"chart.centre", "control-chart", {CHART}, {"Centre line", "中心线"}, "ISO 7870-2:2013", run_centre, 0},
	{"chart.limit_low", "control-chart", {CHART, SIGMA("sigma")}, {"Lower three-sigma limit; of r "
		"and s not below 0",
	 "三西格玛下限；r、s 图不小于 0"}, "ISO 7870-2:2013", run_limit, 0},
	{"chart.limit_high", "control-chart", {CHART, SIGMA("sigma")}, {"Upper three-sigma limit", "三西格玛上限"},
	 "ISO 7870-2:2013", run_limit, 1},
	{"chart.hotelling_mean", "control-chart", {NAME("variable")}, {"Mean of a variable", "变量的均值"},
		"ISO 7870-7:2020",
	 run_mean, 0},
	{"chart.hotelling_covariance", "control-chart", {NAME("a"), NAME("b")}, {"Sample covariance of two variables",
	 "两个变量的样本协方差"}, "ISO 7870-7:2020", run_covariance, 0},
	{"chart.hotelling_determinant", "control-chart", {{0}}, {"Determinant of the covariance matrix", "协方差矩阵的行列式"},
	 "ISO 7870-7:2020", run_determinant, 0},
	{"chart.hotelling_limit_high", "control-chart", {{"p", ZHUN_STUDY_NUMBER}, {"phase", ZHUN_STUDY_WORD_OR_NUMBER,
	 "1", .optional = true}}, {"Upper limit of T² for individual observations in phase 1", "阶段 1 单值 T² 的上限"},
	 "Montgomery, Statistical Quality Control, 11", run_hotelling, 0},
	{0},
};
