/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account may ask about its notices, and choose. */
#include "service/mail.h"
#include "service/notice.h"
#include "zhun/base/text.h"

enum { MOST = 100, CONFIRM_SECONDS = 24 * 3600, AGAIN_SECONDS = 300 };
static const int64_t SECOND = 1000000;

/* ---- the list ---- */

static enum zhun_code write_notice(struct zhun_arena *a, struct zhun_json_writer *w, const struct zhun_value *row,
				   struct zhun_error *err)
{
	const struct zhun_event *e = zhun_event_named(row[1].text);
	const char *en = e ? zhun_notice_sentence(a, e, row[4].text, ZHUN_EN) : row[1].text;
	const char *zh = e ? zhun_notice_sentence(a, e, row[4].text, ZHUN_ZH) : row[1].text;
	if (!en || !zh)
		return zhun_no_memory(a, err);
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "id", row[0].text);
	zhun_json_member_string(w, "event", row[1].text);
	zhun_json_member_string(w, "en", en);
	zhun_json_member_string(w, "zh", zh);
	zhun_json_member_string(w, "path", e ? zhun_notice_path(a, e, row[2].text, row[3].text) : NULL);
	zhun_json_member_string(w, "created", row[5].text);
	zhun_json_member_string(w, "seen", row[6].text);
	zhun_json_end_object(w);
	return ZHUN_OK;
}

static enum zhun_code write_unread(struct zhun_call *call, struct zhun_json_writer *w, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_NOTICE_UNREAD, &account, 1},
					     call->arena, &row, err);
	if (!code)
		zhun_json_member_int(w, "unread", row ? row[0].integer : 0);
	return code;
}

enum zhun_code zhun_service_notice_list(struct zhun_call *call, const struct zhun_notice_filter *f,
					struct zhun_text *out, struct zhun_error *err)
{
	int64_t most = f->most > 0 && f->most < MOST ? f->most : MOST, count = 0;
	const struct zhun_value v[] = {zhun_v_text(call->viewer.account), zhun_v_int(f->unread), zhun_v_text(f->before),
				       zhun_v_int(most)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	struct zhun_json_writer w;
	const char *last = NULL, *text;
	enum zhun_code code = zhun_call_account(call, err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	if (!code)
		code = write_unread(call, &w, err);
	if (!code)
		code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_NOTICE_LIST, v, ZHUN_COUNT(v)},
					call->arena, &rows, err);
	zhun_json_member_array(&w, "items");
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		code = write_notice(call->arena, &w, row, err);
		last = row[0].text;
		count++;
	}
	zhun_rows_done(rows);
	zhun_json_end_array(&w);
	zhun_json_member_string(&w, "next", count == most ? last : NULL);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}

struct asked {
	struct zhun_call *call;
	const struct zhun_json *body;
	const char *text;
	struct zhun_secret_pair secret;
};

static enum zhun_code see(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(k->call->now, now);
	const struct zhun_value v[] = {zhun_v_text(k->call->viewer.account), zhun_v_text(k->text), zhun_v_text(now)};
	return zhun_store_exec(conn, ZHUN_SQL_NOTICE_SEEN, v, ZHUN_COUNT(v), NULL, err);
}

enum zhun_code zhun_service_notice_seen(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	struct asked k = {.call = call};
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &k.body, err);
	if (!code)
		code = zhun_body_text(k.body, "until", &k.text, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_WRITE, see, &k, err);
}

/* ---- choices ---- */

struct choice {
	bool shown;
	enum zhun_by_mail mail;
};

static bool read_mail(const char *word, enum zhun_by_mail *ret)
{
	for (int i = ZHUN_MAIL_NEVER; word && i <= ZHUN_MAIL_DAILY; i++)
		if (strcmp(word, zhun_by_mail_name((enum zhun_by_mail)i)) == 0) {
			*ret = (enum zhun_by_mail)i;
			return true;
		}
	return false;
}

