/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

/* JCGM 100:2008 H.1, the end gauge, in nm */
static const char *const gauge_names[] = {"l_s", "d", "d_alpha", "theta", "alpha_s", "d_theta"};
static const struct zhun_model_output gauge_model[] = {
	{"l", "l_s + d - l_s*(d_alpha*theta + alpha_s*d_theta)"}};
static const struct zhun_lpu_input gauge_inputs[] = {{50000623, 25, 18},     {215, 9.7, 25.6},
						     {0, 5.8e-07, 50},	     {-0.1, 0.41, 0},
						     {1.15e-05, 1.2e-06, 0}, {0, 0.029, 2}};

static const struct zhun_lpu *make(const struct zhun_lpu_task *task, enum zhun_code want)
{
	const struct zhun_lpu *l = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_lpu_make(arena, task, &l, &err), want, &err);
	return l;
}

static const struct zhun_model *compile(const char *const *names, size_t n,
					const struct zhun_model_output *outputs, size_t count)
{
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	const struct zhun_model_source source = {names, n, outputs, count};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near_to(double got, double want, double within)
{
	return unit_check(fabs(got - want) <= within, __FILE__, __LINE__, "%.12g, not %.12g", got,
			  want);
}

static void end_gauge(void)
{
	const struct zhun_lpu_task task = {compile(gauge_names, 6, gauge_model, 1), gauge_inputs,
					   NULL};
	const struct zhun_lpu *l = make(&task, ZHUN_OK);
	struct zhun_error err;
	double value = 0, u = 0, k = 0;
	near_to(zhun_lpu_value(l, 0), 50000838, 0.5);
	near_to(zhun_lpu_u(l, 0), 31.71, 0.01);
	near_to(zhun_lpu_dof(l, 0), 16.7, 0.2);
	near_to(fabs(zhun_lpu_sensitivity(l, 0, 5) * 0.029), 16.6, 0.1);
	near_to(fabs(zhun_lpu_sensitivity(l, 0, 2) * 5.8e-7), 2.9, 0.05);
	CHECK_CODE(zhun_coverage_k(0.99, floor(zhun_lpu_dof(l, 0)), &k, &err), ZHUN_OK, &err);
	near_to(k * zhun_lpu_u(l, 0), 92.62, 0.03);
	CHECK_CODE(zhun_lpu_second_order(arena, l, 0, &value, &u, &err), ZHUN_OK, &err);
	near_to(u, 33.91115, 0.0005);
	near_to(zhun_lpu_value(l, 1), 50000623, 0);
	near_to(zhun_lpu_u(l, 2), 9.7, 1e-12);
	near_to(zhun_lpu_covariance(l, 0, 2), 9.7 * 9.7, 1e-9);
}

/* JCGM 100:2008 H.2: resistance, reactance and impedance from correlated readings */
static void impedance(void)
{
	static const char *const names[] = {"V", "I", "phi"};
	static const struct zhun_model_output outputs[] = {
		{"R", "V/I*cos(phi)"}, {"X", "V/I*sin(phi)"}, {"Z", "V/I"}};
	static const struct zhun_lpu_input inputs[] = {
		{4.9990, 0.0032, 0}, {19.6610e-3, 0.0095e-3, 0}, {1.04446, 0.00075, 0}};
	static const double r[] = {1, -0.36, 0.86, -0.36, 1, -0.65, 0.86, -0.65, 1};
	const struct zhun_lpu_task task = {compile(names, 3, outputs, 3), inputs, r};
	const struct zhun_lpu *l = make(&task, ZHUN_OK);
	near_to(zhun_lpu_value(l, 0), 127.732, 0.001);
	near_to(zhun_lpu_value(l, 1), 219.847, 0.001);
	near_to(zhun_lpu_value(l, 2), 254.260, 0.001);
	near_to(zhun_lpu_u(l, 0), 0.071, 0.0015);
	near_to(zhun_lpu_u(l, 1), 0.295, 0.002);
	near_to(zhun_lpu_u(l, 2), 0.236, 0.001);
	near_to(zhun_lpu_covariance(l, 0, 1) / zhun_lpu_u(l, 0) / zhun_lpu_u(l, 1), -0.588, 0.02);
	near_to(zhun_lpu_covariance(l, 1, 2) / zhun_lpu_u(l, 1) / zhun_lpu_u(l, 2), 0.993, 0.01);
}

/* Second order where it is known in closed form. */
static void second_order_in_closed_form(void)
{
	static const char *const names[] = {"x", "y"};
	static const struct zhun_model_output outputs[] = {
		{"square", "x^2"}, {"product", "x*y"}, {"cube", "x^3"}};
	static const struct zhun_lpu_input inputs[] = {{3, 0.5, 0}, {2, 0.25, 0}};
	static const double r[] = {1, 0.5, 0.5, 1};
	struct zhun_lpu_task task = {compile(names, 2, outputs, 3), inputs, NULL};
	const struct zhun_lpu *l = make(&task, ZHUN_OK);
	struct zhun_error err;
	double value = 0, u = 0, s2 = 0.25;
	CHECK_CODE(zhun_lpu_second_order(arena, l, 0, &value, &u, &err), ZHUN_OK, &err);
	near_to(value, 9.25, 1e-14);
	near_to(u * u, 36 * s2 + 2 * s2 * s2, 1e-13);
	CHECK_CODE(zhun_lpu_second_order(arena, l, 1, &value, &u, &err), ZHUN_OK, &err);
	near_to(value, 6, 1e-14);
	near_to(u * u, 4 * s2 + 9 * 0.0625 + s2 * 0.0625, 1e-13);
	/* x³: c = 27, f'' = 18, f''' = 6: 729 s² + ½·324 s⁴ + 27·6 s⁴ */
	CHECK_CODE(zhun_lpu_second_order(arena, l, 2, &value, &u, &err), ZHUN_OK, &err);
	near_to(value, 27 + 9 * s2, 1e-13);
	near_to(u * u, 729 * s2 + 162 * s2 * s2 + 162 * s2 * s2, 1e-11);
	/* correlated: E[xy] = μxμy + cov; ½ tr(HSHS) = s11 s22/2·… = (s12² + s11 s22)/1 for xy */
	task.correlation = r;
	l = make(&task, ZHUN_OK);
	double cov = 0.5 * 0.5 * 0.25;
	CHECK_CODE(zhun_lpu_second_order(arena, l, 1, &value, &u, &err), ZHUN_OK, &err);
	near_to(value, 6 + cov, 1e-14);
	near_to(u * u, 4 * s2 + 9 * 0.0625 + 2 * 6 * cov + s2 * 0.0625 + cov * cov, 1e-12);
}

static void refuses(void)
{
	static const char *const names[] = {"x", "y", "z"};
	static const struct zhun_model_output outputs[] = {{"f", "x + y + z"}};
	static const double outside[] = {1, 1.5, 0, 1.5, 1, 0, 0, 0, 1},
			    crooked[] = {1, 0.5, 0, 0.4, 1, 0, 0, 0, 1};
	static const double impossible[] = {1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1};
	static const double full[] = {1, 1, -1, 1, 1, -1, -1, -1, 1};
	struct zhun_lpu_input inputs[] = {{1, 1, 0}, {1, 1, 0}, {1, 1, 0}};
	struct zhun_lpu_task task = {compile(names, 3, outputs, 1), inputs, outside};
	(void)make(&task, ZHUN_E_LPU_CORRELATION);
	task.correlation = crooked;
	(void)make(&task, ZHUN_E_LPU_CORRELATION);
	task.correlation = impossible;
	(void)make(&task, ZHUN_E_LPU_NOT_SEMIDEFINITE);
	/* singular is no fault: x = y = −z, so that the sum has u = 1 */
	task.correlation = full;
	near_to(zhun_lpu_u(make(&task, ZHUN_OK), 0), 1, 1e-14);
	task.correlation = NULL;
	inputs[1].u = -1;
	(void)make(&task, ZHUN_E_LPU_INPUT);
	inputs[1].u = 1;
	inputs[2].dof = -3;
	(void)make(&task, ZHUN_E_LPU_INPUT);
	inputs[2] = (struct zhun_lpu_input){HUGE_VAL, 1, 0};
	(void)make(&task, ZHUN_E_LPU_INPUT);
	struct zhun_error err;
	double k = 0;
	CHECK_CODE(zhun_coverage_k(1.0, 5, &k, &err), ZHUN_E_STATEMENT_COVERAGE, &err);
	CHECK_CODE(zhun_coverage_k(0.95, 0, &k, &err), ZHUN_E_STATEMENT_COVERAGE, &err);
	CHECK_CODE(zhun_coverage_k(0.95, HUGE_VAL, &k, &err), ZHUN_OK, &err);
	near_to(k, 1.959963984540054, 1e-14);
}

/* In other units the same: every input in thousandths, the output a thousandth. */
static void units_change_nothing(void)
{
	static const char *const names[] = {"a", "b", "c"};
	static const struct zhun_model_output plain[] = {{"f", "a*b/c + a*sin(b/c)"}};
	static const struct zhun_model_output scaled[] = {
		{"f", "(a/1000)*b/c + (a/1000)*sin(b/c)"}};
	unsigned long long state = 8;
	for (int i = 0; i < 1000; i++) {
		struct zhun_lpu_input in[3], big[3];
		for (int k = 0; k < 3; k++) {
			double x = 1.0 + (double)(unit_random(&state) % 1000) / 100,
			       u = 0.001 * (double)(1 + unit_random(&state) % 99);
			in[k] = (struct zhun_lpu_input){x, u, 5};
			big[k] = k == 0 ? (struct zhun_lpu_input){1000 * x, 1000 * u, 5} : in[k];
		}
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		const struct zhun_lpu_task one = {compile(names, 3, plain, 1), in, NULL},
					   two = {compile(names, 3, scaled, 1), big, NULL};
		const struct zhun_lpu *l = make(&one, ZHUN_OK), *m = make(&two, ZHUN_OK);
		near_to(zhun_lpu_u(m, 0), zhun_lpu_u(l, 0), 1e-13 * zhun_lpu_u(l, 0));
		near_to(zhun_lpu_dof(m, 0), zhun_lpu_dof(l, 0), 1e-10 * zhun_lpu_dof(l, 0));
		CHECK(zhun_lpu_dof(l, 0) >= 5 * (1 - 1e-12) &&
		      zhun_lpu_dof(l, 0) <= 15 * (1 + 1e-12));
		zhun_arena_rewind(arena, mark);
	}
}

static enum zhun_code evaluate(struct zhun_arena *a, void *context)
{
	const struct zhun_lpu_task *task = context;
	const struct zhun_lpu *l = NULL;
	struct zhun_error err;
	double value = 0, u = 0;
	enum zhun_code code = zhun_lpu_make(a, task, &l, &err);
	CHECK((code == ZHUN_OK) == (l != NULL));
	return code ? code : zhun_lpu_second_order(a, l, 0, &value, &u, &err);
}

static void out_of_memory(void)
{
	static const double r[36] = {1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
				     0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1};
	struct zhun_lpu_task task = {compile(gauge_names, 6, gauge_model, 1), gauge_inputs, r};
	unit_fault_loop(evaluate, &task);
}

/* Eurachem/CITAC QUAM:2012 A2, standardising sodium hydroxide, in levels; the values by arithmetic of 50 decimals. */
static void sodium_hydroxide(void)
{
	static const char *const names[] = {"lt", "lg", "P", "MC", "MH", "MO", "MK", "Vc", "Vt", "R"};
	static const struct zhun_model_output levels[] = {{"c", "R*1000*m*P/(M*V)"},
							  {"m", "0.3888 + lg - lt"},
							  {"M", "8*MC + 5*MH + 4*MO + MK"},
							  {"V", "Vc + Vt"}};
	const double r3 = sqrt(3), r6 = sqrt(6);
	const struct zhun_lpu_input in[] = {{0, 0.00015 / r3, 0},	{0, 0.00015 / r3, 0},
					    {1, 0.0005 / r3, 0},	{12.0107, 0.0008 / r3, 0},
					    {1.00794, 0.00007 / r3, 0}, {15.9994, 0.0003 / r3, 0},
					    {39.0983, 0.0001 / r3, 0},	{18.64, 0.03 / r6, 0},
					    {0, 0.006, 0},		{1, 0.0005, 0}};
	const struct zhun_lpu_task task = {compile(names, 10, levels, 4), in, NULL};
	const struct zhun_lpu *l = make(&task, ZHUN_OK);
	near_to(zhun_lpu_value(l, 0), 0.10213615970679070709, 0.102e-12);
	near_to(zhun_lpu_u(l, 0), 0.00010050072212400461419, 1.005e-16);
}

static const struct unit_test tests[] = {
	{"lpu: JCGM 100 H.1, end gauge", end_gauge},
	{"lpu: JCGM 100 H.2, impedance", impedance},
	{"lpu: Eurachem A2, to twelve figures", sodium_hydroxide},
	{"lpu: second order in closed form", second_order_in_closed_form},
	{"lpu: refuses", refuses},
	{"lpu: units change nothing", units_change_nothing},
	{"lpu: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 24);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
