/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nested designs of any shape. Mean squares are told apart by what they expect: the mean square of level l
 * expects Σ k_lm σ_m² over the levels m from l on, with k from the numbers of readings alone (Searle, Casella
 * and McCulloch 1992, 3.6; for staggered designs ISO 5725-3). Solved from the last level upwards. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"
#include "zhun/measure/nested.h"

enum { MOST = ZHUN_NESTED_LEVELS };

struct table {
	const struct zhun_nested_tree *tree;
	size_t groups[MOST];
	double share[MOST + 1][MOST];   /* Σ n_h²/n_g, groups h of level m in groups g of level l − 1; g all: l 0 */
	double of[MOST][MOST];          /* component l as Σ of·(mean square of level) */
};

/* The group of reading i at a level; all are in one above the first, each is its own at the last. */
static size_t group_of(const struct zhun_nested_tree *t, size_t level, size_t i)
{
	return level == 0 ? 0 : level == t->levels ? i : t->group[level - 1][i];
}

static size_t end_of(const struct zhun_nested_tree *t, size_t level, size_t from)
{
	size_t end = from + 1;
	while (end < t->x.count && group_of(t, level, end) == group_of(t, level, from))
		end++;
	return end;
}

static enum zhun_code check(const struct zhun_nested_tree *t, struct zhun_error *err)
{
	if (t->levels < 2 || t->levels > MOST)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "levels", "2 … 6");
	if (t->x.count < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, "2", ZHUN_INT(t->x.count));
	for (size_t l = 1; l < t->levels; l++)
		for (size_t i = 1; i < t->x.count; i++) {
			bool new_above = group_of(t, l - 1, i) != group_of(t, l - 1, i - 1);
			if (new_above && group_of(t, l, i) == group_of(t, l, i - 1))
				return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "group", "nested");
		}
	return ZHUN_OK;
}

/* Sum of squares of a level about the means of the level above, and its number of groups. */
static struct zhun_dd squares(const struct zhun_nested_tree *t, size_t level, size_t *ret_groups)
{
	struct zhun_dd sum = dd(0);
	*ret_groups = 0;
	for (size_t start = 0, above; start < t->x.count; start = above) {
		above = end_of(t, level - 1, start);
		struct zhun_dd mean = dd_mean(t->x.x + start, above - start);
		for (size_t i = start, end; i < above; i = end, ++*ret_groups) {
			end = end_of(t, level, i);
			struct zhun_dd off = dd_sub(dd_mean(t->x.x + i, end - i), mean);
			sum = dd_add(sum, dd_mul(dd((double)(end - i)), dd_square(off)));
		}
	}
	return sum;
}

static void share(struct table *q, size_t above, size_t level)
{
	const struct zhun_nested_tree *t = q->tree;
	double sum = 0;
	for (size_t start = 0, end; start < t->x.count; start = end) {
		double inside = 0;
		end = end_of(t, above, start);
		for (size_t i = start, stop; i < end; i = stop) {
			stop = end_of(t, level, i);
			inside += (double)(stop - i) * (double)(stop - i);
		}
		sum += inside / (double)(end - start);
	}
	q->share[above][level - 1] = sum;
}

/* k of the mean square of level l and component m, levels from 0. */
static double expects(const struct table *q, size_t l, size_t m, double df)
{
	return (q->share[l + 1][m] - q->share[l][m]) / df;
}

/* Degrees of freedom of Σ c·(mean square), Satterthwaite (JCGM 100 G.4.1). */
static double satterthwaite(const struct zhun_nested *n, const double *c)
{
	double sum = 0, below = 0;
	for (size_t j = 0; j < n->levels; j++) {
		double part = c[j] * n->level[j].ms;
		sum += part;
		below += part * part / n->level[j].df;
	}
	return sum > 0 ? sum * sum / below : 0;
}

static double total(const struct zhun_nested *n, const double *c)
{
	double sum = 0;
	for (size_t j = 0; j < n->levels; j++)
		sum += c[j] * n->level[j].ms;
	return sum;
}

static void set_component(struct table *q, struct zhun_nested *n, size_t l, enum zhun_negative negative)
{
	struct zhun_nested_level *level = &n->level[l];
	double own = expects(q, l, l, level->df), others[MOST] = {0};
	for (size_t m = l + 1; m < n->levels; m++)
		for (size_t j = 0; j < n->levels; j++)
			others[j] += expects(q, l, m, level->df) * q->of[m][j];
	for (size_t j = 0; j < n->levels; j++)
		q->of[l][j] = ((j == l) - others[j]) / own;
	level->component = total(n, q->of[l]);
	level->dof = satterthwaite(n, q->of[l]);
	if (negative == ZHUN_NEGATIVE_ZERO)
		level->component = fmax(level->component, 0);
	double below = total(n, others), dof = satterthwaite(n, others);
	bool last = l + 1 == n->levels;
	level->F = last ? HUGE_VAL : below > 0 ? level->ms / below : (double)NAN;
	level->p = last ? 0 : below > 0 ? gsl_cdf_fdist_Q(level->F, level->df, dof) : (double)NAN;
}

/* The mean of all readings has the variance Σ σ_m² Σ (n_h/N)². */
static void set_mean(const struct table *q, struct zhun_nested *n)
{
	double c[MOST] = {0}, all = (double)q->tree->x.count;
	for (size_t m = 0; m < n->levels; m++)
		for (size_t j = 0; j < n->levels; j++)
			c[j] += q->share[0][m] / all * q->of[m][j];
	n->mean = dd_value(dd_mean(q->tree->x.x, q->tree->x.count));
	n->u = sqrt(total(n, c));
	n->dof = satterthwaite(n, c);
}

enum zhun_code zhun_nested_tree_analyse(const struct zhun_nested_tree *t, struct zhun_nested *ret,
					struct zhun_error *err)
{
	struct table q = {.tree = t};
	struct zhun_nested n = {.levels = t->levels};
	enum zhun_code code = check(t, err);
	for (size_t l = 0; l < t->levels && !code; l++) {
		struct zhun_dd ss = squares(t, l + 1, &q.groups[l]);
		double df = (double)q.groups[l] - (l ? (double)q.groups[l - 1] : 1);
		if (!(df >= 1))
			return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(q.groups[l] + 1),
					 ZHUN_INT(q.groups[l]));
		n.level[l] = (struct zhun_nested_level){.ss = dd_value(ss), .df = df,
							.ms = dd_value(dd_div(ss, dd(df)))};
	}
	if (code)
		return code;
	for (size_t above = 0; above <= n.levels; above++)
		for (size_t m = above ? above : 1; m <= n.levels; m++)
			share(&q, above, m);
	for (size_t l = n.levels; l-- > 0;)
		set_component(&q, &n, l, t->negative);
	set_mean(&q, &n);
	*ret = n;
	return ZHUN_OK;
}
