/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Uncertainty budgets as documents: a readable text (YAML, or the same in
 * JSON) is read into a struct zhun_budget, which is evaluated into a struct
 * zhun_budget_result. All quantities are held in coherent SI units and shown
 * in the units they were written in; a value in °C is a temperature unless it
 * is declared a difference. What the text says is described in
 * docs/guide/budget.md. Pure: no clock, no files; memory of the caller's
 * arena; a budget is constant and serves any thread.
 * Sources: JCGM 100:2008 (GUM) 4, 5, 6, 7, G, H; JCGM 101:2008 5 to 8;
 * JCGM 106:2012 7; EA-4/02 M:2022; JJF 1059.1-2012.
 */
#ifndef ZHUN_STUDY_BUDGET_H
#define ZHUN_STUDY_BUDGET_H

#include "zhun/base/number.h"
#include "zhun/base/text.h"
#include "zhun/measure/decision.h"
#include "zhun/measure/distribution.h"
#include "zhun/measure/lpu.h"
#include "zhun/measure/model_units.h"
#include "zhun/measure/montecarlo_adaptive.h"
#include "zhun/measure/propagation.h"
#include "zhun/measure/quantity.h"
#include "zhun/measure/risk.h"
#include "zhun/measure/series.h"

struct zhun_chain;
struct zhun_json;
struct budget_formulas;

enum {
	ZHUN_BUDGET_ROWS = 2000,      /* components of all inputs, elements of lists among them */
	ZHUN_BUDGET_CORRELATED = 400, /* the same where any are correlated */
	ZHUN_BUDGET_OUTPUTS = 20,
	ZHUN_BUDGET_READINGS = 20000, /* of one input */
	ZHUN_BUDGET_BINS = 60
};

/** A text by language; what the document gives in one language only stands in both. */
struct zhun_budget_text {
	const char *by[2];
};

/** The unit that people see and the coherent one that is computed in. */
struct zhun_budget_unit {
	struct zhun_unit shown;
	struct zhun_conversion in, out;                   /* of points */
	struct zhun_conversion in_difference, out_difference;
};

/** One random quantity, a line of the table. An input given in several components has one line for
 *  each; the first carries the value, the others have mean 0. In coherent units. */
struct zhun_budget_row {
	const char *name; /* "d", or "d__2" for the second component of d: a name of the model */
	struct zhun_budget_text title;
	size_t input;
	const char *how;  /* the word it was given by: "readings", "U", "rectangular", "" for a constant */
	const char *certificate;
	struct zhun_distribution distribution;
	double value, u, dof; /* dof 0: infinite, as in struct zhun_lpu_input */
	struct zhun_series readings; /* in the unit shown */
	const char *influence;	     /* its identifier beyond this budget, as declared; NULL: none is */
	const struct zhun_chain *chain; /* of an earlier result: what it rests on; else NULL */
	double *part;			/* of each of its influences, coherent */
	const struct zhun_json *node;
};

struct zhun_budget_input {
	const char *name;
	struct zhun_budget_text title;
	struct zhun_budget_unit unit;
	bool difference;
	enum zhun_model_level level; /* of dB, Np and pH: what they are a ratio of */
	double value;
	size_t first, count; /* its rows */
	size_t length;	     /* of a list, whose rows are its elements; 0: it is one number */
	bool repeated;	     /* the elements are readings of one quantity */
	double together;     /* correlation of any two elements */
	const char *certificate;
	const struct zhun_json *node;
};

struct zhun_budget_output {
	const char *name, *expression;
	struct zhun_budget_text title;
	struct zhun_budget_unit unit;
	bool difference;
	enum zhun_model_level level; /* of dB, Np and pH: what they are a ratio of */
	double k, p;          /* as asked; 0 where not */
	double target;        /* U wanted, in the shown unit; 0: none */
	bool judged;          /* tolerance limits are given, in the shown unit */
	struct zhun_limits tolerance;
	enum zhun_decision_rule rule; /* any but probability, which every decision tells */
	double guard;         /* r: the guard band is r·U */
	size_t index;         /* among the model's outputs */
	bool unit_stated;     /* else what comes out of the model says it */
	const struct zhun_json *node;
};

