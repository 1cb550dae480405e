/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area gauge-rr: crossed and balanced studies, readings[part][operator][trial]. */
#include <math.h>

#include "measure/dd.h"
#include "study/study.h"
#include "zhun/measure/gauge.h"

static enum zhun_code unequal(size_t want, size_t got, size_t part, struct zhun_error *err)
{
	(void)zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(want), ZHUN_INT(got));
	return zhun_json_within_index(err, part);
}

/* The operators' series of a part, held against the first part's shape. */
static enum zhun_code add_part(struct zhun_study *s, const struct zhun_json *json, size_t part,
			       struct zhun_gauge_study *g, struct zhun_dd *x, struct zhun_error *err)
{
	const struct zhun_series *rows = NULL;
	size_t operators = 0;
	if (study_table(s, json, &rows, &operators, err))
		return zhun_json_within_index(err, part);
	if (operators != g->operators)
		return unequal(g->operators, operators, part, err);
	for (size_t o = 0; o < operators; o++) {
		if (rows[o].count != g->trials)
			return unequal(g->trials, rows[o].count, part, err);
		memcpy(x + (part * operators + o) * g->trials, rows[o].x, g->trials * sizeof *x);
	}
	return ZHUN_OK;
}

static enum zhun_code read_parts(struct zhun_study *s, const struct zhun_json *json, struct zhun_gauge_study *g,
				 struct zhun_error *err)
{
	const struct zhun_json *first = json->first, *series = first ? first->first : NULL;
	enum zhun_code code = ZHUN_OK;
	size_t part = 0;
	if (json->kind != ZHUN_J_ARRAY || !series)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "readings", "[part][operator][trial]");
	*g = (struct zhun_gauge_study){json->count, first->count, series->count, NULL};
	if (g->parts > STUDY_VALUES / (g->operators + 1) / (g->trials + 1))
		return zhun_fail(err, ZHUN_E_STUDY_MANY, "", ZHUN_INT(STUDY_VALUES), "values");
	struct zhun_dd *x = ZHUN_NEW_ARRAY(s->arena, g->parts * g->operators * g->trials + 1, struct zhun_dd);
	if (!x)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = first; v && !code; v = v->next)
		code = add_part(s, v, part++, g, x, err);
	g->x = x;
	return code;
}

enum zhun_code study_gauge(struct zhun_study *s, struct zhun_gauge_study *g, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	enum zhun_code code = study_known(s->inputs, "readings", err);
	if (!code)
		code = study_need(s->inputs, "readings", &json, err);
	if (!code && read_parts(s, json, g, err))
		code = study_within(err, "readings");
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

/* ---- the table ---- */

static const char *const terms[] = {"part", "operator", "interaction", "repeatability", "total"};

static size_t term_of(const struct zhun_json *args)
{
	size_t i = 0;
	while (i < ZHUN_GAUGE_TOTAL && !study_is(args, "term", terms[i]))
		i++;
	return i;
}

static enum zhun_code table(struct zhun_study *s, struct zhun_gauge_study *g, struct zhun_gauge_table *t,
			    struct zhun_error *err)
{
	enum zhun_code code = study_gauge(s, g, err);
	return code ? code : zhun_gauge_anova(g, t, err);
}

static enum zhun_code run_square(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_gauge_study g;
	struct zhun_gauge_table t;
	enum zhun_code code = table(s, &g, &t, err);
	if (!code)
		*ret = s->op->member ? t.ms[term_of(args)] : t.ss[term_of(args)];
	return code;
}

/* Whether the interaction is joined to repeatability: as said, or by its own p over the level (AIAG 0.25). */
static enum zhun_code pools(const struct zhun_study *s, const struct zhun_json *args, const struct zhun_gauge_table *t,
			    bool *ret, struct zhun_error *err)
{
	double level = study_optional(s, args, "level");
	if (!(level > 0 && level < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/level", "level", "0 < p < 1");
	*ret = study_is(args, "interaction", "by_level") ? zhun_gauge_pools(t, level)
							 : study_is(args, "interaction", "pooled");
	return ZHUN_OK;
}

static enum zhun_code run_test(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	struct zhun_gauge_study g;
	struct zhun_gauge_table t;
	size_t term = term_of(args);
	bool pooled = false, of_interaction = term == ZHUN_GAUGE_INTERACTION;
	enum zhun_code code = table(s, &g, &t, err);
	if (!code)
		code = pools(s, args, &t, &pooled, err);
	if (!code && (term > ZHUN_GAUGE_INTERACTION || (of_interaction && study_is(args, "interaction", "pooled"))))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "/term", terms[term]);
	pooled = pooled && !of_interaction;   /* the test that decides is of the table with interaction */
	if (!code && s->op->member)
		*ret = pooled ? t.p_pooled[term] : t.p[term];
	else if (!code)
		*ret = pooled ? t.F_pooled[term] : t.F[term];
	return code;
}

/* ---- components ---- */

static const char *const components[] = {"repeatability", "operator", "interaction", "reproducibility",
					 "grr", "part", "total"};

static enum zhun_code by_ranges(const struct zhun_gauge_study *g, const struct zhun_json *args,
				struct zhun_gauge_components *ret, struct zhun_error *err)
{
	struct zhun_gauge_ranges r;
	double K[3];
	static const char *const names[] = {"K1", "K2", "K3"};
	enum zhun_code code = zhun_gauge_ranges_of(g, &r, err);
	for (size_t i = 0; i < 3 && !code; i++)
		code = study_need_number(args, names[i], &K[i], err);
	if (!code)
		*ret = zhun_gauge_average_range(&r, g, K[0], K[1], K[2]);
	return code;
}

static enum zhun_code by_anova(struct zhun_study *s, const struct zhun_json *args, const struct zhun_gauge_study *g,
			       struct zhun_gauge_components *ret, struct zhun_error *err)
{
	struct zhun_gauge_table t;
	if (!zhun_json_get(args, "interaction"))
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "interaction");
	bool pooled = false;
	enum zhun_code code = zhun_gauge_anova(g, &t, err);
	if (!code)
		code = pools(s, args, &t, &pooled, err);
	if (!code)
		*ret = zhun_gauge_components_of(&t, g, pooled, study_is(args, "negative", "keep"));
	return code;
}

static enum zhun_code evaluate(struct zhun_study *s, const struct zhun_json *args, struct zhun_gauge_components *ret,
			       size_t *ret_which, struct zhun_error *err)
{
	struct zhun_gauge_study g;
	bool ranges = study_is(args, "method", "average_range");
	size_t i = 0;
	enum zhun_code code = study_gauge(s, &g, err);
	while (i < ZHUN_GAUGE_TV && !study_is(args, "component", components[i]))
		i++;
	if (!code && ranges && (i == ZHUN_GAUGE_BY_OPERATOR || i == ZHUN_GAUGE_BY_INTERACTION))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "/component", components[i]);
	*ret_which = i;
	if (code)
		return code;
	return ranges ? by_ranges(&g, args, ret, err) : by_anova(s, args, &g, ret, err);
}

