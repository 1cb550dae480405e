/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derivatives of second and third order along two directions: arithmetic of truncated polynomials
 * in s and t (1, s, t, st, t², st²), exact, no differences. Source: Griewank and Walther,
 * Evaluating Derivatives, 2nd ed., chapter 13. */
#include <math.h>

#include "measure/complex_of.h"
#include "measure/program.h"

enum coefficient { C_1, C_S, C_T, C_ST, C_TT, C_STT, JET };

struct jet {
	double complex c[JET];
};

size_t zhun_model_jet_work(const struct zhun_model *m)
{
	return zhun_model_work(m, 1) + m->step_count * sizeof(struct jet) / sizeof(double);
}

static struct jet constant(double complex x)
{
	return (struct jet){{x, 0, 0, 0, 0, 0}};
}

static struct jet add(struct jet a, struct jet b, double complex times)
{
	for (int i = 0; i < JET; i++)
		a.c[i] += times * b.c[i];
	return a;
}

static struct jet multiply(struct jet a, struct jet b)
{
	const double complex *x = a.c, *y = b.c;
	return (struct jet){{
		x[C_1] * y[C_1],
		x[C_1] * y[C_S] + x[C_S] * y[C_1],
		x[C_1] * y[C_T] + x[C_T] * y[C_1],
		x[C_1] * y[C_ST] + x[C_S] * y[C_T] + x[C_T] * y[C_S] + x[C_ST] * y[C_1],
		x[C_1] * y[C_TT] + x[C_T] * y[C_T] + x[C_TT] * y[C_1],
		x[C_1] * y[C_STT] + x[C_S] * y[C_TT] + x[C_T] * y[C_ST] + x[C_ST] * y[C_T] +
			x[C_TT] * y[C_S] + x[C_STT] * y[C_1],
	}};
}

/* f(a) from f and its derivatives at the constant part of a */
static struct jet compose(struct jet a, double complex f, double complex f1, double complex f2,
			  double complex f3)
{
	const double complex *x = a.c;
	return (struct jet){{
		f,
		f1 * x[C_S],
		f1 * x[C_T],
		f1 * x[C_ST] + f2 * x[C_S] * x[C_T],
		f1 * x[C_TT] + 0.5 * f2 * x[C_T] * x[C_T],
		f1 * x[C_STT] + f2 * (x[C_S] * x[C_TT] + x[C_T] * x[C_ST]) +
			0.5 * f3 * x[C_S] * x[C_T] * x[C_T],
	}};
}

static struct jet inverse(struct jet a)
{
	double complex q = 1.0 / a.c[C_1];
	return compose(a, q, -q * q, 2.0 * q * q * q, -6.0 * q * q * q * q);
}

static struct jet logarithm(struct jet a, double scale)
{
	double complex q = 1.0 / a.c[C_1];
	return compose(a, scale * clog(a.c[C_1]), scale * q, -scale * q * q,
		       2.0 * scale * q * q * q);
}

static struct jet exponential(struct jet a)
{
	double complex y = cexp(a.c[C_1]);
	return compose(a, y, y, y, y);
}

static struct jet square_root(struct jet a)
{
	double complex z = a.c[C_1], y = csqrt(z);
	return compose(a, y, 0.5 / y, -0.25 / (z * y), 0.375 / (z * z * y));
}

/* n(n−1)…·z^(n−k), 0 where a factor is 0, so that z² has a second derivative at 0 */
static double complex falling(double complex z, double n, int k)
{
	double factor = 1.0;
	for (int i = 0; i < k; i++)
		factor *= n - i;
	double m = n - k;
	return factor == 0.0 ? 0.0 : m == 0.0 ? factor : factor * cpow(z, m);
}

static struct jet power_constant(struct jet a, double n)
{
	double complex z = a.c[C_1];
	return compose(a, falling(z, n, 0), falling(z, n, 1), falling(z, n, 2), falling(z, n, 3));
}

