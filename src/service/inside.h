/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service's own files share. */
#ifndef ZHUN_SERVICE_INSIDE_H
#define ZHUN_SERVICE_INSIDE_H

#include "codec/json.h"
#include "identity/event.h"
#include "identity/identity.h"
#include "identity/password.h"
#include "service/service.h"
#include "store/store.h"
#include "zhun/base/date.h"
#include "zhun/base/uuid.h"
#include "zhun/base/zone.h"

struct zhun_service {
	struct zhun_arena *arena;
	struct zhun_store *store;  /* NULL: no database */
	const struct zhun_zone *zone;
	const struct zhun_log *log;
	zhun_random_source *random;
	struct zhun_password_gate *gate;
	struct zhun_running *running;
	struct zhun_outside outside;
	bool demonstration;
	int64_t session_event_days;
};

/** Fails DATABASE_NONE. */
enum zhun_code zhun_call_conn(const struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** There is a database, and an account asks for itself, not a token for some registers. Fails
 *  DATABASE_NONE, SCOPE_MISSING, LOGIN_ACCOUNT_NEEDED. */
enum zhun_code zhun_call_account(const struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** There is a database, and the caller's token (if one asks) is for this register. Fails
 *  DATABASE_NONE, SCOPE_MISSING. */
enum zhun_code zhun_call_scope(const struct zhun_call *call, const struct zhun_register *reg,
			       struct zhun_error *err) ZHUN_MUST_USE;

/** There is a database, and no token asks that is for some registers only: what concerns an account as a whole is
 *  none of its business. Fails DATABASE_NONE, SCOPE_MISSING. */
enum zhun_code zhun_call_whole(const struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** Who reads, for the register. */
struct zhun_reader zhun_call_reader(const struct zhun_call *call, struct zhun_conn *conn);

/** Today where the service is, as "2026-11-23". */
void zhun_call_today(const struct zhun_call *call, char out[ZHUN_DATE_TEXT]);

/** A new record's id. */
enum zhun_code zhun_call_id(const struct zhun_call *call, char out[ZHUN_UUID_TEXT],
			    struct zhun_error *err) ZHUN_MUST_USE;

/** The body as a JSON object. Fails as reading JSON does; BODY_FIELD. */
enum zhun_code zhun_call_body(const struct zhun_call *call, const char *body, size_t n, const struct zhun_json **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** A member that must be a text. Fails BODY_FIELD. */
enum zhun_code zhun_body_text(const struct zhun_json *body, const char *name, const char **ret,
			      struct zhun_error *err) ZHUN_MUST_USE;

/** One line of the log about what was decided: event, who, and up to two words more (may be NULL). */
void zhun_call_log(const struct zhun_call *call, const char *event, const char *name, const char *text);

/** There is a database, and an administrator or a regulator asks, not a token for some registers. Fails
 *  DATABASE_NONE, SCOPE_MISSING, AUTHORITY_NEEDED. */
enum zhun_code zhun_call_authority(const struct zhun_call *call, struct zhun_error *err) ZHUN_MUST_USE;

/** Notes what happened to the sessions of an account (NULL: nobody's), by who asks, in the caller's transaction. */
enum zhun_code zhun_call_event(const struct zhun_call *call, struct zhun_conn *conn, enum zhun_session_kind kind,
			       const char *account, const char *token, struct zhun_error *err) ZHUN_MUST_USE;

/** A place in an order by two numbers, the second of which is a row's. */
struct zhun_place {
	int64_t at, n;
};
/** "812.27", as next of the page before. Fails CURSOR_BAD. */
enum zhun_code zhun_place_read(const char *text, const char *name, struct zhun_place *ret,
			       struct zhun_error *err) ZHUN_MUST_USE;
/** Writes it. */
enum { ZHUN_PLACE_TEXT = 48 };
void zhun_place_text(const struct zhun_place *p, char out[ZHUN_PLACE_TEXT]);

/** Fills viewer, principal and session from @a p. */
enum zhun_code zhun_call_become(struct zhun_call *call, const struct zhun_principal *p,
				struct zhun_error *err) ZHUN_MUST_USE;

/** Who asks, as JSON: account, members, roles, the csrf word of the session's @a cookie (may be NULL). */
enum zhun_code zhun_call_whoami(struct zhun_call *call, const char *cookie, struct zhun_text *out,
				struct zhun_error *err) ZHUN_MUST_USE;

/** The answer to who has just come in by a new session: as whoami, and the session's secret. */
enum zhun_code zhun_call_welcome(struct zhun_call *call, const struct zhun_secret_pair *secret, struct zhun_text *out,
				 struct zhun_secret *ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif
