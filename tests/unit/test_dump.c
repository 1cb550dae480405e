/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * service/dump.c, service/dump_row.c, service/restore.c, store/copy.c, store/backup.c: a database out of one engine
 * and into the other, and dumps that are not what they should be.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "codec/json.h"
#include "register/declaration.h"
#include "service/dump.h"
#include "service/service.h"
#include "store/tables.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 27, CERTIFICATES = 60 };

static struct zhun_error err;

/* A service as the terminal opens it for a dump, and the text in and out. */
struct desk {
	struct zhun_call call;
	struct zhun_text out;
	const char *in;
};

static void open_desk(struct desk *d, const char *url, bool survey)
{
	const struct zhun_service_options o = {.database = url, .zone = "Asia/Shanghai", .survey = survey,
					       .migrate = !survey};
	*d = (struct desk){0};
	unit_call_open(&d->call, &o, INT64_C(1795400000000000));
	zhun_text_init(&d->out, d->call.arena, OUT);
	zhun_service_as_administrator(&d->call);
}

static void close_desk(struct desk *d)
{
	unit_call_close(&d->call);
}

static enum zhun_code take(void *context, const char *s, size_t n, struct zhun_error *e)
{
	struct desk *d = context;
	(void)e;
	zhun_text_addn(&d->out, s, n);
	return ZHUN_OK;
}

static enum zhun_code next(void *context, const char **ret, size_t *ret_n, struct zhun_error *e)
{
	struct desk *d = context;
	(void)e;
	*ret = *d->in ? d->in : NULL;
	*ret_n = strcspn(d->in, "\n");
	d->in += *ret_n + (d->in[*ret_n] == '\n');
	return ZHUN_OK;
}

static void fill_world(const char *url)
{
	struct desk d;
	const struct zhun_demo demo = {.certificates = CERTIFICATES, .seed = 3};
	open_desk(&d, url, false);
	CHECK_CODE(zhun_service_demo(&d.call, &demo, &err), ZHUN_OK, &err);
	close_desk(&d);
}

/* The dump of a database, from malloc. */
static char *dump_of(const char *url)
{
	struct desk d;
	const struct zhun_dump_out o = {take, &d};
	const char *s = "";
	int64_t rows = 0;
	open_desk(&d, url, true);
	CHECK_CODE(zhun_service_dump(&d.call, &o, &rows, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&d.out, &s, &err), ZHUN_OK, &err);
	CHECK(rows > CERTIFICATES);
	char *copy = strdup(s);
	close_desk(&d);
	return copy;
}

static enum zhun_code restore(const char *url, const char *text)
{
	struct desk d;
	int64_t rows = -1;
	const struct zhun_restore_in in = {next, &d};
	open_desk(&d, url, true);
	d.in = text;
	enum zhun_code code = zhun_service_restore(&d.call, &in, &rows, &err);
	CHECK((code == ZHUN_OK) == (rows > 0));
	close_desk(&d);
	return code;
}

static char *export_of(const char *url, const char *reg)
{
	struct desk d;
	const struct zhun_param format = {"format", "jsonl"};
	const struct zhun_params params = {&format, 1};
	const struct zhun_rows_out o = {&params, take, &d};
	const char *s = "";
	open_desk(&d, url, false);
	CHECK_CODE(zhun_service_rows_export(&d.call, zhun_register_named(reg), &o, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&d.out, &s, &err), ZHUN_OK, &err);
	char *copy = strdup(s);
	close_desk(&d);
	return copy;
}

static void exports_are_equal(const char *a, const char *b)
{
	static const char *const registers[] = {"organisation", "accreditation", "capability", "certificate"};
	for (size_t i = 0; i < ZHUN_COUNT(registers); i++) {
		char *left = export_of(a, registers[i]), *right = export_of(b, registers[i]);
		CHECK(strlen(left) > 100);
		CHECK(strcmp(left, right) == 0);
		free(left);
		free(right);
	}
}

