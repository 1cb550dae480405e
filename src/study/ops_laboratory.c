/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area laboratory: measurement standards (JJF 1033) and chemistry. Inputs by operation: y of
 * laboratories, groups over time, values (readings), x and y of a line, bias. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/chart.h"
#include "zhun/measure/laboratory.h"

/* what an agreement is asked for */
static double part_of(const struct zhun_json *args, const struct zhun_agreement *g)
{
	if (study_is(args, "result", "difference"))
		return g->difference;
	return study_is(args, "result", "limit") ? g->limit : g->holds ? 1 : 0;
}

static enum zhun_code run_transfer(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_agreement g;
	double y = study_number(args, "y", 0), y_ref = study_number(args, "y_ref", 0);
	double U = study_number(args, "U", 0), U_ref = study_number(args, "U_ref", 0);
	enum zhun_code code = zhun_verify_transfer(y, U, y_ref, U_ref, &g, err);
	(void)s;
	if (!code)
		*ret = part_of(args, &g);
	return code;
}

static enum zhun_code run_comparison(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct zhun_series y = {0};
	struct zhun_agreement g;
	size_t which = 0;
	enum zhun_code code = study_series_of(s, "y", &y, err);
	if (!code)
		code = study_index(args, "lab", y.count, &which, err);
	if (!code)
		code = zhun_verify_comparison(y, which, study_number(args, "U", 0), &g, err);
	if (!code)
		*ret = part_of(args, &g);
	return code;
}

static enum zhun_code run_stability(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_series *groups = NULL;
	struct zhun_agreement g;
	size_t count = 0;
	enum zhun_code code = study_need(s->inputs, "groups", &json, err);
	if (!code && study_table(s, json, &groups, &count, err))
		code = study_within(err, "groups");
	if (!code)
		code = zhun_standard_stability(groups, count, study_number(args, "allowed", 0), &g, err);
	if (code)
		return study_within(err, "inputs");
	*ret = part_of(args, &g);
	return ZHUN_OK;
}

static enum zhun_code run_repeatability(struct zhun_study *s, const struct zhun_json *args, double *ret,
					struct zhun_error *err)
{
	struct zhun_series x = {0};
	struct zhun_agreement g;
	enum zhun_code code = study_series_of(s, "values", &x, err);
	if (!code)
		code = zhun_standard_repeatability(x, study_number(args, "s_verified", 0), &g, err);
	if (!code)
		*ret = part_of(args, &g);
	return code;
}

static enum zhun_code run_detection(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_detection_plan p = {.replicates = study_optional(s, args, "replicates"),
					.blanks = study_number(args, "blanks", 0)};
	struct zhun_detection d;
	p.k_lod = p.k_loq = study_number(args, "k", 0);
	enum zhun_code code = study_series_of(s, "values", &p.readings, err);
	if (!code)
		code = zhun_detection_of(&p, &d, err);
	if (!code)
		*ret = study_member(s, &d);
	return code;
}

static enum zhun_code read_line(struct zhun_study *s, struct zhun_series *x, struct zhun_series *y,
				struct zhun_error *err)
{
	enum zhun_code code = study_series_of(s, "x", x, err);
	return code ? code : study_series_of(s, "y", y, err);
}

static enum zhun_code run_detectable(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct zhun_series x = {0}, y = {0};
	struct zhun_detectable d;
	enum zhun_code code = read_line(s, &x, &y, err);
	if (!code)
		code = zhun_detectable_of(x, y, study_optional(s, args, "replicates"), study_optional(s, args, "alpha"),
					  &d, err);
	if (!code)
		*ret = study_member(s, &d);
	return code;
}

static enum zhun_code run_addition(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_series x = {0}, y = {0};
	struct zhun_addition a;
	enum zhun_code code = read_line(s, &x, &y, err);
	(void)args;
	if (!code)
		code = zhun_addition_of(x, y, &a, err);
	if (!code)
		*ret = study_member(s, &a);
	return code;
}

static enum zhun_code run_nordtest(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	struct zhun_nordtest_data d = {.u_rw = study_number(args, "u_rw", 0), .u_cref = study_number(args, "u_cref", 0),
				       .s_bias = study_number(args, "s_bias", 0), .n = study_number(args, "n", 0)};
	struct zhun_nordtest n;
	enum zhun_code code = study_series_of(s, "bias", &d.bias, err);
	if (!code)
		code = zhun_nordtest_of(&d, &n, err);
	if (!code)
		*ret = study_member(s, &n);
	return code;
}

/* Of duplicates by their mean range: as TR 537 does it, with the printed 1.128. */
static enum zhun_code by_duplicates(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_subgroups g = {.rounded = study_says(args, "constants", "table", true)};
	const struct zhun_json *json = NULL;
	struct zhun_chart_centres c;
	enum zhun_code code = study_need(s->inputs, "duplicates", &json, err);
	if (!code && study_matrix(s, json, &g.x, &g.count, &g.n, err))
		code = study_within(err, "duplicates");
	if (!code && g.n != 2)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/duplicates", ZHUN_INT(2), ZHUN_INT(g.n));
	if (code)
		return study_within(err, "inputs");
	code = zhun_chart_centres_of(&g, &c, err);
	if (!code)
		*ret = c.sigma_range;
	return code;
}

static enum zhun_code run_u_rw(struct zhun_study *s, const struct zhun_json *args, double *ret,
			       struct zhun_error *err)
{
	struct zhun_series x = {0};
	struct zhun_summary sum;
	if (study_word(s, args, "from"))
		return by_duplicates(s, args, ret, err);
	enum zhun_code code = study_series_of(s, "control", &x, err);
	if (!code && zhun_series_summary(x, &sum, err))
		code = study_within(err, "inputs");
	if (!code)
		*ret = sum.sd;
	return code;
}

