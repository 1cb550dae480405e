-- SPDX-License-Identifier: GPL-3.0-or-later
-- Log-ins by an outside identity provider (OpenID Connect): who of theirs is which account, log-ins on their way
-- (only the digest of what the browser keeps), and what the provider published, shared by all servers.
-- least: 14
CREATE TABLE subject (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	issuer TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL, -- theirs, "sub"
	account TEXT COLLATE "C" NOT NULL,
	created TEXT COLLATE "C" NOT NULL,
	last_used TEXT COLLATE "C",
	UNIQUE (issuer, name)
);
CREATE INDEX subject_account ON subject (account, id);
CREATE TABLE outside_login (
	hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	account TEXT COLLATE "C", -- that is to be connected; NULL: somebody logs in
	expires TEXT COLLATE "C" NOT NULL
);
CREATE INDEX outside_login_expires ON outside_login (expires);
CREATE TABLE outside_document (
	url TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	body TEXT COLLATE "C" NOT NULL,
	fetched TEXT COLLATE "C" NOT NULL
);
