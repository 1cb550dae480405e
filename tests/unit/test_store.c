/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two drivers under the same tests: values, rows, statements, constraints. Covers store/store.c,
 * store/statement.c, store/value.c, store/sqlite.c, store/sqlite_open.c, store/sqlite_error.c, store/postgres.c,
 * store/postgres_open.c, store/postgres_error.c and store/postgres_value.c.
 */
#include <float.h>
#include <math.h>

#include "unit.h"
#include "unit_store.h"

static struct zhun_error err;

static void exec_gives(struct zhun_conn *c, const char *sql, const struct zhun_value *v, size_t count,
		       enum zhun_code want)
{
	CHECK_CODE(zhun_store_exec_text(c, sql, v, count, NULL, &err), want, &err);
}

static struct zhun_rows *ask(struct zhun_conn *c, const char *sql, const struct zhun_value *v, size_t count,
			     struct zhun_arena *a)
{
	struct zhun_rows *rows = NULL;
	CHECK_CODE(zhun_store_query_text(c, &(struct zhun_composed){sql, v, count}, a, &rows, &err), ZHUN_OK, &err);
	return rows;
}

static const char insert_sample[] = "INSERT INTO sample (id, n, x, s, b) VALUES ($1, $2, $3, $4, $5)";

static const unsigned char some_bytes[] = {0, 1, 255, '\'', 0};

/* Each comes back exactly as it went in. */
static void values_on(struct unit_store *u)
{
	const struct zhun_value cases[][4] = {
		{zhun_v_int(0), zhun_v_real(0.1), zhun_v_text(""),
		 zhun_v_bytes((struct zhun_bytes){some_bytes, 5})},
		{zhun_v_int(INT64_MIN), zhun_v_real(-DBL_MAX), zhun_v_text("准 “x” 'y' \\ \n"),
		 zhun_v_bytes((struct zhun_bytes){some_bytes, 0})},
		{zhun_v_int(INT64_MAX), zhun_v_real(DBL_TRUE_MIN), zhun_v_text("😀"), zhun_v_null()},
		{zhun_v_null_of(ZHUN_V_INT), zhun_v_null_of(ZHUN_V_REAL), zhun_v_text(NULL), zhun_v_null()},
		{zhun_v_null(), zhun_v_real(-0.0), zhun_v_null(), zhun_v_null_of(ZHUN_V_BYTES)},
		{zhun_v_int(-1), zhun_v_real(1.0 / 3), zhun_v_text("$1 ?"), zhun_v_null()},
	};
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row;
	unit_store_sample(u, c);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const struct zhun_value *v = cases[i];
		const struct zhun_value all[] = {zhun_v_int((int64_t)i), v[0], v[1], v[2], v[3]};
		int64_t changed = 0;
		CHECK_CODE(zhun_store_exec_text(c, insert_sample, all, 5, &changed, &err), ZHUN_OK, &err);
		CHECK_INT(changed, 1);
	}
	rows = ask(c, "SELECT n, x, s, b FROM sample ORDER BY id", NULL, 0, a);
	CHECK_INT(zhun_rows_columns(rows), 4);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err);
		for (size_t j = 0; CHECK(row != NULL) && j < 4; j++)
			unit_check(zhun_value_same(&row[j], &cases[i][j]), __FILE__, __LINE__, "case %zu column %zu", i,
				   j);
	}
	CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err);
	CHECK(row == NULL);
	CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err);
	CHECK(row == NULL);
	zhun_arena_close(a);
	zhun_conn_close(c);
}

static void test_values(void)
{
	unit_store_each(values_on, false);
}

static void refused_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_value v = zhun_v_real(HUGE_VAL);
	unit_store_sample(u, c);
	static const char by_x[] = "UPDATE sample SET x = $1", by_s[] = "UPDATE sample SET s = $1";
	exec_gives(c, by_x, &v, 1, ZHUN_E_NUMBER_NOT_FINITE);
	v = zhun_v_real(nan(""));
	exec_gives(c, by_x, &v, 1, ZHUN_E_NUMBER_NOT_FINITE);
	v = zhun_v_text("a\xff");
	exec_gives(c, by_s, &v, 1, ZHUN_E_UTF8_BAD);
	CHECK_TEXT(err.arg[0], "1");
	CHECK_CODE(zhun_store_exec(c, ZHUN_SQL_MIGRATION_RECORD, NULL, 0, NULL, &err), ZHUN_E_STORE_PARAMETER,
		   &err);
	exec_gives(c, "SELECT \"nothing\" FROM sample", NULL, 0, ZHUN_E_STORE_SQL);
	exec_gives(c, "SELEC", NULL, 0, ZHUN_E_STORE_SQL);
	zhun_conn_close(c);
}

