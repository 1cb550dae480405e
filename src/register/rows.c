/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/rows.h"

#include "register/schema.h"
#include "register/value.h"

/* Rows in the order of their places. */
struct placed {
	struct zhun_place at;
	struct zhun_value *cells;
	struct placed *next;
};

/* A row is looked for among so many that stood here, from the one that was found last. */
enum { LOOK_AHEAD = 100 };

/* One table of rows, and what becomes of it. */
struct table {
	const char *name;
	const struct zhun_child *child;
	bool second, insert_only;
	struct placed *old, *new;
};

static enum zhun_code exec(struct zhun_rows_write *w, struct zhun_error *err)
{
	return zhun_query_exec(w->query, w->conn, err);
}

static enum zhun_code add(struct zhun_rows_write *w, struct placed ***end, int64_t n, int64_t m,
			  struct zhun_value *cells, struct zhun_error *err)
{
	struct placed *p = ZHUN_NEW(w->arena, struct placed);

	if (!p)
		return zhun_no_memory(w->arena, err);
	*p = (struct placed){.at = {w->record, n, m}, .cells = cells};
	**end = p;
	*end = &p->next;
	return ZHUN_OK;
}

static enum zhun_code add_old(struct zhun_rows_write *w, const struct table *t, struct placed ***end,
			      const struct zhun_value *row, struct zhun_error *err)
{
	size_t count = zhun_fields_cells(t->child->fields);
	struct zhun_value *cells = ZHUN_NEW_ARRAY(w->arena, count, struct zhun_value);

	if (!cells)
		return zhun_no_memory(w->arena, err);
	memcpy(cells, row + 2, count * sizeof *cells);
	return add(w, end, row[0].integer, row[1].integer, cells, err);
}

static enum zhun_code find_old(struct zhun_rows_write *w, struct table *t, struct zhun_error *err)
{
	struct placed **end = &t->old;
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code;

	if (w->fresh)
		return ZHUN_OK;
	zhun_query_raw_rows(w->query, t->name, t->child->fields, t->second, w->record);
	if ((code = zhun_query_run(w->query, w->conn, &rows, err)) != ZHUN_OK)
		return code;
	while ((code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row)
		if ((code = add_old(w, t, &end, row, err)) != ZHUN_OK) {
			zhun_rows_done(rows);
			return code;
		}
	return code;
}

static enum zhun_code put_away(struct zhun_rows_write *w, const struct table *t, const struct placed *p,
			       struct zhun_error *err)
{
	enum zhun_code code;

	zhun_query_keep_row(w->query, t->name, t->child->fields, &p->at, w->rev);
	if ((code = exec(w, err)) != ZHUN_OK)
		return code;
	zhun_query_drop_row(w->query, t->name, &p->at);
	return exec(w, err);
}

static bool same(const struct table *t, const struct placed *a, const struct placed *b)
{
	size_t n = zhun_fields_cells(t->child->fields);

	for (size_t i = 0; i < n; i++)
		if (!zhun_value_same(&a->cells[i], &b->cells[i]))
			return false;
	return true;
}

/* ---- links that were hidden ---- */

static bool hides_links(const struct zhun_rows_write *w, const struct zhun_field *fields)
{
	for (const struct zhun_field *f = fields; f->name; f++)
		if (f->kind == ZHUN_F_LINK && zhun_access_restricts(zhun_register_named(f->link), w->query->viewer))
			return true;
	return false;
}

/* Whether a new row says what an old one said, links aside that it does not give. */
static bool alike(const struct table *t, const struct placed *old, const struct placed *new)
{
	size_t count, at = 0;

	for (const struct zhun_field *f = t->child->fields; f->name; f++, at += count) {
		(void)zhun_field_parts(f->kind, &count);
		for (size_t i = at; i < at + count; i++)
			if (!zhun_value_same(&old->cells[i], &new->cells[i]) &&
			    (f->kind != ZHUN_F_LINK || new->cells[i].kind != ZHUN_V_NULL))
				return false;
	}
	return true;
}

static enum zhun_code keep_links(struct zhun_rows_write *w, const struct table *t, const struct placed *old,
				 struct placed *new, struct zhun_error *err)
{
	const struct zhun_reader by = {.conn = w->conn, .arena = w->arena, .viewer = w->query->viewer};
	enum zhun_code code = ZHUN_OK;
	size_t count, at = 0;

