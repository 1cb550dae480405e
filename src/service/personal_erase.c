/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing the person behind an account (adr/0019), all in one transaction: memberships end and the account is closed
 * under a name made of its id, as writes of their registers; what was kept beside goes as personal.h says; last the
 * names of its history. Its id stays in what it changed.
 */
#include "service/personal.h"

#include "zhun/base/text.h"

enum { REASON_MOST = 500, FRESH_MINUTES = 10 };

struct erasure {
	struct zhun_call *call;
	const char *account, *reason;
	struct zhun_viewer viewer;   /* who asks, who may do this to any record */
	struct zhun_write write;
	char today[ZHUN_DATE_TEXT];
};

/* ---- records ---- */

static enum zhun_code end_memberships(struct erasure *e, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named("member");
	const struct zhun_value account = zhun_v_text(e->account), *row = NULL;
	const struct zhun_asked first = {ZHUN_SQL_ACCOUNT_MEMBERSHIP, &account, 1};
	enum zhun_code code = zhun_store_one(e->write.by.conn, &first, e->call->arena, &row, err);
	while (!code && row) {
		code = zhun_register_remove(&e->write, &(struct zhun_ref){reg, row[0].text, row[1].integer}, err);
		if (!code)
			code = zhun_store_one(e->write.by.conn, &first, e->call->arena, &row, err);
	}
	return code;
}

static enum zhun_code nameless(const struct erasure *e, const struct zhun_json **ret, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer w;
	zhun_json_init_tree(&w, &tree, e->call->arena);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "name", zhun_printf(e->call->arena, ZHUN_ERASED_PREFIX "%s", e->account));
	zhun_json_member_null(&w, "full_name");
	zhun_json_member_bool(&w, "administrator", false);
	zhun_json_member_bool(&w, "regulator", false);
	zhun_json_member_bool(&w, "closed", true);
	zhun_json_end_object(&w);
	return zhun_json_tree_done(&tree, ret, err);
}

/* One that was removed from the register has no record any more, and still a history. */
static enum zhun_code close_record(struct erasure *e, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(e->account), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_ACCOUNT_REVISION, &account, 1};
	const struct zhun_json *json = NULL;
	int64_t rev;
	enum zhun_code code = zhun_store_one(e->write.by.conn, &asked, e->call->arena, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_ACCOUNT_UNKNOWN, NULL, e->account);
	if (code || row[0].integer == 0)
		return code;
	code = nameless(e, &json, err);
	const struct zhun_ref ref = {zhun_register_named("account"), e->account, row[0].integer};
	return code ? code : zhun_register_update(&e->write, &ref, json, &rev, err);
}

/* ---- what is kept beside ---- */

static enum zhun_code sweep(const struct erasure *e, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(e->account);
	enum zhun_code code = ZHUN_OK;
	for (const struct zhun_personal_part *p = zhun_personal_parts; p->table && !code; p++)
		if (p->erase != ZHUN_PERSONAL_NONE)
			code = zhun_store_exec(e->write.by.conn, (enum zhun_sql)p->erase, &account, 1, NULL, err);
	return code;
}

static enum zhun_code erase(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct erasure *e = context;
	const struct zhun_register *reg = zhun_register_named("account");
	bool before = false;
	zhun_call_today(e->call, e->today);
	e->write = (struct zhun_write){.by = {conn, e->call->arena, &e->viewer}, .now = e->call->now,
				       .today = e->today, .request = e->call->request_id, .reason = e->reason};
	enum zhun_code code = zhun_accounts_before(&e->write.by, reg, &before, err);
	if (!code)
		code = end_memberships(e, err);
	if (!code)
		code = close_record(e, err);
	if (!code)
		code = sweep(e, err);
	return code ? code : zhun_accounts_after(&e->write.by, reg, before, err);
}

static enum zhun_code run(struct zhun_call *call, const char *account, const char *reason, struct zhun_error *err)
{
	struct erasure e = {.call = call, .account = account, .reason = reason};
	e.viewer = (struct zhun_viewer){.administrator = true, .account = call->viewer.account,
					.token = call->viewer.token, .language = call->language};
	enum zhun_code code = zhun_store_run(call->conn, ZHUN_WRITE, erase, &e, err);
	if (!code)
		zhun_call_log(call, "account.erase", "whose", account);
	return code;
}

/* ---- by the person ---- */

struct confirmation {
	struct zhun_call *call;
	const char *name;
};

static enum zhun_code count_attempt(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct confirmation *k = context;
	return zhun_attempt_failed(conn, k->name, k->call->address, k->call->now, err);
}

/* Guesses count as failed log-ins do: a session that was left open must not be a way to try passwords. */
static enum zhun_code check_password(struct zhun_call *call, const char *hash, const char *password,
				     struct zhun_error *err)
{
	struct confirmation k = {call, call->principal->name};
	bool right = false;
	if (strlen(password) > (size_t)ZHUN_PASSWORD_MOST * 4)
		return zhun_fail(err, ZHUN_E_PASSWORD_WRONG, "/password");
	enum zhun_code code = zhun_attempt_check(call->conn, call->arena, k.name, call->address, call->now, err);
	if (!code)
		code = zhun_password_verify(call->service->gate, hash, password, &right, err);
	if (!code && !right)
		code = zhun_store_run(call->conn, ZHUN_WRITE, count_attempt, &k, err);
	return code || right ? code : zhun_fail(err, ZHUN_E_PASSWORD_WRONG, "/password");
}

/* Who logs in elsewhere has no password here: a log-in of the last minutes takes its place. */
static enum zhun_code check_fresh(struct zhun_call *call, struct zhun_error *err)
{
	const struct zhun_value id = zhun_v_text(call->session), *row = NULL;
	char since[ZHUN_INSTANT_TEXT];
	const struct zhun_asked asked = {ZHUN_SQL_SESSION_BEGUN, &id, 1};
	enum zhun_code code = zhun_store_one(call->conn, &asked, call->arena, &row, err);
	zhun_instant_text(call->now - INT64_C(60000000) * FRESH_MINUTES, since);
	if (!code && (!row || strcmp(row[0].text, since) < 0))
		code = zhun_fail(err, ZHUN_E_LOGIN_FRESH_NEEDED, NULL, ZHUN_INT(FRESH_MINUTES));
	return code;
}

static enum zhun_code confirm(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const char *hash = NULL, *password = NULL;
	/* a token that leaked must not end its account */
	enum zhun_code code = call->session ? zhun_call_account(call, err)
					    : zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_credential_get(call->conn, call->arena, call->viewer.account, &hash, err);
	if (code || !hash)
		return code ? code : check_fresh(call, err);
	code = zhun_body_text(json, "password", &password, err);
	return code ? code : check_password(call, hash, password, err);
}

enum zhun_code zhun_service_erase_own(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	enum zhun_code code = confirm(call, body, err);
	return code ? code : run(call, call->viewer.account, "asked for by the account itself", err);
}

/* ---- by an administrator ---- */

enum zhun_code zhun_service_erase(struct zhun_call *call, const char *account, struct zhun_bytes body,
				  struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	const char *reason = NULL;
	if (!call->viewer.administrator)
		return zhun_fail(err, ZHUN_E_ADMINISTRATOR_NEEDED, NULL);
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &json, err);
	if (!code)
		code = zhun_body_text(json, "reason", &reason, err);
	if (!code && (!*reason || zhun_utf8_count(reason) > REASON_MOST))
		code = zhun_fail(err, ZHUN_E_BODY_FIELD, "/reason", "reason");
	return code ? code : run(call, account, reason, err);
}
