/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area ilc: reference values, robust means, scores, precision between laboratories. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/comparison.h"
#include "zhun/measure/ilc.h"

/* ---- results of laboratories ---- */

struct results {
	const double *x, *u;
	size_t n;
};

/* Replicates of each laboratory: the mean, and s/√n. */
static enum zhun_code from_replicates(struct zhun_study *s, const struct zhun_json *json, struct results *ret,
				      struct zhun_error *err)
{
	const struct zhun_series *rows = NULL;
	size_t n = 0;
	enum zhun_code code = study_table(s, json, &rows, &n, err);
	double *x = code ? NULL : ZHUN_NEW_ARRAY(s->arena, 2 * n + 1, double);
	if (!code && !x)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < n && !code; i++) {
		struct zhun_summary m;
		if (zhun_series_summary(rows[i], &m, err)) {
			code = zhun_json_within_index(err, i);
			continue;
		}
		x[i] = m.mean;
		x[n + i] = m.sd / sqrt((double)rows[i].count);
	}
	if (code) {
		(void)study_within(err, "replicates");
		return study_within(err, "inputs");
	}
	*ret = (struct results){x, x + n, n};
	return ZHUN_OK;
}

static enum zhun_code read_results(struct zhun_study *s, bool with_u, struct results *ret, struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "replicates");
	size_t n = 0;
	if (json)
		return from_replicates(s, json, ret, err);
	enum zhun_code code = study_doubles_of(s, "x", &ret->x, &ret->n, err);
	if (!code && with_u)
		code = study_doubles_of(s, "u", &ret->u, &n, err);
	if (!code && with_u && n != ret->n)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/u", ZHUN_INT(ret->n), ZHUN_INT(n));
	return code;
}

/* ---- reference values ---- */

static enum zhun_code run_reference(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct results r = {0};
	struct zhun_reference v;
	enum zhun_code code = read_results(s, true, &r, err);
	if (!code)
		code = zhun_reference_value((enum zhun_reference_method)s->op->member, r.x, r.u, r.n, &v, err);
	if (code)
		return code;
	const struct { const char *word; double value; } results[] = {
		{"mean", v.mean}, {"u", v.u}, {"chi2", v.chi2}, {"p", v.p}, {"tau2", v.tau2}, {"tau", sqrt(v.tau2)},
	};
	for (size_t i = 0; i < ZHUN_COUNT(results); i++)
		if (study_is(args, "result", results[i].word))
			*ret = results[i].value;
	return ZHUN_OK;
}

static enum zhun_code run_median(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct results r = {0};
	enum zhun_code code = read_results(s, false, &r, err);
	(void)args;
	return code ? code : zhun_median(s->arena, r.x, r.n, ret, err);
}

enum { WEIGHTED_MEAN, MANDEL_PAULE, DERSIMONIAN_LAIRD, MEDIAN };  /* of the argument reference */

static enum zhun_code reference_asked(struct zhun_study *s, const struct zhun_json *args, const struct results *r,
				      struct zhun_reference *ret, struct zhun_error *err)
{
	static const enum zhun_reference_method methods[] = {
		[WEIGHTED_MEAN] = ZHUN_WEIGHTED_MEAN, [MANDEL_PAULE] = ZHUN_MANDEL_PAULE,
		[DERSIMONIAN_LAIRD] = ZHUN_DERSIMONIAN_LAIRD};
	size_t which = study_word(s, args, "reference");
	*ret = (struct zhun_reference){0};
	if (which == MEDIAN)
		return zhun_median_reference(s->arena, r->x, r->n, &ret->mean, &ret->u, err);
	return zhun_reference_value(methods[which], r->x, r->u, r->n, ret, err);
}

static enum zhun_code run_equivalence(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct results r = {0};
	struct zhun_reference v;
	size_t lab = 0;
	enum zhun_code code = read_results(s, true, &r, err);
	if (!code)
		code = study_index(args, "lab", r.n, &lab, err);
	if (!code && !study_is(args, "result", "d") && !zhun_json_get(args, "k"))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "k");
	if (!code)
		code = reference_asked(s, args, &r, &v, err);
	if (code)
		return code;
	double k = study_number(args, "k", 2);
	struct zhun_equivalence d = study_word(s, args, "reference") == MEDIAN
		? zhun_equivalence_to(r.x[lab], r.u[lab], 0, v.mean, v.u, k)
		: zhun_degree_of_equivalence(r.x[lab], r.u[lab], &v, k);
	*ret = study_is(args, "result", "d") ? d.d : study_is(args, "result", "U") ? d.U : d.en;
	return ZHUN_OK;
}

