/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/measure/scope.h"

#include <math.h>
#include <string.h>

enum {
	DIGITS_OF_U = 2
}; /* JCGM 100 7.2.6: an uncertainty has at most two; fewer says too little */

static const char *text(const struct zhun_quantity *q, char out[ZHUN_QUANTITY_TEXT])
{
	if (q)
		zhun_quantity_text(q, out);
	else
		memcpy(out, "…", sizeof("…"));
	return out;
}

/* the place of its last digit, of its second where it has only one */
static int last_place(const struct zhun_decimal *d)
{
	return d->exponent - (d->count < DIGITS_OF_U ? DIGITS_OF_U - d->count : 0);
}

enum zhun_code zhun_scope_round(const struct zhun_quantity *u, const struct zhun_quantity *like,
				struct zhun_quantity *ret, struct zhun_error *err)
{
	struct zhun_quantity q;
	enum zhun_code code = zhun_quantity_in(u, &like->unit, ZHUN_DIFFERENCE, &q, err);
	if (code)
		return code;
	int place = last_place(&like->number.decimal), own = last_place(&q.number.decimal);
	if (q.number.decimal.count > DIGITS_OF_U)
		own += q.number.decimal.count - DIGITS_OF_U;
	place = own < place ? own : place;
	q.number.decimal = zhun_decimal_round(&q.number.decimal, place);
	q.number.value = zhun_decimal_value(&q.number.decimal);
	*ret = q;
	return ZHUN_OK;
}

/* −1 below the range, 1 above, 0 in it */
static enum zhun_code side_of_range(const struct zhun_scope *scope,
				    const struct zhun_quantity *point, int *ret,
				    struct zhun_error *err)
{
	int low = 1, high = -1;
	enum zhun_code code = ZHUN_OK;
	if (scope->low)
		code = zhun_quantity_compare(point, scope->low, ZHUN_POINT, &low, err);
	if (!code && scope->high)
		code = zhun_quantity_compare(point, scope->high, ZHUN_POINT, &high, err);
	*ret = low < 0 ? -1 : high > 0 ? 1 : 0;
	return code;
}

static void refuse(struct zhun_scope_offer *offer, enum zhun_scope_answer answer,
		   enum zhun_code code, const char *const words[ZHUN_ERROR_ARGS])
{
	offer->answer = answer;
	(void)zhun_fail(&offer->reason, code, NULL, words[0], words[1], words[2], words[3]);
}

static void multiply(struct zhun_quantity *q, double by)
{
	if (by != 1.0)
		*q = zhun_quantity_computed(q->number.value * by, &q->unit);
}

/* what is left for the device under test: two digits, cut and not rounded up */
static struct zhun_quantity remainder_of(const struct zhun_quantity *needed,
					 const struct zhun_quantity *offered)
{
	double n = needed->number.value, o = offered->number.value;
	struct zhun_quantity q =
		zhun_quantity_computed(sqrt(fmax(0.0, (n - o) * (n + o))), &needed->unit);
	struct zhun_decimal *d = &q.number.decimal;
	if (d->count > DIGITS_OF_U) {
		d->exponent += d->count - DIGITS_OF_U;
		d->count = DIGITS_OF_U;
		q.number.value = zhun_decimal_value(d);
	}
	return q;
}

static void compare_u(const struct zhun_scope_need *need, struct zhun_quantity u,
		      struct zhun_scope_offer *offer, double factor)
{
	char point[ZHUN_QUANTITY_TEXT], offered[ZHUN_QUANTITY_TEXT], needed[ZHUN_QUANTITY_TEXT];
	char times[ZHUN_NUMBER_TEXT];
	int order = 0;
	multiply(&u, factor);
	if (zhun_scope_round(&u, need->u, &offer->offered, &offer->reason) ||
	    zhun_quantity_compare(&offer->offered, need->u, ZHUN_DIFFERENCE, &order,
				  &offer->reason)) {
		offer->answer = ZHUN_SCOPE_UNKNOWN;
		return;
	}
	if (need->u->number.value > 0.0)
		offer->shortfall = offer->offered.number.value / need->u->number.value;
	if (order <= 0) {
		offer->remains = remainder_of(need->u, &offer->offered);
		return;
	}
	struct zhun_decimal shown = zhun_decimal_of(offer->shortfall);
	shown = zhun_decimal_round_digits(&shown, 3, false);
	zhun_double_text(zhun_decimal_value(&shown), times);
	const char *const words[] = {text(need->point, point), text(&offer->offered, offered),
				     text(need->u, needed), times};
	refuse(offer, ZHUN_SCOPE_TOO_LARGE, ZHUN_E_SCOPE_TOO_LARGE, words);
}

static void check_u(const struct zhun_scope *scope, const struct zhun_scope_need *need,
		    struct zhun_scope_offer *offer)
{
	char point[ZHUN_QUANTITY_TEXT], needed[ZHUN_QUANTITY_TEXT];
	if (!scope->u && need->u) {
		const char *const words[ZHUN_ERROR_ARGS] = {text(need->point, point),
							    text(need->u, needed)};
		refuse(offer, ZHUN_SCOPE_UNSTATED, ZHUN_E_SCOPE_UNSTATED, words);
	}
	if (!scope->u)
		return;
	const struct zhun_statement_at at = {need->point, need->range, need->resolution};
	const struct zhun_quantity *like = need->u ? need->u : need->point;
	struct zhun_quantity u;
	if (zhun_statement_evaluate(scope->u, &at, &like->unit, &u, &offer->reason)) {
		offer->answer = ZHUN_SCOPE_UNKNOWN;
		return;
	}
	offer->offered = u;
	if (need->u)
		compare_u(need, u, offer,
			  zhun_coverage_factor(zhun_statement_coverage(scope->u), need->coverage));
}

static void check_one(const struct zhun_scope *scope, const struct zhun_scope_need *need,
		      struct zhun_scope_offer *offer)
{
	char point[ZHUN_QUANTITY_TEXT], low[ZHUN_QUANTITY_TEXT], high[ZHUN_QUANTITY_TEXT];
	int side = 0;
	memset(offer, 0, sizeof(*offer));
	if (side_of_range(scope, need->point, &side, &offer->reason)) {
		offer->answer = ZHUN_SCOPE_UNKNOWN;
	} else if (side) {
		const char *const words[ZHUN_ERROR_ARGS] = {
			text(need->point, point), text(scope->low, low), text(scope->high, high)};
		refuse(offer, ZHUN_SCOPE_OUTSIDE, ZHUN_E_SCOPE_OUTSIDE, words);
	} else {
		check_u(scope, need, offer);
	}
}

void zhun_scope_check(const struct zhun_scope *scope, const struct zhun_scope_need *needs,
		      size_t count, struct zhun_scope_offer *ret, size_t *ret_refused)
{
	size_t refused = count;
	for (size_t i = 0; i < count; i++) {
		check_one(scope, &needs[i], &ret[i]);
		if (ret[i].answer != ZHUN_SCOPE_COVERS && refused == count)
			refused = i;
	}
	if (ret_refused)
		*ret_refused = refused;
}
