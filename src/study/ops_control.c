/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area control-chart: counts, individuals, run rules, CUSUM, EWMA, limits of T². */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/chart_memory.h"
#include "zhun/measure/chart_rules.h"
#include "zhun/measure/hotelling.h"

static enum zhun_code read_counts(struct zhun_study *s, struct zhun_counts *ret, struct zhun_error *err)
{
	size_t sizes = 0;
	enum zhun_code code = study_known(s->inputs, "counts|sizes", err);
	if (!code)
		code = study_doubles_of(s, "counts", &ret->x, &ret->count, err);
	if (!code)
		code = study_doubles_of(s, "sizes", &ret->n, &sizes, err);
	if (!code && sizes != ret->count)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/sizes", ZHUN_INT(ret->count), ZHUN_INT(sizes));
	return code;
}

static enum zhun_code run_count_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	static const enum zhun_count_chart charts[] = {ZHUN_CHART_P, ZHUN_CHART_NP, ZHUN_CHART_C, ZHUN_CHART_U};
	struct zhun_count_limits l = {0};
	struct zhun_counts c = {0};
	enum zhun_code code = read_counts(s, &c, err);
	if (!code)
		code = zhun_count_chart_limits(charts[study_word(s, args, "chart")], &c,
					       study_number(args, "size", c.count ? c.n[0] : 1), &l, err);
	const double parts[] = {l.centre, l.low, l.high};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

static enum zhun_code run_individuals(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct zhun_individuals i = {0};
	const double *x = NULL;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "values", &x, &n, err);
	if (!code)
		code = zhun_individuals_of(x, n, study_is(args, "constants", "table"), &i, err);
	const double parts[] = {i.mean, i.range, i.sigma, i.low, i.high, i.range_high};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