static enum zhun_code run_component(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_gauge_components c;
	size_t i;
	enum zhun_code code = evaluate(s, args, &c, &i, err);
	if (!code)
		*ret = s->op->member ? zhun_gauge_sd(&c, (enum zhun_gauge_component)i) : c.variance[i];
	return code;
}

static enum zhun_code run_study_variation(struct zhun_study *s, const struct zhun_json *args, double *ret,
					  struct zhun_error *err)
{
	struct zhun_gauge_components c;
	size_t i;
	double tolerance = study_number(args, "tolerance", 1);
	enum zhun_code code = evaluate(s, args, &c, &i, err);
	if (!code && !(tolerance > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/tolerance", "tolerance", "> 0");
	if (code)
		return code;
	*ret = study_number(args, "multiplier", 6) * zhun_gauge_sd(&c, (enum zhun_gauge_component)i);
	if (s->op->member)
		*ret *= 100 / tolerance;
	return ZHUN_OK;
}

static enum zhun_code run_percent(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	struct zhun_gauge_components c;
	size_t i;
	enum zhun_code code = evaluate(s, args, &c, &i, err);
	if (!code && !(c.variance[ZHUN_GAUGE_TV] > 0))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "percentage");
	if (code)
		return code;
	*ret = s->op->member ? 100 * zhun_gauge_sd(&c, (enum zhun_gauge_component)i) / zhun_gauge_sd(&c,
		ZHUN_GAUGE_TV)
			     : 100 * c.variance[i] / c.variance[ZHUN_GAUGE_TV];
	return ZHUN_OK;
}

static enum zhun_code run_ndc(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_gauge_components c;
	size_t i;
	enum zhun_code code = evaluate(s, args, &c, &i, err);
	if (!code && !(c.variance[ZHUN_GAUGE_GRR] > 0))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "ndc");
	if (code)
		return code;
	*ret = zhun_gauge_ndc(&c, study_is(args, "factor", "sqrt2") ? sqrt(2) : 1.41);
	if (study_is(args, "round", "floor"))
		*ret = floor(*ret);
	else if (study_is(args, "round", "nearest"))
		*ret = round(*ret);
	return ZHUN_OK;
}

static enum zhun_code run_range(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_gauge_study g;
	struct zhun_gauge_ranges r;
	enum zhun_code code = study_gauge(s, &g, err);
	(void)args;
	if (!code)
		code = zhun_gauge_ranges_of(&g, &r, err);
	if (!code)
		*ret = study_member(s, &r);
	return code;
}

