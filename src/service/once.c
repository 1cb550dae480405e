/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/once.h"

#include "codec/hash.h"

static const int64_t lifetime = INT64_C(24) * 3600 * 1000000;   /* µs */

enum zhun_code zhun_once_find(struct zhun_once *o, struct zhun_once_reply *ret, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	const struct zhun_value *row = NULL;
	*ret = (struct zhun_once_reply){0};
	if (!o->word)
		return ZHUN_OK;
	if (!o->call->viewer.account)
		return zhun_fail(err, ZHUN_E_ONCE_ACCOUNT, NULL);
	zhun_instant_text(o->call->now, now);
	const struct zhun_value params[] = {zhun_v_text(o->call->viewer.account), zhun_v_text(o->reg->name),
					    zhun_v_text(o->word), zhun_v_text(now)};
	const struct zhun_asked asked = {ZHUN_SQL_ONCE_GET, params, ZHUN_COUNT(params)};
	enum zhun_code code = zhun_sha256_hex(o->body, o->digest, err);
	if (!code)
		code = zhun_store_one(o->conn, &asked, o->call->arena, &row, err);
	if (code || !row)
		return code;
	if (!zhun_str_equal(row[0].text, o->digest))
		return zhun_fail(err, ZHUN_E_ONCE_OTHER, NULL, o->word);
	*ret = (struct zhun_once_reply){row[1].text, row[3].text, row[2].integer};
	return ZHUN_OK;
}

enum zhun_code zhun_once_keep(const struct zhun_once *o, const struct zhun_once_reply *reply, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT], expires[ZHUN_INSTANT_TEXT];
	if (!o->word)
		return ZHUN_OK;
	zhun_instant_text(o->call->now, now);
	zhun_instant_text(o->call->now + lifetime, expires);
	const struct zhun_value before = zhun_v_text(now);
	const struct zhun_value params[] = {
		zhun_v_text(o->call->viewer.account), zhun_v_text(o->reg->name), zhun_v_text(o->word),
		zhun_v_text(o->digest), zhun_v_text(reply->record), zhun_v_int(reply->rev),
		zhun_v_text(reply->text), zhun_v_text(expires)};
	enum zhun_code code = zhun_store_exec(o->conn, ZHUN_SQL_ONCE_PURGE, &before, 1, NULL, err);
	return code ? code : zhun_store_exec(o->conn, ZHUN_SQL_ONCE_ADD, params, ZHUN_COUNT(params), NULL, err);
}
