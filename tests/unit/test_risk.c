/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/risk.h"

#include "measure/quadrature.h"
#include "near.h"

static struct zhun_risk symmetric(double limit, double accept, double process, double u)
{
	return (struct zhun_risk){{-limit, limit},
				  {-accept, accept},
				  {ZHUN_D_NORMAL, 0, process, 0, 0},
				  {ZHUN_D_NORMAL, 0, u, 0, 0}};
}

/* Resistors ±0.2, process 0.12, measurement 0.04: JCGM 106 9.5 by independent quadrature; the
 * 4:1 case is Deaver's 0.8 %. */
static void global_risks(void)
{
	static const struct {
		double limit, accept, process, u, pfa, pfr;
	} rows[] = {{0.2, 0.2, 0.12, 0.04, 0.01894220671702911, 0.03720780017805747},
		    {0.2, 0.14, 0.12, 0.04, 0.0015753532011366779, 0.17437627594826788},
		    {2, 2, 1, 0.25, 0.008006084834450096, 0.014850884211254578}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_risk r =
			symmetric(rows[i].limit, rows[i].accept, rows[i].process, rows[i].u);
		struct zhun_risks got = {0};
		struct zhun_error err;
		CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_OK, &err);
		CHECK_NEAR(got.pfa, rows[i].pfa, 1e-11);
		CHECK_NEAR(got.pfr, rows[i].pfr, 1e-11);
	}
}

static double weighed(double x, const void *context)
{
	const struct zhun_risk *r = context;
	struct zhun_conformance c = zhun_conformance_of(&r->acceptance, &r->measurement, x);
	bool good = x > r->tolerance.low && x < r->tolerance.high;
	return zhun_distribution_pdf(&r->process, x) * (good ? c.below + c.above : c.inside);
}

static double clamp(double x, double low, double high)
{
	return fmin(fmax(x, low), high);
}

static double plain_integral(const struct zhun_risk *r, double from, double to)
{
	double low = clamp(from, -10, 10), high = clamp(to, -10, 10), u = 9 * r->measurement.b, sum = 0;
	double a = r->acceptance.low, b = r->acceptance.high;
	double cuts[] = {low, a - u, a, a + u, b - u, b, b + u, high};
	for (size_t i = 1; i < ZHUN_COUNT(cuts); i++)
		cuts[i] = clamp(cuts[i], cuts[i - 1], high);
	CHECK(quadrature(weighed, r, cuts, ZHUN_COUNT(cuts), 1e-13, &sum));
	return sum;
}

/* Law: two normals, which go by their joint distribution, agree with the integral of JCGM 106 9.5. */
static void two_normals_by_the_integral(void)
{
	unsigned long long state = 106;
	for (int i = 0; i < 300; i++) {
		double x[6];
		for (size_t k = 0; k < ZHUN_COUNT(x); k++)
			x[k] = (double)(unit_random(&state) >> 11) * 0x1p-53;
		struct zhun_risk r = symmetric(0.5 + 2 * x[0], 0.3 + 2 * x[1], 1, 0.02 + x[2]);
		struct zhun_risks got = {0};
		struct zhun_error err;
		r.process.a = x[3] - 0.5;
		r.measurement.a = 0.1 * (x[4] - 0.5);
		if (x[5] < 0.3)
			r.tolerance.low = r.acceptance.low = -HUGE_VAL;
		CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_OK, &err);
		CHECK_NEAR(got.pfa, plain_integral(&r, -10, r.tolerance.low) + plain_integral(&r, r.tolerance.high, 10),
			   1e-12);
		CHECK_NEAR(got.pfr, plain_integral(&r, r.tolerance.low, r.tolerance.high), 1e-12);
	}
}

