/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/nested.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "measure/dd.h"

static enum zhun_code check(const struct zhun_nested_design *d, struct zhun_error *err)
{
	size_t all = 1;
	if (d->levels < 2 || d->levels > ZHUN_NESTED_LEVELS)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "levels", "2 … 6");
	for (size_t l = 0; l < d->levels; l++) {
		if (d->sizes[l] < 2)
			return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, "2", ZHUN_INT(d->sizes[l]));
		if (__builtin_mul_overflow(all, d->sizes[l], &all))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "sizes", "< 2⁶⁴");
	}
	if (all != d->x.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(all), ZHUN_INT(d->x.count));
	return ZHUN_OK;
}

/* Σ over the groups of `size` readings within groups of `above`: size · (mean − mean above)² */
static struct zhun_dd spread(struct zhun_series x, size_t size, size_t above)
{
	struct zhun_dd sum = dd(0);
	for (size_t start = 0; start < x.count; start += above) {
		struct zhun_dd mean = dd_mean(x.x + start, above);
		for (size_t i = start; i < start + above; i += size) {
			struct zhun_dd off = dd_sub(dd_mean(x.x + i, size), mean);
			sum = dd_add(sum, dd_mul(dd((double)size), dd_square(off)));
		}
	}
	return sum;
}

/* Component (ms − ms below)/readings in one of the level, and its degrees of freedom (JCGM 100 G.4.1
 * for a difference of two mean squares). */
static void set_component(struct zhun_nested_level *l, const struct zhun_nested_level *below, double size,
			  enum zhun_negative negative)
{
	double difference = l->ms - below->ms;
	l->F = below->ms > 0 ? l->ms / below->ms : HUGE_VAL;
	l->p = isinf(l->F) ? 0 : gsl_cdf_fdist_Q(l->F, l->df, below->df);
	l->component = difference / size;
	if (difference > 0)
		l->dof = difference * difference / (l->ms * l->ms / l->df + below->ms * below->ms / below->df);
	else if (negative == ZHUN_NEGATIVE_ZERO)
		l->component = 0;
}

enum zhun_code zhun_nested_analyse(const struct zhun_nested_design *d, struct zhun_nested *ret,
				   struct zhun_error *err)
{
	struct zhun_nested out = {.levels = d->levels};
	enum zhun_code code = check(d, err);
	if (code)
		return code;
	double groups = 1;
	size_t above = d->x.count, sizes[ZHUN_NESTED_LEVELS];
	for (size_t l = 0; l < d->levels; l++) {
		struct zhun_nested_level *level = &out.level[l];
		sizes[l] = above / d->sizes[l];
		struct zhun_dd ss = spread(d->x, sizes[l], above);
		level->ss = dd_value(ss);
		level->df = groups * (double)(d->sizes[l] - 1);
		level->ms = dd_value(dd_div(ss, dd(level->df)));
		groups *= (double)d->sizes[l];
		above = sizes[l];
	}
	struct zhun_nested_level *last = &out.level[d->levels - 1];
	*last = (struct zhun_nested_level){last->ss, last->df, last->ms, HUGE_VAL, 0, last->ms, last->df};
	for (size_t l = 0; l + 1 < d->levels; l++)
		set_component(&out.level[l], &out.level[l + 1], (double)sizes[l], d->negative);
	out.mean = dd_value(dd_mean(d->x.x, d->x.count));
	out.u = sqrt(out.level[0].ms / (double)d->x.count);
	out.dof = out.level[0].df;
	*ret = out;
	return ZHUN_OK;
}

/* ---- two factors crossed ---- */

/* the mean of runs of `run` readings, one every `step` from `start` on */
static struct zhun_dd mean_of_runs(struct zhun_series x, size_t start, size_t run, size_t step)
{
	struct zhun_dd sum = dd(0);
	size_t count = 0;
	for (size_t i = start; i < x.count; i += step, count += run)
		sum = dd_add(sum, dd_sum(x.x + i, run));
	return dd_div(sum, dd((double)count));
}

static void set_term(struct zhun_two_way_term *t, struct zhun_dd ss, double df)
{
	*t = (struct zhun_two_way_term){.ss = dd_value(ss), .df = df, .F = HUGE_VAL};
	t->ms = df > 0 ? t->ss / df : 0;
}

static void compare(struct zhun_two_way_term *t, const struct zhun_two_way_term *residual)
{
	t->F = residual->ms > 0 ? t->ms / residual->ms : HUGE_VAL;
	t->p = isinf(t->F) ? 0 : gsl_cdf_fdist_Q(t->F, t->df, residual->df);
}

/* Σ (cell mean − row mean − column mean + grand mean)² */
static struct zhun_dd interaction_of(struct zhun_series x, size_t a, size_t b, size_t n, struct zhun_dd grand)
{
	struct zhun_dd sum = dd(0);
	for (size_t i = 0; i < a; i++)
		for (size_t j = 0; j < b; j++) {
			struct zhun_dd cell = dd_mean(x.x + (i * b + j) * n, n), row = dd_mean(x.x + i * b * n, b * n);
			struct zhun_dd column = mean_of_runs(x, j * n, n, b * n);
			sum = dd_add(sum, dd_square(dd_add(dd_sub(dd_sub(cell, row), column), grand)));
		}
	return dd_mul(sum, dd((double)n));
}

enum zhun_code zhun_two_way_analyse(struct zhun_series x, size_t a, size_t b, size_t n, struct zhun_two_way *ret,
				    struct zhun_error *err)
{
	size_t all = 0;
	if (a < 2 || b < 2 || n < 1)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, n < 1 ? "1" : "2",
				 ZHUN_INT(n < 1 ? n : a < 2 ? a : b));
	if (__builtin_mul_overflow(a, b, &all) || __builtin_mul_overflow(all, n, &all) || all != x.count)
		return zhun_fail(err, ZHUN_E_SERIES_UNEQUAL, NULL, ZHUN_INT(all), ZHUN_INT(x.count));
	struct zhun_dd grand = dd_mean(x.x, x.count), of_a = dd(0), of_b = dd(0);
	for (size_t i = 0; i < a; i++)
		of_a = dd_add(of_a, dd_square(dd_sub(dd_mean(x.x + i * b * n, b * n), grand)));
	for (size_t j = 0; j < b; j++)
		of_b = dd_add(of_b, dd_square(dd_sub(mean_of_runs(x, j * n, n, b * n), grand)));
	struct zhun_dd both = interaction_of(x, a, b, n, grand), within = spread(x, 1, n);
	struct zhun_two_way out = {.mean = dd_value(grand)};
	double df = (double)(a - 1) * (double)(b - 1);
	set_term(&out.a, dd_mul(of_a, dd((double)(b * n))), (double)(a - 1));
	set_term(&out.b, dd_mul(of_b, dd((double)(a * n))), (double)(b - 1));
	set_term(&out.interaction, n > 1 ? both : dd(0), n > 1 ? df : 0);
	set_term(&out.residual, n > 1 ? within : both, n > 1 ? (double)(a * b) * (double)(n - 1) : df);
	compare(&out.a, &out.residual);
	compare(&out.b, &out.residual);
	if (n > 1)
		compare(&out.interaction, &out.residual);
	*ret = out;
	return ZHUN_OK;
}
