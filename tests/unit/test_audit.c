/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The audit on both engines: who may read it, what it says of records and of sessions, pages of any filters beside a
 * plain count, and that no question walks through all rows. Covers service/audit.c, service/changes.c (with
 * test_notice) and identity/event.c; http/handler_audit.c is asked in tests/http/audit.case, cli/audit.c in test_cli.
 */
#include "service/inside.h"

#include "register/declaration.h"
#include "service/runner.h"
#include "store/tables.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 22, SQL_SIZE = 4096, ROWS = 20000, TRIES = 40, TRIES_QUICK = 12, PARAMS = 16 };
static const int64_t NOW = INT64_C(1795400000000000), SECOND = 1000000;   /* 2026-11-23T02:13:20Z */

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
};

static struct desk open_desk(const char *url)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = url, .zone = "Asia/Shanghai"};
	unit_call_open(&d.call, &o, NOW);
	return d;
}

static struct zhun_call *as(struct desk *d, struct zhun_viewer viewer)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
	d->call.viewer = viewer;
	d->call.now += SECOND;
	return &d->call;
}

static struct zhun_call *administrator(struct desk *d)
{
	return as(d, (struct zhun_viewer){.administrator = true});
}

static const struct zhun_json *item(const struct zhun_json *page, size_t n)
{
	const struct zhun_json *one = zhun_json_get(page, "items")->first;
	while (one && n-- > 0)
		one = one->next;
	return one;
}

static const char *word(const struct zhun_json *json, const char *name)
{
	return json ? zhun_json_get_string(json, name) : NULL;
}

static const char *linked(const struct zhun_json *json, const char *name, const char *member)
{
	const struct zhun_json *link = json ? zhun_json_get(json, name) : NULL;
	return link && link->kind == ZHUN_J_OBJECT ? zhun_json_get_string(link, member) : NULL;
}

static size_t items_of(const struct zhun_json *page)
{
	size_t n = 0;
	for (const struct zhun_json *one = zhun_json_get(page, "items")->first; one; one = one->next)
		n++;
	return n;
}

static const struct zhun_json *changes(struct desk *d, struct zhun_audit_filter f)
{
	CHECK_CODE(zhun_service_audit_changes(administrator(d), &f, &d->out, &err), ZHUN_OK, &err);
	return unit_call_answer(&d->call, &d->out);
}

static const struct zhun_json *sessions(struct desk *d, struct zhun_audit_filter f)
{
	CHECK_CODE(zhun_service_audit_sessions(administrator(d), &f, &d->out, &err), ZHUN_OK, &err);
	return unit_call_answer(&d->call, &d->out);
}

/* ---- what is said of records ---- */

static struct zhun_record_facts make(struct desk *d, const char *name)
{
	struct zhun_record_facts facts = {.id = ""};
	const char *body = zhun_printf(d->call.arena,
				       "{\"code\":\"%s\",\"kind\":\"laboratory\",\"name\":{\"en\":\"%s\"}}",
				       name, name);
	const struct zhun_record_write w = {.body = body, .length = strlen(body), .reason = "found at a visit"};
	CHECK_CODE(zhun_service_record_create(&d->call, zhun_register_named("organisation"), &w, &d->out, &facts, &err),
		   ZHUN_OK, &err);
	return facts;
}

