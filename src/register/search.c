/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/search.h"

#include "register/answer.h"
#include "register/ask.h"
#include "register/query_search.h"

enum { FOUND_MOST = 3, EXCERPT = 120, BEFORE = 30 };  /* further fields of a record; characters of one */

/* What is asked for. */
struct ask {
	const struct zhun_register *const *registers;
	const struct zhun_register *reg;  /* the one that is paged through, or NULL */
	struct zhun_words words;
	int64_t limit;
	enum zhun_search_tier tier;       /* where the page begins */
	int64_t after;
};

struct searching {
	const struct zhun_reader *by;
	const struct ask *ask;
	struct zhun_query q;
	struct zhun_answer out;
};

/* One register's part of the answer. */
struct group {
	const struct zhun_register *reg;
	int64_t left;               /* records there is still room for */
	bool begun;                 /* its object is open: something was found */
	bool keys;                  /* records with the key were found */
	enum zhun_search_tier tier; /* of the last record */
	int64_t place;              /* … in the index */
	bool more;
};

/* ---- the question ---- */

static enum zhun_code read_register(const char *name, struct ask *ask, struct zhun_error *err)
{
	for (size_t i = 0; ask->registers[i]; i++)
		if (zhun_str_equal(ask->registers[i]->name, name) && zhun_register_searched(ask->registers[i])) {
			ask->reg = ask->registers[i];
			return ZHUN_OK;
		}
	return zhun_fail(err, ZHUN_E_SEARCH_REGISTER, "register", name);
}

/* "1.105": the tier and the place of the last record within its register. */
static enum zhun_code read_cursor(const char *s, struct ask *ask, struct zhun_error *err)
{
	int64_t place;

	if (s[0] < '0' || s[0] > '2' || s[1] != '.' || zhun_ask_whole(s + 2, &place, NULL) || place < 1 ||
	    place >> ZHUN_SEARCH_BASE_BITS)
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
	ask->tier = (enum zhun_search_tier)(s[0] - '0');
	ask->after = zhun_search_base(ask->reg) + place;
	return ZHUN_OK;
}

static enum zhun_code read_param(struct zhun_arena *a, const struct zhun_param *p, struct ask *ask,
				 const char **ret_cursor, struct zhun_error *err)
{
	if (zhun_str_equal(p->name, "q"))
		return zhun_words_read(a, p->value, &ask->words, err);
	if (zhun_str_equal(p->name, "register"))
		return read_register(p->value, ask, err);
	if (zhun_str_equal(p->name, "limit"))
		return zhun_ask_limit(p->value, ZHUN_SEARCH_PAGE, &ask->limit, err);
	if (zhun_str_equal(p->name, "as_of") || zhun_str_equal(p->name, "known_at"))
		return zhun_fail(err, ZHUN_E_SEARCH_CURRENT, p->name);
	if (!zhun_str_equal(p->name, "cursor"))
		return zhun_fail(err, ZHUN_E_PARAMETER_UNKNOWN, p->name, p->name);
	*ret_cursor = p->value;
	return ZHUN_OK;
}

static enum zhun_code read_ask(struct zhun_arena *a, const struct zhun_params *params, struct ask *ask,
			       struct zhun_error *err)
{
	const char *cursor = NULL;
	enum zhun_code code = ZHUN_OK;

	for (size_t i = 0; i < params->count && !code; i++)
		code = read_param(a, &params->items[i], ask, &cursor, err);
	if (!code && cursor && !ask->reg)
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, "cursor");
	return code || !cursor ? code : read_cursor(cursor, ask, err);
}

/* ---- what was found of a record ---- */

static void write_marks(struct zhun_json_writer *w, const struct zhun_mark *marks, size_t count, uint32_t from,
			uint32_t to, uint32_t shift)
{
	zhun_json_member_array(w, "marks");
	for (size_t i = 0; i < count; i++) {
		if (marks[i].from < from || marks[i].to > to)
			continue;
		zhun_json_begin_array(w);
		zhun_json_int(w, (int64_t)(marks[i].from - from + shift));
		zhun_json_int(w, (int64_t)(marks[i].to - from + shift));
		zhun_json_end_array(w);
	}
	zhun_json_end_array(w);
}

