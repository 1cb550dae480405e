/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a budget wants its distributions propagated. */
#include <stddef.h>

#include "study/budget_inside.h"

struct procedure_members {
	const struct zhun_json *procedure, *digits, *validating, *method;
};

static const struct budget_member procedure_table[] = {
	{"procedure", offsetof(struct procedure_members, procedure)},
	{"digits", offsetof(struct procedure_members, digits)},
	{"validating", offsetof(struct procedure_members, validating)},
	{"method", offsetof(struct procedure_members, method)},
};

/* A word, "adaptive", or an object with more about it. */
static enum zhun_code read_monte_carlo(struct budget_reader *r, const struct zhun_json *v,
				       struct zhun_budget_procedure *p)
{
	static const char *const procedures[] = {"fixed", "adaptive", NULL},
				 *const methods[] = {"each_sequence", "two_stage", NULL};
	struct procedure_members m = {.procedure = v};
	size_t procedure = 0, method = 0;
	enum zhun_code code = ZHUN_OK;
	if (v && v->kind == ZHUN_J_OBJECT) {
		m.procedure = NULL;
		code = budget_members(r, v, procedure_table, ZHUN_COUNT(procedure_table), &m);
	}
	if (!code)
		code = budget_choice(r, m.procedure, procedures, &procedure);
	if (!code)
		code = budget_choice(r, m.method, methods, &method);
	if (!code)
		code = budget_flag(r, m.validating, &p->validating);
	if (!code)
		code = budget_significant(r, m.digits, &p->digits);
	p->adaptive = procedure;
	p->two_stage = method;
	/* without the procedure nothing would heed them */
	const struct zhun_json *idle = m.validating ? m.validating : m.method;
	return !code && idle && !p->adaptive ? budget_blame(r, idle, ZHUN_E_BUDGET_SIGN, idle->name, "fixed") : code;
}

enum zhun_code budget_read_procedure(struct budget_reader *r, const struct zhun_json *monte_carlo,
				     const struct zhun_json *propagation)
{
	static const char *const words[] = {[ZHUN_BUDGET_SAMPLED] = "monte_carlo",
					    [ZHUN_BUDGET_AUTOMATIC] = "automatic",
					    [ZHUN_BUDGET_DETERMINISTIC] = "deterministic",
					    NULL};
	struct zhun_budget_procedure *p = &r->b->procedure;
	size_t choice = ZHUN_BUDGET_SAMPLED;
	p->digits = 2;
	enum zhun_code code = budget_choice(r, propagation, words, &choice);
	p->propagation = (enum zhun_budget_propagation)choice;
	if (!code && monte_carlo && p->propagation == ZHUN_BUDGET_DETERMINISTIC)
		code = budget_blame(r, monte_carlo, ZHUN_E_BUDGET_SIGN, "monte_carlo", words[choice]);
	return code ? code : read_monte_carlo(r, monte_carlo, p);
}
