/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two drawings of a report: the histogram over the normal curve, and the tornado of contributions. */
#include <math.h>
#include <string.h>

#include "study/budget_report.h"

enum { POINTS = 121, TICKS = 5, TORNADO_ROWS = 15 };

/* Millimetres: both drawings are as wide as the text of an A4 page. */
static const double wide = 174, tall = 44, floor_y = 37, label_y = 41.5;

struct canvas {
	struct zhun_arena *a;
	struct zhun_print_mark *marks;
	size_t count, room;
	bool failed;
};

static void mark(struct canvas *c, struct zhun_print_mark m)
{
	if (c->count == c->room || (m.kind == ZHUN_PRINT_WORD && !m.text))
		c->failed = true;
	else
		c->marks[c->count++] = m;
}

static void line(struct canvas *c, double x, double y, double w, double h, enum zhun_print_shade shade)
{
	mark(c, (struct zhun_print_mark){
			.kind = ZHUN_PRINT_LINE, .shade = shade, .x = x, .y = y, .w = w, .h = h});
}

static void word(struct canvas *c, double x, double y, const char *text, enum zhun_print_align align)
{
	mark(c,
	     (struct zhun_print_mark){.kind = ZHUN_PRINT_WORD, .x = x, .y = y, .text = text, .align = align});
}

static const struct zhun_print_drawing *drawn(struct canvas *c, double height, const char *alternative)
{
	struct zhun_print_drawing *d = ZHUN_NEW(c->a, struct zhun_print_drawing);
	if (!d || c->failed)
		return NULL;
	*d = (struct zhun_print_drawing){wide, height, c->marks, c->count, alternative};
	return d;
}

/* ---- histogram ---- */

struct axis {
	double from, span, top; /* top: the density at the drawing's upper end */
};

static double x_of(const struct axis *x, double y)
{
	return (y - x->from) / x->span * wide;
}

static double normal(double z)
{
	return exp(-0.5 * z * z) / sqrt(2 * 3.14159265358979323846);
}

static void draw_bins(struct canvas *c, const struct zhun_budget_mc *m, const struct axis *x)
{
	for (size_t i = 0; i < ZHUN_BUDGET_BINS; i++) {
		double density = (double)m->bin[i] / ((double)m->binned * m->width),
		       h = density / x->top * (floor_y - 4);
		if (h > 0)
			mark(c, (struct zhun_print_mark){.kind = ZHUN_PRINT_BOX,
							 .shade = ZHUN_PRINT_FILL,
							 .x = x_of(x, m->from + m->width * (double)i),
							 .y = floor_y - h,
							 .w = m->width / x->span * wide * 0.94,
							 .h = h});
	}
}

/* The normal curve of the first order; where it has no width there is none. */
static void draw_normal(struct canvas *c, const struct zhun_budget_figure *f, const struct axis *x)
{
	double *points = f->u > 0 ? ZHUN_NEW_ARRAY(c->a, (size_t)2 * POINTS, double) : NULL;
	if (!points) {
		c->failed = c->failed || f->u > 0;
		return;
	}
	for (size_t i = 0; i < POINTS; i++) {
		double y = x->from + x->span * (double)i / (POINTS - 1);
		double density = normal((y - f->value) / f->u) / f->u;
		points[2 * i] = x_of(x, y);
		points[2 * i + 1] = floor_y - fmin(density / x->top, 1.05) * (floor_y - 4);
	}
	mark(c, (struct zhun_print_mark){.kind = ZHUN_PRINT_CURVE,
					 .shade = ZHUN_PRINT_ACCENT,
					 .points = points,
					 .count = POINTS});
}

static void draw_interval(struct canvas *c, const struct axis *x, double low, double high, bool dashed)
{
	double at[] = {low, high};
	for (size_t i = 0; i < 2; i++) {
		if (at[i] <= x->from || at[i] >= x->from + x->span)
			continue;
		for (double y = 3; y < floor_y; y += dashed ? 3 : floor_y)
			line(c, x_of(x, at[i]), y, 0, dashed ? 1.6 : floor_y - 3,
			     dashed ? ZHUN_PRINT_ACCENT : ZHUN_PRINT_INK);
	}
}

