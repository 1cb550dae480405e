/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change feed as programs follow it (adr/0014). */
#include "service/inside.h"

enum { PAGE = 1000, NEXT_SIZE = 48 };

/* The transaction and the number in it, as the feed is ordered. */
struct place {
	int64_t xid, n;
};

static const char *read_whole(const char *s, int64_t *ret)
{
	const char *begin = s;
	*ret = 0;
	for (; *s >= '0' && *s <= '9' && *ret <= (INT64_MAX - 9) / 10; s++)
		*ret = *ret * 10 + (*s - '0');
	return s > begin ? s : NULL;
}

/* "812.27", as next of the page before; nothing: from the first. */
static enum zhun_code read_place(const char *after, struct place *ret, struct zhun_error *err)
{
	*ret = (struct place){0, 0};
	if (!after)
		return ZHUN_OK;
	const char *s = read_whole(after, &ret->xid);
	s = s && *s == '.' ? read_whole(s + 1, &ret->n) : NULL;
	return s && !*s ? ZHUN_OK : zhun_fail(err, ZHUN_E_CURSOR_BAD, "after");
}

enum zhun_code zhun_service_change_list(struct zhun_call *call, const char *after, struct zhun_text *out,
					struct zhun_error *err)
{
	struct place at;
	enum zhun_code code = zhun_call_whole(call, err);
	if (!code)
		code = read_place(after, &at, err);
	if (code)
		return code;
	const struct zhun_value v[] = {zhun_v_int(at.xid), zhun_v_int(at.n), zhun_v_int(PAGE)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_json_writer w;
	const char *text;
	char next[NEXT_SIZE];
	code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_CHANGE_AFTER, v, ZHUN_COUNT(v)}, call->arena,
				&rows, err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "items");
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		at = (struct place){row[0].integer, row[1].integer};
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "register", row[2].text);
		zhun_json_member_string(&w, "record", row[3].text);
		zhun_json_member_int(&w, "rev", row[4].integer);
		zhun_json_member_string(&w, "action", row[5].text);
		zhun_json_end_object(&w);
	}
	zhun_rows_done(rows);
	zhun_json_end_array(&w);
	(void)snprintf(next, sizeof next, "%lld.%lld", (long long)at.xid, (long long)at.n);
	zhun_json_member_string(&w, "next", next);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}
