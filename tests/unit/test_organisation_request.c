/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Requests of organisations to be registered, on both engines: what may be asked, who sees it, what a decision does
 * and leaves undone, and of two at a time one. Covers service/organisation_request.c and
 * service/organisation_decision.c.
 */
#include "service/organisation_request.h"

#include <pthread.h>

#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 26, OUT = 1 << 20, ROUNDS = 8 };
static const int64_t NOW = INT64_C(1795400000000000);   /* 2026-11-23 */

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
	const char *asker, *regulator;
};

static struct zhun_bytes bytes_of(const char *text)
{
	return (struct zhun_bytes){(const unsigned char *)text, strlen(text)};
}

static struct zhun_call *as(struct desk *d, struct zhun_viewer viewer)
{
	zhun_text_init(&d->out, d->call.arena, OUT);
	d->call.viewer = viewer;
	return &d->call;
}

static struct zhun_call *as_public(struct desk *d)
{
	return as(d, (struct zhun_viewer){0});
}

static struct zhun_call *as_asker(struct desk *d)
{
	return as(d, (struct zhun_viewer){.account = d->asker});
}

static struct zhun_call *as_regulator(struct desk *d)
{
	return as(d, (struct zhun_viewer){.account = d->regulator, .regulator = true});
}

static const struct zhun_json *answer(struct desk *d)
{
	return unit_call_answer(&d->call, &d->out);
}

static const char *make(struct desk *d, const char *reg, const char *body)
{
	struct zhun_record_facts facts = {.id = ""};
	const struct zhun_record_write w = {.body = body, .length = strlen(body)};
	CHECK_CODE(zhun_service_record_create(as(d, (struct zhun_viewer){.administrator = true}),
					      zhun_register_named(reg), &w, &d->out, &facts, &err), ZHUN_OK, &err);
	return facts.id;
}

static struct desk open_desk(const char *url, const struct zhun_outside *outside)
{
	struct desk d = {0};
	struct zhun_service_options o = {.database = url, .zone = "UTC"};
	if (outside)
		o.outside = *outside;
	unit_call_open(&d.call, &o, NOW);
	d.asker = make(&d, "account", "{\"name\":\"asker\"}");
	d.regulator = make(&d, "account", "{\"name\":\"regulator\",\"regulator\":true}");
	return d;
}

static const char *body_of(struct zhun_arena *a, const char *code)
{
	return zhun_printf(a, "{\"organisation\":{\"code\":\"%s\",\"name\":{\"en\":\"House %s\",\"zh\":\"机构 %s\"},"
			   "\"kind\":\"laboratory\",\"country\":\"DE\",\"email\":\"info@example.org\"},"
			   "\"contact\":{\"name\":\"Lin\",\"email\":\"lin@example.org\"},\"message\":\"soon, please\"}",
			   code, code, code);
}

/* Asks, and gives the id of the request. */
static const char *ask(struct desk *d, const char *account, const char *code, const char **ret_secret)
{
	struct zhun_call *call = as(d, (struct zhun_viewer){.account = account});
	call->now += 1000;   /* ids are in the order of time */
	CHECK_CODE(zhun_service_org_request_ask(call, bytes_of(body_of(call->arena, code)), &d->out, &err), ZHUN_OK,
		   &err);
	const struct zhun_json *made = answer(d);
	if (ret_secret)
		*ret_secret = zhun_json_get_string(made, "secret");
	return zhun_json_get_string(made, "id");
}

static int64_t count(struct desk *d, const char *sql)
{
	return unit_store_int(d->call.conn, sql);
}

/* ---- what may be asked ---- */