/* A record made after the restoration takes the next number of the change feed, not one that was given. */
static void writing_goes_on(const char *url)
{
	struct desk d;
	struct zhun_record_facts facts;
	const char *text = "{\"code\":\"NEW\",\"name\":{\"en\":\"New\"},\"kind\":\"laboratory\"}";
	open_desk(&d, url, false);
	int64_t last = unit_store_int(d.call.conn, "SELECT max(n) FROM change");
	CHECK(unit_store_int(d.call.conn, "SELECT count(*) FROM search") > CERTIFICATES);
	const struct zhun_record_write w = {.body = text, .length = strlen(text)};
	const struct zhun_register *reg = zhun_register_named("organisation");
	CHECK_CODE(zhun_service_record_create(&d.call, reg, &w, &d.out, &facts, &err), ZHUN_OK, &err);
	CHECK(unit_store_int(d.call.conn, "SELECT max(n) FROM change") > last);
	close_desk(&d);
}

static void there_and_back(enum zhun_engine from, enum zhun_engine to)
{
	struct unit_store a = {0}, b = {0};
	if (unit_store_open(&a, from) && unit_store_open(&b, to)) {
		fill_world(a.url);
		char *one = dump_of(a.url);
		CHECK_CODE(restore(b.url, one), ZHUN_OK, &err);
		char *two = dump_of(b.url);
		CHECK(strcmp(one, two) == 0);
		exports_are_equal(a.url, b.url);
		CHECK_CODE(restore(b.url, one), ZHUN_E_DUMP_NOT_EMPTY, &err);
		writing_goes_on(b.url);
		free(one);
		free(two);
	}
	unit_store_close(&a);
	unit_store_close(&b);
}

static void sqlite_to_sqlite(void)
{
	there_and_back(ZHUN_SQLITE, ZHUN_SQLITE);
}

static void sqlite_to_postgres(void)
{
	there_and_back(ZHUN_SQLITE, ZHUN_POSTGRES);
}

static void postgres_to_sqlite(void)
{
	there_and_back(ZHUN_POSTGRES, ZHUN_SQLITE);
}

/* A text with the first of @a from replaced; both as long, or the rest follows. From malloc. */
static char *replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	if (!CHECK(at != NULL))
		return strdup(text);
	size_t room = strlen(text) + strlen(to) + 1;
	char *s = malloc(room);
	snprintf(s, room, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
	return s;
}

/* What must not become a database: nothing whole stands afterwards. */
static void refused(const char *text, enum zhun_code want, const char *place)
{
	struct unit_store u;
	struct zhun_store_status status = {0};
	unit_store_open(&u, ZHUN_SQLITE);
	CHECK_CODE(restore(u.url, text), want, &err);
	CHECK_TEXT(err.place, place);
	enum zhun_code code = zhun_store_status(u.store, &status, NULL);
	CHECK(code == ZHUN_E_STORE_UNFINISHED || (code == ZHUN_OK && status.version == 0));
	unit_store_close(&u);
}

static void refused_where(const char *text, const char *from, const char *to, enum zhun_code want, const char *place)
{
	char *s = replaced(text, from, to);
	refused(s, want, place);
	free(s);
}

static size_t lines_of(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

static void bad_dumps(void)
{
	struct unit_store u;
	char place[32];
	unit_store_open(&u, ZHUN_SQLITE);
	fill_world(u.url);
	char *dump = dump_of(u.url);
	snprintf(place, sizeof place, "%zu", lines_of(dump));
	refused("", ZHUN_E_DUMP_BAD, "1");
	refused("SQLite format 3", ZHUN_E_JSON_BAD, "1, line 1 column 6");
	refused_where(dump, "\"zhun_dump\":1", "\"zhun_dump\":2", ZHUN_E_DUMP_BAD, "1");
	refused_where(dump, "\"version\":", "\"version\":9", ZHUN_E_STORE_NEWER, "");
	refused_where(dump, "\"table\":\"account\"", "\"table\":\"notes\"", ZHUN_E_DUMP_TABLE, "2");
	refused_where(dump, "\"full_name\"", "\"nickname\"", ZHUN_E_DUMP_TABLE, "2, full_name");
	refused_where(dump, ",1,0,1,null]", ",1,0,\"1\",null]", ZHUN_E_DUMP_ROW, "3, demonstration");
	refused_where(dump, ",1,0,1,null]", ",1,0,1]", ZHUN_E_DUMP_ROW, "3");
	refused_where(dump, "Demonstration administrator", "Demonstration Administrator", ZHUN_E_DUMP_CHANGED, place);
	char *last = strstr(dump, "{\"rows\":");
	if (CHECK(last != NULL))
		*last = '\0';
	snprintf(place, sizeof place, "%zu", lines_of(dump));
	refused(dump, ZHUN_E_DUMP_CHANGED, place);
	free(dump);
	unit_store_close(&u);
}

/* A dump of an older program's database: rows as they were, then the migrations since. */
static void older_on(struct unit_store *u)
{
	struct unit_store to;
	struct zhun_store_status status = {0};
	const struct zhun_migrating as = {"zhun", "2026-11-23T00:00:00.000000Z", zhun_migrations_count - 1};
	CHECK_CODE(zhun_store_migrate_to(u->store, &as, NULL, &err), ZHUN_OK, &err);
	struct zhun_conn *c = NULL;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &c, &err), ZHUN_OK, &err);
	for (int i = 0; i <= CERTIFICATES; i++) {
		char sql[200];
		snprintf(sql, sizeof sql, "INSERT INTO credential VALUES ('a%d', 'h', 't')", i);
		unit_store_exec(c, sql);
	}
	zhun_conn_close(c);
	char *dump = dump_of(u->url);
	unit_store_open(&to, zhun_store_engine(u->store));
	CHECK_CODE(restore(to.url, dump), ZHUN_OK, &err);
	CHECK_CODE(zhun_store_status(to.store, &status, &err), ZHUN_OK, &err);
	CHECK_INT(status.version, zhun_migrations_count);
	unit_store_close(&to);
	free(dump);
}

