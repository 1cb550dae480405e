/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budgets that choose how their distributions are propagated: study/budget_procedure.c, study/budget_direct.c,
 * study/budget_simulate.c, study/budget_say_way.c, study/budget_settle.c. */
#include "near.h"
#include "study/budget_show.h"
#include "unit_budget.h"
#include "zhun/study/budget.h"

enum { ROOM = 256 << 20 };

static struct zhun_arena *arena;

static const struct zhun_budget_figure *figure(const char *text, size_t draws)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = draws};
	const struct zhun_budget_result *r = unit_budget_run(arena, text, &ask);
	return r ? &r->figures[0] : NULL;
}

static char *example(const char *name)
{
	char path[512];
	size_t n = 0;
	(void)snprintf(path, sizeof path, "%s/%s", ZHUN_EXAMPLES, name);
	char *s = unit_read_file(path, &n);
	CHECK(s != NULL);
	return s;
}

/* JCGM 101 9.2.3, four rectangles of variance 1: 3.88; from the distribution of the sum of four uniform numbers
 * (4 − x)⁴/24 = 0.025 it is (4 − 0.6^¼ − 2)·2√3. */
static void test_linear(void)
{
	char *text = example("jcgm101-additive.yaml");
	const struct zhun_budget_figure *f = text ? figure(text, 0) : NULL;
	double end = (2 - pow(0.6, 0.25)) * 2 * sqrt(3);
	if (f && CHECK(f->direct && !f->mc)) {
		CHECK_INT(f->direct->way, ZHUN_BY_CONVOLUTION);
		CHECK_NEAR(f->direct->u, 2, 1e-6);
		CHECK_NEAR(f->direct->high, end, 1e-5);
		CHECK_NEAR(f->direct->low, -end, 1e-5);
		CHECK_NEAR(f->direct->first_order.d_high, 2 * 1.959963984540054 - end, 1e-5);
		CHECK_INT(f->direct->first_order.verdict, ZHUN_MC_CONFIRMED);
	}
	free(text);
}

#define ONE "model: y = exp(x)\ninputs: {x: {value: 0, u: 0.5}}\noutputs: {y: {p: 95 %}}\n"
#define TWO "model: y = a*b\ninputs: {a: {value: 0.5, rectangular: 0.5}, b: {value: 0.5, rectangular: 0.5}}\n" \
	    "outputs: {y: {p: 90 %}}\n"
#define THREE "model: y = a*b*c\ninputs:\n  a: {value: 1, u: 0.1}\n  b: {value: 1, u: 0.1}\n  c: {value: 1, u: 0.1}\n"

/* A lognormal, and the product of two uniform numbers, P(y) = y(1 − ln y). */
static void test_one_and_two(void)
{
	const struct zhun_budget_figure *f = figure(ONE "propagation: deterministic\n", 0);
	if (f && CHECK(f->direct)) {
		CHECK_INT(f->direct->way, ZHUN_BY_QUANTILES);
		CHECK_NEAR(f->direct->mean, exp(0.125), 1e-6);
		CHECK_NEAR(f->direct->u, exp(0.125) * sqrt(expm1(0.25)), 1e-6);
		CHECK_NEAR(f->direct->low, exp(-0.979981992270027), 1e-6);
		CHECK_INT(f->direct->first_order.verdict, ZHUN_MC_NOT_CONFIRMED);
	}
	f = figure(TWO "propagation: automatic\n", 100000);
	if (f && CHECK(f->direct && !f->mc)) {
		double low = f->direct->low, high = f->direct->high;
		CHECK_INT(f->direct->way, ZHUN_BY_QUADRATURE);
		CHECK_NEAR(low * (1 - log(low)), 0.05, 1e-5);
		CHECK_NEAR(high * (1 - log(high)), 0.95, 1e-5);
	}
	/* the shortest lies where the density −ln y is highest, at 0 */
	f = figure(TWO "propagation: automatic\nconventions: {interval: shortest}\n", 0);
	if (f && CHECK(f->direct))
		CHECK(f->direct->low < 1e-6 && fabs(f->direct->high * (1 - log(f->direct->high)) - 0.9) < 1e-4);
}

