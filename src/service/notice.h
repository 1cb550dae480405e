/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notices: what happened, told to the accounts it concerns. Events are a
 * constant table (notice_events.c). An event is raised in a transaction: in
 * that of its cause, or in the one that moves the follower of the change feed
 * over it; an account is told of one and the same event once (`about`), by
 * whichever server. Each account chooses for each event: in the application,
 * by mail at once or in a daily summary.
 */
#ifndef ZHUN_SERVICE_NOTICE_H
#define ZHUN_SERVICE_NOTICE_H

#include "service/job.h"

enum zhun_event_kind {
	ZHUN_EVENT_ACCREDITATION_SUSPENDED,
	ZHUN_EVENT_ACCREDITATION_WITHDRAWN,
	ZHUN_EVENT_ACCREDITATION_EXPIRED,
	ZHUN_EVENT_ACCREDITATION_EXPIRING,
	ZHUN_EVENT_CERTIFICATE_SUSPENDED,
	ZHUN_EVENT_CERTIFICATE_WITHDRAWN,
	ZHUN_EVENT_CERTIFICATE_EXPIRING,
	ZHUN_EVENT_MEMBER_ADDED,
	ZHUN_EVENT_IMPORT_FINISHED,
	ZHUN_EVENT_IMPORT_REFUSED,
	ZHUN_EVENT_ORGANISATION_ASKED,
	ZHUN_EVENT_ORGANISATION_APPROVED,
	ZHUN_EVENT_ORGANISATION_REFUSED,
	ZHUN_EVENTS
};

enum zhun_by_mail { ZHUN_MAIL_NEVER, ZHUN_MAIL_NOW, ZHUN_MAIL_DAILY };
const char *zhun_by_mail_name(enum zhun_by_mail m);

enum { ZHUN_EVENT_WORDS = 3 };

struct zhun_event {
	const char *name;
	bool shown;                /* where nothing was chosen */
	enum zhun_by_mail mail;
	const char *title[2];      /* on the page of choices */
	const char *sentence[2];   /* with {1} … {3} */
	const char *path;          /* where people look, when it is about no record; NULL: nowhere in particular */
	bool authorities;          /* told to all regulators and administrators, and chosen by them alone */
};
extern const struct zhun_event zhun_events[ZHUN_EVENTS];
const struct zhun_event *zhun_event_named(const char *name);

/** Something that happened, to be told. Words are one for both languages or a pair. */
struct zhun_raised {
	enum zhun_event_kind event;
	const char *organisation;  /* whose members are told; NULL: the account alone, or authorities */
	const char *account;
	const char *reg, *record;  /* what it is about; may be NULL */
	const char *about;         /* the same for the same event */
	const char *words[ZHUN_EVENT_WORDS][2];
	const struct zhun_raised *next;
};

/** Tells whom it concerns, in the caller's transaction on @a conn. */
enum zhun_code zhun_notice_raise(const struct zhun_call *call, struct zhun_conn *conn, const struct zhun_raised *r,
				 struct zhun_error *err) ZHUN_MUST_USE;

/** The sentence of a notice whose words are @a json. */
const char *zhun_notice_sentence(struct zhun_arena *a, const struct zhun_event *e, const char *json,
				 enum zhun_language language);

/** Whether an event concerns an account like that of the call at all. */
bool zhun_event_concerns(const struct zhun_event *e, const struct zhun_viewer *viewer);

/** The path of what a notice is about: a record, or the event's own; NULL: nothing, or no memory. */
const char *zhun_notice_path(struct zhun_arena *a, const struct zhun_event *e, const char *reg, const char *record);

/** The address of a path, of the list of notices for NULL; "" where the server's address is not known. NULL without
 *  memory. */
const char *zhun_notice_link(const struct zhun_call *call, const char *path);

/** Reads the change feed on from where all servers together are; *ret_read: how many changes. */
enum zhun_code zhun_notice_follow(struct zhun_call *call, int64_t *ret_read, struct zhun_error *err) ZHUN_MUST_USE;

/** Handlers: what expires soon, and the daily summaries. */
zhun_job_handler zhun_job_expiring, zhun_job_digest;

#endif
