/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading Turtle: serd tells one statement after another, and the tree grows under their subjects. */
#include "codec/turtle.h"

#include <serd/serd.h>

#include "codec/turtle_depth.h"

enum { BUCKETS = 4096, PLACE = 64, WORDS = 160 };

/* The values of one predicate of a subject. */
struct values {
	struct zhun_json array;
	struct zhun_json *last;
	struct values *next;
};

/* A subject, or a node that is only referred to. */
struct node {
	const char *id;
	bool blank, used;           /* used: it stands within another */
	struct values *values;
	size_t count;               /* of predicates */
	struct zhun_json object;
	struct node *same;          /* the next with this digest */
	struct node *next;          /* in the order of the text */
};

/* A value that stands for a node without a name, until all is known about that. */
struct reference {
	struct zhun_json *value;
	struct node *to;
	struct reference *next;
};

struct builder {
	struct zhun_arena *a;
	const struct zhun_turtle_prefix *prefixes;
	SerdEnv *env;
	struct node *buckets[BUCKETS];
	struct node *first, **end;
	struct reference *references, **references_end;
	size_t statements;
	char place[PLACE], words[WORDS];  /* of the first fault that serd told */
	enum zhun_code code;
	struct zhun_error *err;
};

/* ---- words ---- */

static const char *shorten(const struct builder *b, const char *address)
{
	for (const struct zhun_turtle_prefix *p = b->prefixes; p && p->prefix; p++)
		if (zhun_str_starts(address, p->space))
			return zhun_printf(b->a, "%s:%s", p->prefix, address + strlen(p->space));
	return zhun_strdup(b->a, address);
}

/* The name of a subject, predicate or object: in full, then short. NULL, with the reason in b->code, where
 * there is no such prefix or no memory. */
static const char *name_of(struct builder *b, const SerdNode *n)
{
	const char *name = NULL;
	SerdNode full = SERD_NODE_NULL;
	if (n->type == SERD_BLANK)
		name = zhun_printf(b->a, "_:%s", (const char *)n->buf);
	else
		full = serd_env_expand_node(b->env, n);
	bool expanded = full.buf != NULL;
	if (expanded)
		name = shorten(b, (const char *)full.buf);
	serd_node_free(&full);
	if (n->type != SERD_BLANK && !expanded)
		b->code = zhun_fail(b->err, ZHUN_E_TURTLE_BAD, NULL, (const char *)n->buf);
	else if (!name)
		b->code = zhun_no_memory(b->a, b->err);
	return name;
}

/* ---- the tree ---- */

static size_t digest_of(const char *s)
{
	size_t h = 5381;
	while (*s)
		h = h * 33 + (unsigned char)*s++;
	return h % BUCKETS;
}

static struct node *node_of(struct builder *b, const char *id, bool blank)
{
	struct node **at = &b->buckets[digest_of(id)];
	for (; *at; at = &(*at)->same)
		if (zhun_str_equal((*at)->id, id))
			return *at;
	if (!(*at = ZHUN_NEW(b->a, struct node)))
		return NULL;
	(*at)->id = id;
	(*at)->blank = blank;
	*b->end = *at;
	b->end = &(*at)->next;
	return *at;
}

static struct zhun_json *add_text(struct builder *b, const char *name, const char *text)
{
	struct zhun_json *v = ZHUN_NEW(b->a, struct zhun_json);
	if (v)
		*v = (struct zhun_json){.kind = ZHUN_J_STRING, .name = name, .text = text};
	return v;
}

/* An object with one or two texts; a name of NULL is left out. */
static struct zhun_json *new_object(struct builder *b, const char *const names[2], const char *const texts[2])
{
	struct zhun_json *v = ZHUN_NEW(b->a, struct zhun_json);
	if (!v)
		return NULL;
	v->kind = ZHUN_J_OBJECT;
	const struct zhun_json **at = &v->first;
	for (size_t i = 0; i < 2 && names[i]; i++) {
		struct zhun_json *member = add_text(b, names[i], texts[i]);
		if (!member)
			return NULL;
		*at = member;
		at = &member->next;
		v->count++;
	}
	return v;
}

static struct zhun_json *named_object(struct builder *b, const char *id)
{
	return new_object(b, (const char *const[]){"@id", NULL}, (const char *const[]){id, NULL});
}

