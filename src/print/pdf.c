/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document on A4 pages: Pango sets the texts, cairo draws. Blocks follow one
 * another downwards; a table breaks between its rows and repeats its head. The
 * whole is set twice, the first time only to count the pages.
 */
#include <math.h>
#include <string.h>

#include "print/print.h"
#include "print/typeset.h"
#include "zhun/base/date.h"

/* All lengths in points, 1/72 inch. */
static const double mm = 72 / 25.4;
static const double page_width = 210 * 72 / 25.4, page_height = 297 * 72 / 25.4;
static const double left = 18 * 72 / 25.4, top = 16 * 72 / 25.4, bottom = 20 * 72 / 25.4;
static const double width = (210 - 2 * 18) * 72 / 25.4;

enum { CEILING = 32 * 1024 * 1024 };
enum weight { PLAIN, BOLD };

struct sheet {
	const struct zhun_print_document *d;
	cairo_t *c;
	PangoContext *context;
	double y;
	int page, pages;
	double used[ZHUN_PRINT_COLUMNS]; /* widths of the table at hand */
};

static const double inks[][3] = {
	[ZHUN_PRINT_INK] = {0.106, 0.122, 0.141},
	[ZHUN_PRINT_FAINT] = {0.541, 0.573, 0.616},
	[ZHUN_PRINT_FILL] = {0.725, 0.812, 0.894},
	[ZHUN_PRINT_ACCENT] = {0.122, 0.306, 0.475},
};

static void ink(const struct sheet *s, enum zhun_print_shade shade)
{
	typeset.cairo_set_source_rgb(s->c, inks[shade][0], inks[shade][1], inks[shade][2]);
}

