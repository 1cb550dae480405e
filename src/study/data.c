/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series and distributions of studies. Readings stay decimal text until they are double-doubles. */
#include <math.h>

#include "study/study.h"
#include "zhun/base/number.h"

/* ---- series ---- */

static enum zhun_code read_reading(const struct zhun_json *v, struct zhun_dd *ret, struct zhun_error *err)
{
	struct zhun_number x;
	if (v->kind == ZHUN_J_INT || v->kind == ZHUN_J_REAL) {
		*ret = (struct zhun_dd){v->real, 0};
		return ZHUN_OK;
	}
	if (v->kind != ZHUN_J_STRING)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", "a reading", "a decimal text");
	enum zhun_code code = zhun_number_parse(v->text, strlen(v->text), &x, err);
	if (!code)
		*ret = zhun_dd_of_decimal(&x.decimal);
	return code;
}

static enum zhun_code check_count(size_t n, struct zhun_error *err)
{
	return n <= STUDY_VALUES ? ZHUN_OK
				 : zhun_fail(err, ZHUN_E_STUDY_MANY, "", ZHUN_INT(STUDY_VALUES), "values");
}

static enum zhun_code read_list(struct zhun_study *s, const struct zhun_json *json, struct zhun_series *ret,
				struct zhun_error *err)
{
	struct zhun_dd *x = ZHUN_NEW_ARRAY(s->arena, json->count, struct zhun_dd);
	size_t n = 0;
	if (!x)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = json->first; v; v = v->next, n++)
		if (read_reading(v, &x[n], err))
			return zhun_json_within_index(err, n);
	*ret = (struct zhun_series){n, x};
	return ZHUN_OK;
}

/* {"first": "1.2", "pair": ["1.1", "1.3"], "repeat": 500}: the first, then the pair so many times. */
static enum zhun_code generate(struct zhun_study *s, const struct zhun_json *json, struct zhun_series *ret,
			       struct zhun_error *err)
{
	const struct zhun_json *first = NULL, *pair = NULL;
	double repeat = 0;
	enum zhun_code code = study_known(json, "first|pair|repeat", err);
	if (!code)
		code = study_need(json, "first", &first, err);
	if (!code)
		code = study_need(json, "pair", &pair, err);
	if (!code)
		code = study_need_number(json, "repeat", &repeat, err);
	if (!code && (pair->kind != ZHUN_J_ARRAY || pair->count != 2))
		code = zhun_fail(err, ZHUN_E_STUDY_KIND, "/pair", "pair", "two values");
	if (!code && !(repeat >= 0 && repeat == floor(repeat) && repeat <= STUDY_VALUES / 2.0))
		code = zhun_fail(err, ZHUN_E_STUDY_KIND, "/repeat", "repeat", "a whole number");
	if (code)
		return code;
	size_t times = (size_t)repeat;
	struct zhun_dd *x = ZHUN_NEW_ARRAY(s->arena, 2 * times + 1, struct zhun_dd), two[2];
	if (!x)
		return zhun_no_memory(s->arena, err);
	if (read_reading(first, x, err) || read_reading(pair->first, &two[0], err) ||
	    read_reading(pair->first->next, &two[1], err))
		return err->code;
	for (size_t i = 0; i < 2 * times; i++)
		x[i + 1] = two[i % 2];
	*ret = (struct zhun_series){2 * times + 1, x};
	return ZHUN_OK;
}

enum zhun_code study_series(struct zhun_study *s, const struct zhun_json *json, struct zhun_series *ret,
			    struct zhun_error *err)
{
	enum zhun_code code = check_count(json->count, err);
	if (code)
		return code;
	if (json->kind == ZHUN_J_OBJECT)
		return generate(s, json, ret, err);
	if (json->kind != ZHUN_J_ARRAY)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", json->name ? json->name : "…", "a series");
	return read_list(s, json, ret, err);
}

enum zhun_code study_series_of(struct zhun_study *s, const char *name, struct zhun_series *ret,
			       struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	enum zhun_code code = study_need(s->inputs, name, &json, err);
	if (!code && (code = study_series(s, json, ret, err)) != ZHUN_OK)
		code = study_within(err, name);
	if (code)
		(void)study_within(err, "inputs");
	return code;
}