static enum zhun_code load_choices(struct zhun_call *call, struct choice out[ZHUN_EVENTS], struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	struct zhun_rows *rows = NULL;
	for (size_t i = 0; i < ZHUN_EVENTS; i++)
		out[i] = (struct choice){zhun_events[i].shown, zhun_events[i].mail};
	enum zhun_code code = zhun_store_query(call->conn, &(struct zhun_asked){ZHUN_SQL_CHOICE_LIST, &account, 1},
					       call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		const struct zhun_event *e = zhun_event_named(row[0].text);
		if (e && read_mail(row[2].text, &out[e - zhun_events].mail))
			out[e - zhun_events].shown = row[1].integer != 0;
	}
	zhun_rows_done(rows);
	return code;
}

static enum zhun_code write_contact(struct zhun_call *call, struct zhun_json_writer *w, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	enum zhun_code code = zhun_store_one(call->conn, &(struct zhun_asked){ZHUN_SQL_CONTACT_GET, &account, 1},
					     call->arena, &row, err);
	if (code)
		return code;
	zhun_json_member_bool(w, "mail_possible", zhun_mail_possible(call));
	zhun_json_member_string(w, "email", row ? row[0].text : NULL);
	zhun_json_member_bool(w, "confirmed", row && row[1].text);
	zhun_json_member_string(w, "language", row ? row[2].text : NULL);
	return ZHUN_OK;
}

enum zhun_code zhun_service_notice_choices(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	struct choice choices[ZHUN_EVENTS];
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = load_choices(call, choices, err);
	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	if (!code)
		code = write_contact(call, &w, err);
	if (code)
		return code;
	zhun_json_member_array(&w, "items");
	for (size_t i = 0; i < ZHUN_EVENTS; i++) {
		if (!zhun_event_concerns(&zhun_events[i], &call->viewer))
			continue;
		zhun_json_begin_object(&w);
		zhun_json_member_string(&w, "event", zhun_events[i].name);
		zhun_json_member_string(&w, "title_en", zhun_events[i].title[ZHUN_EN]);
		zhun_json_member_string(&w, "title_zh", zhun_events[i].title[ZHUN_ZH]);
		zhun_json_member_bool(&w, "shown", choices[i].shown);
		zhun_json_member_string(&w, "mail", zhun_by_mail_name(choices[i].mail));
		zhun_json_end_object(&w);
	}
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return zhun_text_done(out, &text, err);
}

static enum zhun_code choose_one(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_json *item,
				 struct zhun_error *err)
{
	const char *event = zhun_json_get_string(item, "event"), *mail = zhun_json_get_string(item, "mail");
	const struct zhun_json *shown = zhun_json_get(item, "shown");
	enum zhun_by_mail way;
	if (!event || !zhun_event_named(event))
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "/event", "event");
	if (!read_mail(mail, &way))
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "/mail", "mail");
	if (!shown || (shown->kind != ZHUN_J_TRUE && shown->kind != ZHUN_J_FALSE))
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "/shown", "shown");
	const struct zhun_value v[] = {zhun_v_text(call->viewer.account), zhun_v_text(event),
				       zhun_v_int(shown->kind == ZHUN_J_TRUE), zhun_v_text(mail)};
	return zhun_store_exec(conn, ZHUN_SQL_CHOICE_SET, v, ZHUN_COUNT(v), NULL, err);
}

static enum zhun_code choose(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	const struct zhun_json *items = zhun_json_get(k->body, "items");
	size_t i = 0;
	if (!items || items->kind != ZHUN_J_ARRAY || items->count > ZHUN_EVENTS)
		return zhun_fail(err, ZHUN_E_BODY_FIELD, "/items", "items");
	for (const struct zhun_json *one = items->first; one; one = one->next, i++)
		if (choose_one(k->call, conn, one, err)) {
			(void)zhun_json_within_index(err, i);
			return zhun_json_within(err, "items");
		}
	return ZHUN_OK;
}

enum zhun_code zhun_service_notice_choose(struct zhun_call *call, struct zhun_bytes body, struct zhun_text *out,
					  struct zhun_error *err)
{
	struct asked k = {.call = call};
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &k.body, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, choose, &k, err);
	return code ? code : zhun_service_notice_choices(call, out, err);
}

/* ---- the address ---- */

