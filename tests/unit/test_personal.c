/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The person behind an account on both engines: all that is kept is told, and after erasing nothing in the whole
 * database says who it was. Covers service/personal.c, service/personal_export.c, service/personal_erase.c; of
 * http/handler_personal.c tests/http/personal.case asks.
 */
#include "service/personal.h"

#include <pthread.h>

#include "register/declaration.h"
#include "service/mail.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 26 };
static const int64_t NOW = INT64_C(1795400000000000), MINUTE = 60000000;   /* 2026-11-23T02:13:20Z */

#define NAME "Lin.Wei"
#define FULL "林伟明"
#define MAIL "lin@example.cn"
#define HOME "203.0.113.9"
#define OFFICE "198.51.100.4"
#define PASSWORD "correct horse"

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
	const char *lin, *keeper, *member, *lab;  /* ids */
	const char *cookie, *bearer;              /* of lin */
};

static struct zhun_call *nobody(struct desk *d)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
	d->call.viewer = (struct zhun_viewer){0};
	d->call.principal = NULL;
	d->call.session = NULL;
	return &d->call;
}

static struct zhun_call *administrator(struct desk *d)
{
	zhun_service_as_administrator(nobody(d));
	return &d->call;
}

static enum zhun_code as_lin(struct desk *d)
{
	const struct zhun_credentials c = {.cookie = d->cookie};
	return zhun_service_identify(nobody(d), &c, &err);
}

static struct zhun_bytes bytes_of(const char *s)
{
	return (struct zhun_bytes){(const unsigned char *)s, strlen(s)};
}

/* ---- a world with a person in it ---- */

static const char *make(struct desk *d, const char *reg, const char *word, const char *json)
{
	struct zhun_record_facts facts = {0};
	const struct zhun_record_write w = {.body = json, .length = strlen(json), .once = word};
	CHECK_CODE(zhun_service_record_create(&d->call, zhun_register_named(reg), &w, &d->out, &facts, &err), ZHUN_OK,
		   &err);
	return facts.id;
}

static const char *join(struct desk *d, const char *word, const char *account)
{
	return make(d, "member", word,
		    zhun_printf(d->call.arena, "{\"account\":\"%s\",\"organisation\":\"%s\",\"role\":\"staff\"}",
				account, d->lab));
}