static const char *account(struct desk *d, const char *name)
{
	const char *link = NULL, *id = NULL;
	const struct zhun_account_new n = {.name = name};
	CHECK_CODE(zhun_service_account_add(administrator(d), &n, &link, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_account_id(&d->call, name, &id, &err), ZHUN_OK, &err);
	return id;
}

static void told_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const char *lin = account(&d, "lin");
	d.call.request_id = "request-7";
	as(&d, (struct zhun_viewer){.administrator = true, .account = lin, .token = "gone"});
	const struct zhun_record_facts made = make(&d, "Harbour");
	const struct zhun_record_write gone = {.id = made.id, .rev = made.rev};
	d.call.request_id = NULL;
	administrator(&d);
	CHECK_CODE(zhun_service_record_remove(&d.call, zhun_register_named("organisation"), &gone, &err), ZHUN_OK,
		   &err);
	const struct zhun_json *page = changes(&d, (struct zhun_audit_filter){.record = made.id}), *one = item(page, 0);
	CHECK_INT(items_of(page), 2);
	CHECK(zhun_json_get(page, "next")->kind == ZHUN_J_NULL);
	CHECK_TEXT(word(one, "action"), "remove");
	CHECK_TEXT(word(one, "title"), "Harbour");
	CHECK(word(one, "request") == NULL && word(one, "reason") == NULL && linked(one, "account", "id") == NULL);
	one = item(page, 1);
	CHECK_TEXT(word(one, "action"), "create");
	CHECK_TEXT(word(one, "register"), "organisation");
	CHECK_TEXT(word(one, "title"), "Harbour");
	CHECK_TEXT(word(one, "reason"), "found at a visit");
	CHECK_TEXT(word(one, "request"), "request-7");
	CHECK_TEXT(word(one, "instant"), "2026-11-23T02:13:22.000000Z");
	CHECK_TEXT(linked(one, "account", "title"), "lin");
	CHECK_TEXT(linked(one, "token", "id"), "gone");
	CHECK(linked(one, "token", "title") == NULL);
	CHECK_INT(items_of(changes(&d, (struct zhun_audit_filter){.account = lin})), 1);
	CHECK_INT(items_of(changes(&d, (struct zhun_audit_filter){.reg = "account"})), 1);
	CHECK_INT(items_of(changes(&d, (struct zhun_audit_filter){.request = "request-7"})), 1);
	CHECK_INT(items_of(changes(&d, (struct zhun_audit_filter){.request = "request-8"})), 0);
	unit_call_close(&d.call);
}

static void test_told(void) { unit_store_each(told_on, true); }

/* A day is the one of the service's place: here it begins at 16:00 of the day before, and both ends belong to it. */
static void days_on(struct unit_store *u)
{
	static const struct {
		const char *from, *until;
		int64_t count;
	} cases[] = {
		{NULL, NULL, 4}, {"2026-11-23", NULL, 3}, {NULL, "2026-11-22", 1}, {"2026-11-23", "2026-11-23", 2},
		{"2026-11-22T16:00:00Z", "2026-11-22T16:00:00Z", 1}, {"2026-11-22T15:59:59.999999Z", NULL, 4},
		{"2026-11-24T00:00:00+08:00", NULL, 1}, {"0001-01-01", "9999-12-31", 4},
		{"2027-01-01", "2026-01-01", 0},
	};
	struct desk d = open_desk(u->url);
	unit_store_exec(d.call.conn,
			"INSERT INTO change (instant, register, record, rev, action) VALUES"
			" ('2026-11-22T15:59:59.999999Z', 'account', 'a', 1, 'create'),"
			" ('2026-11-22T16:00:00.000000Z', 'account', 'b', 1, 'create'),"
			" ('2026-11-23T15:59:59.999999Z', 'account', 'c', 1, 'create'),"
			" ('2026-11-23T16:00:00.000000Z', 'account', 'd', 1, 'create')");
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const struct zhun_audit_filter f = {.from = cases[i].from, .until = cases[i].until};
		size_t count = items_of(changes(&d, f));
		unit_check((int64_t)count == cases[i].count, __FILE__, __LINE__, "%s to %s: %zu",
			   f.from ? f.from : "-", f.until ? f.until : "-", count);
	}
	unit_call_close(&d.call);
}

static void test_days(void) { unit_store_each(days_on, true); }

/* ---- who may read it ---- */

