/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a compiled model on a block, each step over all of the block before the next step, by the machine's
 * vector unit; and at one point, by the C library. */
#include <math.h>
#include <string.h>

#include "measure/complex_of.h"
#include "measure/model_plan.h"

/* a step's values: real parts, then, in a model with complex steps, imaginary parts */
static size_t stride(const struct zhun_model *m, size_t width)
{
	return m->any_complex ? width * 2 : width;
}

size_t zhun_model_work(const struct zhun_model *m, size_t width)
{
	return m->step_count * stride(m, width);
}

size_t zhun_model_inputs(const struct zhun_model *m)
{
	return m->input_count;
}

size_t zhun_model_outputs(const struct zhun_model *m)
{
	return m->output_count;
}

bool zhun_model_is_complex(const struct zhun_model *m, size_t output)
{
	return m->steps[m->results[output]].is_complex;
}

static double real_binary(enum step_kind kind, double a, double b)
{
	if (kind == STEP_ADD)
		return a + b;
	if (kind == STEP_SUBTRACT)
		return a - b;
	if (kind == STEP_MULTIPLY)
		return a * b;
	if (kind == STEP_DIVIDE)
		return a / b;
	return kind == STEP_ATAN2 ? atan2(a, b) : pow(a, b);
}

/* a comparison with no number has no answer, so that nothing outside a domain passes unseen */
static double real_choice(enum step_kind kind, double a, double b)
{
	if (isnan(b) || (isnan(a) && kind != STEP_WHERE))
		return (double)NAN;
	if (kind == STEP_WHERE)
		return b < 0.0 || b > 0.0 ? a : 0.0;
	return (kind == STEP_LESS ? a < b : a <= b) ? 1.0 : 0.0;
}

static bool is_choice(enum step_kind kind)
{
	return kind == STEP_LESS || kind == STEP_AT_MOST || kind == STEP_WHERE;
}

static double real_power(double a, double n)
{
	if (n == 2.0)
		return a * a;
	if (n == 3.0)
		return a * a * a;
	return n == -1.0 ? 1.0 / a : pow(a, n);
}

static double real_unary(enum step_kind kind, double x)
{
	switch (kind) {
	case STEP_NEGATE:
		return -x;
	case STEP_SQRT:
		return sqrt(x);
	case STEP_EXP:
		return exp(x);
	case STEP_LOG:
		return log(x);
	case STEP_LOG10:
		return log10(x);
	case STEP_SIN:
		return sin(x);
	case STEP_COS:
		return cos(x);
	case STEP_TAN:
		return tan(x);
	case STEP_ASIN:
		return asin(x);
	case STEP_ACOS:
		return acos(x);
	case STEP_ATAN:
		return atan(x);
	case STEP_SINH:
		return sinh(x);
	case STEP_COSH:
		return cosh(x);
	case STEP_TANH:
		return tanh(x);
	case STEP_ABS:
		return fabs(x);
	case STEP_ARG:
		return atan2(0.0, x);
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
	case STEP_LESS:
	case STEP_AT_MOST:
	case STEP_WHERE:
		break; /* not of one real number */
	}
	return x;
}

static double real_step(const struct step *s, double a, double b)
{
	enum step_kind kind = (enum step_kind)s->kind;
	if (kind == STEP_CONSTANT)
		return s->constant;
	if (kind == STEP_POWER_CONSTANT)
		return real_power(a, s->constant);
	if (kind == STEP_ADD || kind == STEP_SUBTRACT || kind == STEP_MULTIPLY || kind == STEP_DIVIDE ||
	    kind == STEP_POWER || kind == STEP_ATAN2)
		return real_binary(kind, a, b);
	if (is_choice(kind))
		return real_choice(kind, a, b);
	return real_unary(kind, a);
}

static double complex complex_binary(enum step_kind kind, double complex a, double complex b)
{
	if (kind == STEP_ADD)
		return a + b;
	if (kind == STEP_SUBTRACT)
		return a - b;
	if (kind == STEP_MULTIPLY)
		return a * b;
	return kind == STEP_DIVIDE ? a / b : cpow(a, b);
}

static double complex whole_power(double complex a, int n)
{
	double complex p = 1.0;
	for (int k = n < 0 ? -n : n; k > 0; k >>= 1, a *= a)
		if (k & 1)
			p *= a;
	return n < 0 ? 1.0 / p : p;
}

static double complex complex_power(double complex a, double n)
{
	bool whole = n == floor(n) && fabs(n) <= 64.0;
	return whole ? whole_power(a, (int)n) : cpow(a, n);
}

