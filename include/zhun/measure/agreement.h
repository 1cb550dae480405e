/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Agreement of appraisers who sort items into categories, beyond what chance
 * would give. Sources: Cohen 1960; Fleiss 1971; AIAG Measurement Systems
 * Analysis, 4th edition, III C.
 */
#ifndef ZHUN_MEASURE_AGREEMENT_H
#define ZHUN_MEASURE_AGREEMENT_H

#include <stddef.h>

#include "zhun/base/error.h"

enum { ZHUN_CATEGORIES = 100 };

/** The category, from 0, that appraiser r gave item i: category[r·items + i]. */
struct zhun_ratings {
	const unsigned *category;
	size_t appraisers, items;
};

struct zhun_agreement {
	double agreed;  /* share of items, or of pairs of ratings, that agree */
	double chance;  /* what chance alone would give */
	double kappa;   /* (agreed − chance)/(1 − chance); 1 where both are 1 */
};

/** Cohen's kappa of appraisers @a a and @a b, of whom one may be the reference. Fails SERIES_SHORT,
 *  PARAMETER_BAD (a category of 100 or more, an appraiser that is not there). */
enum zhun_code zhun_kappa_of_two(const struct zhun_ratings *r, size_t a, size_t b, struct zhun_agreement *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** Fleiss's kappa of two appraisers or more. Fails alike. */
enum zhun_code zhun_kappa_of_all(const struct zhun_ratings *r, struct zhun_agreement *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

#endif
