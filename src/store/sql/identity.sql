-- SPDX-License-Identifier: GPL-3.0-or-later
-- Log-ins: what is secret about accounts. The accounts themselves and their members are registers.

-- name: account_by_name  params: name text  access: read
SELECT id, name, full_name, COALESCE(administrator, 0), COALESCE(regulator, 0), COALESCE(demonstration, 0),
	COALESCE(closed, 0)
FROM account WHERE name = $1;

-- name: account_by_id  params: id text  access: read
SELECT id, name, full_name, COALESCE(administrator, 0), COALESCE(regulator, 0), COALESCE(demonstration, 0),
	COALESCE(closed, 0)
FROM account WHERE id = $1;

-- name: account_members  params: account text  access: read
SELECT organisation, role FROM member WHERE account = $1 ORDER BY organisation;

-- name: organisation_name  params: id text  access: read
SELECT name_en, name_zh FROM organisation WHERE id = $1;

-- name: administrator_count  access: read
-- one whose password everybody knows is none
SELECT count(*) FROM account a
WHERE a.administrator = 1 AND COALESCE(a.closed, 0) = 0 AND COALESCE(a.demonstration, 0) = 0
	AND (EXISTS (SELECT 1 FROM credential c WHERE c.account = a.id)
		OR EXISTS (SELECT 1 FROM subject s WHERE s.account = a.id));

-- name: credential_get  params: account text  access: read
SELECT hash FROM credential WHERE account = $1;

-- name: credential_set  params: account text, hash text, changed text  access: write
INSERT INTO credential (account, hash, changed) VALUES ($1, $2, $3)
ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, changed = excluded.changed;

-- name: session_insert  params: id text, account text, created text, expires text, address text  access: write
INSERT INTO session (id, account, created, last_seen, expires, address) VALUES ($1, $2, $3, $3, $4, $5);

-- name: session_get  params: id text, now text, idle text  access: read
-- idle: a session not used since then has ended
SELECT account, last_seen FROM session WHERE id = $1 AND expires > $2 AND last_seen > $3;

-- name: session_touch  params: id text, now text  access: write
UPDATE session SET last_seen = $2 WHERE id = $1 AND last_seen < $2;

-- name: session_delete  params: id text  access: write
DELETE FROM session WHERE id = $1;

-- name: session_delete_account  params: account text  access: write
DELETE FROM session WHERE account = $1;

-- name: session_purge  params: now text  access: write
DELETE FROM session WHERE expires <= $1;

-- name: token_insert  params: id text, account text, hash text, name text, may_write int, registers text, created text, expires text  access: write
INSERT INTO token (id, account, hash, name, may_write, registers, created, expires)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: token_get  params: hash text, now text  access: read
SELECT id, account, may_write, registers, last_used FROM token WHERE hash = $1 AND expires > $2;

-- name: token_list  params: account text  access: read
SELECT id, name, may_write, registers, created, expires, last_used FROM token
WHERE account = $1 ORDER BY id;

-- name: token_touch  params: id text, now text  access: write
UPDATE token SET last_used = $2 WHERE id = $1;

-- name: token_delete  params: id text, account text  access: write
DELETE FROM token WHERE id = $1 AND account = $2;

-- name: token_delete_account  params: account text  access: write
DELETE FROM token WHERE account = $1;

-- name: link_insert  params: hash text, purpose text, account text, created text, expires text  access: write
INSERT INTO link (hash, purpose, account, created, expires) VALUES ($1, $2, $3, $4, $5);

-- name: link_take  params: hash text, now text  access: write
-- once: who deletes it has it
DELETE FROM link WHERE hash = $1 AND expires > $2 RETURNING purpose, account;

-- name: link_delete_purpose  params: purpose text, account text  access: write
-- a new link makes the older ones worthless
DELETE FROM link WHERE purpose = $1 AND (account = $2 OR (account IS NULL AND CAST($2 AS TEXT) IS NULL));

-- name: attempt_get  params: name text, address text  access: read
SELECT who, failures, last FROM attempt WHERE who = $1 OR who = $2 ORDER BY who;

-- name: attempt_fail  params: who text, now text, forgotten text  access: write
-- failures older than "forgotten" do not count any more
INSERT INTO attempt (who, failures, last) VALUES ($1, 1, $2)
ON CONFLICT (who) DO UPDATE SET
	failures = CASE WHEN attempt.last < $3 THEN 1 ELSE attempt.failures + 1 END, last = excluded.last;

-- name: attempt_clear  params: who text  access: write
DELETE FROM attempt WHERE who = $1;

-- name: attempt_purge  params: forgotten text  access: write
DELETE FROM attempt WHERE last < $1;

-- name: invitation_insert  params: hash text, id text, organisation text, role text, whom text, inviter text, created text, expires text  access: write
INSERT INTO invitation (hash, id, organisation, role, whom, inviter, created, expires)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: invitation_purge  params: now text  access: write
DELETE FROM invitation WHERE expires <= $1;

-- name: invitation_find  params: hash text, now text  access: read
SELECT id, organisation, role, whom, inviter, created, expires FROM invitation WHERE hash = $1 AND expires > $2;

-- name: invitation_list  params: organisation text, now text  access: read
-- those that nobody has answered yet
SELECT id, organisation, role, whom, inviter, created, expires FROM invitation
WHERE organisation = $1 AND expires > $2 ORDER BY id;

-- name: invitation_delete  params: organisation text, id text  access: write
DELETE FROM invitation WHERE organisation = $1 AND id = $2;
