/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Propagation of distributions by Monte Carlo. The draws of an input depend on
 * the seed, the input and the block they stand in, and on nothing else: a run
 * is the same to the bit for any number of threads and on any vector unit.
 * zhun_mc_run keeps every draw, eight bytes each in the caller's arena, whose
 * ceiling limits the run; zhun_mc_summarise keeps next to none. Threads live
 * within a call. Sources: JCGM 101:2008 clauses 5 to 7; xoshiro256++ (Blackman
 * and Vigna 2021); ziggurat (Marsaglia and Tsang 2000), for Student's t too;
 * Marsaglia and Tsang 2000 for gamma; David and Nagaraja 2003 for end points.
 */
#ifndef ZHUN_MEASURE_MONTECARLO_H
#define ZHUN_MEASURE_MONTECARLO_H

#include <stdint.h>

#include "zhun/measure/distribution.h"
#include "zhun/measure/model.h"

/** Which vector unit works: each gives the same bits. The best that the machine has, but for tests. */
enum zhun_vector { ZHUN_VECTOR_BEST, ZHUN_VECTOR_PLAIN, ZHUN_VECTOR_SSE2, ZHUN_VECTOR_AVX2, ZHUN_VECTOR_AVX512 };

/** How inputs with correlation are drawn: jointly normal with their means and u whatever their own
 *  distributions are (JCGM 101 6.4.8), or with their own distributions, joined by a normal copula or
 *  Student's t's, whose correlation matrix is the task's. */
enum zhun_mc_joint { ZHUN_MC_JOINTLY_NORMAL, ZHUN_MC_COPULA_NORMAL, ZHUN_MC_COPULA_T };

struct zhun_mc_task {
	const struct zhun_model *model;
	const struct zhun_distribution *inputs; /* one for each of the model's */
	const double *correlation;		/* n × n with unit diagonal, or NULL: none */
	uint64_t seed;
	size_t draws;	/* at least 1000 */
	size_t threads; /* the caller's own among them, 64 at most; 0 is 1 */
	enum zhun_vector vector;
	enum zhun_mc_joint joint;
	double copula_dof; /* of Student's t copula */
	/** Asked between rounds of two million draws, in the caller's thread; false stops the run. May be
	 *  NULL. */
	bool (*go_on)(void *context, size_t done, size_t draws);
	void *context;
};

/** The draws of one output; in the order drawn until an interval is asked for. */
struct zhun_mc_sample {
	size_t count;
	double *y;
	double mean, u;
};

/** Draws the outputs listed. @a ret has one sample an output; @a ret_covariance (count × count, may
 *  be NULL) their covariances. Fails MC_DRAWS (fewer than 1000), MC_OUT_OF_DOMAIN (how many draws
 *  gave no finite number, and the place in the model where the first did not), MC_STOPPED,
 *  EXPRESSION_COMPLEX, LPU_NOT_SEMIDEFINITE, as distributions do, and NO_MEMORY. */
enum zhun_code zhun_mc_run(struct zhun_arena *a, const struct zhun_mc_task *task, struct zhun_model_outputs outputs,
			   struct zhun_mc_sample *ret, double *ret_covariance, struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_mc_interval { ZHUN_MC_SYMMETRIC, ZHUN_MC_SHORTEST };

/** The coverage interval for p, of equal tails or the shortest (JCGM 101 7.7); reorders the sample.
 */
void zhun_mc_interval(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind,
		      double *ret_low, double *ret_high);

/** An end point of a coverage interval, and the interval between two draws that holds the true
 *  quantile with a probability of 95 % whatever the distribution is (order statistics). */
struct zhun_mc_end {
	double at, from, to;
};

/** The coverage interval asked for. */
struct zhun_mc_coverage {
	double p;
	enum zhun_mc_interval kind;
};

struct zhun_mc_summary {
	size_t draws;
	double mean, u;
	struct zhun_mc_end low, high;
	bool exact; /* the end points are draws; else from a histogram of 16,384 bins */
};

/** As zhun_mc_interval with what is known about each end point. Of a shortest interval from and to are
 *  about the quantiles at which its ends lie. */
void zhun_mc_ends(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind, struct zhun_mc_end *ret_low,
		  struct zhun_mc_end *ret_high);

/** Mean, u and the interval (none where @a coverage is NULL) without keeping the draws: below 4 MB for
 *  one output whatever their number. The symmetric interval is exactly zhun_mc_interval's, the shortest
 *  comes from a histogram. Fails as zhun_mc_run, and PARAMETER_BAD (p). */
enum zhun_code zhun_mc_summarise(struct zhun_arena *a, const struct zhun_mc_task *task,
				 struct zhun_model_outputs outputs, const struct zhun_mc_coverage *coverage,
				 struct zhun_mc_summary *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
