/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to sessions, passwords and tokens: rows that are added, read for an audit, forgotten in their time. */
#include "identity/event.h"

#include "identity/rows.h"
#include "zhun/base/text.h"

const char *const zhun_session_kinds[ZHUN_SESSION_KINDS + 1] = {
	[ZHUN_SESSION_LOG_IN] = "log_in",
	[ZHUN_SESSION_REFUSED] = "log_in_refused",
	[ZHUN_SESSION_LOG_OUT] = "log_out",
	[ZHUN_SESSION_PASSWORD] = "password_set",
	[ZHUN_SESSION_LINK] = "link_made",
	[ZHUN_SESSION_TOKEN] = "token_made",
	[ZHUN_SESSION_TOKEN_END] = "token_ended",
	[ZHUN_SESSION_SUBJECT] = "provider_connected",
	[ZHUN_SESSION_SUBJECT_END] = "provider_removed",
};

enum zhun_code zhun_session_event_add(struct zhun_conn *c, const struct zhun_session_event *e, int64_t now,
				      struct zhun_error *err)
{
	char at[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, 0, at);
	const char *actor = e->actor && e->account && strcmp(e->actor, e->account) == 0 ? NULL : e->actor;
	const struct zhun_value params[] = {
		zhun_v_text(at), zhun_v_text(e->account), zhun_v_text(zhun_session_kinds[e->kind]), zhun_v_text(actor),
		zhun_v_text(e->token), zhun_v_text(e->address), zhun_v_text(e->request)};
	return zhun_store_exec(c, ZHUN_SQL_SESSION_EVENT_ADD, params, ZHUN_COUNT(params), NULL, err);
}

enum zhun_code zhun_session_event_forget(struct zhun_conn *c, int64_t now, int64_t days, struct zhun_error *err)
{
	enum { DAY = 24 * 3600 };
	char before[ZHUN_INSTANT_TEXT];
	zhun_identity_instant(now, -days * DAY, before);
	const struct zhun_value param = zhun_v_text(before);
	return zhun_store_exec(c, ZHUN_SQL_SESSION_EVENT_FORGET, &param, 1, NULL, err);
}
