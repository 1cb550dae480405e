/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each operator measures parts of his own, as where measuring destroys them (AIAG MSA, 4th edition, IV). */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"
#include "zhun/measure/gauge.h"

/* Reading t of part p of operator o stands at (o·parts + p)·trials + t: cells and operators are runs. */

/* n·Σ (mean of each of @a runs runs of n − mean of all)² over one stretch. */
static struct zhun_dd squares_of_means(const struct zhun_dd *x, size_t runs, size_t n)
{
	struct zhun_dd whole = dd_mean(x, runs * n), sum = dd(0);
	for (size_t i = 0; i < runs; i++)
		sum = dd_add(sum, dd_square(dd_sub(dd_mean(x + i * n, n), whole)));
	return dd_mul(sum, dd((double)n));
}

static void fill(struct zhun_gauge_table *t, enum zhun_gauge_term term, struct zhun_dd ss, double df)
{
	t->ss[term] = ss.hi > 0 ? dd_value(ss) : 0;
	t->df[term] = df;
	t->ms[term] = t->ss[term] / df;
}

static void test_against(struct zhun_gauge_table *t, enum zhun_gauge_term term, enum zhun_gauge_term below)
{
	bool any = t->ms[below] > 0;
	t->F[term] = any ? t->ms[term] / t->ms[below] : HUGE_VAL;
	t->p[term] = any ? gsl_cdf_fdist_Q(t->F[term], t->df[term], t->df[below]) : 0;
}

enum zhun_code zhun_gauge_nested(const struct zhun_gauge_study *s, struct zhun_gauge_table *ret, struct zhun_error *err)
{
	size_t least = s->parts < s->operators ? s->parts : s->operators;
	least = least < s->trials ? least : s->trials;
	if (least < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(least));
	size_t each = s->parts * s->trials, all = s->operators * each;
	double p = (double)s->parts, o = (double)s->operators, n = (double)s->trials;
	struct zhun_dd parts = dd(0), within = dd(0);
	for (size_t i = 0; i < s->operators; i++)
		parts = dd_add(parts, squares_of_means(s->x + i * each, s->parts, s->trials));
	for (size_t i = 0; i < all; i += s->trials)
		within = dd_add(within, squares_of_means(s->x + i, s->trials, 1));
	struct zhun_gauge_table t = {.ss = {0}};
	fill(&t, ZHUN_GAUGE_PART, parts, o * (p - 1));
	fill(&t, ZHUN_GAUGE_OPERATOR, squares_of_means(s->x, s->operators, each), o - 1);
	fill(&t, ZHUN_GAUGE_REPEATABILITY, within, o * p * (n - 1));
	fill(&t, ZHUN_GAUGE_TOTAL, squares_of_means(s->x, all, 1), (double)all - 1);
	test_against(&t, ZHUN_GAUGE_OPERATOR, ZHUN_GAUGE_PART);
	test_against(&t, ZHUN_GAUGE_PART, ZHUN_GAUGE_REPEATABILITY);
	*ret = t;
	return ZHUN_OK;
}

struct zhun_gauge_components zhun_gauge_nested_components(const struct zhun_gauge_table *t,
							  const struct zhun_gauge_study *s, bool keep_negative)
{
	double n = (double)s->trials, repeat = t->ms[ZHUN_GAUGE_REPEATABILITY], part = t->ms[ZHUN_GAUGE_PART];
	double by_part = (part - repeat) / n;
	double by_operator = (t->ms[ZHUN_GAUGE_OPERATOR] - part) / ((double)s->parts * n);
	if (!keep_negative) {
		by_part = fmax(0, by_part);
		by_operator = fmax(0, by_operator);
	}
	return (struct zhun_gauge_components){{
		[ZHUN_GAUGE_EV] = repeat, [ZHUN_GAUGE_BY_OPERATOR] = by_operator, [ZHUN_GAUGE_AV] = by_operator,
		[ZHUN_GAUGE_GRR] = repeat + by_operator, [ZHUN_GAUGE_PV] = by_part,
		[ZHUN_GAUGE_TV] = repeat + by_operator + by_part,
	}};
}