static void readers_on(struct unit_store *u)
{
	static const struct zhun_membership manager[] = {{"o", ZHUN_ROLE_MANAGER}};
	static const struct {
		struct zhun_viewer viewer;
		enum zhun_code code;
	} cases[] = {
		{{.account = NULL}, ZHUN_E_AUTHORITY_NEEDED},
		{{.account = "a"}, ZHUN_E_AUTHORITY_NEEDED},
		{{.account = "a", .members = manager, .count = 1}, ZHUN_E_AUTHORITY_NEEDED},
		{{.account = "a", .regulator = true}, ZHUN_OK},
		{{.account = "a", .administrator = true}, ZHUN_OK},
		{{.account = "a", .regulator = true, .token = "t", .registers = " organisation "},
		 ZHUN_E_SCOPE_MISSING},
		{{.account = "a", .administrator = true, .token = "t", .registers = " "}, ZHUN_E_SCOPE_MISSING},
	};
	const struct zhun_audit_filter all = {0};
	struct desk d = open_desk(u->url);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		struct zhun_call *call = as(&d, cases[i].viewer);
		CHECK_CODE(zhun_service_audit_changes(call, &all, &d.out, &err), cases[i].code, &err);
		CHECK_INT(d.out.len > 0, cases[i].code == ZHUN_OK);
		CHECK_CODE(zhun_service_audit_sessions(as(&d, cases[i].viewer), &all, &d.out, &err), cases[i].code,
			   &err);
		CHECK_INT(d.out.len > 0, cases[i].code == ZHUN_OK);
		CHECK_CODE(zhun_service_change_list(as(&d, cases[i].viewer), NULL, &d.out, &err), cases[i].code, &err);
	}
	unit_call_close(&d.call);
}

static void test_readers(void) { unit_store_each(readers_on, true); }

static void refused_on(struct unit_store *u)
{
	static const struct {
		struct zhun_audit_filter f;
		enum zhun_code changes, sessions;
	} cases[] = {
		{{.reg = "nothing"}, ZHUN_E_PARAMETER_BAD, ZHUN_E_PARAMETER_UNKNOWN},
		{{.action = "read"}, ZHUN_E_PARAMETER_BAD, ZHUN_E_PARAMETER_UNKNOWN},
		{{.record = "r"}, ZHUN_OK, ZHUN_E_PARAMETER_UNKNOWN},
		{{.request = "r"}, ZHUN_OK, ZHUN_E_PARAMETER_UNKNOWN},
		{{.kind = "log"}, ZHUN_OK, ZHUN_E_PARAMETER_BAD},
		{{.from = "2026-11"}, ZHUN_E_INSTANT_BAD, ZHUN_E_INSTANT_BAD},
		{{.until = "2026-02-30"}, ZHUN_E_INSTANT_BAD, ZHUN_E_INSTANT_BAD},
		{{.before = "12"}, ZHUN_E_CURSOR_BAD, ZHUN_E_CURSOR_BAD},
		{{.before = "1.2x"}, ZHUN_E_CURSOR_BAD, ZHUN_E_CURSOR_BAD},
		{{.before = ".2"}, ZHUN_E_CURSOR_BAD, ZHUN_E_CURSOR_BAD},
		{{.before = "9999999999999999999999.1"}, ZHUN_E_CURSOR_BAD, ZHUN_E_CURSOR_BAD},
		{{.before = "922337203685477580.1"}, ZHUN_E_CURSOR_BAD, ZHUN_E_CURSOR_BAD},
	};
	struct desk d = open_desk(u->url);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		CHECK_CODE(zhun_service_audit_changes(administrator(&d), &cases[i].f, &d.out, &err), cases[i].changes,
			   &err);
		CHECK_CODE(zhun_service_audit_sessions(administrator(&d), &cases[i].f, &d.out, &err),
			   cases[i].sessions, &err);
	}
	unit_call_close(&d.call);
}

static void test_refused(void) { unit_store_each(refused_on, true); }

/* ---- pages of any filters ---- */

