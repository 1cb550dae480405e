/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All first derivatives of one output in one sweep back through the steps. The adjoint of a complex
 * step z holds ∂f/∂re z + i·∂f/∂im z: a holomorphic step passes on conj(derivative) times its own,
 * and what is not holomorphic (re, im, conj, abs, arg) has its own rule. Source: Griewank and
 * Walther, Evaluating Derivatives, 2nd ed., chapter 3. */
#include <math.h>
#include <string.h>

#include "measure/program.h"
#include "measure/slope.h"

size_t zhun_model_gradient_work(const struct zhun_model *m)
{
	return zhun_model_work(m, 1) * 2;
}

static bool is_nonzero(double x)
{
	return x < 0.0 || x > 0.0 || isnan(x);
}

/* Long: each kind of step has its own derivative, and the compiler names one that has none. */
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
	case STEP_LESS:
	case STEP_AT_MOST:
		return;
	case STEP_WHERE:
		adj[s->a] += is_nonzero(b) ? bar : 0.0;
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
		adj[s->a] += bar * slope_real((enum step_kind)s->kind, a, y);
		return;
	}
}

/* ---- models with complex steps ---- */

/* one step going back: its operands' values, its own value and adjoint */
struct back {
	const struct zhun_model *m;
	const struct step *s;
	double *adj;
	double complex a, b, y, bar;
};

typedef void pass(const struct back *k);

static double complex cell(const double *v, size_t i)
{
	return complex_of(v[2 * i], v[2 * i + 1]);
}

/* a real step takes the real part of what comes to it: its imaginary part does not vary */
static void give(const struct back *k, uint32_t i, double complex share)
{
	k->adj[2 * i] += creal(share);
	if (k->m->steps[i].is_complex)
		k->adj[2 * i + 1] += cimag(share);
}

static void pass_add(const struct back *k)
{
	give(k, k->s->a, k->bar);
	give(k, k->s->b, k->bar);
}

static void pass_subtract(const struct back *k)
{
	give(k, k->s->a, k->bar);
	give(k, k->s->b, -k->bar);
}

static void pass_multiply(const struct back *k)
{
	give(k, k->s->a, conj(k->b) * k->bar);
	give(k, k->s->b, conj(k->a) * k->bar);
}

static void pass_divide(const struct back *k)
{
	give(k, k->s->a, conj(1.0 / k->b) * k->bar);
	give(k, k->s->b, conj(-k->y / k->b) * k->bar);
}

static void pass_power(const struct back *k)
{
	give(k, k->s->a, conj(k->b * cpow(k->a, k->b - 1.0)) * k->bar);
	give(k, k->s->b, conj(k->y * clog(k->a)) * k->bar);
}

static void pass_power_constant(const struct back *k)
{
	double complex n = k->s->constant;
	give(k, k->s->a, conj(n * cpow(k->a, n - 1.0)) * k->bar);
}

static void pass_atan2(const struct back *k)
{
	double y = creal(k->a), x = creal(k->b), r2 = y * y + x * x, bar = creal(k->bar);
	give(k, k->s->a, bar * x / r2);
	give(k, k->s->b, -bar * y / r2);
}

static void pass_complex(const struct back *k)
{
	give(k, k->s->a, creal(k->bar));
	give(k, k->s->b, cimag(k->bar));
}

static void pass_re(const struct back *k)
{
	give(k, k->s->a, creal(k->bar));
}

static void pass_im(const struct back *k)
{
	give(k, k->s->a, complex_of(0.0, creal(k->bar)));
}

static void pass_conj(const struct back *k)
{
	give(k, k->s->a, conj(k->bar));
}

static void pass_abs(const struct back *k)
{
	give(k, k->s->a, creal(k->bar) * k->a / cabs(k->a));
}

static void pass_arg(const struct back *k)
{
	double r = cabs(k->a);
	give(k, k->s->a, creal(k->bar) * complex_of(-cimag(k->a), creal(k->a)) / (r * r));
}

static void pass_where(const struct back *k)
{
	if (is_nonzero(creal(k->b)))
		give(k, k->s->a, k->bar);
}

static void pass_function(const struct back *k)
{
	give(k, k->s->a, conj(slope_complex((enum step_kind)k->s->kind, k->a, k->y)) * k->bar);
}

/* NULL: nothing goes on from there */
static pass *const passes[STEP_KINDS] = {
	[STEP_ADD] = pass_add,
	[STEP_SUBTRACT] = pass_subtract,
	[STEP_MULTIPLY] = pass_multiply,
	[STEP_DIVIDE] = pass_divide,
	[STEP_NEGATE] = pass_function,
	[STEP_POWER] = pass_power,
	[STEP_POWER_CONSTANT] = pass_power_constant,
	[STEP_SQRT] = pass_function,
	[STEP_EXP] = pass_function,
	[STEP_LOG] = pass_function,
	[STEP_LOG10] = pass_function,
	[STEP_SIN] = pass_function,
	[STEP_COS] = pass_function,
	[STEP_TAN] = pass_function,
	[STEP_ASIN] = pass_function,
	[STEP_ACOS] = pass_function,
	[STEP_ATAN] = pass_function,
	[STEP_SINH] = pass_function,
	[STEP_COSH] = pass_function,
	[STEP_TANH] = pass_function,
	[STEP_ATAN2] = pass_atan2,
	[STEP_COMPLEX] = pass_complex,
	[STEP_RE] = pass_re,
	[STEP_IM] = pass_im,
	[STEP_CONJ] = pass_conj,
	[STEP_ABS] = pass_abs,
	[STEP_ARG] = pass_arg,
	[STEP_WHERE] = pass_where,
};

static void sweep_complex(const struct zhun_model *m, size_t at, const double *v, double *adj)
{
	const struct step *s = &m->steps[at];
	const struct back k = {
		m, s, adj, cell(v, s->a), cell(v, s->b), cell(v, at), cell(adj, at)};
	if (passes[s->kind] && (is_nonzero(creal(k.bar)) || is_nonzero(cimag(k.bar))))
		passes[s->kind](&k);
}

static void sweep(const struct zhun_model *m, size_t result, const double *v, double *adj)
{
	size_t step = m->any_complex ? 2 : 1;
	memset(adj, 0, m->step_count * step * sizeof(*adj));
	adj[result * step] = 1.0;
	for (size_t k = result + 1; k-- > m->input_count;) {
		if (m->any_complex)
			sweep_complex(m, k, v, adj);
		else if (is_nonzero(adj[k]))
			sweep_real(&m->steps[k], adj[k], v, adj, k);
	}
}

enum zhun_code zhun_model_gradient(const struct zhun_model *m, size_t output, const double *x,
				   double *work, struct zhun_gradient *ret, struct zhun_error *err)
{
	double y = 0.0, *adj = work + zhun_model_work(m, 1);
	size_t step = m->any_complex ? 2 : 1, result = m->results[output];
	enum zhun_code code = zhun_model_value(m, output, x, work, &y, err);
	if (code)
		return code;
	sweep(m, result, work, adj);
	for (size_t i = 0; i < m->input_count; i++) {
		ret->d[i] = adj[i * step];
		if (!isfinite(ret->d[i]))
			return program_blame(m, ZHUN_E_MODEL_NOT_SMOOTH, result,
					     m->outputs[output].name, err);
	}
	ret->f = y;
	return ZHUN_OK;
}
