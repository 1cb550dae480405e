/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/column.h"

#include "zhun/base/number.h"
#include "zhun/base/text.h"

/* A column on its way: the members so far, and what the head still says. */
struct reading {
	struct zhun_arena *arena;
	struct zhun_column *to;
	size_t depth;
	const char *rest;   /* behind the next dot; NULL: nothing more */
};

static enum zhun_code step(struct reading *r, const char *member, struct zhun_error *err)
{
	if (r->depth == ZHUN_COLUMN_PATH)
		return zhun_fail(err, ZHUN_E_COLUMN_PART, "", member, r->to->field->name);
	r->to->path[r->depth++] = member;
	r->to->path[r->depth] = NULL;
	return ZHUN_OK;
}

/* The next word of the head; NULL where there is none, or no memory (told apart by rest). */
static enum zhun_code next_word(struct reading *r, const char **ret, struct zhun_error *err)
{
	const char *dot = r->rest ? strchr(r->rest, '.') : NULL;

	*ret = NULL;
	if (!r->rest)
		return ZHUN_OK;
	*ret = dot ? zhun_strndup(r->arena, r->rest, (size_t)(dot - r->rest)) : r->rest;
	r->rest = dot ? dot + 1 : NULL;
	return *ret ? ZHUN_OK : zhun_no_memory(r->arena, err);
}

/* ---- parts of a field ---- */

/* What may stand behind a field's name, and the member it means; the first of a kind may be left out. */
static const struct {
	enum zhun_field_kind kind;
	const char *word, *member;
} part_rows[] = {
	{ZHUN_F_TEXTS, "en", "en"}, {ZHUN_F_TEXTS, "zh", "zh"},
	{ZHUN_F_QUANTITY, "", "value"}, {ZHUN_F_QUANTITY, "unit", "unit"},
	{ZHUN_F_UNCERTAINTY, "", "text"}, {ZHUN_F_UNCERTAINTY, "k", "k"}, {ZHUN_F_UNCERTAINTY, "p", "p"},
	{ZHUN_F_MONEY, "minor", "minor"}, {ZHUN_F_MONEY, "currency", "currency"},
};

static bool has_parts(enum zhun_field_kind kind)
{
	for (size_t i = 0; i < ZHUN_COUNT(part_rows); i++)
		if (part_rows[i].kind == kind)
			return true;
	return false;
}

static enum zhun_code read_part(struct reading *r, const struct zhun_field *f, struct zhun_error *err)
{
	const char *word;
	enum zhun_code code = next_word(r, &word, err);

	if (code)
		return code;
	for (size_t i = 0; i < ZHUN_COUNT(part_rows); i++)
		if (part_rows[i].kind == f->kind && zhun_str_equal(part_rows[i].word, word ? word : ""))
			return step(r, part_rows[i].member, err);
	if (f->kind == ZHUN_F_TEXTS && word)   /* a further language; the record checks its tag */
		return step(r, word, err);
	return zhun_fail(err, ZHUN_E_COLUMN_PART, "", word ? word : "", f->name);
}

static enum zhun_code read_field(struct reading *r, const struct zhun_field *f, struct zhun_error *err);

/* The only field of a key of one word. */
static const char *lone_key(const struct zhun_register *reg)
{
	return reg->key[0] && !reg->key[1] ? reg->key[0] : NULL;
}

static enum zhun_code read_link(struct reading *r, const struct zhun_field *f, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(f->link);
	const char *word;
	enum zhun_code code = next_word(r, &word, err);

	if (code)
		return code;
	word = word ? word : lone_key(reg);
	for (size_t i = 0; word && i < ZHUN_REGISTER_NAMES && reg->key[i]; i++) {
		if (!zhun_str_equal(reg->key[i], word))
			continue;
		code = step(r, "key", err);
		return code ? code : read_field(r, zhun_field_named(reg->fields, word), err);
	}
	return zhun_fail(err, ZHUN_E_COLUMN_PART, "", word ? word : "", f->name);
}

/* Descends by links and parts; a key never leads back to itself, so the depth is that of the declarations. */
static enum zhun_code read_field(struct reading *r, const struct zhun_field *f, struct zhun_error *err)
{
	enum zhun_code code = step(r, f->name, err);

	r->to->leaf = f;
	if (!code && f->kind == ZHUN_F_LINK)
		return read_link(r, f, err);
	if (!code && has_parts(f->kind))
		return read_part(r, f, err);
	if (!code && r->rest)
		return zhun_fail(err, ZHUN_E_COLUMN_PART, "", r->rest, f->name);
	return code;
}

