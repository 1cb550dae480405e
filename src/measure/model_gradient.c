/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All first derivatives of one output in one sweep back through the steps. The adjoint of a complex
 * step z holds ∂f/∂re z + i·∂f/∂im z: a holomorphic step passes on conj(derivative) times its own,
 * and what is not holomorphic (re, im, conj, abs, arg) has its own rule. Source: Griewank and
 * Walther, Evaluating Derivatives, 2nd ed., chapter 3. */
#include <math.h>
#include <string.h>

#include "measure/complex_of.h"
#include "measure/program.h"

size_t zhun_model_gradient_work(const struct zhun_model *m)
{
	return zhun_model_work(m, 1) * 2;
}

/* f'(x), given y = f(x) where that is shorter */
static double real_slope(enum step_kind kind, double x, double y)
{
	switch (kind) {
	case STEP_NEGATE:
		return -1.0;
	case STEP_SQRT:
		return 0.5 / y;
	case STEP_EXP:
		return y;
	case STEP_LOG:
		return 1.0 / x;
	case STEP_LOG10:
		return 1.0 / (x * 2.30258509299404568402);
	case STEP_SIN:
		return cos(x);
	case STEP_COS:
		return -sin(x);
	case STEP_TAN:
		return 1.0 + y * y;
	case STEP_ASIN:
		return 1.0 / sqrt((1.0 - x) * (1.0 + x));
	case STEP_ACOS:
		return -1.0 / sqrt((1.0 - x) * (1.0 + x));
	case STEP_ATAN:
		return 1.0 / (1.0 + x * x);
	case STEP_SINH:
		return cosh(x);
	case STEP_COSH:
		return sinh(x);
	case STEP_TANH:
		return (1.0 - y) * (1.0 + y);
	case STEP_ABS:
		return x < 0.0 ? -1.0 : 1.0;
	case STEP_INPUT:
	case STEP_CONSTANT:
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
	case STEP_POWER:
	case STEP_POWER_CONSTANT:
	case STEP_ATAN2:
	case STEP_COMPLEX:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
	case STEP_ARG:
		break;
	}
	return 0.0;
}

static void sweep_real(const struct step *s, double bar, const double *v, double *adj, size_t at)
{
	double a = v[s->a], b = v[s->b], y = v[at], r2;
	switch ((enum step_kind)s->kind) {
	case STEP_INPUT:
	case STEP_CONSTANT:
	case STEP_COMPLEX:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
		return;
	case STEP_ADD:
		adj[s->a] += bar;
		adj[s->b] += bar;
		return;
	case STEP_SUBTRACT:
		adj[s->a] += bar;
		adj[s->b] -= bar;
		return;
	case STEP_MULTIPLY:
		adj[s->a] += bar * b;
		adj[s->b] += bar * a;
		return;
	case STEP_DIVIDE:
		adj[s->a] += bar / b;
		adj[s->b] -= bar * y / b;
		return;
	case STEP_POWER:
		adj[s->a] += bar * b * pow(a, b - 1.0);
		adj[s->b] += a > 0.0 || a < 0.0 ? bar * y * log(a) : 0.0;
		return;
	case STEP_POWER_CONSTANT:
		adj[s->a] +=
			bar * s->constant * (s->constant == 1.0 ? 1.0 : pow(a, s->constant - 1.0));
		return;
	case STEP_ATAN2:
		r2 = a * a + b * b;
		adj[s->a] += bar * b / r2;
		adj[s->b] -= bar * a / r2;
		return;
	case STEP_NEGATE:
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
	case STEP_ABS:
	case STEP_ARG:
		adj[s->a] += bar * real_slope((enum step_kind)s->kind, a, y);
		return;
	}
}

static double complex complex_slope(enum step_kind kind, double complex z, double complex y)
{
	switch (kind) {
	case STEP_NEGATE:
		return -1.0;
	case STEP_SQRT:
		return 0.5 / y;
	case STEP_EXP:
		return y;
	case STEP_LOG:
		return 1.0 / z;
	case STEP_LOG10:
		return 1.0 / (z * 2.30258509299404568402);
	case STEP_SIN:
		return ccos(z);
	case STEP_COS:
		return -csin(z);
	case STEP_TAN:
		return 1.0 + y * y;
	case STEP_ASIN:
		return 1.0 / csqrt(1.0 - z * z);
	case STEP_ACOS:
		return -1.0 / csqrt(1.0 - z * z);
	case STEP_ATAN:
		return 1.0 / (1.0 + z * z);
	case STEP_SINH:
		return ccosh(z);
	case STEP_COSH:
		return csinh(z);
	case STEP_TANH:
		return 1.0 - y * y;
	case STEP_INPUT:
	case STEP_CONSTANT:
	case STEP_ADD:
	case STEP_SUBTRACT:
	case STEP_MULTIPLY:
	case STEP_DIVIDE:
	case STEP_POWER:
	case STEP_POWER_CONSTANT:
	case STEP_ATAN2:
	case STEP_COMPLEX:
	case STEP_RE:
	case STEP_IM:
	case STEP_CONJ:
	case STEP_ABS:
	case STEP_ARG:
		break;
	}
	return 0.0;
}