static struct jet arc_sine(struct jet a, double sign, double complex value)
{
	double complex z = a.c[C_1], q = 1.0 / (1.0 - z * z), f1 = sign * csqrt(q);
	return compose(a, value, f1, z * f1 * q, f1 * q * (1.0 + 3.0 * z * z * q));
}

static struct jet arc_tangent(struct jet a)
{
	double complex z = a.c[C_1], q = 1.0 / (1.0 + z * z);
	return compose(a, catan(z), q, -2.0 * z * q * q, q * q * (8.0 * z * z * q - 2.0));
}

/* tan (sign 1) and tanh (sign −1): y' = 1 + sign·y² */
static struct jet tangent(struct jet a, double complex y, double sign)
{
	double complex f1 = 1.0 + sign * y * y;
	return compose(a, y, f1, 2.0 * sign * y * f1, 2.0 * sign * f1 * f1 + 4.0 * y * y * f1);
}

static struct jet part(struct jet a, enum step_kind kind)
{
	for (int i = 0; i < JET; i++)
		a.c[i] = kind == STEP_IM   ? cimag(a.c[i])
			 : kind == STEP_RE ? creal(a.c[i])
					   : conj(a.c[i]);
	return a;
}

static struct jet modulus(struct jet a, bool is_complex)
{
	if (!is_complex)
		return creal(a.c[C_1]) < 0.0 ? add(constant(0), a, -1.0) : a;
	return square_root(part(multiply(a, part(a, STEP_CONJ)), STEP_RE));
}

/* ---- the functions of one number ---- */

typedef struct jet function(struct jet a);

static struct jet negate(struct jet a)
{
	return add(constant(0), a, -1.0);
}

static struct jet natural(struct jet a)
{
	return logarithm(a, 1.0);
}

static struct jet decadic(struct jet a)
{
	return logarithm(a, 1.0 / 2.30258509299404568402);
}

static struct jet sine(struct jet a)
{
	double complex x = csin(a.c[C_1]), y = ccos(a.c[C_1]);
	return compose(a, x, y, -x, -y);
}

static struct jet cosine(struct jet a)
{
	double complex x = csin(a.c[C_1]), y = ccos(a.c[C_1]);
	return compose(a, y, -x, -y, x);
}

static struct jet tangent_of(struct jet a)
{
	return tangent(a, ctan(a.c[C_1]), 1.0);
}

static struct jet arcsine_of(struct jet a)
{
	return arc_sine(a, 1.0, casin(a.c[C_1]));
}

static struct jet arccosine_of(struct jet a)
{
	return arc_sine(a, -1.0, cacos(a.c[C_1]));
}

static struct jet sine_h(struct jet a)
{
	double complex x = csinh(a.c[C_1]), y = ccosh(a.c[C_1]);
	return compose(a, x, y, x, y);
}

static struct jet cosine_h(struct jet a)
{
	double complex x = csinh(a.c[C_1]), y = ccosh(a.c[C_1]);
	return compose(a, y, x, y, x);
}

static struct jet tangent_h(struct jet a)
{
	return tangent(a, ctanh(a.c[C_1]), -1.0);
}

static struct jet real_part(struct jet a)
{
	return part(a, STEP_RE);
}

static struct jet imaginary_part(struct jet a)
{
	return part(a, STEP_IM);
}

static struct jet conjugate(struct jet a)
{
	return part(a, STEP_CONJ);
}

static struct jet argument(struct jet a)
{
	return part(logarithm(a, 1.0), STEP_IM);
}

