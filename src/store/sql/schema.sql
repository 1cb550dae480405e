-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a database holds, for comparing it with the schema declared. Catalogues differ per engine.

-- name: schema_columns  access: read  engine: sqlite
-- table, column, type, whether NOT NULL, table referred to
SELECT m.name, p.name, p.type, p.[notnull], f.[table]
FROM sqlite_schema m JOIN pragma_table_info(m.name) p
	LEFT JOIN pragma_foreign_key_list(m.name) f ON f.[from] = p.name
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
ORDER BY m.name, p.cid;

-- name: schema_columns  access: read  engine: postgres
SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), format_type(a.atttypid, a.atttypmod),
	CASE WHEN a.attnotnull THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END, CAST(r.relname AS TEXT)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
	LEFT JOIN pg_catalog.pg_constraint k
		ON k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
	LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
	AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema())
ORDER BY c.relname, a.attnum;

-- name: schema_indexes  access: read  engine: sqlite
-- table, index, columns, whether unique; without those that primary keys make
SELECT m.tbl_name, m.name, (SELECT group_concat(i.name, ', ') FROM pragma_index_info(m.name) i), l.[unique]
FROM sqlite_schema m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name
WHERE m.type = 'index' AND m.sql IS NOT NULL
ORDER BY m.name;

-- name: schema_indexes  access: read  engine: postgres
SELECT CAST(t.relname AS TEXT), CAST(i.relname AS TEXT),
	(SELECT string_agg(CAST(a.attname AS TEXT), ', ' ORDER BY k.place)
	 FROM unnest(x.indkey) WITH ORDINALITY AS k (number, place)
		JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number),
	CASE WHEN x.indisunique THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
	JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
WHERE NOT x.indisprimary
	AND t.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = current_schema())
ORDER BY i.relname;
