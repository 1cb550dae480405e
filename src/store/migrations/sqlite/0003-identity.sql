-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is secret about accounts: only digests of passwords, sessions, tokens and links are kept. The
-- account columns hold ids of the register; sessions and tokens of a removed account find no account.
-- least: 1
CREATE TABLE credential (
	account TEXT NOT NULL PRIMARY KEY,
	hash TEXT NOT NULL,
	changed TEXT NOT NULL
) STRICT;
CREATE TABLE session (
	id TEXT NOT NULL PRIMARY KEY,
	account TEXT NOT NULL,
	created TEXT NOT NULL,
	last_seen TEXT NOT NULL,
	expires TEXT NOT NULL,
	address TEXT
) STRICT;
CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires);
CREATE TABLE token (
	id TEXT NOT NULL PRIMARY KEY,
	account TEXT NOT NULL,
	hash TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	may_write INTEGER NOT NULL,
	registers TEXT,
	created TEXT NOT NULL,
	expires TEXT NOT NULL,
	last_used TEXT
) STRICT;
CREATE INDEX token_account ON token (account);
CREATE TABLE link (
	hash TEXT NOT NULL PRIMARY KEY,
	purpose TEXT NOT NULL,
	account TEXT,
	created TEXT NOT NULL,
	expires TEXT NOT NULL
) STRICT;
CREATE TABLE attempt (
	who TEXT NOT NULL PRIMARY KEY,
	failures INTEGER NOT NULL,
	last TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_last ON attempt (last);