/* An administrator with a password. */
static const char *person(struct desk *d, const char *name, const char *full_name, const char **ret_cookie)
{
	const struct zhun_account_new n = {.name = name, .full_name = full_name, .administrator = true};
	struct zhun_secret secret = {0};
	const char *link = "", *id = "";
	CHECK_CODE(zhun_service_account_add(administrator(d), &n, &link, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_account_id(&d->call, name, &id, &err), ZHUN_OK, &err);
	const char *body = zhun_printf(d->call.arena,
				       "{\"link\":\"%s\",\"name\":\"%s\",\"password\":\"" PASSWORD "\"}", link, name);
	CHECK_CODE(zhun_service_setup(nobody(d), body, strlen(body), &d->out, &secret, &err), ZHUN_OK, &err);
	*ret_cookie = secret.text;
	return id;
}

static void token(struct desk *d)
{
	static const char body[] = "{\"name\":\"" NAME "'s script\",\"days\":9}";
	CHECK_CODE(as_lin(d), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_token_create(&d->call, body, strlen(body), &d->out, &err), ZHUN_OK, &err);
	d->bearer = zhun_json_get_string(unit_call_answer(&d->call, &d->out), "secret");
}

/* What other use cases leave behind, as they write it. */
static void traces(struct desk *d)
{
	static const char *const rows[] = {
		"INSERT INTO contact (account, email, confirmed, language) VALUES ('{1}', '" MAIL "', '2026', 'zh')",
		"INSERT INTO notice_choice (account, event, shown, mail) VALUES ('{1}', 'member_added', 1, 'now')",
		"INSERT INTO notice (id, account, event, about, words, created, shown, digest) VALUES "
		"('n1', '{1}', 'import_finished', 'j', '{\"0\":\"" FULL "\"}', '2026', 1, 0)",
		"INSERT INTO preference (account, rev, document) VALUES ('{1}', 2, '{\"signed\":\"" FULL "\"}')",
		"INSERT INTO link (hash, purpose, account, created, expires) VALUES "
		"('l1', 'reset', '{1}', '2026', '2027')",
		"INSERT INTO invitation (hash, id, organisation, role, whom, inviter, created, expires) VALUES "
		"('h1', 'i1', 'lab', 'staff', 'somebody else', '{1}', '2026', '2027')",
		"INSERT INTO organisation_request (id, number, created, code, record, contact, email, message, "
		"language, hash, account, state) VALUES ('r1', 1, '2026', 'C', '{\"code\":\"C\"}', '" FULL "', "
		"'" MAIL "', '" NAME " asks', 'zh', 'h1', '{1}', 'asked')",
		"INSERT INTO hook (id, organisation, url, secret, events, created, account) VALUES "
		"('k1', 'lab', 'https://lab.example', 's', ' x ', '2026', '{1}')",
		"INSERT INTO job (id, kind, lane, account, argument, document, result, state, attempts, created) "
		"VALUES ('j1', 'rows_import', 'work', '{1}', '{\"register\":\"account\"}', "
		"'d1', 'd2', 'done', 1, '2026')",
		"INSERT INTO job (id, kind, lane, account, argument, state, attempts, created) VALUES "
		"('j2', 'mail', 'outbox', '{1}', '{\"to\":\"old@example.cn\",\"text\":\"" FULL "\"}', "
		"'failed', 9, '2026')",
		"INSERT INTO job (id, kind, lane, argument, state, attempts, created) SELECT 'j3', 'mail', 'outbox', "
		"'{\"to\":\"" MAIL "\",\"text\":\"/notices#zhm_secret\"}', 'failed', 9, '2026' WHERE '{1}' <> ''",
	};
	static const char *const events[] = {
		"INSERT INTO session_event (instant, account, kind, address) VALUES "
		"('2026', '{1}', 'log_in', '" HOME "')",
		"INSERT INTO session_event (instant, account, kind, address) VALUES "
		"('2026', '{1}', 'provider_connected', '" HOME "')",
		"INSERT INTO session_event (instant, account, kind, actor, address) VALUES "
		"('2026', 'another', 'token_ended', '{1}', '" HOME "')",
		"INSERT INTO session_event (instant, account, kind, actor, address) VALUES "
		"('2026', '{1}', 'link_made', 'another', '" OFFICE "')",
	};
	static const char *const others[] = {
		"INSERT INTO invitation (hash, id, organisation, role, whom, created, expires) VALUES "
		"('h2', 'i2', 'lab', 'staff', 'Ms " FULL " of the lab', '2026', '2027')",
		"INSERT INTO invitation (hash, id, organisation, role, whom, created, expires) VALUES "
		"('h3', 'i3', 'lab', 'staff', 'another', '2026', '2027')",
		"INSERT INTO job (id, kind, lane, argument, state, attempts, created) VALUES "
		"('j4', 'mail', 'outbox', '{\"to\":\"x" MAIL "\"}', 'failed', 9, '2026')",
		"INSERT INTO attempt (who, failures, last) VALUES ('name:lin.wei', 2, '2026')",
		"INSERT INTO attempt (who, failures, last) VALUES ('name:somebody', 2, '2027')",
		"INSERT INTO document (id, sha256, media_type, size, recorded_from, bytes) VALUES "
		"('d1', 'x1', 'text/csv', 4, '2026', CAST('name' AS {1}))",
		"INSERT INTO document (id, sha256, media_type, size, recorded_from, bytes) VALUES "
		"('d2', 'x2', 'text/csv', 4, '2026', CAST('name' AS {1}))",
	};
	const char *const words[ZHUN_MAIL_WORDS] = {d->lin};
	const char *const kinds[ZHUN_MAIL_WORDS] = {
		zhun_conn_engine(d->call.conn) == ZHUN_SQLITE ? "BLOB" : "BYTEA"};
	for (size_t i = 0; i < ZHUN_COUNT(rows); i++)
		unit_store_exec(d->call.conn, zhun_mail_fill(d->call.arena, rows[i], words));
	for (size_t i = 0; i < ZHUN_COUNT(events); i++)
		unit_store_exec(d->call.conn, zhun_mail_fill(d->call.arena, events[i], words));
	for (size_t i = 0; i < ZHUN_COUNT(others); i++)
		unit_store_exec(d->call.conn, zhun_mail_fill(d->call.arena, others[i], kinds));
}

static struct desk open_world(const char *url)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = url, .zone = "Asia/Shanghai"};
	const char *other = NULL;
	unit_call_open(&d.call, &o, NOW);
	d.keeper = person(&d, "keeper", "The Keeper", &other);
	d.lin = person(&d, NAME, FULL, &d.cookie);
	token(&d);
	CHECK_CODE(as_lin(&d), ZHUN_OK, &err);
	d.lab = make(&d, "organisation", "a",
		     "{\"code\":\"T-LAB\",\"kind\":\"laboratory\",\"name\":{\"en\":\"Laboratory\"}}");
	d.member = join(&d, "b", d.lin);
	join(&d, "c", d.keeper);
	traces(&d);
	return d;
}

