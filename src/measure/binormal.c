/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/binormal.h"

#include <math.h>
#include <stddef.h>

#include "measure/quadrature.h"

static const double two_pi = 6.28318530717958647693;

/* Below this what an exponential adds is lost in 1e-17. */
static const double nothing = -42;

double normal_upper(double x)
{
	return 0.5 * erfc(x * M_SQRT1_2);
}

/* From correlation 0: exp(sin θ hk/cos² θ − (h² + k²)/(2 cos² θ)) over θ to asin r. */
static struct binormal_node node_far(double theta, double weight)
{
	double s = sin(theta), half = 0.5 / (1 - s * s);
	return (struct binormal_node){.weight = weight, .a = half, .b = 2 * half * s, .c = 0};
}

/* From correlation 1, x = cos θ: exp(−(h − k)²/(2x²) − hk/(1 + s))/s, s = √(1 − x²), over x to √(1 − r²). */
static struct binormal_node node_close(double x, double weight)
{
	double s = sqrt(1 - x * x);
	return (struct binormal_node){.weight = weight, .a = x * x, .b = 1 / (1 + s), .c = 1 / s};
}

void binormal_init(struct binormal *ret, double r)
{
	ret->close = r > 0.92;
	ret->span = ret->close ? sqrt((1 - r) * (1 + r)) : asin(r);
	double half = ret->span / 2;
	for (size_t i = 0; i < BINORMAL_NODES; i++) {
		const double *p = gauss_rule[i / 2];
		double at = half * (1 + (i % 2 ? p[0] : -p[0])), weight = half * p[1];
		ret->node[i] = ret->close ? node_close(at, weight) : node_far(at, weight);
	}
}

static double from_zero(const struct binormal *b, double h, double k)
{
	double squares = h * h + k * k, product = h * k, sum = 0;
	for (size_t i = 0; i < BINORMAL_NODES; i++) {
		const struct binormal_node *n = &b->node[i];
		double e = product * n->b - squares * n->a;
		if (e > nothing)
			sum += n->weight * exp(e);
	}
	return normal_upper(h) * normal_upper(k) + sum / two_pi;
}

/* 1/s · exp(hk/2 − hk/(1 + s)) is 1 + c x² + c d x⁴ + …; ∫ exp(−gap²/(2x²)) of those terms from 0 to a. */
static double series_of(double a, double gap, double c, double d, double decay)
{
	double g2 = gap * gap, zeroth = a * decay - sqrt(two_pi) * gap * normal_upper(gap / a);
	double second = (a * a * a * decay - g2 * zeroth) / 3;
	double fourth = (pow(a, 5) * decay - g2 * second) / 5;
	return zeroth + c * second + c * d * fourth;
}

static double from_one(const struct binormal *b, double h, double k)
{
	double gap = fabs(h - k), product = h * k, a = b->span, whole = normal_upper(fmax(h, k));
	double edge = -0.5 * (gap / a) * (gap / a);
	if (edge - product / 2 < nothing)
		return whole;
	double c = (4 - product) / 8, d = (12 - product) / 16, front = exp(-product / 2);
	double sum = front * series_of(a, gap, c, d, exp(edge));
	for (size_t i = 0; i < BINORMAL_NODES; i++) {
		const struct binormal_node *n = &b->node[i];
		double e = -0.5 * gap * gap / n->a;
		if (e - product / 2 < nothing)
			continue;
		double exact = exp(e - product * n->b) * n->c, near = exp(e) * front * (1 + c * n->a * (1 + d * n->a));
		sum += n->weight * (exact - near);
	}
	return fmax(0, whole - sum / two_pi);
}

double binormal_upper(const struct binormal *b, double h, double k)
{
	if (isinf(h) || isinf(k))
		return h > 0 && isinf(h) ? 0 : k > 0 && isinf(k) ? 0 : normal_upper(isinf(h) ? k : h);
	return b->close ? from_one(b, h, k) : from_zero(b, h, k);
}
