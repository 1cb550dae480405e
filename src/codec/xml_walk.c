/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding one's way in a tree of elements. */
#include "codec/xml.h"

#include "zhun/base/text.h"

static bool is_called(const struct zhun_xml *e, const char *space, const char *name)
{
	return zhun_str_equal(e->name, name) && (!space || zhun_str_equal(e->space, space));
}

const struct zhun_xml *zhun_xml_child(const struct zhun_xml *parent, const char *space, const char *name)
{
	for (const struct zhun_xml *e = parent ? parent->first : NULL; e; e = e->next) {
		if (is_called(e, space, name))
			return e;
	}
	return NULL;
}

const struct zhun_xml *zhun_xml_again(const struct zhun_xml *element)
{
	for (const struct zhun_xml *e = element->next; e; e = e->next) {
		if (is_called(e, element->space, element->name))
			return e;
	}
	return NULL;
}

const char *zhun_xml_attribute(const struct zhun_xml *element, const char *name)
{
	for (const struct zhun_xml_attribute *t = element->attributes; t; t = t->next) {
		if (!*t->space && zhun_str_equal(t->name, name))
			return t->value;
	}
	return NULL;
}

enum { SIBLINGS = 256 };   /* looked at for a number: places must stay cheap in long lists */

/* Its number among its siblings of the same name, from 1; 0 for an only one, and far down a long
 * list, where the line must do. */
static size_t ordinal(const struct zhun_xml *element)
{
	size_t at = 0, all = 0, looked = 0;

	for (const struct zhun_xml *e = element->parent->first; e && looked < SIBLINGS; e = e->next, looked++) {
		if (e != element && !is_called(e, element->space, element->name))
			continue;
		all++;
		if (e == element)
			at = all;
	}
	return all > 1 ? at : 0;
}

/* Steps are written from the innermost outwards, into the end of the room. */
void zhun_xml_place(const struct zhun_xml *element, char out[ZHUN_ERROR_PLACE_SIZE])
{
	char steps[ZHUN_ERROR_PLACE_SIZE - 40], step[80];
	size_t at = sizeof steps - 1;
	const char *cut = "";

	steps[at] = '\0';
	for (const struct zhun_xml *e = element; e->parent; e = e->parent) {
		size_t number = ordinal(e);
		size_t n = (size_t)(number ? snprintf(step, sizeof step, "%.50s[%zu]", e->name, number)
					   : snprintf(step, sizeof step, "%.50s", e->name));
		if (n + 1 > at) {
			cut = "…/";
			break;
		}
		if (steps[at])
			steps[--at] = '/';
		at -= n;
		memcpy(steps + at, step, n);
	}
	(void)snprintf(out, ZHUN_ERROR_PLACE_SIZE, "line %u, %s%.159s", element->line, cut,
		       steps[at] ? steps + at : element->name);
	out[zhun_utf8_valid(out, strlen(out))] = '\0';
}