/* ---- robust ---- */

static enum zhun_code run_alg_a(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct results r = {0};
	struct zhun_robust robust;
	double factor = study_is(args, "factor", "exact") ? zhun_algorithm_a_factor() : 1.134;
	enum zhun_code code = read_results(s, false, &r, err);
	if (!code)
		code = zhun_algorithm_a(s->arena, r.x, r.n, factor, &robust, err);
	if (!code)
		*ret = study_is(args, "result", "x_star") ? robust.mean : robust.sd;
	return code;
}

static enum zhun_code read_constants(const struct zhun_json *args, struct zhun_algorithm_s *ret,
	struct zhun_error *err)
{
	const struct zhun_json *v = zhun_json_get(args, "constants");
	*ret = zhun_algorithm_s_constants(1);
	if (!v || v->kind != ZHUN_J_OBJECT)
		return ZHUN_OK;
	enum zhun_code code = study_known(v, "eta|xi", err);
	if (!code)
		code = study_need_number(v, "eta", &ret->eta, err);
	if (!code)
		code = study_need_number(v, "xi", &ret->xi, err);
	return code ? study_within(err, "constants") : ZHUN_OK;
}

static enum zhun_code run_alg_s(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_algorithm_s constants;
	const double *ranges = NULL;
	size_t n = 0;
	double w = 0;
	enum zhun_code code = read_constants(args, &constants, err);
	if (!code)
		code = study_doubles_of(s, "ranges", &ranges, &n, err);
	if (!code)
		code = zhun_algorithm_s(s->arena, ranges, n, &constants, &w, err);
	*ret = study_is(args, "result", "w") ? w : w / sqrt(2);
	return code;
}

/* ---- scores ---- */

static enum zhun_code run_score(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	static const struct { const char *name; size_t at; } numbers[] = {
		{"u_x", offsetof(struct zhun_score_inputs, u_x)},
		{"u_assigned", offsetof(struct zhun_score_inputs, u_assigned)},
		{"s_pt", offsetof(struct zhun_score_inputs, s_pt)}, {"k", offsetof(struct zhun_score_inputs, k)},
	};
	struct zhun_score_inputs in = {0};
	enum zhun_code code = study_known(s->inputs, "x|u_x|x_assigned|u_assigned|s_pt|k", err);
	(void)args;
	if (!code)
		code = study_need_number(s->inputs, "x", &in.x, err);
	if (!code)
		code = study_need_number(s->inputs, "x_assigned", &in.x_assigned, err);
	for (size_t i = 0; i < ZHUN_COUNT(numbers) && !code; i++) {
		double v = 0;
		if (zhun_json_get(s->inputs, numbers[i].name))
			code = study_need_number(s->inputs, numbers[i].name, &v, err);
		memcpy((char *)&in + numbers[i].at, &v, sizeof v);
	}
	if (code)
		return study_within(err, "inputs");
	struct zhun_scores scores = zhun_scores_of(&in);
	*ret = study_member(s, &scores);
	return isfinite(*ret) ? ZHUN_OK : zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", s->op->name);
}

/* ---- precision ---- */

struct material {
	const double *x;
	size_t labs, replicates;
};

static enum zhun_code find_material(struct zhun_study *s, const struct zhun_json *args, struct material *ret,
				    struct zhun_error *err)
{
	const char *name = zhun_json_get_string(args, "material");
	const struct zhun_json *v = zhun_json_get(zhun_json_get(s->inputs, "materials"), name);
	if (!v)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs/materials", name);
	if (study_matrix(s, v, &ret->x, &ret->labs, &ret->replicates, err)) {
		(void)study_within(err, name);
		(void)study_within(err, "materials");
		return study_within(err, "inputs");
	}
	return ZHUN_OK;
}

static enum zhun_code run_precision(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct material m;
	struct zhun_precision p;
	enum zhun_code code = find_material(s, args, &m, err);
	if (!code)
		code = zhun_precision_of(m.x, m.labs, m.replicates, &p, err);
	if (code)
		return code;
	*ret = s->op->member		       ? p.cochran
	       : study_is(args, "result", "mean") ? p.mean
	       : study_is(args, "result", "s_r")  ? p.s_r
	       : study_is(args, "result", "s_L")  ? p.s_L
						  : p.s_R;
	return ZHUN_OK;
}

static enum zhun_code run_mandel(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct material m;
	struct zhun_mandel h;
	size_t lab = 0;
	enum zhun_code code = find_material(s, args, &m, err);
	if (!code)
		code = study_index(args, "lab", m.labs, &lab, err);
	if (!code)
		code = zhun_mandel_of(m.x, m.labs, m.replicates, lab, &h, err);
	if (!code)
		*ret = study_member(s, &h);
	return code;
}

