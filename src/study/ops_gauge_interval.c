/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area gauge-rr: intervals of the components, the choice to pool, nested studies. */
#include "study/study.h"

static enum zhun_code table_of(struct zhun_study *s, struct zhun_gauge_study *g, struct zhun_gauge_table *t,
			       struct zhun_error *err)
{
	enum zhun_code code = study_gauge(s, g, err);
	return code ? code : zhun_gauge_anova(g, t, err);
}

static enum zhun_code run_interval(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	const struct zhun_gauge_interval_question q = {
		(enum zhun_gauge_component)study_word(s, args, "component"), study_is(args, "interaction",
				"pooled"),
		study_optional(s, args, "confidence")};
	struct zhun_gauge_interval i = {0};
	struct zhun_gauge_study g;
	struct zhun_gauge_table t;
	enum zhun_code code = table_of(s, &g, &t, err);
	if (!code)
		code = zhun_gauge_interval(&t, &g, &q, &i, err);
	*ret = study_word(s, args, "end") ? i.high : i.low;
	return code;
}

static enum zhun_code run_pooled(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_gauge_study g;
	struct zhun_gauge_table t;
	enum zhun_code code = table_of(s, &g, &t, err);
	if (!code)
		*ret = zhun_gauge_pools(&t, study_optional(s, args, "level"));
	return code;
}

static const char *say_pooled(int value, enum zhun_language language)
{
	static const char *const titles[][2] = {{"the interaction is kept", "保留交互作用"},
						{"the interaction is pooled with repeatability",
						 "交互作用并入重复性"}};
	return titles[value][language];
}

/* The readings are [operator][part][trial] here. */
static enum zhun_code run_nested(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_gauge_study g;
	struct zhun_gauge_table t;
	enum zhun_code code = study_gauge(s, &g, err);
	if (code)
		return code;
	const struct zhun_gauge_study nested = {g.operators, g.parts, g.trials, g.x};
	code = zhun_gauge_nested(&nested, &t, err);
	if (code)
		return code;
	static const enum zhun_gauge_component of[] = {ZHUN_GAUGE_EV, ZHUN_GAUGE_AV, ZHUN_GAUGE_GRR, ZHUN_GAUGE_PV,
						       ZHUN_GAUGE_TV};
	struct zhun_gauge_components c = zhun_gauge_nested_components(&t, &nested, study_is(args, "negative",
			"keep"));
	*ret = c.variance[of[study_word(s, args, "component")]];
	return ZHUN_OK;
}

#define SOURCE "AIAG MSA, 4th edition, III B"

const struct zhun_study_op study_ops_gauge_interval[] = {
	{"rr.interval", "gauge-rr",
	 {{"component", ZHUN_STUDY_WORD, "repeatability|operator|interaction|reproducibility|grr|part|total"},
	  {"end", ZHUN_STUDY_WORD, "low|high"}, {"interaction", ZHUN_STUDY_WORD, "kept|pooled", .preset = true},
	  {"confidence", ZHUN_STUDY_NUMBER, .optional = true, .otherwise = 0.95}},
	 {"End of the confidence interval of a variance component (0.95), by modified large samples",
	  "方差分量置信区间的端点（缺省 0.95，修正大样本法）"}, "Burdick, Borror and Montgomery 2003",
	 run_interval, 0, NULL, NULL},
	{"rr.pooled", "gauge-rr", {{"level", ZHUN_STUDY_NUMBER, .optional = true, .otherwise = 0.25}},
	 {"Whether the interaction is pooled: its p is over the level (AIAG 0.25; Minitab 0.05)",
	  "是否合并交互作用：其 p 值大于水平（AIAG 0.25，Minitab 0.05）"}, SOURCE, run_pooled, 0,
	 "kept|pooled", say_pooled},
	{"rr.nested_variance", "gauge-rr",
	 {{"component", ZHUN_STUDY_WORD, "repeatability|reproducibility|grr|part|total"},
	  {"negative", ZHUN_STUDY_WORD, "zero|keep", .preset = true}},
	 {"Variance of a component, parts nested in operators; the readings are [operator][part][trial]",
	  "零件嵌套于测量者时分量的方差；读数为 [测量者][零件][次]"}, "AIAG MSA, 4th edition, IV", run_nested,
	 0, NULL, NULL},
	{0},
};
