/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A foreign record as a record of the register, field by field as the source's declaration says. */
#include "register/foreign.h"

/* One record or row on its way. */
struct mapping {
	const struct zhun_foreign_map *m;
	const struct zhun_json *record;
	struct zhun_json_writer w;
	bool failed;
};

static struct zhun_arena *arena(const struct mapping *s)
{
	return s->m->arena;
}

/* ---- texts ---- */

static const char *keep(struct mapping *s, const char *text)
{
	s->failed = s->failed || !text;
	return text;
}

static const char *translate(const struct zhun_foreign_word *words, const char *text)
{
	for (const struct zhun_foreign_word *w = words; w && w->theirs; w++) {
		size_t n = strlen(w->theirs);

		if (zhun_str_equal(w->theirs, text) ||
		    (n && w->theirs[n - 1] == '*' && strncmp(w->theirs, text, n - 1) == 0))
			return w->ours;
	}
	return NULL;
}

/* What stands between f->after and f->before; NULL where they do not. */
static const char *between(struct mapping *s, const struct zhun_foreign_field *f, const char *text)
{
	const char *end;

	if (!zhun_str_starts(text, f->after))
		return NULL;
	text += strlen(f->after);
	end = f->before && *f->before ? strstr(text, f->before) : text + strlen(text);
	return end ? keep(s, zhun_strndup(arena(s), text, (size_t)(end - text))) : NULL;
}

static const char *trimmed(struct mapping *s, const char *text)
{
	const char *start;
	size_t n;

	zhun_str_trim(text, strlen(text), &start, &n);
	return n ? keep(s, zhun_strndup(arena(s), start, n)) : NULL;
}

/* A value's text as the field takes it; NULL: nothing. */
static const char *refine(struct mapping *s, const struct zhun_foreign_field *f, const char *text)
{
	if (text)
		text = trimmed(s, text);
	if (text && f->words)
		text = translate(f->words, text);
	if (text && f->after)
		text = between(s, f, text);
	if (text && f->edit)
		text = f->edit(arena(s), text);
	if (text && f->prefix)
		text = keep(s, zhun_printf(arena(s), "%s%s", f->prefix, text));
	return text;
}

static const char *first_at(struct mapping *s, const char *path)
{
	const struct zhun_found *found = zhun_foreign_find(arena(s), s->record, path, &s->failed);

	return found ? zhun_foreign_text(arena(s), found->value) : NULL;
}

static const char *joined(struct mapping *s, const struct zhun_foreign_field *f)
{
	const struct zhun_found *found = zhun_foreign_find(arena(s), s->record, f->from, &s->failed);
	const char *all = NULL;

	for (; found; found = found->next) {
		const char *one = refine(s, f, zhun_foreign_text(arena(s), found->value));

		if (one)
			all = all ? keep(s, zhun_printf(arena(s), "%s %s", all, one)) : one;
	}
	return all;
}

/* The first that gives something; a second path follows the first of the first. */
static const char *first_of(struct mapping *s, const struct zhun_foreign_field *f)
{
	const struct zhun_found *found = zhun_foreign_find(arena(s), s->record, f->from, &s->failed);
	const char *text = NULL;

	for (; found && !text; found = found->next) {
		const char *second = f->then ? first_at(s, f->then) : NULL;

		text = zhun_foreign_text(arena(s), found->value);
		if (text && second)
			text = keep(s, zhun_printf(arena(s), "%s%s%s", text, f->between, second));
		text = refine(s, f, text);
	}
	return text;
}

/* The one text that a field has; NULL: none. */
static const char *text_of(struct mapping *s, const struct zhun_foreign_field *f)
{
	if (f->how == ZHUN_FROM_NOTHING)
		return f->from;
	return f->how == ZHUN_FROM_ALL ? joined(s, f) : first_of(s, f);
}

/* ---- values by the kind of the register's field ---- */

static void write_link(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_field *as,
		       const char *code)
{
	const struct zhun_register *reg = zhun_register_named(as->link);

	zhun_json_member_object(&s->w, f->field);
	zhun_json_member_object(&s->w, "key");
	if (f->scheme)
		zhun_json_member_string(&s->w, reg->key[0], f->scheme);
	zhun_json_member_string(&s->w, reg->key[f->scheme ? 1 : 0], code);
	zhun_json_end_object(&s->w);
	zhun_json_end_object(&s->w);
}

static bool write_text(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_field *as)
{
	const char *text = text_of(s, f);

	if (text && f->by_id)
		text = s->m->code_of(s->m->context, text);
	if (!text)
		return false;
	if (as->kind == ZHUN_F_LINK)
		write_link(s, f, as, text);
	else if (as->kind == ZHUN_F_BOOLEAN)
		zhun_json_member_bool(&s->w, f->field, zhun_str_equal(text, "true"));
	else
		zhun_json_member_string(&s->w, f->field, text);
	return true;
}

static bool write_count(struct mapping *s, const struct zhun_foreign_field *f)
{
	int64_t n = 0;

	for (const struct zhun_found *v = zhun_foreign_find(arena(s), s->record, f->from, &s->failed); v; v = v->next)
		n++;
	zhun_json_member_int(&s->w, f->field, n);
	return true;
}

