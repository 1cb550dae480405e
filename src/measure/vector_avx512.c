/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <immintrin.h>

#define WIDTH 8
#define SLEEF(f, bound) Sleef_cinz_##f##8_##bound##avx512fnofma
#define OF1(f, x) f(x)
#define OF2(f, x, y) f(x, y)
#define ROOT(x) _mm512_sqrt_pd(x)
#define LESS(x, y) ((unsigned)_mm512_cmp_pd_mask(x, y, _CMP_LT_OQ))
#define BITS(m) ((unsigned)__builtin_popcount(m))
#define UNIT vector_avx512

#include "measure/vector_body.h"