static function *const functions[STEP_KINDS] = {
	[STEP_NEGATE] = negate,	    [STEP_SQRT] = square_root,	[STEP_EXP] = exponential,
	[STEP_LOG] = natural,	    [STEP_LOG10] = decadic,	[STEP_SIN] = sine,
	[STEP_COS] = cosine,	    [STEP_TAN] = tangent_of,	[STEP_ASIN] = arcsine_of,
	[STEP_ACOS] = arccosine_of, [STEP_ATAN] = arc_tangent,	[STEP_SINH] = sine_h,
	[STEP_COSH] = cosine_h,	    [STEP_TANH] = tangent_h,	[STEP_RE] = real_part,
	[STEP_IM] = imaginary_part, [STEP_CONJ] = conjugate,	[STEP_ARG] = argument,
};

/* ---- the steps ---- */

/* A comparison is 0 or 1 and does not vary; a choice is one of the two. Of what is no number there
 * is neither: exp(b log a) of 1^inf is none where the run itself has 1, and would pick the other
 * branch. */
static struct jet choice(enum step_kind kind, struct jet a, struct jet b)
{
	double x = creal(a.c[C_1]), y = creal(b.c[C_1]);
	if (isnan(y) || (kind != STEP_WHERE && isnan(x)))
		return constant(NAN);
	if (kind == STEP_WHERE)
		return y < 0.0 || y > 0.0 ? a : constant(0);
	return constant((kind == STEP_LESS ? x < y : x <= y) ? 1.0 : 0.0);
}

static struct jet jet_step(const struct zhun_model *m, const struct step *s, const struct jet *j)
{
	const double complex i = complex_of(0.0, 1.0);
	enum step_kind kind = (enum step_kind)s->kind;
	struct jet a = j[s->a], b = j[s->b];
	if (kind == STEP_CONSTANT)
		return constant(s->constant);
	if (kind == STEP_ADD || kind == STEP_SUBTRACT)
		return add(a, b, kind == STEP_ADD ? 1.0 : -1.0);
	if (kind == STEP_MULTIPLY)
		return multiply(a, b);
	if (kind == STEP_DIVIDE)
		return multiply(a, inverse(b));
	if (kind == STEP_POWER)
		return exponential(multiply(b, logarithm(a, 1.0)));
	if (kind == STEP_POWER_CONSTANT)
		return power_constant(a, s->constant);
	if (kind == STEP_COMPLEX)
		return add(a, b, i);
	if (kind == STEP_ATAN2)
		return part(logarithm(add(b, a, i), 1.0), STEP_IM);
	if (kind == STEP_LESS || kind == STEP_AT_MOST || kind == STEP_WHERE)
		return choice(kind, a, b);
	if (kind == STEP_ABS)
		return modulus(a, m->steps[s->a].is_complex);
	return functions[kind](a);
}

enum zhun_code zhun_model_jet(const struct zhun_model *m, size_t output, const double *const at[3],
			      double *work, struct zhun_jet *ret, struct zhun_error *err)
{
	size_t result = m->results[output];
	double y = 0.0;
	enum zhun_code code = zhun_model_value(m, output, at[0], work, &y, err);
	if (code)
		return code;
	/* the rest of the working memory holds jets: doubles, two by two */
	struct jet *j = (struct jet *)(void *)(work + zhun_model_work(m, 1));
	for (size_t k = 0; k <= result || k < m->input_count; k++) {
		if (k < m->input_count)
			j[k] = (struct jet){{at[0][k], at[1][k], at[2][k], 0, 0, 0}};
		else
			j[k] = jet_step(m, &m->steps[k], j);
	}
	const double complex *c = j[result].c;
	struct zhun_jet jet = {
		y, creal(c[C_S]), creal(c[C_T]), creal(c[C_ST]), creal(c[C_TT]), creal(c[C_STT])};
	if (!isfinite(jet.s) || !isfinite(jet.t) || !isfinite(jet.st) || !isfinite(jet.tt) ||
	    !isfinite(jet.stt))
		return program_blame(m, ZHUN_E_MODEL_NOT_SMOOTH, result, m->outputs[output].name,
				     err);
	*ret = jet;
	return ZHUN_OK;
}
