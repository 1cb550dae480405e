/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A model made ready for many blocks: the steps that the outputs asked for need and no others,
 * constants filled in once, and as few blocks of working memory as will do, so that they stay in the nearest
 * cache. A plan is constant and serves any thread, each with working memory of its own.
 */
#ifndef MEASURE_MODEL_PLAN_H
#define MEASURE_MODEL_PLAN_H

#include "measure/vector.h"

enum { MODEL_PLAN_WIDTH = 512 }; /* draws in a block */

struct model_plan {
	const struct zhun_model *model;
	const struct vector_unit *unit;
	size_t stride;	      /* numbers of a step's block: with imaginary parts in a model with any */
	size_t work;	      /* numbers of working memory */
	size_t step_count;
	const uint32_t *steps; /* those needed, in order */
	const uint32_t *slot;  /* of each step of the model */
	const bool *needed;    /* of each step */
};

enum zhun_code model_plan_make(struct zhun_arena *a, const struct zhun_model *m, const struct vector_unit *unit,
			       struct zhun_model_outputs outputs, struct model_plan *ret, struct zhun_error *err);

/** Fills in constants, once for a working memory. */
void model_plan_prepare(const struct model_plan *p, double *work);

/** Where input i's draws belong, or NULL where no output needs it. */
double *model_plan_input(const struct model_plan *p, size_t input, double *work);
const double *model_plan_output(const struct model_plan *p, size_t output, const double *work);

void model_plan_run(const struct model_plan *p, double *work);

/** By kind: whether a and b both name a step. */
extern const bool model_step_has_two[STEP_KINDS];

/** What a step reads and writes: each holds width numbers, then imaginary parts in a model with any. */
struct model_block {
	size_t width;
	const double *a, *b;
	double *out;
};

/** A step over a block. */
void model_step(const struct zhun_model *m, const struct vector_unit *u, const struct step *s,
		const struct model_block *b);

#endif