/* Law: accepted + rejected = 1, for every kind of process; with a perfect measurement no risk. */
static void risks_add_up(void)
{
	static const struct zhun_distribution processes[] = {
		{ZHUN_D_NORMAL, 0.3, 1, 0, 0},	  {ZHUN_D_UNIFORM, 0.3, 2.5, 0, 0},
		{ZHUN_D_ARCSINE, 0.3, 2.5, 0, 0}, {ZHUN_D_GAMMA, 2, 1, 0, 0},
		{ZHUN_D_T, 0, 1, 4, 0},		  {ZHUN_D_TRAPEZOIDAL, 0, 3, 0.5, 0},
		{ZHUN_D_LOGNORMAL, 0, 0.5, 0, 0}, {ZHUN_D_BETA, 0.5, 0.5, -2.5, 2.5}};
	for (size_t i = 0; i < ZHUN_COUNT(processes); i++) {
		struct zhun_risk r = symmetric(2, 1.8, 1, 0.3);
		struct zhun_risks got = {0};
		struct zhun_error err;
		r.process = processes[i];
		CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_OK, &err);
		double inside =
			zhun_distribution_cdf(&r.process, 2) - zhun_distribution_cdf(&r.process, -2);
		unit_check(got.pfa >= 0 && got.pfa <= 1 - inside + 1e-12 && got.pfr >= 0 &&
				   got.pfr <= inside,
			   __FILE__, __LINE__, "process %zu: %g %g of %g", i, got.pfa, got.pfr, inside);
		r.acceptance = r.tolerance;
		r.measurement = (struct zhun_distribution){ZHUN_D_CONSTANT, 0, 0, 0, 0};
		CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_OK, &err);
		CHECK_NEAR(got.pfa, 0, 1e-12);
		CHECK_NEAR(got.pfr, 0, 1e-12);
	}
}

static void one_result(void)
{
	const struct zhun_distribution error = {ZHUN_D_NORMAL, 0, 1, 0, 0};
	const struct zhun_limits both = {-1, 1}, upper = {-HUGE_VAL, 2};
	struct zhun_conformance c = zhun_conformance_of(&both, &error, 0);
	CHECK_NEAR(c.inside, 0.6826894921370859, 1e-15);
	c = zhun_conformance_of(&upper, &error, 2);
	CHECK_NEAR(c.inside, 0.5, 1e-16);
	CHECK_NEAR(zhun_conformance_of(&upper, &error, -18).above / 2.753624118606233e-89, 1, 1e-12);
	CHECK_NEAR(zhun_cpk(&both, &error), 1.0 / 3, 1e-15);
}

static void guard_bands(void)
{
	CHECK_NEAR(zhun_guard_factor(ZHUN_GUARD_RSS, 4), 0.9682458365518543, 1e-15);
	CHECK_NEAR(zhun_guard_factor(ZHUN_GUARD_TEST95, 4), 0.75, 1e-15);
	CHECK_NEAR(zhun_guard_factor(ZHUN_GUARD_RP10, 4), 1, 1e-15);
	CHECK_NEAR(zhun_guard_factor(ZHUN_GUARD_DOBBERT, 2), 1 - (1.04 - exp(0.38 * log(2) - 0.54)) / 2,
		   1e-15);
	struct zhun_risk r = symmetric(2, 2, 1, 0.25);
	struct zhun_risks got = {0};
	struct zhun_error err;
	double w = 0;
	CHECK_CODE(zhun_guard_for_pfa(&r, 0.002, &w, &err), ZHUN_OK, &err);
	r.acceptance = zhun_guarded(&r.tolerance, w);
	CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_OK, &err);
	CHECK_NEAR(got.pfa, 0.002, 1e-11);
	CHECK_CODE(zhun_guard_for_pfa(&r, 0.5, &w, &err), ZHUN_E_PARAMETER_BAD, &err);
	r.tolerance = (struct zhun_limits){1, -1};
	CHECK_CODE(zhun_risk_global(&r, &got, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"risk: global risks", global_risks},
	{"risk: two normals by the integral", two_normals_by_the_integral},
	{"risk: risks stay within what they share", risks_add_up},
	{"risk: one result", one_result},
	{"risk: guard bands", guard_bands},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
