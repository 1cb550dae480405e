/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/schema.h"

static const struct zhun_part text_parts[] = {{"", ZHUN_COLUMN_TEXT, true}};
static const struct zhun_part texts_parts[] = {
	{"_en", ZHUN_COLUMN_TEXT, false}, {"_zh", ZHUN_COLUMN_TEXT, false}};
static const struct zhun_part integer_parts[] = {{"", ZHUN_COLUMN_INT, true}};
static const struct zhun_part real_parts[] = {{"", ZHUN_COLUMN_REAL, true}};
static const struct zhun_part date_parts[] = {
	{"", ZHUN_COLUMN_TEXT, true}, {"_first", ZHUN_COLUMN_TEXT, true}, {"_last", ZHUN_COLUMN_TEXT, true}};
static const struct zhun_part quantity_parts[] = {
	{"", ZHUN_COLUMN_TEXT, true}, {"_value", ZHUN_COLUMN_REAL, true}, {"_unit", ZHUN_COLUMN_TEXT, true},
	{"_canonical", ZHUN_COLUMN_REAL, false}, {"_canonical_unit", ZHUN_COLUMN_TEXT, false}};
static const struct zhun_part uncertainty_parts[] = {
	{"", ZHUN_COLUMN_TEXT, true}, {"_k", ZHUN_COLUMN_TEXT, false}, {"_p", ZHUN_COLUMN_TEXT, false}};
static const struct zhun_part money_parts[] = {
	{"_minor", ZHUN_COLUMN_INT, true}, {"_currency", ZHUN_COLUMN_TEXT, true}};

const struct zhun_part *zhun_field_parts(enum zhun_field_kind kind, size_t *ret_count)
{
	static const struct {
		const struct zhun_part *parts;
		size_t count;
	} kinds[ZHUN_FIELD_KINDS] = {
		[ZHUN_F_TEXT] = {text_parts, ZHUN_COUNT(text_parts)},
		[ZHUN_F_TEXTS] = {texts_parts, ZHUN_COUNT(texts_parts)},
		[ZHUN_F_INTEGER] = {integer_parts, ZHUN_COUNT(integer_parts)},
		[ZHUN_F_REAL] = {real_parts, ZHUN_COUNT(real_parts)},
		[ZHUN_F_BOOLEAN] = {integer_parts, ZHUN_COUNT(integer_parts)},
		[ZHUN_F_DATE] = {date_parts, ZHUN_COUNT(date_parts)},
		[ZHUN_F_INSTANT] = {text_parts, ZHUN_COUNT(text_parts)},
		[ZHUN_F_CHOICE] = {text_parts, ZHUN_COUNT(text_parts)},
		[ZHUN_F_LINK] = {text_parts, ZHUN_COUNT(text_parts)},
		[ZHUN_F_QUANTITY] = {quantity_parts, ZHUN_COUNT(quantity_parts)},
		[ZHUN_F_UNCERTAINTY] = {uncertainty_parts, ZHUN_COUNT(uncertainty_parts)},
		[ZHUN_F_MONEY] = {money_parts, ZHUN_COUNT(money_parts)},
		[ZHUN_F_DOCUMENT] = {text_parts, ZHUN_COUNT(text_parts)},
	};

	*ret_count = kinds[kind].count;
	return kinds[kind].parts;
}

size_t zhun_fields_cells(const struct zhun_field *fields)
{
	size_t total = 0, count;

	for (const struct zhun_field *f = fields; f->name; f++) {
		(void)zhun_field_parts(f->kind, &count);
		total += count;
	}
	return total;
}

size_t zhun_fields_at(const struct zhun_field *fields, const char *name)
{
	size_t at = 0, count;

	for (const struct zhun_field *f = fields; f->name && !zhun_str_equal(f->name, name); f++) {
		(void)zhun_field_parts(f->kind, &count);
		at += count;
	}
	return at;
}

size_t zhun_field_sort_part(enum zhun_field_kind kind, enum zhun_language language)
{
	if (kind == ZHUN_F_TEXTS)
		return language == ZHUN_ZH;
	if (kind == ZHUN_F_DATE)
		return 1;
	return kind == ZHUN_F_QUANTITY ? 3 : 0;
}

/* Builds tables; after a failure it goes on without effect, told once at the end. */
struct builder {
	struct zhun_arena *a;
	struct zhun_sql_table *first, **table_end;
	struct zhun_sql_table *table;        /* the one being built */
	struct zhun_sql_column **column_end;
	struct zhun_sql_index **index_end;
	bool failed;
};

