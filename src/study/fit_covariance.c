/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uncertainties and covariances of the points of a regression study. */
#include <math.h>

#include "study/fit.h"

enum { POINTS_MOST = 500 };

static enum zhun_code unequal(struct zhun_error *err, const char *name, size_t want, size_t got)
{
	(void)zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "", ZHUN_INT(want), ZHUN_INT(got));
	(void)study_within(err, name);
	return study_within(err, "inputs");
}

enum zhun_code study_fit_u(struct zhun_study *s, const char *variable, size_t points, const double **ret,
			   struct zhun_error *err)
{
	char u_name[16], w_name[16];
	(void)snprintf(u_name, sizeof u_name, "u_%s", variable);
	(void)snprintf(w_name, sizeof w_name, "w_%s", variable);
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
		return unequal(err, by_u ? u_name : w_name, points, series.count);
	for (size_t i = 0; by_w && i < points; i++)
		u[i] = 1 / sqrt(u[i]);
	*ret = u;
	return ZHUN_OK;
}

/* A square matrix of the inputs. */
static enum zhun_code read_square(struct zhun_study *s, const char *name, const struct zhun_json *json, size_t points,
				  const double **ret, struct zhun_error *err)
{
	size_t rows = 0, columns = 0;
	if (study_matrix(s, json, ret, &rows, &columns, err)) {
		(void)study_within(err, name);
		return study_within(err, "inputs");
	}
	return rows == points && columns == points ? ZHUN_OK
						   : unequal(err, name, points, rows == points ? columns : rows);
}

static enum zhun_code on_diagonal(struct zhun_study *s, const double *x, size_t points, const double **ret,
				  struct zhun_error *err)
{
	double *m = ZHUN_NEW_ARRAY(s->arena, points * points, double);
	for (size_t i = 0; m && i < points; i++)
		m[i * points + i] = x[i];
	*ret = m;
	return m ? ZHUN_OK : zhun_no_memory(s->arena, err);
}

/* Work grows with the cube of the points, and a fit is not stopped half way. */
static enum zhun_code check_points(size_t points, struct zhun_error *err)
{
	return points <= POINTS_MOST ? ZHUN_OK
				     : zhun_fail(err, ZHUN_E_STUDY_MANY, "/inputs", ZHUN_INT(POINTS_MOST), "points");
}

enum zhun_code study_fit_covariance(struct zhun_study *s, const char *variable, size_t points, const double **ret,
				    struct zhun_error *err)
{
	char name[16];
	(void)snprintf(name, sizeof name, "cov_%s", variable);
	const struct zhun_json *json = zhun_json_get(s->inputs, name);
	const double *u = NULL;
	enum zhun_code code = check_points(points, err);
	*ret = NULL;
	if (!code)
		code = study_fit_u(s, variable, points, &u, err);
	if (!code && json && u)
		return zhun_fail(err, ZHUN_E_STUDY_EITHER, "/inputs", name, "u, w");
	if (!code && json)
		return read_square(s, name, json, points, ret, err);
	double *squares = code || !u ? NULL : ZHUN_NEW_ARRAY(s->arena, points, double);
	if (code || !u)
		return code;
	if (!squares)
		return zhun_no_memory(s->arena, err);
	for (size_t i = 0; i < points; i++)
		squares[i] = u[i] * u[i];
	return on_diagonal(s, squares, points, ret, err);
}

enum zhun_code study_fit_cross(struct zhun_study *s, size_t points, const double **ret, struct zhun_error *err)
{
	const struct zhun_json *json = zhun_json_get(s->inputs, "cov_xy");
	const double *pairs = NULL;
	size_t n = 0;
	*ret = NULL;
	if (!json)
		return ZHUN_OK;
	if (json->first && json->first->kind == ZHUN_J_ARRAY)
		return read_square(s, "cov_xy", json, points, ret, err);
	enum zhun_code code = study_doubles_of(s, "cov_xy", &pairs, &n, err);
	if (!code && n != points)
		code = unequal(err, "cov_xy", points, n);
	return code ? code : on_diagonal(s, pairs, points, ret, err);
}
