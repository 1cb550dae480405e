/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mails into the outbox, and out of it. */
#include "service/mail.h"

#include "zhun/base/text.h"

enum { ADDRESS_MOST = 254, TEXT_MOST = 256 * 1024, ARGUMENT_MOST = 1024 * 1024 };

bool zhun_mail_possible(const struct zhun_call *call)
{
	return call->service->outside.smtp_url && call->service->outside.smtp_from;
}

/* RFC 5321 4.1.2 without quoted strings and address literals; 4.5.3.1.3 for the length. */
enum zhun_code zhun_mail_address(const char *s, struct zhun_error *err)
{
	static const char marks[] = "!#$%&'*+-/=?^_`{|}~.@";
	const char *at = strchr(s, '@');
	bool good = at && at > s && at[1] && !strchr(at + 1, '@') && strlen(s) <= ADDRESS_MOST;
	for (const char *p = s; good && *p; p++)
		good = (*p >= '0' && *p <= '9') || ((*p | 32) >= 'a' && (*p | 32) <= 'z') || strchr(marks, *p);
	return good ? ZHUN_OK : zhun_fail(err, ZHUN_E_MAIL_ADDRESS, NULL, s);
}

const char *zhun_mail_fill(struct zhun_arena *a, const char *text, const char *const words[ZHUN_MAIL_WORDS])
{
	struct zhun_text t;
	const char *done = NULL;
	zhun_text_init(&t, a, TEXT_MOST);
	zhun_text_add(&t, "");
	for (; *text; text++)
		if (text[0] == '{' && text[1] >= '1' && text[1] < '1' + ZHUN_MAIL_WORDS && text[2] == '}') {
			const char *word = words[text[1] - '1'];
			zhun_text_add(&t, word ? word : "");
			text += 2;
		} else {
			zhun_text_addc(&t, *text);
		}
	return zhun_text_done(&t, &done, NULL) ? NULL : done;
}

static enum zhun_code argument_of(struct zhun_arena *a, const struct zhun_mail *m, const char **ret,
				  struct zhun_error *err)
{
	struct zhun_text t;
	struct zhun_json_writer w;
	const struct zhun_mail_text *row = &zhun_mail_texts[m->template];
	const char *subject = zhun_mail_fill(a, row->subject[m->language], m->words);
	const char *text = zhun_mail_fill(a, row->text[m->language], m->words);
	if (!subject || !text)
		return zhun_no_memory(a, err);
	zhun_text_init(&t, a, ARGUMENT_MOST);
	zhun_json_init(&w, &t);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "to", m->to);
	zhun_json_member_string(&w, "language", m->language == ZHUN_ZH ? "zh" : "en");
	zhun_json_member_string(&w, "subject", subject);
	zhun_json_member_string(&w, "text", text);
	zhun_json_end_object(&w);
	return zhun_text_done(&t, ret, err);
}

enum zhun_code zhun_mail_add(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_mail *m,
			     struct zhun_error *err)
{
	struct zhun_job_new n = {.kind = zhun_job_kind_named("mail"), .account = m->account};
	enum zhun_code code = zhun_mail_address(m->to, err);
	if (!code)
		code = argument_of(call->arena, m, &n.argument, err);
	return code ? code : zhun_job_add(call, conn, &n, NULL, err);
}

static enum zhun_code message_of(struct zhun_job_run *run, const struct zhun_json *j, struct zhun_bytes *ret,
				 struct zhun_error *err)
{
	struct zhun_message m = {.id = run->job->id, .from = run->call->service->outside.smtp_from,
				 .date = run->call->now};
	const char *language = zhun_json_get_string(j, "language");
	m.language = language && strcmp(language, "zh") == 0 ? ZHUN_ZH : ZHUN_EN;
	enum zhun_code code = zhun_body_text(j, "to", &m.to, err);
	if (!code)
		code = zhun_body_text(j, "subject", &m.subject, err);
	if (!code)
		code = zhun_body_text(j, "text", &m.text, err);
	if (!code)
		code = zhun_mail_address(m.to, err);
	return code ? code : zhun_message_write(run->call->arena, &m, ret, err);
}

enum zhun_code zhun_job_mail(struct zhun_job_run *run, struct zhun_error *err)
{
	const char *argument = run->job->argument;
	const struct zhun_json *j = NULL;
	struct zhun_bytes message;
	if (!zhun_mail_possible(run->call))
		return zhun_fail(err, ZHUN_E_MAIL_NONE, NULL);
	enum zhun_code code = zhun_call_body(run->call, argument, strlen(argument), &j, err);
	if (!code)
		code = message_of(run, j, &message, err);
	return code ? code : zhun_mail_send(run, zhun_json_get_string(j, "to"), message, err);
}