	for (const struct zhun_field *f = t->child->fields; f->name && !code; f++, at += count) {
		bool seen = false;

		(void)zhun_field_parts(f->kind, &count);
		if (f->kind != ZHUN_F_LINK || zhun_value_same(&old->cells[at], &new->cells[at]))
			continue;
		code = zhun_register_sees(&by, zhun_register_named(f->link), old->cells[at].text, &seen, err);
		if (!code && !seen)
			new->cells[at] = old->cells[at];
	}
	return code;
}

/* What the viewer could not see is not in what it sends: a row that is otherwise as it was keeps it. */
static enum zhun_code keep_hidden(struct zhun_rows_write *w, struct table *t, struct zhun_error *err)
{
	const struct placed *from = t->old;
	enum zhun_code code = ZHUN_OK;

	if (!hides_links(w, t->child->fields))
		return ZHUN_OK;
	for (struct placed *new = t->new; new && !code; new = new->next) {
		const struct placed *old = from;

		for (int i = 0; old && i < LOOK_AHEAD && !alike(t, old, new); i++)
			old = old->next;
		if (!old || !alike(t, old, new))
			continue;
		code = keep_links(w, t, old, new, err);
		from = old->next;
	}
	return code;
}

static int compare(const struct placed *a, const struct placed *b)
{
	if (!a || !b)
		return a ? -1 : 1;
	if (a->at.n != b->at.n)
		return a->at.n < b->at.n ? -1 : 1;
	return (a->at.m > b->at.m) - (a->at.m < b->at.m);
}

/* One place: the old row goes, the new one comes, or both are the same. */
static enum zhun_code write_place(struct zhun_rows_write *w, const struct table *t, const struct placed *old,
				  const struct placed *new, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	if (old && new && same(t, old, new))
		return ZHUN_OK;
	w->differs = true;
	if (w->dry)
		return ZHUN_OK;
	if (t->insert_only && !w->fresh)
		return zhun_fail(err, ZHUN_E_ROWS_FIXED, "", t->child->plural);
	if (old)
		code = put_away(w, t, old, err);
	if (!code && new) {
		zhun_query_insert_row(w->query, t->name, t->child->fields, &new->at, w->rev, new->cells);
		code = zhun_query_add(w->query, w->conn, err);
	}
	return code;
}

static enum zhun_code write_table(struct zhun_rows_write *w, struct table *t, struct zhun_error *err)
{
	const struct placed *old, *new = t->new;
	enum zhun_code code = find_old(w, t, err);

	if (!code)
		code = keep_hidden(w, t, err);
	old = t->old;
	while (!code && (old || new)) {
		int order = compare(old, new);

		code = write_place(w, t, order <= 0 ? old : NULL, order >= 0 ? new : NULL, err);
		if (order <= 0)
			old = old->next;
		if (order >= 0)
			new = new->next;
	}
	return code;
}

/* The rows of all lists under rows, of child number @a i of the second level. */
static enum zhun_code place_under(struct zhun_rows_write *w, struct table *t, const struct zhun_row *rows, size_t i,
				  struct zhun_error *err)
{
	struct placed **end = &t->new;
	enum zhun_code code = ZHUN_OK;
	int64_t n = 1;

	for (const struct zhun_row *r = rows; r; r = r->next, n++) {
		int64_t m = 1;

		for (const struct zhun_row *u = r->lists[i].first; u && !code; u = u->next)
			code = add(w, &end, n, m++, u->cells, err);
	}
	return code;
}

static enum zhun_code write_under(struct zhun_rows_write *w, const struct table *above, const struct zhun_row *rows,
				  size_t i, struct zhun_error *err)
{
	const struct zhun_child *child = &above->child->children[i];
	struct table t = {.child = child, .second = true, .insert_only = above->insert_only || child->insert_only};
	enum zhun_code code = place_under(w, &t, rows, i, err);

	t.name = zhun_printf(w->arena, "%s_%s", above->name, child->name);
	if (!t.name)
		return zhun_no_memory(w->arena, err);
	return code ? code : write_table(w, &t, err);
}

static enum zhun_code write_child(struct zhun_rows_write *w, const struct zhun_child *child,
				  const struct zhun_row *rows, bool removal, struct zhun_error *err)
{
	struct table t = {.child = child, .insert_only = child->insert_only && !removal};
	struct placed **end = &t.new;
	enum zhun_code code = ZHUN_OK;
	int64_t n = 1;

	t.name = zhun_printf(w->arena, "%s_%s", w->reg->name, child->name);
	if (!t.name)
		return zhun_no_memory(w->arena, err);
	for (const struct zhun_row *r = rows; r && !code; r = r->next)
		code = add(w, &end, n++, 0, r->cells, err);
	if (!code)
		code = write_table(w, &t, err);
	for (size_t i = 0; child->children && child->children[i].name && !code; i++)
		code = write_under(w, &t, rows, i, err);
	return code;
}

/* ---- texts in further languages ---- */

static enum zhun_code put_text_away(struct zhun_rows_write *w, const struct zhun_value text[3], struct zhun_error *err)
{
	enum zhun_code code;

