/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations that ask to be registered: anybody asks, and who asked looks and withdraws. */
#include "service/organisation_request.h"

#include "register/credit_code.h"
#include "register/record.h"
#include "service/mail.h"
#include "service/notice.h"
#include "zhun/base/text.h"

/* Requests that wait: of those who were not logged in together, and of one account. */
enum { WAITING_MOST = 1000, WAITING_ACCOUNT = 10 };
enum { MOST = 100, NAME_MOST = 200, RECORD_CEILING = 64 * 1024 };

/* What a request may say of the organisation; the rest is for the regulator and its manager to add. */
static const char *const asked_fields[] = {"code", "name", "kind", "country", "address", "area", "website", "email"};

const char *zhun_org_request_state_name(enum zhun_org_request_state s)
{
	static const char *const names[] = {"asked", "approved", "refused", "withdrawn"};
	return names[s];
}

/* ---- as JSON ---- */

const char *zhun_org_request_name(const struct zhun_json *record, enum zhun_language language)
{
	const struct zhun_json *name = zhun_json_get(record, "name");
	const char *text = zhun_json_get_string(name, language == ZHUN_ZH ? "zh" : "en");
	if (!text)
		text = zhun_json_get_string(name, language == ZHUN_ZH ? "en" : "zh");
	return text ? text : zhun_json_get_string(record, "code");
}

static void write_account(struct zhun_json_writer *w, const char *key, const char *id, const char *name)
{
	if (!id) {
		zhun_json_member_null(w, key);
		return;
	}
	zhun_json_member_object(w, key);
	zhun_json_member_string(w, "id", id);
	zhun_json_member_string(w, "name", name);
	zhun_json_end_object(w);
}

static bool is_authority(const struct zhun_call *call)
{
	return call->viewer.administrator || call->viewer.regulator;
}

void zhun_org_request_write(const struct zhun_call *call, struct zhun_json_writer *w, const struct zhun_value *row)
{
	const char *by = is_authority(call) ? row[ZHUN_OR_DECIDED_BY].text : NULL;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", row[ZHUN_OR_ID].text);
	zhun_json_member_int(w, "number", row[ZHUN_OR_NUMBER].integer);
	zhun_json_member_string(w, "created", row[ZHUN_OR_CREATED].text);
	zhun_json_member_string(w, "state", row[ZHUN_OR_STATE].text);
	zhun_json_member_raw(w, "organisation", row[ZHUN_OR_RECORD].text);
	zhun_json_member_object(w, "contact");
	zhun_json_member_string(w, "name", row[ZHUN_OR_CONTACT].text);
	zhun_json_member_string(w, "email", row[ZHUN_OR_EMAIL].text);
	zhun_json_end_object(w);
	zhun_json_member_string(w, "message", row[ZHUN_OR_MESSAGE].text);
	write_account(w, "account", row[ZHUN_OR_ACCOUNT].text, row[ZHUN_OR_ACCOUNT_NAME].text);
	zhun_json_member_string(w, "decided", row[ZHUN_OR_DECIDED].text);
	write_account(w, "decided_by", by, row[ZHUN_OR_DECIDED_BY_NAME].text);
	zhun_json_member_string(w, "reason", row[ZHUN_OR_REASON].text);
	zhun_json_member_string(w, "registered", row[ZHUN_OR_ORGANISATION].text);
	zhun_json_end_object(w);
}

static enum zhun_code answer_row(const struct zhun_call *call, const struct zhun_value *row, struct zhun_text *out,
				 struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	zhun_json_init(&w, out);
	zhun_org_request_write(call, &w, row);
	return zhun_text_done(out, &text, err);
}

/* ---- rows ---- */

enum zhun_code zhun_org_request_get(const struct zhun_call *call, struct zhun_conn *conn, const char *id,
				    const struct zhun_value **ret, struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(id), *row = NULL;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REQUEST_GET, &v, 1},
					     call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_REQUEST_UNKNOWN, NULL);
	if (!code)
		*ret = row;
	return code;
}

