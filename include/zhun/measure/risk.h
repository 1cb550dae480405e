/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decisions under uncertainty: probability of conformance, consumer's and
 * producer's risk for one result and over a population, guard bands. All in
 * one unit of the caller's choice. Sources: JCGM 106:2012 clauses 7 to 9;
 * ILAC-G8:09/2019; NCSL RP-10 and RP-19; Dobbert 2008 for his guard factor.
 */
#ifndef ZHUN_MEASURE_RISK_H
#define ZHUN_MEASURE_RISK_H

#include "zhun/measure/distribution.h"

/** Inclusive; ±HUGE_VAL where there is none. */
struct zhun_limits {
	double low, high;
};

/** P(tolerance.low ≤ y + error ≤ tolerance.high), and its complement without cancellation. */
struct zhun_conformance {
	double inside, below, above;
};
struct zhun_conformance zhun_conformance_of(const struct zhun_limits *tolerance,
					    const struct zhun_distribution *error, double y);

/** A population and how it is measured and accepted. */
struct zhun_risk {
	struct zhun_limits tolerance, acceptance;
	struct zhun_distribution process;      /* of the true values */
	struct zhun_distribution measurement;  /* of the error, mean 0 */
};

/** Global risks as fractions: false accept (out of tolerance and accepted), false reject (in
 *  tolerance and rejected), false accept given accepted. */
struct zhun_risks {
	double pfa, pfr, cpfa;
};

/** To 1e-12 absolute. Fails PARAMETER_BAD (limits that cross), NOT_CONVERGED. */
enum zhun_code zhun_risk_global(const struct zhun_risk *r, struct zhun_risks *ret,
				struct zhun_error *err) ZHUN_MUST_USE;

/** min(high − mean, mean − low)/(3 sd) (ISO 22514-2). */
double zhun_cpk(const struct zhun_limits *tolerance, const struct zhun_distribution *process);

enum zhun_guard_method { ZHUN_GUARD_RSS, ZHUN_GUARD_TEST95, ZHUN_GUARD_RP10, ZHUN_GUARD_DOBBERT };

/** The factor g of the tolerance that remains at a test uncertainty ratio, at most 1 and not
 *  below 0: rss √(1 − 1/tur²), test95 1 − 1/tur, rp10 1.25 − 1/tur, Dobbert
 *  1 − (1.04 − exp(0.38 ln tur − 0.54))/tur. */
double zhun_guard_factor(enum zhun_guard_method method, double tur);

/** Acceptance limits: each finite tolerance limit moved inwards by @a w. */
struct zhun_limits zhun_guarded(const struct zhun_limits *tolerance, double w);

/** The w with global PFA = @a target (0 < target < 1), both limits moved alike; may be negative
 *  where the risk without guard is lower. Fails as zhun_risk_global, NOT_CONVERGED. */
enum zhun_code zhun_guard_for_pfa(const struct zhun_risk *r, double target, double *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

#endif