#define RESULT(words) {"result", ZHUN_STUDY_WORD, words}
#define MATERIAL {"material", ZHUN_STUDY_NAME}
#define LAB {"lab", ZHUN_STUDY_WHOLE}
#define SCORE(member) run_score, offsetof(struct zhun_scores, member)

const struct zhun_study_op study_ops_ilc[] = {
	{"ilc.weighted_mean", "ilc", {RESULT("mean|u|chi2|p")}, {"Weighted mean with its consistency test",
	 "加权平均值及其一致性检验"}, "Cox 2002 procedure A", run_reference, ZHUN_WEIGHTED_MEAN},
	{"ilc.median", "ilc", {{0}}, {"Median of the results", "结果的中位值"}, "Cox 2002 procedure B", run_median, 0},
	{"ilc.degree_of_equivalence", "ilc", {LAB, {"k", ZHUN_STUDY_NUMBER, .optional = true}, RESULT("d|U|en"),
	 {"reference", ZHUN_STUDY_WORD, "weighted_mean|mandel_paule|dersimonian_laird|median", .preset = true}},
	 {"Degree of equivalence with the reference value: with the variance between laboratories in U where there is "
	  "one; of the median, taken as independent of the result",
	  "与参考值的等效度：U 含实验室间方差（若有）；中位值视为与结果独立"}, "Cox 2002", run_equivalence, 0},
	{"ilc.mandel_paule", "ilc", {RESULT("mean|u|tau|tau2")}, {"Mandel–Paule mean with the variance "
		"between laboratories",
	 "Mandel–Paule 均值及实验室间方差"}, "Paule and Mandel 1982", run_reference, ZHUN_MANDEL_PAULE},
	{"ilc.dersimonian_laird", "ilc", {RESULT("mean|u|tau|tau2")},
	 {"DerSimonian–Laird mean with the variance between laboratories", "DerSimonian–Laird 均值及实验室间方差"},
	 "DerSimonian and Laird 1986", run_reference, ZHUN_DERSIMONIAN_LAIRD},
	{"ilc.alg_a", "ilc", {RESULT("x_star|s_star"), {"factor", ZHUN_STUDY_WORD, "1.134|exact", .preset = true}},
	 {"Robust mean and standard deviation, algorithm A", "稳健平均值和标准差（算法 A）"}, "ISO 13528:2022 C.3", run_alg_a, 0},
	{"ilc.alg_s", "ilc", {RESULT("w|s_r"), {"constants", ZHUN_STUDY_WORD_OR_OBJECT, "exact", .preset = true}},
	 {"Robust pooled range and repeatability, algorithm S", "稳健合并极差和重复性（算法 S）"}, "ISO 13528:2022 C.4",
	 run_alg_s, 0},
	{"ilc.z", "ilc", {{0}}, {"z score", "z 比分数"}, "ISO 13528:2022 9", SCORE(z)},
	{"ilc.z_prime", "ilc", {{0}}, {"z′ score", "z′ 比分数"}, "ISO 13528:2022 9", SCORE(z_prime)},
	{"ilc.zeta", "ilc", {{0}}, {"ζ score", "ζ 比分数"}, "ISO 13528:2022 9", SCORE(zeta)},
	{"ilc.en", "ilc", {{0}}, {"E_n score", "E_n 数"}, "ISO/IEC 17043:2023", SCORE(en)},
	{"ilc.precision", "ilc", {MATERIAL, RESULT("mean|s_r|s_L|s_R")},
	 {"Repeatability, between laboratories, reproducibility", "重复性、实验室间、再现性标准差"}, "ISO 5725-2:2019 7.4",
	 run_precision, 0},
	{"ilc.mandel_h", "ilc", {MATERIAL, LAB}, {"Mandel's h, between laboratories", "曼德尔 h 统计量"},
	 "ISO 5725-2:2019 7.3.1", run_mandel, offsetof(struct zhun_mandel, h)},
	{"ilc.mandel_k", "ilc", {MATERIAL, LAB}, {"Mandel's k, within laboratories", "曼德尔 k 统计量"},
		"ISO 5725-2:2019 7.3.1",
	 run_mandel, offsetof(struct zhun_mandel, k)},
	{"ilc.cochran", "ilc", {MATERIAL}, {"Largest variance over the sum of variances", "最大方差与方差和之比（科克伦）"},
	 "ISO 5725-2:2019 7.3.3", run_precision, 1},
	{0},
};
