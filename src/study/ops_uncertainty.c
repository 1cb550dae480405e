/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area uncertainty by the law of propagation: values, u, degrees of freedom, chains. */
#include <math.h>

#include "study/study.h"
#include "zhun/base/number.h"
#include "zhun/measure/coverage.h"

/* ---- first and second order ---- */

/* What lpu.* is asked about: the evaluation and the index of an output or input. */
struct about {
	const struct zhun_lpu *lpu;
	struct study_model *model;
	size_t index;
};

static enum zhun_code find(struct zhun_study *s, const struct zhun_json *args, const char *key, struct about *ret,
			   struct zhun_error *err)
{
	enum zhun_code code = study_lpu(s, args, &ret->lpu, err);
	ret->model = s->model;
	return code ? code : study_find(s->model, args, key, &ret->index, err);
}

static enum zhun_code value_and_u(struct zhun_study *s, const struct zhun_json *args, double *value, double *u,
				  struct zhun_error *err)
{
	struct about a;
	enum zhun_code code = find(s, args, "output", &a, err);
	double order = study_number(args, "order", 1);
	if (code)
		return code;
	if (order != 1 && order != 2)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/order", "order", "1, 2");
	*value = zhun_lpu_value(a.lpu, a.index);
	*u = zhun_lpu_u(a.lpu, a.index);
	if (order == 2 && a.index < a.model->outputs)
		return zhun_lpu_second_order(s->arena, a.lpu, a.index, value, u, err);
	return ZHUN_OK;
}

static enum zhun_code run_value(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	double u;
	return value_and_u(s, args, ret, &u, err);
}

static enum zhun_code run_u(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double value;
	return value_and_u(s, args, &value, ret, err);
}

static enum zhun_code run_nu(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct about a;
	enum zhun_code code = find(s, args, "output", &a, err);
	if (code)
		return code;
	if (a.index >= a.model->all) {
		double dof = a.model->input[a.index - a.model->all].lpu.dof;
		*ret = dof > 0 ? dof : HUGE_VAL;
	} else
		*ret = zhun_lpu_dof(a.lpu, a.index);
	*ret = study_is_true(args, "truncate") ? floor(*ret) : *ret;
	return ZHUN_OK;
}

