/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CMPLX of C11, which glibc has for gcc only. re + im·I is no substitute: 0·∞ is not a number. */
#ifndef MEASURE_COMPLEX_OF_H
#define MEASURE_COMPLEX_OF_H

#include <complex.h>

static inline double complex complex_of(double re, double im)
{
	union {
		double parts[2];
		double complex z;
	} u = {{re, im}};
	return u.z;
}

#endif
