-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a client asked for under a word of its own, so that asking again does nothing more.
-- least: 8
CREATE TABLE once (
	account TEXT NOT NULL,
	register TEXT NOT NULL,
	word TEXT NOT NULL,
	digest TEXT NOT NULL, -- of the body
	record TEXT NOT NULL, -- what was made
	rev INTEGER NOT NULL,
	reply TEXT NOT NULL, -- as it was answered
	expires TEXT NOT NULL,
	PRIMARY KEY (account, register, word)
) STRICT;
CREATE INDEX once_expires ON once (expires);
