/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First derivatives of the functions of one number. */
#ifndef MEASURE_SLOPE_H
#define MEASURE_SLOPE_H

#include "measure/complex_of.h"
#include "measure/program.h"

/** f'(x), given y = f(x) where that is shorter; 0 for what is no function of one number. */
double slope_real(enum step_kind kind, double x, double y);
double complex slope_complex(enum step_kind kind, double complex z, double complex y);

#endif
