/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the JSON form by its tables; what does not fit is a finding with its JSON Pointer. */
#include "attest/form.h"

#include "codec/hash.h"

size_t zhun_form_enter(struct zhun_form_reader *f, const char *step)
{
	size_t was = strlen(f->place);

	(void)snprintf(f->place + was, sizeof f->place - was, "/%s", step);
	return was;
}

void zhun_form_leave(struct zhun_form_reader *f, size_t was)
{
	f->place[was] = '\0';
}

void zhun_form_found(struct zhun_form_reader *f, enum zhun_code code, const char *one, const char *two)
{
	ZHUN_FOUND(f->r, ZHUN_CERT_FAIL, code, &((struct zhun_spot){.text = f->place}), one, two);
}

/* What it should be, in the words of JSON. */
static void wrong_type(struct zhun_form_reader *f, const char *wanted)
{
	const char *last = strrchr(f->place, '/');

	zhun_form_found(f, ZHUN_E_TYPE_WRONG, last ? last + 1 : "", wanted);
}

const char *zhun_form_string(struct zhun_form_reader *f, const struct zhun_json *v)
{
	char number[ZHUN_NUMBER_TEXT];

	if (v->kind == ZHUN_J_STRING)
		return zhun_reader_copy(f->r, v->text, strlen(v->text));
	if (v->kind == ZHUN_J_INT)
		return zhun_reader_copy(f->r, ZHUN_INT(v->integer), strlen(ZHUN_INT(v->integer)));
	if (v->kind == ZHUN_J_REAL)
		return zhun_reader_copy(f->r, number, zhun_double_text(v->real, number));
	wrong_type(f, "string");
	return NULL;
}

static const struct zhun_cert_text **add_text(struct zhun_form_reader *f, const char *language,
					      const struct zhun_json *v, const struct zhun_cert_text **link)
{
	const char *words = zhun_form_string(f, v);
	struct zhun_cert_text *text = words ? ZHUN_READER_NEW(f->r, struct zhun_cert_text) : NULL;

	if (!text)
		return link;
	text->language = zhun_reader_copy(f->r, language, strlen(language));
	if (!text->language)
		text->language = "";
	text->text = words;
	*link = text;
	return &text->next;
}

const struct zhun_cert_text *zhun_form_text(struct zhun_form_reader *f, const struct zhun_json *v)
{
	const struct zhun_cert_text *first = NULL, **link = &first;

	if (v->kind == ZHUN_J_STRING) {
		(void)add_text(f, "", v, link);
	} else if (v->kind == ZHUN_J_OBJECT) {
		for (const struct zhun_json *m = v->first; m; m = m->next)
			link = add_text(f, m->name, m, link);
	} else if (v->kind == ZHUN_J_ARRAY) {
		for (const struct zhun_json *m = v->first; m; m = m->next) {
			const char *language = zhun_json_get_string(m, "language");
			const struct zhun_json *text = zhun_json_get(m, "text");
			if (text)
				link = add_text(f, language ? language : "", text, link);
			else
				wrong_type(f, "{language, text}");
		}
	} else {
		wrong_type(f, "string | object");
	}
	return first;
}

static const struct zhun_cert_word *read_words(struct zhun_form_reader *f, const struct zhun_json *v)
{
	const struct zhun_cert_word *first = NULL, **link = &first;

	if (v->kind != ZHUN_J_ARRAY)
		wrong_type(f, "array");
	for (const struct zhun_json *m = v->first; m; m = m->next) {
		const char *text = zhun_form_string(f, m);
		struct zhun_cert_word *word = text ? ZHUN_READER_NEW(f->r, struct zhun_cert_word) : NULL;
		if (!word)
			continue;
		word->text = text;
		*link = word;
		link = &word->next;
	}
	return first;
}

static bool is_bool(const struct zhun_json *v)
{
	return v->kind == ZHUN_J_TRUE || v->kind == ZHUN_J_FALSE;
}

static int read_choice(struct zhun_form_reader *f, const struct zhun_json *v, const char *const *choices)
{
	const char *text = zhun_form_string(f, v);
	char all[ZHUN_ERROR_ARG_SIZE];
	size_t used = 0;

	for (int i = 0; text && choices[i]; i++) {
		if (zhun_str_equal(choices[i], text))
			return i;
	}
	for (size_t i = 0; choices[i] && used < sizeof all; i++)
		used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", choices[i]);
	if (text)
		zhun_form_found(f, ZHUN_E_CHOICE_BAD, text, all);
	return 0;
}

static void read_bytes(struct zhun_form_reader *f, const struct zhun_json *v, struct zhun_bytes *to)
{
	struct zhun_error bad = {0};
	const char *text = v->kind == ZHUN_J_STRING ? v->text : "";
	enum zhun_code code = zhun_base64_decode(f->r->arena, text, strlen(text), to, &bad);

	if (v->kind != ZHUN_J_STRING)
		wrong_type(f, "string");
	else if (code == ZHUN_E_BASE64_BAD)
		zhun_form_found(f, code, bad.arg[0], NULL);
	else if (code)
		f->r->code = zhun_no_memory(f->r->arena, f->r->err);
}

static void *read_object(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form *form)
{
	void *to = v->kind == ZHUN_J_OBJECT ? zhun_reader_new(f->r, form->size) : NULL;

	if (to)
		zhun_form_fields(f, v, form, to);
	else
		wrong_type(f, "object");
	return to;
}

