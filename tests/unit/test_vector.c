/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/vector.h"

#include <math.h>

#include "unit.h"

enum { N = 1024, SPECIAL = 12 };

static double a[N], b[N];

static double uniform(unsigned long long *state, double low, double high)
{
	return low + (high - low) * (double)(unit_random(state) >> 11) * 0x1p-53;
}

/* all sizes and signs, and the numbers at which functions have their edges */
static void fill(void)
{
	static const double special[SPECIAL] = {0,    -0.0,	1,	  -1,	      HUGE_VAL, -HUGE_VAL,
						(double)NAN, 0x1p-1074, 0x1p1023, -0x1p-1030, 710,	-746};
	unsigned long long state = 3;
	for (size_t i = 0; i < N; i++) {
		a[i] = i % 2 ? uniform(&state, -4, 4) : ldexp(uniform(&state, -1, 1), (int)(i % 600) - 300);
		b[i] = uniform(&state, -3, 3);
	}
	for (size_t i = 0; i < (size_t)SPECIAL * SPECIAL; i++) {
		a[i] = special[i / SPECIAL];
		b[i] = special[i % SPECIAL];
	}
}

/* the same bits, or no number both */
static bool alike(const double *x, const double *y)
{
	for (size_t i = 0; i < N; i++)
		if (memcmp(&x[i], &y[i], sizeof(*x)) != 0 && !(isnan(x[i]) && isnan(y[i])))
			return false;
	return true;
}

static void check_step(const struct vector_unit *u, enum zhun_vector which, const struct step *s)
{
	static double want[N], got[N];
	vector_step(&vector_plain, s, N, a, b, want);
	vector_step(u, s, N, a, b, got);
	unit_check(alike(want, got), __FILE__, __LINE__, "step %d by unit %d", s->kind, (int)which);
	/* and where a step writes over what it reads */
	memcpy(got, a, sizeof(got));
	vector_step(u, s, N, got, b, got);
	unit_check(alike(want, got), __FILE__, __LINE__, "step %d by unit %d in place", s->kind, (int)which);
}

static void units_agree_to_the_bit(void)
{
	static const double constants[] = {2, 3, -1, 0.5, -2.5};
	fill();
	for (int which = ZHUN_VECTOR_SSE2; which <= ZHUN_VECTOR_AVX512; which++) {
		const struct vector_unit *u = vector_unit_of((enum zhun_vector)which);
		for (int kind = 0; u && kind < STEP_KINDS; kind++) {
			struct step s = {.kind = (uint8_t)kind, .constant = 2};
			CHECK(!u->step[kind] == !vector_plain.step[kind]);
			for (size_t c = 0; u->step[kind] && c < ZHUN_COUNT(constants); c++) {
				s.constant = constants[c];
				check_step(u, (enum zhun_vector)which, &s);
			}
		}
	}
}

/* what is left of a block behind the last eight */
static void any_length(void)
{
	double want[N], got[N];
	const struct step s = {.kind = STEP_EXP};
	fill();
	vector_step(&vector_plain, &s, N, a, b, want);
	for (size_t n = 0; n < 40; n++) {
		got[n] = 17;
		vector_step(vector_unit_best(), &s, n, a + 500, b, got);
		CHECK(memcmp(want + 500, got, n * sizeof(*got)) == 0);
		CHECK(got[n] <= 17 && got[n] >= 17);
	}
}

static void right_to_the_last_places(void)
{
	static const struct {
		enum step_kind kind;
		double (*f)(double);
	} rows[] = {{STEP_EXP, exp},   {STEP_LOG, log},	  {STEP_LOG10, log10}, {STEP_SIN, sin},	  {STEP_COS, cos},
		    {STEP_TAN, tan},   {STEP_ASIN, asin}, {STEP_ACOS, acos},   {STEP_ATAN, atan}, {STEP_SINH, sinh},
		    {STEP_COSH, cosh}, {STEP_TANH, tanh}, {STEP_SQRT, sqrt},   {STEP_ABS, fabs}};
	unsigned long long state = 9;
	double x[N], y[N];
	for (size_t k = 0; k < ZHUN_COUNT(rows); k++) {
		const struct step s = {.kind = (uint8_t)rows[k].kind};
		bool unit_only = rows[k].kind == STEP_ASIN || rows[k].kind == STEP_ACOS;
		for (size_t i = 0; i < N; i++)
			x[i] = unit_only ? uniform(&state, -1, 1) : uniform(&state, 1e-3, 30);
		vector_step(vector_unit_best(), &s, N, x, x, y);
		for (size_t i = 0; i < N; i++) {
			double want = rows[k].f(x[i]), room = 0x1p-51 * fabs(want);
			unit_check(fabs(y[i] - want) <= room, __FILE__, __LINE__, "step %d of %.17g: %.17g, not %.17g",
				   (int)rows[k].kind, x[i], y[i], want);
		}
	}
}

static void sums_and_brackets(void)
{
	double want[16] = {0}, kept[N], kept_plain[N];
	fill();
	for (size_t i = 0; i < N; i++)
		a[i] = b[i] = sin((double)i);
	vector_plain.sums(N, a, 0.25, b, 0.5, want);
	struct vector_bracket plain = {.low = -0.5, .high = 0.25, .kept = kept_plain};
	vector_plain.bracket(N, a, &plain);
	CHECK(plain.below > 0 && plain.count > 0 && plain.below + plain.count < N);
	for (int which = ZHUN_VECTOR_SSE2; which <= ZHUN_VECTOR_AVX512; which++) {
		const struct vector_unit *u = vector_unit_of((enum zhun_vector)which);
		double got[16] = {0};
		struct vector_bracket here = {.low = -0.5, .high = 0.25, .kept = kept};
		if (!u)
			continue;
		u->sums(N, a, 0.25, b, 0.5, got);
		CHECK(memcmp(want, got, sizeof(got)) == 0);
		u->bracket(N, a, &here);
		CHECK(here.below == plain.below && here.count == plain.count);
		CHECK(memcmp(kept, kept_plain, here.count * sizeof(*kept)) == 0);
	}
}

static const struct unit_test tests[] = {
	{"vector: units agree to the bit", units_agree_to_the_bit},
	{"vector: any length", any_length},
	{"vector: right to the last places", right_to_the_last_places},
	{"vector: sums and brackets", sums_and_brackets},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
