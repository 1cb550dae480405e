/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams of random numbers, one for each (seed, input, block), and draws from distributions. */
#ifndef MEASURE_RANDOM_H
#define MEASURE_RANDOM_H

#include <stdint.h>

#include "zhun/measure/distribution.h"

struct random_stream {
	uint64_t s[4];
};

enum { ZIGGURAT = 256 };

/** Layer edges of the normal density and the ratios of neighbours. */
struct ziggurat {
	double x[ZIGGURAT + 1], ratio[ZIGGURAT];
};

void ziggurat_make(struct ziggurat *z);

struct random_stream random_open(uint64_t seed, uint64_t input, uint64_t block);
uint64_t random_bits(struct random_stream *r);

/** In (0, 1): never an end. */
double random_uniform(struct random_stream *r);
double random_normal(struct random_stream *r, const struct ziggurat *z);

/** n draws of a distribution. */
void random_draw(struct random_stream *r, const struct ziggurat *z,
		 const struct zhun_distribution *d, double *out, size_t n);

#endif
