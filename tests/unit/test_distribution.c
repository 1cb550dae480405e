/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure/distribution.c, measure/quadrature.c */
#include "zhun/measure/distribution.h"

#include "measure/quadrature.h"
#include "near.h"

static const struct zhun_distribution all[] = {
	{ZHUN_D_NORMAL, 10, 2, 0, 0},	  {ZHUN_D_T, 10, 2, 5, 0},
	{ZHUN_D_UNIFORM, -1, 0.5, 0, 0},  {ZHUN_D_TRIANGULAR, 3, 2, 0, 0},
	{ZHUN_D_ARCSINE, 0, 1.5, 0, 0},	  {ZHUN_D_TRAPEZOIDAL, 1, 2, 0.4, 0},
	{ZHUN_D_TRAPEZOIDAL, 1, 2, 1, 0}, {ZHUN_D_CTRAP, 5, 1, 0.3, 0},
	{ZHUN_D_EXPONENTIAL, 2, 0, 0, 0}, {ZHUN_D_GAMMA, 3, 0.5, 0, 0},
	{ZHUN_D_BETA, 2, 3, -1, 4},	  {ZHUN_D_LOGNORMAL, 0.2, 0.3, 0, 0},
};

/* Law: the quantile undoes the distribution function, and both tails make one. */
static void quantile_and_cdf_agree(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(all); i++)
		for (double p = 0.001; p < 1; p += 0.0173) {
			const struct zhun_distribution *d = &all[i];
			double x = zhun_distribution_quantile(d, p);
			unit_check(fabs(zhun_distribution_cdf(d, x) - p) < 1e-10 &&
					   fabs(zhun_distribution_upper(d, x) - (1 - p)) < 1e-10,
				   __FILE__, __LINE__, "%s at %g", zhun_distribution_row(d->kind)->name,
				   p);
		}
}

struct moment {
	const struct zhun_distribution *d;
	int power;
};

static double moment_at(double x, const void *context)
{
	const struct moment *m = context;
	return zhun_distribution_pdf(m->d, x) * pow(x - zhun_distribution_mean(m->d), m->power);
}

/* Law: the density integrates to the change of the distribution function, its second moment to the
 * variance. Arcsine has poles at its ends, so only its middle is integrated; t5 has heavy tails. */
static void densities_integrate(void)
{
	for (size_t i = 0; i < ZHUN_COUNT(all); i++) {
		const struct zhun_distribution *d = &all[i];
		bool heavy = d->kind == ZHUN_D_T, poles = d->kind == ZHUN_D_ARCSINE;
		double tail = poles ? 0.1 : 1e-13, mass = 0, variance = 0, sd = zhun_distribution_sd(d);
		double low = zhun_distribution_quantile(d, tail),
		       high = zhun_distribution_quantile(d, 1 - tail);
		double mean = zhun_distribution_mean(d),
		       flat = d->kind == ZHUN_D_TRAPEZOIDAL ? d->b * d->c : d->b - d->c;
		double cuts[] = {low, fmax(low, mean - fabs(flat)), mean, fmin(high, mean + fabs(flat)),
				 high};
		if (cuts[1] > mean || cuts[3] < mean)
			cuts[1] = cuts[3] = mean;
		CHECK(quadrature(moment_at, &(struct moment){d, 0}, cuts, 5, 1e-11, &mass));
		unit_check(fabs(mass - (1 - 2 * tail)) < 1e-9, __FILE__, __LINE__, "%s has mass %.12g",
			   zhun_distribution_row(d->kind)->name, mass);
		if (heavy || poles)
			continue;
		CHECK(quadrature(moment_at, &(struct moment){d, 2}, cuts, 5, 1e-11, &variance));
		unit_check(fabs(sqrt(variance) - sd) < 1e-7 * sd, __FILE__, __LINE__,
			   "%s has sd %.12g not %.12g", zhun_distribution_row(d->kind)->name,
			   sqrt(variance), sd);
	}
}

static void known_standard_deviations(void)
{
	CHECK_NEAR(zhun_distribution_sd(&all[1]), 2 * sqrt(5.0 / 3), 1e-14);
	CHECK_NEAR(zhun_distribution_sd(&all[4]), 1.5 / sqrt(2), 1e-14);
	const struct zhun_distribution cauchy = {ZHUN_D_T, 0, 1, 1, 0},
				       fixed = {ZHUN_D_CONSTANT, 7, 0, 0, 0};
	CHECK(isinf(zhun_distribution_sd(&cauchy)));
	CHECK_NEAR(zhun_distribution_sd(&fixed), 0, 0);
	CHECK_NEAR(zhun_distribution_cdf(&fixed, 7), 1, 0);
	CHECK_NEAR(zhun_distribution_upper(&fixed, 6.9), 1, 0);
}

static void bad_parameters_are_named(void)
{
	static const struct {
		struct zhun_distribution d;
		const char *word;
	} rows[] = {
		{{ZHUN_D_NORMAL, 0, -1, 0, 0}, "u"},
		{{ZHUN_D_T, 0, 1, 0, 0}, "dof"},
		{{ZHUN_D_TRAPEZOIDAL, 0, 1, 1.5, 0}, "top_ratio"},
		{{ZHUN_D_CTRAP, 0, 1, 1, 0}, "inexactness"},
		{{ZHUN_D_EXPONENTIAL, 0, 0, 0, 0}, "mean"},
		{{ZHUN_D_GAMMA, 1, 0, 0, 0}, "scale"},
		{{ZHUN_D_BETA, 1, 1, 3, 2}, "high"},
		{{ZHUN_D_LOGNORMAL, HUGE_VAL, 1, 0, 0}, "mu"},
	};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		struct zhun_error err = {.code = ZHUN_OK};
		CHECK_CODE(zhun_distribution_check(&rows[i].d, &err), ZHUN_E_PARAMETER_BAD, &err);
		CHECK_TEXT(err.arg[0], rows[i].word);
	}
	for (size_t i = 0; i < ZHUN_COUNT(all); i++) {
		struct zhun_error err;
		double low, high;
		CHECK_CODE(zhun_distribution_check(&all[i], &err), ZHUN_OK, &err);
		zhun_distribution_support(&all[i], &low, &high);
		CHECK(low < zhun_distribution_mean(&all[i]) && high > zhun_distribution_mean(&all[i]));
	}
}

static const struct unit_test tests[] = {
	{"distribution: quantile and distribution function agree", quantile_and_cdf_agree},
	{"distribution: densities integrate", densities_integrate},
	{"distribution: known standard deviations", known_standard_deviations},
	{"distribution: bad parameters are named", bad_parameters_are_named},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
