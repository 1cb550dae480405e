/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/quantile.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

/* Before main, while there is one thread. */
__attribute__((constructor)) static void never_abort(void)
{
	(void)gsl_set_error_handler_off();
}

/* x/(1 − x) = exp(u): both ends of 0 … 1 keep their digits. */
static double below(double u, double a, double b)
{
	return u <= 0 ? gsl_cdf_beta_P(exp(u) / (1 + exp(u)), a, b) : gsl_cdf_beta_Q(1 / (1 + exp(u)), b, a);
}

static double above(double u, double a, double b)
{
	return below(-u, b, a);
}

/* The u with p below it, or q above it, whichever is the smaller. */
static double odds(double p, double q, double a, double b)
{
	double low = -700, high = 700;
	for (int i = 0; i < 100; i++) {
		double u = low + (high - low) / 2;
		bool short_of = p <= q ? below(u, a, b) < p : above(u, a, b) > q;
		if (short_of)
			low = u;
		else
			high = u;
	}
	return low + (high - low) / 2;
}

double quantile_beta(double p, double a, double b)
{
	return p <= 0 ? 0 : p >= 1 ? 1 : 1 / (1 + exp(-odds(p, 1 - p, a, b)));
}

double quantile_f(double p, double a, double b)
{
	return b / a * exp(odds(p, 1 - p, a / 2, b / 2));
}

double quantile_f_upper(double p, double a, double b)
{
	return b / a * exp(odds(1 - p, p, a / 2, b / 2));
}