/* Whose secret it is. */
static enum zhun_code find(const struct zhun_call *call, struct zhun_conn *conn, const char *secret,
			   const struct zhun_value **ret, struct zhun_error *err)
{
	char hash[ZHUN_SHA256_TEXT];
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_secret_hash(secret, hash, err);
	const struct zhun_value v = zhun_v_text(hash);
	if (!code)
		code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REQUEST_FIND, &v, 1},
				      call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_REQUEST_UNKNOWN, NULL);
	if (!code)
		*ret = row;
	return code;
}

enum zhun_code zhun_org_request_end(const struct zhun_call *call, struct zhun_conn *conn, const char *id,
				    const struct zhun_org_request_end *e, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	int64_t ended = 0;
	zhun_instant_text(call->now, now);
	const struct zhun_value v[] = {zhun_v_text(id), zhun_v_text(zhun_org_request_state_name(e->state)),
				       zhun_v_text(now), zhun_v_text(e->by), zhun_v_text(e->reason),
				       zhun_v_text(e->organisation)};
	enum zhun_code code = zhun_store_exec(conn, ZHUN_SQL_ORGANISATION_REQUEST_END, v, ZHUN_COUNT(v), &ended, err);
	return code || ended ? code : zhun_fail(err, ZHUN_E_REQUEST_ANSWERED, NULL);
}

/* ---- asking: what is said ---- */

struct asking {
	struct zhun_call *call;
	const struct zhun_json *organisation;
	const char *code, *record, *contact, *email, *message;
	char id[ZHUN_UUID_TEXT];
	struct zhun_secret_pair secret;
	int64_t number;
	struct zhun_text *out;
};

enum zhun_code zhun_org_request_text(const struct zhun_json *body, const char *name, size_t most, const char **ret,
				     struct zhun_error *err)
{
	const struct zhun_json *m = zhun_json_get(body, name);
	enum zhun_code code = ZHUN_OK;
	if (m && m->kind != ZHUN_J_NULL && m->kind != ZHUN_J_STRING)
		code = zhun_fail(err, ZHUN_E_BODY_FIELD, NULL, name);
	else if (m && m->kind == ZHUN_J_STRING && zhun_utf8_count(m->text) > most)
		code = zhun_fail(err, ZHUN_E_FIELD_LONG, NULL, name, ZHUN_INT(most));
	if (code)
		return zhun_json_within(err, name);
	*ret = m && m->kind == ZHUN_J_STRING && *m->text ? m->text : NULL;
	return ZHUN_OK;
}

static enum zhun_code required(const struct zhun_json *body, const char *name, size_t most, const char **ret,
			       struct zhun_error *err)
{
	enum zhun_code code = zhun_org_request_text(body, name, most, ret, err);
	if (code || *ret)
		return code;
	(void)zhun_fail(err, ZHUN_E_FIELD_REQUIRED, NULL, name);
	return zhun_json_within(err, name);
}

static enum zhun_code check_fields(const struct zhun_json *organisation, struct zhun_error *err)
{
	if (!organisation || organisation->kind != ZHUN_J_OBJECT)
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "", "organisation");
	for (const struct zhun_json *m = organisation->first; m; m = m->next) {
		size_t i = 0;
		while (i < ZHUN_COUNT(asked_fields) && strcmp(asked_fields[i], m->name) != 0)
			i++;
		if (i == ZHUN_COUNT(asked_fields)) {
			(void)zhun_fail(err, ZHUN_E_FIELD_UNKNOWN, "", m->name, "organisation");
			return zhun_json_within(err, m->name);
		}
	}
	return ZHUN_OK;
}

