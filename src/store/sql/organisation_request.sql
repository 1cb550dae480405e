-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organisations that ask to be registered.

-- name: organisation_request_add  params: id text, created text, code text, record text, contact text, email text, message text, language text, hash text, account text  access: write
INSERT INTO organisation_request (id, number, created, code, record, contact, email, message, language, hash, account,
	state)
SELECT $1, COALESCE(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'asked' FROM organisation_request
RETURNING number;

-- name: organisation_request_get  params: id text  access: read
SELECT r.id, r.number, r.created, r.state, r.record, r.contact, r.email, r.message, r.language, r.account, a.name,
	r.decided, r.decided_by, d.name, r.reason, r.organisation
FROM organisation_request r LEFT JOIN account a ON a.id = r.account LEFT JOIN account d ON d.id = r.decided_by
WHERE r.id = $1;

-- name: organisation_request_find  params: hash text  access: read
SELECT r.id, r.number, r.created, r.state, r.record, r.contact, r.email, r.message, r.language, r.account, a.name,
	r.decided, r.decided_by, d.name, r.reason, r.organisation
FROM organisation_request r LEFT JOIN account a ON a.id = r.account LEFT JOIN account d ON d.id = r.decided_by
WHERE r.hash = $1;

-- name: organisation_request_list  params: state text, account text, before text, most int  access: read
-- NULL: of any state, of anybody, from the latest
SELECT r.id, r.number, r.created, r.state, r.record, r.contact, r.email, r.message, r.language, r.account, a.name,
	r.decided, r.decided_by, d.name, r.reason, r.organisation
FROM organisation_request r LEFT JOIN account a ON a.id = r.account LEFT JOIN account d ON d.id = r.decided_by
WHERE (CAST($1 AS TEXT) IS NULL OR r.state = $1) AND (CAST($2 AS TEXT) IS NULL OR r.account = $2)
	AND (CAST($3 AS TEXT) IS NULL OR r.id < $3)
ORDER BY r.id DESC LIMIT CASE WHEN $4 > 0 THEN $4 ELSE 50 END;

-- name: organisation_request_waiting  params: code text  access: read
SELECT id FROM organisation_request WHERE code = $1 AND state = 'asked';

-- name: organisation_request_count  params: account text  access: read
-- those that wait: of an account, or of all who had none
SELECT count(*) FROM organisation_request
WHERE state = 'asked' AND (account = $1 OR (account IS NULL AND CAST($1 AS TEXT) IS NULL));

-- name: organisation_request_end  params: id text, state text, decided text, decided_by text, reason text, organisation text  access: write
-- once: of two who decide at a time the second changes nothing
UPDATE organisation_request SET state = $2, decided = $3, decided_by = $4, reason = $5, organisation = $6
WHERE id = $1 AND state = 'asked';

-- name: organisation_registered  params: code text  access: read
SELECT id FROM organisation WHERE code = $1;

-- name: organisation_namesake  params: en text, zh text  access: read
SELECT id FROM organisation WHERE name_en = $1 OR name_zh = $2 ORDER BY id LIMIT 1;
