/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area ilc: key comparisons, consistent subsets, outlying laboratories, scores in words. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/comparison.h"
#include "zhun/measure/precision.h"

static enum zhun_code read_results(struct zhun_study *s, struct zhun_comparison *ret, struct zhun_error *err)
{
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "x", &ret->x, &ret->n, err);
	if (!code)
		code = study_doubles_of(s, "u", &ret->u, &n, err);
	if (!code && n != ret->n)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/u", ZHUN_INT(ret->n), ZHUN_INT(n));
	return code;
}

/* ---- reference values ---- */

static enum zhun_code moderated(struct zhun_study *s, const struct zhun_comparison *r, double **ret_weights,
				struct zhun_moderated *ret, struct zhun_error *err)
{
	*ret_weights = ZHUN_NEW_ARRAY(s->arena, r->n + 1, double);
	if (!*ret_weights)
		return zhun_no_memory(s->arena, err);
	return zhun_power_moderated(r->x, r->u, r->n, *ret_weights, ret, err);
}

static enum zhun_code run_moderated(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_moderated m = {0};
	struct zhun_comparison r = {0};
	double *weights;
	enum zhun_code code = read_results(s, &r, err);
	if (!code)
		code = moderated(s, &r, &weights, &m, err);
	const double parts[] = {m.mean, m.u, m.tau2, m.alpha};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

static enum zhun_code run_subset(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_reference reference = {0};
	struct zhun_comparison r = {0};
	double size = 0;
	enum zhun_code code = read_results(s, &r, err);
	bool *chosen = ZHUN_NEW_ARRAY(s->arena, r.n + 1, bool);
	if (!code && !chosen)
		code = zhun_no_memory(s->arena, err);
	if (!code)
		code = zhun_consistent_subset(&r, study_optional(s, args, "level"), chosen, &reference, err);
	for (size_t i = 0; i < r.n && !code; i++)
		size += chosen[i];
	const double parts[] = {reference.mean, reference.u, reference.chi2, reference.p, size};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

static enum zhun_code run_median_u(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	const double *x = NULL;
	double median;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "x", &x, &n, err);
	(void)args;
	return code ? code : zhun_median_reference(s->arena, x, n, &median, ret, err);
}

/* ---- equivalence ---- */

static enum zhun_code run_equivalence(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct zhun_equivalence e = {0};
	struct zhun_moderated m = {0};
	struct zhun_comparison r = {0};
	double *weights = NULL, k = study_optional(s, args, "k");
	size_t lab = 0, other = 0;
	enum zhun_code code = read_results(s, &r, err);
	if (!code)
		code = study_index(args, "lab", r.n, &lab, err);
	if (!code)
		code = s->op->member ? study_index(args, "other", r.n, &other, err)
				     : moderated(s, &r, &weights, &m, err);
	if (code)
		return code;
	e = s->op->member ? zhun_equivalence_to(r.x[lab], r.u[lab], 0, r.x[other], r.u[other], k)
			  : zhun_equivalence_to(r.x[lab], r.u[lab], weights[lab], m.mean, m.u, k);
	const double parts[] = {e.d, e.U, e.en};
	*ret = parts[study_word(s, args, "result")];
	return ZHUN_OK;
}

/* ---- robust ---- */

static enum zhun_code run_pairs(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	const double *x = NULL;
	double sd = 0;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "x", &x, &n, err);
	(void)args;
	if (!code)
		code = zhun_q_method(s->arena, x, n, &sd, err);
	if (code || !s->op->member) {
		*ret = sd;
		return code;
	}
	return zhun_hampel(s->arena, x, n, sd, ret, err);
}

/* ---- precision and outliers ---- */

static enum zhun_code run_precision(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_series *rows = NULL;
	struct zhun_precision_groups p = {0};
	size_t labs = 0;
	enum zhun_code code = study_need(s->inputs, "laboratories", &json, err);
	if (!code && study_table(s, json, &rows, &labs, err))
		code = study_within(err, "laboratories");
	if (code)
		return code;
	struct zhun_laboratory *lab = ZHUN_NEW_ARRAY(s->arena, labs + 1, struct zhun_laboratory);
	if (!lab)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < labs; i++) {
		lab[i] = (struct zhun_laboratory){study_doubles(s->arena, rows[i]), rows[i].count};
		if (!lab[i].x)
			return zhun_no_memory(s->arena, err);
	}
	code = zhun_precision_groups_of(lab, labs, &p, err);
	const double parts[] = {p.mean, p.s_r, p.s_L, p.s_R, p.s_L2, p.n};
	*ret = parts[study_word(s, args, "result")];
	return code;
}

enum { BOUND, EXACT };  /* of the argument method */

/* Two-sided: twice the probability of that one side. */
static enum zhun_code exact_p(double statistic, size_t n, bool pair, double *ret, struct zhun_error *err)
{
	if (n > ZHUN_EXACT_MOST)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/method", "method", "bound");
	*ret = fmin(1, 2 * (pair ? zhun_grubbs_pair_exact_p(statistic, n) : zhun_grubbs_exact_p(statistic, n)));
	return ZHUN_OK;
}

