/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema that the declarations make (register/schema.c, register/ddl.c) beside its goldens, the
 * frozen migrations and both engines; what changes a declaration into a migration (register/diff.c).
 * With ZHUN_WRITE_GOLDEN set the goldens are written anew, to be looked at. */
#include "register/diff.h"
#include "register/register.h"
#include "unit.h"
#include "unit_store.h"

static struct zhun_arena *arena;

static const char *ddl(enum zhun_engine engine)
{
	const struct zhun_sql_table *tables = NULL;
	const char *text = "";
	struct zhun_text out;
	struct zhun_error err = {0};

	CHECK_CODE(zhun_schema_build(arena, zhun_registers, &tables, &err), ZHUN_OK, &err);
	zhun_text_init(&out, arena, 1 << 20);
	zhun_ddl(&out, engine, tables);
	CHECK_CODE(zhun_text_done(&out, &text, &err), ZHUN_OK, &err);
	return text;
}

static void check_golden(enum zhun_engine engine, const char *path)
{
	const char *text = zhun_printf(arena, "-- SPDX-License-Identifier: GPL-3.0-or-later\n%s", ddl(engine));

	if (getenv("ZHUN_WRITE_GOLDEN")) {
		FILE *f = fopen(path, "w");

		CHECK(f && fputs(text, f) >= 0 && fclose(f) == 0);
	}
	char *golden = unit_read_file(path, NULL);
	CHECK(golden && strcmp(golden, text) == 0);
	free(golden);
}

static void the_schema_is_the_golden_one(void)
{
	check_golden(ZHUN_SQLITE, "tests/golden/register/schema.sqlite.sql");
	check_golden(ZHUN_POSTGRES, "tests/golden/register/schema.postgres.sql");
}

/* What a database lacks, as the text of a migration for @a engine. */
static const char *lacks(struct zhun_conn *conn, const struct zhun_register *const *registers,
			 enum zhun_engine engine)
{
	struct zhun_text out;
	struct zhun_error err = {0};
	const char *text = "";

	zhun_text_init(&out, arena, 1 << 20);
	zhun_text_add(&out, "");
	CHECK_CODE(zhun_schema_diff(conn, arena, registers, engine, &out, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&out, &text, &err), ZHUN_OK, &err);
	return text;
}

/* A script, statement by statement: each ends with ";" at the end of a line. */
static void exec_all(struct zhun_conn *conn, const char *script)
{
	for (const char *end; (end = strstr(script, ";\n")) != NULL; script = end + 2)
		unit_store_exec(conn, zhun_strndup(arena, script, (size_t)(end - script)));
}

static struct zhun_conn *connect(struct unit_store *u)
{
	struct zhun_conn *conn = NULL;
	struct zhun_error err = {0};

	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &conn, &err), ZHUN_OK, &err);
	return conn;
}

static void check_empty(struct unit_store *u)
{
	struct zhun_conn *conn = connect(u);
	enum zhun_engine engine = zhun_store_engine(u->store);

	CHECK_TEXT(lacks(conn, zhun_registers, engine), ddl(engine));
	exec_all(conn, ddl(engine));
	CHECK_TEXT(lacks(conn, zhun_registers, engine), "");
	conn = zhun_conn_close(conn);
}

static void an_empty_database_lacks_the_whole_schema(void)
{
	unit_store_each(check_empty, false);
}

static void check_migrated(struct unit_store *u)
{
	struct zhun_conn *conn = connect(u);

	CHECK_TEXT(lacks(conn, zhun_registers, ZHUN_SQLITE), "");
	CHECK_TEXT(lacks(conn, zhun_registers, ZHUN_POSTGRES), "");
	conn = zhun_conn_close(conn);
}

static void the_migrations_make_the_declared_schema(void)
{
	unit_store_each(check_migrated, true);
}

/* A register that grows from one version to the next. */
static const struct zhun_field before_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .help = {"It's a code.", "代码。"}},
	{"colour", ZHUN_F_TEXT, {"Colour", "颜色"}, .indexed = true, .help = {"A colour.", "颜色。"}},
	{0},
};
static const struct zhun_field after_fields[] = {
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .help = {"It's a code.", "代码。"}},
	{"broader", ZHUN_F_LINK, {"Broader", "上位"}, .link = "sample", .help = {"It's wider.", "上位。"}},
	{"due", ZHUN_F_DATE, {"Due", "到期"}, .required = true, .later = true, .help = {"A day.", "日期。"}},
	{"shelf", ZHUN_F_LINK, {"Shelf", "货架"}, .link = "shelf", .later = true, .help = {"Where it is.", "存放处。"}},
	{0},
};
static const struct zhun_field wrong_fields[] = {
	{"code", ZHUN_F_INTEGER, {"Code", "代码"}, .required = true, .sortable = true, .help = {"A number.", "编号。"}},
	{"due", ZHUN_F_DATE, {"Due", "到期"}, .required = true, .help = {"A day.", "日期。"}},
	{0},
};
#define SAMPLE(name_fields) {.name = "sample", .plural = "samples", .help = {"Samples.", "样品。"}, \
	.fields = (name_fields), .key = {"code"}, .title_fields = {"code"}, .sort = "code"}
