-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organisations that ask to be registered: not records yet, since those of organisations are public.
-- least: 17
CREATE TABLE organisation_request (
	id TEXT NOT NULL, -- UUID version 7
	number INTEGER NOT NULL UNIQUE, -- what people call it by
	created TEXT NOT NULL,
	code TEXT NOT NULL, -- the record's: one request waits for each
	record TEXT NOT NULL, -- JSON: the organisation as it would be registered
	contact TEXT NOT NULL, -- the name of who asks
	email TEXT NOT NULL,
	message TEXT,
	language TEXT NOT NULL, -- of mails to who asks
	hash TEXT NOT NULL UNIQUE, -- of the secret by which the request is looked up
	account TEXT, -- whose; NULL: of nobody who was logged in
	state TEXT NOT NULL, -- asked, approved, refused, withdrawn
	decided TEXT, -- when
	decided_by TEXT, -- an account; NULL: the terminal, or who asked
	reason TEXT,
	organisation TEXT, -- the record that was made
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX organisation_request_waiting ON organisation_request (code) WHERE state = 'asked';
CREATE INDEX organisation_request_state ON organisation_request (state, id);
CREATE INDEX organisation_request_account ON organisation_request (account, id);
