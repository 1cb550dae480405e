/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/series.h"

#include <stdlib.h>
#include <string.h>

#include "measure/dd.h"

struct zhun_dd dd_sum(const struct zhun_dd *x, size_t n)
{
	struct zhun_dd sum = dd(0);
	for (size_t i = 0; i < n; i++)
		sum = dd_add(sum, x[i]);
	return sum;
}

struct zhun_dd dd_mean(const struct zhun_dd *x, size_t n)
{
	return dd_div(dd_sum(x, n), dd((double)n));
}

struct zhun_dd dd_sum_of_squares(const struct zhun_dd *x, size_t n, struct zhun_dd centre)
{
	struct zhun_dd sum = dd(0);
	for (size_t i = 0; i < n; i++)
		sum = dd_add(sum, dd_square(dd_sub(x[i], centre)));
	return sum;
}

static struct zhun_dd power_of_ten(int n)
{
	struct zhun_dd result = dd(1), square = dd(10);
	for (; n > 0; n /= 2) {
		if (n % 2)
			result = dd_mul(result, square);
		square = dd_square(square);
	}
	return result;
}

struct zhun_dd zhun_dd_of_decimal(const struct zhun_decimal *d)
{
	struct zhun_dd x = dd(0);
	for (int i = 0; i < d->count; i++)
		x = dd_add(dd_mul(x, dd(10)), dd(d->digits[i] - '0'));
	/* far out, where a power of ten leaves the range of pairs, the nearest double serves */
	if (abs(d->exponent) > 250)
		return dd(zhun_decimal_value(d));
	if (d->exponent < 0)
		x = dd_div(x, power_of_ten(-d->exponent));
	else if (d->exponent > 0)
		x = dd_mul(x, power_of_ten(d->exponent));
	return d->negative ? dd_neg(x) : x;
}

enum zhun_code zhun_series_parse(struct zhun_arena *a, const char *const *texts, size_t count,
				 struct zhun_series *ret, struct zhun_error *err)
{
	struct zhun_dd *x = ZHUN_NEW_ARRAY(a, count, struct zhun_dd);
	if (!x)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < count; i++) {
		struct zhun_number n;
		enum zhun_code code = zhun_number_parse(texts[i], strlen(texts[i]), &n, err);
		if (code) {
			char place[32] = "/";
			struct zhun_int_text room;
			memcpy(place + 1, zhun_int_text(&room, (long long)i), sizeof room);
			(void)zhun_error_within(err, place);
			return code;
		}
		x[i] = zhun_dd_of_decimal(&n.decimal);
	}
	*ret = (struct zhun_series){count, x};
	return ZHUN_OK;
}

static enum zhun_code too_short(struct zhun_error *err, size_t needed, size_t given)
{
	return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(needed), ZHUN_INT(given));
}

/* Σ (x[i] − m)(y[i] − my) */
static struct zhun_dd sum_of_products(const struct zhun_dd *x, struct zhun_dd mx, const struct zhun_dd *y,
				      struct zhun_dd my, size_t n)
{
	struct zhun_dd sum = dd(0);
	for (size_t i = 0; i < n; i++)
		sum = dd_add(sum, dd_mul(dd_sub(x[i], mx), dd_sub(y[i], my)));
	return sum;
}

enum zhun_code zhun_series_summary(struct zhun_series s, struct zhun_summary *ret, struct zhun_error *err)
{
	if (s.count < 2)
		return too_short(err, 2, s.count);
	struct zhun_dd mean = dd_mean(s.x, s.count);
	struct zhun_dd squares = dd_sum_of_squares(s.x, s.count, mean);
	struct zhun_dd lagged = sum_of_products(s.x + 1, mean, s.x, mean, s.count - 1);
	*ret = (struct zhun_summary){
		.mean = dd_value(mean),
		.sd = dd_value(dd_sqrt(dd_div(squares, dd((double)(s.count - 1))))),
		.lag1 = squares.hi > 0 ? dd_value(dd_div(lagged, squares)) : 0,
	};
	return ZHUN_OK;
}

enum zhun_code zhun_series_correlation(struct zhun_series a, struct zhun_series b, double *ret,
				       struct zhun_error *err)
{
	if (a.count != b.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(a.count), ZHUN_INT(b.count));
	if (a.count < 2)
		return too_short(err, 2, a.count);
	struct zhun_dd ma = dd_mean(a.x, a.count), mb = dd_mean(b.x, b.count);
	struct zhun_dd sa = dd_sum_of_squares(a.x, a.count, ma), sb = dd_sum_of_squares(b.x, b.count, mb);
	struct zhun_dd both = dd_sqrt(dd_mul(sa, sb));
	*ret = both.hi > 0 ? dd_value(dd_div(sum_of_products(a.x, ma, b.x, mb, a.count), both)) : 0;
	return ZHUN_OK;
}
