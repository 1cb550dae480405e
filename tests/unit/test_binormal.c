/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/binormal.h"

#include "measure/quadrature.h"
#include "near.h"

/* Closed form at the origin: 1/4 + asin r/2π (Sheppard 1899). */
static void at_the_origin(void)
{
	for (double r = 0; r < 0.9999999; r += 0.01) {
		struct binormal b;
		binormal_init(&b, r);
		CHECK_NEAR(binormal_upper(&b, 0, 0), 0.25 + asin(r) / (2 * acos(-1)), 1e-15);
	}
}

static double uniform(void)
{
	static unsigned long long state = 20261124;
	return (double)(unit_random(&state) >> 11) * 0x1p-53;
}

struct line {
	double r, k;
};

/* φ(x)·P(Y > k | x) */
static double at(double x, const void *context)
{
	const struct line *l = context;
	return exp(-0.5 * x * x) / sqrt(2 * acos(-1)) *
	       normal_upper((l->k - l->r * x) / sqrt((1 - l->r) * (1 + l->r)));
}

static double clamp(double x, double low)
{
	return fmin(fmax(x, low), 9);
}

/* Law: the plain integral over X says the same, for random limits and every correlation. */
static void agrees_with_the_plain_integral(void)
{
	for (int i = 0; i < 3000; i++) {
		double r = i % 3 ? uniform() : 1 - pow(10, -6 * uniform());
		double h = 8 * uniform() - 4, k = i % 2 ? 8 * uniform() - 4 : h + 0.1 * uniform();
		const struct line l = {r, k};
		double turn = k / fmax(r, 1e-3), width = 9 * sqrt((1 - r) * (1 + r));
		const double cuts[] = {h, clamp(turn - width, h), clamp(turn, h), clamp(turn + width, h), 9};
		struct binormal b;
		double want = 0;
		CHECK(quadrature(at, &l, cuts, ZHUN_COUNT(cuts), 1e-14, &want));
		binormal_init(&b, r);
		CHECK_NEAR(binormal_upper(&b, h, k), want, 5e-14);
		CHECK_NEAR(binormal_upper(&b, k, h), want, 5e-14);
	}
}

static void without_a_limit(void)
{
	struct binormal b;
	binormal_init(&b, 0.97);
	CHECK_NEAR(binormal_upper(&b, -HUGE_VAL, 1), normal_upper(1), 0);
	CHECK_NEAR(binormal_upper(&b, 1, -HUGE_VAL), normal_upper(1), 0);
	CHECK_NEAR(binormal_upper(&b, HUGE_VAL, -HUGE_VAL), 0, 0);
	CHECK_NEAR(binormal_upper(&b, -HUGE_VAL, HUGE_VAL), 0, 0);
	CHECK_NEAR(binormal_upper(&b, -HUGE_VAL, -HUGE_VAL), 1, 0);
	CHECK_NEAR(binormal_upper(&b, -40, 40), 0, 0);
}

static const struct unit_test tests[] = {
	{"binormal: at the origin", at_the_origin},
	{"binormal: agrees with the plain integral", agrees_with_the_plain_integral},
	{"binormal: without a limit", without_a_limit},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
