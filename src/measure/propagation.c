/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/propagation.h"

#include <math.h>

#include "measure/matrix.h"
#include "measure/model_plan.h"

/* how a step depends on the inputs that vary */
enum shape { FIXED, STRAIGHT, CURVED };

struct shapes {
	const struct zhun_propagation_task *t;
	enum shape *of; /* of each step */
	bool *used;	/* by the output, of each step */
};

enum zhun_code propagation_none(const struct zhun_propagation_task *t, const char *why, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_PROPAGATION_NONE, NULL, t->model->outputs[t->output].name, why);
}

static enum shape larger(enum shape a, enum shape b)
{
	return a > b ? a : b;
}

/* of a step whose operands are of these shapes */
static enum shape shape_of(const struct step *s, enum shape a, enum shape b)
{
	switch ((enum step_kind)s->kind) {
	case STEP_CONSTANT:
		return FIXED;
	case STEP_ADD:
	case STEP_SUBTRACT:
		return larger(a, b);
	case STEP_MULTIPLY:
		return a && b ? CURVED : larger(a, b);
	case STEP_DIVIDE:
		return b ? CURVED : a;
	case STEP_NEGATE:
		return a;
	case STEP_WHERE:
		return b ? CURVED : a;
	case STEP_POWER:
	case STEP_ATAN2:
	case STEP_COMPLEX:
	case STEP_LESS:
	case STEP_AT_MOST:
		return a || b ? CURVED : FIXED;
	case STEP_INPUT:
	case STEP_POWER_CONSTANT:
	case STEP_SQRT:
	case STEP_EXP:
	case STEP_LOG:
	case STEP_LOG10:
	case STEP_SIN:
	case STEP_COS:
	case STEP_TAN:
	case STEP_ASIN:
	case STEP_ACOS:
	case STEP_ATAN:
	case STEP_SINH:
	case STEP_COSH:
	case STEP_TANH:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
	case STEP_ABS:
	case STEP_ARG:
		break;
	}
	return a ? CURVED : FIXED;
}

static void find_shapes(struct shapes *s)
{
	const struct zhun_model *m = s->t->model;
	for (size_t k = 0; k < m->step_count; k++) {
		const struct step *step = &m->steps[k];
		if (step->kind == STEP_INPUT)
			s->of[k] = s->t->inputs[step->a].kind == ZHUN_D_CONSTANT ? FIXED : STRAIGHT;
		else
			s->of[k] = shape_of(step, s->of[step->a], s->of[step->b]);
	}
	s->used[m->results[s->t->output]] = true;
	for (size_t k = m->step_count; k-- > 0;) {
		const struct step *step = &m->steps[k];
		if (!s->used[k] || step->kind == STEP_INPUT || step->kind == STEP_CONSTANT)
			continue;
		s->used[step->a] = true;
		if (model_step_has_two[step->kind])
			s->used[step->b] = true;
	}
}

static enum zhun_code linear(struct zhun_arena *a, const struct zhun_propagation_task *t, struct law *ret,
			     struct zhun_error *err)
{
	size_t n = zhun_model_inputs(t->model);
	double *x = ZHUN_NEW_ARRAY(a, n, double);
	struct zhun_gradient g = {.d = ZHUN_NEW_ARRAY(a, n, double)};
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_gradient_work(t->model), double);
	if (!x || !g.d || !work)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		x[i] = zhun_distribution_mean(&t->inputs[i]);
	enum zhun_code code = zhun_model_gradient(t->model, t->output, x, work, &g, err);
	if (code)
		return code;
	for (size_t i = 0; i < n; i++)
		g.f -= g.d[i] * x[i];
	return law_of_linear(a, t, g.d, g.f, ret, err);
}

static bool is_correlated(const struct zhun_propagation_task *t, size_t i)
{
	size_t n = zhun_model_inputs(t->model);
	for (size_t k = 0; k < n && t->correlation; k++)
		if (k != i && (t->correlation[i * n + k] < 0.0 || t->correlation[i * n + k] > 0.0))
			return true;
	return false;
}

static enum zhun_code curved(struct zhun_arena *a, const struct shapes *s, struct law *ret, size_t *ret_count,
			     struct zhun_error *err)
{
	size_t varying[2] = {0}, count = 0;
	for (size_t i = 0; i < zhun_model_inputs(s->t->model); i++) {
		if (!s->used[i] || s->of[i] == FIXED)
			continue;
		if (count == 2 || is_correlated(s->t, i))
			return propagation_none(s->t, count == 2 ? ">2" : "r", err);
		varying[count++] = i;
	}
	*ret_count = count;
	return count == 2 ? law_of_two(a, s->t, varying, ret, err) : law_of_one(a, s->t, varying[0], ret, err);
}