static enum zhun_code write_title(struct searching *s, const char *title, struct zhun_error *err)
{
	struct zhun_json_writer *w = &s->out.w;
	const struct zhun_mark *marks;
	size_t count;
	enum zhun_code code = zhun_marks_find(s->by->arena, title, &s->ask->words, &marks, &count, err);

	if (code)
		return code;
	zhun_json_member_object(w, "title");
	zhun_json_member_string(w, "text", title);
	write_marks(w, marks, count, 0, UINT32_MAX, 0);
	zhun_json_end_object(w);
	return ZHUN_OK;
}

/* The characters of a text from one place to before another. */
static const char *slice(struct zhun_arena *a, const char *s, uint32_t from, uint32_t to, bool whole)
{
	const char *start = s, *end;
	size_t length;
	uint32_t at = 0;

	for (; *start && at < from; at++, start += length)
		(void)zhun_utf8_next(start, &length);
	for (end = start; *end && at < to; at++, end += length)
		(void)zhun_utf8_next(end, &length);
	return whole ? start
		     : zhun_printf(a, "%s%.*s%s", from ? "…" : "", (int)(end - start), start, *end ? "…" : "");
}

/* A field's text where the words stand; of a long one what is around the first. */
static enum zhun_code write_found(struct searching *s, const struct zhun_field *f, const char *text,
				  const struct zhun_mark *marks, size_t count, struct zhun_error *err)
{
	struct zhun_json_writer *w = &s->out.w;
	bool whole = zhun_utf8_count(text) <= EXCERPT;
	uint32_t from = whole || marks[0].from < BEFORE ? 0 : marks[0].from - BEFORE;
	uint32_t to = whole ? UINT32_MAX : from + EXCERPT;
	const char *shown = slice(s->by->arena, text, from, to, whole);

	if (!shown)
		return zhun_no_memory(s->by->arena, err);
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "field", f->name);
	zhun_json_member_string(w, "title", f->title[s->by->viewer->language]);
	zhun_json_member_string(w, "text", shown);
	write_marks(w, marks, count, from, to, from ? 1 : 0);
	zhun_json_end_object(w);
	return ZHUN_OK;
}

/* A cell's text, if words stand in it and it is not part of the title. */
static enum zhun_code try_found(struct searching *s, const struct zhun_field *f, const char *text, const char *title,
				int *left, struct zhun_error *err)
{
	const struct zhun_mark *marks;
	size_t count = 0;
	enum zhun_code code = ZHUN_OK;

	if (!text || *left == 0 || strstr(title, text))
		return ZHUN_OK;
	code = zhun_marks_find(s->by->arena, text, &s->ask->words, &marks, &count, err);
	if (code || !count)
		return code;
	--*left;
	return write_found(s, f, text, marks, count, err);
}

static enum zhun_code write_fields(struct searching *s, const struct zhun_layout *l, const struct zhun_value *row,
				   const char *title, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	int left = FOUND_MOST;

	zhun_json_member_array(&s->out.w, "found");
	for (size_t i = 0; i < l->count && !code; i++) {
		const struct zhun_slot *slot = &l->slots[i];
		int cells = slot->field->kind == ZHUN_F_TEXTS ? 2 : 1;

		for (int k = 0; zhun_field_searched(slot->field) && k < cells && !code; k++)
			code = try_found(s, slot->field, row[slot->at + (size_t)k].text, title, &left, err);
	}
	zhun_json_end_array(&s->out.w);
	return code;
}

static enum zhun_code write_item(struct searching *s, const struct group *g, const struct zhun_layout *l,
				 const struct zhun_value *row, struct zhun_error *err)
{
	struct zhun_json_writer *w = &s->out.w;
	const char *title = zhun_answer_title(&s->out, g->reg, l, row);

	title = title ? title : row[ZHUN_CELL_ID].text;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", row[ZHUN_CELL_ID].text);
	enum zhun_code code = write_title(s, title, err);
	zhun_json_member_bool(w, "exact", g->tier == ZHUN_TIER_KEY);
	if (!code)
		code = write_fields(s, l, row, title, err);
	zhun_json_end_object(w);
	return code;
}

/* ---- a group ---- */

