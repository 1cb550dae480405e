/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing records. One write is one row of change, one new revision, one
 * version in the history; a version that was believed until now is ended, and
 * stated again where a part of its time remains true. Runs inside the caller's
 * transaction: after a failure the caller rolls back, so that what was written
 * before a refusal is undone.
 */
#include "register/ahead.h"
#include "register/query_write.h"
#include "register/record.h"
#include "register/register.h"
#include "register/rows.h"
#include "register/schema.h"
#include "register/search.h"
#include "register/value.h"
#include "zhun/base/date.h"
#include "zhun/base/uuid.h"

/* One write on its way. */
struct writing {
	const struct zhun_write *w;
	const struct zhun_register *reg;
	struct zhun_query q;
	struct zhun_version version;         /* the new one */
	char now[ZHUN_INSTANT_TEXT];
	const struct zhun_value *current;    /* cells of today's record; NULL: none */
};

static void begin(struct writing *s, const struct zhun_write *w, const struct zhun_register *reg, const char *id)
{
	*s = (struct writing){.w = w, .reg = reg};
	zhun_query_init(&s->q, w->by.arena, w->by.viewer);
	zhun_instant_text(w->now, s->now);
	s->version = (struct zhun_version){.id = id, .rev = 1, .recorded_from = s->now,
		.valid_from = w->effective ? w->effective : ZHUN_ALWAYS, .valid_to = ZHUN_FOR_EVER};
}

static enum zhun_code exec(struct writing *s, struct zhun_error *err)
{
	return zhun_query_exec(&s->q, s->w->by.conn, err);
}

/* ---- checks ---- */

static enum zhun_code check_effective(const struct zhun_write *w, struct zhun_error *err)
{
	struct zhun_date date;
	enum zhun_code code;

	if (!w->effective)
		return ZHUN_OK;
	code = zhun_date_parse(w->effective, strlen(w->effective), &date, err);
	if (code)
		return zhun_error_within(err, "effective");
	if (date.precision != ZHUN_DATE_DAY)
		return zhun_fail(err, ZHUN_E_DATE_BAD, "effective", w->effective);
	if (strcmp(w->effective, w->today) > 0)
		return zhun_fail(err, ZHUN_E_EFFECTIVE_LATE, "effective", w->effective);
	return ZHUN_OK;
}

static enum zhun_code check_writable(struct writing *s, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code;

	if (zhun_access_writes_all(s->reg, s->w->by.viewer))
		return ZHUN_OK;
	zhun_query_writable(&s->q, s->reg, s->version.id);
	code = zhun_query_one(&s->q, s->w->by.conn, &row, err);
	return code || row ? code : zhun_fail(err, ZHUN_E_WRITE_FORBIDDEN, NULL, s->reg->name);
}

static enum zhun_code check_seen(struct writing *s, struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	enum zhun_code code = ZHUN_OK;

	zhun_query_seen(&s->q, s->reg, s->version.id);
	if (zhun_uuid_valid(s->version.id))
		code = zhun_query_one(&s->q, s->w->by.conn, &row, err);
	return code || row ? code : zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
}

/* The cells of a register's key among all its cells. */
static void key_cells(const struct zhun_register *reg, const struct zhun_value *cells, struct zhun_value *ret)
{
	size_t count;

	for (const struct zhun_field *f = reg->fields; f->name; f++) {
		for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++)
			if (zhun_str_equal(reg->key[i], f->name))
				ret[i] = *cells;
		(void)zhun_field_parts(f->kind, &count);
		cells += count;
	}
}

/* Which one it is, is for those who may see it. */
static enum zhun_code fail_taken(struct writing *s, const char *id, struct zhun_error *err)
{
	const struct zhun_value *row;

	zhun_query_seen(&s->q, s->reg, id);
	enum zhun_code code = zhun_query_one(&s->q, s->w->by.conn, &row, err);
	if (code)
		return code;
	const char *which = row ? zhun_printf(s->w->by.arena, " (%s)", id) : "";
	return which ? zhun_fail(err, ZHUN_E_KEY_TAKEN, NULL, s->reg->name, which)
		     : zhun_no_memory(s->w->by.arena, err);
}