/* What has no such way is drawn, or, where it must not be, refused at its formula. */
static void test_no_way(void)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = 20000};
	const struct zhun_budget_result *r = NULL;
	struct zhun_error err;
	const struct zhun_budget_figure *f = figure(THREE "propagation: automatic\n", 20000);
	if (f && CHECK(!f->direct && f->mc))
		CHECK_TEXT(f->why_not, ">2");
	f = figure(THREE "propagation: automatic\n", 0);
	CHECK(f && !f->direct && !f->mc && f->why_not);
	CHECK_CODE(unit_budget_try(arena, THREE "propagation: deterministic\n", &ask, &r, &err),
		   ZHUN_E_PROPAGATION_NONE, &err);
	CHECK_TEXT(err.place, "line 1 column 8 /model");
	CHECK(r == NULL);
	/* readings taken together are drawn jointly */
	f = figure("model: y = a + b\npropagation: automatic\nsimultaneous: [[a, b]]\n"
		   "inputs: {a: {readings: [1, 2, 4]}, b: {readings: [3, 1, 2]}}\n", 0);
	if (f && CHECK(f->why_not != NULL))
		CHECK_TEXT(f->why_not, "joint");
}

/* 21 inputs of 20 outputs: each is a convolution of them all, which nobody is to wait for. */
static void test_too_many(void)
{
	struct zhun_text t;
	const char *text = "";
	zhun_text_init(&t, arena, 1 << 16);
	zhun_text_add(&t, "propagation: automatic\nmodel:\n");
	for (int i = 0; i < 20; i++)
		zhun_text_addf(&t, "  y%d: %d*(x0 + x20)\n", i, i + 1);
	zhun_text_add(&t, "inputs:\n");
	for (int i = 0; i < 21; i++)
		zhun_text_addf(&t, "  x%d: {value: 1, rectangular: 1}\n", i);
	CHECK(!zhun_text_done(&t, &text, NULL));
	const struct zhun_budget_figure *f = figure(text, 0);
	if (f && CHECK(!f->direct && f->why_not))
		CHECK_TEXT(f->why_not, "many");
}

/* Counts have no density to be convolved with: said in words, not by the name of the law. */
static void test_counts(void)
{
	static const char *const inputs[] = {"{poisson: {mean: 9}}", "{binomial: {trials: 20, probability: 0.3}}"};
	for (size_t i = 0; i < ZHUN_COUNT(inputs); i++) {
		const char *text =
			zhun_printf(arena, "model: y = a\npropagation: automatic\ninputs: {a: %s}\n", inputs[i]);
		const struct zhun_budget_figure *f = figure(text, 0);
		if (!f || !CHECK(f->why_not != NULL))
			continue;
		const struct zhun_budget_text said = say_way(arena, f);
		CHECK(strstr(said.by[ZHUN_EN], "has no density") != NULL);
		CHECK(strstr(said.by[ZHUN_ZH], "没有概率密度") != NULL);
	}
}

/* Of two outputs one is linear: only the other is drawn. */
static void test_each_its_way(void)
{
	const struct zhun_budget_ask ask = {.seed = 3, .draws = 50000};
	const struct zhun_budget_result *r = NULL;
	struct zhun_error err;
	const char *text = "model: {s: a + b + c, p: a*b*c}\npropagation: automatic\ninputs:\n  a: {value: 1, u: 0.1}\n"
			   "  b: {value: 1, u: 0.1}\n  c: {value: 1, u: 0.1}\n";
	if (!CHECK_CODE(unit_budget_try(arena, text, &ask, &r, &err), ZHUN_OK, &err))
		return;
	CHECK(r->figures[0].direct && !r->figures[0].mc && !r->figures[1].direct && r->figures[1].mc);
	CHECK_NEAR(r->figures[1].mc->mean, 1, 0.01);
	size_t drawn = r->figures[1].mc->outside;
	for (size_t i = 0; i < ZHUN_BUDGET_BINS; i++)
		drawn += r->figures[1].mc->bin[i];
	CHECK_INT(drawn, 50000);
}

