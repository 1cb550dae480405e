-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row a write of a register: the audit, and what other processes follow.

-- name: change_numbers  params: most int  access: write  engine: sqlite
-- the number of the next one: who asks has the lock, and has written what came before
SELECT COALESCE(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'change' AND $1 > 0;

-- name: change_numbers  params: most int  access: write  engine: postgres
-- what is not used, or was of a write that failed, leaves a gap, so that the numbers differ
SELECT nextval((SELECT pg_get_serial_sequence('change', 'n'))) FROM generate_series(1, $1);

-- name: change_add  params: n int, instant text, account text, token text, request text, reason text, register text, record text, rev int, action text  access: write  engine: sqlite
-- a row without a number is refused, to which SQLite would give one
INSERT INTO change (n, instant, account, token, request, reason, register, record, rev, action)
VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $1 IS NOT NULL THEN $7 END, $8, $9, $10);

-- name: change_add  params: n int, instant text, account text, token text, request text, reason text, register text, record text, rev int, action text  access: write  engine: postgres
INSERT INTO change (n, instant, account, token, request, reason, register, record, rev, action)
OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: change_after  params: xid int, n int, most int  access: read  engine: sqlite
-- what was written since: xid, n, register, record, rev, action; a reader comes back with the last
-- xid and n; here a write has its number when it has the lock, so that n alone is in order
SELECT CAST(0 AS BIGINT), n, register, record, rev, action FROM change
WHERE n > $2 AND $1 >= 0 ORDER BY n LIMIT CASE WHEN $3 > 0 THEN $3 ELSE 100 END;

-- name: change_after  params: xid int, n int, most int  access: read  engine: postgres
-- only what no transaction still running could come before; numbers and transactions may be in
-- opposite orders (the second to begin may write first), so that both together are the place
SELECT CAST(CAST(xid AS TEXT) AS BIGINT), n, register, record, rev, action FROM change
WHERE (xid, n) > (CAST(CAST($1 AS TEXT) AS XID8), $2) AND xid < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY xid, n LIMIT CASE WHEN $3 > 0 THEN $3 ELSE 100 END;
