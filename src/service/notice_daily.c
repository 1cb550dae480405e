/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The daily tasks of notices: what expires soon, and summaries by mail. */
#include "service/mail.h"
#include "service/notice.h"
#include "zhun/base/text.h"

enum { SOON_DAYS = 60, PAGE = 100, DIGEST_MOST = 200, DIGEST_TEXT = 128 * 1024 };

/* ---- what expires soon ---- */

/* One register whose records end: which statement finds them, which event it is. */
struct ending {
	const char *reg;
	enum zhun_sql sql;
	enum zhun_event_kind event;
};

struct page {
	struct zhun_job_run *run;
	const struct ending *ending;
	const struct zhun_value *rows[PAGE];
	size_t count;
};

static enum zhun_code raise_page(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	const struct page *p = context;
	struct zhun_arena *a = p->run->call->arena;
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; !code && i < p->count; i++) {
		const struct zhun_value *row = p->rows[i];
		const struct zhun_raised r = {
			.event = p->ending->event, .organisation = row[1].text, .reg = p->ending->reg,
			.record = row[0].text, .about = zhun_printf(a, "%s %s", row[0].text, row[3].text),
			.words = {{row[2].text}, {row[3].text}}};
		code = r.about ? zhun_notice_raise(p->run->call, conn, &r, err) : zhun_no_memory(a, err);
	}
	return code;
}

static enum zhun_code read_page(struct page *p, const char *after, struct zhun_error *err)
{
	struct zhun_call *call = p->run->call;
	char from[ZHUN_DATE_TEXT], to[ZHUN_DATE_TEXT];
	int32_t today = zhun_zone_day(call->service->zone, call->now);
	struct zhun_rows *rows = NULL;
	const struct zhun_value *row = NULL;
	zhun_day_text(today, from);
	zhun_day_text(today + SOON_DAYS, to);
	const struct zhun_value v[] = {zhun_v_text(from), zhun_v_text(to), zhun_v_text(after), zhun_v_int(PAGE)};
	enum zhun_code code = zhun_store_query(call->conn, &(struct zhun_asked){p->ending->sql, v, ZHUN_COUNT(v)},
					       call->arena, &rows, err);
	p->count = 0;
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row && p->count < PAGE)
		p->rows[p->count++] = row;
	zhun_rows_done(rows);
	return code;
}

/* A page a transaction, and its memory given back: what was told is not told again, should this begin anew. */
static enum zhun_code tell_ending(struct zhun_job_run *run, const struct ending *e, struct zhun_error *err)
{
	struct page p = {.run = run, .ending = e};
	struct zhun_arena *a = run->call->arena;
	char after[ZHUN_UUID_TEXT] = "";
	enum zhun_code code = ZHUN_OK;
	int64_t done = 0;
	do {
		struct zhun_arena_mark mark = zhun_arena_mark(a);
		code = read_page(&p, after, err);
		if (!code && p.count)
			code = zhun_store_run(run->call->conn, ZHUN_WRITE, raise_page, &p, err);
		if (!code && p.count)
			(void)snprintf(after, sizeof after, "%s", p.rows[p.count - 1][0].text);
		zhun_arena_rewind(a, mark);
		done += (int64_t)p.count;
		if (!code && !run->beat(run, done, done))
			code = zhun_fail(err, ZHUN_E_JOB_STOPPED, NULL);
	} while (!code && p.count == PAGE);
	return code;
}

enum zhun_code zhun_job_expiring(struct zhun_job_run *run, struct zhun_error *err)
{
	static const struct ending endings[] = {
		{"accreditation", ZHUN_SQL_EXPIRING_ACCREDITATION, ZHUN_EVENT_ACCREDITATION_EXPIRING},
		{"certificate", ZHUN_SQL_EXPIRING_CERTIFICATE, ZHUN_EVENT_CERTIFICATE_EXPIRING},
	};
	enum zhun_code code = ZHUN_OK;
	for (size_t i = 0; !code && i < ZHUN_COUNT(endings); i++)
		code = tell_ending(run, &endings[i], err);
	return code;
}