static enum zhun_code check_key(struct writing *s, const struct zhun_value *cells, struct zhun_error *err)
{
	struct zhun_value key[ZHUN_REGISTER_NAMES];
	const struct zhun_value *row;
	enum zhun_code code;

	if (s->w->key_free)
		return ZHUN_OK;
	key_cells(s->reg, cells, key);
	zhun_query_key(&s->q, s->reg, key);
	if ((code = zhun_query_one(&s->q, s->w->by.conn, &row, err)) != ZHUN_OK)
		return code;
	if (row && !zhun_str_equal(row[0].text, s->version.id))
		return fail_taken(s, row[0].text, err);
	return ZHUN_OK;
}

static enum zhun_code check_fixed(const struct writing *s, const struct zhun_record *record, struct zhun_error *err)
{
	size_t count, at = 0;

	for (const struct zhun_field *f = s->reg->fields; f->name; f++, at += count) {
		(void)zhun_field_parts(f->kind, &count);
		for (size_t i = 0; f->fixed && i < count; i++)
			if (!zhun_value_same(&record->cells[at + i], &s->current[at + i])) {
				(void)zhun_fail(err, ZHUN_E_FIELD_FIXED, "", f->name);
				return zhun_json_within(err, f->name);
			}
	}
	return ZHUN_OK;
}

/* No record stands above itself. The cells of a link that stays need no look. */
static enum zhun_code check_above(struct writing *s, const struct zhun_field *f, const struct zhun_value *above,
				  struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code;

	zhun_query_leads(&s->q, s->reg, f, above->text, s->version.id);
	code = zhun_query_one(&s->q, s->w->by.conn, &row, err);
	if (!code && row)
		code = zhun_fail(err, ZHUN_E_LINK_CYCLE, "", f->name);
	return code ? zhun_json_within(err, f->name) : ZHUN_OK;
}

static enum zhun_code check_hierarchies(struct writing *s, const struct zhun_record *record, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	size_t count, at = 0;

	for (const struct zhun_field *f = s->reg->fields; f->name && !code; f++, at += count) {
		const struct zhun_value *above = &record->cells[at];

		(void)zhun_field_parts(f->kind, &count);
		if (f->hierarchy && above->kind == ZHUN_V_TEXT && !zhun_value_same(above, &s->current[at]))
			code = check_above(s, f, above, err);
	}
	return code;
}

/* ---- versions ---- */

static enum zhun_code add_change(struct writing *s, const char *action, struct zhun_error *err)
{
	const struct zhun_asked numbers = {.sql = ZHUN_SQL_CHANGE_NUMBERS};
	enum zhun_code code = zhun_store_number(s->w->by.conn, &numbers, s->w->by.arena, &s->version.change, err);

	if (code)
		return code;
	const struct zhun_value params[] = {
		zhun_v_int(s->version.change), zhun_v_text(s->now), zhun_v_text(s->w->by.viewer->account),
		zhun_v_text(s->w->by.viewer->token), zhun_v_text(s->w->request), zhun_v_text(s->w->reason),
		zhun_v_text(s->reg->name), zhun_v_text(s->version.id), zhun_v_int(s->version.rev), zhun_v_text(action)};
	const struct zhun_asked row = {ZHUN_SQL_CHANGE_ADD, params, ZHUN_COUNT(params)};

	return zhun_store_add(s->w->by.conn, &row, err);
}

/* Today's record: where it stands, and that it is the revision that was changed. An instant is
 * later than the last one's even where two machines' clocks differ. */
static enum zhun_code find_current(struct writing *s, int64_t rev, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code;
	int64_t before;

	zhun_query_current(&s->q, s->reg, s->version.id);
	if ((code = zhun_query_one(&s->q, s->w->by.conn, &row, err)) != ZHUN_OK)
		return code;
	if (!row)
		return zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	if (row[0].integer != rev)
		return zhun_fail(err, ZHUN_E_RECORD_CHANGED, NULL, ZHUN_INT(row[0].integer), ZHUN_INT(rev));
	if ((code = zhun_instant_parse(row[1].text, strlen(row[1].text), &before, err)) != ZHUN_OK)
		return code;
	if (before >= s->w->now)
		zhun_instant_text(before + 1, s->now);
	s->version.rev = rev + 1;
	if (!s->w->effective)
		s->version.valid_from = row[2].text;
	s->current = row + 3;
	return ZHUN_OK;
}