/** Conventions that differ between guides; each has a default and is named in the result. */
struct zhun_budget_conventions {
	bool exact_dof;     /* ν_eff is not truncated before the look-up (GUM G.4.1 truncates: default) */
	bool five_percent;  /* U is rounded up where rounding down would take more than 5 % (EA-4/02 6.3) */
	bool shortest;      /* Monte Carlo gives the shortest interval, not the one of equal tails */
	int digits;         /* of U, 2 by default (GUM 7.2.6: at most two) */
	bool nearest;       /* what correlation cannot be is replaced by the nearest that can, not refused */
	bool as_written;    /* values count in the units they are written in; no conversion */
};

/** How distributions are propagated. */
enum zhun_budget_propagation {
	ZHUN_BUDGET_SAMPLED,	  /* by Monte Carlo, where draws are asked for */
	ZHUN_BUDGET_AUTOMATIC,	  /* without sampling where the model allows it, else as above */
	ZHUN_BUDGET_DETERMINISTIC /* without sampling, or not at all */
};

struct zhun_budget_procedure {
	enum zhun_budget_propagation propagation;
	bool adaptive;	 /* the draws asked for are the most; JCGM 101 7.9 takes as many as are needed */
	int digits; /* n_dig: of u, that are held to be meaningful (7.9.2); 2 by default */
	bool validating; /* to δ/5, as 8.2 wants it to judge the first order */
	bool two_stage;	 /* the number of sequences is fixed once, after the first ten */
};

struct zhun_budget_correlation {
	size_t a, b; /* rows */
	double r;
	size_t group; /* 1 …: from simultaneous readings; 0: declared, or come by the repair of others */
};

/** What was done to coefficients that cannot hold together. */
struct zhun_budget_repair {
	bool nearest;	       /* the nearest correlation matrix; else their rounding explains it */
	double smallest, moved; /* eigenvalue of the matrix as given; largest change of a coefficient */
};

/** What a report says at its head and foot; NULL texts where it is not given. */
struct zhun_budget_particulars {
	struct zhun_budget_text laboratory, item, method, number, date;
	struct zhun_budget_text evaluated, checked, approved;
};

struct zhun_budget {
	struct zhun_budget_text title, note;
	struct zhun_budget_conventions conventions;
	struct zhun_budget_procedure procedure;
	struct zhun_budget_particulars particulars;
	const struct zhun_model_output *steps; /* formulas of "let" */
	size_t step_count;
	struct zhun_budget_input *inputs;
	size_t input_count;
	struct zhun_budget_row *rows;
	size_t row_count;
	struct zhun_budget_output *outputs;
	size_t output_count;
	struct zhun_budget_correlation *correlations;
	size_t correlation_count;
	double *correlation; /* rows × rows, or NULL: none */
	const struct zhun_budget_repair *repair; /* NULL: as given */
	size_t *group;       /* of each row; 0: none, else readings were taken together */
	bool joint_t;        /* what is correlated is one group: drawn as a multivariate t */
	const struct zhun_model *model;
	const struct budget_formulas *formulas;
	const struct zhun_chain *joined; /* rows with what they rest on, where one is an earlier result; else NULL */
	const char *text;		 /* its digest names the influences that are its own */
	const struct zhun_json *root;
};

/** Where the archives of earlier results are found that a budget names. */
struct zhun_budget_archives {
	enum zhun_code (*find)(void *context, const char *name, struct zhun_bytes *ret, struct zhun_error *err);
	void *context;
};

/** Reads a budget: JSON where the text begins with "{", else YAML. A failure tells the place as
 *  "line 5 column 3 /inputs/d/U" (YAML), "/inputs/d/U" (JSON); within an expression "column 7 /model/l"
 *  (JSON). Fails as YAML and JSON do, as numbers, units, statements, distributions and models do,
 *  BUDGET_*, PART_MISSING. */
