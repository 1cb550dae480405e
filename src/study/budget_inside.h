/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of budgets share: reading node by node with the place of a fault, and sums over rows. */
#ifndef ZHUN_STUDY_BUDGET_INSIDE_H
#define ZHUN_STUDY_BUDGET_INSIDE_H

#include "codec/json.h"
#include "zhun/measure/coverage.h"
#include "zhun/study/budget.h"

/** One reading. A failure is about a node, and may be about a column in its text. */
struct budget_reader {
	struct zhun_arena *a;
	struct zhun_budget *b;
	struct zhun_error *err;
	const struct zhun_budget_archives *from;
	struct budget_archive *archives; /* read so far */
	const struct zhun_json *bad;
	size_t line, column; /* within the text of bad, from 0 and 1; column 0: the whole */
};

/** Fails at @a node; NULL words are left out. */
enum zhun_code budget_blame(struct budget_reader *r, const struct zhun_json *node, enum zhun_code code,
			    const char *word, const char *more);
enum zhun_code budget_no_memory(struct budget_reader *r);

/** Lays a failure that is filled in already at @a node; passes ZHUN_OK on. */
enum zhun_code budget_at(struct budget_reader *r, const struct zhun_json *node, enum zhun_code code);

/** A member that an object may have, and where its node is kept in a struct of pointers. */
struct budget_member {
	const char *name;
	size_t offset;
};

/** Fills @a draft from the members of @a object, NULL where absent. Fails BUDGET_KEY, BUDGET_SHAPE. */
enum zhun_code budget_members(struct budget_reader *r, const struct zhun_json *object,
			      const struct budget_member *table, size_t count, void *draft) ZHUN_MUST_USE;

/** Whether @a v is an object, an array. Fails BUDGET_SHAPE. */
enum zhun_code budget_object(struct budget_reader *r, const struct zhun_json *v) ZHUN_MUST_USE;
enum zhun_code budget_array(struct budget_reader *r, const struct zhun_json *v) ZHUN_MUST_USE;

/** A scalar's text; a JSON number as it reads back. */
enum zhun_code budget_text(struct budget_reader *r, const struct zhun_json *v,
			   const char **ret) ZHUN_MUST_USE;

/** As budget_text, without the blanks within digits ("50.000 623 mm") and without "±" before it. */
enum zhun_code budget_digits(struct budget_reader *r, const struct zhun_json *v,
			     const char **ret) ZHUN_MUST_USE;

/** A text, or {en, zh}; NULL gives none. */
enum zhun_code budget_both(struct budget_reader *r, const struct zhun_json *v,
			   struct zhun_budget_text *ret) ZHUN_MUST_USE;

/** yes or no, true or false, 是 or 否; NULL leaves @a ret. */
enum zhun_code budget_flag(struct budget_reader *r, const struct zhun_json *v, bool *ret) ZHUN_MUST_USE;

/** A number without unit; NULL leaves @a ret. */
enum zhun_code budget_number(struct budget_reader *r, const struct zhun_json *v, double *ret) ZHUN_MUST_USE;

/** Significant digits, a whole number from 1 to 6; NULL leaves @a ret. */
enum zhun_code budget_significant(struct budget_reader *r, const struct zhun_json *v, int *ret) ZHUN_MUST_USE;

/** One of @a words (NULL ends them) as its index; NULL leaves @a ret. */
enum zhun_code budget_choice(struct budget_reader *r, const struct zhun_json *v, const char *const *words,
			     size_t *ret) ZHUN_MUST_USE;

/** A probability or a factor, whichever is given: "95 %", 0.95; 2. */
enum zhun_code budget_coverage(struct budget_reader *r, const struct zhun_json *k, const struct zhun_json *p,
			       struct zhun_coverage *ret) ZHUN_MUST_USE;

/** The shown unit with its conversions to the coherent one. */
enum zhun_code budget_unit(struct budget_reader *r, const struct zhun_model_quantity *q,
			   struct zhun_budget_unit *ret) ZHUN_MUST_USE;
/** What a level is a ratio of; kept as it stands without @a v. */
enum zhun_code budget_level(struct budget_reader *r, const struct zhun_json *v,
			    enum zhun_model_level *ret) ZHUN_MUST_USE;
enum zhun_code budget_unit_text(struct budget_reader *r, const struct zhun_json *v,
				struct zhun_unit *ret) ZHUN_MUST_USE;

/** A number with its unit, @a usual where it states none. */
enum zhun_code budget_scan(const char *s, const struct zhun_unit *usual, struct zhun_number *ret,
			   struct zhun_unit *ret_unit, struct zhun_error *err) ZHUN_MUST_USE;

/** A number of @a unit's, or a quantity of its dimension, into that unit. */
enum zhun_code budget_quantity(struct budget_reader *r, const struct zhun_json *v,
			       const struct zhun_unit *unit, enum zhun_count count,
			       double *ret) ZHUN_MUST_USE;

bool budget_is_name(const char *s);

/** One input with its components, behind those that are there. */
enum zhun_code budget_read_input(struct budget_reader *r, const struct zhun_json *v) ZHUN_MUST_USE;

