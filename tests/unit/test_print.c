/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: print/html.c and print/pdf.c. */
#include "unit.h"

#include "print/print.h"

enum { ROOM = 64 << 20 };

/* cairo 1.16 loses 768 bytes for each CFF font it puts into a PDF, fontconfig 288 bytes once. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libcairo.so\nleak:libfontconfig.so\n";
}

static const char *const cells[] = {
	"<i>l</i><sub>s</sub>", "50.000\u2009623 mm", "量块", NULL, "1 &lt; 2", ""};

static const double points[] = {0, 10, 5, 2, 10, 10};

static const struct zhun_print_mark marks[] = {
	{.kind = ZHUN_PRINT_BOX, .shade = ZHUN_PRINT_FILL, .x = 1, .y = 1, .w = 8, .h = 8.5},
	{.kind = ZHUN_PRINT_LINE, .x = 0, .y = 10, .w = 10},
	{.kind = ZHUN_PRINT_CURVE, .shade = ZHUN_PRINT_ACCENT, .points = points, .count = 3},
	{.kind = ZHUN_PRINT_WORD,
	 .shade = ZHUN_PRINT_INK,
	 .x = 5,
	 .y = 12,
	 .text = "<i>d</i><sub>1</sub>",
	 .align = ZHUN_PRINT_CENTRE},
};

static const struct zhun_print_table table = {
	.columns = 3,
	.rows = 2,
	.head = {"Symbol", "Value", "Words"},
	.cell = cells,
	.strong = 1,
	.align = {ZHUN_PRINT_LEFT, ZHUN_PRINT_RIGHT, ZHUN_PRINT_CENTRE},
};

static const struct zhun_print_drawing drawing = {100, 15, marks, ZHUN_COUNT(marks), "a \"drawing\" & more"};

static const struct zhun_print_block blocks[] = {
	{.kind = ZHUN_PRINT_TITLE, .text = "Title 标题"},
	{.kind = ZHUN_PRINT_HEADING, .text = "Heading"},
	{.kind = ZHUN_PRINT_PARAGRAPH, .text = "Words &amp; more"},
	{.kind = ZHUN_PRINT_FORMULA, .text = "<i>y</i> = 2"},
	{.kind = ZHUN_PRINT_RESULT, .text = "<b>done</b>"},
	{.kind = ZHUN_PRINT_SMALL, .text = "small"},
	{.kind = ZHUN_PRINT_TABLE, .table = &table},
	{.kind = ZHUN_PRINT_DRAWING, .drawing = &drawing},
	{.kind = ZHUN_PRINT_SIGN, .sign = {"A", "B"}},
};

static const struct zhun_print_document document = {ZHUN_ZH,	  "T & <t>", "foot",
						    "2026-11-25", blocks,    ZHUN_COUNT(blocks)};

static const char *html_of(struct zhun_arena *a, const struct zhun_print_document *d)
{
	struct zhun_text out;
	const char *s = NULL;
	zhun_text_init(&out, a, ROOM);
	zhun_print_html(d, &out);
	CHECK_CODE(zhun_text_done(&out, &s, NULL), ZHUN_OK, NULL);
	return s ? s : "";
}

static void test_html(void)
{
	static const char *const wanted[] = {
		"<html lang=\"zh-CN\">",
		"<title>T &amp; &lt;t></title>",
		"<h1>Title 标题</h1>",
		"<h2>Heading</h2>",
		"<p class=\"formula\"><i>y</i> = 2</p>",
		"<p class=\"result\"><b>done</b></p>",
		"<th scope=\"col\" class=\"r\">Value</th>",
		"<td><i>l</i><sub>s</sub></td>",
		"<tr class=\"strong\"><td></td><td class=\"r\">1 &lt; 2</td>",
		"aria-label=\"a &quot;drawing&quot; &amp; more\"",
		"<rect fill=\"#b9cfe4\" x=\"1.000\" y=\"1.000\" width=\"8.000\" height=\"8.500\"/>",
		"points=\"0.000,10.000 5.000,2.000 10.000,10.000 \"",
		"<tspan font-style=\"italic\">d</tspan>",
		"<div>A</div><div>B</div>",
		"<footer>foot</footer>",
	};
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const char *html = html_of(a, &document);
	for (size_t i = 0; i < ZHUN_COUNT(wanted); i++)
		unit_check(strstr(html, wanted[i]) != NULL, __FILE__, __LINE__, "%s", wanted[i]);
	CHECK(!strstr(html, "<script") && !strstr(html, "http://") == !strstr(html, "xmlns"));
	(void)zhun_arena_close(a);
}

static void test_escape(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	CHECK_TEXT(zhun_print_escape(a, "a<b>&c"), "a&lt;b&gt;&amp;c");
	CHECK_TEXT(zhun_print_escape(a, ""), "");
	(void)zhun_arena_close(a);
}

static bool holds(struct zhun_bytes b, const char *word)
{
	return memmem(b.ptr, b.len, word, strlen(word)) != NULL;
}

static void test_pdf(void)
{
	struct zhun_arena *a = zhun_arena_open(ROOM);
	struct zhun_bytes pdf = {0}, again = {0};
	struct zhun_error err = {0};
	CHECK_CODE(zhun_print_pdf(a, &document, &pdf, &err), ZHUN_OK, &err);
	CHECK(holds(pdf, "%PDF-1.") && holds(pdf, "/Count 1") && holds(pdf, "20261125000000") &&
	      holds(pdf, "%%EOF"));
	CHECK_CODE(zhun_print_pdf(a, &document, &again, &err), ZHUN_OK, &err);
	CHECK_INT(pdf.len, again.len);
	(void)zhun_arena_close(a);
}

/* A table of 200 rows runs over several pages. */
static void test_pages(void)
{
	enum { ROWS = 200 };
	struct zhun_arena *a = zhun_arena_open(ROOM);
	const char **many = ZHUN_NEW_ARRAY(a, ROWS, const char *);
	struct zhun_bytes pdf = {0};
	struct zhun_error err = {0};
	for (size_t i = 0; i < ROWS; i++)
		many[i] = "row";
	const struct zhun_print_table tall = {.columns = 1, .rows = ROWS, .head = {"x"}, .cell = many};
	const struct zhun_print_block one[] = {{.kind = ZHUN_PRINT_HEADING, .text = "h"},
					       {.kind = ZHUN_PRINT_TABLE, .table = &tall}};
	const struct zhun_print_document d = {ZHUN_EN, "t", "f", "2026-11-25", one, 2};
	CHECK_CODE(zhun_print_pdf(a, &d, &pdf, &err), ZHUN_OK, &err);
	CHECK(!holds(pdf, "/Count 1\n") && (holds(pdf, "/Count 4") || holds(pdf, "/Count 5")));
	(void)zhun_arena_close(a);
}

static enum zhun_code both(struct zhun_arena *a, void *context)
{
	struct zhun_bytes pdf = {0};
	struct zhun_text out;
	struct zhun_error err;
	const char *s = NULL;
	(void)context;
	zhun_text_init(&out, a, ROOM);
	zhun_print_html(&document, &out);
	enum zhun_code code = zhun_text_done(&out, &s, &err);
	if (!code)
		code = zhun_print_pdf(a, &document, &pdf, &err);
	CHECK(!code == (pdf.ptr != NULL));
	return code;
}

static void test_faults(void)
{
	unit_fault_loop(both, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"a document as a page for the browser", test_html},
		{"signs of markup are escaped", test_escape},
		{"a document as PDF", test_pdf},
		{"a long table runs over several pages", test_pages},
		{"printing without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
