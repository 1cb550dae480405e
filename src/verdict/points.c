/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verdict/points.h"

#include <stdlib.h>
#include <string.h>

static bool is_point(const struct zhun_cert_quantity *q)
{
	return q->meaning == ZHUN_MEANS_REFERENCE || q->meaning == ZHUN_MEANS_NOMINAL;
}

static bool in_table(const struct zhun_cert_quantity *q)
{
	return q->table && *q->table;
}

static int compare_rows(const struct zhun_point *x, const struct zhun_point *y)
{
	int table = x->table == y->table ? 0 : strcmp(x->table, y->table);
	return table ? table : (x->value->index > y->value->index) - (x->value->index < y->value->index);
}

static int compare(const void *left, const void *right)
{
	const struct zhun_point *x = left, *y = right;
	int row = compare_rows(x, y);
	return row ? row : (x->order > y->order) - (x->order < y->order);
}

/* Adds those of one quantity; where @a to is NULL only their number. */
static size_t add(const struct zhun_cert_quantity *q, size_t order, struct zhun_point *to)
{
	size_t count = 0;
	for (const struct zhun_cert_value *v = q->series->values; v; v = v->next, count++)
		if (to)
			to[count] = (struct zhun_point){q->table, order, v};
	return count;
}

static size_t list(const struct zhun_certificate *c, struct zhun_point *to)
{
	size_t count = 0, order = 0;
	for (const struct zhun_cert_quantity *q = c->results; q; q = q->next, order++)
		if (is_point(q) && in_table(q))
			count += add(q, order, to ? to + count : NULL);
	return count;
}

bool zhun_points_gather(struct zhun_arena *a, const struct zhun_certificate *c, struct zhun_points *ret)
{
	struct zhun_points p = {.count = list(c, NULL)};
	p.points = p.count ? ZHUN_NEW_ARRAY(a, p.count, struct zhun_point) : NULL;
	if (p.count && !p.points)
		return false;
	(void)list(c, p.points);
	if (p.count)
		qsort(p.points, p.count, sizeof *p.points, compare);
	*ret = p;
	return true;
}

const struct zhun_cert_value *zhun_points_of(const struct zhun_points *p, const struct zhun_cert_quantity *q,
					     const struct zhun_cert_value *v)
{
	const struct zhun_point sought = {.table = q->table, .value = v};
	size_t low = 0, high = p->count;
	if (is_point(q) || !in_table(q))
		return v;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_rows(&p->points[middle], &sought) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < p->count && !compare_rows(&p->points[low], &sought) ? p->points[low].value : v;
}