static double complex complex_unary(enum step_kind kind, double complex z)
{
	switch (kind) {
	case STEP_NEGATE:
		return -z;
	case STEP_SQRT:
		return csqrt(z);
	case STEP_EXP:
		return cexp(z);
	case STEP_LOG:
		return clog(z);
	case STEP_LOG10:
		return clog(z) / 2.30258509299404568402;
	case STEP_SIN:
		return csin(z);
	case STEP_COS:
		return ccos(z);
	case STEP_TAN:
		return ctan(z);
	case STEP_ASIN:
		return casin(z);
	case STEP_ACOS:
		return cacos(z);
	case STEP_ATAN:
		return catan(z);
	case STEP_SINH:
		return csinh(z);
	case STEP_COSH:
		return ccosh(z);
	case STEP_TANH:
		return ctanh(z);
	case STEP_ABS:
		return cabs(z);
	case STEP_ARG:
		return carg(z);
	case STEP_RE:
		return creal(z);
	case STEP_IM:
		return cimag(z);
	case STEP_CONJ:
		return conj(z);
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
	case STEP_LESS:
	case STEP_AT_MOST:
	case STEP_WHERE:
		break; /* not of one complex number */
	}
	return z;
}

static double complex complex_step(const struct step *s, double complex a, double complex b)
{
	enum step_kind kind = (enum step_kind)s->kind;
	if (kind == STEP_COMPLEX)
		return complex_of(creal(a), creal(b));
	if (kind == STEP_POWER_CONSTANT)
		return complex_power(a, s->constant);
	if (kind == STEP_WHERE)
		return creal(b) < 0.0 || creal(b) > 0.0 ? a : isnan(creal(b)) ? creal(b) : 0.0;
	if (kind == STEP_ADD || kind == STEP_SUBTRACT || kind == STEP_MULTIPLY ||
	    kind == STEP_DIVIDE || kind == STEP_POWER)
		return complex_binary(kind, a, b);
	return complex_unary(kind, a);
}

static void run_complex(const struct step *s, size_t n, const double *a, const double *b,
			double *out)
{
	for (size_t i = 0; i < n; i++) {
		double complex z = complex_step(s, complex_of(a[i], a[n + i]), complex_of(b[i], b[n + i]));
		out[i] = creal(z);
		out[n + i] = cimag(z);
	}
}

static bool needs_complex(const struct zhun_model *m, const struct step *s)
{
	return s->is_complex ||
	       (s->kind != STEP_INPUT && s->kind != STEP_CONSTANT && m->steps[s->a].is_complex);
}

void model_step(const struct zhun_model *m, const struct vector_unit *u, const struct step *s,
		const struct model_block *b)
{
	bool parts = m->any_complex && needs_complex(m, s);
	if (parts)
		run_complex(s, b->width, b->a, b->b, b->out);
	else
		vector_step(u, s, b->width, b->a, b->b, b->out);
	if (m->any_complex && !parts)
		memset(b->out + b->width, 0, b->width * sizeof(*b->out));
}

void zhun_model_run(const struct zhun_model *m, size_t width, const double *const *in, double *work)
{
	size_t step = stride(m, width);
	const struct vector_unit *u = vector_unit_best();
	for (size_t k = 0; k < m->step_count; k++) {
		const struct step *s = &m->steps[k];
		double *out = work + k * step;
		if (s->kind != STEP_INPUT) {
			model_step(m, u, s, &(struct model_block){width, work + s->a * step, work + s->b * step, out});
			continue;
		}
		memcpy(out, in[s->a], width * sizeof(*out));
		if (m->any_complex)
			memset(out + width, 0, width * sizeof(*out));
	}
}

const double *zhun_model_result(const struct zhun_model *m, size_t output, size_t width,
				const double *work, const double **ret_imaginary)
{
	const double *out = work + m->results[output] * stride(m, width);
	if (ret_imaginary)
		*ret_imaginary = zhun_model_is_complex(m, output) ? out + width : NULL;
	return out;
}

static void run_point(const struct zhun_model *m, double *work)
{
	size_t step = stride(m, 1);
	for (size_t k = m->input_count; k < m->step_count; k++) {
		const struct step *s = &m->steps[k];
		const double *a = work + s->a * step, *b = work + s->b * step;
		double *out = work + k * step;
		bool parts = m->any_complex && needs_complex(m, s);
		if (parts)
			run_complex(s, 1, a, b, out);
		else
			*out = real_step(s, *a, *b);
		if (m->any_complex && !parts)
			out[1] = 0.0;
	}
}

static void load_point(const struct zhun_model *m, const double *x, double *work)
{
	size_t step = stride(m, 1);
	for (size_t i = 0; i < m->input_count; i++) {
		work[i * step] = x[i];
		if (m->any_complex)
			work[i * step + 1] = 0.0;
	}
}

enum zhun_code zhun_model_value(const struct zhun_model *m, size_t output, const double *x,
				double *work, double *ret, struct zhun_error *err)
{
	size_t result = m->results[output];
	load_point(m, x, work);
	run_point(m, work);
	if (m->steps[result].is_complex)
		return program_blame(m, ZHUN_E_EXPRESSION_COMPLEX, result, m->outputs[output].name,
				     err);
	double y = work[result * stride(m, 1)];
	if (!isfinite(y)) {
		size_t first = 0;
		while (first < result && isfinite(work[first * stride(m, 1)]))
			first++;
		return program_blame(m, ZHUN_E_MODEL_NOT_FINITE, first, m->outputs[output].name,
				     err);
	}
	*ret = y;
	return ZHUN_OK;
}
