/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Migrations: frozen text per engine, applied in order, each in a transaction
 * that also records it. A database may be ahead of a program: the program goes
 * on working as long as it knows the oldest migration that the database's last
 * ones still suit ("least"), so that servers can be renewed one by one.
 */
#include <errno.h>
#include <unistd.h>

#include "store/driver.h"
#include "store/fill.h"

enum { ARENA_CEILING = 1 << 20 };

struct step {
	const struct zhun_migration *migration;
	const char *program, *now;
	int to;         /* the last migration to apply */
	struct zhun_arena *arena;
	bool applied;
};

/* The integers of a statement's only row. */
static enum zhun_code read_row(struct zhun_conn *c, enum zhun_sql sql, struct zhun_arena *a,
			       int64_t *ret, int count, struct zhun_error *err)
{
	struct zhun_rows *rows;
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_store_query(c, &(struct zhun_asked){.sql = sql}, a, &rows, err);
	if (code)
		return code;
	code = zhun_rows_next(rows, &row, err);
	for (int i = 0; !code && row && i < count; i++)
		ret[i] = row[i].integer;
	zhun_rows_done(rows);
	return code;
}

static enum zhun_code read_status(struct zhun_conn *c, struct zhun_arena *a,
				  struct zhun_store_status *ret, struct zhun_error *err)
{
	int64_t present[2] = {0, 0}, at[2] = {0, 0};
	enum zhun_code code = read_row(c, ZHUN_SQL_MIGRATION_PRESENT, a, present, 2, err);
	if (!code && !present[0] && present[1])
		return zhun_fail(err, ZHUN_E_STORE_FOREIGN_FILE, NULL, c->store->address);
	if (!code && present[0])
		code = read_row(c, ZHUN_SQL_MIGRATION_LAST, a, at, 2, err);
	if (!code && at[0] == ZHUN_STORE_FILLING)
		code = zhun_fail(err, ZHUN_E_STORE_UNFINISHED, NULL);
	if (code)
		return code;
	*ret = (struct zhun_store_status){.version = (int)at[0], .known = zhun_migrations_count,
					  .least = (int)at[1]};
	return ZHUN_OK;
}

bool zhun_store_absent(const struct zhun_store *s)
{
	return s->driver->engine == ZHUN_SQLITE && access(s->address, F_OK) == -1 && errno == ENOENT;
}

enum zhun_code zhun_conn_status(struct zhun_conn *c, struct zhun_store_status *ret, struct zhun_error *err)
{
	struct zhun_arena *a = zhun_arena_open(ARENA_CEILING);
	if (!a)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = read_status(c, a, ret, err);
	zhun_arena_close(a);
	return code;
}

enum zhun_code zhun_store_status(struct zhun_store *s, struct zhun_store_status *ret, struct zhun_error *err)
{
	if (zhun_store_absent(s)) {
		*ret = (struct zhun_store_status){.known = zhun_migrations_count};
		return ZHUN_OK;
	}
	struct zhun_conn *c = NULL;
	enum zhun_code code = zhun_conn_new(s, ZHUN_READ, false, &c, err);
	if (!code)
		code = zhun_conn_status(c, ret, err);
	zhun_conn_close(c);
	return code;
}

enum zhun_code zhun_store_require(struct zhun_store *s, struct zhun_error *err)
{
	struct zhun_store_status status;
	enum zhun_code code = zhun_store_status(s, &status, err);
	if (!code && status.version < status.known)
		return zhun_fail(err, ZHUN_E_STORE_OLDER, NULL, ZHUN_INT(status.version),
				 ZHUN_INT(status.known));
	return code;
}

/* SQLite does not check while a migration rebuilds tables; what it left must be whole. */
static enum zhun_code check_links(struct zhun_conn *c, struct zhun_arena *a, struct zhun_error *err)
{
	int64_t broken = 0;
	enum zhun_code code = read_row(c, ZHUN_SQL_MIGRATION_BROKEN, a, &broken, 1, err);
	if (!code && broken)
		return zhun_fail(err, ZHUN_E_STORE_FOREIGN, NULL, "", ZHUN_INT(broken));
	return code;
}

