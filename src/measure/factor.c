/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/factor.h"

#include <math.h>
#include <stdlib.h>

enum { TEN_MAX = 100000 }; /* beyond it the value is 0 or infinite anyway */

struct zhun_factor factor_one(void)
{
	return (struct zhun_factor){1, 1, 0, 0, 1.0};
}

struct zhun_factor factor_ten(int power)
{
	return (struct zhun_factor){1, 1, power, 0, 1.0};
}

struct zhun_factor factor_two(int power)
{
	struct zhun_factor f = factor_one();
	if (power < 0 || power > 63)
		f.rest = ldexp(1.0, power);
	else
		f.num = (uint64_t)1 << power;
	return f;
}

static uint64_t common_divisor(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t r = a % b;
		a = b;
		b = r;
	}
	return a;
}

static bool multiply(uint64_t a, uint64_t b, uint64_t *ret)
{
	return !__builtin_mul_overflow(a, b, ret);
}

/* 1/2 is 5·10^-1 and 1/5 is 2·10^-1, so that equal factors look equal. */
static void clear_den_of(struct zhun_factor *f, uint64_t prime, uint64_t other)
{
	uint64_t num = 0;
	while (f->den % prime == 0 && multiply(f->num, other, &num)) {
		f->den /= prime;
		f->num = num;
		f->ten--;
	}
}

static struct zhun_factor normal(struct zhun_factor f)
{
	uint64_t g = common_divisor(f.num, f.den);
	if (g > 1) {
		f.num /= g;
		f.den /= g;
	}
	clear_den_of(&f, 2, 5);
	clear_den_of(&f, 5, 2);
	while (f.num && f.num % 10 == 0) {
		f.num /= 10;
		f.ten++;
	}
	if (f.ten > TEN_MAX)
		f.ten = TEN_MAX;
	if (f.ten < -TEN_MAX)
		f.ten = -TEN_MAX;
	return f;
}

struct zhun_factor factor_decimal(const struct zhun_decimal *d)
{
	struct zhun_factor f = factor_one();
	f.num = 0;
	f.ten = d->exponent;
	for (int i = 0; i < d->count; i++) {
		uint64_t num = 0;
		if (!multiply(f.num, 10, &num) || num > UINT64_MAX - 9)
			return (struct zhun_factor){1, 1, 0, 0, zhun_decimal_value(d)};
		f.num = num + (uint64_t)(d->digits[i] - '0');
	}
	return normal(f);
}

/* An inexact part far from 1 gives of its size to the powers of ten, so that a product of two is a
 * double where its value is one. */
static struct zhun_factor near_one(struct zhun_factor f)
{
	for (; fabs(f.rest) > 1e100 && isfinite(f.rest); f.ten += 100)
		f.rest /= 1e100;
	for (; fabs(f.rest) < 1e-100 && f.rest != 0; f.ten -= 100)
		f.rest *= 1e100;
	return f;
}

struct zhun_factor factor_mul(struct zhun_factor a, struct zhun_factor b)
{
	a = near_one(a);
	b = near_one(b);
	uint64_t g = common_divisor(a.num, b.den), h = common_divisor(b.num, a.den);
	struct zhun_factor f = {0, 1, a.ten + b.ten, a.pi + b.pi, a.rest * b.rest};
	if (!g || !h) {
		f.rest = 0.0; /* a number in front that is 0: refused where it is read */
		return f;
	}
	a.num /= g;
	b.den /= g;
	b.num /= h;
	a.den /= h;
	if (!multiply(a.num, b.num, &f.num)) {
		f.rest *= (double)a.num * (double)b.num;
		f.num = 1;
	}
	if (!multiply(a.den, b.den, &f.den)) {
		f.rest /= (double)a.den * (double)b.den;
		f.den = 1;
	}
	return normal(f);
}

struct zhun_factor factor_inverse(struct zhun_factor a)
{
	struct zhun_factor f = {a.den, a.num ? a.num : 1, -a.ten, -a.pi,
				a.rest > 0.0 ? 1.0 / a.rest : HUGE_VAL};
	return normal(f);
}

static struct zhun_factor integer_power(struct zhun_factor a, unsigned n)
{
	struct zhun_factor f = factor_one();
	for (; n; n >>= 1) {
		if (n & 1)
			f = factor_mul(f, a);
		a = n > 1 ? factor_mul(a, a) : a;
	}
	return f;
}

