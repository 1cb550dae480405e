/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_budget.h"

#include "unit.h"
#include "zhun/base/text.h"

enum { ANSWER = 1 << 20 };

enum zhun_code unit_budget_read(struct zhun_arena *a, const char *text, const struct zhun_budget **ret,
				struct zhun_error *err)
{
	return zhun_budget_read(a, (struct zhun_bytes){(const unsigned char *)text, strlen(text)}, ret, err);
}

enum zhun_code unit_budget_try(struct zhun_arena *a, const char *text, const struct zhun_budget_ask *ask,
			       const struct zhun_budget_result **ret, struct zhun_error *err)
{
	const struct zhun_budget *b = NULL;
	enum zhun_code code = unit_budget_read(a, text, &b, err);
	return code ? code : zhun_budget_run(a, b, ask, ret, err);
}

const struct zhun_budget_result *unit_budget_run(struct zhun_arena *a, const char *text,
						 const struct zhun_budget_ask *ask)
{
	const struct zhun_budget_result *r = NULL;
	struct zhun_error err = {0};
	if (!CHECK_CODE(unit_budget_try(a, text, ask, &r, &err), ZHUN_OK, &err))
		printf("# at %s\n", err.place);
	return r;
}

enum zhun_code unit_budget_whole(struct zhun_arena *a, void *text)
{
	const struct zhun_budget_result *r = NULL;
	const struct zhun_budget_ask ask = {.seed = 1, .draws = 1000};
	struct zhun_text out;
	struct zhun_error err = {0};
	zhun_text_init(&out, a, ANSWER);
	enum zhun_code code = unit_budget_try(a, text, &ask, &r, &err);
	return code ? code : zhun_budget_json(a, r, &out, &err);
}
