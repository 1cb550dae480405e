/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area uncertainty by Monte Carlo: one run serves all that is asked of a study. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/montecarlo_adaptive.h"

static bool of_draws(const struct zhun_json *ask)
{
	const char *op = zhun_json_get_string(ask, "op");
	return op && zhun_str_starts(op, "mc.");
}

/* Whether an output is asked for by an operation on draws; all are where the list is not known. */
static bool is_asked(const struct zhun_study *s, const struct study_model *m, size_t output)
{
	static const char *const keys[] = {"output", "a", "b"};
	const struct zhun_json *asks = zhun_json_get(s->root, "ask");
	asks = asks ? asks : zhun_json_get(s->root, "expected");
	if (output >= m->outputs || !asks || m->outputs == 1)
		return true;
	for (const struct zhun_json *v = asks->first; v; v = v->next)
		for (size_t k = 0; k < ZHUN_COUNT(keys); k++)
			if (study_is(zhun_json_get(v, "args"), keys[k], m->output[output].name) && of_draws(v))
				return true;
	return false;
}

static enum zhun_code choose(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	m->drawn = ZHUN_NEW_ARRAY(s->arena, m->all, size_t);
	if (!m->drawn)
		return zhun_no_memory(s->arena, err);
	m->drawn_count = 0;
	for (size_t i = 0; i < m->all; i++)
		if (!zhun_model_is_complex(m->model, i) && is_asked(s, m, i))
			m->drawn[m->drawn_count++] = i;
	return ZHUN_OK;
}

/* {"kind":"copula_normal"} or {"kind":"copula_t","dof":n}: inputs that are correlated keep their distributions. */
static enum zhun_code read_joint(const struct zhun_json *joint, struct zhun_mc_task *t, struct zhun_error *err)
{
	static const char kinds[] = "jointly_normal|copula_normal|copula_t";
	const char *kind = zhun_json_get_string(joint, "kind");
	enum zhun_code code = study_known(joint, "kind|dof", err);
	if (!code && !(kind && study_among(kinds, kind)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/kind", kind ? kind : "", kinds);
	if (code)
		return code;
	if (strcmp(kind, "copula_normal") == 0)
		t->joint = ZHUN_MC_COPULA_NORMAL;
	if (strcmp(kind, "copula_t") != 0)
		return ZHUN_OK;
	t->joint = ZHUN_MC_COPULA_T;
	return study_need_number(joint, "dof", &t->copula_dof, err);
}

enum zhun_code study_task(struct zhun_study *s, const struct study_model *m, struct zhun_mc_task *ret,
			  struct zhun_error *err)
{
	const struct zhun_json *joint = zhun_json_get(s->root, "joint");
	struct zhun_distribution *in = ZHUN_NEW_ARRAY(s->arena, m->inputs + 1, struct zhun_distribution);
	if (!in)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < m->inputs; i++)
		in[i] = m->input[i].d;
	*ret = (struct zhun_mc_task){.model = m->model, .inputs = in, .correlation = m->correlation,
		.seed = s->options.seed, .draws = s->options.draws, .threads = s->options.threads,
		.go_on = s->options.go_on, .context = s->options.context};
	enum zhun_code code = joint ? read_joint(joint, ret, err) : ZHUN_OK;
	return code ? study_within(err, "joint") : ZHUN_OK;
}

static enum zhun_code draw(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	struct zhun_mc_task task;
	enum zhun_code code = choose(s, m, err);
	if (!code)
		code = study_task(s, m, &task, err);
	size_t n = m->drawn_count;
	struct zhun_mc_sample *sample = ZHUN_NEW_ARRAY(s->arena, n + 1, struct zhun_mc_sample);
	double *covariance = ZHUN_NEW_ARRAY(s->arena, n * n + 1, double);
	if (code)
		return code;
	if (!sample || !covariance)
		return zhun_no_memory(s->arena, err);
	code = zhun_mc_run(s->arena, &task, (struct zhun_model_outputs){m->drawn, n}, sample, covariance, err);
	if (!code) {
		m->sample = sample;
		m->covariance = covariance;
	}
	return code;
}

/* The place among the drawn of what an argument names. */
static enum zhun_code find(struct zhun_study *s, const struct zhun_json *args, const char *key,
			   struct study_model **ret_model, size_t *ret, struct zhun_error *err)
{
	struct study_model *m = NULL;
	size_t index = 0;
	enum zhun_code code = study_model(s, &m, err);
	if (!code && !m->sample)
		code = draw(s, m, err);
	if (!code)
		code = study_find(m, args, key, &index, err);
	if (code)
		return code;
	*ret_model = m;
	const char *name = zhun_json_get_string(args, key);
	for (size_t i = 0; i < m->drawn_count; i++) {
		const char *drawn = m->output[m->drawn[i]].name;
		if (index < m->outputs ? m->drawn[i] == index
				       : m->drawn[i] >= m->outputs && zhun_str_ends(drawn, name) &&
						 strlen(drawn) == strlen(name) + strlen("__drawn_")) {
			*ret = i;
			return ZHUN_OK;
		}
	}
	return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, "", name ? name : m->output[index].name);
}