/* Of China by its unified social credit code, of elsewhere by the number it is registered under there. */
static enum zhun_code check_code(struct asking *k, struct zhun_error *err)
{
	const char *country = NULL, *code_text = NULL;
	size_t n;
	enum zhun_code code = required(k->organisation, "country", 2, &country, err);
	if (!code)
		code = required(k->organisation, "code", NAME_MOST, &code_text, err);
	if (code)
		return code;
	if (strlen(country) != 2 || country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z') {
		(void)zhun_fail(err, ZHUN_E_FIELD_KIND, NULL, "country", "ISO 3166-1 (CN)");
		return zhun_json_within(err, "country");
	}
	if (strcmp(country, "CN") == 0 && zhun_credit_code_check(code_text, err))
		return zhun_json_within(err, "code");
	zhun_str_trim(code_text, strlen(code_text), &code_text, &n);
	k->code = zhun_printf(k->call->arena, "%.*s", (int)n, code_text);
	return k->code ? ZHUN_OK : zhun_no_memory(k->call->arena, err);
}

/* They stand in notices and mails. */
static enum zhun_code check_names(const struct zhun_json *organisation, struct zhun_error *err)
{
	const struct zhun_json *names = zhun_json_get(organisation, "name");
	for (const struct zhun_json *m = names ? names->first : NULL; m; m = m->next)
		if (m->kind == ZHUN_J_STRING && zhun_utf8_count(m->text) > NAME_MOST) {
			(void)zhun_fail(err, ZHUN_E_FIELD_LONG, NULL, "name", ZHUN_INT(NAME_MOST));
			return zhun_json_within(err, "name");
		}
	return ZHUN_OK;
}

static enum zhun_code read_organisation(struct asking *k, struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	enum zhun_code code = check_fields(k->organisation, err);
	if (!code)
		code = check_names(k->organisation, err);
	if (!code)
		code = check_code(k, err);
	if (code)
		return zhun_json_within(err, "organisation");
	zhun_text_init(&t, k->call->arena, RECORD_CEILING);
	zhun_json_init(&w, &t);
	zhun_json_value(&w, k->organisation);
	return zhun_text_done(&t, &k->record, err);
}

static enum zhun_code read_contact(struct asking *k, const struct zhun_json *contact, struct zhun_error *err)
{
	enum zhun_code code = required(contact, "name", NAME_MOST, &k->contact, err);
	if (!code)
		code = required(contact, "email", NAME_MOST, &k->email, err);
	if (!code && zhun_mail_address(k->email, err))
		code = zhun_json_within(err, "email");
	return code ? zhun_json_within(err, "contact") : ZHUN_OK;
}

static enum zhun_code read_asking(struct asking *k, struct zhun_bytes body, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_whole(k->call, err);
	if (!code)
		code = zhun_call_body(k->call, (const char *)body.ptr, body.len, &json, err);
	k->organisation = zhun_json_get(json, "organisation");
	if (!code)
		code = read_organisation(k, err);
	if (!code)
		code = read_contact(k, zhun_json_get(json, "contact"), err);
	return code ? code : zhun_org_request_text(json, "message", ZHUN_OR_TEXT, &k->message, err);
}

/* ---- asking: whether it may be filed, and filing it ---- */

static enum zhun_code check_often(const struct zhun_call *call, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	const int64_t most = call->viewer.account ? WAITING_ACCOUNT : WAITING_MOST;
	enum zhun_code code = ZHUN_OK;
	if (!call->viewer.account)
		code = zhun_attempt_asked(conn, call->arena, call->address, call->now, err);
	if (!code)
		code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REQUEST_COUNT, &account, 1},
				      call->arena, &row, err);
	if (!code && row && row[0].integer >= most)
		code = zhun_fail(err, ZHUN_E_REQUESTS_MANY, NULL, ZHUN_INT(most));
	return code;
}

/* As the register would read it today: whoever approves it finds no fault that could have been told now. */
static enum zhun_code check_record(const struct asking *k, struct zhun_conn *conn, struct zhun_error *err)
{
	struct zhun_record record;
	const struct zhun_reader by = zhun_call_reader(k->call, conn);
	const struct zhun_register *reg = zhun_register_named("organisation");
	enum zhun_code code = zhun_record_read(&by, reg, k->organisation, NULL, &record, err);
	return code ? zhun_json_within(err, "organisation") : ZHUN_OK;
}