/* ---- the table ---- */

static const struct zhun_personal_part *part_of(const char *table, const char *column)
{
	for (const struct zhun_personal_part *p = zhun_personal_parts; p->table; p++)
		if (zhun_str_equal(p->table, table) && zhun_str_equal(p->column, column))
			return p;
	return NULL;
}

static bool of_register(const char *table)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		size_t n = strlen(zhun_registers[i]->name);
		if (strncmp(table, zhun_registers[i]->name, n) == 0 && (!table[n] || table[n] == '_'))
			return true;
	}
	return false;
}

/* What leads to an account, or what a person is called or reached by; of registers only the former: what they say of
 * people is theirs to correct and to end. */
static bool is_personal(const char *table, const char *column, const char *refers)
{
	static const char *const words[] = {"inviter", "whom", "who", "email", "mail", "address", "full_name", "person",
					    "invitee", "requester", "phone"};
	bool leads = strstr(column, "account") || zhun_str_equal(refers, "account");
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		leads = leads || (zhun_str_equal(column, words[i]) && !of_register(table));
	return leads;
}

static void table_on(struct unit_store *u)
{
	struct zhun_arena *a = zhun_arena_open(OUT);
	struct zhun_conn *c = unit_store_writer(u);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	size_t parts = 0, found = 0;
	const struct zhun_asked asked = {ZHUN_SQL_SCHEMA_COLUMNS, NULL, 0};
	CHECK_CODE(zhun_store_query(c, &asked, a, &rows, &err), ZHUN_OK, &err);
	while (!zhun_rows_next(rows, &row, &err) && row) {
		found += part_of(row[0].text, row[1].text) != NULL;
		if (is_personal(row[0].text, row[1].text, row[4].text))
			unit_check(part_of(row[0].text, row[1].text) != NULL, __FILE__, __LINE__,
				   "%s.%s: say in service/personal.c what is told of it and what erasing does",
				   row[0].text, row[1].text);
	}
	for (const struct zhun_personal_part *p = zhun_personal_parts; p->table; p++, parts++) {
		CHECK((p->erase == ZHUN_PERSONAL_NONE) == (p->kept != NULL));
		CHECK((p->read == ZHUN_PERSONAL_NONE) == (p->member == NULL) && !p->member == !p->columns[0]);
	}
	CHECK_INT(found, parts);   /* each is a column that there is, named once */
	zhun_conn_close(c);
	zhun_arena_close(a);
}

static void test_table(void)
{
	unit_store_each(table_on, true);
}

/* ---- telling ---- */

static enum zhun_code take(void *context, const char *s, size_t n, struct zhun_error *e)
{
	(void)e;
	zhun_text_addn(context, s, n);
	return ZHUN_OK;
}

static const struct zhun_json *told(struct desk *d, int64_t after, int64_t most)
{
	const struct zhun_personal_out o = {after, most, take, &d->out};
	CHECK_CODE(as_lin(d), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_personal_own(&d->call, &o, &err), ZHUN_OK, &err);
	return unit_call_answer(&d->call, &d->out);
}

