/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measurement model: the resistance from a voltage and a current, with its expanded uncertainty. */
#include <stdio.h>

#include "zhun/measure/lpu.h"

static enum zhun_code work_out(struct zhun_arena *a, struct zhun_error *err)
{
	static const char *const names[] = {"U", "I"};
	static const struct zhun_model_output outputs[] = {{"R", "U/I"}};
	static const struct zhun_lpu_input inputs[] = {
		{.value = 10, .u = 0.002, .dof = 9}, {.value = 0.5, .u = 0.0001}};
	const struct zhun_model *model = NULL;
	const struct zhun_lpu *lpu = NULL;
	double k = 0;
	const struct zhun_model_source source = {
		.inputs = names, .input_count = 2, .outputs = outputs, .output_count = 1};
	enum zhun_code code = zhun_model_compile(a, &source, &model, err);
	if (!code)
		code = zhun_lpu_make(a, &(struct zhun_lpu_task){.model = model, .inputs = inputs}, &lpu, err);
	if (!code)
		code = zhun_coverage_k(0.95, zhun_lpu_dof(lpu, 0), &k, err);
	if (!code)
		printf("R = %.4f ohm, u = %.4f ohm, nu = %.0f, U = %.4f ohm (k = %.2f)\n", zhun_lpu_value(lpu, 0),
		       zhun_lpu_u(lpu, 0), zhun_lpu_dof(lpu, 0), k * zhun_lpu_u(lpu, 0), k);
	return code;
}

int main(void)
{
	char sentence[ZHUN_ERROR_ARG_SIZE];
	struct zhun_error err = {0};
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	enum zhun_code code = a ? work_out(a, &err) : ZHUN_E_NO_MEMORY;
	if (code) {
		zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof sentence);
		fprintf(stderr, "%s\n", sentence);
	}
	zhun_arena_close(a);
	return code ? 1 : 0;
}
