/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <emmintrin.h>

#define WIDTH 2
#define SLEEF(f, bound) Sleef_cinz_##f##2_##bound##sse2
#define OF1(f, x) f(x)
#define OF2(f, x, y) f(x, y)
#define ROOT(x) _mm_sqrt_pd(x)
#define LESS(x, y) ((unsigned)_mm_movemask_pd(_mm_cmplt_pd(x, y)))
#define BITS(m) (((m) & 1) + ((m) >> 1))
#define UNIT vector_sse2

#include "measure/vector_body.h"
