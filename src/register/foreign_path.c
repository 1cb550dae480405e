/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths through foreign records (foreign.h). They stand in declarations, and a test walks all of these. */
#include "register/foreign.h"

struct walk {
	struct zhun_arena *a;
	struct zhun_found *first, **end;
	bool failed;
};

/* A piece of a path. */
struct part {
	const char *s;
	size_t n;
};

/* Up to the next sign of @a stops that stands in no brackets. */
static struct part cut(struct part p, const char *stops)
{
	size_t depth = 0, n = 0;

	for (; n < p.n && (depth || !strchr(stops, p.s[n])); n++)
		depth += p.s[n] == '[' ? 1 : p.s[n] == ']' ? (size_t)-1 : 0;
	return (struct part){p.s, n};
}

static struct part rest(struct part whole, size_t n)
{
	return n >= whole.n ? (struct part){whole.s + whole.n, 0} : (struct part){whole.s + n, whole.n - n};
}

static void walk_path(struct walk *w, const struct zhun_json *node, struct part path);

static bool is_text(struct walk *w, const struct zhun_json *v, struct part text)
{
	const char *s = zhun_foreign_text(w->a, v);

	return s && strlen(s) == text.n && memcmp(s, text.s, text.n) == 0;
}

/* "path=value" or "path!=value", which holds where no value is that one. */
static bool holds(struct walk *w, const struct zhun_json *node, struct part condition)
{
	struct part path = cut(condition, "="), value = rest(condition, path.n + 1);
	bool not = path.n && path.s[path.n - 1] == '!', some = false;
	struct walk inner = {.a = w->a};

	inner.end = &inner.first;
	path.n -= not;
	walk_path(&inner, node, path);
	w->failed = w->failed || inner.failed;
	for (const struct zhun_found *f = inner.first; f; f = f->next)
		some = some || is_text(w, f->value, value);
	return some != not;
}

static void add(struct walk *w, const struct zhun_json *value)
{
	struct zhun_found *f = ZHUN_NEW(w->a, struct zhun_found);

	if (!f) {
		w->failed = true;
		return;
	}
	f->value = value;
	*w->end = f;
	w->end = &f->next;
}

/* A value that the step's name led to: its conditions, then the steps behind it. */
static void walk_value(struct walk *w, const struct zhun_json *v, struct part conditions, struct part behind)
{
	if (v->kind == ZHUN_J_ARRAY) {
		for (const struct zhun_json *c = v->first; c; c = c->next)
			walk_value(w, c, conditions, behind);
		return;
	}
	while (conditions.n) {
		struct part one = cut(rest(conditions, 1), "]");

		if (!holds(w, v, one))
			return;
		conditions = rest(conditions, one.n + 2);
	}
	if (behind.n)
		walk_path(w, v, behind);
	else if (v->kind != ZHUN_J_NULL)
		add(w, v);
}

static const struct zhun_json *member(const struct zhun_json *object, struct part name)
{
	for (const struct zhun_json *m = object->kind == ZHUN_J_OBJECT ? object->first : NULL; m; m = m->next)
		if (strlen(m->name) == name.n && memcmp(m->name, name.s, name.n) == 0)
			return m;
	return NULL;
}

static void walk_path(struct walk *w, const struct zhun_json *node, struct part path)
{
	struct part step = cut(path, "/"), name = step;
	const struct zhun_json *v;

	name.n = strcspn(step.s, "[");
	name.n = name.n < step.n ? name.n : step.n;
	v = name.n ? member(node, name) : node;
	if (v)
		walk_value(w, v, rest(step, name.n), rest(path, step.n + 1));
}

const struct zhun_found *zhun_foreign_find(struct zhun_arena *a, const struct zhun_json *record, const char *path,
					   bool *ret_failed)
{
	struct part left = {path, strlen(path)};
	struct walk w = {.a = a};

	do {
		struct part one = cut(left, "|");

		w.end = &w.first;
		walk_path(&w, record, one);
		left = rest(left, one.n + 1);
	} while (left.n && !w.first && !w.failed);
	*ret_failed = *ret_failed || w.failed;
	return w.first;
}

const char *zhun_foreign_text(struct zhun_arena *a, const struct zhun_json *value)
{
	static const char *const inside[] = {"@value", "@id", "#text"};
	const char *text = NULL;

	switch (value->kind) {
	case ZHUN_J_STRING:
		return value->text;
	case ZHUN_J_INT:
		return zhun_printf(a, "%lld", (long long)value->integer);
	case ZHUN_J_TRUE:
		return "true";
	case ZHUN_J_FALSE:
		return "false";
	case ZHUN_J_OBJECT:
		for (size_t i = 0; i < ZHUN_COUNT(inside) && !text; i++)
			text = zhun_json_get_string(value, inside[i]);
		return text;
	case ZHUN_J_NULL:
	case ZHUN_J_REAL:
	case ZHUN_J_ARRAY:
		break;
	}
	return NULL;
}
