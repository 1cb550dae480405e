/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happened to sessions, passwords and tokens, for the audit: writes of
 * registers are rows of change, these are rows of session_event. Never a
 * password or a secret, and no name that was typed where no account has it.
 * Functions run in the caller's transaction.
 */
#ifndef ZHUN_IDENTITY_EVENT_H
#define ZHUN_IDENTITY_EVENT_H

#include "store/store.h"
#include "zhun/base/error.h"

enum zhun_session_kind {
	ZHUN_SESSION_LOG_IN,
	ZHUN_SESSION_REFUSED,
	ZHUN_SESSION_LOG_OUT,
	ZHUN_SESSION_PASSWORD,   /* set by a one-time link, which ends all sessions and tokens */
	ZHUN_SESSION_LINK,       /* such a link was made for the account; NULL: for the first administrator */
	ZHUN_SESSION_TOKEN,
	ZHUN_SESSION_TOKEN_END,
	ZHUN_SESSION_SUBJECT,    /* an outside identity was connected, by which the account may log in */
	ZHUN_SESSION_SUBJECT_END
};
enum { ZHUN_SESSION_KINDS = ZHUN_SESSION_SUBJECT_END + 1 };

/** Their words, by kind; ends with NULL. */
extern const char *const zhun_session_kinds[ZHUN_SESSION_KINDS + 1];

/** Ids; each but the kind may be NULL. */
struct zhun_session_event {
	enum zhun_session_kind kind;
	const char *account;    /* whose */
	const char *actor;      /* who did it; kept where that is another */
	const char *token;      /* which was made or ended */
	const char *address, *request;
};

enum zhun_code zhun_session_event_add(struct zhun_conn *c, const struct zhun_session_event *e, int64_t now,
				      struct zhun_error *err) ZHUN_MUST_USE;

/** Those older than so many days are gone. */
enum zhun_code zhun_session_event_forget(struct zhun_conn *c, int64_t now, int64_t days,
					 struct zhun_error *err) ZHUN_MUST_USE;

#endif