static void bodies_on(struct unit_store *u)
{
	static const char contact[] = "\"contact\":{\"name\":\"Lin\",\"email\":\"lin@example.org\"}";
	static const struct {
		const char *organisation, *rest;
		enum zhun_code code;
		const char *place;
	} cases[] = {
		{"null", contact, ZHUN_E_BODY_FIELD, "/organisation"},
		{"{\"listed\":true}", contact, ZHUN_E_FIELD_UNKNOWN, "/organisation/listed"},
		{"{\"code\":\"X\"}", contact, ZHUN_E_FIELD_REQUIRED, "/organisation/country"},
		{"{\"code\":\"X\",\"country\":\"cn\"}", contact, ZHUN_E_FIELD_KIND, "/organisation/country"},
		{"{\"country\":\"CN\"}", contact, ZHUN_E_FIELD_REQUIRED, "/organisation/code"},
		{"{\"code\":\"X\",\"country\":\"CN\"}", contact, ZHUN_E_CREDIT_CODE_FORM, "/organisation/code"},
		{"{\"code\":\"91350100M000100Y44\",\"country\":\"CN\"}", contact, ZHUN_E_CREDIT_CODE_WRONG,
		 "/organisation/code"},
		{"{\"code\":\"91350100M000100Y43\",\"country\":\"CN\"}", contact, ZHUN_E_FIELD_REQUIRED,
		 "/organisation/name"},
		{"{\"code\":\"91350100M000100Y43\",\"country\":\"CN\",\"name\":{\"zh\":\"所\"},\"kind\":\"king\"}",
		 contact, ZHUN_E_CHOICE_UNKNOWN, "/organisation/kind"},
		{"{\"code\":\"X\",\"country\":\"DE\"}", "\"contact\":{\"name\":\"Lin\"}", ZHUN_E_FIELD_REQUIRED,
		 "/contact/email"},
		{"{\"code\":\"X\",\"country\":\"DE\"}", "\"contact\":{\"name\":\"Lin\",\"email\":\"lin\"}",
		 ZHUN_E_MAIL_ADDRESS, "/contact/email"},
		{"{\"code\":\"X\",\"country\":\"DE\"}", "\"contact\":{\"name\":7,\"email\":\"lin@example.org\"}",
		 ZHUN_E_BODY_FIELD, "/contact/name"},
	};
	struct desk d = open_desk(u->url, NULL);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const char *body = zhun_printf(d.call.arena, "{\"organisation\":%s,%s}", cases[i].organisation,
					       cases[i].rest);
		CHECK_CODE(zhun_service_org_request_ask(as_public(&d), bytes_of(body), &d.out, &err), cases[i].code,
			   &err);
		CHECK_TEXT(err.place, cases[i].place);
	}
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation_request"), 0);
	unit_call_close(&d.call);
}

static void lengths_on(struct unit_store *u)
{
	static const struct { const char *name, *from, *to; } cases[] = {
		{"/organisation/name", "House DE-1", NULL}, {"/contact/name", "Lin\"", "\""},
		{"/message", "soon, please", NULL}, {"/organisation/code", "\"DE-1\"", "\""},
	};
	struct desk d = open_desk(u->url, NULL);
	for (size_t i = 0; i < ZHUN_COUNT(cases); i++) {
		const char *body = body_of(d.call.arena, "DE-1"), *at = strstr(body, cases[i].from);
		char longer[1002];
		memset(longer, 'x', sizeof longer - 1);
		longer[sizeof longer - 1] = 0;
		const char *text = zhun_printf(d.call.arena, "%.*s%s%s", (int)(at - body) + (*at == '"'), body, longer,
					       at + strlen(cases[i].from) - (cases[i].to ? 1 : 0));
		CHECK_CODE(zhun_service_org_request_ask(as_public(&d), bytes_of(text), &d.out, &err),
			   ZHUN_E_FIELD_LONG, &err);
		CHECK_TEXT(err.place, cases[i].name);
	}
	unit_call_close(&d.call);
}

static void once_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	const char *again = body_of(d.call.arena, "DE-1"), *secret = NULL;
	const char *id = ask(&d, NULL, "DE-1", &secret);
	CHECK_CODE(zhun_service_org_request_ask(as_asker(&d), bytes_of(again), &d.out, &err), ZHUN_E_REQUEST_WAITING,
		   &err);
	CHECK_TEXT(err.place, "/organisation/code");
	const char *said = zhun_printf(d.call.arena, "{\"secret\":\"%s\"}", secret);
	CHECK_CODE(zhun_service_org_request_withdraw(as_public(&d), id, bytes_of(said), &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "state"), "withdrawn");
	CHECK_CODE(zhun_service_org_request_withdraw(as_public(&d), id, bytes_of(said), &d.out, &err),
		   ZHUN_E_REQUEST_ANSWERED, &err);
	(void)ask(&d, d.asker, "DE-1", NULL);
	(void)make(&d, "organisation", "{\"code\":\"DE-2\",\"name\":{\"en\":\"There\"},\"kind\":\"laboratory\"}");
	again = body_of(d.call.arena, "DE-2");
	CHECK_CODE(zhun_service_org_request_ask(as_public(&d), bytes_of(again), &d.out, &err), ZHUN_E_KEY_TAKEN, &err);
	CHECK_TEXT(err.place, "/organisation/code");
	unit_call_close(&d.call);
}