static struct zhun_json *literal(struct builder *b, const SerdNode *n, const SerdNode *language)
{
	bool said = language && language->n_bytes;
	const char *text = zhun_strdup(b->a, (const char *)n->buf);
	const char *tag = said ? zhun_strdup(b->a, (const char *)language->buf) : NULL;
	if (!text || (said && !tag))
		return NULL;
	return new_object(b, (const char *const[]){"@value", said ? "@language" : NULL},
			  (const char *const[]){text, tag});
}

static struct zhun_json *reference(struct builder *b, const SerdNode *n)
{
	const char *id = name_of(b, n);
	struct zhun_json *value = id ? named_object(b, id) : NULL;
	if (!value || n->type != SERD_BLANK)
		return value;
	struct reference *r = ZHUN_NEW(b->a, struct reference);
	struct node *to = node_of(b, id, true);
	if (!r || !to)
		return NULL;
	*r = (struct reference){.value = value, .to = to};
	*b->references_end = r;
	b->references_end = &r->next;
	return value;
}

/* The values of that predicate of the subject; NULL without memory. */
static struct values *values_of(struct builder *b, struct node *subject, const char *predicate)
{
	struct values **at = &subject->values;
	for (; *at; at = &(*at)->next)
		if (zhun_str_equal((*at)->array.name, predicate))
			return *at;
	if (!(*at = ZHUN_NEW(b->a, struct values)))
		return NULL;
	(*at)->array.kind = ZHUN_J_ARRAY;
	(*at)->array.name = predicate;
	subject->count++;
	return *at;
}

static void add_value(struct values *v, struct zhun_json *value)
{
	if (v->last)
		v->last->next = value;
	else
		v->array.first = value;
	v->last = value;
	v->array.count++;
}

/* The object of a subject: its name, and its predicates in their order. */
static bool finish(struct builder *b, struct node *n)
{
	struct zhun_json *id = add_text(b, "@id", n->id);
	if (!id)
		return false;
	n->object.kind = ZHUN_J_OBJECT;
	n->object.count = n->count + 1;
	n->object.first = id;
	id->next = n->values ? &n->values->array : NULL;
	for (struct values *v = n->values; v; v = v->next)
		v->array.next = v->next ? &v->next->array : NULL;
	return true;
}

/* Each node without a name stands in one place, so that no circle of them can be reached. */
static void place_blanks(struct builder *b)
{
	for (struct reference *r = b->references; r; r = r->next) {
		if (r->to->used || !r->to->values)
			continue;
		r->to->used = true;
		r->value->first = r->to->object.first;
		r->value->count = r->to->object.count;
	}
}

static bool is_deep(const struct zhun_json *v, size_t depth)
{
	if (depth > ZHUN_JSON_DEPTH)
		return true;
	for (const struct zhun_json *c = v->first; c; c = c->next)
		if (is_deep(c, depth + 1))
			return true;
	return false;
}

static enum zhun_code gather(struct builder *b, const struct zhun_json **ret)
{
	struct zhun_json *all = ZHUN_NEW(b->a, struct zhun_json), *last = NULL;
	for (struct node *n = b->first; n && all; n = n->next)
		if (!finish(b, n))
			all = NULL;
	if (!all)
		return zhun_no_memory(b->a, b->err);
	place_blanks(b);
	all->kind = ZHUN_J_ARRAY;
	for (struct node *n = b->first; n; n = n->next) {
		if (n->blank || !n->values)
			continue;
		if (last)
			last->next = &n->object;
		else
			all->first = &n->object;
		last = &n->object;
		all->count++;
	}
	if (is_deep(all, 0))
		return zhun_fail(b->err, ZHUN_E_JSON_DEEP, NULL, ZHUN_INT(ZHUN_JSON_DEPTH));
	*ret = all;
	return ZHUN_OK;
}

/* ---- what serd tells ---- */

static SerdStatus give_up(struct builder *b, enum zhun_code code)
{
	b->code = code;
	return SERD_ERR_INTERNAL;
}

static SerdStatus take_prefix(void *context, const SerdNode *name, const SerdNode *address)
{
	const struct builder *b = context;
	return serd_env_set_prefix(b->env, name, address);
}

static SerdStatus take_base(void *context, const SerdNode *address)
{
	const struct builder *b = context;
	return serd_env_set_base_uri(b->env, address);
}

