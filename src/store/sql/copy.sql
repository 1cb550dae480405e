-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a dump is made of: tables and columns that both engines have. Catalogues differ per engine.

-- name: copy_columns  access: read  engine: sqlite
-- table, column, kind, place in the primary key (0: none)
SELECT t.name, p.name, CASE p.type WHEN 'INTEGER' THEN 'int' WHEN 'REAL' THEN 'real' WHEN 'BLOB' THEN 'bytes'
	ELSE 'text' END, p.pk
FROM pragma_table_list t JOIN pragma_table_info(t.name) p
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite#_%' ESCAPE '#'
	AND t.name NOT LIKE 'search%' AND t.name <> 'migration'
ORDER BY t.name, p.cid;

-- name: copy_columns  access: read  engine: postgres
SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), CASE CAST(format_type(a.atttypid, a.atttypmod) AS TEXT)
	WHEN 'bigint' THEN 'int' WHEN 'double precision' THEN 'real' WHEN 'bytea' THEN 'bytes' ELSE 'text' END,
	CAST(COALESCE(array_position(k.conkey, a.attnum), 0) AS BIGINT)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
	LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
	AND CAST(format_type(a.atttypid, a.atttypmod) AS TEXT) IN ('text', 'bigint', 'double precision', 'bytea')
	AND c.relname NOT LIKE 'search%' AND c.relname <> 'migration'
	AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema())
ORDER BY c.relname, a.attnum;

-- name: copy_numbered  access: read  engine: sqlite
-- what lets the numbers of a table go on after those that came: SQLite does it by itself
SELECT CAST('' AS TEXT) WHERE 1 = 0;

-- name: copy_numbered  access: read  engine: postgres
SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT max(%I) FROM %I)) WHERE EXISTS (SELECT 1 FROM %I)',
	c.relname, a.attname, a.attname, c.relname, c.relname)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND a.attidentity <> '' AND c.relname NOT LIKE 'search%'
	AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema())
ORDER BY c.relname;
