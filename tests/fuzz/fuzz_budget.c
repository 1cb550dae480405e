/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budget texts: whatever reads either evaluates or is refused; what it says is JSON, and its shares with
 * those of correlation make the whole of u². */
#include "fuzz.h"

#include <math.h>

#include "codec/json.h"
#include "zhun/study/budget.h"

static void check_shares(const struct zhun_budget_result *r)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct zhun_budget_figure *f = &r->figures[i];
		double sum = 0, size = 0;
		for (size_t k = 0; k < r->budget->row_count; k++) {
			sum += f->lines[k].share;
			size += f->lines[k].share;
		}
		for (size_t k = 0; k < f->term_count; k++) {
			sum += f->terms[k].share;
			size += fabs(f->terms[k].share);
		}
		FUZZ_LAW(!(f->u > 0) || !isfinite(size) || size > 1e6 || size <= 0 ||
			 fabs(sum - 1) < 1e-6 * fmax(1, size));
		FUZZ_LAW(!(f->U < 0) && !(f->k < 0));
	}
}

static void evaluate(struct zhun_arena *a, const struct zhun_budget *b)
{
	const struct zhun_budget_ask ask = {.seed = 1};
	const struct zhun_budget_result *r = NULL;
	const struct zhun_json *read = NULL;
	struct zhun_text out;
	if (zhun_budget_run(a, b, &ask, &r, NULL))
		return;
	check_shares(r);
	zhun_text_init(&out, a, 16 << 20);
	if (!zhun_budget_json(a, r, &out, NULL))
		FUZZ_LAW(zhun_json_parse(a, out.ptr, out.len, &read, NULL) == ZHUN_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zhun_arena *a = zhun_arena_open(64 << 20);
	const struct zhun_budget *b = NULL;
	struct zhun_error err;
	if (!zhun_budget_read(a, (struct zhun_bytes){data, size}, &b, &err))
		evaluate(a, b);
	else
		FUZZ_LAW(err.code != ZHUN_E_INTERNAL);
	(void)zhun_arena_close(a);
	return 0;
}
