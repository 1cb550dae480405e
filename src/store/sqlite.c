/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The SQLite driver: preparing, binding by name, stepping, reading cells. A
 * statement that writes is stepped to its end at once and its rows kept, so
 * that its errors (and the commit of a statement outside a transaction) come
 * out where it was called, as they do on PostgreSQL.
 */
#include <stdio.h>
#include <string.h>

#include "store/sqlite.h"

/* In SQLite a $2 is a name: SELECT $2||$1 gives it index 1. Remembers the indexes, and refuses a statement that
 * uses other parameters than it is given. The room of one that is kept was taken with its text. */
static enum zhun_code find_places(struct zhun_conn *c, struct zhun_statement *s, struct zhun_error *err)
{
	struct zhun_arena *a = s->passing ? c->scratch : c->arena;
	if (!s->places && !(s->places = ZHUN_NEW_ARRAY(a, s->count, int)))
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < s->count; i++) {
		char name[24];
		snprintf(name, sizeof name, "$%zu", i + 1);
		s->places[i] = sqlite3_bind_parameter_index(s->handle, name);
		if (!s->places[i])
			return zhun_fail(err, ZHUN_E_STORE_PARAMETER, NULL, s->text, ZHUN_INT(i + 1));
	}
	if (sqlite3_bind_parameter_count(s->handle) != (int)s->count)
		return zhun_fail(err, ZHUN_E_STORE_PARAMETER, NULL, s->text, ZHUN_INT(s->count + 1));
	return ZHUN_OK;
}

static void forget(struct zhun_conn *c, struct zhun_statement *s)
{
	(void)c;
	sqlite3_finalize(s->handle);
	s->handle = NULL;
}

static enum zhun_code prepare(struct zhun_conn *c, struct zhun_statement *s, struct zhun_error *err)
{
	if (s->handle)
		return ZHUN_OK;
	sqlite3_stmt *handle = NULL;
	unsigned flags = s->passing ? 0 : SQLITE_PREPARE_PERSISTENT;
	int rc = sqlite3_prepare_v3(c->handle, s->text, -1, flags, &handle, NULL);
	if (rc)
		return zhun_sqlite_fail(c, rc, err);
	s->handle = handle;
	s->writes = !sqlite3_stmt_readonly(handle);
	enum zhun_code code = find_places(c, s, err);
	if (code)
		forget(c, s);
	return code;
}

