-- SPDX-License-Identifier: GPL-3.0-or-later
-- Log-ins by an outside identity provider (OpenID Connect): who of theirs is which account, log-ins on their way
-- (only the digest of what the browser keeps), and what the provider published, shared by all servers.
-- least: 14
CREATE TABLE subject (
	id TEXT NOT NULL PRIMARY KEY,
	issuer TEXT NOT NULL,
	name TEXT NOT NULL, -- theirs, "sub"
	account TEXT NOT NULL,
	created TEXT NOT NULL,
	last_used TEXT,
	UNIQUE (issuer, name)
) STRICT;
CREATE INDEX subject_account ON subject (account, id);
CREATE TABLE outside_login (
	hash TEXT NOT NULL PRIMARY KEY,
	account TEXT, -- that is to be connected; NULL: somebody logs in
	expires TEXT NOT NULL
) STRICT;
CREATE INDEX outside_login_expires ON outside_login (expires);
CREATE TABLE outside_document (
	url TEXT NOT NULL PRIMARY KEY,
	body TEXT NOT NULL,
	fetched TEXT NOT NULL
) STRICT;