static enum zhun_code find_law(struct zhun_arena *a, const struct zhun_propagation_task *t, struct law *ret,
			       enum zhun_propagation_way *ret_way, struct zhun_error *err)
{
	size_t n = t->model->step_count, count = 0;
	struct shapes s = {.t = t, .of = ZHUN_NEW_ARRAY(a, n, enum shape), .used = ZHUN_NEW_ARRAY(a, n, bool)};
	if (!s.of || !s.used)
		return zhun_no_memory(a, err);
	find_shapes(&s);
	if (s.of[t->model->results[t->output]] != CURVED) {
		*ret_way = ZHUN_BY_CONVOLUTION;
		return linear(a, t, ret, err);
	}
	enum zhun_code code = curved(a, &s, ret, &count, err);
	*ret_way = count == 2 ? ZHUN_BY_QUADRATURE : ZHUN_BY_QUANTILES;
	return code;
}

static enum zhun_code check(struct zhun_arena *a, const struct zhun_propagation_task *t, double p,
			    struct zhun_error *err)
{
	size_t n = zhun_model_inputs(t->model);
	enum zhun_code code = ZHUN_OK;
	if (!(p > 0.0 && p < 1.0))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "p", "> 0, < 1");
	if (zhun_model_is_complex(t->model, t->output))
		return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, NULL, ZHUN_INT(t->output + 1));
	for (size_t i = 0; i < n && !code; i++) {
		code = zhun_distribution_check(&t->inputs[i], err);
		if (!code && zhun_distribution_counts(t->inputs[i].kind)) /* its laws have densities */
			code = propagation_none(t, zhun_distribution_row(t->inputs[i].kind)->name, err);
	}
	return code ? code : matrix_check_correlation(a, t->correlation, n, err);
}

/* ---- intervals ---- */

double curve_reaches(curve *f, const void *context, double low, double high, double level)
{
	double at_low = f(context, low) - level, at_high = f(context, high) - level;
	for (int i = 0; i < 200 && fabs(high - low) > 1e-14 * fmax(fabs(low), fabs(high)); i++) {
		double x = low - at_low * (high - low) / (at_high - at_low), middle = low + 0.5 * (high - low);
		x = i % 3 != 2 && x > fmin(low, high) && x < fmax(low, high) ? x : middle;
		double y = f(context, x) - level;
		if (!isfinite(y))
			return (double)NAN;
		if (fabs(y) <= 0.0 || fabs(x - low) <= 0.0 || fabs(x - high) <= 0.0)
			return x;
		bool lower = y < 0.0 ? at_low < 0.0 : at_low > 0.0;
		*(lower ? &low : &high) = x;
		*(lower ? &at_low : &at_high) = y;
	}
	return low + 0.5 * (high - low);
}

static double width_from(const struct law *l, double p, double below)
{
	return l->quantile(l->context, below + p) - l->quantile(l->context, below);
}

/* The probability below the shortest interval: the best of a few, then by the golden section about it. */
static double below_shortest(const struct law *l, double p)
{
	enum { FEW = 32 };
	const double golden = 0.6180339887498949, step = (1.0 - p) / FEW, least = 1e-12 * (1.0 - p);
	double best = 0.5 * (1.0 - p), narrowest = width_from(l, p, best);
	for (int i = 0; i <= FEW; i++) {
		double below = fmin(fmax(i * step, least), 1.0 - p - least), width = width_from(l, p, below);
		if (width < narrowest) {
			narrowest = width;
			best = below;
		}
	}
	double from = fmax(best - step, least), to = fmin(best + step, 1.0 - p - least);
	for (int i = 0; i < 30; i++) {
		double a = to - golden * (to - from), b = from + golden * (to - from);
		if (width_from(l, p, a) < width_from(l, p, b))
			to = b;
		else
			from = a;
	}
	return 0.5 * (from + to);
}

enum zhun_code zhun_propagate(struct zhun_arena *a, const struct zhun_propagation_task *task,
			      const struct zhun_mc_coverage *coverage, struct zhun_propagated *ret,
			      struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	struct law law;
	struct zhun_propagated got = {0};
	enum zhun_code code = check(a, task, coverage->p, err);
	if (!code)
		code = find_law(a, task, &law, &got.way, err);
	if (!code) {
		double below = coverage->kind == ZHUN_MC_SHORTEST ? below_shortest(&law, coverage->p)
								  : 0.5 * (1.0 - coverage->p);
		got.mean = law.mean;
		got.u = law.u;
		got.low = law.quantile(law.context, below);
		got.high = law.quantile(law.context, below + coverage->p);
		if (!isfinite(got.low) || !isfinite(got.high))
			code = propagation_none(task, "p", err);
	}
	zhun_arena_rewind(a, mark);
	if (!code)
		*ret = got;
	return code;
}
