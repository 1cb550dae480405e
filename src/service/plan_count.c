/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure's record says that it is counted, and what that comes to: a register's list with a filter, its
 * records or different values of a field or the sum of one (register/total.c). */
#include <math.h>
#include <string.h>

#include "service/inside.h"
#include "service/plan.h"
#include "zhun/measure/unit.h"

enum { PARAMS = 24, ADDRESS = 16 * 1024 };

/* ---- the filter ---- */

/* The last year that had ended by the day. */
static enum zhun_code ended_year(struct zhun_arena *a, const char *day, const char **ret, struct zhun_error *err)
{
	struct zhun_date date;
	int year, month, of_month;
	enum zhun_code code = zhun_date_parse(day, strlen(day), &date, err);
	if (code)
		return code;
	zhun_day_civil(date.first, &year, &month, &of_month);
	*ret = zhun_printf(a, "%04d", month == 12 && of_month == 31 ? year : year - 1);
	return *ret ? ZHUN_OK : zhun_no_memory(a, err);
}

/* A value: as it stands, or a word in braces filled in. */
static enum zhun_code fill_in(struct zhun_arena *a, const char *s, size_t n, const struct zhun_plan_scope *scope,
			      const char **ret, struct zhun_error *err)
{
	const char *value = zhun_strndup(a, s, n);
	if (!value)
		return zhun_no_memory(a, err);
	if (strcmp(value, "{year}") == 0)
		return ended_year(a, scope->day, ret, err);
	const struct {
		const char *word, *means;
	} words[] = {{"{day}", scope->day}, {"{plan}", scope->plan}, {"{cluster}", scope->cluster}};
	*ret = value;
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		if (strcmp(value, words[i].word) == 0)
			*ret = words[i].means;
	return *ret && **ret != '{' ? ZHUN_OK : zhun_fail(err, ZHUN_E_PLAN_FILTER, NULL, value);
}

static void add_time(const struct zhun_plan_scope *scope, struct zhun_param *items, size_t *count)
{
	if (scope->as_of)
		items[(*count)++] = (struct zhun_param){"as_of", scope->as_of};
	if (scope->known_at)
		items[(*count)++] = (struct zhun_param){"known_at", scope->known_at};
}

enum zhun_code zhun_plan_params(struct zhun_arena *a, const char *filter, const struct zhun_plan_scope *scope,
				struct zhun_params *ret, struct zhun_error *err)
{
	struct zhun_param *items = ZHUN_NEW_ARRAY(a, PARAMS + 2, struct zhun_param);
	size_t count = 0;
	if (!items)
		return zhun_no_memory(a, err);
	for (const char *s = filter; *s; s += *s == '&') {
		size_t n = strcspn(s, "&"), name = strcspn(s, "=&");
		if (name == n || count == PARAMS)
			return zhun_fail(err, ZHUN_E_PLAN_FILTER, NULL, filter);
		items[count].name = zhun_strndup(a, s, name);
		if (!items[count].name)
			return zhun_no_memory(a, err);
		enum zhun_code code = fill_in(a, s + name + 1, n - name - 1, scope, &items[count++].value, err);
		if (code)
			return code;
		s += n;
	}
	add_time(scope, items, &count);
	*ret = (struct zhun_params){items, count};
	return ZHUN_OK;
}

/* ---- the address ---- */

/* RFC 3986 2.3: unreserved signs, and those that stand in a query as they are; the rest as %XX. */
static void add_escaped(struct zhun_text *t, const char *s)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:";
	for (; *s; s++)
		if (strchr(plain, *s))
			zhun_text_addc(t, *s);
		else
			zhun_text_addf(t, "%%%02X", (unsigned)(unsigned char)*s);
}

enum zhun_code zhun_plan_address(struct zhun_arena *a, const char *plural, const struct zhun_params *params,
				 const char **ret, struct zhun_error *err)
{
	struct zhun_text t;
	zhun_text_init(&t, a, ADDRESS);
	zhun_text_add(&t, plural);
	for (size_t i = 0; i < params->count; i++) {
		zhun_text_addc(&t, i ? '&' : '?');
		add_escaped(&t, params->items[i].name);
		zhun_text_addc(&t, '=');
		add_escaped(&t, params->items[i].value);
	}
	return zhun_text_done(&t, ret, err);
}

