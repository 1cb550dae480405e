/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Use cases on both engines, from the first link to a filed certificate. Covers service/service.c,
 * service/catalogue.c, service/identify.c, service/login.c, service/setup.c, service/invite.c, service/tokens.c,
 * service/record.c, service/once.c, service/check.c, service/facts.c, service/summary.c, service/import.c,
 * service/import_cited.c, service/import_record.c, service/study.c and service/database.c.
 */
#include "service/service.h"

#include "codec/json.h"
#include "unit.h"
#include "unit_call.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { OUT = 1 << 24 };

static struct zhun_error err;

struct desk {
	struct zhun_call call;
	struct zhun_text out;
};

static struct desk open_desk(const char *url)
{
	struct desk d = {0};
	const struct zhun_service_options o = {.database = url, .zone = "Asia/Shanghai", .demonstration = false};
	unit_call_open(&d.call, &o, INT64_C(1795400000000000));
	zhun_text_init(&d.out, d.call.arena, OUT);
	return d;
}

static void close_desk(struct desk *d)
{
	unit_call_close(&d->call);
}

/* A fresh caller with a fresh answer. */
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

static const struct zhun_json *answer(struct desk *d)
{
	return unit_call_answer(&d->call, &d->out);
}

static enum zhun_code log_in(struct desk *d, const char *name, const char *password, struct zhun_secret *ret)
{
	const char *body = zhun_printf(d->call.arena, "{\"name\":\"%s\",\"password\":\"%s\"}", name, password);
	return zhun_service_session_open(nobody(d), body, strlen(body), &d->out, ret, &err);
}

static const char *setup(struct desk *d)
{
	const char *link = NULL;
	struct zhun_secret secret = {0};
	CHECK_CODE(zhun_service_first_link(nobody(d), &link, &err), ZHUN_OK, &err);
	const char *body = zhun_printf(d->call.arena,
				       "{\"link\":\"%s\",\"name\":\"lin\",\"password\":\"correct horse\"}",
				       link ? link : "");
	CHECK_CODE(zhun_service_setup(nobody(d), body, strlen(body), &d->out, &secret, &err), ZHUN_OK, &err);
	CHECK(zhun_json_get(answer(d), "administrator")->kind == ZHUN_J_TRUE);
	CHECK_CODE(zhun_service_setup(nobody(d), body, strlen(body), &d->out, &secret, &err), ZHUN_E_LINK_BAD, &err);
	CHECK_CODE(zhun_service_first_link(nobody(d), &link, &err), ZHUN_OK, &err);
	CHECK(link == NULL);
	return secret.text;
}

