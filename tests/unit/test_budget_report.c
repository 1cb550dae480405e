/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budgets as documents: study/budget_report.c, study/budget_symbol.c, study/budget_chart.c, and what
 * study/budget_show.c and study/budget_say.c put into words. */
#include "unit.h"

#include <math.h>

#include "study/budget_report.h"

enum { ROOM = 256 << 20 };

/* cairo 1.16 loses 768 bytes for each CFF font it puts into a PDF, fontconfig 288 bytes once. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libcairo.so\nleak:libfontconfig.so\n";
}

static void test_symbols(void)
{
	static const struct {
		const char *name, *markup;
	} cases[] = {
		{"l", "<i>l</i>"},
		{"l_s", "<i>l</i><sub>s</sub>"},
		{"alpha_s", "<i>α</i><sub>s</sub>"},
		{"d_theta", "<i>d</i><sub>θ</sub>"},
		{"d__2", "<i>d</i><sub>2</sub>"},
		{"Delta_t_1", "<i>Δ</i><sub>t,1</sub>"},
		{"x_", "<i>x</i>"},
		{"_x", "<i></i><sub>x</sub>"},
		{"alphabet", "<i>alphabet</i>"},
	};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		CHECK_TEXT(symbol_markup(a, cases[i].name), cases[i].markup);
	(void)zhun_arena_close(a);
}

static void test_formulas(void)
{
	static const struct {
		const char *text, *markup;
	} cases[] = {
		{"a*b", "<i>a</i>\u2009⋅\u2009<i>b</i>"},
		{"a - 2e-3*b", "<i>a</i> − 2e-3\u2009⋅\u2009<i>b</i>"},
		{"x^2 + y^-1", "<i>x</i><sup>2</sup> + <i>y</i><sup>−1</sup>"},
		{"x^(n+1)", "<i>x</i>^(<i>n</i> + 1)"},
		{"x^2.5", "<i>x</i>^2.5"},
		{"exp(-t)", "exp( − <i>t</i>)"},
		{"2*pi", "2\u2009⋅\u2009π"},
	};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++)
		CHECK_TEXT(symbol_formula(a, cases[i].text), cases[i].markup);
	/* no formula that compiles; nothing of it may become markup */
	CHECK(!strstr(symbol_formula(a, "<script>"), "<script>"));
	(void)zhun_arena_close(a);
}

static void test_numbers(void)
{
	static const struct {
		double x;
		int digits;
		const char *text;
	} cases[] = {
		{50000.123456, 9, "50\u2009000.1235"},
		{1234, 4, "1234"},
		{12345, 5, "12\u2009345"},
		{-0.5, 3, "−0.5"},
		{5.8e-7, 2, "5.8\u2009×\u200910⁻⁷"},
		{0.00012, 2, "0.000\u200912"},
		{1e20, 3, "1\u2009×\u200910²⁰"},
		{0, 3, "0"},
		{2.996, 3, "3.00"},
	};
	char out[SHOW_NUMBER];
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		show_digits(cases[i].x, cases[i].digits, out);
		CHECK_TEXT(out, cases[i].text);
	}
	show_dof(16.74, out);
	CHECK_TEXT(out, "16.7");
	show_dof(4.0000000001, out);
	CHECK_TEXT(out, "4");
	show_dof(HUGE_VAL, out);
	CHECK_TEXT(out, "∞");
	show_percent(0.6237, 1, out);
	CHECK_TEXT(out, "62.4\u2009%");
	show_percent(0.95, 2, out);
	CHECK_TEXT(out, "95\u2009%");
}

