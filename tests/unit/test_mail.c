/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mails: addresses, texts, and the message as it goes over the line, read back by the rules of RFC 2047 and
 * RFC 2045. Sending to a server is tests/jobs/test_mail. Covers service/mail.c, service/mail_message.c,
 * service/mail_template.c, service/mail_send.c and service/libcurl.c.
 */
#include "service/mail.h"

#include "unit.h"
#include "unit_store.h"
#include "zhun/base/text.h"

enum { CEILING = 1 << 22 };

static struct zhun_error err;

static void test_addresses(void)
{
	static const char *const good[] = {"a@b", "lin.mei+1@example.org", "x'y@sub.example.co.uk"};
	static const char *const bad[] = {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>", "a@b,c@d",
					  "林@example.org", "\"a\"@b", "a@[127.0.0.1]"};
	for (size_t i = 0; i < ZHUN_COUNT(good); i++)
		CHECK_CODE(zhun_mail_address(good[i], &err), ZHUN_OK, &err);
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_mail_address(bad[i], &err), ZHUN_E_MAIL_ADDRESS, &err);
}

/* Every template in both languages, and the same words in both. */
static void test_templates(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	const char *const words[ZHUN_MAIL_WORDS] = {"<1>", "<2>", "<3>", "<4>"};
	for (int i = 0; i < ZHUN_MAIL_TEMPLATES; i++) {
		const struct zhun_mail_text *t = &zhun_mail_texts[i];
		for (int w = 1; w <= ZHUN_MAIL_WORDS; w++) {
			char mark[8];
			snprintf(mark, sizeof mark, "<%d>", w);
			const char *en = zhun_mail_fill(a, t->text[ZHUN_EN], words);
			const char *zh = zhun_mail_fill(a, t->text[ZHUN_ZH], words);
			unit_check(!strstr(en, mark) == !strstr(zh, mark), __FILE__, __LINE__, "template %d word %d",
				   i, w);
		}
		CHECK(t->subject[ZHUN_EN][0] && t->subject[ZHUN_ZH][0]);
		CHECK(!strchr(t->subject[ZHUN_EN], '\n') && !strchr(t->subject[ZHUN_ZH], '\n'));
	}
	CHECK_TEXT(zhun_mail_fill(a, "{1}{5}{x {4}", (const char *const[ZHUN_MAIL_WORDS]){"one", NULL, NULL, "{1}"}),
		   "one{5}{x {1}");
	zhun_arena_close(a);
}

static const char *written(struct zhun_arena *a, const char *subject, const char *text)
{
	const struct zhun_message m = {.id = "018f0000-0000-7000-8000-000000000001", .from = "zhun@example.org",
				       .to = "lin@example.cn", .subject = subject, .text = text, .language = ZHUN_ZH,
				       .date = INT64_C(1795400000000000)};
	struct zhun_bytes b = {0};
	CHECK_CODE(zhun_message_write(a, &m, &b, &err), ZHUN_OK, &err);
	return zhun_strndup(a, (const char *)b.ptr, b.len);
}

/* By hand from RFC 5322 3.6, RFC 2047 4.1 and RFC 2045 6.7; the date by GNU date -u -R -d @1795400000. */
static void test_golden(void)
{
	struct zhun_arena *a = zhun_arena_open(CEILING);
	CHECK_TEXT(written(a, "Notice", "a=b \n准\n"),
		   "Date: Mon, 23 Nov 2026 02:13:20 +0000\r\n"
		   "From: <zhun@example.org>\r\nTo: <lin@example.cn>\r\n"
		   "Message-ID: <018f0000-0000-7000-8000-000000000001@example.org>\r\n"
		   "Subject: Notice\r\n"
		   "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Language: zh\r\n"
		   "Content-Transfer-Encoding: quoted-printable\r\nAuto-Submitted: auto-generated\r\n\r\n"
		   "a=3Db=20\r\n=E5=87=86\r\n");
	CHECK(strstr(written(a, "准", ""), "Subject: =?UTF-8?B?5YeG?=\r\n") != NULL);
	CHECK(strstr(written(a, "a\r\nBcc: x@y", ""), "Subject: a  Bcc: x@y\r\n") != NULL);
	zhun_arena_close(a);
}

/* ---- reading it back ---- */

static const char *subject_back(struct zhun_arena *a, const char *message)
{
	struct zhun_text t;
	const char *done = "", *at = strstr(message, "Subject: ") + 9, *end = strstr(at, "MIME-Version");
	zhun_text_init(&t, a, CEILING);
	zhun_text_add(&t, "");
	if (strncmp(at, "=?UTF-8?B?", 10) != 0)
		return zhun_strndup(a, at, (size_t)(end - at) - 2);
	for (; (at = strstr(at, "=?UTF-8?B?")) && at < end; at++) {
		struct zhun_bytes word = {0};
		size_t n = strcspn(at + 10, "?");
		CHECK(n + 12 <= 75);   /* RFC 2047 2 */
		CHECK_CODE(zhun_base64_decode(a, at + 10, n, &word, &err), ZHUN_OK, &err);
		CHECK_INT(zhun_utf8_valid((const char *)word.ptr, word.len), word.len);   /* whole characters */
		zhun_text_addn(&t, (const char *)word.ptr, word.len);
	}
	CHECK_CODE(zhun_text_done(&t, &done, &err), ZHUN_OK, &err);
	return done;
}

static int hex(char c)
{
	return c <= '9' ? c - '0' : c - 'A' + 10;
}

