/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, single records and their history, written as JSON while the rows come. */
#include "register/answer.h"
#include "register/ask.h"
#include "register/register.h"
#include "zhun/base/uuid.h"

/* One reading call. */
struct reading {
	const struct zhun_reader *by;
	const struct zhun_register *reg;
	struct zhun_query q;
	struct zhun_answer out;
};

static void begin(struct reading *r, const struct zhun_reader *by, const struct zhun_register *reg,
		  struct zhun_text *out)
{
	r->by = by;
	r->reg = reg;
	zhun_query_init(&r->q, by->arena, by->viewer);
	zhun_answer_init(&r->out, out, by->arena, by->viewer);
}

/* What was written before a failure is taken back. */
static enum zhun_code end(struct zhun_text *out, size_t start, enum zhun_code code, struct zhun_error *err)
{
	const char *text;

	if (!code)
		code = zhun_text_done(out, &text, err);
	if (code && out->ptr) {
		out->len = start;
		out->ptr[start] = '\0';
	}
	return code;
}

/* ---- lists ---- */

/* Where a page ended. */
struct last {
	struct zhun_value value;
	const char *id;
	bool more;
};

static void add_item(struct reading *r, const struct zhun_layout *layout, const struct zhun_value *row)
{
	zhun_json_begin_object(&r->out.w);
	zhun_answer_record(&r->out, r->reg, layout, row, NULL);
	zhun_answer_interval(&r->out, layout, row);
	zhun_json_end_object(&r->out.w);
}

/* At most limit − 1 records of one part; the one more tells that there are more. A row's memory is
 * given back when it is written, so that a page works in what stays in the cache; but not the last
 * one's, where the cursor is, nor one while which the answer moved to a larger place. */
static enum zhun_code list_part(struct reading *r, const struct zhun_ask *ask, const struct zhun_page *page,
				int64_t *left, struct last *ret, struct zhun_error *err)
{
	struct zhun_layout layout;
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code;

	zhun_query_page(&r->q, &ask->source, page, &layout);
	if ((code = zhun_query_run(&r->q, r->by->conn, &rows, err)) != ZHUN_OK)
		return code;
	for (;;) {
		struct zhun_arena_mark mark = zhun_arena_mark(r->by->arena);
		const char *place = r->out.w.out->ptr, *scratch = r->out.scratch.ptr;

		code = zhun_rows_next(rows, &row, err);
		if (code || !row || *left == 0)
			break;
		add_item(r, &layout, row);
		ret->id = row[ZHUN_CELL_ID].text;
		ret->value = layout.sort ? row[layout.sort] : zhun_v_null();
		if (--*left > 0 && place == r->out.w.out->ptr && scratch == r->out.scratch.ptr)
			zhun_arena_rewind(r->by->arena, mark);
	}
	ret->more = !code && row;
	zhun_rows_done(rows);
	return code;
}

/* The records with a sort value, then those without one. */
static enum zhun_code list_parts(struct reading *r, const struct zhun_ask *ask, const char **ret_next,
				 struct zhun_error *err)
{
	struct zhun_page page = ask->page;
	struct last last = {0};
	int64_t left = page.limit;
	enum zhun_code code;

	page.limit = left + 1;
	code = list_part(r, ask, &page, &left, &last, err);
	if (!code && !last.more && page.sort && !page.empty_part && zhun_sort_may_be_empty(page.sort)) {
		page.empty_part = true;
		page.after = NULL;
		page.after_id = NULL;
		page.limit = left + 1;
		last.id = left ? last.id : NULL;
		code = list_part(r, ask, &page, &left, &last, err);
	}
	*ret_next = NULL;
	if (!code && last.more && !(*ret_next = zhun_cursor_text(r->by->arena, &page, &last.value, last.id)))
		return zhun_no_memory(r->by->arena, err);
	return code;
}

static enum zhun_code list_total(struct reading *r, const struct zhun_ask *ask, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code;
	int64_t count;

	zhun_query_count(&r->q, &ask->source, &ask->page, ZHUN_TOTAL_MAX + 1);
	if ((code = zhun_query_one(&r->q, r->by->conn, &row, err)) != ZHUN_OK)
		return code;
	count = row ? row[0].integer : 0;
	zhun_json_member_object(&r->out.w, "total");
	zhun_json_member_int(&r->out.w, "count", count > ZHUN_TOTAL_MAX ? ZHUN_TOTAL_MAX : count);
	zhun_json_member_bool(&r->out.w, "capped", count > ZHUN_TOTAL_MAX);
	zhun_json_end_object(&r->out.w);
	return ZHUN_OK;
}

