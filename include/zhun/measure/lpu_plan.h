/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * First-order propagation of one output again and again, at other values: a
 * column of measurements, a curve, a form that is worked out as one types. All
 * memory is taken when the plan is made; a run takes none. A plan belongs to
 * one thread at a time. For sensitivities, covariances and second order:
 * lpu.h. Sources: JCGM 100:2008 5.1.2, 5.2.2, G.4.1.
 */
#ifndef ZHUN_MEASURE_LPU_PLAN_H
#define ZHUN_MEASURE_LPU_PLAN_H

#include "zhun/measure/lpu.h"

struct zhun_lpu_plan;

struct zhun_lpu_result {
	double value, u;
	double dof; /* Welch–Satterthwaite for independent inputs; HUGE_VAL where every dof is infinite */
};

/** @a correlation as in zhun_lpu_task; it must outlive the plan. Fails LPU_CORRELATION,
 *  LPU_NOT_SEMIDEFINITE, EXPRESSION_COMPLEX. */
enum zhun_code zhun_lpu_plan_make(struct zhun_arena *a, const struct zhun_model *m, size_t output,
				  const double *correlation, struct zhun_lpu_plan **ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** One for each of the model's inputs. Fails LPU_INPUT and as the model's gradient does. */
enum zhun_code zhun_lpu_plan_run(struct zhun_lpu_plan *p, const struct zhun_lpu_input *inputs,
				 struct zhun_lpu_result *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
