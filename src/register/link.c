/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links: to a record the viewer may see, by its id or by its key. */
#include "register/ahead.h"
#include "register/query.h"
#include "register/record.h"
#include "register/register.h"
#include "zhun/base/uuid.h"

static enum zhun_code unknown(const struct zhun_register *reg, const char *what, struct zhun_error *err)
{
	return zhun_fail(err, ZHUN_E_LINK_UNKNOWN, "", what, reg->name);
}

/* A part of a key: what links lead to is found by its own key. */
static enum zhun_code read_part(const struct zhun_reader *r, const struct zhun_field *f,
				const struct zhun_json *json, struct zhun_value *ret, struct zhun_error *err)
{
	const char *text = json && json->kind == ZHUN_J_STRING ? json->text : NULL;
	enum zhun_code code = ZHUN_OK;

	if (!json || json->kind == ZHUN_J_NULL)
		return zhun_fail(err, ZHUN_E_FIELD_REQUIRED, "", f->name);
	if (f->kind == ZHUN_F_INTEGER) {
		*ret = zhun_v_int(json->integer);
		return json->kind == ZHUN_J_INT ? ZHUN_OK
						: zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "an integer");
	}
	if (f->kind == ZHUN_F_LINK)
		code = zhun_link_read(r, f, json, &text, err);
	if (!code && !text)
		code = zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "a text");
	*ret = zhun_v_text(text);
	return code;
}

static enum zhun_code find(const struct zhun_reader *r, const struct zhun_register *reg, const struct zhun_value *key,
			   const char **ret, struct zhun_error *err)
{
	struct zhun_query q;
	const struct zhun_value *row = NULL;
	enum zhun_code code;

	if (zhun_ahead_key(r->ahead, reg, key, ret))
		return ZHUN_OK;
	zhun_query_init(&q, r->arena, r->viewer);
	zhun_query_visible_key(&q, reg, key);
	code = zhun_query_one(&q, r->conn, &row, err);
	*ret = row ? row[0].text : NULL;
	return code;
}

enum zhun_code zhun_register_find_by_key(const struct zhun_reader *r, const struct zhun_register *reg,
					 const struct zhun_json *json, const char **ret, struct zhun_error *err)
{
	struct zhun_value key[ZHUN_REGISTER_NAMES];
	const char *id = NULL;
	enum zhun_code code;

	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++) {
		code = read_part(r, zhun_field_named(reg->fields, reg->key[i]), zhun_json_get(json, reg->key[i]),
				 &key[i], err);
		if (code)
			return zhun_json_within(err, reg->key[i]);
	}
	if ((code = find(r, reg, key, &id, err)) != ZHUN_OK)
		return code;
	if (!id)
		return unknown(reg, zhun_json_get_string(json, reg->key[0]), err);
	*ret = id;
	return ZHUN_OK;
}

enum zhun_code zhun_register_sees(const struct zhun_reader *r, const struct zhun_register *reg, const char *id,
				  bool *ret, struct zhun_error *err)
{
	struct zhun_query q;
	const struct zhun_value *row = NULL;
	enum zhun_code code = ZHUN_OK;

	zhun_query_init(&q, r->arena, r->viewer);
	zhun_query_seen(&q, reg, id);
	if (zhun_uuid_valid(id))
		code = zhun_query_one(&q, r->conn, &row, err);
	if (!code)
		*ret = row != NULL;
	return code;
}

static enum zhun_code check_seen(const struct zhun_reader *r, const struct zhun_register *reg, const char *id,
				 struct zhun_error *err)
{
	bool seen = false;
	enum zhun_code code = zhun_register_sees(r, reg, id, &seen, err);

	return code || seen ? code : unknown(reg, id, err);
}

enum zhun_code zhun_link_read(const struct zhun_reader *r, const struct zhun_field *f,
			      const struct zhun_json *json, const char **ret, struct zhun_error *err)
{
	const struct zhun_register *reg = zhun_register_named(f->link);
	const struct zhun_json *key = zhun_json_get(json, "key");
	enum zhun_code code;

	*ret = json->kind == ZHUN_J_STRING ? json->text : zhun_json_get_string(json, "id");
	if (*ret)
		return check_seen(r, reg, *ret, err);
	if (key && key->kind == ZHUN_J_OBJECT) {
		code = zhun_register_find_by_key(r, reg, key, ret, err);
		return code ? zhun_json_within(err, "key") : ZHUN_OK;
	}
	return zhun_fail(err, ZHUN_E_FIELD_KIND, "", f->name, "an id, {\"id\": …} or {\"key\": {…}}");
}
