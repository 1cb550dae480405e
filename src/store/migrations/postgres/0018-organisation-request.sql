-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organisations that ask to be registered: not records yet, since those of organisations are public.
-- least: 17
CREATE TABLE organisation_request (
	id TEXT COLLATE "C" NOT NULL, -- UUID version 7
	number BIGINT NOT NULL UNIQUE, -- what people call it by
	created TEXT COLLATE "C" NOT NULL,
	code TEXT COLLATE "C" NOT NULL, -- the record's: one request waits for each
	record TEXT COLLATE "C" NOT NULL, -- JSON: the organisation as it would be registered
	contact TEXT COLLATE "C" NOT NULL, -- the name of who asks
	email TEXT COLLATE "C" NOT NULL,
	message TEXT COLLATE "C",
	language TEXT COLLATE "C" NOT NULL, -- of mails to who asks
	hash TEXT COLLATE "C" NOT NULL UNIQUE, -- of the secret by which the request is looked up
	account TEXT COLLATE "C", -- whose; NULL: of nobody who was logged in
	state TEXT COLLATE "C" NOT NULL, -- asked, approved, refused, withdrawn
	decided TEXT COLLATE "C", -- when
	decided_by TEXT COLLATE "C", -- an account; NULL: the terminal, or who asked
	reason TEXT COLLATE "C",
	organisation TEXT COLLATE "C", -- the record that was made
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX organisation_request_waiting ON organisation_request (code) WHERE state = 'asked';
CREATE INDEX organisation_request_state ON organisation_request (state, id);
CREATE INDEX organisation_request_account ON organisation_request (account, id);
