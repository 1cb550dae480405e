-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a client asked for under a word of its own, so that asking again does nothing more.
-- least: 8
CREATE TABLE once (
	account TEXT COLLATE "C" NOT NULL,
	register TEXT COLLATE "C" NOT NULL,
	word TEXT COLLATE "C" NOT NULL,
	digest TEXT COLLATE "C" NOT NULL,
	record TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL,
	reply TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (account, register, word)
);
CREATE INDEX once_expires ON once (expires);
