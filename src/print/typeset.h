/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pango and cairo, loaded with the first PDF: they bring X11 and fonts, which who makes none need not wait for.
 * Their functions are called as members of typeset.
 */
#ifndef ZHUN_PRINT_TYPESET_H
#define ZHUN_PRINT_TYPESET_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "zhun/base/error.h"

#define TYPESET_FUNCTIONS(X) \
	X(cairo_create) X(cairo_destroy) X(cairo_fill) X(cairo_line_to) X(cairo_move_to) \
	X(cairo_pdf_surface_create_for_stream) X(cairo_pdf_surface_set_metadata) \
	X(cairo_recording_surface_create) X(cairo_rectangle) X(cairo_set_line_width) \
	X(cairo_set_source_rgb) X(cairo_show_page) X(cairo_status_to_string) X(cairo_stroke) \
	X(cairo_surface_destroy) X(cairo_surface_finish) X(cairo_surface_status) \
	X(g_object_unref) X(pango_cairo_font_map_new) X(pango_cairo_show_layout) \
	X(pango_context_set_language) X(pango_font_description_free) \
	X(pango_font_description_new) X(pango_font_description_set_absolute_size) \
	X(pango_font_description_set_family_static) X(pango_font_description_set_weight) \
	X(pango_font_map_create_context) X(pango_language_from_string) \
	X(pango_layout_get_baseline) X(pango_layout_get_size) X(pango_layout_new) \
	X(pango_layout_set_alignment) X(pango_layout_set_font_description) \
	X(pango_layout_set_markup) X(pango_layout_set_width) X(pango_layout_set_wrap)

struct typeset {
#define TYPESET_MEMBER(name) __typeof__(name) *name;
	TYPESET_FUNCTIONS(TYPESET_MEMBER)
#undef TYPESET_MEMBER
};

extern struct typeset typeset;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_typeset_load(struct zhun_error *err);

#endif
