/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API tokens: made by an account for its programs, scoped, expiring, shown once. */
#include "identity/identity.h"
#include "identity/rows.h"
#include "zhun/base/text.h"

enum { DAY = 86400 };

enum zhun_code zhun_token_create(struct zhun_conn *c, const struct zhun_token *t, const struct zhun_token_grant *g,
				 int64_t now, struct zhun_error *err)
{
	char created[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	if (g->days < 1 || g->days > ZHUN_TOKEN_DAYS)
		return zhun_fail(err, ZHUN_E_TOKEN_LIFETIME, "/days", ZHUN_INT(ZHUN_TOKEN_DAYS));
	zhun_identity_instant(now, 0, created);
	zhun_identity_instant(now, g->days * DAY, expires);
	const struct zhun_value params[] = {
		zhun_v_text(t->id),	   zhun_v_text(g->account),   zhun_v_text(g->hash), zhun_v_text(t->name),
		zhun_v_int(t->may_write),  zhun_v_text(t->registers), zhun_v_text(created), zhun_v_text(expires),
	};
	return zhun_store_exec(c, ZHUN_SQL_TOKEN_INSERT, params, ZHUN_COUNT(params), NULL, err);
}

enum zhun_code zhun_token_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
			       struct zhun_principal **ret, struct zhun_error *err)
{
	char old[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, -ZHUN_SESSION_TOUCH, old);
	const struct zhun_secret_asked asked = {ZHUN_SQL_TOKEN_GET, secret, now};
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_identity_secret_row(c, &asked, a, &row, err);
	if (code)
		return code;
	if (!row)
		return zhun_fail(err, ZHUN_E_UNAUTHORISED, NULL);
	struct zhun_principal *p = NULL;
	code = zhun_account_load(c, a, row[1].text, &p, err);
	if (code)
		return code;
	p->token = row[0].text;
	p->may_write = row[2].integer != 0;
	p->registers = row[3].text;
	p->touch = !row[4].text || strcmp(row[4].text, old) < 0;
	*ret = p;
	return ZHUN_OK;
}

enum zhun_code zhun_token_touch(struct zhun_conn *c, const char *id, int64_t now, struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(id), zhun_v_text(at)};
	return zhun_store_exec(c, ZHUN_SQL_TOKEN_TOUCH, params, 2, NULL, err);
}

static struct zhun_token *token_of(struct zhun_arena *a, const struct zhun_value *row)
{
	struct zhun_token *t = ZHUN_NEW(a, struct zhun_token);
	if (t)
		*t = (struct zhun_token){
			.id = row[0].text,
			.name = row[1].text,
			.may_write = row[2].integer != 0,
			.registers = row[3].text,
			.created = row[4].text,
			.expires = row[5].text,
			.last_used = row[6].text,
		};
	return t;
}

enum zhun_code zhun_token_list(struct zhun_conn *c, struct zhun_arena *a, const char *account,
			       const struct zhun_token **ret, struct zhun_error *err)
{
	struct zhun_rows *rows = NULL;
	const struct zhun_value param = zhun_v_text(account), *row = NULL;
	const struct zhun_token *first = NULL, **end = &first;
	const struct zhun_asked asked = {ZHUN_SQL_TOKEN_LIST, &param, 1};
	enum zhun_code code = zhun_store_query(c, &asked, a, &rows, err);
	if (code)
		return code;
	while (!(code = zhun_rows_next(rows, &row, err)) && row) {
		struct zhun_token *t = token_of(a, row);
		if (!t) {
			zhun_rows_done(rows);
			return zhun_no_memory(a, err);
		}
		*end = t;
		end = &t->next;
	}
	if (code)
		zhun_rows_done(rows);
	else
		*ret = first;
	return code;
}

enum zhun_code zhun_token_remove(struct zhun_conn *c, const char *account, const char *id, struct zhun_error *err)
{
	int64_t changed = 0;
	const struct zhun_value params[] = {zhun_v_text(id), zhun_v_text(account)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_TOKEN_DELETE, params, 2, &changed, err);
	if (!code && changed == 0)
		return zhun_fail(err, ZHUN_E_TOKEN_UNKNOWN, NULL);
	return code;
}
