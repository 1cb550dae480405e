/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SLEEF's functions without fused multiply-add are those it compiled for AVX. */
#include <immintrin.h>

#define WIDTH 4
#define SLEEF(f, bound) Sleef_cinz_##f##4_##bound##avx
#define OF1(f, x) f(x)
#define OF2(f, x, y) f(x, y)
#define ROOT(x) _mm256_sqrt_pd(x)
#define LESS(x, y) ((unsigned)_mm256_movemask_pd(_mm256_cmp_pd(x, y, _CMP_LT_OQ)))
#define BITS(m) ((unsigned)__builtin_popcount(m))
#define UNIT vector_avx2

#include "measure/vector_body.h"
