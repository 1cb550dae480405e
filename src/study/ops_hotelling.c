/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area control-chart on several variables: Hotelling's T². Inputs: observations (rows) of
 * variables (names), points (rows) that came later, and u, their measurement's covariance. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/chart.h"
#include "zhun/measure/hotelling.h"

enum { VARIABLES_MOST = 200 };  /* a determinant is not stopped half way */

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
	if (!code && ret->m > VARIABLES_MOST)
		code = zhun_fail(err, ZHUN_E_STUDY_MANY, "/variables", ZHUN_INT(VARIABLES_MOST), "variables");
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

static double column_mean(const struct observations *o, size_t j)
{
	double sum = 0;
	for (size_t i = 0; i < o->n; i++)
		sum += o->x[i * o->m + j];
	return sum / (double)o->n;
}

/* NULL without memory. */
static double *covariance_matrix(struct zhun_study *s, const struct observations *o)
{
	double *c = ZHUN_NEW_ARRAY(s->arena, o->m * o->m + 1, double);
	for (size_t i = 0; c && i < o->m; i++)
		for (size_t j = 0; j < o->m; j++)
			c[i * o->m + j] = zhun_covariance_of(o->x, o->n, o->m, i, j);
	return c;
}

static enum zhun_code run_mean(struct zhun_study *s, const struct zhun_json *args, double *ret,
			       struct zhun_error *err)
{
	struct observations o = {0};
	size_t j = 0;
	enum zhun_code code = read_observations(s, &o, err);
	if (!code)
		code = find_variable(&o, args, "variable", &j, err);
	if (!code)
		*ret = column_mean(&o, j);
	return code;
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
	double *c = code ? NULL : covariance_matrix(s, &o);
	(void)args;
	if (code)
		return code;
	if (!c)
		return zhun_no_memory(s->arena, err);
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
	const struct zhun_hotelling_design design = {o.n, 1, o.m, ZHUN_HOTELLING_PHASE_1};
	return code ? code : zhun_hotelling_limit_of(&design, p, ret, err);
}

/* ---- T² of points ---- */

/* The points asked about: those that came later, or the observations themselves. */
static enum zhun_code read_points(struct zhun_study *s, const struct observations *o, struct observations *ret,
				  struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "points");
	size_t m = 0;
	*ret = *o;
	if (!json)
		return ZHUN_OK;
	if (study_matrix(s, json, &ret->x, &ret->n, &m, err)) {
		(void)study_within(err, "points");
		return study_within(err, "inputs");
	}
	return m == o->m ? ZHUN_OK
			 : zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/points", ZHUN_INT(o->m), ZHUN_INT(m));
}

/* A covariance of the measurement, added to that of the process. */
static enum zhun_code add_u(struct zhun_study *s, double *S, size_t m, struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "cov_u");
	const double *u = NULL;
	size_t rows = 0, columns = 0;
	if (!json)
		return ZHUN_OK;
	if (study_matrix(s, json, &u, &rows, &columns, err)) {
		(void)study_within(err, "cov_u");
		return study_within(err, "inputs");
	}
	if (rows != m || columns != m)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/cov_u", ZHUN_INT(m),
				 ZHUN_INT(rows != m ? rows : columns));
	for (size_t i = 0; i < m * m; i++)
		S[i] += u[i];
	return ZHUN_OK;
}

static enum zhun_code process_of(struct zhun_study *s, const struct observations *o,
				 struct zhun_hotelling_process *ret, struct zhun_error *err)
{
	double *mean = ZHUN_NEW_ARRAY(s->arena, o->m, double), *S = covariance_matrix(s, o);
	if (!mean || !S)
		return zhun_no_memory(s->arena, err);
	for (size_t j = 0; j < o->m; j++)
		mean[j] = column_mean(o, j);
	*ret = (struct zhun_hotelling_process){o->m, mean, S};
	return add_u(s, S, o->m, err);
}

/* What is watched, and the points held against it. */
struct watched {
	struct observations o, points;
	struct zhun_hotelling_process process;
};

static enum zhun_code read_watched(struct zhun_study *s, struct watched *ret, struct zhun_error *err)
{
	enum zhun_code code = read_observations(s, &ret->o, err);
	if (!code)
		code = read_points(s, &ret->o, &ret->points, err);
	return code ? code : process_of(s, &ret->o, &ret->process, err);
}

static enum zhun_code run_t2(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct watched w = {0};
	size_t i = 0;
	enum zhun_code code = read_watched(s, &w, err);
	if (!code)
		code = study_index(args, "point", w.points.n, &i, err);
	return code ? code : zhun_hotelling_t2(s->arena, &w.process, w.points.x + i * w.o.m, 1, ret, err);
}

static enum zhun_code squares_of(struct zhun_study *s, const struct watched *w, const double **ret,
				 struct zhun_error *err)
{
	double *t2 = ZHUN_NEW_ARRAY(s->arena, w->points.n + 1, double);
	*ret = t2;
	return t2 ? zhun_hotelling_t2(s->arena, &w->process, w->points.x, w->points.n, t2, err)
		  : zhun_no_memory(s->arena, err);
}

static enum zhun_code run_points(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct watched w = {0};
	const double *t2 = NULL;
	double limit = 0, first = 0, count = 0, largest = 0;
	bool later = zhun_json_get(s->inputs, "points");
	enum zhun_code code = read_watched(s, &w, err);
	if (!code)
		code = squares_of(s, &w, &t2, err);
	const struct zhun_hotelling_design design = {w.o.n, 1, w.o.m,
						     later ? ZHUN_HOTELLING_PHASE_2 : ZHUN_HOTELLING_PHASE_1};
	if (!code)
		code = zhun_hotelling_limit_of(&design, study_number(args, "p", 0), &limit, err);
	for (size_t i = 0; i < w.points.n && !code; i++) {
		bool beyond = t2[i] > limit;
		first = beyond && count <= 0 ? (double)i + 1 : first;
		count += beyond;
		largest = fmax(largest, t2[i]);
	}
	const double parts[] = {limit, first, count, largest};
	if (!code)
		*ret = parts[study_word(s, args, "result")];
	return code;
}

#define NAME(n) {n, ZHUN_STUDY_NAME}

const struct zhun_study_op study_ops_hotelling[] = {
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
	{"chart.hotelling_t2", "control-chart", {{"point", ZHUN_STUDY_WHOLE}},
	 {"T² of a point, counted from 1: of the observations, or of `points` that came later; with cov_u added",
	  "某点的 T²（序号从 1 起）：观测值，或之后的 points；含测量协方差 cov_u"}, "ISO 7870-7:2020", run_t2, 0},
	{"chart.hotelling_points", "control-chart", {{"p", ZHUN_STUDY_NUMBER},
	 {"result", ZHUN_STUDY_WORD, "limit|first|count|largest"}},
	 {"All points against the limit of their phase: the first beyond it (from 1; 0 for none), how many, "
	  "the largest T²",
	  "全部点与所属阶段的限值比较：首个超限点（从 1 起，无则 0）、个数、最大 T²"}, "ISO 7870-7:2020", run_points, 0},
	{0},
};