static enum zhun_code k_of_p(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double p = 0, nu = HUGE_VAL;
	enum zhun_code code = study_need_number(args, "p", &p, err);
	if (!code && !(p > 0 && p < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/p", "p", "0 < p < 1");
	if (!code && !study_is(args, "nu", "infinite"))
		code = run_nu(s, args, &nu, err);
	if (study_is(args, "nu", "truncated"))
		nu = floor(nu);
	return code ? code : zhun_coverage_k(p, nu, ret, err);
}

static enum zhun_code run_k(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	return k_of_p(s, args, ret, err);
}

/* k is given, or p with nu. */
static enum zhun_code expanded(struct zhun_study *s, const struct zhun_json *args, double *value, double *U,
			       struct zhun_error *err)
{
	double k = study_number(args, "k", 0), u = 0;
	bool by_k = zhun_json_get(args, "k") != NULL, by_p = zhun_json_get(args, "p") != NULL;
	if (by_k == by_p)
		return zhun_fail(err, ZHUN_E_STUDY_EITHER, "", "k", "p, nu");
	if (by_p && !zhun_json_get(args, "nu"))
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "nu");
	enum zhun_code code = by_k ? ZHUN_OK : k_of_p(s, args, &k, err);
	if (!code && !(k > 0))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/k", "k", "> 0");
	if (!code)
		code = value_and_u(s, args, value, &u, err);
	*U = k * u;
	return code;
}

static enum zhun_code run_U(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double value;
	return expanded(s, args, &value, ret, err);
}

static enum zhun_code run_low(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double value = 0, U = 0;
	enum zhun_code code = expanded(s, args, &value, &U, err);
	*ret = value - U;
	return code;
}

static enum zhun_code run_high(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	double value = 0, U = 0;
	enum zhun_code code = expanded(s, args, &value, &U, err);
	*ret = value + U;
	return code;
}

/* ---- as a certificate reports it ---- */

/* U or u to so many digits, the value to the last place of U (JCGM 100 7.2.6). */
static enum zhun_code run_reported(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	double value = 0, U = 0, digits = study_optional(s, args, "digits");
	bool of_u = study_is(args, "of", "u");
	if (!(digits >= 1 && digits <= 9))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/digits", "digits", "1 … 9");
	enum zhun_code code = of_u ? value_and_u(s, args, &value, &U, err) : expanded(s, args, &value, &U, err);
	if (code)
		return code;
	enum zhun_rounding how = (enum zhun_rounding)study_word(s, args, "rounding");
	struct zhun_decimal r = zhun_uncertainty_rounded(U, (int)digits, how);
	const struct zhun_decimal v = zhun_decimal_of(value), at = U > 0 ? zhun_decimal_round(&v, r.exponent) : v;
	*ret = zhun_decimal_value(study_is(args, "of", "value") ? &at : &r);
	return ZHUN_OK;
}

/* ---- contributions ---- */

static double part(const struct about *a, size_t input)
{
	return zhun_lpu_sensitivity(a->lpu, a->index, input) * zhun_lpu_u(a->lpu, a->model->all + input);
}

/* Sums of squares over the listed inputs, and over all. */
static enum zhun_code sums(struct zhun_study *s, const struct zhun_json *args, double *listed, double *all,
			   struct zhun_error *err)
{
	const struct zhun_json *names = zhun_json_get(args, "inputs");
	struct about a;
	size_t at = 0, input = 0;
	enum zhun_code code = find(s, args, "output", &a, err);
	if (!code && a.index >= a.model->all)
		code = zhun_fail(err, ZHUN_E_STUDY_NAME, "/output", a.model->name[a.index - a.model->all]);
	*listed = *all = 0;
	for (const struct zhun_json *v = names->first; v && !code; v = v->next, at++) {
		while (input < a.model->inputs && strcmp(a.model->name[input], v->text) != 0)
			input++;
		if (input == a.model->inputs) {
			(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", v->text);
			(void)zhun_json_within_index(err, at);
			code = study_within(err, "inputs");
		} else
			*listed += part(&a, input) * part(&a, input);
		input = 0;
	}
	for (size_t i = 0; !code && i < a.model->inputs; i++)
		*all += part(&a, i) * part(&a, i);
	return code;
}

static enum zhun_code run_component(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	double listed, all;
	enum zhun_code code = sums(s, args, &listed, &all, err);
	*ret = sqrt(listed);
	return code;
}

static enum zhun_code run_contribution(struct zhun_study *s, const struct zhun_json *args, double *ret,
				       struct zhun_error *err)
{
	double listed, all;
	enum zhun_code code = sums(s, args, &listed, &all, err);
	if (!code && !(all > 0))
		code = zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "contribution");
	*ret = 100 * listed / all;
	return code;
}

/* ---- two quantities ---- */

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct about a, b;
	enum zhun_code code = find(s, args, "a", &a, err);
	if (!code)
		code = find(s, args, "b", &b, err);
	if (!code)
		*ret = zhun_lpu_covariance(a.lpu, a.index, b.index);
	return code;
}

static enum zhun_code run_correlation(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct about a, b;
	enum zhun_code code = find(s, args, "a", &a, err);
	if (!code)
		code = find(s, args, "b", &b, err);
	if (code)
		return code;
	double u = zhun_lpu_u(a.lpu, a.index) * zhun_lpu_u(a.lpu, b.index);
	if (!(u > 0))
		return zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "correlation");
	*ret = zhun_lpu_covariance(a.lpu, a.index, b.index) / u;
	return ZHUN_OK;
}

/* ---- chains ---- */

static bool is_stage(const struct zhun_json *stages, const char *name)
{
	for (const struct zhun_json *v = stages->first; v; v = v->next)
		if (strcmp(v->text, name) == 0)
			return true;
	return false;
}

