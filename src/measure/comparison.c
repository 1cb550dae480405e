/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference values and degrees of equivalence; Q and Hampel stand in robust_pairs.c. */
#include "zhun/measure/comparison.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { SUBSET_MOST = 20 };

enum zhun_code zhun_median_reference(struct zhun_arena *a, const double *x, size_t n, double *ret_median, double *ret_u,
				     struct zhun_error *err)
{
	double median = 0, mad = 0, *off;
	if (n < 3)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(3), ZHUN_INT(n));
	enum zhun_code code = zhun_median(a, x, n, &median, err);
	if (code)
		return code;
	off = ZHUN_NEW_ARRAY(a, n, double);
	if (!off)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < n; i++)
		off[i] = fabs(x[i] - median);
	code = zhun_median(a, off, n, &mad, err);
	if (code)
		return code;
	*ret_median = median;
	*ret_u = 1.858 * mad / sqrt((double)n - 1);
	return ZHUN_OK;
}

/* The larger of the variances of the plain mean and of Mandel and Paule's, as of one result. */
static double spread_of(const double *x, size_t n, const struct zhun_reference *mp)
{
	double sum = 0, count = (double)n;
	for (size_t i = 0; i < n; i++)
		sum += (x[i] - mp->mean) * (x[i] - mp->mean);
	return sqrt(count * fmax(sum / (count * (count - 1)), mp->u * mp->u));
}

enum zhun_code zhun_power_moderated(const double *x, const double *u, size_t n, double *weights,
				    struct zhun_moderated *ret, struct zhun_error *err)
{
	struct zhun_reference mp;
	if (n < 3)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(3), ZHUN_INT(n));
	enum zhun_code code = zhun_reference_value(ZHUN_MANDEL_PAULE, x, u, n, &mp, err);
	if (code)
		return code;
	double alpha = 2 - 3 / (double)n, spread = spread_of(x, n, &mp), sum = 0, mean = 0;
	for (size_t i = 0; i < n; i++) {
		weights[i] = pow(u[i] * u[i] + mp.tau2, -alpha / 2) * pow(spread, alpha - 2);
		sum += weights[i];
	}
	for (size_t i = 0; i < n; i++) {
		weights[i] /= sum;
		mean += weights[i] * (x[i] - x[0]);
	}
	*ret = (struct zhun_moderated){x[0] + mean, 1 / sqrt(sum), mp.tau2, alpha};
	return ZHUN_OK;
}

/* ---- subsets ---- */

/* Weighted mean of the members of @a set, a bit each. */
static struct zhun_reference reference_of(const struct zhun_comparison *c, unsigned set, size_t *ret_count)
{
	const double *x = c->x, *u = c->u;
	struct zhun_reference r = {0};
	double w = 0, square = 0;
	*ret_count = 0;
	for (size_t i = 0; i < c->n; i++)
		if (set >> i & 1) {
			double d = x[i] - x[0], wi = 1 / (u[i] * u[i]);
			w += wi;
			r.mean += wi * d;
			++*ret_count;
		}
	r.mean /= w;
	for (size_t i = 0; i < c->n; i++)
		if (set >> i & 1) {
			double d = (x[i] - x[0] - r.mean) / u[i];
			square += d * d;
		}
	r.mean += x[0];
	r.u = 1 / sqrt(w);
	r.chi2 = square;
	r.p = *ret_count > 1 ? gsl_cdf_chisq_Q(square, (double)*ret_count - 1) : 1;
	return r;
}

static enum zhun_code check(const struct zhun_comparison *c, double level, struct zhun_error *err)
{
	if (c->n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(c->n));
	if (c->n > SUBSET_MOST)
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "results", "2 … 20");
	if (!(level > 0 && level < 1))
		return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "level", "0 < p < 1");
	for (size_t i = 0; i < c->n; i++)
		if (!(c->u[i] > 0))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u", "> 0");
	return ZHUN_OK;
}

enum zhun_code zhun_consistent_subset(const struct zhun_comparison *c, double level, bool *chosen,
				      struct zhun_reference *ret, struct zhun_error *err)
{
	struct zhun_reference best = {.chi2 = HUGE_VAL};
	unsigned best_set = 0;
	size_t best_count = 0, count;
	enum zhun_code code = check(c, level, err);
	if (code)
		return code;
	for (unsigned set = 1; set < 1U << c->n; set++) {
		struct zhun_reference r = reference_of(c, set, &count);
		if (r.p < level || count < best_count || (count == best_count && r.chi2 >= best.chi2))
			continue;
		best = r;
		best_set = set;
		best_count = count;
	}
	for (size_t i = 0; i < c->n; i++)
		chosen[i] = best_set >> i & 1;
	*ret = best;
	return ZHUN_OK;
}

/* ---- equivalence and scores ---- */

struct zhun_equivalence zhun_equivalence_to(double x, double u, double weight, double reference, double u_reference,
					    double k)
{
	struct zhun_equivalence e = {.d = x - reference};
	e.U = k * sqrt(fmax(0, (1 - 2 * weight) * u * u + u_reference * u_reference));
	e.en = e.U > 0 ? e.d / e.U : copysign(HUGE_VAL, e.d);
	return e;
}

double zhun_q_score(double x, double x_assigned)
{
	double d = x - x_assigned;
	return fabs(x_assigned) > 0 ? 100 * d / x_assigned : copysign(HUGE_VAL, d);
}

enum zhun_assessment zhun_assess_z(double z)
{
	double size = fabs(z);
	return size <= 2 ? ZHUN_SATISFACTORY : size < 3 ? ZHUN_QUESTIONABLE : ZHUN_UNSATISFACTORY;
}

enum zhun_assessment zhun_assess_en(double en)
{
	return fabs(en) <= 1 ? ZHUN_SATISFACTORY : ZHUN_UNSATISFACTORY;
}

const char *zhun_assessment_title(enum zhun_assessment a, enum zhun_language language)
{
	static const char *const titles[][2] = {
		[ZHUN_SATISFACTORY] = {"satisfactory", "满意"},
		[ZHUN_QUESTIONABLE] = {"questionable", "有问题"},
		[ZHUN_UNSATISFACTORY] = {"unsatisfactory", "不满意"},
	};
	return titles[a][language];
}
