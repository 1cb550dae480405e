/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over the registers, how many records each holds, and the index that both ask. */
#include "register/search.h"

#include "service/inside.h"
#include "service/search.h"

enum { REBUILD_CEILING = 256 * 1024 * 1024, REGISTERS = 256 };

struct searching {
	struct zhun_call *call;
	const struct zhun_register **registers;
	const struct zhun_params *params;
	struct zhun_text *out;
};

/* Those that the caller's token is for. */
static enum zhun_code find_registers(struct searching *s, struct zhun_error *err)
{
	struct zhun_error no;
	size_t n = 0;
	enum zhun_code code = zhun_call_conn(s->call, err);
	s->registers = ZHUN_NEW_ARRAY(s->call->arena, REGISTERS + 1, const struct zhun_register *);
	if (code || !s->registers)
		return code ? code : zhun_no_memory(s->call->arena, err);
	for (size_t i = 0; zhun_registers[i] && n < REGISTERS; i++)
		if (zhun_call_scope(s->call, zhun_registers[i], &no) == ZHUN_OK)
			s->registers[n++] = zhun_registers[i];
	return ZHUN_OK;
}

static enum zhun_code search(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct searching *s = context;
	const struct zhun_reader by = zhun_call_reader(s->call, conn);
	zhun_text_init(s->out, s->out->arena, s->out->ceiling);
	return zhun_register_search(&by, s->registers, s->params, s->out, err);
}

enum zhun_code zhun_service_search(struct zhun_call *call, const struct zhun_params *params, struct zhun_text *out,
				   struct zhun_error *err)
{
	struct searching s = {.call = call, .params = params, .out = out};
	enum zhun_code code = find_registers(&s, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_READ, search, &s, err);
}

static enum zhun_code count(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct searching *s = context;
	const struct zhun_reader by = zhun_call_reader(s->call, conn);
	zhun_text_init(s->out, s->out->arena, s->out->ceiling);
	return zhun_register_counts(&by, s->registers, s->out, err);
}

enum zhun_code zhun_service_counts(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	struct searching s = {.call = call, .out = out};
	enum zhun_code code = find_registers(&s, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_READ, count, &s, err);
}

/* ---- the index ---- */

struct building {
	struct zhun_arena *arena;
	bool only_empty;  /* leave one that holds anything */
	int64_t count;
};

static enum zhun_code is_empty(struct zhun_conn *conn, struct zhun_arena *a, bool *ret, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_SEARCH_ANY, NULL, 0}, a, &row, err);
	if (!code)
		*ret = !row || row[0].integer == 0;
	return code;
}

static enum zhun_code build(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct building *b = context;
	bool empty = true;
	enum zhun_code code = b->only_empty ? is_empty(conn, b->arena, &empty, err) : ZHUN_OK;
	return code || !empty ? code : zhun_search_rebuild(conn, b->arena, &b->count, err);
}

/* However long it takes; its memory is its own, since a page of records is given back at a time. */
static enum zhun_code build_all(struct zhun_conn *conn, struct building *b, struct zhun_error *err)
{
	b->arena = zhun_arena_open(REBUILD_CEILING);
	if (!b->arena)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = zhun_conn_limit(conn, 0, err);
	if (!code)
		code = zhun_store_run(conn, ZHUN_WRITE, build, b, err);
	zhun_arena_close(b->arena);
	return code ? code : zhun_conn_limit(conn, ZHUN_STORE_LIMIT_MS, err);
}

enum zhun_code zhun_service_reindex(struct zhun_call *call, int64_t *ret, struct zhun_error *err)
{
	struct building b = {0};
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = build_all(call->conn, &b, err);
	if (!code)
		*ret = b.count;
	return code;
}

enum zhun_code zhun_service_upgrade(struct zhun_store *store, const char *now, int *ret_applied,
				    struct zhun_error *err)
{
	struct building b = {.only_empty = true};
	struct zhun_conn *conn = NULL;
	int applied = 0;
	enum zhun_code code = zhun_store_migrate(store, ZHUN_VERSION, now, &applied, err);
	if (!code)
		code = zhun_conn_open(store, ZHUN_WRITE, &conn, err);
	if (!code)
		code = build_all(conn, &b, err);
	zhun_conn_close(conn);
	if (!code && ret_applied)
		*ret_applied = applied;
	return code;
}
