/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/value.h"

#include <math.h>

#include "register/schema.h"
#include "zhun/base/date.h"
#include "zhun/base/number.h"
#include "zhun/measure/quantity.h"

static enum zhun_value_kind cell_kind(enum zhun_column_type type)
{
	if (type == ZHUN_COLUMN_INT)
		return ZHUN_V_INT;
	return type == ZHUN_COLUMN_REAL ? ZHUN_V_REAL : ZHUN_V_TEXT;
}

void zhun_value_empty(const struct zhun_field *f, struct zhun_value *cells)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	for (size_t i = 0; i < count; i++)
		cells[i] = zhun_v_null_of(cell_kind(parts[i].type));
}

static enum zhun_code wrong_kind(const struct zhun_field *f, const char *what, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, what);
}

/* A text that counts as empty gives NULL. */
static enum zhun_code read_text(const struct zhun_field *f, const struct zhun_json *json, struct zhun_value *ret,
				struct zhun_error *err)
{
	const char *start;
	size_t n;

	if (!json || json->kind == ZHUN_J_NULL)
		return ZHUN_OK;
	if (json->kind != ZHUN_J_STRING)
		return wrong_kind(f, "a text", err);
	zhun_str_trim(json->text, strlen(json->text), &start, &n);
	if (n == 0)
		return ZHUN_OK;
	if (zhun_utf8_count(json->text) > ZHUN_TEXT_MAX)
		return zhun_fail(err, ZHUN_E_FIELD_LONG, "", f->name, ZHUN_INT(ZHUN_TEXT_MAX));
	*ret = zhun_v_text(json->text);
	return ZHUN_OK;
}

/* Only the two languages that have columns; record.c takes the others. */
static enum zhun_code read_texts(const struct zhun_field *f, const struct zhun_json *json, struct zhun_value *cells,
				 struct zhun_error *err)
{
	static const char *const languages[] = {"en", "zh"};
	enum zhun_code code = ZHUN_OK;

	if (json->kind != ZHUN_J_OBJECT)
		return wrong_kind(f, "an object of languages, {\"en\": …, \"zh\": …}", err);
	for (size_t i = 0; i < 2 && !code; i++) {
		code = read_text(f, zhun_json_get(json, languages[i]), &cells[i], err);
		if (code)
			(void)zhun_json_within(err, languages[i]);
	}
	return code;
}

static enum zhun_code read_number(const struct zhun_field *f, const struct zhun_json *json, struct zhun_value *ret,
				  struct zhun_error *err)
{
	if (f->kind == ZHUN_F_INTEGER) {
		if (json->kind != ZHUN_J_INT)
			return wrong_kind(f, "a whole number", err);
		*ret = zhun_v_int(json->integer);
		return ZHUN_OK;
	}
	if ((json->kind != ZHUN_J_INT && json->kind != ZHUN_J_REAL) || !isfinite(json->real))
		return wrong_kind(f, "a number", err);
	*ret = zhun_v_real(json->real);
	return ZHUN_OK;
}

static enum zhun_code read_boolean(const struct zhun_field *f, const struct zhun_json *json,
				   struct zhun_value *ret, struct zhun_error *err)
{
	if (json->kind != ZHUN_J_TRUE && json->kind != ZHUN_J_FALSE)
		return wrong_kind(f, "true or false", err);
	*ret = zhun_v_int(json->kind == ZHUN_J_TRUE);
	return ZHUN_OK;
}

static enum zhun_code keep(struct zhun_arena *a, const char *s, struct zhun_value *ret, struct zhun_error *err)
{
	*ret = zhun_v_text(zhun_strdup(a, s));
	return ret->kind == ZHUN_V_NULL ? zhun_no_memory(a, err) : ZHUN_OK;
}

static enum zhun_code read_date(struct zhun_arena *a, const struct zhun_field *f, const struct zhun_json *json,
				struct zhun_value *cells, struct zhun_error *err)
{
	struct zhun_date date;
	char day[ZHUN_DATE_TEXT];
	enum zhun_code code;

