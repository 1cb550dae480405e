/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling: who is concerned, what each chose, and once. */
#include "service/notice.h"

#include "service/hook.h"
#include "service/mail.h"
#include "zhun/base/text.h"

enum { WORDS_MOST = 16384 };

/* Cells of notice_members and notice_account. */
enum { ACCOUNT, SHOWN, MAIL, EMAIL, LANGUAGE };

/* What is the same for all who are told. */
struct telling {
	const struct zhun_call *call;
	struct zhun_conn *conn;
	const struct zhun_raised *raised;
	const char *words;
};

static enum zhun_code words_of(struct zhun_arena *a, const struct zhun_raised *r, const char **ret,
			       struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	zhun_text_init(&t, a, WORDS_MOST);
	zhun_json_init(&w, &t);
	zhun_json_begin_array(&w);
	for (size_t i = 0; i < ZHUN_EVENT_WORDS && r->words[i][ZHUN_EN]; i++) {
		const char *zh = r->words[i][ZHUN_ZH];
		zhun_json_begin_array(&w);
		zhun_json_string(&w, r->words[i][ZHUN_EN]);
		zhun_json_string(&w, zh ? zh : r->words[i][ZHUN_EN]);
		zhun_json_end_array(&w);
	}
	zhun_json_end_array(&w);
	return zhun_text_done(&t, ret, err);
}

const char *zhun_notice_sentence(struct zhun_arena *a, const struct zhun_event *e, const char *json,
				 enum zhun_language language)
{
	const struct zhun_json *list = NULL;
	const char *words[ZHUN_MAIL_WORDS] = {NULL};
	size_t i = 0;
	if (zhun_json_parse(a, json, strlen(json), &list, NULL))
		return NULL;
	for (const struct zhun_json *pair = list->first; pair && i < ZHUN_EVENT_WORDS; pair = pair->next)
		if (pair->first && pair->first->next)
			words[i++] = language == ZHUN_ZH ? pair->first->next->text : pair->first->text;
	return zhun_mail_fill(a, e->sentence[language], words);
}

const char *zhun_notice_path(struct zhun_arena *a, const struct zhun_event *e, const char *reg, const char *record)
{
	const struct zhun_register *r = reg ? zhun_register_named(reg) : NULL;
	return r && record ? zhun_printf(a, "/registers/%s/%s", r->plural, record) : e->path;
}

const char *zhun_notice_link(const struct zhun_call *call, const char *path)
{
	const char *url = call->service->outside.url;
	return url ? zhun_printf(call->arena, "%s%s", url, path ? path : "/notices") : "";
}

/* By mail at once: only who has a confirmed address. */
static enum zhun_code mail(const struct telling *t, const struct zhun_value *to, struct zhun_error *err)
{
	const struct zhun_raised *r = t->raised;
	const struct zhun_call *call = t->call;
	const struct zhun_event *e = &zhun_events[r->event];
	struct zhun_mail m = {.to = to[EMAIL].text, .account = to[ACCOUNT].text, .template = ZHUN_MAIL_NOTICE};
	m.language = to[LANGUAGE].text && strcmp(to[LANGUAGE].text, "zh") == 0 ? ZHUN_ZH : ZHUN_EN;
	m.words[0] = zhun_notice_sentence(call->arena, e, t->words, m.language);
	m.words[1] = zhun_notice_link(call, zhun_notice_path(call->arena, e, r->reg, r->record));
	m.words[2] = zhun_notice_link(call, NULL);
	if (!m.words[0] || !m.words[1] || !m.words[2])
		return zhun_no_memory(call->arena, err);
	return zhun_mail_add(call, t->conn, &m, err);
}

static enum zhun_by_mail by_mail(const struct zhun_event *e, const struct zhun_value *to)
{
	if (!to[EMAIL].text)
		return ZHUN_MAIL_NEVER;
	for (int i = ZHUN_MAIL_NEVER; to[MAIL].text && i <= ZHUN_MAIL_DAILY; i++)
		if (strcmp(to[MAIL].text, zhun_by_mail_name((enum zhun_by_mail)i)) == 0)
			return (enum zhun_by_mail)i;
	return e->mail;
}

static enum zhun_code tell(const struct telling *t, const struct zhun_value *to, struct zhun_error *err)
{
	const struct zhun_raised *r = t->raised;
	const struct zhun_event *e = &zhun_events[r->event];
	enum zhun_by_mail way = by_mail(e, to);
	bool shown = to[SHOWN].kind == ZHUN_V_INT ? to[SHOWN].integer != 0 : e->shown;
	char id[ZHUN_UUID_TEXT], now[ZHUN_INSTANT_TEXT];
	int64_t added = 0;
	enum zhun_code code = zhun_call_id(t->call, id, err);
	if (code)
		return code;
	zhun_instant_text(t->call->now, now);
	const struct zhun_value v[] = {
		zhun_v_text(id), zhun_v_text(to[ACCOUNT].text), zhun_v_text(e->name), zhun_v_text(r->organisation),
		zhun_v_text(r->reg),	zhun_v_text(r->record),	       zhun_v_text(r->about), zhun_v_text(t->words),
		zhun_v_text(now),	zhun_v_int(shown),	       zhun_v_int(way == ZHUN_MAIL_DAILY),
	};
	code = zhun_store_exec(t->conn, ZHUN_SQL_NOTICE_ADD, v, ZHUN_COUNT(v), &added, err);
	return !code && added && way == ZHUN_MAIL_NOW ? mail(t, to, err) : code;
}

/* All are read before one is told: no statement may be open while others write. */
static enum zhun_code tell_all(const struct telling *t, struct zhun_rows *rows, struct zhun_error *err)
{
	enum { ROOM = 256 };
	const struct zhun_value *who[ROOM], *row = NULL;
	size_t count;
	enum zhun_code code;
	do {
		for (count = 0; !(code = zhun_rows_next(rows, &row, err)) && row; ) {
			who[count++] = row;
			if (count == ROOM)
				break;
		}
		for (size_t i = 0; !code && i < count; i++)
			code = tell(t, who[i], err);
	} while (!code && count == ROOM);
	zhun_rows_done(rows);
	return code;
}

static enum zhun_code ask_whom(struct zhun_conn *conn, struct zhun_arena *a, const struct zhun_raised *r,
			       struct zhun_rows **ret, struct zhun_error *err)
{
	const struct zhun_event *e = &zhun_events[r->event];
	const struct zhun_value event = zhun_v_text(e->name);
	const struct zhun_value v[] = {zhun_v_text(r->organisation ? r->organisation : r->account), event};
	const struct zhun_asked one = {r->organisation ? ZHUN_SQL_NOTICE_MEMBERS : ZHUN_SQL_NOTICE_ACCOUNT, v, 2};
	const struct zhun_asked all = {ZHUN_SQL_NOTICE_AUTHORITIES, &event, 1};
	return zhun_store_query(conn, e->authorities ? &all : &one, a, ret, err);
}

enum zhun_code zhun_notice_raise(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_raised *r,
				 struct zhun_error *err)
{
	struct telling t = {.call = call, .conn = conn, .raised = r};
	struct zhun_rows *rows = NULL;
	enum zhun_code code = words_of(call->arena, r, &t.words, err);
	if (!code)
		code = ask_whom(conn, call->arena, r, &rows, err);
	if (!code)
		code = tell_all(&t, rows, err);
	return code || !r->organisation ? code : zhun_hook_raise(call, conn, r, t.words, err);
}
