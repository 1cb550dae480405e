/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled model: steps in order, each working on steps before it. */
#ifndef MEASURE_PROGRAM_H
#define MEASURE_PROGRAM_H

#include <stdint.h>

#include "zhun/measure/model_units.h"

enum step_kind {
	STEP_INPUT, STEP_CONSTANT,
	STEP_ADD, STEP_SUBTRACT, STEP_MULTIPLY, STEP_DIVIDE, STEP_NEGATE,
	STEP_POWER,           /* a^b */
	STEP_POWER_CONSTANT,  /* a^constant */
	STEP_SQRT, STEP_EXP, STEP_LOG, STEP_LOG10, STEP_SIN, STEP_COS, STEP_TAN, STEP_ASIN, STEP_ACOS,
	STEP_ATAN, STEP_SINH, STEP_COSH, STEP_TANH,
	STEP_ATAN2,           /* real: y, x */
	STEP_COMPLEX,         /* real: re, im */
	STEP_RE, STEP_IM, STEP_CONJ,
	STEP_ABS, STEP_ARG,   /* of real or complex a; the result is real */
	STEP_LESS,            /* real a, b: 1 where a < b, 0 where not, no number where one is none */
	STEP_AT_MOST,         /* likewise a ≤ b */
	STEP_WHERE            /* a where real b is not 0, else 0; no number where b is none */
};

/* one more than the last kind: tables by kind have this size */
enum { STEP_KINDS = STEP_WHERE + 1 };

struct step {
	uint8_t kind;
	bool is_complex;      /* of the result */
	uint32_t a, b;
	double constant;
	uint16_t column;      /* in the output's text, for errors */
	uint16_t output;
};

struct zhun_model {
	const struct step *steps;
	size_t step_count, input_count, output_count;
	const uint32_t *results;         /* step of each output */
	const struct zhun_model_unit *in, *out; /* of a model with units; NULL without */
	const struct zhun_model_output *outputs;
	bool any_complex;
};

/** Fails at a step. */
enum zhun_code program_blame(const struct zhun_model *m, enum zhun_code code, size_t step, const char *word,
			     struct zhun_error *err);

#endif
