-- SPDX-License-Identifier: GPL-3.0-or-later
-- Log-ins by an outside identity provider.

-- name: subject_get  params: issuer text, name text  access: read
SELECT id, account FROM subject WHERE issuer = $1 AND name = $2;

-- name: subject_insert  params: id text, issuer text, name text, account text, now text  access: write
INSERT INTO subject (id, issuer, name, account, created) VALUES ($1, $2, $3, $4, $5);

-- name: subject_touch  params: id text, now text  access: write
UPDATE subject SET last_used = $2 WHERE id = $1;

-- name: subject_list  params: account text  access: read
SELECT id, issuer, name, created, last_used FROM subject WHERE account = $1 ORDER BY id;

-- name: subject_delete  params: account text, id text  access: write
DELETE FROM subject WHERE account = $1 AND id = $2;

-- name: erase_subjects  params: account text  access: write
DELETE FROM subject WHERE account = $1;

-- name: personal_outside_logins  params: account text  access: read
SELECT expires FROM outside_login WHERE account = $1 ORDER BY expires;

-- name: erase_outside_logins  params: account text  access: write
DELETE FROM outside_login WHERE account = $1;

-- name: ways_in  params: account text  access: read
-- passwords and outside log-ins by which the account is reached
SELECT (SELECT count(*) FROM credential WHERE account = $1) + (SELECT count(*) FROM subject WHERE account = $1);

-- name: outside_login_insert  params: hash text, account text, expires text  access: write
INSERT INTO outside_login (hash, account, expires) VALUES ($1, $2, $3);

-- name: outside_login_take  params: hash text, now text  access: write
-- once: who deletes it has it
DELETE FROM outside_login WHERE hash = $1 AND expires > $2 RETURNING account;

-- name: outside_login_purge  params: now text  access: write
DELETE FROM outside_login WHERE expires <= $1;

-- name: outside_document_get  params: url text  access: read
SELECT body, fetched FROM outside_document WHERE url = $1;

-- name: outside_document_put  params: url text, body text, fetched text  access: write
INSERT INTO outside_document (url, body, fetched) VALUES ($1, $2, $3)
ON CONFLICT (url) DO UPDATE SET body = excluded.body, fetched = excluded.fetched;
