/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One-way analysis of variance: groups of readings, between and within.
 * Sources: JCGM 100:2008 H.5; ISO 5725-2. Sums are double-double, since
 * readings such as 1000000000000.4 lose their scatter in doubles.
 */
#ifndef ZHUN_MEASURE_ANOVA_H
#define ZHUN_MEASURE_ANOVA_H

#include "zhun/measure/series.h"

struct zhun_anova {
	double ss_between, ss_within;
	double df_between, df_within;
	double F, p;             /* ratio of mean squares; its upper-tail probability */
	double grand_mean;       /* of all readings */
	double s_of_means;       /* standard deviation of the group means, divisor groups − 1 */
	double u_grand_mean;     /* s_of_means/√groups */
	double s_within;         /* √ of the mean square within: repeatability */
	double s_between;        /* √max(0, (MS_between − MS_within)/n), n the mean group size */
};

/** At least two groups, one of them with at least two readings, none empty; a mean square within
 *  of 0 gives F and p of HUGE_VAL and 0. Fails SERIES_SHORT. */
enum zhun_code zhun_anova_groups(const struct zhun_series *groups, size_t count, struct zhun_anova *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** From the groups' means and standard deviations, @a n ≥ 2 readings in each. Fails SERIES_SHORT. */
enum zhun_code zhun_anova_summaries(struct zhun_series means, struct zhun_series sd, size_t n,
				    struct zhun_anova *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The value of F below which it lies with probability @a p, 0 < p < 1. */
double zhun_f_quantile(double p, double df_between, double df_within);

#endif
