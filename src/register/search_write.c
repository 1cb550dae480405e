/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the search index: a record's tokens, written where the record is. */
#include "register/query_write.h"
#include "register/schema.h"
#include "register/search.h"
#include "register/token.h"
#include "zhun/base/uuid.h"

enum { PAGE = 500 };

/* The texts of a row of the table search. */
struct tokens {
	const char *key, *readers, *title, *words;
};

bool zhun_field_searched(const struct zhun_field *f)
{
	return f->searched && !f->secret && f->read == ZHUN_READ_ALL &&
	       (f->kind == ZHUN_F_TEXT || f->kind == ZHUN_F_TEXTS);
}

bool zhun_register_searched(const struct zhun_register *reg)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (zhun_field_searched(f))
			return true;
	return false;
}

/* FNV-1a, folded to 22 bits: with the bits of the places it stays within a number of 63. */
int64_t zhun_search_base(const struct zhun_register *reg)
{
	uint32_t h = 2166136261U;

	for (const char *s = reg->name; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619U;
	return (int64_t)((h ^ h >> 22) & 0x3FFFFFU) << ZHUN_SEARCH_BASE_BITS;
}

static bool among(const char *const *names, const char *name)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && names[i]; i++)
		if (zhun_str_equal(names[i], name))
			return true;
	return false;
}

/* ---- who may see it at most ---- */

/* An owner that the record itself names; of others nobody can tell from its cells alone. */
static bool names_owners(const struct zhun_register *reg)
{
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++)
		if (reg->owners[i].through || strchr(reg->owners[i].path, '.'))
			return false;
	return true;
}

static const struct zhun_value *cell_of(const struct zhun_search_row *row, const char *name)
{
	const struct zhun_value *cell = row->cells;
	size_t count;

	for (const struct zhun_field *f = row->reg->fields; f->name; f++, cell += count) {
		if (zhun_str_equal(f->name, name))
			return cell;
		(void)zhun_field_parts(f->kind, &count);
	}
	return NULL;
}

/* An id as a token: signs would divide it. */
static void put_reader(struct zhun_text *t, const char *id)
{
	zhun_text_add(t, " " ZHUN_TOKEN_BREAK);
	for (; *id; id++)
		if (*id != '-')
			zhun_text_addc(t, *id);
}

static void put_readers(struct zhun_text *t, const struct zhun_search_row *row)
{
	const struct zhun_register *reg = row->reg;
	const struct zhun_value *public = NULL;

	zhun_text_add(t, "");
	if (reg->public_when.rule == ZHUN_PUBLIC_ALWAYS)
		return;
	if (reg->public_when.rule == ZHUN_PUBLIC_WHEN)
		public = cell_of(row, reg->public_when.field);
	if (!names_owners(reg) || (public && public->integer)) {
		put_reader(t, ZHUN_SEARCH_ALL);
		return;
	}
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
		const struct zhun_value *cell = cell_of(row, reg->owners[i].path);

		if (zhun_str_equal(reg->owners[i].path, "id"))
			put_reader(t, row->id);
		else if (cell && cell->text)
			put_reader(t, cell->text);
	}
}

/* ---- its words ---- */

/* The texts in further languages, which are words like the others. */
static enum zhun_code add_further(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
				  struct zhun_text *words, struct zhun_error *err)
{
	static const struct zhun_viewer none = {0};
	struct zhun_rows *rows;
	const struct zhun_value *text;
	struct zhun_query q;

	zhun_query_init(&q, a, &none);
	zhun_query_texts(&q, row->reg, row->id, 0);
	enum zhun_code code = zhun_query_run(&q, conn, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &text, err)) && text) {
		const struct zhun_field *f = zhun_field_named(row->reg->fields, text[0].text);

		if (f && zhun_field_searched(f))
			code = zhun_tokens_add(a, text[2].text, words, err);
		if (code)
			zhun_rows_done(rows);
	}
	return code;
}

