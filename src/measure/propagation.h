/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of zhun/measure/propagation.h, each of which makes a law: mean, u and quantiles of the output. */
#ifndef MEASURE_PROPAGATION_WAYS_H
#define MEASURE_PROPAGATION_WAYS_H

#include "zhun/measure/propagation.h"

struct law {
	double mean, u;
	double (*quantile)(const void *context, double p); /* NAN: not found */
	const void *context;
};

/** No way: fails PROPAGATION_NONE. @a why is a word for the error: "tails". */
enum zhun_code propagation_none(const struct zhun_propagation_task *t, const char *why, struct zhun_error *err);

/** Σ c_i x_i + offset; c has one coefficient an input. */
enum zhun_code law_of_linear(struct zhun_arena *a, const struct zhun_propagation_task *t, const double *c,
			     double offset, struct law *ret, struct zhun_error *err);

/** Of the one input that varies. */
enum zhun_code law_of_one(struct zhun_arena *a, const struct zhun_propagation_task *t, size_t input,
			  struct law *ret, struct zhun_error *err);

/** Of the two inputs that vary. */
enum zhun_code law_of_two(struct zhun_arena *a, const struct zhun_propagation_task *t, const size_t inputs[2],
			  struct law *ret, struct zhun_error *err);

typedef double curve(const void *context, double x);

/** Where a curve that rises or falls from low to high reaches @a level: regula falsi and halving in turn. */
double curve_reaches(curve *f, const void *context, double low, double high, double level);

#endif