static enum zhun_code run_grubbs(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_grubbs g = {0};
	const double *x = NULL;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "x", &x, &n, err);
	if (!code)
		code = zhun_grubbs_of(x, n, &g, err);
	const double statistic[] = {g.largest, g.smallest, g.two_largest, g.two_smallest};
	const double p[] = {g.p_largest, g.p_smallest, g.p_two_largest, g.p_two_smallest};
	size_t which = study_word(s, args, "of");
	if (!code && study_word(s, args, "method") == EXACT && study_word(s, args, "result"))
		return exact_p(statistic[which], n, which > 1, ret, err);
	if (!code)
		*ret = study_word(s, args, "result") ? p[which] : statistic[which];
	return code;
}

enum critical { COCHRAN, GRUBBS, MANDEL_H, MANDEL_K };

/* Two-sided, or of the one side that was looked at. */
static enum zhun_code run_pair_critical(struct zhun_study *s, const struct zhun_json *args, double *ret,
					struct zhun_error *err)
{
	double n = study_number(args, "labs", 0), alpha = study_optional(s, args, "alpha");
	if (!(n >= 4 && n <= ZHUN_EXACT_MOST))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/labs", "labs", "4 … 400");
	if (!(alpha > 0 && alpha < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/alpha", "alpha", "0 < p < 1");
	*ret = zhun_grubbs_pair_critical((size_t)n, study_word(s, args, "sides") ? alpha : alpha / 2);
	return ZHUN_OK;
}

static enum zhun_code run_cochran_p(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	double C = study_number(args, "C", 0), labs = study_number(args, "labs", 0), n = study_number(args, "n", 0);
	if (!(C > 0 && C <= 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/C", "C", "0 < C <= 1");
	if (!(labs >= 2 && labs <= ZHUN_EXACT_MOST && n >= 2 && n <= 1e6))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/labs", "labs, n", "2 … 400, n >= 2");
	*ret = study_word(s, args, "method") == EXACT ? zhun_cochran_exact_p(C, (size_t)labs, (size_t)n)
						      : zhun_cochran_p(C, (size_t)labs, (size_t)n);
	return ZHUN_OK;
}

static enum zhun_code run_critical(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	double labs = study_number(args, "labs", 0), n = study_number(args, "n", 2);
	double alpha = study_optional(s, args, "alpha");
	if (!(labs >= 3 && labs <= 1e6 && n >= 2 && n <= 1e6))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/labs", "labs, n", "labs >= 3, n >= 2");
	if (!(alpha > 0 && alpha < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/alpha", "alpha", "0 < p < 1");
	size_t p = (size_t)labs, each = (size_t)n;
	if (s->op->member == COCHRAN && study_word(s, args, "method") == EXACT) {
		if (p > ZHUN_EXACT_MOST)
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/labs", "labs", "<= 400");
		*ret = zhun_cochran_exact_critical(p, each, alpha);
		return ZHUN_OK;
	}
	const double values[] = {
		[COCHRAN] = zhun_cochran_critical(p, each, alpha), [GRUBBS] = zhun_grubbs_critical(p, alpha),
		[MANDEL_H] = zhun_mandel_h_critical(p, alpha), [MANDEL_K] = zhun_mandel_k_critical(p, each, alpha),
	};
	*ret = values[s->op->member];
	return ZHUN_OK;
}

/* ---- scores ---- */

static enum zhun_code run_q_score(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	double x = 0, assigned = 0;
	enum zhun_code code = study_need_number(s->inputs, "x", &x, err);
	(void)args;
	if (!code)
		code = study_need_number(s->inputs, "x_assigned", &assigned, err);
	if (!code)
		*ret = zhun_q_score(x, assigned);
	return code;
}

static enum zhun_code run_assessment(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	double score = study_number(args, "score", 0);
	(void)err;
	*ret = study_word(s, args, "kind") ? zhun_assess_en(score) : zhun_assess_z(score);
	return ZHUN_OK;
}

static const char *say_assessment(int value, enum zhun_language language)
{
	return zhun_assessment_title((enum zhun_assessment)value, language);
}

#define RESULT(words) {"result", ZHUN_STUDY_WORD, words}
#define OPTIONAL(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define WHOLE(n) {n, ZHUN_STUDY_WHOLE}
#define ALPHA ELSE("alpha", 0.05)
#define METHOD {"method", ZHUN_STUDY_WORD, "bound|exact", .preset = true}
#define ISO "ISO 5725-2:2019 7.3"

const struct zhun_study_op study_ops_between[] = {
	{"ilc.power_moderated", "ilc", {RESULT("mean|u|tau2|alpha")},
	 {"Power-moderated mean, as CCRI(II) makes reference values",
	 "幂调和加权均值（CCRI(II) 的参考值算法）"}, "Pommé and Keightley 2015", run_moderated, 0, NULL, NULL},
	{"ilc.equivalence_moderated", "ilc", {WHOLE("lab"), ELSE("k", 2), RESULT("d|U|en")},
	 {"Degree of equivalence with the power-moderated mean (k 2)", "与幂调和加权均值的等效度（k 缺省为 2）"},
	 "Pommé and Keightley 2015", run_equivalence, 0, NULL, NULL},
	{"ilc.equivalence_pair", "ilc", {WHOLE("lab"), WHOLE("other"), ELSE("k", 2), RESULT("d|U|en")},
	 {"Degree of equivalence of two laboratories (k 2)", "两实验室之间的等效度（k 缺省为 2）"},
	 "CIPM MRA-D-05", run_equivalence,
	 1, NULL, NULL},
	{"ilc.consistent_subset", "ilc", {ELSE("level", 0.05), RESULT("mean|u|chi2|p|size")},
	 {"Weighted mean of the largest consistent subset (level 0.05)",
	 "最大一致子集的加权平均（显著性水平缺省 0.05）"},
	 "Cox 2007", run_subset, 0, NULL, NULL},
	{"ilc.median_u", "ilc", {{0}}, {"u of the median, 1.858 MAD/√(n − 1)", "中位值的标准不确定度"},
	 "Müller 2000",
	 run_median_u, 0, NULL, NULL},
	{"ilc.q_method", "ilc", {{0}}, {"Robust standard deviation by pairs, Q method", "Q 法稳健标准差"},
	 "ISO 13528:2022 C.5.2",
	 run_pairs, 0, NULL, NULL},
	{"ilc.hampel", "ilc", {{0}}, {"Hampel's mean with the Q method's standard deviation",
	 "Hampel 稳健均值（用 Q 法标准差）"},
	 "ISO 13528:2022 C.5.3", run_pairs, 1, NULL, NULL},
	{"ilc.precision_unequal", "ilc", {RESULT("mean|s_r|s_L|s_R|s_L2|n")},
	 {"Precision from laboratories with unequal numbers of results; s_L2 may be negative",
	 "各实验室结果数不等时的精密度；s_L2 可为负"}, "ISO 5725-2:2019 7.4.5", run_precision, 0, NULL, NULL},
	{"ilc.grubbs", "ilc", {{"of", ZHUN_STUDY_WORD, "largest|smallest|two_largest|two_smallest"},
	 RESULT("statistic|p"), METHOD},
	 {"Grubbs' test, two-sided; p is a bound (of two values up to twice the true one), or exact",
	 "格拉布斯检验（双侧）；p 为上界（两个值时可达真值的两倍）或精确值"}, ISO, run_grubbs,
	 0, NULL, NULL},
	{"ilc.cochran_critical", "ilc", {WHOLE("labs"), WHOLE("n"), ALPHA, METHOD},
	 {"Critical value of Cochran's C (alpha 0.05): by the sum over laboratories as tables are, or exact",
	 "科克伦检验临界值（缺省 0.05）：按各实验室之和（同数表）或精确"}, ISO, run_critical, COCHRAN, NULL, NULL},
	{"ilc.grubbs_critical", "ilc", {WHOLE("labs"), ALPHA},
	 {"Critical value of Grubbs' single test (alpha 0.05)",
	 "格拉布斯单值检验临界值（缺省 0.05）"}, ISO, run_critical, GRUBBS, NULL, NULL},
	{"ilc.cochran_p", "ilc", {{"C", ZHUN_STUDY_NUMBER}, WHOLE("labs"), WHOLE("n"), METHOD},
	 {"Probability of a C as large", "C 达到该值的概率"}, ISO, run_cochran_p, 0, NULL, NULL},
	{"ilc.grubbs_pair_critical", "ilc",
	 {WHOLE("labs"), ALPHA, {"sides", ZHUN_STUDY_WORD, "two|one", .preset = true}},
	 {"Critical value of Grubbs' double test, exact: the share of the sum of squares that two outliers leave",
	 "格拉布斯双值检验的精确临界值（剔除两个值后平方和之比）"}, ISO, run_pair_critical, 0, NULL, NULL},
	{"ilc.mandel_h_critical", "ilc", {WHOLE("labs"), ALPHA}, {"Critical value of Mandel's h (alpha 0.05)",
	 "曼德尔 h 临界值（缺省 0.05）"}, ISO, run_critical, MANDEL_H, NULL, NULL},
	{"ilc.mandel_k_critical", "ilc", {WHOLE("labs"), WHOLE("n"), ALPHA},
	 {"Critical value of Mandel's k (alpha 0.05)",
	 "曼德尔 k 临界值（缺省 0.05）"}, ISO, run_critical, MANDEL_K, NULL, NULL},
	{"ilc.q_score", "ilc", {{0}}, {"Deviation in percent of the assigned value", "相对指定值的百分偏差"},
	 "ISO 13528:2022 9",
	 run_q_score, 0, NULL, NULL},
	{"ilc.assessment", "ilc", {{"kind", ZHUN_STUDY_WORD, "z|en"}, {"score", ZHUN_STUDY_NUMBER}},
	 {"The word for a score: z, z′, ζ by 2 and 3, E_n by 1",
	 "比分数的评语：z、z′、ζ 以 2 和 3 为界，E_n 以 1 为界"},
	 "ISO 13528:2022 9; ISO/IEC 17043:2023", run_assessment, 0,
	 "satisfactory|questionable|unsatisfactory", say_assessment},
	{0},
};
