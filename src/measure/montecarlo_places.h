/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact places of a sample that is not kept, where brackets failed: the run is repeated eight times, each time
 * learning eight more bits of the draws sought. */
#ifndef MEASURE_MONTECARLO_PLACES_H
#define MEASURE_MONTECARLO_PLACES_H

#include "measure/montecarlo_draw.h"

/** The draws of an output at n places counted from 0. */
struct mc_sought {
	size_t output, n;
	const size_t *places;
};

/** ret[i]: the draw at places[i]; a place of ORDER_NONE leaves it as it is. */
enum zhun_code mc_places(struct zhun_arena *a, const struct mc_crew *c, const struct mc_sought *sought, double *ret,
			 struct zhun_error *err);

#endif