static void *read_list(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form *form)
{
	char *first = NULL, *last = NULL;
	size_t index = 0;

	if (v->kind != ZHUN_J_ARRAY)
		wrong_type(f, "array");
	for (const struct zhun_json *m = v->first; m && v->kind == ZHUN_J_ARRAY; m = m->next) {
		size_t was = zhun_form_enter(f, ZHUN_INT(index++));
		char *one = read_object(f, m, form);
		zhun_form_leave(f, was);
		if (!one)
			continue;
		void *link = last ? last + form->next : NULL;
		if (link)
			*(void **)link = one;
		else
			first = one;
		last = one;
	}
	return first;
}

static void read_value(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		       void *at)
{
	struct zhun_spot spot = {.text = f->place};

	switch (field->kind) {
	case F_STRING:
	case F_PATH:
		*(const char **)at = zhun_form_string(f, v);
		break;
	case F_SIZE:
		if (v->kind == ZHUN_J_INT && v->integer >= 0)
			*(size_t *)at = (size_t)v->integer;
		else
			wrong_type(f, "integer");
		break;
	case F_BOOL:
		*(bool *)at = v->kind == ZHUN_J_TRUE;
		if (!is_bool(v))
			wrong_type(f, "boolean");
		break;
	case F_ANSWER:
		if (is_bool(v))
			*(enum zhun_cert_answer *)at = v->kind == ZHUN_J_TRUE ? ZHUN_CERT_YES : ZHUN_CERT_NO;
		else
			wrong_type(f, "boolean");
		break;
	case F_CHOICE:
		*(int *)at = read_choice(f, v, field->choices);
		break;
	case F_DATE:
		*(struct zhun_cert_date *)at = zhun_reader_date(f->r, zhun_form_string(f, v), false, &spot);
		break;
	case F_FIGURE:
		*(struct zhun_cert_figure *)at = zhun_reader_figure(f->r, zhun_form_string(f, v), &spot);
		break;
	case F_TEXT:
		*(const struct zhun_cert_text **)at = zhun_form_text(f, v);
		break;
	case F_WORDS:
		*(const struct zhun_cert_word **)at = read_words(f, v);
		break;
	case F_BYTES:
		read_bytes(f, v, at);
		break;
	case F_SERIES:
		*(const struct zhun_cert_series **)at = zhun_form_series(f, v);
		break;
	case F_INSIDE:
		if (v->kind == ZHUN_J_OBJECT)
			zhun_form_fields(f, v, field->form, at);
		else
			wrong_type(f, "object");
		break;
	case F_POINTED:
		*(void **)at = read_object(f, v, field->form);
		break;
	case F_LIST:
		*(void **)at = read_list(f, v, field->form);
		break;
	}
}

static const struct zhun_form_field *find_field(const struct zhun_form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		if (zhun_str_equal(form->fields[i].name, name))
			return &form->fields[i];
	}
	return NULL;
}

/* Members that are no fields of the struct but have a meaning of their own. */
static bool is_own_member(const struct zhun_form *form, const char *name)
{
	return form == &zhun_form_certificate &&
	       (zhun_str_equal(name, "format") || zhun_str_equal(name, "version"));
}

/* Paths that are not stated are empty, never NULL. */
static void finish(struct zhun_form_reader *f, const struct zhun_form *form, void *to)
{
	for (size_t i = 0; i < form->count; i++) {
		void *at = (char *)to + form->fields[i].offset;
		if (form->fields[i].kind == F_PATH && !*(const char **)at)
			*(const char **)at = "";
	}
	if (form->is_quantity)
		zhun_form_finish_quantity(f, to);
}

void zhun_form_fields(struct zhun_form_reader *f, const struct zhun_json *object, const struct zhun_form *form,
		      void *to)
{
	for (const struct zhun_json *m = object->first; m && !f->r->code; m = m->next) {
		const struct zhun_form_field *field = find_field(form, m->name);
		if (is_own_member(form, m->name) || (field && m->kind == ZHUN_J_NULL))
			continue;
		size_t was = zhun_form_enter(f, m->name);
		if (field)
			read_value(f, m, field, (char *)to + field->offset);
		else
			ZHUN_FOUND(f->r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN,
				   &((struct zhun_spot){.text = f->place}), m->name);
		zhun_form_leave(f, was);
	}
	if (!f->r->code)
		finish(f, form, to);
}

enum zhun_code zhun_cert_json_read(struct zhun_reader *r, struct zhun_bytes file)
{
	const struct zhun_json *root = NULL;
	struct zhun_form_reader f = {.r = r};
	enum zhun_code code = zhun_json_parse(r->arena, (const char *)file.ptr, file.len, &root, r->err);

	if (code)
		return code;
	if (!zhun_str_equal(zhun_json_get_string(root, "format"), "zhun-certificate"))
		return zhun_fail(r->err, ZHUN_E_CERTIFICATE_UNKNOWN, "/format");
	const char *version = zhun_json_get_string(root, "version");
	r->cert->format = ZHUN_CERT_JSON;
	r->cert->version = version ? zhun_reader_copy(r, version, strlen(version)) : NULL;
	if (!zhun_str_equal(version, "1"))
		ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_CERTIFICATE_VERSION,
			   &((struct zhun_spot){.text = "/version"}), version ? version : "", "1");
	zhun_form_fields(&f, root, &zhun_form_certificate, r->cert);
	return r->code;
}