static double complex cell(const double *v, uint32_t i)
{
	return complex_of(v[2 * i], v[2 * i + 1]);
}

/* a real step takes the real part of what comes to it: its imaginary part does not vary */
static void give(const struct zhun_model *m, double *adj, uint32_t i, double complex share)
{
	adj[2 * i] += creal(share);
	if (m->steps[i].is_complex)
		adj[2 * i + 1] += cimag(share);
}

static void sweep_complex(const struct zhun_model *m, size_t at, const double *v, double *adj)
{
	const struct step *s = &m->steps[at];
	double complex bar = cell(adj, (uint32_t)at), a = cell(v, s->a), b = cell(v, s->b),
		       y = cell(v, (uint32_t)at);
	double complex n = s->constant, lna;
	switch ((enum step_kind)s->kind) {
	case STEP_INPUT:
	case STEP_CONSTANT:
		return;
	case STEP_ADD:
		give(m, adj, s->a, bar);
		give(m, adj, s->b, bar);
		return;
	case STEP_SUBTRACT:
		give(m, adj, s->a, bar);
		give(m, adj, s->b, -bar);
		return;
	case STEP_MULTIPLY:
		give(m, adj, s->a, conj(b) * bar);
		give(m, adj, s->b, conj(a) * bar);
		return;
	case STEP_DIVIDE:
		give(m, adj, s->a, conj(1.0 / b) * bar);
		give(m, adj, s->b, conj(-y / b) * bar);
		return;
	case STEP_POWER:
		lna = clog(a);
		give(m, adj, s->a, conj(b * cpow(a, b - 1.0)) * bar);
		give(m, adj, s->b, conj(y * lna) * bar);
		return;
	case STEP_POWER_CONSTANT:
		give(m, adj, s->a, conj(n * cpow(a, n - 1.0)) * bar);
		return;
	case STEP_ATAN2:
		give(m, adj, s->a,
		     creal(bar) * creal(b) / (creal(a) * creal(a) + creal(b) * creal(b)));
		give(m, adj, s->b,
		     -creal(bar) * creal(a) / (creal(a) * creal(a) + creal(b) * creal(b)));
		return;
	case STEP_COMPLEX:
		give(m, adj, s->a, creal(bar));
		give(m, adj, s->b, cimag(bar));
		return;
	case STEP_RE:
		give(m, adj, s->a, creal(bar));
		return;
	case STEP_IM:
		give(m, adj, s->a, complex_of(0.0, creal(bar)));
		return;
	case STEP_CONJ:
		give(m, adj, s->a, conj(bar));
		return;
	case STEP_ABS:
		give(m, adj, s->a, creal(bar) * a / cabs(a));
		return;
	case STEP_ARG:
		give(m, adj, s->a, creal(bar) * complex_of(-cimag(a), creal(a)) / (cabs(a) * cabs(a)));
		return;
	case STEP_NEGATE:
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
		give(m, adj, s->a, conj(complex_slope((enum step_kind)s->kind, a, y)) * bar);
		return;
	}
}

static void sweep(const struct zhun_model *m, size_t result, const double *v, double *adj)
{
	size_t step = m->any_complex ? 2 : 1;
	memset(adj, 0, m->step_count * step * sizeof(*adj));
	adj[result * step] = 1.0;
	for (size_t k = result + 1; k-- > m->input_count;) {
		if (m->any_complex)
			sweep_complex(m, k, v, adj);
		else if (adj[k] < 0.0 || adj[k] > 0.0 || isnan(adj[k]))
			sweep_real(&m->steps[k], adj[k], v, adj, k);
	}
}

enum zhun_code zhun_model_gradient(const struct zhun_model *m, size_t output, const double *x,
				   double *work, double *ret, double *ret_gradient,
				   struct zhun_error *err)
{
	double y = 0.0, *adj = work + zhun_model_work(m, 1);
	size_t step = m->any_complex ? 2 : 1, result = m->results[output];
	enum zhun_code code = zhun_model_value(m, output, x, work, &y, err);
	if (code)
		return code;
	sweep(m, result, work, adj);
	for (size_t i = 0; i < m->input_count; i++) {
		ret_gradient[i] = adj[i * step];
		if (!isfinite(ret_gradient[i]))
			return program_blame(m, ZHUN_E_MODEL_NOT_SMOOTH, result,
					     m->outputs[output].name, err);
	}
	*ret = y;
	return ZHUN_OK;
}
