/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity/invitation.h"

#include "identity/rows.h"

enum zhun_code zhun_invitation_create(struct zhun_conn *c, const struct zhun_invitation *i, const char *hash,
				      int64_t now, struct zhun_error *err)
{
	char created[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, created);
	zhun_identity_instant(now, ZHUN_INVITATION_LIFE, expires);
	const struct zhun_value ended = zhun_v_text(created);
	const struct zhun_value params[] = {
		zhun_v_text(hash), zhun_v_text(i->id), zhun_v_text(i->organisation), zhun_v_text(i->role),
		zhun_v_text(i->whom), zhun_v_text(i->inviter), zhun_v_text(created), zhun_v_text(expires)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_INVITATION_PURGE, &ended, 1, NULL, err);
	return code ? code : zhun_store_exec(c, ZHUN_SQL_INVITATION_INSERT, params, ZHUN_COUNT(params), NULL, err);
}

static enum zhun_code read_row(struct zhun_arena *a, const struct zhun_value *row, struct zhun_invitation **ret,
			       struct zhun_error *err)
{
	struct zhun_invitation *i = ZHUN_NEW(a, struct zhun_invitation);
	if (!i)
		return zhun_no_memory(a, err);
	*i = (struct zhun_invitation){row[0].text, row[1].text, row[2].text, row[3].text,
				      row[4].text, row[5].text, row[6].text, NULL};
	*ret = i;
	return ZHUN_OK;
}

enum zhun_code zhun_invitation_find(struct zhun_conn *c, struct zhun_arena *a, const char *secret, int64_t now,
				    struct zhun_invitation **ret, struct zhun_error *err)
{
	const struct zhun_secret_asked asked = {ZHUN_SQL_INVITATION_FIND, secret, now};
	const struct zhun_value *row = NULL;
	enum zhun_code code = zhun_identity_secret_row(c, &asked, a, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_LINK_BAD, "/link");
	return code ? code : read_row(a, row, ret, err);
}

enum zhun_code zhun_invitation_list(struct zhun_conn *c, struct zhun_arena *a, const char *organisation, int64_t now,
				    const struct zhun_invitation **ret, struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const struct zhun_value params[] = {zhun_v_text(organisation), zhun_v_text(at)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_invitation *one = NULL;
	const struct zhun_invitation *first = NULL, **end = &first;
	enum zhun_code code = zhun_store_query(c, &(struct zhun_asked){ZHUN_SQL_INVITATION_LIST, params, 2}, a, &rows,
					       err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		code = read_row(a, row, &one, err);
		if (!code) {
			*end = one;
			end = &one->next;
		}
	}
	zhun_rows_done(rows);
	if (!code)
		*ret = first;
	return code;
}

enum zhun_code zhun_invitation_end(struct zhun_conn *c, const struct zhun_invitation *i, struct zhun_error *err)
{
	int64_t gone = 0;
	const struct zhun_value params[] = {zhun_v_text(i->organisation), zhun_v_text(i->id)};
	enum zhun_code code = zhun_store_exec(c, ZHUN_SQL_INVITATION_DELETE, params, 2, &gone, err);
	return code || gone ? code : zhun_fail(err, ZHUN_E_LINK_BAD, "/link");
}
