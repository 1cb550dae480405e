/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/transfer.h"

#include "codec/json.h"
#include "register/column.h"
#include "zhun/base/number.h"

enum { PAGE = 200, PAGE_TEXT = 64 * 1024 * 1024, KEYS = 1 << 14, KEYS_MOST = 1 << 13 };

/* The key of a record that links lead to, as JSON: {"code":"LAB-A"}. */
struct key {
	const char *id, *json;
};

struct writing {
	const struct zhun_export *x;
	struct zhun_text out;
	struct zhun_json_writer w;
	struct zhun_columns columns;   /* CSV */
	struct zhun_param when[2];     /* as_of and known_at, where the list is asked for with them */
	struct zhun_params times, known;   /* both, and known_at alone: of these */
	struct key *keys;              /* by a hash of the id */
	size_t kept;
	struct zhun_arena_mark fresh;  /* of the lasting arena, before the first key */
	enum zhun_code code;           /* the first failure, which stays */
	struct zhun_error *err;
};

/* ---- keys of links ---- */

static size_t slot_of(const char *id)
{
	size_t h = 14695981039346656037u;

	for (; *id; id++)
		h = (h ^ (unsigned char)*id) * 1099511628211u;
	return h % KEYS;
}

/* Enough keys: the table begins anew, so that an export of any size takes the same room. */
static void forget(struct writing *w)
{
	memset(w->keys, 0, KEYS * sizeof *w->keys);
	zhun_arena_rewind(w->x->arena, w->fresh);
	w->kept = 0;
}

static struct key *find_key(struct writing *w, const char *id)
{
	size_t i = slot_of(id);

	while (w->keys[i].id && strcmp(w->keys[i].id, id) != 0)
		i = (i + 1) % KEYS;
	return &w->keys[i];
}

static void add_key(struct writing *w, struct zhun_json_writer *j, const struct zhun_register *reg,
		    const struct zhun_json *record);

static enum zhun_code read_record(struct writing *w, const struct zhun_ref *ref, const struct zhun_params *times,
				  const struct zhun_json **ret)
{
	struct zhun_text text;
	const char *s;
	int64_t rev;
	enum zhun_code code;

	zhun_text_init(&text, w->x->by.arena, PAGE_TEXT);
	code = zhun_register_get(&w->x->by, ref, times, &text, &rev, w->err);
	if (!code)
		code = zhun_text_done(&text, &s, w->err);
	return code ? code : zhun_json_parse(w->x->by.arena, s, strlen(s), ret, w->err);
}

/* The key on the day asked for; that of today where the record did not hold on that day. */
static const char *read_key(struct writing *w, const struct zhun_register *reg, const char *id)
{
	const struct zhun_ref ref = {.reg = reg, .id = id};
	struct zhun_text key;
	struct zhun_json_writer j;
	const struct zhun_json *record;
	const char *s = NULL;
	enum zhun_code code = read_record(w, &ref, &w->times, &record);

	zhun_text_init(&key, w->x->by.arena, PAGE_TEXT);
	zhun_json_init(&j, &key);
	if (code == ZHUN_E_RECORD_UNKNOWN)
		code = read_record(w, &ref, &w->known, &record);
	if (!code)
		add_key(w, &j, reg, record);
	if (!code && !(code = w->code))
		code = zhun_text_done(&key, &s, w->err);
	w->code = code;
	return code ? "null" : s;
}

static const char *key_of(struct writing *w, const struct zhun_register *reg, const char *id)
{
	struct key *at = find_key(w, id);
	const char *json;

	if (at->id)
		return at->json;
	json = read_key(w, reg, id);
	if (w->kept == KEYS_MOST)
		forget(w);
	at = find_key(w, id);   /* reading may have found others */
	*at = (struct key){zhun_strdup(w->x->arena, id), zhun_strdup(w->x->arena, json)};
	if (at->id && at->json)
		w->kept++;
	else if (!w->code)
		w->code = zhun_no_memory(w->x->arena, w->err);
	return json;
}

/* ---- records as import reads them ---- */

static void add_link(struct writing *w, struct zhun_json_writer *j, const struct zhun_field *f,
		     const struct zhun_json *link)
{
	const char *id = zhun_json_get_string(link, "id");

	if (!id || w->code) {
		zhun_json_member_null(j, f->name);
		return;
	}
	zhun_json_member_object(j, f->name);
	zhun_json_member_raw(j, "key", key_of(w, zhun_register_named(f->link), id));
	zhun_json_end_object(j);
}

static void add_quantity(struct zhun_json_writer *j, const char *name, const struct zhun_json *q)
{
	zhun_json_member_object(j, name);
	zhun_json_member_string(j, "value", zhun_json_get_string(q, "value"));
	zhun_json_member_string(j, "unit", zhun_json_get_string(q, "unit"));
	zhun_json_end_object(j);
}

