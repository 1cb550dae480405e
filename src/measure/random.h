/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Streams of random numbers, one for each (seed, input, block), and draws from distributions. A stream is
 * eight generators xoshiro256++ whose numbers are taken in turn, so that a vector unit makes eight at once
 * and each unit makes the same. Symmetric densities that fall from the middle are drawn by a ziggurat.
 */
#ifndef MEASURE_RANDOM_H
#define MEASURE_RANDOM_H

#include <stdint.h>

#include "measure/vector.h"
#include "zhun/measure/distribution.h"

struct random_stream {
	const struct vector_unit *unit;
	uint64_t s[VECTOR_STATE];
	uint64_t ahead[VECTOR_BITS]; /* made and not yet given out */
	size_t at;
};

enum { ZIGGURAT = 256 };

/** Layers of equal area under a density that is 1 in the middle; the lowest runs on into the tail. */
struct ziggurat {
	struct {
		uint64_t inside; /* a place below this lies under the density for certain */
		double width;    /* of one step of the place */
	} layer[ZIGGURAT];
	double x[ZIGGURAT + 1], f[ZIGGURAT + 1];
	double dof; /* of Student's t; 0: normal */
};

void ziggurat_make(struct ziggurat *z);

/** Of Student's t with degrees of freedom that ziggurat_fits. */
void ziggurat_make_t(struct ziggurat *z, double dof);
bool ziggurat_fits(double dof);

void random_open(struct random_stream *r, const struct vector_unit *unit, uint64_t seed, uint64_t input,
		 uint64_t block);

static inline uint64_t random_bits(struct random_stream *r)
{
	if (r->at == VECTOR_BITS) {
		r->unit->bits(r->s, r->ahead);
		r->at = 0;
	}
	return r->ahead[r->at++];
}

/** In (0, 1): never an end. */
double random_uniform(struct random_stream *r);

/** n numbers by a ziggurat, in the middle 0 and of scale 1. */
void random_symmetric(struct random_stream *r, const struct ziggurat *z, double *out, size_t n);

/** One input's distribution with what its draws need. */
struct random_source {
	const struct zhun_distribution *d;
	const struct ziggurat *normal, *own; /* own: its t's, or NULL */
};

/** n draws of a distribution, n a multiple of VECTOR_LANES. @a spare has room for n numbers. */
void random_draw(struct random_stream *r, const struct random_source *source, double *out, size_t n,
		 double *spare);

#endif
