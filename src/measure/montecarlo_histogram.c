/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/montecarlo_histogram.h"

#include <math.h>
#include <string.h>

#include "measure/montecarlo_order.h"

/* one more on each side for what lies outside of the range */
enum { BINS = 16384, ALL = BINS + 2 };

enum zhun_code mc_histogram_make(struct zhun_arena *a, size_t workers, double p, struct mc_histogram *ret,
				 struct zhun_error *err)
{
	*ret = (struct mc_histogram){.p = p,
				     .workers = workers,
				     .counts = ZHUN_NEW_ARRAY(a, workers * ALL, uint32_t),
				     .total = ZHUN_NEW_ARRAY(a, ALL, size_t)};
	return ret->counts && ret->total ? ZHUN_OK : zhun_no_memory(a, err);
}

/* An end of the shortest interval has less than 1 − p beyond it; a thousandth of that lies outside. */
void mc_histogram_range(struct mc_histogram *h, double *first, size_t n)
{
	size_t out = (size_t)(0.001 * (1.0 - h->p) * (double)n);
	order_place(first, 0, n - 1, out);
	h->low = first[out];
	order_place(first, 0, n - 1, n - 1 - out);
	/* the largest lies within, not beyond */
	h->high = nextafter(first[n - 1 - out], HUGE_VAL);
	h->per_bin = BINS / (h->high - h->low);
	mc_histogram_visit(h, 0, first, n);
}

void mc_histogram_visit(struct mc_histogram *h, size_t worker, const double *y, size_t n)
{
	uint32_t *counts = h->counts + worker * ALL;
	for (size_t i = 0; i < n; i++) {
		double at = (y[i] - h->low) * h->per_bin + 1.0;
		at = at >= 1.0 ? at : 0.0;
		counts[at < ALL - 1 ? (size_t)at : (size_t)ALL - 1]++;
	}
}

void mc_histogram_close(struct mc_histogram *h)
{
	for (size_t w = 0; w < h->workers; w++)
		for (size_t i = 0; i < ALL; i++)
			h->total[i] += h->counts[w * ALL + i];
	memset(h->counts, 0, h->workers * ALL * sizeof(*h->counts));
}

/* Where the number of draws below reaches a count, straight within a bin; @a below is what lies below bin. */
static double place_of(const struct mc_histogram *h, double count, size_t *bin, double *below)
{
	while (*bin < ALL - 1 && *below + (double)h->total[*bin] < count)
		*below += (double)h->total[(*bin)++];
	if (*bin == 0)
		return h->low;
	double n = (double)h->total[*bin], part = n > 0.0 ? (count - *below) / n : 0.0;
	return *bin < ALL - 1 ? h->low + ((double)(*bin - 1) + part) / h->per_bin : HUGE_VAL;
}

static double quantile_of(const struct mc_histogram *h, size_t place, double without)
{
	size_t bin = 0;
	double below = 0.0;
	return place == ORDER_NONE ? without : place_of(h, (double)place + 0.5, &bin, &below);
}

static struct zhun_mc_end end_of(const struct mc_histogram *h, size_t draws, double at, double q)
{
	size_t around[2];
	order_enclosing(draws, q, around);
	return (struct zhun_mc_end){at, quantile_of(h, around[0], -HUGE_VAL),
				    quantile_of(h, around[1], HUGE_VAL)};
}

/* From the lower edge of each bin to where p of all draws lie between. */
void mc_histogram_shortest(const struct mc_histogram *h, size_t draws, struct zhun_mc_end *ret_low,
			   struct zhun_mc_end *ret_high)
{
	double n = (double)draws, wanted = h->p * n, left = (double)h->total[0];
	double best[2] = {h->low, h->high}, q = left / n, below = 0.0;
	size_t bin = 0;
	for (size_t i = 1; i <= BINS && left + wanted <= n; left += (double)h->total[i++]) {
		double low = h->low + (double)(i - 1) / h->per_bin;
		double high = place_of(h, left + wanted, &bin, &below);
		if (high - low < best[1] - best[0]) {
			best[0] = low;
			best[1] = high;
			q = left / n;
		}
	}
	*ret_low = end_of(h, draws, best[0], q);
	*ret_high = end_of(h, draws, best[1], q + h->p);
}
