/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A budget as a document: its parts for the report, made of blocks that print/ sets. */
#ifndef ZHUN_STUDY_BUDGET_REPORT_H
#define ZHUN_STUDY_BUDGET_REPORT_H

#include "print/print.h"
#include "study/budget_show.h"

/** "alpha_s" as markup, αₛ in italics with its subscript upright; NULL without memory. */
const char *symbol_markup(struct zhun_arena *a, const char *name);

/** A formula as markup: symbols, · for *, raised powers. */
const char *symbol_formula(struct zhun_arena *a, const char *expression);

/** The draws as a histogram with the first order's normal curve over it and both intervals; NULL without
 *  memory. */
const struct zhun_print_drawing *chart_histogram(struct zhun_arena *a, const struct zhun_budget_figure *f,
						 enum zhun_language language);

/** |c·u| of each line, the largest first. */
const struct zhun_print_drawing *chart_tornado(struct zhun_arena *a, const struct zhun_budget_result *r,
					       const struct zhun_budget_figure *f, enum zhun_language language);

#endif
