/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ahead.h"

#include "register/query.h"
#include "register/schema.h"

enum { BUCKETS = 64, TOGETHER = 256, PARTS = ZHUN_REGISTER_NAMES };

enum knowledge { UNKNOWN, NOTED, KNOWN };

struct entry {
	const char *text, *id;   /* the last part of a key, or what is stated; NULL: leads nowhere */
	const char *promised;    /* the id of the record that will have this key */
	enum knowledge known;
	struct entry *next;      /* of its bucket */
	struct entry *later;     /* noted after it */
};

/* Texts that are looked up by one statement: the last parts of keys whose other parts are the same, or what states
 * one link. */
struct group {
	const struct zhun_register *reg;
	const struct zhun_field *field;    /* the stated link; NULL: keys */
	const char *parts[PARTS];          /* of the keys but the last; ends with NULL */
	struct entry *buckets[BUCKETS];
	struct entry *noted, **end;        /* since the last fetch */
	struct group *next;
};

struct zhun_ahead {
	struct zhun_arena *arena;
	struct group *groups;
};

struct zhun_ahead *zhun_ahead_new(struct zhun_arena *a)
{
	struct zhun_ahead *h = ZHUN_NEW(a, struct zhun_ahead);

	if (h)
		h->arena = a;
	return h;
}

/* ---- groups and their texts ---- */

static bool same_parts(const char *const *a, const char *const *b)
{
	size_t i = 0;

	while (a[i] && zhun_str_equal(a[i], b[i]))
		i++;
	return !a[i] && !b[i];
}

static struct group *find_group(const struct zhun_ahead *h, const struct group *like)
{
	for (struct group *g = h->groups; g; g = g->next)
		if (g->reg == like->reg && g->field == like->field && same_parts(g->parts, like->parts))
			return g;
	return NULL;
}

static struct entry **bucket_of(struct group *g, const char *text)
{
	uint32_t n = 2166136261U;

	for (const char *s = text; *s; s++)
		n = (n ^ (unsigned char)*s) * 16777619U;
	return &g->buckets[n % BUCKETS];
}

static struct entry *find_entry(struct group *g, const char *text)
{
	for (struct entry *e = *bucket_of(g, text); e; e = e->next)
		if (zhun_str_equal(e->text, text))
			return e;
	return NULL;
}

static enum zhun_code note(struct zhun_ahead *h, const struct group *like, const char *text, struct zhun_error *err)
{
	struct group *g = find_group(h, like);

	if (!g) {
		if (!(g = ZHUN_NEW(h->arena, struct group)))
			return zhun_no_memory(h->arena, err);
		*g = *like;
		g->end = &g->noted;
		g->next = h->groups;
		h->groups = g;
	}
	if (find_entry(g, text))
		return ZHUN_OK;
	struct entry *e = ZHUN_NEW(h->arena, struct entry), **bucket = bucket_of(g, text);
	if (!e)
		return zhun_no_memory(h->arena, err);
	*e = (struct entry){.text = text, .known = NOTED, .next = *bucket};
	*bucket = *g->end = e;
	g->end = &e->later;
	return ZHUN_OK;
}

static bool look_up(const struct zhun_ahead *h, const struct group *like, const char *text, const char **ret)
{
	struct group *g = h ? find_group(h, like) : NULL;
	const struct entry *e = g ? find_entry(g, text) : NULL;

	if (!e || e->known != KNOWN)
		return false;
	*ret = e->id;
	return true;
}

bool zhun_ahead_stated(const struct zhun_ahead *h, const struct zhun_field *f, const char *text, const char **ret)
{
	const struct group like = {.reg = zhun_register_named(f->link), .field = f};

	return look_up(h, &like, text, ret);
}

bool zhun_ahead_key(const struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_value *key,
		    const char **ret)
{
	struct group like = {.reg = reg};
	size_t n = 0;

	if (!h)
		return false;
	for (; n < PARTS && reg->key[n]; n++) {
		if (key[n].kind != ZHUN_V_TEXT)
			return false;
		like.parts[n] = key[n].text;
	}
	like.parts[n - 1] = NULL;
	return look_up(h, &like, key[n - 1].text, ret);
}

/* ---- what a record will ask for ---- */