static void often_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	enum zhun_code code = ZHUN_OK;
	int asked = 0;
	for (; !code && asked < 100; asked += !code)
		code = zhun_service_org_request_ask(
			as_asker(&d), bytes_of(body_of(d.call.arena, zhun_printf(d.call.arena, "A-%d", asked))), &d.out,
			&err);
	CHECK_CODE(code, ZHUN_E_REQUESTS_MANY, &err);
	CHECK_INT(asked, 10);
	d.call.address = "192.0.2.1";
	for (code = ZHUN_OK, asked = 0; !code && asked < 100; asked += !code)
		code = zhun_service_org_request_ask(
			as_public(&d), bytes_of(body_of(d.call.arena, zhun_printf(d.call.arena, "B-%d", asked))),
			&d.out, &err);
	CHECK_CODE(code, ZHUN_E_REQUEST_WAIT, &err);
	CHECK_INT(asked, 6);
	d.call.address = "192.0.2.2";
	(void)ask(&d, NULL, "C-0", NULL);
	unit_call_close(&d.call);
}

/* ---- who sees it ---- */

static void sight_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	const char *secret = NULL, *mine = ask(&d, d.asker, "DE-1", NULL), *other = ask(&d, NULL, "DE-2", &secret);
	const struct zhun_org_request_filter all = {0}, none = {.state = "refused"}, bad = {.state = "x"},
					     first = {.most = 1}, own = {.own = true};
	CHECK_CODE(zhun_service_org_request_get(as_asker(&d), mine, &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(answer(&d), "account"), "name"), "asker");
	CHECK_CODE(zhun_service_org_request_get(as_asker(&d), other, &d.out, &err), ZHUN_E_REQUEST_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_get(as_public(&d), mine, &d.out, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	CHECK_CODE(zhun_service_org_request_get(as_regulator(&d), other, &d.out, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_org_request_list(as_asker(&d), &all, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 1);
	CHECK_CODE(zhun_service_org_request_list(as_regulator(&d), &all, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 2);
	CHECK_CODE(zhun_service_org_request_list(as_regulator(&d), &own, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 0);
	CHECK_CODE(zhun_service_org_request_list(as_regulator(&d), &none, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 0);
	CHECK_CODE(zhun_service_org_request_list(as_regulator(&d), &bad, &d.out, &err), ZHUN_E_CHOICE_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_list(as_regulator(&d), &first, &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "next"), other);
	const char *said = zhun_printf(d.call.arena, "{\"secret\":\"%s\"}", secret);
	CHECK_CODE(zhun_service_org_request_look(as_public(&d), bytes_of(said), &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "id"), other);
	CHECK_CODE(zhun_service_org_request_look(as_public(&d), bytes_of("{\"secret\":\"zhr_\"}"), &d.out, &err),
		   ZHUN_E_REQUEST_UNKNOWN, &err);
	/* a secret opens its own request, and no other's end */
	CHECK_CODE(zhun_service_org_request_withdraw(as_public(&d), mine, bytes_of(said), &d.out, &err),
		   ZHUN_E_REQUEST_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_withdraw(as_public(&d), mine, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REQUEST_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_withdraw(as_regulator(&d), mine, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REQUEST_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_withdraw(as_asker(&d), mine, bytes_of("{}"), &d.out, &err), ZHUN_OK, &err);
	unit_call_close(&d.call);
}

/* ---- decisions ---- */

static void approved_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	const char *id = ask(&d, d.asker, "DE-1", NULL);
	CHECK_INT(count(&d, "SELECT count(*) FROM notice WHERE event = 'organisation_asked'"), 1);
	CHECK_CODE(zhun_service_org_request_approve(as_asker(&d), id, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REGULATOR_NEEDED, &err);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), "x", bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REQUEST_UNKNOWN, &err);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err), ZHUN_OK, &err);
	const struct zhun_json *done = answer(&d), *request = zhun_json_get(done, "request");
	CHECK(!zhun_json_get_string(done, "link") && zhun_json_get(done, "mailed")->kind == ZHUN_J_FALSE);
	CHECK_TEXT(zhun_json_get_string(request, "state"), "approved");
	CHECK_TEXT(zhun_json_get_string(zhun_json_get(request, "decided_by"), "id"), d.regulator);
	CHECK_INT(count(&d, zhun_printf(d.call.arena,
		"SELECT count(*) FROM organisation o JOIN change c ON c.record = o.id "
		"JOIN member m ON m.organisation = o.id WHERE o.id = '%s' AND o.code = 'DE-1' AND c.account = '%s' "
		"AND c.reason = 'request 1' AND m.account = '%s' AND m.role = 'manager'",
		zhun_json_get_string(request, "registered"), d.regulator, d.asker)), 1);
	CHECK_INT(count(&d, "SELECT count(*) FROM change WHERE register = 'member' AND reason = 'request 1'"), 1);
	CHECK_INT(count(&d, zhun_printf(d.call.arena, "SELECT count(*) FROM notice WHERE event = "
		"'organisation_approved' AND account = '%s'", d.asker)), 1);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REQUEST_ANSWERED, &err);
	CHECK_CODE(zhun_service_org_request_refuse(as_regulator(&d), id, bytes_of("{\"reason\":\"no\"}"), &d.out, &err),
		   ZHUN_E_REQUEST_ANSWERED, &err);
	/* who asked is not told who decided */
	CHECK_CODE(zhun_service_org_request_get(as_asker(&d), id, &d.out, &err), ZHUN_OK, &err);
	CHECK(zhun_json_get(answer(&d), "decided_by")->kind == ZHUN_J_NULL);
	unit_call_close(&d.call);
}

/* Without mail the regulator hands the link on. */
static void invited_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	const char *id = ask(&d, NULL, "DE-1", NULL);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err), ZHUN_OK, &err);
	const char *link = zhun_json_get_string(answer(&d), "link");
	const char *body = zhun_printf(d.call.arena, "{\"link\":\"%s\"}", link);
	d.call.session = "s";
	CHECK_CODE(zhun_service_invitation_accept(as_asker(&d), body, strlen(body), &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(count(&d, zhun_printf(d.call.arena,
		"SELECT count(*) FROM member WHERE account = '%s' AND role = 'manager'", d.asker)), 1);
	/* an account that was closed meanwhile is not let in; who reads the mail of the request is */
	id = ask(&d, d.asker, "DE-2", NULL);
	unit_store_exec(d.call.conn, "UPDATE account SET closed = 1 WHERE name = 'asker'");
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err), ZHUN_OK, &err);
	CHECK(zhun_json_get_string(answer(&d), "link") != NULL);
	unit_call_close(&d.call);
}

