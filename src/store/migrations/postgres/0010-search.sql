-- SPDX-License-Identifier: GPL-3.0-or-later
-- Search over all registers: tokens of each record, and the indexes over them.
-- least: 10
CREATE TABLE search (
	n BIGINT NOT NULL PRIMARY KEY,
	register TEXT COLLATE "C" NOT NULL,
	record TEXT COLLATE "C" NOT NULL,
	key TEXT COLLATE "C" NOT NULL,
	readers TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	words TEXT COLLATE "C" NOT NULL
);
COMMENT ON TABLE search IS 'Tokens of a record (src/register/token.h), separated by spaces.';
COMMENT ON COLUMN search.n IS 'its register''s base and its place among all records';
COMMENT ON COLUMN search.key IS 'the key''s texts, folded, without anything between';
COMMENT ON COLUMN search.readers IS 'who may see it at most: all, organisations; empty where everybody may';
COMMENT ON COLUMN search.title IS 'of fields that its title shows';
COMMENT ON COLUMN search.words IS 'of the other searched fields';
CREATE SEQUENCE search_number;
CREATE UNIQUE INDEX search_by_record ON search (record);
CREATE INDEX search_by_key ON search (key, register, n);
-- the tokens as they are: to_tsvector would divide them again
CREATE INDEX search_by_title ON search USING gin
	(array_to_tsvector(array_remove(string_to_array('¶' || register || ' ' || readers || ' ' || title, ' '), '')));
CREATE INDEX search_by_words ON search USING gin
	(array_to_tsvector(array_remove(string_to_array('¶' || register || ' ' || readers || ' ' || title || ' ' || words, ' '), '')));
CREATE TABLE search_state (
	live BIGINT NOT NULL
);
COMMENT ON TABLE search_state IS 'One row: whether the index of SQLite follows each write.';
INSERT INTO search_state (live) VALUES (1);
