-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record of migrations itself.
-- least: 1
CREATE TABLE migration (
	number BIGINT NOT NULL PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	least BIGINT NOT NULL,
	program TEXT COLLATE "C" NOT NULL,
	applied TEXT COLLATE "C" NOT NULL
);
