/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area regression: calibration functions, their uncertainty, and what is read from them. */
#include <math.h>

#include "study/study.h"

static enum zhun_code find(struct zhun_study *s, const struct zhun_json *args, const char *key,
	struct study_fit **ret,
			   size_t *ret_index, struct zhun_error *err)
{
	const char *name = zhun_json_get_string(args, key);
	enum zhun_code code = study_fit(s, ret, err);
	if (code)
		return code;
	for (size_t i = 0; i < (*ret)->fit.coefficients; i++)
		if (strcmp((*ret)->name[i], name) == 0) {
			*ret_index = i;
			return ZHUN_OK;
		}
	(void)zhun_fail(err, ZHUN_E_STUDY_NAME, "", name);
	return study_within(err, key);
}

static double covariance(const struct zhun_fit *f, size_t i, size_t j)
{
	return f->covariance[i * f->coefficients + j];
}

static enum zhun_code run_coefficient(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct study_fit *f;
	size_t i;
	enum zhun_code code = find(s, args, "coefficient", &f, &i, err);
	if (!code)
		*ret = f->fit.coefficient[i];
	return code;
}

static enum zhun_code run_u(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct study_fit *f;
	size_t i;
	enum zhun_code code = find(s, args, "coefficient", &f, &i, err);
	if (!code)
		*ret = sqrt(covariance(&f->fit, i, i));
	return code;
}

/* The coefficients "a" and "b". */
static enum zhun_code find_pair(struct zhun_study *s, const struct zhun_json *args, struct study_fit **ret_fit,
				size_t ret[2], struct zhun_error *err)
{
	enum zhun_code code = find(s, args, "a", ret_fit, &ret[0], err);
	return code ? code : find(s, args, "b", ret_fit, &ret[1], err);
}

static enum zhun_code run_covariance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				     struct zhun_error *err)
{
	struct study_fit *f;
	size_t of[2];
	enum zhun_code code = find_pair(s, args, &f, of, err);
	if (!code)
		*ret = covariance(&f->fit, of[0], of[1]);
	return code;
}

static enum zhun_code run_correlation(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct study_fit *f;
	size_t of[2];
	enum zhun_code code = find_pair(s, args, &f, of, err);
	if (code)
		return code;
	double u2 = covariance(&f->fit, of[0], of[0]) * covariance(&f->fit, of[1], of[1]);
	if (!(u2 > 0))
		return zhun_fail(err, ZHUN_E_STUDY_NO_ANSWER, "", "correlation");
	*ret = covariance(&f->fit, of[0], of[1]) / sqrt(u2);
	return ZHUN_OK;
}

/* ---- how well it fits ---- */

static enum zhun_code run_fit(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct study_fit *f;
	enum zhun_code code = study_fit(s, &f, err);
	(void)args;
	if (!code)
		*ret = study_member(s, &f->fit);
	return code;
}

static enum zhun_code run_chi2_p(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct study_fit *f;
	enum zhun_code code = study_fit(s, &f, err);
	(void)args;
	if (!code && !(f->fit.dof > 0))
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, "", ZHUN_INT(f->fit.coefficients + 1),
				 ZHUN_INT(f->fit.points));
	if (!code) {
		const struct zhun_distribution chi2 = {ZHUN_D_GAMMA, 0.5 * f->fit.dof, 2, 0, 0};
		*ret = zhun_distribution_upper(&chi2, f->fit.chi2);
	}
	return code;
}

static enum zhun_code run_chi2_reduced(struct zhun_study *s, const struct zhun_json *args, double *ret,
				       struct zhun_error *err)
{
	struct study_fit *f;
	enum zhun_code code = study_fit(s, &f, err);
	(void)args;
	if (!code && !(f->fit.dof > 0))
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, "", ZHUN_INT(f->fit.coefficients + 1),
				 ZHUN_INT(f->fit.points));
	if (!code)
		*ret = f->fit.chi2 / f->fit.dof;
	return code;
}

