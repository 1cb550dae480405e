/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference values and scores; the robust algorithms stand in robust.c, precision in precision.c. */
#include "zhun/measure/ilc.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static enum zhun_code check(const double *u, size_t n, struct zhun_error *err)
{
	if (n < 2)
		return zhun_fail(err, ZHUN_E_SERIES_SHORT, NULL, ZHUN_INT(2), ZHUN_INT(n));
	for (size_t i = 0; i < n; i++)
		if (!(u[i] > 0))
			return zhun_fail(err, ZHUN_E_PARAMETER_BAD, NULL, "u", "> 0");
	return ZHUN_OK;
}

/* Mean with weights 1/(u² + tau2), the sum of weights and the weighted sum of squares about it. */
struct weighted {
	double mean, sum_w, squares;
};

static struct weighted weigh(const double *x, const double *u, size_t n, double tau2)
{
	struct weighted r = {0};
	/* centred on the first result, so that large common parts do not eat digits */
	for (size_t i = 0; i < n; i++) {
		double w = 1 / (u[i] * u[i] + tau2);
		r.sum_w += w;
		r.mean += w * (x[i] - x[0]);
	}
	r.mean = x[0] + r.mean / r.sum_w;
	for (size_t i = 0; i < n; i++)
		r.squares += (x[i] - r.mean) * (x[i] - r.mean) / (u[i] * u[i] + tau2);
	return r;
}

/* Σ w (x − m)² = n − 1 falls with tau²: bracketed by doubling, then halved to the last digit. */
static enum zhun_code mandel_paule(const double *x, const double *u, size_t n, double *ret, struct zhun_error *err)
{
	double wanted = (double)n - 1, low = 0, high = u[0] * u[0];
	*ret = 0;
	if (weigh(x, u, n, 0).squares <= wanted)
		return ZHUN_OK;
	for (int i = 0; i < 2000 && weigh(x, u, n, high).squares > wanted; i++)
		high *= 2;
	if (!(weigh(x, u, n, high).squares <= wanted))
		return zhun_fail(err, ZHUN_E_NOT_CONVERGED, NULL, "Mandel-Paule");
	for (int i = 0; i < 200 && high - low > 1e-16 * high; i++) {
		double middle = low + (high - low) / 2;
		if (weigh(x, u, n, middle).squares > wanted)
			low = middle;
		else
			high = middle;
	}
	*ret = low + (high - low) / 2;
	return ZHUN_OK;
}

static double dersimonian_laird(const double *x, const double *u, size_t n)
{
	struct weighted r = weigh(x, u, n, 0);
	double sum_w2 = 0;
	for (size_t i = 0; i < n; i++)
		sum_w2 += 1 / (u[i] * u[i] * u[i] * u[i]);
	double tau2 = (r.squares - ((double)n - 1)) / (r.sum_w - sum_w2 / r.sum_w);
	return tau2 > 0 ? tau2 : 0;
}

enum zhun_code zhun_reference_value(enum zhun_reference_method method, const double *x, const double *u,
				    size_t n, struct zhun_reference *ret, struct zhun_error *err)
{
	double tau2 = 0;
	enum zhun_code code = check(u, n, err);
	if (!code && method == ZHUN_MANDEL_PAULE)
		code = mandel_paule(x, u, n, &tau2, err);
	if (code)
		return code;
	if (method == ZHUN_DERSIMONIAN_LAIRD)
		tau2 = dersimonian_laird(x, u, n);
	struct weighted r = weigh(x, u, n, tau2);
	double chi2 = weigh(x, u, n, 0).squares;
	*ret = (struct zhun_reference){
		.mean = r.mean, .u = 1 / sqrt(r.sum_w), .chi2 = chi2,
		.p = gsl_cdf_chisq_Q(chi2, (double)n - 1), .tau2 = tau2,
	};
	return ZHUN_OK;
}

struct zhun_equivalence zhun_degree_of_equivalence(double x, double u, const struct zhun_reference *r, double k)
{
	struct zhun_equivalence e = {.d = x - r->mean};
	double rest = u * u + r->tau2 - r->u * r->u;   /* the result is itself part of the mean */
	e.U = k * sqrt(rest > 0 ? rest : 0);
	e.en = e.U > 0 ? e.d / e.U : copysign(HUGE_VAL, e.d);
	return e;
}

static double over(double d, double divisor)
{
	return divisor > 0 ? d / divisor : copysign(HUGE_VAL, d);
}

struct zhun_scores zhun_scores_of(const struct zhun_score_inputs *in)
{
	double d = in->x - in->x_assigned, u = hypot(in->u_x, in->u_assigned);
	return (struct zhun_scores){
		.z = over(d, in->s_pt),
		.z_prime = over(d, hypot(in->s_pt, in->u_assigned)),
		.zeta = over(d, u),
		.en = over(d, in->k * u),
	};
}