static void mailed_on(struct unit_store *u)
{
	const struct zhun_outside outside = {.url = "https://zhun.example.org", .smtp_url = "smtp://127.0.0.1:1",
					     .smtp_from = "zhun@example.org"};
	struct desk d = open_desk(u->url, &outside);
	const char *id = ask(&d, NULL, "DE-1", NULL);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err), ZHUN_OK, &err);
	const struct zhun_json *done = answer(&d);
	CHECK(!zhun_json_get_string(done, "link") && zhun_json_get(done, "mailed")->kind == ZHUN_J_TRUE);
	CHECK_INT(count(&d, "SELECT count(*) FROM job WHERE kind = 'mail' AND argument LIKE '%lin@example.org%' "
			"AND argument LIKE '%House DE-1 is registered%' AND argument LIKE "
			"'%https://zhun.example.org/invited#zhi\\_%' ESCAPE '\\'"), 1);
	id = ask(&d, d.asker, "DE-2", NULL);
	CHECK_CODE(zhun_service_org_request_refuse(as_regulator(&d), id, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_FIELD_REQUIRED, &err);
	CHECK_CODE(zhun_service_org_request_refuse(as_regulator(&d), id, bytes_of("{\"reason\":\"not of this city\"}"),
						   &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(count(&d, "SELECT count(*) FROM job WHERE kind = 'mail' AND argument LIKE '%not of this city%'"), 1);
	CHECK_INT(count(&d, "SELECT count(*) FROM notice WHERE event = 'organisation_refused' AND words LIKE "
			"'%not of this city%'"), 1);
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation"), 1);
	unit_call_close(&d.call);
}

/* What cannot be filed stays a request, with nothing of it done. */
static void hindered_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	const char *id = ask(&d, d.asker, "DE-1", NULL);
	const char *namesake = make(&d, "organisation",
				    "{\"code\":\"X\",\"name\":{\"zh\":\"机构 DE-1\"},\"kind\":\"laboratory\"}");
	CHECK(namesake[0] != 0);
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{}"), &d.out, &err),
		   ZHUN_E_REQUEST_NAMESAKE, &err);
	CHECK_TEXT(err.place, "/organisation/name");
	(void)make(&d, "organisation", "{\"code\":\"DE-1\",\"name\":{\"en\":\"Quicker\"},\"kind\":\"laboratory\"}");
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{\"namesake\":true}"), &d.out,
						    &err), ZHUN_E_KEY_TAKEN, &err);
	CHECK_TEXT(err.place, "/organisation/code");
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation_request WHERE state = 'asked' AND decided IS NULL"), 1);
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation"), 2);
	CHECK_INT(count(&d, "SELECT count(*) FROM member"), 0);
	CHECK_INT(count(&d, "SELECT count(*) FROM invitation"), 0);
	CHECK_INT(count(&d, "SELECT count(*) FROM notice WHERE event = 'organisation_approved'"), 0);
	unit_store_exec(d.call.conn, "DELETE FROM organisation WHERE code = 'DE-1'");
	CHECK_CODE(zhun_service_org_request_approve(as_regulator(&d), id, bytes_of("{\"namesake\":true}"), &d.out,
						    &err), ZHUN_OK, &err);
	unit_call_close(&d.call);
}

