/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/montecarlo_tally.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { CHUNKS = MC_ROUND / MC_CHUNK };

/* sums of outputs first, then the products of each output with itself and those behind it */
static size_t product_at(const struct mc_tally *t, size_t a, size_t b)
{
	size_t n = t->source->outputs.count;
	return t->pairs ? n + a * n - a * (a + 1) / 2 + b : n + a;
}

enum zhun_code mc_tally_make(struct zhun_arena *a, const struct mc_source *s, struct mc_worker *w, bool pairs,
			     struct mc_tally *ret, struct zhun_error *err)
{
	size_t n = s->outputs.count, width = pairs ? n + n * (n + 1) / 2 : 2 * n;
	size_t stride = width + MC_APART / sizeof(double);
	*ret = (struct mc_tally){.source = s,
				 .pairs = pairs,
				 .width = width,
				 .stride = stride,
				 .first_lost = SIZE_MAX,
				 .centre = ZHUN_NEW_ARRAY(a, n, double),
				 .chunks = ZHUN_NEW_ARRAY(a, CHUNKS * stride, double),
				 .total = ZHUN_NEW_ARRAY(a, width, double),
				 .chunk_lost = ZHUN_NEW_ARRAY(a, CHUNKS, size_t),
				 .chunk_first = ZHUN_NEW_ARRAY(a, CHUNKS, size_t)};
	if (!ret->centre || !ret->chunks || !ret->total || !ret->chunk_lost || !ret->chunk_first)
		return zhun_no_memory(a, err);
	mc_draw(s, w, 0);
	for (size_t o = 0; o < n; o++)
		ret->centre[o] = isfinite(w->y[o][0]) ? w->y[o][0] : 0.0;
	return ZHUN_OK;
}

static double lanes_sum(const double *x)
{
	double sum = 0.0;
	for (size_t i = 0; i < VECTOR_LANES; i++)
		sum += x[i];
	return sum;
}

/* Σ(a − ca)(b − cb) and Σ(a − ca) */
static void block_sums(const struct mc_tally *t, size_t a, size_t b, const double *const *y, size_t n,
		       double ret[2])
{
	double lanes[2 * VECTOR_LANES] = {0.0};
	size_t whole = n - n % VECTOR_LANES;
	t->source->plan.unit->sums(whole, y[a], t->centre[a], y[b], t->centre[b], lanes);
	for (size_t i = whole; i < n; i++) {
		lanes[i - whole] += (y[a][i] - t->centre[a]) * (y[b][i] - t->centre[b]);
		lanes[VECTOR_LANES + i - whole] += y[a][i] - t->centre[a];
	}
	ret[0] = lanes_sum(lanes);
	ret[1] = lanes_sum(lanes + VECTOR_LANES);
}

static void count_lost(struct mc_tally *t, size_t chunk, const double *y, size_t at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (isfinite(y[i]))
			continue;
		size_t first = t->chunk_lost[chunk] ? t->chunk_first[chunk] : SIZE_MAX;
		t->chunk_first[chunk] = at + i < first ? at + i : first;
		t->chunk_lost[chunk]++;
	}
}

void mc_tally_visit(struct mc_tally *t, size_t chunk, const double *const *y, size_t at, size_t n)
{
	double *sums = t->chunks + chunk * t->stride, got[2];
	for (size_t a = 0; a < t->source->outputs.count; a++) {
		block_sums(t, a, a, y, n, got);
		sums[a] += got[1];
		sums[product_at(t, a, a)] += got[0];
		/* a number that is none shows in the sum */
		if (!isfinite(got[1]))
			count_lost(t, chunk, y[a], at, n);
		for (size_t b = a + 1; b < t->source->outputs.count && t->pairs; b++) {
			block_sums(t, a, b, y, n, got);
			sums[product_at(t, a, b)] += got[0];
		}
	}
}

void mc_tally_close(struct mc_tally *t, size_t draws)
{
	size_t chunks = (draws + MC_CHUNK - 1) / MC_CHUNK;
	for (size_t k = 0; k < chunks; k++) {
		for (size_t i = 0; i < t->width; i++)
			t->total[i] += t->chunks[k * t->stride + i];
		if (t->chunk_lost[k] && t->chunk_first[k] < t->first_lost)
			t->first_lost = t->chunk_first[k];
		t->lost += t->chunk_lost[k];
	}
	t->draws += draws;
	memset(t->chunks, 0, chunks * t->stride * sizeof(*t->chunks));
	memset(t->chunk_lost, 0, chunks * sizeof(*t->chunk_lost));
}

double mc_tally_mean(const struct mc_tally *t, size_t output)
{
	return t->centre[output] + t->total[output] / (double)t->draws;
}

double mc_tally_covariance(const struct mc_tally *t, size_t a, size_t b)
{
	size_t low = a < b ? a : b, high = a < b ? b : a;
	double n = (double)t->draws, sum = t->total[product_at(t, low, high)];
	return (sum - t->total[low] / n * t->total[high]) / (n - 1.0);
}
