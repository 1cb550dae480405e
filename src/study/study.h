/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the operations of studies share: the study, its arguments, its series and distributions. */
#ifndef STUDY_STUDY_H
#define STUDY_STUDY_H

#include "codec/json.h"
#include "zhun/measure/correlation.h"
#include "zhun/measure/distribution.h"
#include "zhun/measure/gauge.h"
#include "zhun/measure/lpu.h"
#include "zhun/measure/montecarlo.h"
#include "zhun/measure/regression.h"
#include "zhun/measure/risk.h"
#include "zhun/measure/series.h"
#include "zhun/study/study.h"

enum { STUDY_VALUES = 5000000 };  /* of a series */

struct study_input {
	const char *name;
	struct zhun_distribution d;
	struct zhun_lpu_input lpu;
	double scale_u;  /* u where a t input's u is its scale (t_u "scale") */
	struct zhun_series readings;
};

/** The model of area uncertainty. Outputs added for inputs that are drawn stand behind the others. */
struct study_model {
	struct study_input *input;
	const char **name;
	size_t inputs;
	struct zhun_model_output *output;
	size_t outputs, all;  /* of the document; with those added */
	double *correlation;
	double rounding;		   /* of the coefficients given */
	const struct zhun_correlation *repair; /* what was done to them; NULL: nothing */
	const struct zhun_model *model;
	const struct zhun_lpu *lpu[2][2];  /* by t_u scale, by correlations ignored */
	size_t *drawn, drawn_count;        /* outputs that were drawn */
	struct zhun_mc_sample *sample;
	double *covariance;
	struct study_adaptive *adaptive; /* the last adaptive run */
};

/** A fit, and the coefficients' expressions in x. */
struct study_fit {
	struct zhun_fit fit;
	const char **name;
	const struct zhun_model *basis;  /* input x, outputs the coefficients */
	struct zhun_series x, y;
};

struct zhun_study {
	struct zhun_arena *arena;
	const struct zhun_json *root, *inputs;
	const char *area;
	struct zhun_study_options options;
	const struct zhun_study_op *op;  /* the one that runs */
	struct study_model *model;
	struct study_fit *fit;
};

/* ---- arguments and members, after they were checked ---- */

double study_number(const struct zhun_json *object, const char *name, double otherwise);
bool study_is(const struct zhun_json *object, const char *name, const char *word);
bool study_is_true(const struct zhun_json *object, const char *name);

/** Whether an argument says @a word, or says nothing and that is the default. */
bool study_says(const struct zhun_json *args, const char *name, const char *word, bool preset);

/** An optional number of the running operation: as given, else what its row says. */
double study_optional(const struct zhun_study *s, const struct zhun_json *args, const char *name);

