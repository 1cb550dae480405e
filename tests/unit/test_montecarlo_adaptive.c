/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/montecarlo_adaptive.h"

#include <math.h>

#include "unit.h"

static struct zhun_arena *arena;

static const char *const names[] = {"x", "y"};
static const struct zhun_mc_coverage p95 = {0.95, ZHUN_MC_SYMMETRIC};

static const struct zhun_model *compile(const char *text)
{
	/* a model names its outputs in errors: they live as long */
	struct zhun_model_output *output = ZHUN_NEW(arena, struct zhun_model_output);
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	*output = (struct zhun_model_output){"f", text};
	const struct zhun_model_source source = {names, 2, output, 1};
	CHECK_CODE(zhun_model_compile(arena, &source, &m, &err), ZHUN_OK, &err);
	return m;
}

static bool near_to(double got, double want, double within)
{
	return unit_check(fabs(got - want) <= within, __FILE__, __LINE__, "%.10g, not %.10g", got, want);
}

/* The examples of JCGM 101:2008 7.9.2, and figures with noughts at their end. */
static void tolerances(void)
{
	static const struct {
		double u;
		unsigned digits;
		double want;
	} rows[] = {{0.00035, 2, 0.000005}, {0.00035, 1, 0.00005}, {2, 1, 0.5},	    {31.71, 2, 0.5}, {30, 2, 0.5},
		    {0.0996, 2, 0.005},	    {0.0996, 1, 0.05},	   {0.5, 3, 0.0005}, {100, 1, 50},    {0, 2, 0}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		near_to(zhun_mc_tolerance(rows[i].u, rows[i].digits), rows[i].want, 1e-12 * rows[i].want);
}

static struct zhun_mc_adapted adapt(const char *text, const struct zhun_distribution *in, uint64_t seed,
				    const struct zhun_mc_adaptive *how, size_t threads)
{
	struct zhun_mc_task task = {.model = compile(text), .inputs = in, .seed = seed, .draws = 20000000,
				    .threads = threads};
	struct zhun_mc_adapted r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, how, &r, &err), ZHUN_OK, &err);
	return r;
}

/* JCGM 101:2008 9.2.2 (four normals) in two: u = √2, δ = 0.05 of two figures */
static void stops_when_stable(void)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 0, 1, 0, 0}, {ZHUN_D_NORMAL, 0, 1, 0, 0}};
	const struct zhun_mc_adaptive two = {p95, .digits = 2}, validating = {p95, .digits = 2, .validating = true};
	struct zhun_mc_adapted r = adapt("x + y", in, 1, &two, 1), v = adapt("x + y", in, 1, &validating, 1);
	near_to(r.tolerance, 0.05, 1e-12);
	near_to(v.tolerance, 0.01, 1e-12);
	CHECK(r.stable && v.stable && v.sequences > r.sequences);
	CHECK_INT(r.length, 10240);
	CHECK_INT(r.summary.draws, r.sequences * r.length);
	CHECK(r.spread.mean <= 0.05 && r.spread.u <= 0.05 && r.spread.low <= 0.05 && r.spread.high <= 0.05);
	near_to(v.summary.mean, 0, 0.02);
	near_to(v.summary.u, sqrt(2), 0.02);
	near_to(v.summary.high.at, 1.959963984540054 * sqrt(2), 0.03);
	/* the ends' variance decides: the number of sequences of a known one is known in size */
	double sd = sqrt(2) * sqrt(0.95 * 0.05 / 2 / 10240) / 0.0584, wanted = 4 * sd * sd / (0.01 * 0.01);
	CHECK((double)v.sequences > wanted / 4 && (double)v.sequences < wanted * 4);
}

static void threads_decide_alike(void)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_T, 5, 1, 4, 0}, {ZHUN_D_UNIFORM, 2, 0.5, 0, 0}};
	for (int two_stage = 0; two_stage < 2; two_stage++) {
		const struct zhun_mc_adaptive how = {p95, .digits = 2, .two_stage = two_stage};
		struct zhun_mc_adapted one = adapt("x*y", in, 3, &how, 1), three = adapt("x*y", in, 3, &how, 3);
		CHECK(one.stable && three.stable);
		CHECK_INT(one.sequences, three.sequences);
		CHECK(memcmp(&one.summary.mean, &three.summary.mean, sizeof(double)) == 0);
		CHECK(memcmp(&one.summary.low.at, &three.summary.low.at, sizeof(double)) == 0);
		CHECK(memcmp(&one.spread, &three.spread, sizeof(one.spread)) == 0);
	}
}

/* What the two ways promise: all four figures within δ, counted over many seeds. */
static void keeps_its_promise(void)
{
	enum { SEEDS = 120 };
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 10, 1, 0, 0}, {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	for (int two_stage = 0; two_stage < 2; two_stage++) {
		const struct zhun_mc_adaptive how = {p95, .digits = 2, .two_stage = two_stage};
		int kept = 0;
		for (uint64_t seed = 0; seed < SEEDS; seed++) {
			struct zhun_mc_adapted r = adapt("3*x + y", in, seed, &how, 2);
			double d = r.tolerance, half = 3 * 1.959963984540054;
			kept += r.stable && fabs(r.summary.mean - 30) <= d && fabs(r.summary.u - 3) <= d &&
				fabs(r.summary.low.at - 30 + half) <= d && fabs(r.summary.high.at - 30 - half) <= d;
		}
		unit_check(kept > (two_stage ? 0.95 : 0.88) * SEEDS - 4 * sqrt(0.05 * SEEDS), __FILE__, __LINE__,
			   "%d of %d", kept, SEEDS);
	}
}

