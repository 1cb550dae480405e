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

/* ---- each kind of field; at: where it stands in its struct ---- */

typedef void read_kind(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		       void *at);

static void read_string(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	(void)field;
	*(const char **)at = zhun_form_string(f, v);
}

static void read_size(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		      void *at)
{
	(void)field;
	if (v->kind == ZHUN_J_INT && v->integer >= 0)
		*(size_t *)at = (size_t)v->integer;
	else
		wrong_type(f, "integer");
}

static bool is_bool(struct zhun_form_reader *f, const struct zhun_json *v)
{
	bool is = v->kind == ZHUN_J_TRUE || v->kind == ZHUN_J_FALSE;

	if (!is)
		wrong_type(f, "boolean");
	return is;
}

static void read_bool(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		      void *at)
{
	(void)field;
	*(bool *)at = is_bool(f, v) && v->kind == ZHUN_J_TRUE;
}

static void read_answer(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	(void)field;
	if (is_bool(f, v))
		*(enum zhun_cert_answer *)at = v->kind == ZHUN_J_TRUE ? ZHUN_CERT_YES : ZHUN_CERT_NO;
}

static void read_date(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		      void *at)
{
	struct zhun_spot spot = {.text = f->place};

	(void)field;
	*(struct zhun_cert_date *)at = zhun_reader_date(f->r, zhun_form_string(f, v), false, &spot);
}

static void read_figure(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	struct zhun_spot spot = {.text = f->place};

	(void)field;
	*(struct zhun_cert_figure *)at = zhun_reader_figure(f->r, zhun_form_string(f, v), &spot);
}

static void read_cert_kind(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			   void *at)
{
	struct zhun_spot spot = {.text = f->place};

	(void)field;
	*(enum zhun_cert_kind *)at = zhun_reader_kind(f->r, zhun_form_string(f, v), &spot);
}

static void read_text(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		      void *at)
{
	(void)field;
	*(const struct zhun_cert_text **)at = zhun_form_text(f, v);
}

static void read_series(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	(void)field;
	*(const struct zhun_cert_series **)at = zhun_form_series(f, v);
}

static void read_words(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		       void *at)
{
	const struct zhun_cert_word **link = at;

	(void)field;

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
}

static void read_choice(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	const char *text = zhun_form_string(f, v), *const *choices = field->choices;
	char all[ZHUN_ERROR_ARG_SIZE];
	size_t used = 0;

	for (int i = 0; text && choices[i]; i++) {
		if (zhun_str_equal(choices[i], text)) {
			*(int *)at = i;
			return;
		}
	}
	for (size_t i = 0; choices[i] && used < sizeof all; i++)
		used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", choices[i]);
	if (text)
		zhun_form_found(f, ZHUN_E_CHOICE_BAD, text, all);
}

static void read_bytes(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		       void *at)
{
	struct zhun_error bad = {0};
	const char *text = v->kind == ZHUN_J_STRING ? v->text : "";
	enum zhun_code code = zhun_base64_decode(f->r->arena, text, strlen(text), at, &bad);

	(void)field;
	if (v->kind != ZHUN_J_STRING)
		wrong_type(f, "string");
	else if (code == ZHUN_E_BASE64_BAD)
		zhun_form_found(f, code, bad.arg[0], NULL);
	else if (code)
		f->r->code = zhun_no_memory(f->r->arena, f->r->err);
}

static void *new_object(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form *form)
{
	void *to = v->kind == ZHUN_J_OBJECT ? zhun_reader_new(f->r, form->size) : NULL;

	if (to)
		zhun_form_fields(f, v, form, to);
	else
		wrong_type(f, "object");
	return to;
}

static void read_inside(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			void *at)
{
	if (v->kind == ZHUN_J_OBJECT)
		zhun_form_fields(f, v, field->form, at);
	else
		wrong_type(f, "object");
}

static void read_pointed(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
			 void *at)
{
	*(void **)at = new_object(f, v, field->form);
}

static void read_list(struct zhun_form_reader *f, const struct zhun_json *v, const struct zhun_form_field *field,
		      void *at)
{
	void **link = at;
	size_t index = 0;

	if (v->kind != ZHUN_J_ARRAY)
		wrong_type(f, "array");
	for (const struct zhun_json *m = v->first; m && v->kind == ZHUN_J_ARRAY; m = m->next) {
		size_t was = zhun_form_enter(f, ZHUN_INT(index++));
		char *one = new_object(f, m, field->form);
		zhun_form_leave(f, was);
		if (!one)
			continue;
		*link = one;
		link = (void **)(void *)(one + field->form->next);
	}
}

static read_kind *const readers[] = {
	[F_STRING] = read_string, [F_PATH] = read_string, [F_SIZE] = read_size, [F_BOOL] = read_bool,
	[F_DATE] = read_date, [F_FIGURE] = read_figure, [F_ANSWER] = read_answer, [F_CHOICE] = read_choice,
	[F_KIND] = read_cert_kind, [F_TEXT] = read_text, [F_WORDS] = read_words, [F_BYTES] = read_bytes,
	[F_SERIES] = read_series, [F_INSIDE] = read_inside, [F_POINTED] = read_pointed, [F_LIST] = read_list,
};

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
			readers[field->kind](f, m, field, (char *)to + field->offset);
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
