/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measurement models that are equations: h(Y, X) = 0, one or several, solved
 * by Newton's method from a first guess, with uncertainties by the law of
 * propagation: V_Y = Q V_X Q', Q = −(∂h/∂Y)⁻¹ ∂h/∂X. The compiled model has
 * the unknowns as its first inputs, the known quantities after them, and one
 * output for each unknown, which is to be 0. Memory: the caller's arena.
 * Source: JCGM 102:2011 6.3; JCGM 100:2008 5.1.
 */
#ifndef ZHUN_MEASURE_IMPLICIT_H
#define ZHUN_MEASURE_IMPLICIT_H

#include "zhun/measure/lpu.h"

struct zhun_implicit_task {
	const struct zhun_model *model;
	size_t unknowns;
	const double *start;		     /* the first guess, one for each unknown */
	const struct zhun_lpu_input *inputs; /* of the known quantities */
	const double *correlation;	     /* of them, n × n, or NULL */
};

struct zhun_implicit {
	size_t unknowns, known;
	int steps;	    /* of Newton's method */
	double *value;	    /* of the unknowns */
	double *sensitivity; /* unknowns × known */
	double *covariance;  /* unknowns × unknowns */
};

/** Fails as the model does; LPU_INPUT, LPU_CORRELATION; IMPLICIT_COUNT (not as many equations as unknowns, or no
 *  unknown), IMPLICIT_SINGULAR (the equations do not determine an unknown), NOT_CONVERGED. */
enum zhun_code zhun_implicit_solve(struct zhun_arena *a, const struct zhun_implicit_task *task,
				   struct zhun_implicit *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
