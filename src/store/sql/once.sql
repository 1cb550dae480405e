-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes that a client may ask for twice and wants done once (Idempotency-Key).

-- name: once_get  params: account text, register text, word text, now text  access: read
-- what was answered to the first; after its time the word is free again
SELECT digest, record, rev, reply FROM once
WHERE account = $1 AND register = $2 AND word = $3 AND expires > $4;

-- name: once_purge  params: now text  access: write
DELETE FROM once WHERE expires <= $1;

-- name: once_add  params: account text, register text, word text, digest text, record text, rev int, reply text, expires text  access: write
INSERT INTO once (account, register, word, digest, record, rev, reply, expires)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
