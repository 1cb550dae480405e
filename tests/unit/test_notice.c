/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notices on both engines: the table of events; what the change feed means is told once, to whom it concerns, as each
 * chose; what expires soon; the daily summary. Covers service/notice.c, service/notice_ask.c, service/notice_daily.c,
 * service/notice_events.c, service/notice_follow.c, service/changes.c and service/rows_job.c (run in tests/crash).
 */
#include "service/notice.h"

#include "service/runner.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 26, OUT = 1 << 20 };
static const int64_t NOW = INT64_C(1795400000000000);   /* 2026-11-23 */

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
	const char *lab, *body, *account;
};

static struct zhun_bytes bytes_of(const char *text)
{
	return (struct zhun_bytes){(const unsigned char *)text, strlen(text)};
}

static void fresh(struct desk *d)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
}

static void as_administrator(struct desk *d)
{
	fresh(d);
	zhun_service_as_administrator(&d->call);
}

static void as_account(struct desk *d)
{
	fresh(d);
	d->call.viewer = (struct zhun_viewer){.account = d->account};
}

static const struct zhun_json *answer(struct desk *d)
{
	return unit_call_answer(&d->call, &d->out);
}

static const char *make(struct desk *d, const char *reg, const char *body)
{
	struct zhun_record_facts facts = {.id = ""};
	const struct zhun_record_write w = {.body = body, .length = strlen(body)};
	as_administrator(d);
	CHECK_CODE(zhun_service_record_create(&d->call, zhun_register_named(reg), &w, &d->out, &facts, &err), ZHUN_OK,
		   &err);
	return facts.id;
}

static const char *organisation(struct desk *d, const char *code)
{
	return make(d, "organisation", zhun_printf(d->call.arena,
		"{\"code\":\"%s\",\"kind\":\"laboratory\",\"name\":{\"en\":\"House %s\",\"zh\":\"机构 %s\"}}",
		code, code, code));
}

static struct desk open_desk(const char *url)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = url, .zone = "UTC", .outside = {
		.url = "https://zhun.example.org", .smtp_url = "smtp://127.0.0.1:1", .smtp_from = "zhun@example.org"}};
	int64_t read = 0;
	unit_call_open(&d.call, &o, NOW);
	CHECK_CODE(zhun_notice_follow(&d.call, &read, &err), ZHUN_OK, &err);   /* what happens from now on is told */
	d.lab = organisation(&d, "LAB");
	d.body = organisation(&d, "BODY");
	d.account = make(&d, "account", "{\"name\":\"lin\"}");
	(void)make(&d, "member", zhun_printf(d.call.arena,
		"{\"account\":\"%s\",\"organisation\":\"%s\",\"role\":\"staff\"}", d.account, d.lab));
	return d;
}

static void close_desk(struct desk *d)
{
	unit_call_close(&d->call);
}

/* Other tests' transactions hold the feed of their cluster back for a while. */
static void follow_until(struct desk *d, const char *sql, int64_t wanted)
{
	const struct timespec pause = {0, 50 * 1000 * 1000};
	int64_t read = 0;
	for (int i = 0; i < 1200 && unit_store_int(d->call.conn, sql) != wanted; i++) {
		CHECK_CODE(zhun_notice_follow(&d->call, &read, &err), ZHUN_OK, &err);
		if (!read)
			(void)nanosleep(&pause, NULL);
	}
	CHECK_INT(unit_store_int(d->call.conn, sql), wanted);
}

static const char *accreditation(struct desk *d, const char *number, const char *more)
{
	return make(d, "accreditation", zhun_printf(d->call.arena,
		"{\"number\":\"%s\",\"body\":\"%s\",\"organisation\":\"%s\",\"kind\":\"accreditation\"%s}",
		number, d->body, d->lab, more));
}

/* --- the table --- */

