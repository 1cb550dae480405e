/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/transfer.h"

#include "codec/charset.h"
#include "codec/json.h"
#include "register/ahead.h"
#include "register/column.h"
#include "register/stated.h"
#include "zhun/base/uuid.h"

/* Where a row stands in the file, and what its record will be called if it makes one. */
struct place {
	size_t at, n;
	unsigned line;
	const char *id;
	struct place *next;
};

/* Rows that were read and have not had their turn: what they lead to is looked up for all of them together. */
enum { PAGE_ROWS = 256, PAGE_BYTES = 1 << 20 };
struct row {
	struct place at;
	const struct zhun_json *json;
	const struct zhun_error *fault;   /* it could not be read */
};
struct page {
	struct row rows[PAGE_ROWS];
	size_t count, bytes;
};

/* One file on its way. */
struct filing {
	const struct zhun_import *in;
	struct zhun_json_writer w;
	enum zhun_charset charset;
	struct zhun_csv csv;
	struct zhun_columns columns;
	struct page page;
	size_t rows, refused, done[3];  /* by enum zhun_put */
	size_t linked;                  /* records whose stated links were found at the end */
	unsigned line;                  /* of the row at hand */
	struct place *later;            /* rows that wait for what they link to */
	struct place *again;            /* rows that were filed without a stated link, for a circle's sake */
	struct zhun_write write;        /* the caller's; loose while such rows are filed */
};

/* What spoils the whole: the database, memory. Anything else is the row's fault. */
static bool is_fatal(enum zhun_code code)
{
	return code == ZHUN_E_INTERNAL || code == ZHUN_E_NO_MEMORY ||
	       (code >= ZHUN_E_STORE_RETRY && code < ZHUN_E_FIELD_UNKNOWN);
}

static void add_fault(struct filing *f, const struct zhun_foreign_place *at, const struct zhun_error *fault)
{
	char en[1024], zh[1024];

	(void)zhun_error_sentence(fault, ZHUN_EN, en, sizeof en);
	(void)zhun_error_sentence(fault, ZHUN_ZH, zh, sizeof zh);
	zhun_json_begin_object(&f->w);
	if (at->file && *at->file)
		zhun_json_member_string(&f->w, "file", at->file);
	zhun_json_member_int(&f->w, "line", at->line);
	zhun_json_member_string(&f->w, "column", fault->place);
	zhun_json_member_string(&f->w, "code", zhun_error_row(fault->code)->name);
	zhun_json_member_string(&f->w, "detail_en", en);
	zhun_json_member_string(&f->w, "detail_zh", zh);
	zhun_json_end_object(&f->w);
}

/* Where the row at hand comes from: of a foreign source, the file and line there. */
static struct zhun_foreign_place place_of(const struct filing *f)
{
	const struct zhun_foreign_batch *b = f->in->foreign;

	if (b && f->line && f->line <= b->records)
		return b->places[f->line - 1];
	return (struct zhun_foreign_place){NULL, f->line};
}

static void add_foreign_faults(struct filing *f)
{
	for (const struct zhun_foreign_fault *p = f->in->foreign->faults; p; p = p->next)
		if (f->refused++ < ZHUN_TRANSFER_FAULTS)
			add_fault(f, &p->at, &p->error);
}

/* A fault of a row is told and the next row has its turn; one of the whole ends it. */
static enum zhun_code settle(struct filing *f, enum zhun_code code, const struct zhun_error *fault,
			     struct zhun_error *err)
{
	if (!code)
		return ZHUN_OK;
	if (is_fatal(code)) {
		*err = *fault;
		return zhun_error_within(err, ZHUN_INT(f->line));
	}
	if (f->refused++ < ZHUN_TRANSFER_FAULTS) {
		const struct zhun_foreign_place at = place_of(f);

		add_fault(f, &at, fault);
	}
	return ZHUN_OK;
}

static enum zhun_code put(struct filing *f, const char *id, const struct zhun_json *json, struct zhun_error *err)
{
	enum zhun_put what = ZHUN_PUT_SAME;
	enum zhun_code code = zhun_register_put(&f->write, f->in->reg, id, json, &what, err);

	if (!code)
		f->done[what]++;
	return code;
}

/* ---- the two formats: a row begins at a place, and is read from there ---- */

static enum zhun_code read_cells(struct filing *f, struct zhun_arena *a, struct place *p, const struct zhun_json **ret,
				 struct zhun_error *err)
{
	struct zhun_csv csv = f->csv;
	struct zhun_csv_row row = {0};

