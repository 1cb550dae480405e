/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Number text. The C library converts between digits and doubles (correctly
 * rounded), always through an explicit "C" locale or with its decimal mark
 * skipped, so that no process-wide locale can reach a measured value.
 */
#include "zhun/base/number.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zhun/base/text.h"

/* Exponents beyond this cannot be doubles whatever the digits, and are refused: their text would
 * not read back. Keeps int arithmetic safe. */
enum { EXPONENT_LIMIT = 100000 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct scanner {
	const char *s;
	size_t n, at;
	struct zhun_decimal d;
	bool too_long, any;
};

static bool take(struct scanner *x, const char *word)
{
	size_t len = strlen(word);
	if (x->n - x->at < len || memcmp(x->s + x->at, word, len) != 0)
		return false;
	x->at += len;
	return true;
}

static void scan_sign(struct scanner *x)
{
	if (take(x, "-") || take(x, "\xE2\x88\x92"))
		x->d.negative = true;
	else
		(void)take(x, "+");
}

/* Leading zeros carry no digit but a fraction's zeros move the exponent. */
static void scan_digits(struct scanner *x, bool fraction)
{
	for (; x->at < x->n && is_digit(x->s[x->at]); x->at++) {
		char c = x->s[x->at];
		x->any = true;
		if (fraction)
			x->d.exponent--;
		if (c == '0' && x->d.count == 0)
			continue;
		if (x->d.count == ZHUN_NUMBER_DIGITS) {
			x->too_long = true;
			return;
		}
		x->d.digits[x->d.count++] = c;
	}
}

/* e[+-]digits; a lone e is not part of the number (1.5 eV). */
static void scan_exponent(struct scanner *x)
{
	size_t at = x->at;
	if (at >= x->n || (x->s[at] != 'e' && x->s[at] != 'E'))
		return;
	at++;
	bool negative = at < x->n && x->s[at] == '-';
	if (at < x->n && (x->s[at] == '-' || x->s[at] == '+'))
		at++;
	if (at >= x->n || !is_digit(x->s[at]))
		return;
	int e = 0;
	for (; at < x->n && is_digit(x->s[at]); at++)
		if (e < EXPONENT_LIMIT)
			e = 10 * e + (x->s[at] - '0');
	x->d.exponent += negative ? -e : e;
	x->at = at;
}

/* The text as an error's word; the word is cut by the error itself. */
static enum zhun_code fail_with(struct zhun_error *err, enum zhun_code code, const char *s, size_t n)
{
	char word[ZHUN_ERROR_ARG_SIZE + 8];
	size_t len = zhun_utf8_valid(s, n < sizeof word - 1 ? n : sizeof word - 1);
	memcpy(word, s, len);
	word[len] = '\0';
	return zhun_fail(err, code, NULL, word);
}

static bool names_no_number(const char *s, size_t n)
{
	static const char *const words[] = {"nan", "inf", "infinity"};
	char low[16] = {0};
	size_t len = 0;
	for (size_t i = 0; i < n && len < sizeof low - 1; i++)
		if (s[i] != '+' && s[i] != '-')
			low[len++] = s[i];
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		if (zhun_str_equal_nocase(low, words[i]))
			return true;
	return false;
}

static enum zhun_code finish(const struct scanner *x, struct zhun_number *ret, struct zhun_error *err)
{
	if (!x->any)
		return fail_with(err, names_no_number(x->s, x->n) ? ZHUN_E_NUMBER_NOT_FINITE : ZHUN_E_NUMBER_BAD,
				 x->s, x->n);
	bool outside = x->too_long || abs(x->d.exponent) + (int)x->d.count >= EXPONENT_LIMIT;
	double value = outside ? HUGE_VAL : zhun_decimal_value(&x->d);
	if (isinf(value))
		return fail_with(err, ZHUN_E_NUMBER_RANGE, x->s, x->n);
	*ret = (struct zhun_number){x->d, value};
	return ZHUN_OK;
}

/* The mantissa: sign, digits, fraction. */
static void scan_mantissa(struct scanner *x)
{
	scan_sign(x);
	scan_digits(x, false);
	size_t point = x->at;
	if (!take(x, "."))
		return;
	scan_digits(x, true);
	if (!x->any)
		x->at = point;
}

enum zhun_code zhun_number_scan(const char *s, size_t n, struct zhun_number *ret, size_t *ret_len,
				struct zhun_error *err)
{
	struct scanner x = {.s = s, .n = n};
	scan_mantissa(&x);
	if (x.any)
		scan_exponent(&x);
	struct zhun_number number;
	enum zhun_code code = finish(&x, &number, err);
	if (code)
		return code;
	*ret = number;
	*ret_len = x.at;
	return ZHUN_OK;
}

/* "×10^-3", "·10^-3", "*10^-3" after a number, as people write. */
static void scan_times_ten(struct scanner *x)
{
	size_t start = x->at;
	while (take(x, " ") || take(x, "\xC2\xA0") || take(x, "\xE2\x80\x89"))
		continue;
	if (!take(x, "\xC3\x97") && !take(x, "\xC2\xB7") && !take(x, "\xE2\x8B\x85") && !take(x, "*")) {
		x->at = start;
		return;
	}
	while (take(x, " ") || take(x, "\xC2\xA0") || take(x, "\xE2\x80\x89"))
		continue;
	struct scanner power = {.s = x->s, .n = x->n, .at = x->at};
	if (!take(&power, "10^")) {
		x->at = start;
		return;
	}
	scan_sign(&power);
	size_t first = power.at;
	int e = 0;
	for (; power.at < power.n && is_digit(power.s[power.at]); power.at++)
		if (e < EXPONENT_LIMIT)
			e = 10 * e + (power.s[power.at] - '0');
	if (power.at == first) {
		x->at = start;
		return;
	}
	x->d.exponent += power.d.negative ? -e : e;
	x->at = power.at;
}

enum zhun_code zhun_number_parse(const char *s, size_t n, struct zhun_number *ret, struct zhun_error *err)
{
	struct scanner x = {.s = s, .n = n};
	scan_mantissa(&x);
	if (x.any) {
		size_t before = x.at;
		scan_exponent(&x);
		if (x.at == before)
			scan_times_ten(&x);
	}
	if (x.any && !x.too_long && x.at < n)
		return fail_with(err, ZHUN_E_NUMBER_BAD, s, n);
	return finish(&x, ret, err);
}

/* (45) or (0.0045) after the mantissa: in units of its last digit unless it has a point itself. */
static bool scan_bracket(struct scanner *x, struct scanner *u)
{
	if (!take(x, "("))
		return false;
	*u = (struct scanner){.s = x->s, .n = x->n, .at = x->at};
	size_t start = u->at;
	scan_mantissa(u);
	bool point = memchr(x->s + start, '.', u->at - start) != NULL;
	if (!point)
		u->d.exponent = x->d.exponent;
	x->at = u->at;
	return u->any && !u->d.negative && take(x, ")");
}

enum zhun_code zhun_number_parse_bracket(const char *s, size_t n, struct zhun_number *ret,
					 struct zhun_number *ret_u, struct zhun_error *err)
{
	struct scanner x = {.s = s, .n = n}, u = {0};
	scan_mantissa(&x);
	if (x.at == n || s[x.at] != '(') {
		enum zhun_code code = zhun_number_parse(s, n, ret, err);
		if (!code)
			*ret_u = (struct zhun_number){0};
		return code;
	}
	if (!x.any || !scan_bracket(&x, &u))
		return fail_with(err, ZHUN_E_NUMBER_BAD, s, n);
	int before = x.d.exponent;
	scan_exponent(&x);
	u.d.exponent += x.d.exponent - before;
	if (x.at < n)
		return fail_with(err, ZHUN_E_NUMBER_BAD, s, n);
	struct zhun_number value, uncertainty;
	enum zhun_code code = finish(&x, &value, err);
	if (!code)
		code = finish(&u, &uncertainty, err);
	if (code)
		return code;
	*ret = value;
	*ret_u = uncertainty;
	return ZHUN_OK;
}

/* Powers of ten a double holds exactly: with at most 15 digits one operation is correctly rounded. */
static const double exact_power[] = {1e0,  1e1,	 1e2,  1e3,  1e4,  1e5,	 1e6,  1e7,  1e8,  1e9,	 1e10, 1e11,
				     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool fast_value(const struct zhun_decimal *d, double *ret)
{
	if (d->count > 15 || d->exponent < -22 || d->exponent > 22)
		return false;
	double digits = 0;
	for (int i = 0; i < d->count; i++)
		digits = 10 * digits + (d->digits[i] - '0');
	*ret = d->exponent < 0 ? digits / exact_power[-d->exponent] : digits * exact_power[d->exponent];
	return true;
}

static double slow_value(const struct zhun_decimal *d)
{
	static locale_t c_locale;   /* written with the same value by whoever comes first */
	locale_t l = __atomic_load_n(&c_locale, __ATOMIC_ACQUIRE);
	if (!l) {
		locale_t fresh = newlocale(LC_ALL_MASK, "C", (locale_t)0), none = (locale_t)0;
		l = fresh;
		if (!__atomic_compare_exchange_n(&c_locale, &none, fresh, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
			freelocale(fresh);
			l = none;
		}
	}
	char text[ZHUN_NUMBER_DIGITS + 24];
	(void)snprintf(text, sizeof text, "%.*se%d", d->count, d->digits, d->exponent);
	return strtod_l(text, NULL, l);
}

double zhun_decimal_value(const struct zhun_decimal *d)
{
	double value;
	if (d->count == 0)
		return d->negative ? -0.0 : 0.0;
	if (!fast_value(d, &value))
		value = slow_value(d);
	return d->negative ? -value : value;
}

/* digits significant digits of x > 0, read from %e with its decimal mark skipped */
static struct zhun_decimal digits_of(double x, int digits)
{
	char text[64];
	struct zhun_decimal d = {0};
	(void)snprintf(text, sizeof text, "%.*e", digits - 1, x);
	const char *p = text;
	for (; *p && *p != 'e'; p++)
		if (is_digit(*p))
			d.digits[d.count++] = *p;
	int e = 0;
	bool negative = p[0] == 'e' && p[1] == '-';
	for (; *p; p++)
		if (is_digit(*p))
			e = 10 * e + (*p - '0');
	d.exponent = (negative ? -e : e) - (d.count - 1);
	while (d.count > 1 && d.digits[d.count - 1] == '0') {
		d.count--;
		d.exponent++;
	}
	return d;
}

/* A double that somebody wrote has few digits: n·10^-k with the first k for which one exact division
 * gives it back. Both operands are exact, so the quotient is what n·10^-k reads as; and as no two
 * decimals of at most 15 digits read as the same double, no shorter one exists. */
static bool short_decimal(double size, struct zhun_decimal *ret)
{
	enum { DECIMALS = 15, DIGITS = 15 };
	double n = 0;
	int k = 0;
	for (; k <= DECIMALS; k++) {
		n = rint(size * exact_power[k]);
		if (n >= exact_power[DIGITS])
			return false;
		double back = n / exact_power[k];
		if (!(back < size) && !(back > size))
			break;
	}
	if (k > DECIMALS)
		return false;
	char reversed[DIGITS];
	int count = 0, zeros = 0;
	for (uint64_t left = (uint64_t)n; left; left /= 10)
		reversed[count++] = (char)('0' + left % 10);
	while (zeros < count - 1 && reversed[zeros] == '0')
		zeros++;
	ret->exponent = zeros - k;
	ret->count = count - zeros;
	for (int i = 0; i < ret->count; i++)
		ret->digits[i] = reversed[count - 1 - i];
	return true;
}

struct zhun_decimal zhun_decimal_of(double x)
{
	struct zhun_decimal d = {0};
	if (x == 0 || !isfinite(x))
		return d;
	double size = fabs(x);
	bool found = short_decimal(size, &d);
	for (int digits = 15; digits <= 17 && !found; digits++) {
		d = digits_of(size, digits);
		/* exact: the test is whether the very same double comes back */
		found = !(zhun_decimal_value(&d) < size) && !(zhun_decimal_value(&d) > size);
	}
	d.negative = x < 0;
	return d;
}

size_t zhun_double_text(double x, char out[ZHUN_NUMBER_TEXT])
{
	struct zhun_decimal d = zhun_decimal_of(x);
	return zhun_decimal_text(&d, out);
}

struct writer {
	char *out;
	size_t len;
};

static void put_digits(struct writer *w, const struct zhun_decimal *d, int from, int to)
{
	for (int i = from; i < to; i++)
		w->out[w->len++] = i >= 0 && i < d->count ? d->digits[i] : '0';
}

static void put_plain(struct writer *w, const struct zhun_decimal *d, int point)
{
	put_digits(w, d, point > 0 ? 0 : -1, point > 0 ? point : 0);
	if (d->exponent < 0) {
		w->out[w->len++] = '.';
		put_digits(w, d, point, d->count);
	}
}

static void put_scientific(struct writer *w, const struct zhun_decimal *d, int point)
{
	put_digits(w, d, 0, 1);
	if (d->count > 1) {
		w->out[w->len++] = '.';
		put_digits(w, d, 1, d->count);
	}
	w->len += (size_t)snprintf(w->out + w->len, 16, "e%d", point - 1);
}

/* point: how many digits stand before the decimal mark. A zero's decimals are kept (0.00) where
 * its exponent says how many. */
size_t zhun_decimal_text(const struct zhun_decimal *d, char out[ZHUN_NUMBER_TEXT])
{
	struct writer w = {out, 0};
	int point = d->count + d->exponent;
	if (d->negative)
		out[w.len++] = '-';
	if (d->count == 0 && (d->exponent >= 0 || d->exponent < -40)) {
		out[w.len++] = '0';
	} else if (d->count == 0) {
		put_digits(&w, d, -1, 0);
		out[w.len++] = '.';
		put_digits(&w, d, d->exponent, 0);
	} else if (point > -5 && point <= 15 && d->exponent <= 0) {
		put_plain(&w, d, point);
	} else if (d->exponent > 0 && point <= 15) {
		put_digits(&w, d, 0, point);
	} else {
		put_scientific(&w, d, point);
	}
	out[w.len] = '\0';
	return w.len;
}

/* One more unit in the last place kept; a carry past the first digit moves the exponent. */
static void round_up(struct zhun_decimal *d)
{
	int i = d->count - 1;
	while (i >= 0 && d->digits[i] == '9')
		d->digits[i--] = '0';
	if (i >= 0) {
		d->digits[i]++;
		return;
	}
	if (d->count == ZHUN_NUMBER_DIGITS) {
		d->count--;
		d->exponent++;
	}
	memmove(d->digits + 1, d->digits, (size_t)d->count);
	d->digits[0] = '1';
	d->count++;
}

/* Whether the digits from `keep` on call for one more: 1 over half, 0 half, −1 under. */
static int over_half(const struct zhun_decimal *d, int keep)
{
	if (keep < 0 || keep >= d->count)
		return -1;
	if (d->digits[keep] != '5')
		return d->digits[keep] > '5' ? 1 : -1;
	for (int i = keep + 1; i < d->count; i++)
		if (d->digits[i] != '0')
			return 1;
	return 0;
}

static bool any_digit(const struct zhun_decimal *d, int from)
{
	for (int i = from < 0 ? 0 : from; i < d->count; i++)
		if (d->digits[i] != '0')
			return true;
	return false;
}

/* Keeps the first `keep` digits (may be 0 or negative) with the last at 10^place. */
static struct zhun_decimal cut(const struct zhun_decimal *d, int keep, int place, bool up)
{
	int over = over_half(d, keep);
	bool odd = keep > 0 && (d->digits[keep - 1] - '0') % 2 == 1;
	bool more = up ? any_digit(d, keep) : over > 0 || (over == 0 && odd);
	struct zhun_decimal r = {.negative = d->negative, .exponent = place};
	r.count = keep > 0 ? keep : 0;
	memcpy(r.digits, d->digits, (size_t)r.count);
	if (more)
		round_up(&r);
	return r;
}

struct zhun_decimal zhun_decimal_round(const struct zhun_decimal *d, int place)
{
	if (d->exponent >= place) {
		/* fewer digits than asked for: zeros are added where they fit */
		struct zhun_decimal r = *d;
		while (r.count > 0 && r.exponent > place && r.count < ZHUN_NUMBER_DIGITS) {
			r.digits[r.count++] = '0';
			r.exponent--;
		}
		if (r.count == 0)
			r.exponent = place;
		return r;
	}
	return cut(d, d->count - (place - d->exponent), place, false);
}

struct zhun_decimal zhun_decimal_round_digits(const struct zhun_decimal *d, int digits, bool up)
{
	if (d->count <= digits)
		return zhun_decimal_round(d, d->count ? d->exponent - (digits - d->count) : d->exponent);
	struct zhun_decimal r = cut(d, digits, d->exponent + d->count - digits, up);
	if (r.count > digits) {   /* 9.96 to 10: one digit fewer after the mark */
		r.count--;
		r.exponent++;
	}
	return r;
}

static int compare_sizes(const struct zhun_decimal *a, const struct zhun_decimal *b)
{
	int top_a = a->count + a->exponent, top_b = b->count + b->exponent;
	if (top_a != top_b)
		return top_a < top_b ? -1 : 1;
	int n = a->count > b->count ? a->count : b->count;
	for (int i = 0; i < n; i++) {
		char x = i < a->count ? a->digits[i] : '0', y = i < b->count ? b->digits[i] : '0';
		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

int zhun_decimal_compare(const struct zhun_decimal *a, const struct zhun_decimal *b)
{
	bool zero_a = !any_digit(a, 0), zero_b = !any_digit(b, 0);
	if (zero_a && zero_b)
		return 0;
	int sign_a = zero_a ? 0 : a->negative ? -1 : 1, sign_b = zero_b ? 0 : b->negative ? -1 : 1;
	if (sign_a != sign_b)
		return sign_a < sign_b ? -1 : 1;
	return sign_a * compare_sizes(a, b);
}
