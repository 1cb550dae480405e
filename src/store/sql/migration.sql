-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which migrations a database has seen. Catalogues differ, so some of these are written per engine.

-- name: migration_present  access: read  engine: sqlite
-- whether it is ours, and whether it holds anything else
SELECT count(*) FILTER (WHERE name = 'migration'), count(*) FILTER (WHERE name <> 'migration')
FROM sqlite_schema WHERE type = 'table';

-- name: migration_present  access: read  engine: postgres
-- beside other tables in the same database there is room for ours
SELECT count(*), CAST(0 AS BIGINT) FROM pg_catalog.pg_class WHERE oid = to_regclass('migration');

-- name: migration_last  access: read
SELECT COALESCE(max(number), 0), COALESCE(max(least), 0) FROM migration;

-- name: migration_record  params: number int, name text, least int, program text, applied text  access: write
INSERT INTO migration (number, name, least, program, applied) VALUES ($1, $2, $3, $4, $5);

-- name: migration_list  access: read
SELECT number, name, least, program, applied FROM migration ORDER BY number;

-- name: migration_lock  access: read  engine: sqlite
-- BEGIN IMMEDIATE is the lock
SELECT 1;

-- name: migration_lock  access: read  engine: postgres
-- held until the connection closes; the number is this table's
SELECT CAST(pg_advisory_lock(20261123) AS TEXT);

-- name: migration_broken  access: read  engine: sqlite
SELECT count(*) FROM pragma_foreign_key_check;

-- name: migration_broken  access: read  engine: postgres
-- foreign keys are always on
SELECT CAST(0 AS BIGINT);

-- name: fill_indexes  access: read  engine: sqlite
-- those that guard nothing, neither a key nor a link: what drops each, and what makes it
SELECT 'DROP INDEX ' || name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name;

-- name: fill_indexes  access: read  engine: postgres
SELECT CAST('DROP INDEX ' || indexname AS TEXT), indexdef FROM pg_catalog.pg_indexes
WHERE schemaname = current_schema() AND indexdef NOT LIKE 'CREATE UNIQUE%' ORDER BY indexname;

-- name: fill_settle  access: write  engine: sqlite
-- 0 when all of the log is in the file
PRAGMA wal_checkpoint(TRUNCATE);

-- name: fill_settle  access: write  engine: postgres
-- the next commit waits for all before it
SELECT CAST(0 AS BIGINT);

-- name: fill_unmark  params: number int  access: write
DELETE FROM migration WHERE number = $1;