static enum zhun_code record(struct zhun_conn *c, const struct step *s, struct zhun_error *err)
{
	const struct zhun_migration *m = s->migration;
	const struct zhun_value params[] = {zhun_v_int(m->number), zhun_v_text(m->name), zhun_v_int(m->least),
					    zhun_v_text(s->program), zhun_v_text(s->now)};
	return zhun_store_exec(c, ZHUN_SQL_MIGRATION_RECORD, params, ZHUN_COUNT(params), NULL, err);
}

static enum zhun_code apply(struct zhun_conn *c, void *context, struct zhun_error *err)
{
	struct step *s = context;
	struct zhun_store_status status;
	enum zhun_code code = read_status(c, s->arena, &status, err);
	s->applied = !code && status.version < s->migration->number;
	if (code || !s->applied)
		return code;   /* another process was faster */
	code = c->driver->script(c, s->migration->text, err);
	if (!code)
		code = check_links(c, s->arena, err);
	return code ? code : record(c, s, err);
}

static enum zhun_code fail_step(const struct step *s, const struct zhun_error *why, struct zhun_error *err)
{
	char sentence[ZHUN_ERROR_ARG_SIZE];
	zhun_error_sentence(why, ZHUN_EN, sentence, sizeof sentence);
	return zhun_fail(err, ZHUN_E_STORE_MIGRATION, NULL, ZHUN_INT(s->migration->number),
			 s->migration->name, sentence);
}

/* On a connection of its own: without limits, without foreign keys (SQLite), with the lock that
 * keeps other processes' migrations out (PostgreSQL) until it is closed. */
static enum zhun_code prepare(struct zhun_conn *c, struct zhun_error *err)
{
	enum zhun_code code = zhun_conn_limit(c, 0, err);
	if (!code && c->driver->engine == ZHUN_SQLITE)
		code = c->driver->script(c, "PRAGMA foreign_keys=OFF", err);
	if (!code)
		code = zhun_store_exec(c, ZHUN_SQL_MIGRATION_LOCK, NULL, 0, NULL, err);
	return code;
}

static enum zhun_code apply_all(struct zhun_conn *c, struct step *s, int *ret_applied, struct zhun_error *err)
{
	struct zhun_error why = {0};
	const struct zhun_migration *all = zhun_migrations[c->driver->engine];
	for (int i = 0; i < zhun_migrations_count && all[i].number <= s->to; i++) {
		s->migration = &all[i];
		enum zhun_code code = zhun_store_run(c, ZHUN_WRITE, apply, s, &why);
		if (code)
			return fail_step(s, &why, err);
		*ret_applied += s->applied;
	}
	return ZHUN_OK;
}

enum zhun_code zhun_store_migrate_to(struct zhun_store *s, const struct zhun_migrating *as, int *ret_applied,
				     struct zhun_error *err)
{
	struct zhun_conn *c = NULL;
	int applied = 0;
	struct step step = {.program = as->program, .now = as->now, .to = as->to,
			    .arena = zhun_arena_open(ARENA_CEILING)};
	if (!step.arena)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = zhun_conn_new(s, ZHUN_WRITE, true, &c, err);
	if (!code)
		code = prepare(c, err);
	if (!code)
		code = apply_all(c, &step, &applied, err);
	if (!code && ret_applied)
		*ret_applied = applied;
	zhun_conn_close(c);
	zhun_arena_close(step.arena);
	return code;
}

enum zhun_code zhun_store_migrate(struct zhun_store *s, const char *program, const char *now, int *ret_applied,
				  struct zhun_error *err)
{
	const struct zhun_migrating as = {program, now, zhun_migrations_count};
	return zhun_store_migrate_to(s, &as, ret_applied, err);
}
