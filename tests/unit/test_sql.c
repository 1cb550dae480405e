/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every statement of src/store/sql, run on both engines with the same random
 * parameters from a small pool (so that rows find each other), must do the
 * same: same code, same rows in the same order, same number of rows changed.
 * A statement that prepares on both engines and then differs is found here.
 */
#include "store/tables.h"
#include "unit.h"
#include "unit_store.h"

enum { ROUNDS = 60, MOST_PARAMS = 64, ANSWER_SIZE = 1 << 18, LIMIT_ROWS = 500 };

static const char *const texts[] = {
	"018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002",
	"018f0000-0000-7000-8000-000000000003", "018f0000-0000-7000-8000-000000000001",
	"2026-11-23T00:00:00.000000Z", "2027-01-01T00:00:00.000000Z", "2026-01-01T00:00:00.000000Z",
	"a", "B", "_", "é", "准", "", "staff", "20", "3",
};
static const int64_t integers[] = {0, 1, 1, 2, 3, -1, 20, 100};
static const double reals[] = {0, 1, -1.5, 0.1, 1e300};
static const unsigned char bytes[] = {0, 'a', 255};

static struct zhun_value pick(enum zhun_value_kind kind, unsigned long long *state)
{
	unsigned long long n = unit_random(state);
	if (n % 16 == 0)
		return zhun_v_null_of(kind);
	n /= 16;
	switch (kind) {
	case ZHUN_V_INT:
		return zhun_v_int(integers[n % ZHUN_COUNT(integers)]);
	case ZHUN_V_REAL:
		return zhun_v_real(reals[n % ZHUN_COUNT(reals)]);
	case ZHUN_V_TEXT:
		return zhun_v_text(texts[n % ZHUN_COUNT(texts)]);
	case ZHUN_V_BYTES:
		return zhun_v_bytes((struct zhun_bytes){bytes, n % (sizeof bytes + 1)});
	case ZHUN_V_NULL:
		break;
	}
	return zhun_v_null();
}

static void add_cell(struct zhun_text *t, const struct zhun_value *v)
{
	switch (v->kind) {
	case ZHUN_V_NULL:
		zhun_text_add(t, " null");
		return;
	case ZHUN_V_INT:
		zhun_text_addf(t, " %lld", (long long)v->integer);
		return;
	case ZHUN_V_REAL:
		zhun_text_addf(t, " %a", v->real);
		return;
	case ZHUN_V_TEXT:
		zhun_text_addf(t, " '%s'", v->text);
		return;
	case ZHUN_V_BYTES:
		zhun_text_addf(t, " %zu:%.*s", v->bytes.len, (int)v->bytes.len, (const char *)v->bytes.ptr);
		return;
	}
}

/* Constraint failures of a row that breaks several may come in any order: they count as one. */
static const char *code_name(enum zhun_code code)
{
	if (code >= ZHUN_E_STORE_UNIQUE && code <= ZHUN_E_STORE_CHECK)
		return "constraint";
	return code ? zhun_error_row(code)->name : "ok";
}

static void add_rows(struct zhun_text *t, struct zhun_rows *rows)
{
	const struct zhun_value *row = NULL;
	struct zhun_error err;
	for (int i = 0; i < LIMIT_ROWS; i++) {
		if (!CHECK_CODE(zhun_rows_next(rows, &row, &err), ZHUN_OK, &err) || !row)
			break;
		for (int j = 0; j < zhun_rows_columns(rows); j++)
			add_cell(t, &row[j]);
		zhun_text_addc(t, '\n');
	}
	zhun_rows_done(rows);
}

