/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model of an uncertainty study: its inputs, correlations and outputs, read once. */
#include <math.h>
#include <string.h>

#include "study/study.h"

/* The name of the output that is an input drawn: no name of a document has two underscores in front. */
#define DRAWN "__drawn_"

/* ---- inputs ---- */

static size_t input_named(const struct study_model *m, const char *name)
{
	size_t i = 0;
	while (i < m->inputs && strcmp(m->name[i], name) != 0)
		i++;
	return i;
}

/* The columns' names, and behind them those of the constants, with the constants' values. */
static size_t name_columns(const struct study_model *m, const struct zhun_json *columns, const char **names,
	double *x)
{
	size_t n = 0;
	for (const struct zhun_json *v = columns->first; v; v = v->next)
		names[n++] = v->name;
	for (size_t i = 0; i < m->inputs; i++)
		if (m->input[i].d.kind == ZHUN_D_CONSTANT && !m->input[i].readings.count) {
			names[n] = m->name[i];
			x[n++] = m->input[i].d.a;
		}
	return n;
}

/* Series of one length, one for each column. */
struct columns {
	const struct zhun_series *series;
	size_t count;
};

static enum zhun_code read_columns(struct zhun_study *s, const struct zhun_json *columns, struct columns *ret,
				   struct zhun_error *err)
{
	struct zhun_series *series = ZHUN_NEW_ARRAY(s->arena, columns->count, struct zhun_series);
	size_t n = 0;
	if (!series)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = columns->first; v; v = v->next, n++) {
		enum zhun_code code = study_series(s, v, &series[n], err);
		if (!code && series[n].count != series[0].count)
			code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(series[0].count),
					 ZHUN_INT(series[n].count));
		if (code)
			return study_within(err, v->name);
	}
	*ret = (struct columns){series, n};
	return ZHUN_OK;
}

/* The values of an expression row by row over the columns, which are the first of x. */
static enum zhun_code evaluate_rows(struct zhun_study *s, const struct zhun_model *m, const struct columns *c,
				    double *x, struct zhun_series *ret, struct zhun_error *err)
{
	size_t n = c->count ? c->series[0].count : 0;
	struct zhun_dd *out = ZHUN_NEW_ARRAY(s->arena, n, struct zhun_dd);
	double *work = ZHUN_NEW_ARRAY(s->arena, zhun_model_work(m, 1), double);
	if (!out || !work)
		return zhun_no_memory(s->arena, err);
	for (size_t row = 0; row < n; row++) {
		double y = 0;
		for (size_t i = 0; i < c->count; i++)
			x[i] = c->series[i].x[row].hi;
		enum zhun_code code = zhun_model_value(m, 0, x, work, &y, err);
		if (code)
			return code;
		out[row] = (struct zhun_dd){y, 0};
	}
	*ret = (struct zhun_series){n, out};
	return ZHUN_OK;
}

static enum zhun_code series_of_expression(struct zhun_study *s, const struct study_model *m, const char *text,
					   struct zhun_series *ret, struct zhun_error *err)
{
	const struct zhun_json *columns = NULL;
	struct columns read = {0};
	const struct zhun_model *model = NULL;
	enum zhun_code code = study_need(s->root, "columns", &columns, err);
	if (code)
		return code;
	const char **names = ZHUN_NEW_ARRAY(s->arena, columns->count + m->inputs + 1, const char *);
	double *x = ZHUN_NEW_ARRAY(s->arena, columns->count + m->inputs + 1, double);
	struct zhun_model_output *output = ZHUN_NEW(s->arena, struct zhun_model_output);
	if (!names || !x || !output)
		return zhun_no_memory(s->arena, err);
	*output = (struct zhun_model_output){"readings_of", text};
	size_t count = name_columns(m, columns, names, x);
	const struct zhun_model_source source = {names, count, output, 1};
	code = zhun_model_compile(s->arena, &source, &model, err);
	if (!code)
		code = read_columns(s, columns, &read, err);
	return code ? code : evaluate_rows(s, model, &read, x, ret, err);
}

