/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "measure/lpu_inside.h"
#include "measure/matrix.h"

static enum zhun_code bad_input(size_t i, const char *what, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_LPU_INPUT, NULL, ZHUN_INT(i + 1), what);
}

enum zhun_code lpu_check_inputs(const struct zhun_lpu_input *inputs, size_t n, struct zhun_error *err)
{
	for (size_t i = 0; i < n; i++) {
		const struct zhun_lpu_input *in = &inputs[i];
		if (!isfinite(in->value))
			return bad_input(i, "value", err);
		if (!isfinite(in->u) || in->u < 0.0)
			return bad_input(i, "u", err);
		if (isnan(in->dof) || in->dof < 0.0)
			return bad_input(i, "dof", err);
	}
	return ZHUN_OK;
}

static void fill(struct zhun_lpu *l)
{
	for (size_t i = 0; i < l->n; i++) {
		l->x[i] = l->task.inputs[i].value;
		for (size_t k = 0; k < l->n; k++) {
			double r = i == k		 ? 1.0
				   : l->task.correlation ? l->task.correlation[i * l->n + k]
							 : 0.0;
			l->s[i * l->n + k] = r * l->task.inputs[i].u * l->task.inputs[k].u;
		}
	}
}

static enum zhun_code differentiate(struct zhun_arena *a, struct zhun_lpu *l,
				    struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_gradient_work(l->task.model), double);
	enum zhun_code code = work ? ZHUN_OK : zhun_no_memory(a, err);
	for (size_t i = 0; i < l->outputs && !code; i++) {
		struct zhun_gradient g = {.d = l->c + i * l->n};
		if (!zhun_model_is_complex(l->task.model, i))
			code = zhun_model_gradient(l->task.model, i, l->x, work, &g, err);
		l->value[i] = g.f;
	}
	zhun_arena_rewind(a, mark);
	return code;
}

enum zhun_code zhun_lpu_make(struct zhun_arena *a, const struct zhun_lpu_task *task,
			     const struct zhun_lpu **ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(task->model), outputs = zhun_model_outputs(task->model);
	enum zhun_code code = lpu_check_inputs(task->inputs, n, err);
	if (!code)
		code = matrix_check_correlation(a, task->correlation, n, err);
	if (code)
		return code;
	struct zhun_lpu *l = ZHUN_NEW(a, struct zhun_lpu);
	if (!l)
		return zhun_no_memory(a, err);
	*l = (struct zhun_lpu){.task = *task,
			       .n = n,
			       .outputs = outputs,
			       .x = ZHUN_NEW_ARRAY(a, n, double),
			       .s = ZHUN_NEW_ARRAY(a, n * n, double),
			       .value = ZHUN_NEW_ARRAY(a, outputs, double),
			       .c = ZHUN_NEW_ARRAY(a, outputs * n, double)};
	if (!l->x || !l->s || !l->value || !l->c)
		return zhun_no_memory(a, err);
	fill(l);
	code = differentiate(a, l, err);
	if (!code)
		*ret = l;
	return code;
}

double zhun_lpu_sensitivity(const struct zhun_lpu *l, size_t output, size_t input)
{
	return l->c[output * l->n + input];
}

/* of an output its sensitivity, of an input 1 on itself */
static double coefficient(const struct zhun_lpu *l, size_t index, size_t input)
{
	if (index < l->outputs)
		return zhun_lpu_sensitivity(l, index, input);
	return index - l->outputs == input ? 1.0 : 0.0;
}

double zhun_lpu_value(const struct zhun_lpu *l, size_t index)
{
	return index < l->outputs ? l->value[index] : l->x[index - l->outputs];
}

double zhun_lpu_covariance(const struct zhun_lpu *l, size_t a, size_t b)
{
	double sum = 0.0;
	for (size_t i = 0; i < l->n; i++) {
		double c = coefficient(l, a, i), inner = 0.0;
		for (size_t k = 0; k < l->n && (c < 0.0 || c > 0.0); k++)
			inner += l->s[i * l->n + k] * coefficient(l, b, k);
		sum += c * inner;
	}
	return sum;
}

