/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/random.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

static uint64_t mix(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15U;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return z ^ z >> 31;
}

/* each key is mixed before the next is added, so that near keys give streams far apart */
struct random_stream random_open(uint64_t seed, uint64_t input, uint64_t block)
{
	struct random_stream r;
	uint64_t state = seed;
	state = mix(&state) ^ input;
	state = mix(&state) ^ block;
	for (int i = 0; i < 4; i++)
		r.s[i] = mix(&state);
	return r;
}

static uint64_t rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

uint64_t random_bits(struct random_stream *r)
{
	uint64_t *s = r->s, result = rotate(s[0] + s[3], 23) + s[0], t = s[1] << 17;
	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return result;
}

double random_uniform(struct random_stream *r)
{
	return ((double)(random_bits(r) >> 12) + 0.5) * 0x1p-52;
}

/* 256 layers of equal area; the lowest runs on into the tail beyond r */
void ziggurat_make(struct ziggurat *z)
{
	static const double r = 3.6541528853610088, area = 0.00492867323399;
	double f = exp(-0.5 * r * r);
	z->x[0] = area / f;
	z->x[1] = r;
	z->x[ZIGGURAT] = 0.0;
	for (int i = 2; i < ZIGGURAT; i++) {
		z->x[i] = sqrt(-2.0 * log(area / z->x[i - 1] + f));
		f = exp(-0.5 * z->x[i] * z->x[i]);
	}
	for (int i = 0; i < ZIGGURAT; i++)
		z->ratio[i] = z->x[i + 1] / z->x[i];
}

/* beyond r: Marsaglia 1964 */
static double tail(struct random_stream *r, double edge, double sign)
{
	double x, y;
	do {
		x = -log(random_uniform(r)) / edge;
		y = -log(random_uniform(r));
	} while (y + y < x * x);
	return sign * (edge + x);
}

double random_normal(struct random_stream *r, const struct ziggurat *z)
{
	for (;;) {
		uint64_t bits = random_bits(r);
		size_t i = bits & (ZIGGURAT - 1);
		/* 52 bits for the place, eight others for the layer */
		double u = ((double)(bits >> 12) + 0.5) * 0x1p-51 - 1.0;
		if (fabs(u) < z->ratio[i])
			return u * z->x[i];
		if (i == 0)
			return tail(r, z->x[1], u < 0.0 ? -1.0 : 1.0);
		double x = u * z->x[i], f0 = exp(-0.5 * (z->x[i] * z->x[i] - x * x));
		double f1 = exp(-0.5 * (z->x[i + 1] * z->x[i + 1] - x * x));
		if (f1 + random_uniform(r) * (f0 - f1) < 1.0)
			return x;
	}
}

static double gamma_draw(struct random_stream *r, const struct ziggurat *z, double shape)
{
	double boost = 1.0;
	if (shape < 1.0) {
		boost = pow(random_uniform(r), 1.0 / shape);
		shape += 1.0;
	}
	double d = shape - 1.0 / 3.0, c = 1.0 / sqrt(9.0 * d);
	for (;;) {
		double x = random_normal(r, z), v = 1.0 + c * x;
		if (v <= 0.0)
			continue;
		v = v * v * v;
		if (log(random_uniform(r)) < 0.5 * x * x + d - d * v + d * log(v))
			return d * v * boost;
	}
}

/* Student's t with its degrees of freedom: normal over the root of chi-squared over them */
static double t_draw(struct random_stream *r, const struct ziggurat *z, double dof)
{
	double x = random_normal(r, z);
	return x / sqrt(2.0 * gamma_draw(r, z, 0.5 * dof) / dof);
}

/* JCGM 101 6.4.3.4: a rectangle with ends that are themselves rectangular */
static double curvilinear(struct random_stream *r, const struct zhun_distribution *d)
{
	double low = d->a - d->b - d->c + 2.0 * d->c * random_uniform(r), high = 2.0 * d->a - low;
	return low + (high - low) * random_uniform(r);
}

static double beta_draw(struct random_stream *r, const struct ziggurat *z,
			const struct zhun_distribution *d)
{
	double x = gamma_draw(r, z, d->a), y = gamma_draw(r, z, d->b);
	return d->c + (d->d - d->c) * (x / (x + y));
}

static double draw(struct random_stream *r, const struct ziggurat *z,
		   const struct zhun_distribution *d)
{
	double u;
	switch (d->kind) {
	case ZHUN_D_CONSTANT:
		return d->a;
	case ZHUN_D_NORMAL:
		return d->a + d->b * random_normal(r, z);
	case ZHUN_D_T:
		return d->a + d->b * t_draw(r, z, d->c);
	case ZHUN_D_UNIFORM:
		return d->a + d->b * (2.0 * random_uniform(r) - 1.0);
	case ZHUN_D_TRIANGULAR:
		u = random_uniform(r);
		return d->a + d->b * (u + random_uniform(r) - 1.0);
	case ZHUN_D_ARCSINE:
		return d->a + d->b * cos(pi * random_uniform(r));
	case ZHUN_D_TRAPEZOIDAL:
		u = (1.0 + d->c) * (random_uniform(r) - 0.5);
		return d->a + d->b * (u + (1.0 - d->c) * (random_uniform(r) - 0.5));
	case ZHUN_D_CTRAP:
		return curvilinear(r, d);
	case ZHUN_D_EXPONENTIAL:
		return -d->a * log(random_uniform(r));
	case ZHUN_D_GAMMA:
		return d->b * gamma_draw(r, z, d->a);
	case ZHUN_D_BETA:
		return beta_draw(r, z, d);
	case ZHUN_D_LOGNORMAL:
		return exp(d->a + d->b * random_normal(r, z));
	case ZHUN_D_KINDS:
		break;
	}
	return d->a;
}

void random_draw(struct random_stream *r, const struct ziggurat *z,
		 const struct zhun_distribution *d, double *out, size_t n)
{
	if (d->kind == ZHUN_D_NORMAL) {
		for (size_t i = 0; i < n; i++)
			out[i] = d->a + d->b * random_normal(r, z);
		return;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = draw(r, z, d);
}
