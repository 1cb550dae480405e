/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coefficients that cannot hold together: explained by their rounding, replaced by the nearest that can, or
 * refused. */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"
#include "zhun/measure/correlation.h"

/* The roughest of the coefficients declared; those from readings are as exact as doubles. */
static double rounding_of(const struct zhun_budget *b)
{
	double most = 0;
	for (size_t i = 0; i < b->correlation_count; i++)
		if (!b->correlations[i].group)
			most = fmax(most, zhun_correlation_rounding(b->correlations[i].r));
	return most;
}

static struct zhun_budget_correlation *between(const struct zhun_budget *b, size_t i, size_t k)
{
	for (size_t at = 0; at < b->correlation_count; at++) {
		struct zhun_budget_correlation *c = &b->correlations[at];
		if ((c->a == i && c->b == k) || (c->a == k && c->b == i))
			return c;
	}
	return NULL;
}

static size_t count_pairs(const struct zhun_correlation *c)
{
	size_t pairs = 0;
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = i + 1; k < c->n; k++)
			pairs += fabs(c->r[i * c->n + k]) > 0;
	return pairs;
}

/* The matrix, and the list of pairs that is made of it: a repair may join two that nobody declared. */
static enum zhun_code take(struct budget_reader *r, const struct zhun_correlation *c)
{
	struct zhun_budget *b = r->b;
	size_t n = c->n, count = b->correlation_count;
	struct zhun_budget_correlation *all =
		ZHUN_NEW_ARRAY(r->a, count + count_pairs(c), struct zhun_budget_correlation);
	if (!all)
		return budget_no_memory(r);
	memcpy(all, b->correlations, count * sizeof *all);
	b->correlations = all;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			struct zhun_budget_correlation *known = between(b, i, k);
			if (known)
				known->r = c->r[i * n + k];
			else if (fabs(c->r[i * n + k]) > 0)
				all[b->correlation_count++] =
					(struct zhun_budget_correlation){i, k, c->r[i * n + k], 0};
		}
	}
	memcpy(b->correlation, c->r, n * n * sizeof *c->r);
	return ZHUN_OK;
}

enum zhun_code budget_settle(struct budget_reader *r, const struct zhun_json *node)
{
	struct zhun_budget *b = r->b;
	const struct zhun_correlation_care care = {rounding_of(b), b->conventions.nearest};
	struct zhun_correlation c;
	enum zhun_code code =
		budget_at(r, node, zhun_correlation_settle(r->a, b->correlation, b->row_count, &care, &c, r->err));
	if (code || c.r == b->correlation)
		return code;
	struct zhun_budget_repair *repair = ZHUN_NEW(r->a, struct zhun_budget_repair);
	if (!repair)
		return budget_no_memory(r);
	*repair = (struct zhun_budget_repair){c.rounds > 0, c.smallest, c.moved};
	b->repair = repair;
	return take(r, &c);
}
