/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study/budget_chain.c, study/budget_archive.c */
#include <math.h>
#include <stdlib.h>

#include "near.h"
#include "unit.h"
#include "zhun/study/budget.h"

enum { ROOM = 256 << 20, ANSWER = 1 << 22 };

static struct zhun_arena *arena;

/* Archives by name: kept here, or files of the examples. */
static const char *kept[2];

static enum zhun_code find(void *context, const char *name, struct zhun_bytes *ret, struct zhun_error *err)
{
	(void)context;
	const char *s = name[0] == 'p' ? kept[0] : name[0] == 'q' ? kept[1] : NULL;
	if (!s)
		return zhun_fail(err, ZHUN_E_FILE_READ, NULL, name, "no such archive");
	*ret = (struct zhun_bytes){(const unsigned char *)s, strlen(s)};
	return ZHUN_OK;
}

static const struct zhun_budget_archives archives = {find, NULL};

static enum zhun_code read_text(struct zhun_arena *a, const char *s, const struct zhun_budget **ret,
				struct zhun_error *err)
{
	return zhun_budget_read_with(a, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, &archives, ret, err);
}

static const struct zhun_budget_result *run_text(const char *s, size_t draws)
{
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_ask ask = {.seed = 1, .draws = draws};
	struct zhun_error err = {.code = ZHUN_OK};
	if (CHECK_CODE(read_text(arena, s, &b, &err), ZHUN_OK, &err))
		CHECK_CODE(zhun_budget_run(arena, b, &ask, &r, &err), ZHUN_OK, &err);
	if (err.code)
		printf("# at %s\n", err.place);
	return r;
}

static const char *archive_of(const struct zhun_budget_result *r)
{
	struct zhun_text out;
	struct zhun_error err = {.code = ZHUN_OK};
	const char *s = "";
	zhun_text_init(&out, arena, ANSWER);
	if (r && CHECK_CODE(zhun_budget_archive(arena, r, &out, &err), ZHUN_OK, &err))
		CHECK(!zhun_text_done(&out, &s, &err));
	return s;
}

static const char *example(const char *name)
{
	char path[512];
	size_t n = 0;
	(void)snprintf(path, sizeof path, "%s/%s", ZHUN_EXAMPLES, name);
	char *s = unit_read_file(path, &n);
	const char *text = CHECK(s != NULL) ? zhun_strndup(arena, s, n) : "";
	free(s);
	return text;
}

/* The archives beside the examples are what the budgets give; in the ratio the standard cancels, and what is left
 * are the two readings: √(3.162² + 4.472²) in 10⁻⁷, with ν by Welch and Satterthwaite over these. */
static void a_ratio_cancels_what_is_shared(void)
{
	static const char *const names[] = {"chain-standard-a.yaml", "chain-standard-b.yaml"},
			  *const files[] = {"chain-a.json", "chain-b.json"};
	for (size_t i = 0; i < 2; i++) {
		kept[i] = archive_of(run_text(example(names[i]), 0));
		CHECK_TEXT(zhun_printf(arena, "%s\n", kept[i]), example(files[i]));
	}
	const struct zhun_budget_result *r = run_text(
		"model: ratio = R_A/R_B\ninputs:\n  R_A: {from: {archive: p}}\n"
		"  R_B: {from: {archive: q, result: R_B}}\n",
		100000);
	if (!r || !r->figures[0].mc)
		return;
	const struct zhun_budget_figure *f = &r->figures[0];
	double a = sqrt(1e-13), b = sqrt(2e-13);
	CHECK_NEAR(f->value, 100.0015000036 / 99.9990000010, 1e-6);
	CHECK_NEAR(f->u, hypot(a, b), 2e-4 * f->u);
	CHECK_NEAR(f->dof, pow(f->u, 4) / (pow(a, 4) / 4 + pow(b, 4) / 4), 0.01);
	CHECK_NEAR(f->mc->u, f->u, 0.02 * f->u);
	CHECK(r->budget->correlation_count == 1 && r->budget->correlations[0].r > 0.95);
}

/* Law: results handed on by their archives come out as if all had been one budget, value, u and ν_eff alike; in
 * other units, too, and with an input that is met again. */