static enum zhun_code report(struct zhun_arena *a, const char *name, const struct zhun_budget_paper *how,
			     size_t draws, struct zhun_bytes *ret, struct zhun_error *err)
{
	char path[512];
	size_t n = 0;
	const struct zhun_budget *b = NULL;
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_ask ask = {.seed = 1, .draws = draws};
	(void)snprintf(path, sizeof path, "%s/%s", ZHUN_EXAMPLES, name);
	char *s = unit_read_file(path, &n);
	if (!CHECK(s != NULL))
		return ZHUN_E_FILE_READ;
	struct zhun_budget_paper paper = *how;
	paper.text = (struct zhun_bytes){(const unsigned char *)s, n};
	enum zhun_code code = zhun_budget_read(a, paper.text, &b, err);
	if (!code)
		code = zhun_budget_run(a, b, &ask, &r, err);
	if (!code)
		code = zhun_budget_report(a, r, &paper, ret, err);
	free(s);
	return code;
}

static void check_words(const char *name, enum zhun_language language, const char *const *words, size_t count)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes html = {0};
	struct zhun_error err = {0};
	const struct zhun_budget_paper how = {.language = language};
	if (CHECK_CODE(report(a, name, &how, 20000, &html, &err), ZHUN_OK, &err))
		for (size_t i = 0; i < count; i++)
			unit_check(strstr((const char *)html.ptr, words[i]) != NULL, __FILE__, __LINE__,
				   "%s: %s", name, words[i]);
	(void)zhun_arena_close(a);
}

static void test_html(void)
{
	static const char *const en[] = {
		"<h1>Calibration of an end gauge of nominal length 50 mm</h1>",
		"Measurement model",
		"Input quantities",
		"<i>l</i> = 50.000\u2009838\u2009mm",
		"<i>U</i> = 0.000\u2009092\u2009mm",
		"certificate LS-2026-0117",
		"measured difference of the two gauges: repeated observations",
		"Evaluated by, date",
		"<svg",
		"SHA-256",
		"arcsine",
		"62.4\u2009%",
	};
	static const char *const zh[] = {"<html lang=\"zh-CN\">", "测量模型", "输入量",	   "概率分布",
					 "评定人、日期",	  "均匀分布", "JJF 1059.1"};
	static const char *const mass[] = {"Monte Carlo does not confirm",
					   "20000 draws (seed 1): dm = 1.23 mg, u = 0.07",
					   "not linear enough"};
	static const char *const buoyancy[] = {"未满足目标不确定度", "合格概率", "<i>ρ</i><sub>a</sub> ="};
	check_words("gum-h1-end-gauge.yaml", ZHUN_EN, en, ZHUN_COUNT(en));
	check_words("gum-h1-end-gauge.yaml", ZHUN_ZH, zh, ZHUN_COUNT(zh));
	check_words("jcgm101-mass.yaml", ZHUN_EN, mass, ZHUN_COUNT(mass));
	check_words("buoyancy-comparison.yaml", ZHUN_ZH, buoyancy, ZHUN_COUNT(buoyancy));
}

static void test_pdf(void)
{
	static const char *const names[] = {"gum-h1-end-gauge.yaml", "gum-h2-impedance.yaml"};
	for (size_t i = 0; i < 2 * ZHUN_COUNT(names); i++) {
		struct zhun_arena *a = zhun_arena_open(ROOM);
		struct zhun_bytes pdf = {0};
		struct zhun_error err = {0};
		const struct zhun_budget_paper how = {.language = i % 2 ? ZHUN_ZH : ZHUN_EN, .pdf = true};
		CHECK_CODE(report(a, names[i / 2], &how, 5000, &pdf, &err), ZHUN_OK, &err);
		CHECK(pdf.len > 10000 && memcmp(pdf.ptr, "%PDF-1.", 7) == 0);
		(void)zhun_arena_close(a);
	}
}

static enum zhun_code again(struct zhun_arena *a, void *context)
{
	struct zhun_bytes html = {0};
	struct zhun_error err;
	(void)context;
	const struct zhun_budget_paper how = {.language = ZHUN_ZH};
	return report(a, "buoyancy-comparison.yaml", &how, 1000, &html, &err);
}

static void test_faults(void)
{
	unit_fault_loop(again, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"names become symbols", test_symbols},
		{"formulas become markup", test_formulas},
		{"numbers as the SI Brochure sets them", test_numbers},
		{"reports say what they must in both languages", test_html},
		{"reports as PDF", test_pdf},
		{"reports without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