/* Nothing for what the viewer may not read, and for documents, whose bytes do not travel in a row. */
static void add_field(struct writing *w, struct zhun_json_writer *j, const struct zhun_field *f,
		      const struct zhun_json *record)
{
	const struct zhun_json *v = zhun_json_get(record, f->name);

	if (!v || f->kind == ZHUN_F_DOCUMENT)
		return;
	if (f->kind == ZHUN_F_LINK)
		add_link(w, j, f, v);
	else if (f->kind == ZHUN_F_QUANTITY && v->kind == ZHUN_J_OBJECT)
		add_quantity(j, f->name, v);
	else {
		zhun_json_key(j, f->name);
		zhun_json_value(j, v);
	}
}

static void add_key(struct writing *w, struct zhun_json_writer *j, const struct zhun_register *reg,
		    const struct zhun_json *record)
{
	zhun_json_begin_object(j);
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++)
		add_field(w, j, zhun_field_named(reg->fields, reg->key[i]), record);
	zhun_json_end_object(j);
}

static void add_members(struct writing *w, struct zhun_json_writer *j, const struct zhun_field *fields,
			const struct zhun_child *children, const struct zhun_json *record)
{
	zhun_json_begin_object(j);
	for (const struct zhun_field *f = fields; f->name; f++)
		add_field(w, j, f, record);
	for (const struct zhun_child *c = children; c && c->name; c++) {
		const struct zhun_json *rows = zhun_json_get(record, c->plural);

		if (!rows)
			continue;
		zhun_json_member_array(j, c->plural);
		for (const struct zhun_json *row = rows->first; row; row = row->next)
			add_members(w, j, c->fields, c->children, row);
		zhun_json_end_array(j);
	}
	zhun_json_end_object(j);
}

static void write_line(struct writing *w, const char *id)
{
	const struct zhun_json *record;

	w->code = read_record(w, &(struct zhun_ref){.reg = w->x->reg, .id = id}, &w->times, &record);
	if (w->code)
		return;
	zhun_json_init(&w->w, &w->out);
	add_members(w, &w->w, w->x->reg->fields, w->x->reg->children, record);
	zhun_text_addc(&w->out, '\n');
}

/* ---- tables ---- */

static bool needs_quotes(const char *s)
{
	size_t n = strlen(s);

	return strpbrk(s, ",\"\r\n") || (n && (s[0] == ' ' || s[n - 1] == ' '));
}

static bool is_number(const char *s)
{
	struct zhun_number n;

	return zhun_number_parse(s, strlen(s), &n, NULL) == ZHUN_OK;
}

/* Words are no formula; a number is a number where it may stand, and a word where words do. */
static void add_cell(struct zhun_text *out, const char *s, bool words)
{
	const char *mark = zhun_column_is_formula(s) && (words || !is_number(s)) ? "'" : "";

	if (!needs_quotes(s)) {
		zhun_text_add(out, mark);
		zhun_text_add(out, s);
		return;
	}
	zhun_text_addc(out, '"');
	zhun_text_add(out, mark);
	for (; *s; s++) {
		if (*s == '"')
			zhun_text_addc(out, '"');
		zhun_text_addc(out, *s);
	}
	zhun_text_addc(out, '"');
}

static void add_value(struct zhun_text *out, const struct zhun_column *c, const struct zhun_json *v)
{
	char text[ZHUN_NUMBER_TEXT];

	if (!v)
		return;
	switch (v->kind) {
	case ZHUN_J_STRING:
		add_cell(out, v->text, c->leaf->kind == ZHUN_F_TEXT || c->leaf->kind == ZHUN_F_TEXTS);
		break;
	case ZHUN_J_INT:
		zhun_text_add(out, ZHUN_INT(v->integer));
		break;
	case ZHUN_J_REAL:
		zhun_double_text(v->real, text);
		zhun_text_add(out, text);
		break;
	case ZHUN_J_TRUE:
	case ZHUN_J_FALSE:
		zhun_text_add(out, v->kind == ZHUN_J_TRUE ? "true" : "false");
		break;
	case ZHUN_J_NULL:
	case ZHUN_J_ARRAY:
	case ZHUN_J_OBJECT:
		break;
	}
}

/* A row of a list, with links as keys, by the ways of the columns. */
static void write_row(struct writing *w, const struct zhun_json *item)
{
	struct zhun_text text;
	struct zhun_json_writer j;
	const struct zhun_json *record;
	const char *s;

	zhun_text_init(&text, w->x->by.arena, PAGE_TEXT);
	zhun_json_init(&j, &text);
	add_members(w, &j, w->x->reg->fields, NULL, item);
	if (!w->code)
		w->code = zhun_text_done(&text, &s, w->err);
	if (!w->code)
		w->code = zhun_json_parse(w->x->by.arena, s, strlen(s), &record, w->err);
	for (size_t i = 0; i < w->columns.count && !w->code; i++) {
		const struct zhun_column *c = &w->columns.items[i];
		const struct zhun_json *v = record;

		for (size_t k = 0; c->path[k]; k++)
			v = zhun_json_get(v, c->path[k]);
		if (i)
			zhun_text_addc(&w->out, ',');
		add_value(&w->out, c, v);
	}
	zhun_text_add(&w->out, "\r\n");
}