/* Ticks at whole standard uncertainties from the mean, in the digits of the result. */
static void draw_ticks(struct canvas *c, const struct zhun_budget_figure *f, const struct axis *x)
{
	line(c, 0, floor_y, wide, 0, ZHUN_PRINT_INK);
	for (int i = 0; i < TICKS; i++) {
		char text[SHOW_QUANTITY];
		double y = x->from + x->span * (0.1 + 0.2 * i);
		const struct zhun_decimal d = zhun_decimal_of(y),
					  r = zhun_decimal_round(&d, f->rounded_U.exponent);
		show_quantity(&r, &f->output->unit.shown, text);
		line(c, x_of(x, y), floor_y, 0, 1, ZHUN_PRINT_INK);
		word(c, x_of(x, y), label_y, zhun_strdup(c->a, text), ZHUN_PRINT_CENTRE);
	}
}

static double highest(const struct zhun_budget_figure *f)
{
	const struct zhun_budget_mc *m = f->mc;
	double top = f->u > 0 ? normal(0) / f->u : 0;
	for (size_t i = 0; i < ZHUN_BUDGET_BINS; i++)
		top = fmax(top, (double)m->bin[i] / ((double)m->binned * m->width));
	return top;
}

const struct zhun_print_drawing *chart_histogram(struct zhun_arena *a, const struct zhun_budget_figure *f,
						 enum zhun_language language)
{
	static const char *const said[] = {
		"Histogram of the Monte Carlo draws with the normal curve of the first order over it",
		"蒙特卡洛抽样直方图与 GUM 法正态曲线"};
	const struct zhun_budget_mc *m = f->mc;
	struct canvas c = {.a = a, .room = ZHUN_BUDGET_BINS + 100};
	c.marks = ZHUN_NEW_ARRAY(a, c.room, struct zhun_print_mark);
	if (!c.marks || !(m->width > 0))
		return NULL;
	const struct axis x = {m->from, m->width * ZHUN_BUDGET_BINS, highest(f)};
	draw_bins(&c, m, &x);
	draw_normal(&c, f, &x);
	draw_interval(&c, &x, m->low.at, m->high.at, false);
	draw_interval(&c, &x, m->first_order.low, m->first_order.high, true);
	draw_ticks(&c, f, &x);
	return drawn(&c, tall, said[language]);
}

/* ---- tornado ---- */

/* The lines by rising |c·u|, as indices; insertion, for there are few. */
static void order(const struct zhun_budget_figure *f, size_t *index, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		while (at && fabs(f->lines[index[at - 1]].contribution) < fabs(f->lines[i].contribution)) {
			index[at] = index[at - 1];
			at--;
		}
		index[at] = i;
	}
}

static void draw_bar(struct canvas *c, const struct zhun_budget_figure *f, const struct zhun_budget_line *l,
		     double y, double largest)
{
	static const double middle = 95, half = 52, bar = 3.4;
	double w = fabs(l->contribution) / largest * half;
	char text[SHOW_QUANTITY];
	show_quantity_digits(fabs(l->contribution), 2, &f->output->unit.shown, text);
	word(c, 0, y + bar - 0.7, symbol_markup(c->a, l->row->name), ZHUN_PRINT_LEFT);
	mark(c, (struct zhun_print_mark){.kind = ZHUN_PRINT_BOX,
					 .shade = ZHUN_PRINT_FILL,
					 .x = middle - w,
					 .y = y,
					 .w = 2 * w,
					 .h = bar});
	line(c, middle, y, 0, bar, ZHUN_PRINT_ACCENT);
	word(c, wide, y + bar - 0.7, zhun_strdup(c->a, text), ZHUN_PRINT_RIGHT);
}

const struct zhun_print_drawing *chart_tornado(struct zhun_arena *a, const struct zhun_budget_result *r,
					       const struct zhun_budget_figure *f,
					       enum zhun_language language)
{
	static const char *const said[] = {"Contributions to u, the largest first",
					   "各分量对标准不确定度的贡献，由大到小"};
	static const double step = 4.6;
	size_t n = r->budget->row_count, shown = 0, *index = ZHUN_NEW_ARRAY(a, n + 1, size_t);
	struct canvas c = {.a = a, .room = 4 * TORNADO_ROWS};
	c.marks = ZHUN_NEW_ARRAY(a, c.room, struct zhun_print_mark);
	if (!index || !c.marks)
		return NULL;
	order(f, index, n);
	double largest = n ? fabs(f->lines[index[0]].contribution) : 0;
	for (; shown < n && shown < TORNADO_ROWS; shown++) {
		const struct zhun_budget_line *l = &f->lines[index[shown]];
		if (!(fabs(l->contribution) > 0.005 * largest))
			break;
		draw_bar(&c, f, l, 1 + step * (double)shown, largest);
	}
	return drawn(&c, 2 + step * (double)shown, said[language]);
}
