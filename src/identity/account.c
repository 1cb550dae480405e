/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts, their grants, their credentials, as rows. */
#include "identity/identity.h"
#include "identity/rows.h"
#include "zhun/base/text.h"

enum { NAME_LEAST = 2, NAME_MOST = 60, GRANTS_MAX = 64 };

void zhun_identity_instant(int64_t now, int64_t seconds, char out[ZHUN_INSTANT_TEXT])
{
	(void)zhun_instant_text(now + seconds * 1000000, out);
}

enum zhun_code zhun_identity_secret_row(struct zhun_conn *c, const struct zhun_secret_asked *asked,
					struct zhun_arena *a, const struct zhun_value **ret, struct zhun_error *err)
{
	char hash[ZHUN_SHA256_TEXT], at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(asked->now, 0, at);
	enum zhun_code code = zhun_secret_hash(asked->secret, hash, err);
	if (code)
		return code;
	const struct zhun_value params[] = {zhun_v_text(hash), zhun_v_text(at)};
	return zhun_store_one(c, &(struct zhun_asked){asked->sql, params, ZHUN_COUNT(params)}, a, ret, err);
}

enum zhun_code zhun_account_name_check(const char *name, struct zhun_error *err)
{
	size_t n = zhun_utf8_count(name);
	bool sound = n >= NAME_LEAST && n <= NAME_MOST;
	for (const char *s = name; *s && sound; s++) {
		unsigned char c = (unsigned char)*s;
		bool letter = (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
		sound = c >= 0x80 || letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
	}
	return sound ? ZHUN_OK : zhun_fail(err, ZHUN_E_NAME_BAD, "/name");
}

static struct zhun_principal *principal_of(struct zhun_arena *a, const struct zhun_value *row)
{
	struct zhun_principal *p = ZHUN_NEW(a, struct zhun_principal);
	if (p)
		*p = (struct zhun_principal){
			.account = row[0].text,
			.name = row[1].text,
			.full_name = row[2].text,
			.administrator = row[3].integer != 0,
			.regulator = row[4].integer != 0,
			.demonstration = row[5].integer != 0,
			.closed = row[6].integer != 0,
			.may_write = true,
		};
	return p;
}

enum zhun_code zhun_account_find(struct zhun_conn *c, struct zhun_arena *a, const char *name,
				 struct zhun_principal **ret, struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(name), *row = NULL;
	enum zhun_code code =
		zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_ACCOUNT_BY_NAME, &param, 1}, a, &row, err);
	if (code)
		return code;
	struct zhun_principal *p = row ? principal_of(a, row) : NULL;
	if (row && !p)
		return zhun_no_memory(a, err);
	*ret = p;
	return ZHUN_OK;
}

static enum zhun_code load_grants(struct zhun_conn *c, struct zhun_arena *a, struct zhun_principal *p,
				  struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value param = zhun_v_text(p->account), *row = NULL;
	struct zhun_grant *grants = ZHUN_NEW_ARRAY(a, GRANTS_MAX, struct zhun_grant);
	if (!grants)
		return zhun_no_memory(a, err);
	const struct zhun_asked asked = {ZHUN_SQL_ACCOUNT_MEMBERS, &param, 1};
	enum zhun_code code = zhun_store_query(c, &asked, a, &rows, err);
	if (code)
		return code;
	p->grants = grants;
	while (!(code = zhun_rows_next(rows, &row, err)) && row && p->count < GRANTS_MAX)
		grants[p->count++] = (struct zhun_grant){row[0].text, row[1].text};
	if (code || row)
		zhun_rows_done(rows);
	return code;
}

enum zhun_code zhun_account_load(struct zhun_conn *c, struct zhun_arena *a, const char *id,
				 struct zhun_principal **ret, struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(id), *row = NULL;
	enum zhun_code code =
		zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_ACCOUNT_BY_ID, &param, 1}, a, &row, err);
	if (code)
		return code;
	if (!row || row[6].integer)
		return zhun_fail(err, ZHUN_E_UNAUTHORISED, NULL);
	struct zhun_principal *p = principal_of(a, row);
	if (!p)
		return zhun_no_memory(a, err);
	code = load_grants(c, a, p, err);
	if (!code)
		*ret = p;
	return code;
}

enum zhun_code zhun_account_has_administrator(struct zhun_conn *c, struct zhun_arena *a, bool *ret,
					      struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	enum zhun_code code =
		zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_ADMINISTRATOR_COUNT, NULL, 0}, a, &row, err);
	if (!code)
		*ret = row && row[0].integer > 0;
	return code;
}

enum zhun_code zhun_credential_get(struct zhun_conn *c, struct zhun_arena *a, const char *account,
				   const char **ret, struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(account), *row = NULL;
	enum zhun_code code =
		zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_CREDENTIAL_GET, &param, 1}, a, &row, err);
	if (!code)
		*ret = row ? row[0].text : NULL;
	return code;
}

enum zhun_code zhun_credential_set(struct zhun_conn *c, const char *account, const char *hash, int64_t now,
				   struct zhun_error *err)
{
	char text[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, text);
	const struct zhun_value params[] = {zhun_v_text(account), zhun_v_text(hash), zhun_v_text(text)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_CREDENTIAL_SET, params, 3, NULL, err);
	if (!code)
		code = zhun_store_exec(c, ZHUN_SQL_SESSION_DELETE_ACCOUNT, params, 1, NULL, err);
	if (!code)
		code = zhun_store_exec(c, ZHUN_SQL_TOKEN_DELETE_ACCOUNT, params, 1, NULL, err);
	return code;
}
