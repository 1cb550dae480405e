/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as people read them: digits in groups of three with thin spaces, ×10ⁿ, units as the SI
 * Brochure sets them (5.4.4, 5.4.1), and the sentences about a result in both languages. */
#ifndef ZHUN_STUDY_BUDGET_SHOW_H
#define ZHUN_STUDY_BUDGET_SHOW_H

#include "zhun/study/budget.h"

enum { SHOW_NUMBER = 3 * ZHUN_NUMBER_TEXT, SHOW_QUANTITY = SHOW_NUMBER + ZHUN_UNIT_TEXT };

void show_decimal(const struct zhun_decimal *d, char out[SHOW_NUMBER]);

/** To @a digits significant digits. */
void show_digits(double x, int digits, char out[SHOW_NUMBER]);

/** With at most @a places decimals. */
void show_places(double x, int places, char out[SHOW_NUMBER]);

/** "50.000 838 mm"; the unit 1 shows nothing. */
void show_quantity(const struct zhun_decimal *d, const struct zhun_unit *unit, char out[SHOW_QUANTITY]);
void show_quantity_digits(double x, int digits, const struct zhun_unit *unit, char out[SHOW_QUANTITY]);

/** "16.7", "∞"; "12.3 %"; "95 %". */
void show_dof(double dof, char out[SHOW_NUMBER]);
void show_percent(double part, int places, char out[SHOW_NUMBER]);

/** The cells of a line, in an arena; NULL without memory. */
struct show_line {
	const char *value, *u, *dof, *sensitivity, *contribution, *share; /* with their units */
	struct zhun_budget_text distribution, how;
};
const struct show_line *show_line(struct zhun_arena *a, const struct zhun_budget_line *l,
				  const struct zhun_budget_output *o);

/** Sentences; each NULL without memory. Those that do not apply have NULL texts, too. */
struct zhun_budget_text say_result(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_second(struct zhun_arena *a, const struct zhun_budget_figure *f);

/** How distributions were propagated and why not otherwise; how the adaptive procedure went; what came out; and
 *  what it says of the first order. */
struct zhun_budget_text say_way(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_adapted(struct zhun_arena *a, const struct zhun_budget_result *r,
				    const struct zhun_budget_figure *f);
struct zhun_budget_text say_interval(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_comparison(struct zhun_arena *a, const struct zhun_budget_figure *f);

/** "convolution", "adaptive_monte_carlo"; "none" where nothing was propagated. */
const char *say_way_name(const struct zhun_budget_figure *f);

struct zhun_budget_text say_decision(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_target(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_reverse(struct zhun_arena *a, const struct zhun_budget_figure *f);
struct zhun_budget_text say_what_if(struct zhun_arena *a, const struct zhun_budget_figure *f);

/** What was done to coefficients of correlation that cannot hold together. */
struct zhun_budget_text say_repair(struct zhun_arena *a, const struct zhun_budget_repair *r);

/** The conventions used, a sentence each, ended by NULL texts. */
enum { SHOW_CONVENTIONS = 5 };
void say_conventions(const struct zhun_budget_conventions *c,
		     struct zhun_budget_text ret[SHOW_CONVENTIONS + 1]);

/** "pass", "conditional_pass"; and for people. */
struct zhun_budget_text say_verdict(enum zhun_decision v);

#endif
