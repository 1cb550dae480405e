/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one page for the browser: its style within, drawings as SVG, nothing fetched, no script. */
#include <math.h>

#include "print/print.h"
#include "zhun/base/number.h"

static const char style[] =
	"body{font:15px/1.5 'Noto Sans','Noto Sans CJK "
	"SC',system-ui,sans-serif;color:#1b1f24;background:#fff;"
	"max-width:62rem;margin:2rem auto;padding:0 1.5rem}"
	"h1{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.05rem;margin:1.6rem 0 .4rem;"
	"border-bottom:1px solid #c9ced6;padding-bottom:.15rem}p{margin:.35rem 0}"
	".formula{font-size:1.1rem;margin:.5rem 0 .5rem 1.5rem}.small{color:#59626e;font-size:.85rem}"
	".result{border:1px solid #1f4e79;border-left-width:.3rem;padding:.5rem .8rem;margin:.6rem "
	"0;font-size:1.1rem}"
	".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-"
	"numeric:tabular-nums}"
	"th{text-align:left;border-top:2px solid #1b1f24;border-bottom:1px solid #1b1f24;padding:.25rem "
	".5rem;"
	"font-weight:600}td{padding:.2rem .5rem;border-bottom:1px solid #e3e6ea;vertical-align:top}"
	"tbody tr:last-child td{border-bottom:2px solid #1b1f24}tr.strong td{font-weight:600;border-top:1px "
	"solid #1b1f24}"
	".c{text-align:center}.r{text-align:right;white-space:nowrap}svg{max-width:100%;height:auto;margin:."
	"5rem 0}"
	".sign{display:flex;gap:2rem;margin:3.5rem 0 1rem}.sign div{flex:1;border-top:1px solid "
	"#1b1f24;padding-top:.2rem;"
	"font-size:.85rem}footer{color:#59626e;font-size:.8rem;margin-top:2rem;border-top:1px solid "
	"#c9ced6;padding-top:.3rem}"
	"@page{size:A4;margin:18mm}@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}"
	"h2,tr,svg,.result,.sign{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}}";

const char *zhun_print_escape(struct zhun_arena *a, const char *s)
{
	struct zhun_text t;
	const char *out = NULL;
	zhun_text_init(&t, a, 1 << 20);
	zhun_text_add(&t, "");
	for (; *s; s++) {
		if (*s == '&')
			zhun_text_add(&t, "&amp;");
		else if (*s == '<')
			zhun_text_add(&t, "&lt;");
		else if (*s == '>')
			zhun_text_add(&t, "&gt;");
		else
			zhun_text_addc(&t, *s);
	}
	return zhun_text_done(&t, &out, NULL) ? NULL : out;
}

static void add_plain(struct zhun_text *out, const char *s)
{
	for (; *s; s++) {
		if (*s == '&')
			zhun_text_add(out, "&amp;");
		else if (*s == '<')
			zhun_text_add(out, "&lt;");
		else if (*s == '"')
			zhun_text_add(out, "&quot;");
		else
			zhun_text_addc(out, *s);
	}
}

static void add_number(struct zhun_text *out, double x)
{
	char text[ZHUN_NUMBER_TEXT];
	const struct zhun_decimal d = zhun_decimal_of(isfinite(x) ? x : 0), r = zhun_decimal_round(&d, -3);
	(void)zhun_decimal_text(&r, text);
	zhun_text_add(out, text);
}

static void add_attribute(struct zhun_text *out, const char *name, double x)
{
	zhun_text_addf(out, " %s=\"", name);
	add_number(out, x);
	zhun_text_addc(out, '"');
}

/* ---- drawings ---- */

static const char *const colours[] = {
	[ZHUN_PRINT_INK] = "#1b1f24",
	[ZHUN_PRINT_FAINT] = "#8a929d",
	[ZHUN_PRINT_FILL] = "#b9cfe4",
	[ZHUN_PRINT_ACCENT] = "#1f4e79",
};

static void add_line(struct zhun_text *out, const struct zhun_print_mark *m)
{
	zhun_text_addf(out, "<line stroke=\"%s\" stroke-width=\".25\"", colours[m->shade]);
	add_attribute(out, "x1", m->x);
	add_attribute(out, "y1", m->y);
	add_attribute(out, "x2", m->x + m->w);
	add_attribute(out, "y2", m->y + m->h);
	zhun_text_add(out, "/>");
}

static void add_box(struct zhun_text *out, const struct zhun_print_mark *m)
{
	zhun_text_addf(out, "<rect fill=\"%s\"", colours[m->shade]);
	add_attribute(out, "x", m->x);
	add_attribute(out, "y", m->y);
	add_attribute(out, "width", m->w);
	add_attribute(out, "height", m->h);
	zhun_text_add(out, "/>");
}

static void add_curve(struct zhun_text *out, const struct zhun_print_mark *m)
{
	zhun_text_addf(out, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\".4\" points=\"",
		       colours[m->shade]);
	for (size_t i = 0; i < 2 * m->count; i++) {
		add_number(out, m->points[i]);
		zhun_text_addc(out, i % 2 ? ' ' : ',');
	}
	zhun_text_add(out, "\"/>");
}

