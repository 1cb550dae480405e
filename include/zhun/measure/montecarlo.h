/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Propagation of distributions by Monte Carlo. The draws of an input depend on
 * the seed, the input and the block they stand in, and on nothing else, so
 * that a run is the same to the bit however it is divided. Correlated inputs
 * are drawn jointly normal. Memory: eight bytes a draw and output asked for,
 * in the caller's arena, whose ceiling limits the run.
 * Sources: JCGM 101:2008 clauses 5 to 7; xoshiro256++ (Blackman and Vigna
 * 2021); ziggurat after Doornik 2005; Marsaglia and Tsang 2000 for gamma.
 */
#ifndef ZHUN_MEASURE_MONTECARLO_H
#define ZHUN_MEASURE_MONTECARLO_H

#include <stdint.h>

#include "zhun/measure/distribution.h"
#include "zhun/measure/model.h"

struct zhun_mc_task {
	const struct zhun_model *model;
	const struct zhun_distribution *inputs; /* one for each of the model's */
	const double *correlation;		/* n × n with unit diagonal, or NULL: none */
	uint64_t seed;
	size_t draws; /* at least 1000 */
};

/** The draws of one output; in the order drawn until an interval is asked for. */
struct zhun_mc_sample {
	size_t count;
	double *y;
	double mean, u;
};

/** Draws the outputs listed. @a ret has one sample an output; @a ret_covariance (count × count, may
 *  be NULL) their covariances. Fails MC_DRAWS (fewer than 1000), MC_OUT_OF_DOMAIN (how many draws
 *  gave no finite number), EXPRESSION_COMPLEX, LPU_NOT_SEMIDEFINITE, as distributions do, and
 *  NO_MEMORY. */
enum zhun_code zhun_mc_run(struct zhun_arena *a, const struct zhun_mc_task *task,
			   const size_t *outputs, size_t count, struct zhun_mc_sample *ret,
			   double *ret_covariance, struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_mc_interval { ZHUN_MC_SYMMETRIC, ZHUN_MC_SHORTEST };

/** The coverage interval for p, of equal tails or the shortest (JCGM 101 7.7); reorders the sample.
 */
void zhun_mc_interval(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind,
		      double *ret_low, double *ret_high);

#endif
