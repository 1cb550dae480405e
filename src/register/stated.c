/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/stated.h"

#include "register/ahead.h"
#include "register/query.h"
#include "register/schema.h"
#include "register/value.h"

enum { RECORD_SIZE = 32 * 1024 * 1024 };

static bool says(const struct zhun_json *json, const char *name, bool *ret_null)
{
	const struct zhun_json *m = zhun_json_get(json, name);

	*ret_null = m && m->kind == ZHUN_J_NULL;
	return m != NULL;
}

/* ---- when the text is written ---- */

static enum zhun_code find(const struct zhun_reader *r, const struct zhun_field *f, const char *text,
			   const char **ret, struct zhun_error *err)
{
	struct zhun_query q;
	const struct zhun_value *row = NULL;
	enum zhun_code code;

	if (zhun_ahead_stated(r->ahead, f, text, ret))
		return ZHUN_OK;
	zhun_query_init(&q, r->arena, r->viewer);
	zhun_query_stated(&q, f, text);
	code = zhun_query_one(&q, r->conn, &row, err);
	*ret = row ? row[0].text : NULL;
	return code;
}

/* A link that somebody gave though the text leads nowhere stays while the text does. */
static enum zhun_code read_link(const struct zhun_reader *r, const struct zhun_field *f, bool keep,
				const struct zhun_value *text, struct zhun_value *link, struct zhun_error *err)
{
	const char *id = NULL;
	enum zhun_code code = text->kind == ZHUN_V_TEXT ? find(r, f, text->text, &id, err) : ZHUN_OK;

	if (!code && id)
		*link = zhun_v_text(id);
	else if (!code && !keep)
		zhun_value_empty(f, link);
	return code;
}

enum zhun_code zhun_stated_read(const struct zhun_reader *r, const struct zhun_field *fields,
				const struct zhun_json *json, const struct zhun_value *before,
				struct zhun_value *cells, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_field *f = fields; f->name && !code; f++) {
		bool link_null, text_null;
		size_t at;

		if (!f->stated.text || (says(json, f->name, &link_null) && !link_null) ||
		    !says(json, f->stated.text, &text_null))
			continue;
		at = zhun_fields_at(fields, f->stated.text);
		code = read_link(r, f, before && !link_null && zhun_value_same(&before[at], &cells[at]), &cells[at],
				 cells + zhun_fields_at(fields, f->name), err);
	}
	return code;
}

/* ---- when what it names was imported ---- */

/* The records found to state one link, and what becomes of them. */
struct search {
	const struct zhun_write *w;
	struct zhun_arena *lasting;
	const struct zhun_register *from, *to;
	size_t changed;
};

struct waiting {
	const char *id;
	struct waiting *next;
};

static enum zhun_code gather(struct search *s, const struct zhun_child *child, const struct zhun_field *f,
			     struct waiting **ret, struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_query q;
	enum zhun_code code;

	zhun_query_init(&q, s->w->by.arena, s->w->by.viewer);
	zhun_query_resolvable(&q, s->from, child, f);
	code = zhun_query_run(&q, s->w->by.conn, &rows, err);
	while (!code && (code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct waiting *w = ZHUN_NEW(s->lasting, struct waiting);

		if (!w || !(w->id = zhun_strdup(s->lasting, row[0].text))) {
			zhun_rows_done(rows);
			return zhun_no_memory(s->lasting, err);
		}
		*ret = w;
		ret = &w->next;
	}
	return code;
}

/* The record written again as it answers: its links are found on the way. */
static enum zhun_code touch(const struct search *s, const char *id, struct zhun_error *err)
{
	static const struct zhun_params none = {0};
	struct zhun_ref ref = {.reg = s->from, .id = id};
	const struct zhun_json *json = NULL;
	struct zhun_text text;
	enum zhun_code code;

	zhun_text_init(&text, s->w->by.arena, RECORD_SIZE);
	code = zhun_register_get(&s->w->by, &ref, &none, &text, &ref.rev, err);
	if (!code)
		code = zhun_json_parse(s->w->by.arena, text.ptr, text.len, &json, err);
	return code ? code : zhun_register_update(s->w, &ref, json, &ref.rev, err);
}

/* Field by field: what a record states elsewhere too is found in the same writing, and not asked for again. */
static enum zhun_code resolve(struct search *s, const struct zhun_child *child, struct zhun_error *err)
{
	const struct zhun_field *fields = child ? child->fields : s->from->fields;
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_field *f = fields; f->name && !code; f++) {
		struct waiting *list = NULL;

		if (!f->stated.text || !zhun_str_equal(f->link, s->to->name))
			continue;
		code = gather(s, child, f, &list, err);
		for (const struct waiting *p = list; p && !code; p = p->next, s->changed++) {
			code = touch(s, p->id, err);
			zhun_arena_reset(s->w->by.arena);
		}
	}
	return code;
}

enum zhun_code zhun_stated_resolve(const struct zhun_write *how, const struct zhun_register *reg,
				   struct zhun_arena *lasting, size_t *ret, struct zhun_error *err)
{
	const struct zhun_viewer program = {.administrator = true, .language = how->by.viewer->language};
	struct zhun_write w = *how;
	struct search s = {.w = &w, .lasting = lasting, .to = reg};
	enum zhun_code code = ZHUN_OK;

	w.by.viewer = &program;
	w.by.ahead = NULL;
	w.effective = NULL;
	w.reason = program.language == ZHUN_ZH ? "所载关联已可对应" : "a stated link was found";
	for (size_t i = 0; zhun_registers[i] && !code; i++) {
		s.from = zhun_registers[i];
		code = resolve(&s, NULL, err);
		for (const struct zhun_child *c = s.from->children; c && c->name && !code; c++)
			code = resolve(&s, c, err);
	}
	*ret = s.changed;
	return code;
}