static const char *keep(struct builder *b, const char *s)
{
	if (!s)
		b->failed = true;
	return s ? s : "";
}

static void *made(struct builder *b, void *p)
{
	if (!p)
		b->failed = true;
	return p;
}

static void add_table(struct builder *b, const char *name, const char *key, const char *comment)
{
	struct zhun_sql_table *t = made(b, b->failed ? NULL : ZHUN_NEW(b->a, struct zhun_sql_table));

	if (!t)
		return;
	*t = (struct zhun_sql_table){.name = name, .key = key, .comment = comment};
	*b->table_end = b->table = t;
	b->table_end = &t->next;
	b->column_end = &t->columns;
	b->index_end = &t->indexes;
}

static void add_column(struct builder *b, struct zhun_sql_column column)
{
	struct zhun_sql_column *c = made(b, b->failed ? NULL : ZHUN_NEW(b->a, struct zhun_sql_column));

	if (!c)
		return;
	*c = column;
	*b->column_end = c;
	b->column_end = &c->next;
}

static void add_simple(struct builder *b, const char *name, enum zhun_column_type type, const char *comment)
{
	add_column(b, (struct zhun_sql_column){
		.name = name, .type = type, .not_null = true, .comment = comment});
}

/* The index's name is the table's and @a end. */
static struct zhun_sql_index *add_index(struct builder *b, const char *end, const char *columns, bool unique)
{
	struct zhun_sql_index *i = made(b, b->failed ? NULL : ZHUN_NEW(b->a, struct zhun_sql_index));

	if (!i)
		return NULL;
	*i = (struct zhun_sql_index){
		.name = keep(b, zhun_printf(b->a, "%s_by_%s", b->table->name, end)),
		.columns = columns, .unique = unique};
	*b->index_end = i;
	b->index_end = &i->next;
	return i;
}

/* How many rows of a million share a value: all may share a choice, so that a list filtered by
 * one is read in the order asked for; an organisation has a thousand certificates. */
static void add_likeness(struct zhun_sql_index *i, const struct zhun_field *first)
{
	if (i && (first->kind == ZHUN_F_CHOICE || first->kind == ZHUN_F_BOOLEAN))
		i->alike = 1000000;
	else if (i && first->kind == ZHUN_F_LINK)
		i->alike = 1000;
}

static const char *joined(struct builder *b, const char *name, const char *end)
{
	return keep(b, zhun_printf(b->a, "%s%s", name, end));
}

/* What of a field's columns a table keeps: in tables of current records they refer and are
 * required; in history they are values and nothing else. */
static void add_field(struct builder *b, const struct zhun_field *f, bool current)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	for (size_t i = 0; i < count; i++)
		add_column(b, (struct zhun_sql_column){
			.name = joined(b, f->name, parts[i].suffix),
			.type = parts[i].type,
			.not_null = current && f->required && parts[i].required && !f->later,
			.references = !current ? NULL : f->kind == ZHUN_F_LINK ? f->link
				    : f->kind == ZHUN_F_DOCUMENT ? "document" : NULL,
			.comment = current && i == 0 ? f->help[ZHUN_EN] : NULL});
}

static const char *sort_column(struct builder *b, const struct zhun_field *f, enum zhun_language language)
{
	size_t count;
	const struct zhun_part *parts = zhun_field_parts(f->kind, &count);

	return joined(b, f->name, parts[zhun_field_sort_part(f->kind, language)].suffix);
}

/* The column of the register's own order, which follows a filter's column in its index, so that
 * a filtered list in that order is one range of the index; "" where the order is by id. */
static const char *own_order(struct builder *b, const struct zhun_register *reg, const struct zhun_field *f)
{
	const char *name = reg->sort && reg->sort[0] == '-' ? reg->sort + 1 : reg->sort;
	const struct zhun_field *s = zhun_field_named(reg->fields, name);

	if (!s || s == f)
		return "";
	return keep(b, zhun_printf(b->a, ", %s", sort_column(b, s, ZHUN_EN)));
}

static void add_field_indexes(struct builder *b, const struct zhun_register *reg,
			      const struct zhun_field *f, bool current)
{
	enum zhun_language last = f->kind == ZHUN_F_TEXTS ? ZHUN_ZH : ZHUN_EN;

	if (!zhun_field_filters(f) || (!current && !f->sortable && f->kind != ZHUN_F_LINK))
		return;
	for (enum zhun_language l = ZHUN_EN; l <= last && !b->failed; l++) {
		const char *column = sort_column(b, f, l);
		const char *order = f->sortable || !current ? "" : own_order(b, reg, f);

		add_likeness(add_index(b, column, keep(b, zhun_printf(b->a, "%s%s, id", column, order)), false), f);
	}
}

