/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The law of propagation of uncertainty, first and second order, on a compiled
 * model: value, u, effective degrees of freedom, coverage, contributions,
 * covariances of outputs, and results handed on in a chain. Inputs are given
 * as value, u and degrees of freedom with their correlation coefficients.
 * Memory: the caller's arena. Sources: JCGM 100:2008 4.1.4, 5.1, 5.2, G.3,
 * G.4; JCGM 102:2011 6.2; EA-4/02 M:2022 for shares.
 */
#ifndef ZHUN_MEASURE_LPU_H
#define ZHUN_MEASURE_LPU_H

#include "zhun/measure/model.h"

struct zhun_lpu_input {
	double value, u;
	double dof; /* 0: infinite */
};

struct zhun_lpu_task {
	const struct zhun_model *model;
	const struct zhun_lpu_input *inputs; /* one for each of the model's */
	const double *correlation;	     /* n × n with unit diagonal, or NULL: none */
};

struct zhun_lpu;

/** Works out first-order sensitivities of every real output. Fails as the model's gradient does;
 *  LPU_INPUT (a u or dof that is negative or no number), LPU_CORRELATION (outside −1 … 1, not
 *  symmetric, or not positive semidefinite beyond rounding). */
enum zhun_code zhun_lpu_make(struct zhun_arena *a, const struct zhun_lpu_task *task,
			     const struct zhun_lpu **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** An output, or an input where index ≥ outputs: inputs follow the outputs. */
double zhun_lpu_value(const struct zhun_lpu *l, size_t index);
double zhun_lpu_u(const struct zhun_lpu *l, size_t index);
double zhun_lpu_covariance(const struct zhun_lpu *l, size_t a, size_t b);

/** ∂output/∂input. */
double zhun_lpu_sensitivity(const struct zhun_lpu *l, size_t output, size_t input);

/** Welch–Satterthwaite of G.4.1 for independent inputs; HUGE_VAL where every dof is infinite. */
double zhun_lpu_dof(const struct zhun_lpu *l, size_t output);

/** Second order: value + ½ Σ f_ij cov(x_i, x_j), and u with the terms of 5.1.2 NOTE in their form
 *  for correlated inputs, ½ tr(HSHS) + Σ c_l S_li f_ijk S_jk. */
enum zhun_code zhun_lpu_second_order(struct zhun_arena *a, const struct zhun_lpu *l, size_t output,
				     double *ret_value, double *ret_u,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** k for the probability p at nu degrees of freedom (HUGE_VAL: normal). Fails STATEMENT_COVERAGE.
 */
enum zhun_code zhun_coverage_k(double p, double nu, double *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;

#endif
