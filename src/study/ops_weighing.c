/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area weighing: differences observed by a design, under a restraint. Inputs: design (a list
 * of rows of 1, −1 and 0), y, restraint, restraint_value, restraint_u, and s if it is known. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/weighing.h"

static enum zhun_code read_design(struct zhun_study *s, struct zhun_weighing_design *d, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	size_t rows = 0, n = 0;
	enum zhun_code code = study_known(s->inputs, "design|y|restraint|restraint_value|restraint_u|s", err);
	if (!code)
		code = study_need(s->inputs, "design", &json, err);
	if (!code && study_matrix(s, json, &d->design, &rows, &d->items, err))
		code = study_within(err, "design");
	if (!code)
		code = study_need_number(s->inputs, "restraint_value", &d->restraint_value, err);
	if (code)
		return study_within(err, "inputs");
	code = study_series_of(s, "y", &d->y, err);
	if (!code)
		code = study_doubles_of(s, "restraint", &d->restraint, &n, err);
	if (!code && n != d->items)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/restraint", ZHUN_INT(d->items), ZHUN_INT(n));
	if (!code && rows != d->y.count)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/y", ZHUN_INT(rows), ZHUN_INT(d->y.count));
	d->restraint_u = study_number(s->inputs, "restraint_u", 0);
	d->s = study_number(s->inputs, "s", 0);
	return code;
}

static enum zhun_code solve(struct zhun_study *s, struct zhun_weighing *ret, struct zhun_error *err)
{
	struct zhun_weighing_design d = {0};
	enum zhun_code code = read_design(s, &d, err);
	if (!code && zhun_weighing_solve(s->arena, &d, ret, err))
		code = study_within(err, "inputs");
	return code;
}

static enum zhun_code run_item(struct zhun_study *s, const struct zhun_json *args, double *ret,
			       struct zhun_error *err)
{
	struct zhun_weighing w;
	const double *of_items;
	size_t i = 0;
	enum zhun_code code = solve(s, &w, err);
	if (!code)
		code = study_index(args, "item", w.items, &i, err);
	if (code)
		return code;
	memcpy(&of_items, (const char *)&w + s->op->member, sizeof of_items);
	*ret = of_items[i];
	return ZHUN_OK;
}

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct zhun_weighing w;
	size_t a = 0, b = 0;
	enum zhun_code code = solve(s, &w, err);
	if (!code)
		code = study_index(args, "a", w.items, &a, err);
	if (!code)
		code = study_index(args, "b", w.items, &b, err);
	if (!code)
		*ret = w.covariance[a * w.items + b];
	return code;
}

static enum zhun_code run_u(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_weighing w;
	size_t i = 0;
	enum zhun_code code = solve(s, &w, err);
	if (!code)
		code = study_index(args, "item", w.items, &i, err);
	if (!code)
		*ret = sqrt(w.covariance[i * w.items + i]);
	return code;
}

static enum zhun_code run_whole(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_weighing w;
	enum zhun_code code = solve(s, &w, err);
	(void)args;
	if (!code)
		*ret = study_member(s, &w);
	return code;
}

#define ITEM {{"item", ZHUN_STUDY_WHOLE}}
#define OF(member) offsetof(struct zhun_weighing, member)
#define SOURCE "NIST/SEMATECH e-Handbook 2.3.3.2, 2.3.4; OIML R 111-1:2004 C"

const struct zhun_study_op study_ops_weighing[] = {
	{"weighing.value", "weighing", ITEM, {"Value of an item, counted from 1", "某一被比较件的值，序号从 1 起"}, SOURCE,
	 run_item, OF(value)},
	{"weighing.u", "weighing", ITEM, {"Its standard uncertainty, by scatter and restraint", "其标准不确定度（含散布与约束）"},
	 SOURCE, run_u, 0},
	{"weighing.covariance", "weighing", {{"a", ZHUN_STUDY_WHOLE}, {"b", ZHUN_STUDY_WHOLE}},
	 {"Covariance of two items", "两件之间的协方差"}, SOURCE, run_covariance, 0},
	{"weighing.factor", "weighing", ITEM, {"Standard deviation by scatter where s is 1 (K1)",
	 "s 为 1 时由散布引起的标准差（K1）"},
	 SOURCE, run_item, OF(factor)},
	{"weighing.share", "weighing", ITEM, {"What an error of 1 in the restraint does to the item",
	 "约束值误差 1 对该件的影响"}, SOURCE, run_item, OF(share)},
	{"weighing.s", "weighing", {{0}}, {"Standard deviation of one difference, by the residuals",
	 "由残差得到的单次差值标准差"}, SOURCE, run_whole, OF(s)},
	{"weighing.dof", "weighing", {{0}}, {"Its degrees of freedom", "其自由度"}, SOURCE, run_whole, OF(dof)},
	{0},
};