static void test_events(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	for (size_t i = 0; i < ZHUN_EVENTS; i++) {
		const struct zhun_event *e = &zhun_events[i];
		CHECK(zhun_event_named(e->name) == e);
		CHECK(e->title[ZHUN_EN][0] && e->title[ZHUN_ZH][0]);
		for (int w = 1; w <= ZHUN_EVENT_WORDS; w++) {
			const char *mark = zhun_printf(a, "{%d}", w);
			unit_check(!strstr(e->sentence[ZHUN_EN], mark) == !strstr(e->sentence[ZHUN_ZH], mark), __FILE__,
				   __LINE__, "%s {%d}", e->name, w);
		}
	}
	CHECK(zhun_event_named("nothing") == NULL);
	CHECK_TEXT(zhun_notice_sentence(a, &zhun_events[ZHUN_EVENT_MEMBER_ADDED], "[[\"House\",\"机构\"]]", ZHUN_ZH),
		   "您现在可代表 机构 操作。");
	zhun_arena_close(a);
}

/* --- the feed --- */

static void follow_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	follow_until(&d, "SELECT count(*) FROM notice WHERE event = 'member_added'", 1);
	const char *id = accreditation(&d, "L1", ",\"states\":[{\"state\":\"granted\",\"since\":\"2020-01-01\"}]");
	(void)accreditation(&d, "L2", ",\"states\":[{\"state\":\"withdrawn\",\"since\":\"2026-11-02\"}]");
	follow_until(&d, "SELECT count(*) FROM notice WHERE event = 'accreditation_withdrawn'", 1);
	/* suspended by an update; the same state in a later one is the same event */
	static const char *const bodies[] = {
		("{\"states\":[{\"state\":\"granted\",\"since\":\"2020-01-01\"},"
		 "{\"state\":\"suspended\",\"since\":\"2026-11-01\"}]}"),
		"{\"criteria\":\"ISO/IEC 17025:2017\"}",
		"{\"states\":[{\"state\":\"suspended\",\"since\":\"2026-11-01\"}]}",
	};
	for (int64_t i = 0; i < 3; i++) {
		struct zhun_record_facts facts = {.id = ""};
		const struct zhun_record_write w = {
			.id = id, .rev = i + 1, .body = bodies[i], .length = strlen(bodies[i])};
		as_administrator(&d);
		d.call.now += 1000000;
		CHECK_CODE(zhun_service_record_update(&d.call, zhun_register_named("accreditation"), &w, &d.out, &facts,
						      &err), ZHUN_OK, &err);
	}
	follow_until(&d, "SELECT count(*) FROM notice WHERE event = 'accreditation_suspended'", 1);
	int64_t read = 1;
	for (int i = 0; i < 50 && read; i++)
		CHECK_CODE(zhun_notice_follow(&d.call, &read, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice"), 3);
	as_account(&d);
	CHECK_CODE(zhun_service_notice_list(&d.call, &(struct zhun_notice_filter){0}, &d.out, &err), ZHUN_OK, &err);
	const struct zhun_json *first = zhun_json_get(answer(&d), "items")->first;
	CHECK_TEXT(zhun_json_get_string(first, "en"), "Accreditation L1 is suspended from 2026-11-01.");
	CHECK_TEXT(zhun_json_get_string(first, "zh"), "认可 L1 自 2026-11-01 起暂停。");
	CHECK_TEXT(zhun_json_get_string(first, "path"), zhun_printf(d.call.arena, "/registers/accreditations/%s", id));
	CHECK_INT(zhun_json_get(answer(&d), "unread")->integer, 3);
	const char *body = zhun_printf(d.call.arena, "{\"until\":\"%s\"}", zhun_json_get_string(first, "id"));
	CHECK_CODE(zhun_service_notice_seen(&d.call, bytes_of(body), &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice WHERE seen IS NULL"), 0);
	close_desk(&d);
}

static void test_follow(void)
{
	unit_store_each(follow_on, true);
}

static void feed_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	static const char *const bad[] = {"", "x", "1", "1.", ".1", "1.2.3", "1.2x", "-1.2", "99999999999999999999.1"};
	const struct timespec pause = {0, 50 * 1000 * 1000};
	size_t count = 0;
	for (int i = 0; i < 1200 && count < 4; i++) {   /* two organisations, an account, a member */
		as_administrator(&d);
		CHECK_CODE(zhun_service_change_list(&d.call, NULL, &d.out, &err), ZHUN_OK, &err);
		count = zhun_json_get(answer(&d), "items")->count;
		(void)nanosleep(&pause, NULL);
	}
	CHECK_INT(count, 4);
	const char *next = zhun_json_get_string(answer(&d), "next");
	as_administrator(&d);
	CHECK_CODE(zhun_service_change_list(&d.call, next, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 0);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "next"), next);
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_service_change_list(&d.call, bad[i], &d.out, &err), ZHUN_E_CURSOR_BAD, &err);
	close_desk(&d);
}

