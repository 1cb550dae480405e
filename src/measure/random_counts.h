/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws of counts: exact for the probabilities of discrete.h, at a cost that does not grow with the mean. */
#ifndef MEASURE_RANDOM_COUNTS_H
#define MEASURE_RANDOM_COUNTS_H

#include "measure/random.h"

/** n draws of Poisson's or the binomial distribution. */
void random_counts(struct random_stream *r, const struct zhun_distribution *d, double *out, size_t n);

#endif