static void sessions_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	struct zhun_secret secret = {0};
	const char *first = setup(&d);
	CHECK(first != NULL);
	CHECK_INT(log_in(&d, "lin", "wrong horse", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK_INT(log_in(&d, "nobody", "wrong horse", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK(secret.text == NULL);
	CHECK_INT(log_in(&d, "lin", "correct horse", &secret), ZHUN_OK);
	const char *csrf = zhun_json_get_string(answer(&d), "csrf");
	struct zhun_credentials c = {.cookie = secret.text, .write = true};
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_E_CSRF_BAD, &err);
	CHECK(!d.call.viewer.administrator);
	c.csrf = csrf;
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_OK, &err);
	CHECK(d.call.viewer.administrator && d.call.session);
	CHECK_CODE(zhun_service_touch(&d.call, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_session_get(&d.call, secret.text, &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "csrf"), csrf);
	CHECK_CODE(zhun_service_session_close(&d.call, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_service_session_get(nobody(&d), NULL, &d.out, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	for (int i = 0; i < 3; i++)
		CHECK_INT(log_in(&d, "lin", "wrong horse", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK_INT(log_in(&d, "lin", "wrong horse", &secret), ZHUN_E_LOGIN_FAILED);
	CHECK_INT(log_in(&d, "lin", "correct horse", &secret), ZHUN_E_LOGIN_WAIT);
	close_desk(&d);
}

static void tokens_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct zhun_credentials owner = {.cookie = setup(&d)};
	static const char bad[] = "{\"name\":\"x\",\"days\":9,\"registers\":[\"nothing\"]}";
	static const char good[] = "{\"name\":\"x\",\"days\":9,\"registers\":[\"organisation\"]}";
	CHECK_CODE(zhun_service_identify(nobody(&d), &owner, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_token_create(&d.call, bad, strlen(bad), &d.out, &err), ZHUN_E_BODY_FIELD, &err);
	CHECK_CODE(zhun_service_token_create(&d.call, good, strlen(good), &d.out, &err), ZHUN_OK, &err);
	const char *id = zhun_json_get_string(answer(&d), "id");
	struct zhun_credentials c = {.bearer = zhun_json_get_string(answer(&d), "secret"), .write = true};
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_E_SCOPE_MISSING, &err);
	c.write = false;
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_OK, &err);
	const struct zhun_params none = {0};
	CHECK_CODE(zhun_service_record_list(&d.call, zhun_register_named("account"), &none, &d.out, &err),
		   ZHUN_E_SCOPE_MISSING, &err);
	CHECK_CODE(zhun_service_record_list(&d.call, zhun_register_named("organisation"), &none, &d.out, &err), ZHUN_OK,
		   &err);
	CHECK_CODE(zhun_service_touch(&d.call, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_identify(nobody(&d), &owner, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_token_list(&d.call, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 1);
	CHECK_CODE(zhun_service_token_remove(&d.call, id, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_identify(nobody(&d), &c, &err), ZHUN_E_UNAUTHORISED, &err);
	CHECK_CODE(zhun_service_token_list(nobody(&d), &d.out, &err), ZHUN_E_LOGIN_ACCOUNT_NEEDED, &err);
	close_desk(&d);
}

static void accounts_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct zhun_account_new n = {.name = "mara", .regulator = true}, bad = {.name = "a b"};
	const char *link = NULL, *id = NULL;
	CHECK_CODE(zhun_service_account_add(administrator(&d), &bad, &link, &err), ZHUN_E_NAME_BAD, &err);
	CHECK_CODE(zhun_service_account_add(administrator(&d), &n, &link, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_account_add(administrator(&d), &n, &link, &err), ZHUN_E_NAME_TAKEN, &err);
	CHECK_CODE(zhun_service_account_id(&d.call, "nobody", &id, &err), ZHUN_E_ACCOUNT_UNKNOWN, &err);
	CHECK_CODE(zhun_service_account_id(&d.call, "mara", &id, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_link_create(nobody(&d), id, &d.out, &err), ZHUN_E_ADMINISTRATOR_NEEDED, &err);
	CHECK_CODE(zhun_service_link_create(administrator(&d), id, &d.out, &err), ZHUN_OK, &err);
	const char *body = zhun_printf(d.call.arena, "{\"link\":\"%s\",\"name\":\"mara\",\"password\":\"short\"}",
				       zhun_json_get_string(answer(&d), "link"));
	struct zhun_secret secret = {0};
	CHECK_CODE(zhun_service_setup(nobody(&d), body, strlen(body), &d.out, &secret, &err),
		   ZHUN_E_PASSWORD_WEAK, &err);
	CHECK_CODE(zhun_service_link_create(administrator(&d), "none", &d.out, &err), ZHUN_E_ACCOUNT_UNKNOWN, &err);
	close_desk(&d);
}

static struct zhun_record_write writing(const char *body)
{
	return (struct zhun_record_write){.body = body, .length = strlen(body), .reason = "test"};
}

static void records_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct zhun_register *reg = zhun_register_named("organisation");
	struct zhun_record_write w = writing("{\"code\":\"L1\",\"name\":{\"en\":\"Lab\"},\"kind\":\"laboratory\"}");
	struct zhun_record_facts facts = {0};
	const struct zhun_params none = {0}, odd = {&(struct zhun_param){"x", "y"}, 1};
	CHECK_CODE(zhun_service_record_create(nobody(&d), reg, &w, &d.out, &facts, &err), ZHUN_E_WRITE_FORBIDDEN, &err);
	CHECK_CODE(zhun_service_record_create(administrator(&d), reg, &w, &d.out, &facts, &err), ZHUN_OK, &err);
	CHECK_INT(facts.rev, 1);
	w = writing("{\"name\":{\"en\":\"Laboratory\"}}");
	w.id = facts.id;
	w.rev = 1;
	CHECK_CODE(zhun_service_record_update(&d.call, reg, &w, &d.out, &facts, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "title"), "Laboratory");
	CHECK_INT(facts.rev, 2);
	CHECK_CODE(zhun_service_record_update(&d.call, reg, &w, &d.out, &facts, &err), ZHUN_E_RECORD_CHANGED, &err);
	CHECK_CODE(zhun_service_record_history(nobody(&d), &(struct zhun_ref){.reg = reg, .id = w.id}, &none, &d.out,
		   &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, 2);
	CHECK_CODE(zhun_service_record_history(nobody(&d), &(struct zhun_ref){.reg = reg, .id = w.id}, &odd, &d.out,
		   &err), ZHUN_E_PARAMETER_UNKNOWN, &err);
	w = (struct zhun_record_write){.id = w.id, .rev = 2};
	CHECK_CODE(zhun_service_record_remove(administrator(&d), reg, &w, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_service_record_get(nobody(&d), &(struct zhun_ref){.reg = reg, .id = w.id}, &none, &d.out,
		   &facts, &err), ZHUN_E_RECORD_UNKNOWN, &err);
	close_desk(&d);
}

/* Our own form, with one result. */
static const char certificate_text[] =
	"{\"zhun\":\"certificate\",\"number\":\"C-1\",\"laboratory\":{\"name\":\"Harbour Lab\"},"
	"\"issued\":\"2026-03-02\",\"begun\":\"2026-03-01\",\"ended\":\"2026-03-01\"}";

static const char *fixture(struct zhun_arena *a, struct zhun_bytes *ret)
{
	size_t n = 0;
	char *file = unit_read_file(ZHUN_FIXTURES "/complete.xml", &n);
	char *kept = file ? zhun_strndup(a, file, n) : NULL;
	free(file);
	*ret = (struct zhun_bytes){(const unsigned char *)kept, kept ? n : 0};
	return kept;
}

/* The client's word holds for a day, for its account, for one body. */
static void once_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct zhun_register *reg = zhun_register_named("organisation");
	struct zhun_record_write w = writing("{\"code\":\"O1\",\"name\":{\"en\":\"One\"},\"kind\":\"laboratory\"}");
	struct zhun_record_facts first = {0}, again = {0};
	const int64_t hour = INT64_C(3600) * 1000000;
	w.once = "word";
	CHECK_CODE(zhun_service_record_create(administrator(&d), reg, &w, &d.out, &first, &err), ZHUN_E_ONCE_ACCOUNT,
		   &err);
	d.call.viewer.account = "somebody";
	CHECK_CODE(zhun_service_record_create(&d.call, reg, &w, &d.out, &first, &err), ZHUN_OK, &err);
	d.call.now += 23 * hour;
	CHECK_CODE(zhun_service_record_create(&d.call, reg, &w, &d.out, &again, &err), ZHUN_OK, &err);
	CHECK_TEXT(again.id, first.id);
	CHECK_INT(again.rev, 1);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "code"), "O1");
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM organisation"), 1);
	w.body = "{\"code\":\"O2\",\"name\":{\"en\":\"Two\"},\"kind\":\"laboratory\"}";
	CHECK_CODE(zhun_service_record_create(&d.call, reg, &w, &d.out, &again, &err), ZHUN_E_ONCE_OTHER, &err);
	d.call.now += 2 * hour;
	CHECK_CODE(zhun_service_record_create(&d.call, reg, &w, &d.out, &again, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM organisation"), 2);
	CHECK_INT(unit_store_int(d.call.conn, "SELECT count(*) FROM once"), 1);
	close_desk(&d);
}

static void import_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	struct zhun_upload up = {.name = "a.xml", .as_of = "2026-11-01"};
	struct zhun_record_facts facts = {0}, again = {0};
	bool created = false;
	enum zhun_outcome outcome;
	if (!fixture(d.call.arena, &up.bytes)) {
		CHECK(false);
		close_desk(&d);
		return;
	}
	CHECK_CODE(zhun_service_import(nobody(&d), &up, &d.out, &facts, &created, &err), ZHUN_E_WRITE_FORBIDDEN, &err);
	CHECK_CODE(zhun_service_import(administrator(&d), &up, &d.out, &facts, &created, &err), ZHUN_OK, &err);
	CHECK(created);
	CHECK(zhun_json_get(answer(&d), "results")->count > 0);
	const char *document = zhun_json_get_string(zhun_json_get(answer(&d), "document"), "id");
	CHECK_CODE(zhun_service_import(administrator(&d), &up, &d.out, &again, &created, &err), ZHUN_OK, &err);
	CHECK(!created && zhun_str_equal(facts.id, again.id));
	struct zhun_document original = {0};
	CHECK_CODE(zhun_service_document(&d.call, document, &original, &err), ZHUN_OK, &err);
	CHECK(original.bytes.len == up.bytes.len && memcmp(original.bytes.ptr, up.bytes.ptr, up.bytes.len) == 0);
	CHECK_CODE(zhun_service_document(nobody(&d), document, &original, &err), ZHUN_E_RECORD_UNKNOWN, &err);
	CHECK_CODE(zhun_service_verdict(administrator(&d), facts.id, NULL, &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "record"), facts.id);
	unsigned char *other = zhun_alloc(d.call.arena, up.bytes.len + 1);
	memcpy(other, up.bytes.ptr, up.bytes.len);
	other[up.bytes.len] = '\n';
	const struct zhun_upload changed = {.name = "a.xml", .bytes = {other, up.bytes.len + 1}};
	CHECK_CODE(zhun_service_import(administrator(&d), &changed, &d.out, &again, &created, &err),
		   ZHUN_E_CERTIFICATE_CONFLICT, &err);
	CHECK_CODE(zhun_service_check(nobody(&d), &up, &d.out, &outcome, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "of")->integer, 9);
	close_desk(&d);
}

/* A certificate as a spreadsheet has it; @a head: further rows. */
static enum zhun_code import_csv(struct desk *d, const char *laboratory, const char *number, const char *head,
				 struct zhun_record_facts *ret)
{
	const char *text = zhun_printf(d->call.arena, "zhun-certificate,1\nnumber,%s\nlaboratory,%s\nitem,I\n"
		"begun,2026-01-01\nended,2026-01-02\n%sresults\nvalue,unit,U\n1.50,V,0.01\n", number, laboratory, head);
	const struct zhun_upload up = {.name = number, .bytes = {(const unsigned char *)text, strlen(text)}};
	bool created;
	return zhun_service_import(&d->call, &up, &d->out, ret, &created, &err);
}

/* The names of kinds stand in the form and in the register: they must agree, and be filed. */
static void kinds_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	const struct zhun_register *reg = zhun_register_named("certificate");
	const struct zhun_choice *choices = zhun_field_named(reg->fields, "kind")->choices;
	struct zhun_record_facts facts = {0};
	administrator(&d);
	for (const struct zhun_choice *c = choices; c->value; c++) {
		const char *head = zhun_printf(d.call.arena, "kind,%s\n", c->value);
		CHECK_CODE(import_csv(&d, "Lab", c->value, head, &facts), ZHUN_OK, &err);
		CHECK_TEXT(zhun_json_get_string(answer(&d), "kind"), c->value);
	}
	CHECK_CODE(import_csv(&d, "Lab", "none", "", &facts), ZHUN_OK, &err);
	CHECK_TEXT(zhun_json_get_string(answer(&d), "kind"), "calibration");
	CHECK_CODE(import_csv(&d, "Lab", "odd", "kind,guess\n", &facts), ZHUN_E_CERTIFICATE_KIND, &err);
	CHECK_TEXT(err.place, "line 7, kind");
	CHECK_TEXT(err.arg[0], "guess");
	close_desk(&d);
}

/* What the caller reads of a certificate. */
static const struct zhun_json *read_certificate(struct desk *d, const char *id)
{
	static const struct zhun_params none = {0};
	const struct zhun_ref ref = {.reg = zhun_register_named("certificate"), .id = id};
	struct zhun_record_facts facts;
	zhun_text_init(&d->out, d->call.arena, OUT);
	CHECK_CODE(zhun_service_record_get(&d->call, &ref, &none, &d->out, &facts, &err), ZHUN_OK, &err);
	return answer(d);
}

/* The certificate that the only row of evidence cites; NULL: none that is seen. */
static const char *cited(struct desk *d, const char *id)
{
	const struct zhun_json *evidence = zhun_json_get(read_certificate(d, id), "evidence");
	return zhun_json_get_string(zhun_json_get(evidence->first, "certificate"), "id");
}

static const char cites[] = "reference,R,S-1,N-9,NMI,2026-01-01\n";

/* Evidence that is understood later is a change like any other, by the program: a revision, and a row
 * of the audit. */
static void evidence_on(struct unit_store *u)
{
	static const struct zhun_params none = {0};
	struct desk d = open_desk(u->url);
	struct zhun_record_facts lower = {0}, upper = {0};
	administrator(&d);
	CHECK_CODE(import_csv(&d, "Lab", "L-1", cites, &lower), ZHUN_OK, &err);
	CHECK(cited(&d, lower.id) == NULL);
	CHECK_CODE(import_csv(&d, "NMI", "N-9", "", &upper), ZHUN_OK, &err);
	CHECK_TEXT(cited(&d, lower.id), upper.id);
	const struct zhun_ref ref = {.reg = zhun_register_named("certificate"), .id = lower.id};
	CHECK_CODE(zhun_service_record_history(administrator(&d), &ref, &none, &d.out, &err), ZHUN_OK, &err);
	const struct zhun_json *items = zhun_json_get(answer(&d), "items");
	const struct zhun_json *change = zhun_json_get(items->first, "change");
	CHECK_INT((long long)items->count, 2);
	CHECK_INT(zhun_json_get(items->first, "rev")->integer, 2);
	CHECK_TEXT(zhun_json_get_string(change, "action"), "update");
	CHECK_TEXT(zhun_json_get_string(change, "reason"), "certificate N-9 is filed here");
	CHECK(zhun_json_get(change, "account")->kind == ZHUN_J_NULL);
	close_desk(&d);
}

/* Who may not see what its certificate cites files it all the same, and sees the link as little. */
static void hidden_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	struct zhun_record_facts lower = {0}, upper = {0};
	struct zhun_membership of = {NULL, ZHUN_ROLE_STAFF};
	administrator(&d);
	CHECK_CODE(import_csv(&d, "NMI", "N-9", "", &upper), ZHUN_OK, &err);
	CHECK_CODE(import_csv(&d, "Lab", "L-1", "", &lower), ZHUN_OK, &err);
	of.organisation = zhun_json_get_string(zhun_json_get(answer(&d), "issuer"), "id");
	nobody(&d)->viewer = (struct zhun_viewer){.account = "a", .members = &of, .count = 1};
	CHECK_CODE(import_csv(&d, "Lab", "L-2", cites, &lower), ZHUN_OK, &err);
	CHECK_INT(lower.rev, 2);
	CHECK(cited(&d, lower.id) == NULL);
	administrator(&d);
	CHECK_TEXT(cited(&d, lower.id), upper.id);
	close_desk(&d);
}

static void database_on(struct unit_store *u)
{
	struct desk d = open_desk(u->url);
	struct zhun_database_status s = {0};
	int applied = -1;
	CHECK_CODE(zhun_service_database(&d.call, &s, &err), ZHUN_OK, &err);
	CHECK_INT(s.version, s.known);
	CHECK_CODE(zhun_service_migrate(&d.call, &applied, &err), ZHUN_OK, &err);
	CHECK_INT(applied, 0);
	CHECK_CODE(zhun_service_schema_diff(&d.call, &d.out, &err), ZHUN_OK, &err);
	CHECK_TEXT(d.out.ptr, "");
	CHECK_CODE(zhun_service_ready(&d.call, &err), ZHUN_OK, &err);
	CHECK(zhun_service_reads_inline(d.call.service) == (zhun_store_engine(u->store) == ZHUN_SQLITE));
	close_desk(&d);
}

#define ON_EACH(name, test)                 \
	static void name(void)              \
	{                                   \
		unit_store_each(test, true); \
	}
ON_EACH(the_first_link_makes_the_administrator, sessions_on)
ON_EACH(tokens_reach_as_far_as_they_say, tokens_on)
ON_EACH(accounts_get_their_password_by_a_link, accounts_on)
ON_EACH(records_are_written_and_read, records_on)
ON_EACH(certificates_are_filed_once, import_on)
ON_EACH(a_certificate_is_of_the_kind_it_states, kinds_on)
ON_EACH(evidence_understood_later_is_a_change, evidence_on)
ON_EACH(evidence_may_be_hidden_from_who_files, hidden_on)
ON_EACH(the_database_says_where_it_stands, database_on)

static void without_a_database_files_are_judged(void)
{
	struct desk d = open_desk(NULL);
	struct zhun_upload u = {.bytes = {(const unsigned char *)"<not a certificate", 18}, .name = "x"};
	enum zhun_outcome outcome = ZHUN_OUTCOME_PASS;
	CHECK_CODE(zhun_service_check(&d.call, &u, &d.out, &outcome, &err), ZHUN_OK, &err);
	CHECK_INT(outcome, ZHUN_OUTCOME_FAIL);
	CHECK_INT(zhun_json_get(answer(&d), "checked")->integer, 1);
	u.bytes = (struct zhun_bytes){(const unsigned char *)certificate_text, strlen(certificate_text)};
	CHECK_CODE(zhun_service_check(nobody(&d), &u, &d.out, &outcome, &err), ZHUN_OK, &err);
	u.as_of = "2026-02-30";
	CHECK_CODE(zhun_service_check(nobody(&d), &u, &d.out, &outcome, &err), ZHUN_E_DATE_BAD, &err);
	CHECK_CODE(zhun_service_ready(nobody(&d), &err), ZHUN_E_DATABASE_NONE, &err);
	close_desk(&d);
}

/* A study that takes longer than it may ends with the time it had. */
static void studies_end_in_time(void)
{
	static const char text[] = "{\"area\":\"coverage\",\"ask\":[{\"op\":\"coverage.k_ellipsoid\","
				   "\"args\":{\"p\":0.95,\"m\":2}}]}";
	struct desk d = open_desk(NULL);
	struct zhun_study_request rq = {.text = {(const unsigned char *)text, sizeof text - 1}, .seconds = 1};
	CHECK_CODE(zhun_service_study(&d.call, &rq, &d.out, &err), ZHUN_E_BUDGET_TIME, &err);
	d.call.now = zhun_service_clock();
	rq.seconds = 600;
	CHECK_CODE(zhun_service_study(nobody(&d), &rq, &d.out, &err), ZHUN_OK, &err);
	CHECK(strstr(d.out.ptr, "\"value\":\"2.44") != NULL);
	close_desk(&d);
}

static void the_tables_are_told(void)
{
	struct desk d = open_desk(NULL);
	size_t count;
	(void)zhun_error_rows(&count);
	CHECK_CODE(zhun_service_errors(&d.call, &d.out, &err), ZHUN_OK, &err);
	CHECK_INT(zhun_json_get(answer(&d), "items")->count, count);
	CHECK_CODE(zhun_service_schema(nobody(&d), &d.out, &err), ZHUN_OK, &err);
	CHECK(zhun_json_get(answer(&d), "registers")->count >= 9);
	CHECK_CODE(zhun_service_schema_sql(nobody(&d), true, &d.out, &err), ZHUN_OK, &err);
	CHECK(strstr(d.out.ptr, "CREATE TABLE certificate (") != NULL);
	CHECK_TEXT(zhun_service_claim_title("in_force", ZHUN_EN), "In force");
	close_desk(&d);
}

static void a_word_makes_one_record(void)
{
	unit_store_each(once_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"the_first_link_makes_the_administrator", the_first_link_makes_the_administrator},
		{"tokens_reach_as_far_as_they_say", tokens_reach_as_far_as_they_say},
		{"accounts_get_their_password_by_a_link", accounts_get_their_password_by_a_link},
		{"records_are_written_and_read", records_are_written_and_read},
		{"a_word_makes_one_record", a_word_makes_one_record},
		{"certificates_are_filed_once", certificates_are_filed_once},
		{"a_certificate_is_of_the_kind_it_states", a_certificate_is_of_the_kind_it_states},
		{"evidence_understood_later_is_a_change", evidence_understood_later_is_a_change},
		{"evidence_may_be_hidden_from_who_files", evidence_may_be_hidden_from_who_files},
		{"the_database_says_where_it_stands", the_database_says_where_it_stands},
		{"without_a_database_files_are_judged", without_a_database_files_are_judged},
		{"studies_end_in_time", studies_end_in_time},
		{"the_tables_are_told", the_tables_are_told},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}