static void test_feed(void)
{
	unit_store_each(feed_on, true);
}

/* --- choices, expiry, summaries --- */

static void choose(struct desk *d, const char *body, enum zhun_code wanted)
{
	as_account(d);
	CHECK_CODE(zhun_service_notice_choose(&d->call, bytes_of(body), &d->out, &err), wanted, &err);
}

static bool go_on(struct zhun_job_run *run, int64_t done, int64_t total)
{
	(void)run, (void)done, (void)total;
	return true;
}

static void run_kind(struct desk *d, const char *name)
{
	const struct zhun_job job = {.id = "1", .kind = name};
	struct zhun_job_run run = {.call = &d->call, .job = &job, .beat = go_on};
	as_administrator(d);
	CHECK_CODE(zhun_job_kind_named(name)->handler(&run, &err), ZHUN_OK, &err);
}

static void daily_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	choose(&d, "{\"items\":[{\"event\":\"nothing\",\"shown\":true,\"mail\":\"none\"}]}", ZHUN_E_BODY_FIELD);
	choose(&d, "{\"items\":[{\"event\":\"member_added\",\"shown\":true,\"mail\":\"pigeon\"}]}", ZHUN_E_BODY_FIELD);
	choose(&d, "{\"items\":[{\"event\":\"accreditation_withdrawn\",\"shown\":false,\"mail\":\"digest\"}]}",
	       ZHUN_OK);
	unit_store_exec(d.call.conn, zhun_printf(d.call.arena,
		"INSERT INTO contact (account, email, confirmed, language) VALUES "
		"('%s', 'lin@example.cn', 'then', 'zh')", d.account));
	(void)accreditation(&d, "L2", ",\"states\":[{\"state\":\"withdrawn\",\"since\":\"2026-11-02\"}]");
	follow_until(&d, "SELECT count(*) FROM notice WHERE event = 'accreditation_withdrawn' AND shown = 0 AND "
		     "digest = 1", 1);
	(void)accreditation(&d, "L3", ",\"valid_until\":\"2027-01-22\"");   /* in 60 days */
	(void)accreditation(&d, "L4", ",\"valid_until\":\"2027-01-23\"");
	(void)accreditation(&d, "L5", ",\"valid_until\":\"2026-11-22\"");
	run_kind(&d, "expiring");
	run_kind(&d, "expiring");
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice WHERE event LIKE '%expiring'"), 1);
	unit_store_exec(d.call.conn, "DELETE FROM job WHERE kind = 'mail'");
	run_kind(&d, "digest");
	run_kind(&d, "digest");
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job WHERE kind = 'mail'"), 1);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM job WHERE argument LIKE '%认可 L2 自%' AND "
				 "argument LIKE '%认可 L3 的有效期至 2027-01-22%'"), 1);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice WHERE digest = 1"), 0);
	close_desk(&d);
}

static void test_daily(void)
{
	unit_store_each(daily_on, true);
}