/* Three changes a second, seven accounts and none, rare removals; a request of a thousand. */
static void fill(struct zhun_conn *c)
{
	char sql[SQL_SIZE];
	(void)snprintf(sql, sizeof sql,
		"INSERT INTO change (instant, account, request, register, record, rev, action)"
		" WITH RECURSIVE s (i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM s WHERE i < %d)"
		" SELECT '2026-11-23T' || substr(CAST(100 + i / 3 / 3600 AS TEXT), 2, 2)"
		" || ':' || substr(CAST(100 + i / 3 / 60 %% 60 AS TEXT), 2, 2)"
		" || ':' || substr(CAST(100 + i / 3 %% 60 AS TEXT), 2, 2) || '.000000Z',"
		" CASE WHEN i %% 8 > 0 THEN 'a' || CAST(i %% 8 AS TEXT) END,"
		" CASE WHEN i / 1000 = 5 THEN 'r' ELSE 'r' || CAST(i / 10 AS TEXT) END,"
		" CASE WHEN i %% 5 = 0 THEN 'account' ELSE 'organisation' END, 'x' || CAST(i %% 997 AS TEXT), 1,"
		" CASE WHEN i %% 1009 = 0 THEN 'remove' WHEN i %% 3 = 0 THEN 'update' ELSE 'create' END FROM s",
		ROWS - 1);
	unit_store_exec(c, sql);
}

static bool says(const struct zhun_json *one, const char *name, const char *wanted)
{
	const char *is = strcmp(name, "account") == 0 ? linked(one, name, "id") : word(one, name);
	return !wanted || zhun_str_equal(is, wanted);
}

static bool matches(const struct zhun_json *one, const struct zhun_audit_filter *f)
{
	const char *instant = word(one, "instant");
	return says(one, "account", f->account) && says(one, "register", f->reg) && says(one, "record", f->record) &&
	       says(one, "action", f->action) && says(one, "request", f->request) &&
	       (!f->from || strcmp(instant, f->from) >= 0) && (!f->until || strcmp(instant, f->until) <= 0);
}

static int64_t counted(struct desk *d, const struct zhun_audit_filter *f)
{
	const struct { const char *condition, *value; } parts[] = {
		{"account =", f->account}, {"register =", f->reg}, {"record =", f->record}, {"action =", f->action},
		{"request =", f->request}, {"instant >=", f->from}, {"instant <=", f->until}};
	struct zhun_text sql;
	zhun_text_init(&sql, d->call.arena, SQL_SIZE);
	zhun_text_add(&sql, "SELECT count(*) FROM change WHERE 1 = 1");
	for (size_t i = 0; i < ZHUN_COUNT(parts); i++)
		if (parts[i].value)
			zhun_text_addf(&sql, " AND %s '%s'", parts[i].condition, parts[i].value);
	return unit_store_int(d->call.conn, sql.ptr);
}

/* Each item belongs there, comes after the one before, and there are as many as there should be: so they are all. */
static void walk(struct desk *d, struct zhun_audit_filter f)
{
	int64_t seen = 0, pages = 0, wanted = counted(d, &f), last_n = INT64_MAX;
	const char *last = "9";
	bool good = true;
	do {
		const struct zhun_json *page = changes(d, f);
		for (const struct zhun_json *one = zhun_json_get(page, "items")->first; one; one = one->next, seen++) {
			int order = strcmp(word(one, "instant"), last);
			int64_t n = zhun_json_get(one, "n")->integer;
			good = good && matches(one, &f) && (order < 0 || (order == 0 && n < last_n));
			last = word(one, "instant");
			last_n = n;
		}
		f.before = word(page, "next");
		pages++;
	} while (f.before);
	unit_check(good && seen == wanted, __FILE__, __LINE__,
		   "%lld of %lld in %lld pages, account %s, register %s, %s",
		   (long long)seen, (long long)wanted, (long long)pages, f.account ? f.account : "-",
		   f.reg ? f.reg : "-", f.action ? f.action : "-");
}

static const char *one_of(const char *const *among, size_t n, unsigned long long *state)
{
	return unit_random(state) % 3 ? NULL : among[unit_random(state) % n];
}

