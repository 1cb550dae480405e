/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/vector.h"

const struct vector_unit *vector_unit_of(enum zhun_vector which)
{
	switch (which) {
	case ZHUN_VECTOR_BEST:
		return vector_unit_best();
	case ZHUN_VECTOR_PLAIN:
		return &vector_plain;
#if defined(__x86_64__)
	case ZHUN_VECTOR_SSE2:
		return &vector_sse2;
	case ZHUN_VECTOR_AVX2:
		return __builtin_cpu_supports("avx2") ? &vector_avx2 : NULL;
	case ZHUN_VECTOR_AVX512:
		return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") ? &vector_avx512 : NULL;
#else
	case ZHUN_VECTOR_SSE2:
	case ZHUN_VECTOR_AVX2:
	case ZHUN_VECTOR_AVX512:
		return NULL;
#endif
	}
	return NULL;
}

const struct vector_unit *vector_unit_best(void)
{
	static const enum zhun_vector falling[] = {ZHUN_VECTOR_AVX512, ZHUN_VECTOR_AVX2, ZHUN_VECTOR_SSE2};
	for (size_t i = 0; i < ZHUN_COUNT(falling); i++) {
		const struct vector_unit *u = vector_unit_of(falling[i]);
		if (u)
			return u;
	}
	return &vector_plain;
}

/* small whole powers are products, as at a single point */
static vector_kernel *kernel_of(const struct vector_unit *u, const struct step *s)
{
	bool constant = s->kind == STEP_POWER_CONSTANT;
	if (constant && s->constant == 2.0)
		return u->square;
	if (constant && s->constant == 3.0)
		return u->cube;
	return constant && s->constant == -1.0 ? u->inverse : u->step[s->kind];
}

void vector_step(const struct vector_unit *u, const struct step *s, size_t n, const double *a, const double *b,
		 double *out)
{
	if (s->kind == STEP_CONSTANT) {
		for (size_t i = 0; i < n; i++)
			out[i] = s->constant;
		return;
	}
	size_t whole = n - n % VECTOR_LANES;
	kernel_of(u, s)(whole, a, b, s->constant, out);
	if (whole < n)
		kernel_of(&vector_plain, s)(n - whole, a + whole, b + whole, s->constant, out + whole);
}