static void test_refused(void)
{
	unit_store_each(refused_on, false);
}

/* $2 before $1, one twice; integers and text compared as what they are */
static void places_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	const struct zhun_value v[] = {zhun_v_text("a"), zhun_v_text("b"), zhun_v_int(7)};
	for (int i = 0; i < 3; i++) {
		rows = ask(c, "SELECT $2 || $1 || $2, $3 + 1, CAST($3 AS TEXT), $3 = 7, 'A' LIKE 'a'", v, 3, a);
		CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err);
		CHECK_TEXT(row[0].text, "bab");
		CHECK_INT(row[1].integer, 8);
		CHECK_TEXT(row[2].text, "7");
		CHECK_INT(row[3].integer, 1);
		CHECK(row[4].kind == ZHUN_V_INT && row[4].integer == 0);
		zhun_rows_done(rows);
	}
	zhun_arena_close(a);
	zhun_conn_close(c);
}

static void test_places(void)
{
	unit_store_each(places_on, false);
}

/* Text order is that of bytes, whatever the database's own collation. */
static void order_on(struct unit_store *u)
{
	static const char *const words[] = {"b", "A", "é", "a", "准", "B", "Z", "_"};
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rows *rows = NULL;
	char got[64] = "";
	unit_store_sample(u, c);
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		const struct zhun_value v[] = {zhun_v_int((int64_t)i), zhun_v_text(words[i])};
		exec_gives(c, "INSERT INTO sample (id, s) VALUES ($1, $2)", v, 2, ZHUN_OK);
	}
	rows = ask(c, "SELECT s FROM sample ORDER BY s", NULL, 0, a);
	for (const struct zhun_value *row = NULL; !zhun_rows_next(rows, &row, &err) && row;)
		snprintf(got + strlen(got), sizeof got - strlen(got), "%s", row[0].text);
	CHECK_TEXT(got, "ABZ_abé准");
	zhun_arena_close(a);
	zhun_conn_close(c);
}

static void test_order(void)
{
	unit_store_each(order_on, false);
}

/* The same statement read twice at once, another in between, and one given back half read. */
static void nested_on(struct unit_store *u)
{
	static const char sql[] = "SELECT id FROM sample ORDER BY id";
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rows *one = NULL, *two = NULL;
	const struct zhun_value *row = NULL;
	int64_t sum = 0;
	unit_store_sample(u, c);
	unit_store_exec(c, "INSERT INTO sample (id) VALUES (1), (2), (3)");
	one = ask(c, sql, NULL, 0, a);
	while (!zhun_rows_next(one, &row, &err) && row) {
		int64_t outer = row[0].integer;
		two = ask(c, sql, NULL, 0, a);
		while (!zhun_rows_next(two, &row, &err) && row)
			sum += outer * row[0].integer;
	}
	CHECK_INT(sum, 36);
	one = ask(c, sql, NULL, 0, a);
	CHECK_CODE(zhun_rows_next(one, &row, &err), ZHUN_OK, &err);
	zhun_rows_done(one);
	zhun_rows_done(NULL);
	CHECK_INT(unit_store_int(c, sql), 1);
	zhun_arena_close(a);
	zhun_conn_close(c);
}

static void test_nested(void)
{
	unit_store_each(nested_on, false);
}

/* More composed shapes than a connection keeps. */
static void shapes_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	char sql[64];
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 500; i++) {
			snprintf(sql, sizeof sql, "SELECT CAST(%d AS BIGINT)", i);
			CHECK_INT(unit_store_int(c, sql), i);
		}
	zhun_conn_close(c);
}

static void test_shapes(void)
{
	unit_store_each(shapes_on, false);
}

/* However many shapes come, and however many parameters they have: what is remembered of them has one ceiling. */
static void test_endless_shapes(void)
{
	enum { SHAPES = 4000, SHAPES_QUICK = 1500, PARAMS = 300 };
	const int shapes = getenv("UNIT_EVERY_FAULT") ? SHAPES : SHAPES_QUICK;   /* all in the full tests */
	struct unit_store u;
	struct zhun_value params[PARAMS];
	char sql[8 * PARAMS];
	if (!unit_store_open(&u, ZHUN_SQLITE))
		return;
	struct zhun_conn *c = unit_store_writer(&u);
	for (int i = 0; i < PARAMS; i++)
		params[i] = zhun_v_int(i);
	for (int shape = 0; shape < shapes; shape++) {
		size_t n = (size_t)snprintf(sql, sizeof sql, "SELECT %d WHERE 1 IN (", shape);
		for (int i = 0; i < PARAMS; i++)
			n += (size_t)snprintf(sql + n, sizeof sql - n, "%s$%d", i ? "," : "", i + 1);
		snprintf(sql + n, sizeof sql - n, ")");
		enum zhun_code code = zhun_store_exec_text(c, sql, params, PARAMS, NULL, &err);
		if (!CHECK_CODE(code, ZHUN_OK, &err))
			break;
	}
	zhun_conn_close(c);
	unit_store_close(&u);
}

