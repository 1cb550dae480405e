/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests of organisations decided by an authority. Approving files the organisation by the ordinary way of a record,
 * lets who asked in as its manager and tells them, all in the transaction that ends the request, or none of it. */
#include "identity/invitation.h"
#include "service/invite.h"
#include "service/mail.h"
#include "service/notice.h"
#include "service/organisation_request.h"
#include "zhun/base/text.h"

struct decision {
	struct zhun_call *call;
	const char *id, *reason;
	enum zhun_org_request_state state;
	bool namesake;                       /* another organisation of that name is no hindrance */
	char organisation[ZHUN_UUID_TEXT], invitation[ZHUN_UUID_TEXT];
	struct zhun_secret_pair secret;
	const struct zhun_value *row;
	const struct zhun_json *record;
	const char *number;
	bool invited, mailed;
	struct zhun_text *out;
};

/* ---- telling ---- */

static bool can_mail(const struct zhun_call *call)
{
	return zhun_mail_possible(call) && call->service->outside.url;
}

static const char *last_word(const struct decision *d)
{
	const char *url = d->call->service->outside.url;
	if (d->state == ZHUN_OR_REFUSED)
		return d->reason;
	return d->invited ? zhun_printf(d->call->arena, "%s/invited#%s", url, d->secret.text)
			  : zhun_printf(d->call->arena, "%s/organisation", url);
}

static enum zhun_code mail(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	enum zhun_language language = strcmp(d->row[ZHUN_OR_LANGUAGE].text, "zh") == 0 ? ZHUN_ZH : ZHUN_EN;
	struct zhun_mail m = {.to = d->row[ZHUN_OR_EMAIL].text, .account = d->row[ZHUN_OR_ACCOUNT].text,
			      .language = language, .template = ZHUN_MAIL_REFUSED};
	d->mailed = can_mail(d->call);
	if (!d->mailed)
		return ZHUN_OK;
	if (d->state == ZHUN_OR_APPROVED)
		m.template = d->invited ? ZHUN_MAIL_INVITED : ZHUN_MAIL_APPROVED;
	m.words[0] = zhun_org_request_name(d->record, language);
	m.words[1] = d->number;
	m.words[2] = last_word(d);
	return m.words[2] ? zhun_mail_add(d->call, conn, &m, err) : zhun_no_memory(d->call->arena, err);
}

static enum zhun_code tell(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	bool approved = d->state == ZHUN_OR_APPROVED;
	const struct zhun_raised r = {
		.event = approved ? ZHUN_EVENT_ORGANISATION_APPROVED : ZHUN_EVENT_ORGANISATION_REFUSED,
		.account = d->row[ZHUN_OR_ACCOUNT].text, .about = d->id,
		.reg = approved ? "organisation" : NULL, .record = approved ? d->organisation : NULL,
		.words = {{zhun_org_request_name(d->record, ZHUN_EN), zhun_org_request_name(d->record, ZHUN_ZH)},
			  {d->number}, {approved ? NULL : d->reason}}};
	enum zhun_code code = r.account ? zhun_notice_raise(d->call, conn, &r, err) : ZHUN_OK;
	return code ? code : mail(d, conn, err);
}

/* ---- approving ---- */

static enum zhun_code check_name(const struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_json *name = zhun_json_get(d->record, "name");
	const struct zhun_value v[] = {zhun_v_text(zhun_json_get_string(name, "en")),
				       zhun_v_text(zhun_json_get_string(name, "zh"))}, *row = NULL;
	if (d->namesake)
		return ZHUN_OK;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_ORGANISATION_NAMESAKE, v, 2},
					     d->call->arena, &row, err);
	return !code && row ? zhun_fail(err, ZHUN_E_REQUEST_NAMESAKE, "/organisation/name") : code;
}

static enum zhun_code make(const struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_call *call = d->call;
	char today[ZHUN_DATE_TEXT];
	zhun_call_today(call, today);
	const struct zhun_write how = {.by = zhun_call_reader(call, conn), .now = call->now, .today = today,
				       .request = call->request_id,
				       .reason = zhun_printf(call->arena, "request %s", d->number)};
	enum zhun_code code = zhun_register_create(&how, zhun_register_named("organisation"), d->organisation,
						   d->record, err);
	if (code == ZHUN_E_KEY_TAKEN)
		(void)zhun_json_within(err, "code");
	return code ? zhun_json_within(err, "organisation") : ZHUN_OK;
}

static enum zhun_code invite(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_invitation i = {.id = d->invitation, .organisation = d->organisation, .role = "manager",
					  .whom = d->row[ZHUN_OR_CONTACT].text, .inviter = d->call->viewer.account};
	d->invited = true;
	return zhun_invitation_create(conn, &i, d->secret.hash, d->call->now, err);
}