static enum zhun_code check_new(const struct asking *k, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_value v = zhun_v_text(k->code), *row = NULL;
	struct zhun_arena *a = k->call->arena;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REGISTERED, &v, 1}, a,
					     &row, err);
	if (!code && row)
		return zhun_fail(err, ZHUN_E_KEY_TAKEN, "/organisation/code", "organisation",
				 zhun_printf(a, " (%s)", row[0].text));
	if (!code)
		code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REQUEST_WAITING, &v, 1}, a,
				      &row, err);
	if (!code && row)
		code = zhun_fail(err, ZHUN_E_REQUEST_WAITING, "/organisation/code", k->code);
	return code;
}

static enum zhun_code add(struct asking *k, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_call *call = k->call;
	const struct zhun_value *row = NULL;
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(call->now, now);
	const struct zhun_value v[] = {
		zhun_v_text(k->id), zhun_v_text(now), zhun_v_text(k->code), zhun_v_text(k->record),
		zhun_v_text(k->contact), zhun_v_text(k->email), zhun_v_text(k->message),
		zhun_v_text(call->language == ZHUN_ZH ? "zh" : "en"), zhun_v_text(k->secret.hash),
		zhun_v_text(call->viewer.account)};
	const struct zhun_asked asked = {ZHUN_SQL_ORGANISATION_REQUEST_ADD, v, ZHUN_COUNT(v)};
	enum zhun_code code = zhun_store_one(conn, &asked, call->arena, &row, err);
	if (!code)
		k->number = row[0].integer;
	return code;
}

static enum zhun_code tell_authorities(const struct asking *k, struct zhun_conn *conn, struct zhun_error *err)
{
	const char *en = zhun_org_request_name(k->organisation, ZHUN_EN);
	const char *zh = zhun_org_request_name(k->organisation, ZHUN_ZH);
	const struct zhun_raised r = {
		.event = ZHUN_EVENT_ORGANISATION_ASKED, .about = k->id,
		.words = {{en, zh}, {zhun_printf(k->call->arena, "%lld", (long long)k->number)}}};
	return r.words[1][0] ? zhun_notice_raise(k->call, conn, &r, err) : zhun_no_memory(k->call->arena, err);
}

/* In the transaction: what was filed can be told. */
static enum zhun_code answer_made(const struct asking *k, struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	zhun_text_init(k->out, k->out->arena, k->out->ceiling);
	zhun_json_init(&w, k->out);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "id", k->id);
	zhun_json_member_int(&w, "number", k->number);
	zhun_json_member_string(&w, "secret", k->secret.text);
	zhun_json_end_object(&w);
	return zhun_text_done(k->out, &text, err);
}

static enum zhun_code file(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct asking *k = context;
	enum zhun_code code = check_often(k->call, conn, err);
	if (!code)
		code = check_record(k, conn, err);
	if (!code)
		code = check_new(k, conn, err);
	if (!code)
		code = add(k, conn, err);
	if (!code)
		code = tell_authorities(k, conn, err);
	return code ? code : answer_made(k, err);
}