/* Nobody is sent more than one such mail in five minutes. */
static enum zhun_code may_send(struct zhun_call *call, struct zhun_conn *conn, struct zhun_error *err)
{
	const struct zhun_value account = zhun_v_text(call->viewer.account), *row = NULL;
	char since[ZHUN_INSTANT_TEXT];
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_CONTACT_GET, &account, 1}, call->arena,
					     &row, err);
	zhun_instant_text(call->now - AGAIN_SECONDS * SECOND, since);
	if (!code && row && row[3].text && strcmp(row[3].text, since) > 0)
		return zhun_fail(err, ZHUN_E_MAIL_WAIT, NULL, ZHUN_INT(AGAIN_SECONDS / 60));
	return code;
}

static enum zhun_code set_address(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	struct zhun_call *call = k->call;
	const char *language = zhun_json_get_string(k->body, "language"), *url = call->service->outside.url;
	const char *zh = language && strcmp(language, "zh") == 0 ? "zh" : "en";
	struct zhun_mail m = {.to = k->text, .account = call->viewer.account,
			      .language = *zh == 'z' ? ZHUN_ZH : ZHUN_EN, .template = ZHUN_MAIL_CONFIRM};
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(call->now, now);
	const struct zhun_value v[] = {zhun_v_text(call->viewer.account), zhun_v_text(k->text), zhun_v_text(zh),
				       zhun_v_text(k->secret.hash), zhun_v_text(now)};
	enum zhun_code code = may_send(call, conn, err);
	if (!code)
		code = zhun_store_exec(conn, ZHUN_SQL_CONTACT_SET, v, ZHUN_COUNT(v), NULL, err);
	m.words[0] = zhun_printf(call->arena, "%s/notices#%s", url ? url : "", k->secret.text);
	if (!code && !m.words[0])
		code = zhun_no_memory(call->arena, err);
	return code ? code : zhun_mail_add(call, conn, &m, err);
}

enum zhun_code zhun_service_notice_address(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	struct asked k = {.call = call};
	enum zhun_code code = zhun_call_account(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &k.body, err);
	if (!code)
		code = zhun_body_text(k.body, "email", &k.text, err);
	if (!code)
		code = zhun_mail_address(k.text, err);
	if (!code && !zhun_mail_possible(call))
		code = zhun_fail(err, ZHUN_E_MAIL_NONE, NULL);
	if (!code)
		code = zhun_secret_new(call->arena, call->service->random, "zhm_", &k.secret, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, set_address, &k, err);
	if (!code)
		zhun_call_log(call, "notice.address", NULL, NULL);
	return code;
}

static enum zhun_code confirm(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	char now[ZHUN_INSTANT_TEXT], since[ZHUN_INSTANT_TEXT];
	int64_t changed = 0;
	zhun_instant_text(k->call->now, now);
	zhun_instant_text(k->call->now - CONFIRM_SECONDS * SECOND, since);
	const struct zhun_value v[] = {zhun_v_text(k->secret.hash), zhun_v_text(now), zhun_v_text(since)};
	enum zhun_code code = zhun_store_exec(conn, ZHUN_SQL_CONTACT_CONFIRM, v, ZHUN_COUNT(v), &changed, err);
	return code || changed ? code : zhun_fail(err, ZHUN_E_LINK_BAD, NULL);
}

/* By whoever holds the link: it was sent to the address alone. */
enum zhun_code zhun_service_notice_confirm(struct zhun_call *call, struct zhun_bytes body, struct zhun_error *err)
{
	struct asked k = {.call = call};
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = zhun_call_body(call, (const char *)body.ptr, body.len, &k.body, err);
	if (!code)
		code = zhun_body_text(k.body, "link", &k.text, err);
	if (!code)
		code = zhun_secret_hash(k.text, k.secret.hash, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_WRITE, confirm, &k, err);
}

static enum zhun_code forget(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct asked *k = context;
	const struct zhun_value account = zhun_v_text(k->call->viewer.account);
	return zhun_store_exec(conn, ZHUN_SQL_CONTACT_DELETE, &account, 1, NULL, err);
}

enum zhun_code zhun_service_notice_no_address(struct zhun_call *call, struct zhun_error *err)
{
	struct asked k = {.call = call};
	enum zhun_code code = zhun_call_account(call, err);
	return code ? code : zhun_store_run(call->conn, ZHUN_WRITE, forget, &k, err);
}
