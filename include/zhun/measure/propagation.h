/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Propagation of distributions without sampling, where a model allows it:
 * linear models by numerical convolution, models that rise or fall in their
 * one uncertain input by its quantiles, models of two uncertain inputs that do
 * so in one of them by quadrature. What comes out is known to about 1e-6 of u,
 * and says by which way. Every other model is Monte Carlo's (montecarlo.h).
 * Memory: the caller's arena, given back. Sources: JCGM 101:2008 5.2 to 5.4.
 */
#ifndef ZHUN_MEASURE_PROPAGATION_H
#define ZHUN_MEASURE_PROPAGATION_H

#include "zhun/measure/montecarlo.h"

enum zhun_propagation_way { ZHUN_BY_CONVOLUTION, ZHUN_BY_QUANTILES, ZHUN_BY_QUADRATURE };

struct zhun_propagation_task {
	const struct zhun_model *model;
	size_t output;
	const struct zhun_distribution *inputs; /* one for each of the model's */
	const double *correlation; /* n × n, or NULL; inputs with any are jointly normal, as Monte Carlo's */
};

struct zhun_propagated {
	enum zhun_propagation_way way;
	double mean, u, low, high;
};

/** Fails PROPAGATION_NONE (the model has no such way, or its tails are too heavy for one), as distributions,
 *  correlations and the model do, PARAMETER_BAD (p). */
enum zhun_code zhun_propagate(struct zhun_arena *a, const struct zhun_propagation_task *task,
			      const struct zhun_mc_coverage *coverage, struct zhun_propagated *ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

#endif