/* By its name, or by its title in either language. */
static const struct zhun_field *field_of(const struct zhun_register *reg, const char *word)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (f->kind != ZHUN_F_DOCUMENT && !f->secret &&
		    (zhun_str_equal(f->name, word) || zhun_str_equal_nocase(f->title[ZHUN_EN], word) ||
		     zhun_str_equal(f->title[ZHUN_ZH], word)))
			return f;
	return NULL;
}

static bool same_path(const struct zhun_column *a, const struct zhun_column *b)
{
	size_t i = 0;

	while (a->path[i] && b->path[i] && strcmp(a->path[i], b->path[i]) == 0)
		i++;
	return !a->path[i] && !b->path[i];
}

static enum zhun_code read_head(struct zhun_arena *a, const struct zhun_register *reg, const char *head,
				struct zhun_column *ret, struct zhun_error *err)
{
	const char *start, *word;
	size_t n;
	struct reading r = {.arena = a, .to = ret};
	enum zhun_code code;

	zhun_str_trim(head, strlen(head), &start, &n);
	r.rest = zhun_strndup(a, start, n);
	if (!r.rest)
		return zhun_no_memory(a, err);
	if ((code = next_word(&r, &word, err)) != ZHUN_OK)
		return code;
	ret->field = field_of(reg, word);
	if (!ret->field)
		return zhun_fail(err, ZHUN_E_COLUMN_UNKNOWN, "", word, reg->plural);
	return read_field(&r, ret->field, err);
}

/* A record is found by its key: each of its fields must have a column. */
static enum zhun_code check_key(const struct zhun_columns *c, struct zhun_error *err)
{
	for (size_t k = 0; k < ZHUN_REGISTER_NAMES && c->reg->key[k]; k++) {
		bool found = false;

		for (size_t i = 0; i < c->count; i++)
			found = found || zhun_str_equal(c->items[i].field->name, c->reg->key[k]);
		if (!found)
			return zhun_fail(err, ZHUN_E_COLUMN_MISSING, "", c->reg->key[k]);
	}
	return ZHUN_OK;
}

enum zhun_code zhun_columns_read(struct zhun_arena *a, const struct zhun_register *reg,
				 const struct zhun_csv_row *heads, struct zhun_columns *ret, struct zhun_error *err)
{
	struct zhun_column *items = ZHUN_NEW_ARRAY(a, heads->count, struct zhun_column);
	enum zhun_code code = ZHUN_OK;

	if (!items)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < heads->count && !code; i++) {
		code = read_head(a, reg, heads->cell[i], &items[i], err);
		for (size_t k = 0; k < i && !code; k++)
			if (same_path(&items[i], &items[k]))
				code = zhun_fail(err, ZHUN_E_COLUMN_TWICE, "", heads->cell[i]);
		if (code)
			return zhun_error_within(err, heads->cell[i]);
	}
	struct zhun_columns columns = {reg, items, heads->count};
	if ((code = check_key(&columns, err)) == ZHUN_OK)
		*ret = columns;
	return code;
}

/* ---- rows ---- */

static struct zhun_json *add_node(struct zhun_arena *a, struct zhun_json *parent, struct zhun_json **last,
				  const char *name)
{
	struct zhun_json *n = ZHUN_NEW(a, struct zhun_json);

	if (!n)
		return NULL;
	n->name = name;
	if (*last)
		(*last)->next = n;
	else
		parent->first = n;
	*last = n;
	parent->count++;
	return n;
}

/* The member of @a object called @a name, made an empty object where there is none. The tree is this
 * file's own until it is given away, so its nodes are written through their const links. */
static struct zhun_json *member(struct zhun_arena *a, struct zhun_json *object, const char *name)
{
	struct zhun_json *last = NULL;

	for (const struct zhun_json *m = object->first; m; m = m->next) {
		if (zhun_str_equal(m->name, name))
			return (struct zhun_json *)(uintptr_t)m;
		last = (struct zhun_json *)(uintptr_t)m;
	}
	object->kind = ZHUN_J_OBJECT;
	return add_node(a, object, &last, name);
}

static const struct {
	const char *word;
	enum zhun_json_kind kind;
} truths[] = {
	{"true", ZHUN_J_TRUE}, {"yes", ZHUN_J_TRUE}, {"1", ZHUN_J_TRUE}, {"是", ZHUN_J_TRUE},
	{"false", ZHUN_J_FALSE}, {"no", ZHUN_J_FALSE}, {"0", ZHUN_J_FALSE}, {"否", ZHUN_J_FALSE},
};

