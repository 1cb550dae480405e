/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codec/xml_tree.h"

#include "zhun/base/text.h"

/* An object that is being filled, and where its next member goes. */
struct filling {
	struct zhun_arena *a;
	struct zhun_json *object, *last;
};

static struct zhun_json *add(struct filling *f, enum zhun_json_kind kind, const char *name)
{
	struct zhun_json *v = ZHUN_NEW(f->a, struct zhun_json);

	if (!v)
		return NULL;
	*v = (struct zhun_json){.kind = kind, .name = name};
	if (f->last)
		f->last->next = v;
	else
		f->object->first = v;
	f->last = v;
	f->object->count++;
	return v;
}

static bool add_text(struct filling *f, const char *name, const char *text)
{
	struct zhun_json *v = name ? add(f, ZHUN_J_STRING, name) : NULL;

	if (v)
		v->text = text;
	return v != NULL;
}

static bool came_before(const struct zhun_xml *e)
{
	return zhun_xml_child(e->parent, NULL, e->name) != e;
}

static const struct zhun_xml *next_named(const struct zhun_xml *e)
{
	const char *name = e->name;

	for (e = e->next; e && !zhun_str_equal(e->name, name); e = e->next)
		;
	return e;
}

static bool fill(struct zhun_arena *a, const struct zhun_xml *e, struct zhun_json *object);

static bool add_elements(struct filling *f, const struct zhun_xml *first)
{
	struct zhun_json *array = add(f, ZHUN_J_ARRAY, first->name);
	struct filling items = {.a = f->a, .object = array};

	for (const struct zhun_xml *e = first; e && array; e = next_named(e)) {
		struct zhun_json *item = add(&items, ZHUN_J_OBJECT, NULL);

		if (!item || !fill(f->a, e, item))
			return false;
	}
	return array != NULL;
}

/* As deep as elements are nested, which zhun_xml_parse has a ceiling for. */
static bool fill(struct zhun_arena *a, const struct zhun_xml *e, struct zhun_json *object)
{
	struct filling f = {.a = a, .object = object};

	object->line = e->line;
	for (const struct zhun_xml_attribute *t = e->attributes; t; t = t->next)
		if (!add_text(&f, zhun_printf(a, "@%s", t->name), t->value))
			return false;
	if (*e->text && !add_text(&f, "#text", e->text))
		return false;
	for (const struct zhun_xml *c = e->first; c; c = c->next)
		if (!came_before(c) && !add_elements(&f, c))
			return false;
	return true;
}

enum zhun_code zhun_xml_tree(struct zhun_arena *a, const struct zhun_xml *element, const struct zhun_json **ret,
			     struct zhun_error *err)
{
	struct zhun_json *root = ZHUN_NEW(a, struct zhun_json);

	if (!root)
		return zhun_no_memory(a, err);
	root->kind = ZHUN_J_OBJECT;
	if (!fill(a, element, root))
		return zhun_no_memory(a, err);
	*ret = root;
	return ZHUN_OK;
}
