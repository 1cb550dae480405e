/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Densities of one's own in documents: a histogram's lists, a formula in x. */
#include <string.h>

#include "study/study.h"
#include "zhun/base/number.h"
#include "zhun/measure/density.h"

static enum zhun_code read_number(const struct zhun_json *v, double *ret, struct zhun_error *err)
{
	struct zhun_number n;
	if (v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL) {
		*ret = v->real;
		return ZHUN_OK;
	}
	if (v->kind != ZHUN_J_STRING)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "…", "a number");
	enum zhun_code code = zhun_number_parse(v->text, strlen(v->text), &n, err);
	if (!code)
		*ret = n.value;
	return code;
}

static enum zhun_code read_numbers(struct zhun_arena *a, const struct zhun_json *json, const char *name, size_t most,
				   double **ret, struct zhun_error *err)
{
	const struct zhun_json *list = NULL;
	size_t n = 0;
	enum zhun_code code = study_need(json, name, &list, err);
	if (code)
		return code;
	if (list->kind != ZHUN_J_ARRAY)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", name, "a list");
	if (list->count > most)
		return zhun_fail(err, ZHUN_E_STUDY_MANY, "", ZHUN_INT(most), name);
	double *x = ZHUN_NEW_ARRAY(a, list->count + 1, double);
	if (!x)
		return zhun_no_memory(a, err);
	for (const struct zhun_json *v = list->first; v; v = v->next, n++)
		if (read_number(v, &x[n], err)) {
			(void)zhun_json_within_index(err, n);
			return study_within(err, name);
		}
	*ret = x;
	return ZHUN_OK;
}

enum zhun_code study_histogram(struct zhun_arena *a, const struct zhun_json *json, const struct zhun_density **ret,
			       struct zhun_error *err)
{
	double *edges = NULL, *weights = NULL;
	enum zhun_code code = read_numbers(a, json, "edges", ZHUN_DENSITY_BINS + 1, &edges, err);
	if (!code)
		code = read_numbers(a, json, "weights", ZHUN_DENSITY_BINS, &weights, err);
	if (code)
		return code;
	size_t bins = zhun_json_get(json, "weights")->count;
	if (zhun_json_get(json, "edges")->count != bins + 1)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/edges", "edges", "n(weights) + 1");
	return zhun_density_of_histogram(a, edges, weights, bins, ret, err);
}

enum zhun_code study_density(struct zhun_arena *a, const char *text, double low, double high,
			     const struct zhun_density **ret, struct zhun_error *err)
{
	static const char *const inputs[] = {"x"};
	const struct zhun_model_output output = {"density", text};
	const struct zhun_model_source source = {
		.inputs = inputs, .input_count = 1, .outputs = &output, .output_count = 1};
	const struct zhun_model *model = NULL;
	if (strlen(text) > STUDY_FORMULA)
		return zhun_fail(err, ZHUN_E_EXPRESSION_TOO_LONG, NULL);
	enum zhun_code code = zhun_model_compile(a, &source, &model, err);
	return code ? code : zhun_density_of_model(a, model, low, high, ret, err);
}