static enum zhun_code read_truth(const struct zhun_field *f, const char *cell, struct zhun_json *to,
				 struct zhun_error *err)
{
	for (size_t i = 0; i < ZHUN_COUNT(truths); i++)
		if (zhun_str_equal_nocase(truths[i].word, cell)) {
			to->kind = truths[i].kind;
			return ZHUN_OK;
		}
	return zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "true or false");
}

static enum zhun_code read_number(const struct zhun_field *f, const char *cell, bool whole, struct zhun_json *to,
				  struct zhun_error *err)
{
	struct zhun_number x;
	enum zhun_code code = zhun_number_parse(cell, strlen(cell), &x, err);

	if (code)
		return code;
	if (whole && (x.decimal.exponent < 0 || !(x.value >= -9007199254740992.0 && x.value <= 9007199254740992.0)))
		return zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "a whole number");
	to->kind = whole ? ZHUN_J_INT : ZHUN_J_REAL;
	to->real = x.value;
	to->integer = whole ? (int64_t)x.value : 0;
	return ZHUN_OK;
}

/* A choice may be written by its word or by its title in either language. */
static const char *choice_of(const struct zhun_field *f, const char *cell)
{
	for (const struct zhun_choice *c = f->choices; c->value; c++)
		if (zhun_str_equal_nocase(c->title[ZHUN_EN], cell) || zhun_str_equal(c->title[ZHUN_ZH], cell))
			return c->value;
	return cell;
}

/* "10 V" in the value's cell: the unit stands behind the first space. */
static enum zhun_code read_quantity(struct zhun_arena *a, const char *cell, struct zhun_json *value,
				    struct zhun_json *object, struct zhun_error *err)
{
	const char *space = strchr(cell, ' ');
	struct zhun_json *unit = space ? member(a, object, "unit") : NULL;

	value->text = space ? zhun_strndup(a, cell, (size_t)(space - cell)) : cell;
	if (!value->text || (space && !unit))
		return zhun_no_memory(a, err);
	if (unit && unit->kind != ZHUN_J_STRING) {
		unit->kind = ZHUN_J_STRING;
		unit->text = space + 1;
	}
	return ZHUN_OK;
}

static enum zhun_code read_cell(struct zhun_arena *a, const struct zhun_column *c, const char *cell,
				struct zhun_json *object, struct zhun_json *to, struct zhun_error *err)
{
	const char *last = to->name;

	if (c->leaf->kind == ZHUN_F_BOOLEAN)
		return read_truth(c->leaf, cell, to, err);
	if (c->leaf->kind == ZHUN_F_INTEGER || (c->leaf->kind == ZHUN_F_MONEY && zhun_str_equal(last, "minor")))
		return read_number(c->leaf, cell, true, to, err);
	if (c->leaf->kind == ZHUN_F_REAL)
		return read_number(c->leaf, cell, false, to, err);
	to->kind = ZHUN_J_STRING;
	if (c->leaf->kind == ZHUN_F_QUANTITY && zhun_str_equal(last, "value"))
		return read_quantity(a, cell, to, object, err);
	to->text = c->leaf->kind == ZHUN_F_CHOICE ? choice_of(c->leaf, cell) : cell;
	return ZHUN_OK;
}

static enum zhun_code put(struct zhun_arena *a, const struct zhun_column *c, const char *cell,
			  struct zhun_json *record, struct zhun_error *err)
{
	struct zhun_json *object = record, *to = record;

	for (size_t i = 0; c->path[i]; i++) {
		object = to;
		to = member(a, object, c->path[i]);
		if (!to)
			return zhun_no_memory(a, err);
	}
	return read_cell(a, c, cell, object, to, err);
}

bool zhun_column_is_formula(const char *cell)
{
	cell += strspn(cell, "'");
	return *cell && strchr("=+-@\t\r", *cell);
}

/* Whether something stands in any cell of the field. */
static bool is_given(const struct zhun_columns *columns, const struct zhun_csv_row *row, const struct zhun_field *f)
{
	for (size_t i = 0; i < columns->count && i < row->count; i++)
		if (columns->items[i].field == f && row->cell[i][strspn(row->cell[i], " \t\r\n")])
			return true;
	return false;
}

static enum zhun_code add_cell(struct zhun_arena *a, const struct zhun_columns *columns,
			       const struct zhun_csv_row *row, size_t i, struct zhun_json *record,
			       struct zhun_error *err)
{
	const struct zhun_column *c = &columns->items[i];
	const char *start = "", *cell;
	size_t n = 0;