enum zhun_code zhun_budget_read(struct zhun_arena *a, struct zhun_bytes text, const struct zhun_budget **ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The same with archives; NULL: those it names are none. Fails also as @a archives and chains do. */
enum zhun_code zhun_budget_read_with(struct zhun_arena *a, struct zhun_bytes text,
				     const struct zhun_budget_archives *archives, const struct zhun_budget **ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** What is asked of a budget besides its table. */
struct zhun_budget_ask {
	size_t draws;        /* of Monte Carlo; 0: none */
	uint64_t seed;
	const char *reverse; /* the input whose largest u is sought; NULL: none */
	const char *target;  /* U as quantity text; NULL: the output's own target */
	const char *what_if; /* the input whose u is changed; NULL: none */
	const char *u;       /* to this: quantity text, or "50 %" of what it is */
	const char *output;  /* of reverse and what-if; NULL: the first */
	size_t threads;      /* of Monte Carlo; 0 is 1. The result is the same for any number */
	/** Called between rounds of a Monte Carlo run; false ends it with MC_STOPPED. May be NULL. */
	bool (*progress)(void *context, size_t done, size_t of);
	void *context;
};

/** A line of the table for one output, in the units shown. */
struct zhun_budget_line {
	const struct zhun_budget_row *row;
	struct zhun_unit unit;       /* of value and u */
	double value, u, dof;        /* dof HUGE_VAL: infinite */
	double sensitivity;          /* in the output's unit per the input's */
	struct zhun_unit sensitivity_unit;
	bool has_sensitivity_unit;   /* false: the two have no product */
	double contribution;         /* c·u in the output's unit, with its sign */
	double share;                /* of u², without correlation */
};

/** 2·c_a·u_a·c_b·u_b·r, in the output's unit squared. */
struct zhun_budget_term {
	const struct zhun_budget_correlation *of;
	double term, share;
};

struct zhun_budget_second {
	double value, u;
	bool matters; /* the value moves by more than 5 % of u, or u changes by more than 5 % */
	bool flat;    /* every sensitivity is zero: the first order says nothing here */
};

/** The first order beside the propagation of distributions (JCGM 101 8). */
struct zhun_budget_comparison {
	double low, high;	      /* y ∓ U of the first order */
	double tolerance;	      /* δ of 7.9.2 for the digits of u that are meaningful */
	double d_low, d_high;	      /* differences of the end points (8.1.2) */
	enum zhun_mc_verdict verdict; /* on the first order */
};

/** What the adaptive procedure came to, in the output's unit. */
struct zhun_budget_adapted {
	size_t sequences, length; /* length: draws in one */
	double tolerance;	  /* δ, or δ/5 */
	struct zhun_mc_spread spread;
	bool stable; /* false: the draws allowed did not suffice */
};

struct zhun_budget_mc {
	size_t draws;
	uint64_t seed;
	double mean, u, p;
	struct zhun_mc_end low, high;    /* with what is known of each end point */
	bool exact;                      /* the ends are draws; else from a histogram, as a shortest one of many */
	struct zhun_budget_comparison first_order;
	const struct zhun_budget_adapted *adapted; /* NULL: as many draws as were asked for */
	double from, width;              /* of the histogram */
	size_t bin[ZHUN_BUDGET_BINS];
	size_t outside, binned;          /* draws beyond the bins; draws that were sorted into them */
};

/** Propagation without sampling. */
struct zhun_budget_direct {
	enum zhun_propagation_way way;
	double mean, u, p, low, high;
	struct zhun_budget_comparison first_order;
};

struct zhun_budget_decision {
	enum zhun_decision verdict;
	struct zhun_limits acceptance;
	double conformance; /* probability that the quantity lies within its limits (JCGM 106 7) */
};

struct zhun_budget_reverse {
	const char *input;
	double target, u_now, u_most, factor; /* u in the input's unit; factor: u_most/u_now */
	double U_without;                     /* what the others alone give */
	const struct zhun_budget_unit *unit;
};

struct zhun_budget_what_if {
	const char *input;
	double u_now, u_then, u, dof, k, U; /* of the output, with the change */
	double change;                      /* of U, as a fraction: −0.2 is 20 % less */
	const struct zhun_budget_unit *unit;
};

struct zhun_budget_figure {
	const struct zhun_budget_output *output;
	double value, u, dof, dof_used, k, p, U; /* in the output's unit; dof HUGE_VAL: infinite */
	bool has_relative;
	double relative; /* U/|value| */
	struct zhun_budget_line *lines;
	struct zhun_budget_term *terms;
	size_t term_count;
	struct zhun_decimal rounded_value, rounded_u, rounded_U;
	bool has_second; /* worked out where the inputs are not too many and the model is smooth */
	struct zhun_budget_second second;
	const struct zhun_budget_mc *mc;             /* NULL: not asked for, or not needed beside direct */
	const struct zhun_budget_direct *direct;     /* NULL: not asked for, or the model does not allow it */
	const char *why_not;                         /* reason of PROPAGATION_NONE where it does not; else NULL */
	const struct zhun_budget_decision *decision; /* NULL: no tolerance */
	const struct zhun_budget_reverse *reverse;
	const struct zhun_budget_what_if *what_if;
	bool meets_target; /* true where none is set */
};

struct zhun_budget_result {
	const struct zhun_budget *budget;
	struct zhun_budget_figure *figures; /* one an output, in the document's order */
	size_t count;
};

/** Fails as the model's derivatives, Monte Carlo and propagation without sampling do, at the formula in the
 *  document; BUDGET_INPUT,
 *  BUDGET_OUTPUT, BUDGET_TARGET, BUDGET_UNREACHABLE, MC_STOPPED. */
enum zhun_code zhun_budget_run(struct zhun_arena *a, const struct zhun_budget *b, const struct zhun_budget_ask *ask,
			       const struct zhun_budget_result **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The result as JSON, as docs/guide/budget.md describes it. Fails NO_MEMORY, TOO_LARGE. */
enum zhun_code zhun_budget_json(struct zhun_arena *a, const struct zhun_budget_result *r, struct zhun_text *out,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The results with what they rest on (study/chain.h), for budgets to come. Fails NO_MEMORY, TOO_LARGE, CHAIN_ID,
 *  CHAIN_DISAGREES. */
enum zhun_code zhun_budget_archive(struct zhun_arena *a, const struct zhun_budget_result *r, struct zhun_text *out,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** A table (CSV) at whose rows a budget is worked out. */
struct zhun_budget_table {
	struct zhun_bytes csv;
	size_t rows_most; /* 0: any number */
	/** Called before each row; false ends it with MC_STOPPED. May be NULL. */
	bool (*go_on)(void *context, size_t done, size_t of);
	void *context;
};

/** The first order at each row of a table: its columns are inputs, "l_s", or their uncertainties, "u(l_s)", in the
 *  inputs' units; what has no column, or no cell, stays as the budget has it. Out come the columns given and value, u
 *  and U of each output. @a scratch is not the arena of @a out. Fails as the table and the model do, BUDGET_INPUT,
 *  COLUMN_TWICE, NUMBER_BAD, BUDGET_SIGN, ROWS_MANY, MC_STOPPED; the place begins with the line of the table. */
enum zhun_code zhun_budget_rows(struct zhun_arena *scratch, const struct zhun_budget *b,
				const struct zhun_budget_table *table, struct zhun_text *out,
				struct zhun_error *err) ZHUN_MUST_USE;

/** How a report is wanted. */
struct zhun_budget_paper {
	enum zhun_language language;
	bool pdf;		/* else HTML that needs nothing else */
	struct zhun_bytes text; /* the budget's, whose digest the report carries */
};

/** The result as a document to sign. Fails NO_MEMORY, TOO_LARGE, PRINT_FAILED. */
enum zhun_code zhun_budget_report(struct zhun_arena *a, const struct zhun_budget_result *r,
				  const struct zhun_budget_paper *paper, struct zhun_bytes *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** A project of suncal (Sandia's PSL Uncertainty Calculator) as a budget's text: its first uncertainty
 *  calculation, with comments on what has no counterpart here. Fails as YAML does, SUNCAL_NONE. */
enum zhun_code zhun_budget_from_suncal(struct zhun_arena *a, struct zhun_bytes text, enum zhun_language language,
				       struct zhun_text *out, struct zhun_error *err) ZHUN_MUST_USE;

#endif