double *study_doubles(struct zhun_arena *a, struct zhun_series s)
{
	double *x = ZHUN_NEW_ARRAY(a, s.count, double);
	for (size_t i = 0; x && i < s.count; i++)
		x[i] = s.x[i].hi;
	return x;
}

enum zhun_code study_doubles_of(struct zhun_study *s, const char *name, const double **ret, size_t *ret_count,
				struct zhun_error *err)
{
	struct zhun_series series = {0};
	enum zhun_code code = study_series_of(s, name, &series, err);
	double *x = code ? NULL : study_doubles(s->arena, series);
	if (code)
		return code;
	if (!x)
		return zhun_no_memory(s->arena, err);
	*ret = x;
	*ret_count = series.count;
	return ZHUN_OK;
}

enum zhun_code study_table(struct zhun_study *s, const struct zhun_json *json, const struct zhun_series **ret,
			   size_t *ret_count, struct zhun_error *err)
{
	struct zhun_series *rows = ZHUN_NEW_ARRAY(s->arena, json->count, struct zhun_series);
	size_t n = 0, all = 0;
	if (json->kind != ZHUN_J_ARRAY)
		return zhun_fail(err, ZHUN_E_STUDY_KIND, "", json->name ? json->name : "…", "a list of series");
	if (!rows)
		return zhun_no_memory(s->arena, err);
	for (const struct zhun_json *v = json->first; v; v = v->next, n++) {
		enum zhun_code code = study_series(s, v, &rows[n], err);
		all += rows[n].count;
		if (!code)
			code = check_count(all, err);
		if (code)
			return zhun_json_within_index(err, n);
	}
	*ret = rows;
	*ret_count = n;
	return ZHUN_OK;
}

enum zhun_code study_matrix(struct zhun_study *s, const struct zhun_json *json, const double **ret,
			    size_t *ret_count, size_t *ret_n, struct zhun_error *err)
{
	const struct zhun_series *rows = NULL;
	size_t count = 0, n;
	enum zhun_code code = study_table(s, json, &rows, &count, err);
	if (code)
		return code;
	n = count ? rows[0].count : 0;
	double *x = ZHUN_NEW_ARRAY(s->arena, count * n, double);
	if (!x)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].count != n) {
			(void)zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(n), ZHUN_INT(rows[i].count));
			return zhun_json_within_index(err, i);
		}
		for (size_t j = 0; j < n; j++)
			x[i * n + j] = rows[i].x[j].hi;
	}
	*ret = x;
	*ret_count = count;
	*ret_n = n;
	return ZHUN_OK;
}

/* ---- distributions ---- */

/* The words of each: its parameters in the order of struct zhun_distribution, "" where there is none.
 * spread is the one of which u is another spelling: u times √per_u, or of t scale·√(dof/(dof − 2)). */
static const struct row {
	const char *name;
	enum zhun_distribution_kind kind;
	const char *parameter[4];
	bool mean_optional;  /* 0 where it is not given: an error's distribution */
	double per_u;
} rows[] = {
	{"constant", ZHUN_D_CONSTANT, {"value", "", "", ""}, false, 0},
	{"normal", ZHUN_D_NORMAL, {"mean", "u", "", ""}, true, 0},
	{"t", ZHUN_D_T, {"mean", "scale", "dof", ""}, true, 1},
	{"uniform", ZHUN_D_UNIFORM, {"mean", "half_width", "", ""}, true, 3},
	{"triangular", ZHUN_D_TRIANGULAR, {"mean", "half_width", "", ""}, true, 6},
	{"arcsine", ZHUN_D_ARCSINE, {"mean", "half_width", "", ""}, true, 2},
	{"trapezoidal", ZHUN_D_TRAPEZOIDAL, {"mean", "half_width", "top_ratio", ""}, true, 0},
	{"ctrap", ZHUN_D_CTRAP, {"mean", "half_width", "inexactness", ""}, true, 0},
	{"exponential", ZHUN_D_EXPONENTIAL, {"mean", "", "", ""}, false, 0},
	{"gamma", ZHUN_D_GAMMA, {"shape", "scale", "", ""}, false, 0},
	{"beta", ZHUN_D_BETA, {"alpha", "beta", "low", "high"}, false, 0},
	{"lognormal", ZHUN_D_LOGNORMAL, {"mu", "sigma", "", ""}, false, 0},
	{"poisson", ZHUN_D_POISSON, {"mean", "", "", ""}, false, 0},
	{"binomial", ZHUN_D_BINOMIAL, {"trials", "probability", "", ""}, false, 0},
	{"histogram", ZHUN_D_HISTOGRAM, {"edges", "weights", "", ""}, false, 0},
	{"formula", ZHUN_D_FORMULA, {"density", "low", "high", ""}, false, 0},
};

