/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects in the form of suncal, written for this test: study/budget_suncal.c. */
#include "unit.h"

#include <math.h>

#include "near.h"
#include "zhun/study/budget.h"

enum { ROOM = 64 << 20 };

/* The quantities of GUM H.1 in the form that suncal saves them. */
static const char gauge[] =
	"- mode: risk\n  name: other\n"
	"- mode: uncertainty\n  name: uncertainty\n  samples: 1000000\n  description: 'End gauge\n\n    of "
	"the GUM'\n"
	"  functions:\n"
	"  - {name: l, expr: 'd - l_s*(alpha_s*d_theta + d_alpha*theta) + l_s', desc: Length, units: "
	"nanometer}\n"
	"  - {name: p, expr: 'p**2 - l = 0; p~41', desc: implicit, units: null}\n"
	"  inputs:\n"
	"  - name: l_s\n    mean: 50000623\n    desc: standard\n    units: nanometer\n    uncerts:\n"
	"    - {name: a, dist: normal, unc: 75, k: 3, degf: 18, units: nanometer, desc: 'from: "
	"certificate'}\n"
	"  - name: d\n    mean: 215.0\n    units: nanometer\n    typea: null\n    uncerts:\n"
	"    - {name: b, dist: t, unc: 10, conf: 0.95, degf: 5, units: nanometer}\n"
	"    - {name: c, dist: normal, unc: 20, k: 3, degf: 8, units: nanometer}\n"
	"    - {name: e, dist: normal, std: 5.8, degf: 24, units: nanometer}\n"
	"    - {name: f, dist: pareto, a: 1, degf: .inf, units: nanometer}\n"
	"  - name: theta\n    mean: -0.1\n    units: delta_degC\n    uncerts:\n"
	"    - {name: g, dist: arcsine, a: 0.5, degf: .inf, units: delta_degC}\n"
	"    - {name: h, dist: normal, std: 0.2, degf: .inf, units: delta_degC}\n"
	"  - name: alpha_s\n    mean: 1.15e-05\n    units: 1 / delta_degC\n    uncerts:\n"
	"    - {name: i, dist: uniform, a: 2.0e-06, degf: .inf, units: 1 / delta_degC}\n"
	"  - name: d_alpha\n    mean: 0.0\n    units: 1 / delta_degC\n    uncerts:\n"
	"    - {name: j, dist: curvtrap, a: 1.0e-06, d: 1.0e-07, degf: 50, units: 1 / delta_degC}\n"
	"  - name: d_theta\n    mean: 0.0\n    units: delta_degC\n    uncerts:\n"
	"    - {name: k, dist: curvtrap, a: 0.05, d: 0.025, degf: 2, units: delta_degC}\n"
	"  correlations:\n  - {var1: l_s, var2: alpha_s, cor: '0.0000'}\n";

static enum zhun_code import(struct zhun_arena *a, const char *s, const char **ret, struct zhun_error *err)
{
	struct zhun_text out;
	zhun_text_init(&out, a, 1 << 20);
	enum zhun_code code = zhun_budget_from_suncal(
		a, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, ZHUN_EN, &out, err);
	if (!code)
		*ret = out.ptr;
	return code;
}

static void test_gauge(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const struct zhun_budget_ask ask = {.seed = 1};
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_result *r = NULL;
	const char *s = "";
	struct zhun_error err = {0};
	CHECK_CODE(import(a, gauge, &s, &err), ZHUN_OK, &err);
	CHECK(strstr(s, "# not taken over: /0 risk\n") && strstr(s, "# not taken over: /1/functions/1"));
	CHECK(strstr(s, "/uncerts/3 pareto\n") && strstr(s, "title: \"from: certificate\""));
	CHECK_CODE(zhun_budget_read(a, (struct zhun_bytes){(const unsigned char *)s, strlen(s)}, &b, &err),
		   ZHUN_OK, &err);
	if (b && CHECK_CODE(zhun_budget_run(a, b, &ask, &r, &err), ZHUN_OK, &err)) {
		/* GUM H.1.6: 50 000 838 nm, 32 nm; √(25² + 9.65² + 2.89² + 17.28²) with the trapezoids of
		 * JCGM 101 9.5 */
		CHECK_NEAR(r->figures[0].value, 50000838.0, 0.001);
		CHECK_NEAR(r->figures[0].u, 32.016, 0.005);
		CHECK_INT(b->row_count, 9);
	}
	if (err.code)
		printf("# %s\n%s", err.place, s);
	(void)zhun_arena_close(a);
}

static const char old[] =
	"functions:\n- {name: y, expr: a**2*ln(b), units: V}\n"
	"inputs:\n- name: a\n  mean: 2\n  typea: [1.9, 2.0, 2.1]\n  numnewmeas: 3\n  uncerts: []\n"
	"- {name: b, mean: 3, units: parsnip, uncerts: [{dist: normal, std: '1%'}]}\n"
	"- {name: c, mean: 4, typea: [[1, 2], [3, 4]]}\n";

static void test_old(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const char *s = "";
	struct zhun_error err = {0};
	CHECK_CODE(import(a, old, &s, &err), ZHUN_OK, &err);
	CHECK(strstr(s, "  y: \"a^2*log(b)\"\n") && strstr(s, "readings: [1.9, 2.0, 2.1], averaged: 3"));
	CHECK(strstr(s, "u: 1%") && strstr(s, "/inputs/1/units parsnip") && strstr(s, "/inputs/2/typea"));
	(void)zhun_arena_close(a);
}

static void test_refused(void)
{
	static const struct {
		const char *text;
		enum zhun_code code;
	} cases[] = {
		{"- {mode: risk}\n", ZHUN_E_SUNCAL_NONE},
		{"a: 1\n", ZHUN_E_SUNCAL_NONE},
		{"", ZHUN_E_SUNCAL_NONE},
		{"word", ZHUN_E_SUNCAL_NONE},
		{"[", ZHUN_E_YAML_BAD},
		{"a: &x 1\n", ZHUN_E_YAML_REFUSED},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		const char *s = NULL;
		struct zhun_error err = {0};
		CHECK_CODE(import(a, cases[i].text, &s, &err), cases[i].code, &err);
		CHECK(!s);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code again(struct zhun_arena *a, void *context)
{
	const char *s = NULL;
	struct zhun_error err;
	return import(a, context, &s, &err);
}

static void test_faults(void)
{
	char both[sizeof gauge];
	memcpy(both, gauge, sizeof gauge);
	unit_fault_loop(again, both);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"a project becomes a budget with the same result", test_gauge},
		{"older projects, readings, units that are not known", test_old},
		{"what is no project", test_refused},
		{"importing without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
