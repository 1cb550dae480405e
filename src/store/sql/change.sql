-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row a write of a register: the audit, and what other processes follow.

-- name: change_add  params: instant text, account text, token text, request text, reason text, register text, record text, rev int, action text  access: write  engine: sqlite
INSERT INTO change (instant, account, token, request, reason, register, record, rev, action)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING n;

-- name: change_add  params: instant text, account text, token text, request text, reason text, register text, record text, rev int, action text  access: write  engine: postgres
-- a write that failed leaves a gap here, so that the numbers differ
INSERT INTO change (instant, account, token, request, reason, register, record, rev, action)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING change.n;

-- name: change_after  params: n int, most int  access: read  engine: sqlite
-- what was written since: n, register, record, rev, action
SELECT n, register, record, rev, action FROM change WHERE n > $1 ORDER BY n LIMIT CASE WHEN $2 > 0 THEN $2 ELSE 100 END;

-- name: change_after  params: n int, most int  access: read  engine: postgres
-- only what no older transaction that is still running could come before
SELECT n, register, record, rev, action FROM change
WHERE n > $1 AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, n LIMIT CASE WHEN $2 > 0 THEN $2 ELSE 100 END;
