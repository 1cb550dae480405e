/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loops of a vector unit. The including file, which is compiled for that instruction set, says:
 *   WIDTH        numbers in a vector
 *   SLEEF(f)     SLEEF's name of a function for that set
 *   OF1, OF2     calls one on one or two vectors
 *   ROOT(x)      the square root
 *   LESS(x, y)   a bit for each number of x that is below y's
 *   BITS(m)      how many bits are set
 *   UNIT         the name of the unit
 */
#include <sleef.h>
#include <string.h>

#include "measure/vector.h"

typedef double vec __attribute__((vector_size(WIDTH * 8)));
typedef double vec_at __attribute__((vector_size(WIDTH * 8), aligned(8), may_alias));
typedef uint64_t whole __attribute__((vector_size(WIDTH * 8)));
typedef uint64_t whole_at __attribute__((vector_size(WIDTH * 8), aligned(8), may_alias));

enum { GROUPS = VECTOR_LANES / WIDTH };

static inline vec get(const double *from)
{
	return *(const vec_at *)from;
}

static inline void put(double *to, vec x)
{
	*(vec_at *)to = x;
}

static inline whole get_whole(const uint64_t *from)
{
	return *(const whole_at *)from;
}

static inline void put_whole(uint64_t *to, whole x)
{
	*(whole_at *)to = x;
}

#define NO_NUMBER(x) ((whole)((x) != (x)) & 0x7ff8000000000000U)

/* x is a's number, y is b's, k the constant */
#define KERNEL(name, result)                                                                       \
	static void name(size_t n, const double *a, const double *b, double c, double *out)        \
	{                                                                                          \
		const vec k = (vec){0} + c;                                                        \
		for (size_t i = 0; i < n; i += WIDTH) {                                            \
			vec x = get(a + i), y = get(b + i);                                        \
			(void)y, (void)k;                                                          \
			put(out + i, result);                                                      \
		}                                                                                  \
	}

KERNEL(add, x + y)
KERNEL(subtract, x - y)
KERNEL(multiply, x *y)
KERNEL(divide, x / y)
KERNEL(negate, -x)
KERNEL(power, OF2(SLEEF(powd, u10), x, y))
KERNEL(power_constant, OF2(SLEEF(powd, u10), x, k))
KERNEL(square, x *x)
KERNEL(cube, x *x *x)
KERNEL(inverse, 1.0 / x)
KERNEL(add_scaled, x + k * y)
KERNEL(root, ROOT(x))
KERNEL(exponential, OF1(SLEEF(expd, u10), x))
KERNEL(logarithm, OF1(SLEEF(logd, u10), x))
KERNEL(logarithm10, OF1(SLEEF(log10d, u10), x))
KERNEL(sine, OF1(SLEEF(sind, u10), x))
KERNEL(cosine, OF1(SLEEF(cosd, u10), x))
KERNEL(tangent, OF1(SLEEF(tand, u10), x))
KERNEL(arcsine, OF1(SLEEF(asind, u10), x))
KERNEL(arccosine, OF1(SLEEF(acosd, u10), x))
KERNEL(arctangent, OF1(SLEEF(atand, u10), x))
KERNEL(sine_h, OF1(SLEEF(sinhd, u10), x))
KERNEL(cosine_h, OF1(SLEEF(coshd, u10), x))
KERNEL(tangent_h, OF1(SLEEF(tanhd, u10), x))
KERNEL(arctangent2, OF2(SLEEF(atan2d, u10), x, y))
KERNEL(absolute, (vec)((whole)x & 0x7fffffffffffffffU))
KERNEL(argument, OF2(SLEEF(atan2d, u10), (vec){0}, x))
/* the bits of 1 where it holds, of no number where it cannot be said */
KERNEL(less, (vec)(((whole)(x < y) & 0x3ff0000000000000U) | NO_NUMBER(x) | NO_NUMBER(y)))
KERNEL(at_most, (vec)(((whole)(x <= y) & 0x3ff0000000000000U) | NO_NUMBER(x) | NO_NUMBER(y)))
KERNEL(where, (vec)(((whole)x & (whole)(y != 0.0)) | NO_NUMBER(y)))
/* of a draw, which need not be exact to the last bit */
KERNEL(cosine_draw, OF1(SLEEF(cosd, u35), x *k))

