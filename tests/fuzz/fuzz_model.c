/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: whatever compiles runs, and where its value is finite its derivatives either are
 * finite and the same both ways, or are refused. What compiles with units compiles without, and is
 * the same in another unit of an input. */
#include "fuzz.h"

#include <math.h>
#include <string.h>

#include "zhun/measure/model_units.h"

static void differentiate(struct zhun_arena *a, const struct zhun_model *m)
{
	static const double x[] = {0.7, 1.9, -0.3}, d[] = {1, 0, 0}, v[] = {0, 1, 0};
	double *work = ZHUN_NEW_ARRAY(a, zhun_model_jet_work(m) + zhun_model_gradient_work(m), double), g[3];
	struct zhun_gradient here = {.d = g};
	const double *const at[3] = {x, d, v};
	struct zhun_jet j;
	if (!work || zhun_model_gradient(m, 0, x, work, &here, NULL))
		return;
	FUZZ_LAW(isfinite(here.f) && isfinite(g[0]) && isfinite(g[1]) && isfinite(g[2]));
	if (zhun_model_jet(m, 0, at, work, &j, NULL))
		return;
	double size = fmax(1.0, fmax(fabs(g[0]), fabs(here.f)));
	FUZZ_LAW(size > 1e6 || fabs(j.s - g[0]) <= 1e-6 * size);
}

static struct zhun_unit unit(const char *text)
{
	struct zhun_unit u;
	FUZZ_LAW(!zhun_unit_read(text, strlen(text), ZHUN_UNIT_TYPED, &u, NULL, NULL));
	return u;
}

/* with x in @a length, y a temperature in °C, z in dB as a ratio of powers */
static const struct zhun_model *compile(struct zhun_arena *a, const struct zhun_model_output *output,
					const char *length)
{
	static const char *const inputs[] = {"x", "y", "z"};
	struct zhun_unit *units = ZHUN_NEW_ARRAY(a, 3, struct zhun_unit);
	const struct zhun_model *m = NULL;
	if (!units)
		return NULL;
	units[0] = unit(length);
	units[1] = unit("°C");
	units[2] = unit("dB");
	const struct zhun_model_quantity in[] = {{&units[0], ZHUN_POINT, ZHUN_LEVEL_KEPT},
						 {&units[1], ZHUN_POINT, ZHUN_LEVEL_KEPT},
						 {&units[2], ZHUN_DIFFERENCE, ZHUN_LEVEL_POWER}};
	const struct zhun_model_source source = {inputs, 3, output, 1, in, NULL};
	return zhun_model_compile(a, &source, &m, NULL) ? NULL : m;
}

static void in_units(struct zhun_arena *a, const struct zhun_model_output *output, bool compiles)
{
	const struct zhun_model *m = compile(a, output, "m"), *km = compile(a, output, "km");
	if (!m || !km)
		return;
	FUZZ_LAW(compiles);
	const struct zhun_unit *u = &zhun_model_unit_out(m, 0)->coherent;
	FUZZ_LAW(zhun_unit_same_dimension(u, &zhun_model_unit_out(km, 0)->coherent));
	FUZZ_LAW(zhun_convert(&zhun_model_unit_in(km, 0)->value, 2.0) == 2000.0);
	FUZZ_LAW(zhun_model_unit_out(m, 0)->point == zhun_model_unit_out(km, 0)->point);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const inputs[] = {"x", "y", "z"};
	struct zhun_arena *a = zhun_arena_open(16 << 20);
	const struct zhun_model *m = NULL;
	struct zhun_model_output output = {"f", zhun_strndup(a, (const char *)data, size)};
	const struct zhun_model_source source = {inputs, 3, &output, 1};
	if (output.text && !zhun_model_compile(a, &source, &m, NULL))
		differentiate(a, m);
	if (output.text)
		in_units(a, &output, m != NULL);
	(void)zhun_arena_close(a);
	return 0;
}
