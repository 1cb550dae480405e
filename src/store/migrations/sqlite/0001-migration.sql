-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record of migrations itself.
-- least: 1
CREATE TABLE migration (
	number INTEGER NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	least INTEGER NOT NULL,
	program TEXT NOT NULL,
	applied TEXT NOT NULL
) STRICT;
