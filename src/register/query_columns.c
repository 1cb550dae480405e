/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected: fields, the titles of links, what is said of documents. */
#include "register/query_part.h"
#include "register/schema.h"

/* A field's column as the viewer may read it: empty where its read class is another's. */
static void add_readable(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f,
			 const char *suffix)
{
	struct zhun_text *t = &q->sql;

	if (!reg || !zhun_part_class_restricts(q, f)) {
		PUT(t, T ".", f->name, suffix);
		return;
	}
	zhun_text_add(t, "CASE WHEN ");
	zhun_part_class(q, t, reg, f);
	PUT(t, " THEN " T ".", f->name, suffix, " END");
}

/* The parts of a kind that an answer shows: the columns that only serve queries are left out. */
static size_t shown_parts(enum zhun_field_kind kind)
{
	size_t count;

	(void)zhun_field_parts(kind, &count);
	if (kind == ZHUN_F_DATE)
		return 1;
	return kind == ZHUN_F_QUANTITY ? 3 : count;
}

void zhun_part_comma(struct zhun_query *q)
{
	if (q->cells++ > 0)
		zhun_text_add(&q->sql, ", ");
}

/* The text of one title field of the record @a alias, in the viewer's language if there is one. */
static void add_title_cell(struct zhun_query *q, const char *alias, const struct zhun_field *f)
{
	bool zh = q->viewer->language == ZHUN_ZH;

	zhun_part_comma(q);
	if (f->kind == ZHUN_F_TEXTS)
		PUT(&q->sql, "COALESCE(", alias, ".", f->name, zh ? "_zh, " : "_en, ", alias, ".", f->name,
		    zh ? "_en)" : "_zh)");
	else
		PUT(&q->sql, alias, ".", f->name);
}

static void add_join(struct zhun_query *q, const struct zhun_register *reg, const char *alias,
		     const char *from, const char *column)
{
	PUT(&q->joins, " LEFT JOIN ", reg->name, " ", alias, " ON ", alias, ".id = ", from, ".", column);
	if (zhun_access_restricts(reg, q->viewer)) {
		zhun_text_add(&q->joins, " AND ");
		zhun_part_access(q, &q->joins, reg, alias);
	}
}

/* The cells of the title of the record that is joined as @a alias. A link among its title fields
 * shows the texts of the record it leads to, but not that one's links. */
static void add_title(struct zhun_query *q, const struct zhun_register *reg, const char *alias, bool deeper)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->title_fields[i]; i++) {
		const struct zhun_field *f = zhun_field_named(reg->fields, reg->title_fields[i]);
		char next[8];

		if (f->kind != ZHUN_F_LINK) {
			add_title_cell(q, alias, f);
		} else if (deeper) {
			(void)snprintf(next, sizeof next, "%s%c", alias, (char)('a' + (int)i));
			add_join(q, zhun_register_named(f->link), next, alias, f->name);
			add_title(q, zhun_register_named(f->link), next, false);
		}
	}
}

static void add_link(struct zhun_query *q, struct zhun_slot *slot, size_t n)
{
	const struct zhun_register *reg = zhun_register_named(slot->field->link);
	char alias[4] = {'j', (char)('a' + n / 26), (char)('a' + n % 26), '\0'};

	add_join(q, reg, alias, T, slot->field->name);
	slot->shown = slot->at;
	if (zhun_access_restricts(reg, q->viewer)) {
		slot->shown = q->cells;
		zhun_part_comma(q);
		PUT(&q->sql, alias, ".id");
	}
	slot->title = q->cells;
	add_title(q, reg, alias, true);
	slot->titles = q->cells - slot->title;
}

/* A document's bytes stay where they are; what is said of it comes with the record alone. */
static void add_document(struct zhun_query *q, struct zhun_slot *slot, size_t n)
{
	char alias[4] = {'j', (char)('a' + n / 26), (char)('a' + n % 26), '\0'};

	PUT(&q->joins, " LEFT JOIN document ", alias, " ON ", alias, ".id = " T ".", slot->field->name);
	slot->title = q->cells;
	slot->titles = 3;
	q->cells += 3;
	PUT(&q->sql, ", ", alias, ".media_type, ", alias, ".size, ", alias, ".sha256");
}

static void add_field(struct zhun_query *q, const struct zhun_register *reg, struct zhun_slot *slot, size_t n,
		      bool whole)
{
	const struct zhun_field *f = slot->field;
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	slot->at = q->cells;
	for (size_t i = 0; i < shown_parts(f->kind); i++) {
		zhun_part_comma(q);
		add_readable(q, reg, f, parts[i].suffix);
	}
	if (f->kind == ZHUN_F_LINK)
		add_link(q, slot, n);
	if (f->kind == ZHUN_F_DOCUMENT && whole)
		add_document(q, slot, n);
}

/* Selects all fields but secret ones; @a reg is NULL for a child's rows, which whoever sees the
 * record may see. */
void zhun_part_fields(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *fields,
		       bool whole, struct zhun_layout *ret)
{
	size_t count = 0;

	for (const struct zhun_field *f = fields; f->name; f++)
		count++;
	*ret = (struct zhun_layout){.slots = ZHUN_NEW_ARRAY(q->arena, count, struct zhun_slot)};
	if (!ret->slots) {
		q->sql.failed = true;
		return;
	}
	for (const struct zhun_field *f = fields; f->name; f++) {
		if (f->secret)
			continue;
		ret->slots[ret->count].field = f;
		add_field(q, reg, &ret->slots[ret->count], ret->count, whole);
		ret->count++;
	}
}