/* ---- the count ---- */

/* Currencies whose minor unit is not a hundredth (ISO 4217). */
static double minor_units(const char *currency)
{
	static const struct {
		const char *currency;
		double minor;
	} others[] = {{"BHD", 1000}, {"CLP", 1}, {"IQD", 1000}, {"ISK", 1}, {"JOD", 1000}, {"JPY", 1}, {"KRW", 1},
		      {"KWD", 1000}, {"LYD", 1000}, {"OMR", 1000}, {"PYG", 1}, {"TND", 1000}, {"VND", 1}, {"XAF", 1},
		      {"XOF", 1}, {"XPF", 1}};
	for (size_t i = 0; i < ZHUN_COUNT(others); i++)
		if (strcmp(others[i].currency, currency) == 0)
			return others[i].minor;
	return 100;
}

/* From the unit of the sum to the figure's. */
static bool in_unit_of(const char *unit, const char *wanted, enum zhun_field_kind kind, double *sum)
{
	struct zhun_unit from, to;
	struct zhun_conversion c;
	unsigned notes;
	if (!unit || (kind != ZHUN_F_MONEY && kind != ZHUN_F_QUANTITY))
		return true;
	if (kind == ZHUN_F_MONEY) {
		*sum /= minor_units(unit);
		return zhun_str_equal(unit, wanted);
	}
	if (!wanted || zhun_unit_read(unit, strlen(unit), ZHUN_UNIT_TYPED, &from, &notes, NULL) ||
	    zhun_unit_read(wanted, strlen(wanted), ZHUN_UNIT_TYPED, &to, &notes, NULL) ||
	    zhun_conversion_make(&from, &to, ZHUN_DIFFERENCE, &c, NULL))
		return false;
	*sum = zhun_convert(&c, *sum);
	return true;
}

static void take_sum(const struct zhun_total *t, const struct zhun_total_ask *ask, const char *unit,
		     struct zhun_plan_count *ret)
{
	double sum = t->sum;
	ret->without = t->records - t->with;
	if (t->with == 0)
		(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_NO_VALUES, NULL);
	else if (t->mixed || !in_unit_of(t->unit, unit, zhun_field_named(ask->reg->fields, ask->summed)->kind, &sum))
		(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_UNITS, NULL);
	else
		ret->found = (struct zhun_plan_found){.known = true, .low = sum, .high = ret->without ? HUGE_VAL : sum};
}

static void take_total(const struct zhun_total *t, const struct zhun_total_ask *ask, const char *unit,
		       struct zhun_plan_count *ret)
{
	double n = (double)(ask->distinct ? t->distinct : t->records);
	ret->records = t->records;
	ret->partial = t->partial;
	if (t->hidden)
		(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_HIDDEN, NULL);
	else if (ask->summed)
		take_sum(t, ask, unit, ret);
	else
		ret->found = (struct zhun_plan_found){.known = true, .low = n, .high = n};
}

/* A filter that nobody can read is the figure's fault, not the call's; what the machine lacks is the call's. */
static enum zhun_code excuse(enum zhun_code code, struct zhun_plan_count *ret, struct zhun_error *err)
{
	char sentence[ZHUN_ERROR_ARG_SIZE];
	if (zhun_error_row(code)->http >= 500 || code == ZHUN_E_ARENA_CEILING)
		return code;
	(void)zhun_error_sentence(err, ZHUN_EN, sentence, sizeof sentence);
	(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_FILTER, NULL, code == ZHUN_E_PLAN_FILTER ? err->arg[0] : sentence);
	*err = (struct zhun_error){0};
	return ZHUN_OK;
}

static enum zhun_code total_of(const struct zhun_reader *by, const struct zhun_total_ask *ask, const char **ret_list,
			       struct zhun_total *ret, struct zhun_error *err)
{
	enum zhun_code code = zhun_plan_address(by->arena, ask->reg->plural, ask->params, ret_list, err);
	return code ? code : zhun_register_total(by, ask, ret, err);
}

