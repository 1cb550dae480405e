/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounding as results are reported (GUM 7.2.6; EA-4/02 M:2022 6.3), and decisions on them. */
#include <math.h>

#include "study/budget_inside.h"

void budget_round(const struct zhun_budget_conventions *c, struct zhun_budget_figure *f)
{
	enum zhun_rounding how = c->five_percent ? ZHUN_ROUND_FIVE_PERCENT : ZHUN_ROUND_NEAREST;
	struct zhun_decimal value = zhun_decimal_of(f->value);
	if (!(f->U > 0)) {
		f->rounded_U = f->rounded_u = zhun_decimal_of(f->U);
		f->rounded_value = value;
		return;
	}
	f->rounded_U = zhun_uncertainty_rounded(f->U, c->digits, how);
	f->rounded_u = zhun_uncertainty_rounded(f->u, c->digits, ZHUN_ROUND_NEAREST);
	f->rounded_value = zhun_decimal_round(&value, f->rounded_U.exponent);
}

enum zhun_code budget_decide(struct zhun_arena *a, struct zhun_budget_figure *f, struct zhun_error *err)
{
	const struct zhun_budget_output *o = f->output;
	const struct zhun_decision_question q = {
		.rule = o->rule, .tolerance = o->tolerance, .value = f->value, .U = f->U, .r = o->guard};
	struct zhun_decided decided;
	if (!o->judged)
		return ZHUN_OK;
	struct zhun_budget_decision *d = ZHUN_NEW(a, struct zhun_budget_decision);
	if (!d)
		return zhun_no_memory(a, err);
	enum zhun_code code = zhun_decide(&q, &decided, err);
	if (code)
		return code;
	d->acceptance = decided.acceptance;
	d->verdict = decided.decision;
	d->conformance = f->value >= o->tolerance.low && f->value <= o->tolerance.high ? 1 : 0;
	if (f->u > 0) {
		const struct zhun_distribution error =
			isinf(f->dof_used) ? (struct zhun_distribution){ZHUN_D_NORMAL, 0, f->u, 0, 0}
					   : (struct zhun_distribution){ZHUN_D_T, 0, f->u, f->dof_used, 0};
		d->conformance = zhun_conformance_of(&o->tolerance, &error, f->value).inside;
	}
	f->decision = d;
	return ZHUN_OK;
}