double zhun_lpu_u(const struct zhun_lpu *l, size_t index)
{
	return sqrt(fmax(0.0, zhun_lpu_covariance(l, index, index)));
}

double zhun_lpu_dof(const struct zhun_lpu *l, size_t output)
{
	double total = 0.0, sum = 0.0;
	for (size_t i = 0; i < l->n; i++) {
		double part = coefficient(l, output, i) * l->task.inputs[i].u,
		       dof = l->task.inputs[i].dof;
		part *= part;
		total += part;
		if (dof > 0.0 && isfinite(dof))
			sum += part * part / dof;
	}
	return sum > 0.0 ? total * total / sum : HUGE_VAL;
}

/* ---- second order ---- */

struct second {
	const struct zhun_lpu *l;
	size_t output;
	double *work, *root, *d, *v; /* root: columns of a square root of S, n × n */
	size_t rank;
	struct zhun_error *err;
};

static enum zhun_code jet(const struct second *q, const double *d, const double *v,
			  struct zhun_jet *ret)
{
	const double *const at[3] = {q->l->x, d, v};
	return zhun_model_jet(q->l->task.model, q->output, at, q->work, ret, q->err);
}

/* tr(HS) = Σ D²[v_m, v_m]; tr(HSHS) = Σ D²[v_m, v_n]²; the third-order term along S·c */
static enum zhun_code second_terms(const struct second *q, double *trace, double *square,
				   double *third)
{
	size_t n = q->l->n;
	*trace = *square = *third = 0.0;
	for (size_t i = 0; i < n; i++) {
		q->d[i] = 0.0;
		for (size_t k = 0; k < n; k++)
			q->d[i] += q->l->s[i * n + k] * zhun_lpu_sensitivity(q->l, q->output, k);
	}
	for (size_t m = 0; m < q->rank; m++) {
		struct zhun_jet j;
		enum zhun_code code = jet(q, q->d, q->root + m * n, &j);
		if (code)
			return code;
		*trace += 2.0 * j.tt;
		*third += 2.0 * j.stt;
		for (size_t k = 0; k < q->rank; k++) {
			code = jet(q, q->root + k * n, q->root + m * n, &j);
			if (code)
				return code;
			*square += j.st * j.st;
		}
	}
	return ZHUN_OK;
}

enum zhun_code zhun_lpu_second_order(struct zhun_arena *a, const struct zhun_lpu *l, size_t output,
				     double *ret_value, double *ret_u, struct zhun_error *err)
{
	struct zhun_arena_mark mark = zhun_arena_mark(a);
	struct second q = {.l = l,
			   .output = output,
			   .err = err,
			   .work = ZHUN_NEW_ARRAY(a, zhun_model_jet_work(l->task.model), double),
			   .root = ZHUN_NEW_ARRAY(a, l->n * l->n, double),
			   .d = ZHUN_NEW_ARRAY(a, l->n, double),
			   .v = ZHUN_NEW_ARRAY(a, l->n * l->n, double)};
	double trace = 0.0, square = 0.0, third = 0.0;
	enum zhun_code code = q.work && q.root && q.d && q.v ? ZHUN_OK : zhun_no_memory(a, err);
	if (!code) {
		matrix_root(l->s, l->n, q.v, q.root, &q.rank);
		code = second_terms(&q, &trace, &square, &third);
	}
	if (!code) {
		*ret_value = l->value[output] + 0.5 * trace;
		*ret_u = sqrt(
			fmax(0.0, zhun_lpu_covariance(l, output, output) + 0.5 * square + third));
	}
	zhun_arena_rewind(a, mark);
	return code;
}

enum zhun_code zhun_coverage_k(double p, double nu, double *ret, struct zhun_error *err)
{
	if (!(p > 0.0 && p < 1.0) || !(nu > 0.0))
		return zhun_fail(err, ZHUN_E_STATEMENT_COVERAGE, NULL, "p", "");
	*ret = isfinite(nu) ? gsl_cdf_tdist_Pinv(0.5 + 0.5 * p, nu)
			    : gsl_cdf_ugaussian_Pinv(0.5 + 0.5 * p);
	return ZHUN_OK;
}
