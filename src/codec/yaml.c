/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading YAML: libyaml's events, one after another, build the tree in the arena; no recursion. */
#include "codec/yaml.h"

#include <yaml.h>

enum { NEAR = 32 };

/* An object or array that is being filled; key: the member's name that waits for its value. */
struct nest {
	struct zhun_json *value, *last;
	const char *key;
};

struct builder {
	struct zhun_arena *a;
	const char *s;
	size_t n;
	struct zhun_json *root;
	struct nest nest[ZHUN_JSON_DEPTH];
	size_t depth, values, documents;
	struct zhun_error *err;
};

static const char *place_of(const yaml_mark_t *mark, char out[64])
{
	(void)snprintf(out, 64, "line %zu column %zu", mark->line + 1, mark->column + 1);
	return out;
}

static enum zhun_code fail_at(const struct builder *b, const yaml_mark_t *mark, enum zhun_code code,
			      const char *word)
{
	char place[64];
	return zhun_fail(b->err, code, place_of(mark, place), word);
}

/* What stands at a place: to the end of the line, but not much. */
static void near(const struct builder *b, const yaml_mark_t *mark, char out[NEAR + 1])
{
	size_t line = mark->line, i = 0, n = 0;
	for (; i < b->n && line; i++)
		line -= b->s[i] == '\n';
	for (size_t column = mark->column; i < b->n && column && b->s[i] != '\n'; column--) {
		size_t len;
		(void)zhun_utf8_next(b->s + i, &len);
		i += len;
	}
	while (i + n < b->n && n < NEAR && b->s[i + n] != '\n' && b->s[i + n] != '\r')
		n++;
	memcpy(out, b->s + i, n);
	out[n] = '\0';
	out[zhun_utf8_valid(out, n)] = '\0';
}

static enum zhun_code fail_parser(const struct builder *b, const yaml_parser_t *p)
{
	char word[NEAR + 1];
	if (p->error == YAML_MEMORY_ERROR)
		return zhun_fail(b->err, ZHUN_E_NO_MEMORY, NULL);
	near(b, &p->problem_mark, word);
	return fail_at(b, &p->problem_mark, ZHUN_E_YAML_BAD, word);
}

static bool is_refused(const yaml_char_t *anchor, const yaml_char_t *tag)
{
	return anchor || tag;
}

/* A key waits in an object that has none yet. */
static bool wants_key(const struct builder *b)
{
	const struct nest *top = b->depth ? &b->nest[b->depth - 1] : NULL;
	return top && top->value->kind == ZHUN_J_OBJECT && !top->key;
}

static void stand(struct zhun_json *v, const yaml_mark_t *mark)
{
	v->line = (unsigned)mark->line + 1;
	v->column = (unsigned)mark->column + 1;
}

/* A new value in its place: the root, the next element, or the member whose key waits. */
static enum zhun_code add(struct builder *b, const yaml_mark_t *mark, struct zhun_json **ret)
{
	if (++b->values > ZHUN_YAML_VALUES)
		return fail_at(b, mark, ZHUN_E_JSON_MANY, ZHUN_INT(ZHUN_YAML_VALUES));
	struct zhun_json *v = ZHUN_NEW(b->a, struct zhun_json);
	if (!v)
		return zhun_no_memory(b->a, b->err);
	stand(v, mark);
	if (!b->depth) {
		b->root = v;
	} else {
		struct nest *top = &b->nest[b->depth - 1];
		if (top->last)
			top->last->next = v;
		else
			top->value->first = v;
		top->last = v;
		top->value->count++;
		v->name = top->key;
		top->key = NULL;
	}
	*ret = v;
	return ZHUN_OK;
}

static enum zhun_code begin(struct builder *b, const yaml_event_t *e, enum zhun_json_kind kind)
{
	bool mapping = e->type == YAML_MAPPING_START_EVENT;
	struct zhun_json *v = NULL;
	if (mapping ? is_refused(e->data.mapping_start.anchor, e->data.mapping_start.tag)
		    : is_refused(e->data.sequence_start.anchor, e->data.sequence_start.tag))
		return fail_at(b, &e->start_mark, ZHUN_E_YAML_REFUSED, "& !");
	if (wants_key(b))
		return fail_at(b, &e->start_mark, ZHUN_E_YAML_KEY, NULL);
	if (b->depth == ZHUN_JSON_DEPTH)
		return fail_at(b, &e->start_mark, ZHUN_E_JSON_DEEP, ZHUN_INT(ZHUN_JSON_DEPTH));
	enum zhun_code code = add(b, &e->start_mark, &v);
	if (code)
		return code;
	v->kind = kind;
	b->nest[b->depth++] = (struct nest){.value = v};
	return ZHUN_OK;
}

