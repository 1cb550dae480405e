/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A SQLite connection and its settings. Each is there for a reason:
 * synchronous=FULL makes a commit in the write-ahead log durable before it
 * returns; double-quoted strings are refused and LIKE is exact, as on
 * PostgreSQL; as much of the file is mapped as SQLite will map (2 GiB), since
 * a page that is mapped is read without a call and a copy, and so the page
 * cache (16 MiB a connection, taken as it is needed) fills only with what is
 * written and with what lies beyond.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "store/sqlite.h"

enum { PROGRESS_STEPS = 20000 };

static const char settings[] =
	"PRAGMA foreign_keys=ON;"
	"PRAGMA synchronous=FULL;"
	"PRAGMA temp_store=MEMORY;"
	ZHUN_SQLITE_CACHE ";"
	"PRAGMA mmap_size=2147418112;"
	"PRAGMA journal_size_limit=67108864;"
	"PRAGMA case_sensitive_like=ON;";

/* Before the library's first use: no counting of memory (a lock in each allocation), no file: URIs
 * in paths, connections that belong to one thread at a time. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_URI, 0);
	sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
}

/* Waits for another process's writer; the writers of this one queue at store->writer. */
static int on_busy(void *context, int times)
{
	struct zhun_conn *c = context;
	int64_t now = zhun_monotonic_ms();
	if (times == 0)
		c->busy_until = now + ZHUN_LOCK_MS;
	if (now >= c->busy_until)
		return 0;
	int64_t most = 500 << (times < 6 ? times : 6);
	zhun_sleep_jittered(most / 4, most);
	return 1;
}

static int on_progress(void *context)
{
	const struct zhun_conn *c = context;
	return c->deadline && zhun_monotonic_ms() > c->deadline;
}

void zhun_sqlite_arm(struct zhun_conn *c)
{
	c->deadline = c->limit_ms ? zhun_monotonic_ms() + c->limit_ms : 0;
}

/* The file is made by us, so that nobody else may read it; its log takes the same mode. */
static enum zhun_code make_file(const char *path, struct zhun_error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return zhun_fail(err, ZHUN_E_STORE_OPEN, NULL, strerror(errno));
	close(fd);
	return ZHUN_OK;
}

static enum zhun_code set(struct zhun_conn *c, const char *text, struct zhun_error *err)
{
	int rc = sqlite3_exec(c->handle, text, NULL, NULL, NULL);
	return rc ? zhun_sqlite_fail(c, rc, err) : ZHUN_OK;
}

/* The mode is kept in the file: asked for by writers, found by readers. */
static enum zhun_code set_wal(struct zhun_conn *c, struct zhun_error *err)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(c->handle, "PRAGMA journal_mode=WAL", -1, &s, NULL);
	if (!rc)
		rc = sqlite3_step(s);
	bool wal = rc == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(s, 0), "wal") == 0;
	enum zhun_code code = ZHUN_OK;
	if (rc != SQLITE_ROW)
		code = zhun_sqlite_fail(c, rc, err);
	else if (!wal)
		code = zhun_fail(err, ZHUN_E_STORE_OPEN, NULL, "no write-ahead log on this file system");
	sqlite3_finalize(s);
	return code;
}

static enum zhun_code set_up(struct zhun_conn *c, struct zhun_error *err)
{
	sqlite3_busy_handler(c->handle, on_busy, c);
	sqlite3_progress_handler(c->handle, PROGRESS_STEPS, on_progress, c);
	sqlite3_db_config(c->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(c->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(c->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	enum zhun_code code = set(c, settings, err);
	if (!code && c->access == ZHUN_WRITE)
		code = set_wal(c, err);
	if (!code && c->access == ZHUN_READ)
		code = set(c, "PRAGMA query_only=ON", err);
	return code;
}

enum zhun_code zhun_sqlite_connect(struct zhun_conn *c, bool create, struct zhun_error *err)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, configure);
	if (create) {
		enum zhun_code code = make_file(c->store->address, err);
		if (code)
			return code;
	}
	sqlite3 *db = NULL;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	int rc = sqlite3_open_v2(c->store->address, &db, flags, NULL);
	c->handle = db;
	enum zhun_code code = rc ? zhun_sqlite_fail(c, rc, err) : set_up(c, err);
	if (code)
		zhun_sqlite_disconnect(c);
	return code;
}

void zhun_sqlite_disconnect(struct zhun_conn *c)
{
	for (size_t i = 0; i < ZHUN_WORDS; i++) {
		sqlite3_finalize(c->words[i]);
		c->words[i] = NULL;
	}
	sqlite3_close_v2(c->handle);
	c->handle = NULL;
}