static enum zhun_code add_given(struct zhun_arena *a, const struct zhun_record *record, struct zhun_text *words,
				struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_further_text *t = record->texts; t && !code; t = t->next)
		if (zhun_field_searched(t->field))
			code = zhun_tokens_add(a, t->text, words, err);
	return code;
}

static enum zhun_code add_cells(struct zhun_arena *a, const struct zhun_search_row *row, struct zhun_text *title,
				struct zhun_text *words, struct zhun_text *key, struct zhun_error *err)
{
	const struct zhun_value *cell = row->cells;
	enum zhun_code code = ZHUN_OK;
	size_t count;

	for (const struct zhun_field *f = row->reg->fields; f->name && !code; f++, cell += count) {
		struct zhun_text *to = among(row->reg->title_fields, f->name) ? title : words;

		(void)zhun_field_parts(f->kind, &count);
		if (!zhun_field_searched(f))
			continue;
		for (size_t i = 0; i < count && !code; i++)
			code = cell[i].text ? zhun_tokens_add(a, cell[i].text, to, err) : ZHUN_OK;
		if (!code && f->kind == ZHUN_F_TEXT && cell->text && among(row->reg->key, f->name))
			code = zhun_tokens_key(a, cell->text, key, err);
	}
	return code;
}

static bool has_texts(const struct zhun_register *reg)
{
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (f->kind == ZHUN_F_TEXTS && zhun_field_searched(f))
			return true;
	return false;
}

static enum zhun_code make_tokens(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
				  struct tokens *ret, struct zhun_error *err)
{
	struct zhun_text title, words, key, readers;
	struct zhun_text *const all[] = {&title, &words, &key, &readers};

	for (size_t i = 0; i < ZHUN_COUNT(all); i++) {
		zhun_text_init(all[i], a, ZHUN_TOKENS_MOST);
		zhun_text_add(all[i], "");
	}
	put_readers(&readers, row);
	enum zhun_code code = add_cells(a, row, &title, &words, &key, err);
	if (!code && row->record)
		code = add_given(a, row->record, &words, err);
	else if (!code && has_texts(row->reg))
		code = add_further(conn, a, row, &words, err);
	if (!code)
		code = zhun_text_done(&title, &ret->title, err);
	if (!code)
		code = zhun_text_done(&words, &ret->words, err);
	if (!code)
		code = zhun_text_done(&key, &ret->key, err);
	return code ? code : zhun_text_done(&readers, &ret->readers, err);
}

/* ---- its row ---- */

static enum zhun_code add(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
			  const struct tokens *t, struct zhun_error *err)
{
	const int64_t base = zhun_search_base(row->reg);
	const struct zhun_value number = zhun_v_int(base >> ZHUN_SEARCH_BASE_BITS);
	const struct zhun_asked numbers = {ZHUN_SQL_SEARCH_NUMBERS, &number, 1};
	int64_t turn = 0;
	enum zhun_code code = zhun_store_number(conn, &numbers, a, &turn, err);
	const struct zhun_value params[] = {
		zhun_v_int(base + turn), zhun_v_text(row->reg->name), zhun_v_text(row->id),
		zhun_v_text(t->key), zhun_v_text(t->readers), zhun_v_text(t->title), zhun_v_text(t->words)};
	const struct zhun_asked added = {ZHUN_SQL_SEARCH_ADD, params, ZHUN_COUNT(params)};

	return code ? code : zhun_store_add(conn, &added, err);
}

static bool same(const struct zhun_value *found, const struct tokens *t)
{
	return zhun_str_equal(found[0].text, t->key) && zhun_str_equal(found[1].text, t->readers) &&
	       zhun_str_equal(found[2].text, t->title) && zhun_str_equal(found[3].text, t->words);
}

/* Where nothing that is searched changed, the index is left in peace. */
static enum zhun_code change(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
			     const struct tokens *t, struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_text(row->id), zhun_v_text(t->key), zhun_v_text(t->readers),
					    zhun_v_text(t->title), zhun_v_text(t->words)};
	const struct zhun_value *found;
	enum zhun_code code =
		zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_SEARCH_FOUND, params, 1}, a, &found, err);

	if (code || (found && same(found, t)))
		return code;
	if (!found)
		return add(conn, a, row, t, err);
	return zhun_store_exec(conn, ZHUN_SQL_SEARCH_CHANGE, params, ZHUN_COUNT(params), NULL, err);
}