static const struct zhun_json *first_of(const struct zhun_json *json, const char *member)
{
	const struct zhun_json *list = zhun_json_get(json, member);
	return list && list->kind == ZHUN_J_ARRAY ? list->first : list;
}

static void check_members(const struct zhun_json *json)
{
	static const struct { const char *name; size_t count; } lists[] = {
		{"versions", 1}, {"memberships", 1}, {"sessions", 1}, {"tokens", 1}, {"links", 1}, {"notices", 1},
		{"choices", 1}, {"jobs", 1}, {"mails", 2}, {"answers", 3}, {"invitations", 1}, {"invitations_made", 1},
		{"webhooks", 1}, {"failed_logins", 1}, {"organisation_requests", 1},
	};
	for (size_t i = 0; i < ZHUN_COUNT(lists); i++) {
		const struct zhun_json *list = zhun_json_get(json, lists[i].name);
		unit_check(list && list->count == lists[i].count, __FILE__, __LINE__, "%s: %zu", lists[i].name,
			   list ? list->count : 0);
	}
	CHECK_TEXT(zhun_json_get_string(first_of(json, "account"), "name"), NAME);
	CHECK_TEXT(zhun_json_get_string(first_of(json, "account"), "full_name"), FULL);
	CHECK(zhun_json_get(first_of(json, "account"), "administrator")->kind == ZHUN_J_TRUE);
	CHECK_TEXT(zhun_json_get_string(first_of(json, "memberships"), "organisation_en"), "Laboratory");
	CHECK(zhun_json_get(first_of(json, "memberships"), "recorded_to")->kind == ZHUN_J_NULL);
	CHECK_TEXT(zhun_json_get_string(first_of(json, "contact"), "email"), MAIL);
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(first_of(json, "preferences"), "document"), "signed"), FULL);
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(first_of(json, "mails"), "mail"), "text"), FULL);
	CHECK(zhun_json_get(first_of(json, "password"), "changed") != NULL);
	CHECK_INT(zhun_json_get(zhun_json_get(json, "changes"), "items")->count, 3);
}

/* Of what opens something not even the digest. */
static void check_secrets(struct desk *d)
{
	char digest[ZHUN_SHA256_TEXT];
	const char *text = "";
	CHECK_CODE(zhun_text_done(&d->out, &text, &err), ZHUN_OK, &err);
	CHECK(strstr(text, NAME) != NULL);
	CHECK(!strstr(text, "argon2") && !strstr(text, "zhm_") && !strstr(text, d->cookie) && !strstr(text, d->bearer));
	CHECK_CODE(zhun_secret_hash(d->cookie, digest, &err), ZHUN_OK, &err);
	CHECK(!strstr(text, digest));
	CHECK_CODE(zhun_secret_hash(d->bearer, digest, &err), ZHUN_OK, &err);
	CHECK(!strstr(text, digest));
}

/* Two at a time are the same as all at once. */
static void check_pages(struct desk *d)
{
	int64_t after = 0, n = 0;
	const char *next = "0";
	for (int page = 0; next && page < 5; page++) {
		const struct zhun_json *changes = zhun_json_get(told(d, after, 2), "changes");
		for (const struct zhun_json *c = zhun_json_get(changes, "items")->first; c; c = c->next, n++) {
			CHECK(zhun_json_get(c, "n")->integer > after);
			after = zhun_json_get(c, "n")->integer;
		}
		next = zhun_json_get_string(changes, "next");
	}
	CHECK(next == NULL);
	CHECK_INT(n, 3);
}