/* ---- what is read from it ---- */

/* x itself is measured with u_x: a share of slope·u_x (ISO/TS 28037 11.2, the line at a measured x). */
static enum zhun_code add_u_x(struct zhun_study *s, const struct study_fit *f, const struct zhun_json *args,
			      double *variance, struct zhun_error *err)
{
	double slope = 0, u_x = study_number(args, "u_x", 0);
	if (!zhun_json_get(args, "u_x"))
		return ZHUN_OK;
	if (!(u_x >= 0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/u_x", "u_x", "≥ 0");
	enum zhun_code code = study_curve_slope(s, f, study_number(args, "x", 0), &slope, err);
	*variance += slope * slope * u_x * u_x;
	return code;
}

static enum zhun_code predict(struct zhun_study *s, const struct zhun_json *args, double *value, double *variance,
			      struct zhun_error *err)
{
	struct study_fit *f;
	enum zhun_code code = study_fit(s, &f, err);
	double *row = code ? NULL : ZHUN_NEW_ARRAY(s->arena, f->fit.coefficients, double);
	if (code)
		return code;
	if (!row)
		return zhun_no_memory(s->arena, err);
	code = study_basis(s, f, study_number(args, "x", 0), row, err);
	if (code)
		return code;
	*value = zhun_fit_at(&f->fit, row, variance);
	if (study_is(args, "of", "observation"))
		*variance += f->fit.s * f->fit.s;
	return add_u_x(s, f, args, variance, err);
}

static enum zhun_code run_predict(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	double variance;
	return predict(s, args, ret, &variance, err);
}

static enum zhun_code run_variance(struct zhun_study *s, const struct zhun_json *args, double *ret,
				   struct zhun_error *err)
{
	double value;
	return predict(s, args, &value, ret, err);
}

static enum zhun_code run_u_predict(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	double value, variance = 0;
	enum zhun_code code = predict(s, args, &value, &variance, err);
	*ret = sqrt(variance);
	return code;
}

/* The design at 0 and its change to 1, where every expression is straight in x ("1", "x", "x - 20"). */
static enum zhun_code straight_design(struct zhun_study *s, const struct study_fit *f, double *origin, double *slope,
				      struct zhun_error *err)
{
	double two[2];
	size_t n = f->fit.coefficients;
	bool straight = n >= 1 && n <= 2;
	enum zhun_code code = straight ? study_basis(s, f, 0, origin, err) : ZHUN_OK;
	if (!code && straight)
		code = study_basis(s, f, 1, slope, err);
	if (!code && straight)
		code = study_basis(s, f, 2, two, err);
	for (size_t i = 0; i < n && !code && straight; i++) {
		slope[i] -= origin[i];
		straight = fabs(two[i] - 2 * slope[i] - origin[i]) <= 1e-12 * (fabs(origin[i]) + fabs(slope[i]));
	}
	return code || straight ? code
				: zhun_fail(err, ZHUN_E_STUDY_KIND, "/model/coefficients", "coefficients",
					    "those of a straight line");
}

static enum zhun_code inverse(struct zhun_study *s, const struct zhun_json *args, double *x0, double *u,
			      struct zhun_error *err)
{
	struct study_fit *f;
	double origin[2] = {0}, slope[2] = {0};
	const struct zhun_inverse q = {origin, slope, study_number(args, "y0", 0), study_number(args, "u_y0", 0)};
	enum zhun_code code = study_fit(s, &f, err);
	if (!code)
		code = straight_design(s, f, origin, slope, err);
	return code ? code : zhun_fit_inverse(&f->fit, &q, x0, u, err);
}

static enum zhun_code run_inverse(struct zhun_study *s, const struct zhun_json *args, double *ret,
				  struct zhun_error *err)
{
	double u;
	return inverse(s, args, ret, &u, err);
}

static enum zhun_code run_u_inverse(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	double x0;
	return inverse(s, args, &x0, ret, err);
}

#define OF_FIT(member) run_fit, offsetof(struct zhun_fit, member)
#define NAME(n) {n, ZHUN_STUDY_NAME}
#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}
#define U_Y0 {"u_y0", ZHUN_STUDY_NUMBER, .optional = true}
#define U_X {"u_x", ZHUN_STUDY_NUMBER, .optional = true}
#define OF {"of", ZHUN_STUDY_WORD, "line|observation", .preset = true}

/* Area NULL: intervals by variables ask the same of their data. */
const struct zhun_study_op study_ops_regression[] = {
	{"regression.coefficient", NULL, {NAME("coefficient")}, {"Estimate of a coefficient", "系数的估计值"},
	 "ISO/TS 28037:2010 6 … 10", run_coefficient},
	{"regression.u", NULL, {NAME("coefficient")}, {"Its standard uncertainty", "系数的标准不确定度"},
	 "ISO/TS 28037:2010 6 … 10", run_u},
	{"regression.covariance", NULL, {NAME("a"), NAME("b")},
	 {"Covariance of two coefficients, the variance where they are one", "两个系数的协方差，相同时为方差"},
	 "ISO/TS 28037:2010 6 … 10", run_covariance},
	{"regression.correlation", NULL, {NAME("a"), NAME("b")},
	 {"Correlation coefficient of two coefficients", "两个系数的相关系数"}, "ISO/TS 28037:2010 6 … 10", run_correlation},
	{"regression.ssr", NULL, {{0}}, {"Sum of squared residuals", "残差平方和"}, "JCGM 100:2008 H.3", OF_FIT(chi2)},
	{"regression.s", NULL, {{0}}, {"Standard deviation of the residuals, √(ssr/dof)", "残差标准差 √(ssr/dof)"},
	 "JCGM 100:2008 H.3", OF_FIT(s)},
	{"regression.dof", NULL, {{0}}, {"Number of points less that of coefficients", "点数减系数个数"},
	 "JCGM 100:2008 H.3", OF_FIT(dof)},
	{"regression.chi2", NULL, {{0}}, {"Weighted sum of squares at the minimum", "最小处的加权平方和"},
	 "ISO/TS 28037:2010 6.3", OF_FIT(chi2)},
	{"regression.chi2_reduced", NULL, {{0}}, {"The same over the degrees of freedom", "加权平方和除以自由度"},
	 "ISO/TS 28037:2010 6.3", run_chi2_reduced},
	{"regression.chi2_p", NULL, {{0}}, {"Probability of a sum as large or larger, if line and u are right",
	 "若直线与不确定度无误，得到同样大或更大平方和的概率"}, "ISO/TS 28037:2010 6.3", run_chi2_p},
	{"regression.predict", NULL, {NUMBER("x")}, {"Value of the line at x", "曲线在 x 处的值"}, "JCGM 100:2008 H.3.4",
	 run_predict},
	{"regression.u_predict", NULL, {NUMBER("x"), OF, U_X},
	 {"Its u, of the line or of a new observation; with that of x where u_x is given",
	 "该值的标准不确定度：曲线的或新观测的；给出 u_x 时含 x 的贡献"}, "JCGM 100:2008 H.3.4", run_u_predict},
	{"regression.predict_variance", NULL, {NUMBER("x"), OF, U_X}, {"The same squared", "同上，方差"},
	 "JCGM 100:2008 H.3.4", run_variance},
	{"regression.inverse", NULL, {NUMBER("y0"), U_Y0}, {"The x at which a straight line has the value y0",
	 "直线取值 y0 处的 x"}, "ISO/TS 28037:2010 11.2", run_inverse},
	{"regression.u_inverse", NULL, {NUMBER("y0"), U_Y0},
	 {"Its u, y0 being independent of the line", "其标准不确定度，y0 与直线独立"}, "ISO/TS 28037:2010 11.2",
	 run_u_inverse},
	{0},
};
