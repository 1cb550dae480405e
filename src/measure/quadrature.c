/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/quadrature.h"

#include <math.h>

/* Nodes and weights of the 15-point Kronrod rule; every second node is Gauss's (QUADPACK qk15). */
static const double nodes[8] = {
	0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
	0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
	0.586087235467691130294144691258381, 0.405845151377397166906606412076961,
	0.207784955007898467600689403773245, 0.0};
static const double kronrod[8] = {
	0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
	0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
	0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
	0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
static const double gauss[4] = {
	0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
	0.381830050505118944950369775488975, 0.417959183673469387755102040816327};

const double gauss_rule[GAUSS_POINTS / 2][2] = {
	{0.9931285991850949247861, 0.0176140071391521183118},
	{0.9639719272779137912676, 0.0406014298003869413310},
	{0.9122344282513259058677, 0.0626720483341090635695},
	{0.8391169718222188233945, 0.0832767415767047487247},
	{0.7463319064601507926143, 0.1019301198172404350367},
	{0.6360536807265150254528, 0.1181945319615184173123},
	{0.5108670019508270980043, 0.1316886384491766268984},
	{0.3737060887154195606725, 0.1420961093183820513292},
	{0.2277858511416450780804, 0.1491729864726037467878},
	{0.0765265211334973337546, 0.1527533871307258506980},
};

enum { DEEPEST = 60, MOST_PIECES = 4000 };

/* A difference of this share of the value is the rounding of its fifteen terms: halving gains nothing. */
static const double rounding = 4e-15;

struct piece {
	double low, high;
	int depth;
};

static double rule(quadrature_function *f, const void *context, double low, double high, double *ret_error)
{
	double centre = low + (high - low) / 2, half = (high - low) / 2, middle = f(centre, context);
	double k = kronrod[7] * middle, g = gauss[3] * middle;
	for (size_t i = 0; i < 7; i++) {
		double pair = f(centre - half * nodes[i], context) + f(centre + half * nodes[i], context);
		k += kronrod[i] * pair;
		if (i % 2 == 1)
			g += gauss[i / 2] * pair;
	}
	*ret_error = fabs(k - g) * half;
	return k * half;
}

/* Depth first, halves of equal share of the tolerance; Kronrod's true error is far below |k − g|,
 * so what that difference passes is passed with room. */
static bool between(quadrature_function *f, const void *context, double low, double high, double per_length,
		    double *sum)
{
	struct piece stack[DEEPEST + 2] = {{low, high, 0}};
	int top = 1;
	for (int pieces = 0; top > 0; pieces++) {
		struct piece p = stack[--top];
		double error, value = rule(f, context, p.low, p.high, &error);
		if (error <= per_length * (p.high - p.low) || error <= rounding * fabs(value)) {
			*sum += value;
			continue;
		}
		double middle = p.low + (p.high - p.low) / 2;
		if (p.depth == DEEPEST || pieces > MOST_PIECES)
			return false;
		stack[top++] = (struct piece){middle, p.high, p.depth + 1};
		stack[top++] = (struct piece){p.low, middle, p.depth + 1};
	}
	return true;
}

bool quadrature(quadrature_function *f, const void *context, const double *cuts, size_t n, double tolerance,
		double *ret)
{
	double length = cuts[n - 1] - cuts[0], sum = 0;
	bool reached = true;
	for (size_t i = 1; reached && i < n; i++)
		if (cuts[i] > cuts[i - 1])
			reached = between(f, context, cuts[i - 1], cuts[i], tolerance / length, &sum);
	*ret = sum;
	return reached;
}