/* JCGM 101 9.5 table 11: 838 nm, 36 nm, [745, 932] nm for 99 %, to its 0.5 nm. */
static void test_adaptive(void)
{
	char *text = example("jcgm101-gauge-block.yaml");
	const struct zhun_budget_figure *f = text ? figure(text, 2000000) : NULL;
	if (f && CHECK(f->mc && f->mc->adapted)) {
		const struct zhun_budget_adapted *d = f->mc->adapted;
		CHECK_NEAR(f->mc->mean, 838, 0.5);
		CHECK_NEAR(f->mc->u, 36, 0.5);
		CHECK_NEAR(f->mc->low.at, 745, 1.5);
		CHECK_NEAR(f->mc->high.at, 932, 1.5);
		CHECK(d->stable && f->mc->draws == d->sequences * d->length && f->mc->draws < 2000000);
		CHECK_NEAR(d->tolerance, 0.5, 1e-12);
		CHECK(d->spread.low <= 0.5 && d->spread.high <= 0.5 && d->spread.mean <= 0.5 && d->spread.u <= 0.5);
		CHECK_INT(f->mc->binned, f->mc->draws);
	}
	/* too few may be drawn for a fifth of it */
	f = text ? figure(text, 30000) : NULL;
	CHECK(f && f->mc && f->mc->adapted && !f->mc->adapted->stable);
	free(text);
}

#define ADAPTIVE(words) THREE "monte_carlo: {procedure: adaptive" words "}\n"

static void test_adaptive_options(void)
{
	const struct zhun_budget_figure *plain = figure(THREE "monte_carlo: adaptive\n", 1000000);
	const struct zhun_budget_figure *fifth = figure(ADAPTIVE(", validating: yes"), 5000000);
	const struct zhun_budget_figure *one = figure(ADAPTIVE(", digits: 1"), 1000000);
	const struct zhun_budget_figure *twice = figure(ADAPTIVE(", digits: 1, method: two_stage"), 1000000);
	if (!plain || !fifth || !one || !twice)
		return;
	/* u is 0.173, or 0.17 or 0.2 by its digits */
	CHECK_NEAR(plain->mc->adapted->tolerance, 0.005, 1e-15);
	CHECK_NEAR(fifth->mc->adapted->tolerance, 0.001, 1e-15);
	CHECK_NEAR(one->mc->adapted->tolerance, 0.05, 1e-15);
	CHECK_NEAR(one->mc->first_order.tolerance, 0.05, 1e-15);
	CHECK(one->mc->draws < plain->mc->draws && plain->mc->draws < fifth->mc->draws);
	CHECK(one->mc->adapted->sequences < 10 && twice->mc->adapted->sequences >= 10);
}

struct told {
	size_t last, count;
	bool falls;
};

static bool hear(void *context, size_t done, size_t of)
{
	struct told *t = context;
	t->falls = t->falls || done < t->last || done > of;
	t->last = done;
	t->count++;
	return true;
}

static void test_progress_and_threads(void)
{
	const struct zhun_budget_result *r[2] = {NULL, NULL};
	struct zhun_error err;
	for (size_t i = 0; i < 2; i++) {
		struct told told = {0};
		const struct zhun_budget_ask ask = {
			.seed = 9, .draws = 500000, .threads = 1 + 2 * i, .progress = hear, .context = &told};
		CHECK_CODE(unit_budget_try(arena, ADAPTIVE(""), &ask, &r[i], &err), ZHUN_OK, &err);
		CHECK(told.count > 1 && !told.falls);
	}
	if (r[0] && r[1])
		CHECK(r[0]->figures->mc->draws == r[1]->figures->mc->draws &&
		      !(fabs(r[0]->figures->mc->low.at - r[1]->figures->mc->low.at) > 0));
}