static const char *known_key(const struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_json *key);

/* A part of a key as it is kept: a text, a choice's name, or the id that a link leads to. NULL: not told here. */
static const char *part_of(const struct zhun_ahead *h, const struct zhun_field *f, const struct zhun_json *json)
{
	if (!json || (f->kind != ZHUN_F_TEXT && f->kind != ZHUN_F_CHOICE && f->kind != ZHUN_F_LINK))
		return NULL;
	if (json->kind == ZHUN_J_STRING)
		return json->text;
	const char *id = f->kind == ZHUN_F_LINK ? zhun_json_get_string(json, "id") : NULL;
	if (id || f->kind != ZHUN_F_LINK)
		return id;
	return known_key(h, zhun_register_named(f->link), zhun_json_get(json, "key"));
}

/* The parts of a key; *ret_last is the last. */
static bool parts_of(const struct zhun_ahead *h, struct group *like, const struct zhun_json *json,
		     const char **ret_last)
{
	const struct zhun_register *reg = like->reg;
	size_t n = 0;

	if (!json || json->kind != ZHUN_J_OBJECT)
		return false;
	for (; n < PARTS && reg->key[n]; n++)
		if (!(like->parts[n] = part_of(h, zhun_field_named(reg->fields, reg->key[n]),
					       zhun_json_get(json, reg->key[n]))))
			return false;
	*ret_last = like->parts[n - 1];
	like->parts[n - 1] = NULL;
	return true;
}

static const char *known_key(const struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_json *key)
{
	struct group like = {.reg = reg};
	const char *last, *id = NULL;

	return parts_of(h, &like, key, &last) && look_up(h, &like, last, &id) ? id : NULL;
}

enum zhun_code zhun_ahead_note_key(struct zhun_ahead *h, const struct zhun_register *reg,
				   const struct zhun_json *json, struct zhun_error *err)
{
	struct group like = {.reg = reg};
	const char *last;

	return parts_of(h, &like, json, &last) ? note(h, &like, last, err) : ZHUN_OK;
}

static enum zhun_code note_link(struct zhun_ahead *h, const struct zhun_field *f, const struct zhun_json *json,
				struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(f->link);
	const struct zhun_json *text = f->stated.text ? zhun_json_get(json, f->stated.text) : NULL;
	const struct zhun_json *key = zhun_json_get(zhun_json_get(json, f->name), "key");
	const struct group like = {.reg = reg, .field = f};
	enum zhun_code code = key ? zhun_ahead_note_key(h, reg, key, err) : ZHUN_OK;

	return code || !text || text->kind != ZHUN_J_STRING ? code : note(h, &like, text->text, err);
}

static enum zhun_code note_rows(struct zhun_ahead *h, const struct zhun_child *children, const struct zhun_json *json,
				struct zhun_error *err);

static enum zhun_code note_fields(struct zhun_ahead *h, const struct zhun_field *fields,
				  const struct zhun_child *children, const struct zhun_json *json,
				  struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_field *f = fields; f->name && !code; f++)
		if (f->kind == ZHUN_F_LINK)
			code = note_link(h, f, json, err);
	return code ? code : note_rows(h, children, json, err);
}

static enum zhun_code note_rows(struct zhun_ahead *h, const struct zhun_child *children, const struct zhun_json *json,
				struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_child *c = children; c && c->name && !code; c++) {
		const struct zhun_json *list = zhun_json_get(json, c->plural);

		for (const struct zhun_json *row = list ? list->first : NULL; row && !code; row = row->next)
			if (row->kind == ZHUN_J_OBJECT)
				code = note_fields(h, c->fields, c->children, row, err);
	}
	return code;
}

enum zhun_code zhun_ahead_note_links(struct zhun_ahead *h, const struct zhun_register *reg,
				     const struct zhun_json *json, struct zhun_error *err)
{
	return json->kind == ZHUN_J_OBJECT ? note_fields(h, reg->fields, reg->children, json, err) : ZHUN_OK;
}

/* ---- looking up ---- */

static void compose(struct zhun_query *q, const struct group *g, const struct zhun_among *among)
{
	if (g->field)
		zhun_query_stated_among(q, g->field, among);
	else
		zhun_query_visible_among(q, g->reg, g->parts, among);
}