static void told_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	const struct zhun_personal_out o = {0, 0, take, &d.out};
	check_members(told(&d, 0, 0));
	check_secrets(&d);
	check_pages(&d);
	CHECK_CODE(zhun_service_personal_own(nobody(&d), &o, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	CHECK_CODE(zhun_service_personal(nobody(&d), d.lin, &o, &err), ZHUN_E_ADMINISTRATOR_NEEDED, &err);
	CHECK_CODE(zhun_service_personal(administrator(&d), d.lab, &o, &err), ZHUN_E_ACCOUNT_UNKNOWN, &err);
	CHECK_CODE(zhun_service_personal(administrator(&d), d.lin, &o, &err), ZHUN_OK, &err);
	check_members(unit_call_answer(&d.call, &d.out));
	d.call.viewer.registers = " certificate ";
	CHECK_CODE(zhun_service_personal(&d.call, d.lin, &o, &err), ZHUN_E_SCOPE_MISSING, &err);
	unit_call_close(&d.call);
}

static void test_told(void)
{
	unit_store_each(told_on, true);
}

/* Neither a name that was chosen for it nor an address that is only claimed brings others' data to light. */
static void claimed_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	unit_store_exec(d.call.conn, "UPDATE invitation SET whom = 'somebody@" NAME ".example' WHERE id = 'i3'");
	unit_store_exec(d.call.conn, "UPDATE invitation SET whom = '" MAIL "' WHERE id = 'i2'");
	CHECK_INT(zhun_json_get(told(&d, 0, 0), "invitations")->count, 1);
	CHECK_INT(zhun_json_get(told(&d, 0, 0), "mails")->count, 2);
	unit_store_exec(d.call.conn, "UPDATE contact SET confirmed = NULL");
	CHECK_INT(zhun_json_get(told(&d, 0, 0), "invitations")->count, 0);
	CHECK_INT(zhun_json_get(told(&d, 0, 0), "mails")->count, 1);
	unit_store_exec(d.call.conn, "UPDATE contact SET confirmed = '2026'");
	unit_store_exec(d.call.conn, "UPDATE job SET account = 'another' WHERE id = 'j3'");
	CHECK_INT(zhun_json_get(told(&d, 0, 0), "mails")->count, 1);
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"x\"}"), &err), ZHUN_OK, &err);
	unit_store_exec(d.call.conn, "DELETE FROM job WHERE kind <> 'mail'");
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job"), 2);
	unit_call_close(&d.call);
}

static void test_claimed(void)
{
	unit_store_each(claimed_on, true);
}

/* ---- erasing ---- */

