/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_store.h"

#include <unistd.h>

#include "unit.h"

static bool make_schema(struct unit_store *u, const char *base)
{
	static int count;
	struct zhun_store *s = NULL;
	struct zhun_conn *c = NULL;
	struct zhun_error err;
	char sql[80];
	snprintf(u->schema, sizeof u->schema, "t%ld_%d", (long)getpid(), ++count);
	snprintf(sql, sizeof sql, "CREATE SCHEMA %s", u->schema);
	bool ok = !zhun_store_open(base, ZHUN_WRITE, &s, &err) && !zhun_conn_open(s, ZHUN_WRITE, &c, &err) &&
		  !zhun_store_exec_text(c, sql, NULL, 0, NULL, &err);
	zhun_conn_close(c);
	zhun_store_close(s);
	snprintf(u->url, sizeof u->url, "%s%soptions=-csearch_path%%3D%s", base, strchr(base, '?') ? "&" : "?",
		 u->schema);
	return ok;
}

static void drop_schema(struct unit_store *u)
{
	struct zhun_conn *c = NULL;
	char sql[80];
	snprintf(sql, sizeof sql, "DROP SCHEMA %s CASCADE", u->schema);
	if (!zhun_conn_open(u->store, ZHUN_WRITE, &c, NULL))
		unit_store_exec(c, sql);
	zhun_conn_close(c);
}

static bool make_file(struct unit_store *u, const char *bytes, size_t n)
{
	FILE *f;
	snprintf(u->folder, sizeof u->folder, "/tmp/zhun-test-XXXXXX");
	if (!CHECK(mkdtemp(u->folder) != NULL))
		return false;
	snprintf(u->url, sizeof u->url, "sqlite:%s/zhun.db", u->folder);
	f = fopen(u->url + strlen("sqlite:"), "wb");
	return CHECK(f && fwrite(bytes, 1, n, f) == n && fclose(f) == 0);
}

static bool open_with(struct unit_store *u, enum zhun_engine engine, const char *bytes, size_t n)
{
	struct zhun_error err;
	const char *base = getenv("ZHUN_TEST_POSTGRES");
	*u = (struct unit_store){0};
	if (engine == ZHUN_POSTGRES && !base) {
		unit_skip("no PostgreSQL here: run it through tools/with-postgres");
		return false;
	}
	if (!(engine == ZHUN_POSTGRES ? CHECK(make_schema(u, base)) : make_file(u, bytes, n)))
		return false;
	return CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &u->store, &err), ZHUN_OK, &err);
}

bool unit_store_open(struct unit_store *u, enum zhun_engine engine)
{
	return open_with(u, engine, "", 0);
}

static bool migrate(struct unit_store *u)
{
	struct zhun_error err;
	enum zhun_code code = zhun_store_migrate(u->store, "test", "2026-11-23T00:00:00.000000Z", NULL, &err);
	return CHECK_CODE(code, ZHUN_OK, &err);
}

/* SQLite's file is migrated once a program; what is opened after it begins with its bytes. */
bool unit_store_open_migrated(struct unit_store *u, enum zhun_engine engine)
{
	static char *migrated;
	static size_t size;
	if (engine == ZHUN_SQLITE && migrated)
		return open_with(u, engine, migrated, size);
	if (!unit_store_open(u, engine) || !migrate(u))
		return false;
	if (engine == ZHUN_SQLITE)
		migrated = unit_read_file(u->url + strlen("sqlite:"), &size);
	return engine == ZHUN_POSTGRES || CHECK(migrated != NULL);
}

void unit_store_close(struct unit_store *u)
{
	static const char *const files[] = {"zhun.db", "zhun.db-wal", "zhun.db-shm", "zhun.db-journal"};
	char path[128];
	if (u->schema[0] && u->store)
		drop_schema(u);
	for (size_t i = 0; u->folder[0] && i < ZHUN_COUNT(files); i++) {
		snprintf(path, sizeof path, "%s/%s", u->folder, files[i]);
		unlink(path);
	}
	if (u->folder[0])
		rmdir(u->folder);
	u->store = zhun_store_close(u->store);
}

void unit_store_each(void (*test)(struct unit_store *u), bool migrated)
{
	static const enum zhun_engine engines[] = {ZHUN_SQLITE, ZHUN_POSTGRES};
	for (size_t i = 0; i < ZHUN_COUNT(engines); i++) {
		struct unit_store u;
		if (migrated ? unit_store_open_migrated(&u, engines[i]) : unit_store_open(&u, engines[i]))
			test(&u);
		unit_store_close(&u);
	}
}

struct zhun_conn *unit_store_writer(struct unit_store *u)
{
	struct zhun_error err;
	struct zhun_conn *c = NULL;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &c, &err), ZHUN_OK, &err);
	return c;
}

void unit_store_sample(const struct unit_store *u, struct zhun_conn *c)
{
	unit_store_exec(c, zhun_store_engine(u->store) == ZHUN_POSTGRES
		? "CREATE TABLE sample (id BIGINT PRIMARY KEY, n BIGINT, x DOUBLE PRECISION, "
		  "s TEXT COLLATE \"C\", b BYTEA)"
		: "CREATE TABLE sample (id INTEGER PRIMARY KEY, n INTEGER, x REAL, s TEXT, b BLOB) STRICT");
}

void unit_store_exec(struct zhun_conn *c, const char *sql)
{
	struct zhun_error err;
	CHECK_CODE(zhun_store_exec_text(c, sql, NULL, 0, NULL, &err), ZHUN_OK, &err);
}

int64_t unit_store_int(struct zhun_conn *c, const char *sql)
{
	struct zhun_error err;
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	if (CHECK_CODE(zhun_store_query_text(c, &(struct zhun_composed){.text = sql}, a, &rows, &err), ZHUN_OK, &err))
		CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err);
	int64_t n = row ? row[0].integer : -1;
	zhun_rows_done(rows);
	zhun_arena_close(a);
	return n;
}