static void handed_on_is_one_budget(void)
{
	unsigned long long state = 5;
	for (int i = 0; i < 100; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(arena);
		double v[4], u[4];
		for (size_t k = 0; k < 4; k++) {
			v[k] = unit_between(&state, 1, 3);
			u[k] = unit_between(&state, 0.01, 0.1);
		}
		const char *r = i % 2 ? "correlations: [[a, b, 0.3]]\n" : "";
		const char *a = zhun_printf(arena, "a: {value: %.4f m, u: %.4f m, dof: 7, influence: A}", v[0], u[0]);
		const char *b = zhun_printf(arena, "b: {value: %.4f m, u: %.4f m, influence: B}", v[1], u[1]);
		const char *c = zhun_printf(arena, "c: {value: %.4f m, u: %.4f m, dof: 12, influence: C}", v[2], u[2]);
		kept[0] = archive_of(run_text(
			zhun_printf(arena,
				    "model: {p: a*b, s: a - b}\noutputs: {p: {unit: cm^2}, s: {unit: mm}}\ninputs:\n"
				    "  %s\n  %s\n%s", a, b, r), 0));
		kept[1] = archive_of(run_text(
			zhun_printf(arena, "model: q = a + c\noutputs: {q: {unit: mm}}\ninputs:\n  %s\n  %s\n", a, c),
			0));
		const struct zhun_budget_result *last = run_text(
			zhun_printf(arena, "model: y = p/q + a*s/q\noutputs: {y: {unit: mm}}\ninputs:\n  %s\n"
				    "  p: {from: {archive: p, result: p}, unit: m^2}\n"
				    "  s: {from: {archive: p, result: s}}\n  q: {from: {archive: q}}\n", a), 0);
		const struct zhun_budget_result *joint = run_text(
			zhun_printf(arena, "model: y = a*b/(a + c) + a*(a - b)/(a + c)\noutputs: {y: {unit: mm}}\n"
				    "inputs:\n  %s\n  %s\n  %s\n%s", a, b, c, r), 0);
		if (last && joint) {
			const struct zhun_budget_figure *f = last->figures, *g = joint->figures;
			CHECK_NEAR(f->value, g->value, 1e-12 * fabs(g->value));
			CHECK_NEAR(f->u, g->u, 1e-6 * g->u);
			/* declared correlations have no part in Welch and Satterthwaite's formula, here they do */
			if (i % 2 == 0)
				CHECK_NEAR(f->dof, g->dof, 1e-4 * g->dof);
		}
		zhun_arena_rewind(arena, mark);
	}
}

/* ν of what an archive hands on is ν of the budget that made it: readings taken together have n − 1 for all. The five
 * sets are those of GUM H.2; five readings of one quantity have 4, where each by itself would give 20. */
static void read_together_stays_together(void)
{
	static const char *const budgets[] = {
		"model: y = mean(x)\ninputs:\n  x: {values: [10.1, 10.2, 10.15, 10.05, 10.12], repeated: yes}\n",
		"model: y = V/I*cos(phi)\ninputs:\n"
		"  V: {readings: [5.007, 4.994, 5.005, 4.990, 4.999]}\n"
		"  I: {readings: [19.663, 19.639, 19.640, 19.685, 19.678]}\n"
		"  phi: {readings: [1.0456, 1.0438, 1.0468, 1.0428, 1.0433]}\nsimultaneous: [[V, I, phi]]\n",
	};
	for (size_t i = 0; i < ZHUN_COUNT(budgets); i++) {
		const struct zhun_budget_result *direct = run_text(budgets[i], 0);
		kept[0] = archive_of(direct);
		const struct zhun_budget_result *once =
			run_text("model: z = y\ninputs: {y: {from: {archive: p}}}\n", 0);
		kept[1] = archive_of(once);
		const struct zhun_budget_result *twice = run_text(
			"model: w = (y + z)/2\ninputs: {y: {from: {archive: p}}, z: {from: {archive: q}}}\n", 0);
		if (!direct || !once || !twice)
			continue;
		CHECK_NEAR(direct->figures[0].dof, 4, 1e-9);
		CHECK_NEAR(once->figures[0].dof, 4, 1e-6);
		CHECK_NEAR(twice->figures[0].dof, 4, 1e-6);
		CHECK_NEAR(twice->figures[0].U, direct->figures[0].U, 1e-6 * direct->figures[0].U);
	}
}

