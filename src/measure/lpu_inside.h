/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A propagation worked out, for the files that ask more of it. */
#ifndef MEASURE_LPU_INSIDE_H
#define MEASURE_LPU_INSIDE_H

#include "zhun/measure/lpu.h"

struct zhun_lpu {
	struct zhun_lpu_task task;
	size_t n, outputs;
	double *x, *s; /* input values; their covariance, n × n */
	double *value; /* of outputs */
	double *c;     /* sensitivities, outputs × n */
};

/** Fails LPU_INPUT. */
enum zhun_code lpu_check_inputs(const struct zhun_lpu_input *inputs, size_t n, struct zhun_error *err);

#endif
