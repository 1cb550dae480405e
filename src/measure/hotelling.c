/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/hotelling.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "measure/matrix.h"
#include "measure/quantile.h"

static double square_of(const struct zhun_hotelling_process *process, const double *l, const double *x, double *y)
{
	double t2 = 0;
	for (size_t i = 0; i < process->m; i++)
		y[i] = x[i] - process->mean[i];
	matrix_solve_lower(l, process->m, y);
	for (size_t i = 0; i < process->m; i++)
		t2 += y[i] * y[i];
	return t2;
}

enum zhun_code zhun_hotelling_t2(struct zhun_arena *a, const struct zhun_hotelling_process *process, const double *x,
				 size_t n, double *ret, struct zhun_error *err)
{
	size_t m = process->m;
	double *l = ZHUN_NEW_ARRAY(a, m * m, double), *y = ZHUN_NEW_ARRAY(a, m, double);
	if (!l || !y)
		return zhun_no_memory(a, err);
	memcpy(l, process->S, m * m * sizeof *l);
	if (!matrix_factor(l, m))
		return zhun_fail(err, ZHUN_E_LPU_NOT_SEMIDEFINITE, NULL);
	for (size_t i = 0; i < n; i++)
		ret[i] = square_of(process, l, x + i * m, y);
	return ZHUN_OK;
}

static double by_observations(const struct zhun_hotelling_design *d, double p)
{
	double n = (double)d->groups, m = (double)d->m;
	if (d->phase == ZHUN_HOTELLING_PHASE_1)
		return (n - 1) * (n - 1) / n * quantile_beta(p, m / 2, (n - m - 1) / 2);
	return m * (n + 1) * (n - 1) / (n * (n - m)) * quantile_f(p, m, n - m);
}

static double by_subgroups(const struct zhun_hotelling_design *d, double p)
{
	double g = (double)d->groups, n = (double)d->n, m = (double)d->m, dof = g * n - g - m + 1;
	double points = d->phase == ZHUN_HOTELLING_PHASE_1 ? g - 1 : g + 1;
	return m * points * (n - 1) / dof * quantile_f(p, m, dof);
}

enum zhun_code zhun_hotelling_limit_of(const struct zhun_hotelling_design *d, double p, double *ret,
				       struct zhun_error *err)
{
	size_t needed = d->n > 1 ? d->groups * (d->n - 1) + 1 : d->groups, least = d->m + 2;
	if (d->groups < 2 || d->m < 1 || d->n < 1 || needed < least)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(least), ZHUN_INT(needed));
	if (!(p > 0 && p < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "p", "0 < p < 1");
	*ret = d->n > 1 ? by_subgroups(d, p) : by_observations(d, p);
	return ZHUN_OK;
}
