/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations of area interval: calibration intervals by A3, by reliability, by variables. */
#include <math.h>

#include "study/study.h"
#include "zhun/measure/interval.h"

/* ---- A3 ---- */

static enum zhun_code count_passes(struct zhun_study *s, struct zhun_a3_data *d, struct zhun_error *err)
{
	const double *x = NULL;
	size_t n = 0;
	enum zhun_code code = study_doubles_of(s, "passfail", &x, &n, err);
	d->tested = (unsigned)n;
	for (size_t i = 0; i < n && !code; i++) {
		if (x[i] != 0 && x[i] != 1)
			return zhun_fail(err, ZHUN_E_STUDY_KIND, "/inputs/passfail", "passfail", "0, 1");
		d->in_tolerance += x[i] == 1;
	}
	return code;
}

static enum zhun_code read_counts(struct zhun_study *s, struct zhun_a3_data *d, struct zhun_error *err)
{
	double x = 0, n = 0;
	enum zhun_code code = study_need_number(s->inputs, "in_tolerance", &x, err);
	if (!code)
		code = study_need_number(s->inputs, "tested", &n, err);
	if (!code && !(x >= 0 && n >= 1 && x <= n && n <= STUDY_VALUES && x == floor(x) && n == floor(n)))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "", "in_tolerance, tested", "0 ≤ x ≤ n");
	d->in_tolerance = (unsigned)x;
	d->tested = (unsigned)n;
	return code ? study_within(err, "inputs") : ZHUN_OK;
}

/* A number of the inputs; what the operation asked does not use may be absent. */
static enum zhun_code read_number(struct zhun_study *s, const char *name, bool needed, double *ret,
				  struct zhun_error *err)
{
	if (!needed && !zhun_json_get(s->inputs, name))
		return ZHUN_OK;
	return study_need_number(s->inputs, name, ret, err) ? study_within(err, "inputs") : ZHUN_OK;
}

static enum zhun_code read_a3(struct zhun_study *s, struct zhun_a3_data *d, struct zhun_error *err)
{
	bool interval = s->op->member == offsetof(struct zhun_a3, interval);
	bool rejection = s->op->member == offsetof(struct zhun_a3, rejection_confidence);
	*d = (struct zhun_a3_data){.interval = 1, .target = 0.5, .confidence = 0.5};
	enum zhun_code code = zhun_json_get(s->inputs, "passfail") ? count_passes(s, d, err) : read_counts(s, d, err);
	if (!code)
		code = read_number(s, "interval", interval, &d->interval, err);
	if (!code)
		code = read_number(s, "target", interval || rejection, &d->target, err);
	return code ? code : read_number(s, "confidence", !interval && !rejection, &d->confidence, err);
}

static enum zhun_code run_a3(struct zhun_study *s, const struct zhun_json *args, double *ret, struct zhun_error *err)
{
	struct zhun_a3_data d;
	struct zhun_a3 a;
	enum zhun_code code = read_a3(s, &d, err);
	(void)args;
	if (!code)
		code = zhun_interval_a3(&d, &a, err);
	if (!code)
		*ret = study_member(s, &a);
	return code;
}

/* ---- reliability ---- */

static enum zhun_code fit_reliability(struct zhun_study *s, const struct zhun_json *args,
				      struct zhun_reliability *ret, struct zhun_error *err)
{
	const double *t = NULL, *n = NULL, *x = NULL;
	size_t count = 0, tested = 0, in = 0;
	bool weibull = study_is(args, "model", "weibull");
	enum zhun_code code = study_doubles_of(s, "t", &t, &count, err);
	if (!code)
		code = study_doubles_of(s, "tested", &n, &tested, err);
	if (!code)
		code = study_doubles_of(s, "in_tolerance", &x, &in, err);
	if (!code && (tested != count || in != count))
		code = zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, "/inputs", ZHUN_INT(count),
				 ZHUN_INT(tested != count ? tested : in));
	const struct zhun_reliability_data d = {t, n, x, count};
	return code ? code : zhun_reliability_fit(weibull ? ZHUN_RELIABILITY_WEIBULL : ZHUN_RELIABILITY_EXPONENTIAL, &d,
						  ret, err);
}