/* What a statement answered on one engine, as text to compare. */
static const char *answer(struct zhun_conn *c, enum zhun_sql sql, const struct zhun_value *v, struct zhun_arena *a)
{
	const struct zhun_sql_row *row = &zhun_sql_rows[sql];
	struct zhun_error err;
	struct zhun_rows *rows = NULL;
	struct zhun_text t;
	const char *text = NULL;
	zhun_text_init(&t, a, ANSWER_SIZE);
	enum zhun_code code = zhun_store_query(c, &(struct zhun_asked){sql, v, row->count}, a, &rows, &err);
	zhun_text_addf(&t, "%s\n", code_name(code));
	if (code == ZHUN_E_STORE_SQL || code == ZHUN_E_STORE_TYPE)
		unit_check(false, __FILE__, __LINE__, "%s: %s (%s)", row->name, err.arg[0], err.arg[1]);
	bool differs = row->text[0] != row->text[1];   /* on purpose: only that it runs is compared */
	if (!code && !differs)
		add_rows(&t, rows);
	else
		zhun_rows_done(rows);
	CHECK_CODE(zhun_text_done(&t, &text, &err), ZHUN_OK, &err);
	return text;
}

/* Stops at the first difference: what follows it differs too. */
static bool compare(struct zhun_conn *conns[2], enum zhun_sql sql, unsigned long long *state)
{
	struct zhun_value v[MOST_PARAMS];
	const struct zhun_sql_row *row = &zhun_sql_rows[sql];
	struct zhun_arena *a = zhun_arena_open(1 << 22);
	for (size_t i = 0; i < row->count; i++)
		v[i] = pick((enum zhun_value_kind)row->kinds[i], state);
	const char *one = answer(conns[ZHUN_SQLITE], sql, v, a);
	const char *two = conns[ZHUN_POSTGRES] ? answer(conns[ZHUN_POSTGRES], sql, v, a) : one;
	bool alike = unit_check(zhun_str_equal(one, two), __FILE__, __LINE__,
				"%s differs:\nSQLite: %s\nPostgreSQL: %s", row->name, one, two);
	zhun_arena_close(a);
	return alike;
}

static void test_all(void)
{
	struct unit_store stores[2];
	struct zhun_conn *conns[2] = {NULL, NULL};
	struct zhun_error err;
	unsigned long long state = 1;
	bool alike = true;
	for (int i = 0; i < 2; i++)
		if (unit_store_open_migrated(&stores[i], (enum zhun_engine)i))
			CHECK_CODE(zhun_conn_open(stores[i].store, ZHUN_WRITE, &conns[i], &err), ZHUN_OK, &err);
	for (int round = 0; alike && round < ROUNDS; round++)
		for (int sql = 0; alike && sql < ZHUN_SQL_COUNT; sql++)
			alike = compare(conns, (enum zhun_sql)sql, &state);
	for (int i = 0; i < 2; i++) {
		zhun_conn_close(conns[i]);
		unit_store_close(&stores[i]);
	}
}

/* A statement declared to read must not write: read connections run it. */
static void declared_on(struct unit_store *u)
{
	struct zhun_conn *c = NULL;
	struct zhun_error err;
	struct zhun_value v[MOST_PARAMS];
	unsigned long long state = 2;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_READ, &c, &err), ZHUN_OK, &err);
	for (int sql = 0; sql < ZHUN_SQL_COUNT; sql++) {
		const struct zhun_sql_row *row = &zhun_sql_rows[sql];
		for (size_t i = 0; i < row->count; i++)
			v[i] = pick((enum zhun_value_kind)row->kinds[i], &state);
		bool reads = row->access == ZHUN_READ;
		enum zhun_code code = zhun_store_exec(c, (enum zhun_sql)sql, v, row->count, NULL, &err);
		unit_check((code == ZHUN_E_STORE_READ_ONLY) != reads, __FILE__, __LINE__, "%s: %s", row->name,
			   code_name(code));
	}
	zhun_conn_close(c);
}

static void test_declared(void)
{
	unit_store_each(declared_on, true);
}

/* --- the change feed --- */

static int64_t next_number(struct zhun_conn *c)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_value one = zhun_v_int(1), *row = NULL;
	struct zhun_error err;
	CHECK_CODE(zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_CHANGE_NUMBERS, &one, 1}, a, &row, &err), ZHUN_OK,
		   &err);
	int64_t n = row ? row[0].integer : 0;
	zhun_arena_close(a);
	return n;
}