static enum zhun_code run_mean(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	struct study_model *m;
	size_t i;
	enum zhun_code code = find(s, args, "output", &m, &i, err);
	if (!code)
		*ret = m->sample[i].mean;
	return code;
}

static enum zhun_code run_u(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct study_model *m;
	size_t i;
	enum zhun_code code = find(s, args, "output", &m, &i, err);
	if (!code)
		*ret = m->sample[i].u;
	return code;
}

static enum zhun_code interval(struct zhun_study *s, const struct zhun_json *args, double *low, double *high,
			       struct zhun_error *err)
{
	struct study_model *m;
	size_t i;
	double p = study_number(args, "p", 0);
	enum zhun_code code = find(s, args, "output", &m, &i, err);
	if (!code && !(p > 0 && p < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	if (!code)
		zhun_mc_interval(&m->sample[i], p,
				 study_is(args, "kind", "shortest") ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC, low,
				 high);
	return code;
}

static enum zhun_code run_low(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double high;
	return interval(s, args, ret, &high, err);
}

static enum zhun_code run_high(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	double low;
	return interval(s, args, &low, ret, err);
}

/* The outputs or inputs "a" and "b". */
static enum zhun_code find_pair(struct zhun_study *s, const struct zhun_json *args, struct study_model **ret_model,
				size_t ret[2], struct zhun_error *err)
{
	enum zhun_code code = find(s, args, "a", ret_model, &ret[0], err);
	return code ? code : find(s, args, "b", ret_model, &ret[1], err);
}

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct study_model *m;
	size_t of[2];
	enum zhun_code code = find_pair(s, args, &m, of, err);
	if (!code)
		*ret = m->covariance[of[0] * m->drawn_count + of[1]];
	return code;
}

static enum zhun_code run_correlation(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct study_model *m;
	size_t of[2];
	enum zhun_code code = find_pair(s, args, &m, of, err);
	if (code)
		return code;
	double u = m->sample[of[0]].u * m->sample[of[1]].u;
	if (!(u > 0))
		return zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "correlation");
	*ret = m->covariance[of[0] * m->drawn_count + of[1]] / u;
	return ZHUN_OK;
}

/* ---- what is known of the end points ---- */

/* The interval's kind and p, checked. */
static enum zhun_code coverage_of(const struct zhun_json *args, struct zhun_mc_coverage *ret, struct zhun_error *err)
{
	ret->p = study_number(args, "p", 0);
	ret->kind = study_is(args, "kind", "shortest") ? ZHUN_MC_SHORTEST : ZHUN_MC_SYMMETRIC;
	return ret->p > 0 && ret->p < 1 ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
}

static enum zhun_code ends(struct zhun_study *s, const struct zhun_json *args, struct zhun_mc_summary *ret,
			   struct zhun_error *err)
{
	struct study_model *m;
	struct zhun_mc_coverage c;
	size_t i;
	enum zhun_code code = find(s, args, "output", &m, &i, err);
	if (!code)
		code = coverage_of(args, &c, err);
	if (!code) {
		ret->draws = m->sample[i].count;
		zhun_mc_ends(&m->sample[i], c.p, c.kind, &ret->low, &ret->high);
	}
	return code;
}

static enum zhun_code run_end(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_mc_summary got;
	enum zhun_code code = ends(s, args, &got, err);
	if (!code)
		*ret = study_member(s, &got);
	return code;
}

/* ---- what Monte Carlo says of the first order (JCGM 101 clause 8) ---- */

struct validation {
	double d_low, d_high, tolerance, verdict;
};

static double nu_of(const struct zhun_lpu *l, size_t output, const struct zhun_json *args)
{
	double nu = zhun_lpu_dof(l, output);
	if (study_is(args, "nu", "infinite"))
		return HUGE_VAL;
	return study_is(args, "nu", "truncated") && isfinite(nu) ? floor(nu) : nu;
}

static enum zhun_code validate(struct zhun_study *s, const struct zhun_json *args, struct validation *ret,
			       struct zhun_error *err)
{
	static const double verdicts[] = {
		[ZHUN_MC_CONFIRMED] = 1, [ZHUN_MC_NOT_CONFIRMED] = 0, [ZHUN_MC_UNDECIDED] = -1};
	struct zhun_mc_summary mc;
	const struct zhun_lpu *l = NULL;
	struct study_model *m = NULL;
	size_t output = 0, digits;
	double k = 0;
	enum zhun_code code = study_index(args, "digits", 9, &digits, err);
	if (!code)
		code = ends(s, args, &mc, err);
	if (!code)
		code = study_model(s, &m, err);
	if (!code)
		code = study_find(m, args, "output", &output, err);
	if (!code)
		code = study_lpu(s, args, &l, err);
	if (!code)
		code = zhun_coverage_k(study_number(args, "p", 0), nu_of(l, output, args), &k, err);
	if (code)
		return code;
	double value = zhun_lpu_value(l, output), u = zhun_lpu_u(l, output);
	struct zhun_mc_validation v = zhun_mc_validate(&mc, u, value - k * u, value + k * u, (unsigned)digits + 1);
	*ret = (struct validation){v.d_low, v.d_high, v.tolerance, verdicts[v.verdict]};
	return ZHUN_OK;
}

