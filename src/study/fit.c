/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fit of a regression study: coefficients as expressions in x, by method ols, wls or gdr. */
#include <math.h>

#include "measure/dd.h"
#include "study/study.h"

enum { DEGREE_MOST = 40 };

/* The power of x that an expression is, so that the design keeps the digits of the readings: "1", "x",
 * "x^3"; −1 for any other, which is evaluated in doubles. */
static int power_of(const char *text)
{
	int n = 0;
	while (*text == ' ')
		text++;
	if (strcmp(text, "1") == 0)
		return 0;
	if (strcmp(text, "x") == 0)
		return 1;
	if (!zhun_str_starts(text, "x^") || !text[2])
		return -1;
	for (text += 2; *text >= '0' && *text <= '9' && n <= DEGREE_MOST; text++)
		n = n * 10 + (*text - '0');
	return *text || n > DEGREE_MOST ? -1 : n;
}

static enum zhun_code compile_basis(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
				    struct zhun_error *err)
{
	static const char *const x = "x";
	struct zhun_model_output *out = ZHUN_NEW_ARRAY(s->arena, list->count + 1, struct zhun_model_output);
	size_t n = 0;
	f->name = ZHUN_NEW_ARRAY(s->arena, list->count + 1, const char *);
	if (!out || !f->name)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = list->first; v; v = v->next) {
		if (v->kind != ZHUN_J_STRING) {
			(void)zhun_fail(err, ZHUN_E_STUDY_KIND, "", v->name ? v->name : "…", "an expression");
			return v->name ? study_within(err, v->name) : err->code;
		}
		f->name[n] = v->name;
		out[n++] = (struct zhun_model_output){v->name, v->text};
	}
	return zhun_model_compile(s->arena, &x, 1, out, n, &f->basis, err);
}

enum zhun_code study_basis(struct zhun_study *s, const struct study_fit *f, double x, double *row,
			   struct zhun_error *err)
{
	double *work = ZHUN_NEW_ARRAY(s->arena, zhun_model_work(f->basis, 1), double);
	enum zhun_code code = ZHUN_OK;
	if (!work)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < zhun_model_outputs(f->basis) && !code; i++)
		code = zhun_model_value(f->basis, i, &x, work, &row[i], err);
	return code;
}

static struct zhun_dd power(struct zhun_dd x, int n)
{
	struct zhun_dd y = dd(1);
	for (int i = 0; i < n; i++)
		y = dd_mul(y, x);
	return y;
}

/* Rows of expressions at the points. */
static enum zhun_code make_design(struct zhun_study *s, const struct study_fit *f, const struct zhun_json *list,
				  struct zhun_dd **ret, struct zhun_error *err)
{
	size_t p = list->count, n = f->x.count, j = 0;
	struct zhun_dd *design = ZHUN_NEW_ARRAY(s->arena, n * p + 1, struct zhun_dd);
	double *work = ZHUN_NEW_ARRAY(s->arena, zhun_model_work(f->basis, 1), double);
	if (!design || !work)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = list->first; v; v = v->next, j++) {
		int degree = power_of(v->text);
		for (size_t i = 0; i < n; i++) {
			double y = 0;
			if (degree >= 0) {
				design[i * p + j] = power(f->x.x[i], degree);
				continue;
			}
			enum zhun_code code = zhun_model_value(f->basis, j, &f->x.x[i].hi, work, &y, err);
			if (code)
				return code;
			design[i * p + j] = dd(y);
		}
	}
	*ret = design;
	return ZHUN_OK;
}

/* Standard uncertainties of a variable: u_NAME, or from w_NAME = 1/u². NULL where neither is given. */
static enum zhun_code read_u(struct zhun_study *s, const char *u_name, const char *w_name, size_t points,
			     const double **ret, struct zhun_error *err)
{
	bool by_u = zhun_json_get(s->inputs, u_name), by_w = zhun_json_get(s->inputs, w_name);
	struct zhun_series series = {0};
	enum zhun_code code = ZHUN_OK;
	*ret = NULL;
	if (by_u && by_w)
		return zhun_fail(err, ZHUN_E_STUDY_EITHER, "/inputs", u_name, w_name);
	if (!by_u && !by_w)
		return ZHUN_OK;
	code = study_series_of(s, by_u ? u_name : w_name, &series, err);
	double *u = code ? NULL : study_doubles(s->arena, series);
	if (code)
		return code;
	if (!u)
		return zhun_no_memory(s->arena, err);
	if (series.count != points)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs", ZHUN_INT(points), ZHUN_INT(series.count));
	for (size_t i = 0; by_w && i < points; i++)
		u[i] = 1 / sqrt(u[i]);
	*ret = u;
	return ZHUN_OK;
}

