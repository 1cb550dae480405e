/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/answer.h"

enum { TITLE_SIZE = 256 * 1024 };

void zhun_answer_init(struct zhun_answer *w, struct zhun_text *out, struct zhun_arena *a,
		      const struct zhun_viewer *viewer)
{
	zhun_json_init(&w->w, out);
	zhun_text_init(&w->scratch, a, TITLE_SIZE);
	w->viewer = viewer;
}

/* ---- titles ---- */

static void add_title_part(struct zhun_text *t, const struct zhun_value *v)
{
	if (v->kind != ZHUN_V_TEXT)
		return;
	if (t->len > 0)
		zhun_text_add(t, " · ");
	zhun_text_add(t, v->text);
}

static void write_title(struct zhun_answer *w)
{
	if (w->scratch.failed)
		w->w.out->failed = true;
	zhun_json_member_string(&w->w, "title", w->scratch.len ? w->scratch.ptr : NULL);
	w->scratch.len = 0;
}

static void link_title(struct zhun_answer *w, const struct zhun_slot *s, const struct zhun_value *row)
{
	if (s->titles == 1) {
		zhun_json_member_string(&w->w, "title", row[s->title].text);
		return;
	}
	for (size_t i = 0; i < s->titles; i++)
		add_title_part(&w->scratch, &row[s->title + i]);
	write_title(w);
}

static const struct zhun_slot *slot_named(const struct zhun_layout *l, const char *name)
{
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->slots[i].field->name, name) == 0)
			return &l->slots[i];
	return NULL;
}

/* Of a link its own title; of texts the viewer's language if there is one. */
static void add_own_part(struct zhun_answer *w, const struct zhun_slot *s, const struct zhun_value *row)
{
	enum zhun_language l = w->viewer->language;

	if (s->field->kind == ZHUN_F_TEXTS) {
		add_title_part(&w->scratch, row[s->at + l].kind == ZHUN_V_TEXT ? &row[s->at + l]
									      : &row[s->at + 1 - l]);
		return;
	}
	if (s->field->kind != ZHUN_F_LINK)
		add_title_part(&w->scratch, &row[s->at]);
	for (size_t i = 0; s->field->kind == ZHUN_F_LINK && i < s->titles; i++)
		add_title_part(&w->scratch, &row[s->title + i]);
}

const char *zhun_answer_title(struct zhun_answer *w, const struct zhun_register *reg, const struct zhun_layout *l,
			      const struct zhun_value *row)
{
	w->scratch.len = 0;
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->title_fields[i]; i++) {
		const struct zhun_slot *s = slot_named(l, reg->title_fields[i]);

		if (s)
			add_own_part(w, s, row);
	}
	if (w->scratch.failed)
		w->w.out->failed = true;
	return w->scratch.len ? w->scratch.ptr : NULL;
}

/* ---- fields ---- */

static void add_texts(struct zhun_answer *w, const struct zhun_field *f, const struct zhun_value *cells,
		      const struct zhun_answer_text *t)
{
	zhun_json_begin_object(&w->w);
	if (cells[0].kind == ZHUN_V_TEXT)
		zhun_json_member_string(&w->w, "en", cells[0].text);
	if (cells[1].kind == ZHUN_V_TEXT)
		zhun_json_member_string(&w->w, "zh", cells[1].text);
	for (; t; t = t->next)
		if (strcmp(t->field, f->name) == 0)
			zhun_json_member_string(&w->w, t->language, t->text);
	zhun_json_end_object(&w->w);
}

static void add_link(struct zhun_answer *w, const struct zhun_slot *s, const struct zhun_value *row)
{
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "id", row[s->at].text);
	link_title(w, s, row);
	zhun_json_end_object(&w->w);
}

/* What may not be seen does not exist: a link to a hidden record is as empty as one to none. */
static bool is_empty(const struct zhun_slot *s, const struct zhun_value *row)
{
	return row[s->at].kind == ZHUN_V_NULL ||
	       (s->field->kind == ZHUN_F_LINK && row[s->shown].kind == ZHUN_V_NULL);
}

static void add_real(struct zhun_answer *w, const char *key, const struct zhun_value *v)
{
	if (v->kind == ZHUN_V_REAL)
		zhun_json_member_real(&w->w, key, v->real);
	else
		zhun_json_member_null(&w->w, key);
}

static void add_quantity(struct zhun_answer *w, const struct zhun_value *cells)
{
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "value", cells[0].text);
	zhun_json_member_string(&w->w, "unit", cells[2].text);
	add_real(w, "double", &cells[1]);
	zhun_json_end_object(&w->w);
}

