/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results with what they rest on, to be kept with a certificate. */
#include "study/budget_inside.h"
#include "zhun/study/chain.h"

static enum zhun_code take_figure(struct zhun_arena *a, const struct zhun_budget_result *r, size_t at,
				  const struct zhun_chain *joined, struct zhun_chain_result *ret,
				  struct zhun_error *err)
{
	const struct zhun_budget_figure *f = &r->figures[at];
	char unit[ZHUN_UNIT_TEXT];
	double *part = ZHUN_NEW_ARRAY(a, joined->influence_count + 1, double);
	(void)zhun_unit_canonical(&f->output->unit.shown, unit);
	*ret = (struct zhun_chain_result){f->output->name, f->value, part, zhun_strdup(a, unit)};
	if (!part || !ret->unit)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < r->budget->row_count; i++)
		budget_add_parts(r->budget, joined, i, f->lines[i].contribution, part);
	return ZHUN_OK;
}

enum zhun_code zhun_budget_archive(struct zhun_arena *a, const struct zhun_budget_result *r, struct zhun_text *out,
				   struct zhun_error *err)
{
	const struct zhun_chain *joined = r->budget->joined;
	struct zhun_chain_result *results = ZHUN_NEW_ARRAY(a, r->count + 1, struct zhun_chain_result);
	enum zhun_code code = results ? ZHUN_OK : zhun_no_memory(a, err);
	if (!code && !joined)
		code = budget_join(a, r->budget, &joined, err);
	for (size_t i = 0; i < r->count && !code; i++)
		code = take_figure(a, r, i, joined, &results[i], err);
	if (code)
		return code;
	struct zhun_chain chain = *joined;
	chain.results = results;
	chain.result_count = r->count;
	const char *text = NULL;
	zhun_chain_json(&chain, out);
	return zhun_text_done(out, &text, err);
}
