/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area correlation: matrices that rounding made indefinite. Inputs: r, a list of rows. */
#include "study/study.h"
#include "zhun/measure/correlation.h"

static enum zhun_code evaluate(struct zhun_study *s, const struct zhun_json *args, struct zhun_correlation *ret,
			       struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const double *r = NULL;
	size_t n = 0, columns = 0;
	enum zhun_code code = study_known(s->inputs, "r", err);
	if (!code)
		code = study_need(s->inputs, "r", &json, err);
	if (!code && study_matrix(s, json, &r, &n, &columns, err))
		code = study_within(err, "r");
	if (!code && n != columns) {
		(void)zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(n), ZHUN_INT(columns));
		code = study_within(err, "r");
	}
	if (!code && study_says(args, "method", "repair", true))
		code = zhun_correlation_repair(s->arena, r, n, study_number(args, "rounding", 0), ret, err);
	else if (!code)
		code = zhun_correlation_nearest(s->arena, r, n, ret, err);
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

static enum zhun_code run_entry(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_correlation c;
	size_t a = 0, b = 0;
	enum zhun_code code = evaluate(s, args, &c, err);
	if (!code)
		code = study_index(args, "a", c.n, &a, err);
	if (!code)
		code = study_index(args, "b", c.n, &b, err);
	if (!code)
		*ret = c.r[a * c.n + b];
	return code;
}

static enum zhun_code run_whole(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_correlation c;
	enum zhun_code code = evaluate(s, args, &c, err);
	if (!code)
		*ret = study_member(s, &c);
	return code;
}

#define METHOD {"method", ZHUN_STUDY_WORD, "repair|nearest", .preset = true}, \
	{"rounding", ZHUN_STUDY_NUMBER, .optional = true}
#define SOURCE "JCGM 102:2011 6.4.8; Higham, IMA J. Numer. Anal. 22 (2002) 329"

const struct zhun_study_op study_ops_correlation[] = {
	{"correlation.entry", "correlation", {{"a", ZHUN_STUDY_WHOLE}, {"b", ZHUN_STUDY_WHOLE}, METHOD},
	 {"Coefficient of two quantities, counted from 1, in the matrix repaired or in the nearest one",
	  "修复后或最近的相关矩阵中两个量（从 1 起）的相关系数"}, SOURCE, run_entry, 0},
	{"correlation.smallest", "correlation", {METHOD}, {"Smallest eigenvalue of the matrix as given",
	 "所给矩阵的最小特征值"}, SOURCE, run_whole, offsetof(struct zhun_correlation, smallest)},
	{"correlation.moved", "correlation", {METHOD}, {"Largest change of a coefficient", "相关系数的最大改变量"}, SOURCE,
	 run_whole, offsetof(struct zhun_correlation, moved)},
	{0},
};
