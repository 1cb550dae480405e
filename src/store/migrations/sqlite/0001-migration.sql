-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record of migrations itself. Without rowid: an INTEGER PRIMARY KEY would take NULL for "the next".
-- least: 1
CREATE TABLE migration (
	number INTEGER NOT NULL,
	name TEXT NOT NULL,
	least INTEGER NOT NULL,
	program TEXT NOT NULL,
	applied TEXT NOT NULL,
	PRIMARY KEY (number)
) STRICT, WITHOUT ROWID;