static void returning_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	int64_t changed = 0, sum = 0;
	unit_store_sample(u, c);
	unit_store_exec(c, "INSERT INTO sample (id, n) VALUES (1, 10), (2, 20), (3, 30), (4, 40), (5, 50), (6, 60)");
	rows = ask(c, "UPDATE sample SET n = n + 1 RETURNING n", NULL, 0, a);
	CHECK_INT(unit_store_int(c, "SELECT CAST(sum(n) AS BIGINT) FROM sample"), 216);
	while (!zhun_rows_next(rows, &row, &err) && row)
		sum += row[0].integer;
	CHECK_INT(sum, 216);
	CHECK_CODE(zhun_store_exec_text(c, "DELETE FROM sample WHERE id > 2", NULL, 0, &changed, &err), ZHUN_OK, &err);
	CHECK_INT(changed, 4);
	CHECK_CODE(zhun_store_exec_text(c, "SELECT 1", NULL, 0, &changed, &err), ZHUN_OK, &err);
	CHECK_INT(changed, 0);
	zhun_arena_close(a);
	zhun_conn_close(c);
}

static void test_returning(void)
{
	unit_store_each(returning_on, false);
}

static void reader_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u), *r = NULL;
	unit_store_sample(u, c);
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_READ, &r, &err), ZHUN_OK, &err);
	exec_gives(r, "INSERT INTO sample (id) VALUES (1)", NULL, 0, ZHUN_E_STORE_READ_ONLY);
	exec_gives(r, "DROP TABLE sample", NULL, 0, ZHUN_E_STORE_READ_ONLY);
	const struct zhun_value t = zhun_v_text(""), v[] = {zhun_v_int(1), t, zhun_v_int(1), t, t};
	CHECK_CODE(zhun_store_exec(r, ZHUN_SQL_MIGRATION_RECORD, v, 5, NULL, &err), ZHUN_E_STORE_READ_ONLY, &err);
	CHECK_CODE(zhun_store_run(r, ZHUN_WRITE, NULL, NULL, &err), ZHUN_E_STORE_READ_ONLY, &err);
	CHECK_INT(unit_store_int(r, "SELECT count(*) FROM sample"), 0);
	zhun_conn_close(r);
	zhun_conn_close(c);
}

static void test_reader(void)
{
	unit_store_each(reader_on, true);
}

static void constraint(struct zhun_conn *c, const char *sql, enum zhun_code want, const char *table,
		       const char *columns)
{
	exec_gives(c, sql, NULL, 0, want);
	if (table)
		CHECK_TEXT(err.arg[0], table);
	if (columns)
		CHECK_TEXT(err.arg[1], columns);
}

static void constraints_on(struct unit_store *u)
{
	struct zhun_conn *c = unit_store_writer(u);
	const char *k = zhun_store_engine(u->store) == ZHUN_POSTGRES ? "BIGINT" : "INTEGER";
	char sql[400];
	snprintf(sql, sizeof sql, "CREATE TABLE org (id %s PRIMARY KEY)", k);
	unit_store_exec(c, sql);
	snprintf(sql, sizeof sql, "CREATE TABLE cert (id %s PRIMARY KEY, org %s NOT NULL REFERENCES org (id) "
		 "DEFERRABLE INITIALLY DEFERRED, number TEXT, UNIQUE (org, number), "
		 "CONSTRAINT cert_positive CHECK (id > 0))", k, k);
	unit_store_exec(c, sql);
	unit_store_exec(c, "INSERT INTO org (id) VALUES (1)");
	unit_store_exec(c, "INSERT INTO cert (id, org, number) VALUES (1, 1, 'a')");
	constraint(c, "INSERT INTO cert (id, org, number) VALUES (2, 1, 'a')", ZHUN_E_STORE_UNIQUE, "cert",
		   "org, number");
	constraint(c, "INSERT INTO cert (id, org, number) VALUES (1, 1, 'b')", ZHUN_E_STORE_UNIQUE, "cert", "id");
	constraint(c, "INSERT INTO cert (id, org) VALUES (3, 9)", ZHUN_E_STORE_FOREIGN, NULL, NULL);
	constraint(c, "DELETE FROM org", ZHUN_E_STORE_FOREIGN, NULL, NULL);
	constraint(c, "INSERT INTO cert (id) VALUES (4)", ZHUN_E_STORE_NOT_NULL, "cert", "org");
	constraint(c, "INSERT INTO cert (id, org) VALUES (-4, 1)", ZHUN_E_STORE_CHECK, NULL, "cert_positive");
	CHECK_INT(unit_store_int(c, "SELECT count(*) FROM cert"), 1);
	zhun_conn_close(c);
}