/* Archives in the text itself; and what is wrong with a reference, at its place. */
static void refused(void)
{
	static const struct {
		const char *input;
		enum zhun_code code;
		const char *place;
	} rows[] = {
		{"{from: {archive: elsewhere}}", ZHUN_E_FILE_READ, "line 2 column 30 /inputs/n/from/archive"},
		{"{from: {archive: p, result: z}}", ZHUN_E_BUDGET_RESULT, "line 2 column 41 /inputs/n/from/result"},
		{"{from: {archive: p}}", ZHUN_E_BUDGET_RESULT, "line 2 column 20 /inputs/n/from"},
		{"{from: {result: z}}", ZHUN_E_PART_MISSING, "line 2 column 20 /inputs/n/from"},
		{"{from: {archive: q}, unit: kg}", ZHUN_E_UNIT_MISMATCH, "line 2 column 20 /inputs/n/from"},
		{"{from: {archive: [1]}}", ZHUN_E_BUDGET_SHAPE, "line 2 column 30 /inputs/n/from/archive"},
		{"{from: {archive: {influences: 3}}}", ZHUN_E_STUDY_KIND, "line 2 column 30 /inputs/n/from/archive"},
	};
	kept[0] = "{\"influences\":[{\"id\":\"a\"}],\"results\":[{\"name\":\"x\",\"value\":1,\"parts\":{\"a\":0.1}},"
		  "{\"name\":\"y\",\"value\":1,\"parts\":{}}]}";
	kept[1] = "{\"influences\":[],\"results\":[{\"name\":\"x\",\"value\":1,\"unit\":\"m\",\"parts\":{}}]}";
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_budget *b = NULL;
		struct zhun_error err = {.code = ZHUN_OK};
		const char *text = zhun_printf(arena, "model: y = n\ninputs: {n: %s}\n", rows[i].input);
		CHECK_CODE(read_text(arena, text, &b, &err), rows[i].code, &err);
		CHECK_TEXT(err.place, rows[i].place);
	}
	const struct zhun_budget *b = NULL;
	struct zhun_error err = {.code = ZHUN_OK};
	const char *alone = "model: y = n\ninputs: {n: {from: {archive: p}}}\n";
	CHECK_CODE(zhun_budget_read(arena, (struct zhun_bytes){(const unsigned char *)alone, strlen(alone)}, &b, &err),
		   ZHUN_E_BUDGET_ARCHIVE, &err);
	CHECK_CODE(read_text(arena,
			     "model: y = n + m\ninputs: {n: {from: {archive: p, result: x}}, m: {value: 1, u: 1}}\n"
			     "correlations: [[n, m, 0.5]]\n",
			     &b, &err),
		   ZHUN_E_BUDGET_WAYS, &err);
	CHECK_CODE(read_text(arena,
			     "model: y = n + m\ninputs: {n: {from: {archive: p, result: x}}, "
			     "m: {value: 1, u: 1, dof: 3, influence: a}}\n",
			     &b, &err),
		   ZHUN_E_CHAIN_DISAGREES, &err);
}

/* In the text itself; an influence that a budget's own input names is the same one: what cancels, cancels. */
static void within_the_text(void)
{
	const struct zhun_budget_result *r = run_text(
		"model: y = n - m\ninputs:\n  m: {value: 2 mm, u: 0.1 mm, influence: S}\n"
		"  n:\n    from:\n      archive:\n        influences: [{id: S}, {id: T, dof: 5}]\n"
		"        results: [{name: n, value: 3, unit: mm, parts: {S: 0.1, T: 0.02}}]\n",
		0);
	if (!r)
		return;
	CHECK_NEAR(r->figures[0].value, 0.001, 1e-15);
	CHECK_NEAR(r->figures[0].u, 2e-5, 1e-12);
	CHECK_NEAR(r->figures[0].dof, 5, 1e-6);
}

static enum zhun_code whole(struct zhun_arena *a, void *context)
{
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_ask ask = {.seed = 1};
	struct zhun_text out;
	struct zhun_error err = {0};
	zhun_text_init(&out, a, ANSWER);
	enum zhun_code code = read_text(a, context, &b, &err);
	if (!code)
		code = zhun_budget_run(a, b, &ask, &r, &err);
	return code ? code : zhun_budget_archive(a, r, &out, &err);
}

static void faults(void)
{
	char text[] = "model: y = n*m\ninputs: {n: {from: {archive: p, result: x}}, "
		      "m: {value: 1, u: 1, influence: a}}\n";
	unit_fault_loop(whole, text);
}

static const struct unit_test tests[] = {
	{"chains: a ratio cancels what is shared", a_ratio_cancels_what_is_shared},
	{"chains: handed on is one budget", handed_on_is_one_budget},
	{"chains: read together stays together", read_together_stays_together},
	{"chains: what is refused, with its place", refused},
	{"chains: within the text", within_the_text},
	{"chains: without memory", faults},
};

int main(int argc, char **argv)
{
	arena = zhun_arena_open(ROOM);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
