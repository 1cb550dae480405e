/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gauge repeatability and reproducibility, crossed and balanced: parts ×
 * operators × trials, by analysis of variance or by averages and ranges.
 * Conventions that differ between tools are options, named in the result by
 * the caller. Source: AIAG Measurement Systems Analysis, 4th edition, III B.
 */
#ifndef ZHUN_MEASURE_GAUGE_H
#define ZHUN_MEASURE_GAUGE_H

#include <stdbool.h>

#include "zhun/measure/series.h"

/** reading of part p, operator o, trial t: x[(p·operators + o)·trials + t] */
struct zhun_gauge_study {
	size_t parts, operators, trials;
	const struct zhun_dd *x;
};

enum zhun_gauge_term {
	ZHUN_GAUGE_PART, ZHUN_GAUGE_OPERATOR, ZHUN_GAUGE_INTERACTION, ZHUN_GAUGE_REPEATABILITY,
	ZHUN_GAUGE_TOTAL, ZHUN_GAUGE_TERMS
};

/** The table with interaction. @a F and @a p: part and operator against the interaction, the
 *  interaction against repeatability (kept); part and operator against the pooled mean square
 *  (pooled; 0 for the other terms). Where a denominator is 0, HUGE_VAL and 0. */
struct zhun_gauge_table {
	double ss[ZHUN_GAUGE_TERMS], df[ZHUN_GAUGE_TERMS], ms[ZHUN_GAUGE_TERMS];
	double F[ZHUN_GAUGE_TERMS], p[ZHUN_GAUGE_TERMS];
	double F_pooled[ZHUN_GAUGE_TERMS], p_pooled[ZHUN_GAUGE_TERMS];
};

enum zhun_gauge_component {
	ZHUN_GAUGE_EV,                /* repeatability */
	ZHUN_GAUGE_BY_OPERATOR, ZHUN_GAUGE_BY_INTERACTION,
	ZHUN_GAUGE_AV,                /* reproducibility: operator and interaction */
	ZHUN_GAUGE_GRR, ZHUN_GAUGE_PV, ZHUN_GAUGE_TV, ZHUN_GAUGE_COMPONENTS
};

struct zhun_gauge_components {
	double variance[ZHUN_GAUGE_COMPONENTS];
};

/** At least two parts, operators and trials. Fails SERIES_SHORT. */
enum zhun_code zhun_gauge_anova(const struct zhun_gauge_study *s, struct zhun_gauge_table *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** Variance components of the table; @a pooled joins the interaction to repeatability, @a
 *  keep_negative leaves a negative component as it comes out instead of 0. */
struct zhun_gauge_components zhun_gauge_components_of(const struct zhun_gauge_table *t,
						      const struct zhun_gauge_study *s, bool pooled,
						      bool keep_negative);

/** Whether the interaction is to be pooled: its p is over @a level. AIAG writes 0.25, which is our
 *  default; Minitab takes 0.05. */
bool zhun_gauge_pools(const struct zhun_gauge_table *t, double level);

/** Parts nested in operators: each operator has @a parts of his own, and reading t of part p of
 *  operator o is x[(o·parts + p)·trials + t]. The table has no interaction; the operator is tested
 *  against the part, the part against repeatability. Fails SERIES_SHORT. */
enum zhun_code zhun_gauge_nested(const struct zhun_gauge_study *s, struct zhun_gauge_table *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;
struct zhun_gauge_components zhun_gauge_nested_components(const struct zhun_gauge_table *t,
							  const struct zhun_gauge_study *s, bool keep_negative);

/** Confidence interval of a variance component of a crossed study, by modified large samples: exact for
 *  repeatability. The estimate is not cut at 0; the ends are. */
struct zhun_gauge_interval_question {
	enum zhun_gauge_component component;
	bool pooled;
	double confidence;
};
struct zhun_gauge_interval {
	double estimate, low, high;
};
enum zhun_code zhun_gauge_interval(const struct zhun_gauge_table *t, const struct zhun_gauge_study *s,
				   const struct zhun_gauge_interval_question *q, struct zhun_gauge_interval *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

struct zhun_gauge_ranges {
	double rbar;   /* mean range over parts and operators */
	double xdiff;  /* range of the operators' means */
	double rp;     /* range of the parts' means */
};
enum zhun_code zhun_gauge_ranges_of(const struct zhun_gauge_study *s, struct zhun_gauge_ranges *ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

/** EV = rbar·K1, AV² = max(0, (xdiff·K2)² − EV²/(parts·trials)), PV = rp·K3. */
struct zhun_gauge_components zhun_gauge_average_range(const struct zhun_gauge_ranges *r,
						      const struct zhun_gauge_study *s, double K1, double K2,
						      double K3);

/** Standard deviation of a component: −√|v| where a negative variance was kept. */
double zhun_gauge_sd(const struct zhun_gauge_components *c, enum zhun_gauge_component which);

/** Number of distinct categories, @a factor (1.41 or √2) times PV over GRR, not rounded. */
double zhun_gauge_ndc(const struct zhun_gauge_components *c, double factor);

/** As a whole number: truncated (AIAG, and Minitab, which writes 1 where it is less) or rounded. */
enum zhun_gauge_whole { ZHUN_NDC_TRUNCATED, ZHUN_NDC_ROUNDED };
double zhun_gauge_ndc_whole(double ndc, enum zhun_gauge_whole how);

#endif