enum zhun_code zhun_register_list(const struct zhun_reader *by, const struct zhun_register *reg,
				  const struct zhun_params *params, struct zhun_text *out, struct zhun_error *err)
{
	size_t start = out->len;
	struct reading r;
	struct zhun_ask ask;
	const char *next;
	enum zhun_code code = zhun_ask_read(by, reg, params, &ask, err);

	if (code)
		return code;
	begin(&r, by, reg, out);
	zhun_json_begin_object(&r.out.w);
	zhun_json_member_array(&r.out.w, "items");
	code = list_parts(&r, &ask, &next, err);
	zhun_json_end_array(&r.out.w);
	if (!code)
		zhun_json_member_string(&r.out.w, "next", next);
	if (!code && ask.total)
		code = list_total(&r, &ask, err);
	zhun_json_end_object(&r.out.w);
	return end(out, start, code, err);
}

/* ---- one record ---- */

enum { UNDER_MAX = 4 };

/* A child's rows on their way: the one at hand, NULL after the last. */
struct stream {
	const struct zhun_child *child;
	bool second;
	struct zhun_layout layout;
	struct zhun_rows *rows;
	const struct zhun_value *row;
};

static enum zhun_code open_stream(struct reading *r, const char *table, const char *record, int64_t rev,
				  struct stream *ret, struct zhun_error *err)
{
	enum zhun_code code;

	zhun_query_rows(&r->q, &(struct zhun_row_source){table, ret->child, ret->second, record, rev}, &ret->layout);
	code = zhun_query_run(&r->q, r->by->conn, &ret->rows, err);
	return code ? code : zhun_rows_next(ret->rows, &ret->row, err);
}

/* The rows under row @a n, which are the next ones of their stream. */
static enum zhun_code add_under(struct reading *r, struct stream *s, int64_t n, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	zhun_json_member_array(&r->out.w, s->child->plural);
	while (!code && s->row && s->row[ZHUN_CELL_N].integer == n) {
		zhun_json_begin_object(&r->out.w);
		zhun_answer_fields(&r->out, &s->layout, s->row, NULL);
		zhun_json_end_object(&r->out.w);
		code = zhun_rows_next(s->rows, &s->row, err);
	}
	zhun_json_end_array(&r->out.w);
	return code;
}

static enum zhun_code add_rows(struct reading *r, struct stream *s, struct stream *under, size_t count,
			       struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	while (!code && s->row) {
		zhun_json_begin_object(&r->out.w);
		zhun_answer_fields(&r->out, &s->layout, s->row, NULL);
		for (size_t i = 0; i < count && !code; i++)
			code = add_under(r, &under[i], s->row[ZHUN_CELL_N].integer, err);
		zhun_json_end_object(&r->out.w);
		if (!code)
			code = zhun_rows_next(s->rows, &s->row, err);
	}
	return code;
}

static enum zhun_code add_child(struct reading *r, const struct zhun_child *child, const char *record, int64_t rev,
				struct zhun_error *err)
{
	struct stream s = {.child = child}, under[UNDER_MAX] = {0};
	char table[128], below[192];
	size_t count = 0;
	enum zhun_code code;

	(void)snprintf(table, sizeof table, "%s_%s", r->reg->name, child->name);
	code = open_stream(r, table, record, rev, &s, err);
	for (const struct zhun_child *c = child->children; c && c->name && !code && s.row && count < UNDER_MAX; c++) {
		(void)snprintf(below, sizeof below, "%s_%s", table, c->name);
		under[count] = (struct stream){.child = c, .second = true};
		code = open_stream(r, below, record, rev, &under[count++], err);
	}
	zhun_json_member_array(&r->out.w, child->plural);
	if (!code)
		code = add_rows(r, &s, under, count, err);
	zhun_json_end_array(&r->out.w);
	zhun_rows_done(s.rows);
	for (size_t i = 0; i < count; i++)
		zhun_rows_done(under[i].rows);
	return code;
}

static enum zhun_code find_texts(struct reading *r, const char *record, int64_t rev, struct zhun_answer_text **ret,
				 struct zhun_error *err)
{
	const struct zhun_field *f = r->reg->fields;
	struct zhun_answer_text **last = ret;
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code;