	csv.at = p->at;
	csv.line = p->line;
	enum zhun_code code = zhun_csv_next(&csv, a, &row, err);
	p->line = row.count ? row.line : csv.line;
	return code ? code : zhun_columns_record(a, &f->columns, &row, ret, err);
}

static enum zhun_code read_line(struct filing *f, struct zhun_arena *a, const struct place *p,
				const struct zhun_json **ret, struct zhun_error *err)
{
	const char *s = (const char *)f->in->file.ptr + p->at;
	enum zhun_code code = zhun_json_parse(a, s, p->n, ret, err);

	if (!code && (*ret)->kind != ZHUN_J_OBJECT)
		code = zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->in->reg->name, "an object");
	return code;
}

/* @a p: its line becomes the one that faults name. */
static enum zhun_code read_at(struct filing *f, struct zhun_arena *a, struct place *p, const struct zhun_json **ret,
			      struct zhun_error *err)
{
	return f->in->format == ZHUN_TRANSFER_JSONL ? read_line(f, a, p, ret, err) : read_cells(f, a, p, ret, err);
}

static enum zhun_code file_at(struct filing *f, const struct place *p, struct zhun_error *fault)
{
	const struct zhun_json *json = NULL;
	struct place at = *p;
	enum zhun_code code = read_at(f, f->in->write->by.arena, &at, &json, fault);

	f->line = at.line;
	return code ? code : put(f, p->id, json, fault);
}

/* ---- rows, one after another ---- */

/* A row that links to one that may come later has its turn again at the end. */
static enum zhun_code put_off(struct filing *f, const struct place *p, struct zhun_error *err)
{
	struct place *later = ZHUN_NEW(f->in->arena, struct place);

	const char *id = zhun_strdup(f->in->arena, p->id);

	if (!later || !id)
		return zhun_no_memory(f->in->arena, err);
	*later = *p;
	later->id = id;
	later->next = f->later;
	f->later = later;
	return ZHUN_OK;
}

/* After a row: its memory goes, and somebody may have had enough. */
static enum zhun_code done_with(struct filing *f, const struct place *p, struct zhun_error *err)
{
	zhun_arena_reset(f->in->write->by.arena);
	f->rows++;
	if (f->in->progress && !f->in->progress(f->in->context, f->rows, p->at + p->n))
		return zhun_fail(err, ZHUN_E_CANCELLED, NULL);
	return ZHUN_OK;
}

static enum zhun_code file_row(struct filing *f, const struct row *row, struct zhun_error *err)
{
	struct zhun_error fault = {0};
	enum zhun_code code;

	f->line = row->at.line;
	if (row->fault)
		fault = *row->fault;
	code = row->fault ? fault.code : put(f, row->at.id, row->json, &fault);
	code = code == ZHUN_E_LINK_UNKNOWN ? put_off(f, &row->at, err) : settle(f, code, &fault, err);
	return code ? code : done_with(f, &row->at, err);
}

/* Each row's record has a name before it is made, for those before it that state it. */
static enum zhun_code promise(struct filing *f, struct zhun_ahead *h, struct row *row, struct zhun_error *err)
{
	char id[ZHUN_UUID_TEXT];
	enum zhun_code code = f->in->new_id(f->in->context, id, err);
	const char *fresh = code ? NULL : zhun_strdup(f->in->page, id);

	if (!code && !fresh)
		code = zhun_no_memory(f->in->page, err);
	if (!code)
		row->at.id = zhun_ahead_promise(h, f->in->reg, row->json, fresh);
	return code;
}

/* First what links lead to, as keys may have links for their parts. */
static enum zhun_code look_ahead(struct filing *f, struct zhun_ahead *h, struct zhun_error *err)
{
	struct page *p = &f->page;
	enum zhun_code code = ZHUN_OK;

	for (size_t i = 0; i < p->count && !code; i++)
		code = p->rows[i].json ? zhun_ahead_note_links(h, f->in->reg, p->rows[i].json, err) : ZHUN_OK;
	if (!code)
		code = zhun_ahead_fetch(h, &f->write.by, err);
	for (size_t i = 0; i < p->count && !code; i++)
		code = p->rows[i].json ? zhun_ahead_note_key(h, f->in->reg, p->rows[i].json, err) : ZHUN_OK;
	if (!code)
		code = zhun_ahead_fetch(h, &f->write.by, err);
	for (size_t i = 0; i < p->count && !code; i++)
		code = p->rows[i].json ? promise(f, h, &p->rows[i], err) : ZHUN_OK;
	return code;
}