#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define MAYBE(n) {n, ZHUN_STUDY_NUMBER, .optional = true}
#define ELSE(n, x) {n, ZHUN_STUDY_NUMBER, .optional = true, .otherwise = x}
#define RESULT {"result", ZHUN_STUDY_WORD, "holds|difference|limit", .preset = true}
#define DETECTION {ELSE("replicates", 1), MAYBE("blanks"), MAYBE("k")}
#define LINE {ELSE("replicates", 1), ELSE("alpha", 0.05)}
#define NORDTEST {NUMBER("u_rw"), NUMBER("u_cref"), MAYBE("s_bias"), MAYBE("n")}
#define EURACHEM "Eurachem Fitness for Purpose 2014, 6.2"

const struct zhun_study_op study_ops_laboratory[] = {
	{"standard.verify_transfer", "laboratory", {NUMBER("y"), NUMBER("U"), NUMBER("y_ref"), NUMBER("U_ref"), RESULT},
	 {"Verification by transfer comparison: |y - y_ref| against the root of U^2 + U_ref^2; 1 if it holds",
	  "传递比较法验证：|y − y_ref| ≤ √(U² + U_ref²)，符合为 1"}, "JJF 1033-2023", run_transfer, 0},
	{"standard.verify_comparison", "laboratory", {{"lab", ZHUN_STUDY_WHOLE}, NUMBER("U"), RESULT},
	 {"Verification among n laboratories: deviation from their mean against the root of (n-1)/n times U",
	  "比对法验证：与 n 个实验室平均值之差 ≤ √((n − 1)/n)·U，符合为 1"}, "JJF 1033-2023", run_comparison, 0},
	{"standard.stability", "laboratory", {NUMBER("allowed"), RESULT},
	 {"Stability of a measurement standard: largest less smallest group mean against what is allowed",
	  "计量标准的稳定性：各组平均值的最大差与允许值比较"}, "JJF 1033-2023", run_stability, 0},
	{"standard.repeatability", "laboratory", {MAYBE("s_verified"), RESULT},
	 {"Repeatability: s of ten readings or more against the one the budget was made with",
	  "重复性：不少于 10 次读数的实验标准差与评定时所用值比较"}, "JJF 1033-2023", run_repeatability, 0},
	{"detection.s0", "laboratory", DETECTION, {"Standard deviation of the readings near zero", "近零读数的标准差"},
	 EURACHEM, run_detection, offsetof(struct zhun_detection, s0)},
	{"detection.lod", "laboratory", DETECTION, {"Limit of detection, k = 3 if not given", "检出限，未给出时 k = 3"},
	 EURACHEM, run_detection, offsetof(struct zhun_detection, lod)},
	{"detection.loq", "laboratory", DETECTION, {"Limit of quantification, k = 10 if not given",
	 "定量限，未给出时 k = 10"}, EURACHEM, run_detection, offsetof(struct zhun_detection, loq)},
	{"detection.critical", "laboratory", LINE,
	 {"Critical value of the net content, from a straight calibration line", "由校准直线求净含量的临界值"},
	 "ISO 11843-2:2000 5", run_detectable, offsetof(struct zhun_detectable, critical)},
	{"detection.detectable", "laboratory", LINE, {"Least content that is detected with probability 1 - alpha",
	 "以概率 1 − α 检出的最小含量"}, "ISO 11843-2:2000 5", run_detectable,
	 offsetof(struct zhun_detectable, detectable)},
	{"addition.content", "laboratory", {{0}}, {"Content by standard addition: x added, y signal",
	 "标准加入法求含量：x 为加入量，y 为信号"}, "DIN 32633", run_addition, offsetof(struct zhun_addition, content)},
	{"addition.u", "laboratory", {{0}}, {"Its standard uncertainty", "其标准不确定度"}, "DIN 32633", run_addition,
	 offsetof(struct zhun_addition, u)},
	{"addition.dof", "laboratory", {{0}}, {"Its degrees of freedom", "其自由度"}, "DIN 32633", run_addition,
	 offsetof(struct zhun_addition, dof)},
	{"nordtest.u_rw", "laboratory", {{"from", ZHUN_STUDY_WORD, "control|duplicates"},
	 {"constants", ZHUN_STUDY_WORD, "table|exact", .preset = true}},
	 {"Reproducibility within the laboratory: of control samples, or of duplicates by their mean range (1.128)",
	  "实验室内再现性：由质控样，或由平行样平均极差（1.128）"}, "Nordtest TR 537", run_u_rw, 0},
	{"nordtest.rms_bias", "laboratory", NORDTEST, {"Root mean square of the biases", "偏倚的均方根"}, "Nordtest TR 537",
	 run_nordtest, offsetof(struct zhun_nordtest, rms_bias)},
	{"nordtest.u_bias", "laboratory", NORDTEST, {"Standard uncertainty of the bias", "偏倚的标准不确定度"},
	 "Nordtest TR 537", run_nordtest, offsetof(struct zhun_nordtest, u_bias)},
	{"nordtest.u", "laboratory", NORDTEST, {"Combined: with the reproducibility within the laboratory",
	 "与实验室内再现性合成的标准不确定度"}, "Nordtest TR 537", run_nordtest, offsetof(struct zhun_nordtest, u_c)},
	{"nordtest.U", "laboratory", NORDTEST, {"Expanded, k = 2", "扩展不确定度，k = 2"}, "Nordtest TR 537", run_nordtest,
	 offsetof(struct zhun_nordtest, U)},
	{0},
};
