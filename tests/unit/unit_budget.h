/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budgets from their texts, for tests: read, and evaluated. */
#ifndef ZHUN_TESTS_UNIT_BUDGET_H
#define ZHUN_TESTS_UNIT_BUDGET_H

#include "zhun/study/budget.h"

enum zhun_code unit_budget_read(struct zhun_arena *a, const char *text, const struct zhun_budget **ret,
				struct zhun_error *err);

/** Reads and evaluates; says what failed by its code. */
enum zhun_code unit_budget_try(struct zhun_arena *a, const char *text, const struct zhun_budget_ask *ask,
			       const struct zhun_budget_result **ret, struct zhun_error *err);

/** The same, which must succeed; NULL (and the test failed, with the place told) where it does not. */
const struct zhun_budget_result *unit_budget_run(struct zhun_arena *a, const char *text,
						 const struct zhun_budget_ask *ask);

/** For the fault loop: a text (the context) read, evaluated with 1000 draws and written as JSON. */
enum zhun_code unit_budget_whole(struct zhun_arena *a, void *text);

#endif
