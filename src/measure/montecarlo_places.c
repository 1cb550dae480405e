/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/montecarlo_places.h"

#include <string.h>

#include "measure/montecarlo_order.h"

enum { STEP_BITS = 8, BINS = 1 << STEP_BITS };

/* one draw: its first bits, and its place among those that share them */
struct prefix {
	uint64_t key;
	size_t place;
};

struct search {
	size_t output, n, workers;
	int shift; /* of the bits now learnt */
	struct prefix *found;
	size_t *bins; /* workers × n × BINS */
};

/* the bits of a double, changed so that they rise with it */
static uint64_t key_of(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof(bits));
	return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static double number_of(uint64_t key)
{
	uint64_t bits = key >> 63 ? key & ~((uint64_t)1 << 63) : ~key;
	double x;
	memcpy(&x, &bits, sizeof(x));
	return x;
}

static void visit(void *context, size_t worker, size_t chunk, const double *const *y, size_t at, size_t n)
{
	const struct search *s = context;
	(void)chunk;
	(void)at;
	for (size_t k = 0; k < s->n; k++) {
		size_t *bins = s->bins + (worker * s->n + k) * BINS;
		for (size_t i = 0; i < n; i++) {
			uint64_t apart = (key_of(y[s->output][i]) ^ s->found[k].key) >> s->shift;
			if (apart < BINS)
				bins[apart]++;
		}
	}
}

/* The bits learnt are 0 in the key so far, and the bins are by what they are to become. */
static void learn(struct search *s)
{
	for (size_t k = 0; k < s->n; k++) {
		size_t bin = 0, count = 0;
		for (;; bin++) {
			count = 0;
			for (size_t w = 0; w < s->workers; w++)
				count += s->bins[(w * s->n + k) * BINS + bin];
			if (s->found[k].place < count || bin == BINS - 1)
				break;
			s->found[k].place -= count;
		}
		s->found[k].key |= (uint64_t)bin << s->shift;
	}
}

enum zhun_code mc_places(struct zhun_arena *a, const struct mc_crew *c, const struct mc_sought *sought, double *ret,
			 struct zhun_error *err)
{
	size_t n = sought->n;
	const size_t *places = sought->places;
	struct search s = {.output = sought->output,
			   .n = n,
			   .workers = c->count,
			   .found = ZHUN_NEW_ARRAY(a, n, struct prefix),
			   .bins = ZHUN_NEW_ARRAY(a, c->count * n * BINS, size_t)};
	if (!s.found || !s.bins)
		return zhun_no_memory(a, err);
	for (size_t k = 0; k < n; k++)
		s.found[k].place = places[k] == ORDER_NONE ? 0 : places[k];
	enum zhun_code code = ZHUN_OK;
	for (s.shift = 64 - STEP_BITS; s.shift >= 0 && !code; s.shift -= STEP_BITS) {
		memset(s.bins, 0, c->count * n * BINS * sizeof(*s.bins));
		code = mc_rounds(c, visit, NULL, &s, err);
		learn(&s);
	}
	for (size_t k = 0; k < n && !code; k++)
		if (places[k] != ORDER_NONE)
			ret[k] = number_of(s.found[k].key);
	return code;
}
