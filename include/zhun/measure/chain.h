/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results that keep what they rest on. A result is its value and, for each
 * influence, the part of its uncertainty that comes from there, with sign
 * (sensitivity times u). Influences have identifiers that hold beyond one
 * evaluation: a UUID, or certificate and quantity. Kept with a certificate and
 * read back, such results go into later models; what they share stays shared,
 * so that two instruments calibrated against one standard come out correlated
 * and their ratio cancels it. What was read together is one component with
 * n - 1 degrees of freedom, however far it is handed on. First order. Memory:
 * the caller's arena; texts are the caller's. Sources: JCGM 100:2008 5.1,
 * F.1.2.3; JCGM 102:2011 6.2; Willink 2007.
 */
#ifndef ZHUN_MEASURE_CHAIN_H
#define ZHUN_MEASURE_CHAIN_H

#include "zhun/measure/lpu.h"

struct zhun_influence {
	const char *id;
	double dof;   /* 0: infinite */
	size_t group; /* 0, or 1 + the number of the one that stands for all it was read together with, itself too */
};

/** Influences that are correlated themselves, by their numbers; a before b. */
struct zhun_influence_pair {
	size_t a, b;
	double r;
};

struct zhun_chain_result {
	const char *name;
	double value;
	const double *part; /* one for each influence */
	const char *unit;   /* of value and parts, for who reads it; NULL: not said */
};

struct zhun_chain {
	const struct zhun_influence *influences;
	size_t influence_count;
	const struct zhun_influence_pair *pairs;
	size_t pair_count;
	const struct zhun_chain_result *results;
	size_t result_count;
};

/** What was worked out in one go: an id for each input, a name for each output of the model. Inputs with u = 0 are no
 *  influences. Fails CHAIN_ID (one is missing, or stands twice). */
enum zhun_code zhun_chain_of(struct zhun_arena *a, const struct zhun_lpu *l, const char *const *ids,
			     const char *const *names, struct zhun_chain *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** An input of a later model: a result of an earlier chain, or a chain of one of its own. */
struct zhun_chain_link {
	const struct zhun_chain *chain;
	size_t result;
};

/** The model's outputs, under these names, with all influences of the links. Fails as the model's gradient does;
 *  CHAIN_DISAGREES (an influence with two dof, or two influences with two correlations). */
enum zhun_code zhun_chain_combine(struct zhun_arena *a, const struct zhun_model *model,
				  const struct zhun_chain_link *links, const char *const *names,
				  struct zhun_chain *ret, struct zhun_error *err) ZHUN_MUST_USE;

/** The results linked to as they are, under these names, with all influences of theirs. Fails CHAIN_DISAGREES. */
enum zhun_code zhun_chain_join(struct zhun_arena *a, const struct zhun_chain_link *links, size_t n,
			       const char *const *names, struct zhun_chain *ret, struct zhun_error *err) ZHUN_MUST_USE;

double zhun_chain_covariance(const struct zhun_chain *c, size_t x, size_t y);
double zhun_chain_u(const struct zhun_chain *c, size_t result);

/** C·part, where C is the correlation of the influences: Σ ret·other part is a covariance. One for each influence. */
void zhun_chain_weigh(const struct zhun_chain *c, const double *part, double *ret);

/** What Welch and Satterthwaite divide u⁴ by: Σ t²/ν over the influences, t what comes of u² from each, and from those
 *  read together as one; correlated ones as zhun_lpu_dof_correlated has it. @a work: two for each influence. */
double zhun_chain_scatter(const struct zhun_chain *c, const double *part, double *work);

/** u⁴ by that; HUGE_VAL where nothing has finite degrees of freedom. */
double zhun_chain_dof(const struct zhun_chain *c, size_t result, double *work);

/** What a chain from outside must be: finite numbers, ids that stand once, pairs and groups that exist and can be.
 *  Fails CHAIN_ID, CHAIN_NUMBER, LPU_CORRELATION, LPU_NOT_SEMIDEFINITE. */
enum zhun_code zhun_chain_check(struct zhun_arena *a, const struct zhun_chain *c,
				struct zhun_error *err) ZHUN_MUST_USE;

#endif