static void pages_on(struct unit_store *u)
{
	static const char *const accounts[] = {"a1", "a7", "a9"};
	static const char *const registers[] = {"organisation", "account", "site"};
	static const char *const records[] = {"x0", "x996", "y"}, *const actions[] = {"create", "update", "remove"};
	static const char *const requests[] = {"r", "r17", "r1999"};
	static const char *const times[] = {"2026-11-23T00:00:07.000000Z", "2026-11-23T00:30:00.000000Z",
					    "2026-11-23T01:50:00.500000Z"};
	unsigned long long state = 5;
	struct desk d = open_desk(u->url);
	fill(d.call.conn);
	CHECK_INT(counted(&d, &(struct zhun_audit_filter){0}), ROWS);
	const int tries = getenv("UNIT_EVERY_FAULT") ? TRIES : TRIES_QUICK;   /* all in the full tests */
	for (int i = 0; i < tries; i++) {
		struct zhun_arena_mark mark = zhun_arena_mark(d.call.arena);
		const struct zhun_audit_filter f = {
			.account = one_of(accounts, 3, &state), .reg = one_of(registers, 3, &state),
			.record = one_of(records, 3, &state), .action = one_of(actions, 3, &state),
			.request = one_of(requests, 3, &state), .from = one_of(times, 3, &state),
			.until = one_of(times, 3, &state), .most = 200};
		if (f.account || f.reg || f.record || f.action || f.request || f.from)
			walk(&d, f);
		zhun_arena_rewind(d.call.arena, mark);
	}
	unit_call_close(&d.call);
}

static void test_pages(void) { unit_store_each(pages_on, true); }

/* Of an account with many changes, none of which removed anything but a few: a page is short and says so. */
static void stretches_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	fill(d.call.conn);
	const struct zhun_audit_filter f = {.reg = "organisation", .action = "remove", .most = 200};
	const struct zhun_json *page = changes(&d, f);
	CHECK(items_of(page) < 10);
	CHECK(word(page, "next") != NULL);
	const struct zhun_audit_filter alone = {.action = "remove", .most = 200};
	page = changes(&d, alone);
	CHECK_INT(items_of(page), (ROWS + 1008) / 1009);
	CHECK(word(page, "next") == NULL);
	unit_call_close(&d.call);
}

static void test_stretches(void) { unit_store_each(stretches_on, true); }

/* ---- plans ---- */

#define LEAD(words) words ", '', 0, '9', 0, 50"
#define END(words) words ", '', 0, '9', 0, 5000"

/* What each statement must walk along, and nothing else, when it is asked so. */
static const struct {
	enum zhun_sql sql;
	const char *index, *asked;
} walks[] = {
	{ZHUN_SQL_AUDIT_RECORD, "change_by_record", LEAD("NULL, NULL, 'x5', NULL, NULL")},
	{ZHUN_SQL_AUDIT_RECORD_END, "change_by_record", END("'x5'")},
	{ZHUN_SQL_AUDIT_REQUEST, "change_by_request", LEAD("NULL, NULL, NULL, NULL, 'r'")},
	{ZHUN_SQL_AUDIT_REQUEST_END, "change_by_request", END("'r'")},
	{ZHUN_SQL_AUDIT_ACCOUNT, "change_by_account_instant", LEAD("'a1', NULL, NULL, NULL, NULL")},
	{ZHUN_SQL_AUDIT_ACCOUNT_END, "change_by_account_instant", END("'a1'")},
	{ZHUN_SQL_AUDIT_REGISTER, "change_by_register", LEAD("NULL, 'site', NULL, NULL, NULL")},
	{ZHUN_SQL_AUDIT_REGISTER_END, "change_by_register", END("'organisation'")},
	{ZHUN_SQL_AUDIT_ACTION, "change_by_action", LEAD("NULL, NULL, NULL, 'remove', NULL")},
	{ZHUN_SQL_AUDIT_ALL, "change_by_instant", LEAD("NULL, NULL, NULL, NULL, NULL")},
	{ZHUN_SQL_SESSION_EVENT_ALL, "session_event_by_instant", LEAD("NULL, NULL")},
	{ZHUN_SQL_SESSION_EVENT_ACCOUNT, "session_event_by_account", LEAD("'a1', NULL")},
	{ZHUN_SQL_SESSION_EVENT_KIND, "session_event_by_kind", LEAD("NULL, 'remove'")},
	{ZHUN_SQL_SESSION_EVENT_BOTH, "session_event_by_account_kind", LEAD("'a1', 'remove'")},
};

