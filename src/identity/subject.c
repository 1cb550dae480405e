/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity/subject.h"

#include "identity/rows.h"

enum zhun_code zhun_subject_find(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s,
				 const struct zhun_subject **ret, struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_text(s->issuer), zhun_v_text(s->name)}, *row = NULL;
	enum zhun_code code = zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_SUBJECT_GET, params, 2}, a, &row, err);
	*ret = NULL;
	if (code || !row)
		return code;
	struct zhun_subject *found = ZHUN_NEW(a, struct zhun_subject);
	if (!found)
		return zhun_no_memory(a, err);
	*found = (struct zhun_subject){.id = row[0].text, .issuer = s->issuer, .name = s->name, .account = row[1].text};
	*ret = found;
	return ZHUN_OK;
}

enum zhun_code zhun_subject_list(struct zhun_conn *c, struct zhun_arena *a, const char *account,
				 const struct zhun_subject **ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value param = zhun_v_text(account), *row = NULL;
	const struct zhun_subject *first = NULL, **end = &first;
	const struct zhun_asked asked = {ZHUN_SQL_SUBJECT_LIST, &param, 1};
	enum zhun_code code = zhun_store_query(c, &asked, a, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		struct zhun_subject *s = ZHUN_NEW(a, struct zhun_subject);
		if (!s) {
			code = zhun_no_memory(a, err);
			break;
		}
		*s = (struct zhun_subject){.id = row[0].text, .issuer = row[1].text, .name = row[2].text,
					   .account = account, .created = row[3].text, .last_used = row[4].text};
		*end = s;
		end = &s->next;
	}
	zhun_rows_done(rows);
	if (!code)
		*ret = first;
	return code;
}

static enum zhun_code check_room(struct zhun_conn *c, struct zhun_arena *a, const char *account,
				 struct zhun_error *err)
{
	const struct zhun_subject *s = NULL;
	size_t count = 0;
	enum zhun_code code = zhun_subject_list(c, a, account, &s, err);
	for (; s; s = s->next)
		count++;
	return !code && count >= ZHUN_SUBJECT_MOST
		       ? zhun_fail(err, ZHUN_E_SUBJECT_MANY, NULL, ZHUN_INT(ZHUN_SUBJECT_MOST))
		       : code;
}

enum zhun_code zhun_subject_add(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s, int64_t now,
				struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	const struct zhun_subject *found = NULL;
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(s->id), zhun_v_text(s->issuer), zhun_v_text(s->name),
					    zhun_v_text(s->account), zhun_v_text(at)};
	enum zhun_code code = zhun_subject_find(c, a, s, &found, err);
	if (!code && found)
		code = zhun_fail(err, ZHUN_E_SUBJECT_TAKEN, NULL);
	if (!code)
		code = check_room(c, a, s->account, err);
	return code ? code : zhun_store_exec(c, ZHUN_SQL_SUBJECT_INSERT, params, ZHUN_COUNT(params), NULL, err);
}

enum zhun_code zhun_subject_touch(struct zhun_conn *c, const char *id, int64_t now, struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(id), zhun_v_text(at)};
	return zhun_store_exec(c, ZHUN_SQL_SUBJECT_TOUCH, params, 2, NULL, err);
}

enum zhun_code zhun_subject_remove(struct zhun_conn *c, struct zhun_arena *a, const struct zhun_subject *s,
				   struct zhun_error *err)
{
	int64_t gone = 0;
	const struct zhun_value params[] = {zhun_v_text(s->account), zhun_v_text(s->id)}, *row = NULL;
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_SUBJECT_DELETE, params, 2, &gone, err);
	if (!code && !gone)
		return zhun_fail(err, ZHUN_E_SUBJECT_UNKNOWN, NULL);
	if (!code)   /* the transaction takes the deletion back when this fails */
		code = zhun_store_one(c, &(struct zhun_asked){ZHUN_SQL_WAYS_IN, params, 1}, a, &row, err);
	return !code && row[0].integer == 0 ? zhun_fail(err, ZHUN_E_SUBJECT_LAST, NULL) : code;
}

enum zhun_code zhun_outside_begin(struct zhun_conn *c, const char *hash, const char *account, int64_t now,
				  struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	zhun_identity_instant(now, ZHUN_OUTSIDE_LIFE, expires);
	const struct zhun_value over = zhun_v_text(at);
	const struct zhun_value params[] = {zhun_v_text(hash), zhun_v_text(account), zhun_v_text(expires)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_OUTSIDE_LOGIN_PURGE, &over, 1, NULL, err);
	return code ? code : zhun_store_exec(c, ZHUN_SQL_OUTSIDE_LOGIN_INSERT, params, 3, NULL, err);
}

enum zhun_code zhun_outside_take(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				 const char **ret_account, struct zhun_error *err)
{
	const struct zhun_secret_asked asked = {ZHUN_SQL_OUTSIDE_LOGIN_TAKE, secret, now};
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_identity_secret_row(c, &asked, a, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_OIDC_STATE, NULL);
	if (!code)
		*ret_account = row[0].text;
	return code;
}

enum zhun_code zhun_outside_document(struct zhun_conn *c, struct zhun_arena *a, const char *url, const char **ret,
				     const char **ret_fetched, struct zhun_error *err)
{
	const struct zhun_value param = zhun_v_text(url), *row = NULL;
	const struct zhun_asked asked = {ZHUN_SQL_OUTSIDE_DOCUMENT_GET, &param, 1};
	enum zhun_code code = zhun_store_one(c, &asked, a, &row, err);
	*ret = row ? row[0].text : NULL;
	*ret_fetched = row ? row[1].text : NULL;
	return code;
}

enum zhun_code zhun_outside_document_keep(struct zhun_conn *c, const char *url, const char *body, int64_t now,
					  struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(url), zhun_v_text(body), zhun_v_text(at)};
	return zhun_store_exec(c, ZHUN_SQL_OUTSIDE_DOCUMENT_PUT, params, 3, NULL, err);
}
