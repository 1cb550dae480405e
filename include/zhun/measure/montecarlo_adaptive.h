/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many draws are enough, and what Monte Carlo says of the first order.
 * Draws come in sequences, whole blocks in the order of the stream, and after
 * each it is decided whether another is needed: the result does not depend on
 * the number of threads. Memory: the caller's arena, given back but for the
 * result. Sources: JCGM 101:2008 7.9 and 8; Wübbeler, Harris, Cox and Elster
 * 2010 (two stages after Stein); JCGM 101 5.11 for stationary points.
 */
#ifndef ZHUN_MEASURE_MONTECARLO_ADAPTIVE_H
#define ZHUN_MEASURE_MONTECARLO_ADAPTIVE_H

#include "zhun/measure/lpu.h"
#include "zhun/measure/montecarlo.h"

/** δ of 7.9.2: half a unit of the last of u's @a digits. 0 where u is. */
double zhun_mc_tolerance(double u, unsigned digits);

struct zhun_mc_adaptive {
	struct zhun_mc_coverage coverage;
	unsigned digits; /* n_dig: figures of u that matter, 1 or 2 as a rule; 1 to 9 */
	bool validating; /* δ/5, as 8.2 wants it to judge the first order */
	/** 7.9.4 looks after each sequence and stops at the first chance, so that all four figures are within δ
	 *  in nearer 90 % of runs than 95. Two stages estimate the number needed from ten sequences, once. */
	bool two_stage;
};

/** Twice the standard deviations of the averages over sequences: what δ is held against. */
struct zhun_mc_spread {
	double mean, u, low, high;
};

struct zhun_mc_adapted {
	struct zhun_mc_summary summary; /* of all draws */
	size_t sequences, length;	/* length: draws in one */
	double tolerance;		/* δ, or δ/5 */
	struct zhun_mc_spread spread;
	bool stable; /* false: the task's draws did not suffice */
};

/** One output; the task's draws are the most there may be, at least two sequences (10,240 draws each, more
 *  where p is near 1). The draws decided on are drawn again for the summary rather than kept. Fails as
 *  zhun_mc_summarise, PARAMETER_BAD (digits). */
enum zhun_code zhun_mc_adapt(struct zhun_arena *a, const struct zhun_mc_task *task, size_t output,
			     const struct zhun_mc_adaptive *how, struct zhun_mc_adapted *ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

enum zhun_mc_verdict {
	ZHUN_MC_CONFIRMED,     /* both ends within δ, and known well enough to say so */
	ZHUN_MC_NOT_CONFIRMED, /* one is not, likewise */
	ZHUN_MC_UNDECIDED      /* Monte Carlo knows an end less well than its distance from δ */
};

struct zhun_mc_validation {
	double tolerance, d_low, d_high; /* δ of the first-order u; 8.1.2 */
	enum zhun_mc_verdict verdict;
};

/** Clause 8: the first order's interval beside Monte Carlo's, whose from and to decide what is known. */
struct zhun_mc_validation zhun_mc_validate(const struct zhun_mc_summary *mc, double u, double low, double high,
					   unsigned digits);

/** ret[i]: over one u of input i the output's second-order term exceeds its first-order one, so that first
 *  order says little of it; at a stationary point, nothing. Fails as the model's jet. */
enum zhun_code zhun_mc_stationary(struct zhun_arena *a, const struct zhun_lpu_task *task, size_t output, bool *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

#endif
