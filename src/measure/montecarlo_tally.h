/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means and covariances of a run's outputs, and draws that gave no number: summed for each chunk by whichever
 * worker has it, and over chunks in their order. */
#ifndef MEASURE_MONTECARLO_TALLY_H
#define MEASURE_MONTECARLO_TALLY_H

#include "measure/montecarlo_draw.h"

struct mc_tally {
	const struct mc_source *source;
	bool pairs;	  /* products of different outputs too */
	size_t width;	  /* sums of a chunk */
	size_t stride;	  /* from one chunk's to the next's: these are other threads' */
	double *centre;	  /* of each output: its first draw, so that large values with a small spread keep digits */
	double *chunks;	  /* a round's */
	double *total;
	size_t draws, lost, first_lost; /* lost: without a finite number */
	size_t *chunk_lost, *chunk_first;
};

/** @a w draws the first block to find the centres. */
enum zhun_code mc_tally_make(struct zhun_arena *a, const struct mc_source *s, struct mc_worker *w, bool pairs,
			     struct mc_tally *ret, struct zhun_error *err);
void mc_tally_visit(struct mc_tally *t, size_t chunk, const double *const *y, size_t at, size_t n);

/** The round of @a draws is over: adds its chunks up. */
void mc_tally_close(struct mc_tally *t, size_t draws);

double mc_tally_mean(const struct mc_tally *t, size_t output);
double mc_tally_covariance(const struct mc_tally *t, size_t a, size_t b);

#endif