/* SVG knows no <i> and <sub>: they become spans of a word. */
static void add_spans(struct zhun_text *out, const char *s)
{
	static const struct {
		const char *markup, *span;
	} spans[] = {
		{"<i>", "<tspan font-style=\"italic\">"},
		{"</i>", "</tspan>"},
		{"<b>", "<tspan font-weight=\"bold\">"},
		{"</b>", "</tspan>"},
		{"<sub>", "<tspan font-size=\"2\" baseline-shift=\"sub\">"},
		{"</sub>", "</tspan>"},
		{"<sup>", "<tspan font-size=\"2\" baseline-shift=\"super\">"},
		{"</sup>", "</tspan>"},
	};
	while (*s) {
		size_t i = 0;
		while (i < ZHUN_COUNT(spans) && !zhun_str_starts(s, spans[i].markup))
			i++;
		if (i < ZHUN_COUNT(spans)) {
			zhun_text_add(out, spans[i].span);
			s += strlen(spans[i].markup);
		} else {
			zhun_text_addc(out, *s++);
		}
	}
}

static void add_word(struct zhun_text *out, const struct zhun_print_mark *m)
{
	static const char *const anchors[] = {"start", "middle", "end"};
	zhun_text_addf(out, "<text font-size=\"2.8\" fill=\"%s\" text-anchor=\"%s\"", colours[m->shade],
		       anchors[m->align]);
	add_attribute(out, "x", m->x);
	add_attribute(out, "y", m->y);
	zhun_text_addc(out, '>');
	add_spans(out, m->text);
	zhun_text_add(out, "</text>");
}

static void add_mark(struct zhun_text *out, const struct zhun_print_mark *m)
{
	switch (m->kind) {
	case ZHUN_PRINT_LINE:
		add_line(out, m);
		break;
	case ZHUN_PRINT_BOX:
		add_box(out, m);
		break;
	case ZHUN_PRINT_CURVE:
		add_curve(out, m);
		break;
	case ZHUN_PRINT_WORD:
		add_word(out, m);
		break;
	}
}

static void add_drawing(struct zhun_text *out, const struct zhun_print_drawing *d)
{
	zhun_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"");
	add_plain(out, d->alternative);
	zhun_text_add(out, "\" width=\"");
	add_number(out, d->width);
	zhun_text_add(out, "mm\" height=\"");
	add_number(out, d->height);
	zhun_text_add(out, "mm\" viewBox=\"0 0 ");
	add_number(out, d->width);
	zhun_text_addc(out, ' ');
	add_number(out, d->height);
	zhun_text_add(out, "\">");
	for (size_t i = 0; i < d->count; i++)
		add_mark(out, &d->marks[i]);
	zhun_text_add(out, "</svg>\n");
}

/* ---- blocks ---- */

static void add_table(struct zhun_text *out, const struct zhun_print_table *t)
{
	static const char *const classes[] = {"", " class=\"c\"", " class=\"r\""};
	zhun_text_add(out, "<div class=\"wide\"><table><thead><tr>");
	for (size_t i = 0; i < t->columns; i++)
		zhun_text_addf(out, "<th scope=\"col\"%s>%s</th>", classes[t->align[i]], t->head[i]);
	zhun_text_add(out, "</tr></thead><tbody>\n");
	for (size_t row = 0; row < t->rows; row++) {
		zhun_text_add(out, row + t->strong >= t->rows ? "<tr class=\"strong\">" : "<tr>");
		for (size_t i = 0; i < t->columns; i++) {
			const char *cell = t->cell[row * t->columns + i];
			zhun_text_addf(out, "<td%s>", classes[t->align[i]]);
			zhun_text_add(out, cell ? cell : "");
			zhun_text_add(out, "</td>");
		}
		zhun_text_add(out, "</tr>\n");
	}
	zhun_text_add(out, "</tbody></table></div>\n");
}

static void add_signatures(struct zhun_text *out, const struct zhun_print_block *b)
{
	zhun_text_add(out, "<div class=\"sign\">");
	for (size_t i = 0; i < ZHUN_PRINT_SIGNATURES && b->sign[i]; i++)
		zhun_text_addf(out, "<div>%s</div>", b->sign[i]);
	zhun_text_add(out, "</div>\n");
}

static void add_text(struct zhun_text *out, const char *before, const char *text, const char *after)
{
	zhun_text_add(out, before);
	zhun_text_add(out, text);
	zhun_text_add(out, after);
}

static void add_block(struct zhun_text *out, const struct zhun_print_block *b)
{
	switch (b->kind) {
	case ZHUN_PRINT_TITLE:
		add_text(out, "<h1>", b->text, "</h1>\n");
		break;
	case ZHUN_PRINT_HEADING:
		add_text(out, "<h2>", b->text, "</h2>\n");
		break;
	case ZHUN_PRINT_PARAGRAPH:
		add_text(out, "<p>", b->text, "</p>\n");
		break;
	case ZHUN_PRINT_FORMULA:
		add_text(out, "<p class=\"formula\">", b->text, "</p>\n");
		break;
	case ZHUN_PRINT_RESULT:
		add_text(out, "<p class=\"result\">", b->text, "</p>\n");
		break;
	case ZHUN_PRINT_SMALL:
		add_text(out, "<p class=\"small\">", b->text, "</p>\n");
		break;
	case ZHUN_PRINT_TABLE:
		add_table(out, b->table);
		break;
	case ZHUN_PRINT_DRAWING:
		add_drawing(out, b->drawing);
		break;
	case ZHUN_PRINT_SIGN:
		add_signatures(out, b);
		break;
	}
}

void zhun_print_html(const struct zhun_print_document *d, struct zhun_text *out)
{
	zhun_text_addf(out,
		       "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\">"
		       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
		       d->language == ZHUN_ZH ? "zh-CN" : "en");
	add_plain(out, d->title);
	zhun_text_add(out, "</title>\n<style>");
	zhun_text_add(out, style);
	zhun_text_add(out, "</style></head>\n<body>\n");
	for (size_t i = 0; i < d->count; i++)
		add_block(out, &d->blocks[i]);
	zhun_text_addf(out, "<footer>%s</footer>\n</body>\n</html>\n", d->footer);
}
