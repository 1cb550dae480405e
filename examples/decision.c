/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One result against its tolerance, and what such a rule lets through: all in one unit. */
#include <stdio.h>

#include "zhun/measure/risk.h"

int main(void)
{
	const struct zhun_limits tolerance = {.low = 9.9, .high = 10.1};
	const struct zhun_distribution error = {.kind = ZHUN_D_NORMAL, .b = 0.02};
	const struct zhun_conformance c = zhun_conformance_of(&tolerance, &error, 10.07);
	printf("P(in tolerance) = %.4f\n", c.inside);

	const struct zhun_risk risk = {
		.tolerance = tolerance,
		.acceptance = zhun_guarded(&tolerance, 0.02),
		.process = {.kind = ZHUN_D_NORMAL, .a = 10, .b = 0.05},
		.measurement = error,
	};
	struct zhun_risks risks;
	struct zhun_error err;
	if (zhun_risk_global(&risk, &risks, &err))
		return 1;
	printf("false accept %.3f %%, false reject %.2f %%\n", 100 * risks.pfa, 100 * risks.pfr);
	return 0;
}