static void changed(struct zhun_conn *c, const char *record)
{
	const struct zhun_value t = zhun_v_text("2026-11-23T00:00:00.000000Z"), none = zhun_v_null_of(ZHUN_V_TEXT),
				v[] = {zhun_v_int(next_number(c)), t, none, none, none, none,
				       zhun_v_text("organisation"), zhun_v_text(record), zhun_v_int(1),
				       zhun_v_text("create")};
	struct zhun_error err;
	CHECK_CODE(zhun_store_exec(c, ZHUN_SQL_CHANGE_ADD, v, ZHUN_COUNT(v), NULL, &err), ZHUN_OK, &err);
}

struct follower {
	struct zhun_conn *c;
	int64_t xid, n;
	char seen[32];
};

/* Reads on from where it was, and notes the records seen. */
static const char *follow(struct follower *f)
{
	struct zhun_arena *a = zhun_arena_open(1 << 20);
	const struct zhun_value v[] = {zhun_v_int(f->xid), zhun_v_int(f->n), zhun_v_int(1)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_error err;
	const struct zhun_asked asked = {ZHUN_SQL_CHANGE_AFTER, v, ZHUN_COUNT(v)};
	CHECK_CODE(zhun_store_query(f->c, &asked, a, &rows, &err), ZHUN_OK, &err);
	while (!zhun_rows_next(rows, &row, &err) && row) {
		f->xid = row[0].integer;
		f->n = row[1].integer;
		snprintf(f->seen + strlen(f->seen), sizeof f->seen - strlen(f->seen), "%s", row[3].text);
	}
	zhun_arena_close(a);
	return f->seen;
}

/* A row shows once no older transaction of the cluster is open: other tests' may be, for a while. */
static const char *follow_until(struct follower *f, const char *wanted)
{
	const struct timespec pause = {0, 50 * 1000 * 1000};
	for (int i = 0; i < 1200 && strcmp(follow(f), wanted) != 0; i++)
		(void)nanosleep(&pause, NULL);
	return f->seen;
}

static void feed_on(struct unit_store *u)
{
	struct follower f = {0};
	struct zhun_error err;
	CHECK_CODE(zhun_conn_open(u->store, ZHUN_WRITE, &f.c, &err), ZHUN_OK, &err);
	CHECK_TEXT(follow(&f), "");
	changed(f.c, "a");
	changed(f.c, "b");
	CHECK_TEXT(follow_until(&f, "a"), "a");
	CHECK_TEXT(follow_until(&f, "ab"), "ab");
	CHECK_TEXT(follow(&f), "ab");
	zhun_conn_close(f.c);
}

static void test_feed(void)
{
	unit_store_each(feed_on, true);
}

/* The transaction that begins second takes its number first and ends last. */
static void test_feed_order(void)
{
	struct unit_store u;
	struct zhun_conn *one = NULL, *two = NULL;
	struct follower f = {0};
	if (!unit_store_open_migrated(&u, ZHUN_POSTGRES))
		return;
	CHECK_CODE(zhun_conn_open(u.store, ZHUN_WRITE, &one, NULL), ZHUN_OK, NULL);
	CHECK_CODE(zhun_conn_open(u.store, ZHUN_WRITE, &two, NULL), ZHUN_OK, NULL);
	CHECK_CODE(zhun_conn_open(u.store, ZHUN_READ, &f.c, NULL), ZHUN_OK, NULL);
	unit_store_exec(one, "BEGIN");
	unit_store_exec(one, "SELECT CAST(pg_current_xact_id() AS TEXT)");
	unit_store_exec(two, "BEGIN");
	changed(two, "2");
	changed(one, "1");
	CHECK_TEXT(follow(&f), "");
	unit_store_exec(one, "COMMIT");
	CHECK_TEXT(follow_until(&f, "1"), "1");
	CHECK_TEXT(follow(&f), "1");
	unit_store_exec(two, "COMMIT");
	CHECK_TEXT(follow_until(&f, "12"), "12");
	zhun_conn_close(f.c);
	zhun_conn_close(two);
	zhun_conn_close(one);
	unit_store_close(&u);
}

static const struct unit_test tests[] = {
	{"sql the change feed goes on where it was", test_feed},
	{"sql the change feed misses nothing that ends late", test_feed_order},
	{"sql every statement alike on both engines", test_all},
	{"sql reading statements do not write", test_declared},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
