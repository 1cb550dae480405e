/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of draws in bins of equal width, for the shortest interval of a sample that is not kept. */
#ifndef MEASURE_MONTECARLO_HISTOGRAM_H
#define MEASURE_MONTECARLO_HISTOGRAM_H

#include "measure/montecarlo_draw.h"

struct mc_histogram {
	double p, low, high, per_bin; /* per_bin: bins in a unit of the draws */
	size_t workers;
	uint32_t *counts; /* of a round: workers × all bins */
	size_t *total;
};

enum zhun_code mc_histogram_make(struct zhun_arena *a, size_t workers, double p, struct mc_histogram *ret,
				 struct zhun_error *err);

/** Sets the range from the first draws, which it counts and reorders. */
void mc_histogram_range(struct mc_histogram *h, double *first, size_t n);
void mc_histogram_visit(struct mc_histogram *h, size_t worker, const double *y, size_t n);

/** The round is over. */
void mc_histogram_close(struct mc_histogram *h);
void mc_histogram_shortest(const struct mc_histogram *h, size_t draws, struct zhun_mc_end *ret_low,
			   struct zhun_mc_end *ret_high);

#endif