static void add_key(struct builder *b, const struct zhun_register *reg)
{
	const char *columns = "";

	for (size_t i = 0; reg->key[i] && !b->failed; i++)
		columns = keep(b, zhun_printf(b->a, "%s%s%s", columns, i ? ", " : "", reg->key[i]));
	if (reg->key[0] && !b->failed)
		add_likeness(add_index(b, "key", columns, true), zhun_field_named(reg->fields, reg->key[0]));
}

static void add_current(struct builder *b, const struct zhun_register *reg)
{
	add_table(b, reg->name, "id", reg->help[ZHUN_EN]);
	add_simple(b, "id", ZHUN_COLUMN_TEXT, "UUID version 7");
	add_simple(b, "rev", ZHUN_COLUMN_INT, "revision, from 1");
	add_simple(b, "change", ZHUN_COLUMN_INT, "the write that made it");
	add_simple(b, "recorded_from", ZHUN_COLUMN_TEXT, "since when it is known");
	add_simple(b, "valid_from", ZHUN_COLUMN_TEXT, "the day from which it is true; 0001-01-01: always");
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		add_field(b, f, true);
	add_key(b, reg);
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		add_field_indexes(b, reg, f, true);
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (f->kind == ZHUN_F_DOCUMENT)
			(void)add_index(b, f->name, f->name, false);
}

static void add_history(struct builder *b, const struct zhun_register *reg)
{
	add_table(b, joined(b, reg->name, "_history"), "id, rev, change", "every version, never changed");
	add_simple(b, "id", ZHUN_COLUMN_TEXT, "of the record");
	add_simple(b, "rev", ZHUN_COLUMN_INT, "revision: names the content");
	add_simple(b, "change", ZHUN_COLUMN_INT, "the write that stated this interval");
	add_simple(b, "recorded_from", ZHUN_COLUMN_TEXT, "known from then on");
	add_simple(b, "recorded_to", ZHUN_COLUMN_TEXT, "until a later write; 9999-12-31: still");
	add_simple(b, "valid_from", ZHUN_COLUMN_TEXT, "true from this day; 0001-01-01: always");
	add_simple(b, "valid_to", ZHUN_COLUMN_TEXT, "true before this day; 9999-12-31: without end");
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		add_field(b, f, false);
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		add_field_indexes(b, reg, f, false);
}

/* The rows of a record in a table of their own; @a place is the key, in which n and m count. */
struct rows_table {
	const char *name, *record, *help, *place;
	const struct zhun_field *fields;
};

/* One of its two: the current rows, or those that a later revision replaced. */
static void add_rows(struct builder *b, const struct rows_table *t, bool current)
{
	bool n = strstr(t->place, ", n") != NULL, m = strstr(t->place, ", m") != NULL;

	add_table(b, current ? t->name : joined(b, t->name, "_history"),
		  keep(b, zhun_printf(b->a, "%s%s", t->place, current ? "" : ", rev")),
		  current ? t->help : "rows that a later revision replaced");
	if (b->failed)
		return;
	b->table->clustered = true;
	add_column(b, (struct zhun_sql_column){.name = "record", .type = ZHUN_COLUMN_TEXT, .not_null = true,
		.references = current ? t->record : NULL, .comment = "the record they live with"});
	if (n)
		add_simple(b, "n", ZHUN_COLUMN_INT, "its place, from 1");
	if (m)
		add_simple(b, "m", ZHUN_COLUMN_INT, "its place under row n, from 1");
	add_simple(b, "rev", ZHUN_COLUMN_INT, "the revision that brought the row");
	if (!current)
		add_simple(b, "rev_to", ZHUN_COLUMN_INT, "the revision that no longer has it");
	for (const struct zhun_field *f = t->fields; f->name; f++)
		add_field(b, f, current);
	for (const struct zhun_field *f = t->fields; f->name && current; f++)
		if (zhun_field_filters(f)) {
			const char *column = sort_column(b, f, ZHUN_EN);

			add_likeness(add_index(b, column, keep(b, zhun_printf(b->a, "%s, record", column)), false), f);
		}
}