static void test_refused(void)
{
	static const struct {
		const char *text;
		enum zhun_code code;
		const char *place;
	} cases[] = {
		{"propagation: perhaps\n", ZHUN_E_CHOICE_BAD, "/propagation"},
		{"monte_carlo: quick\n", ZHUN_E_CHOICE_BAD, "/monte_carlo"},
		{"monte_carlo: {procedure: adaptive, digits: 0}\n", ZHUN_E_BUDGET_SHAPE, "/monte_carlo/digits"},
		{"monte_carlo: {procedure: adaptive, digits: 1.5}\n", ZHUN_E_BUDGET_SHAPE, "/monte_carlo/digits"},
		{"monte_carlo: {procedure: adaptive, digit: 1}\n", ZHUN_E_BUDGET_KEY, "/monte_carlo/digit"},
		{"monte_carlo: {validating: yes}\n", ZHUN_E_BUDGET_SIGN, "/monte_carlo/validating"},
		{"monte_carlo: {procedure: fixed, method: two_stage}\n", ZHUN_E_BUDGET_SIGN, "/monte_carlo/method"},
		{"propagation: deterministic\nmonte_carlo: adaptive\n", ZHUN_E_BUDGET_SIGN, "/monte_carlo"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const struct zhun_budget_ask ask = {.seed = 1};
		const struct zhun_budget_result *r = NULL;
		struct zhun_error err = {0};
		const char *text = zhun_printf(arena, "%s%s", THREE, cases[i].text);
		CHECK_CODE(unit_budget_try(arena, text, &ask, &r, &err), cases[i].code, &err);
		unit_check(strstr(err.place, cases[i].place) != NULL, __FILE__, __LINE__, "%s at %s", cases[i].text,
			   err.place);
	}
}

/* Both languages, in JSON and in reports. */
static void test_said(void)
{
	static const struct {
		const char *text, *json, *english, *chinese;
	} cases[] = {
		{ONE "propagation: automatic\n", "\"way\":\"quantiles\"", "by the quantiles of the one input", "分位数变换"},
		{THREE "propagation: automatic\n", "\"way\":\"monte_carlo\"", "So Monte Carlo was used", "因此采用蒙特卡洛法"},
		{ADAPTIVE(""), "\"way\":\"adaptive_monte_carlo\"", "stable after", "达到稳定"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const struct zhun_budget_ask ask = {.seed = 1, .draws = 500000};
		const struct zhun_budget_result *r = NULL;
		struct zhun_error err = {0};
		struct zhun_text out;
		const char *json = "";
		zhun_text_init(&out, arena, 1 << 20);
		if (!CHECK_CODE(unit_budget_try(arena, cases[i].text, &ask, &r, &err), ZHUN_OK, &err))
			continue;
		CHECK_CODE(zhun_budget_json(arena, r, &out, &err), ZHUN_OK, &err);
		CHECK(!zhun_text_done(&out, &json, &err));
		CHECK(strstr(json, cases[i].json) && strstr(json, cases[i].english) && strstr(json, cases[i].chinese));
		for (int language = ZHUN_EN; language <= ZHUN_ZH; language++) {
			const struct zhun_budget_paper paper = {.language = (enum zhun_language)language};
			struct zhun_bytes html = {0};
			CHECK_CODE(zhun_budget_report(arena, r, &paper, &html, &err), ZHUN_OK, &err);
			CHECK(html.ptr && strstr((const char *)html.ptr, language == ZHUN_ZH ? cases[i].chinese
											   : cases[i].english));
		}
	}
}

/* ---- correlation: study/budget_settle.c ---- */

#define TIED(list, more) "model: y = a + b + c\ninputs:\n  a: {value: 1, u: 1}\n  b: {value: 1, u: 1}\n" \
	"  c: {value: 1, u: 1}\n  d: {value: 1, rectangular: 1}\ncorrelations: " list "\n" more

/* As in test_study: coefficients rounded to two decimals, and Higham's example. */
static void test_correlation(void)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = 200000};
	const struct zhun_budget_result *r = NULL;
	struct zhun_error err = {0};
	const char *rounded = TIED("[[a, b, 1], [a, c, 0.87], [b, c, 0.86]]", "");
	const char *far = TIED("[[a, b, 1], [b, c, 1]]", "");
	const char *near_it = TIED("[[a, b, 1], [b, c, 1]]", "conventions: {correlation: nearest}\n");
	if (CHECK_CODE(unit_budget_try(arena, rounded, &ask, &r, &err), ZHUN_OK, &err) && CHECK(r->budget->repair)) {
		CHECK(!r->budget->repair->nearest && r->budget->repair->moved < 0.01);
		CHECK_NEAR(r->figures->u, sqrt(3 + 2 * 2.73), 0.005);
		CHECK_INT(r->figures->term_count, 3);
	}
	CHECK_CODE(unit_budget_try(arena, far, &ask, &r, &err), ZHUN_E_LPU_NOT_SEMIDEFINITE, &err);
	CHECK_TEXT(err.place, "line 7 column 15 /correlations");
	if (CHECK_CODE(unit_budget_try(arena, near_it, &ask, &r, &err), ZHUN_OK, &err) && CHECK(r->budget->repair)) {
		double u = sqrt(3 + 2 * (2 * 0.7607 + 0.1573));
		CHECK(r->budget->repair->nearest);
		CHECK_NEAR(r->figures->u, u, 1e-4);
		CHECK_NEAR(r->figures->mc->u, u, 0.02);
		/* a and c are joined now, d with nobody: it keeps its own distribution */
		CHECK_INT(r->figures->term_count, 3);
		CHECK_INT(r->budget->rows[3].distribution.kind, ZHUN_D_UNIFORM);
	}
	CHECK(figure("model: y = a\ninputs: {a: {value: 1, u: 1}, b: {value: 1, u: 1}}\n"
		     "correlations: [[a, b, 0.5]]\n", 0) != NULL);
}

