/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Analysis of variance of designs with more than one factor: nested
 * (days, runs within days, readings within runs: where the scatter comes from
 * and what the mean is worth), balanced or not, and two factors crossed. Sums are kept in
 * double-double. Memory of the caller's arena. Sources: JCGM 100:2008 H.5;
 * ISO 5725-3:2023 annex B; NIST/SEMATECH e-Handbook 2.3.3 and 3.2.3.
 */
#ifndef ZHUN_MEASURE_NESTED_H
#define ZHUN_MEASURE_NESTED_H

#include "zhun/measure/series.h"

enum { ZHUN_NESTED_LEVELS = 6 };

/** What becomes of a variance component below 0: 0 (the default), or it stays as it comes out. */
enum zhun_negative { ZHUN_NEGATIVE_ZERO, ZHUN_NEGATIVE_KEEP };

/** Readings in the order of the design: the last level varies fastest. */
struct zhun_nested_design {
	struct zhun_series x;
	size_t sizes[ZHUN_NESTED_LEVELS];  /* how many of each level within one of the level above */
	size_t levels;                     /* 2 to 6; x has the product of the sizes */
	enum zhun_negative negative;
};

struct zhun_nested_level {
	double ss, df, ms;
	double F, p;       /* against the level below; the last has none: HUGE_VAL and 0 */
	double component;  /* variance that this level adds */
	double dof;        /* of the component, Satterthwaite; 0 where it is not above 0 */
};

struct zhun_nested {
	size_t levels;
	struct zhun_nested_level level[ZHUN_NESTED_LEVELS];
	double mean;
	double u, dof;  /* of the mean: √(ms of the first level/readings), with its degrees of freedom */
};

/** Fails SERIES_SHORT (a level with fewer than two), SERIES_UNEQUAL (not the product of the sizes),
 *  PARAMETER_BAD (levels). */
enum zhun_code zhun_nested_analyse(const struct zhun_nested_design *d, struct zhun_nested *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** Readings of a nested design of any shape (unequal numbers, staggered): group[l][i] is the number of the
 *  group of level l that reading i is in, readings of one group side by side; the last level, each reading
 *  its own group, has no such list. */
struct zhun_nested_tree {
	struct zhun_series x;
	const size_t *group[ZHUN_NESTED_LEVELS - 1];
	size_t levels;   /* with that of the readings: 2 to 6 */
	enum zhun_negative negative;
};

/** As zhun_nested_analyse, and the same where the design is balanced. Elsewhere F is taken against the
 *  combination of lower mean squares that expects the same, with Satterthwaite's degrees of freedom, and is
 *  NAN where that is not above 0; so is u where the variance of the mean comes out below 0. Distributions of
 *  mean squares above the last level are then chi-square only nearly.
 *  Fails SERIES_SHORT (a level without a degree of freedom), PARAMETER_BAD (levels; groups not nested). */
enum zhun_code zhun_nested_tree_analyse(const struct zhun_nested_tree *t, struct zhun_nested *ret,
					struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_two_way_term {
	double ss, df, ms, F, p;
};

struct zhun_two_way {
	struct zhun_two_way_term a, b, interaction, residual;  /* F of a, b, interaction against the residual */
	double mean;
};

/** Two factors crossed, @a n readings a cell, x[(i·b + j)·n + k]. With n = 1 the interaction is the
 *  residual and its own term is 0. Fails SERIES_SHORT, SERIES_UNEQUAL. */
enum zhun_code zhun_two_way_analyse(struct zhun_series x, size_t a, size_t b, size_t n, struct zhun_two_way *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

#endif