	if (!is_given(columns, row, c->field))   /* as a new node is: null */
		return member(a, record, c->field->name) ? ZHUN_OK : zhun_no_memory(a, err);
	if (i < row->count)
		zhun_str_trim(row->cell[i], strlen(row->cell[i]), &start, &n);
	if (n == 0)
		return ZHUN_OK;
	if (*start == '\'' && zhun_column_is_formula(start)) {
		start++;
		n--;
	}
	cell = zhun_strndup(a, start, n);
	return cell ? put(a, c, cell, record, err) : zhun_no_memory(a, err);
}

enum zhun_code zhun_columns_record(struct zhun_arena *a, const struct zhun_columns *columns,
				   const struct zhun_csv_row *row, const struct zhun_json **ret,
				   struct zhun_error *err)
{
	struct zhun_json *record = ZHUN_NEW(a, struct zhun_json);
	enum zhun_code code = ZHUN_OK;

	if (!record)
		return zhun_no_memory(a, err);
	record->kind = ZHUN_J_OBJECT;
	if (row->count > columns->count)
		return zhun_fail(err, ZHUN_E_ROW_CELLS, "", ZHUN_INT(row->count), ZHUN_INT(columns->count));
	for (size_t i = 0; i < columns->count && !code; i++) {
		const char *head;

		code = add_cell(a, columns, row, i, record, err);
		if (code && zhun_column_head(a, &columns->items[i], &head, NULL) == ZHUN_OK)
			(void)zhun_error_within(err, head);
	}
	if (!code)
		*ret = record;
	return code;
}

/* ---- all columns ---- */

struct listing {
	struct zhun_arena *arena;
	struct zhun_column *items;   /* NULL while they are counted */
	size_t count;
	struct zhun_column at;
	size_t depth;
};

static void list_field(struct listing *l, const struct zhun_field *f);

static void list_step(struct listing *l, const char *member, bool last)
{
	l->at.path[l->depth] = member;
	l->at.path[l->depth + 1] = NULL;
	if (last && l->items)
		l->items[l->count] = l->at;
	l->count += last;
}

static void list_key(struct listing *l, const struct zhun_register *reg)
{
	list_step(l, "key", false);
	l->depth++;
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++)
		list_field(l, zhun_field_named(reg->fields, reg->key[i]));
	l->depth--;
}

static void list_field(struct listing *l, const struct zhun_field *f)
{
	if (l->depth + 2 >= ZHUN_COLUMN_PATH)
		return;
	l->at.leaf = f;
	list_step(l, f->name, f->kind != ZHUN_F_LINK && !has_parts(f->kind));
	l->depth++;
	for (size_t i = 0; i < ZHUN_COUNT(part_rows); i++)
		if (part_rows[i].kind == f->kind)
			list_step(l, part_rows[i].member, true);
	if (f->kind == ZHUN_F_LINK)
		list_key(l, zhun_register_named(f->link));
	l->depth--;
}

static void list_all(struct listing *l, const struct zhun_register *reg)
{
	l->count = 0;
	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		l->at.field = f;
		if (f->kind != ZHUN_F_DOCUMENT && !f->secret)
			list_field(l, f);
	}
}

enum zhun_code zhun_columns_all(struct zhun_arena *a, const struct zhun_register *reg, struct zhun_columns *ret,
				struct zhun_error *err)
{
	struct listing l = {.arena = a};

	list_all(&l, reg);
	l.items = ZHUN_NEW_ARRAY(a, l.count, struct zhun_column);
	if (!l.items)
		return zhun_no_memory(a, err);
	list_all(&l, reg);
	*ret = (struct zhun_columns){reg, l.items, l.count};
	return ZHUN_OK;
}

/* The word that stands for a member behind a field's name; NULL: none does. */
static const char *word_of(const char *member)
{
	if (zhun_str_equal(member, "key"))
		return NULL;
	for (size_t i = 0; i < ZHUN_COUNT(part_rows); i++)
		if (zhun_str_equal(part_rows[i].member, member))
			return part_rows[i].word[0] ? part_rows[i].word : NULL;
	return member;
}

enum zhun_code zhun_column_head(struct zhun_arena *a, const struct zhun_column *c, const char **ret,
				struct zhun_error *err)
{
	enum { LONGEST = 512 };
	struct zhun_text t;

	zhun_text_init(&t, a, LONGEST);
	for (size_t i = 0; c->path[i]; i++) {
		const char *word = i == 0 ? c->path[0] : word_of(c->path[i]);

		if (word && i > 0)
			zhun_text_addc(&t, '.');
		if (word)
			zhun_text_add(&t, word);
	}
	return zhun_text_done(&t, ret, err);
}