static const struct row *row_named(const char *name)
{
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

static enum zhun_code check_keys(const struct row *row, const struct zhun_json *json, const char *keys,
				 struct zhun_error *err)
{
	char names[256];
	(void)snprintf(names, sizeof names, "dist|dof|%s|%s|%s|%s%s%s%s", row->parameter[0], row->parameter[1],
		       row->parameter[2], row->parameter[3], row->per_u > 0 ? "|u" : "", *keys ? "|" : "", keys);
	return study_known(json, names, err);
}

/* A spread may be given as u instead. */
static enum zhun_code read_spread(const struct row *row, const struct zhun_json *json, double dof, double *ret,
				  struct zhun_error *err)
{
	bool by_u = zhun_json_get(json, "u") != NULL;
	if (row->per_u <= 0 || (!by_u && zhun_json_get(json, row->parameter[1])))
		return study_need_number(json, row->parameter[1], ret, err);
	if (!by_u || zhun_json_get(json, row->parameter[1]))
		return zhun_fail(err, ZHUN_E_STUDY_EITHER, "", row->parameter[1], "u");
	enum zhun_code code = study_need_number(json, "u", ret, err);
	if (row->kind == ZHUN_D_T && !(dof > 2))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/dof", "dof", "> 2");
	*ret *= sqrt(row->kind == ZHUN_D_T ? (dof - 2) / dof : row->per_u);
	return code;
}

static enum zhun_code read_parameters(const struct row *row, const struct zhun_json *json,
				      struct zhun_distribution *d, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	if (zhun_json_get(json, row->parameter[0]) || !row->mean_optional)
		code = study_need_number(json, row->parameter[0], &d->a, err);
	if (!code && *row->parameter[2])
		code = study_need_number(json, row->parameter[2], &d->c, err);
	if (!code && *row->parameter[3])
		code = study_need_number(json, row->parameter[3], &d->d, err);
	if (!code && *row->parameter[1])
		code = read_spread(row, json, d->c, &d->b, err);
	return code;
}

/* Edges and weights, or a formula in x with its interval: kept as they are, neither moved nor stretched. */
static enum zhun_code read_density(struct zhun_arena *a, const struct zhun_json *json, struct zhun_distribution *d,
				   struct zhun_error *err)
{
	double low = 0, high = 0;
	const char *text = zhun_json_get_string(json, "density");
	d->b = 1;
	if (d->kind == ZHUN_D_HISTOGRAM)
		return study_histogram(a, json, &d->density, err);
	if (!text)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "density");
	enum zhun_code code = study_need_number(json, "low", &low, err);
	if (!code)
		code = study_need_number(json, "high", &high, err);
	return code ? code : study_density(a, text, low, high, &d->density, err);
}

enum zhun_code study_distribution(struct zhun_arena *a, const struct zhun_json *json, const char *keys,
				  struct zhun_distribution *ret, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(json, "dist");
	const struct row *row = name ? row_named(name) : NULL;
	if (!name)
		return zhun_fail(err, ZHUN_E_STUDY_MISSING, "", "dist");
	if (!row)
		return zhun_fail(err, ZHUN_E_STUDY_WORD, "/dist", name,
				 "constant|normal|t|uniform|triangular|arcsine|trapezoidal|ctrap|exponential|gamma|"
				 "beta|lognormal|poisson|binomial|histogram|formula");
	struct zhun_distribution d = {.kind = row->kind};
	enum zhun_code code = check_keys(row, json, keys, err);
	if (!code)
		code = zhun_distribution_has_density(d.kind) ? read_density(a, json, &d, err)
							     : read_parameters(row, json, &d, err);
	if (!code && row->mean_optional && d.b == 0) /* without spread it is a constant */
		d = (struct zhun_distribution){.kind = ZHUN_D_CONSTANT, .a = d.a};
	if (!code && d.kind == ZHUN_D_CTRAP && d.c == 0)   /* its ends are known exactly */
		d.kind = ZHUN_D_UNIFORM;
	if (!code)
		code = zhun_distribution_check(&d, err);
	if (!code)
		*ret = d;
	return code;
}
