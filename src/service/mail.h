/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mail. zhun_mail_add writes a mail into the outbox in the caller's
 * transaction: it is sent if that commits, and only then. It goes out when the
 * mail server takes it, at least once: where a server took it and the line
 * broke before it said so, it is sent again, under the same Message-ID, by
 * which receivers know the double. Texts are a constant table
 * (mail_template.c) in both languages.
 */
#ifndef ZHUN_SERVICE_MAIL_H
#define ZHUN_SERVICE_MAIL_H

#include "service/job.h"

enum { ZHUN_MAIL_WORDS = 4 };

enum zhun_mail_template {
	ZHUN_MAIL_CONFIRM,   /* {1} the link */
	ZHUN_MAIL_NOTICE,    /* {1} the sentence, {2} the link to it, {3} link to the choices */
	ZHUN_MAIL_DIGEST,    /* {1} how many, {2} a line each, {3} link to the choices */
	ZHUN_MAIL_APPROVED,  /* {1} the organisation, {2} the request's number, {3} where to log in */
	ZHUN_MAIL_INVITED,   /* likewise; {3} the one-time link of who becomes its manager */
	ZHUN_MAIL_REFUSED,   /* likewise; {3} why */
	ZHUN_MAIL_TEMPLATES
};

struct zhun_mail_text {
	const char *subject[2], *text[2];  /* by enum zhun_language, with {1} … {4} */
};
extern const struct zhun_mail_text zhun_mail_texts[ZHUN_MAIL_TEMPLATES];

struct zhun_mail {
	const char *to;
	const char *account;   /* whose address that is */
	enum zhun_language language;
	enum zhun_mail_template template;
	const char *words[ZHUN_MAIL_WORDS];
};

/** Whether this server can send at all. */
bool zhun_mail_possible(const struct zhun_call *call);

/** One address: ASCII, one @, nothing that could end a header. Fails MAIL_ADDRESS. */
enum zhun_code zhun_mail_address(const char *s, struct zhun_error *err) ZHUN_MUST_USE;

/** Writes it into the outbox, in the caller's transaction on @a conn. Fails MAIL_ADDRESS. */
enum zhun_code zhun_mail_add(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_mail *m,
			     struct zhun_error *err) ZHUN_MUST_USE;

/** A text with its words put in; NULL without memory. */
const char *zhun_mail_fill(struct zhun_arena *a, const char *text, const char *const words[ZHUN_MAIL_WORDS]);

/** What stands in a message; id is without its host. */
struct zhun_message {
	const char *id, *from, *to, *subject, *text;
	enum zhun_language language;
	int64_t date;  /* µs of UTC */
};

/** The message as it goes over the line (RFC 5322, RFC 2047, RFC 2045), its lines ended by CRLF. */
enum zhun_code zhun_message_write(struct zhun_arena *a, const struct zhun_message *m, struct zhun_bytes *ret,
				  struct zhun_error *err) ZHUN_MUST_USE;

/** Hands a message to the mail server. @a run says when to give up. Fails MAIL_NONE, MAIL_SERVER
 *  (may go well later), MAIL_REFUSED (never will). */
enum zhun_code zhun_mail_send(struct zhun_job_run *run, const char *to, struct zhun_bytes message,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** The handler of jobs of kind mail. */
zhun_job_handler zhun_job_mail;

#endif