/* ---- summaries ---- */

struct digest {
	struct zhun_job_run *run;
	char account[ZHUN_UUID_TEXT];   /* the one before */
	bool any;
};

static enum zhun_code add_lines(struct digest *d, struct zhun_conn *conn, enum zhun_language language,
				struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_call *call = d->run->call;
	const struct zhun_value v[] = {zhun_v_text(d->account), zhun_v_int(DIGEST_MOST)}, *row = NULL;
	struct zhun_rows *rows = NULL;
	zhun_text_add(out, "");
	enum zhun_code code = zhun_store_query(conn, &(struct zhun_asked){ZHUN_SQL_NOTICE_DIGEST_LIST, v, 2},
					       call->arena, &rows, err);
	while (!code && !(code = zhun_rows_next(rows, &row, err)) && row) {
		const struct zhun_event *e = zhun_event_named(row[1].text);
		const char *sentence = e ? zhun_notice_sentence(call->arena, e, row[4].text, language) : NULL;
		const char *path = e ? zhun_notice_path(call->arena, e, row[2].text, row[3].text) : NULL;
		const char *link = zhun_notice_link(call, path);
		if (sentence && link)
			zhun_text_addf(out, "* %s\n  %s\n", sentence, link);
	}
	zhun_rows_done(rows);
	return code;
}

/* The mail and the end of its waiting, together. */
static enum zhun_code mail_one(struct digest *d, struct zhun_conn *conn, const struct zhun_value *to,
			       struct zhun_error *err)
{
	struct zhun_call *call = d->run->call;
	struct zhun_mail m = {.to = to[1].text, .account = to[0].text, .template = ZHUN_MAIL_DIGEST};
	const struct zhun_value account = zhun_v_text(to[0].text);
	struct zhun_text lines;
	char day[ZHUN_DATE_TEXT];
	m.language = strcmp(to[2].text, "zh") == 0 ? ZHUN_ZH : ZHUN_EN;
	(void)snprintf(d->account, sizeof d->account, "%s", to[0].text);
	zhun_text_init(&lines, call->arena, DIGEST_TEXT);
	zhun_call_today(call, day);
	enum zhun_code code = add_lines(d, conn, m.language, &lines, err);
	if (!code)
		code = zhun_text_done(&lines, &m.words[1], err);
	m.words[0] = day;
	m.words[2] = zhun_notice_link(call, NULL);
	if (!code && !m.words[2])
		code = zhun_no_memory(call->arena, err);
	if (!code)
		code = zhun_mail_add(call, conn, &m, err);
	return code ? code : zhun_store_exec(conn, ZHUN_SQL_NOTICE_DIGEST_DONE, &account, 1, NULL, err);
}

static enum zhun_code next_digest(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	struct digest *d = context;
	char before[ZHUN_UUID_TEXT];
	const struct zhun_value after = zhun_v_text(d->account), *row = NULL;
	(void)snprintf(before, sizeof before, "%s", d->account);
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_NOTICE_DIGEST_ACCOUNT, &after, 1},
					     d->run->call->arena, &row, err);
	d->any = row != NULL;
	if (!code && row)
		code = mail_one(d, conn, row, err);
	if (code)   /* repeatable: it begins where it began */
		(void)snprintf(d->account, sizeof d->account, "%s", before);
	return code;
}

enum zhun_code zhun_job_digest(struct zhun_job_run *run, struct zhun_error *err)
{
	struct digest d = {.run = run, .any = true};
	enum zhun_code code = ZHUN_OK;
	for (int64_t n = 0; !code && d.any; n++) {
		struct zhun_arena_mark mark = zhun_arena_mark(run->call->arena);
		code = zhun_store_run(run->call->conn, ZHUN_WRITE, next_digest, &d, err);
		zhun_arena_rewind(run->call->arena, mark);
		if (!code && !run->beat(run, n, n))
			code = zhun_fail(err, ZHUN_E_JOB_STOPPED, NULL);
	}
	return code;
}