static void gives_up_and_refuses(void)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0}, {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	struct zhun_mc_adaptive how = {p95, .digits = 4};
	struct zhun_mc_task task = {.model = compile("x + y"), .inputs = in, .draws = 200000};
	struct zhun_mc_adapted r = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, &how, &r, &err), ZHUN_OK, &err);
	CHECK(!r.stable);
	CHECK_INT(r.sequences, 200000 / 10240);
	how.two_stage = true;
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, &how, &r, &err), ZHUN_OK, &err);
	CHECK(!r.stable);
	task.draws = 20479;
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, &how, &r, &err), ZHUN_E_MC_DRAWS, &err);
	task.draws = 200000;
	how.digits = 0;
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, &how, &r, &err), ZHUN_E_PARAMETER_BAD, &err);
	how.digits = 1;
	task.model = compile("log(x) + y");
	CHECK_CODE(zhun_mc_adapt(arena, &task, 0, &how, &r, &err), ZHUN_E_MC_OUT_OF_DOMAIN, &err);
	CHECK_TEXT(err.place, "f column 1");
}

/* A constant is stable at once. */
static void nothing_varies(void)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_CONSTANT, 1, 0, 0, 0}, {ZHUN_D_CONSTANT, 2, 0, 0, 0}};
	const struct zhun_mc_adaptive how = {p95, .digits = 2}, twice = {p95, .digits = 2, .two_stage = true};
	struct zhun_mc_adapted r = adapt("x + y", in, 0, &how, 1);
	CHECK(r.stable && r.sequences == 2);
	near_to(r.summary.low.at, 3, 0);
	r = adapt("x + y", in, 0, &twice, 1);
	CHECK(r.stable && r.sequences == 10);
}

/* JCGM 101:2008 8.1.2 */
static void validation(void)
{
	const struct zhun_mc_summary mc = {
		.low = {-1.96, -1.97, -1.95}, .high = {1.96, 1.95, 1.97}, .exact = true};
	struct zhun_mc_validation v = zhun_mc_validate(&mc, 1.0, -1.98, 1.98, 2);
	near_to(v.tolerance, 0.05, 1e-15);
	near_to(v.d_low, 0.02, 1e-15);
	CHECK(v.verdict == ZHUN_MC_CONFIRMED);
	CHECK(zhun_mc_validate(&mc, 1.0, -2.05, 1.96, 2).verdict == ZHUN_MC_NOT_CONFIRMED);
	CHECK(zhun_mc_validate(&mc, 1.0, -1.96, 2.005, 2).verdict == ZHUN_MC_UNDECIDED);
	CHECK(zhun_mc_validate(&mc, 1.0, -2.05, 1.96, 1).verdict == ZHUN_MC_CONFIRMED);
}

static void stationary_points(void)
{
	static const struct zhun_lpu_input there[] = {{0, 0.1, 0}, {3, 0.1, 0}}, away[] = {{1, 0.1, 0}, {3, 0.1, 0}};
	const struct zhun_model *m = compile("cos(x)*y");
	bool found[2] = {false, true};
	struct zhun_error err;
	CHECK_CODE(zhun_mc_stationary(arena, &(struct zhun_lpu_task){m, there, NULL}, 0, found, &err), ZHUN_OK, &err);
	CHECK(found[0] && !found[1]);
	CHECK_CODE(zhun_mc_stationary(arena, &(struct zhun_lpu_task){m, away, NULL}, 0, found, &err), ZHUN_OK, &err);
	CHECK(!found[0] && !found[1]);
	/* an input that does nothing is not stationary */
	m = compile("y + 0*x");
	CHECK_CODE(zhun_mc_stationary(arena, &(struct zhun_lpu_task){m, there, NULL}, 0, found, &err), ZHUN_OK, &err);
	CHECK(!found[0] && !found[1]);
}

static enum zhun_code adapt_some(struct zhun_arena *a, void *context)
{
	static const struct zhun_distribution in[] = {{ZHUN_D_NORMAL, 1, 1, 0, 0}, {ZHUN_D_CONSTANT, 0, 0, 0, 0}};
	const struct zhun_mc_adaptive how = {p95, .digits = 1};
	const struct zhun_mc_task task = {.model = context, .inputs = in, .draws = 20480};
	struct zhun_mc_adapted r = {0};
	struct zhun_error err;
	static const struct zhun_lpu_input at[] = {{1, 1, 0}, {1, 1, 0}};
	const struct zhun_lpu_task first_order = {context, at, NULL};
	bool found[2];
	enum zhun_code code = zhun_mc_adapt(a, &task, 0, &how, &r, &err);
	CHECK((code == ZHUN_OK) == (r.sequences > 0));
	return code ? code : zhun_mc_stationary(a, &first_order, 0, found, &err);
}

static void out_of_memory(void)
{
	union {
		const struct zhun_model *from;
		void *to;
	} model = {compile("x + y")};
	unit_fault_loop(adapt_some, model.to);
}

static const struct unit_test tests[] = {
	{"montecarlo adaptive: tolerances", tolerances},
	{"montecarlo adaptive: stops when stable", stops_when_stable},
	{"montecarlo adaptive: threads decide alike", threads_decide_alike},
	{"montecarlo adaptive: keeps its promise", keeps_its_promise},
	{"montecarlo adaptive: gives up and refuses", gives_up_and_refuses},
	{"montecarlo adaptive: nothing varies", nothing_varies},
	{"montecarlo adaptive: validation", validation},
	{"montecarlo adaptive: stationary points", stationary_points},
	{"montecarlo adaptive: out of memory", out_of_memory},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open((size_t)1 << 26);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