static void add_children(struct builder *b, const char *above, const char *record,
			 const struct zhun_child *children, bool second)
{
	for (const struct zhun_child *c = children; c && c->name && !b->failed; c++) {
		const struct rows_table t = {keep(b, zhun_printf(b->a, "%s_%s", above, c->name)), record,
					     c->help[ZHUN_EN], second ? "record, n, m" : "record, n", c->fields};

		add_rows(b, &t, true);
		add_rows(b, &t, false);
		add_children(b, t.name, record, c->children, true);
	}
}

/* Texts in languages that have no column of their own. */
static void add_texts(struct builder *b, const struct zhun_register *reg)
{
	static const struct zhun_field none[] = {{0}};
	const struct zhun_field *f = reg->fields;

	while (f->name && f->kind != ZHUN_F_TEXTS)
		f++;
	for (int current = 1; f->name && current >= 0; current--) {
		const struct rows_table t = {joined(b, reg->name, "_text"), reg->name, "texts in further languages",
					     "record, field, language", none};

		add_rows(b, &t, current != 0);
		add_simple(b, "field", ZHUN_COLUMN_TEXT, "the field's name");
		add_simple(b, "language", ZHUN_COLUMN_TEXT, "its tag (BCP 47)");
		add_simple(b, "text", ZHUN_COLUMN_TEXT, "the text");
	}
}

static void add_change(struct builder *b)
{
	add_table(b, "change", NULL, "one row a write: the audit, and what other processes follow");
	add_simple(b, "n", ZHUN_COLUMN_IDENTITY, "rises with each write");
	add_simple(b, "xid", ZHUN_COLUMN_XID, "the transaction: readers wait until all older ones ended");
	add_simple(b, "instant", ZHUN_COLUMN_TEXT, "when");
	add_column(b, (struct zhun_sql_column){"account", ZHUN_COLUMN_TEXT, .comment = "who; NULL: the program"});
	add_column(b, (struct zhun_sql_column){"token", ZHUN_COLUMN_TEXT, .comment = "by which API token"});
	add_column(b, (struct zhun_sql_column){"request", ZHUN_COLUMN_TEXT, .comment = "in which request"});
	add_column(b, (struct zhun_sql_column){"reason", ZHUN_COLUMN_TEXT, .comment = "why, as given"});
	add_simple(b, "register", ZHUN_COLUMN_TEXT, "which register");
	add_simple(b, "record", ZHUN_COLUMN_TEXT, "which record");
	add_simple(b, "rev", ZHUN_COLUMN_INT, "the revision it made");
	add_simple(b, "action", ZHUN_COLUMN_TEXT, "create, update, remove");
	(void)add_index(b, "record", "record, instant, n", false);
	(void)add_index(b, "instant", "instant, n", false);
	(void)add_index(b, "account", "account, n", false);
	(void)add_index(b, "account_instant", "account, instant, n", false);
	(void)add_index(b, "register", "register, instant, n", false);
	(void)add_index(b, "action", "action, instant, n", false);
	(void)add_index(b, "request", "request, instant, n", false);
	struct zhun_sql_index *xid = add_index(b, "xid", "xid, n", false);

	if (xid)
		xid->postgres = true;
}

static void add_document(struct builder *b)
{
	add_table(b, "document", "id", "what was received or issued, as it came; never changed");
	add_simple(b, "id", ZHUN_COLUMN_TEXT, "UUID version 7");
	add_simple(b, "sha256", ZHUN_COLUMN_TEXT, "digest of the bytes, lower-case hexadecimal");
	add_simple(b, "media_type", ZHUN_COLUMN_TEXT, "for example application/xml");
	add_column(b, (struct zhun_sql_column){"name", ZHUN_COLUMN_TEXT, .comment = "file name, where one was given"});
	add_simple(b, "size", ZHUN_COLUMN_INT, "number of bytes");
	add_simple(b, "recorded_from", ZHUN_COLUMN_TEXT, "when it came");
	add_simple(b, "bytes", ZHUN_COLUMN_BYTES, "the bytes");
	(void)add_index(b, "sha256", "sha256", true);
}

enum zhun_code zhun_schema_build(struct zhun_arena *a, const struct zhun_register *const *registers,
				 const struct zhun_sql_table **ret, struct zhun_error *err)
{
	struct builder b = {.a = a};

	b.table_end = &b.first;
	add_change(&b);
	add_document(&b);
	for (size_t i = 0; registers[i] && !b.failed; i++) {
		add_current(&b, registers[i]);
		add_history(&b, registers[i]);
		add_texts(&b, registers[i]);
		add_children(&b, registers[i]->name, registers[i]->name, registers[i]->children, false);
	}
	if (b.failed)
		return zhun_no_memory(a, err);
	*ret = b.first;
	return ZHUN_OK;
}