/* What is asked before a record that is there changes. */
static enum zhun_code begin_change(struct writing *s, int64_t rev, struct zhun_error *err)
{
	enum zhun_code code = check_effective(s->w, err);

	if (!code)
		code = check_seen(s, err);
	if (!code)
		code = check_writable(s, err);
	return code ? code : find_current(s, rev, err);
}

/* A version believed until now: it ends, wholly or from the day on which the new one begins. */
static enum zhun_code end_version(struct writing *s, const struct zhun_version *old, const char *from,
				  struct zhun_error *err)
{
	enum zhun_code code;

	zhun_query_end_version(&s->q, s->reg, old, s->now);
	code = exec(s, err);
	if (!code && from && strcmp(old->valid_from, from) < 0) {
		zhun_query_shorten_version(&s->q, s->reg, old, s->version.change, s->now, from);
		code = exec(s, err);
	}
	return code;
}

/* @a from: the day from which the record is another (or no more); NULL for a correction of the
 * latest version, or with @a all of every one. */
static enum zhun_code end_versions(struct writing *s, const char *from, bool all, struct zhun_error *err)
{
	const struct zhun_value *row;
	struct zhun_version *old = NULL;
	struct zhun_rows *rows;
	enum zhun_code code;

	zhun_query_believed(&s->q, s->reg, s->version.id);
	if ((code = zhun_query_run(&s->q, s->w->by.conn, &rows, err)) != ZHUN_OK)
		return code;
	while ((code = zhun_rows_next(rows, &row, err)) == ZHUN_OK && row) {
		struct zhun_version *v = ZHUN_NEW(s->w->by.arena, struct zhun_version);

		if (!v) {
			zhun_rows_done(rows);
			return zhun_no_memory(s->w->by.arena, err);
		}
		*v = (struct zhun_version){.id = s->version.id, .rev = row[0].integer, .change = row[1].integer,
			.valid_from = row[2].text, .valid_to = row[3].text, .next = old};
		old = v;
	}
	for (; old && !code; old = old->next)
		if (all || (from ? strcmp(old->valid_to, from) > 0 : strcmp(old->valid_to, ZHUN_FOR_EVER) == 0))
			code = end_version(s, old, from, err);
	return code;
}

static enum zhun_code add_version(struct writing *s, struct zhun_error *err)
{
	zhun_query_record_version(&s->q, s->reg, &s->version);
	return zhun_query_add(&s->q, s->w->by.conn, err);
}

/* The rows of all children and the texts in further languages; @a record NULL: none any more. */
static enum zhun_code write_rows(struct writing *s, const struct zhun_record *record, struct zhun_error *err)
{
	struct zhun_rows_write w = {.arena = s->w->by.arena, .conn = s->w->by.conn, .reg = s->reg, .query = &s->q,
		.record = s->version.id, .rev = s->version.rev, .fresh = !s->current};

	return zhun_rows_write(&w, record, err);
}

static enum zhun_code write_search(struct writing *s, const struct zhun_record *record, struct zhun_error *err)
{
	return zhun_search_write(s->w->by.conn, s->w->by.arena,
				 &(struct zhun_search_row){s->reg, s->version.id, record->cells, !s->current,
							   s->current ? NULL : record}, err);
}

/* ---- the three writes ---- */

enum zhun_code zhun_register_create(const struct zhun_write *w, const struct zhun_register *reg, const char *id,
				    const struct zhun_json *json, struct zhun_error *err)
{
	struct zhun_record record;
	struct writing s;
	enum zhun_code code = check_effective(w, err);

	begin(&s, w, reg, id);
	if (!code)
		code = zhun_record_read(&w->by, reg, json, NULL, &record, err);
	if (!code)
		code = check_key(&s, record.cells, err);
	if (!code)
		code = add_change(&s, "create", err);
	if (code)
		return code;
	s.version.cells = record.cells;
	zhun_query_insert(&s.q, reg, &s.version);
	if ((code = zhun_query_add(&s.q, w->by.conn, err)) == ZHUN_OK)
		code = add_version(&s, err);
	if (!code)
		code = write_rows(&s, &record, err);
	if (!code)
		code = write_search(&s, &record, err);
	zhun_ahead_wrote(w->by.ahead, reg, &record);
	return code ? code : check_writable(&s, err);
}