static void begin_group(struct searching *s, struct group *g)
{
	struct zhun_json_writer *w = &s->out.w;

	if (g->begun)
		return;
	g->begun = true;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "register", g->reg->name);
	zhun_json_member_string(w, "title", g->reg->titles[s->by->viewer->language]);
	zhun_json_member_array(w, "items");
}

static struct zhun_search_part part_of(const struct searching *s, const struct group *g, enum zhun_search_tier tier)
{
	return (struct zhun_search_part){.engine = zhun_conn_engine(s->by->conn), .reg = g->reg,
					 .words = &s->ask->words, .tier = tier,
					 .but_key = g->keys && tier != ZHUN_TIER_KEY};
}

/* The records of one tier, while there is room; one more tells that there are more. */
static enum zhun_code search_tier(struct searching *s, struct group *g, struct zhun_search_part *p,
				  struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	struct zhun_layout layout;
	struct zhun_rows *rows;

	p->limit = g->left + 1;
	zhun_query_search(&s->q, p, &layout);
	enum zhun_code code = zhun_query_run(&s->q, s->by->conn, &rows, err);
	if (code)
		return code;
	while (!(code = zhun_rows_next(rows, &row, err)) && row && g->left > 0) {
		begin_group(s, g);
		g->tier = p->tier;
		g->place = row[layout.sort].integer;
		g->left--;
		if ((code = write_item(s, g, &layout, row, err)) != ZHUN_OK)
			break;
	}
	g->more = !code && row;
	zhun_rows_done(rows);
	return code;
}

/* Whether there are records with the key, which the later tiers leave out. */
static enum zhun_code find_keys(struct searching *s, struct group *g, struct zhun_error *err)
{
	struct zhun_search_part p = part_of(s, g, ZHUN_TIER_KEY);
	const struct zhun_value *row;

	p.limit = 1;
	zhun_query_search_count(&s->q, &p);
	enum zhun_code code = zhun_query_one(&s->q, s->by->conn, &row, err);
	if (!code)
		g->keys = row && row[0].integer > 0;
	return code;
}

static enum zhun_code count_part(struct searching *s, struct zhun_search_part p, int64_t *count,
				 struct zhun_error *err)
{
	const struct zhun_value *row;

	p.limit = ZHUN_SEARCH_COUNT + 1;
	zhun_query_search_count(&s->q, &p);
	enum zhun_code code = zhun_query_one(&s->q, s->by->conn, &row, err);
	if (!code && row)
		*count += row[0].integer;
	return code;
}

static enum zhun_code write_count(struct searching *s, const struct group *g, struct zhun_error *err)
{
	int64_t count = 0;
	enum zhun_code code = count_part(s, part_of(s, g, ZHUN_TIER_ALL), &count, err);

	if (!code && g->keys)
		code = count_part(s, part_of(s, g, ZHUN_TIER_KEY), &count, err);
	if (code)
		return code;
	zhun_json_member_object(&s->out.w, "count");
	zhun_json_member_int(&s->out.w, "count", count > ZHUN_SEARCH_COUNT ? ZHUN_SEARCH_COUNT : count);
	zhun_json_member_bool(&s->out.w, "capped", count > ZHUN_SEARCH_COUNT);
	zhun_json_end_object(&s->out.w);
	return ZHUN_OK;
}

static enum zhun_code end_group(struct searching *s, const struct group *g, struct zhun_error *err)
{
	char cursor[32];

	(void)snprintf(cursor, sizeof cursor, "%d.%lld", (int)g->tier,
		       (long long)(g->place - zhun_search_base(g->reg)));
	zhun_json_end_array(&s->out.w);
	enum zhun_code code = write_count(s, g, err);
	zhun_json_member_string(&s->out.w, "next", g->more ? cursor : NULL);
	zhun_json_end_object(&s->out.w);
	return code;
}

static enum zhun_code search_register(struct searching *s, const struct zhun_register *reg, struct zhun_error *err)
{
	const struct ask *ask = s->ask;
	struct group g = {.reg = reg, .left = ask->limit};
	enum zhun_code code = find_keys(s, &g, err);

	for (enum zhun_search_tier tier = ask->tier; tier < ZHUN_TIER_ALL && !code && !g.more; tier++) {
		struct zhun_search_part p = part_of(s, &g, tier);

		if (tier == ZHUN_TIER_KEY && !g.keys)
			continue;
		p.after = tier == ask->tier ? ask->after : 0;
		code = search_tier(s, &g, &p, err);
	}
	return code || !g.begun ? code : end_group(s, &g, err);
}

