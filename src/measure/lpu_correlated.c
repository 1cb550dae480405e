/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/lpu_correlated.h"

#include <math.h>

#include "measure/lpu_inside.h"

static bool together(const size_t *group, size_t i, size_t k)
{
	return i == k || (group && group[i] && group[i] == group[k]);
}

/* a group is met at its first input */
static bool is_first(const size_t *group, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (together(group, k, i))
			return false;
	return true;
}

/* Σ c_a S c_b over rows of the group of i, and columns of it too, or all of them */
static double share(const struct zhun_lpu *l, size_t a, size_t b, const size_t *group, size_t i, bool all)
{
	double sum = 0.0;
	for (size_t k = i; k < l->n; k++) {
		if (!together(group, i, k))
			continue;
		for (size_t j = 0; j < l->n; j++)
			if (all || together(group, i, j))
				sum += zhun_lpu_sensitivity(l, a, k) * l->s[k * l->n + j] *
				       zhun_lpu_sensitivity(l, b, j);
	}
	return sum;
}

static double per_dof(const struct zhun_lpu *l, size_t i, double x)
{
	double dof = l->task.inputs[i].dof;
	return dof > 0.0 && isfinite(dof) ? x / dof : 0.0;
}

double zhun_lpu_dof_correlated(const struct zhun_lpu *l, size_t output, const size_t *group)
{
	double total = zhun_lpu_covariance(l, output, output), sum = 0.0;
	for (size_t i = 0; i < l->n; i++) {
		double t = is_first(group, i) ? share(l, output, output, group, i, true) : 0.0;
		sum += per_dof(l, i, t * t);
	}
	return sum > 0.0 ? total * total / sum : HUGE_VAL;
}

static double moments(double v11, double v12, double v22)
{
	return 2.0 * v11 * v11 + (v11 * v22 + v12 * v12) + 2.0 * v22 * v22;
}

double zhun_lpu_dof_complex(const struct zhun_lpu *l, size_t re, size_t im, const size_t *group)
{
	double total = moments(zhun_lpu_covariance(l, re, re), zhun_lpu_covariance(l, re, im),
			       zhun_lpu_covariance(l, im, im)),
	       sum = 0.0;
	for (size_t i = 0; i < l->n; i++)
		if (is_first(group, i))
			sum += per_dof(l, i,
				       moments(share(l, re, re, group, i, false), share(l, re, im, group, i, false),
					       share(l, im, im, group, i, false)));
	return sum > 0.0 ? total / sum : HUGE_VAL;
}