/* c and b's first number are place and scale */
static void affine(size_t n, const double *a, const double *b, double c, double *out)
{
	const vec place = (vec){0} + c, scale = (vec){0} + b[0];
	for (size_t i = 0; i < n; i += WIDTH)
		put(out + i, place + scale * get(a + i));
}

static inline whole rotate(whole x, int by)
{
	return x << by | x >> (64 - by);
}

static void bits(uint64_t *s, uint64_t *out)
{
	for (size_t lane = 0; lane < VECTOR_LANES; lane += WIDTH) {
		whole s0 = get_whole(s + lane), s1 = get_whole(s + 8 + lane);
		whole s2 = get_whole(s + 16 + lane), s3 = get_whole(s + 24 + lane);
		for (size_t i = lane; i < VECTOR_BITS; i += VECTOR_LANES) {
			put_whole(out + i, rotate(s0 + s3, 23) + s0);
			whole t = s1 << 17;
			s2 ^= s0;
			s3 ^= s1;
			s1 ^= s2;
			s0 ^= s3;
			s2 ^= t;
			s3 = rotate(s3, 45);
		}
		put_whole(s + lane, s0);
		put_whole(s + 8 + lane, s1);
		put_whole(s + 16 + lane, s2);
		put_whole(s + 24 + lane, s3);
	}
}

/* 52 bits behind the point of a number in [1, 2); both steps of the subtraction are exact */
static void uniform(size_t n, const uint64_t *from, double *out)
{
	for (size_t i = 0; i < n; i += WIDTH) {
		whole x = get_whole(from + i) >> 12 | 0x3ff0000000000000U;
		put(out + i, (vec)x - 1.0 + 0x1p-53);
	}
}

static void sums(size_t n, const double *a, double ca, const double *b, double cb, double *to)
{
	vec product[GROUPS], plain[GROUPS];
	memcpy(product, to, sizeof(product));
	memcpy(plain, to + VECTOR_LANES, sizeof(plain));
	for (size_t i = 0; i < n; i += VECTOR_LANES)
		for (size_t g = 0; g < GROUPS; g++) {
			vec x = get(a + i + g * WIDTH) - ca, y = get(b + i + g * WIDTH) - cb;
			product[g] += x * y;
			plain[g] += x;
		}
	memcpy(to, product, sizeof(product));
	memcpy(to + VECTOR_LANES, plain, sizeof(plain));
}

static void bracket(size_t n, const double *y, struct vector_bracket *b)
{
	const vec low = (vec){0} + b->low, high = (vec){0} + b->high;
	size_t below = 0;
	for (size_t i = 0; i < n; i += WIDTH) {
		vec x = get(y + i);
		unsigned under = LESS(x, low), within = LESS(x, high) ^ under;
		below += BITS(under);
		for (size_t k = i; within; within >>= 1, k++)
			if (within & 1)
				b->kept[b->count++] = y[k];
	}
	b->below += below;
}

const struct vector_unit UNIT = {
	.step =
		{
			[STEP_ADD] = add,
			[STEP_SUBTRACT] = subtract,
			[STEP_MULTIPLY] = multiply,
			[STEP_DIVIDE] = divide,
			[STEP_NEGATE] = negate,
			[STEP_POWER] = power,
			[STEP_POWER_CONSTANT] = power_constant,
			[STEP_SQRT] = root,
			[STEP_EXP] = exponential,
			[STEP_LOG] = logarithm,
			[STEP_LOG10] = logarithm10,
			[STEP_SIN] = sine,
			[STEP_COS] = cosine,
			[STEP_TAN] = tangent,
			[STEP_ASIN] = arcsine,
			[STEP_ACOS] = arccosine,
			[STEP_ATAN] = arctangent,
			[STEP_SINH] = sine_h,
			[STEP_COSH] = cosine_h,
			[STEP_TANH] = tangent_h,
			[STEP_ATAN2] = arctangent2,
			[STEP_ABS] = absolute,
			[STEP_ARG] = argument,
			[STEP_LESS] = less,
			[STEP_AT_MOST] = at_most,
			[STEP_WHERE] = where,
		},
	.square = square,
	.cube = cube,
	.inverse = inverse,
	.add_scaled = add_scaled,
	.affine = affine,
	.cosine = cosine_draw,
	.bits = bits,
	.uniform = uniform,
	.sums = sums,
	.bracket = bracket,
};