	*ret = NULL;
	while (f->name && f->kind != ZHUN_F_TEXTS)
		f++;
	if (!f->name)
		return ZHUN_OK;
	zhun_query_texts(&r->q, r->reg, record, rev);
	if ((code = zhun_query_run(&r->q, r->by->conn, &rows, err)) != ZHUN_OK)
		return code;
	while ((code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct zhun_answer_text *t = ZHUN_NEW(r->by->arena, struct zhun_answer_text);

		if (!t) {
			zhun_rows_done(rows);
			return zhun_no_memory(r->by->arena, err);
		}
		*t = (struct zhun_answer_text){row[0].text, row[1].text, row[2].text, NULL};
		*last = t;
		last = &t->next;
	}
	return code;
}

static enum zhun_code add_whole(struct reading *r, const struct zhun_layout *layout, const struct zhun_value *row,
				bool history, struct zhun_error *err)
{
	int64_t rev = history ? row[ZHUN_CELL_REV].integer : 0;
	const char *id = row[ZHUN_CELL_ID].text;
	struct zhun_answer_text *texts;
	enum zhun_code code = find_texts(r, id, rev, &texts, err);

	if (code)
		return code;
	zhun_json_begin_object(&r->out.w);
	zhun_answer_record(&r->out, r->reg, layout, row, texts);
	for (const struct zhun_child *c = r->reg->children; c && c->name && !code; c++)
		code = add_child(r, c, id, rev, err);
	zhun_answer_interval(&r->out, layout, row);
	zhun_json_end_object(&r->out.w);
	return code;
}

enum zhun_code zhun_register_get(const struct zhun_reader *by, const struct zhun_ref *ref,
				 const struct zhun_params *params, struct zhun_text *out, int64_t *ret_rev,
				 struct zhun_error *err)
{
	size_t start = out->len;
	struct reading r;
	struct zhun_source source;
	struct zhun_layout layout;
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_ask_time(by->arena, ref->reg, params, &source, err);

	if (code)
		return code;
	begin(&r, by, ref->reg, out);
	zhun_query_record(&r.q, &source, ref->id, &layout);
	if (zhun_uuid_valid(ref->id))
		code = zhun_query_one(&r.q, by->conn, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	if (!code)
		code = add_whole(&r, &layout, row, zhun_source_is_history(&source), err);
	if ((code = end(out, start, code, err)) == ZHUN_OK)
		*ret_rev = row[ZHUN_CELL_REV].integer;
	return code;
}

enum zhun_code zhun_register_title(const struct zhun_reader *by, const struct zhun_ref *ref, const char *known_at,
				   const char **ret, struct zhun_error *err)
{
	const struct zhun_source source = {.reg = ref->reg, .known_at = known_at};
	const struct zhun_value *row = NULL;
	struct zhun_layout layout;
	struct zhun_text none;
	struct reading r;

	zhun_text_init(&none, by->arena, 1);
	begin(&r, by, ref->reg, &none);
	zhun_query_record(&r.q, &source, ref->id, &layout);
	enum zhun_code code = zhun_query_one(&r.q, by->conn, &row, err);
	const char *title = !code && row ? zhun_answer_title(&r.out, ref->reg, &layout, row) : NULL;

	if (!code && r.out.scratch.failed)
		return zhun_no_memory(by->arena, err);
	if (!code)
		*ret = title;
	return code;
}

/* ---- history ---- */

/* Who changed it is told to those who have an account here, not to the public. */
static void add_change(struct reading *r, const struct zhun_value *to)
{
	zhun_answer_end(&r->out, "recorded_to", &to[ZHUN_CELL_TO]);
	zhun_json_member_object(&r->out.w, "change");
	zhun_json_member_int(&r->out.w, "n", to[ZHUN_CELL_CHANGE].integer);
	zhun_json_member_string(&r->out.w, "action", to[ZHUN_CELL_ACTION].text);
	zhun_json_member_string(&r->out.w, "account", r->out.viewer->account ? to[ZHUN_CELL_ACCOUNT].text : NULL);
	zhun_json_member_string(&r->out.w, "reason", to[ZHUN_CELL_REASON].text);
	zhun_json_member_string(&r->out.w, "instant", to[ZHUN_CELL_INSTANT].text);
	zhun_json_end_object(&r->out.w);
}

static enum zhun_code add_versions(struct reading *r, const char *id, size_t *ret_count, struct zhun_error *err)
{
	struct zhun_layout layout;
	struct zhun_rows *rows;
	const struct zhun_value *row;
	enum zhun_code code;

	*ret_count = 0;
	zhun_query_versions(&r->q, r->reg, id, &layout);
	if ((code = zhun_query_run(&r->q, r->by->conn, &rows, err)) != ZHUN_OK)
		return code;
	while ((code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		++*ret_count;
		zhun_json_begin_object(&r->out.w);
		zhun_answer_record(&r->out, r->reg, &layout, row, NULL);
		zhun_answer_interval(&r->out, &layout, row);
		add_change(r, &row[layout.valid_to]);
		zhun_json_end_object(&r->out.w);
	}
	return code;
}

enum zhun_code zhun_register_history(const struct zhun_reader *by, const struct zhun_ref *ref, struct zhun_text *out,
				     struct zhun_error *err)
{
	size_t start = out->len, count = 0;
	struct reading r;
	enum zhun_code code = ZHUN_OK;

	begin(&r, by, ref->reg, out);
	zhun_json_begin_object(&r.out.w);
	zhun_json_member_array(&r.out.w, "items");
	if (zhun_uuid_valid(ref->id))
		code = add_versions(&r, ref->id, &count, err);
	if (!code && !count)
		code = zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	zhun_json_end_array(&r.out.w);
	zhun_json_end_object(&r.out.w);
	return end(out, start, code, err);
}
