/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Documents for people: a list of blocks (headings, paragraphs, tables,
 * drawings, places for signatures) that is made once and given out as a page
 * for the browser (HTML that needs nothing else) or as pages for paper (PDF,
 * A4). What a document says is its maker's; here is only how it looks.
 * Texts are UTF-8 with a small markup that both know: <i> <b> <sub> <sup>, and
 * &amp; &lt; &gt; for those signs (zhun_print_escape). Drawings are in
 * millimetres from the upper left corner.
 * Memory: the caller's arena for what is made; cairo and Pango, which set the
 * PDF, use their own while they work. Threads: any, each call by itself.
 */
#ifndef ZHUN_PRINT_PRINT_H
#define ZHUN_PRINT_PRINT_H

#include "zhun/base/arena.h"
#include "zhun/base/error.h"
#include "zhun/base/text.h"

enum { ZHUN_PRINT_COLUMNS = 10, ZHUN_PRINT_SIGNATURES = 4 };

enum zhun_print_align { ZHUN_PRINT_LEFT, ZHUN_PRINT_CENTRE, ZHUN_PRINT_RIGHT };

struct zhun_print_table {
	size_t columns, rows;
	const char *head[ZHUN_PRINT_COLUMNS];
	enum zhun_print_align align[ZHUN_PRINT_COLUMNS];
	const char *const *cell; /* rows × columns; NULL shows nothing */
	size_t strong;		 /* so many rows at the end are set apart: a result, a sum */
};

enum zhun_print_shade { ZHUN_PRINT_INK, ZHUN_PRINT_FAINT, ZHUN_PRINT_FILL, ZHUN_PRINT_ACCENT };

enum zhun_print_mark_kind { ZHUN_PRINT_LINE, ZHUN_PRINT_BOX, ZHUN_PRINT_CURVE, ZHUN_PRINT_WORD };

/** A line from (x, y) to (x + w, y + h), a filled box, a curve through points, or a word whose baseline
 *  and alignment point is (x, y). */
struct zhun_print_mark {
	enum zhun_print_mark_kind kind;
	enum zhun_print_shade shade;
	double x, y, w, h;
	const double *points; /* pairs */
	size_t count;
	const char *text; /* with markup */
	enum zhun_print_align align;
};

struct zhun_print_drawing {
	double width, height;
	const struct zhun_print_mark *marks;
	size_t count;
	const char *alternative; /* what it shows, in words */
};

enum zhun_print_kind {
	ZHUN_PRINT_TITLE,
	ZHUN_PRINT_HEADING,
	ZHUN_PRINT_PARAGRAPH,
	ZHUN_PRINT_FORMULA,
	ZHUN_PRINT_RESULT, /* a paragraph in a frame */
	ZHUN_PRINT_SMALL,
	ZHUN_PRINT_TABLE,
	ZHUN_PRINT_DRAWING,
	ZHUN_PRINT_SIGN /* labels over lines, side by side */
};

struct zhun_print_block {
	enum zhun_print_kind kind;
	const char *text; /* of what is a text */
	const struct zhun_print_table *table;
	const struct zhun_print_drawing *drawing;
	const char *sign[ZHUN_PRINT_SIGNATURES]; /* ended by NULL where fewer */
};

struct zhun_print_document {
	enum zhun_language language;
	const char *title;  /* of the window, without markup */
	const char *footer; /* at the foot of each page, left; the page stands right */
	const char *date;   /* "2026-11-25", of the file's making; others are not stated in it */
	const struct zhun_print_block *blocks;
	size_t count;
};

/** Text as markup that shows it; NULL without memory. */
const char *zhun_print_escape(struct zhun_arena *a, const char *s);

/** Failures stick in @a out. */
void zhun_print_html(const struct zhun_print_document *d, struct zhun_text *out);

/** Fails LIBRARY_MISSING (the first asks for cairo and Pango), NO_MEMORY, TOO_LARGE, PRINT_FAILED (what cairo
 *  says). */
enum zhun_code zhun_print_pdf(struct zhun_arena *a, const struct zhun_print_document *d,
			      struct zhun_bytes *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