static enum zhun_code run_validation(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct validation v;
	enum zhun_code code = validate(s, args, &v, err);
	if (!code)
		*ret = study_member(s, &v);
	return code;
}

#define P {"p", ZHUN_STUDY_NUMBER}
#define DIGITS {"digits", ZHUN_STUDY_WHOLE}
#define NU {"nu", ZHUN_STUDY_WORD, "effective|truncated|infinite", .preset = true}
#define SAMPLE_END(name, en, zh, member) \
	{name, "uncertainty", {OUTPUT, P, KIND}, {en, zh}, "David and Nagaraja 2003, 7.1", run_end, \
	 offsetof(struct zhun_mc_summary, member)}
#define VALIDATION(name, en, zh, member) \
	{name, "uncertainty", {OUTPUT, P, DIGITS, KIND, NU}, {en, zh}, "JCGM 101:2008 8.1", run_validation, \
	 offsetof(struct validation, member)}
#define OUTPUT {"output", ZHUN_STUDY_NAME, .optional = true}
#define KIND {"kind", ZHUN_STUDY_WORD, "symmetric|shortest", .preset = true}

const struct zhun_study_op study_ops_monte_carlo[] = {
	{"mc.mean", "uncertainty", {OUTPUT}, {"Mean of the draws", "抽样均值"}, "JCGM 101:2008 7.6", run_mean},
	{"mc.u", "uncertainty", {OUTPUT}, {"Standard deviation of the draws", "抽样标准差"}, "JCGM 101:2008 7.6", run_u},
	{"mc.interval_low", "uncertainty", {OUTPUT, {"p", ZHUN_STUDY_NUMBER}, KIND},
	 {"Lower end of the coverage interval: of equal tails, or the shortest", "包含区间下限：概率对称或最短"},
	 "JCGM 101:2008 7.7", run_low},
	{"mc.interval_high", "uncertainty", {OUTPUT, {"p", ZHUN_STUDY_NUMBER}, KIND},
	 {"Upper end of the coverage interval: of equal tails, or the shortest", "包含区间上限：概率对称或最短"},
	 "JCGM 101:2008 7.7", run_high},
	{"mc.covariance", "uncertainty", {{"a", ZHUN_STUDY_NAME}, {"b", ZHUN_STUDY_NAME}},
	 {"Covariance of the draws of two outputs", "两个输出量抽样的协方差"}, "JCGM 102:2011 7.6", run_covariance},
	{"mc.correlation", "uncertainty", {{"a", ZHUN_STUDY_NAME}, {"b", ZHUN_STUDY_NAME}},
	 {"Correlation coefficient of the draws of two outputs", "两个输出量抽样的相关系数"}, "JCGM 102:2011 7.6",
	 run_correlation},
	SAMPLE_END("mc.interval_low_from",
		   "The true lower end lies above this, and below mc.interval_low_to, with 95 %",
		   "下限真值以 95 % 的概率在此值与 mc.interval_low_to 之间", low.from),
	SAMPLE_END("mc.interval_low_to", "See mc.interval_low_from", "见 mc.interval_low_from", low.to),
	SAMPLE_END("mc.interval_high_from",
		   "The true upper end lies above this, and below mc.interval_high_to, with 95 %",
		   "上限真值以 95 % 的概率在此值与 mc.interval_high_to 之间", high.from),
	SAMPLE_END("mc.interval_high_to", "See mc.interval_high_from", "见 mc.interval_high_from", high.to),
	VALIDATION("mc.d_low", "Distance of the first-order interval's lower end from Monte Carlo's",
		   "一阶方法与蒙特卡洛法包含区间下限之差", d_low),
	VALIDATION("mc.d_high", "Distance of the first-order interval's upper end from Monte Carlo's",
		   "一阶方法与蒙特卡洛法包含区间上限之差", d_high),
	VALIDATION("mc.tolerance", "Numerical tolerance δ: half a unit of the last of so many digits of u",
		   "数值容差 δ：u 的所给有效位数末位的半个单位", tolerance),
	VALIDATION("mc.validates", "1: both ends of the first-order interval are within δ; 0: one is not; -1: more "
		   "draws are needed to tell", "1：一阶区间两端均在 δ 内；0：不在；-1：抽样不足，无法判定", verdict),
	{0},
};
