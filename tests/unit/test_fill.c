/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling an empty database at once (store/fill.c): marked until it is whole, the indexes as before. */
#include "store/fill.h"

#include "unit.h"
#include "unit_store.h"

static struct zhun_error err;
static const char now[] = "2026-11-23T00:00:00.000000Z";
static const char unmark[] = "DELETE FROM migration WHERE number = 2000000000";

static struct zhun_conn *writer(struct unit_store *u)
{
	struct zhun_conn *c = NULL;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &c, &err), ZHUN_OK, &err);
	return c;
}

/* Names and texts of the indexes, one a line. */
static const char *indexes_of(struct zhun_conn *c, struct zhun_arena *a)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, a, 1 << 20);
	CHECK_CODE(zhun_store_query(c, &(struct zhun_asked){.sql = ZHUN_SQL_FILL_INDEXES}, a, &rows, &err), ZHUN_OK,
		   &err);
	while (CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err) && row)
		zhun_text_addf(&t, "%s %s\n", row[0].text, row[1].text);
	zhun_rows_done(rows);
	CHECK_CODE(zhun_text_done(&t, &text, &err), ZHUN_OK, &err);
	return text;
}

static void whole_on(struct unit_store *u)
{
	struct zhun_arena *a = zhun_arena_open(1 << 24);
	struct zhun_conn *c = writer(u);
	struct zhun_store *again = NULL;
	struct zhun_filling f;
	const char *before = indexes_of(c, a);
	CHECK(strstr(before, "certificate_by_number") != NULL);
	CHECK_CODE(zhun_fill_begin(c, a, now, &f, &err), ZHUN_OK, &err);
	CHECK_TEXT(indexes_of(c, a), "");
	CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &again, &err), ZHUN_E_STORE_UNFINISHED, &err);
	unit_store_exec(c, "INSERT INTO quantity_kind (id, rev, change, recorded_from, valid_from, code, name_en, unit)"
			   " VALUES ('k', 1, 1, 'x', 'x', 'length', 'length', 'm')");
	CHECK_CODE(zhun_fill_end(&f, &err), ZHUN_OK, &err);
	CHECK_TEXT(indexes_of(c, a), before);
	zhun_conn_close(c);
	CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &again, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_store_require(again, &err), ZHUN_OK, &err);
	again = zhun_store_close(again);
	c = writer(u);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM quantity_kind"), 1);
	zhun_conn_close(c);
	zhun_arena_close(a);
}

static void test_whole(void)
{
	unit_store_each(whole_on, true);
}

/* Broken off: nobody opens it, migrates it, or fills it a second time. */
static void broken_on(struct unit_store *u)
{
	struct zhun_arena *a = zhun_arena_open(1 << 24);
	struct zhun_conn *c = writer(u);
	struct zhun_store *again = NULL;
	struct zhun_filling f;
	CHECK_CODE(zhun_fill_begin(c, a, now, &f, &err), ZHUN_OK, &err);
	zhun_conn_close(c);
	CHECK_CODE(zhun_store_open(u->url, ZHUN_READ, &again, &err), ZHUN_E_STORE_UNFINISHED, &err);
	CHECK_CODE(zhun_store_require(u->store, &err), ZHUN_E_STORE_UNFINISHED, &err);
	CHECK_CODE(zhun_store_migrate(u->store, "zhun", now, NULL, &err), ZHUN_E_STORE_MIGRATION, &err);
	c = writer(u);
	CHECK_CODE(zhun_fill_begin(c, a, now, &f, &err), ZHUN_E_STORE_UNIQUE, &err);
	zhun_conn_close(c);
	zhun_arena_close(a);
}

static void test_broken(void)
{
	unit_store_each(broken_on, true);
}

static enum zhun_code fill(struct zhun_arena *a, void *context)
{
	struct zhun_conn *c = context;
	struct zhun_filling f;
	enum zhun_code code = zhun_fill_begin(c, a, now, &f, &err);
	if (!code)
		code = zhun_fill_end(&f, &err);
	if (code)
		unit_store_exec(c, unmark);
	return code;
}

/* On a database with two indexes, since each row that is read is an allocation. */
static void faults_on(struct unit_store *u)
{
	struct zhun_arena *a = zhun_arena_open(1 << 24);
	struct zhun_conn *c = writer(u);
	struct zhun_filling f;
	CHECK_CODE(zhun_fill_begin(c, a, now, &f, &err), ZHUN_OK, &err);
	unit_store_exec(c, "CREATE INDEX one ON migration (name)");
	unit_store_exec(c, "CREATE INDEX two ON migration (applied)");
	unit_store_exec(c, unmark);
	const char *before = indexes_of(c, a);
	unit_fault_loop(fill, c);
	CHECK_TEXT(indexes_of(c, a), before);
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM migration WHERE number = 2000000000"), 0);
	zhun_conn_close(c);
	zhun_arena_close(a);
}

static void test_faults(void)
{
	unit_store_each(faults_on, true);
}

static const struct unit_test tests[] = {
	{"fill whole", test_whole},
	{"fill broken off", test_broken},
	{"fill faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
