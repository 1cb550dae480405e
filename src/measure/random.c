/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/random.h"

#include <math.h>
#include <sleef.h>

#include "measure/random_counts.h"
#include "zhun/measure/density.h"

/* one number at a time, the same to the bit on every machine */
#define LOG Sleef_cinz_logd1_u10purec
#define POW Sleef_cinz_powd1_u10purec

static const double pi = 3.14159265358979323846;

static uint64_t mix(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15U;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return z ^ z >> 31;
}

/* each key is mixed before the next is added, so that near keys give streams far apart */
void random_open(struct random_stream *r, const struct vector_unit *unit, uint64_t seed, uint64_t input,
		 uint64_t block)
{
	uint64_t state = seed;
	state = mix(&state) ^ input;
	state = mix(&state) ^ block;
	for (int i = 0; i < VECTOR_STATE; i++)
		r->s[i] = mix(&state);
	r->unit = unit;
	r->at = VECTOR_BITS;
}

double random_uniform(struct random_stream *r)
{
	return ((double)(random_bits(r) >> 12) + 0.5) * 0x1p-52;
}

/* whole handfuls, from a stream of which none is half given out */
static void uniforms(struct random_stream *r, double *out, size_t n)
{
	for (size_t i = 0; i < n; i += VECTOR_BITS) {
		size_t part = n - i < VECTOR_BITS ? n - i : VECTOR_BITS;
		r->unit->bits(r->s, r->ahead);
		r->unit->uniform(part, r->ahead, out + i);
	}
	r->at = VECTOR_BITS;
}

/* Marsaglia and Tsang 2000; their squeeze saves both logarithms nearly always */
static double gamma_draw(struct random_stream *r, const struct ziggurat *z, double shape)
{
	double boost = 1.0, x;
	if (shape < 1.0) {
		boost = POW(random_uniform(r), 1.0 / shape);
		shape += 1.0;
	}
	double d = shape - 1.0 / 3.0, c = 1.0 / sqrt(9.0 * d);
	for (;;) {
		random_symmetric(r, z, &x, 1);
		double v = 1.0 + c * x, u = random_uniform(r), x2 = x * x;
		if (v <= 0.0)
			continue;
		v = v * v * v;
		if (u < 1.0 - 0.0331 * x2 * x2 || LOG(u) < 0.5 * x2 + d - d * v + d * LOG(v))
			return d * v * boost;
	}
}

/* normal over the root of chi-squared over its degrees of freedom */
static double t_draw(struct random_stream *r, const struct ziggurat *z, double dof)
{
	double x;
	random_symmetric(r, z, &x, 1);
	return x / sqrt(2.0 * gamma_draw(r, z, 0.5 * dof) / dof);
}

static double beta_draw(struct random_stream *r, const struct ziggurat *z, const struct zhun_distribution *d)
{
	double x = gamma_draw(r, z, d->a), y = gamma_draw(r, z, d->b);
	return d->c + (d->d - d->c) * (x / (x + y));
}

/* place and scale */
static void move(const struct random_stream *r, double place, double scale, double *out, size_t n)
{
	r->unit->affine(n, out, &scale, place, out);
}

/* a + Σ of two rectangles of half widths wide and narrow: triangle and trapezoid */
static void two_rectangles(struct random_stream *r, double place, const double half[2], double *out, size_t n,
			   double *spare)
{
	uniforms(r, out, n);
	uniforms(r, spare, n);
	move(r, place - half[0], 2.0 * half[0], out, n);
	move(r, -half[1], 2.0 * half[1], spare, n);
	r->unit->step[STEP_ADD](n, out, spare, 0.0, out);
}

/* JCGM 101 6.4.3.4: a rectangle with ends that are themselves rectangular */
static void curvilinear(struct random_stream *r, const struct zhun_distribution *d, double *out, size_t n,
			double *spare)
{
	uniforms(r, out, n);
	uniforms(r, spare, n);
	/* the half width, then a place within it */
	move(r, d->b - d->c, 2.0 * d->c, out, n);
	move(r, -1.0, 2.0, spare, n);
	r->unit->step[STEP_MULTIPLY](n, out, spare, 0.0, out);
	move(r, d->a, 1.0, out, n);
}

static void by_function(struct random_stream *r, vector_kernel *f, double constant, double *out, size_t n)
{
	uniforms(r, out, n);
	f(n, out, out, constant, out);
}

static void symmetric(struct random_stream *r, const struct random_source *s, double *out, size_t n)
{
	random_symmetric(r, s->own ? s->own : s->normal, out, n);
	move(r, s->d->a, s->d->b, out, n);
}

static void one_by_one(struct random_stream *r, const struct random_source *s, double *out, size_t n)
{
	const struct zhun_distribution *d = s->d;
	for (size_t i = 0; i < n; i++)
		if (d->kind == ZHUN_D_GAMMA)
			out[i] = d->b * gamma_draw(r, s->normal, d->a);
		else if (d->kind == ZHUN_D_BETA)
			out[i] = beta_draw(r, s->normal, d);
		else
			out[i] = d->a + d->b * t_draw(r, s->normal, d->c);
}

/* by inversion, which is sums and products */
static void by_quantile(struct random_stream *r, const struct zhun_distribution *d, double *out, size_t n)
{
	uniforms(r, out, n);
	for (size_t i = 0; i < n; i++)
		out[i] = zhun_density_quantile(d->density, out[i]);
	move(r, d->a, d->b, out, n);
}

void random_draw(struct random_stream *r, const struct random_source *s, double *out, size_t n, double *spare)
{
	const struct zhun_distribution *d = s->d;
	const struct vector_unit *u = r->unit;
	switch (d->kind) {
	case ZHUN_D_NORMAL:
		symmetric(r, s, out, n);
		return;
	case ZHUN_D_T:
		if (s->own)
			symmetric(r, s, out, n);
		else
			one_by_one(r, s, out, n);
		return;
	case ZHUN_D_UNIFORM:
		uniforms(r, out, n);
		move(r, d->a - d->b, 2.0 * d->b, out, n);
		return;
	case ZHUN_D_TRIANGULAR:
		two_rectangles(r, d->a, (const double[]){0.5 * d->b, 0.5 * d->b}, out, n, spare);
		return;
	case ZHUN_D_TRAPEZOIDAL:
		two_rectangles(r, d->a, (const double[]){0.5 * d->b * (1.0 + d->c), 0.5 * d->b * (1.0 - d->c)},
			       out, n, spare);
		return;
	case ZHUN_D_ARCSINE:
		by_function(r, u->cosine, pi, out, n);
		move(r, d->a, d->b, out, n);
		return;
	case ZHUN_D_CTRAP:
		curvilinear(r, d, out, n, spare);
		return;
	case ZHUN_D_EXPONENTIAL:
		by_function(r, u->step[STEP_LOG], 0.0, out, n);
		move(r, 0.0, -d->a, out, n);
		return;
	case ZHUN_D_LOGNORMAL:
		symmetric(r, s, out, n);
		u->step[STEP_EXP](n, out, out, 0.0, out);
		return;
	case ZHUN_D_GAMMA:
	case ZHUN_D_BETA:
		one_by_one(r, s, out, n);
		return;
	case ZHUN_D_POISSON:
	case ZHUN_D_BINOMIAL:
		random_counts(r, d, out, n);
		return;
	case ZHUN_D_HISTOGRAM:
	case ZHUN_D_FORMULA:
		by_quantile(r, d, out, n);
		return;
	case ZHUN_D_CONSTANT:
	case ZHUN_D_KINDS:
		break;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = d->a;
}