static const char *text_back(struct zhun_arena *a, const char *message)
{
	struct zhun_text t;
	const char *done = "", *at = strstr(message, "\r\n\r\n") + 4;
	zhun_text_init(&t, a, CEILING);
	zhun_text_add(&t, "");
	while (*at) {
		if (at[0] == '=' && at[1] == '\r') {
			at += 3;
		} else if (at[0] == '=') {
			zhun_text_addc(&t, (char)(hex(at[1]) * 16 + hex(at[2])));
			at += 3;
		} else if (at[0] == '\r') {
			zhun_text_addc(&t, '\n');
			at += 2;
		} else {
			zhun_text_addc(&t, *at++);
		}
	}
	CHECK_CODE(zhun_text_done(&t, &done, &err), ZHUN_OK, &err);
	return done;
}

static void check_lines(const char *message)
{
	while (*message) {
		size_t n = strcspn(message, "\r");
		CHECK(n <= 76);
		CHECK(n == 0 || (message[n - 1] != ' ' && message[n - 1] != '\t'));
		for (size_t i = 0; i < n; i++)
			CHECK(message[i] == '\t' || (message[i] >= ' ' && message[i] <= '~'));
		CHECK(message[n] == '\0' || message[n + 1] == '\n');
		message += n + (message[n] ? 2 : 0);
	}
}

static void append(char *to, size_t size, const char *s)
{
	size_t n = strlen(to);
	if (n + strlen(s) < size)
		snprintf(to + n, size - n, "%s", s);
}

/* Any text comes back as it was, on lines that any server takes. */
static void test_laws(void)
{
	static const char *const pieces[] = {"准", "=", " ", "a", "e=?x?=", ".", "\n", "é", "\t", "Kalibrierung", "𝄞"};
	unsigned long long state = 7;
	for (int round = 0; round < 500; round++) {
		struct zhun_arena *a = zhun_arena_open(CEILING);
		char subject[400] = "x", text[1200] = "";
		for (unsigned long long i = unit_random(&state) % 60; i; i--) {
			const char *piece = pieces[unit_random(&state) % ZHUN_COUNT(pieces)];
			append(text, sizeof text, piece);
			if (*piece != '\n' && *piece != '\t' && strlen(subject) < 380)
				append(subject, sizeof subject, piece);
		}
		append(subject, sizeof subject, "x");
		const char *message = written(a, subject, text);
		check_lines(message);
		CHECK_TEXT(subject_back(a, message), subject);
		CHECK_TEXT(text_back(a, message), text);
		zhun_arena_close(a);
	}
}

static enum zhun_code write_once(struct zhun_arena *a, void *context)
{
	const struct zhun_message m = {.id = "1", .from = "a@b", .to = "c@d", .subject = "准确", .text = "量值"};
	struct zhun_bytes b = {0};
	(void)context;
	enum zhun_code code = zhun_message_write(a, &m, &b, &err);
	CHECK(!code == (b.ptr != NULL));
	return code;
}

static void test_faults(void)
{
	unit_fault_loop(write_once, NULL);
}

/* ---- the outbox ---- */

static bool go_on(struct zhun_job_run *run, int64_t done, int64_t total)
{
	(void)run, (void)done, (void)total;
	return true;
}

/* Nobody listens at the port: the mail waits, and says why. */
static void outbox_on(struct unit_store *u)
{
	struct zhun_service *s = NULL;
	const struct zhun_service_options o = {.database = u->url, .zone = "UTC", .outside = {
		.smtp_url = "smtp://127.0.0.1:1", .smtp_from = "zhun@example.org", .smtp_plain = true}};
	const struct zhun_mail m = {.to = "lin@example.cn", .template = ZHUN_MAIL_CONFIRM, .words = {"https://x/#1"}};
	const struct zhun_mail bad = {.to = "nobody", .template = ZHUN_MAIL_CONFIRM};
	bool ran = false;
	CHECK_CODE(zhun_service_open(&o, &s, &err), ZHUN_OK, &err);
	struct zhun_call call = {.service = s, .arena = zhun_arena_open(CEILING), .now = zhun_service_clock()};
	CHECK_CODE(zhun_service_connect(s, true, &call.conn, &err), ZHUN_OK, &err);
	CHECK(zhun_mail_possible(&call));
	CHECK_CODE(zhun_mail_add(&call, call.conn, &bad, &err), ZHUN_E_MAIL_ADDRESS, &err);
	CHECK_CODE(zhun_mail_add(&call, call.conn, &m, &err), ZHUN_OK, &err);
	CHECK_INT(unit_store_int(call.conn, "SELECT count(*) FROM job WHERE argument LIKE '%https://x/#1%'"), 1);
	const struct zhun_lane_run l = {&call, ZHUN_LANE_OUTBOX, "worker", go_on, NULL};
	CHECK_CODE(zhun_job_run_next(&l, &ran, &err), ZHUN_OK, &err);
	CHECK(ran);
	CHECK_INT(unit_store_int(call.conn, "SELECT code FROM job"), ZHUN_E_MAIL_SERVER);
	CHECK_INT(unit_store_int(call.conn, "SELECT count(*) FROM job WHERE state = 'waiting' AND attempts = 1"), 1);
	zhun_service_disconnect(call.conn);
	zhun_arena_close(call.arena);
	zhun_service_close(s);
}

static void test_outbox(void)
{
	unit_store_each(outbox_on, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"mail addresses", test_addresses}, {"mail templates", test_templates}, {"mail golden", test_golden},
		{"mail laws", test_laws},	    {"mail faults", test_faults},	{"mail outbox", test_outbox},
	};
	return unit_run(tests, sizeof tests / sizeof *tests, argc, argv);
}