/** "correlations" and "simultaneous"; either may be NULL. */
enum zhun_code budget_read_correlations(struct budget_reader *r, const struct zhun_json *declared,
					const struct zhun_json *simultaneous) ZHUN_MUST_USE;

/** The coefficients as they may be used: semidefinite. A failure is told at @a node. Fails LPU_NOT_SEMIDEFINITE. */
enum zhun_code budget_settle(struct budget_reader *r, const struct zhun_json *node) ZHUN_MUST_USE;

/** The correlations that rows have through what earlier results rest on; budget_chain.c. */
enum zhun_code budget_link(struct budget_reader *r) ZHUN_MUST_USE;

/** Correlations of elements of lists; budget_list.c. */
enum zhun_code budget_link_lists(struct budget_reader *r) ZHUN_MUST_USE;

/** Repeated readings are one group each, numbered from @a group + 1. */
void budget_group_lists(struct zhun_budget *b, size_t group);

/** A correlation that none is declared beside. */
enum zhun_code budget_take_correlation(struct budget_reader *r, struct zhun_budget_correlation c) ZHUN_MUST_USE;

/** The rows as results with their influences; those that have no identifier get one of this budget. */
enum zhun_code budget_join(struct zhun_arena *a, const struct zhun_budget *b, const struct zhun_chain **ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** Adds to @a part what makes up a row's contribution, c·u of the row, influence by influence. */
void budget_add_parts(const struct zhun_budget *b, const struct zhun_chain *joined, size_t row, double contribution,
		      double *part);

/** "model", "let" and "outputs", with the model compiled. */
enum zhun_code budget_read_model(struct budget_reader *r, const struct zhun_json *model,
				 const struct zhun_json *let, const struct zhun_json *outputs) ZHUN_MUST_USE;

/** Lays a failure of the model, whose place names a formula and a column, at its text in the document. */
enum zhun_code budget_blame_formula(struct budget_reader *r, enum zhun_code code);

/** Writes the place of what r->bad tells into the error. */
void budget_set_place(struct budget_reader *r);

/** An uncertainty's size in the shown unit; a statement may bring its own k (else 0). */
struct budget_size {
	double size, k;
};

/** Of a text: "0.075 um", "0.05 %" of the value, "12 uV + 3 uV/V". */
enum zhun_code budget_spread(struct zhun_arena *a, const char *text, const struct zhun_budget_input *in,
			     const double *value, struct budget_size *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The values and uncertainties that a first order is made of, by row. */
struct budget_first {
	const struct zhun_budget *b;
	const struct zhun_lpu *lpu;
	double *u; /* of rows, coherent */
	double *parts; /* room for three of each influence of b->joined */
};

/** Values and sensitivities at the rows' values. */
enum zhun_code budget_first_order(struct zhun_arena *a, const struct zhun_budget *b, struct budget_first *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** u, ν_eff, k, p and U of one output where the rows have f->u; the rest of @a ret is left. */
enum zhun_code budget_expand(const struct budget_first *f, const struct zhun_budget_output *o,
			     struct zhun_budget_figure *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** To two significant digits of U (GUM 7.2.6); 0 keeps what is there. */
void budget_round(const struct zhun_budget_conventions *c, struct zhun_budget_figure *f);

enum zhun_code budget_decide(struct zhun_arena *a, struct zhun_budget_figure *f,
			     struct zhun_error *err) ZHUN_MUST_USE;
/** "monte_carlo" and "propagation"; either may be NULL. */
enum zhun_code budget_read_procedure(struct budget_reader *r, const struct zhun_json *monte_carlo,
				     const struct zhun_json *propagation) ZHUN_MUST_USE;

/** What is propagated of all outputs: distributions of the rows, and how they are joined. */
enum zhun_code budget_task(struct zhun_arena *a, const struct zhun_budget *b, struct zhun_mc_task *ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** The interval asked for of an output. */
struct zhun_mc_coverage budget_interval(const struct zhun_budget *b, const struct zhun_budget_figure *f);

/** Clause 8; @a s in the output's unit. */
struct zhun_budget_comparison budget_compare(const struct zhun_budget *b, const struct zhun_budget_figure *f,
					     const struct zhun_mc_summary *s);

/** Without sampling, as far as the budget wants it and the model allows it. */
enum zhun_code budget_propagate(struct zhun_arena *a, const struct zhun_budget *b, struct zhun_budget_figure *figures,
				struct zhun_error *err) ZHUN_MUST_USE;

/** Monte Carlo of those that were not propagated without it. */
enum zhun_code budget_simulate(struct zhun_arena *a, const struct zhun_budget *b,
			       const struct zhun_budget_ask *ask, struct zhun_budget_figure *figures,
			       struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code budget_reverse(struct zhun_arena *a, const struct budget_first *first,
			      const struct zhun_budget_ask *ask, struct zhun_budget_figure *f,
			      struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code budget_what_if(struct zhun_arena *a, const struct budget_first *first,
			      const struct zhun_budget_ask *ask, struct zhun_budget_figure *f,
			      struct zhun_error *err) ZHUN_MUST_USE;

#endif