static const struct zhun_register before = SAMPLE(before_fields), after = SAMPLE(after_fields);
static const struct zhun_register wrong = SAMPLE(wrong_fields);
static const struct zhun_register shelf = {.name = "shelf", .plural = "shelves", .help = {"Shelves.", "货架。"},
	.fields = before_fields, .key = {"code"}, .title_fields = {"code"}, .sort = "code"};
static const struct zhun_register *const befores[] = {&before, NULL}, *const afters[] = {&after, &shelf, NULL};
static const struct zhun_register *const wrongs[] = {&wrong, NULL};

static void check_growth(struct unit_store *u)
{
	struct zhun_conn *conn = connect(u);
	enum zhun_engine engine = zhun_store_engine(u->store);
	struct zhun_text out;
	struct zhun_error err = {0};
	const char *text;

	exec_all(conn, lacks(conn, befores, engine));
	CHECK_TEXT(lacks(conn, befores, engine), "");
	text = lacks(conn, afters, engine);
	CHECK(strstr(text, "ALTER TABLE sample ADD COLUMN broader TEXT") != NULL);
	CHECK(strstr(text, "ALTER TABLE sample_history ADD COLUMN due_first TEXT") != NULL);
	CHECK(strstr(text, "CREATE INDEX sample_by_broader ON sample (broader, code, id);") != NULL);
	CHECK(strstr(text, "DROP INDEX sample_by_colour;") != NULL);
	exec_all(conn, text);
	CHECK_TEXT(lacks(conn, afters, engine), "-- sample.colour: is no longer declared\n"
		   "-- sample_history.colour: is no longer declared\n");
	zhun_text_init(&out, arena, 1 << 20);
	CHECK_CODE(zhun_schema_diff(conn, arena, wrongs, engine, &out, &err), ZHUN_OK, &err);
	CHECK(strstr(out.ptr, "-- sample.code: has another type\n") != NULL);
	CHECK(strstr(out.ptr, "-- sample.due: is not NOT NULL\n") != NULL);
	conn = zhun_conn_close(conn);
}

static void a_declaration_that_grows_gives_a_migration(void)
{
	unit_store_each(check_growth, false);
}

static void check_not_null(struct unit_store *u)
{
	struct zhun_conn *conn = connect(u);
	struct zhun_text out;
	struct zhun_error err = {0};

	exec_all(conn, lacks(conn, befores, zhun_store_engine(u->store)));
	zhun_text_init(&out, arena, 1 << 20);
	CHECK_CODE(zhun_schema_diff(conn, arena, wrongs, ZHUN_SQLITE, &out, &err), ZHUN_E_SCHEMA_NOT_NULL,
		   &err);
	CHECK_TEXT(err.arg[1], "due");
	conn = zhun_conn_close(conn);
}

static void a_new_field_cannot_be_not_null(void)
{
	unit_store_each(check_not_null, false);
}

static enum zhun_code build(struct zhun_arena *a, void *context)
{
	const struct zhun_sql_table *tables = NULL;
	enum zhun_code code = zhun_schema_build(a, zhun_registers, &tables, NULL);

	(void)context;
	CHECK_INT(code == ZHUN_OK, tables != NULL);
	return code;
}

static void building_survives_faults(void)
{
	unit_fault_loop(build, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"the schema is the golden one", the_schema_is_the_golden_one},
		{"an empty database lacks the whole schema", an_empty_database_lacks_the_whole_schema},
		{"the migrations make the declared schema", the_migrations_make_the_declared_schema},
		{"a declaration that grows gives a migration", a_declaration_that_grows_gives_a_migration},
		{"a new field cannot be not null", a_new_field_cannot_be_not_null},
		{"building survives faults", building_survives_faults},
	};

	arena = zhun_arena_open((size_t)256 << 20);
	int status = unit_run(tests, ZHUN_COUNT(tests), argc, argv);
	arena = zhun_arena_close(arena);
	return status;
}