	if (json->kind != ZHUN_J_STRING)
		return wrong_kind(f, "a date, 2026-03-02", err);
	if (json->text[0] == '\0')
		return ZHUN_OK;
	if ((code = zhun_date_parse(json->text, strlen(json->text), &date, err)) != ZHUN_OK)
		return code;
	cells[0] = zhun_v_text(json->text);
	zhun_day_text(date.first, day);
	if ((code = keep(a, day, &cells[1], err)) != ZHUN_OK)
		return code;
	zhun_day_text(date.last, day);
	return keep(a, day, &cells[2], err);
}

static enum zhun_code read_instant(struct zhun_arena *a, const struct zhun_field *f, const struct zhun_json *json,
				   struct zhun_value *ret, struct zhun_error *err)
{
	char text[ZHUN_INSTANT_TEXT];
	int64_t instant;
	enum zhun_code code;

	if (json->kind != ZHUN_J_STRING)
		return wrong_kind(f, "a time, 2026-03-02T09:00:00Z", err);
	if ((code = zhun_instant_parse(json->text, strlen(json->text), &instant, err)) != ZHUN_OK)
		return code;
	zhun_instant_text(instant, text);
	return keep(a, text, ret, err);
}

static enum zhun_code read_choice(const struct zhun_field *f, const struct zhun_json *json, struct zhun_value *ret,
				  struct zhun_error *err)
{
	if (json->kind != ZHUN_J_STRING)
		return wrong_kind(f, "one of its choices", err);
	for (const struct zhun_choice *c = f->choices; c->value; c++)
		if (zhun_str_equal(c->value, json->text)) {
			*ret = zhun_v_text(c->value);
			return ZHUN_OK;
		}
	return zhun_fail(err, ZHUN_E_CHOICE_UNKNOWN, "", f->name, json->text);
}

/* ---- quantities ---- */

/* The value in the coherent SI unit of its dimension; a scale that has none stays in its own. */
static enum zhun_code add_canonical(struct zhun_arena *a, const struct zhun_quantity *q, struct zhun_value *cells,
				    struct zhun_error *err)
{
	char text[ZHUN_UNIT_TEXT];
	size_t n = zhun_unit_dimension(&q->unit, text);
	struct zhun_conversion conversion;
	struct zhun_unit base;
	double value = q->number.value;

	if (zhun_unit_read(text, n, ZHUN_UNIT_TYPED, &base, NULL, NULL) == ZHUN_OK &&
	    zhun_conversion_make(&q->unit, &base, ZHUN_POINT, &conversion, NULL) == ZHUN_OK &&
	    isfinite(zhun_convert(&conversion, value)))
		value = zhun_convert(&conversion, value);
	else
		(void)zhun_unit_canonical(&q->unit, text);
	cells[3] = zhun_v_real(value);
	return keep(a, text, &cells[4], err);
}

static enum zhun_code quantity_cells(struct zhun_arena *a, const char *number, const char *unit, bool lenient,
				     struct zhun_value *cells, struct zhun_error *err)
{
	struct zhun_quantity q;
	struct zhun_number n;
	enum zhun_code code = zhun_number_parse(number, strlen(number), &n, lenient ? NULL : err);

	cells[0] = zhun_v_text(number);
	cells[2] = zhun_v_text(unit);
	if (code)
		return lenient ? ZHUN_OK : code;
	cells[1] = zhun_v_real(n.value);
	code = zhun_quantity_of(number, unit[0] ? unit : "1", &q, lenient ? NULL : err);
	if (code)
		return lenient ? ZHUN_OK : code;
	return add_canonical(a, &q, cells, err);
}

static enum zhun_code read_quantity(struct zhun_arena *a, const struct zhun_field *f,
				    const struct zhun_json *json, struct zhun_value *cells, struct zhun_error *err)
{
	const char *number = zhun_json_get_string(json, "value"), *unit = zhun_json_get_string(json, "unit");

	if (json->kind != ZHUN_J_OBJECT || !number)
		return wrong_kind(f, "a value and a unit, {\"value\": \"1.50\", \"unit\": \"V\"}", err);
	return quantity_cells(a, number, unit ? unit : "", f->lenient, cells, err);
}