/* --- the address --- */

static void address_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	static const char body[] = "{\"email\":\"lin@example.cn\",\"language\":\"zh\"}", bad[] = "{\"email\":\"lin\"}";
	const struct zhun_bytes b = bytes_of(body);
	as_account(&d);
	CHECK_CODE(zhun_service_notice_address(&d.call, bytes_of(bad), &err), ZHUN_E_MAIL_ADDRESS, &err);
	CHECK_CODE(zhun_service_notice_address(&d.call, b, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_notice_address(&d.call, b, &err), ZHUN_E_MAIL_WAIT, &err);
	CHECK_CODE(zhun_service_notice_choices(&d.call, &d.out, &err), ZHUN_OK, &err);
	CHECK(zhun_json_get(answer(&d), "confirmed")->kind == ZHUN_J_FALSE);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, ZHUN_EVENTS - 1);   /* one is for authorities alone */
	as_account(&d);
	d.call.viewer.regulator = true;
	CHECK_CODE(zhun_service_notice_choices(&d.call, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, ZHUN_EVENTS);
	as_account(&d);
	static const char link[] = "{\"link\":\"zhm_nothing\"}";
	CHECK_CODE(zhun_service_notice_confirm(&d.call, bytes_of(link), &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_service_notice_no_address(&d.call, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM contact"), 0);
	d.call.viewer = (struct zhun_viewer){0};
	CHECK_CODE(zhun_service_notice_address(&d.call, b, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	close_desk(&d);
}

static void test_address(void)
{
	unit_store_each(address_on, true);
}

/* --- an import in the background --- */

static void import_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	static const char good[] = "code,name.en,kind,country\nW1,Works 1,enterprise,CN\nW2,Works 2,enterprise,CN\n";
	static const char bad[] = "code,name.en,kind,country\nW3,Works 3,enterprise,CN\nW4,Works 4,nothing,CN\n";
	const struct zhun_rows_in files[] = {{.bytes = {(const unsigned char *)good, sizeof good - 1}},
					     {.bytes = {(const unsigned char *)bad, sizeof bad - 1}}};
	const char *ids[2] = {"", ""}, *states[] = {"done", "failed"};
	unit_store_exec(d.call.conn,
			zhun_printf(d.call.arena, "UPDATE account SET administrator = 1 WHERE id = '%s'", d.account));
	for (int i = 0; i < 2; i++) {
		as_account(&d);
		CHECK_CODE(zhun_service_rows_later(&d.call, zhun_register_named("organisation"), &files[i], &d.out,
						   &ids[i], &err), ZHUN_OK, &err);
	}
	int64_t ran = 0;
	struct zhun_call terminal = {.service = d.call.service, .arena = d.call.arena, .conn = d.call.conn};
	terminal.now = zhun_service_clock();
	CHECK_CODE(zhun_runner_once(&terminal, 100, &ran, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM organisation WHERE code LIKE 'W%'"), 2);
	for (int i = 0; i < 2; i++) {
		struct zhun_document report = {0};
		as_account(&d);
		CHECK_CODE(zhun_service_job_get(&d.call, ids[i], &d.out, &err), ZHUN_OK, &err);
		CHECK_TEXT(zhun_json_get_string(answer(&d), "state"), states[i]);
		CHECK_CODE(zhun_service_job_report(&d.call, ids[i], &report, &err), ZHUN_OK, &err);
		CHECK(report.bytes.len > 2 && report.bytes.ptr[0] == '{');
	}
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice WHERE event = 'import_finished'"), 1);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM notice WHERE event = 'import_refused'"), 1);
	close_desk(&d);
}

static void test_import(void)
{
	unit_store_each(import_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"notice events", test_events}, {"notice follow", test_follow}, {"notice feed", test_feed},
		{"notice daily", test_daily},
		{"notice address", test_address}, {"notice import", test_import},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}
