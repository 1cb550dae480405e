/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loops over blocks of numbers, written once (vector_body.h) and compiled for each vector unit, of which
 * the machine's best is taken at run time. Every unit gives the same bits: arithmetic is IEEE 754 without
 * contraction, functions are SLEEF's deterministic ones (`cinz_`), sums run in eight lanes everywhere.
 */
#ifndef MEASURE_VECTOR_H
#define MEASURE_VECTOR_H

#include <stddef.h>
#include <stdint.h>

#include "measure/program.h"
#include "zhun/measure/montecarlo.h"

/** Blocks are whole multiples of this, but for the plain unit. */
enum { VECTOR_LANES = 8 };

/** out[i] of a[i], b[i] and the constant c; @a out may be @a a or @a b. */
typedef void vector_kernel(size_t n, const double *a, const double *b, double c, double *out);

/** Eight generators xoshiro256++ side by side; word w of lane l is s[w·8 + l]. */
enum { VECTOR_STATE = 4 * VECTOR_LANES, VECTOR_BITS = 64 };

/** Draws in [low, high) are kept, those below counted. */
struct vector_bracket {
	double low, high;
	size_t below, count;
	double *kept; /* has room for a block more */
};

struct vector_unit {
	vector_kernel *step[STEP_KINDS]; /* by kind; NULL: not of real numbers, or no function */
	vector_kernel *square, *cube, *inverse;
	vector_kernel *add_scaled; /* a + c·b */
	vector_kernel *affine;	   /* c + b[0]·a */
	vector_kernel *cosine;	   /* cos(c·a), to 3.5 units of the last place */
	/** The next 64 numbers, lanes in turn. */
	void (*bits)(uint64_t *s, uint64_t *out);
	/** In (0, 1): 52 bits and a half. */
	void (*uniform)(size_t n, const uint64_t *bits, double *out);
	/** Adds Σ(a − ca)(b − cb) and Σ(a − ca) in lanes: sums[0 … 8), sums[8 … 16). */
	void (*sums)(size_t n, const double *a, double ca, const double *b, double cb, double *sums);
	void (*bracket)(size_t n, const double *y, struct vector_bracket *b);
};

/** The unit asked for; NULL where this machine has none such. */
const struct vector_unit *vector_unit_of(enum zhun_vector which);

/** The fastest that this machine has. */
const struct vector_unit *vector_unit_best(void);

/** A real step of a model over a block. */
void vector_step(const struct vector_unit *u, const struct step *s, size_t n, const double *a, const double *b,
		 double *out);

/** Element by element, on every machine. */
extern const struct vector_unit vector_plain;
#if defined(__x86_64__)
extern const struct vector_unit vector_sse2, vector_avx2, vector_avx512;
#endif

#endif
