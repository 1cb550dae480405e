-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index: one row a record. Its place is its register's number times 2^40 and its turn, so that a
-- register's rows lie in one range of SQLite's index. What is searched is asked by register/query_search.c.

-- name: search_numbers  params: number int, most int  access: write  engine: sqlite
-- the turn after the last one's of a register, by its order: max() of a range would walk through all of it
SELECT COALESCE((SELECT n FROM search WHERE n > $1 * 1099511627776 AND n < ($1 + 1) * 1099511627776
	ORDER BY n DESC LIMIT 1), $1 * 1099511627776) + 1 - $1 * 1099511627776 WHERE $2 > 0;

-- name: search_numbers  params: number int, most int  access: write  engine: postgres
-- two writers never ask for the same turn, of whichever register
SELECT nextval('search_number') FROM generate_series(1, $2) WHERE $1 IS NOT NULL;

-- name: search_add  params: n int, register text, record text, key text, readers text, title text, words text  access: write  engine: sqlite
-- a row without a number is refused, to which SQLite would give one
INSERT INTO search (n, register, record, key, readers, title, words)
VALUES ($1, CASE WHEN $1 IS NOT NULL THEN $2 END, $3, $4, $5, $6, $7);

-- name: search_add  params: n int, register text, record text, key text, readers text, title text, words text  access: write  engine: postgres
INSERT INTO search (n, register, record, key, readers, title, words) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: search_found  params: record text  access: read
SELECT key, readers, title, words FROM search WHERE record = $1;

-- name: search_change  params: record text, key text, readers text, title text, words text  access: write
UPDATE search SET key = $2, readers = $3, title = $4, words = $5 WHERE record = $1;

-- name: search_remove  params: record text  access: write
DELETE FROM search WHERE record = $1;

-- name: search_clear  access: write
DELETE FROM search;

-- name: search_any  access: read
SELECT count(*) FROM (SELECT 1 AS one FROM search LIMIT 1) any_row;

-- name: search_live  params: live int  access: write
-- 0: SQLite's index is left behind, to be built at once when much has been written
UPDATE search_state SET live = $1;

-- name: search_build  access: write  engine: sqlite
INSERT INTO search_index (search_index) VALUES ('rebuild');

-- name: search_build  access: write  engine: postgres
-- its indexes are never behind
UPDATE search_state SET live = live;