static enum zhun_code file_page(struct filing *f, struct zhun_error *err)
{
	struct zhun_ahead *h = zhun_ahead_new(f->in->page);
	enum zhun_code code = h ? look_ahead(f, h, err) : zhun_no_memory(f->in->page, err);

	f->write.by.ahead = h;
	for (size_t i = 0; i < f->page.count && !code; i++)
		code = file_row(f, &f->page.rows[i], err);
	f->write.by.ahead = NULL;
	f->page.count = f->page.bytes = 0;
	zhun_arena_reset(f->in->page);
	return code ? code : zhun_store_push(f->write.by.conn, err);   /* the next page is read meanwhile */
}

static enum zhun_code take_row(struct filing *f, struct place *p, struct zhun_error *err)
{
	struct row *row = &f->page.rows[f->page.count];
	struct zhun_error fault = {0};
	struct zhun_error *kept = NULL;

	if (f->rows + f->page.count >= f->in->most)
		return zhun_fail(err, ZHUN_E_ROWS_MANY, "", ZHUN_INT(f->in->most));
	*row = (struct row){.at = *p};
	if (read_at(f, f->in->page, &row->at, &row->json, &fault)) {
		if (!(kept = ZHUN_NEW(f->in->page, struct zhun_error)))
			return zhun_no_memory(f->in->page, err);
		*kept = fault;
		row->json = NULL;
	}
	row->fault = kept;
	f->page.count++;
	f->page.bytes += p->n;
	return f->page.count < PAGE_ROWS && f->page.bytes < PAGE_BYTES ? ZHUN_OK : file_page(f, err);
}

/* How rows that were put off have their turn. LOOSE: nothing moves any more, and they may come without the
 * links that a text beside them states (two standards that name each other). LAST: each fault is told. */
enum turn { STRICT, LOOSE, LAST };

enum { ROUNDS = 64 };

/* One turn of a row that waits. Writes whether it need not wait any longer. */
static enum zhun_code file_waiting(struct filing *f, struct place *p, enum turn turn, bool *ret_done,
				   struct zhun_error *err)
{
	struct zhun_error fault = {0};
	enum zhun_code code;

	f->write.by.loose = turn == LOOSE;
	code = file_at(f, p, &fault);
	f->write.by.loose = false;
	zhun_arena_reset(f->in->write->by.arena);
	*ret_done = code != ZHUN_E_LINK_UNKNOWN || turn == LAST;
	if (!code && turn == LOOSE) {
		p->next = f->again;
		f->again = p;
	}
	return *ret_done ? settle(f, code, &fault, err) : ZHUN_OK;
}

/* Each row that waits once; those that still do are the other way round then, so that a chain of any length, up or
 * down the file, is done in two rounds. */
static enum zhun_code file_round(struct filing *f, enum turn turn, bool *ret_moved, struct zhun_error *err)
{
	struct place *p, *next, *waiting = NULL;
	enum zhun_code code = ZHUN_OK;

	*ret_moved = false;
	for (p = f->later; p && !code; p = next) {
		bool done = false;

		next = p->next;
		code = file_waiting(f, p, turn, &done, err);
		*ret_moved = *ret_moved || done;
		if (done)
			continue;
		p->next = waiting;
		waiting = p;
	}
	f->later = waiting;
	return code;
}

/* Those of a circle again, now that all of it is there: what they were made without is found, or a fault. */
static enum zhun_code file_again(struct filing *f, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct place *p = f->again; p && !code; p = p->next) {
		const size_t done[] = {f->done[0], f->done[1], f->done[2]};
		struct zhun_error fault = {0};

		code = settle(f, file_at(f, p, &fault), &fault, err);
		zhun_arena_reset(f->in->write->by.arena);
		memcpy(f->done, done, sizeof done);
	}
	return code;
}

/* Rows that were put off, again and again while one of them finds what it links to: no more often than any hierarchy
 * is deep, or a file in the worst order would have each of its rows read for each other one. */
static enum zhun_code file_later(struct filing *f, struct zhun_error *err)
{
	enum turn turn = STRICT;
	enum zhun_code code = ZHUN_OK;