/* value^power by as many equal steps as leave each a double; their product's size goes to the tens */
static struct zhun_factor real_power(double value, double power)
{
	unsigned steps = 1;
	while (steps < 64 && fabs(log10(value) * power) > 250.0 * steps)
		steps *= 2;
	return integer_power((struct zhun_factor){1, 1, 0, 0, pow(value, power / steps)}, steps);
}

static bool exact_root(uint64_t a, int n, uint64_t *ret)
{
	uint64_t r = (uint64_t)llround(pow((double)a, 1.0 / n)), p = 1;
	for (int i = 0; i < n; i++)
		if (!multiply(p, r, &p))
			return false;
	*ret = r;
	return p == a;
}

struct zhun_factor factor_power(struct zhun_factor a, int twelfths)
{
	int g = (int)common_divisor((uint64_t)abs(twelfths), 12), n = abs(twelfths) / g,
	    root = 12 / g;
	double value = factor_value(a);
	if (twelfths < 0)
		a = factor_inverse(a);
	a = integer_power(a, (unsigned)n);
	if (root == 1)
		return a;
	struct zhun_factor f = {1, 1, 0, 0, 1.0};
	/* whole roots only where every part has one, else all of it moves into rest */
	if (a.ten % root == 0 && a.pi % root == 0 && exact_root(a.num, root, &f.num) &&
	    exact_root(a.den, root, &f.den)) {
		f.ten = a.ten / root;
		f.pi = a.pi / root;
		f.rest = pow(a.rest, 1.0 / root);
		return f;
	}
	/* from the value: the power before its root may be beyond every double */
	return real_power(value, (double)twelfths / 12);
}

bool factor_is_ten(struct zhun_factor a)
{
	return a.num == 1 && a.den == 1 && a.pi == 0 && a.rest == 1.0;
}

bool factor_is_short(struct zhun_factor a)
{
	return a.num < 1000000000000000U && a.den == 1 && a.pi == 0 && a.rest == 1.0;
}

bool factor_equal(struct zhun_factor a, struct zhun_factor b)
{
	if (a.pi == b.pi && a.ten == b.ten && a.num == b.num && a.den == b.den)
		return fabs(a.rest - b.rest) <= 4e-16 * fabs(a.rest);
	/* an inexact one may stand in another form */
	double x = factor_value(a), y = factor_value(b);
	return (a.rest != 1.0 || b.rest != 1.0) && fabs(x - y) <= 2e-15 * fabs(x);
}

static double decimal_value(uint64_t digits, int ten)
{
	struct zhun_decimal d = {.exponent = ten};
	char reversed[24];
	int n = 0;
	for (; digits; digits /= 10)
		reversed[n++] = (char)('0' + (int)(digits % 10));
	while (n)
		d.digits[d.count++] = reversed[--n];
	return zhun_decimal_value(&d);
}

/* x·10^ten by steps, since 10^ten alone may not be a double */
static double shifted(double x, int ten)
{
	for (; ten > 200; ten -= 200)
		x *= 1e200;
	for (; ten < -200; ten += 200)
		x *= 1e-200;
	return x * pow(10.0, ten);
}

static double times_pi(double x, int power)
{
	for (; power > 0; power--)
		x *= 3.14159265358979323846;
	for (; power < 0; power++)
		x /= 3.14159265358979323846;
	return x;
}

/* Rounded once where it can be, and so wherever a decimal is usable: its text then reads back as
 * it. Else the tens come last, which may be beyond every double alone. */
double factor_value(struct zhun_factor a)
{
	bool decimal = a.pi == 0 && a.ten >= -310 && a.ten <= 290;
	if (a.rest == 1.0 && (decimal || (abs(a.ten) <= 250 && abs(a.pi) <= 40)))
		return times_pi(decimal_value(a.num, a.ten) / (double)a.den, a.pi);
	a = near_one(a);
	return shifted(times_pi((double)a.num / (double)a.den * a.rest, a.pi), a.ten);
}

bool factor_usable(struct zhun_factor a)
{
	if (a.rest == 1.0 && abs(a.ten) <= 250 && abs(a.pi) <= 40)
		return true;
	double x = factor_value(a);
	return x > 1e-290 && x < 1e290;
}