/* ---- two at a time ---- */

struct rival {
	pthread_barrier_t *start;
	struct zhun_call call;
	const char *id, *body;   /* approves the one, or asks the other */
	enum zhun_code code;
};

static void *contend(void *context)
{
	struct rival *r = context;
	struct zhun_error why;
	struct zhun_text out;
	zhun_text_init(&out, r->call.arena, OUT);
	(void)pthread_barrier_wait(r->start);
	r->code = r->id ? zhun_service_org_request_approve(&r->call, r->id, bytes_of(r->body), &out, &why)
			: zhun_service_org_request_ask(&r->call, bytes_of(r->body), &out, &why);
	return NULL;
}

static void race(struct desk *d, struct rival r[2])
{
	pthread_barrier_t start;
	pthread_t threads[2];
	CHECK_INT(pthread_barrier_init(&start, NULL, 2), 0);
	for (int i = 0; i < 2; i++) {
		r[i].start = &start;
		r[i].call.service = d->call.service;
		r[i].call.now = NOW;
		r[i].call.arena = zhun_arena_open(CEILING);
		CHECK_CODE(zhun_service_connect(d->call.service, true, &r[i].call.conn, &err), ZHUN_OK, &err);
	}
	for (int i = 0; i < 2; i++)
		CHECK_INT(pthread_create(&threads[i], NULL, contend, &r[i]), 0);
	for (int i = 0; i < 2; i++)
		(void)pthread_join(threads[i], NULL);
	for (int i = 0; i < 2; i++) {
		zhun_service_disconnect(r[i].call.conn);
		zhun_arena_close(r[i].call.arena);
	}
	(void)pthread_barrier_destroy(&start);
}