/* Records of which it is not known whether they belong make an interval of the count. */
static enum zhun_code count_undecided(const struct zhun_reader *by, const struct zhun_json *figure,
				      const struct zhun_plan_scope *scope, struct zhun_total_ask ask,
				      struct zhun_plan_count *ret, struct zhun_error *err)
{
	const char *filter = zhun_json_get_string(figure, "undecided");
	struct zhun_params params;
	struct zhun_total t;
	if (!filter || !ret->found.known || ask.summed)
		return ZHUN_OK;
	ask.params = &params;
	enum zhun_code code = zhun_plan_params(by->arena, filter, scope, &params, err);
	if (!code)
		code = total_of(by, &ask, &ret->undecided_list, &t, err);
	if (code || t.hidden)
		return code;
	ret->undecided = ask.distinct ? t.distinct : t.records;
	ret->found.high += (double)ret->undecided;
	return ZHUN_OK;
}

/* None of no records is not known to be none: nobody has registered anything yet. */
static enum zhun_code look_for_any(const struct zhun_reader *by, const struct zhun_register *reg,
				   const struct zhun_plan_scope *scope, struct zhun_plan_count *ret,
				   struct zhun_error *err)
{
	struct zhun_params params;
	struct zhun_text text;
	const char *s;
	if (ret->records > 0 || ret->fault.code == ZHUN_E_PLAN_HIDDEN)
		return ZHUN_OK;
	zhun_text_init(&text, by->arena, ADDRESS * 4);
	enum zhun_code code = zhun_plan_params(by->arena, "limit=1&sort=id", scope, &params, err);
	if (!code)
		code = zhun_register_list(by, reg, &params, &text, err);
	if (!code)
		code = zhun_text_done(&text, &s, err);
	if (!code && zhun_str_starts(s, "{\"items\":[]")) {
		(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_EMPTY, NULL);
		ret->found.known = false;
	}
	return code;
}

static enum zhun_code count(const struct zhun_reader *by, const struct zhun_json *figure,
			    const struct zhun_plan_scope *scope, struct zhun_plan_count *ret, struct zhun_error *err)
{
	const char *plural = zhun_json_get_string(figure, "register"), *filter = zhun_json_get_string(figure, "filter");
	bool sums = zhun_str_equal(zhun_json_get_string(figure, "measure"), "sum");
	struct zhun_params params;
	struct zhun_total total;
	const struct zhun_total_ask ask = {.reg = plural ? zhun_register_of_plural(plural) : NULL, .params = &params,
		.summed = sums ? zhun_json_get_string(figure, "summed") : NULL,
		.distinct = sums ? NULL : zhun_json_get_string(figure, "once_by")};
	if (!ask.reg || (sums && !ask.summed))
		return zhun_fail(err, ZHUN_E_PLAN_FILTER, NULL, plural ? plural : "");
	if (!zhun_viewer_reaches(by->viewer, ask.reg)) {
		(void)zhun_fail(&ret->fault, ZHUN_E_PLAN_HIDDEN, NULL);
		return ZHUN_OK;
	}
	enum zhun_code code = zhun_plan_params(by->arena, filter ? filter : "", scope, &params, err);
	if (!code)
		code = total_of(by, &ask, &ret->list, &total, err);
	if (code)
		return code;
	take_total(&total, &ask, zhun_json_get_string(figure, "unit"), ret);
	code = look_for_any(by, ask.reg, scope, ret, err);
	return code ? code : count_undecided(by, figure, scope, ask, ret, err);
}

enum zhun_code zhun_plan_count(const struct zhun_reader *by, const struct zhun_json *figure,
			       const struct zhun_plan_scope *scope, struct zhun_plan_count *ret, struct zhun_error *err)
{
	struct zhun_plan_count c = {0};
	struct zhun_error why = {0};
	enum zhun_code code = count(by, figure, scope, &c, &why);
	if (code)
		code = excuse(code, &c, &why);
	if (code) {
		*err = why;
		return code;
	}
	*ret = c;
	return ZHUN_OK;
}