static enum zhun_code check_stages(const struct study_model *m, const struct zhun_json *stages,
	struct zhun_error *err)
{
	size_t at = 0;
	for (const struct zhun_json *v = stages->first; v; v = v->next, at++) {
		size_t i = 0;
		while (i < m->outputs && strcmp(m->output[i].name, v->text) != 0)
			i++;
		if (i == m->outputs) {
			(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", v->text);
			(void)zhun_json_within_index(err, at);
			return study_within(err, "stages");
		}
	}
	return ZHUN_OK;
}

/* What is left of the model where the stages are inputs with a value and a u of their own. */
struct rest {
	const char **name;
	struct zhun_lpu_input *input;
	struct zhun_model_output *output;
	double *correlation;
	size_t inputs, outputs;
};

static enum zhun_code open_rest(struct zhun_study *s, const struct study_model *m, struct rest *r,
				struct zhun_error *err)
{
	size_t n = m->inputs + m->outputs;
	*r = (struct rest){
		.name = ZHUN_NEW_ARRAY(s->arena, n + 1, const char *),
		.input = ZHUN_NEW_ARRAY(s->arena, n + 1, struct zhun_lpu_input),
		.output = ZHUN_NEW_ARRAY(s->arena, m->outputs + 1, struct zhun_model_output),
		.correlation = ZHUN_NEW_ARRAY(s->arena, n * n + 1, double),
	};
	return r->name && r->input && r->output && r->correlation ? ZHUN_OK : zhun_no_memory(s->arena, err);
}

static void split(const struct study_model *m, const struct zhun_lpu *l, const struct zhun_json *stages,
	struct rest *r)
{
	for (size_t i = 0; i < m->inputs; i++, r->inputs++) {
		r->name[i] = m->name[i];
		r->input[i] = m->input[i].lpu;
		r->input[i].u = zhun_lpu_u(l, m->all + i);
	}
	for (size_t i = 0; i < m->outputs; i++) {
		if (!is_stage(stages, m->output[i].name)) {
			r->output[r->outputs++] = m->output[i];
			continue;
		}
		r->name[r->inputs] = m->output[i].name;
		r->input[r->inputs++] = (struct zhun_lpu_input){zhun_lpu_value(l, i), zhun_lpu_u(l, i), 0};
	}
	for (size_t i = 0; i < r->inputs; i++)
		for (size_t k = 0; k < r->inputs; k++)
			r->correlation[i * r->inputs + k] = i < m->inputs && k < m->inputs
				? m->correlation[i * m->inputs + k] : i == k;
}

static enum zhun_code run_u_only(struct zhun_study *s, const struct zhun_json *args, const struct about *a,
	double *ret,
				 struct zhun_error *err)
{
	const struct zhun_json *stages = zhun_json_get(args, "stages");
	const char *output = a->model->output[a->index].name;
	const struct zhun_model *model = NULL;
	const struct zhun_lpu *l = NULL;
	struct rest r;
	enum zhun_code code = open_rest(s, a->model, &r, err);
	if (code)
		return code;
	split(a->model, a->lpu, stages, &r);
	if (is_stage(stages, output)) {
		*ret = zhun_lpu_u(a->lpu, a->index);
		return ZHUN_OK;
	}
	const struct zhun_model_source source = {r.name, r.inputs, r.output, r.outputs};
	code = zhun_model_compile(s->arena, &source, &model, err);
	const struct zhun_lpu_task task = {model, r.input, r.correlation};
	if (!code)
		code = zhun_lpu_make(s->arena, &task, &l, err);
	for (size_t i = 0; !code && i < r.outputs; i++)
		if (strcmp(r.output[i].name, output) == 0)
			*ret = zhun_lpu_u(l, i);
	return code;
}

static enum zhun_code run_chain(struct zhun_study *s, const struct zhun_json *args, double *ret,
	struct zhun_error *err)
{
	struct about a;
	enum zhun_code code = find(s, args, "output", &a, err);
	if (!code)
		code = check_stages(a.model, zhun_json_get(args, "stages"), err);
	if (!code && a.index >= a.model->outputs)
		code = zhun_fail(err, ZHUN_E_STUDY_NAME, "/output", zhun_json_get_string(args, "output"));
	if (code)
		return code;
	if (study_is(args, "passed_on", "u_only"))
		return run_u_only(s, args, &a, ret, err);
	*ret = zhun_lpu_u(a.lpu, a.index);
	return ZHUN_OK;
}

/* ---- the table ---- */

#define OUTPUT {"output", ZHUN_STUDY_NAME, .optional = true}
#define ORDER {"order", ZHUN_STUDY_WHOLE, .optional = true}
#define T_U {"t_u", ZHUN_STUDY_WORD, "sd|scale", .preset = true}
#define CORRELATIONS {"correlations", ZHUN_STUDY_WORD, "taken|ignored", .preset = true}
#define NU {"nu", ZHUN_STUDY_WORD, "effective|truncated|infinite", .optional = true}
#define K {"k", ZHUN_STUDY_NUMBER, .optional = true}
#define P {"p", ZHUN_STUDY_NUMBER, .optional = true}

const struct zhun_study_op study_ops_uncertainty[] = {
	{"lpu.value", "uncertainty", {OUTPUT, ORDER, T_U, CORRELATIONS},
	 {"Value of the output at the inputs' means; to second order with the curvature's term",
	  "输入量取均值时输出量的值；二阶时含曲率项"}, "JCGM 100:2008 4.1.4", run_value},
	{"lpu.u", "uncertainty", {OUTPUT, ORDER, T_U, CORRELATIONS},
	 {"Combined standard uncertainty, first or second order", "合成标准不确定度，一阶或二阶"},
	 "JCGM 100:2008 5.1.2, 5.2.2", run_u},
	{"lpu.nu_eff", "uncertainty", {OUTPUT, {"truncate", ZHUN_STUDY_BOOLEAN, .optional = true}, T_U, CORRELATIONS},
	 {"Effective degrees of freedom (Welch–Satterthwaite); truncated to the next lower integer where asked",
	  "有效自由度（韦尔奇-萨特思韦特公式）；可截尾取整"}, "JCGM 100:2008 G.4.1", run_nu},
	{"lpu.k", "uncertainty", {OUTPUT, {"p", ZHUN_STUDY_NUMBER}, {"nu", ZHUN_STUDY_WORD,
	 "effective|truncated|infinite"}, T_U, CORRELATIONS},
	 {"Coverage factor for a probability, from t or the normal distribution", "给定概率的包含因子，取自 t 分布或正态分布"},
	 "JCGM 100:2008 G.3, G.6.4", run_k},
	{"lpu.U", "uncertainty", {OUTPUT, ORDER, K, P, NU, T_U, CORRELATIONS},
	 {"Expanded uncertainty k·u", "扩展不确定度 k·u"}, "JCGM 100:2008 6.2.1", run_U},
	{"lpu.interval_low", "uncertainty", {OUTPUT, ORDER, K, P, NU, T_U, CORRELATIONS},
	 {"Value less the expanded uncertainty", "值减扩展不确定度"}, "JCGM 100:2008 6.2.1", run_low},
	{"lpu.interval_high", "uncertainty", {OUTPUT, ORDER, K, P, NU, T_U, CORRELATIONS},
	 {"Value and the expanded uncertainty", "值加扩展不确定度"}, "JCGM 100:2008 6.2.1", run_high},
	{"lpu.reported", "uncertainty", {{"of", ZHUN_STUDY_WORD, "U|u|value"},
	 {"rounding", ZHUN_STUDY_WORD, "nearest|five_percent|up", .preset = true},
	 {"digits", ZHUN_STUDY_WHOLE, .optional = true, .otherwise = 2}, OUTPUT, K, P, NU, T_U, CORRELATIONS},
	 {"U or u rounded to digits (2), or the value to the last place of U; up where more than 5 % would be lost, or "
	  "always",
	  "修约后的 U 或 u（有效数字缺省 2 位），或与 U 末位对齐的值；损失超过 5 % 时进位，或总是进位"},
	 "JCGM 100:2008 7.2.6; EA-4/02 M:2022 6.3", run_reported},
	{"lpu.component", "uncertainty", {OUTPUT, {"inputs", ZHUN_STUDY_NAMES}, T_U, CORRELATIONS},
	 {"|c·u| of the inputs listed, as root sum of squares", "所列输入量的不确定度分量（方和根）"},
	 "JCGM 100:2008 5.1.3", run_component},
	{"lpu.contribution", "uncertainty", {OUTPUT, {"inputs", ZHUN_STUDY_NAMES}, T_U, CORRELATIONS},
	 {"Share of the inputs listed in u², in percent, inputs being independent", "所列输入量占 u² 的百分比（各输入量独立）"},
	 "EA-4/02 M:2022", run_contribution},
	{"lpu.covariance", "uncertainty", {{"a", ZHUN_STUDY_NAME}, {"b", ZHUN_STUDY_NAME}, T_U, CORRELATIONS},
	 {"First-order covariance of two outputs or inputs", "两个输出量或输入量的一阶协方差"}, "JCGM 102:2011 6.2",
	 run_covariance},
	{"lpu.correlation", "uncertainty", {{"a", ZHUN_STUDY_NAME}, {"b", ZHUN_STUDY_NAME}, T_U, CORRELATIONS},
	 {"First-order correlation coefficient of two outputs or inputs", "两个输出量或输入量的一阶相关系数"},
	 "JCGM 102:2011 6.2", run_correlation},
	{"chain.u", "uncertainty", {OUTPUT, {"stages", ZHUN_STUDY_NAMES},
	 {"passed_on", ZHUN_STUDY_WORD, "influences|u_only"}, T_U, CORRELATIONS},
	 {"u of the output when the stages are results handed on: with every influence, or with value and u alone",
	  "各级结果传递后输出量的不确定度：传递全部影响量，或仅传递值与不确定度"},
	 "JCGM 100:2008 5.1, F.1.2.3", run_chain},
	{0},
};
