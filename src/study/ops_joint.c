/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area uncertainty about quantities together: degrees of freedom of what is correlated, the ellipse
 * of two outputs, and models that are equations. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "study/study.h"
#include "zhun/measure/implicit.h"
#include "zhun/measure/lpu_correlated.h"
#include "zhun/measure/region.h"

static size_t input_index(const struct study_model *m, const char *name)
{
	size_t i = 0;
	while (i < m->inputs && strcmp(m->name[i], name) != 0)
		i++;
	return i;
}

/* The inputs that a list names, marked with 1; without the list none. */
static enum zhun_code marked(struct zhun_study *s, const struct zhun_json *args, const char *key, size_t **ret,
			     struct zhun_error *err)
{
	const struct zhun_json *list = zhun_json_get(args, key);
	size_t at = 0;
	*ret = ZHUN_NEW_ARRAY(s->arena, s->model->inputs, size_t);
	if (!*ret)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = list ? list->first : NULL; v; v = v->next, at++) {
		size_t i = input_index(s->model, v->text);
		if (i == s->model->inputs) {
			(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", v->text);
			(void)zhun_json_within_index(err, at);
			return study_within(err, key);
		}
		(*ret)[i] = 1;
	}
	return ZHUN_OK;
}

/* An output of the model, not an input. */
static enum zhun_code find_output(struct zhun_study *s, const struct zhun_json *args, const char *key, size_t *ret,
				  struct zhun_error *err)
{
	enum zhun_code code = study_find(s->model, args, key, ret, err);
	if (!code && *ret >= s->model->all) {
		code = zhun_fail(err, ZHUN_E_STUDY_NAME, "", zhun_json_get_string(args, key));
		return study_within(err, key);
	}
	return code;
}

static enum zhun_code run_nu(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	const struct zhun_lpu *l = NULL;
	size_t output = 0, *together = NULL;
	enum zhun_code code = study_lpu(s, args, &l, err);
	if (!code)
		code = find_output(s, args, "output", &output, err);
	if (!code)
		code = marked(s, args, "together", &together, err);
	if (!code)
		*ret = zhun_lpu_dof_correlated(l, output, together);
	return code;
}

static enum zhun_code run_nu_complex(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	const struct zhun_lpu *l = NULL;
	size_t re = 0, im = 0, *together = NULL;
	enum zhun_code code = study_lpu(s, args, &l, err);
	if (!code)
		code = find_output(s, args, "a", &re, err);
	if (!code)
		code = find_output(s, args, "b", &im, err);
	if (!code)
		code = marked(s, args, "together", &together, err);
	if (!code)
		*ret = zhun_lpu_dof_complex(l, re, im, together);
	return code;
}

/* ---- regions ---- */

static enum zhun_code run_k(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	double m = study_number(args, "m", 0);
	(void)s;
	if (!(m >= 1 && m <= 10000))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/m", "m", "1 … 10000");
	return zhun_region_k(study_number(args, "p", 0), (size_t)m, study_number(args, "nu", 0), ret, err);
}

struct ellipse {
	double k, major, minor, angle, area;
};

static enum zhun_code run_ellipse(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	const struct zhun_lpu *l = NULL;
	struct zhun_region g;
	size_t a = 0, b = 0;
	enum zhun_code code = study_lpu(s, args, &l, err);
	if (!code)
		code = study_find(s->model, args, "a", &a, err);
	if (!code)
		code = study_find(s->model, args, "b", &b, err);
	if (code)
		return code;
	double ab = zhun_lpu_covariance(l, a, b);
	const double v[] = {zhun_lpu_covariance(l, a, a), ab, ab, zhun_lpu_covariance(l, b, b)};
	const struct zhun_covariance of = {v, 2, study_number(args, "nu", HUGE_VAL)};
	code = zhun_region_make(s->arena, &of, study_number(args, "p", 0), &g, err);
	if (code)
		return code;
	const struct ellipse e = {g.k, g.half[0], g.half[1], atan2(g.axes[1], g.axes[0]), g.content};
	*ret = study_member(s, &e);
	return ZHUN_OK;
}

/* ---- equations ---- */

/* The unknowns in front, as the solver has it. */
struct order {
	size_t *unknown, *place; /* of each input whether it is one (1), and where it stands there */
};