/* Type A: the mean, s/√n, n − 1 (JCGM 100 4.2). */
static enum zhun_code read_type_a(struct zhun_study *s, const struct study_model *m, const struct zhun_json *json,
				  struct study_input *in, struct zhun_error *err)
{
	const struct zhun_json *list = zhun_json_get(json, "readings");
	const char *expression = zhun_json_get_string(json, "readings_of");
	struct zhun_summary summary = {0};
	enum zhun_code code = study_known(json, "readings|readings_of", err);
	if (code)
		return code;
	if (!list == !expression)
		return zhun_fail(err, ZHUN_E_STUDY_EITHER, "", "readings", "readings_of");
	code = list ? study_series(s, list, &in->readings, err)
		    : series_of_expression(s, m, expression, &in->readings, err);
	if (!code)
		code = zhun_series_summary(in->readings, &summary, err);
	if (code)
		return study_within(err, list ? "readings" : "readings_of");
	double n = (double)in->readings.count, u = summary.sd / sqrt(n);
	in->lpu = (struct zhun_lpu_input){summary.mean, u, n - 1};
	in->scale_u = u;
	in->d = (struct zhun_distribution){u > 0 ? ZHUN_D_NORMAL : ZHUN_D_CONSTANT, summary.mean, u, 0, 0};
	return ZHUN_OK;
}