	w->differs = true;
	if (w->dry)
		return ZHUN_OK;
	zhun_query_keep_text(w->query, w->reg, w->record, w->rev, text);
	if ((code = exec(w, err)) != ZHUN_OK)
		return code;
	zhun_query_drop_text(w->query, w->reg, w->record, text);
	return exec(w, err);
}

static bool is_given(const struct zhun_record *record, const char *field)
{
	const struct zhun_field *f = record ? zhun_field_named(record->reg->fields, field) : NULL;

	return !record || (f && record->given[f - record->reg->fields]);
}

static struct zhun_further_text *given_text(const struct zhun_record *record, const struct zhun_value text[3])
{
	for (struct zhun_further_text *t = record ? record->texts : NULL; t; t = t->next)
		if (zhun_str_equal(t->field->name, text[0].text) && zhun_str_equal(t->language, text[1].text))
			return t;
	return NULL;
}

/* The texts that stand there: what is the same stays (and is not written again), the rest goes. */
static enum zhun_code clear_texts(struct zhun_rows_write *w, const struct zhun_record *record, struct zhun_error *err)
{
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code = ZHUN_OK;
	struct kept {
		const struct zhun_value *row;
		struct kept *next;
	} *first = NULL;

	zhun_query_texts(w->query, w->reg, w->record, 0);
	if ((code = zhun_query_run(w->query, w->conn, &rows, err)) != ZHUN_OK)
		return code;
	while ((code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct kept *k = ZHUN_NEW(w->arena, struct kept);

		if (!k) {
			zhun_rows_done(rows);
			return zhun_no_memory(w->arena, err);
		}
		*k = (struct kept){row, first};
		first = k;
	}
	for (; first && !code; first = first->next) {
		struct zhun_further_text *t = given_text(record, first->row);

		if (t && zhun_str_equal(t->text, first->row[2].text))
			t->text = NULL;
		else if (is_given(record, first->row[0].text))
			code = put_text_away(w, first->row, err);
	}
	return code;
}

static bool has_texts(const struct zhun_register *reg)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (f->kind == ZHUN_F_TEXTS)
			return true;
	return false;
}

static enum zhun_code write_texts(struct zhun_rows_write *w, const struct zhun_record *record, struct zhun_error *err)
{
	enum zhun_code code = w->fresh ? ZHUN_OK : clear_texts(w, record, err);

	for (struct zhun_further_text *t = record ? record->texts : NULL; t && !code; t = t->next) {
		const struct zhun_value text[3] = {zhun_v_text(t->field->name), zhun_v_text(t->language),
						   zhun_v_text(t->text)};

		if (!t->text)
			continue;
		w->differs = true;
		if (w->dry)
			continue;
		zhun_query_insert_text(w->query, w->reg, w->record, w->rev, text);
		code = zhun_query_add(w->query, w->conn, err);
	}
	return code;
}

enum zhun_code zhun_rows_write(struct zhun_rows_write *w, const struct zhun_record *record, struct zhun_error *err)
{
	enum zhun_code code = has_texts(w->reg) ? write_texts(w, record, err) : ZHUN_OK;

	for (size_t i = 0; w->reg->children && w->reg->children[i].name && !code; i++) {
		const struct zhun_child *child = &w->reg->children[i];

		if (!record)
			code = write_child(w, child, NULL, true, err);
		else if (record->lists[i].given)
			code = write_child(w, child, record->lists[i].first, false, err);
	}
	return code;
}
