/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values in the JSON form. What all values of a series share, unit and
 * uncertainty, is written once beside them; a value with nothing of its own is
 * a bare string.
 */
#include "attest/form.h"

/* ---- reading ---- */

static void read_values(struct zhun_form_reader *f, const struct zhun_json *list, struct zhun_cert_series *s)
{
	const struct zhun_cert_value **link = &s->values;

	if (list->kind != ZHUN_J_ARRAY) {
		zhun_form_found(f, ZHUN_E_TYPE_WRONG, "values", "array");
		return;
	}
	for (const struct zhun_json *m = list->first; m && !f->r->code; m = m->next) {
		struct zhun_cert_value *value = ZHUN_READER_NEW(f->r, struct zhun_cert_value);
		if (!value)
			return;
		size_t was = zhun_form_enter(f, ZHUN_INT(s->count));
		struct zhun_spot spot = {.text = f->place};
		value->index = ++s->count;
		if (m->kind == ZHUN_J_OBJECT)
			zhun_form_fields(f, m, &zhun_form_value, value);
		else if (s->form == ZHUN_FORM_WORDS)
			value->value.text = zhun_form_string(f, m);
		else
			value->value = zhun_reader_figure(f->r, zhun_form_string(f, m), &spot);
		zhun_form_leave(f, was);
		*link = value;
		link = &value->next;
	}
}

/* What the series says for all of its values, and the series itself. */
struct common {
	const char *unit, *unit_second;
	const struct zhun_cert_uncertainty *uncertainty;
};

static const struct zhun_cert_uncertainty *read_uncertainty(struct zhun_form_reader *f, const struct zhun_json *v)
{
	struct zhun_cert_uncertainty *u = v->kind == ZHUN_J_OBJECT
		? ZHUN_READER_NEW(f->r, struct zhun_cert_uncertainty) : NULL;

	if (u)
		zhun_form_fields(f, v, &zhun_form_uncertainty, u);
	else
		zhun_form_found(f, ZHUN_E_TYPE_WRONG, "uncertainty", "object");
	return u;
}

static enum zhun_cert_form read_form(struct zhun_form_reader *f, const struct zhun_json *v)
{
	const char *text = zhun_form_string(f, v);

	for (int i = 0; text && zhun_form_names[i]; i++) {
		if (zhun_str_equal(zhun_form_names[i], text))
			return (enum zhun_cert_form)i;
	}
	if (text)
		zhun_form_found(f, ZHUN_E_CHOICE_BAD, text, "real, cartesian, polar, constant, words");
	return ZHUN_FORM_REAL;
}

static void read_member(struct zhun_form_reader *f, const struct zhun_json *m, struct zhun_cert_series *s,
			struct common *common)
{
	if (zhun_str_equal(m->name, "unit"))
		common->unit = zhun_form_string(f, m);
	else if (zhun_str_equal(m->name, "unit_second"))
		common->unit_second = zhun_form_string(f, m);
	else if (zhun_str_equal(m->name, "uncertainty"))
		common->uncertainty = read_uncertainty(f, m);
	else if (zhun_str_equal(m->name, "joint"))
		s->joint = read_uncertainty(f, m);
	else if (zhun_str_equal(m->name, "kind"))
		s->kind = zhun_form_string(f, m);
	else if (zhun_str_equal(m->name, "label"))
		s->label = zhun_form_string(f, m);
	else if (zhun_str_equal(m->name, "list"))
		s->list = m->kind == ZHUN_J_TRUE;
	else if (zhun_str_equal(m->name, "values"))
		read_values(f, m, s);
	else if (!zhun_str_equal(m->name, "form"))
		ZHUN_FOUND(f->r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &((struct zhun_spot){.text = f->place}),
			   m->name);
}

/* The links are const for readers of the certificate; here the values are still being made. */
static struct zhun_cert_value *still_mine(const struct zhun_cert_value *v)
{
	return (struct zhun_cert_value *)(uintptr_t)v;
}

static void give_common(struct zhun_form_reader *f, struct zhun_cert_series *s, const struct common *common)
{
	bool complex = s->form == ZHUN_FORM_CARTESIAN || s->form == ZHUN_FORM_POLAR;
	bool unit_told = s->form == ZHUN_FORM_WORDS;

	s->readable = s->values && s->form != ZHUN_FORM_WORDS;
	for (struct zhun_cert_value *v = still_mine(s->values); v; v = still_mine(v->next)) {
		v->unit = v->unit ? v->unit : common->unit;
		v->unit_second = v->unit_second ? v->unit_second : common->unit_second;
		v->uncertainty = v->uncertainty ? v->uncertainty : common->uncertainty;
		if (!v->value.number || !v->unit || (complex && !v->second.number))
			s->readable = false;
		if (!v->unit && !unit_told)
			zhun_form_found(f, ZHUN_E_PART_MISSING, "unit", NULL);
		unit_told |= !v->unit;
	}
}

static struct zhun_cert_series *read_one(struct zhun_form_reader *f, const struct zhun_json *v)
{
	struct common common = {0};
	struct zhun_cert_series *s = ZHUN_READER_NEW(f->r, struct zhun_cert_series);
	const struct zhun_json *form = zhun_json_get(v, "form");

