/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our side of bench/measure: `ours WHAT` does the work named, once, and prints what bench/measure/run reads:
 * a cost each in nanoseconds, of processor time and of time on the wall, then results that must agree with
 * the peer's. Linked to the engine as it is released.
 */
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "zhun/measure/lpu_plan.h"
#include "zhun/measure/montecarlo.h"
#include "zhun/measure/risk.h"

enum { DRAWS = 10000000, AGAIN = 200000, RISKS = 2000 };

static double seconds(clockid_t clock)
{
	struct timespec t;
	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void must(enum zhun_code code)
{
	if (code) {
		(void)fprintf(stderr, "failed with %d\n", (int)code);
		exit(1);
	}
}

/* Whether a new thread gets a core of its own: what is measured is the program, and not where a scheduler
 * puts a thread that lives for 50 ms (one that packs threads, as virtual machines may, leaves both on one). */
static bool apart;
static int core[2];  /* the first two that this program may run on */

static void find_cores(void)
{
	cpu_set_t all;
	int found = 0;
	CPU_ZERO(&all);
	(void)sched_getaffinity(0, sizeof all, &all);
	for (int i = 0; i < CPU_SETSIZE && found < 2; i++)
		if (CPU_ISSET(i, &all))
			core[found++] = i;
	if (found < 2)
		(void)fprintf(stderr, "two threads have %d core(s): the row says nothing of the program\n", found);
}

static void keep_to(pthread_t thread, int which)
{
	cpu_set_t one;
	CPU_ZERO(&one);
	CPU_SET(core[which], &one);
	if (pthread_setaffinity_np(thread, sizeof one, &one))
		(void)fprintf(stderr, "a thread could not be kept to core %d: the system decides\n", core[which]);
}

/* Stands before the C library's, for the engine too. */
int pthread_create(pthread_t *ret, const pthread_attr_t *how, void *(*work)(void *), void *context)
{
	int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	*(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
	int failed = real(ret, how, work, context);
	if (!failed && apart)
		keep_to(*ret, 1);
	return failed;
}

/* a model with its inputs */
struct subject {
	const char *name, *text;
	const char *names[10];
	struct zhun_distribution inputs[10];
	bool no_interval;
};

static const struct subject subjects[] = {
	{"product", "a*b*c", {"a", "b", "c"},
	 {{ZHUN_D_NORMAL, 1, 0.1, 0, 0}, {ZHUN_D_NORMAL, 2, 0.1, 0, 0}, {ZHUN_D_NORMAL, 3, 0.2, 0, 0}}, false},
	{"functions", "a*exp(-b*t)*sin(w) + log(d)", {"a", "b", "t", "w", "d"},
	 {{ZHUN_D_NORMAL, 1, 0.1, 0, 0}, {ZHUN_D_NORMAL, 0.5, 0.02, 0, 0}, {ZHUN_D_NORMAL, 2, 0.1, 0, 0},
	  {ZHUN_D_NORMAL, 1, 0.05, 0, 0}, {ZHUN_D_NORMAL, 10, 1, 0, 0}}, false},
	/* JCGM 101:2008 9.5 */
	{"gauge", "Ls + D + d1 + d2 - Ls*(da*(theta0 + Delta) + alpha*dt) - 50000000",
	 {"Ls", "D", "d1", "d2", "alpha", "theta0", "Delta", "da", "dt"},
	 {{ZHUN_D_T, 50000623, 25, 18, 0}, {ZHUN_D_T, 215, 6, 24, 0}, {ZHUN_D_T, 0, 4, 5, 0}, {ZHUN_D_T, 0, 7, 8, 0},
	  {ZHUN_D_UNIFORM, 11.5e-6, 2e-6, 0, 0}, {ZHUN_D_NORMAL, -0.1, 0.2, 0, 0}, {ZHUN_D_ARCSINE, 0, 0.5, 0, 0},
	  {ZHUN_D_CTRAP, 0, 1e-6, 0.1e-6, 0}, {ZHUN_D_CTRAP, 0, 0.05, 0.025, 0}}, false},
	/* JCGM 100:2008 H.1, normal and rectangular */
	{"h1", "Ls + d - Ls*(da*theta + alpha*dt)", {"Ls", "d", "da", "theta", "alpha", "dt"},
	 {{ZHUN_D_NORMAL, 50000623, 25, 0, 0}, {ZHUN_D_NORMAL, 215, 9.7, 0, 0}, {ZHUN_D_UNIFORM, 0, 1e-6, 0, 0},
	  {ZHUN_D_NORMAL, -0.1, 0.41, 0, 0}, {ZHUN_D_UNIFORM, 11.5e-6, 2e-6, 0, 0}, {ZHUN_D_UNIFORM, 0, 0.05, 0, 0}},
	 false},
	{"normals", "a*b/(c + d)", {"a", "b", "c", "d"},
	 {{ZHUN_D_NORMAL, 1, 0.1, 0, 0}, {ZHUN_D_NORMAL, 2, 0.1, 0, 0}, {ZHUN_D_NORMAL, 3, 0.1, 0, 0},
	  {ZHUN_D_NORMAL, 4, 0.1, 0, 0}}, true},
};

static const struct subject *subject_of(const char *name)
{
	for (size_t i = 0; i < sizeof(subjects) / sizeof(*subjects); i++)
		if (strcmp(subjects[i].name, name) == 0)
			return &subjects[i];
	return NULL;
}

static const struct zhun_model *compile(struct zhun_arena *a, const struct subject *s)
{
	const struct zhun_model_output output = {"y", s->text};
	const struct zhun_model *m = NULL;
	struct zhun_error err;
	size_t n = 0;
	while (s->names[n])
		n++;
	must(zhun_model_compile(a, &(struct zhun_model_source){s->names, n, &output, 1}, &m, &err));
	return m;
}

/* The most this program held so far. (getrusage's figure is the parent's where that held more.) */
static double resident_kib(void)
{
	char line[200];
	long kib = 0;
	FILE *f = fopen("/proc/self/status", "r");
	while (f && fgets(line, sizeof(line), f))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kib = strtol(line + 6, NULL, 10);
	if (f)
		(void)fclose(f);
	return (double)kib;
}

/* cost a draw, and the interval; then how much memory the run took */
static void montecarlo(const struct subject *s, size_t threads, bool keeps, size_t draws)
{
	static const size_t first[] = {0};
	const struct zhun_model_outputs only = {first, 1};
	const struct zhun_mc_coverage coverage = {0.95, ZHUN_MC_SYMMETRIC};
	struct zhun_arena *a = zhun_arena_open((size_t)1 << 30);
	struct zhun_mc_task task = {.model = compile(a, s), .inputs = s->inputs, .seed = 1, .draws = draws,
				    .threads = threads};
	struct zhun_mc_summary got = {0};
	struct zhun_mc_sample sample;
	struct zhun_error err;
	double before = resident_kib(), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
	if (keeps) {
		must(zhun_mc_run(a, &task, only, &sample, NULL, &err));
		zhun_mc_interval(&sample, 0.95, ZHUN_MC_SYMMETRIC, &got.low.at, &got.high.at);
		got.mean = sample.mean;
		got.u = sample.u;
	} else {
		must(zhun_mc_summarise(a, &task, only, s->no_interval ? NULL : &coverage, &got, &err));
	}
	double n = (double)draws * 1e-9;
	printf("%.4f %.4f %.10g %.10g %.10g %.10g %.0f\n", (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / n,
	       (seconds(CLOCK_MONOTONIC) - wall) / n, got.mean, got.u, got.low.at, got.high.at,
	       resident_kib() - before);
	(void)zhun_arena_close(a);
}

static void on_two_cores(const struct subject *s)
{
	apart = true;
	find_cores();
	keep_to(pthread_self(), 0);
	montecarlo(s, 2, false, DRAWS);
}

static const struct zhun_lpu_input gauge[] = {{50000623, 25, 18}, {215, 9.7, 25.6},	  {0, 5.8e-7, 50},
					      {-0.1, 0.41, 0},	  {11.5e-6, 1.2e-6, 0}, {0, 0.029, 2}};

static void first_order(size_t times, bool with_k)
{
	struct zhun_arena *a = zhun_arena_open((size_t)1 << 24);
	struct zhun_lpu_plan *p = NULL;
	struct zhun_lpu_input in[6];
	struct zhun_lpu_result r = {0};
	struct zhun_error err;
	double k = 0;
	memcpy(in, gauge, sizeof(in));
	must(zhun_lpu_plan_make(a, compile(a, subject_of("h1")), 0, NULL, &p, &err));
	double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	for (size_t i = 0; i < times; i++) {
		in[0].value = gauge[0].value + 1e-3 * (double)i;
		must(zhun_lpu_plan_run(p, in, &r, &err));
		if (with_k)
			must(zhun_coverage_k(0.95, r.dof, &k, &err));
	}
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	printf("%.4f 0 %.10g %.10g %.10g\n", 1e9 * cpu / (double)times, r.value, r.u, k);
	(void)zhun_arena_close(a);
}

/* Element by element over arrays of 2048² values, each with its u; the sums are of the first 256², the peer's. */
static void arrays(void)
{
	enum { ALL = 2048 * 2048, COMPARED = 256 * 256 };
	static const struct subject quotient = {.text = "a*b/c", .names = {"a", "b", "c"}};
	struct zhun_arena *a = zhun_arena_open((size_t)1 << 27);
	double *value = ZHUN_NEW_ARRAY(a, ALL, double), *u = ZHUN_NEW_ARRAY(a, ALL, double), sum[2] = {0};
	struct zhun_lpu_plan *p = NULL;
	struct zhun_error err;
	if (!value || !u)
		exit(1);
	must(zhun_lpu_plan_make(a, compile(a, &quotient), 0, NULL, &p, &err));
	double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	for (size_t i = 0; i < ALL; i++) {
		double x = 1 + 1e-6 * (double)i;
		const struct zhun_lpu_input in[] = {{x, 0.01 * x, 0}, {2, 0.03, 0}, {3 + x, 0.02, 0}};
		struct zhun_lpu_result r;
		must(zhun_lpu_plan_run(p, in, &r, &err));
		value[i] = r.value;
		u[i] = r.u;
	}
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	for (size_t i = 0; i < COMPARED; i++) {
		sum[0] += value[i];
		sum[1] += u[i];
	}
	printf("%.4f 0 %.12g %.12g\n", 1e9 * cpu / ALL, sum[0], sum[1]);
	(void)zhun_arena_close(a);
}

static void risk(void)
{
	struct zhun_risk r = {{-1, 1}, {-0.9, 0.9}, {ZHUN_D_NORMAL, 0, 0.4, 0, 0}, {ZHUN_D_NORMAL, 0, 0.1, 0, 0}};
	struct zhun_risks got = {0};
	struct zhun_error err;
	double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	for (size_t i = 0; i < RISKS; i++)
		must(zhun_risk_global(&r, &got, &err));
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	printf("%.4f 0 %.12g %.12g\n", 1e9 * cpu / RISKS, got.pfa, got.pfr);
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "", *name = argc > 2 ? argv[2] : "product";
	const struct subject *s = subject_of(name);
	if (!s)
		return 2;
	if (strcmp(what, "one") == 0)
		montecarlo(s, 1, false, DRAWS);
	else if (strcmp(what, "two") == 0)
		on_two_cores(s);
	else if (strcmp(what, "two-anywhere") == 0)
		montecarlo(s, 2, false, DRAWS);
	else if (strcmp(what, "kept") == 0)
		montecarlo(s, 1, true, DRAWS);
	else if (strcmp(what, "long") == 0)
		montecarlo(s, 1, false, (size_t)10 * DRAWS);
	else if (strcmp(what, "lpu") == 0)
		first_order(AGAIN, false);
	else if (strcmp(what, "lpu-k") == 0)
		first_order(AGAIN, true);
	else if (strcmp(what, "start") == 0)
		first_order(1, false);
	else if (strcmp(what, "arrays") == 0)
		arrays();
	else if (strcmp(what, "risk") == 0)
		risk();
	else
		return 2;
	return 0;
}