static void test_constraints(void)
{
	unit_store_each(constraints_on, false);
}

static void test_types(void)
{
	struct unit_store u;
	if (!unit_store_open(&u, ZHUN_POSTGRES))
		return;
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	struct zhun_conn *c = unit_store_writer(&u);
	struct zhun_rows *rows = NULL;
	const struct zhun_composed asked = {
		.text = "SELECT sum(n) AS total FROM (SELECT CAST(1 AS BIGINT) AS n) x"};
	CHECK_CODE(zhun_store_query_text(c, &asked, a, &rows, &err), ZHUN_E_STORE_TYPE, &err);
	CHECK_TEXT(err.arg[0], "total");
	CHECK_INT(unit_store_int(c, "SELECT CAST(-7 AS SMALLINT)"), -7);
	zhun_conn_close(c);
	zhun_arena_close(a);
	unit_store_close(&u);
}

static void test_urls(void)
{
	struct zhun_store *s = NULL;
	CHECK_CODE(zhun_store_open("mysql:x", ZHUN_READ, &s, &err), ZHUN_E_STORE_URL, &err);
	CHECK_CODE(zhun_store_open("sqlite:", ZHUN_READ, &s, &err), ZHUN_E_STORE_URL, &err);
	CHECK_CODE(zhun_store_open("sqlite::memory:", ZHUN_READ, &s, &err), ZHUN_E_STORE_URL, &err);
	CHECK_CODE(zhun_store_open("sqlite:/", ZHUN_READ, &s, &err), ZHUN_E_STORE_OPEN, &err);
	CHECK_CODE(zhun_store_open("postgresql://nobody@/x?host=/nowhere", ZHUN_READ, &s, &err),
		   ZHUN_E_STORE_UNAVAILABLE, &err);
	CHECK(s == NULL);
}

/* --- memory --- */

struct faulty {
	struct zhun_conn *c;
};

static enum zhun_code read_all(struct zhun_arena *a, void *context)
{
	struct faulty *f = context;
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	const struct zhun_value v[] = {zhun_v_text("x"), zhun_v_bytes((struct zhun_bytes){some_bytes, 5})};
	const struct zhun_composed asked = {"SELECT id, s, b, $1, $2 FROM sample ORDER BY id", v, ZHUN_COUNT(v)};
	enum zhun_code code = zhun_store_query_text(f->c, &asked, a, &rows, NULL);
	if (code)
		return CHECK(rows == NULL), code;
	while (!(code = zhun_rows_next(rows, &row, NULL)) && row)
		CHECK_TEXT(row[3].text, "x");
	zhun_rows_done(rows);
	return code;
}

static enum zhun_code write_all(struct zhun_arena *a, void *context)
{
	struct faulty *f = context;
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	const struct zhun_composed asked = {.text = "UPDATE sample SET n = 1 RETURNING id, s"};
	enum zhun_code code = zhun_store_query_text(f->c, &asked, a, &rows, NULL);
	while (!code && !(code = zhun_rows_next(rows, &row, NULL)) && row)
		continue;
	return code;
}

static void faults_on(struct unit_store *u)
{
	struct faulty f = {unit_store_writer(u)};
	unit_store_sample(u, f.c);
	for (int i = 0; i < 6; i++) {
		const struct zhun_value v[] = {zhun_v_int(i), zhun_v_int(i), zhun_v_real(i), zhun_v_text("text"),
					       zhun_v_bytes((struct zhun_bytes){some_bytes, 5})};
		CHECK_CODE(zhun_store_exec_text(f.c, insert_sample, v, 5, NULL, &err), ZHUN_OK, &err);
	}
	unit_fault_loop(read_all, &f);
	unit_fault_loop(write_all, &f);
	CHECK_INT(unit_store_int(f.c, "SELECT count(*) FROM sample"), 6);
	zhun_conn_close(f.c);
}

static void test_faults(void)
{
	unit_store_each(faults_on, false);
}

static const struct unit_test tests[] = {
	{"store values", test_values},
	{"store refused", test_refused},
	{"store places", test_places},
	{"store order", test_order},
	{"store nested", test_nested},
	{"store shapes", test_shapes},
	{"store endless shapes", test_endless_shapes},
	{"store returning", test_returning},
	{"store reader", test_reader},
	{"store constraints", test_constraints},
	{"store types", test_types},
	{"store urls", test_urls},
	{"store faults", test_faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