static const char *dump(struct desk *d)
{
	const struct zhun_dump_out o = {take, &d->out};
	const char *text = "";
	int64_t rows = 0;
	CHECK_CODE(zhun_service_dump(administrator(d), &o, &rows, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_text_done(&d->out, &text, &err), ZHUN_OK, &err);
	CHECK(rows > 20);
	return text;
}

static bool names(const char *text)
{
	static const char *const words[] = {NAME, "lin.wei", FULL, ("\"" MAIL), "old@example.cn"};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

static int64_t count(const struct desk *d, const char *from)
{
	return unit_store_int(d->call.conn, zhun_printf(d->call.arena, "SELECT count(*) FROM %s", from));
}

static const char *name_of(struct desk *d, const char *known_at)
{
	struct zhun_record_facts facts = {0};
	const struct zhun_param when = {"known_at", known_at};
	const struct zhun_params params = {&when, known_at ? 1 : 0};
	const struct zhun_ref ref = {.reg = zhun_register_named("account"), .id = d->lin};
	CHECK_CODE(zhun_service_record_get(administrator(d), &ref, &params, &d->out, &facts, &err), ZHUN_OK, &err);
	return zhun_json_get_string(unit_call_answer(&d->call, &d->out), "name");
}

static void check_nameless(struct desk *d, int64_t changes)
{
	const char *erased = zhun_printf(d->call.arena, ZHUN_ERASED_PREFIX "%s", d->lin);
	const char *text = dump(d);
	CHECK(!names(text));
	CHECK(strstr(text, "x" MAIL) != NULL);   /* another's address that holds this one */
	CHECK_TEXT(name_of(d, NULL), erased);
	CHECK_TEXT(name_of(d, "2026-11-23T02:13:21Z"), erased);
	CHECK_INT(count(d, "search WHERE register = 'account' AND (title LIKE '%wei%' OR words LIKE '%林%')"), 0);
	CHECK_INT(count(d, "search WHERE register = 'account' AND title LIKE '%erased%'"), 1);
	/* what was done stays, from where a person did it does not; another's address is another's */
	CHECK_INT(count(d, "session_event WHERE instant = '2026'"), 4);
	CHECK_INT(count(d, "session_event WHERE address = '" HOME "'"), 0);
	CHECK_INT(count(d, "session_event WHERE address = '" OFFICE "'"), 1);
	CHECK_INT(count(d, "attempt"), 1);
	CHECK_INT(count(d, "invitation WHERE whom IS NULL"), 1);
	CHECK_INT(count(d, "document"), 0);
	CHECK_INT(count(d, "member"), 1);
	CHECK_INT(count(d, zhun_printf(d->call.arena, "change WHERE account = '%s'", d->lin)), changes);
	CHECK_INT(count(d, zhun_printf(d->call.arena, "member_history WHERE account = '%s'", d->lin)), 1);
}

static void check_shut(struct desk *d)
{
	const char *body = "{\"name\":\"" NAME "\",\"password\":\"" PASSWORD "\"}";
	const struct zhun_credentials c = {.bearer = d->bearer};
	struct zhun_secret secret = {0};
	CHECK_CODE(zhun_service_session_open(nobody(d), body, strlen(body), &d->out, &secret, &err),
		   ZHUN_E_LOGIN_FAILED, &err);
	CHECK_CODE(as_lin(d), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_service_identify(nobody(d), &c, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_service_link_create(administrator(d), d->lin, &d->out, &err), ZHUN_E_ACCOUNT_UNKNOWN, &err);
}

static enum zhun_code update(struct desk *d, const char *id, const char *json)
{
	struct zhun_record_facts facts = {0};
	const char *rev = zhun_printf(d->call.arena, "SELECT rev FROM account WHERE id = '%s'", id);
	const struct zhun_record_write w = {.id = id, .body = json, .length = strlen(json),
					    .rev = unit_store_int(d->call.conn, rev)};
	return zhun_service_record_update(administrator(d), zhun_register_named("account"), &w, &d->out, &facts, &err);
}

static enum zhun_code import(struct desk *d, const char *csv)
{
	bool filed = true;
	const struct zhun_rows_in in = {.bytes = bytes_of(csv), .format = "csv", .most = 9};
	return zhun_service_rows_import(administrator(d), zhun_register_named("account"), &in, &d->out, &filed, &err);
}

/* Neither reopened nor given a name again, one by one or by a table. */
static void check_for_good(struct desk *d)
{
	const char *row = zhun_printf(d->call.arena, "name,full_name\n" ZHUN_ERASED_PREFIX "%s," FULL "\n", d->lin);
	CHECK_CODE(update(d, d->lin, "{\"closed\":false}"), ZHUN_E_ACCOUNT_ERASED, &err);
	CHECK_CODE(update(d, d->lin, "{\"name\":\"" NAME "\"}"), ZHUN_E_ACCOUNT_ERASED, &err);
	CHECK_CODE(import(d, row), ZHUN_E_ACCOUNT_ERASED, &err);
	CHECK_CODE(update(d, d->keeper, "{\"full_name\":\"Another\"}"), ZHUN_OK, &err);
}

static void erased_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	CHECK(names(dump(&d)));
	CHECK_CODE(as_lin(&d), ZHUN_OK, &err);
	d.call.viewer.administrator = false;
	CHECK_CODE(zhun_service_erase(&d.call, d.lin, bytes_of("{\"reason\":\"x\"}"), &err),
		   ZHUN_E_ADMINISTRATOR_NEEDED, &err);
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"\"}"), &err), ZHUN_E_BODY_FIELD,
		   &err);
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lab, bytes_of("{\"reason\":\"x\"}"), &err),
		   ZHUN_E_ACCOUNT_UNKNOWN, &err);
	CHECK(names(dump(&d)));
	d.call.now = NOW + 10 * MINUTE;
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"asked by letter\"}"), &err),
		   ZHUN_OK, &err);
	check_nameless(&d, 3);
	CHECK_INT(count(&d, "change WHERE reason = 'asked by letter'"), 2);
	/* again is the same */
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"x\"}"), &err), ZHUN_OK, &err);
	CHECK(!names(dump(&d)));
	check_for_good(&d);
	check_shut(&d);
	unit_call_close(&d.call);
}