/* The values as deviations from the centre over sigma; both from the values where not said. */
static enum zhun_code standardised(struct zhun_study *s, const struct zhun_json *args, double **ret, size_t *ret_n,
				   struct zhun_error *err)
{
	struct zhun_individuals i = {0};
	const double *x = NULL;
	enum zhun_code code = study_doubles_of(s, "values", &x, ret_n, err);
	if (!code && !(zhun_json_get(args, "centre") && zhun_json_get(args, "sigma")))
		code = zhun_individuals_of(x, *ret_n, false, &i, err);
	double centre = study_number(args, "centre", i.mean), sigma = study_number(args, "sigma", i.sigma);
	if (!code && !(sigma > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/sigma", "sigma", "> 0");
	if (code)
		return code;
	double *z = ZHUN_NEW_ARRAY(s->arena, *ret_n + 1, double);
	for (size_t k = 0; z && k < *ret_n; k++)
		z[k] = (x[k] - centre) / sigma;
	*ret = z;
	return z ? ZHUN_OK : zhun_no_memory(s->arena, err);
}

/* Places count from 1; 0 where there is none. */
static double place_of(size_t at, size_t n)
{
	return at < n ? (double)at + 1 : 0;
}

static enum zhun_code run_rule(struct zhun_study *s, const struct zhun_json *args, double *ret,
		struct zhun_error *err)
{
	const struct zhun_run_rule *rule = zhun_run_rule_named(zhun_json_get_string(args, "rule"));
	double *z = NULL;
	size_t n = 0;
	enum zhun_code code = standardised(s, args, &z, &n, err);
	if (!code)
		*ret = place_of(zhun_run_rule_first(rule, z, n), n);
	return code;
}

static enum zhun_code run_signal(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	const struct zhun_cusum c = {study_optional(s, args, "k"), study_optional(s, args, "h")};
	const struct zhun_ewma e = {study_optional(s, args, "lambda"), study_optional(s, args, "width")};
	double *z = NULL;
	size_t n = 0;
	enum zhun_code code = standardised(s, args, &z, &n, err);
	if (code)
		return code;
	double *first = ZHUN_NEW_ARRAY(s->arena, n + 1, double), *second = ZHUN_NEW_ARRAY(s->arena, n + 1, double);
	struct zhun_ewma_track averages = {first, second, n};
	struct zhun_cusum_track sums = {first, second, n};
	if (!first || !second)
		return zhun_no_memory(s->arena, err);
	code = s->op->member ? zhun_ewma_run(&e, z, n, &averages, err) : zhun_cusum_run(&c, z, n, &sums, err);
	if (!code)
		*ret = place_of(s->op->member ? averages.signal : sums.signal, n);
	return code;
}

static enum zhun_code run_arl(struct zhun_study *s, const struct zhun_json *args, double *ret,
		struct zhun_error *err)
{
	const struct zhun_cusum c = {study_optional(s, args, "k"), study_optional(s, args, "h")};
	const struct zhun_ewma e = {study_optional(s, args, "lambda"), study_optional(s, args, "width")};
	double shift = study_number(args, "shift", 0);
	return s->op->member ? zhun_ewma_arl(&e, shift, ret, err) : zhun_cusum_arl(&c, shift, ret, err);
}

static enum zhun_code run_t2_limit(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	double groups = study_number(args, "groups", 0), n = study_number(args, "n", 0);
	double m = study_number(args, "m", 0);
	if (!(groups >= 0 && groups < 1e9 && n >= 0 && n < 1e9 && m >= 0 && m < 1e9))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/groups", "groups, n, m", "0 … 1e9");
	const struct zhun_hotelling_design d = {(size_t)groups, (size_t)n, (size_t)m,
						study_word(s, args, "phase") ? ZHUN_HOTELLING_PHASE_2
									      : ZHUN_HOTELLING_PHASE_1};
	return zhun_hotelling_limit_of(&d, study_number(args, "p", 0), ret, err);
}

#define AREA "control-chart"
#define OPTIONAL(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define FROM OPTIONAL("centre"), OPTIONAL("sigma")
#define RULES "western_1|western_2|western_3|western_4|nelson_1|nelson_2|nelson_3|nelson_4|" \
	"nelson_5|nelson_6|nelson_7|nelson_8"

const struct zhun_study_op study_ops_control[] = {
	{"chart.count_limit", AREA, {{"chart", ZHUN_STUDY_WORD, "p|np|c|u"},
	 {"result", ZHUN_STUDY_WORD, "centre|low|high"},
	 OPTIONAL("size")}, {"Centre and three-sigma limits of a chart of counts, for a sample of the size",
	 "计数值控制图的中心线和 3σ 限（给定样本量）"}, "ISO 7870-2:2013 8", run_count_limit, 0, NULL, NULL},
	{"chart.individuals", AREA, {{"result", ZHUN_STUDY_WORD, "mean|range|sigma|low|high|range_high"},
	 {"constants", ZHUN_STUDY_WORD, "exact|table", .preset = true}},
	 {"Chart of individual values and moving ranges of two. `table` rounds d2 and d3 alone, D4 follows from them",
	  "单值与移动极差控制图。table 仅对 d2、d3 取表值，D4 由其算得"}, "ISO 7870-2:2013 7",
	 run_individuals,
	 0, NULL, NULL},
	{"chart.rule_first", AREA, {{"rule", ZHUN_STUDY_WORD, RULES}, FROM},
	 {"Place of the first value that breaks a run rule, from 1; 0 for none",
	 "首个违反判异准则的点的序号，无则为 0"},
	 "Western Electric 1956; Nelson 1984", run_rule, 0, NULL, NULL},
	{"chart.cusum_signal", AREA, {ELSE("k", 0.5), ELSE("h", 5), FROM},
	 {"Place of the first value at which a CUSUM (k 0.5, h 5) signals; 0 for none",
	 "CUSUM 图首次报警的序号，无则为 0"},
	 "ISO 7870-4", run_signal, 0, NULL, NULL},
	{"chart.ewma_signal", AREA, {ELSE("lambda", 0.2), ELSE("width", 3), FROM},
	 {"Place of the first value at which an EWMA (lambda 0.2, width 3) signals; 0 for none",
	 "EWMA 图首次报警的序号，无则为 0"}, "ISO 7870-6", run_signal, 1, NULL, NULL},
	{"chart.cusum_arl", AREA, {ELSE("k", 0.5), ELSE("h", 5), OPTIONAL("shift")},
	 {"Average run length of a two-sided CUSUM under a shift in sigmas", "双侧 CUSUM 图在给定偏移下的平均链长"},
	 "Page 1954; Brook and Evans 1972", run_arl, 0, NULL, NULL},
	{"chart.ewma_arl", AREA, {ELSE("lambda", 0.2), ELSE("width", 3), OPTIONAL("shift")},
	 {"Average run length of an EWMA under a shift in sigmas", "EWMA 图在给定偏移下的平均链长"},
	 "Crowder 1987", run_arl, 1,
	 NULL, NULL},
	{"chart.hotelling_limit", AREA, {NUMBER("groups"), NUMBER("n"), NUMBER("m"), NUMBER("p"),
	 {"phase", ZHUN_STUDY_WORD, "1|2"}}, {"Limit of T² for groups of n observations of m variables",
	 "T² 控制限（m 个变量、每组 n 次观测）"}, "ISO 7870-7", run_t2_limit, 0, NULL, NULL},
	{0},
};
