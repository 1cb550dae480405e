/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change feed as programs follow it (adr/0014). */
#include "service/inside.h"

enum { PAGE = 1000 };

static const char *read_whole(const char *s, int64_t *ret)
{
	const char *begin = s;
	*ret = 0;
	for (; *s >= '0' && *s <= '9' && *ret <= (INT64_MAX - 9) / 10; s++)
		*ret = *ret * 10 + (*s - '0');
	return s > begin ? s : NULL;
}

enum zhun_code zhun_place_read(const char *text, const char *name, struct zhun_place *ret, struct zhun_error *err)
{
	struct zhun_place p;
	const char *s = read_whole(text, &p.at);
	s = s && *s == '.' ? read_whole(s + 1, &p.n) : NULL;
	if (!s || *s)
		return zhun_fail(err, ZHUN_E_CURSOR_BAD, name);
	*ret = p;
	return ZHUN_OK;
}

void zhun_place_text(const struct zhun_place *p, char out[ZHUN_PLACE_TEXT])
{
	(void)snprintf(out, ZHUN_PLACE_TEXT, "%lld.%lld", (long long)p->at, (long long)p->n);
}

enum zhun_code zhun_service_change_list(struct zhun_call *call, const char *after, struct zhun_text *out,
					struct zhun_error *err)
{
	struct zhun_place at = {0};   /* the transaction and the number in it, as the feed is ordered */
	enum zhun_code code = zhun_call_authority(call, err);
	if (!code && after)
		code = zhun_place_read(after, "after", &at, err);
	if (code)
		return code;
	const struct zhun_value v[] = {zhun_v_int(at.at), zhun_v_int(at.n), zhun_v_int(PAGE)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_json_writer w;
	const char *text;
	char next[ZHUN_PLACE_TEXT];
	code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_CHANGE_AFTER, v, ZHUN_COUNT(v)}, call->arena,
				&rows, err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		at = (struct zhun_place){row[0].integer, row[1].integer};
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "register", row[2].text);
		zhun_json_member_string(&w, "record", row[3].text);
		zhun_json_member_int(&w, "rev", row[4].integer);
		zhun_json_member_string(&w, "action", row[5].text);
		zhun_json_end_object(&w);
	}
	zhun_rows_done(rows);
	zhun_json_end_array(&w);
	zhun_place_text(&at, next);
	zhun_json_member_string(&w, "next", next);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}
