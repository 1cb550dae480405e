/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the JSON form by its tables; what is not stated is left out. */
#include "attest/form.h"

#include "codec/hash.h"

static const void *pointer_at(const void *at)
{
	return *(const void *const *)at;
}

/* Whether nothing is stated in the struct: an object inside is then left out. */
static bool is_empty(const struct zhun_form *form, const void *from)
{
	const unsigned char *bytes = from;

	for (size_t i = 0; i < form->size; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static void write_words(struct zhun_json_writer *w, const struct zhun_cert_word *words)
{
	zhun_json_begin_array(w);
	for (; words; words = words->next)
		zhun_json_string(w, words->text);
	zhun_json_end_array(w);
}

static void write_list(struct zhun_json_writer *w, const struct zhun_form *form, const char *from)
{
	zhun_json_begin_array(w);
	for (; from; from = pointer_at(from + form->next)) {
		zhun_json_begin_object(w);
		zhun_form_write_fields(w, form, from);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void write_object(struct zhun_json_writer *w, const struct zhun_form *form, const void *from)
{
	zhun_json_begin_object(w);
	zhun_form_write_fields(w, form, from);
	zhun_json_end_object(w);
}

enum { LANGUAGES = 64 };   /* beyond so many nobody compares them all */

static bool is_language_twice(const struct zhun_cert_text *t)
{
	size_t count = 0;

	for (; t; t = t->next) {
		if (++count > LANGUAGES)
			return true;
		for (const struct zhun_cert_text *other = t->next; other && count < LANGUAGES; other = other->next) {
			if (zhun_str_equal(t->language, other->language))
				return true;
		}
	}
	return false;
}

/* A bare string without language; an object by language; an array where a language comes twice. */
void zhun_form_write_text(struct zhun_json_writer *w, const struct zhun_cert_text *t)
{
	if (!t->next && !*t->language) {
		zhun_json_string(w, t->text);
		return;
	}
	if (!is_language_twice(t)) {
		zhun_json_begin_object(w);
		for (; t; t = t->next)
			zhun_json_member_string(w, t->language, t->text);
		zhun_json_end_object(w);
		return;
	}
	zhun_json_begin_array(w);
	for (; t; t = t->next) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "language", t->language);
		zhun_json_member_string(w, "text", t->text);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void write_bytes(struct zhun_json_writer *w, const struct zhun_bytes *bytes)
{
	const char *text = zhun_base64(w->out->arena, *bytes);

	if (text)
		zhun_json_string(w, text);
	else
		w->out->failed = true;
}

static bool is_stated(const struct zhun_form_field *field, const void *at)
{
	switch (field->kind) {
	case F_PATH:
		return pointer_at(at) && *(const char *)pointer_at(at);
	case F_SIZE:
		return *(const size_t *)at != 0;
	case F_BOOL:
		return *(const bool *)at;
	case F_ANSWER:
		return *(const enum zhun_cert_answer *)at != ZHUN_CERT_UNSTATED;
	case F_CHOICE:
		return *(const int *)at != 0;
	case F_KIND:
		return *(const enum zhun_cert_kind *)at != ZHUN_CERT_CALIBRATION;
	case F_INSIDE:
		return !is_empty(field->form, at);
	case F_STRING:
	case F_DATE:
	case F_FIGURE:
	case F_TEXT:
	case F_WORDS:
	case F_BYTES:
	case F_SERIES:
	case F_POINTED:
	case F_LIST:
		return pointer_at(at) != NULL;
	}
	return false;
}

/* Dates and figures begin with their text. */
static void write_value(struct zhun_json_writer *w, const struct zhun_form_field *field, const void *at)
{
	switch (field->kind) {
	case F_STRING:
	case F_PATH:
	case F_DATE:
	case F_FIGURE:
		zhun_json_string(w, pointer_at(at));
		break;
	case F_SIZE:
		zhun_json_int(w, (int64_t)*(const size_t *)at);
		break;
	case F_BOOL:
		zhun_json_bool(w, *(const bool *)at);
		break;
	case F_ANSWER:
		zhun_json_bool(w, *(const enum zhun_cert_answer *)at == ZHUN_CERT_YES);
		break;
	case F_CHOICE:
		zhun_json_string(w, field->choices[*(const int *)at]);
		break;
	case F_KIND:
		zhun_json_string(w, zhun_cert_kind_name(*(const enum zhun_cert_kind *)at));
		break;
	case F_TEXT:
		zhun_form_write_text(w, pointer_at(at));
		break;
	case F_WORDS:
		write_words(w, pointer_at(at));
		break;
	case F_BYTES:
		write_bytes(w, at);
		break;
	case F_SERIES:
		zhun_form_write_series(w, pointer_at(at));
		break;
	case F_INSIDE:
		write_object(w, field->form, at);
		break;
	case F_POINTED:
		write_object(w, field->form, pointer_at(at));
		break;
	case F_LIST:
		write_list(w, field->form, pointer_at(at));
		break;
	}
}

void zhun_form_write_fields(struct zhun_json_writer *w, const struct zhun_form *form, const void *from)
{
	for (size_t i = 0; i < form->count; i++) {
		const void *at = (const char *)from + form->fields[i].offset;
		if (!is_stated(&form->fields[i], at))
			continue;
		zhun_json_key(w, form->fields[i].name);
		write_value(w, &form->fields[i], at);
	}
}

void zhun_certificate_write(struct zhun_json_writer *w, const struct zhun_certificate *c)
{
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "format", "zhun-certificate");
	zhun_json_member_string(w, "version", "1");
	zhun_form_write_fields(w, &zhun_form_certificate, c);
	zhun_json_end_object(w);
}
