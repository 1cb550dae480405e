/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: whatever compiles runs, and where its value is finite its derivatives either are
 * finite and the same both ways, or are refused. */
#include "fuzz.h"

#include <math.h>

#include "zhun/measure/model.h"

static void differentiate(struct zhun_arena *a, const struct zhun_model *m)
{
	static const double x[] = {0.7, 1.9, -0.3}, d[] = {1, 0, 0}, v[] = {0, 1, 0};
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_jet_work(m) + zhun_model_gradient_work(m),
				      double),
	       y = 0, g[3];
	const double *const at[3] = {x, d, v};
	struct zhun_jet j;
	if (!work || zhun_model_gradient(m, 0, x, work, &y, g, NULL))
		return;
	FUZZ_LAW(isfinite(y) && isfinite(g[0]) && isfinite(g[1]) && isfinite(g[2]));
	if (zhun_model_jet(m, 0, at, work, &j, NULL))
		return;
	double size = fmax(1.0, fmax(fabs(g[0]), fabs(y)));
	FUZZ_LAW(size > 1e6 || fabs(j.s - g[0]) <= 1e-6 * size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const inputs[] = {"x", "y", "z"};
	struct zhun_arena *a = zhun_arena_open(16 << 20);
	const struct zhun_model *m = NULL;
	struct zhun_model_output output = {"f", zhun_strndup(a, (const char *)data, size)};
	if (output.text && !zhun_model_compile(a, inputs, 3, &output, 1, &m, NULL))
		differentiate(a, m);
	(void)zhun_arena_close(a);
	return 0;
}