static void older(void)
{
	unit_store_each(older_on, false);
}

static enum zhun_code cells(struct zhun_arena *a, void *context)
{
	static const struct zhun_copy_column columns[] = {{"t", ZHUN_V_TEXT}, {"r", ZHUN_V_REAL}, {"b", ZHUN_V_BYTES}};
	static const struct zhun_copy_table table = {.name = "x", .count = 3, .columns = columns};
	static const char row[] = "[\"\u51c6\",0.1,\"AAH/\"]";
	const struct zhun_json *json = NULL;
	struct zhun_value v[3] = {0};
	struct zhun_text out;
	struct zhun_json_writer w;
	struct zhun_error e;
	const char *s = NULL;
	(void)context;
	zhun_text_init(&out, a, 4096);
	zhun_json_init(&w, &out);
	enum zhun_code code = zhun_json_parse(a, row, strlen(row), &json, &e);
	if (!code)
		code = zhun_dump_cells(json, &table, a, v, &e);
	if (code)
		return code;
	CHECK(v[1].real == 0.1 && v[2].bytes.len == 3 && v[2].bytes.ptr[2] == 255);
	code = zhun_dump_row(&w, &table, v, a, &e);
	if (!code)
		code = zhun_text_done(&out, &s, &e);
	if (!code)
		CHECK_TEXT(s, "[\"准\",0.1,\"AAH/\"]");
	return code;
}

static void faults(void)
{
	unit_fault_loop(cells, NULL);
}

static void backup_on(struct unit_store *u)
{
	struct stat st;
	char path[200], url[220];
	snprintf(path, sizeof path, "/tmp/zhun-backup-%ld.db", (long)getpid());
	snprintf(url, sizeof url, "sqlite:%s", path);
	unlink(path);
	fill_world(u->url);
	if (zhun_store_engine(u->store) == ZHUN_POSTGRES) {
		CHECK_CODE(zhun_store_backup(u->store, path, &err), ZHUN_E_STORE_BACKUP, &err);
		CHECK(stat(path, &st) == -1);
		return;
	}
	CHECK_CODE(zhun_store_backup(u->store, path, &err), ZHUN_OK, &err);
	CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600);
	char *one = dump_of(u->url), *two = dump_of(url);
	CHECK(strcmp(one, two) == 0);
	CHECK_CODE(zhun_store_backup(u->store, path, &err), ZHUN_E_FILE_WRITE, &err);
	CHECK(stat(path, &st) == 0 && st.st_size > 0);
	unlink(path);
	free(one);
	free(two);
}

static void backup(void)
{
	unit_store_each(backup_on, false);
}

static const struct unit_test tests[] = {
	{"sqlite_to_sqlite", sqlite_to_sqlite}, {"sqlite_to_postgres", sqlite_to_postgres},
	{"postgres_to_sqlite", postgres_to_sqlite}, {"bad_dumps", bad_dumps}, {"older", older}, {"backup", backup},
	{"faults", faults},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