static enum zhun_code read_type_b(const struct zhun_study *s, const struct zhun_json *json, struct study_input *in,
				  struct zhun_error *err)
{
	enum zhun_code code = study_distribution(s->arena, json, "", &in->d, err);
	double dof = study_number(json, "dof", 0);
	if (code)
		return code;
	if (zhun_json_get(json, "dof") && !(dof > 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/dof", "dof", "> 0");
	in->lpu = (struct zhun_lpu_input){zhun_distribution_mean(&in->d), 0, dof};
	in->lpu.u = in->d.kind == ZHUN_D_CONSTANT ? 0 : zhun_distribution_sd(&in->d);
	in->scale_u = in->d.kind == ZHUN_D_T ? in->d.b : in->lpu.u;
	return ZHUN_OK;
}

/* Constants first: expressions of readings may use them. */
static enum zhun_code read_inputs(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	for (int constants = 1; constants >= 0; constants--)
		for (const struct zhun_json *v = s->inputs ? s->inputs->first : NULL; v && !code; v = v->next) {
			struct study_input *in = &m->input[m->inputs];
			if (study_is(v, "dist", "constant") != (constants == 1))
				continue;
			*in = (struct study_input){.name = v->name};
			code = zhun_json_get(v, "dist") ? read_type_b(s, v, in, err) : read_type_a(s, m, v, in, err);
			m->name[m->inputs++] = v->name;
			if (code)
				(void)study_within(err, v->name);
		}
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

/* ---- correlations ---- */

static enum zhun_code find_input(const struct study_model *m, const struct zhun_json *json, const char *key,
				 size_t *ret, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(json, key);
	if (!name)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", key);
	*ret = input_named(m, name);
	if (*ret == m->inputs) {
		(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", name);
		return study_within(err, key);
	}
	return ZHUN_OK;
}

static enum zhun_code read_correlation(struct study_model *m, const struct zhun_json *json, struct zhun_error *err)
{
	size_t a = 0, b = 0;
	double r = 0;
	enum zhun_code code = study_known(json, "a|b|r", err);
	if (!code)
		code = find_input(m, json, "a", &a, err);
	if (!code)
		code = find_input(m, json, "b", &b, err);
	if (!code && study_is(json, "r", "from_readings"))
		code = zhun_series_correlation(m->input[a].readings, m->input[b].readings, &r, err);
	else if (!code) {
		code = study_need_number(json, "r", &r, err);
		m->rounding = fmax(m->rounding, zhun_correlation_rounding(r));
	}
	if (!code && a == b && r != 1)
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/r", "r", "1");
	if (!code)
		m->correlation[a * m->inputs + b] = m->correlation[b * m->inputs + a] = r;
	return code;
}

/* Coefficients that cannot hold together are repaired within their rounding, or as the study says. */
static enum zhun_code settle(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	static const char words[] = "repair|nearest";
	const char *word = zhun_json_get_string(s->root, "correlation_matrix");
	const struct zhun_correlation_care care = {m->rounding, word && strcmp(word, "nearest") == 0};
	struct zhun_correlation *c = ZHUN_NEW(s->arena, struct zhun_correlation);
	if (!c)
		return zhun_no_memory(s->arena, err);
	if (word && !study_among(words, word)) {
		(void)zhun_fail(err, ZHUN_E_STUDY_WORD, "", word, words);
		return study_within(err, "correlation_matrix");
	}
	if (zhun_correlation_settle(s->arena, m->correlation, m->inputs, &care, c, err))
		return study_within(err, "correlations");
	if (c->r == m->correlation)
		return ZHUN_OK;
	memcpy(m->correlation, c->r, m->inputs * m->inputs * sizeof(*c->r));
	m->repair = c;
	return ZHUN_OK;
}

static enum zhun_code read_correlations(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	const struct zhun_json *list = zhun_json_get(s->root, "correlations");
	size_t n = m->inputs, at = 0;
	m->correlation = ZHUN_NEW_ARRAY(s->arena, n * n, double);
	if (!m->correlation)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < n; i++)
		m->correlation[i * n + i] = 1;
	for (const struct zhun_json *v = list ? list->first : NULL; v; v = v->next, at++)
		if (read_correlation(m, v, err)) {
			(void)zhun_json_within_index(err, at);
			return study_within(err, "correlations");
		}
	return settle(s, m, err);
}

/* ---- outputs ---- */

static const struct zhun_json *asks_of(const struct zhun_study *s)
{
	const struct zhun_json *asks = zhun_json_get(s->root, "ask");
	return asks ? asks : zhun_json_get(s->root, "expected");
}

static bool has_output(const struct study_model *m, const char *name)
{
	for (size_t i = 0; i < m->all; i++)
		if (strcmp(m->output[i].name, name) == 0)
			return true;
	return false;
}

/* An input that is to be drawn becomes an output of its own. */
static enum zhun_code add_drawn(struct zhun_study *s, struct study_model *m, const char *input,
	struct zhun_error *err)
{
	const char *name = input ? zhun_printf(s->arena, DRAWN "%s", input) : NULL;
	if (!input || input_named(m, input) == m->inputs || has_output(m, input))
		return ZHUN_OK;
	if (!name)
		return zhun_no_memory(s->arena, err);
	if (!has_output(m, name))
		m->output[m->all++] = (struct zhun_model_output){name, input};
	return ZHUN_OK;
}

static enum zhun_code read_outputs(struct zhun_study *s, struct study_model *m, struct zhun_error *err)
{
	const struct zhun_json *model = zhun_json_get(s->root, "model"), *asks = asks_of(s);
	static const char *const keys[] = {"output", "a", "b"};
	size_t most = (model ? model->count : 0) + 3 * (asks ? asks->count : 0) + 1;
	enum zhun_code code = ZHUN_OK;
	m->output = ZHUN_NEW_ARRAY(s->arena, most, struct zhun_model_output);
	if (!m->output)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = model ? model->first : NULL; v; v = v->next) {
		if (v->kind != ZHUN_J_STRING) {
			(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", v->name, "an expression");
			(void)study_within(err, v->name);
			return study_within(err, "model");
		}
		m->output[m->outputs++] = (struct zhun_model_output){v->name, v->text};
	}
	m->all = m->outputs;
	for (const struct zhun_json *v = asks ? asks->first : NULL; v; v = v->next) {
		const char *op = zhun_json_get_string(v, "op");
		for (size_t k = 0; op && strncmp(op, "mc.", 3) == 0 && k < ZHUN_COUNT(keys) && !code; k++)
			code = add_drawn(s, m, zhun_json_get_string(zhun_json_get(v, "args"), keys[k]), err);
	}
	if (!m->all)
		m->output[m->all++] = (struct zhun_model_output){DRAWN, "0"};
	return code;
}

enum zhun_code study_model(struct zhun_study *s, struct study_model **ret, struct zhun_error *err)
{
	struct study_model *m = s->model ? s->model : ZHUN_NEW(s->arena, struct study_model);
	size_t most = s->inputs ? s->inputs->count : 0;
	enum zhun_code code;
	*ret = m;
	if (s->model)
		return ZHUN_OK;
	if (m) {
		m->input = ZHUN_NEW_ARRAY(s->arena, most + 1, struct study_input);
		m->name = ZHUN_NEW_ARRAY(s->arena, most + 1, const char *);
	}
	if (!m || !m->input || !m->name)
		return zhun_no_memory(s->arena, err);
	code = read_inputs(s, m, err);
	if (!code)
		code = read_correlations(s, m, err);
	if (!code)
		code = read_outputs(s, m, err);
	const struct zhun_model_source source = {m->name, m->inputs, m->output, m->all};
	if (!code && zhun_model_compile(s->arena, &source, &m->model, err))
		code = study_within(err, "model");
	if (!code)
		s->model = m;
	return code;
}

enum zhun_code study_find(const struct study_model *m, const struct zhun_json *args, const char *key, size_t *ret,
			  struct zhun_error *err)
{
	const char *name = zhun_json_get_string(args, key);
	if (!name && m->outputs != 1)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", key);
	for (size_t i = 0; i < m->outputs; i++)
		if (!name || strcmp(m->output[i].name, name) == 0) {
			*ret = i;
			return ZHUN_OK;
		}
	size_t i = input_named(m, name);
	if (i == m->inputs) {
		(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", name);
		return study_within(err, key);
	}
	*ret = m->all + i;
	return ZHUN_OK;
}

/* Inputs are told by their names: their numbers are those of the model, constants first. */
static enum zhun_code name_inputs(const struct study_model *m, enum zhun_code code, struct zhun_error *err)
{
	if (code != ZHUN_E_LPU_INPUT && code != ZHUN_E_LPU_CORRELATION)
		return code;
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < m->inputs; i++)
			if (strcmp(err->arg[k], ZHUN_INT(i + 1)) == 0) {
				(void)snprintf(err->arg[k], sizeof err->arg[k], "%s", m->name[i]);
				break;
			}
	return code;
}

enum zhun_code study_lpu(struct zhun_study *s, const struct zhun_json *args, const struct zhun_lpu **ret,
			 struct zhun_error *err)
{
	bool scale = study_is(args, "t_u", "scale"), ignored = study_is(args, "correlations", "ignored");
	struct study_model *m = NULL;
	enum zhun_code code = study_model(s, &m, err);
	if (code)
		return code;
	*ret = m->lpu[scale][ignored];
	if (*ret)
		return ZHUN_OK;
	struct zhun_lpu_input *in = ZHUN_NEW_ARRAY(s->arena, m->inputs + 1, struct zhun_lpu_input);
	if (!in)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < m->inputs; i++) {
		in[i] = m->input[i].lpu;
		in[i].u = scale ? m->input[i].scale_u : in[i].u;
	}
	const struct zhun_lpu_task task = {m->model, in, ignored ? NULL : m->correlation};
	code = name_inputs(m, zhun_lpu_make(s->arena, &task, ret, err), err);
	if (!code)
		m->lpu[scale][ignored] = *ret;
	return code;
}
