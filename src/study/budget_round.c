/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounding as results are reported (GUM 7.2.6; EA-4/02 M:2022 6.3), and decisions on them. */
#include <math.h>

#include "study/budget_inside.h"

/* Rounding down is not allowed to take more than this part of U (EA-4/02 6.3). */
static const double most_lost = 0.05;

void budget_round(const struct zhun_budget_conventions *c, struct zhun_budget_figure *f)
{
	struct zhun_decimal U = zhun_decimal_of(f->U), u = zhun_decimal_of(f->u),
			    value = zhun_decimal_of(f->value);
	if (!(f->U > 0)) {
		f->rounded_U = f->rounded_u = U;
		f->rounded_value = value;
		return;
	}
	f->rounded_U = zhun_decimal_round_digits(&U, c->digits, false);
	if (c->five_percent && zhun_decimal_value(&f->rounded_U) < (1 - most_lost) * f->U)
		f->rounded_U = zhun_decimal_round_digits(&U, c->digits, true);
	f->rounded_u = zhun_decimal_round_digits(&u, c->digits, false);
	f->rounded_value = zhun_decimal_round(&value, f->rounded_U.exponent);
}

static bool is_within(const struct zhun_limits *l, double y)
{
	return y >= l->low && y <= l->high;
}

static enum zhun_budget_verdict verdict_of(const struct zhun_budget_output *o,
					   const struct zhun_limits *acceptance, double w, double y)
{
	const struct zhun_limits refused = zhun_guarded(&o->tolerance, -w);
	switch (o->rule) {
	case ZHUN_BUDGET_SIMPLE:
	case ZHUN_BUDGET_GUARDED:
		return is_within(acceptance, y) ? ZHUN_BUDGET_PASS : ZHUN_BUDGET_FAIL;
	case ZHUN_BUDGET_NON_BINARY:
		if (is_within(acceptance, y))
			return ZHUN_BUDGET_PASS;
		if (is_within(&o->tolerance, y))
			return ZHUN_BUDGET_CONDITIONAL_PASS;
		return is_within(&refused, y) ? ZHUN_BUDGET_CONDITIONAL_FAIL : ZHUN_BUDGET_FAIL;
	}
	return ZHUN_BUDGET_FAIL;
}

enum zhun_code budget_decide(struct zhun_arena *a, struct zhun_budget_figure *f, struct zhun_error *err)
{
	const struct zhun_budget_output *o = f->output;
	double w = o->guard * f->U;
	if (!o->judged)
		return ZHUN_OK;
	struct zhun_budget_decision *d = ZHUN_NEW(a, struct zhun_budget_decision);
	if (!d)
		return zhun_no_memory(a, err);
	d->acceptance = zhun_guarded(&o->tolerance, w);
	d->verdict = verdict_of(o, &d->acceptance, w, f->value);
	d->conformance = is_within(&o->tolerance, f->value) ? 1 : 0;
	if (f->u > 0) {
		const struct zhun_distribution error =
			isinf(f->dof_used) ? (struct zhun_distribution){ZHUN_D_NORMAL, 0, f->u, 0, 0}
					   : (struct zhun_distribution){ZHUN_D_T, 0, f->u, f->dof_used, 0};
		d->conformance = zhun_conformance_of(&o->tolerance, &error, f->value).inside;
	}
	f->decision = d;
	return ZHUN_OK;
}