/* A paragraph set to a width (0: on one line), to be freed with g_object_unref. */
static PangoLayout *set_text(const struct sheet *s, const char *markup, double size, enum weight weight,
			     double wide)
{
	PangoLayout *layout = typeset.pango_layout_new(s->context);
	PangoFontDescription *font = typeset.pango_font_description_new();
	typeset.pango_font_description_set_family_static(font, "Noto Sans CJK SC,sans-serif");
	typeset.pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	typeset.pango_font_description_set_weight(
		font, weight == BOLD ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
	typeset.pango_layout_set_font_description(layout, font);
	typeset.pango_font_description_free(font);
	typeset.pango_layout_set_markup(layout, markup, -1);
	if (wide > 0) {
		typeset.pango_layout_set_width(layout, (int)(wide * PANGO_SCALE));
		typeset.pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	}
	return layout;
}

static double height_of(PangoLayout *layout)
{
	int h;
	typeset.pango_layout_get_size(layout, NULL, &h);
	return (double)h / PANGO_SCALE;
}

static double width_of(PangoLayout *layout)
{
	int w;
	typeset.pango_layout_get_size(layout, &w, NULL);
	return (double)w / PANGO_SCALE;
}

static void show(const struct sheet *s, PangoLayout *layout, double x, double y)
{
	typeset.cairo_move_to(s->c, x, y);
	typeset.pango_cairo_show_layout(s->c, layout);
}

static void rule(const struct sheet *s, double y, double thick, enum zhun_print_shade shade)
{
	ink(s, shade);
	typeset.cairo_set_line_width(s->c, thick);
	typeset.cairo_move_to(s->c, left, y);
	typeset.cairo_line_to(s->c, left + width, y);
	typeset.cairo_stroke(s->c);
}

/* ---- pages ---- */

static void draw_footer(const struct sheet *s)
{
	char page[32];
	double y = page_height - bottom + 5 * mm;
	(void)snprintf(page, sizeof page, "%d / %d", s->page, s->pages);
	rule(s, y - 1.5 * mm, 0.4, ZHUN_PRINT_FAINT);
	ink(s, ZHUN_PRINT_FAINT);
	PangoLayout *words = set_text(s, s->d->footer, 7, PLAIN, width - 20 * mm);
	show(s, words, left, y);
	PangoLayout *number = set_text(s, page, 7, PLAIN, 0);
	show(s, number, left + width - width_of(number), y);
	typeset.g_object_unref(words);
	typeset.g_object_unref(number);
}

static void next_page(struct sheet *s)
{
	draw_footer(s);
	typeset.cairo_show_page(s->c);
	s->page++;
	s->y = top;
}

/* Room for @a height, on the next page where this one has none left. */
static bool make_room(struct sheet *s, double height)
{
	if (s->y + height <= page_height - bottom || s->y <= top)
		return false;
	next_page(s);
	return true;
}

/* ---- texts ---- */

struct manner {
	double size, before, after, indent;
	enum weight weight;
	enum zhun_print_shade shade;
};

static struct manner manner_of(enum zhun_print_kind kind)
{
	switch (kind) {
	case ZHUN_PRINT_TITLE:
		return (struct manner){16, 0, 4, 0, BOLD, ZHUN_PRINT_ACCENT};
	case ZHUN_PRINT_HEADING:
		return (struct manner){10.5, 9, 3, 0, BOLD, ZHUN_PRINT_ACCENT};
	case ZHUN_PRINT_FORMULA:
		return (struct manner){10.5, 3, 4, 14, PLAIN, ZHUN_PRINT_INK};
	case ZHUN_PRINT_SMALL:
		return (struct manner){7.5, 1, 1.5, 0, PLAIN, ZHUN_PRINT_FAINT};
	case ZHUN_PRINT_RESULT:
		return (struct manner){10.5, 6, 8, 10, BOLD, ZHUN_PRINT_INK};
	case ZHUN_PRINT_PARAGRAPH:
	case ZHUN_PRINT_TABLE:
	case ZHUN_PRINT_DRAWING:
	case ZHUN_PRINT_SIGN:
		break;
	}
	return (struct manner){9, 1, 2.5, 0, PLAIN, ZHUN_PRINT_INK};
}

static void frame(const struct sheet *s, double y, double height)
{
	ink(s, ZHUN_PRINT_ACCENT);
	typeset.cairo_set_line_width(s->c, 0.6);
	typeset.cairo_rectangle(s->c, left, y - 4, width, height + 8);
	typeset.cairo_stroke(s->c);
	typeset.cairo_rectangle(s->c, left, y - 4, 3, height + 8);
	typeset.cairo_fill(s->c);
}

/* @a company: what a heading needs below it, so that it does not stand alone at the foot of a page */
static void draw_text(struct sheet *s, const struct zhun_print_block *b, double company)
{
	struct manner m = manner_of(b->kind);
	PangoLayout *layout = set_text(s, b->text, m.size, m.weight, width - m.indent);
	double height = height_of(layout);
	s->y += s->y > top ? m.before : 0;
	make_room(s, height + company);
	if (b->kind == ZHUN_PRINT_RESULT)
		frame(s, s->y, height);
	ink(s, m.shade);
	show(s, layout, left + m.indent, s->y);
	s->y += height + m.after;
	typeset.g_object_unref(layout);
}

/* ---- tables ---- */

static const double cell_size = 7.8, gap = 5, row_gap = 2.4;

/* Each column as wide as its longest cell, all made narrower together where they do not fit. What is
 * over goes to columns of words. */
static void find_widths(struct sheet *s, const struct zhun_print_table *t)
{
	double sum = 0;
	for (size_t i = 0; i < t->columns; i++) {
		double most = 0;
		for (size_t row = 0; row <= t->rows; row++) {
			const char *cell = row ? t->cell[(row - 1) * t->columns + i] : t->head[i];
			PangoLayout *layout = set_text(s, cell ? cell : "", cell_size, BOLD, 0);
			most = fmax(most, width_of(layout));
			typeset.g_object_unref(layout);
		}
		s->used[i] = most + gap;
		sum += s->used[i];
	}
	for (size_t i = 0; i < t->columns; i++)
		s->used[i] *= width / sum;
}

static double row_height(const struct sheet *s, const struct zhun_print_table *t, const char *const *cells,
			 enum weight weight)
{
	double most = 0;
	for (size_t i = 0; i < t->columns; i++) {
		PangoLayout *layout =
			set_text(s, cells[i] ? cells[i] : "", cell_size, weight, s->used[i] - gap + 1);
		most = fmax(most, height_of(layout));
		typeset.g_object_unref(layout);
	}
	return most + row_gap;
}

static void draw_row(struct sheet *s, const struct zhun_print_table *t, const char *const *cells,
		     enum weight weight)
{
	static const PangoAlignment align[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
	double x = left, height = row_height(s, t, cells, weight);
	ink(s, ZHUN_PRINT_INK);
	for (size_t i = 0; i < t->columns; i++) {
		PangoLayout *layout =
			set_text(s, cells[i] ? cells[i] : "", cell_size, weight, s->used[i] - gap + 1);
		typeset.pango_layout_set_alignment(layout, align[t->align[i]]);
		show(s, layout, x + gap / 2, s->y + row_gap / 2);
		x += s->used[i];
		typeset.g_object_unref(layout);
	}
	s->y += height;
}

static void draw_head(struct sheet *s, const struct zhun_print_table *t)
{
	rule(s, s->y, 1, ZHUN_PRINT_INK);
	draw_row(s, t, t->head, BOLD);
	rule(s, s->y, 0.5, ZHUN_PRINT_INK);
}

/* Of a whole table; one longer than a page is broken anyway. */
static double table_height(struct sheet *s, const struct zhun_print_table *t)
{
	find_widths(s, t);
	double sum = 8 + row_height(s, t, t->head, BOLD);
	for (size_t row = 0; row < t->rows; row++)
		sum += row_height(s, t, t->cell + row * t->columns,
				  row + t->strong >= t->rows ? BOLD : PLAIN);
	return sum;
}

static void draw_table(struct sheet *s, const struct zhun_print_table *t)
{
	double whole = table_height(s, t), page = page_height - bottom - top;
	s->y += 2;
	make_room(s, whole < page ? whole : 2 * row_height(s, t, t->head, BOLD));
	draw_head(s, t);
	for (size_t row = 0; row < t->rows; row++) {
		const char *const *cells = t->cell + row * t->columns;
		bool strong = row + t->strong >= t->rows;
		if (make_room(s, row_height(s, t, cells, strong ? BOLD : PLAIN)))
			draw_head(s, t);
		else if (row)
			rule(s, s->y, strong ? 0.5 : 0.25, strong ? ZHUN_PRINT_INK : ZHUN_PRINT_FAINT);
		draw_row(s, t, cells, strong ? BOLD : PLAIN);
	}
	rule(s, s->y, 1, ZHUN_PRINT_INK);
	s->y += 5;
}

/* ---- drawings ---- */

static void draw_word(const struct sheet *s, const struct zhun_print_mark *m, double y)
{
	PangoLayout *layout = set_text(s, m->text, 7.4, PLAIN, 0);
	double wide = width_of(layout);
	double shift = m->align == ZHUN_PRINT_LEFT ? 0 : m->align == ZHUN_PRINT_RIGHT ? wide : wide / 2;
	double base = (double)typeset.pango_layout_get_baseline(layout) / PANGO_SCALE;
	show(s, layout, left + m->x * mm - shift, y + m->y * mm - base);
	typeset.g_object_unref(layout);
}

static void draw_curve(const struct sheet *s, const struct zhun_print_mark *m, double y)
{
	typeset.cairo_set_line_width(s->c, 1.1);
	for (size_t i = 0; i < m->count; i++)
		typeset.cairo_line_to(s->c, left + m->points[2 * i] * mm, y + m->points[2 * i + 1] * mm);
	typeset.cairo_stroke(s->c);
}

static void draw_mark(const struct sheet *s, const struct zhun_print_mark *m, double y)
{
	ink(s, m->shade);
	switch (m->kind) {
	case ZHUN_PRINT_LINE:
		typeset.cairo_set_line_width(s->c, 0.6);
		typeset.cairo_move_to(s->c, left + m->x * mm, y + m->y * mm);
		typeset.cairo_line_to(s->c, left + (m->x + m->w) * mm, y + (m->y + m->h) * mm);
		typeset.cairo_stroke(s->c);
		break;
	case ZHUN_PRINT_BOX:
		typeset.cairo_rectangle(s->c, left + m->x * mm, y + m->y * mm, m->w * mm, m->h * mm);
		typeset.cairo_fill(s->c);
		break;
	case ZHUN_PRINT_CURVE:
		draw_curve(s, m, y);
		break;
	case ZHUN_PRINT_WORD:
		draw_word(s, m, y);
		break;
	}
}

static void draw_drawing(struct sheet *s, const struct zhun_print_drawing *d)
{
	s->y += 3;
	make_room(s, d->height * mm);
	for (size_t i = 0; i < d->count; i++)
		draw_mark(s, &d->marks[i], s->y);
	s->y += d->height * mm + 4;
}

static void draw_signatures(struct sheet *s, const struct zhun_print_block *b)
{
	static const double room = 52, space = 14;
	size_t n = 0;
	while (n < ZHUN_PRINT_SIGNATURES && b->sign[n])
		n++;
	make_room(s, room);
	s->y += room - 18;
	double each = n ? (width - space * (double)(n - 1)) / (double)n : width;
	for (size_t i = 0; i < n; i++) {
		double x = left + (each + space) * (double)i;
		ink(s, ZHUN_PRINT_INK);
		typeset.cairo_set_line_width(s->c, 0.5);
		typeset.cairo_move_to(s->c, x, s->y);
		typeset.cairo_line_to(s->c, x + each, s->y);
		typeset.cairo_stroke(s->c);
		PangoLayout *layout = set_text(s, b->sign[i], 7.5, PLAIN, each);
		show(s, layout, x, s->y + 2);
		typeset.g_object_unref(layout);
	}
	s->y += 18;
}

/* What stands with a heading: the next block, where it fits on a page, else a few lines of it. */
static double company_of(struct sheet *s, size_t i)
{
	static const double lines = 40;
	const struct zhun_print_block *next = i + 1 < s->d->count ? &s->d->blocks[i + 1] : NULL;
	double need = lines, page = page_height - bottom - top;
	if (s->d->blocks[i].kind != ZHUN_PRINT_HEADING || !next)
		return 0;
	if (next->kind == ZHUN_PRINT_TABLE)
		need = table_height(s, next->table);
	else if (next->kind == ZHUN_PRINT_DRAWING)
		need = next->drawing->height * mm;
	return need < page / 2 ? need : lines;
}

static void draw_block(struct sheet *s, size_t i)
{
	const struct zhun_print_block *b = &s->d->blocks[i];
	switch (b->kind) {
	case ZHUN_PRINT_TITLE:
	case ZHUN_PRINT_HEADING:
	case ZHUN_PRINT_PARAGRAPH:
	case ZHUN_PRINT_FORMULA:
	case ZHUN_PRINT_RESULT:
	case ZHUN_PRINT_SMALL:
		draw_text(s, b, company_of(s, i));
		break;
	case ZHUN_PRINT_TABLE:
		draw_table(s, b->table);
		break;
	case ZHUN_PRINT_DRAWING:
		draw_drawing(s, b->drawing);
		break;
	case ZHUN_PRINT_SIGN:
		draw_signatures(s, b);
		break;
	}
}

/* ---- the file ---- */

static cairo_status_t take(void *to, const unsigned char *bytes, unsigned n)
{
	struct zhun_text *text = to;
	zhun_text_addn(text, (const char *)bytes, n);
	return text->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void describe(cairo_surface_t *surface, const struct zhun_print_document *d)
{
	char instant[32];
	struct zhun_date date;
	typeset.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, d->title);
	typeset.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Zhun");
	if (d->date && strlen(d->date) == sizeof "2026-11-25" - 1 &&
	    zhun_date_parse(d->date, strlen(d->date), &date, NULL) == ZHUN_OK) {
		(void)snprintf(instant, sizeof instant, "%sT00:00:00", d->date);
		typeset.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
	}
}

/* Sets the whole on a surface, which is finished by it; @a pages is what the feet of the pages say. Returns
 * how many came out. */
static int set_all(const struct zhun_print_document *d, cairo_surface_t *surface, int pages)
{
	PangoFontMap *fonts = typeset.pango_cairo_font_map_new();
	struct sheet s = {.d = d, .c = typeset.cairo_create(surface), .y = top, .page = 1, .pages = pages};
	s.context = typeset.pango_font_map_create_context(fonts);
	typeset.pango_context_set_language(
		s.context, typeset.pango_language_from_string(d->language == ZHUN_ZH ? "zh-cn" : "en"));
	for (size_t i = 0; i < d->count; i++)
		draw_block(&s, i);
	draw_footer(&s);
	typeset.cairo_show_page(s.c);
	typeset.g_object_unref(s.context);
	typeset.g_object_unref(fonts);
	typeset.cairo_destroy(s.c);
	typeset.cairo_surface_finish(surface);
	return s.page;
}

static enum zhun_code print(struct zhun_arena *a, const struct zhun_print_document *d, struct zhun_bytes *ret,
			    struct zhun_error *err)
{
	const cairo_rectangle_t page = {0, 0, page_width, page_height};
	struct zhun_text out;
	const char *text = NULL;
	zhun_text_init(&out, a, CEILING);
	cairo_surface_t *draft = typeset.cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &page);
	int pages = set_all(d, draft, 1);
	typeset.cairo_surface_destroy(draft);
	cairo_surface_t *surface =
		typeset.cairo_pdf_surface_create_for_stream(take, &out, page_width, page_height);
	describe(surface, d);
	(void)set_all(d, surface, pages);
	cairo_status_t status = typeset.cairo_surface_status(surface);
	typeset.cairo_surface_destroy(surface);
	enum zhun_code code = out.failed ? zhun_text_done(&out, &text, err) : ZHUN_OK;
	if (!code && status)
		code = zhun_fail(err, ZHUN_E_PRINT_FAILED, NULL, typeset.cairo_status_to_string(status));
	if (!code)
		*ret = (struct zhun_bytes){(const unsigned char *)out.ptr, out.len};
	return code;
}

enum zhun_code zhun_print_pdf(struct zhun_arena *a, const struct zhun_print_document *d,
			      struct zhun_bytes *ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_typeset_load(err);
	return code ? code : print(a, d, ret, err);
}