static enum zhun_code replace(struct writing *s, const struct zhun_record *record, struct zhun_error *err)
{
	enum zhun_code code = add_change(s, "update", err);

	zhun_ahead_wrote(s->w->by.ahead, s->reg, NULL);
	s->version.cells = record->cells;
	if (!code)
		code = end_versions(s, s->w->effective, false, err);
	if (!code)
		code = add_version(s, err);
	if (!code) {
		zhun_query_replace(&s->q, s->reg, &s->version);
		code = exec(s, err);
	}
	if (!code)
		code = write_rows(s, record, err);
	if (!code)
		code = write_search(s, record, err);
	return code ? code : check_writable(s, err);
}

enum zhun_code zhun_register_update(const struct zhun_write *w, const struct zhun_ref *ref,
				    const struct zhun_json *json, int64_t *ret_rev, struct zhun_error *err)
{
	struct zhun_record record;
	struct writing s;
	enum zhun_code code;

	begin(&s, w, ref->reg, ref->id);
	if ((code = begin_change(&s, ref->rev, err)) == ZHUN_OK)
		code = zhun_record_read(&w->by, ref->reg, json, s.current, &record, err);
	if (!code)
		code = check_fixed(&s, &record, err);
	if (!code)
		code = check_hierarchies(&s, &record, err);
	if (!code)
		code = check_key(&s, record.cells, err);
	if (!code)
		code = replace(&s, &record, err);
	if (!code)
		*ret_rev = s.version.rev;
	return code;
}

static enum zhun_code check_table(struct writing *s, const char *table, const struct zhun_field *fields,
				  const char *but, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_field *f = fields; f->name && !code; f++) {
		if (f->kind != ZHUN_F_LINK || !zhun_str_equal(f->link, s->reg->name))
			continue;
		zhun_query_refers(&s->q, table, f->name, s->version.id, but);
		code = zhun_query_one(&s->q, s->w->by.conn, &row, err);
		if (!code && row)
			code = zhun_fail(err, ZHUN_E_RECORD_IN_USE, NULL, table);
	}
	return code;
}

static enum zhun_code check_rows(struct writing *s, const char *above, const struct zhun_child *children,
				 struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (const struct zhun_child *c = children; c && c->name && !code; c++) {
		const char *table = zhun_printf(s->w->by.arena, "%s_%s", above, c->name);

		if (!table)
			return zhun_no_memory(s->w->by.arena, err);
		code = check_table(s, table, c->fields, "record", err);
		if (!code)
			code = check_rows(s, table, c->children, err);
	}
	return code;
}

/* Whatever refers to it keeps it. */
static enum zhun_code check_unused(struct writing *s, struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;

	for (size_t i = 0; zhun_registers[i] && !code; i++) {
		code = check_table(s, zhun_registers[i]->name, zhun_registers[i]->fields, "id", err);
		if (!code)
			code = check_rows(s, zhun_registers[i]->name, zhun_registers[i]->children, err);
	}
	return code;
}

enum zhun_code zhun_register_remove(const struct zhun_write *w, const struct zhun_ref *ref, struct zhun_error *err)
{
	struct writing s;
	enum zhun_code code;

	begin(&s, w, ref->reg, ref->id);
	if ((code = begin_change(&s, ref->rev, err)) == ZHUN_OK)
		code = check_unused(&s, err);
	if (!code)
		code = add_change(&s, "remove", err);
	if (!code)
		code = end_versions(&s, w->effective, !w->effective, err);
	if (!code)
		code = write_rows(&s, NULL, err);
	if (!code)
		code = zhun_search_remove(w->by.conn, ref->reg, ref->id, err);
	if (code)
		return code;
	zhun_query_delete(&s.q, ref->reg, ref->id);
	return exec(&s, err);
}