/* Who asked: as the account that it still is, else by a link. */
static enum zhun_code let_in(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	const struct zhun_member_new m = {d->row[ZHUN_OR_ACCOUNT].text, d->organisation, "manager",
					  zhun_printf(d->call->arena, "request %s", d->number)};
	d->invited = false;
	if (!m.account)
		return invite(d, conn, err);
	enum zhun_code code = zhun_account_load(conn, d->call->arena, m.account, &p, err);
	if (code == ZHUN_E_UNAUTHORISED)
		return invite(d, conn, err);
	return code ? code : zhun_member_make(d->call, conn, &m, err);
}

static enum zhun_code approve(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	enum zhun_code code = check_name(d, conn, err);
	if (!code)
		code = make(d, conn, err);
	return code ? code : let_in(d, conn, err);
}

/* ---- deciding ---- */

static enum zhun_code load(struct decision *d, struct zhun_conn *conn, struct zhun_error *err)
{
	enum zhun_code code = zhun_org_request_get(d->call, conn, d->id, &d->row, err);
	if (code)
		return code;
	const char *record = d->row[ZHUN_OR_RECORD].text;
	d->number = zhun_printf(d->call->arena, "%lld", (long long)d->row[ZHUN_OR_NUMBER].integer);
	return d->number ? zhun_json_parse(d->call->arena, record, strlen(record), &d->record, err)
			 : zhun_no_memory(d->call->arena, err);
}

/* The link is shown where no mail takes it to who asked, this once. */
static enum zhun_code answer(const struct decision *d, struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	zhun_text_init(d->out, d->out->arena, d->out->ceiling);
	zhun_json_init(&w, d->out);
	zhun_json_begin_object(&w);
	zhun_json_key(&w, "request");
	zhun_org_request_write(d->call, &w, d->row);
	zhun_json_member_string(&w, "link", d->invited && !d->mailed ? d->secret.text : NULL);
	zhun_json_member_bool(&w, "mailed", d->mailed);
	zhun_json_end_object(&w);
	return zhun_text_done(d->out, &text, err);
}

static enum zhun_code decide(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct decision *d = context;
	bool approved = d->state == ZHUN_OR_APPROVED;
	const struct zhun_org_request_end end = {.state = d->state, .by = d->call->viewer.account, .reason = d->reason,
						 .organisation = approved ? d->organisation : NULL};
	enum zhun_code code = load(d, conn, err);
	if (!code)
		code = zhun_org_request_end(d->call, conn, d->id, &end, err);
	if (!code && approved)
		code = approve(d, conn, err);
	if (!code)
		code = tell(d, conn, err);
	if (!code)
		code = zhun_org_request_get(d->call, conn, d->id, &d->row, err);
	return code ? code : answer(d, err);
}

static enum zhun_code read_decision(struct decision *d, struct zhun_bytes body, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const struct zhun_viewer *v = &d->call->viewer;
	if (!v->administrator && !v->regulator)
		return zhun_fail(err, ZHUN_E_REGULATOR_NEEDED, NULL);
	enum zhun_code code = zhun_call_whole(d->call, err);
	if (!code)
		code = zhun_call_body(d->call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_org_request_text(json, "reason", ZHUN_OR_TEXT, &d->reason, err);
	if (!code && d->state == ZHUN_OR_REFUSED && !d->reason)
		code = zhun_fail(err, ZHUN_E_FIELD_REQUIRED, "/reason", "reason");
	const struct zhun_json *namesake = zhun_json_get(json, "namesake");
	d->namesake = namesake && namesake->kind == ZHUN_J_TRUE;
	return code;
}

static enum zhun_code run(struct decision *d, struct zhun_bytes body, struct zhun_error *err)
{
	struct zhun_call *call = d->call;
	enum zhun_code code = read_decision(d, body, err);
	if (!code)
		code = zhun_call_id(call, d->organisation, err);
	if (!code)
		code = zhun_call_id(call, d->invitation, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, ZHUN_INVITATION_PREFIX, &d->secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, decide, d, err);
	if (!code)
		zhun_call_log(call, d->state == ZHUN_OR_APPROVED ? "organisation_request.approve"
								  : "organisation_request.refuse", "request", d->id);
	return code;
}

enum zhun_code zhun_service_org_request_approve(struct zhun_call *call, const char *id, struct zhun_bytes body,
						struct zhun_text *out, struct zhun_error *err)
{
	struct decision d = {.call = call, .id = id, .state = ZHUN_OR_APPROVED, .out = out};
	return run(&d, body, err);
}

enum zhun_code zhun_service_org_request_refuse(struct zhun_call *call, const char *id, struct zhun_bytes body,
					       struct zhun_text *out, struct zhun_error *err)
{
	struct decision d = {.call = call, .id = id, .state = ZHUN_OR_REFUSED, .out = out};
	return run(&d, body, err);
}
