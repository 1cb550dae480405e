/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a ziggurat (Marsaglia and Tsang 2000) and draws by them, of the normal density and of
 * Student's t. Functions are SLEEF's deterministic ones, so that tables and draws are the same everywhere. */
#include <math.h>
#include <sleef.h>

#include "measure/random.h"

#define EXP Sleef_cinz_expd1_u10purec
#define LOG Sleef_cinz_logd1_u10purec
#define POW Sleef_cinz_powd1_u10purec

/* beyond these a t is drawn as a normal over a root of gamma */
static const double dof_least = 1.0, dof_most = 1e6;

bool ziggurat_fits(double dof)
{
	return dof >= dof_least && dof <= dof_most;
}

static double density(const struct ziggurat *z, double x)
{
	if (z->dof > 0.0)
		return POW(1.0 + x * x / z->dof, -0.5 * (z->dof + 1.0));
	return EXP(-0.5 * x * x);
}

/* the x ≥ 0 of a density y ≤ 1 */
static double place_of(const struct ziggurat *z, double y)
{
	if (z->dof > 0.0)
		return sqrt(z->dof * (POW(y, -2.0 / (z->dof + 1.0)) - 1.0));
	return sqrt(-2.0 * LOG(y));
}

/* The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz's method. */
static double beta_fraction(double a, double b, double x)
{
	static const double tiny = 1e-300;
	double c = 1.0, d = 1.0 - (a + b) * x / (a + 1.0), h;
	d = 1.0 / (fabs(d) < tiny ? tiny : d);
	h = d;
	for (double m = 1.0; m < 10000.0; m += 1.0) {
		double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
		d = 1.0 / (1.0 + even * d);
		c = 1.0 + even / c;
		h *= c * d;
		d = 1.0 / (1.0 + odd * d);
		c = 1.0 + odd / c;
		h *= c * d;
		if (fabs(c * d - 1.0) < 1e-16)
			break;
	}
	return h;
}

/* ∫ of t's density beyond x: √ν/2 B(ν/(ν + x²); ν/2, 1/2) */
static double t_beyond(double dof, double x)
{
	double y = dof / (dof + x * x), a = 0.5 * dof;
	double front = POW(y, a) * sqrt(1.0 - y) / a;
	return 0.5 * sqrt(dof) * front * beta_fraction(a, 0.5, y);
}

/* Layers upwards from a lowest that ends at r; how far the top one overshoots the density's height 1. */
static double build(struct ziggurat *z, double r, double area)
{
	z->x[0] = area / density(z, r);
	z->x[1] = r;
	z->f[1] = density(z, r);
	for (int i = 2; i <= ZIGGURAT; i++) {
		z->f[i] = z->f[i - 1] + area / z->x[i - 1];
		z->x[i] = z->f[i] < 1.0 ? place_of(z, z->f[i]) : 0.0;
		if (z->f[i] >= 1.0 && i < ZIGGURAT)
			return 1.0 + (double)(ZIGGURAT - i);
	}
	return z->f[ZIGGURAT] - 1.0;
}

static void finish(struct ziggurat *z)
{
	z->x[ZIGGURAT] = 0.0;
	z->f[ZIGGURAT] = 1.0;
	z->f[0] = 0.0;
	for (int i = 0; i < ZIGGURAT; i++) {
		z->layer[i].width = z->x[i] * 0x1p-52;
		z->layer[i].inside = (uint64_t)(z->x[i + 1] / z->x[i] * 0x1p52);
	}
}

void ziggurat_make(struct ziggurat *z)
{
	z->dof = 0.0;
	(void)build(z, 3.6541528853610088, 0.00492867323399);
	finish(z);
}

/* The r at which the layers just close: a larger one has layers too thin to reach the top. */
void ziggurat_make_t(struct ziggurat *z, double dof)
{
	double low = 1.0 + 1e-9, high = 1000.0;
	z->dof = dof;
	for (int i = 0; i < 60 && high - low > 1e-14 * high; i++) {
		double r = 0.5 * (low + high);
		if (build(z, r, r * density(z, r) + t_beyond(dof, r)) > 0.0)
			low = r;
		else
			high = r;
	}
	(void)build(z, high, high * density(z, high) + t_beyond(dof, high));
	finish(z);
}

/* beyond r: Marsaglia 1964 */
static double normal_tail(struct random_stream *s, double r)
{
	double x, y;
	do {
		x = -LOG(random_uniform(s)) / r;
		y = -LOG(random_uniform(s));
	} while (y + y < x * x);
	return r + x;
}

/* Beyond r: from the power of x whose slope is the density's there, which lies above the density from
 * there on; it falls faster than 1/x² as r > 1. */
static double t_tail(struct random_stream *s, const struct ziggurat *z, double r)
{
	double slope = (z->dof + 1.0) * r * r / (z->dof + r * r);
	for (;;) {
		double ratio = POW(random_uniform(s), -1.0 / (slope - 1.0));
		if (random_uniform(s) * z->f[1] < density(z, r * ratio) * POW(ratio, slope))
			return r * ratio;
	}
}

/* A place outside of what lies under the density for certain; NAN: draw again. */
static double edge(struct random_stream *s, const struct ziggurat *z, size_t i, double x)
{
	if (i == 0) {
		double tail = z->dof > 0.0 ? t_tail(s, z, z->x[1]) : normal_tail(s, z->x[1]);
		return copysign(tail, x);
	}
	double y = z->f[i] + random_uniform(s) * (z->f[i + 1] - z->f[i]);
	return y < density(z, x) ? x : (double)NAN;
}

/* 53 bits with a sign for the place, eight others for the layer; the middle of its step */
static double place_in(const struct ziggurat *z, uint64_t bits, bool *ret_inside)
{
	size_t i = bits & (ZIGGURAT - 1);
	int64_t place = (int64_t)bits >> 11;
	*ret_inside = (uint64_t)(place ^ place >> 63) < z->layer[i].inside;
	return ((double)place + 0.5) * z->layer[i].width;
}

/* Draws until one is not certain, 99 of 100 and more; how many there were. */
static size_t certain(const struct ziggurat *z, const uint64_t *bits, double *out, size_t n)
{
	bool inside;
	for (size_t k = 0; k < n; k++) {
		out[k] = place_in(z, bits[k], &inside);
		if (!inside)
			return k;
	}
	return n;
}

void random_symmetric(struct random_stream *s, const struct ziggurat *z, double *out, size_t n)
{
	for (size_t k = 0; k < n;) {
		size_t left = VECTOR_BITS - s->at, most = left < n - k ? left : n - k;
		size_t good = certain(z, s->ahead + s->at, out + k, most);
		s->at += good;
		k += good;
		if (good == most && k == n)
			return;
		bool inside;
		uint64_t bits = random_bits(s);
		double x = place_in(z, bits, &inside);
		if (!inside)
			x = edge(s, z, bits & (ZIGGURAT - 1), x);
		if (!isnan(x))
			out[k++] = x;
	}
}