enum zhun_code zhun_search_write(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_search_row *row,
				 struct zhun_error *err)
{
	struct tokens t = {0};
	enum zhun_code code;

	if (!zhun_register_searched(row->reg))
		return ZHUN_OK;
	if ((code = make_tokens(conn, a, row, &t, err)) != ZHUN_OK)
		return code;
	return row->fresh ? add(conn, a, row, &t, err) : change(conn, a, row, &t, err);
}

enum zhun_code zhun_search_remove(struct zhun_conn *conn, const struct zhun_register *reg, const char *id,
				  struct zhun_error *err)
{
	const struct zhun_value record = zhun_v_text(id);

	return zhun_register_searched(reg) ? zhun_store_exec(conn, ZHUN_SQL_SEARCH_REMOVE, &record, 1, NULL, err)
					   : ZHUN_OK;
}

/* ---- all of them ---- */

static enum zhun_code set_live(struct zhun_conn *conn, bool live, struct zhun_error *err)
{
	const struct zhun_value value = zhun_v_int(live);

	return zhun_store_exec(conn, ZHUN_SQL_SEARCH_LIVE, &value, 1, NULL, err);
}

enum zhun_code zhun_search_pause(struct zhun_conn *conn, struct zhun_error *err)
{
	return set_live(conn, false, err);
}

enum zhun_code zhun_search_resume(struct zhun_conn *conn, struct zhun_error *err)
{
	enum zhun_code code = zhun_store_exec(conn, ZHUN_SQL_SEARCH_BUILD, NULL, 0, NULL, err);

	return code ? code : set_live(conn, true, err);
}

/* A page of records in the order of their ids; *last is where it ended, NULL after the last. */
static enum zhun_code rebuild_page(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_register *reg,
				   char last[ZHUN_UUID_TEXT], int64_t *count, struct zhun_error *err)
{
	static const struct zhun_viewer none = {0};
	struct zhun_rows *rows;
	const struct zhun_value *row;
	struct zhun_query q;
	int64_t n = 0;

	zhun_query_init(&q, a, &none);
	zhun_query_after(&q, reg, last, PAGE);
	enum zhun_code code = zhun_query_run(&q, conn, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		(void)snprintf(last, ZHUN_UUID_TEXT, "%s", row[0].text);
		code = zhun_search_write(conn, a, &(struct zhun_search_row){reg, last, row + 1, true, NULL}, err);
		n++;
		if (code)
			zhun_rows_done(rows);
	}
	*count += n;
	if (n < PAGE)
		last[0] = '\0';
	return code;
}

static enum zhun_code rebuild_register(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_register *reg,
				       int64_t *count, struct zhun_error *err)
{
	char last[ZHUN_UUID_TEXT] = "0";
	enum zhun_code code = ZHUN_OK;

	while (!code && last[0]) {
		struct zhun_arena_mark mark = zhun_arena_mark(a);

		code = rebuild_page(conn, a, reg, last, count, err);
		zhun_arena_rewind(a, mark);
	}
	return code;
}

enum zhun_code zhun_search_rebuild(struct zhun_conn *conn, struct zhun_arena *a, int64_t *ret, struct zhun_error *err)
{
	int64_t count = 0;
	enum zhun_code code = zhun_search_pause(conn, err);

	if (!code)
		code = zhun_store_exec(conn, ZHUN_SQL_SEARCH_CLEAR, NULL, 0, NULL, err);
	for (size_t i = 0; zhun_registers[i] && !code; i++)
		if (zhun_register_searched(zhun_registers[i]))
			code = rebuild_register(conn, a, zhun_registers[i], &count, err);
	if (!code)
		code = zhun_search_resume(conn, err);
	if (!code)
		*ret = count;
	return code;
}