static int bind_one(sqlite3_stmt *s, int at, const struct zhun_value *v)
{
	switch (v->kind) {
	case ZHUN_V_NULL:
		return sqlite3_bind_null(s, at);
	case ZHUN_V_INT:
		return sqlite3_bind_int64(s, at, v->integer);
	case ZHUN_V_REAL:
		return sqlite3_bind_double(s, at, v->real);
	case ZHUN_V_TEXT:
		return sqlite3_bind_text64(s, at, v->text, strlen(v->text), SQLITE_STATIC, SQLITE_UTF8);
	case ZHUN_V_BYTES:
		return sqlite3_bind_blob64(s, at, v->bytes.ptr, v->bytes.len, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

/* The caller's memory is bound as it is: a reading statement's rows may outlive it, so that those
 * are given copies (see run). */
static enum zhun_code bind(struct zhun_conn *c, const struct zhun_statement *s,
			   const struct zhun_value *params, struct zhun_error *err)
{
	for (size_t i = 0; i < s->count; i++) {
		int rc = bind_one(s->handle, s->places[i], &params[i]);
		if (rc)
			return zhun_sqlite_fail(c, rc, err);
	}
	return ZHUN_OK;
}

static enum zhun_code copy_params(struct zhun_arena *a, const struct zhun_task *task,
				  const struct zhun_value **ret, struct zhun_error *err)
{
	struct zhun_value *copy = ZHUN_NEW_ARRAY(a, task->count, struct zhun_value);
	if (!copy)
		return zhun_no_memory(a, err);
	for (size_t i = 0; i < task->count; i++) {
		const struct zhun_value *v = &task->params[i];
		copy[i] = *v;
		if (v->kind == ZHUN_V_TEXT)
			copy[i].text = zhun_strdup(a, v->text);
		if (v->kind == ZHUN_V_BYTES)
			copy[i].bytes.ptr = (unsigned char *)zhun_strndup(a, (const char *)v->bytes.ptr,
									  v->bytes.len);
		if ((v->kind == ZHUN_V_TEXT && !copy[i].text) || (v->kind == ZHUN_V_BYTES && !copy[i].bytes.ptr))
			return zhun_no_memory(a, err);
	}
	*ret = copy;
	return ZHUN_OK;
}

/* The column is looked up once and then read as a value: in the multi-thread mode (sqlite_open.c) a
 * column's value may be read as any other ("protected and unprotected sqlite3_value objects"). */
static bool read_cell(sqlite3_stmt *s, int i, struct zhun_arena *a, struct zhun_value *ret)
{
	sqlite3_value *v = sqlite3_column_value(s, i);
	switch (sqlite3_value_type(v)) {
	case SQLITE_INTEGER:
		*ret = zhun_v_int(sqlite3_value_int64(v));
		return true;
	case SQLITE_FLOAT:
		*ret = zhun_v_real(sqlite3_value_double(v));
		return true;
	case SQLITE_TEXT: {
		const char *text = (const char *)sqlite3_value_text(v);
		*ret = zhun_v_text(zhun_strndup(a, text ? text : "", (size_t)sqlite3_value_bytes(v)));
		return ret->text;
	}
	case SQLITE_BLOB: {
		const char *ptr = sqlite3_value_blob(v);
		size_t len = (size_t)sqlite3_value_bytes(v);
		const char *copy = zhun_strndup(a, ptr ? ptr : "", len);
		*ret = zhun_v_bytes((struct zhun_bytes){(const unsigned char *)copy, len});
		return copy;
	}
	default:
		*ret = zhun_v_null();
		return true;
	}
}

static enum zhun_code read_row(struct zhun_rows *r, struct zhun_value **ret, struct zhun_error *err)
{
	struct zhun_value *cells = ZHUN_NEW_ARRAY(r->arena, (size_t)r->columns, struct zhun_value);
	if (!cells)
		return zhun_no_memory(r->arena, err);
	for (int i = 0; i < r->columns; i++)
		if (!read_cell(r->statement->handle, i, r->arena, &cells[i]))
			return zhun_no_memory(r->arena, err);
	*ret = cells;
	return ZHUN_OK;
}

/* Steps; writes whether a row is there. */
static enum zhun_code step(struct zhun_conn *c, struct zhun_statement *s, bool *ret_row, struct zhun_error *err)
{
	int rc = sqlite3_step(s->handle);
	*ret_row = rc == SQLITE_ROW;
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? ZHUN_OK : zhun_sqlite_fail(c, rc, err);
}

static void release(struct zhun_conn *c, struct zhun_statement *s)
{
	sqlite3_reset(s->handle);
	if (s->passing)
		forget(c, s);
	else
		sqlite3_clear_bindings(s->handle);
	s->busy = false;
}

/* A row kept of a writing statement, in a list that ends with NULL. */
static enum zhun_code keep_row(struct zhun_rows *r, size_t at, size_t *cap, struct zhun_error *err)
{
	if (at + 1 >= *cap) {
		struct zhun_value **grown = ZHUN_NEW_ARRAY(r->arena, *cap * 2, struct zhun_value *);
		if (!grown)
			return zhun_no_memory(r->arena, err);
		memcpy(grown, r->kept, at * sizeof *grown);
		r->kept = grown;
		*cap *= 2;
	}
	return read_row(r, &r->kept[at], err);
}

/* Steps a writing statement to its end. */
static enum zhun_code finish(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	struct zhun_rows *r = task->rows;
	size_t count = 0, cap = 4;
	if (r && !(r->kept = ZHUN_NEW_ARRAY(r->arena, cap, struct zhun_value *)))
		return zhun_no_memory(r->arena, err);
	for (;;) {
		bool row;
		enum zhun_code code = step(c, task->statement, &row, err);
		if (code || !row)
			return code;
		if (r)
			code = keep_row(r, count++, &cap, err);
		if (code)
			return code;
	}
}

static enum zhun_code run_write(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	bool alone = !c->in_transaction;
	bool may = c->access == ZHUN_WRITE && !c->reading;
	enum zhun_code code = may ? ZHUN_OK : zhun_fail(err, ZHUN_E_STORE_READ_ONLY, NULL);
	if (!code && alone)
		code = zhun_writer_enter(c, err);
	if (!code)
		code = bind(c, task->statement, task->params, err);
	if (!code)
		code = finish(c, task, err);
	if (!code && task->ret_changed)
		*task->ret_changed = sqlite3_changes64(c->handle);
	release(c, task->statement);
	if (alone)
		zhun_writer_leave(c);
	return code;
}

static enum zhun_code run_read(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	struct zhun_rows *r = task->rows;
	struct zhun_arena *a = r ? r->arena : c->scratch;
	const struct zhun_value *params = task->params;
	bool row = false;
	enum zhun_code code = copy_params(a, task, &params, err);
	if (!code)
		code = bind(c, task->statement, params, err);
	if (!code)
		code = step(c, task->statement, &row, err);
	if (code || !r) {
		release(c, task->statement);
		return code;
	}
	task->statement->busy = true;
	r->ready = row;
	return ZHUN_OK;
}

static enum zhun_code run(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err)
{
	zhun_sqlite_arm(c);
	enum zhun_code code = prepare(c, task->statement, err);
	if (code)
		return code;
	if (task->rows)
		task->rows->columns = sqlite3_column_count(task->statement->handle);
	if (task->ret_changed)
		*task->ret_changed = 0;
	return task->statement->writes ? run_write(c, task, err) : run_read(c, task, err);
}

static enum zhun_code next(struct zhun_rows *r, const struct zhun_value **ret, struct zhun_error *err)
{
	if (r->kept) {
		*ret = r->kept[r->at];
		r->at += *ret != NULL;
		return ZHUN_OK;
	}
	struct zhun_value *cells = NULL;
	if (r->ready) {
		enum zhun_code code = read_row(r, &cells, err);
		zhun_sqlite_arm(r->conn);
		if (!code)
			code = step(r->conn, r->statement, &r->ready, err);
		if (code)
			return code;
	}
	*ret = cells;
	return ZHUN_OK;
}

static void done(struct zhun_rows *r)
{
	if (!r->kept)
		release(r->conn, r->statement);
}

static enum zhun_code script(struct zhun_conn *c, const char *text, struct zhun_error *err)
{
	zhun_sqlite_arm(c);
	int rc = sqlite3_exec(c->handle, text, NULL, NULL, NULL);
	return rc ? zhun_sqlite_fail(c, rc, err) : ZHUN_OK;
}

/* Prepared once a connection: a short reading transaction costs little more than its statement. */
static enum zhun_code say(struct zhun_conn *c, enum zhun_word word, struct zhun_error *err)
{
	static const char *const texts[ZHUN_WORDS] = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"};
	sqlite3_stmt *s = c->words[word];
	zhun_sqlite_arm(c);
	int rc = s ? SQLITE_OK : sqlite3_prepare_v3(c->handle, texts[word], -1, SQLITE_PREPARE_PERSISTENT, &s, NULL);
	c->words[word] = s;
	if (!rc)
		rc = sqlite3_step(s);
	enum zhun_code code = rc == SQLITE_DONE ? ZHUN_OK : zhun_sqlite_fail(c, rc, err);
	sqlite3_reset(s);
	return code;
}

/* The limit is looked at when a statement starts. */
static enum zhun_code limit(struct zhun_conn *c, struct zhun_error *err)
{
	(void)c;
	(void)err;
	return ZHUN_OK;
}

const struct zhun_driver zhun_sqlite_driver = {
	.engine = ZHUN_SQLITE,
	.connect = zhun_sqlite_connect,
	.disconnect = zhun_sqlite_disconnect,
	.limit = limit,
	.script = script,
	.say = say,
	.run = run,
	.next = next,
	.done = done,
	.forget = forget,
};