/** A member that must be there. Fail STUDY_MISSING, STUDY_KIND; the place is in @a object. */
enum zhun_code study_need(const struct zhun_json *object, const char *name, const struct zhun_json **ret,
			  struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code study_need_number(const struct zhun_json *object, const char *name, double *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Fails STUDY_KEY where @a object has a member that is not among @a names ("a|b|c"). */
enum zhun_code study_known(const struct zhun_json *object, const char *names, struct zhun_error *err) ZHUN_MUST_USE;

/** The place of a WORD argument among its words; 0 where it is not given. */
size_t study_word(const struct zhun_study *s, const struct zhun_json *args, const char *name);

/** {"low","high"}, one of which may be absent, or NULL for none. Fails PARAMETER_BAD, STUDY_KEY, STUDY_KIND. */
enum zhun_code study_limits(const struct zhun_json *json, const char *name, struct zhun_limits *ret,
			    struct zhun_error *err) ZHUN_MUST_USE;

/** Readings [outer][inner][trial] of area gauge-rr: parts × operators × trials. */
enum zhun_code study_gauge(struct zhun_study *s, struct zhun_gauge_study *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Checks arguments against the operation's row. */
enum zhun_code study_check_args(const struct zhun_study_op *op, const struct zhun_json *args,
				struct zhun_error *err) ZHUN_MUST_USE;

/** Whether "|"-separated @a words has @a word. */
bool study_among(const char *words, const char *word);

/** An index from 1 given by an argument, as one from 0. Fails PARAMETER_BAD beyond @a count. */
enum zhun_code study_index(const struct zhun_json *args, const char *name, size_t count, size_t *ret,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** "/name" before the place of the error; returns its code. */
enum zhun_code study_within(struct zhun_error *err, const char *name);

/** The double that the running operation takes of @a whole. */
double study_member(const struct zhun_study *s, const void *whole);

/* ---- data ---- */

/** A series: decimal texts or numbers, or {"first","pair","repeat"}. */
enum zhun_code study_series(struct zhun_study *s, const struct zhun_json *json, struct zhun_series *ret,
			    struct zhun_error *err) ZHUN_MUST_USE;

/** The member @a name of the inputs as a series; and as plain doubles. */
enum zhun_code study_series_of(struct zhun_study *s, const char *name, struct zhun_series *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code study_doubles_of(struct zhun_study *s, const char *name, const double **ret, size_t *ret_count,
				struct zhun_error *err) ZHUN_MUST_USE;
double *study_doubles(struct zhun_arena *a, struct zhun_series s);

/** A list of series. */
enum zhun_code study_table(struct zhun_study *s, const struct zhun_json *json, const struct zhun_series **ret,
			   size_t *ret_count, struct zhun_error *err) ZHUN_MUST_USE;

/** A list of @a count series of equal length as doubles x[i·n + j]. Fails SERIES_UNEQUAL. */
enum zhun_code study_matrix(struct zhun_study *s, const struct zhun_json *json, const double **ret,
			    size_t *ret_count, size_t *ret_n, struct zhun_error *err) ZHUN_MUST_USE;

/** A distribution by its words. @a keys: what else may stand in the object, for its check ("dof|tur"). */
enum zhun_code study_distribution(struct zhun_arena *a, const struct zhun_json *json, const char *keys,
				  struct zhun_distribution *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** A density of one's own (density.c): "edges" and "weights"; a formula in x on an interval. */
enum { STUDY_FORMULA = 2000 };
enum zhun_code study_histogram(struct zhun_arena *a, const struct zhun_json *json, const struct zhun_density **ret,
			       struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code study_density(struct zhun_arena *a, const char *text, double low, double high,
			     const struct zhun_density **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The model of area uncertainty, read once; the fit of area regression (and of intervals by variables). */
enum zhun_code study_model(struct zhun_study *s, struct study_model **ret, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code study_fit(struct zhun_study *s, struct study_fit **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The index of an output by its name, or of an input behind the outputs; without a name the only
 *  output. Fails STUDY_NAME. */
enum zhun_code study_find(const struct study_model *m, const struct zhun_json *args, const char *key, size_t *ret,
			  struct zhun_error *err) ZHUN_MUST_USE;

/** The first-order evaluation that the arguments t_u and correlations ask for. */
enum zhun_code study_lpu(struct zhun_study *s, const struct zhun_json *args, const struct zhun_lpu **ret,
			 struct zhun_error *err) ZHUN_MUST_USE;

/** The study's inputs, correlations and way of joining them, with the options of its draws. */
enum zhun_code study_task(struct zhun_study *s, const struct study_model *m, struct zhun_mc_task *ret,
			  struct zhun_error *err) ZHUN_MUST_USE;

/** The coefficients' expressions at @a x. */
enum zhun_code study_basis(struct zhun_study *s, const struct study_fit *f, double x, double *row,
			   struct zhun_error *err) ZHUN_MUST_USE;

/** The slope of the fitted curve at @a x. */
enum zhun_code study_curve_slope(struct zhun_study *s, const struct study_fit *f, double x, double *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/* ---- the areas' rows ---- */

extern const struct zhun_study_op study_ops_uncertainty[], study_ops_monte_carlo[], study_ops_propagation[],
	study_ops_joint[], study_ops_coverage[],
	study_ops_regression[], study_ops_univariate[], study_ops_anova[], study_ops_gauge[], study_ops_risk[],
	study_ops_interval[], study_ops_ilc[], study_ops_chart[],
	study_ops_decision[], study_ops_capability[], study_ops_between[], study_ops_control[],
	study_ops_gauge_interval[], study_ops_reliability[], study_ops_agreement[],
	study_ops_type_a[], study_ops_nested[], study_ops_weighing[], study_ops_homogeneity[],
	study_ops_laboratory[], study_ops_correlation[], study_ops_review[],
	study_ops_hotelling[], study_ops_check[];

#endif
