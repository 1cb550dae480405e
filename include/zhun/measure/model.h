/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measurement models: a few lines of formula, compiled once to a flat program
 * that is run on blocks of values and differentiated exactly. Outputs may use
 * inputs and one another, not in a circle. Numbers, names, + - * / ^ (right to
 * left, tighter than unary minus: -2^2 is -4), brackets, pi, and sqrt exp log
 * log10 sin cos tan asin acos atan sinh cosh tanh atan2; complex(re, im),
 * polar(modulus, argument), re im arg conj; abs; comparisons < <= > >= == !=,
 * if(condition, a, b), and or not, min max; intermediates, let a = x/y; a^2;
 * lists, [a, b] or an input declared as x[5], element by element and by x[1],
 * sum mean sd n min max, mean_power and mean_field of levels; the formulas of formula.h. Angles in radians. Inputs
 * and outputs asked for are real; between them numbers may be complex.
 * Memory: the caller's arena, at compile time only; a compiled model is
 * constant and serves any thread, each with working memory of its own.
 */
#ifndef ZHUN_MEASURE_MODEL_H
#define ZHUN_MEASURE_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/arena.h"

struct zhun_model;

enum { ZHUN_MODEL_LONGEST = 65536, ZHUN_MODEL_DEPTH = 200, ZHUN_MODEL_STEPS = 20000 };

struct zhun_model_output {
	const char *name;
	const char *text;
};

struct zhun_model_quantity; /* model_units.h */

struct zhun_model_source {
	const char *const *inputs; /* names; "x[5]" is a list */
	size_t input_count;
	const struct zhun_model_output *outputs;
	size_t output_count;
	const struct zhun_model_quantity *input_units;	/* one for each, or NULL: numbers without units */
	const struct zhun_model_quantity *output_units; /* one for each, or NULL: whatever comes out */
};

/** Compiles. Names are letters, digits and _, not beginning with a digit; an input "x[5]" is a list
 *  and stands for five, one after another. Fails EXPRESSION_SYNTAX, EXPRESSION_NAME,
 *  EXPRESSION_ARGUMENTS, EXPRESSION_COMPLEX, EXPRESSION_LIST, EXPRESSION_LENGTHS, EXPRESSION_ITEM,
 *  EXPRESSION_TOO_LONG, MODEL_CIRCULAR, MODEL_TWICE; the place is the output's name and the column
 *  in its text. With units also MODEL_DIMENSION, MODEL_PURE, MODEL_POWER, MODEL_POINT, MODEL_LEVEL,
 *  MODEL_ARGUMENT at a term, MODEL_OUTPUT_UNIT, MODEL_OUTPUT_POINT, MODEL_OUTPUT_DIFFERENCE and
 *  MODEL_LEVEL_UNIT at a name. @a source's texts and units live as long as the model. */
enum zhun_code zhun_model_compile(struct zhun_arena *a, const struct zhun_model_source *source,
				  const struct zhun_model **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Doubles of working memory that a run of blocks of @a width needs. */
size_t zhun_model_work(const struct zhun_model *m, size_t width);

/** Runs on a block: input i has its values at in[i][0 … width). */
void zhun_model_run(const struct zhun_model *m, size_t width, const double *const *in,
		    double *work);

/** An output's real values after a run; @a ret_imaginary (may be NULL) is NULL where it is real. */
const double *zhun_model_result(const struct zhun_model *m, size_t output, size_t width,
				const double *work, const double **ret_imaginary);

/** Some of a model's outputs, by their numbers. */
struct zhun_model_outputs {
	const size_t *at;
	size_t count;
};

size_t zhun_model_inputs(const struct zhun_model *m);
size_t zhun_model_outputs(const struct zhun_model *m);
bool zhun_model_is_complex(const struct zhun_model *m, size_t output);

/** One output at one point; @a work as for a width of 1. Fails MODEL_NOT_FINITE with the place of
 *  the first step that is no number, EXPRESSION_COMPLEX for a complex output. */
enum zhun_code zhun_model_value(const struct zhun_model *m, size_t output, const double *x,
				double *work, double *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Doubles of working memory of the derivatives below. */
size_t zhun_model_gradient_work(const struct zhun_model *m);
size_t zhun_model_jet_work(const struct zhun_model *m);

/** The value and all first derivatives, one for each input, in memory of the caller's. */
struct zhun_gradient {
	double f;
	double *d;
};

/** Reverse mode. Fails as zhun_model_value; a derivative that is no finite number likewise. */
enum zhun_code zhun_model_gradient(const struct zhun_model *m, size_t output, const double *x,
				   double *work, struct zhun_gradient *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** Derivatives along two directions d and v, exact: the coefficients of s^i t^j of
 *  f(x + s·d + t·v); @a at is {x, d, v}. */
struct zhun_jet {
	double f, s, t, st, tt, stt;
};
enum zhun_code zhun_model_jet(const struct zhun_model *m, size_t output, const double *const at[3],
			      double *work, struct zhun_jet *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

#endif