static void reorder(const struct study_model *m, const struct order *o, const char **names)
{
	size_t n = 0;
	for (size_t wanted = 2; wanted-- > 0;)
		for (size_t i = 0; i < m->inputs; i++)
			if (o->unknown[i] == wanted) {
				names[n] = m->name[i];
				o->place[i] = n++;
			}
}

/* The known quantities with their correlations; of the unknowns the values, which are first guesses. */
static void fill_task(const struct study_model *m, const size_t *place, struct zhun_implicit_task *t, double *start,
		      struct zhun_lpu_input *inputs, double *correlation)
{
	size_t u = t->unknowns, n = m->inputs - u;
	for (size_t i = 0; i < m->inputs; i++) {
		if (place[i] < u) {
			start[place[i]] = m->input[i].lpu.value;
			continue;
		}
		inputs[place[i] - u] = m->input[i].lpu;
		for (size_t k = 0; k < m->inputs; k++)
			if (place[k] >= u)
				correlation[(place[i] - u) * n + place[k] - u] = m->correlation[i * m->inputs + k];
	}
	t->start = start;
	t->inputs = inputs;
	t->correlation = correlation;
}

static enum zhun_code solve(struct zhun_study *s, const struct order *o, struct zhun_implicit *ret,
			    struct zhun_error *err)
{
	const struct study_model *m = s->model;
	struct zhun_implicit_task t = {.unknowns = 0};
	size_t n = m->inputs;
	const char **names = ZHUN_NEW_ARRAY(s->arena, n + 1, const char *);
	double *start = ZHUN_NEW_ARRAY(s->arena, n, double), *r = ZHUN_NEW_ARRAY(s->arena, n * n, double);
	struct zhun_lpu_input *inputs = ZHUN_NEW_ARRAY(s->arena, n, struct zhun_lpu_input);
	if (!names || !start || !r || !inputs)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < n; i++)
		t.unknowns += o->unknown[i];
	reorder(m, o, names);
	fill_task(m, o->place, &t, start, inputs, r);
	const struct zhun_model_source source = {names, n, m->output, m->outputs};
	if (zhun_model_compile(s->arena, &source, &t.model, err))
		return study_within(err, "model");
	return zhun_implicit_solve(s->arena, &t, ret, err);
}

/* An unknown by its name, as the solver numbers it. */
static enum zhun_code find_unknown(struct zhun_study *s, const struct zhun_json *args, const char *key,
				   const struct order *o, size_t *ret, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(args, key);
	size_t i = input_index(s->model, name);
	if (i == s->model->inputs || !o->unknown[i]) {
		(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", name);
		return study_within(err, key);
	}
	*ret = o->place[i];
	return ZHUN_OK;
}

/* of the unknowns that the arguments name, one or two: where they stand, and the solution */
static enum zhun_code solved(struct zhun_study *s, const struct zhun_json *args, const char *const *keys, size_t *at,
			     struct zhun_implicit *y, struct zhun_error *err)
{
	struct study_model *m = NULL;
	struct order o = {0};
	enum zhun_code code = study_model(s, &m, err);
	if (code)
		return code;
	o.place = ZHUN_NEW_ARRAY(s->arena, m->inputs, size_t);
	code = o.place ? marked(s, args, "unknowns", &o.unknown, err) : zhun_no_memory(s->arena, err);
	if (!code)
		code = solve(s, &o, y, err);
	for (size_t i = 0; keys[i] && !code; i++)
		code = find_unknown(s, args, keys[i], &o, &at[i], err);
	return code;
}

static const char *const one_key[] = {"output", NULL}, *const two_keys[] = {"a", "b", NULL};

static enum zhun_code run_value(struct zhun_study *s, const struct zhun_json *args, double *ret,
				struct zhun_error *err)
{
	struct zhun_implicit y;
	size_t at[1];
	enum zhun_code code = solved(s, args, one_key, at, &y, err);
	if (!code)
		*ret = y.value[at[0]];
	return code;
}

static enum zhun_code run_u(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_implicit y;
	size_t at[1];
	enum zhun_code code = solved(s, args, one_key, at, &y, err);
	if (!code)
		*ret = sqrt(fmax(0, y.covariance[at[0] * y.unknowns + at[0]]));
	return code;
}

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct zhun_implicit y;
	size_t at[2];
	enum zhun_code code = solved(s, args, two_keys, at, &y, err);
	if (!code)
		*ret = y.covariance[at[0] * y.unknowns + at[1]];
	return code;
}

