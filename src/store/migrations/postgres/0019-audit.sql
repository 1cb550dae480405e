-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit: changes are found by who, what, how and when, in the order of time, and sessions leave rows.
-- least: 14
DROP INDEX change_by_record;
CREATE INDEX change_by_record ON change (record, instant, n);
CREATE INDEX change_by_instant ON change (instant, n);
CREATE INDEX change_by_account_instant ON change (account, instant, n);
CREATE INDEX change_by_register ON change (register, instant, n);
CREATE INDEX change_by_action ON change (action, instant, n);
CREATE INDEX change_by_request ON change (request, instant, n);
CREATE TABLE session_event (
	n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	instant TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C", -- whose; NULL: nobody's, as a log-in by a name that no account has
	kind TEXT COLLATE "C" NOT NULL, -- log_in, log_in_refused, …
	actor TEXT COLLATE "C", -- who did it, where another did
	token TEXT COLLATE "C", -- which was made or ended
	address TEXT COLLATE "C", -- from where; NULL: at the terminal
	request TEXT COLLATE "C"
);
CREATE INDEX session_event_by_instant ON session_event (instant, n);
CREATE INDEX session_event_by_account ON session_event (account, instant, n);
CREATE INDEX session_event_by_kind ON session_event (kind, instant, n);
CREATE INDEX session_event_by_account_kind ON session_event (account, kind, instant, n);