static void rivals_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	struct zhun_arena *a = d.call.arena;
	for (int i = 0; i < ROUNDS; i++) {
		struct rival r[2] = {{.id = ask(&d, NULL, zhun_printf(a, "DE-%d", i), NULL), .body = "{}"}};
		r[0].call.viewer = (struct zhun_viewer){.account = d.regulator, .regulator = true};
		r[1] = r[0];
		race(&d, r);
		CHECK_INT((r[0].code == ZHUN_OK) + (r[1].code == ZHUN_OK), 1);
		CHECK(r[0].code == ZHUN_E_REQUEST_ANSWERED || r[1].code == ZHUN_E_REQUEST_ANSWERED);
	}
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation"), ROUNDS);
	CHECK_INT(count(&d, "SELECT count(*) FROM invitation"), ROUNDS);
	for (int i = 0; i < ROUNDS; i++) {
		struct rival r[2] = {{.body = body_of(a, zhun_printf(a, "X-%d", i))},
				     {.body = body_of(a, zhun_printf(a, i % 2 ? "X-%d" : "Y-%d", i))}};
		race(&d, r);
		CHECK_INT((r[0].code == ZHUN_OK) + (r[1].code == ZHUN_OK), i % 2 ? 1 : 2);
		CHECK(!(i % 2) || r[0].code == ZHUN_E_REQUEST_WAITING || r[1].code == ZHUN_E_REQUEST_WAITING);
	}
	CHECK_INT(count(&d, "SELECT count(*) FROM organisation_request"), ROUNDS + ROUNDS / 2 * 3);
	CHECK_INT(count(&d, "SELECT max(number) FROM organisation_request"), ROUNDS + ROUNDS / 2 * 3);
	unit_call_close(&d.call);
}

/* ---- without memory ---- */

/* A failure leaves nothing behind, a success one. */
static enum zhun_code ask_with(struct zhun_arena *a, void *context)
{
	struct desk *d = context;
	struct zhun_call call = d->call;
	struct zhun_text out;
	unit_store_exec(d->call.conn, "DELETE FROM organisation_request");
	call.arena = a;
	call.viewer = (struct zhun_viewer){.account = d->asker};
	zhun_text_init(&out, a, OUT);
	enum zhun_code code = zhun_service_org_request_ask(&call, bytes_of(body_of(d->call.arena, "DE-1")), &out, &err);
	CHECK_INT(count(d, "SELECT count(*) FROM organisation_request"), !code);
	return code;
}

struct approval {
	struct desk *d;
	const char *id;
};

static enum zhun_code approve_with(struct zhun_arena *a, void *context)
{
	const struct approval *p = context;
	struct zhun_call call = p->d->call;
	struct zhun_text out;
	unit_store_exec(p->d->call.conn, "DELETE FROM member");
	unit_store_exec(p->d->call.conn, "DELETE FROM organisation");
	unit_store_exec(p->d->call.conn, "UPDATE organisation_request SET state = 'asked'");
	call.arena = a;
	call.viewer = (struct zhun_viewer){.account = p->d->regulator, .regulator = true};
	zhun_text_init(&out, a, OUT);
	enum zhun_code code = zhun_service_org_request_approve(&call, p->id, bytes_of("{}"), &out, &err);
	CHECK_INT(count(p->d, "SELECT count(*) FROM member m JOIN organisation o ON o.id = m.organisation"), !code);
	CHECK_INT(count(p->d, "SELECT count(*) FROM organisation_request WHERE state = 'asked'"), code != ZHUN_OK);
	return code;
}

static void faults_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url, NULL);
	struct approval p = {.d = &d};
	unit_fault_loop(ask_with, &d);
	unit_store_exec(d.call.conn, "DELETE FROM organisation_request");
	p.id = ask(&d, d.asker, "DE-1", NULL);
	unit_fault_loop(approve_with, &p);
	unit_call_close(&d.call);
}

#define ON_EACH(name, test) static void name(void) { unit_store_each(test, true); }
ON_EACH(test_bodies, bodies_on)
ON_EACH(test_lengths, lengths_on)
ON_EACH(test_once, once_on)
ON_EACH(test_often, often_on)
ON_EACH(test_sight, sight_on)
ON_EACH(test_approved, approved_on)
ON_EACH(test_invited, invited_on)
ON_EACH(test_mailed, mailed_on)
ON_EACH(test_hindered, hindered_on)
ON_EACH(test_rivals, rivals_on)
ON_EACH(test_faults, faults_on)

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"requests that cannot be", test_bodies}, {"requests that are too long", test_lengths},
		{"a request for each code", test_once}, {"requests that come often", test_often},
		{"who sees a request", test_sight}, {"a request approved", test_approved},
		{"a request approved without account", test_invited}, {"decisions by mail", test_mailed},
		{"a request that cannot be filed", test_hindered}, {"requests at a time", test_rivals},
		{"requests without memory", test_faults},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