static enum zhun_code run_parameter(struct zhun_study *s, const struct zhun_json *args, double *ret,
				    struct zhun_error *err)
{
	struct zhun_reliability r;
	bool weibull = study_is(args, "model", "weibull"), rate = study_is(args, "parameter", "k");
	if (weibull == rate)
		return zhun_fail(err, ZHUN_E_STUDY_WORD, "/parameter", zhun_json_get_string(args, "parameter"),
				 weibull ? "a|b" : "k");
	enum zhun_code code = fit_reliability(s, args, &r, err);
	if (!code)
		*ret = study_is(args, "parameter", "b") ? r.b : r.a;
	return code;
}

static enum zhun_code run_loglik(struct zhun_study *s, const struct zhun_json *args, double *ret,
				 struct zhun_error *err)
{
	struct zhun_reliability r;
	enum zhun_code code = fit_reliability(s, args, &r, err);
	if (!code)
		*ret = r.loglik;
	return code;
}

static enum zhun_code run_reliability(struct zhun_study *s, const struct zhun_json *args, double *ret,
				      struct zhun_error *err)
{
	struct zhun_reliability r;
	double target = study_number(args, "target", 0);
	enum zhun_code code = fit_reliability(s, args, &r, err);
	if (!code && !(target > 0 && target < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/target", "target", "0 < p < 1");
	if (!code)
		*ret = zhun_reliability_interval(&r, target);
	return code;
}

/* ---- variables: the first time at which something grows past a limit ---- */

struct growth {
	struct zhun_study *s;
	const struct study_fit *fit;
	double *row;
	double u0, y0, q;
	double target;          /* of u */
	double low, high;       /* of y ∓ q·u */
	bool bounds;            /* asked about the limits, not about u */
	struct zhun_error *err;
	enum zhun_code code;
};

/* How far inside what is asked for, at time t; below 0 is past it. */
static double room(struct growth *g, double t)
{
	double variance = 0, y;
	if (!g->code)
		g->code = study_basis(g->s, g->fit, t, g->row, g->err);
	if (g->code)
		return -1;
	y = g->y0 + zhun_fit_at(&g->fit->fit, g->row, &variance);
	double u = sqrt(g->u0 * g->u0 + g->fit->fit.s * g->fit->fit.s + variance);
	if (!g->bounds)
		return g->target - u;
	return fmin(g->high - (y + g->q * u), (y - g->q * u) - g->low);
}

static double halve(struct growth *g, double inside, double past)
{
	for (int i = 0; i < 200; i++) {
		double t = inside + (past - inside) / 2;
		if (!(t > inside && t < past))
			break;
		if (room(g, t) > 0)
			inside = t;
		else
			past = t;
	}
	return past;
}

/* From 0 in steps of a hundredth of the data's span, growing beyond it. */
static enum zhun_code first_past(struct growth *g, double *ret)
{
	enum { STEPS = 4000 };
	double span = 0, t = 0, step;
	for (size_t i = 0; i < g->fit->x.count; i++)
		span = fmax(span, fabs(g->fit->x.x[i].hi));
	step = span > 0 ? span / 100 : 1;
	if (room(g, 0) <= 0) {
		*ret = 0;
		return g->code;
	}
	for (int i = 0; i < STEPS; i++) {
		double next = t + step;
		if (room(g, next) <= 0) {
			*ret = halve(g, t, next);
			return g->code;
		}
		t = next;
		step *= t > 2 * span ? 1.02 : 1;
	}
	return zhun_fail(g->err, ZHUN_E_STUDY_NO_ANSWER, "", "interval");
}

static enum zhun_code open_growth(struct zhun_study *s, const struct zhun_json *args, struct growth *g,
				  struct zhun_error *err)
{
	struct study_fit *fit;
	enum zhun_code code = study_fit(s, &fit, err);
	if (code)
		return code;
	*g = (struct growth){.s = s, .fit = fit, .u0 = study_number(args, "u0", 0), .y0 = study_number(args, "y0", 0),
		.low = -HUGE_VAL, .high = HUGE_VAL, .err = err,
		.row = ZHUN_NEW_ARRAY(s->arena, fit->fit.coefficients, double)};
	if (!g->row)
		return zhun_no_memory(s->arena, err);
	return g->u0 >= 0 ? ZHUN_OK : zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/u0", "u0", "≥ 0");
}

static enum zhun_code run_by_uncertainty(struct zhun_study *s, const struct zhun_json *args, double *ret,
					 struct zhun_error *err)
{
	struct growth g;
	enum zhun_code code = open_growth(s, args, &g, err);
	g.target = study_number(args, "u_target", 0);
	return code ? code : first_past(&g, ret);
}

static enum zhun_code read_limits(const struct zhun_json *limits, struct growth *g, struct zhun_error *err)
{
	enum zhun_code code = study_known(limits, "low|high", err);
	if (!code && zhun_json_get(limits, "low"))
		code = study_need_number(limits, "low", &g->low, err);
	if (!code && zhun_json_get(limits, "high"))
		code = study_need_number(limits, "high", &g->high, err);
	return code ? study_within(err, "limits") : ZHUN_OK;
}

static enum zhun_code run_by_reliability(struct zhun_study *s, const struct zhun_json *args, double *ret,
					 struct zhun_error *err)
{
	struct growth g;
	double confidence = study_number(args, "confidence", 0);
	enum zhun_code code = open_growth(s, args, &g, err);
	if (!code)
		code = read_limits(zhun_json_get(args, "limits"), &g, err);
	if (!code && !(confidence > 0 && confidence < 1))
		code = zhun_fail(err, ZHUN_E_PARAMETER_BAD, "/confidence", "confidence", "0 < p < 1");
	if (!code && !(g.fit->fit.dof > 0))
		code = zhun_fail(err, ZHUN_E_SERIES_SHORT, "", ZHUN_INT(g.fit->fit.coefficients + 1),
				 ZHUN_INT(g.fit->fit.points));
	if (code)
		return code;
	double p = study_is(args, "coverage", "two_sided") ? (1 + confidence) / 2 : confidence;
	const struct zhun_distribution t = {ZHUN_D_T, 0, 1, g.fit->fit.dof, 0};
	g.q = zhun_distribution_quantile(&t, p);
	g.bounds = true;
	return first_past(&g, ret);
}

#define OF(member) run_a3, offsetof(struct zhun_a3, member)
#define MODEL {"model", ZHUN_STUDY_WORD, "exponential|weibull"}
#define NUMBER(n) {n, ZHUN_STUDY_NUMBER}

const struct zhun_study_op study_ops_interval[] = {
	{"interval.a3_rejection_confidence", "interval", {{0}}, {"Confidence with which the interval is rejected",
	 "拒绝现行间隔的置信度"}, "NCSLI RP-1 A3", OF(rejection_confidence)},
	{"interval.a3_interval", "interval", {{0}}, {"Interval proposed", "建议间隔"}, "NCSLI RP-1 A3", OF(interval)},
	{"interval.a3_reliability_low", "interval", {{0}}, {"Lower limit of the reliability "
		"observed (Clopper–Pearson)",
	 "观测可靠度下限（Clopper–Pearson）"}, "NCSLI RP-1 A3", OF(reliability_low)},
	{"interval.a3_reliability_high", "interval", {{0}}, {"Upper limit of the reliability "
		"observed (Clopper–Pearson)",
	 "观测可靠度上限（Clopper–Pearson）"}, "NCSLI RP-1 A3", OF(reliability_high)},
	{"interval.reliability_parameter", "interval", {MODEL, {"parameter", ZHUN_STUDY_WORD, "k|a|b"}},
	 {"Parameter of a reliability model by maximum likelihood", "可靠性模型参数的最大似然估计"}, "NCSLI RP-1 method S2",
	 run_parameter, 0},
	{"interval.reliability_loglik", "interval", {MODEL}, {"Log-likelihood at the maximum", "最大对数似然"},
	 "NCSLI RP-1 method S2", run_loglik, 0},
	{"interval.reliability_interval", "interval", {MODEL, NUMBER("target")},
	 {"Time at which the reliability has fallen to the target", "可靠度降至目标值的时间"}, "NCSLI RP-1 method S2",
	 run_reliability, 0},
	{"interval.variables_uncertainty", "interval", {NUMBER("u0"), NUMBER("u_target")},
	 {"First time at which the predicted u reaches the target", "预测标准不确定度首次达到目标值的时间"},
	 "NASA-HDBK-8739.19-5 7", run_by_uncertainty, 0},
	{"interval.variables_reliability", "interval", {NUMBER("u0"), NUMBER("y0"), {"limits", ZHUN_STUDY_OBJECT},
	 NUMBER("confidence"), {"coverage", ZHUN_STUDY_WORD, "two_sided|one_sided"}},
	 {"First time at which the prediction with its interval leaves the limits", "预测区间首次超出限值的时间"},
	 "NASA-HDBK-8739.19-5 7", run_by_reliability, 0},
	{0},
};