/* The text and language of one value; false where it has no text or a language that is not wanted. */
static bool text_in(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_json *value,
		    const char **ret_language, const char **ret)
{
	struct mapping inner = {.m = s->m, .record = value};
	const char *language = f->language ? first_at(&inner, f->language) : NULL;

	*ret = f->text ? first_at(&inner, f->text) : zhun_foreign_text(arena(s), value);
	if (*ret)
		*ret = trimmed(s, *ret);
	*ret_language = f->in ? f->in : !language ? "en" : f->words ? translate(f->words, language) : language;
	s->failed = s->failed || inner.failed;
	return *ret && *ret_language;
}

static bool language_came(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_found *first,
			  const struct zhun_found *until, const char *language)
{
	for (const struct zhun_found *v = first; v != until; v = v->next) {
		const char *other, *text;

		if (text_in(s, f, v->value, &other, &text) && zhun_str_equal(other, language))
			return true;
	}
	return false;
}

static bool is_shown(const char *language)
{
	return zhun_str_equal(language, "en") || zhun_str_equal(language, "zh");
}

/* A text of the object, which begins with the first of them. */
static void write_language(struct mapping *s, const struct zhun_foreign_field *f, bool *begun, const char *language,
			   const char *text)
{
	if (!*begun)
		zhun_json_member_object(&s->w, f->field);
	*begun = true;
	zhun_json_member_string(&s->w, language, text);
}

static bool write_texts(struct mapping *s, const struct zhun_foreign_field *f)
{
	const struct zhun_found *all = zhun_foreign_find(arena(s), s->record, f->from, &s->failed);
	bool begun = false, shown = false;
	const char *language, *text;

	for (const struct zhun_found *v = all; v; v = v->next) {
		if (!text_in(s, f, v->value, &language, &text) || language_came(s, f, all, v, language))
			continue;
		write_language(s, f, &begun, language, text);
		shown = shown || is_shown(language);
	}
	text = !shown && f->otherwise ? first_at(s, f->otherwise) : NULL;
	if (text)
		write_language(s, f, &begun, "en", text);
	if (begun)
		zhun_json_end_object(&s->w);
	return begun;
}

static void write_fields(struct mapping *s, const struct zhun_foreign_field *from, const struct zhun_field *fields,
			 const struct zhun_child *children);

static void write_row(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_child *child,
		      const struct zhun_json *value)
{
	const struct zhun_json *record = s->record;

	s->record = value;
	zhun_json_begin_object(&s->w);
	write_fields(s, f->rows, child->fields, NULL);
	zhun_json_end_object(&s->w);
	s->record = record;
}

/* A row for each of the texts that one text holds. */
static void write_parts(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_child *child,
			const char *text)
{
	while (text && *text && !s->failed) {
		size_t n = strcspn(text, f->separator);
		struct zhun_json part = {.kind = ZHUN_J_STRING, .text = keep(s, zhun_strndup(arena(s), text, n))};

		if (n && part.text)
			write_row(s, f, child, &part);
		text += text[n] ? n + 1 : n;
	}
}

/* Those that the next fields add under the same name come along. */
static bool write_rows(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_child *child)
{
	const char *field = f->field;

	zhun_json_member_array(&s->w, field);
	for (; zhun_str_equal(f->field, field); f++) {
		const struct zhun_found *v = zhun_foreign_find(arena(s), s->record, f->from, &s->failed);

		for (; v; v = v->next)
			if (f->separator)
				write_parts(s, f, child, zhun_foreign_text(arena(s), v->value));
			else
				write_row(s, f, child, v->value);
	}
	zhun_json_end_array(&s->w);
	return true;
}

static const struct zhun_child *child_of(const struct zhun_child *children, const char *plural)
{
	while (children && children->name && !zhun_str_equal(children->plural, plural))
		children++;
	return children && children->name ? children : NULL;
}

static bool write_one(struct mapping *s, const struct zhun_foreign_field *f, const struct zhun_field *fields,
		      const struct zhun_child *children)
{
	switch (f->how) {
	case ZHUN_FROM_ROWS:
		return write_rows(s, f, child_of(children, f->field));
	case ZHUN_FROM_TEXTS:
		return write_texts(s, f);
	case ZHUN_FROM_COUNT:
		return write_count(s, f);
	case ZHUN_FROM_FIRST:
	case ZHUN_FROM_ALL:
	case ZHUN_FROM_NOTHING:
		return write_text(s, f, zhun_field_named(fields, f->field));
	}
	return false;
}

static void write_fields(struct mapping *s, const struct zhun_foreign_field *from, const struct zhun_field *fields,
			 const struct zhun_child *children)
{
	const char *written = NULL;

	for (const struct zhun_foreign_field *f = from; f->field && !s->failed; f++)
		if (!zhun_str_equal(f->field, written) && write_one(s, f, fields, children))
			written = f->field;
}

static void write_origin(struct mapping *s)
{
	zhun_json_member_object(&s->w, "origin");
	zhun_json_member_object(&s->w, "key");
	zhun_json_member_string(&s->w, "code", s->m->source->name);
	zhun_json_end_object(&s->w);
	zhun_json_end_object(&s->w);
}

enum zhun_code zhun_foreign_record(const struct zhun_foreign_map *m, const struct zhun_json *record,
				   const struct zhun_json **ret, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(m->source->reg);
	struct mapping s = {.m = m, .record = record};
	struct zhun_json_tree tree;

	zhun_json_init_tree(&s.w, &tree, m->arena);
	zhun_json_begin_object(&s.w);
	write_fields(&s, m->source->fields, reg->fields, reg->children);
	write_origin(&s);
	zhun_json_end_object(&s.w);
	return s.failed ? zhun_no_memory(m->arena, err) : zhun_json_tree_done(&tree, ret, err);
}