	for (int round = 1; f->later && !code; round++) {
		bool moved = false;

		code = file_round(f, turn, &moved, err);
		turn = round >= ROUNDS ? LAST : moved ? STRICT : turn == STRICT ? LOOSE : LAST;
	}
	return code ? code : file_again(f, err);
}

static enum zhun_code file_table(struct filing *f, struct zhun_error *err)
{
	struct zhun_csv_row row = {0};
	struct zhun_bytes text;
	enum zhun_code code = zhun_charset_read(f->in->arena, f->in->file, &text, &f->charset, err);

	if (!code)
		code = zhun_csv_init(&f->csv, (const char *)text.ptr, text.len, err);
	if (!code)
		code = zhun_csv_next(&f->csv, f->in->arena, &row, err);
	if (!code && !row.count)
		code = zhun_fail(err, ZHUN_E_TRANSFER_EMPTY, "");
	if (!code)
		code = zhun_columns_read(f->in->arena, f->in->reg, &row, &f->columns, err);
	while (!code) {
		struct place p = {.at = f->csv.at, .line = f->csv.line};

		code = zhun_csv_next(&f->csv, f->in->page, &row, err);
		if (code || !row.count)
			return code ? code : file_page(f, err);
		p.n = f->csv.at - p.at;
		code = take_row(f, &p, err);
	}
	return code;
}

static enum zhun_code file_lines(struct filing *f, struct zhun_error *err)
{
	const char *begin = (const char *)f->in->file.ptr, *s = begin, *end = begin + f->in->file.len;
	enum zhun_code code = ZHUN_OK;

	for (unsigned line = 1; s < end && !code; line++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s)), *start;
		struct place p = {.line = line};

		stop = stop ? stop : end;
		zhun_str_trim(s, (size_t)(stop - s), &start, &p.n);
		p.at = (size_t)(start - begin);
		s = stop + 1;
		if (p.n)
			code = take_row(f, &p, err);
	}
	return code ? code : file_page(f, err);
}

/* ---- the report ---- */

static void add_counts(struct filing *f, bool filed)
{
	static const char *const names[] = {[ZHUN_PUT_CREATED] = "created", [ZHUN_PUT_UPDATED] = "updated",
					    [ZHUN_PUT_SAME] = "unchanged"};

	zhun_json_end_array(&f->w);
	zhun_json_member_int(&f->w, "rows", (int64_t)f->rows);
	for (size_t i = 0; i < ZHUN_COUNT(names); i++)
		zhun_json_member_int(&f->w, names[i], (int64_t)f->done[i]);
	zhun_json_member_int(&f->w, "refused", (int64_t)f->refused);
	zhun_json_member_int(&f->w, "linked", (int64_t)f->linked);
	zhun_json_member_string(&f->w, "encoding", zhun_charset_name(f->charset));
	if (f->in->foreign) {
		zhun_json_member_int(&f->w, "files", (int64_t)f->in->foreign->files);
		zhun_json_member_int(&f->w, "doubled", (int64_t)f->in->foreign->doubled);
		zhun_json_member_int(&f->w, "left_out", (int64_t)f->in->foreign->left_out);
	}
	zhun_json_member_bool(&f->w, "dry", f->in->dry);
	zhun_json_member_bool(&f->w, "filed", filed);
	zhun_json_end_object(&f->w);
}

enum zhun_code zhun_register_import(const struct zhun_import *in, struct zhun_text *out, bool *ret_filed,
				    struct zhun_error *err)
{
	struct filing f = {.in = in, .line = 1, .write = *in->write};
	enum zhun_code code;

	zhun_json_init(&f.w, out);
	zhun_json_begin_object(&f.w);
	zhun_json_member_array(&f.w, "faults");
	if (in->foreign)
		add_foreign_faults(&f);
	code = zhun_store_push(in->write->by.conn, err);
	if (!code)
		code = in->format == ZHUN_TRANSFER_CSV ? file_table(&f, err) : file_lines(&f, err);
	if (!code)
		code = file_later(&f, err);
	if (!code && !f.rows && !f.refused)
		code = zhun_fail(err, ZHUN_E_TRANSFER_EMPTY, "");
	if (code)
		return code;
	*ret_filed = !in->dry && !f.refused;
	if (*ret_filed)
		code = zhun_stated_resolve(in->write, in->reg, in->arena, &f.linked, err);
	if (code)
		return code;
	add_counts(&f, *ret_filed);
	return ZHUN_OK;
}
