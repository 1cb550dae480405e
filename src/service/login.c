/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a session. The password is verified before the transaction, since it
 * takes tens of milliseconds; the transaction then looks at the delays again,
 * so that guesses that came at once do not all count as the first.
 */
#include "service/inside.h"
#include "zhun/base/text.h"

struct login {
	struct zhun_call *call;
	const char *name, *password;
	const struct zhun_principal *account;  /* NULL: nobody may log in by that name */
	const char *whose;                     /* the account so called, may it or not; NULL: none is */
	bool right;
	struct zhun_secret_pair secret;
	bool refused;                          /* committed with the failure counted */
};

/* An account that may log in, and its hash; both NULL where there is none: the answer and its time are
 * the same. */
static enum zhun_code find_account(struct login *l, const char **ret_hash, struct zhun_error *err)
{
	struct zhun_principal *p = NULL;
	const struct zhun_call *call = l->call;
	*ret_hash = NULL;
	enum zhun_code code = zhun_account_find(call->conn, call->arena, l->name, &p, err);
	l->whose = !code && p ? p->account : NULL;
	if (!l->whose || p->closed || (p->demonstration && !call->service->demonstration))
		return code;
	l->account = p;
	return zhun_credential_get(call->conn, call->arena, p->account, ret_hash, err);
}

static enum zhun_code settle(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct login *l = context;
	const struct zhun_call *call = l->call;
	enum zhun_code code = zhun_attempt_check(conn, call->arena, l->name, call->address, call->now, err);
	if (code)
		return code;
	l->refused = !l->right;
	code = l->refused ? zhun_attempt_failed(conn, l->name, call->address, call->now, err)
			  : zhun_attempt_succeeded(conn, l->name, err);
	if (!code && !l->refused)
		code = zhun_session_open(conn, l->whose, l->secret.hash, call->address, call->now, err);
	if (code)
		return code;
	return zhun_call_event(call, conn, l->refused ? ZHUN_SESSION_REFUSED : ZHUN_SESSION_LOG_IN, l->whose, NULL,
			       err);
}

static enum zhun_code verify(struct login *l, struct zhun_error *err)
{
	const char *hash = NULL;
	struct zhun_call *call = l->call;
	enum zhun_code code = zhun_attempt_check(call->conn, call->arena, l->name, call->address, call->now, err);
	if (!code)
		code = find_account(l, &hash, err);
	if (!code)
		code = zhun_password_verify(call->service->gate, hash, l->password, &l->right, err);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zhs_", &l->secret, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_WRITE, settle, l, err);
}

enum zhun_code zhun_service_session_open(struct zhun_call *call, const char *body, size_t n, struct zhun_text *out,
					 struct zhun_secret *ret, struct zhun_error *err)
{
	struct login l = {.call = call};
	const struct zhun_json *json = NULL;
	enum zhun_code code = zhun_call_body(call, body, n, &json, err);
	if (!code)
		code = zhun_body_text(json, "name", &l.name, err);
	if (!code)
		code = zhun_body_text(json, "password", &l.password, err);
	if (!code && strlen(l.password) > (size_t)ZHUN_PASSWORD_MOST * 4)
		code = zhun_fail(err, ZHUN_E_LOGIN_FAILED, NULL);
	if (!code)
		code = verify(&l, err);
	if (code)
		return code;
	if (l.refused) {
		zhun_call_log(call, "login.refused", "address", call->address ? call->address : "");
		return zhun_fail(err, ZHUN_E_LOGIN_FAILED, NULL);
	}
	code = zhun_call_welcome(call, &l.secret, out, ret, err);
	if (!code)
		zhun_call_log(call, "login", "address", call->address ? call->address : "");
	return code;
}

enum zhun_code zhun_service_session_get(struct zhun_call *call, const char *cookie, struct zhun_text *out,
					struct zhun_error *err)
{
	if (!call->principal)
		return zhun_fail(err, ZHUN_E_LOGIN_ACCOUNT_NEEDED, NULL);
	return zhun_call_whoami(call, cookie, out, err);
}

static enum zhun_code close_session(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct zhun_call *call = context;
	enum zhun_code code = zhun_session_close(conn, call->session, err);
	return code ? code : zhun_call_event(call, conn, ZHUN_SESSION_LOG_OUT, call->viewer.account, NULL, err);
}

enum zhun_code zhun_service_session_close(struct zhun_call *call, struct zhun_error *err)
{
	if (!call->session)
		return ZHUN_OK;
	return zhun_store_run(call->conn, ZHUN_WRITE, close_session, call, err);
}