static void write_heads(struct writing *w)
{
	const char *head;

	w->code = zhun_columns_all(w->x->arena, w->x->reg, &w->columns, w->err);
	zhun_text_add(&w->out, "\xef\xbb\xbf");
	for (size_t i = 0; i < w->columns.count && !w->code; i++) {
		w->code = zhun_column_head(w->x->by.arena, &w->columns.items[i], &head, w->err);
		if (i)
			zhun_text_addc(&w->out, ',');
		if (!w->code)
			add_cell(&w->out, head, false);
	}
	zhun_text_add(&w->out, "\r\n");
}

/* ---- pages ---- */

static void flush(struct writing *w)
{
	const char *s;
	size_t n = w->out.len;

	if (!w->code)
		w->code = zhun_text_done(&w->out, &s, w->err);
	if (!w->code)
		w->code = w->x->take(w->x->context, s, n, w->err);
}

/* One page of the list after @a cursor; gives the next cursor, NULL at the end. */
static const struct zhun_json *read_page(struct writing *w, const char *cursor)
{
	const struct zhun_params *asked = w->x->params;
	size_t n = asked ? asked->count : 0;
	struct zhun_param *items = ZHUN_NEW_ARRAY(w->x->by.arena, n + 2, struct zhun_param);
	struct zhun_params params = {items, n + 1 + (cursor != NULL)};
	struct zhun_text text;
	const struct zhun_json *page = NULL;
	const char *s;

	if (!items) {
		w->code = zhun_no_memory(w->x->by.arena, w->err);
		return NULL;
	}
	for (size_t i = 0; i < n; i++)
		items[i] = asked->items[i];
	items[n] = (struct zhun_param){"limit", ZHUN_INT(PAGE)};
	items[n + 1] = (struct zhun_param){"cursor", cursor};
	zhun_text_init(&text, w->x->by.arena, PAGE_TEXT);
	w->code = zhun_register_list(&w->x->by, w->x->reg, &params, &text, w->err);
	if (!w->code)
		w->code = zhun_text_done(&text, &s, w->err);
	if (!w->code)
		w->code = zhun_json_parse(w->x->by.arena, s, strlen(s), &page, w->err);
	return page;
}

static void write_page(struct writing *w, const struct zhun_json *page)
{
	const struct zhun_json *items = zhun_json_get(page, "items");

	zhun_text_init(&w->out, w->x->by.arena, PAGE_TEXT);
	for (const struct zhun_json *item = items->first; item && !w->code; item = item->next)
		if (w->x->format == ZHUN_TRANSFER_CSV)
			write_row(w, item);
		else
			write_line(w, zhun_json_get_string(item, "id"));
	if (items->first)
		flush(w);
}

static char *next_cursor(struct writing *w, const struct zhun_json *page, char *room, size_t size)
{
	const char *next = w->code ? NULL : zhun_json_get_string(page, "next");

	if (!next)
		return NULL;
	if (strlen(next) >= size) {
		w->code = zhun_fail(w->err, ZHUN_E_INTERNAL, NULL, "cursor");
		return NULL;
	}
	memcpy(room, next, strlen(next) + 1);
	return room;
}

/* A record is read as the list that names it: of the same day, as known at the same instant. */
static void take_times(struct writing *w)
{
	const struct zhun_params *asked = w->x->params;
	size_t n = 0;

	for (size_t i = 0; asked && i < asked->count; i++)
		if (zhun_str_equal(asked->items[i].name, "as_of") && !n)
			w->when[n++] = asked->items[i];
	w->known.items = w->when + n;
	for (size_t i = 0; asked && i < asked->count; i++)
		if (zhun_str_equal(asked->items[i].name, "known_at") && !w->known.count)
			w->when[n + w->known.count++] = asked->items[i];
	w->times = (struct zhun_params){w->when, n + w->known.count};
}

enum zhun_code zhun_register_export(const struct zhun_export *x, struct zhun_error *err)
{
	char room[4096], *cursor = NULL;
	struct writing w = {.x = x, .err = err, .keys = ZHUN_NEW_ARRAY(x->arena, KEYS, struct key)};

	if (!w.keys)
		return zhun_no_memory(x->arena, err);
	take_times(&w);
	zhun_text_init(&w.out, x->by.arena, PAGE_TEXT);
	if (x->format == ZHUN_TRANSFER_CSV) {
		write_heads(&w);
		flush(&w);
	}
	w.fresh = zhun_arena_mark(x->arena);
	do {
		const struct zhun_json *page;

		zhun_arena_reset(x->by.arena);
		page = w.code ? NULL : read_page(&w, cursor);
		if (!w.code)
			write_page(&w, page);
		cursor = next_cursor(&w, page, room, sizeof room);
	} while (cursor);
	return w.code;
}
