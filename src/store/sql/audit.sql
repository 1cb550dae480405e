-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit: writes of registers and what happened to sessions, the latest first, by (instant, n). One statement for
-- each filter that has an index, which it names first; what else is asked is looked at row by row, in a stretch that
-- ends where audit_…_end says. So no question walks through more than a stretch, however many rows there are. The
-- range and the order name all columns of the index: no other gives that order, and a planner that thinks an account
-- common does not look for it among the changes of all.

-- name: audit_record  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- the writes of a record
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.record, c.instant, c.n) >= ($3, $6, $7) AND (c.record, c.instant, c.n) < ($3, $8, $9)
	AND (CAST($1 AS TEXT) IS NULL OR c.account = $1) AND (CAST($2 AS TEXT) IS NULL OR c.register = $2)
	AND (CAST($4 AS TEXT) IS NULL OR c.action = $4) AND (CAST($5 AS TEXT) IS NULL OR c.request = $5)
ORDER BY c.record DESC, c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_request  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- of a request: an import's are many
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.request, c.instant, c.n) >= ($5, $6, $7) AND (c.request, c.instant, c.n) < ($5, $8, $9)
	AND (CAST($1 AS TEXT) IS NULL OR c.account = $1) AND (CAST($2 AS TEXT) IS NULL OR c.register = $2)
	AND (CAST($3 AS TEXT) IS NULL OR c.record = $3) AND (CAST($4 AS TEXT) IS NULL OR c.action = $4)
ORDER BY c.request DESC, c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_account  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- of an account
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.account, c.instant, c.n) >= ($1, $6, $7) AND (c.account, c.instant, c.n) < ($1, $8, $9)
	AND (CAST($2 AS TEXT) IS NULL OR c.register = $2) AND (CAST($3 AS TEXT) IS NULL OR c.record = $3)
	AND (CAST($4 AS TEXT) IS NULL OR c.action = $4) AND (CAST($5 AS TEXT) IS NULL OR c.request = $5)
ORDER BY c.account DESC, c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_register  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- of a register
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.register, c.instant, c.n) >= ($2, $6, $7) AND (c.register, c.instant, c.n) < ($2, $8, $9)
	AND (CAST($1 AS TEXT) IS NULL OR c.account = $1) AND (CAST($3 AS TEXT) IS NULL OR c.record = $3)
	AND (CAST($4 AS TEXT) IS NULL OR c.action = $4) AND (CAST($5 AS TEXT) IS NULL OR c.request = $5)
ORDER BY c.register DESC, c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_action  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- of a kind; nothing else is asked, or another is asked first
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.action, c.instant, c.n) >= ($4, $6, $7) AND (c.action, c.instant, c.n) < ($4, $8, $9)
	AND (CAST($1 AS TEXT) IS NULL OR c.account = $1) AND (CAST($2 AS TEXT) IS NULL OR c.register = $2)
	AND (CAST($3 AS TEXT) IS NULL OR c.record = $3) AND (CAST($5 AS TEXT) IS NULL OR c.request = $5)
ORDER BY c.action DESC, c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_all  params: account text, register text, record text, action text, request text, low text, low_n int, high text, high_n int, most int  access: read
-- all, the latest first
SELECT c.n, c.instant, c.account, a.name, c.token, t.name, c.request, c.reason, c.register, c.record, c.rev, c.action
FROM change c LEFT JOIN account a ON a.id = c.account LEFT JOIN token t ON t.id = c.token
WHERE (c.instant, c.n) >= ($6, $7) AND (c.instant, c.n) < ($8, $9)
	AND (CAST($1 AS TEXT) IS NULL OR c.account = $1) AND (CAST($2 AS TEXT) IS NULL OR c.register = $2)
	AND (CAST($3 AS TEXT) IS NULL OR c.record = $3) AND (CAST($4 AS TEXT) IS NULL OR c.action = $4)
	AND (CAST($5 AS TEXT) IS NULL OR c.request = $5)
ORDER BY c.instant DESC, c.n DESC LIMIT CASE WHEN $10 > 0 THEN $10 ELSE 50 END;

-- name: audit_record_end  params: record text, low text, low_n int, high text, high_n int, skip int  access: read
-- the last place of a stretch of as many rows and one
SELECT instant, n FROM change WHERE (record, instant, n) >= ($1, $2, $3) AND (record, instant, n) < ($1, $4, $5)
ORDER BY record DESC, instant DESC, n DESC LIMIT 1 OFFSET CASE WHEN $6 > 0 THEN $6 ELSE 0 END;