static enum zhun_code take_key(struct builder *b, const yaml_event_t *e, const char *text)
{
	struct nest *top = &b->nest[b->depth - 1];
	if (zhun_str_equal(text, "<<"))
		return fail_at(b, &e->start_mark, ZHUN_E_YAML_REFUSED, text);
	if (top->value->count == ZHUN_YAML_MEMBERS)
		return fail_at(b, &e->start_mark, ZHUN_E_JSON_MANY, ZHUN_INT(ZHUN_YAML_MEMBERS));
	if (zhun_json_get(top->value, text))
		return fail_at(b, &e->start_mark, ZHUN_E_JSON_DUPLICATE, text);
	top->key = text;
	return ZHUN_OK;
}

static bool is_null(const char *text, bool plain)
{
	return plain && (!*text || zhun_str_equal(text, "~") || zhun_str_equal(text, "null"));
}

/* Where the text itself begins: behind a quote; of a block nobody can say by a column. */
static void stand_text(struct zhun_json *v, yaml_scalar_style_t style)
{
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		v->column++;
	else if (style != YAML_PLAIN_SCALAR_STYLE)
		v->column = 0;
}

static enum zhun_code scalar(struct builder *b, const yaml_event_t *e)
{
	const char *bytes = (const char *)e->data.scalar.value;
	size_t n = e->data.scalar.length;
	bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	struct zhun_json *v = NULL;
	if (is_refused(e->data.scalar.anchor, e->data.scalar.tag))
		return fail_at(b, &e->start_mark, ZHUN_E_YAML_REFUSED, "& !");
	if (zhun_utf8_valid(bytes, n) < n)
		return fail_at(b, &e->start_mark, ZHUN_E_JSON_NUL, NULL);
	const char *text = zhun_strndup(b->a, bytes, n);
	if (!text)
		return zhun_no_memory(b->a, b->err);
	if (wants_key(b))
		return take_key(b, e, text);
	enum zhun_code code = add(b, &e->start_mark, &v);
	if (code)
		return code;
	stand_text(v, e->data.scalar.style);
	v->kind = is_null(text, plain) ? ZHUN_J_NULL : ZHUN_J_STRING;
	v->text = v->kind == ZHUN_J_STRING ? text : NULL;
	return ZHUN_OK;
}

static enum zhun_code take(struct builder *b, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		return b->documents++ ? fail_at(b, &e->start_mark, ZHUN_E_YAML_DOCUMENTS, NULL) : ZHUN_OK;
	case YAML_ALIAS_EVENT:
		return fail_at(b, &e->start_mark, ZHUN_E_YAML_REFUSED, (const char *)e->data.alias.anchor);
	case YAML_SCALAR_EVENT:
		return scalar(b, e);
	case YAML_SEQUENCE_START_EVENT:
		return begin(b, e, ZHUN_J_ARRAY);
	case YAML_MAPPING_START_EVENT:
		return begin(b, e, ZHUN_J_OBJECT);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		b->depth--;
		return ZHUN_OK;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return ZHUN_OK;
	}
	return zhun_fail(b->err, ZHUN_E_INTERNAL, NULL, "yaml");
}

static enum zhun_code build(struct builder *b, yaml_parser_t *p)
{
	for (bool ended = false; !ended;) {
		yaml_event_t e;
		if (!yaml_parser_parse(p, &e))
			return fail_parser(b, p);
		enum zhun_code code = take(b, &e);
		ended = e.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
		if (code)
			return code;
	}
	return ZHUN_OK;
}

enum zhun_code zhun_yaml_parse(struct zhun_arena *a, const char *s, size_t n, const struct zhun_json **ret,
			       struct zhun_error *err)
{
	struct builder b = {.a = a, .s = s, .n = n, .err = err};
	yaml_parser_t p;
	if (n > ZHUN_YAML_SIZE)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(ZHUN_YAML_SIZE));
	if (zhun_utf8_valid(s, n) < n)
		return zhun_fail(err, ZHUN_E_JSON_UTF8, NULL);
	if (!yaml_parser_initialize(&p))
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p, (const unsigned char *)s, n);
	enum zhun_code code = build(&b, &p);
	yaml_parser_delete(&p);
	if (!code && !b.root)
		code = (b.root = ZHUN_NEW(a, struct zhun_json)) ? ZHUN_OK : zhun_no_memory(a, err);
	if (!code)
		*ret = b.root;
	return code;
}
