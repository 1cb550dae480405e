/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: immutable bytes, kept once, read by who may see a record that shows them. */
#include "codec/hash.h"
#include "register/query.h"
#include "register/record.h"
#include "register/register.h"
#include "zhun/base/date.h"
#include "zhun/base/uuid.h"

static enum zhun_code one(struct zhun_conn *conn, struct zhun_arena *a, enum zhun_sql sql, const char *param,
			  const struct zhun_value **ret, struct zhun_error *err)
{
	const struct zhun_value value = zhun_v_text(param);

	return zhun_store_one(conn, &(struct zhun_asked){sql, &value, 1}, a, ret, err);
}

enum zhun_code zhun_register_document_add(struct zhun_conn *conn, struct zhun_arena *a,
					  const struct zhun_document *d, int64_t now, const char **ret,
					  struct zhun_error *err)
{
	char digest[ZHUN_SHA256_TEXT], instant[ZHUN_INSTANT_TEXT];
	const struct zhun_value *row;
	enum zhun_code code = zhun_sha256_hex(d->bytes, digest, err);

	if (!code)
		code = one(conn, a, ZHUN_SQL_DOCUMENT_OF_DIGEST, digest, &row, err);
	if (code)
		return code;
	*ret = row ? row[0].text : d->id;
	if (row)
		return ZHUN_OK;
	zhun_instant_text(now, instant);
	const struct zhun_value params[] = {
		zhun_v_text(d->id), zhun_v_text(digest), zhun_v_text(d->media_type), zhun_v_text(d->name),
		zhun_v_int((int64_t)d->bytes.len), zhun_v_text(instant), zhun_v_bytes(d->bytes)};

	return zhun_store_exec(conn, ZHUN_SQL_DOCUMENT_ADD, params, ZHUN_COUNT(params), NULL, err);
}

/* Whether a record that the viewer may see has it in a field that the viewer may read. */
static enum zhun_code find_seen(const struct zhun_reader *r, const char *id, bool *ret, struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	struct zhun_query q;
	enum zhun_code code = ZHUN_OK;

	zhun_query_init(&q, r->arena, r->viewer);
	for (size_t i = 0; zhun_registers[i] && !row && !code; i++)
		for (const struct zhun_field *f = zhun_registers[i]->fields; f->name && !row && !code; f++) {
			if (f->kind != ZHUN_F_DOCUMENT || f->secret ||
			    !zhun_viewer_reaches(r->viewer, zhun_registers[i]))
				continue;
			zhun_query_document_seen(&q, zhun_registers[i], f, id);
			code = zhun_query_one(&q, r->conn, &row, err);
		}
	if (!code)
		*ret = row != NULL;
	return code;
}

enum zhun_code zhun_document_check(const struct zhun_reader *r, const char *id, struct zhun_error *err)
{
	const struct zhun_value *row;
	enum zhun_code code = one(r->conn, r->arena, ZHUN_SQL_DOCUMENT_OF_ID, id, &row, err);
	bool may = !code && row && (zhun_str_equal(id, r->brought) || zhun_access_all(r->viewer));

	if (!code && row && !may)
		code = find_seen(r, id, &may, err);
	return code || may ? code : zhun_fail(err, ZHUN_E_DOCUMENT_UNKNOWN, "", id);
}

enum zhun_code zhun_register_document_get(const struct zhun_reader *r, const char *id, struct zhun_document *ret,
					  struct zhun_error *err)
{
	const struct zhun_value *row = NULL;
	bool seen = false;
	enum zhun_code code = zhun_uuid_valid(id) ? find_seen(r, id, &seen, err) : ZHUN_OK;

	if (!code && seen)
		code = one(r->conn, r->arena, ZHUN_SQL_DOCUMENT_BYTES, id, &row, err);
	if (!code && !row)
		code = zhun_fail(err, ZHUN_E_RECORD_UNKNOWN, NULL);
	if (!code)
		*ret = (struct zhun_document){.bytes = row[3].bytes, .media_type = row[0].text, .name = row[1].text,
			.sha256 = row[2].text};
	return code;
}
