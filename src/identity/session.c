/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions and one-time links: secrets that come back and are looked up by their hash. */
#include "identity/identity.h"
#include "identity/rows.h"
#include "zhun/base/text.h"

enum zhun_code zhun_session_open(struct zhun_conn *c, const char *account, const char *hash, const char *address,
				 int64_t now, struct zhun_error *err)
{
	char created[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, created);
	zhun_identity_instant(now, ZHUN_SESSION_LIFE, expires);
	const struct zhun_value at = zhun_v_text(created);
	const struct zhun_value params[] = {zhun_v_text(hash), zhun_v_text(account), at, zhun_v_text(expires),
					    zhun_v_text(address)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_SESSION_PURGE, &at, 1, NULL, err);
	return code ? code : zhun_store_exec(c, ZHUN_SQL_SESSION_INSERT, params, 5, NULL, err);
}

enum zhun_code zhun_session_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				 struct zhun_principal **ret, struct zhun_error *err)
{
	char hash[ZHUN_SHA256_TEXT], at[ZHUN_INSTANT_TEXT], idle[ZHUN_INSTANT_TEXT], old[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	zhun_identity_instant(now, -ZHUN_SESSION_IDLE, idle);
	zhun_identity_instant(now, -ZHUN_SESSION_TOUCH, old);
	enum zhun_code code = zhun_secret_hash(secret, hash, err);
	if (code)
		return code;
	const struct zhun_value params[] = {zhun_v_text(hash), zhun_v_text(at), zhun_v_text(idle)}, *row = NULL;
	code = zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_SESSION_GET, params, 3}, a, &row, err);
	if (code)
		return code;
	if (!row)
		return zhun_fail(err, ZHUN_E_UNAUTHORISED, NULL);
	struct zhun_principal *p = NULL;
	code = zhun_account_load(c, a, row[0].text, &p, err);
	if (code)
		return code;
	if (!(p->session = zhun_strdup(a, hash)))
		return zhun_no_memory(a, err);
	p->touch = strcmp(row[1].text, old) < 0;
	*ret = p;
	return ZHUN_OK;
}

enum zhun_code zhun_session_touch(struct zhun_conn *c, const char *id, int64_t now, struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(id), zhun_v_text(at)};
	return zhun_store_exec(c, ZHUN_SQL_SESSION_TOUCH, params, 2, NULL, err);
}

enum zhun_code zhun_session_close(struct zhun_conn *c, const char *id, struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(id);
	return zhun_store_exec(c, ZHUN_SQL_SESSION_DELETE, &param, 1, NULL, err);
}

enum zhun_code zhun_link_create(struct zhun_conn *c, const char *account, const char *hash, int64_t now,
				struct zhun_error *err)
{
	char created[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, created);
	zhun_identity_instant(now, ZHUN_LINK_LIFE, expires);
	const struct zhun_value purpose = zhun_v_text(account ? "reset" : "setup"), whose = zhun_v_text(account);
	const struct zhun_value older[] = {purpose, whose};
	const struct zhun_value params[] = {zhun_v_text(hash), purpose, whose, zhun_v_text(created),
					    zhun_v_text(expires)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_LINK_DELETE_PURPOSE, older, 2, NULL, err);
	return code ? code : zhun_store_exec(c, ZHUN_SQL_LINK_INSERT, params, 5, NULL, err);
}

enum zhun_code zhun_link_take(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
			      const char **ret_account, struct zhun_error *err)
{
	const struct zhun_secret_asked asked = {ZHUN_SQL_LINK_TAKE, secret, now};
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_identity_secret_row(c, &asked, a, &row, err);
	if (code)
		return code;
	if (!row)
		return zhun_fail(err, ZHUN_E_LINK_BAD, "/link");
	*ret_account = row[1].text;
	return ZHUN_OK;
}