enum zhun_code zhun_service_org_request_ask(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					    struct zhun_error *err)
{
	struct asking k = {.call = call, .out = out};
	enum zhun_code code = read_asking(&k, body, err);
	if (!code)
		code = zhun_call_id(call, k.id, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zhr_", &k.secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, file, &k, err);
	if (!code)
		zhun_call_log(call, "organisation_request.ask", "request", k.id);
	return code;
}

/* ---- looking ---- */

enum zhun_code zhun_service_org_request_look(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					     struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_value *row = NULL;
	const char *secret = NULL;
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_body_text(json, "secret", &secret, err);
	if (!code)
		code = find(call, call->conn, secret, &row, err);
	return code ? code : answer_row(call, row, out, err);
}

/* An account for itself, or the terminal. */
static enum zhun_code may_ask(const struct zhun_call *call, struct zhun_error *err)
{
	enum zhun_code code = zhun_call_whole(call, err);
	bool somebody = call->viewer.account || is_authority(call);
	return code || somebody ? code : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
}

static bool is_own(const struct zhun_call *call, const struct zhun_value *row)
{
	return call->viewer.account && zhun_str_equal(row[ZHUN_OR_ACCOUNT].text, call->viewer.account);
}

enum zhun_code zhun_service_org_request_get(struct zhun_call *call, const char *id, struct zhun_text *out,
					    struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	enum zhun_code code = may_ask(call, err);
	if (!code)
		code = zhun_org_request_get(call, call->conn, id, &row, err);
	if (!code && !is_authority(call) && !is_own(call, row))
		code = zhun_fail(err, ZHUN_E_REQUEST_UNKNOWN, NULL);
	return code ? code : answer_row(call, row, out, err);
}

static enum zhun_code check_state(const char *state, struct zhun_error *err)
{
	for (int i = 0; state && i < ZHUN_OR_STATES; i++)
		if (strcmp(state, zhun_org_request_state_name((enum zhun_org_request_state)i)) == 0)
			return ZHUN_OK;
	return state ? zhun_fail(err, ZHUN_E_CHOICE_UNKNOWN, "state", "state", state) : ZHUN_OK;
}

enum zhun_code zhun_service_org_request_list(struct zhun_call *call, const struct zhun_org_request_filter *f,
					     struct zhun_text *out, struct zhun_error *err)
{
	const int64_t most = f->most > 0 && f->most < MOST ? f->most : MOST;
	const char *whose = is_authority(call) && !f->own ? NULL : call->viewer.account, *last = NULL, *text;
	const struct zhun_value v[] = {zhun_v_text(f->state), zhun_v_text(whose), zhun_v_text(f->before),
				       zhun_v_int(most)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_json_writer w;
	int64_t count = 0;
	enum zhun_code code = may_ask(call, err);
	if (!code)
		code = check_state(f->state, err);
	if (!code)
		code = zhun_store_query(
			call->conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_REQUEST_LIST, v, ZHUN_COUNT(v)},
			call->arena, &rows, err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	for (; !code && !(code = zhun_rows_next(rows, &row, err)) && row; count++) {
		zhun_org_request_write(call, &w, row);
		last = row[ZHUN_OR_ID].text;
	}
	zhun_rows_done(rows);
	zhun_json_end_array(&w);
	zhun_json_member_string(&w, "next", count == most ? last : NULL);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}

/* ---- withdrawing ---- */

struct withdrawal {
	const struct zhun_call *call;
	const char *id, *secret;   /* of who was not logged in */
	const struct zhun_value *row;
	struct zhun_text *out;
};

static enum zhun_code withdraw(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct withdrawal *d = context;
	const struct zhun_org_request_end end = {.state = ZHUN_OR_WITHDRAWN};
	enum zhun_code code = d->secret ? find(d->call, conn, d->secret, &d->row, err)
					: zhun_org_request_get(d->call, conn, d->id, &d->row, err);
	if (!code && (!zhun_str_equal(d->row[ZHUN_OR_ID].text, d->id) || (!d->secret && !is_own(d->call, d->row))))
		code = zhun_fail(err, ZHUN_E_REQUEST_UNKNOWN, NULL);
	if (!code)
		code = zhun_org_request_end(d->call, conn, d->id, &end, err);
	if (!code)
		code = zhun_org_request_get(d->call, conn, d->id, &d->row, err);
	zhun_text_init(d->out, d->out->arena, d->out->ceiling);
	return code ? code : answer_row(d->call, d->row, d->out, err);
}

enum zhun_code zhun_service_org_request_withdraw(struct zhun_call *call, const char *id, struct zhun_bytes body,
						 struct zhun_text *out, struct zhun_error *err)
{
	struct withdrawal d = {.call = call, .id = id, .out = out};
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_org_request_text(json, "secret", NAME_MOST, &d.secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, withdraw, &d, err);
	if (!code)
		zhun_call_log(call, "organisation_request.withdraw", "request", id);
	return code;
}