	if (!s)
		return NULL;
	if (v->kind != ZHUN_J_OBJECT)
		zhun_form_found(f, ZHUN_E_TYPE_WRONG, "series", "object");
	s->form = form ? read_form(f, form) : ZHUN_FORM_REAL;
	for (const struct zhun_json *m = v->first; m && v->kind == ZHUN_J_OBJECT; m = m->next) {
		size_t was = zhun_form_enter(f, m->name);
		read_member(f, m, s, &common);
		zhun_form_leave(f, was);
	}
	give_common(f, s, &common);
	return s;
}

const struct zhun_cert_series *zhun_form_series(struct zhun_form_reader *f, const struct zhun_json *v)
{
	const struct zhun_cert_series *first = NULL, **link = &first;
	size_t index = 0;

	if (v->kind != ZHUN_J_ARRAY)
		return read_one(f, v);
	for (const struct zhun_json *m = v->first; m && !f->r->code; m = m->next) {
		size_t was = zhun_form_enter(f, ZHUN_INT(index++));
		struct zhun_cert_series *s = read_one(f, m);
		zhun_form_leave(f, was);
		if (!s)
			break;
		*link = s;
		link = &s->next;
	}
	return first;
}

/* A path that is not stated is the place in the array: "3" for the third. */
static const char *default_path(struct zhun_form_reader *f)
{
	const char *last = strrchr(f->place, '/');
	size_t number = 1;

	for (const char *c = last ? last + 1 : ""; *c >= '0' && *c <= '9' && number < 100000000; c++)
		number = (number - 1) * 10 + (size_t)(*c - '0') + 1;
	return zhun_reader_copy(f->r, ZHUN_INT(number), strlen(ZHUN_INT(number)));
}

void zhun_form_finish_quantity(struct zhun_form_reader *f, struct zhun_cert_quantity *q)
{
	q->place = zhun_reader_copy(f->r, f->place, strlen(f->place));
	if (!*q->path)
		q->path = default_path(f);
	zhun_reftype_find(q->meaning == ZHUN_MEANS_UNKNOWN ? q->marks.ref_type : NULL, &q->meaning, &q->kind);
	if (!q->kind && q->series)
		q->kind = zhun_kind_code(q->series->kind);
	if (q->series)
		return;
	q->series = ZHUN_READER_NEW(f->r, struct zhun_cert_series);
	if (!q->words)
		zhun_form_found(f, ZHUN_E_PART_MISSING, "series", NULL);
}

/* ---- writing ---- */

static struct common common_of(const struct zhun_cert_series *s)
{
	struct common common = {0};
	const struct zhun_cert_value *first = s->values;

	if (!first)
		return common;
	common = (struct common){first->unit, first->unit_second, first->uncertainty};
	for (const struct zhun_cert_value *v = first->next; v; v = v->next) {
		if (!zhun_str_equal(v->unit, common.unit))
			common.unit = NULL;
		if (!zhun_str_equal(v->unit_second, common.unit_second))
			common.unit_second = NULL;
		if (v->uncertainty != common.uncertainty)
			common.uncertainty = NULL;
	}
	return common;
}

static bool is_bare(const struct zhun_cert_value *v)
{
	return v->value.text && !v->second.text && !v->unit && !v->unit_second && !v->label && !v->when &&
	       !v->uncertainty;
}

static void write_value(struct zhun_json_writer *w, const struct zhun_cert_value *v, const struct common *common)
{
	struct zhun_cert_value own = *v;

	own.unit = common->unit ? NULL : v->unit;
	own.unit_second = common->unit_second ? NULL : v->unit_second;
	own.uncertainty = common->uncertainty ? NULL : v->uncertainty;
	if (is_bare(&own)) {
		zhun_json_string(w, own.value.text);
		return;
	}
	zhun_json_begin_object(w);
	zhun_form_write_fields(w, &zhun_form_value, &own);
	zhun_json_end_object(w);
}

static void write_uncertainty(struct zhun_json_writer *w, const char *name, const struct zhun_cert_uncertainty *u)
{
	if (!u)
		return;
	zhun_json_member_object(w, name);
	zhun_form_write_fields(w, &zhun_form_uncertainty, u);
	zhun_json_end_object(w);
}

static void write_word(struct zhun_json_writer *w, const char *name, const char *text)
{
	if (text)
		zhun_json_member_string(w, name, text);
}

static void write_one(struct zhun_json_writer *w, const struct zhun_cert_series *s)
{
	struct common common = common_of(s);

	zhun_json_begin_object(w);
	if (s->form != ZHUN_FORM_REAL)
		zhun_json_member_string(w, "form", zhun_form_names[s->form]);
	if (s->list)
		zhun_json_member_bool(w, "list", true);
	write_word(w, "kind", s->kind);
	write_word(w, "label", s->label);
	write_word(w, "unit", common.unit);
	write_word(w, "unit_second", common.unit_second);
	write_uncertainty(w, "uncertainty", common.uncertainty);
	zhun_json_member_array(w, "values");
	for (const struct zhun_cert_value *v = s->values; v; v = v->next)
		write_value(w, v, &common);
	zhun_json_end_array(w);
	write_uncertainty(w, "joint", s->joint);
	zhun_json_end_object(w);
}

void zhun_form_write_series(struct zhun_json_writer *w, const struct zhun_cert_series *s)
{
	if (!s->next) {
		write_one(w, s);
		return;
	}
	zhun_json_begin_array(w);
	for (; s; s = s->next)
		write_one(w, s);
	zhun_json_end_array(w);
}
