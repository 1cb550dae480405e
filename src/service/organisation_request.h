/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Requests of organisations to be registered. A request is a row beside the
 * register, since an organisation's record is public from its first day: it
 * holds the record that is asked for as JSON, judged by the register's
 * declaration when it comes and again when it is filed. Asking stands in
 * organisation_request.c, deciding in organisation_decision.c.
 */
#ifndef ZHUN_SERVICE_ORGANISATION_REQUEST_H
#define ZHUN_SERVICE_ORGANISATION_REQUEST_H

#include "service/inside.h"

/** Cells of the statements that read requests. */
enum zhun_org_request_cell {
	ZHUN_OR_ID, ZHUN_OR_NUMBER, ZHUN_OR_CREATED, ZHUN_OR_STATE, ZHUN_OR_RECORD, ZHUN_OR_CONTACT, ZHUN_OR_EMAIL,
	ZHUN_OR_MESSAGE, ZHUN_OR_LANGUAGE, ZHUN_OR_ACCOUNT, ZHUN_OR_ACCOUNT_NAME, ZHUN_OR_DECIDED, ZHUN_OR_DECIDED_BY,
	ZHUN_OR_DECIDED_BY_NAME, ZHUN_OR_REASON, ZHUN_OR_ORGANISATION
};

enum zhun_org_request_state { ZHUN_OR_ASKED, ZHUN_OR_APPROVED, ZHUN_OR_REFUSED, ZHUN_OR_WITHDRAWN };
enum { ZHUN_OR_STATES = ZHUN_OR_WITHDRAWN + 1, ZHUN_OR_TEXT = 1000 };   /* characters of a message, a reason */
const char *zhun_org_request_state_name(enum zhun_org_request_state s);

/** How a request ends. */
struct zhun_org_request_end {
	enum zhun_org_request_state state;
	const char *by, *reason, *organisation;   /* may be NULL */
};

/** The row of a request. Fails REQUEST_UNKNOWN. */
enum zhun_code zhun_org_request_get(const struct zhun_call *call, struct zhun_conn *conn, const char *id,
				    const struct zhun_value **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** In the writing transaction: ends one that waits; of two who do so at a time one does. Fails REQUEST_ANSWERED. */
enum zhun_code zhun_org_request_end(const struct zhun_call *call, struct zhun_conn *conn, const char *id,
				    const struct zhun_org_request_end *e, struct zhun_error *err) ZHUN_MUST_USE;

/** As JSON; who decided is for authorities. */
void zhun_org_request_write(const struct zhun_call *call, struct zhun_json_writer *w, const struct zhun_value *row);

/** A member that may be absent or null, and has at most @a most characters; NULL for an empty one. Fails BODY_FIELD,
 *  FIELD_LONG. */
enum zhun_code zhun_org_request_text(const struct zhun_json *body, const char *name, size_t most, const char **ret,
				     struct zhun_error *err) ZHUN_MUST_USE;

/** Its name in that language, or in another, or its code. */
const char *zhun_org_request_name(const struct zhun_json *record, enum zhun_language language);

#endif
