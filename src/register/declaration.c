/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

#include "zhun/base/text.h"

const struct zhun_register *zhun_register_named(const char *name)
{
	for (size_t i = 0; zhun_registers[i]; i++)
		if (zhun_str_equal(zhun_registers[i]->name, name))
			return zhun_registers[i];
	return NULL;
}

const struct zhun_register *zhun_register_of_plural(const char *plural)
{
	for (size_t i = 0; zhun_registers[i]; i++)
		if (zhun_str_equal(zhun_registers[i]->plural, plural))
			return zhun_registers[i];
	return NULL;
}

const struct zhun_field *zhun_field_named(const struct zhun_field *fields, const char *name)
{
	for (const struct zhun_field *f = fields; f && f->name; f++)
		if (zhun_str_equal(f->name, name))
			return f;
	return NULL;
}

const struct zhun_child *zhun_child_named(const struct zhun_child *children, const char *name)
{
	for (const struct zhun_child *c = children; c && c->name; c++)
		if (zhun_str_equal(c->name, name))
			return c;
	return NULL;
}

const char *zhun_field_kind_name(enum zhun_field_kind kind)
{
	static const char *const names[ZHUN_FIELD_KINDS] = {
		[ZHUN_F_TEXT] = "text", [ZHUN_F_TEXTS] = "texts", [ZHUN_F_INTEGER] = "integer",
		[ZHUN_F_REAL] = "real", [ZHUN_F_BOOLEAN] = "boolean", [ZHUN_F_DATE] = "date",
		[ZHUN_F_INSTANT] = "instant", [ZHUN_F_CHOICE] = "choice", [ZHUN_F_LINK] = "link",
		[ZHUN_F_QUANTITY] = "quantity", [ZHUN_F_UNCERTAINTY] = "uncertainty",
		[ZHUN_F_MONEY] = "money", [ZHUN_F_DOCUMENT] = "document",
	};

	return names[kind];
}

bool zhun_holding_known(const struct zhun_holding *h)
{
	return h->from || h->until || h->ended || h->states || h->state;
}

bool zhun_field_filters(const struct zhun_field *f)
{
	return !f->secret && (f->indexed || f->sortable || f->kind == ZHUN_F_LINK);
}