static const char *lines_of(struct desk *d, const struct zhun_composed *asked, int column)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value *line = NULL;
	struct zhun_text all;
	zhun_text_init(&all, d->call.arena, SQL_SIZE);
	zhun_text_add(&all, "");
	CHECK_CODE(zhun_store_query_text(d->call.conn, asked, d->call.arena, &rows, &err), ZHUN_OK, &err);
	while (!zhun_rows_next(rows, &line, &err) && line)
		zhun_text_addf(&all, "%s\n", line[column].text);
	zhun_rows_done(rows);
	return all.ptr;
}

static const char *plan_of_sqlite(struct desk *d, const struct zhun_sql_row *row)
{
	struct zhun_value v[PARAMS];
	struct zhun_composed asked = {
		zhun_printf(d->call.arena, "EXPLAIN QUERY PLAN %s", row->text[ZHUN_SQLITE]), v, 0};
	for (; asked.count < row->count && asked.count < PARAMS; asked.count++)
		v[asked.count] = row->kinds[asked.count] == ZHUN_V_INT ? zhun_v_int(50) : zhun_v_text("5");
	return lines_of(d, &asked, 3);
}

/* Of a statement that was run often, when PostgreSQL may have chosen a plan for all values. */
static const char *plan_of_postgres(struct desk *d, const struct zhun_sql_row *row, size_t n)
{
	struct zhun_text prepare;
	const struct zhun_composed run = {
		.text = zhun_printf(d->call.arena, "EXPLAIN EXECUTE audit_%zu (%s)", n, walks[n].asked)};
	const char *plan = "";
	zhun_text_init(&prepare, d->call.arena, SQL_SIZE);
	zhun_text_addf(&prepare, "PREPARE audit_%zu (", n);
	for (size_t i = 0; i < row->count; i++)
		zhun_text_addf(&prepare, "%s%s", i ? ", " : "", row->kinds[i] == ZHUN_V_INT ? "BIGINT" : "TEXT");
	zhun_text_addf(&prepare, ") AS %s", row->text[ZHUN_POSTGRES]);
	unit_store_exec(d->call.conn, prepare.ptr);
	for (int i = 0; i < 8; i++)
		plan = lines_of(d, &run, 0);
	return plan;
}

static void plans_on(struct unit_store *u)
{
	static const char *const bad[] = {"SCAN", "TEMP B-TREE", "Seq Scan on change", "Seq Scan on session_event",
					  "Sort", "Bitmap"};
	struct desk d = open_desk(u->url);
	enum zhun_engine engine = zhun_conn_engine(d.call.conn);
	fill(d.call.conn);
	unit_store_exec(d.call.conn,
			"INSERT INTO session_event (instant, account, kind)"
			" SELECT instant, account, action FROM change");
	if (engine == ZHUN_POSTGRES)
		unit_store_exec(d.call.conn, "ANALYZE");
	for (size_t i = 0; i < ZHUN_COUNT(walks); i++) {
		const struct zhun_sql_row *row = &zhun_sql_rows[walks[i].sql];
		const char *plan = engine == ZHUN_SQLITE ? plan_of_sqlite(&d, row) : plan_of_postgres(&d, row, i);
		const char *found = strstr(plan, walks[i].index);
		bool good = found && strchr(" \n", found[strlen(walks[i].index)]);
		for (size_t j = 0; j < ZHUN_COUNT(bad); j++)
			good = good && !strstr(plan, bad[j]);
		unit_check(good, __FILE__, __LINE__, "%s wants %s:\n%s", row->name, walks[i].index, plan);
	}
	unit_call_close(&d.call);
}

static void test_plans(void) { unit_store_each(plans_on, true); }

/* ---- sessions ---- */

static enum zhun_code log_in(struct desk *d, const char *name, const char *password, struct zhun_secret *ret)
{
	const char *body = zhun_printf(d->call.arena, "{\"name\":\"%s\",\"password\":\"%s\"}", name, password);
	return zhun_service_session_open(as(d, (struct zhun_viewer){0}), body, strlen(body), &d->out, ret, &err);
}