static SerdStatus take_statement(void *context, SerdStatementFlags flags, const SerdNode *graph,
				 const SerdNode *subject, const SerdNode *predicate, const SerdNode *object,
				 const SerdNode *datatype, const SerdNode *language)
{
	struct builder *b = context;
	(void)flags, (void)graph, (void)datatype;
	if (++b->statements > ZHUN_TURTLE_STATEMENTS)
		return give_up(b, zhun_fail(b->err, ZHUN_E_JSON_MANY, NULL, ZHUN_INT(ZHUN_TURTLE_STATEMENTS)));
	const char *id = name_of(b, subject), *name = name_of(b, predicate);
	struct node *n = id && name ? node_of(b, id, subject->type == SERD_BLANK) : NULL;
	struct values *v = n ? values_of(b, n, name) : NULL;
	struct zhun_json *value = object->type == SERD_LITERAL ? literal(b, object, language) : reference(b, object);
	if (!v || !value)
		return give_up(b, b->code ? b->code : zhun_no_memory(b->a, b->err));
	if (n->count > ZHUN_TURTLE_PREDICATES)
		return give_up(b, zhun_fail(b->err, ZHUN_E_JSON_MANY, n->id, ZHUN_INT(ZHUN_TURTLE_PREDICATES)));
	add_value(v, value);
	return SERD_SUCCESS;
}

/* Its message is English prose with a line's end; the first says most. */
static SerdStatus take_fault(void *context, const SerdError *e)
{
	struct builder *b = context;
	if (b->place[0])
		return SERD_SUCCESS;
	(void)snprintf(b->place, sizeof b->place, "line %u column %u", e->line, e->col);
	/* the format is serd's own, and so are its arguments */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	(void)vsnprintf(b->words, sizeof b->words, e->fmt, *e->args);
#pragma GCC diagnostic pop
	b->words[zhun_utf8_valid(b->words, strcspn(b->words, "\n"))] = '\0';
	return SERD_SUCCESS;
}

/* ---- what serd reads: not a string, for of an empty one it reads on behind its end ---- */

struct input {
	const char *s;
	size_t n, at;
};

static size_t give(void *to, size_t size, size_t count, void *context)
{
	struct input *in = context;
	size_t most = size * count, left = in->n - in->at, n = left < most ? left : most;
	memcpy(to, in->s + in->at, n);
	in->at += n;
	return n / size;
}

static int never_fails(void *context)
{
	(void)context;
	return 0;
}

static enum zhun_code read_all(struct builder *b, struct input *in)
{
	enum { PAGE = 4096 };
	static const uint8_t name[] = "turtle";
	SerdReader *reader = serd_reader_new(SERD_TURTLE, b, NULL, take_base, take_prefix, take_statement, NULL);
	b->env = serd_env_new(NULL);
	SerdStatus status = SERD_ERR_INTERNAL;
	if (reader && b->env) {
		serd_reader_set_strict(reader, true);
		serd_reader_set_error_sink(reader, take_fault, b);
		status = serd_reader_read_source(reader, give, never_fails, in, name, PAGE);
	} else {
		b->code = zhun_fail(b->err, ZHUN_E_NO_MEMORY, NULL);
	}
	serd_env_free(b->env);
	serd_reader_free(reader);
	if (b->code || status <= SERD_FAILURE)   /* SERD_FAILURE: there was nothing to read */
		return b->code;
	return zhun_fail(b->err, ZHUN_E_TURTLE_BAD, b->place, b->words);
}

enum zhun_code zhun_turtle_parse(struct zhun_arena *a, const struct zhun_turtle_prefix *prefixes, const char *s,
				 size_t n, const struct zhun_json **ret, struct zhun_error *err)
{
	struct builder *b = ZHUN_NEW(a, struct builder);
	struct input in = {.s = s, .n = n};
	size_t valid = zhun_utf8_valid(s, n);
	if (n > ZHUN_TURTLE_SIZE)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(ZHUN_TURTLE_SIZE));
	if (valid < n)
		return zhun_fail(err, ZHUN_E_UTF8_BAD, NULL, ZHUN_INT(valid + 1));
	enum zhun_code code = b ? zhun_turtle_depth(s, n, err) : zhun_no_memory(a, err);
	if (code)
		return code;
	*b = (struct builder){.a = a, .prefixes = prefixes, .err = err};
	b->end = &b->first;
	b->references_end = &b->references;
	code = read_all(b, &in);
	return code ? code : gather(b, ret);
}