/* ---- the table ---- */

#define OUTPUT {"output", ZHUN_STUDY_NAME, .optional = true}
#define TOGETHER {"together", ZHUN_STUDY_NAMES, .optional = true}
#define T_U {"t_u", ZHUN_STUDY_WORD, "sd|scale", .preset = true}
#define CORRELATIONS {"correlations", ZHUN_STUDY_WORD, "taken|ignored", .preset = true}
#define PAIR {"a", ZHUN_STUDY_NAME}, {"b", ZHUN_STUDY_NAME}
#define ELLIPSE {PAIR, {"p", ZHUN_STUDY_NUMBER}, {"nu", ZHUN_STUDY_NUMBER, .optional = true}, T_U, CORRELATIONS}
#define UNKNOWNS {"unknowns", ZHUN_STUDY_NAMES}

const struct zhun_study_op study_ops_joint[] = {
	{"lpu.nu_correlated", "uncertainty", {OUTPUT, TOGETHER, T_U, CORRELATIONS},
	 {"Effective degrees of freedom for correlated inputs; those read together have theirs in common",
	  "输入量相关时的有效自由度；同时测得的输入量共用其自由度"}, "Willink, Metrologia 44 (2007) 340", run_nu},
	{"lpu.nu_complex", "uncertainty", {PAIR, TOGETHER, T_U, CORRELATIONS},
	 {"Effective degrees of freedom of a complex quantity, a its real and b its imaginary part",
	  "复数量的有效自由度，a 为实部，b 为虚部"}, "Willink and Hall, Metrologia 39 (2002) 361", run_nu_complex},
	{"coverage.k_ellipsoid_t", "coverage", {{"p", ZHUN_STUDY_NUMBER}, {"m", ZHUN_STUDY_WHOLE},
	 {"nu", ZHUN_STUDY_NUMBER}},
	 {"Factor of the ellipsoid of m quantities whose covariances have nu degrees of freedom",
	  "协方差的自由度为 nu 时，m 个量的包含椭球因子"}, "Willink and Hall, Metrologia 39 (2002) 361", run_k},
	{"lpu.ellipse_major", "uncertainty", ELLIPSE,
	 {"Longer half axis of the ellipse that holds two quantities with probability p", "两个量的包含椭圆的长半轴"},
	 "JCGM 102:2011 6.5.2", run_ellipse, .member = offsetof(struct ellipse, major)},
	{"lpu.ellipse_minor", "uncertainty", ELLIPSE,
	 {"Shorter half axis of that ellipse", "该椭圆的短半轴"},
	 "JCGM 102:2011 6.5.2", run_ellipse, .member = offsetof(struct ellipse, minor)},
	{"lpu.ellipse_angle", "uncertainty", ELLIPSE,
	 {"Angle of the longer axis from a towards b, in radians", "长轴自 a 向 b 的夹角（弧度）"},
	 "JCGM 102:2011 6.5.2", run_ellipse, .member = offsetof(struct ellipse, angle)},
	{"lpu.ellipse_area", "uncertainty", ELLIPSE,
	 {"Area of that ellipse", "该椭圆的面积"},
	 "JCGM 102:2011 6.5.2", run_ellipse, .member = offsetof(struct ellipse, area)},
	{"implicit.value", "uncertainty", {{"output", ZHUN_STUDY_NAME}, UNKNOWNS},
	 {"Solution of the equations of the model, each 0, for the inputs listed as unknown, from their values",
	  "以模型各式等于 0 为方程，对所列未知量求解；其给定值为初值"}, "JCGM 102:2011 6.3", run_value},
	{"implicit.u", "uncertainty", {{"output", ZHUN_STUDY_NAME}, UNKNOWNS},
	 {"Standard uncertainty of that solution", "该解的标准不确定度"}, "JCGM 102:2011 6.3", run_u},
	{"implicit.covariance", "uncertainty", {PAIR, UNKNOWNS},
	 {"Covariance of two unknowns", "两个未知量的协方差"}, "JCGM 102:2011 6.3", run_covariance},
	{0},
};