-- name: audit_request_end  params: request text, low text, low_n int, high text, high_n int, skip int  access: read
SELECT instant, n FROM change WHERE (request, instant, n) >= ($1, $2, $3) AND (request, instant, n) < ($1, $4, $5)
ORDER BY request DESC, instant DESC, n DESC LIMIT 1 OFFSET CASE WHEN $6 > 0 THEN $6 ELSE 0 END;

-- name: audit_account_end  params: account text, low text, low_n int, high text, high_n int, skip int  access: read
SELECT instant, n FROM change WHERE (account, instant, n) >= ($1, $2, $3) AND (account, instant, n) < ($1, $4, $5)
ORDER BY account DESC, instant DESC, n DESC LIMIT 1 OFFSET CASE WHEN $6 > 0 THEN $6 ELSE 0 END;

-- name: audit_register_end  params: register text, low text, low_n int, high text, high_n int, skip int  access: read
SELECT instant, n FROM change WHERE (register, instant, n) >= ($1, $2, $3) AND (register, instant, n) < ($1, $4, $5)
ORDER BY register DESC, instant DESC, n DESC LIMIT 1 OFFSET CASE WHEN $6 > 0 THEN $6 ELSE 0 END;

-- name: session_event_add  params: instant text, account text, kind text, actor text, token text, address text, request text  access: write
-- what is refused takes no number, with PostgreSQL either
INSERT INTO session_event (instant, account, kind, actor, token, address, request)
SELECT $1, $2, $3, $4, $5, $6, $7 WHERE $1 IS NOT NULL AND $3 IS NOT NULL;

-- name: session_event_all  params: account text, kind text, low text, low_n int, high text, high_n int, most int  access: read
SELECT e.n, e.instant, e.kind, e.account, a.name, e.actor, b.name, e.token, t.name, e.address, e.request
FROM session_event e LEFT JOIN account a ON a.id = e.account LEFT JOIN account b ON b.id = e.actor
	LEFT JOIN token t ON t.id = e.token
WHERE (e.instant, e.n) >= ($3, $4) AND (e.instant, e.n) < ($5, $6)
	AND (CAST($1 AS TEXT) IS NULL OR e.account = $1) AND (CAST($2 AS TEXT) IS NULL OR e.kind = $2)
ORDER BY e.instant DESC, e.n DESC LIMIT CASE WHEN $7 > 0 THEN $7 ELSE 50 END;

-- name: session_event_account  params: account text, kind text, low text, low_n int, high text, high_n int, most int  access: read
SELECT e.n, e.instant, e.kind, e.account, a.name, e.actor, b.name, e.token, t.name, e.address, e.request
FROM session_event e LEFT JOIN account a ON a.id = e.account LEFT JOIN account b ON b.id = e.actor
	LEFT JOIN token t ON t.id = e.token
WHERE (e.account, e.instant, e.n) >= ($1, $3, $4) AND (e.account, e.instant, e.n) < ($1, $5, $6)
	AND (CAST($2 AS TEXT) IS NULL OR e.kind = $2)
ORDER BY e.account DESC, e.instant DESC, e.n DESC LIMIT CASE WHEN $7 > 0 THEN $7 ELSE 50 END;

-- name: session_event_kind  params: account text, kind text, low text, low_n int, high text, high_n int, most int  access: read
SELECT e.n, e.instant, e.kind, e.account, a.name, e.actor, b.name, e.token, t.name, e.address, e.request
FROM session_event e LEFT JOIN account a ON a.id = e.account LEFT JOIN account b ON b.id = e.actor
	LEFT JOIN token t ON t.id = e.token
WHERE (e.kind, e.instant, e.n) >= ($2, $3, $4) AND (e.kind, e.instant, e.n) < ($2, $5, $6)
	AND (CAST($1 AS TEXT) IS NULL OR e.account = $1)
ORDER BY e.kind DESC, e.instant DESC, e.n DESC LIMIT CASE WHEN $7 > 0 THEN $7 ELSE 50 END;

-- name: session_event_both  params: account text, kind text, low text, low_n int, high text, high_n int, most int  access: read
SELECT e.n, e.instant, e.kind, e.account, a.name, e.actor, b.name, e.token, t.name, e.address, e.request
FROM session_event e LEFT JOIN account a ON a.id = e.account LEFT JOIN account b ON b.id = e.actor
	LEFT JOIN token t ON t.id = e.token
WHERE (e.account, e.kind, e.instant, e.n) >= ($1, $2, $3, $4) AND (e.account, e.kind, e.instant, e.n) < ($1, $2, $5, $6)
ORDER BY e.account DESC, e.kind DESC, e.instant DESC, e.n DESC LIMIT CASE WHEN $7 > 0 THEN $7 ELSE 50 END;

-- name: session_event_forget  params: before text  access: write
DELETE FROM session_event WHERE instant < $1;
