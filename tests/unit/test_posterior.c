/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Priors and readings; expected values by mpmath (tests/reference/posterior.py). */
#include "zhun/measure/posterior.h"

#include "near.h"

static void published_priors(void)
{
	static const struct {
		struct zhun_distribution process, measurement;
		double y, low, high, inside, mean, sd;
	} rows[] = {
		{{ZHUN_D_NORMAL, 0.1, 0.4, 0, 0}, {ZHUN_D_NORMAL, 0, 0.15, 0, 0}, 0.9, -1, 1, 0.92135533241342175,
		 0.80136986301369867, 0.14044937663535667},
		{{ZHUN_D_GAMMA, 3, 0.5, 0, 0}, {ZHUN_D_UNIFORM, 0, 0.3, 0, 0}, 2.9, -HUGE_VAL, 3, 0.74953605329522779,
		 2.8612414720592667, 0.17034628597556627},
		{{ZHUN_D_UNIFORM, 10, 1, 0, 0}, {ZHUN_D_NORMAL, 0, 0.3, 0, 0}, 10.9, 9.5, 10.8, 0.58589284894097712,
		 10.720452916896394, 0.19951976317768165},
		{{ZHUN_D_BETA, 0.5, 2, 0, 1}, {ZHUN_D_NORMAL, 0, 0.1, 0, 0}, 0.1, 0, 0.2, 0.9174718679484853,
		 0.082810692551803121, 0.073772172245544756},
		{{ZHUN_D_NORMAL, 0, 1, 0, 0}, {ZHUN_D_T, 0, 0.5, 4, 0}, 2, -2, 2, 0.84332675271600652,
		 1.4051216553892214, 0.63879272867781707}};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++) {
		const struct zhun_risk r = {{rows[i].low, rows[i].high}, {rows[i].low, rows[i].high}, rows[i].process,
					    rows[i].measurement};
		struct zhun_posterior p = {0};
		struct zhun_error err;
		if (!CHECK_CODE(zhun_posterior_of(&r, rows[i].y, &p, &err), ZHUN_OK, &err))
			continue;
		CHECK_NEAR(p.inside, rows[i].inside, 1e-9);
		CHECK_NEAR(p.mean, rows[i].mean, 1e-9);
		CHECK_NEAR(p.sd, rows[i].sd, 1e-9);
	}
}

/* Averaged over what is read, the probability of being inside is that of the process. */
static void readings_average_out(void)
{
	const struct zhun_risk r = {{-1, 1}, {-1, 1}, {ZHUN_D_TRIANGULAR, 0.2, 1.5, 0, 0},
				    {ZHUN_D_NORMAL, 0, 0.4, 0, 0}};
	double sum = 0, step = 0.02;
	for (double y = -5; y <= 5; y += step) {
		struct zhun_posterior p = {0};
		struct zhun_error err;
		double seen = 0;
		for (double x = -1.295; x < 1.7; x += 0.01)
			seen += 0.01 * zhun_distribution_pdf(&r.process, x) *
				zhun_distribution_pdf(&r.measurement, y - x);
		if (seen < 1e-12)
			continue;
		if (!CHECK_CODE(zhun_posterior_of(&r, y, &p, &err), ZHUN_OK, &err))
			return;
		sum += step * seen * p.inside;
	}
	CHECK_NEAR(sum, zhun_distribution_cdf(&r.process, 1) - zhun_distribution_cdf(&r.process, -1), 1e-4);
}

static void refuses(void)
{
	struct zhun_risk r = {{-1, 1}, {-1, 1}, {ZHUN_D_UNIFORM, 0, 1, 0, 0}, {ZHUN_D_UNIFORM, 0, 0.1, 0, 0}};
	struct zhun_posterior p;
	struct zhun_error err;
	CHECK_CODE(zhun_posterior_of(&r, 1.2, &p, &err), ZHUN_E_PARAMETER_BAD, &err);
	CHECK_CODE(zhun_posterior_of(&r, HUGE_VAL, &p, &err), ZHUN_E_PARAMETER_BAD, &err);
	r.measurement.b = 0;
	CHECK_CODE(zhun_posterior_of(&r, 0, &p, &err), ZHUN_E_PARAMETER_BAD, &err);
}

static const struct unit_test tests[] = {
	{"posterior: priors of several kinds", published_priors},
	{"posterior: readings average out", readings_average_out},
	{"posterior: what it refuses", refuses},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
