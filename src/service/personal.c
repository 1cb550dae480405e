/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/personal.h"

#include "zhun/base/text.h"

enum { NONE = ZHUN_PERSONAL_NONE };

/* clang-format off */
const struct zhun_personal_part zhun_personal_parts[] = {
	{"account", "id", "account", ZHUN_SQL_PERSONAL_ACCOUNT,
	 {"id", "rev", "name", "full_name", "?administrator", "?regulator", "?demonstration", "?closed",
	  "recorded_from"},
	 .one = true, .erase = NONE, .kept = "a write of the register: closed, with another name"},
	{"account_history", "id", "versions", ZHUN_SQL_PERSONAL_VERSIONS,
	 {"rev", "recorded_from", "recorded_to", "valid_from", "valid_to", "name", "full_name", "?administrator",
	  "?regulator", "?demonstration", "?closed"},
	 .erase = NONE, .kept = "its names last, below"},
	{"member_history", "account", "memberships", ZHUN_SQL_PERSONAL_MEMBERS,
	 {"id", "organisation", "organisation_en", "organisation_zh", "role", "rev", "recorded_from", "recorded_to",
	  "valid_from", "valid_to"},
	 .erase = NONE, .kept = "an id, by which it is known who could do what on which day"},
	{"member", "account", NULL, NONE, {0}, .erase = NONE, .kept = "a write of the register: removed"},
	{"change", "account", "changes", ZHUN_SQL_PERSONAL_CHANGES,
	 {"n", "instant", "register", "record", "rev", "action", "reason", "request", "token"},
	 .erase = NONE, .kept = "an id: who changed a register is on record"},
	{"hook", "account", "webhooks", ZHUN_SQL_PERSONAL_HOOKS,
	 {"id", "organisation", "url", "events", "created"}, .erase = NONE,
	 .kept = "an id, of what an organisation has"},
	{"job", "account", "jobs", ZHUN_SQL_PERSONAL_JOBS,
	 {"id", "kind", "state", "{argument", "created", "ended", "reason"},
	 .erase = NONE, .kept = "an id; jobs are forgotten after a month"},
	{"invitation", "inviter", "invitations_made", ZHUN_SQL_PERSONAL_INVITATIONS_MADE,
	 {"id", "organisation", "role", "whom", "created", "expires"}, .erase = NONE,
	 .kept = "an id; invitations end within a week"},

	{"invitation", "whom", "invitations", ZHUN_SQL_PERSONAL_INVITATIONS_GOT,
	 {"id", "organisation", "role", "whom", "created", "expires"}, .erase = ZHUN_SQL_ERASE_WHOM},
	{"organisation_request", "account", "organisation_requests", ZHUN_SQL_PERSONAL_REQUESTS,
	 {"id", "number", "created", "state", "{organisation", "contact", "email", "message", "decided", "reason",
	  "registered"},
	 .erase = ZHUN_SQL_ERASE_REQUESTS},
	{"organisation_request", "email", NULL, NONE, {0}, .erase = NONE, .kept = "goes with the row above"},
	{"organisation_request", "decided_by", NULL, NONE, {0}, .erase = NONE,
	 .kept = "an id: who decided is on record"},
	{"attempt", "who", "failed_logins", ZHUN_SQL_PERSONAL_ATTEMPTS, {"failures", "last"},
	 .erase = ZHUN_SQL_ERASE_ATTEMPTS},
	{"job", "argument", "mails", ZHUN_SQL_PERSONAL_MAILS, {"id", "state", "{mail", "created", "ended"},
	 .erase = ZHUN_SQL_ERASE_MAILS},
	{"document", "bytes", NULL, NONE, {0}, .erase = ZHUN_SQL_ERASE_FILES},
	{"job", "document", NULL, NONE, {0}, .erase = ZHUN_SQL_ERASE_FILE_LINKS},
	{"once", "account", "answers", ZHUN_SQL_PERSONAL_ANSWERS, {"register", "word", "record", "expires", "{reply"},
	 .erase = ZHUN_SQL_ERASE_ANSWERS},
	{"contact", "account", "contact", ZHUN_SQL_CONTACT_GET, {"email", "confirmed", "language", "sent"}, .one = true,
	 .erase = ZHUN_SQL_CONTACT_DELETE},
	{"contact", "email", NULL, NONE, {0}, .erase = NONE, .kept = "goes with the row above"},
	{"credential", "account", "password", ZHUN_SQL_PERSONAL_PASSWORD, {"changed"}, .one = true,
	 .erase = ZHUN_SQL_ERASE_PASSWORD},
	{"session", "account", "sessions", ZHUN_SQL_PERSONAL_SESSIONS, {"created", "last_seen", "expires", "address"},
	 .erase = ZHUN_SQL_SESSION_DELETE_ACCOUNT},
	{"session", "address", NULL, NONE, {0}, .erase = NONE, .kept = "goes with the row above"},
	{"session_event", "address", "session_events", ZHUN_SQL_PERSONAL_SESSION_EVENTS,
	 {"n", "instant", "kind", "token", "address", "request"}, .erase = ZHUN_SQL_ERASE_EVENT_ADDRESSES},
	{"session_event", "account", NULL, NONE, {0}, .erase = NONE,
	 .kept = "an id; told above, and forgotten in its time"},
	{"session_event", "actor", NULL, NONE, {0}, .erase = NONE, .kept = "an id: who made a link is on record"},
	{"token", "account", "tokens", ZHUN_SQL_TOKEN_LIST,
	 {"id", "name", "?write", "registers", "created", "expires", "last_used"},
	 .erase = ZHUN_SQL_TOKEN_DELETE_ACCOUNT},
	{"link", "account", "links", ZHUN_SQL_PERSONAL_LINKS, {"purpose", "created", "expires"},
	 .erase = ZHUN_SQL_ERASE_LINKS},
	{"subject", "account", "outside_logins", ZHUN_SQL_SUBJECT_LIST,
	 {"id", "issuer", "subject", "created", "last_used"}, .erase = ZHUN_SQL_ERASE_SUBJECTS},
	{"outside_login", "account", "outside_logins_begun", ZHUN_SQL_PERSONAL_OUTSIDE_LOGINS, {"expires"},
	 .erase = ZHUN_SQL_ERASE_OUTSIDE_LOGINS},
	{"preference", "account", "preferences", ZHUN_SQL_PREFERENCE_GET, {"rev", "{document"}, .one = true,
	 .erase = ZHUN_SQL_ERASE_PREFERENCE},
	{"notice", "account", "notices", ZHUN_SQL_PERSONAL_NOTICES,
	 {"id", "event", "organisation", "register", "record", "{words", "created", "seen"},
	 .erase = ZHUN_SQL_ERASE_NOTICES},
	{"notice_choice", "account", "choices", ZHUN_SQL_CHOICE_LIST, {"event", "?shown", "mail"},
	 .erase = ZHUN_SQL_ERASE_CHOICES},
	{"notice_choice", "mail", NULL, NONE, {0}, .erase = NONE,
	 .kept = "whether, not where; goes with the row above"},

	{"account_history", "name", NULL, NONE, {0}, .erase = ZHUN_SQL_ERASE_VERSIONS},
	{0},
};
/* clang-format on */

enum zhun_code zhun_accounts_before(const struct zhun_reader *by, const struct zhun_register *reg, bool *ret,
				    struct zhun_error *err)
{
	*ret = false;
	if (!zhun_str_equal(reg->name, "account"))
		return ZHUN_OK;
	return zhun_account_has_administrator(by->conn, by->arena, ret, err);
}

enum zhun_code zhun_accounts_after(const struct zhun_reader *by, const struct zhun_register *reg, bool before,
				   struct zhun_error *err)
{
	const struct zhun_asked asked = {ZHUN_SQL_ACCOUNT_REOPENED, NULL, 0};
	const struct zhun_value *row = NULL;
	bool after = false;
	if (!zhun_str_equal(reg->name, "account"))
		return ZHUN_OK;
	enum zhun_code code = zhun_account_has_administrator(by->conn, by->arena, &after, err);
	if (!code && before && !after)
		code = zhun_fail(err, ZHUN_E_LAST_ADMINISTRATOR, NULL);
	if (!code)
		code = zhun_store_one(by->conn, &asked, by->arena, &row, err);
	return code || row[0].integer == 0 ? code : zhun_fail(err, ZHUN_E_ACCOUNT_ERASED, NULL);
}
