/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail over SMTP (RFC 5321) by libcurl. */
#include "service/libcurl.h"
#include "service/mail.h"
#include "zhun/base/text.h"

enum { CONNECT_SECONDS = 20, SEND_SECONDS = 60 };

struct sending {
	struct zhun_job_run *run;
	struct zhun_bytes message;
	size_t sent;
	char why[CURL_ERROR_SIZE];
};

static size_t give(char *out, size_t size, size_t count, void *context)
{
	struct sending *s = context;
	size_t rest = s->message.len - s->sent, n = size * count < rest ? size * count : rest;
	memcpy(out, s->message.ptr + s->sent, n);
	s->sent += n;
	return n;
}

/* Not 0 ends the transfer. */
static int go_on(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	struct sending *s = context;
	(void)a, (void)b, (void)c, (void)d;
	return s->run->beat(s->run, (int64_t)s->sent, (int64_t)s->message.len) ? 0 : 1;
}

static CURLcode set_up(CURL *curl, struct sending *s, struct curl_slist *to)
{
	const struct zhun_outside *o = &s->run->call->service->outside;
	const struct zhun_transfer t = {o->smtp_url, "smtp,smtps", CONNECT_SECONDS, SEND_SECONDS, go_on, s, s->why};
	const long tls = o->smtp_plain ? CURLUSESSL_TRY : CURLUSESSL_ALL;
	CURLcode c = zhun_libcurl_set(curl, &t);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_USE_SSL, tls);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_MAIL_FROM, o->smtp_from);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	if (!c)
		c = libcurl.curl_easy_setopt(curl, CURLOPT_READDATA, s);
	return c;
}

/* A reply of 5yz to the sender, the receiver or the text is final (RFC 5321 4.2.1); one to the log-in
 * or a line that broke says nothing about the mail. */
static enum zhun_code judge(CURL *curl, CURLcode c, const struct sending *s, struct zhun_error *err)
{
	long reply = 0;
	if (c == CURLE_OK)
		return ZHUN_OK;
	if (c == CURLE_ABORTED_BY_CALLBACK)
		return zhun_fail(err, ZHUN_E_JOB_STOPPED, NULL);
	(void)libcurl.curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
	const char *why = s->why[0] ? s->why : libcurl.curl_easy_strerror(c);
	bool final = reply >= 500 && reply < 600 && (c == CURLE_SEND_ERROR || c == CURLE_WEIRD_SERVER_REPLY);
	return zhun_fail(err, final ? ZHUN_E_MAIL_REFUSED : ZHUN_E_MAIL_SERVER, NULL, why, ZHUN_INT(reply));
}

static enum zhun_code transfer(CURL *curl, struct sending *s, const char *to, struct zhun_error *err)
{
	struct curl_slist *receivers = libcurl.curl_slist_append(NULL, to);
	CURLcode c = receivers ? set_up(curl, s, receivers) : CURLE_OUT_OF_MEMORY;
	if (!c)
		c = libcurl.curl_easy_perform(curl);
	enum zhun_code code = judge(curl, c, s, err);
	libcurl.curl_slist_free_all(receivers);
	return code;
}

enum zhun_code zhun_mail_send(struct zhun_job_run *run, const char *to, struct zhun_bytes message,
			      struct zhun_error *err)
{
	struct sending s = {.run = run, .message = message};
	if (!zhun_mail_possible(run->call))
		return zhun_fail(err, ZHUN_E_MAIL_NONE, NULL);
	enum zhun_code code = zhun_libcurl_load(err);
	if (code)
		return code;
	CURL *curl = libcurl.curl_easy_init();
	if (!curl)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	code = transfer(curl, &s, to, err);
	libcurl.curl_easy_cleanup(curl);
	return code;
}