#define TERM {"term", ZHUN_STUDY_WORD, "part|operator|interaction|repeatability|total"}
#define LEVEL {"level", ZHUN_STUDY_NUMBER, .optional = true, .otherwise = 0.25}
#define KEPT {"interaction", ZHUN_STUDY_WORD, "kept|pooled|by_level", .preset = true}, LEVEL
#define COMPONENT {"component", ZHUN_STUDY_WORD, "repeatability|operator|interaction|reproducibility|grr|part|total"}
#define METHODS "anova|average_range"
#define K_S {"K1", ZHUN_STUDY_NUMBER, .optional = true}, {"K2", ZHUN_STUDY_NUMBER, .optional = true}, \
	{"K3", ZHUN_STUDY_NUMBER, .optional = true}
#define HOW {"method", ZHUN_STUDY_WORD, METHODS}, \
	{"interaction", ZHUN_STUDY_WORD, "kept|pooled|by_level", .optional = true}, LEVEL, \
	{"negative", ZHUN_STUDY_WORD, "zero|keep", .preset = true}, K_S
/* What is common to the area may stand where it changes nothing. */
#define ANYHOW {"method", ZHUN_STUDY_WORD, METHODS, .optional = true}, \
	{"negative", ZHUN_STUDY_WORD, "zero|keep", .optional = true}, K_S
#define ANY ANYHOW, {"interaction", ZHUN_STUDY_WORD, "kept|pooled|by_level", .optional = true}, LEVEL
#define MULTIPLIER {"multiplier", ZHUN_STUDY_NUMBER}
#define SOURCE "AIAG MSA, 4th edition, III B"

const struct zhun_study_op study_ops_gauge[] = {
	{"rr.ss", "gauge-rr", {TERM, ANY},
	 {"Sum of squares of a term, of the table with interaction", "平方和（含交互作用的方差分析表）"},
	 SOURCE, run_square, 0},
	{"rr.ms", "gauge-rr", {TERM, ANY},
	 {"Mean square of a term, of the table with interaction", "均方（含交互作用的方差分析表）"},
	 SOURCE, run_square, 1},
	{"rr.F", "gauge-rr", {TERM, KEPT, ANYHOW},
	 {"F of a term, the interaction kept or pooled", "F 值，交互作用保留或合并"}, SOURCE,
	 run_test, 0},
	{"rr.p", "gauge-rr", {TERM, KEPT, ANYHOW}, {"Its upper-tail probability", "F 值的上尾概率"}, SOURCE, run_test, 1},
	{"rr.variance", "gauge-rr", {COMPONENT, HOW}, {"Variance of a component", "分量的方差"}, SOURCE, run_component, 0},
	{"rr.sd", "gauge-rr", {COMPONENT, HOW}, {"Standard deviation of a component", "分量的标准差"}, SOURCE,
		run_component,
	 1},
	{"rr.study_variation", "gauge-rr", {COMPONENT, MULTIPLIER, HOW}, {"Multiplier times the standard deviation",
	 "倍数乘标准差"}, SOURCE, run_study_variation, 0},
	{"rr.percent_contribution", "gauge-rr", {COMPONENT, HOW}, {"Percent of the total variance", "占总方差的百分比"},
		SOURCE,
	 run_percent, 0},
	{"rr.percent_study", "gauge-rr", {COMPONENT, HOW}, {"Percent of the total standard deviation", "占总标准差的百分比"},
	 SOURCE, run_percent, 1},
	{"rr.percent_tolerance", "gauge-rr", {COMPONENT, MULTIPLIER, {"tolerance", ZHUN_STUDY_NUMBER}, HOW},
	 {"Multiplier times the standard deviation, in percent of the full tolerance", "倍数乘标准差占全公差的百分比"}, SOURCE,
	 run_study_variation, 1},
	{"rr.ndc", "gauge-rr", {{"factor", ZHUN_STUDY_WORD, "1.41|sqrt2", .preset = true},
	 {"round", ZHUN_STUDY_WORD, "none|floor|nearest", .preset = true}, HOW},
	 {"Number of distinct categories, factor·sd(part)/sd(grr)", "可区分类别数"}, SOURCE, run_ndc, 0},
	{"rr.rbar", "gauge-rr", {ANY}, {"Mean range over parts and operators", "平均极差"}, SOURCE, run_range,
	 offsetof(struct zhun_gauge_ranges, rbar)},
	{"rr.xdiff", "gauge-rr", {ANY}, {"Range of the operators' means", "测量者平均值的极差"}, SOURCE, run_range,
	 offsetof(struct zhun_gauge_ranges, xdiff)},
	{"rr.rp", "gauge-rr", {ANY}, {"Range of the parts' means", "零件平均值的极差"}, SOURCE, run_range,
	 offsetof(struct zhun_gauge_ranges, rp)},
	{0},
};
