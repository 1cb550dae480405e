-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an account keeps for itself: one document, as the client wrote it.
-- least: 14
CREATE TABLE preference (
	account TEXT COLLATE "C" NOT NULL,
	rev BIGINT NOT NULL, -- counts the writes
	document TEXT COLLATE "C" NOT NULL, -- a JSON object
	PRIMARY KEY (account)
);