enum zhun_code zhun_value_quantity(struct zhun_arena *a, const char *s, struct zhun_value *cells,
				   struct zhun_error *err)
{
	struct zhun_quantity q;
	enum zhun_code code = zhun_quantity_read(s, strlen(s), &q, err);

	return code ? code : add_canonical(a, &q, cells, err);
}

/* ---- the rest ---- */

/* Whether it can be evaluated depends on the other fields: record.c asks measure. */
static enum zhun_code read_uncertainty(const struct zhun_field *f, const struct zhun_json *json,
				       struct zhun_value *cells, struct zhun_error *err)
{
	static const char *const members[] = {"text", "k", "p"};
	enum zhun_code code = ZHUN_OK;

	if (json->kind != ZHUN_J_OBJECT)
		return wrong_kind(f, "an object, {\"text\": \"12 uV + 3.0 uV/V\", \"k\": \"2\", \"p\": \"0.95\"}", err);
	for (size_t i = 0; i < 3 && !code; i++) {
		code = read_text(f, zhun_json_get(json, members[i]), &cells[i], err);
		if (code)
			(void)zhun_json_within(err, members[i]);
	}
	return code;
}

static bool is_currency(const char *s)
{
	size_t n = 0;

	while (s && s[n] >= 'A' && s[n] <= 'Z')
		n++;
	return n == 3 && s[3] == '\0';
}

static enum zhun_code read_money(const struct zhun_field *f, const struct zhun_json *json,
				 struct zhun_value *cells, struct zhun_error *err)
{
	const struct zhun_json *minor = zhun_json_get(json, "minor");
	const char *currency = zhun_json_get_string(json, "currency");

	if (json->kind != ZHUN_J_OBJECT || !minor || minor->kind != ZHUN_J_INT || !currency)
		return wrong_kind(f, "minor units and a currency, {\"minor\": 12300, \"currency\": \"CNY\"}", err);
	if (!is_currency(currency))
		return zhun_fail(err, ZHUN_E_CURRENCY_BAD, "/currency", currency);
	cells[0] = zhun_v_int(minor->integer);
	cells[1] = zhun_v_text(currency);
	return ZHUN_OK;
}

static enum zhun_code read_document(const struct zhun_field *f, const struct zhun_json *json,
				    struct zhun_value *ret, struct zhun_error *err)
{
	const char *id = json->kind == ZHUN_J_STRING ? json->text : zhun_json_get_string(json, "id");

	if (!id)
		return wrong_kind(f, "a document's id", err);
	*ret = zhun_v_text(id);
	return ZHUN_OK;
}

enum zhun_code zhun_value_read(struct zhun_arena *a, const struct zhun_field *f, const struct zhun_json *json,
			       struct zhun_value *cells, struct zhun_error *err)
{
	zhun_value_empty(f, cells);
	switch (f->kind) {
	case ZHUN_F_TEXT:
		return read_text(f, json, cells, err);
	case ZHUN_F_TEXTS:
		return read_texts(f, json, cells, err);
	case ZHUN_F_INTEGER:
	case ZHUN_F_REAL:
		return read_number(f, json, cells, err);
	case ZHUN_F_BOOLEAN:
		return read_boolean(f, json, cells, err);
	case ZHUN_F_DATE:
		return read_date(a, f, json, cells, err);
	case ZHUN_F_INSTANT:
		return read_instant(a, f, json, cells, err);
	case ZHUN_F_CHOICE:
		return read_choice(f, json, cells, err);
	case ZHUN_F_QUANTITY:
		return read_quantity(a, f, json, cells, err);
	case ZHUN_F_UNCERTAINTY:
		return read_uncertainty(f, json, cells, err);
	case ZHUN_F_MONEY:
		return read_money(f, json, cells, err);
	case ZHUN_F_DOCUMENT:
		return read_document(f, json, cells, err);
	case ZHUN_F_LINK:
		break;
	}
	return zhun_fail(err, ZHUN_E_INTERNAL, "", f->name);
}