static enum zhun_code fit_linear(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
				 enum zhun_fit_scale scale, bool weighted, struct zhun_error *err)
{
	struct zhun_dd *design = NULL;
	const double *u = NULL;
	double *w = NULL;
	enum zhun_code code = make_design(s, f, list, &design, err);
	if (!code && weighted)
		code = read_u(s, "u_y", "w_y", f->x.count, &u, err);
	if (!code && weighted && !u)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", "u_y");
	if (!code && weighted && !(w = ZHUN_NEW_ARRAY(s->arena, f->x.count, double)))
		code = zhun_no_memory(s->arena, err);
	for (size_t i = 0; !code && weighted && i < f->x.count; i++)
		w[i] = 1 / (u[i] * u[i]);
	const struct zhun_linear_data data = {design, list->count, f->y, w, scale};
	return code ? code : zhun_fit_linear(s->arena, &data, &f->fit, err);
}

static enum zhun_code fit_both(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			       enum zhun_fit_scale scale, struct zhun_error *err)
{
	const double *u_x = NULL, *u_y = NULL;
	bool line = list->count == 2 && power_of(list->first->text) == 0 && power_of(list->first->next->text) == 1;
	if (!line)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "/model/coefficients", "coefficients", "1, x");
	enum zhun_code code = read_u(s, "u_x", "w_x", f->x.count, &u_x, err);
	if (!code)
		code = read_u(s, "u_y", "w_y", f->x.count, &u_y, err);
	if (!code && (!u_x || !u_y))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", u_x ? "u_y" : "u_x");
	const struct zhun_line_data data = {f->x, f->y, u_x, u_y, scale};
	return code ? code : zhun_fit_line_both(s->arena, &data, &f->fit, err);
}

static enum zhun_code read_points(struct zhun_study *s, struct study_fit *f, struct zhun_error *err)
{
	enum zhun_code code = study_series_of(s, "x", &f->x, err);
	if (!code)
		code = study_series_of(s, "y", &f->y, err);
	if (!code && f->x.count != f->y.count)
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs/y", ZHUN_INT(f->x.count), ZHUN_INT(f->y.count));
	return code;
}

static enum zhun_code make_fit(struct zhun_study *s, struct study_fit *f, const struct zhun_json *model,
			       struct zhun_error *err)
{
	const struct zhun_json *list = NULL;
	const char *method = zhun_json_get_string(model, "method"), *scale = zhun_json_get_string(model, "scale");
	enum zhun_code code = study_known(model, "method|coefficients|scale", err);
	if (!code)
		code = study_need(model, "coefficients", &list, err);
	if (!code && !(method && study_among("ols|wls|gdr", method)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/method", method ? method : "", "ols|wls|gdr");
	if (!code && !(scale && study_among("residual|none", scale)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/scale", scale ? scale : "", "residual|none");
	if (!code && compile_basis(s, f, list, err))
		code = study_within(err, "coefficients");
	if (code)
		return study_within(err, "model");
	enum zhun_fit_scale how = strcmp(scale, "residual") == 0 ? ZHUN_SCALE_RESIDUAL : ZHUN_SCALE_NONE;
	code = read_points(s, f, err);
	if (!code && strcmp(method, "gdr") == 0)
		return fit_both(s, f, list, how, err);
	return code ? code : fit_linear(s, f, list, how, strcmp(method, "wls") == 0, err);
}

enum zhun_code study_fit(struct zhun_study *s, struct study_fit **ret, struct zhun_error *err)
{
	const struct zhun_json *model = NULL;
	struct study_fit *f = s->fit ? s->fit : ZHUN_NEW(s->arena, struct study_fit);
	if (!f)
		return zhun_no_memory(s->arena, err);
	*ret = f;
	if (s->fit)
		return ZHUN_OK;
	enum zhun_code code = study_need(s->root, "model", &model, err);
	if (!code)
		code = make_fit(s, f, model, err);
	if (!code)
		s->fit = f;
	return code;
}