static void set_up(struct desk *d)
{
	const char *link = NULL;
	struct zhun_secret secret = {0};
	CHECK_CODE(zhun_service_first_link(as(d, (struct zhun_viewer){0}), &link, &err), ZHUN_OK, &err);
	const char *body = zhun_printf(d->call.arena,
				       "{\"link\":\"%s\",\"name\":\"lin\",\"password\":\"correct horse\"}",
				       link ? link : "");
	CHECK_CODE(zhun_service_setup(as(d, (struct zhun_viewer){0}), body, strlen(body), &d->out, &secret, &err),
		   ZHUN_OK, &err);
}

/* A day of one account: everything that leaves an event, in order. */
static void live(struct desk *d)
{
	struct zhun_secret secret = {0};
	static const char token[] = "{\"name\":\"nightly\",\"days\":9}";
	set_up(d);
	CHECK_INT(log_in(d, "lin", "wrong horse", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK_INT(log_in(d, "typed-name", "typed-password", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK_INT(log_in(d, "lin", "correct horse", &secret), ZHUN_OK);
	const struct zhun_credentials c = {.cookie = secret.text};
	CHECK_CODE(zhun_service_identify(as(d, (struct zhun_viewer){0}), &c, &err), ZHUN_OK, &err);
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_token_create(&d->call, token, strlen(token), &d->out, &err), ZHUN_OK, &err);
	const char *id = word(unit_call_answer(&d->call, &d->out), "id");
	d->call.now += SECOND;
	CHECK_CODE(zhun_service_token_remove(&d->call, id, &err), ZHUN_OK, &err);
	const char *lin = d->call.viewer.account;
	zhun_text_init(&d->out, d->call.arena, OUT);
	d->call.now += SECOND;
	CHECK_CODE(zhun_service_link_create(&d->call, lin, &d->out, &err), ZHUN_OK, &err);
	d->call.now += SECOND;
	CHECK_CODE(zhun_service_session_close(&d->call, &err), ZHUN_OK, &err);
	d->call.session = NULL;
}

static void sessions_on(struct unit_store *u)
{
	static const struct { const char *kind, *account; } wanted[] = {
		{"log_out", "lin"}, {"link_made", "lin"}, {"token_ended", "lin"}, {"token_made", "lin"},
		{"log_in", "lin"}, {"log_in_refused", NULL}, {"log_in_refused", "lin"}, {"log_in", "lin"},
		{"password_set", "lin"},
		{"link_made", NULL}};
	struct desk d = open_desk(u->url);
	d.call.address = "192.0.2.7";
	d.call.request_id = "request-9";
	live(&d);
	const struct zhun_json *page = sessions(&d, (struct zhun_audit_filter){0});
	CHECK_INT(items_of(page), ZHUN_COUNT(wanted));
	for (size_t i = 0; i < ZHUN_COUNT(wanted) && item(page, i); i++) {
		const struct zhun_json *one = item(page, i);
		CHECK_TEXT(word(one, "kind"), wanted[i].kind);
		const char *title = linked(one, "account", "title");
		CHECK(wanted[i].account ? zhun_str_equal(title, wanted[i].account) : title == NULL);
		CHECK_TEXT(word(one, "address"), "192.0.2.7");
		CHECK_TEXT(word(one, "request"), "request-9");
		CHECK(linked(one, "actor", "id") == NULL);
		CHECK_INT(linked(one, "token", "id") != NULL, strncmp(wanted[i].kind, "token", 5) == 0);
	}
	CHECK(strstr(d.out.ptr, "horse") == NULL && strstr(d.out.ptr, "typed") == NULL && !strstr(d.out.ptr, "zh"));
	unit_call_close(&d.call);
}

static void test_sessions(void) { unit_store_each(sessions_on, true); }

static void filters_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const char *lin = NULL;
	live(&d);
	CHECK_CODE(zhun_service_account_id(administrator(&d), "lin", &lin, &err), ZHUN_OK, &err);
	CHECK_INT(items_of(sessions(&d, (struct zhun_audit_filter){.account = lin})), 8);
	CHECK_INT(items_of(sessions(&d, (struct zhun_audit_filter){.kind = "log_in_refused"})), 2);
	CHECK_INT(items_of(sessions(&d, (struct zhun_audit_filter){.account = lin, .kind = "log_in"})), 2);
	CHECK_INT(items_of(sessions(&d, (struct zhun_audit_filter){.until = "2026-11-22"})), 0);
	CHECK_INT(items_of(sessions(&d, (struct zhun_audit_filter){.from = "2026-11-23", .until = "2026-11-23"})), 10);
	struct zhun_audit_filter f = {.most = 3};
	size_t count = 0, pages = 0;
	do {
		const struct zhun_json *page = sessions(&d, f);
		count += items_of(page);
		f.before = word(page, "next");
		pages++;
	} while (f.before);
	CHECK_INT(count, 10);
	CHECK_INT(pages, 4);
	/* the same place, another actor: an account that makes a link for another */
	const char *mei = account(&d, "mei");
	as(&d, (struct zhun_viewer){.administrator = true, .account = lin});
	CHECK_CODE(zhun_service_link_create(&d.call, mei, &d.out, &err), ZHUN_OK, &err);
	const struct zhun_json *one = item(sessions(&d, (struct zhun_audit_filter){.account = mei}), 0);
	CHECK_TEXT(linked(one, "actor", "title"), "lin");
	unit_call_close(&d.call);
}

static void test_filters(void) { unit_store_each(filters_on, true); }

/* The daily work, which goes by the machine's clock, forgets what is older than was set, and no more. */
static void forgets_on(struct unit_store *u)
{
	static const int64_t day = INT64_C(86400000000), ages[] = {0, 29, 31, 399};
	const struct zhun_service_options o = {.database = u->url, .zone = "UTC", .session_event_days = 30};
	const struct zhun_session_event e = {.kind = ZHUN_SESSION_LOG_IN, .account = "a"};
	int64_t ran = 0, now = zhun_service_clock();
	struct desk d = {0};
	unit_call_open(&d.call, &o, now);
	zhun_service_as_administrator(&d.call);
	for (size_t i = 0; i < ZHUN_COUNT(ages); i++)
		CHECK_CODE(zhun_session_event_add(d.call.conn, &e, now - ages[i] * day, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_runner_once(&d.call, 100, &ran, &err), ZHUN_OK, &err);
	CHECK(ran > 0);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM session_event"), 2);
	unit_call_close(&d.call);
}

static void test_forgets(void) { unit_store_each(forgets_on, true); }

/* ---- without memory ---- */

static enum zhun_code both_lists(struct zhun_arena *a, void *context)
{
	const struct desk *d = context;
	const struct zhun_audit_filter f = {.most = 2};
	struct zhun_call call = d->call;
	struct zhun_text out;
	call.arena = a;
	zhun_service_as_administrator(&call);
	zhun_text_init(&out, a, OUT);
	enum zhun_code code = zhun_service_audit_changes(&call, &f, &out, &err);
	zhun_text_init(&out, a, OUT);
	if (!code)
		code = zhun_service_audit_sessions(&call, &f, &out, &err);
	CHECK(code == ZHUN_OK || code == ZHUN_E_NO_MEMORY);
	return code;
}

static void test_faults(void)
{
	struct unit_store u;
	if (!unit_store_open_migrated(&u, ZHUN_SQLITE))
		return;
	struct desk d = open_desk(u.url);
	live(&d);
	unit_fault_loop(both_lists, &d);
	unit_call_close(&d.call);
	unit_store_close(&u);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"audit told of records", test_told}, {"audit days", test_days}, {"audit readers", test_readers},
		{"audit refused", test_refused}, {"audit pages of any filters", test_pages},
		{"audit stretches", test_stretches}, {"audit plans", test_plans}, {"audit sessions", test_sessions},
		{"audit filters of sessions", test_filters}, {"audit forgets", test_forgets},
		{"audit without memory", test_faults},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}
