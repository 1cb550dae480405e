/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/montecarlo_order.h"

#include <math.h>

enum { SHORT_RUN = 16, LONG_RUN = 600 };

static void swap(double *a, double *b)
{
	double x = *a;
	*a = *b;
	*b = x;
}

/* Hoare's partition about the one at a place: y[low … *ret_left) is not above y[*ret_right … high]. */
static void split(double *y, size_t low, size_t high, size_t at, size_t *ret_left, size_t *ret_right)
{
	double pivot = y[at];
	/* one beyond the left part's end: the end itself may lie before the array */
	size_t i = low, j = high + 1;
	while (i < j) {
		while (y[i] < pivot)
			i++;
		while (pivot < y[j - 1])
			j--;
		if (i >= j)
			break;
		swap(&y[i], &y[j - 1]);
		i++;
		j--;
	}
	*ret_left = j;
	*ret_right = i;
}

/* Floyd and Rivest 1975: the draw at k is first sought among few about it, so that one pass over all leaves
 * hardly any. Returns a place whose draw is then near the one sought. */
static size_t near_place(double *y, size_t low, size_t high, size_t k)
{
	double n = (double)(high - low + 1), at = (double)(k - low + 1);
	if (high - low < LONG_RUN)
		return low + (high - low) / 2;
	double z = log(n), s = 0.5 * exp(2.0 * z / 3.0);
	double shift = 0.5 * sqrt(z * s * (n - s) / n) * (at < n / 2.0 ? -1.0 : 1.0);
	double from = (double)k - at * s / n + shift, to = (double)k + (n - at) * s / n + shift;
	size_t first = from > (double)low ? (size_t)from : low, last = to < (double)high ? (size_t)to : high;
	order_place(y, first < k ? first : k, last > k ? last : k, k);
	return k;
}

void order_place(double *y, size_t low, size_t high, size_t k)
{
	while (low < high) {
		size_t left, right;
		split(y, low, high, near_place(y, low, high, k), &left, &right);
		if (k < left)
			high = left - 1;
		else if (k >= right)
			low = right;
		else
			return;
	}
}

static void insert_each(double *y, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		double x = y[i];
		size_t k = i;
		for (; k > 0 && x < y[k - 1]; k--)
			y[k] = y[k - 1];
		y[k] = x;
	}
}

/* Quicksort, the shorter side first, so that the stack stays small. */
void order_sort(double *y, size_t n)
{
	while (n > SHORT_RUN) {
		size_t left, right;
		split(y, 0, n - 1, n / 2, &left, &right);
		if (left < n - right) {
			order_sort(y, left);
			y += right;
			n -= right;
		} else {
			order_sort(y + right, n - right);
			n = left;
		}
	}
	insert_each(y, n);
}

size_t order_width(size_t count, double p)
{
	size_t width = (size_t)(p * (double)count + 0.5);
	return width < count ? width : count - 1;
}

void order_symmetric(size_t count, double p, size_t *ret_low, size_t *ret_high)
{
	size_t width = order_width(count, p), first = (count - width) / 2;
	first = first + width < count ? first : count - 1 - width;
	*ret_low = first;
	*ret_high = first + width;
}

/* The number of draws below the quantile is binomial; it lies within these with 95 % (David and Nagaraja
 * 2003, 7.1, by the normal approximation rounded outwards). */
void order_enclosing(size_t count, double q, size_t ret[2])
{
	double n = (double)count, middle = n * q, reach = 1.959963984540054 * sqrt(n * q * (1.0 - q));
	double low = floor(middle - reach) - 1.0, high = ceil(middle + reach);
	ret[0] = low >= 0.0 ? (size_t)low : ORDER_NONE;
	ret[1] = high < n ? (size_t)high : ORDER_NONE;
}

/* Only the draws outside of width others can be an end: both tails are sorted, the middle is not. */
static size_t shortest(double *y, size_t count, size_t width)
{
	size_t last = count - 1 - width, best = 0;
	if (last < width) {
		order_place(y, 0, count - 1, last);
		order_place(y, last + 1, count - 1, width);
		order_sort(y, last);
		order_sort(y + width, count - width);
	} else {
		order_sort(y, count);
	}
	for (size_t i = 0; i <= last; i++)
		if (y[i + width] - y[i] < y[best + width] - y[best])
			best = i;
	return best;
}

static void find_ends(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind, size_t *ret_low,
		      size_t *ret_high)
{
	size_t width = order_width(s->count, p);
	if (kind == ZHUN_MC_SHORTEST) {
		*ret_low = shortest(s->y, s->count, width);
		*ret_high = *ret_low + width;
		return;
	}
	order_symmetric(s->count, p, ret_low, ret_high);
	order_place(s->y, 0, s->count - 1, *ret_low);
	order_place(s->y, *ret_low, s->count - 1, *ret_high);
}

void zhun_mc_interval(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind,
		      double *ret_low, double *ret_high)
{
	size_t low, high;
	find_ends(s, p, kind, &low, &high);
	*ret_low = s->y[low];
	*ret_high = s->y[high];
}

static struct zhun_mc_end end_of(struct zhun_mc_sample *s, size_t at, double q)
{
	struct zhun_mc_end e = {s->y[at], -HUGE_VAL, HUGE_VAL};
	size_t around[2];
	order_enclosing(s->count, q, around);
	if (around[0] != ORDER_NONE) {
		order_place(s->y, 0, s->count - 1, around[0]);
		e.from = s->y[around[0]];
	}
	if (around[1] != ORDER_NONE) {
		order_place(s->y, 0, s->count - 1, around[1]);
		e.to = s->y[around[1]];
	}
	return e;
}

void zhun_mc_ends(struct zhun_mc_sample *s, double p, enum zhun_mc_interval kind, struct zhun_mc_end *ret_low,
		  struct zhun_mc_end *ret_high)
{
	size_t low, high;
	find_ends(s, p, kind, &low, &high);
	double n = (double)s->count, below = 0.5 * (1.0 - p), above = 0.5 * (1.0 + p), top = s->y[high];
	if (kind == ZHUN_MC_SHORTEST) {
		below = ((double)low + 0.5) / n;
		above = ((double)high + 0.5) / n;
	}
	*ret_low = end_of(s, low, below);
	*ret_high = end_of(s, high, above);
	ret_high->at = top; /* the places of others may have moved it */
}
