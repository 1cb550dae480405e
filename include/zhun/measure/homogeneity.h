/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Are the units of a batch alike, and do they stay as they are: reference
 * materials (ISO 33405:2024, earlier ISO Guide 35:2017) and items for
 * proficiency testing (ISO 13528:2022 annex B). Pure; nothing is allocated.
 */
#ifndef ZHUN_MEASURE_HOMOGENEITY_H
#define ZHUN_MEASURE_HOMOGENEITY_H

#include <stdbool.h>

#include "zhun/measure/series.h"

/** x[i·n + k]: result k of unit i; g ≥ 2 units with n ≥ 2 results each. */
struct zhun_homogeneity_data {
	struct zhun_series x;
	size_t units, results;
};

struct zhun_homogeneity {
	double mean;
	double s_x;     /* standard deviation of the units' means */
	double s_w;     /* within units: repeatability */
	double s_s;     /* between units: √max(0, s_x² − s_w²/n) */
	double u_star;  /* what repeatability may hide: √(MS_w/n)·(2/ν)^¼ (ISO 33405 7.7.3) */
	double u_hom;   /* the larger of the two (ISO 33405) */
	double F, p;    /* between against within */
};

/** Fails SERIES_SHORT, SERIES_UNEQUAL. */
enum zhun_code zhun_homogeneity_of(const struct zhun_homogeneity_data *d, struct zhun_homogeneity *ret,
				   struct zhun_error *err) ZHUN_MUST_USE;

/** ISO 13528 B.2.2: alike enough if s_s ≤ 0.3 σ_pt; B.2.3, expanded by what the test can tell apart:
 *  s_s² ≤ F₁ (0.3 σ_pt)² + F₂ s_w², F₁ = χ²₀.₉₅(g − 1)/(g − 1), F₂ = (F₀.₉₅(g − 1, g(n − 1)) − 1)/n. */
struct zhun_homogeneity_check {
	double limit, limit_expanded;  /* for s_s */
	double F1, F2;
	bool holds, holds_expanded;
};
/** Fails PARAMETER_BAD unless sigma_pt > 0. */
enum zhun_code zhun_homogeneity_check_of(const struct zhun_homogeneity *h, const struct zhun_homogeneity_data *d,
					 double sigma_pt, struct zhun_homogeneity_check *ret,
					 struct zhun_error *err) ZHUN_MUST_USE;

/** The means of the homogeneity test and of the stability test, with their standard uncertainties. */
struct zhun_stability_means {
	double before, u_before, after, u_after;
};

/** ISO 13528 B.5: the one against the other. */
struct zhun_stability_check {
	double difference;
	double limit, limit_expanded;  /* 0.3 σ_pt; that and 2 √(u₁² + u₂²) */
	bool holds, holds_expanded;
};
/** Fails PARAMETER_BAD. */
enum zhun_code zhun_stability_check_of(const struct zhun_stability_means *m, double sigma_pt,
				       struct zhun_stability_check *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Long-term stability (ISO 33405 8): a line through the property at times t. */
struct zhun_stability {
	double slope, u_slope, dof;
	double t, t_critical;  /* |slope|/u_slope, and the 0.975 quantile of Student's t */
	bool trend;            /* the slope differs from 0 */
	double u_lts;          /* u_slope · months that the value shall hold */
};
/** Fails SERIES_SHORT below three points, SERIES_UNEQUAL, FIT_SINGULAR (all at one time),
 *  PARAMETER_BAD for a shelf life below 0. */
enum zhun_code zhun_stability_of(struct zhun_series t, struct zhun_series x, double shelf_life,
				 struct zhun_stability *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Standard uncertainty of a certified value: characterisation, homogeneity, long-term and transport stability
 *  (ISO 33405:2024 9; ISO Guide 35:2017), root sum of squares. Fails PARAMETER_BAD for one below 0. */
struct zhun_material {
	double u_char, u_hom, u_lts, u_sts;
};
enum zhun_code zhun_material_u(const struct zhun_material *m, double *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