static void test_erased(void)
{
	unit_store_each(erased_on, true);
}

/* A record that was removed has a history, and that a name. */
static void removed_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	const struct zhun_register *member = zhun_register_named("member"), *account = zhun_register_named("account");
	struct zhun_record_write w = {.id = d.member, .rev = 1};
	CHECK_CODE(zhun_service_record_remove(administrator(&d), member, &w, &err), ZHUN_OK, &err);
	w.id = d.lin;
	CHECK_CODE(zhun_service_record_remove(administrator(&d), account, &w, &err), ZHUN_OK, &err);
	CHECK(names(dump(&d)));
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"x\"}"), &err), ZHUN_OK, &err);
	CHECK(!names(dump(&d)));
	unit_call_close(&d.call);
}

static void test_removed(void)
{
	unit_store_each(removed_on, true);
}

/* ---- by the person ---- */

static enum zhun_code erase_own(struct desk *d, const char *body)
{
	enum zhun_code code = as_lin(d);
	return code ? code : zhun_service_erase_own(&d->call, bytes_of(body), &err);
}

static void own_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	const struct zhun_credentials c = {.bearer = d.bearer};
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_erase_own(&d.call, bytes_of("{\"password\":\"" PASSWORD "\"}"), &err),
		   ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	CHECK_CODE(erase_own(&d, "{}"), ZHUN_E_BODY_FIELD, &err);
	CHECK_CODE(erase_own(&d, "{\"password\":\"wrong horse\"}"), ZHUN_E_PASSWORD_WRONG, &err);
	CHECK(names(dump(&d)));
	for (int i = 0; i < 3; i++)
		CHECK_CODE(erase_own(&d, "{\"password\":\"wrong horse\"}"), ZHUN_E_PASSWORD_WRONG, &err);
	CHECK_CODE(erase_own(&d, "{\"password\":\"" PASSWORD "\"}"), ZHUN_E_LOGIN_WAIT, &err);
	d.call.now = NOW + 20 * MINUTE;
	CHECK_CODE(erase_own(&d, "{\"password\":\"" PASSWORD "\"}"), ZHUN_OK, &err);
	check_nameless(&d, 5);   /* those of the erasing are the account's own */
	check_shut(&d);
	unit_call_close(&d.call);
}

static void test_own(void)
{
	unit_store_each(own_on, true);
}

/* Without a password, as who logs in elsewhere: a log-in of the last minutes confirms. */
static void fresh_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	unit_store_exec(d.call.conn, zhun_printf(d.call.arena, "DELETE FROM credential WHERE account = '%s'", d.lin));
	d.call.now = NOW + 11 * MINUTE;
	CHECK_CODE(erase_own(&d, "{}"), ZHUN_E_LOGIN_FRESH_NEEDED, &err);
	d.call.now = NOW + 9 * MINUTE;
	CHECK_CODE(erase_own(&d, "{}"), ZHUN_OK, &err);
	CHECK(!names(dump(&d)));
	unit_call_close(&d.call);
}

static void test_fresh(void)
{
	unit_store_each(fresh_on, true);
}

/* ---- the last administrator ---- */

static void last_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	CHECK_CODE(update(&d, d.lin, "{\"administrator\":false}"), ZHUN_OK, &err);
	CHECK_CODE(update(&d, d.keeper, "{\"administrator\":false}"), ZHUN_E_LAST_ADMINISTRATOR, &err);
	CHECK_CODE(update(&d, d.keeper, "{\"closed\":true}"), ZHUN_E_LAST_ADMINISTRATOR, &err);
	CHECK_CODE(update(&d, d.keeper, "{\"full_name\":\"K.\"}"), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_erase(administrator(&d), d.keeper, bytes_of("{\"reason\":\"x\"}"), &err),
		   ZHUN_E_LAST_ADMINISTRATOR, &err);
	CHECK_CODE(import(&d, "name,closed\nkeeper,true\n"), ZHUN_E_LAST_ADMINISTRATOR, &err);
	CHECK_INT(count(&d, "account WHERE administrator = 1 AND closed IS NULL AND full_name = 'K.'"), 1);
	CHECK_CODE(zhun_service_erase(administrator(&d), d.lin, bytes_of("{\"reason\":\"x\"}"), &err), ZHUN_OK, &err);
	unit_call_close(&d.call);
}

