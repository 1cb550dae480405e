-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is secret about accounts: only digests of passwords, sessions, tokens and links are kept. The
-- account columns hold ids of the register; sessions and tokens of a removed account find no account.
-- least: 1
CREATE TABLE credential (
	account TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	hash TEXT COLLATE "C" NOT NULL,
	changed TEXT COLLATE "C" NOT NULL
);
CREATE TABLE session (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	account TEXT COLLATE "C" NOT NULL,
	created TEXT COLLATE "C" NOT NULL,
	last_seen TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL,
	address TEXT COLLATE "C"
);
CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires);
CREATE TABLE token (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	account TEXT COLLATE "C" NOT NULL,
	hash TEXT COLLATE "C" NOT NULL UNIQUE,
	name TEXT COLLATE "C" NOT NULL,
	may_write BIGINT NOT NULL,
	registers TEXT COLLATE "C",
	created TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL,
	last_used TEXT COLLATE "C"
);
CREATE INDEX token_account ON token (account);
CREATE TABLE link (
	hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	purpose TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C",
	created TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL
);
CREATE TABLE attempt (
	who TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	failures BIGINT NOT NULL,
	last TEXT COLLATE "C" NOT NULL
);
CREATE INDEX attempt_last ON attempt (last);
