-- SPDX-License-Identifier: GPL-3.0-or-later
-- Search over all registers: tokens of each record, and the index over them.
-- least: 10
-- Tokens of a record (src/register/token.h), separated by spaces.
CREATE TABLE search (
	n INTEGER PRIMARY KEY, -- its register's base and its place among the register's records
	register TEXT NOT NULL,
	record TEXT NOT NULL,
	key TEXT NOT NULL, -- the key's texts, folded, without anything between
	readers TEXT NOT NULL, -- who may see it at most: all, organisations; empty where everybody may
	title TEXT NOT NULL, -- of fields that its title shows
	words TEXT NOT NULL -- of the other searched fields
) STRICT;
CREATE UNIQUE INDEX search_by_record ON search (record);
CREATE INDEX search_by_key ON search (key, register, n);
-- one row: whether the index follows each write
CREATE TABLE search_state (
	live INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (live) VALUES (1);
-- The tokens are made already: ascii divides at spaces alone, since they hold no sign.
CREATE VIRTUAL TABLE search_index USING fts5(readers, title, words, content='search', content_rowid='n', tokenize='ascii', columnsize=0);
CREATE TRIGGER search_added AFTER INSERT ON search WHEN (SELECT live FROM search_state) BEGIN
	INSERT INTO search_index (rowid, readers, title, words) VALUES (new.n, new.readers, new.title, new.words);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search WHEN (SELECT live FROM search_state) BEGIN
	INSERT INTO search_index (search_index, rowid, readers, title, words)
	VALUES ('delete', old.n, old.readers, old.title, old.words);
END;
CREATE TRIGGER search_changed AFTER UPDATE OF readers, title, words ON search WHEN (SELECT live FROM search_state) BEGIN
	INSERT INTO search_index (search_index, rowid, readers, title, words)
	VALUES ('delete', old.n, old.readers, old.title, old.words);
	INSERT INTO search_index (rowid, readers, title, words) VALUES (new.n, new.readers, new.title, new.words);
END;