static void test_last(void)
{
	unit_store_each(last_on, true);
}

/* Two administrators who leave at the same moment: one of them stays. */
struct leaver {
	struct zhun_call call;
	const char *account;
	pthread_barrier_t *start;
	enum zhun_code code;
};

static void *leave(void *context)
{
	struct leaver *l = context;
	struct zhun_error why;
	(void)pthread_barrier_wait(l->start);
	l->code = zhun_service_erase(&l->call, l->account, bytes_of("{\"reason\":\"x\"}"), &why);
	return NULL;
}

static void leave_together(struct leaver *both)
{
	pthread_t threads[2];
	pthread_barrier_t start;
	CHECK_INT(pthread_barrier_init(&start, NULL, 2), 0);
	for (size_t i = 0; i < 2; i++) {
		both[i].start = &start;
		CHECK_INT(pthread_create(&threads[i], NULL, leave, &both[i]), 0);
	}
	for (size_t i = 0; i < 2; i++)
		CHECK_INT(pthread_join(threads[i], NULL), 0);
	(void)pthread_barrier_destroy(&start);
}

static void together_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	struct leaver both[2] = {{.account = d.lin}, {.account = d.keeper}};
	for (size_t i = 0; i < 2; i++) {
		both[i].call = *administrator(&d);
		both[i].call.arena = zhun_arena_open(OUT);
		CHECK_CODE(zhun_service_connect(d.call.service, true, &both[i].call.conn, &err), ZHUN_OK, &err);
	}
	leave_together(both);
	bool first = both[0].code == ZHUN_OK;
	CHECK_INT(both[first ? 0 : 1].code, ZHUN_OK);
	CHECK_INT(both[first ? 1 : 0].code, ZHUN_E_LAST_ADMINISTRATOR);
	for (size_t i = 0; i < 2; i++) {
		zhun_service_disconnect(both[i].call.conn);
		zhun_arena_close(both[i].call.arena);
	}
	CHECK_INT(count(&d, "account WHERE administrator = 1 AND closed IS NULL"), 1);
	unit_call_close(&d.call);
}

static void test_together(void)
{
	for (int round = 0; round < 2; round++)
		unit_store_each(together_on, true);
}

/* ---- memory ---- */

static enum zhun_code discard(void *context, const char *s, size_t n, struct zhun_error *e)
{
	(void)s, (void)e;
	*(size_t *)context += n;
	return ZHUN_OK;
}

static enum zhun_code tell_in(struct zhun_arena *a, void *context)
{
	struct desk *d = context;
	size_t told_bytes = 0;
	const struct zhun_personal_out o = {0, 0, discard, &told_bytes};
	struct zhun_arena *own = d->call.arena;
	d->call.arena = a;
	enum zhun_code code = zhun_service_personal(&d->call, d->lin, &o, &err);
	d->call.arena = own;
	return code;
}

static void faults_on(struct unit_store *u)
{
	struct desk d = open_world(u->url);
	administrator(&d);
	unit_fault_loop(tell_in, &d);
	unit_call_close(&d.call);
}

static void test_faults(void)
{
	struct unit_store u;
	if (unit_store_open_migrated(&u, ZHUN_SQLITE))
		faults_on(&u);
	unit_store_close(&u);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"personal: every column is spoken for", test_table},
		{"personal: all is told", test_told},
		{"personal: others' data stays theirs", test_claimed},
		{"personal: erased", test_erased},
		{"personal: erased after its record was removed", test_removed},
		{"personal: erased by oneself", test_own},
		{"personal: a fresh log-in confirms", test_fresh},
		{"personal: the last administrator stays", test_last},
		{"personal: two who leave at once", test_together},
		{"personal: memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
