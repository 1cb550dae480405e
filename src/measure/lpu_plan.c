/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu_plan.h"

#include <math.h>

#include "measure/matrix.h"

struct zhun_lpu_plan {
	const struct zhun_model *model;
	const double *correlation;
	size_t n, output;
	double *x, *c, *part; /* values, sensitivities, c·u */
	double *work;
};

enum zhun_code zhun_lpu_plan_make(struct zhun_arena *a, const struct zhun_model *m, size_t output,
				  const double *correlation, struct zhun_lpu_plan **ret, struct zhun_error *err)
{
	size_t n = zhun_model_inputs(m);
	if (zhun_model_is_complex(m, output))
		return zhun_fail(err, ZHUN_E_EXPRESSION_COMPLEX, NULL, ZHUN_INT(output + 1));
	enum zhun_code code = matrix_check_correlation(a, correlation, n, err);
	if (code)
		return code;
	struct zhun_lpu_plan *p = ZHUN_NEW(a, struct zhun_lpu_plan);
	if (!p)
		return zhun_no_memory(a, err);
	*p = (struct zhun_lpu_plan){.model = m,
				    .correlation = correlation,
				    .n = n,
				    .output = output,
				    .x = ZHUN_NEW_ARRAY(a, n, double),
				    .c = ZHUN_NEW_ARRAY(a, n, double),
				    .part = ZHUN_NEW_ARRAY(a, n, double),
				    .work = ZHUN_NEW_ARRAY(a, zhun_model_gradient_work(m), double)};
	if (!p->x || !p->c || !p->part || !p->work)
		return zhun_no_memory(a, err);
	*ret = p;
	return ZHUN_OK;
}

static enum zhun_code check(const struct zhun_lpu_input *in, size_t i, struct zhun_error *err)
{
	const char *what = NULL;
	if (!isfinite(in->value))
		what = "value";
	else if (!(in->u >= 0.0 && isfinite(in->u)))
		what = "u";
	else if (!(in->dof >= 0.0))
		what = "dof";
	return what ? zhun_fail(err, ZHUN_E_LPU_INPUT, NULL, ZHUN_INT(i + 1), what) : ZHUN_OK;
}

/* Σ_i Σ_k c_i u_i r_ik c_k u_k, of which the diagonal is already there */
static double with_correlation(const struct zhun_lpu_plan *p, double variance)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < i; k++)
			variance += 2.0 * p->part[i] * p->part[k] * p->correlation[i * p->n + k];
	return fmax(0.0, variance);
}

enum zhun_code zhun_lpu_plan_run(struct zhun_lpu_plan *p, const struct zhun_lpu_input *inputs,
				 struct zhun_lpu_result *ret, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	struct zhun_gradient g = {.d = p->c};
	double total = 0.0, spread = 0.0;
	for (size_t i = 0; i < p->n && !code; i++) {
		code = check(&inputs[i], i, err);
		p->x[i] = inputs[i].value;
	}
	if (!code)
		code = zhun_model_gradient(p->model, p->output, p->x, p->work, &g, err);
	if (code)
		return code;
	for (size_t i = 0; i < p->n; i++) {
		p->part[i] = p->c[i] * inputs[i].u;
		double square = p->part[i] * p->part[i], dof = inputs[i].dof;
		total += square;
		spread += dof > 0.0 ? square * square / dof : 0.0;
	}
	double variance = p->correlation ? with_correlation(p, total) : total;
	*ret = (struct zhun_lpu_result){g.f, sqrt(variance), spread > 0.0 ? total * total / spread : HUGE_VAL};
	return ZHUN_OK;
}