static enum zhun_code whole(struct zhun_arena *a, void *context)
{
	const struct zhun_budget_ask ask = {.seed = 1, .draws = 40960};
	const struct zhun_budget_result *r = NULL;
	struct zhun_error err;
	struct zhun_text out;
	const char *json;
	enum zhun_code code = unit_budget_try(a, context, &ask, &r, &err);
	CHECK(!code == (r != NULL));
	zhun_text_init(&out, a, 1 << 20);
	if (!code)
		code = zhun_budget_json(a, r, &out, &err);
	return code ? code : zhun_text_done(&out, &json, &err);
}

static void test_faults(void)
{
	char direct[] = TWO "propagation: automatic\n", drawn[] = ADAPTIVE("") "propagation: automatic\n";
	char tied[] = TIED("[[a, b, 1], [b, c, 1]]", "conventions: {correlation: nearest}\n");
	unit_fault_loop(whole, direct);
	unit_fault_loop(whole, tied);
	unit_fault_loop(whole, drawn);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"propagation of a linear budget", test_linear},
		{"propagation of one and two inputs", test_one_and_two},
		{"propagation without a way", test_no_way},
		{"propagation of too many", test_too_many},
	{"counts", test_counts},
		{"propagation of each output its way", test_each_its_way},
		{"propagation by the adaptive procedure", test_adaptive},
		{"propagation, options of the procedure", test_adaptive_options},
		{"propagation, progress and threads", test_progress_and_threads},
		{"propagation, what is refused", test_refused},
		{"propagation said in words", test_said},
		{"correlation that cannot be", test_correlation},
		{"propagation without memory", test_faults},
	};
	arena = zhun_arena_open(ROOM);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	(void)zhun_arena_close(arena);
	return status;
}
