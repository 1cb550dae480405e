/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a control chart's points say beyond a single limit: the run rules, one
 * row each, and the limits of charts for counts. Sources: Western Electric
 * 1956; Nelson 1984 (J. Quality Technology 16, 237); ISO 7870-2:2013.
 */
#ifndef ZHUN_MEASURE_CHART_RULES_H
#define ZHUN_MEASURE_CHART_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "zhun/base/error.h"

enum zhun_run_pattern {
	ZHUN_RUN_BEYOND,       /* at least @a of among the last @a points beyond @a zone, on one side */
	ZHUN_RUN_ONE_SIDE,     /* the last @a points on one side of the centre */
	ZHUN_RUN_TREND,        /* each of the last @a points above, or each below, the one before */
	ZHUN_RUN_ALTERNATING,  /* the last @a points up and down in turn */
	ZHUN_RUN_WITHIN,       /* the last @a points all within @a zone */
	ZHUN_RUN_OUTSIDE       /* the last @a points all beyond @a zone, on whichever side */
};

struct zhun_run_rule {
	const char *name;      /* "nelson_5" */
	enum zhun_run_pattern pattern;
	size_t points, of;
	double zone;           /* in standard deviations from the centre */
	const char *title[2];
};

/** All rules, ended by a row of zeros: western_1 … western_4, nelson_1 … nelson_8. */
const struct zhun_run_rule *zhun_run_rules(void);
const struct zhun_run_rule *zhun_run_rule_named(const char *name);

/** Whether the points that end with z[i] (standardised: 0 is the centre) break the rule. */
bool zhun_run_rule_breaks(const struct zhun_run_rule *r, const double *z, size_t i);

/** Place of the first point of n at which the rule is broken; n where it never is. */
size_t zhun_run_rule_first(const struct zhun_run_rule *r, const double *z, size_t n);

/** Charts of counts: p the fraction and np the number of nonconforming of n inspected, u the
 *  nonconformities a unit and c those of one unit. */
enum zhun_count_chart { ZHUN_CHART_P, ZHUN_CHART_NP, ZHUN_CHART_C, ZHUN_CHART_U };

struct zhun_count_limits {
	double centre, low, high;  /* three standard deviations; low not below 0, high of p not above 1 */
};

/** The centre from @a count counts x of sizes n (all 1 for c; all the same for np); the limits are those
 *  for a sample of size @a at. Fails SERIES_SHORT, PARAMETER_BAD. */
struct zhun_counts {
	const double *x, *n;
	size_t count;
};
enum zhun_code zhun_count_chart_limits(enum zhun_count_chart chart, const struct zhun_counts *c, double at,
				       struct zhun_count_limits *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Individuals and moving ranges: the mean, mean moving range, sigma = mean range over d2 of 2. n ≥ 2. */
struct zhun_individuals {
	double mean, range, sigma;
	double low, high;        /* of values: mean ∓ 3 sigma */
	double range_high;       /* of moving ranges: 3.267 times the mean one */
};
/** @a rounded: constants as tables print them. Fails SERIES_SHORT. */
enum zhun_code zhun_individuals_of(const double *x, size_t n, bool rounded, struct zhun_individuals *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

#endif