static void add_uncertainty(struct zhun_answer *w, const struct zhun_value *cells)
{
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "text", cells[0].text);
	zhun_json_member_string(&w->w, "k", cells[1].text);
	zhun_json_member_string(&w->w, "p", cells[2].text);
	zhun_json_end_object(&w->w);
}

static void add_money(struct zhun_answer *w, const struct zhun_value *cells)
{
	zhun_json_begin_object(&w->w);
	zhun_json_member_int(&w->w, "minor", cells[0].integer);
	zhun_json_member_string(&w->w, "currency", cells[1].text);
	zhun_json_end_object(&w->w);
}

static void add_document(struct zhun_answer *w, const struct zhun_slot *s, const struct zhun_value *row)
{
	zhun_json_begin_object(&w->w);
	zhun_json_member_string(&w->w, "id", row[s->at].text);
	if (s->titles) {
		zhun_json_member_string(&w->w, "media_type", row[s->title].text);
		zhun_json_member_int(&w->w, "size", row[s->title + 1].integer);
		zhun_json_member_string(&w->w, "sha256", row[s->title + 2].text);
	}
	zhun_json_end_object(&w->w);
}

static void add_value(struct zhun_answer *w, const struct zhun_slot *s, const struct zhun_value *row)
{
	const struct zhun_value *cells = &row[s->at];

	switch (s->field->kind) {
	case ZHUN_F_TEXT:
	case ZHUN_F_DATE:
	case ZHUN_F_INSTANT:
	case ZHUN_F_CHOICE:
		zhun_json_string(&w->w, cells[0].text);
		return;
	case ZHUN_F_INTEGER:
		zhun_json_int(&w->w, cells[0].integer);
		return;
	case ZHUN_F_REAL:
		zhun_json_real(&w->w, cells[0].real);
		return;
	case ZHUN_F_BOOLEAN:
		zhun_json_bool(&w->w, cells[0].integer != 0);
		return;
	case ZHUN_F_LINK:
		add_link(w, s, row);
		return;
	case ZHUN_F_QUANTITY:
		add_quantity(w, cells);
		return;
	case ZHUN_F_UNCERTAINTY:
		add_uncertainty(w, cells);
		return;
	case ZHUN_F_MONEY:
		add_money(w, cells);
		return;
	case ZHUN_F_DOCUMENT:
		add_document(w, s, row);
		return;
	case ZHUN_F_TEXTS:
		return;
	}
}

void zhun_answer_fields(struct zhun_answer *w, const struct zhun_layout *l, const struct zhun_value *row,
			const struct zhun_answer_text *texts)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct zhun_slot *s = &l->slots[i];

		zhun_json_key(&w->w, s->field->name);
		if (s->field->kind == ZHUN_F_TEXTS)
			add_texts(w, s->field, &row[s->at], texts);
		else if (is_empty(s, row))
			zhun_json_null(&w->w);
		else
			add_value(w, s, row);
	}
}

void zhun_answer_record(struct zhun_answer *w, const struct zhun_register *reg, const struct zhun_layout *l,
			const struct zhun_value *row, const struct zhun_answer_text *texts)
{
	zhun_json_member_string(&w->w, "id", row[ZHUN_CELL_ID].text);
	zhun_json_member_int(&w->w, "rev", row[ZHUN_CELL_REV].integer);
	(void)zhun_answer_title(w, reg, l, row);
	write_title(w);
	zhun_answer_fields(w, l, row, texts);
}

void zhun_answer_end(struct zhun_answer *w, const char *key, const struct zhun_value *v)
{
	bool open = v->kind != ZHUN_V_TEXT || strcmp(v->text, ZHUN_FOR_EVER) == 0 ||
		    strcmp(v->text, ZHUN_ALWAYS) == 0;

	zhun_json_member_string(&w->w, key, open ? NULL : v->text);
}

void zhun_answer_interval(struct zhun_answer *w, const struct zhun_layout *l, const struct zhun_value *row)
{
	zhun_json_member_string(&w->w, "recorded_from", row[ZHUN_CELL_RECORDED].text);
	zhun_answer_end(w, "valid_from", &row[ZHUN_CELL_VALID_FROM]);
	if (l->valid_to)
		zhun_answer_end(w, "valid_to", &row[l->valid_to]);
	else
		zhun_json_member_null(&w->w, "valid_to");
}
