/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fit of a regression study: coefficients as expressions in x, by method ols, wls, gdr, gmr or ggmr. */
#include <math.h>

#include "measure/dd.h"
#include "study/fit.h"

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
	const struct zhun_model_source source = {&x, 1, out, n};
	return zhun_model_compile(s->arena, &source, &f->basis, err);
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

enum zhun_code study_curve_slope(struct zhun_study *s, const struct study_fit *f, double x, double *ret,
				 struct zhun_error *err)
{
	double *work = ZHUN_NEW_ARRAY(s->arena, zhun_model_gradient_work(f->basis), double), sum = 0;
	enum zhun_code code = work ? ZHUN_OK : zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < zhun_model_outputs(f->basis) && !code; i++) {
		double slope = 0;
		struct zhun_gradient g = {.d = &slope};
		code = zhun_model_gradient(f->basis, i, &x, work, &g, err);
		sum += f->fit.coefficient[i] * slope;
	}
	if (!code)
		*ret = sum;
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

static enum zhun_code fit_ols(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			      enum zhun_fit_scale scale, struct zhun_error *err)
{
	struct zhun_dd *design = NULL;
	enum zhun_code code = make_design(s, f, list, &design, err);
	const struct zhun_linear_data data = {design, list->count, f->y, NULL, scale};
	return code ? code : zhun_fit_linear(s->arena, &data, &f->fit, err);
}

static enum zhun_code fit_wls(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			      enum zhun_fit_scale scale, struct zhun_error *err)
{
	struct zhun_dd *design = NULL;
	const double *u = NULL;
	double *w = NULL;
	enum zhun_code code = make_design(s, f, list, &design, err);
	if (!code)
		code = study_fit_u(s, "y", f->x.count, &u, err);
	if (!code && !u)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", "u_y");
	if (!code && !(w = ZHUN_NEW_ARRAY(s->arena, f->x.count, double)))
		code = zhun_no_memory(s->arena, err);
	for (size_t i = 0; !code && i < f->x.count; i++)
		w[i] = 1 / (u[i] * u[i]);
	const struct zhun_linear_data data = {design, list->count, f->y, w, scale};
	return code ? code : zhun_fit_linear(s->arena, &data, &f->fit, err);
}

/* y with covariances: any coefficients (ISO/TS 28037 clause 9). */
static enum zhun_code fit_gmr(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			      enum zhun_fit_scale scale, struct zhun_error *err)
{
	struct zhun_dd *design = NULL;
	const double *covariance = NULL;
	enum zhun_code code = make_design(s, f, list, &design, err);
	if (!code)
		code = study_fit_covariance(s, "y", f->x.count, &covariance, err);
	if (!code && !covariance)
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", "cov_y");
	const struct zhun_linear_data data = {design, list->count, f->y, NULL, scale, covariance};
	return code ? code : zhun_fit_linear(s->arena, &data, &f->fit, err);
}

static enum zhun_code need_line(const struct zhun_json *list, struct zhun_error *err)
{
	bool line = list->count == 2 && power_of(list->first->text) == 0 && power_of(list->first->next->text) == 1;
	return line ? ZHUN_OK
		    : zhun_fail(err, ZHUN_E_STUDY_KIND, "/model/coefficients", "coefficients", "1, x");
}

/* x and y with covariances of any kind: a straight line (clauses 8 and 10). */
static enum zhun_code fit_ggmr(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			       enum zhun_fit_scale scale, struct zhun_error *err)
{
	struct zhun_line_covariances data = {.x = f->x, .y = f->y, .scale = scale};
	enum zhun_code code = need_line(list, err);
	if (!code)
		code = study_fit_covariance(s, "x", f->x.count, &data.x_x, err);
	if (!code)
		code = study_fit_covariance(s, "y", f->x.count, &data.y_y, err);
	if (!code)
		code = study_fit_cross(s, f->x.count, &data.x_y, err);
	if (!code && (!data.x_x || !data.y_y))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", data.x_x ? "cov_y" : "cov_x");
	return code ? code : zhun_fit_line_correlated(s->arena, &data, &f->fit, err);
}

static enum zhun_code fit_both(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			       enum zhun_fit_scale scale, struct zhun_error *err)
{
	const double *u_x = NULL, *u_y = NULL;
	enum zhun_code code = need_line(list, err);
	if (!code)
		code = study_fit_u(s, "x", f->x.count, &u_x, err);
	if (!code)
		code = study_fit_u(s, "y", f->x.count, &u_y, err);
	if (!code && (!u_x || !u_y))
		code = zhun_fail(err, ZHUN_E_STUDY_MISSING, "/inputs", u_x ? "u_y" : "u_x");
	const struct zhun_line_data data = {f->x, f->y, u_x, u_y, scale};
	return code ? code : zhun_fit_line_both(s->arena, &data, &f->fit, err);
}

/* The words that model.method may be. */
static const struct way {
	const char *name;
	enum zhun_code (*fit)(struct zhun_study *s, struct study_fit *f, const struct zhun_json *list,
			      enum zhun_fit_scale scale, struct zhun_error *err);
} ways[] = {{"ols", fit_ols}, {"wls", fit_wls}, {"gdr", fit_both}, {"gmr", fit_gmr}, {"ggmr", fit_ggmr}};

static const struct way *way_named(const char *name)
{
	for (size_t i = 0; name && i < ZHUN_COUNT(ways); i++)
		if (strcmp(ways[i].name, name) == 0)
			return &ways[i];
	return NULL;
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
	const struct way *way = way_named(method);
	enum zhun_code code = study_known(model, "method|coefficients|scale", err);
	if (!code)
		code = study_need(model, "coefficients", &list, err);
	if (!code && list->kind != ZHUN_J_OBJECT)
		code = zhun_fail(err, ZHUN_E_STUDY_KIND, "/coefficients", "coefficients", "an object");
	if (!code && !way)
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/method", method ? method : "", "ols|wls|gdr|gmr|ggmr");
	if (!code && !(scale && study_among("residual|none", scale)))
		code = zhun_fail(err, ZHUN_E_STUDY_WORD, "/scale", scale ? scale : "", "residual|none");
	if (!code && compile_basis(s, f, list, err))
		code = study_within(err, "coefficients");
	if (code || !way)
		return study_within(err, "model");
	enum zhun_fit_scale how = strcmp(scale, "residual") == 0 ? ZHUN_SCALE_RESIDUAL : ZHUN_SCALE_NONE;
	code = read_points(s, f, err);
	return code ? code : way->fit(s, f, list, how, err);
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
