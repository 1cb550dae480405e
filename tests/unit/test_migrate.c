/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations (store/migrate.c): from nothing, twice, side by side, from a newer program, in a stranger's file. */
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/tables.h"
#include "unit.h"
#include "unit_store.h"

static struct zhun_error err;
static const char now[] = "2026-11-23T00:00:00.000000Z";

static struct zhun_conn *writer(struct unit_store *u)
{
	struct zhun_conn *c = NULL;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &c, &err), ZHUN_OK, &err);
	return c;
}

static void from_nothing_on(struct unit_store *u)
{
	struct zhun_store_status status;
	int applied = -1;
	CHECK_CODE(zhun_store_status(u->store, &status, &err), ZHUN_OK, &err);
	CHECK_INT(status.version, 0);
	CHECK_INT(status.known, zhun_migrations_count);
	CHECK_CODE(zhun_store_require(u->store, &err), ZHUN_E_STORE_OLDER, &err);
	CHECK_CODE(zhun_store_migrate(u->store, "zhun 1", now, &applied, &err), ZHUN_OK, &err);
	CHECK_INT(applied, zhun_migrations_count);
	CHECK_CODE(zhun_store_migrate(u->store, "zhun 2", now, &applied, &err), ZHUN_OK, &err);
	CHECK_INT(applied, 0);
	CHECK_CODE(zhun_store_status(u->store, &status, &err), ZHUN_OK, &err);
	CHECK_INT(status.version, zhun_migrations_count);
	CHECK_CODE(zhun_store_require(u->store, &err), ZHUN_OK, &err);
}

static void test_from_nothing(void)
{
	unit_store_each(from_nothing_on, false);
}

/* Looking at a file that is not there makes none; migrating makes one that only its owner reads. */
static void test_file(void)
{
	struct unit_store u;
	struct stat st;
	unit_store_open(&u, ZHUN_SQLITE);
	const char *path = u.url + strlen("sqlite:");
	unlink(path);
	CHECK_CODE(zhun_store_require(u.store, &err), ZHUN_E_STORE_OLDER, &err);
	CHECK(!zhun_store_current(u.store));
	CHECK(stat(path, &st) == -1);
	CHECK_CODE(zhun_store_migrate(u.store, "zhun", now, NULL, &err), ZHUN_OK, &err);
	CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600);
	unit_store_close(&u);
}

static void insert_future(struct zhun_conn *c, int number, int least)
{
	const struct zhun_value v[] = {zhun_v_int(number), zhun_v_text("future"), zhun_v_int(least),
				       zhun_v_text("zhun 99"), zhun_v_text(now)};
	CHECK_CODE(zhun_store_exec(c, ZHUN_SQL_MIGRATION_RECORD, v, ZHUN_COUNT(v), NULL, &err), ZHUN_OK, &err);
}

/* A newer database may be used as long as it says so. */
static void newer_on(struct unit_store *u)
{
	struct zhun_conn *c = writer(u);
	struct zhun_store *again = NULL;
	int applied = -1;
	insert_future(c, 9001, zhun_migrations_count);
	CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &again, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_store_require(again, &err), ZHUN_OK, &err);
	CHECK(zhun_store_current(again));
	CHECK_CODE(zhun_store_migrate(again, "zhun", now, &applied, &err), ZHUN_OK, &err);
	CHECK_INT(applied, 0);
	again = zhun_store_close(again);
	insert_future(c, 9002, 9002);
	CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &again, &err), ZHUN_E_STORE_NEWER, &err);
	CHECK_TEXT(err.arg[0], "9002");
	zhun_conn_close(c);
}

static void test_newer(void)
{
	unit_store_each(newer_on, true);
}

static void test_stranger(void)
{
	struct unit_store u;
	struct zhun_store *again = NULL;
	unit_store_open(&u, ZHUN_SQLITE);
	struct zhun_conn *c = writer(&u);
	unit_store_exec(c, "CREATE TABLE notes (t TEXT)");
	zhun_conn_close(c);
	CHECK_CODE(zhun_store_open(u.url, ZHUN_READ, &again, &err), ZHUN_E_STORE_FOREIGN_FILE, &err);
	unit_store_close(&u);
}

static void test_not_a_database(void)
{
	struct unit_store u;
	struct zhun_store *again = NULL;
	unit_store_open(&u, ZHUN_SQLITE);
	FILE *f = fopen(u.url + strlen("sqlite:"), "w");
	for (int i = 0; CHECK(f != NULL) && i < 200; i++)
		fputs("this is not a database\n", f);
	fclose(f);
	CHECK_CODE(zhun_store_open(u.url, ZHUN_READ, &again, &err), ZHUN_E_STORE_DAMAGED, &err);
	unit_store_close(&u);
}

/* Two servers start at once: each migration is applied by one of them. */
struct starter {
	struct zhun_store *store;
	int applied;
	enum zhun_code code;
};

static void *start(void *context)
{
	struct starter *s = context;
	s->code = zhun_store_migrate(s->store, "zhun", now, &s->applied, NULL);
	return NULL;
}

static void together_on(struct unit_store *u)
{
	struct starter s[3];
	pthread_t threads[3];
	int applied = 0;
	for (size_t i = 0; i < 3; i++) {
		s[i] = (struct starter){.store = u->store};
		pthread_create(&threads[i], NULL, start, &s[i]);
	}
	for (size_t i = 0; i < 3; i++) {
		pthread_join(threads[i], NULL);
		CHECK_CODE(s[i].code, ZHUN_OK, NULL);
		applied += s[i].applied;
	}
	CHECK_INT(applied, zhun_migrations_count);
}

static void test_together(void)
{
	unit_store_each(together_on, false);
}

static const struct unit_test tests[] = {
	{"migrate from nothing", test_from_nothing},
	{"migrate file", test_file},
	{"migrate newer", test_newer},
	{"migrate stranger", test_stranger},
	{"migrate not a database", test_not_a_database},
	{"migrate together", test_together},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