static enum zhun_code fetch_some(struct zhun_ahead *h, struct group *g, const char *const *texts, size_t n,
				 const struct zhun_reader *r, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_query q;

	zhun_query_init(&q, h->arena, r->viewer);
	compose(&q, g, &(struct zhun_among){zhun_conn_engine(r->conn), texts, n});
	enum zhun_code code = zhun_query_run(&q, r->conn, &rows, err);
	while (!code && (code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct entry *e = row[0].text ? find_entry(g, row[0].text) : NULL;

		if (e)
			e->id = row[1].text;
	}
	return code;
}

static enum zhun_code fetch_group(struct zhun_ahead *h, struct group *g, const struct zhun_reader *r,
				  struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	while (g->noted && !code) {
		const char *texts[TOGETHER];
		struct entry *first = g->noted;
		size_t n = 0;

		for (; g->noted && n < TOGETHER; g->noted = g->noted->later)
			texts[n++] = g->noted->text;
		code = fetch_some(h, g, texts, n, r, err);
		for (struct entry *e = first; e != g->noted && !code; e = e->later)
			e->known = KNOWN;
	}
	g->end = &g->noted;
	return code;
}

enum zhun_code zhun_ahead_fetch(struct zhun_ahead *h, const struct zhun_reader *r, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (struct group *g = h->groups; g && !code; g = g->next)
		code = fetch_group(h, g, r, err);
	return code;
}

/* ---- what is to be made ---- */

static bool states(const struct group *g, const struct group *key)
{
	const char *scheme = g->field ? g->field->stated.scheme : NULL;

	return g->field && g->reg == key->reg && (!scheme || zhun_str_equal(scheme, key->parts[0]));
}

const char *zhun_ahead_promise(struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_json *json,
			       const char *id)
{
	struct group like = {.reg = reg}, *g;
	const char *last;
	struct entry *e, *stated;

	if (!parts_of(h, &like, json, &last) || !(g = find_group(h, &like)) || !(e = find_entry(g, last)) ||
	    e->known != KNOWN || e->id)
		return id;
	if (e->promised)
		return e->promised;
	e->promised = id;
	for (g = h->groups; g; g = g->next)
		if (states(g, &like) && (stated = find_entry(g, last)) && stated->known == KNOWN && !stated->id)
			stated->id = stated->promised = id;
	return id;
}

/* ---- what a write changes ---- */

/* What was promised is what it leads to, now that it is there. */
static void forget(struct group *g, const char *text)
{
	struct entry *e = text ? find_entry(g, text) : NULL;

	if (e && !(g->field && e->promised))
		e->known = UNKNOWN;
}

static void forget_all(struct group *g)
{
	for (size_t i = 0; i < BUCKETS; i++)
		for (struct entry *e = g->buckets[i]; e; e = e->next)
			e->known = UNKNOWN;
}

static const char *last_key_text(const struct zhun_record *record)
{
	const struct zhun_register *reg = record->reg;
	size_t n = 0;

	while (n + 1 < PARTS && reg->key[n + 1])
		n++;
	return record->cells[zhun_fields_at(reg->fields, reg->key[n])].text;
}

/* The other names by which it may be stated stand in rows of it. */
static void forget_rows(struct group *g, const struct zhun_record *record)
{
	const struct zhun_stated *stated = &g->field->stated;

	for (size_t i = 0; record->reg->children[i].name; i++) {
		const struct zhun_child *c = &record->reg->children[i];

		if (!zhun_str_equal(c->name, stated->rows))
			continue;
		const size_t at = zhun_fields_at(c->fields, stated->row_text);
		for (const struct zhun_row *row = record->lists[i].first; row; row = row->next)
			forget(g, row->cells[at].text);
	}
}

void zhun_ahead_wrote(struct zhun_ahead *h, const struct zhun_register *reg, const struct zhun_record *made)
{
	for (struct group *g = h ? h->groups : NULL; g; g = g->next) {
		if (g->reg != reg)
			continue;
		if (!made) {
			forget_all(g);
			continue;
		}
		forget(g, last_key_text(made));
		if (g->field && g->field->stated.rows)
			forget_rows(g, made);
	}
}