/* ---- the whole ---- */

static void mark_named(const struct ask *ask, const char *name, bool *found)
{
	for (size_t i = 0; ask->registers[i]; i++)
		found[i] = found[i] || zhun_str_equal(ask->registers[i]->name, name);
}

/* Marks the registers that a statement names. */
static enum zhun_code mark_all(struct searching *s, bool *found, struct zhun_error *err)
{
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code = zhun_query_run(&s->q, s->by->conn, &rows, err);

	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row)
		mark_named(s->ask, row[0].text, found);
	return code;
}

/* SQLite: from the first place that is found to the end of its register, and on from there. */
static enum zhun_code mark_places(struct searching *s, bool *found, struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	int64_t after = 0, base;

	for (;;) {
		zhun_query_search_next(&s->q, &s->ask->words, after);
		enum zhun_code code = zhun_query_one(&s->q, s->by->conn, &row, err);
		if (code || !row)
			return code;
		base = row[0].integer >> ZHUN_SEARCH_BASE_BITS << ZHUN_SEARCH_BASE_BITS;
		after = base + ((int64_t)1 << ZHUN_SEARCH_BASE_BITS) - 1;
		for (size_t i = 0; s->ask->registers[i]; i++)
			found[i] = found[i] || zhun_search_base(s->ask->registers[i]) == base;
	}
}

/* Where something may be found; in the order of the registers. */
static enum zhun_code search_all(struct searching *s, struct zhun_error *err)
{
	enum zhun_engine engine = zhun_conn_engine(s->by->conn);
	bool found[ZHUN_SEARCH_REGISTERS] = {false};
	enum zhun_code code;

	if (engine == ZHUN_SQLITE) {
		zhun_query_search_keys(&s->q, &s->ask->words);
		code = mark_all(s, found, err);
		if (!code)
			code = mark_places(s, found, err);
	} else {
		zhun_query_search_registers(&s->q, engine, &s->ask->words, s->ask->registers);
		code = mark_all(s, found, err);
	}
	for (size_t i = 0; s->ask->registers[i] && !code; i++)
		if (found[i])
			code = search_register(s, s->ask->registers[i], err);
	return code;
}

static enum zhun_code write_groups(struct searching *s, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	zhun_json_begin_object(&s->out.w);
	zhun_json_member_array(&s->out.w, "groups");
	if (s->ask->words.count && s->ask->reg)
		code = search_register(s, s->ask->reg, err);
	else if (s->ask->words.count && s->ask->registers[0])
		code = search_all(s, err);
	zhun_json_end_array(&s->out.w);
	zhun_json_end_object(&s->out.w);
	return code;
}

/* Of the registers those that can be searched. */
static const struct zhun_register **searchable(struct zhun_arena *a, const struct zhun_register *const *registers)
{
	const struct zhun_register **ret =
		ZHUN_NEW_ARRAY(a, ZHUN_SEARCH_REGISTERS + 1, const struct zhun_register *);
	size_t n = 0;

	for (; ret && *registers && n < ZHUN_SEARCH_REGISTERS; registers++)
		if (zhun_register_searched(*registers))
			ret[n++] = *registers;
	return ret;
}

enum zhun_code zhun_register_search(const struct zhun_reader *r, const struct zhun_register *const *registers,
				    const struct zhun_params *params, struct zhun_text *out, struct zhun_error *err)
{
	struct ask ask = {.registers = searchable(r->arena, registers), .limit = ZHUN_SEARCH_USUAL};
	struct searching s = {.by = r, .ask = &ask};
	const char *text;
	size_t start = out->len;
	enum zhun_code code = ask.registers ? read_ask(r->arena, params, &ask, err) : zhun_no_memory(r->arena, err);

	if (code)
		return code;
	zhun_query_init(&s.q, r->arena, r->viewer);
	zhun_answer_init(&s.out, out, r->arena, r->viewer);
	code = write_groups(&s, err);
	if (!code)
		code = zhun_text_done(out, &text, err);
	if (code && out->ptr) {   /* what was written before a failure is taken back */
		out->len = start;
		out->ptr[start] = '\0';
	}
	return code;
}
