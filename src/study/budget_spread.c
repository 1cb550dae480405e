/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An uncertainty as it is typed: a number, a quantity, a part of the value, or a whole statement. */
#include <math.h>
#include <string.h>

#include "study/budget_inside.h"
#include "zhun/measure/statement.h"

/* A quantity of the input's own dimension; % of something in % could mean either and is a statement's. */
static bool is_plain(const char *text, const struct zhun_unit *unit, double *ret)
{
	struct zhun_number n;
	struct zhun_unit own;
	struct zhun_conversion c;
	if (zhun_number_parse(text, strlen(text), &n, NULL) == ZHUN_OK) {
		*ret = n.value;
		return true;
	}
	if (budget_scan(text, unit, &n, &own, NULL) ||
	    (zhun_unit_is_one(&own) && !zhun_unit_equal(&own, unit)) ||
	    zhun_conversion_make(&own, unit, ZHUN_DIFFERENCE, &c, NULL))
		return false;
	*ret = zhun_convert(&c, n.value);
	return true;
}

static enum zhun_code read_statement(struct zhun_arena *a, const char *text, const struct zhun_unit *unit,
				     double *ret_k, const struct zhun_statement **ret, struct zhun_error *err)
{
	bool has_k = strchr(text, ';') && strstr(text, "k");
	const struct zhun_statement_written written = {text, has_k ? NULL : "1", has_k ? "0.95" : "0.6827"};
	enum zhun_code code = zhun_statement_read(a, &written, unit, ret, err);
	if (!code)
		*ret_k = has_k ? zhun_statement_coverage(*ret).k : 0;
	return code;
}

static enum zhun_code evaluate(struct zhun_arena *a, const struct zhun_statement *s,
			       const struct zhun_budget_input *in, double value, double *ret,
			       struct zhun_error *err)
{
	const struct zhun_quantity point = zhun_quantity_computed(value, &in->unit.shown);
	const struct zhun_statement_at at = {.point = &point};
	char text[ZHUN_QUANTITY_TEXT];
	struct zhun_quantity q;
	struct zhun_number n;
	struct zhun_unit unit;
	enum zhun_code code = zhun_statement_evaluate(s, &at, &in->unit.shown, &q, err);
	(void)a;
	if (code)
		return code;
	(void)zhun_quantity_text(&q, text);
	code = budget_scan(text, &in->unit.shown, &n, &unit, err);
	if (!code)
		*ret = n.value;
	return code;
}

enum zhun_code budget_spread(struct zhun_arena *a, const char *text, const struct zhun_budget_input *in,
			     const double *value, struct budget_size *ret, struct zhun_error *err)
{
	const struct zhun_statement *s = NULL;
	struct budget_size u = {0};
	enum zhun_code code = ZHUN_OK;
	if (!is_plain(text, &in->unit.shown, &u.size)) {
		code = read_statement(a, text, &in->unit.shown, &u.k, &s, err);
		if (!code && !value)
			code = zhun_fail(err, ZHUN_E_BUDGET_VALUE, NULL, in->name);
		if (!code)
			code = evaluate(a, s, in, *value, &u.size, err);
	}
	if (!code && !(u.size >= 0 && isfinite(u.size)))
		code = zhun_fail(err, ZHUN_E_BUDGET_SIGN, NULL, text, "< 0");
	if (!code)
		*ret = u;
	return code;
}
